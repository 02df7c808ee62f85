import { ActionIcon, Button, Checkbox, NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Quest, QuestStep } from '@/api/types';
import { departmentsQuery } from '@/features/departments/departments';
import { metricChoices, metricName, metricsQuery } from '@/features/game/game';
import { explain } from '@/kit/explain';
import { Columns, FieldGroup, FormEnd, FormError } from '@/kit/form';
import { ACTIVITIES, activityName, COUNT_MAX, KPIS, NAME_LENGTH_MAX, NEWCOMER_DAYS_MAX, OPS, PICTURE_NAMES, PLACELESS, RATINGS, RHYTHMS, SAMPLE_MAX, SIGNS, STEPS_MAX, TEXT_LENGTH_MAX, useSaveQuest, VALUE_MAX, WINDOWS, type MeasureWish, type StepWish } from './quests';
import { QuestPicture } from './quest-picture';
import classes from './quests.module.css';

const FIGURE = 'figure';
const MEASURE: MeasureWish = { metric: 'csat_mean', op: '>=', value: 4.5, window: '7_days', minimum_sample: 5 };
const AMOUNT_MAX = 100_000;
const POINTS_USUALLY = 20;
const COINS_USUALLY = 10;

/** A step as it is sent back. */
const wishOf = ({ id, activity, count, department, channel, tag, rating, mention, measure }: QuestStep): StepWish => ({
  id,
  ...(activity && { activity, count }),
  ...(measure && { measure: { metric: measure.metric, op: measure.op, value: measure.value, window: measure.window, minimum_sample: measure.minimum_sample } }),
  ...(department && { department: department.id }),
  ...(channel && { channel }),
  ...(tag && { tag: tag.name }),
  ...(rating && { rating }),
  ...(mention && { mention }),
});

/** What is to be done, how often, by whom, and what it is worth. */
export function QuestEditor({ quest, close }: { quest: Quest | null; close: () => void }) {
  const { t } = useTranslation();
  const save = useSaveQuest(quest);
  const { data: departments = [] } = useQuery(departmentsQuery);
  const [name, setName] = useState(quest?.name ?? '');
  const [text, setText] = useState(quest?.text ?? '');
  const [steps, setSteps] = useState<StepWish[]>(() => quest?.steps.map(wishOf) ?? [{ activity: 'message.sent', count: 1 }]);
  const [rest, setRest] = useState({
    picture: quest?.picture ?? 'flag',
    repeats: quest?.repeats ?? ('once' as Quest['repeats']),
    points: quest?.points ?? POINTS_USUALLY,
    coins: quest?.coins ?? COINS_USUALLY,
    active: quest?.active ?? true,
    from: quest?.from ?? null,
    until: quest?.until ?? null,
    departments: quest?.departments ?? [],
    newcomer_days: quest?.newcomer_days ?? null,
  });
  const set = (part: Partial<typeof rest>) => { setRest((before) => ({ ...before, ...part })); };
  const step = (at: number, part: Partial<StepWish>) => { setSteps((before) => before.map((each, place) => (place === at ? { ...each, ...part } : each))); };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ ...rest, steps, ...(name !== quest?.name && { name: name.trim() }), ...(text !== quest?.text && { text }) }, { onSuccess: close });
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput label={t('common.name')} value={name} maxLength={NAME_LENGTH_MAX} onChange={(e) => { setName(e.currentTarget.value); }} data-autofocus />
      <TextInput label={t('game.text')} value={text} maxLength={TEXT_LENGTH_MAX} onChange={(e) => { setText(e.currentTarget.value); }} />
      <fieldset className={classes.pick}>
        <legend className={classes.legend}>{t('shop.picture')}</legend>
        {PICTURE_NAMES.map((picture) => (
          <label key={picture}>
            <input type="radio" name="picture" aria-label={t(`quest.picture_${picture}`)} checked={rest.picture === picture} onChange={() => { set({ picture }); }} />
            <QuestPicture picture={picture} size={44} />
          </label>
        ))}
      </fieldset>
      <FieldGroup title={t('quest.steps')} hint={t('quest.steps_hint')}>
        {steps.map((each, at) => (
          <StepRow key={each.id ?? `new-${at}`} step={each} number={at + 1} change={(part) => { step(at, part); }} remove={steps.length > 1 ? () => { setSteps((before) => before.filter((_, place) => place !== at)); } : undefined} />
        ))}
        {steps.length < STEPS_MAX && (
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => { setSteps((before) => [...before, { activity: 'message.sent', count: 1 }]); }}>
            {t('quest.add_step')}
          </Button>
        )}
      </FieldGroup>
      <Columns narrow>
        <NumberInput label={t('quest.points')} min={0} max={AMOUNT_MAX} allowDecimal={false} value={rest.points} onChange={(value) => { if (typeof value === 'number') set({ points: value }); }} />
        <NumberInput label={t('quest.coins')} min={0} max={AMOUNT_MAX} allowDecimal={false} value={rest.coins} onChange={(value) => { if (typeof value === 'number') set({ coins: value }); }} />
        <NativeSelect label={t('quest.repeats')} value={rest.repeats} onChange={(e) => { set({ repeats: RHYTHMS.find((each) => each === e.currentTarget.value) ?? 'once' }); }} data={RHYTHMS.map((value) => ({ value, label: t(`quest.repeats_${value}`) }))} />
      </Columns>
      <Columns narrow>
        <TextInput type="date" label={t('quest.from')} value={rest.from ?? ''} onChange={(e) => { set({ from: e.currentTarget.value || null }); }} />
        <TextInput type="date" label={t('quest.to')} value={rest.until ?? ''} onChange={(e) => { set({ until: e.currentTarget.value || null }); }} />
        <NumberInput label={t('quest.newcomer_days')} placeholder={t('quest.everybody')} min={1} max={NEWCOMER_DAYS_MAX} allowDecimal={false} value={rest.newcomer_days ?? ''} onChange={(value) => { set({ newcomer_days: typeof value === 'number' ? value : null }); }} />
      </Columns>
      <Checkbox.Group label={t('quest.departments')} description={t('quest.departments_hint')} value={rest.departments} onChange={(value) => { set({ departments: value }); }}>
        <div className={classes.checks}>
          {departments.map(({ id, name: label }) => (
            <Checkbox key={id} value={id} label={label} />
          ))}
        </div>
      </Checkbox.Group>
      <Switch label={t('quest.active')} checked={rest.active} onChange={(e) => { set({ active: e.currentTarget.checked }); }} />
      <FormError message={save.error && explain(asProblem(save.error), t)} />
      <FormEnd>
        <Button type="submit" loading={save.isPending} disabled={!name.trim()}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}

function StepRow({ step, number, change, remove }: { step: StepWish; number: number; change: (part: Partial<StepWish>) => void; remove?: () => void }) {
  const { t } = useTranslation();
  const { data: departments = [] } = useQuery(departmentsQuery);
  const bare = { activity: undefined, count: undefined, department: undefined, tag: undefined, rating: undefined, mention: undefined, channel: undefined, measure: undefined };
  const choose = (what: string) => { change(what === FIGURE ? { ...bare, measure: MEASURE } : { ...bare, activity: what, count: step.count ?? 1 }); };
  const activity = step.activity ?? '';
  return (
    <div className={classes.row} role="group" aria-label={t('quest.step', { number })}>
      <div className={classes.fields}>
        <NativeSelect label={t('quest.activity')} value={step.measure ? FIGURE : activity} onChange={(e) => { choose(e.currentTarget.value); }} data={[...ACTIVITIES.map((value) => ({ value, label: activityName(value, t) })), { value: FIGURE, label: t('quest.figure') }]} />
        {step.measure && <Measure measure={step.measure} change={(measure) => { change({ measure }); }} />}
        {!step.measure && <NumberInput label={t('quest.count')} min={1} max={COUNT_MAX} allowDecimal={false} value={step.count ?? 1} onChange={(value) => { if (typeof value === 'number') change({ count: value }); }} />}
        {!step.measure && !PLACELESS.includes(activity) && (
          <NativeSelect label={t('quest.department')} value={step.department ?? ''} onChange={(e) => { change({ department: e.currentTarget.value || undefined }); }} data={[{ value: '', label: t('quest.anywhere') }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]} />
        )}
        {activity === 'ticket.tagged' && <TextInput label={t('quest.tag')} placeholder={t('quest.any')} value={step.tag ?? ''} maxLength={NAME_LENGTH_MAX} onChange={(e) => { change({ tag: e.currentTarget.value || undefined }); }} />}
        {activity === 'rating.given' && (
          <NativeSelect label={t('quest.rating')} value={step.rating ?? ''} onChange={(e) => { change({ rating: e.currentTarget.value || undefined }); }} data={[{ value: '', label: t('quest.any') }, ...RATINGS.map((value) => ({ value, label: t(`condition.rating_${value}`) }))]} />
        )}
        {activity === 'note.added' && <Switch label={t('quest.mention')} checked={step.mention ?? false} onChange={(e) => { change({ mention: e.currentTarget.checked || undefined }); }} />}
      </div>
      {remove && (
        <ActionIcon aria-label={t('quest.remove_step', { number })} onClick={remove}>
          <IconX size={16} />
        </ActionIcon>
      )}
    </div>
  );
}

/** So much or so little of a metric, over some days. */
function Measure({ measure, change }: { measure: MeasureWish; change: (measure: MeasureWish) => void }) {
  const { t } = useTranslation();
  const { data: metrics = [] } = useQuery(metricsQuery);
  const metric = metrics.find((each) => each.id === measure.metric);
  const choices = [{ value: 'points', label: t('game.points_metric') }, ...metricChoices(measure.metric, t).filter(({ value }) => value !== 'points')];
  const all = [...choices, ...KPIS.filter((id) => choices.every(({ value }) => value !== id)).map((value) => ({ value, label: metricName(value, t) }))];
  return (
    <>
      <NativeSelect label={t('quest.metric')} value={measure.metric} onChange={(e) => { change({ ...measure, metric: e.currentTarget.value }); }} data={all} />
      <NativeSelect label={t('game.gate_op')} value={measure.op} onChange={(e) => { change({ ...measure, op: OPS.find((op) => op === e.currentTarget.value) ?? '>=' }); }} data={OPS.map((value) => ({ value, label: SIGNS[value] }))} />
      <NumberInput label={t(metric?.unit === 'seconds' ? 'quest.value_seconds' : metric?.unit === 'percent' ? 'quest.value_percent' : 'quest.value')} min={-VALUE_MAX} max={VALUE_MAX} value={measure.value} onChange={(value) => { if (typeof value === 'number') change({ ...measure, value }); }} />
      <NativeSelect label={t('quest.window')} value={measure.window} onChange={(e) => { change({ ...measure, window: WINDOWS.find((each) => each === e.currentTarget.value) ?? 'week' }); }} data={WINDOWS.map((value) => ({ value, label: t(`quest.window_${value}`) }))} />
      {measure.metric !== 'points' && <NumberInput label={t('game.minimum_sample')} min={1} max={SAMPLE_MAX} allowDecimal={false} value={measure.minimum_sample} onChange={(value) => { if (typeof value === 'number') change({ ...measure, minimum_sample: value }); }} />}
    </>
  );
}
