import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTakeNext } from './take-next';
import { toSolveQuery } from './to-solve';
import classes from './to-solve.module.css';

/** The next ticket at one press, with how many wait. */
export function ToSolveButton({ rail, taken }: { rail: boolean; taken?: (() => void) | undefined }) {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(toSolveQuery);
  const { take, busy } = useTakeNext();
  const press = () => {
    taken?.();
    take();
  };

  const count = data?.count ?? 0;
  const figure = count > 0 ? new Intl.NumberFormat(i18n.language).format(count) + (data?.capped ? '+' : '') : '';
  const label = count > 0 ? t('to_solve.waiting', { figure }) : t('to_solve.none');
  return (
    <Tooltip label={label} position="right" openDelay={rail ? 100 : 600}>
      <UnstyledButton className={classes.button} data-rail={rail || undefined} data-idle={count === 0 || undefined} onClick={press} aria-busy={busy} aria-label={label}>
        <IconPlayerPlay size={16} stroke={1.9} aria-hidden="true" />
        <span className={classes.label}>{t('to_solve.title')}</span>
        <span className={classes.count}>{figure}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
