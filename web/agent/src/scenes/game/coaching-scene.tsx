import { Button, Modal, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '@/api/types';
import { goalsQuery, notesQuery, subjectsQuery } from '@/features/coaching/coaching';
import classes from '@/features/coaching/coaching.module.css';
import { GoalForm } from '@/features/coaching/goal-form';
import { GoalLine } from '@/features/coaching/goal-line';
import { NoteCard } from '@/features/coaching/note-card';
import { NoteForm } from '@/features/coaching/note-form';
import { useCommands } from '@/kit/commands';
import { Lines, Section, Sheet } from '@/kit/sheet';
import { Empty, Failed, Waiting } from '@/kit/states';

/** What is to be reached and how far it is; what leads and agents write to each other about it. */
export function CoachingScene() {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const goals = useQuery(goalsQuery(over));
  const notes = useQuery(notesQuery);
  const { data: subjects } = useQuery(subjectsQuery);
  const [edited, setEdited] = useState<Goal | null>();
  const [writing, setWriting] = useState(false);
  const leads = (subjects?.agents.length ?? 0) > 0;
  useCommands([
    { id: 'set-goal', label: t('coaching.set_goal'), group: t('game.title'), act: () => { setEdited(null); } },
    ...(leads ? [{ id: 'write-note', label: t('coaching.write'), group: t('game.title'), act: () => { setWriting(true); } }] : []),
  ]);
  return (
    <Sheet title={t('coaching.title')} lead={t('coaching.lead')}>
      <Section title={t('coaching.goals')} lead={t('coaching.goals_lead')} action={<Button onClick={() => { setEdited(null); }}>{t('coaching.set_goal')}</Button>}>
        {goals.error && <Failed error={goals.error} retry={() => void goals.refetch()} />}
        {!goals.data && !goals.error && <Waiting rows={2} height={64} />}
        {goals.data?.length === 0 && <Empty title={t('coaching.no_goals')}>{t('coaching.no_goals_hint')}</Empty>}
        {goals.data && goals.data.length > 0 && (
          <Lines label={t('coaching.goals')}>
            {goals.data.map((goal) => <GoalLine key={goal.id} goal={goal} edit={() => { setEdited(goal); }} />)}
          </Lines>
        )}
        <Switch label={t('coaching.show_over')} checked={over} onChange={(e) => { setOver(e.currentTarget.checked); }} mt="sm" />
      </Section>
      <Section title={t('coaching.notes')} lead={t('coaching.notes_lead')} action={leads ? <Button variant="default" onClick={() => { setWriting(true); }}>{t('coaching.write')}</Button> : undefined}>
        {notes.error && <Failed error={notes.error} retry={() => void notes.refetch()} />}
        {!notes.data && !notes.error && <Waiting rows={2} height={96} />}
        {notes.data?.length === 0 && <Empty title={t('coaching.no_notes')}>{t('coaching.no_notes_hint')}</Empty>}
        {notes.data && notes.data.length > 0 && (
          <ul className={classes.notes} aria-label={t('coaching.notes')}>
            {notes.data.map((note) => <NoteCard key={note.id} note={note} />)}
          </ul>
        )}
      </Section>
      <Modal opened={edited !== undefined} onClose={() => { setEdited(undefined); }} title={t(edited ? 'coaching.change_goal' : 'coaching.set_goal')} size="lg">
        {edited !== undefined && <GoalForm goal={edited} done={() => { setEdited(undefined); }} />}
      </Modal>
      <Modal opened={writing} onClose={() => { setWriting(false); }} title={t('coaching.write')} size="lg">
        {writing && <NoteForm done={() => { setWriting(false); }} />}
      </Modal>
    </Sheet>
  );
}
