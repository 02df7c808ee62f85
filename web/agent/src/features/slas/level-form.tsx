import { Button, Checkbox, Modal, NativeSelect, NumberInput, TextInput, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { PRIORITIES, type SlaLevel } from '@/api/types';
import { calendarsQuery } from '@/features/business-hours/calendars';
import { explain } from '@/kit/explain';
import { Columns, FieldGroup, FormEnd, FormError } from '@/kit/form';
import { read, typed } from './duration';
import { useSaveLevel } from './edit-level';
import { CLOCKS, MAY_PAUSE } from './slas';
import classes from './slas.module.css';

type Cells = Record<string, string>;

const cell = (clock: string, priority: string) => `${clock}/${priority}`;
const DEFAULT_PERCENT = 80;

function cellsOf(level: SlaLevel | null): Cells {
  const cells: Cells = {};
  for (const clock of CLOCKS) for (const priority of PRIORITIES) cells[cell(clock, priority)] = typed(level?.targets[clock]?.[priority]);
  return cells;
}

interface Props {
  /** None for a new one. */
  level: SlaLevel | null;
  close: () => void;
}

export function LevelDialog({ opened, ...form }: Props & { opened: boolean }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={form.close} title={t(form.level ? 'sla.edit_level' : 'sla.add_level')} size={720}>
      {opened && <LevelForm {...form} />}
    </Modal>
  );
}

function LevelForm({ level, close }: Props) {
  const { t } = useTranslation();
  const { data: calendars = [] } = useQuery(calendarsQuery);
  const save = useSaveLevel(level);
  const problem = save.error && asProblem(save.error);
  const [cells, setCells] = useState(() => cellsOf(level));
  const [words, setWords] = useState({
    name: level?.name ?? '',
    description: level?.description ?? '',
    business_hours: level ? (level.business_hours?.id ?? '') : undefined,
    pausing: level?.pausing ?? (['pending', 'postponed'] as string[]),
    warning_percent: level ? level.warning_percent : DEFAULT_PERCENT,
  });
  const set = (part: Partial<typeof words>) => { setWords((before) => ({ ...before, ...part })); };
  // A new level counts by the desk's own hours unless one says always.
  const hours = words.business_hours ?? calendars.find((one) => one.is_default)?.id ?? '';
  const wrong = Object.values(cells).some((text) => read(text) === undefined);
  const empty = Object.values(cells).every((text) => read(text) === null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const targets = Object.fromEntries(
      CLOCKS.map((clock) => [clock, Object.fromEntries(PRIORITIES.map((priority) => [priority, read(cells[cell(clock, priority)] ?? '') ?? null]))]),
    );
    save.mutate({ ...words, name: words.name.trim(), business_hours: hours || null, targets }, { onSuccess: close });
  };

  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('common.name')} value={words.name} maxLength={200} onChange={(e) => { set({ name: e.currentTarget.value }); }} error={problem?.of('name')} data-autofocus />
      <Textarea label={t('sla.description')} value={words.description} maxLength={2000} autosize minRows={1} onChange={(e) => { set({ description: e.currentTarget.value }); }} />
      <FieldGroup title={t('sla.targets')} hint={t('sla.targets_hint')}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col">
                <span className="for-ears">{t('sla.clock')}</span>
              </th>
              {PRIORITIES.map((priority) => (
                <th key={priority} scope="col">
                  {t(`priority.${priority}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CLOCKS.map((clock) => (
              <tr key={clock}>
                <th scope="row">{t(`sla.clock_${clock}`)}</th>
                {PRIORITIES.map((priority) => {
                  const id = cell(clock, priority);
                  const text = cells[id] ?? '';
                  return (
                    <td key={priority}>
                      <span className={classes.cellLabel} aria-hidden="true">
                        {t(`priority.${priority}`)}
                      </span>
                      <TextInput
                        size="xs"
                        aria-label={`${t(`sla.clock_${clock}`)}, ${t(`priority.${priority}`)}`}
                        placeholder="—"
                        value={text}
                        maxLength={20}
                        error={read(text) === undefined}
                        onChange={(e) => {
                          const next = e.currentTarget.value;
                          setCells((before) => ({ ...before, [id]: next }));
                        }}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </FieldGroup>
      <Columns>
        <NativeSelect
          label={t('settings.hours')}
          value={hours}
          onChange={(e) => { set({ business_hours: e.currentTarget.value }); }}
          data={[{ value: '', label: t('sla.always') }, ...calendars.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <NumberInput
          label={t('sla.warning')}
          description={t('sla.warning_hint')}
          min={1}
          max={99}
          suffix=" %"
          value={words.warning_percent ?? ''}
          onChange={(value) => { set({ warning_percent: value === '' ? null : Number(value) }); }}
          error={problem?.of('warning_percent')}
        />
      </Columns>
      <Checkbox.Group label={t('sla.pausing')} value={words.pausing} onChange={(pausing) => { set({ pausing }); }}>
        <Columns narrow>
          {MAY_PAUSE.map((status) => (
            <Checkbox key={status} value={status} label={t(`status.${status}`)} />
          ))}
        </Columns>
      </Checkbox.Group>
      <FormError message={wrong ? t('sla.wrong_time') : problem && explain(problem, t)} />
      <FormEnd>
        <Button variant="default" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={!words.name.trim() || wrong || empty} loading={save.isPending}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
