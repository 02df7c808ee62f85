import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ClockCard, Ticket, TicketPromises } from '@/api/types';
import { useActs } from '@/features/tickets/acts';
import { toLevel } from '@/features/tickets/changes';
import { Picker } from '@/kit/picker';
import { When } from '@/kit/time';
import { StandingMark, useCountdown } from './clock-mark';
import { span } from './duration';
import { levelsQuery, promisesQuery } from './slas';
import classes from './slas.module.css';
import { WhyPopover } from './why-popover';

const CLOSED_SHOWN = 5;

/** What the ticket was promised: its level and why it has it, and every clock with its state. */
export function Promises({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { data: levels = [] } = useQuery(levelsQuery);
  const { data } = useQuery(promisesQuery(ticket.code));
  const { one } = useActs();
  if (levels.length === 0 && !ticket.sla_level) return null;
  const open = data?.clocks.filter((clock) => clock.open) ?? [];
  const closed = data?.clocks.filter((clock) => !clock.open).slice(-CLOSED_SHOWN) ?? [];
  const name = ticket.sla_level?.name ?? t('sla.no_level');
  return (
    <section>
      <div className={classes.level}>
        <h2>{t('sla.title')}</h2>
        <Picker
          label={t('sla.level')}
          told={`${t('sla.level')}: ${name}`}
          choices={[{ value: '', label: t('sla.no_level') }, ...levels.map((level) => ({ value: level.id, label: level.name }))]}
          chosen={[ticket.sla_level?.id ?? '']}
          disabled={ticket.abilities.edit === false}
          choose={(id) => void one(ticket.code, toLevel(levels.find((level) => level.id === id) ?? null))}
        >
          <span>{name}</span>
        </Picker>
      </div>
      {data && <Origin promises={data} />}
      <ul className={classes.clocks}>
        {[...open, ...closed].map((clock) => (
          <ClockLine key={`${clock.clock}-${clock.started_at}`} clock={clock} />
        ))}
      </ul>
    </section>
  );
}

/** Why it has this level. */
function Origin({ promises }: { promises: TicketPromises }) {
  const { t } = useTranslation();
  const { origin, rule, given_by: by } = promises;
  if (origin === 'none') return null;
  return (
    <p className={classes.lead}>
      {origin === 'rule' && (rule ? t('sla.origin_rule', { name: rule.name }) : t('sla.origin_rule_gone'))}
      {origin === 'department' && t('sla.origin_department')}
      {origin === 'hand' && (by ? t('sla.origin_hand_by', { name: by }) : t('sla.origin_hand'))}
      {origin === 'automation' && t('sla.origin_automation')}
    </p>
  );
}

function ClockLine({ clock }: { clock: ClockCard }) {
  const { t } = useTranslation();
  const standing = clock.state === 'running' && clock.warned_at ? 'due_soon' : clock.state;
  return (
    <li>
      <span>{t(`sla.clock_${clock.clock}`)}</span>
      <StandingMark standing={standing} />
      <span className={classes.when}>
        <ClockTime clock={clock} />
        <WhyPopover clock={clock} />
      </span>
    </li>
  );
}

function ClockTime({ clock }: { clock: ClockCard }) {
  const { t, i18n } = useTranslation();
  const countdown = useCountdown(clock.due_at);
  if (clock.open && clock.state !== 'paused') {
    return (
      <span>
        {countdown} · <When at={clock.due_at} />
      </span>
    );
  }
  if (clock.open) return <span>{t('sla.left', { time: span(clock.left_seconds, i18n.language) })}</span>;
  const ended = clock.met_at ?? clock.ended_at;
  return (
    <span>
      {t('sla.took', { time: span(clock.used_seconds, i18n.language), target: span(clock.target_seconds, i18n.language) })}
      {ended && (
        <>
          {' · '}
          <When at={ended} />
        </>
      )}
    </span>
  );
}
