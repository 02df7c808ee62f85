import { Button, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Goal } from '@/api/types';
import { metricsQuery } from '@/features/game/game';
import { KPI_IDS, titleOf } from '@/features/reports/words';
import { useSession } from '@/features/session/session';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { AIMS, GOAL_TEXT_LENGTH_MAX, subjectsQuery, useSaveGoal } from './coaching';
import { inDays, today } from './days';
import classes from './coaching.module.css';

const USUAL_DAYS = 30;

/** Whose figure is to be where, and by when. */
export function GoalForm({ goal, done }: { goal: Goal | null; done: () => void }) {
  const { t } = useTranslation();
  const { agent } = useSession();
  const { data: metrics = [] } = useQuery(metricsQuery);
  const { data: subjects } = useQuery(subjectsQuery);
  const [whose, setWhose] = useState('me');
  const [kpi, setKpi] = useState(goal?.kpi ?? 'first_answer_time');
  const [aim, setAim] = useState<Goal['aim']>(goal?.aim ?? 'at_most');
  const [target, setTarget] = useState<string | number>(goal?.target ?? '');
  const [from, setFrom] = useState(goal?.from ?? today());
  const [until, setUntil] = useState(goal?.until ?? inDays(USUAL_DAYS));
  const [text, setText] = useState(goal?.text ?? '');
  const save = useSaveGoal(goal);
  const problem = save.error && asProblem(save.error);
  const unit = metrics.find(({ id }) => id === kpi)?.unit ?? 'count';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [kind, id] = whose.split(':');
    const subject = whose === 'me' ? { agent: 'me' } : kind === 'agent' ? { agent: id } : { department: id };
    save.mutate({ ...(goal ? {} : { ...subject, kpi }), aim, target: Number(target), from, until, text: text.trim() }, { onSuccess: done });
  };

  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      {!goal && (
        <Columns>
          <NativeSelect label={t('coaching.whose')} value={whose} onChange={(e) => { setWhose(e.currentTarget.value); }} data-autofocus>
            <option value="me">{t('coaching.mine', { name: agent.name })}</option>
            {subjects && subjects.departments.length > 0 && (
              <optgroup label={t('coaching.departments')}>
                {subjects.departments.map(({ id, name }) => <option key={id} value={`department:${id}`}>{name}</option>)}
              </optgroup>
            )}
            {subjects && subjects.agents.length > 0 && (
              <optgroup label={t('coaching.agents')}>
                {subjects.agents.map(({ id, name }) => <option key={id} value={`agent:${id}`}>{name}</option>)}
              </optgroup>
            )}
          </NativeSelect>
          <NativeSelect label={t('coaching.kpi')} value={kpi} onChange={(e) => { setKpi(e.currentTarget.value); }} error={problem?.of('kpi')} data={KPI_IDS.map((id) => ({ value: id, label: titleOf(id, undefined, t) }))} />
        </Columns>
      )}
      <Columns>
        <NativeSelect label={t('coaching.aim')} value={aim} onChange={(e) => { const chosen = AIMS.find((each) => each === e.currentTarget.value); if (chosen) setAim(chosen); }} data={AIMS.map((value) => ({ value, label: t(`coaching.aim_${value}`) }))} />
        <NumberInput label={t('coaching.target')} value={target} onChange={setTarget} min={0} suffix={unit === 'percent' ? ' %' : unit === 'seconds' ? ' s' : ''} error={problem?.of('target')} />
      </Columns>
      <Columns>
        <TextInput type="date" label={t('coaching.from')} value={from} onChange={(e) => { setFrom(e.currentTarget.value); }} error={problem?.of('from')} />
        <TextInput type="date" label={t('coaching.until')} value={until} onChange={(e) => { setUntil(e.currentTarget.value); }} error={problem?.of('until')} />
      </Columns>
      <Textarea label={t('coaching.about')} value={text} onChange={(e) => { setText(e.currentTarget.value); }} maxLength={GOAL_TEXT_LENGTH_MAX} autosize minRows={2} maxRows={6} />
      <FormError message={problem ? explain(problem, t) : null} />
      <FormEnd>
        <Button type="submit" loading={save.isPending} disabled={target === '' || !until || !from}>
          {goal ? t('common.save') : t('coaching.set_goal')}
        </Button>
      </FormEnd>
    </form>
  );
}
