import { Button, Modal, MultiSelect, NativeSelect, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { agentsQuery } from '@/features/agents/agents';
import { weekdayName, WEEKDAYS } from '@/features/business-hours/hours';
import { departmentsQuery } from '@/features/departments/departments';
import { useSession } from '@/features/session/session';
import { explain } from '@/kit/explain';
import { Columns, FieldGroup, FormEnd, FormError } from '@/kit/form';
import { MOVING, useSaveReport, type ReportDefinition, type ReportSchedule, type ReportWords, type SavedReport } from './saved';
import classes from './reports.module.css';

const EVERY = ['never', 'day', 'week', 'month'] as const;
const SHARING = ['private', 'shared', 'everyone'] as const;
const DAY_MAX = 28;
const HOUR_MAX = 23;
const MORNING = 8;

interface Props {
  opened: boolean;
  close: () => void;
  /** As it is on the screen now. */
  definition: ReportDefinition;
  /** The kept one that is looked at and may be changed. */
  saved: SavedReport | undefined;
  done: (report: SavedReport) => void;
}

export function SaveReport({ opened, close, ...props }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={close} title={t('saved_report.title')} size={560} centered>
      <Form close={close} {...props} />
    </Modal>
  );
}

/** A name, whom it is for, and whether it comes by mail. */
function Form({ close, definition, saved, done }: Omit<Props, 'opened'>) {
  const { t, i18n } = useTranslation();
  const { agent: me } = useSession();
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: departments = [] } = useQuery(departmentsQuery);
  const [words, setWords] = useState<ReportWords>({
    name: saved?.name ?? '',
    everyone: saved?.everyone ?? false,
    agents: saved?.agents ?? [],
    departments: saved?.departments ?? [],
    definition: { ...definition, period: saved?.definition.period ?? definition.period },
    schedule: saved?.schedule ?? null,
  });
  const [sharing, setSharing] = useState<(typeof SHARING)[number]>(words.everyone ? 'everyone' : words.agents.length + words.departments.length > 0 ? 'shared' : 'private');
  const set = (part: Partial<ReportWords>) => { setWords((before) => ({ ...before, ...part })); };
  const save = useSaveReport(saved);
  const problem = save.error && asProblem(save.error);
  const { schedule } = words;
  const setSchedule = (part: Partial<ReportSchedule>) => { if (schedule) set({ schedule: { ...schedule, ...part } }); };
  const people = agents.map(({ id, name }) => ({ value: id, label: name }));

  const send = (every: string) => {
    const known = EVERY.find((one) => one === every);
    if (!known || known === 'never') set({ schedule: null });
    else set({ schedule: { hour: MORNING, format: 'xlsx', agents: [me.id], ...schedule, every: known, weekday: known === 'week' ? (schedule?.weekday ?? 1) : null, day: known === 'month' ? (schedule?.day ?? 1) : null } });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { ...words, name: words.name.trim(), everyone: sharing === 'everyone', agents: sharing === 'shared' ? words.agents : [], departments: sharing === 'shared' ? words.departments : [] },
      {
        onSuccess: (made) => {
          done(made);
          close();
        },
      },
    );
  };

  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <Columns>
        <TextInput label={t('common.name')} value={words.name} onChange={(e) => { set({ name: e.currentTarget.value }); }} error={problem?.of('name')} data-autofocus />
        <NativeSelect
          label={t('saved_report.period')}
          value={words.definition.period}
          onChange={(e) => {
            const period = MOVING.find((one) => one === e.currentTarget.value);
            if (period) set({ definition: { ...words.definition, period } });
          }}
          data={MOVING.map((period) => ({ value: period as string, label: t(`range.${period}`) }))}
        />
      </Columns>
      <FieldGroup title={t('saved_report.for_whom')} hint={t('saved_report.for_whom_hint')}>
        <SegmentedControl
          value={sharing}
          onChange={(value) => { setSharing(SHARING.find((one) => one === value) ?? 'private'); }}
          data={SHARING.map((value) => ({ value, label: t(`saved_report.sharing_${value}`) }))}
        />
        {sharing === 'shared' && (
          <Columns>
            <MultiSelect label={t('saved_view.with_agents')} searchable value={words.agents} onChange={(ids) => { set({ agents: ids }); }} data={people} />
            <MultiSelect label={t('saved_view.with_departments')} searchable value={words.departments} onChange={(ids) => { set({ departments: ids }); }} data={departments.map(({ id, name }) => ({ value: id, label: name }))} />
          </Columns>
        )}
      </FieldGroup>
      <FieldGroup title={t('saved_report.by_mail')}>
        <SegmentedControl value={schedule?.every ?? 'never'} onChange={send} data={EVERY.map((value) => ({ value, label: t(`saved_report.every_${value}`) }))} />
        {schedule && (
          <>
            <Columns>
              {schedule.every === 'week' && (
                <NativeSelect
                  label={t('saved_report.weekday')}
                  value={String(schedule.weekday ?? 1)}
                  onChange={(e) => { setSchedule({ weekday: Number(e.currentTarget.value) }); }}
                  data={WEEKDAYS.map((day, index) => ({ value: String(index + 1), label: weekdayName(day, i18n.language, 'long') }))}
                />
              )}
              {schedule.every === 'month' && (
                <NumberInput label={t('saved_report.day')} value={schedule.day ?? 1} min={1} max={DAY_MAX} onChange={(day) => { if (typeof day === 'number') setSchedule({ day }); }} />
              )}
              <NumberInput label={t('saved_report.hour')} value={schedule.hour} min={0} max={HOUR_MAX} onChange={(hour) => { if (typeof hour === 'number') setSchedule({ hour }); }} />
              <NativeSelect
                label={t('saved_report.format')}
                value={schedule.format}
                onChange={(e) => { setSchedule({ format: e.currentTarget.value === 'csv' ? 'csv' : 'xlsx' }); }}
                data={[{ value: 'xlsx', label: t('reports.xlsx') }, { value: 'csv', label: t('reports.csv') }]}
              />
            </Columns>
            <MultiSelect label={t('saved_report.recipients')} searchable value={schedule.agents} onChange={(ids) => { setSchedule({ agents: ids }); }} data={people} error={problem?.of('schedule/agents')} />
          </>
        )}
      </FieldGroup>
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" loading={save.isPending} disabled={!words.name.trim() || schedule?.agents.length === 0}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
