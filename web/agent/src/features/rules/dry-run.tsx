import { Button, Table } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Condition, RuleDryRun } from '@/api/types';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';
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

function Found({ found }: { found: RuleDryRun }) {
  const { t } = useTranslation();
  const why = useWhy(found.names);
  return (
    <div className={classes.scroll}>
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('automation.ticket')}</Table.Th>
            <Table.Th>{t('automation.would_match')}</Table.Th>
            <Table.Th>{t('automation.why_not')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {found.items.slice(0, SHOWN_MAX).map((item) => (
            <Table.Tr key={item.code}>
              <Table.Td>
                <Link to="/tickets/$code" params={{ code: item.code }} target="_blank">
                  {item.subject}
                </Link>
              </Table.Td>
              <Table.Td>{t(item.matched ? 'condition.yes' : 'condition.no')}</Table.Td>
              <Table.Td>
                {item.failed.map((failed) => (
                  <div key={failed.pointer}>{why(failed)}</div>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
