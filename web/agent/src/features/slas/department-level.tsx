import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MassAct, MassSelection } from '@/api/types';
import { useMassAct } from '@/features/mass-actions/use-mass-act';
import { ticketCountQuery } from '@/features/tickets/tickets';
import { Confirm } from '@/kit/confirm';
import { Section } from '@/kit/sheet';
import { useGiveLevel } from './edit-level';
import { departmentLevelQuery, levelsQuery } from './slas';

const OPEN = 'new,open,answered,pending,postponed';

/** Which level a department gives the tickets that come to it, and, if one likes, those that are there. */
export function DepartmentLevel({ department }: { department: string }) {
  const { t, i18n } = useTranslation();
  const { data: levels = [] } = useQuery(levelsQuery);
  const { data } = useQuery(departmentLevelQuery(department));
  const [asking, setAsking] = useState(false);
  const there = { department, status: OPEN };
  const { data: open } = useQuery({ ...ticketCountQuery(there), enabled: asking });
  const give = useGiveLevel();
  const start = useMassAct();
  const close = () => { setAsking(false); };
  const name = data?.level?.name ?? t('sla.no_level');
  return (
    <Section title={t('sla.level')} lead={t('sla.department_hint')}>
      <NativeSelect
        aria-label={t('sla.level')}
        disabled={!data || give.isPending}
        value={data?.level?.id ?? ''}
        onChange={(e) => { give.mutate({ department, level: e.currentTarget.value || null }, { onSuccess: () => { setAsking(true); } }); }}
        data={[{ value: '', label: t('sla.no_level') }, ...levels.map(({ id, name: called }) => ({ value: id, label: called }))]}
      />
      <Confirm
        mild
        opened={asking && open !== undefined && open.count > 0}
        close={close}
        title={t('sla.open_too', { name })}
        verb={t('sla.give_open', { n: `${new Intl.NumberFormat(i18n.language).format(open?.count ?? 0)}${open?.more ? '+' : ''}` })}
        act={() => {
          start({ selection: { filter: there } as MassSelection, act: { sla_level: 'department' } as MassAct, what: `${t('sla.level')}: ${name}` });
          close();
        }}
      >
        <p>{t('sla.open_too_hint')}</p>
      </Confirm>
    </Section>
  );
}
