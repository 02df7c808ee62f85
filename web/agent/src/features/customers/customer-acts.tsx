import { ActionIcon, Menu, TextInput } from '@mantine/core';
import { IconDots, IconDownload, IconTrash, IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pathOf } from '@/api/client';
import type { Customer } from '@/api/types';
import { useMay } from '@/features/session/session';
import { useCommands } from '@/kit/commands';
import { Confirm } from '@/kit/confirm';
import { PickDialog } from '@/kit/picker';
import { told } from '@/kit/toast';
import { customersQuery, useEraseCustomer, useMergeCustomer } from './customers';

/** What can be done with a customer as a whole: make them one with another, take all along, erase. */
export function CustomerActs({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const edits = useMay('customers_edit');
  const erases = useMay('customers_erase');
  const [open, setOpen] = useState<'merge' | 'erase'>();
  const [into, setInto] = useState<string>();
  const close = () => { setOpen(undefined); };
  const name = customer.name || (customer.email ?? '');
  useCommands([
    ...(edits ? [{ id: 'customer-merge', group: 'go' as const, label: t('customer.merge'), act: () => { setOpen('merge'); } }] : []),
    ...(erases ? [{ id: 'customer-erase', group: 'go' as const, label: t('customer.erase'), act: () => { setOpen('erase'); } }] : []),
  ]);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="lg" aria-label={t('common.more_of', { name })}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {edits && <Menu.Item leftSection={<IconUsersGroup size={16} />} onClick={() => { setOpen('merge'); }}>{t('customer.merge')}</Menu.Item>}
          {erases && (
            <Menu.Item leftSection={<IconDownload size={16} />} component="a" href={pathOf(`/customers/${customer.id}/export`)} download>
              {t('customer.export')}
            </Menu.Item>
          )}
          {erases && <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => { setOpen('erase'); }}>{t('customer.erase')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <MergePick customer={customer} opened={open === 'merge'} close={close} choose={setInto} />
      <MergeConfirm customer={customer} into={into} close={() => { setInto(undefined); }} done={(id) => void navigate({ to: '/customers/$id', params: { id } })} />
      <EraseConfirm customer={customer} opened={open === 'erase'} close={close} done={() => { told(t('customer.erased')); }} />
    </>
  );
}

function MergePick({ customer, opened, close, choose }: { customer: Customer; opened: boolean; close: () => void; choose: (id: string) => void }) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const { data } = useInfiniteQuery({ ...customersQuery({ q }), enabled: opened });
  const found = data?.pages.flatMap((page) => page.items).filter((one) => one.id !== customer.id) ?? [];
  return (
    <PickDialog
      opened={opened}
      close={close}
      label={t('customer.merge_into')}
      choices={found.map(({ id, name, email }) => ({ value: id, label: name || (email ?? id), hint: email ?? undefined, words: [email ?? ''] }))}
      typed={setQ}
      choose={choose}
    />
  );
}

function MergeConfirm({ customer, into, close, done }: { customer: Customer; into?: string; close: () => void; done: (id: string) => void }) {
  const { t } = useTranslation();
  const merge = useMergeCustomer(customer.id);
  return (
    <Confirm
      opened={into !== undefined}
      close={close}
      title={t('customer.merge')}
      verb={t('customer.merge_verb')}
      busy={merge.isPending}
      act={() => { if (into) merge.mutate(into, { onSuccess: ({ id }) => { close(); done(id); } }); }}
    >
      <p>{t('customer.merge_hint', { name: customer.name })}</p>
    </Confirm>
  );
}

function EraseConfirm({ customer, opened, close, done }: { customer: Customer; opened: boolean; close: () => void; done: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const erase = useEraseCustomer(customer.id);
  const wanted = customer.email ?? customer.name;
  return (
    <Confirm
      opened={opened}
      close={close}
      title={t('customer.erase')}
      verb={t('customer.erase_verb')}
      busy={erase.isPending}
      blocked={typed.trim() !== wanted}
      act={() => { erase.mutate(undefined, { onSuccess: () => { close(); done(); } }); }}
    >
      <p>{t('customer.erase_hint')}</p>
      <TextInput label={t('customer.erase_type', { words: wanted })} value={typed} autoComplete="off" onChange={(e) => { setTyped(e.currentTarget.value); }} />
    </Confirm>
  );
}
