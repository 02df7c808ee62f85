import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '@/kit/sheet';
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
        <div className={classes.scroll}>
          <Table className={classes.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('automation.at')}</Table.Th>
                <Table.Th>{t('automation.ticket')}</Table.Th>
                <Table.Th>{t('automation.outcome')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.items.map((run) => (
                <Table.Tr key={run.id}>
                  <Table.Td>
                    <When at={run.at} />
                  </Table.Td>
                  <Table.Td>
                    {run.ticket ? (
                      <Link to="/tickets/$code" params={{ code: run.ticket.code }}>
                        {run.ticket.subject}
                      </Link>
                    ) : (
                      t('condition.gone')
                    )}
                  </Table.Td>
                  <Table.Td>
                    {t(`automation.outcome_${run.outcome}`)}
                    {run.detail && <div className={classes.hint}>{run.detail}</div>}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Section>
  );
}
