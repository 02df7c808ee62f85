import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { STATUSES, type HistoryLine, type Status } from '@/api/types';
import { CLOCKS } from '@/features/slas/slas';
import { When } from '@/kit/time';
import classes from './thread.module.css';

/** More in a row than this are folded to one line. */
const SHOWN_MAX = 3;

const isStatus = (value: unknown): value is Status => STATUSES.includes(value as Status);

const isClock = (value: unknown): value is (typeof CLOCKS)[number] => CLOCKS.includes(value as (typeof CLOCKS)[number]);

const PROPERTIES = ['subject', 'priority', 'type', 'fields'] as const;

/** What a line of the history says, or null where the thread says it already. */
export function sentence(line: HistoryLine, t: TFunction): string | null {
  const { facts } = line;
  const text = (name: string) => {
    const value = facts[`${name}_name`] ?? facts[name];
    return typeof value === 'string' ? value : '';
  };
  const by = line.by.name ?? t(line.by.kind === 'customer' ? 'history.customer' : 'history.fourleaf');
  const status = typeof facts.to === 'string' ? facts.to.toLowerCase() : '';
  switch (line.kind) {
    case 'ticket.created':
      return text('department') ? t('history.created', { by, department: text('department') }) : null;
    case 'ticket.status_changed':
      return isStatus(status) ? t('history.status', { by, status: t(`status.${status}`) }) : null;
    case 'ticket.assigned':
      return facts.agent ? t('history.assigned', { by, name: text('agent') }) : t('history.unassigned', { by });
    case 'ticket.transferred':
      return t('history.transferred', { by, name: text('to_department') });
    case 'ticket.tagged':
      // Nobody put it there by hand: it came with a ticket that was merged.
      if (line.by.kind === 'agent' && !facts.agent) return t('history.tagged_by_merge', { name: text('tag') });
      return t('history.tagged', { by, name: text('tag') });
    case 'ticket.untagged':
      return t('history.untagged', { by, name: text('tag') });
    case 'ticket.linked':
      return t('history.linked', { code: text('linked_from') });
    case 'ticket.merged':
      return t('history.merged', { by, code: text('into') });
    case 'ticket.absorbed':
      return t('history.absorbed', { by, code: text('merged') });
    case 'ticket.unmerged':
      return t('history.unmerged', { by, code: text('from') });
    case 'ticket.released':
      return t('history.released', { by, code: text('merged') });
    case 'ticket.split':
      return t('history.split', { by, code: text('into'), count: Number(facts.messages ?? 1) });
    case 'ticket.related':
      return t('history.related', { by, code: text('other') });
    case 'ticket.unlinked':
      return t('history.unlinked', { by, code: text('other') });
    case 'message.scheduled':
      return t('history.scheduled', { by });
    case 'message.taken_back':
      return typeof facts.reason === 'string' ? t('history.held_up') : t('history.taken_back', { by });
    case 'rule.ran':
      return t('history.rule_ran', { name: by });
    case 'ticket.claimed':
      return t('history.claimed', { by });
    case 'ticket.given_back':
      return t('history.given_back', { name: text('agent') });
    case 'ticket.sla_level_changed':
      return facts.to ? t('history.sla_level', { by, name: text('to') }) : t('history.sla_level_none', { by });
    case 'sla.missed':
      return isClock(facts.type) ? t('history.sla_missed', { clock: t(`sla.clock_${facts.type}`) }) : null;
    case 'participant.added':
      return t('history.participant');
    case 'ticket.changed': {
      const property = PROPERTIES.find((p) => p === facts.property);
      return property ? t(`history.changed_${property}`, { by }) : null;
    }
    default:
      return null;
  }
}

export interface Told {
  seq: number;
  at: string;
  text: string;
}

/** What happened around the messages: small, in order of time, folded where it is much. */
export function SystemLines({ lines }: { lines: Told[] }) {
  const { t } = useTranslation();
  const [all, { open }] = useDisclosure(false);
  const hidden = all ? 0 : Math.max(0, lines.length - SHOWN_MAX);
  return (
    <ul className={classes.system}>
      {hidden > 0 && (
        <li>
          <UnstyledButton className={classes.unfold} onClick={open}>
            {t('history.more', { count: hidden })}
          </UnstyledButton>
        </li>
      )}
      {lines.slice(hidden).map((line) => (
        <li key={line.seq}>
          <span>{line.text}</span>
          <When at={line.at} />
        </li>
      ))}
    </ul>
  );
}
