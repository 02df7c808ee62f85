import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowRight, IconBolt, IconSearch, IconUser } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Marked } from '@/features/search/marked';
import { LONG_ENOUGH, quickSearchQuery, TYPED_MAX } from '@/features/search/search';
import { StatusMark } from '@/features/tickets/marks';
import { known } from '@/features/tickets/tickets';
import { ChoiceList, type Choice } from '@/kit/choice-list';
import { useAllCommands } from '@/kit/commands';
import { ranked } from '@/kit/fuzzy';
import { Key } from '@/kit/key';
import classes from './palette.module.css';

const TYPING_PAUSE_MS = 150;
const TICKETS = 8;
const CUSTOMERS = 4;
const COMMANDS = 8;

/** What the search finds; until it answers, those at hand by their words. */
function useFound(query: string) {
  const client = useQueryClient();
  const [asked] = useDebouncedValue(query.trim(), TYPING_PAUSE_MS);
  const enabled = asked.length >= LONG_ENOUGH && asked.length <= TYPED_MAX;
  const { data } = useQuery({ ...quickSearchQuery(asked, TICKETS), enabled });
  if (!enabled) return { tickets: [], customers: [], asked: '' };
  const near = ranked(known(client), asked, (row) => [row.subject, row.code, row.customer.name, row.customer.email ?? ''], TICKETS);
  const tickets = data?.tickets ?? near.map((row) => ({ ...row, subject_marks: [] }));
  return { tickets: tickets.slice(0, TICKETS), customers: (data?.customers ?? []).slice(0, CUSTOMERS), asked };
}

function Inside({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const commands = useAllCommands().filter((command) => !command.onlyKey);
  const found = useFound(query);
  const fitting = query.trim() ? ranked(commands, query, (command) => [command.label], COMMANDS) : commands;

  const typed = query.trim().toLowerCase();
  const begins = (command: (typeof commands)[number]) => typed !== '' && command.label.toLowerCase().startsWith(typed);
  const offered = (some: typeof commands): Choice[] =>
    some.map((command) => ({
      value: `command:${command.id}`,
      label: command.label,
      hint: command.keys?.[0] && <Key name={command.keys[0]} />,
      icon: command.id.startsWith('go-') ? <IconArrowRight size={16} /> : <IconBolt size={16} />,
      group: command.group,
    }));

  // Who types the beginning of an act means it; the search of all comes where nothing nearer fits.
  const choices: Choice[] = [
    ...offered(fitting.filter(begins)),
    ...found.tickets.map((row) => ({
      value: `ticket:${row.code}`,
      label: row.subject || t('ticket.no_subject'),
      shown: row.subject ? <Marked text={row.subject} marks={row.subject_marks} /> : undefined,
      hint: <span className={classes.hint}>{row.customer.name || row.customer.email} · {row.code}</span>,
      icon: <StatusMark status={row.status} bare />,
      group: t('palette.tickets'),
    })),
    ...found.customers.map((customer) => ({
      value: `customer:${customer.id}`,
      label: customer.name || (customer.email ?? t('ticket.no_customer')),
      hint: customer.email,
      icon: <IconUser size={16} />,
      group: t('nav.customers'),
    })),
    ...offered(fitting.filter((command) => !begins(command))),
    ...(found.asked
      ? [{ value: `search:${found.asked}`, label: t('palette.search_all', { text: found.asked }), icon: <IconSearch size={16} />, group: t('search.title') }]
      : []),
  ];

  const choose = (value: string) => {
    close();
    const at = value.indexOf(':');
    const rest = value.slice(at + 1);
    if (value.startsWith('ticket:')) void navigate({ to: '/tickets/$code', params: { code: rest }, search: { view: 'all' } });
    else if (value.startsWith('customer:')) void navigate({ to: '/customers/$id', params: { id: rest } });
    else if (value.startsWith('search:')) void navigate({ to: '/search', search: { q: rest } });
    // After the dialog has given the focus back, so that what the command opens may take it.
    else setTimeout(() => { commands.find((command) => command.id === rest)?.act(); });
  };

  return <ChoiceList label={t('palette.label')} placeholder={t('palette.placeholder')} choices={choices} choose={choose} typed={setQuery} tall />;
}

/** Ctrl K: every ticket, every place, every act. */
export function Palette({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={close} withCloseButton={false} padding={0} size={620} yOffset="12vh" attributes={{ content: { 'aria-label': t('palette.label') } }}>
      <Inside close={close} />
    </Modal>
  );
}
