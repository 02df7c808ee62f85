import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { viewTimeQuery } from './attention';
import classes from './attention.module.css';

const MINUTE = 60;
const HOUR = 3600;

/** "1 h 5 min", "40 s": as long as it takes to say it. */
export function spanText(seconds: number, language: string) {
  const say = (amount: number, unit: string) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(amount);
  if (seconds < MINUTE) return say(seconds, 'second');
  const minutes = Math.round(seconds / MINUTE);
  if (seconds < HOUR) return say(minutes, 'minute');
  return `${say(Math.floor(minutes / 60), 'hour')} ${say(minutes % 60, 'minute')}`;
}

/** How long agents looked at the ticket. */
export function ViewTime({ code }: { code: string }) {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(viewTimeQuery(code));
  if (!data || data.agents.length === 0) return null;
  const span = (seconds: number) => spanText(seconds, i18n.language);
  return (
    <section className={classes.time}>
      <h2 title={t('attention.time_hint')}>{t('attention.time')}</h2>
      <dl>
        {data.agents.map(({ agent, seconds }) => (
          <div key={agent.id}>
            <dt title={agent.name}>{agent.name}</dt>
            <dd>{span(seconds)}</dd>
          </div>
        ))}
        {data.agents.length > 1 && (
          <div>
            <dt>{t('attention.time_all')}</dt>
            <dd>{span(data.seconds)}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
