import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAddressBook, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { customersQuery, groupsQuery } from '@/features/customers/customers';
import { Face } from '@/kit/face';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Empty, Failed, Waiting } from '@/kit/states';
import classes from './customers.module.css';

const route = getRouteApi('/shell/customers');
const TYPING_PAUSE_MS = 250;

export function CustomersScene() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { q = '', group } = route.useSearch();
  const { data: groups = [] } = useQuery(groupsQuery);
  const [text, setText] = useState(q);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(customersQuery({ q, group }));
  const search = useDebouncedCallback((next: string) => void navigate({ to: '/customers', search: { ...(next && { q: next }), ...(group && { group }) }, replace: true }), TYPING_PAUSE_MS);
  const customers = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className={classes.page}>
      <Sheet title={t('nav.customers')} lead={<Link to="/companies">{t('company.title')}</Link>}>
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
        {groups.length > 0 && (
          <NativeSelect
            aria-label={t('customer.groups')}
            value={group ?? ''}
            onChange={(e) => void navigate({ to: '/customers', search: { ...(q && { q }), ...(e.currentTarget.value && { group: e.currentTarget.value }) }, replace: true })}
            data={[{ value: '', label: t('customer.all_groups') }, ...groups.map(({ name, customers: n }) => ({ value: name, label: `${name} · ${n}` }))]}
            mb="md"
          />
        )}
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
