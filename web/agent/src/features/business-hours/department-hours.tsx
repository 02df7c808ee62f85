import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Section } from '@/kit/sheet';
import { calendarsQuery } from './calendars';
import { useKeepCalendar } from './edit-calendar';
import { weekText } from './hours';

/** By which calendar a department counts its time. */
export function DepartmentHours({ department }: { department: string }) {
  const { t, i18n } = useTranslation();
  const { data: calendars } = useQuery(calendarsQuery);
  const keep = useKeepCalendar();
  if (!calendars || calendars.length === 0) return null;
  const own = calendars.find((calendar) => calendar.departments.some(({ id }) => id === department));
  const usual = calendars.find((calendar) => calendar.is_default);
  const kept = own ?? usual;
  return (
    <Section title={t('settings.hours')} lead={t('hours.department_hint')}>
      <NativeSelect
        aria-label={t('settings.hours')}
        description={kept && `${weekText(kept.weekly, i18n.language)} · ${kept.time_zone}`}
        inputWrapperOrder={['input', 'description']}
        disabled={keep.isPending}
        value={own?.id ?? ''}
        onChange={(e) => { keep.mutate({ department, calendar: e.currentTarget.value || null }); }}
        data={[
          { value: '', label: usual ? `${usual.name} · ${t('hours.default')}` : t('hours.default') },
          ...calendars.filter((calendar) => calendar !== usual).map(({ id, name }) => ({ value: id, label: name })),
          ...(own && own === usual ? [{ value: own.id, label: own.name }] : []),
        ]}
      />
    </Section>
  );
}
