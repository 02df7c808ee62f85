import { Button, Menu, NativeSelect, SegmentedControl } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDeviceFloppy, IconDownload, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '@/api/problem';
import { agentsQuery } from '@/features/agents/agents';
import { RatingList } from '@/features/ratings/rating-list';
import { ColumnChooser } from '@/features/reports/column-chooser';
import { reportQuery, type ReportAnswer, type ReportColumn, type ReportQuestion } from '@/features/reports/figures';
import { Filters } from '@/features/reports/filters';
import { pointName } from '@/features/reports/period';
import { download, isOfTimes, reportOf, type Report } from '@/features/reports/reports';
import { definitionOf, savedReportsQuery, useDeleteReport } from '@/features/reports/saved';
import { SaveReport } from '@/features/reports/save-report';
import { ReportTable } from '@/features/reports/report-table';
import { useReport, type Asked } from '@/features/reports/use-report';
import { columnTitle } from '@/features/reports/words';
import classes from '@/features/reports/reports.module.css';
import { useMay, useSession } from '@/features/session/session';
import { Confirm } from '@/kit/confirm';
import { Failed, Waiting } from '@/kit/states';
import { useNow } from '@/kit/time';
import { useTitle } from '@/kit/title';
import { failed } from '@/kit/toast';

const ShareChart = lazy(() => import('@/features/reports/share-chart'));
const TimeChart = lazy(() => import('@/features/reports/time-chart'));
const LOOKS = ['column', 'pie', 'none'] as const;
const LOOKS_OF_TIMES = ['area', 'line', 'column', 'none'] as const;
const USUAL_COLUMNS = 8;

const route = getRouteApi('/shell/reports/$report');

/** One report: a table of chosen columns, a chart of one of them, and the same as a file. */
export function ReportScene() {
  const { report: name } = route.useParams();
  const report = reportOf(name);
  return report ? <Shown key={report} report={report} /> : <Failed error={new Problem(404, 'not-found', '')} />;
}

function Shown({ report }: { report: Report }) {
  const { t } = useTranslation();
  const asked = useReport();
  const { data, error, refetch } = useQuery(reportQuery(report, questionOf(report, asked)));
  const title = t(`report.${report}`);
  useTitle(title);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h1>{title}</h1>
          <p>{t(`report_lead.${report}`)}</p>
        </div>
        <div className={classes.acts}>
          {data && <Columns data={data} asked={asked} />}
          <Keeping report={report} asked={asked} />
          {data && <Files report={report} data={data} asked={asked} />}
        </div>
      </header>
      <Filters asked={asked} cuts={isOfTimes(report)} compares={!isOfTimes(report)} />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting rows={10} height={36} />}
      {data && data.rows.length === 0 && <p className={classes.none}>{t('reports.nothing')}</p>}
      {data && data.rows.length > 0 && <Figures report={report} title={title} data={data} asked={asked} />}
      {report === 'ratings' && <Said asked={asked} />}
    </div>
  );
}

/** The ratings and comments behind the figures. They are kept by agent and department only. */
function Said({ asked: { days, narrowed } }: { asked: Asked }) {
  const { t } = useTranslation();
  const { agent, department, channel, tag } = narrowed;
  if (channel || tag || agent?.includes(',') || department?.includes(',')) return null;
  return (
    <section className={classes.group}>
      <h2>{t('reports.comments')}</h2>
      <RatingList filter={{ ...days, ...(agent && { agent }), ...(department && { department }) }} narrowed />
    </section>
  );
}

function questionOf(report: Report, { days, narrowed, search, cut }: Asked): ReportQuestion {
  return {
    ...days,
    ...narrowed,
    ...(isOfTimes(report) ? { by: cut } : search.compare && { compare: true }),
  };
}

const chosenOf = (data: ReportAnswer, columns: string | undefined) => {
  const known = new Map(data.columns.map((column) => [column.id, column]));
  const chosen = columns?.split(',').flatMap((id) => known.get(id) ?? []) ?? [];
  return chosen.length > 0 ? chosen : data.columns.slice(0, USUAL_COLUMNS);
};

function Columns({ data, asked }: { data: ReportAnswer; asked: Asked }) {
  const { i18n } = useTranslation();
  const chosen = chosenOf(data, asked.search.columns);
  const named = (columns: ReportColumn[]) => columns.map((column) => ({ id: column.id, title: columnTitle(column, i18n) }));
  return (
    <ColumnChooser
      columns={named([...chosen, ...data.columns.filter((column) => !chosen.includes(column))])}
      chosen={chosen.map(({ id }) => id)}
      change={(ids) => { asked.change({ columns: ids.join(',') }); }}
      {...(asked.search.columns && { reset: () => { asked.change({ columns: undefined }); } })}
    />
  );
}

function Files({ report, data, asked }: { report: Report; data: ReportAnswer; asked: Asked }) {
  const { t } = useTranslation();
  const take = (kind: 'csv' | 'xlsx') => {
    const columns = chosenOf(data, asked.search.columns).map(({ id }) => id);
    download(report, { ...questionOf(report, asked), columns: columns.join(',') }, kind).catch(failed);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          {t('reports.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => { take('csv'); }}>{t('reports.csv')}</Menu.Item>
        <Menu.Item onClick={() => { take('xlsx'); }}>{t('reports.xlsx')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Keeps what is on the screen; what was kept before is changed by whoever may. */
function Keeping({ report, asked }: { report: Report; asked: Asked }) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const [leaving, { open: ask, close: stay }] = useDisclosure(false);
  const { data: all = [] } = useQuery(savedReportsQuery);
  const { agent } = useSession();
  const may = useMay('reports_all');
  const del = useDeleteReport();
  const saved = all.find(({ id }) => id === asked.search.saved);
  const mine = saved && (saved.owner === agent.id || may) ? saved : undefined;
  return (
    <>
      <Button variant="default" leftSection={<IconDeviceFloppy size={16} />} onClick={open}>
        {mine ? t('saved_report.change') : t('saved_report.keep')}
      </Button>
      {mine && (
        <Button variant="default" leftSection={<IconTrash size={16} />} onClick={ask}>
          {t('common.delete')}
        </Button>
      )}
      <SaveReport opened={opened} close={close} definition={definitionOf(report, asked.search)} saved={mine} done={({ id }) => { asked.change({ saved: id }); }} />
      <Confirm
        opened={leaving}
        close={stay}
        title={t('common.delete_of', { name: mine?.name ?? '' })}
        verb={t('common.delete')}
        busy={del.isPending}
        act={() => {
          if (mine) {
            del.mutate(mine.id, {
              onSuccess: () => {
                asked.change({ saved: undefined });
                stay();
              },
            });
          }
        }}
      >
        <p>{t('saved_report.delete_hint')}</p>
      </Confirm>
    </>
  );
}

/** Only what adds up is a share of a whole. */
const adds = ({ unit }: ReportColumn) => unit === 'count' || unit === 'minutes';

function useNames({ cut }: Asked, timeZone: string) {
  const { t, i18n } = useTranslation();
  const { exists } = i18n;
  const { data: agents = [] } = useQuery(agentsQuery);
  const byMail = new Map(agents.map(({ email, name }) => [email, name]));
  const one = (what: string, value: string) => {
    if (!value) return t(what === 'agent' ? 'reports.nobody' : 'reports.none_of_them');
    if (what === 'agent') return byMail.get(value) ?? value;
    if (what === 'type') return exists(`sla.clock_${value}`) ? t(`sla.clock_${value as 'first_answer'}`) : value;
    if (what === 'state') return exists(`delivery.${value}`) ? t(`delivery.${value as 'sent'}`) : value;
    return what === 'channel' ? t(`channel.${value as 'email'}`) : value;
  };
  return (key: Record<string, string>) =>
    key.from
      ? pointName(key.from, cut, timeZone, i18n.language, true)
      : Object.entries(key)
          .map(([what, value]) => one(what, value))
          .join(' · ');
}

function Figures({ report, title, data, asked }: { report: Report; title: string; data: ReportAnswer; asked: Asked }) {
  const { t, i18n } = useTranslation();
  const { search, change } = asked;
  const nameOf = useNames(asked, data.time_zone);
  const now = useNow();
  const columns = chosenOf(data, search.columns);
  const titles = Object.fromEntries(data.columns.map((column) => [column.id, columnTitle(column, i18n)]));
  const drawn = columns.find(({ id }) => id === search.shown) ?? columns[0];
  const ofTimes = isOfTimes(report);
  const looks = ofTimes ? LOOKS_OF_TIMES : LOOKS.filter((look) => look !== 'pie' || (drawn && adds(drawn)));
  const look = looks.find((one) => one === search.chart) ?? 'column';
  if (!drawn) return null;
  return (
    <>
      <div className={classes.filters}>
        <NativeSelect
          label={t('reports.shown')}
          value={drawn.id}
          onChange={(e) => { change({ shown: e.currentTarget.value }); }}
          data={columns.map(({ id, title: own }) => ({ value: id, label: titles[id] ?? own }))}
        />
        <SegmentedControl
          className={classes.compare}
          aria-label={t('reports.look')}
          value={look}
          onChange={(value) => { change({ chart: LOOKS.find((one) => one === value) }); }}
          data={looks.map((value) => ({ value, label: t(`reports.look_${value}`) }))}
        />
      </div>
      <Suspense fallback={<div className={classes.chartWaiting} />}>
        {(look === 'pie' || (look === 'column' && !ofTimes)) && (
          <ShareChart label={titles[drawn.id] ?? drawn.title} shares={data.rows.map(({ key, values }) => ({ name: nameOf(key), value: values[drawn.id] ?? null }))} unit={drawn.unit} look={look} />
        )}
        {ofTimes && look !== 'none' && look !== 'pie' && (
          <TimeChart
            label={titles[drawn.id] ?? drawn.title}
            points={data.rows.map(({ key, values }) => ({
              at: key.from ?? '',
              value: Date.parse(key.from ?? '') > now ? null : (values[drawn.id] ?? null),
              open: Date.parse(key.to ?? '') > now,
            }))}
            unit={drawn.unit}
            cut={asked.cut}
            timeZone={data.time_zone}
            look={look}
          />
        )}
      </Suspense>
      <section className={classes.group}>
        <ReportTable
          label={title}
          head={t(`report_row.${report}`)}
          data={data}
          columns={columns}
          titles={titles}
          nameOf={nameOf}
          sort={search.order ?? (ofTimes ? '-name' : `-${columns[0]?.id ?? 'name'}`)}
          sortBy={(order) => { change({ order }); }}
        />
      </section>
    </>
  );
}
