import { ActionIcon, Menu } from '@mantine/core';
import { IconBuilding, IconCheck, IconDots, IconTarget } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '@/api/types';
import { AgentFace } from '@/features/agents/agent-face';
import type { Unit } from '@/features/reports/figures';
import { shown } from '@/features/reports/shown';
import { titleOf } from '@/features/reports/words';
import { Line } from '@/kit/sheet';
import { useDeleteGoal } from './coaching';
import classes from './coaching.module.css';
import game from '@/features/game/game.module.css';

/** A goal: whose, which figure, where it stands and how long there is. */
export function GoalLine({ goal, edit }: { goal: Goal; edit: () => void }) {
  const { t, i18n } = useTranslation();
  const remove = useDeleteGoal();
  const unit = goal.unit as Unit;
  const title = titleOf(goal.kpi, goal, t);
  const target = t(`coaching.${goal.aim}`, { value: shown(goal.target, unit, i18n.language) });
  const until = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(goal.until));
  return (
    <Line
      faint={goal.days_left === 0}
      lead={goal.agent ? <AgentFace agent={goal.agent} size={32} /> : <span className={classes.mark}><IconBuilding size={18} aria-hidden="true" /></span>}
      title={`${goal.agent?.name ?? goal.department?.name ?? ''} · ${title}`}
      detail={goal.text || undefined}
      below={
        <div className={classes.course}>
          <progress className={game.progress} value={goal.progress} max={1} aria-label={title} />
          <p className={classes.facts}>
            <span data-met={goal.met ?? undefined}>
              {goal.met ? <IconCheck size={15} aria-hidden="true" /> : <IconTarget size={15} aria-hidden="true" />}
              {goal.value === null ? t('coaching.no_data') : t('coaching.stands', { value: shown(goal.value, unit, i18n.language), target })}
            </span>
            <span>{goal.days_left === 0 ? t('coaching.over', { date: until }) : t('coaching.days_left', { count: goal.days_left, date: until })}</span>
          </p>
        </div>
      }
      actions={
        goal.abilities.edit && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon aria-label={t('common.more_of', { name: title })}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={edit}>{t('game.edit')}</Menu.Item>
              <Menu.Item color="red" onClick={() => { remove.mutate(goal.id); }}>{t('word.delete')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )
      }
    />
  );
}
