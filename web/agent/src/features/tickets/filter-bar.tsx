import { ActionIcon, Menu, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconArrowsSort, IconCheck, IconBaselineDensitySmall, IconX, IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ALL_SORTS, inboxSearch, type InboxSearch } from '@/features/navigation/views';
import { Picker } from '@/kit/picker';
import { usePreference } from '@/kit/preference';
import { NOBODY, useAgentChoices, useDepartmentChoices, useStatusChoices, useTagChoices } from './choices';
import classes from './filter-bar.module.css';

const TYPING_PAUSE_MS = 250;

/** The filters live in the URL: a list can be bookmarked, shared and gone back to. */
export function useFilters() {
  const navigate = useNavigate();
  const search = inboxSearch(useSearch({ strict: false }));
  const set = (change: Partial<InboxSearch>) =>
    void navigate({ to: '.', search: (before) => inboxSearch({ ...before, ...change }), replace: true });
  return { search, set };
}

interface FilterProps {
  label: string;
  value: string | undefined;
  named: string | undefined;
  set: (value: string | undefined) => void;
  choices: Parameters<typeof Picker>[0]['choices'];
  typed?: Parameters<typeof Picker>[0]['typed'];
}

function Filter({ label, value, named, set, choices, typed }: FilterProps) {
  const { t } = useTranslation();
  const any = { value: '', label: t('filter.any') };
  return (
    <Picker
      label={label}
      told={value ? `${label}: ${named ?? value}` : label}
      choices={value ? [any, ...choices] : choices}
      typed={typed}
      chosen={value ? [value] : []}
      choose={(next) => { set(next || undefined); }}
      active={Boolean(value)}
    >
      <span>{value ? (named ?? value) : label}</span>
    </Picker>
  );
}

export function FilterBar() {
  const { t } = useTranslation();
  const { search, set } = useFilters();
  const statuses = useStatusChoices();
  const agents = useAgentChoices();
  const departments = useDepartmentChoices();
  const tags = useTagChoices(search.tag ? [search.tag] : []);
  const any = search.status ?? search.department ?? search.assignee ?? search.tag ?? search.q;

  return (
    <div className={classes.filters} role="group" aria-label={t('filter.label')}>
      <SearchField />
      <Filter
        label={t('ticket.status')}
        value={search.status}
        named={statuses.find((c) => c.value === search.status)?.label}
        set={(status) => { set({ status }); }}
        choices={statuses}
      />
      <Filter
        label={t('ticket.department')}
        value={search.department}
        named={departments.departmentOf(search.department ?? '')?.name}
        set={(department) => { set({ department }); }}
        choices={departments.choices}
      />
      <Filter
        label={t('ticket.assignee')}
        value={search.assignee}
        named={search.assignee === NOBODY ? t('ticket.nobody') : agents.agentOf(search.assignee ?? '')?.name}
        set={(assignee) => { set({ assignee }); }}
        choices={agents.choices}
      />
      <Filter label={t('ticket.tag')} value={search.tag} named={search.tag} set={(tag) => { set({ tag }); }} {...tags} />
      {any && (
        <Tooltip label={t('filter.clear')}>
          <ActionIcon
            aria-label={t('filter.clear')}
            onClick={() => { set({ status: undefined, department: undefined, assignee: undefined, tag: undefined, q: undefined }); }}
          >
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}

function SearchField() {
  const { t } = useTranslation();
  const { search, set } = useFilters();
  const [text, setText] = useState(search.q ?? '');
  const [seen, setSeen] = useState(search.q);
  if (search.q !== seen) {
    setSeen(search.q);
    if ((search.q ?? '') !== text.trim()) setText(search.q ?? '');
  }
  const later = useDebouncedCallback((q: string) => { set({ q: q || undefined }); }, TYPING_PAUSE_MS);
  return (
    <TextInput
      className={classes.search}
      classNames={{ input: classes.searchInput }}
      aria-label={t('filter.search')}
      placeholder={t('filter.search')}
      leftSection={<IconSearch size={14} />}
      leftSectionWidth={28}
      value={text}
      onChange={(e) => {
        setText(e.currentTarget.value);
        later(e.currentTarget.value.trim());
      }}
    />
  );
}

export function SortMenu({ own }: { /** The order of the saved view one stands in. */ own: string | undefined }) {
  const { t } = useTranslation();
  const { search, set } = useFilters();
  const [density, setDensity] = usePreference('density');
  const usual = own ?? (search.view === 'due_soon' || search.view === 'overdue' ? 'due' : '-last_message');
  const sort = search.sort ?? usual;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('sort.label')}>
          <ActionIcon aria-label={t('sort.label')}>
            <IconArrowsSort size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {ALL_SORTS.map((one) => (
          <Menu.Item
            key={one}
            role="menuitemradio"
            aria-checked={sort === one}
            rightSection={sort === one ? <IconCheck size={16} /> : null}
            onClick={() => { set({ sort: one === usual ? undefined : one }); }}
          >
            {t(`sort.${one}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={density === 'compact'}
          leftSection={<IconBaselineDensitySmall size={16} />}
          rightSection={density === 'compact' ? <IconCheck size={16} /> : null}
          onClick={() => { setDensity(density === 'compact' ? 'normal' : 'compact'); }}
        >
          {t('sort.compact')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
