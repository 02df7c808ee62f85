import { Button, Checkbox, NativeSelect, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { CoachingNote, Goal } from '@/api/types';
import { KPI_IDS, titleOf } from '@/features/reports/words';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { AIMS, NOTE_KINDS, subjectsQuery, TEXT_LENGTH_MAX, useWriteNote } from './coaching';
import { inDays } from './days';
import classes from './coaching.module.css';

const USUAL_DAYS = 30;

/** What a lead writes to an agent: about a figure or a ticket, with something to reach if wished. */
export function NoteForm({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const { data: subjects } = useQuery(subjectsQuery);
  const [chosen, setChosen] = useState('');
  const [kind, setKind] = useState<CoachingNote['kind']>('coaching');
  const [shared, setShared] = useState(false);
  const [text, setText] = useState('');
  const [kpi, setKpi] = useState('');
  const [ticket, setTicket] = useState('');
  const [hasGoal, setHasGoal] = useState(false);
  const [aim, setAim] = useState<Goal['aim']>('at_most');
  const [target, setTarget] = useState<string | number>('');
  const [until, setUntil] = useState(inDays(USUAL_DAYS));
  const write = useWriteNote();
  const problem = write.error && asProblem(write.error);
  const agent = chosen || subjects?.agents[0]?.id;
  const praise = kind === 'praise';
  const withGoal = hasGoal && !praise && kpi !== '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!agent) return;
    write.mutate(
      {
        agent,
        kind,
        text: text.trim(),
        ...(praise && { public: shared }),
        ...(kpi && { kpi }),
        ...(ticket.trim() && { ticket: ticket.trim() }),
        ...(withGoal && { goal: { aim, target: Number(target), until } }),
      },
      { onSuccess: done },
    );
  };

  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <NativeSelect label={t('coaching.to_whom')} value={agent} onChange={(e) => { setChosen(e.currentTarget.value); }} error={problem?.of('agent')} data={subjects?.agents.map(({ id, name }) => ({ value: id, label: name })) ?? []} data-autofocus />
      <SegmentedControl value={kind} onChange={(value) => { const found = NOTE_KINDS.find((each) => each === value); if (found) setKind(found); }} data={NOTE_KINDS.map((value) => ({ value, label: t(`coaching.kind_${value}`) }))} aria-label={t('coaching.kind')} />
      <Textarea label={t('coaching.text')} description={t(praise ? 'coaching.praise_hint' : 'coaching.text_hint')} value={text} onChange={(e) => { setText(e.currentTarget.value); }} maxLength={TEXT_LENGTH_MAX} autosize minRows={4} maxRows={14} error={problem?.of('text')} />
      {praise && <Checkbox label={t('coaching.public')} description={t('coaching.public_hint')} checked={shared} onChange={(e) => { setShared(e.currentTarget.checked); }} />}
      <Columns>
        <NativeSelect label={t('coaching.about_kpi')} value={kpi} onChange={(e) => { setKpi(e.currentTarget.value); }} error={problem?.of('kpi')} data={[{ value: '', label: t('coaching.none') }, ...KPI_IDS.map((id) => ({ value: id, label: titleOf(id, undefined, t) }))]} />
        <TextInput label={t('coaching.about_ticket')} value={ticket} onChange={(e) => { setTicket(e.currentTarget.value); }} error={problem?.of('ticket')} />
      </Columns>
      {!praise && kpi !== '' && <Checkbox label={t('coaching.with_goal')} checked={hasGoal} onChange={(e) => { setHasGoal(e.currentTarget.checked); }} />}
      {withGoal && (
        <Columns>
          <NativeSelect label={t('coaching.aim')} value={aim} onChange={(e) => { const found = AIMS.find((each) => each === e.currentTarget.value); if (found) setAim(found); }} data={AIMS.map((value) => ({ value, label: t(`coaching.aim_${value}`) }))} />
          <NumberInput label={t('coaching.target')} value={target} onChange={setTarget} min={0} error={problem?.of('target')} />
          <TextInput type="date" label={t('coaching.until')} value={until} onChange={(e) => { setUntil(e.currentTarget.value); }} error={problem?.of('until')} />
        </Columns>
      )}
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" loading={write.isPending} disabled={!text.trim() || !agent || (withGoal && target === '')}>
          {t('coaching.send')}
        </Button>
      </FormEnd>
    </form>
  );
}
