import { Button, TextInput } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { companiesQuery, useAddCompany } from '@/features/companies/companies';
import { useMay } from '@/features/session/session';
import { explain } from '@/kit/explain';
import { FormError } from '@/kit/form';
import { Line, Lines, Sheet } from '@/kit/sheet';
import { Empty, Failed, Waiting } from '@/kit/states';
import classes from './companies.module.css';

/** Whom customers work for: what is typed searches, and becomes a company where there is none. */
export function CompaniesScene() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const edits = useMay('customers_edit');
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(companiesQuery(q));
  const add = useAddCompany();
  const companies = data?.pages.flatMap((page) => page.items) ?? [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(text.trim(), { onSuccess: ({ id }) => void navigate({ to: '/companies/$id', params: { id } }) });
  };
  return (
    <div className={classes.page}>
      <Sheet title={t('company.title')} lead={<Link to="/customers">{t('nav.customers')}</Link>}>
        <form onSubmit={submit} className={classes.tools}>
          <TextInput aria-label={t('company.search')} placeholder={t('company.search')} maxLength={200} value={text} onChange={(e) => { setText(e.currentTarget.value); }} />
          {edits && (
            <Button type="submit" variant="default" disabled={!text.trim()} loading={add.isPending}>
              {t('common.add')}
            </Button>
          )}
        </form>
        <FormError message={add.error && explain(asProblem(add.error), t)} />
        {error && <Failed error={error} retry={() => void refetch()} />}
        {!data && !error && <Waiting rows={8} height={48} />}
        {data && companies.length === 0 && (
          <Empty icon={<IconBuildingStore size={32} stroke={1.4} />} title={t('company.none')}>
            {t('company.none_hint')}
          </Empty>
        )}
        <Lines label={t('company.title')}>
          {companies.map((company) => (
            <Line
              key={company.id}
              title={
                <Link to="/companies/$id" params={{ id: company.id }}>
                  {company.name}
                </Link>
              }
              detail={company.domains.join(' · ')}
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
