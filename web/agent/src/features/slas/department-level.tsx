import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '@/kit/sheet';
import { useGiveLevel } from './edit-level';
import { departmentLevelQuery, levelsQuery } from './slas';

/** Which level a department gives the tickets that come to it. */
export function DepartmentLevel({ department }: { department: string }) {
  const { t } = useTranslation();
  const { data: levels = [] } = useQuery(levelsQuery);
  const { data } = useQuery(departmentLevelQuery(department));
  const give = useGiveLevel();
  return (
    <Section title={t('sla.level')} lead={t('sla.department_hint')}>
      <NativeSelect
        aria-label={t('sla.level')}
        disabled={!data || give.isPending}
        value={data?.level?.id ?? ''}
        onChange={(e) => { give.mutate({ department, level: e.currentTarget.value || null }); }}
        data={[{ value: '', label: t('sla.no_level') }, ...levels.map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </Section>
  );
}
