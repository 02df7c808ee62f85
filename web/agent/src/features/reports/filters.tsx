import { Button, NativeSelect, Select, Switch, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agentsQuery } from '@/features/agents/agents';
import { departmentsQuery } from '@/features/departments/departments';
import { useTagSearch } from '@/features/tags/tags';
import { CHANNELS } from '@/features/views/choices';
import { CUTS, cutFor, plusDays, RANGES } from './period';
import type { Asked } from './use-report';
import classes from './reports.module.css';

const CHOSEN = 'chosen';

interface Props {
  asked: Asked;
  cuts?: boolean;
  compares?: boolean;
  /** Only by department: agents, channels and tags are not told apart. */
  teams?: boolean;
}

/** Which time, whose figures, against what. */
export function Filters({ asked, cuts = true, compares = true, teams = false }: Props) {
  const { t } = useTranslation();
  const { data: departments = [] } = useQuery(departmentsQuery);
  const { data: agents = [] } = useQuery(agentsQuery);
  const { search, change, days } = asked;
  const any = { value: '', label: t('filter.any') };
  const narrowed = search.department ?? search.agent ?? search.channel ?? search.tag;
  const own = Boolean(search.from);
  return (
    <div className={classes.filters} role="group" aria-label={t('filter.label')}>
      <NativeSelect
        label={t('reports.period')}
        value={own ? CHOSEN : (search.range ?? 'last_30')}
        onChange={(e) => {
          const range = RANGES.find((one) => one === e.currentTarget.value);
          change(range ? { range, from: undefined, to: undefined, by: undefined } : { range: undefined, from: days.from, to: days.to });
        }}
        data={[...RANGES.map((range) => ({ value: range as string, label: t(`range.${range}`) })), { value: CHOSEN, label: t('range.chosen') }]}
      />
      {own && (
        <>
          <TextInput
            type="date"
            label={t('reports.first_day')}
            value={days.from}
            max={plusDays(days.to, -1)}
            onChange={(e) => { if (e.currentTarget.value && e.currentTarget.value < days.to) change({ from: e.currentTarget.value, by: undefined }); }}
          />
          <TextInput
            type="date"
            label={t('reports.last_day')}
            value={plusDays(days.to, -1)}
            min={days.from}
            onChange={(e) => { if (e.currentTarget.value >= days.from) change({ to: plusDays(e.currentTarget.value, 1), by: undefined }); }}
          />
        </>
      )}
      {cuts && (
        <NativeSelect
          label={t('reports.by')}
          value={search.by ?? ''}
          onChange={(e) => { change({ by: CUTS.find((cut) => cut === e.currentTarget.value) }); }}
          data={[{ value: '', label: t('reports.by_itself', { cut: t(`cut.${cutFor(days)}`) }) }, ...CUTS.map((cut) => ({ value: cut as string, label: t(`cut.${cut}`) }))]}
        />
      )}
      <NativeSelect label={t('ticket.department')} value={search.department ?? ''} onChange={(e) => { change({ department: e.currentTarget.value }); }} data={[any, ...departments.map(({ id, name }) => ({ value: id, label: name }))]} />
      {!teams && (
        <>
          <NativeSelect label={t('reports.agent')} value={search.agent ?? ''} onChange={(e) => { change({ agent: e.currentTarget.value }); }} data={[any, ...agents.map(({ id, name }) => ({ value: id, label: name }))]} />
          <NativeSelect label={t('reports.channel')} value={search.channel ?? ''} onChange={(e) => { change({ channel: e.currentTarget.value }); }} data={[any, ...CHANNELS.map((channel) => ({ value: channel as string, label: t(`channel.${channel}`) }))]} />
          <TagFilter value={search.tag} change={(tag) => { change({ tag }); }} />
        </>
      )}
      {compares && <Switch className={classes.compare} label={t('reports.compare')} checked={search.compare ?? false} onChange={(e) => { change({ compare: e.currentTarget.checked || undefined }); }} />}
      {narrowed && (
        <Button className={classes.all} variant="subtle" leftSection={<IconX size={14} />} onClick={() => { change({ department: undefined, agent: undefined, channel: undefined, tag: undefined }); }}>
          {t('reports.all')}
        </Button>
      )}
    </div>
  );
}

/** There may be thousands: they are found as one types, by their names. */
function TagFilter({ value, change }: { value: string | undefined; change: (tag: string | undefined) => void }) {
  const { t } = useTranslation();
  const { tags, typed } = useTagSearch();
  const [query, setQuery] = useState(value ?? '');
  const names = tags.map(({ name }) => name);
  return (
    <Select
      label={t('reports.tag')}
      searchable
      clearable
      searchValue={query}
      onSearchChange={(next) => {
        setQuery(next);
        typed?.(next);
      }}
      {...(typed && { filter: ({ options }) => options })}
      nothingFoundMessage={t('choice.nothing')}
      placeholder={t('filter.any')}
      value={value ?? null}
      onChange={(tag) => { change(tag ?? undefined); }}
      data={value && !names.includes(value) ? [value, ...names] : names}
    />
  );
}
