import { ActionIcon, Button, Switch, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconGripVertical, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '@/api/types';
import { RuleTransfer } from '@/features/rules/rule-transfer';
import { rulesQuery, triggerOf, useArrangeRules, useSwitchRule } from '@/features/rules/rules';
import { useCommands } from '@/kit/commands';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import classes from './settings.module.css';

/** "Ticket is created → Set the priority, Add tags", so that one need not open it. */
function Told({ rule }: { rule: Rule }) {
  const { t } = useTranslation();
  const when = t(rule.measure ? `automation.measure_${rule.measure}` : `automation.when_${triggerOf(rule)}`);
  const text = `${when} → ${rule.actions.map(({ type }) => t(`automation.do_${type}`)).join(', ')}`;
  return <span title={text}>{text}</span>;
}

export const RulesScene = () => <List timed={false} />;
export const TimeRulesScene = () => <List timed />;

function List({ timed }: { timed: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(rulesQuery(timed));
  const arrange = useArrangeRules(timed);
  const turn = useSwitchRule(timed);
  const [dragged, setDragged] = useState<string>();
  const page = timed ? '/settings/time-rules/$id' : '/settings/rules/$id';
  const title = t(timed ? 'settings.time_rules' : 'settings.rules');
  const create = () => void navigate({ to: page, params: { id: 'new' } });
  useCommands([{ id: 'rule-add', label: t(timed ? 'automation.create_time_rule' : 'automation.create_rule'), group: title, act: create }]);
  const order = data?.map((rule) => rule.id) ?? [];
  const put = (id: string, at: number) => {
    if (at < 0 || at >= order.length || order[at] === id) return;
    const next = order.filter((one) => one !== id);
    next.splice(at, 0, id);
    arrange.mutate(next);
  };
  return (
    <Sheet
      title={title}
      lead={t(timed ? 'automation.time_lead' : 'automation.lead')}
      action={
        <div className={classes.acts}>
          {!timed && <RuleTransfer />}
          <Button leftSection={<IconPlus size={16} />} onClick={create}>
            {t('automation.create')}
          </Button>
        </div>
      }
    >
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={4} height={48} />}
      {data?.length === 0 && <p>{t(timed ? 'automation.no_time_rule' : 'automation.none')}</p>}
      <Lines label={title}>
        {data?.map((rule, index) => (
          <Line
            key={rule.id}
            faint={!rule.active}
            lead={
              <span
                className={classes.grip}
                draggable
                title={t('automation.drag')}
                onDragStart={() => { setDragged(rule.id); }}
                onDragEnd={() => { setDragged(undefined); }}
                onDragOver={(e) => { if (dragged) e.preventDefault(); }}
                onDrop={() => { if (dragged) put(dragged, index); }}
              >
                <IconGripVertical size={16} aria-hidden="true" />
              </span>
            }
            title={
              <Link to={page} params={{ id: rule.id }}>
                {rule.name}
              </Link>
            }
            detail={
              rule.broken ? (
                <span className={classes.broken}>
                  <IconAlertTriangle size={14} aria-hidden="true" /> {t(`automation.broken_${rule.broken.kind}`)} {rule.broken.reason}
                </span>
              ) : (
                <Told rule={rule} />
              )
            }
            facts={rule.last_run_at ? <When at={rule.last_run_at} /> : t('automation.never')}
            actions={
              <>
                <Tooltip label={t('automation.earlier')}>
                  <ActionIcon aria-label={t('automation.earlier_of', { name: rule.name })} disabled={index === 0} onClick={() => { put(rule.id, index - 1); }}>
                    <IconArrowUp size={16} />
                  </ActionIcon>
                </Tooltip>
                <Tooltip label={t('automation.later')}>
                  <ActionIcon
                    aria-label={t('automation.later_of', { name: rule.name })}
                    disabled={index === order.length - 1}
                    onClick={() => { put(rule.id, index + 1); }}
                  >
                    <IconArrowDown size={16} />
                  </ActionIcon>
                </Tooltip>
                <Switch
                  aria-label={t('automation.active_of', { name: rule.name })}
                  checked={rule.active}
                  onChange={(e) => { turn.mutate({ id: rule.id, active: e.currentTarget.checked }); }}
                />
              </>
            }
          />
        ))}
      </Lines>
    </Sheet>
  );
}
