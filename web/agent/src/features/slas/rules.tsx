import { ActionIcon, Button, Switch, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconGripVertical, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlaRule } from '@/api/types';
import { useCommands } from '@/kit/commands';
import { Confirm } from '@/kit/confirm';
import { Line, Lines, Section } from '@/kit/sheet';
import { useDeleteRule, useOrderRules, useSwitchRule } from './edit-level';
import { RuleDialog } from './rule-form';
import { levelsQuery, rulesQuery } from './slas';
import classes from './slas.module.css';

/** Which level a new ticket gets: the first rule that fits. The order changes by dragging, or by the arrows. */
export function Rules() {
  const { t } = useTranslation();
  const { data: rules = [] } = useQuery(rulesQuery);
  const { data: levels = [] } = useQuery(levelsQuery);
  const [edited, setEdited] = useState<SlaRule | 'new' | null>(null);
  const [doomed, setDoomed] = useState<SlaRule | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const order = useOrderRules();
  const turn = useSwitchRule();
  const drop = useDeleteRule();
  useCommands(levels.length > 0 ? [{ id: 'sla-rule-add', label: t('sla.add_rule'), group: t('settings.sla'), act: () => { setEdited('new'); } }] : []);

  const move = (id: string, to: number) => {
    const ids = rules.map((rule) => rule.id).filter((one) => one !== id);
    ids.splice(to, 0, id);
    order.mutate(ids);
  };

  return (
    <Section
      title={t('sla.rules')}
      lead={t('sla.rules_hint')}
      action={
        <Button variant="default" leftSection={<IconPlus size={16} />} disabled={levels.length === 0} onClick={() => { setEdited('new'); }}>
          {t('sla.add_rule')}
        </Button>
      }
    >
      <Lines label={t('sla.rules')}>
        {rules.map((rule, index) => (
          <Line
            key={rule.id}
            faint={!rule.active}
            lead={
              <span
                className={classes.handle}
                draggable
                aria-hidden="true"
                onDragStart={() => { setDragged(rule.id); }}
                onDragEnd={() => { setDragged(null); }}
                onDragOver={(e) => { if (dragged && dragged !== rule.id) e.preventDefault(); }}
                onDrop={() => { if (dragged) move(dragged, index); }}
              >
                <IconGripVertical size={16} />
              </span>
            }
            title={`${String(rule.position)}. ${rule.name}`}
            detail={
              rule.missing.length > 0 ? (
                <span role="alert">
                  <IconAlertTriangle size={14} aria-hidden="true" /> {t('sla.rule_broken')}
                </span>
              ) : (
                `→ ${rule.level.name}`
              )
            }
            actions={
              <>
                <Switch
                  aria-label={t('sla.rule_active', { name: rule.name })}
                  checked={rule.active}
                  onChange={(e) => { turn.mutate({ id: rule.id, active: e.currentTarget.checked }); }}
                />
                <Act label={t('sla.up', { name: rule.name })} disabled={index === 0} act={() => { move(rule.id, index - 1); }} icon={<IconArrowUp size={16} />} />
                <Act label={t('sla.down', { name: rule.name })} disabled={index === rules.length - 1} act={() => { move(rule.id, index + 1); }} icon={<IconArrowDown size={16} />} />
                <Act label={`${t('common.edit')}: ${rule.name}`} act={() => { setEdited(rule); }} icon={<IconPencil size={16} />} />
                <Act label={`${t('common.delete')}: ${rule.name}`} act={() => { setDoomed(rule); }} icon={<IconTrash size={16} />} />
              </>
            }
          />
        ))}
      </Lines>
      <RuleDialog opened={edited !== null} rule={edited === 'new' ? null : edited} close={() => { setEdited(null); }} />
      {doomed && (
        <Confirm
          opened
          close={() => { setDoomed(null); }}
          title={t('sla.delete_rule', { name: doomed.name })}
          verb={t('common.delete')}
          busy={drop.isPending}
          act={() => { drop.mutate(doomed.id, { onSuccess: () => { setDoomed(null); } }); }}
        >
          <p>{t('sla.delete_rule_hint')}</p>
        </Confirm>
      )}
    </Section>
  );
}

function Act({ label, icon, act, disabled = false }: { label: string; icon: ReactNode; act: () => void; disabled?: boolean }) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={disabled} onClick={act}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
