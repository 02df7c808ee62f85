import { Button } from '@mantine/core';
import { IconCheck, IconFlask, IconMinus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Condition, RuleDryRun } from '@/api/types';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';
import { Line, Lines } from '@/kit/sheet';
import classes from './rules.module.css';
import { useDryRun, type Trigger } from './rules';
import { useWhy } from './why';

const SHOWN_MAX = 100;

/** Which of the last tickets the rule would have matched, and why the others not. Nothing is done to them. */
export function DryRun({ applyWhen, condition, ready }: { applyWhen?: Trigger; condition: Condition; ready: boolean }) {
  const { t } = useTranslation();
  const run = useDryRun();
  const problem = run.error && asProblem(run.error);
  return (
    <section className={classes.dry} aria-label={t('automation.dry_run')}>
      <div className={classes.dryHead}>
        <Button
          variant="default"
          leftSection={<IconFlask size={16} />}
          loading={run.isPending}
          disabled={!ready}
          onClick={() => { run.mutate({ ...(applyWhen && { apply_when: applyWhen }), condition }); }}
        >
          {t('automation.dry_run')}
        </Button>
        <p className={classes.hint} aria-live="polite">
          {run.data ? t('automation.dry_result', { matched: run.data.matched, checked: run.data.checked }) : t('automation.dry_hint')}
        </p>
      </div>
      <FormError message={problem ? explain(problem, t) : null} />
      {run.data && run.data.items.length > 0 && <Found found={run.data} />}
    </section>
  );
}

/** What would match first: that is what one looks for. */
function Found({ found }: { found: RuleDryRun }) {
  const { t } = useTranslation();
  const why = useWhy(found.names);
  const items = [...found.items].sort((a, b) => Number(b.matched) - Number(a.matched)).slice(0, SHOWN_MAX);
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('automation.dry_run')}>
      <Lines label={t('automation.dry_run')}>
        {items.map((item) => (
          <Line
            key={item.code}
            lead={
              item.matched ? (
                <IconCheck className={classes.matched} size={17} stroke={1.8} role="img" aria-label={t('automation.would_match')} />
              ) : (
                <IconMinus className={classes.unmatched} size={17} stroke={1.8} role="img" aria-label={t('automation.why_not')} />
              )
            }
            title={
              <Link to="/tickets/$code" params={{ code: item.code }} target="_blank" className={classes.found}>
                {item.subject}
              </Link>
            }
            below={item.matched ? undefined : item.failed.map((failed) => <div key={failed.pointer} className={classes.hint}>{why(failed)}</div>)}
            facts={item.code}
          />
        ))}
      </Lines>
    </div>
  );
}
