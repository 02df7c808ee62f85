import { ActionIcon, Button, Checkbox, TextInput, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconPlus, IconTrash, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '@/api/client';
import type { Holiday } from '@/api/types';
import { useCommands } from '@/kit/commands';
import { Line, Lines, Section } from '@/kit/sheet';
import { dayText } from './day-text';
import { ImportHolidays } from './import-holidays';
import classes from './business-hours.module.css';

const SHOWN = 30;

const byDate = (holidays: Holiday[]) => [...holidays].sort((a, b) => a.date.localeCompare(b.date));

/** Days nobody works, written here or taken over from a calendar file. */
export function Holidays({ calendar, holidays, changed }: { calendar: string; holidays: Holiday[]; changed: (holidays: Holiday[]) => void }) {
  const { t, i18n } = useTranslation();
  const [importing, { open, close }] = useDisclosure(false);
  const [shown, setShown] = useState(SHOWN);
  useCommands([{ id: 'hours-import', label: t('hours.import'), group: t('settings.hours'), act: open }]);
  const join = (more: Holiday[]) => {
    const there = new Set(holidays.map((one) => one.date));
    changed(byDate([...holidays, ...more.filter((one) => !there.has(one.date))]));
  };
  return (
    <Section
      title={t('hours.holidays')}
      lead={t('hours.holidays_hint')}
      action={
        <div className={classes.acts}>
          {holidays.length > 0 && (
            <Button variant="subtle" component="a" href={pathOf(`/business-hours/${calendar}/holidays`)} download leftSection={<IconDownload size={16} />}>
              {t('hours.export')}
            </Button>
          )}
          <Button variant="default" leftSection={<IconUpload size={16} />} onClick={open}>
            {t('hours.import')}
          </Button>
        </div>
      }
    >
      <Lines label={t('hours.holidays')}>
        {holidays.slice(0, shown).map((holiday) => (
          <Line
            key={holiday.date}
            title={holiday.name || t('hours.holiday')}
            facts={holiday.yearly ? t('hours.yearly_on', { date: dayText(holiday.date, i18n.language, true) }) : dayText(holiday.date, i18n.language)}
            actions={
              <Tooltip label={t('common.delete')}>
                <ActionIcon
                  aria-label={t('common.delete_of', { name: `${holiday.name} ${holiday.date}` })}
                  onClick={() => { changed(holidays.filter((one) => one !== holiday)); }}
                >
                  <IconTrash size={16} />
                </ActionIcon>
              </Tooltip>
            }
          />
        ))}
      </Lines>
      {holidays.length > shown && (
        <Button variant="subtle" mt="xs" onClick={() => { setShown(shown + 10 * SHOWN); }}>
          {t('common.more')}
        </Button>
      )}
      <AddHoliday taken={(date) => holidays.some((one) => one.date === date)} add={(holiday) => { join([holiday]); }} />
      <ImportHolidays opened={importing} close={close} take={join} />
    </Section>
  );
}

function AddHoliday({ taken, add }: { taken: (date: string) => boolean; add: (holiday: Holiday) => void }) {
  const { t } = useTranslation();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [yearly, setYearly] = useState(false);
  const submit = () => {
    add({ date, name: name.trim(), yearly });
    setDate('');
    setName('');
  };
  return (
    <div className={classes.adding}>
      <TextInput type="date" aria-label={t('hours.holiday_date')} value={date} onChange={(e) => { setDate(e.currentTarget.value); }} />
      <TextInput aria-label={t('hours.holiday_name')} placeholder={t('hours.holiday_name')} value={name} maxLength={200} onChange={(e) => { setName(e.currentTarget.value); }} />
      <Checkbox label={t('hours.yearly')} checked={yearly} onChange={(e) => { setYearly(e.currentTarget.checked); }} />
      <Button variant="default" leftSection={<IconPlus size={16} />} disabled={!date || taken(date)} onClick={submit}>
        {t('hours.holiday_add')}
      </Button>
    </div>
  );
}
