import { ActionIcon, Button, NativeSelect, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Rule, RuleAction } from '@/api/types';
import { FieldGroup } from '@/kit/form';
import { ActionFields } from './action-fields';
import { freshAction } from './actions';
import { ACTIONS } from './rules';
import classes from './rules.module.css';

type Gone = NonNullable<NonNullable<Rule['broken']>['missing']>;

interface Props {
  actions: RuleAction[];
  names: Record<string, string>;
  missing: Gone;
  /** The rule these belong to; it does not run itself. */
  self: string | undefined;
  change: (actions: RuleAction[]) => void;
}

/** What is done, one after the other. */
export function ActionList({ actions, names, missing, self, change }: Props) {
  const { t } = useTranslation();
  const put = (index: number, action: RuleAction) => { change(actions.map((one, at) => (at === index ? action : one))); };
  const move = (index: number, by: -1 | 1) => {
    const next = [...actions];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(index + by, 0, moved);
    change(next);
  };
  return (
    <FieldGroup title={t('automation.perform')}>
      {actions.map((action, index) => (
        <div key={index} className={classes.action} role="group" aria-label={t('automation.action_n', { n: index + 1 })}>
          <div className={classes.actionHead}>
            <NativeSelect
              aria-label={t('automation.action')}
              value={action.type}
              onChange={(e) => { put(index, freshAction(e.currentTarget.value as RuleAction['type'])); }}
              data={ACTIONS.map((type) => ({ value: type, label: t(`automation.do_${type}`) }))}
            />
            <span className={classes.acts}>
              <Tooltip label={t('automation.earlier')}>
                <ActionIcon aria-label={t('automation.earlier')} disabled={index === 0} onClick={() => { move(index, -1); }}>
                  <IconArrowUp size={16} />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={t('automation.later')}>
                <ActionIcon aria-label={t('automation.later')} disabled={index === actions.length - 1} onClick={() => { move(index, 1); }}>
                  <IconArrowDown size={16} />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={t('condition.remove')}>
                <ActionIcon aria-label={t('condition.remove')} onClick={() => { change(actions.filter((_, at) => at !== index)); }}>
                  <IconX size={16} />
                </ActionIcon>
              </Tooltip>
            </span>
          </div>
          <ActionFields action={action} names={names} self={self} change={(part) => { put(index, { ...action, ...part }); }} />
          {missing.some((gone) => gone.pointer.startsWith(`/actions/${index}/`)) && (
            <p className={classes.broken} role="alert">
              <IconAlertTriangle size={14} aria-hidden="true" />
              {t('automation.gone')}
            </p>
          )}
        </div>
      ))}
      <div>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => { change([...actions, freshAction('add_tags')]); }}>
          {t('automation.add_action')}
        </Button>
      </div>
    </FieldGroup>
  );
}
