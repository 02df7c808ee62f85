import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlaLogLine } from '@/api/types';
import { departmentsQuery } from '@/features/departments/departments';
import { StandingMark } from '@/features/slas/clock-mark';
import { span } from '@/features/slas/duration';
import { CLOCK_STATES, CLOCKS, levelsQuery, logQuery, logSummaryQuery, type LogFilter } from '@/features/slas/slas';
import slas from '@/features/slas/slas.module.css';
import { Sheet } from '@/kit/sheet';
import { Failed, Waiting } from '@/kit/states';
import { When } from '@/kit/time';
import classes from './settings.module.css';

/** Every promise and what became of it. */
export function SlaLogScene() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<LogFilter>({});
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(logQuery(filter));
  const lines = data?.pages.flatMap((page) => page.items) ?? [];
  const file = `/api/v1/sla-log/export?${new URLSearchParams(Object.entries(filter) as [string, string][]).toString()}`;
  return (
    <Sheet
      title={t('settings.sla_log')}
      lead={t('sla.log_lead')}
      action={
        <Button component="a" href={file} variant="default" leftSection={<IconDownload size={16} />}>
          {t('sla.csv')}
        </Button>
      }
    >
      <Filters filter={filter} change={(part) => { setFilter((before) => pruned({ ...before, ...part })); }} />
      <Summary filter={filter} />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={10} height={32} />}
      {data && lines.length === 0 && <p>{t('sla.log_empty')}</p>}
      {lines.length > 0 && (
        <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('settings.sla_log')}>
          <table className={`${classes.table} ${classes.cards}`}>
            <thead>
              <tr>
                <th scope="col">{t('panel.ticket')}</th>
                <th scope="col">{t('sla.clock')}</th>
                <th scope="col">{t('sla.state')}</th>
                <th scope="col">{t('sla.due')}</th>
                <th scope="col">{t('sla.target')}</th>
                <th scope="col">{t('sla.level')}</th>
                <th scope="col">{t('ticket.department')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <LogLine key={`${line.ticket.code}-${line.clock}-${line.started_at}`} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage} mt="md">
          {t('common.more')}
        </Button>
      )}
    </Sheet>
  );
}

const pruned = (filter: LogFilter): LogFilter => Object.fromEntries(Object.entries(filter).filter(([, value]) => Boolean(value)));

function LogLine({ line }: { line: SlaLogLine }) {
  const { t, i18n } = useTranslation();
  return (
    <tr>
      <td>
        <Link to="/tickets/$code" params={{ code: line.ticket.code }} title={line.ticket.code} className={classes.name}>
          {line.ticket.subject}
        </Link>
      </td>
      <td data-label={t('sla.clock')}>{t(`sla.clock_${line.clock}`)}</td>
      <td data-label={t('sla.state')}>
        <span>
          <StandingMark standing={line.state} />
          {line.state === 'missed' && line.open && <small> {t('sla.still_open')}</small>}
        </span>
      </td>
      <td data-label={t('sla.due')}>
        <When at={line.due_at} />
      </td>
      <td data-label={t('sla.target')}>{span(line.target_seconds, i18n.language)}</td>
      <td data-label={t('sla.level')}>{line.level.name}</td>
      <td data-label={t('ticket.department')}>{line.department.name}</td>
    </tr>
  );
}

function Filters({ filter, change }: { filter: LogFilter; change: (part: LogFilter) => void }) {
  const { t } = useTranslation();
  const { data: levels = [] } = useQuery(levelsQuery);
  const { data: departments = [] } = useQuery(departmentsQuery);
  const any = { value: '', label: t('filter.any') };
  const named = (things: { id: string; name: string }[]) => [any, ...things.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <div className={slas.filters} role="group" aria-label={t('filter.label')}>
      <NativeSelect label={t('sla.state')} value={filter.state ?? ''} onChange={(e) => { change({ state: e.currentTarget.value }); }} data={[any, ...CLOCK_STATES.map((state) => ({ value: state, label: t(`sla.state_${state}`) }))]} />
      <NativeSelect label={t('sla.clock')} value={filter.clock ?? ''} onChange={(e) => { change({ clock: e.currentTarget.value }); }} data={[any, ...CLOCKS.map((clock) => ({ value: clock, label: t(`sla.clock_${clock}`) }))]} />
      <NativeSelect label={t('sla.level')} value={filter.level ?? ''} onChange={(e) => { change({ level: e.currentTarget.value }); }} data={named(levels)} />
      <NativeSelect label={t('ticket.department')} value={filter.department ?? ''} onChange={(e) => { change({ department: e.currentTarget.value }); }} data={named(departments)} />
      <TextInput type="date" label={t('sla.from')} value={filter.from ?? ''} onChange={(e) => { change({ from: e.currentTarget.value }); }} />
      <TextInput type="date" label={t('sla.to')} value={filter.to ?? ''} onChange={(e) => { change({ to: e.currentTarget.value }); }} />
    </div>
  );
}

/** How many stand where, and which share was kept. */
function Summary({ filter }: { filter: LogFilter }) {
  const { t, i18n } = useTranslation();
  const { data } = useQuery(logSummaryQuery(filter));
  if (!data) return null;
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  return (
    <dl className={slas.summary}>
      {CLOCK_STATES.map((state) => {
        const count = data.states[state];
        return count ? (
          <div key={state}>
            <dt>{t(`sla.state_${state}`)}</dt>
            <dd>{number.format(count.n) + (count.more ? '+' : '')}</dd>
          </div>
        ) : null;
      })}
      <div title={data.formula}>
        <dt>{t('sla.compliance')}</dt>
        <dd>{data.compliance === null ? '—' : `${number.format(data.compliance)} %`}</dd>
      </div>
    </dl>
  );
}
