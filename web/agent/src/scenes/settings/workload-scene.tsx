import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DepartmentLoad } from '@/features/workload/department-load';
import { workloadQuery } from '@/features/workload/workload';
import { Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';

/** Whether those who are there can clear what waits, for each department one leads; the pressed ones first. */
export function WorkloadScene() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(workloadQuery);
  const pressing = (over: boolean, on: string | null) => (over ? 0 : on ? 1 : 2);
  const sorted = [...(data ?? [])].sort((a, b) => pressing(a.overloaded, a.over_on) - pressing(b.overloaded, b.over_on));
  return (
    <Sheet title={t('settings.workload')} lead={t('workload.lead')}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={4} height={160} />}
      {data?.length === 0 && <p>{t('workload.none')}</p>}
      {sorted.map((load) => (
        <DepartmentLoad key={load.department.id} load={load} />
      ))}
    </Sheet>
  );
}
