import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { departmentsQuery } from '@/features/departments/departments';
import { Line, Lines } from '@/kit/sheet';
import { Waiting } from '@/kit/states';
import { rulesQuery, useSetRule } from './words';
import classes from './words.module.css';

interface Rule {
  tag_required: boolean;
  disposition_required: boolean;
}

function Needs({ rule, set }: { rule: Rule; set: (rule: Rule) => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.rules}>
      <Checkbox label={t('rule.tag')} checked={rule.tag_required} onChange={(e) => { set({ ...rule, tag_required: e.currentTarget.checked }); }} />
      <Checkbox label={t('rule.disposition')} checked={rule.disposition_required} onChange={(e) => { set({ ...rule, disposition_required: e.currentTarget.checked }); }} />
    </div>
  );
}

/** What a ticket needs before it is resolved: everywhere, and where a department goes its own way. */
export function RuleEditor() {
  const { t } = useTranslation();
  const { data: rules } = useQuery(rulesQuery);
  const { data: departments = [] } = useQuery(departmentsQuery);
  const change = useSetRule();
  if (!rules) return <Waiting rows={2} height={40} />;
  const own = new Set(rules.departments.map((rule) => rule.department.id));
  const rest = departments.filter((department) => !own.has(department.id));
  return (
    <>
      <Needs rule={rules} set={({ tag_required, disposition_required }) => { change.mutate({ rule: { tag_required, disposition_required } }); }} />
      <Lines label={t('settings.departments')}>
        {rules.departments.map(({ department, ...rule }) => (
          <Line
            key={department.id}
            title={department.name}
            detail={<Needs rule={rule} set={(next) => { change.mutate({ department: department.id, rule: next }); }} />}
            actions={<Button variant="subtle" onClick={() => { change.mutate({ department: department.id, rule: null }); }}>{t('rule.unset')}</Button>}
          />
        ))}
      </Lines>
      {rest.length > 0 && (
        <NativeSelect
          mt="md"
          aria-label={t('rule.department')}
          value=""
          onChange={(e) => { change.mutate({ department: e.currentTarget.value, rule: { tag_required: rules.tag_required, disposition_required: rules.disposition_required } }); }}
          data={[{ value: '', label: t('rule.department') }, ...rest.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </>
  );
}
