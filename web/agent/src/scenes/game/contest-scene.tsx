import { Button, Modal } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contest } from '@/api/types';
import { ContestFacts, ContestState } from '@/features/contests/contest-card';
import { ContestEditor } from '@/features/contests/contest-editor';
import { contestQuery, useCancelContest, useDeleteContest } from '@/features/contests/contests';
import classes from '@/features/contests/contests.module.css';
import { Prizes } from '@/features/contests/places';
import { Standings } from '@/features/contests/standings';
import { metricName } from '@/features/game/game';
import { useCommands } from '@/kit/commands';
import { Confirm } from '@/kit/confirm';
import { Section, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';

/** One contest: its rules, what it brings, and where everybody stands or stood. */
export function ContestScene() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/game/contests/$id' });
  const { data: contest, error, refetch } = useQuery(contestQuery(id));
  return (
    <Sheet title={contest?.name ?? t('contest.title')} lead={contest && <ContestFacts contest={contest} />} action={contest && <ContestState state={contest.state} />}>
      <Link to="/game/contests" className={classes.back}>
        <IconArrowLeft size={16} aria-hidden="true" />
        {t('contest.all')}
      </Link>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!contest && !error && <Waiting rows={4} height={48} />}
      {contest && <About contest={contest} />}
    </Sheet>
  );
}

function About({ contest }: { contest: Contest }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const [ending, setEnding] = useState<'cancel' | 'delete'>();
  const cancel = useCancelContest();
  const remove = useDeleteContest();
  const stay = () => { setEnding(undefined); };
  const { abilities, quality_gate: gate } = contest;
  const edit = () => { setEditing(true); };
  useCommands([
    ...(abilities.edit_words ? [{ id: 'edit-contest', label: t('contest.edit'), group: t('contest.title'), act: edit }] : []),
    ...(abilities.cancel ? [{ id: 'cancel-contest', label: t('contest.cancel'), group: t('contest.title'), act: () => { setEnding('cancel'); } }] : []),
  ]);
  const end = () => {
    if (ending === 'cancel') cancel.mutate(contest.id, { onSuccess: stay });
    else remove.mutate(contest.id, { onSuccess: () => void navigate({ to: '/game/contests' }) });
  };
  const rules = [
    t(`contest.tie_rule_${contest.tie_rule}`),
    contest.minimum_sample > 1 && t('contest.sample_rule', { count: contest.minimum_sample }),
    gate && t('contest.gate_rule', { name: metricName(gate.kpi, t), op: gate.op, value: gate.value }),
    contest.among === 'departments' && t(`contest.team_rule_${contest.team_value}`),
  ].filter(Boolean);
  return (
    <>
      {contest.text && <p className={`${classes.text ?? ''} ${classes.intro ?? ''}`}>{contest.text}</p>}
      {(abilities.edit_words || abilities.delete) && (
        <div className={classes.actions}>
          {abilities.edit_words && <Button variant="default" size="xs" onClick={edit}>{t('contest.edit')}</Button>}
          {abilities.cancel && <Button variant="default" size="xs" onClick={() => { setEnding('cancel'); }}>{t('contest.cancel')}</Button>}
          {abilities.delete && <Button variant="default" size="xs" onClick={() => { setEnding('delete'); }}>{t('common.delete')}</Button>}
        </div>
      )}
      <Section title={t('contest.prizes')}>
        <Prizes prizes={contest.prizes} />
      </Section>
      {contest.state !== 'planned' && contest.state !== 'cancelled' && (
        <Section title={t(contest.state === 'finalised' ? 'contest.result' : 'contest.standings')} lead={t(`contest.lead_${contest.state}`)}>
          <Standings contest={contest} />
        </Section>
      )}
      <Section title={t('contest.rules')}>
        <p className={classes.facts}>{rules.join(' ')}</p>
        {contest.participants && contest.participants.length > 0 && <p className={classes.facts}>{contest.participants.map(({ name }) => name).join(', ')}</p>}
      </Section>
      <Modal opened={editing} onClose={() => { setEditing(false); }} title={t('contest.edit')} size="xl">
        <ContestEditor contest={contest} done={() => { setEditing(false); }} />
      </Modal>
      <Confirm
        opened={ending !== undefined}
        close={stay}
        title={t(ending === 'delete' ? 'contest.delete_of' : 'contest.cancel_of', { name: contest.name })}
        verb={t(ending === 'delete' ? 'common.delete' : 'contest.cancel')}
        busy={cancel.isPending || remove.isPending}
        act={end}
      >
        <p>{t(ending === 'delete' ? 'contest.delete_hint' : 'contest.cancel_hint')}</p>
      </Confirm>
    </>
  );
}
