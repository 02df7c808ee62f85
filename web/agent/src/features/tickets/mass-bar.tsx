import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconBuilding, IconCircleCheck, IconProgress, IconTag, IconUserPlus, IconX, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActDialog } from './act-dialogs';
import classes from './mass-bar.module.css';

interface Props {
  count: number;
  clear: () => void;
  open: (dialog: ActDialog) => void;
  resolve: () => void;
}

/** What can be done with all that is selected; stands where the list's head was, so that nothing moves. */
export function MassBar({ count, clear, open, resolve }: Props) {
  const { t } = useTranslation();
  const acts: [string, Icon, () => void][] = [
    [t('act.assign'), IconUserPlus, () => { open('assign'); }],
    [t('act.tag'), IconTag, () => { open('tag'); }],
    [t('act.transfer'), IconBuilding, () => { open('transfer'); }],
    [t('ticket.status'), IconProgress, () => { open('status'); }],
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
        {t('list.selected', { count })}
      </span>
      {acts.map(([label, Icon, act]) => (
        <Button key={label} size="xs" variant="default" leftSection={<Icon size={14} />} onClick={act} className={classes.act}>
          {label}
        </Button>
      ))}
    </div>
  );
}
