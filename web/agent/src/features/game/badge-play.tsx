import { Button, Progress, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { explain } from '@/kit/explain';
import { Columns, FormEnd, FormError } from '@/kit/form';
import { PLAYED_DAYS_MAX, playsQuery, usePlay } from './game';
import classes from './game.module.css';

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
const USUALLY_DAYS = 90;

/** Has a past played: who would have held each badge before the game began is written down, quietly. */
export function BadgePlay() {
  const { t } = useTranslation();
  const [from, setFrom] = useState(() => daysAgo(USUALLY_DAYS));
  const [to, setTo] = useState(() => daysAgo(0));
  const { data: plays = [] } = useQuery(playsQuery);
  const play = usePlay();
  const under = plays.find((each) => each.ended_at === null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    play.mutate({ from, to });
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p className={classes.soft}>{t('game.play_lead', { count: PLAYED_DAYS_MAX })}</p>
      <Columns>
        <TextInput type="date" label={t('game.from')} value={from} max={to} onChange={(e) => { setFrom(e.currentTarget.value); }} />
        <TextInput type="date" label={t('game.until')} value={to} min={from} onChange={(e) => { setTo(e.currentTarget.value); }} />
      </Columns>
      {under && <Progress value={(under.progress ?? 0) * 100} aria-label={t('game.play_under_way')} />}
      <div role="status">
        {plays[0] && (
          <p className={classes.soft}>
            {under ? t('game.play_under_way') : t('game.play_done', { from: plays[0].from, to: plays[0].to, count: plays[0].awards })}
          </p>
        )}
      </div>
      <FormError message={play.error && explain(asProblem(play.error), t)} />
      <FormEnd>
        <Button type="submit" loading={play.isPending} disabled={under !== undefined || !from || !to}>
          {t('game.play')}
        </Button>
      </FormEnd>
    </form>
  );
}
