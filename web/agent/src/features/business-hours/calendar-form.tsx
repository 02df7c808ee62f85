import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMemo, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { BusinessCalendar } from '@/api/types';
import { timeZones } from '@/features/setup/setup';
import { explain } from '@/kit/explain';
import { Columns, FormError } from '@/kit/form';
import { Section } from '@/kit/sheet';
import { told } from '@/kit/toast';
import { DueTester } from './due-tester';
import { useChangeCalendar } from './edit-calendar';
import { Holidays } from './holidays';
import { flawOf, hoursOf, intervalsOf } from './hours';
import { SpecialDays } from './special-days';
import { WeekGrid } from './week-grid';
import classes from './business-hours.module.css';

/** Everything a calendar says, saved at once; below, what follows from it as it stands here. */
export function CalendarForm({ calendar }: { calendar: BusinessCalendar }) {
  const { t } = useTranslation();
  const zones = useMemo(() => timeZones(), []);
  const [version, setVersion] = useState(calendar.version);
  const [saved, setSaved] = useState({ name: calendar.name, ...hoursOf(calendar) });
  const [words, setWords] = useState(saved);
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  const change = useChangeCalendar(calendar.id);
  const problem = change.error && asProblem(change.error);
  const { name, ...hours } = words;
  const flawed = [...Object.values(words.weekly), ...Object.values(words.special_days)].some((day) => flawOf(intervalsOf(day)));
  const edited = JSON.stringify(words) !== JSON.stringify(saved);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { ...words, name: name.trim(), version },
      {
        onSuccess: (now) => {
          const kept = { name: now.name, ...hoursOf(now) };
          setVersion(now.version);
          setSaved(kept);
          setWords(kept);
          told(t('common.saved'));
        },
      },
    );
  };

  return (
    <>
      <form onSubmit={submit} noValidate>
        <Columns>
          <TextInput label={t('common.name')} value={name} maxLength={200} onChange={(e) => { set({ name: e.currentTarget.value }); }} />
          <NativeSelect
            label={t('setup.time_zone')}
            value={words.time_zone}
            onChange={(e) => { set({ time_zone: e.currentTarget.value }); }}
            data={zones.includes(words.time_zone) ? zones : [words.time_zone, ...zones]}
          />
        </Columns>
        <Section title={t('hours.week')} lead={t('hours.week_hint')}>
          <WeekGrid weekly={words.weekly} changed={(weekly) => { set({ weekly }); }} />
        </Section>
        <SpecialDays days={words.special_days} changed={(special_days) => { set({ special_days }); }} />
        <Holidays calendar={calendar.id} holidays={words.holidays} changed={(holidays) => { set({ holidays }); }} />
        <div className={classes.save} data-edited={edited || undefined}>
          <FormError message={problem ? explain(problem, t) : null} />
          <Button type="submit" loading={change.isPending} disabled={!edited || flawed || !name.trim()}>
            {t('common.save')}
          </Button>
        </div>
      </form>
      {!flawed && <DueTester hours={hours} />}
    </>
  );
}
