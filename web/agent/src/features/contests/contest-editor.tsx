import { ActionIcon, Button, MultiSelect, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Contest, ContestWish, Prize } from '@/api/types';
import { agentsQuery } from '@/features/agents/agents';
import { departmentsQuery } from '@/features/departments/departments';
import { DIRECTIONS, GATES, metricChoices, metricName, NAME_LENGTH_MAX, OPS, TIES } from '@/features/game/game';
import game from '@/features/game/game.module.css';
import { explain } from '@/kit/explain';
import { Columns, FieldGroup, FormEnd, FormError } from '@/kit/form';
import { AMONG, CONTEST_TEXT_MAX, PRIZE_MAX, PRIZE_TEXT_MAX, PRIZES_MAX, TEAM_VALUES, today, useSaveContest } from './contests';
import classes from './contests.module.css';

const SAMPLE_MAX = 1_000_000;
const WEEK_DAYS = 6;

const one = <T extends string>(of: readonly T[], value: string): T | undefined => of.find((each) => each === value);

const later = (day: string, days: number) => new Date(new Date(`${day}T00:00:00Z`).getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** What a contest is about; once it is open only its words can change. */
export function ContestEditor({ contest, done }: { contest: Contest | null; done: (saved: Contest) => void }) {
  const { t } = useTranslation();
  const save = useSaveContest(contest);
  const { data: agents = [] } = useQuery(agentsQuery);
  const { data: departments = [] } = useQuery(departmentsQuery);
  const [name, setName] = useState(contest?.name ?? '');
  const [text, setText] = useState(contest?.text ?? '');
  const [people, setPeople] = useState<string[]>(contest?.participants?.map(({ id }) => id) ?? []);
  const [prizes, setPrizes] = useState<Prize[]>(contest?.prizes ?? [{ points: 100, coins: 0, text: '' }]);
  const [rest, setRest] = useState({
    metric: contest?.metric ?? 'points',
    direction: contest?.direction ?? 'most',
    among: contest?.among ?? 'all_agents',
    first_day: contest?.first_day ?? today(),
    last_day: contest?.last_day ?? later(today(), WEEK_DAYS),
    team_value: contest?.team_value ?? 'sum',
    tie_rule: contest?.tie_rule ?? 'earliest',
    minimum_sample: contest?.minimum_sample ?? 1,
    quality_gate: contest?.quality_gate ?? null,
  });
  const set = (part: Partial<typeof rest>) => { setRest((before) => ({ ...before, ...part })); };
  const ruled = contest === null || contest.abilities.edit;
  const gate = rest.quality_gate;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words: ContestWish = { name: name.trim(), text };
    save.mutate(ruled ? { ...words, ...rest, prizes, participants: rest.among === 'all_agents' ? [] : people } : words, { onSuccess: done });
  };
  const change = (place: number, part: Partial<Prize>) => { setPrizes((before) => before.map((prize, at) => (at === place ? { ...prize, ...part } : prize))); };
  return (
    <form onSubmit={submit} className={game.form} noValidate>
      <TextInput label={t('common.name')} value={name} maxLength={NAME_LENGTH_MAX} onChange={(e) => { setName(e.currentTarget.value); }} data-autofocus />
      <Textarea label={t('contest.text')} value={text} maxLength={CONTEST_TEXT_MAX} autosize minRows={2} maxRows={8} onChange={(e) => { setText(e.currentTarget.value); }} />
      {!ruled && <p className={game.soft}>{t('contest.rules_stand')}</p>}
      {ruled && (
        <>
          <Columns>
            <TextInput type="date" label={t('contest.first_day')} value={rest.first_day} min={contest ? undefined : today()} onChange={(e) => { set({ first_day: e.currentTarget.value }); }} />
            <TextInput type="date" label={t('contest.last_day')} value={rest.last_day} min={rest.first_day} onChange={(e) => { set({ last_day: e.currentTarget.value }); }} />
            <NativeSelect label={t('game.metric')} value={rest.metric} onChange={(e) => { set({ metric: e.currentTarget.value }); }} data={[{ value: 'points', label: t('game.points_metric') }, ...metricChoices(rest.metric, t).filter(({ value }) => value !== 'points')]} />
            <NativeSelect label={t('game.direction')} value={rest.direction} onChange={(e) => { set({ direction: one(DIRECTIONS, e.currentTarget.value) ?? 'most' }); }} data={DIRECTIONS.map((value) => ({ value, label: t(`game.direction_${value}`) }))} />
            <NativeSelect label={t('contest.among')} value={rest.among} onChange={(e) => { set({ among: one(AMONG, e.currentTarget.value) ?? 'all_agents' }); setPeople([]); }} data={AMONG.map((value) => ({ value, label: t(`contest.among_${value}`) }))} />
            {rest.among === 'departments' && (
              <NativeSelect label={t('contest.team_value')} value={rest.team_value} onChange={(e) => { set({ team_value: one(TEAM_VALUES, e.currentTarget.value) ?? 'sum' }); }} data={TEAM_VALUES.map((value) => ({ value, label: t(`contest.team_value_${value}`) }))} />
            )}
          </Columns>
          {rest.among !== 'all_agents' && (
            <MultiSelect
              label={t(rest.among === 'agents' ? 'contest.agents' : 'contest.departments')}
              searchable
              value={people}
              onChange={setPeople}
              data={rest.among === 'agents' ? agents.filter(({ active }) => active).map(({ id, name: label }) => ({ value: id, label })) : departments.map(({ id, name: label }) => ({ value: id, label }))}
            />
          )}
          <FieldGroup title={t('contest.prizes')} hint={t(rest.among === 'departments' ? 'contest.prizes_of_teams' : 'contest.prizes_hint')}>
            {prizes.map((prize, place) => (
              <div key={place} className={classes.prizeRow}>
                <span className={classes.place} data-place={place + 1}>{place + 1}</span>
                <NumberInput label={t('game.points_metric')} min={0} max={PRIZE_MAX} allowDecimal={false} value={prize.points} onChange={(points) => { if (typeof points === 'number') change(place, { points }); }} />
                <NumberInput label={t('contest.coins_metric')} min={0} max={PRIZE_MAX} allowDecimal={false} value={prize.coins} onChange={(coins) => { if (typeof coins === 'number') change(place, { coins }); }} />
                <TextInput label={t('contest.also')} value={prize.text} maxLength={PRIZE_TEXT_MAX} onChange={(e) => { change(place, { text: e.currentTarget.value }); }} />
                <ActionIcon aria-label={t('contest.drop_prize', { place: place + 1 })} mb={4} onClick={() => { setPrizes((before) => before.filter((_, at) => at !== place)); }}>
                  <IconTrash size={16} />
                </ActionIcon>
              </div>
            ))}
            <div>
              <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} disabled={prizes.length >= PRIZES_MAX} onClick={() => { setPrizes((before) => [...before, { points: 0, coins: 0, text: '' }]); }}>
                {t('contest.add_prize')}
              </Button>
            </div>
          </FieldGroup>
          <FieldGroup title={t('contest.fairness')} hint={t('game.gate_hint')}>
            <Columns>
              <NativeSelect label={t('game.tie')} value={rest.tie_rule} onChange={(e) => { set({ tie_rule: one(TIES, e.currentTarget.value) ?? 'earliest' }); }} data={TIES.map((value) => ({ value, label: t(`contest.tie_${value}`) }))} />
              <NumberInput label={t('game.minimum_sample')} min={1} max={SAMPLE_MAX} allowDecimal={false} value={rest.minimum_sample} onChange={(value) => { if (typeof value === 'number') set({ minimum_sample: value }); }} />
              <NativeSelect label={t('game.gate_kpi')} value={gate?.kpi ?? ''} onChange={(e) => { const kpi = e.currentTarget.value; set({ quality_gate: kpi ? { op: '>=', value: 0, ...gate, kpi } : null }); }} data={[{ value: '', label: t('game.no_gate') }, ...[...new Set<string>([...GATES, ...(gate ? [gate.kpi] : [])])].map((id) => ({ value: id, label: metricName(id, t) }))]} />
              {gate && <NativeSelect label={t('game.gate_op')} value={gate.op} onChange={(e) => { set({ quality_gate: { ...gate, op: one(OPS, e.currentTarget.value) ?? '>=' } }); }} data={[...OPS]} />}
              {gate && <NumberInput label={t('game.value')} value={gate.value} onChange={(value) => { if (typeof value === 'number') set({ quality_gate: { ...gate, value } }); }} />}
            </Columns>
          </FieldGroup>
        </>
      )}
      <FormError message={save.error && explain(asProblem(save.error), t)} />
      <FormEnd>
        <Button type="submit" loading={save.isPending} disabled={!name.trim()}>
          {t('common.save')}
        </Button>
      </FormEnd>
    </form>
  );
}
