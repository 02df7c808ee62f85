import { Button, Menu, NativeSelect, TextInput } from '@mantine/core';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pathOf } from '@/api/client';
import { asProblem } from '@/api/problem';
import { agentsQuery } from '@/features/agents/agents';
import { useCommands } from '@/kit/commands';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { useVerifyAudit, type AuditFilter } from './audit';
import { AUDIT_KINDS } from './kinds';

const FORMATS = ['csv', 'ndjson'];

/** Who, what and when; whether the log is whole; and the log as a file. */
export function AuditTools({ filter, change }: { filter: AuditFilter; change: (part: Partial<AuditFilter>) => void }) {
  const { t } = useTranslation();
  const { data: agents = [] } = useQuery(agentsQuery);
  const verify = useVerifyAudit();
  const kinds = AUDIT_KINDS.map((value) => ({ value, label: t(`audit_kind.${value}`) })).sort((a, b) => a.label.localeCompare(b.label));
  const file = (format: string) => pathOf('/audit/export', { ...filter, format });
  useCommands([{ id: 'audit-verify', label: t('audit.verify'), group: t('settings.audit'), act: () => { verify.mutate(); } }]);
  const verdict = verify.data;
  const bad = verdict && !verdict.intact ? t('audit.broken', { n: verdict.broken?.n ?? 0 }) : null;
  return (
    <>
      <Columns narrow>
        <NativeSelect
          label={t('audit.who')}
          value={filter.who}
          onChange={(e) => { change({ who: e.currentTarget.value }); }}
          data={[{ value: '', label: t('audit.anybody') }, ...agents.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <NativeSelect label={t('audit.what')} value={filter.kind} onChange={(e) => { change({ kind: e.currentTarget.value }); }} data={[{ value: '', label: t('audit.anything') }, ...kinds]} />
        <TextInput type="date" label={t('audit.from')} value={filter.from} onChange={(e) => { change({ from: e.currentTarget.value }); }} />
        <TextInput type="date" label={t('audit.to')} value={filter.to} onChange={(e) => { change({ to: e.currentTarget.value }); }} />
      </Columns>
      <FormEnd>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDownload size={16} />}>
              {t('audit.export')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {FORMATS.map((format) => (
              <Menu.Item key={format} component="a" href={file(format)}>
                {format.toUpperCase()}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button variant="default" leftSection={<IconShieldCheck size={16} />} onClick={() => { verify.mutate(); }} loading={verify.isPending}>
          {t('audit.verify')}
        </Button>
      </FormEnd>
      <FormError message={verify.error ? explain(asProblem(verify.error), t) : bad} />
      {verdict?.intact && (
        <p role="status">
          {t('audit.intact', { count: verdict.lines })} <code title={verdict.head}>{verdict.head.slice(0, 16)}…</code>
        </p>
      )}
    </>
  );
}
