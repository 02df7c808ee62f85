import { Popover, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClockCard } from '@/api/types';
import { span } from './duration';
import classes from './slas.module.css';

type Step = ClockCard['why']['steps'][number];

/** "Why is this due then?", told from its start: what counted, when the desk was closed, when the ticket stood still. */
export function WhyPopover({ clock }: { clock: ClockCard }) {
  const { t, i18n } = useTranslation();
  const { why } = clock;
  const zone = why.time_zone ?? undefined;
  return (
    <Popover width={360} position="bottom-end" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.why}>{t('sla.why')}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('sla.why')}>
        <p>
          {t('sla.why_target', { target: span(clock.target_seconds, i18n.language) })}{' '}
          {why.business_hours ? t('sla.why_hours', { name: why.business_hours, zone }) : t('sla.why_always')}
        </p>
        <ol className={classes.steps} tabIndex={0} aria-label={t('sla.why')}>
          {why.steps.map((step) => (
            <li key={`${step.kind}-${step.from}`} data-kind={step.kind}>
              <span>{between(step, i18n.language, zone)}</span>
              <span>{step.kind === 'counted' ? span(step.seconds, i18n.language) : t(`sla.step_${step.kind}`)}</span>
              {step.holidays.length > 0 && <small>{step.holidays.map(({ date, name }) => name || date).join(', ')}</small>}
            </li>
          ))}
          {why.more !== null && (
            <li>
              <span>{t('sla.why_more')}</span>
              <span>{span(why.more, i18n.language)}</span>
            </li>
          )}
          <li>
            <strong>{t(clock.state === 'paused' ? 'sla.why_paused' : 'sla.why_due')}</strong>
            <strong>{at(clock.due_at, i18n.language, zone)}</strong>
          </li>
        </ol>
      </Popover.Dropdown>
    </Popover>
  );
}

const at = (moment: string, language: string, timeZone: string | undefined) =>
  new Date(moment).toLocaleString(language, { timeZone, weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

function between(step: Step, language: string, timeZone: string | undefined) {
  const from = at(step.from, language, timeZone);
  const day = (moment: string) => new Date(moment).toLocaleDateString(language, { timeZone });
  const to = day(step.from) === day(step.to)
    ? new Date(step.to).toLocaleTimeString(language, { timeZone, hour: '2-digit', minute: '2-digit' })
    : at(step.to, language, timeZone);
  return `${from} – ${to}`;
}
