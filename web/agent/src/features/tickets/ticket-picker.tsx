import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Page, Ticket } from '@/api/types';
import { customerTicketsQuery } from '@/features/customers/customers';
import { PickDialog } from '@/kit/picker';
import { StatusMark } from './marks';

const FOUND_MAX = 20;
const TYPING_MS = 200;
const CODE = /^\s*[a-z]{3}-[a-z]{5}-\d{3}\s*$/i;

interface Props {
  opened: boolean;
  close: () => void;
  label: string;
  ticket: Ticket;
  choose: (ticket: Ticket) => void;
  /** Something is asked about the choice before all is closed. */
  asks?: boolean;
}

/** By its code, or the one ticket a code names; by words; with nothing typed the customer's others. */
async function find(typed: string, signal: AbortSignal): Promise<Ticket[]> {
  if (CODE.test(typed)) {
    const one = await get<Ticket>(`/tickets/${typed.trim().toUpperCase()}`, {}, signal).catch(() => null);
    return one ? [one] : [];
  }
  return (await get<Page<Ticket>>('/tickets', { q: typed, limit: FOUND_MAX }, signal)).items;
}

/** Finds another ticket: the customer's others first. */
export function TicketPicker({ opened, close, label, ticket, choose, asks = false }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), TYPING_MS);
  const { data: theirs } = useQuery({ ...customerTicketsQuery(ticket.customer.id), enabled: opened });
  const { data: found } = useQuery({
    queryKey: [...keys.lists, 'pick', asked],
    queryFn: ({ signal }) => find(asked, signal),
    enabled: opened && asked !== '',
    placeholderData: (before) => before,
  });
  const rows = (asked === '' ? theirs?.items : found)?.filter((row) => row.code !== ticket.code && !row.merged_into) ?? [];
  return (
    <PickDialog
      opened={opened}
      close={close}
      label={label}
      several={asks}
      placeholder={t('join.find')}
      empty={t(asked === '' ? 'join.no_others' : 'choice.nothing')}
      typed={setTyped}
      choices={rows.map((row) => ({
        value: row.code,
        label: row.subject,
        hint: `${row.customer.name} · ${row.code}`,
        icon: <StatusMark status={row.status} bare />,
        group: asked === '' ? t('join.same_customer', { name: ticket.customer.name }) : undefined,
      }))}
      choose={(code) => {
        const row = rows.find((one) => one.code === code);
        if (row) choose(row);
      }}
    />
  );
}
