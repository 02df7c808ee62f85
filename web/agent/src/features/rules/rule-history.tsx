import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Line, Lines, Section } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import { ruleRunsQuery } from './rules';
import classes from './rules.module.css';

/** What a rule did lately. */
export function RuleHistory({ id, timed }: { id: string; timed: boolean }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(ruleRunsQuery(id, timed));
  return (
    <Section title={t('automation.history')} lead={t('automation.history_lead')}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={4} height={32} />}
      {data?.items.length === 0 && <p className={classes.hint}>{t('automation.never_ran')}</p>}
      {data && data.items.length > 0 && (
        <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('automation.history')}>
          <Lines label={t('automation.history')}>
            {data.items.map((run) => (
              <Line
                key={run.id}
                title={
                  run.ticket ? (
                    <Link to="/tickets/$code" params={{ code: run.ticket.code }} className={classes.found}>
                      {run.ticket.subject}
                    </Link>
                  ) : (
                    t('condition.gone')
                  )
                }
                detail={run.detail}
                facts={
                  <>
                    <div>{t(`automation.outcome_${run.outcome}`)}</div>
                    <When at={run.at} />
                  </>
                }
              />
            ))}
          </Lines>
        </div>
      )}
    </Section>
  );
}
