import { ActionIcon, Button, Menu, Textarea } from '@mantine/core';
import { IconDots, IconHeart, IconWorld } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CoachingNote } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import { kpisQuery } from '@/features/reports/figures';
import { shown } from '@/features/reports/shown';
import { Sparkline } from '@/features/reports/sparkline';
import { titleOf } from '@/features/reports/words';
import { When } from '@/kit/time';
import { TEXT_LENGTH_MAX, useAnswerNote, useDeleteNote, useSettleNote } from './coaching';
import { daysBefore, inDays } from './days';
import classes from './coaching.module.css';

/** So long before a note its figure is shown, week by week. */
const DAYS_BEFORE = 56;

/** A note, what it is about, how the figure moved since, and what the two wrote. */
export function NoteCard({ note }: { note: CoachingNote }) {
  const { t } = useTranslation();
  const settle = useSettleNote();
  const remove = useDeleteNote();
  return (
    <li className={classes.note} data-settled={note.closed_at ? true : undefined}>
      <header>
        {note.author && <AgentFace agent={note.author} size={28} />}
        <div className={classes.who}>
          <strong>{t('coaching.from_to', { from: note.author?.name ?? '', to: note.agent?.name ?? '' })}</strong>
          <When at={note.at} />
        </div>
        {note.kind === 'praise' && <span className={classes.pill} data-praise><IconHeart size={13} aria-hidden="true" />{t('coaching.kind_praise')}</span>}
        {note.public && <span className={classes.pill}><IconWorld size={13} aria-hidden="true" />{t('coaching.is_public')}</span>}
        {note.closed_at && <span className={classes.pill}>{t('coaching.settled')}</span>}
        {note.abilities.edit && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={t('common.more_of', { name: note.agent?.name ?? '' })}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => { settle.mutate({ id: note.id, closed: !note.closed_at }); }}>{t(note.closed_at ? 'coaching.reopen' : 'coaching.settle')}</Menu.Item>
              <Menu.Item color="red" onClick={() => { remove.mutate(note.id); }}>{t('word.delete')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </header>
      <p className={classes.text}>{note.text}</p>
      {note.ticket && (
        <p className={classes.facts}>
          <Link to="/tickets/$code" params={{ code: note.ticket }}>{note.ticket}</Link>
        </p>
      )}
      {note.kpi && note.agent && note.abilities.answer && <Course kpi={note.kpi} agent={note.agent.id} since={note.at} />}
      {note.replies.length > 0 && (
        <ul className={classes.replies} aria-label={t('coaching.answers')}>
          {note.replies.map((reply) => (
            <li key={reply.id}>
              <strong>{reply.author?.name ?? ''}</strong> <When at={reply.at} />
              <p className={classes.text}>{reply.text}</p>
            </li>
          ))}
        </ul>
      )}
      {note.abilities.answer && !note.closed_at && <Answer id={note.id} />}
    </li>
  );
}

/** The agent's figure, week by week from before the note until now. */
function Course({ kpi, agent, since }: { kpi: string; agent: string; since: string }) {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(kpisQuery({ from: daysBefore(since, DAYS_BEFORE), to: inDays(1), by: 'week', kpi, agent }));
  const definition = data?.definitions[kpi];
  if (!data || !definition) return null;
  const values = data.slices.map((slice) => slice.kpis[kpi]?.value ?? null);
  const before = data.slices.filter((slice) => slice.from <= since).at(-1)?.kpis[kpi]?.value;
  const now = values.at(-1);
  return (
    <div className={classes.moved}>
      <span>
        {titleOf(kpi, definition, t)}: {t('coaching.moved', { before: shown(before, definition.unit, i18n.language), now: shown(now, definition.unit, i18n.language) })}
      </span>
      <Sparkline values={values} />
    </div>
  );
}

function Answer({ id }: { id: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const answer = useAnswerNote(id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answer.mutate(text.trim(), { onSuccess: () => { setText(''); } });
  };
  return (
    <form onSubmit={submit} className={classes.answer}>
      <Textarea aria-label={t('coaching.answer')} placeholder={t('coaching.answer')} value={text} onChange={(e) => { setText(e.currentTarget.value); }} maxLength={TEXT_LENGTH_MAX} autosize minRows={1} maxRows={8} />
      <Button type="submit" variant="default" loading={answer.isPending} disabled={!text.trim()}>{t('coaching.send')}</Button>
    </form>
  );
}
