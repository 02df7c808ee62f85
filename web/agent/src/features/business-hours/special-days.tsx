import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/kit/sheet';
import { dayText } from './day-text';
import { intervalsOf } from './hours';
import { IntervalFields } from './interval-fields';
import classes from './business-hours.module.css';

/** Days with hours of their own: a long Thursday, a short Christmas Eve. */
export function SpecialDays({ days, changed }: { days: Record<string, string[][]>; changed: (days: Record<string, string[][]>) => void }) {
  const { t, i18n } = useTranslation();
  const [date, setDate] = useState('');
  const dates = Object.keys(days).sort();
  const add = () => {
    changed({ ...days, [date]: [['09:00', '12:00']] });
    setDate('');
  };
  return (
    <Section title={t('hours.special')} lead={t('hours.special_hint')}>
      {dates.length > 0 && (
        <ul className={classes.week} aria-label={t('hours.special')}>
          {dates.map((one) => (
            <li key={one} className={classes.row}>
              <span className={classes.weekday}>{dayText(one, i18n.language)}</span>
              <div className={classes.middle}>
                <IntervalFields label={dayText(one, i18n.language)} day={intervalsOf(days[one])} changed={(day) => { changed({ ...days, [one]: day }); }} />
              </div>
              <Tooltip label={t('common.delete')}>
                <ActionIcon
                  aria-label={t('common.delete_of', { name: dayText(one, i18n.language) })}
                  onClick={() => { changed(Object.fromEntries(Object.entries(days).filter(([other]) => other !== one))); }}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Tooltip>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.adding}>
        <TextInput type="date" aria-label={t('hours.special_date')} value={date} onChange={(e) => { setDate(e.currentTarget.value); }} />
        <Button variant="default" leftSection={<IconPlus size={16} />} disabled={!date || date in days} onClick={add}>
          {t('hours.special_add')}
        </Button>
      </div>
    </Section>
  );
}
