import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Company } from '@/api/types';
import { Confirm } from '@/kit/confirm';
import { PickDialog } from '@/kit/picker';
import { companiesQuery, useDeleteCompany, useMergeCompany } from './companies';

/** What can be done with a company as a whole. */
export function CompanyActs({ company }: { company: Company }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'merge' | 'delete'>();
  const [q, setQ] = useState('');
  const { data } = useInfiniteQuery({ ...companiesQuery(q), enabled: open === 'merge' });
  const merge = useMergeCompany(company.id);
  const drop = useDeleteCompany(company.id);
  const others = data?.pages.flatMap((page) => page.items).filter((one) => one.id !== company.id) ?? [];
  const close = () => { setOpen(undefined); };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="lg" aria-label={t('common.more_of', { name: company.name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => { setOpen('merge'); }}>{t('company.merge')}</Menu.Item>
          <Menu.Item color="red" onClick={() => { setOpen('delete'); }}>{t('company.delete')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <PickDialog
        opened={open === 'merge'}
        close={close}
        label={t('company.merge')}
        choices={others.map(({ id, name }) => ({ value: id, label: name }))}
        typed={setQ}
        choose={(into) => { merge.mutate(into, { onSuccess: ({ id }) => void navigate({ to: '/companies/$id', params: { id } }) }); }}
      />
      <Confirm
        opened={open === 'delete'}
        close={close}
        title={t('company.delete')}
        verb={t('word.delete')}
        busy={drop.isPending}
        act={() => { drop.mutate(undefined, { onSuccess: () => void navigate({ to: '/companies' }) }); }}
      >
        <p>{t('company.delete_hint', { name: company.name })}</p>
      </Confirm>
    </>
  );
}
