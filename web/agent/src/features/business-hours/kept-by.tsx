import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BusinessCalendar } from '@/api/types';
import { departmentsQuery } from '@/features/departments/departments';
import { Line, Lines, Section } from '@/kit/sheet';
import { Waiting } from '@/kit/states';
import { calendarsQuery } from './calendars';
import { useKeepCalendar } from './edit-calendar';

/** Every department, and whether it counts by this calendar. */
export function KeptBy({ calendar }: { calendar: BusinessCalendar }) {
  const { t } = useTranslation();
  const { data: departments } = useQuery(departmentsQuery);
  const { data: calendars = [] } = useQuery(calendarsQuery);
  const keep = useKeepCalendar();
  const keptBy = (department: string) => calendars.find((one) => one.departments.some(({ id }) => id === department));
  return (
    <Section title={t('settings.departments')} lead={t('hours.departments_hint')}>
      {!departments && <Waiting rows={2} height={48} />}
      <Lines label={t('settings.departments')}>
        {departments?.map(({ id, name }) => {
          const own = keptBy(id);
          const keeps = own?.id === calendar.id;
          const byDefault = !own && calendar.is_default;
          return (
            <Line
              key={id}
              title={name}
              detail={byDefault ? t('hours.by_default') : own && !keeps ? t('hours.keeps', { name: own.name }) : undefined}
              faint={!keeps && !byDefault}
              actions={
                <Switch
                  aria-label={t('hours.keeps_this', { name })}
                  checked={keeps}
                  disabled={keep.isPending}
                  onChange={(e) => { keep.mutate({ department: id, calendar: e.currentTarget.checked ? calendar.id : null }); }}
                />
              }
            />
          );
        })}
      </Lines>
    </Section>
  );
}
