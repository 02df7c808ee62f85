import { MultiSelect, NativeSelect, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BadgeMetric } from '@/api/types';
import { departmentsQuery } from '@/features/departments/departments';
import { tagQuery, useTagSearch } from '@/features/tags/tags';
import { Columns, FieldGroup } from '@/kit/form';
import { SCOPES } from './game';

const CHANNELS = ['email', 'form', 'portal', 'api', 'chat', 'call', 'facebook', 'instagram', 'whatsapp', 'viber', 'telegram', 'x', 'sms', 'webhook'] as const;

export interface Reach {
  scope: (typeof SCOPES)[number];
  department: string | null;
  filters: { department: string[]; channel: string[]; tag: string | null };
}

/** Who competes, and by which of their work, as far as the measure can tell. */
export function BadgeReach({ reach, metric, change }: { reach: Reach; metric: BadgeMetric | undefined; change: (reach: Reach) => void }) {
  const { t } = useTranslation();
  const { data: departments = [] } = useQuery(departmentsQuery);
  const { tags, typed } = useTagSearch();
  const { data: chosenTag } = useQuery({ ...tagQuery(reach.filters.tag ?? ''), enabled: reach.filters.tag !== null });
  const places = departments.map(({ id, name }) => ({ value: id, label: name }));
  const knows = (filter: 'department' | 'channel' | 'tag') => metric?.filters.includes(filter) ?? false;
  const filter = (part: Partial<Reach['filters']>) => { change({ ...reach, filters: { ...reach.filters, ...part } }); };
  const tagChoices = [...tags, ...(chosenTag && !tags.some((tag) => tag.id === chosenTag.id) ? [chosenTag] : [])].map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FieldGroup title={t('game.reach')} hint={t('game.reach_hint')}>
      <Columns>
        <NativeSelect
          label={t('game.scope')}
          value={reach.scope}
          onChange={(e) => {
            const scope = SCOPES.find((each) => each === e.currentTarget.value) ?? 'workspace';
            change({ ...reach, scope, department: scope === 'workspace' ? null : (reach.department ?? departments[0]?.id ?? null) });
          }}
          data={SCOPES.map((value) => ({ value, label: t(`game.scope_${value}`), disabled: value === 'department' && !knows('department') }))}
        />
        {reach.scope !== 'workspace' && (
          <NativeSelect label={t('game.department')} value={reach.department ?? ''} onChange={(e) => { change({ ...reach, department: e.currentTarget.value }); }} data={places} />
        )}
        {reach.scope !== 'department' && knows('department') && (
          <MultiSelect label={t('game.filter_department')} value={reach.filters.department} onChange={(department) => { filter({ department }); }} data={places} searchable clearable />
        )}
        {knows('channel') && (
          <MultiSelect label={t('game.filter_channel')} value={reach.filters.channel} onChange={(channel) => { filter({ channel }); }} data={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))} searchable clearable />
        )}
        {knows('tag') && (
          <Select label={t('game.filter_tag')} value={reach.filters.tag} onChange={(tag) => { filter({ tag }); }} onSearchChange={typed} data={tagChoices} searchable clearable />
        )}
      </Columns>
    </FieldGroup>
  );
}

/** What the measure can't tell apart is left out, so that it isn't refused. */
export function within(reach: Reach, metric: BadgeMetric | undefined): Reach {
  const knows = (filter: 'department' | 'channel' | 'tag') => metric?.filters.includes(filter) ?? true;
  const scope = reach.scope === 'department' && !knows('department') ? 'team' : reach.scope;
  return {
    scope,
    department: reach.department,
    filters: {
      department: knows('department') && scope !== 'department' ? reach.filters.department : [],
      channel: knows('channel') ? reach.filters.channel : [],
      tag: knows('tag') ? reach.filters.tag : null,
    },
  };
}
