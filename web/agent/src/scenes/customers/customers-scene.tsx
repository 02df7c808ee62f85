import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAddressBook, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customersQuery } from '@/features/customers/customers';
import { Face } from '@/kit/face';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Empty, Failed, Waiting } from '@/kit/states';
import classes from './customers.module.css';

const route = getRouteApi('/shell/customers');
const TYPING_PAUSE_MS = 250;

export function CustomersScene() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { q = '' } = route.useSearch();
  const [text, setText] = useState(q);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(customersQuery(q));
  const search = useDebouncedCallback((next: string) => void navigate({ to: '/customers', search: next ? { q: next } : {}, replace: true }), TYPING_PAUSE_MS);
  const customers = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={classes.page}>
      <Sheet title={t('nav.customers')}>
        <TextInput
          aria-label={t('customer.search')}
          placeholder={t('customer.search')}
          leftSection={<IconSearch size={14} />}
          value={text}
          onChange={(e) => {
            setText(e.currentTarget.value);
            search(e.currentTarget.value.trim());
          }}
          mb="md"
        />
        {error && <Failed error={error} retry={() => void refetch()} />}
        {!data && !error && <Waiting rows={10} height={48} />}
        {data && customers.length === 0 && (
          <Empty icon={<IconAddressBook size={32} stroke={1.4} />} title={t(q ? 'customer.no_match' : 'customer.none')}>
            {t('customer.none_hint')}
          </Empty>
        )}
        <Lines label={t('nav.customers')}>
          {customers.map((customer) => (
            <Line
              key={customer.id}
              lead={<Face name={customer.name || (customer.email ?? '')} size={28} />}
              title={
                <Link to="/customers/$id" params={{ id: customer.id }}>
                  {customer.name || customer.email}
                </Link>
              }
              detail={customer.email}
              facts={customer.company?.name}
            />
          ))}
        </Lines>
        {hasNextPage && (
          <Button variant="default" onClick={() => void fetchNextPage()} loading={isFetchingNextPage} mt="md">
            {t('common.more')}
          </Button>
        )}
      </Sheet>
    </div>
  );
}
