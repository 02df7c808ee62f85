import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '@/api/query-client';
import type { MassAction } from '@/api/types';
import { failed } from '@/kit/toast';
import { isAtWork, massActionQuery, stopMassAction, undoMassAction } from './mass-actions';
import classes from './mass-actions.module.css';

/** How far a mass action is; stops it while it runs, takes it back after. Lists are read again when it ends. */
export function MassProgress({ started, what }: { started: MassAction; what: string }) {
  const { t, i18n } = useTranslation();
  const client = useQueryClient();
  const query = massActionQuery(started.id);
  const { data: action = started } = useQuery(query);
  const follow = {
    onSuccess: (now: MassAction) => {
      client.setQueryData(query.queryKey, now);
      void client.invalidateQueries({ queryKey: query.queryKey });
    },
    onError: failed,
  };
  const stop = useMutation({ mutationFn: () => stopMassAction(action.id), ...follow });
  const undo = useMutation({ mutationFn: () => undoMassAction(action.id), ...follow });
  const format = new Intl.NumberFormat(i18n.language);
  const atWork = isAtWork(action);
  const { state } = action;

  useEffect(() => {
    if (atWork) return;
    for (const queryKey of [keys.lists, keys.counts, keys.savedCounts]) void client.invalidateQueries({ queryKey });
  }, [atWork, state, client]);

  const back = state === 'undoing' || state === 'undone';
  const past = back ? action.undone + action.not_undone : action.done + action.unchanged + action.failed;
  const total = back ? action.done : action.total;
  const first = action.failures[0];
  return (
    <div className={classes.progress}>
      <p className={classes.title}>
        {t(`mass.${state}`, { what, done: format.format(back ? action.undone : action.done), total: format.format(total) })}
      </p>
      {atWork && <Progress value={total === 0 ? 100 : (100 * past) / total} size="sm" aria-label={t('mass.progress')} />}
      {!atWork && action.unchanged > 0 && !back && <p className={classes.detail}>{t('mass.unchanged', { count: action.unchanged })}</p>}
      {!atWork && first && (
        <p className={classes.detail}>
          {t(back ? 'mass.kept' : 'mass.failed', { count: back ? action.not_undone : action.failed })}{' '}
          {action.failures.slice(0, 3).map((failure) => failure.code ?? '').filter(Boolean).join(', ')}
        </p>
      )}
      <div className={classes.acts}>
        {state === 'running' && (
          <Button size="xs" variant="default" loading={stop.isPending} onClick={() => { stop.mutate(); }}>
            {t('mass.stop')}
          </Button>
        )}
        {action.undoable && (
          <Button size="xs" variant="default" loading={undo.isPending} onClick={() => { undo.mutate(); }}>
            {t('act.undo')}
          </Button>
        )}
      </div>
    </div>
  );
}
