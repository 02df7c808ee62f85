import { Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCloudOff, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { explain } from './explain';
import classes from './states.module.css';

/** What an empty place says: what belongs here, and the next step. */
export function Empty({ icon, title, children }: { icon?: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className={classes.state}>
      {icon && <div className={classes.icon}>{icon}</div>}
      <h2 className={classes.title}>{title}</h2>
      {children && <div className={classes.words}>{children}</div>}
    </div>
  );
}

/** What failed, what to do, and a way to try again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  return (
    <div className={classes.state} role="alert">
      <div className={classes.icon}>{problem.offline ? <IconCloudOff size={28} /> : <IconAlertTriangle size={28} />}</div>
      <h2 className={classes.title}>{problem.offline ? t('failed.offline_title') : t('failed.title')}</h2>
      <div className={classes.words}>{explain(problem, t)}</div>
      {retry && (
        <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={retry}>
          {t('failed.retry')}
        </Button>
      )}
    </div>
  );
}

/** Grey rows of the very height of what will stand there, so that nothing jumps. */
export function Waiting({ rows, height }: { rows: number; height: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-busy="true" aria-label={t('common.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row} style={{ height }}>
          <Skeleton height={10} width={`${14 + ((row * 7) % 9)}%`} radius="sm" />
          <Skeleton height={10} width={`${34 + ((row * 13) % 29)}%`} radius="sm" />
        </div>
      ))}
    </div>
  );
}
