import { MultiSelect } from '@mantine/core';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tagQuery, useTagSearch } from '@/features/tags/tags';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Props {
  label: string;
  /** Ids; a name where a filter became a condition. */
  value: string[];
  names: Record<string, string>;
  change: (value: string[]) => void;
}

/** Tags in a condition. There may be thousands: those chosen are asked for by id, the others found as one types. */
export function TagValue({ label, value, names, change }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { tags, typed } = useTagSearch();
  const [query, setQuery] = useState('');
  const chosen = useQueries({ queries: value.map((id) => ({ ...tagQuery(id), enabled: ID.test(id) && names[id] === undefined })) });
  const worn = value.map((id, at) => {
    const asked = chosen[at];
    return { value: id, label: names[id] ?? (ID.test(id) ? (asked?.data?.name ?? (asked?.isError ? t('condition.gone') : '…')) : id) };
  });
  const offered = tags.filter((tag) => !value.includes(tag.id)).map((tag) => ({ value: tag.id, label: tag.name }));
  const look = (next: string) => {
    setQuery(next);
    typed?.(next);
  };
  return (
    <MultiSelect
      size="xs"
      aria-label={label}
      searchable
      searchValue={query}
      onSearchChange={look}
      // What the server found is shown as it is.
      filter={typed && (({ options }) => options)}
      hidePickedOptions
      nothingFoundMessage={t('choice.nothing')}
      value={value}
      onChange={(next) => {
        for (const tag of tags) if (next.includes(tag.id)) client.setQueryData(tagQuery(tag.id).queryKey, tag);
        change(next);
      }}
      data={[...worn, ...offered]}
      placeholder={value.length === 0 ? t('condition.choose') : undefined}
    />
  );
}
