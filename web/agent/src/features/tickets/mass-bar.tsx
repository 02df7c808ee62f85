import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconBuilding, IconCircleCheck, IconClockHour4, IconFlag, IconHourglassHigh, IconProgress, IconTag, IconUserPlus, IconX, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { levelsQuery } from '@/features/slas/slas';
import type { ActDialog } from './act-dialogs';
import classes from './mass-bar.module.css';

interface Props {
  count: number;
  /** All rows that were read are selected, and there are more: how many match, once that is known. */
  matching: { n: string; chosen: boolean; choose: () => void } | null;
  clear: () => void;
  open: (dialog: ActDialog) => void;
  resolve: () => void;
}

/** What can be done with all that is selected; stands where the list's head was, so that nothing moves. */
export function MassBar({ count, matching, clear, open, resolve }: Props) {
  const { t } = useTranslation();
  const { data: levels = [] } = useQuery(levelsQuery);
  const acts: [string, Icon, () => void][] = [
    [t('act.assign'), IconUserPlus, () => { open('assign'); }],
    [t('act.tag'), IconTag, () => { open('tag'); }],
    [t('act.transfer'), IconBuilding, () => { open('transfer'); }],
    [t('ticket.status'), IconProgress, () => { open('status'); }],
    [t('ticket.priority'), IconFlag, () => { open('priority'); }],
    ...(levels.length > 0 ? [[t('sla.level'), IconHourglassHigh, () => { open('level'); }] as [string, Icon, () => void]] : []),
    [t('act.postpone'), IconClockHour4, () => { open('postpone'); }],
    [t('act.resolve'), IconCircleCheck, resolve],
  ];
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('list.selection')}>
      <Tooltip label={t('list.clear_selection')}>
        <ActionIcon aria-label={t('list.clear_selection')} onClick={clear}>
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
      <span className={classes.count} role="status">
        {matching?.chosen ? t('list.all_selected', { n: matching.n }) : t('list.selected', { count })}
      </span>
      {matching && !matching.chosen && (
        <Button size="xs" variant="subtle" onClick={matching.choose} className={classes.act}>
          {t('list.select_matching', { n: matching.n })}
        </Button>
      )}
      {acts.map(([label, Icon, act]) => (
        <Button key={label} size="xs" variant="default" leftSection={<Icon size={14} />} onClick={act} className={classes.act}>
          {label}
        </Button>
      ))}
    </div>
  );
}
