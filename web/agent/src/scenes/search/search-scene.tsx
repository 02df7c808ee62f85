import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconSearchOff, IconUser } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Hits } from '@/features/search/hits';
import { LanguageHelp } from '@/features/search/language-help';
import { searchQuery, TYPED_MAX } from '@/features/search/search';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Empty, Failed, Waiting } from '@/kit/states';
import classes from './search-scene.module.css';

const route = getRouteApi('/shell/search');
const TYPING_PAUSE_MS = 250;

export function SearchScene() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { q = '' } = route.useSearch();
  const [text, setText] = useState(q);
  const [seen, setSeen] = useState(q);
  if (q !== seen) {
    setSeen(q);
    if (q !== text.trim()) setText(q);
  }
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPending } = useInfiniteQuery(searchQuery(q));
  const go = (next: string) => void navigate({ to: '/search', search: next ? { q: next } : {}, replace: true });
  const search = useDebouncedCallback(go, TYPING_PAUSE_MS);
  const take = (example: string) => {
    setText(example);
    go(example);
  };
  const tickets = data?.pages.flatMap((page) => page.tickets) ?? [];
  const customers = data?.pages[0]?.customers ?? [];
  const alike = data?.pages[0]?.alike ?? false;
  return (
    <div className={classes.page}>
      <Sheet title={t('search.title')}>
        <TextInput
          type="search"
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          leftSection={<IconSearch size={14} />}
          maxLength={TYPED_MAX}
          value={text}
          onChange={(e) => {
            setText(e.currentTarget.value);
            search(e.currentTarget.value.trim());
          }}
          data-autofocus
          mb="md"
        />
        {q === '' && (
          <Empty icon={<IconSearch size={32} stroke={1.4} />} title={t('search.start')}>
            {t('search.start_hint')}
            <LanguageHelp take={take} />
          </Empty>
        )}
        {q !== '' && error && <Failed error={error} retry={() => void refetch()} />}
        {q !== '' && isPending && !error && <Waiting rows={8} height={74} />}
        <div role="status" aria-live="polite" className={classes.told}>
          {q !== '' && data && alike && tickets.length > 0 && t('search.alike')}
        </div>
        {q !== '' && data && !hasNextPage && tickets.length + customers.length === 0 && (
          <Empty icon={<IconSearchOff size={32} stroke={1.4} />} title={t('search.none')}>
            {t('search.none_hint')}
            <LanguageHelp take={take} />
          </Empty>
        )}
        {q !== '' && customers.length > 0 && (
          <Lines label={t('nav.customers')}>
            {customers.map((customer) => (
              <Line
                key={customer.id}
                lead={<IconUser size={16} aria-hidden="true" />}
                title={<Link to="/customers/$id" params={{ id: customer.id }}>{customer.name || customer.email}</Link>}
                detail={customer.email}
                facts={customer.company}
              />
            ))}
          </Lines>
        )}
        {q !== '' && tickets.length > 0 && <Hits hits={tickets} label={t('palette.tickets')} />}
        {q !== '' && hasNextPage && (
          <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage} mt="md">
            {t('common.more')}
          </Button>
        )}
      </Sheet>
    </div>
  );
}
