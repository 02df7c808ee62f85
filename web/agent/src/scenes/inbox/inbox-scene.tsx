import { ActionIcon, Checkbox, Tooltip } from '@mantine/core';
import { useDisclosure, useElementSize, useMediaQuery } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MassAct } from '@/api/types';
import { departmentsQuery } from '@/features/departments/departments';
import { useMassAct } from '@/features/mass-actions/use-mass-act';
import { ALL_SORTS, viewOf } from '@/features/navigation/views';
import { useSession } from '@/features/session/session';
import { ActDialogs, type ActDialog } from '@/features/tickets/act-dialogs';
import { useActs } from '@/features/tickets/acts';
import { toAssignee, toStatus } from '@/features/tickets/changes';
import { isColumn } from '@/features/tickets/columns';
import type { TicketChange } from '@/features/tickets/edit-ticket';
import { EmptyInbox } from '@/features/tickets/empty-inbox';
import { FilterBar, SortMenu, useFilters } from '@/features/tickets/filter-bar';
import { useOffered } from '@/features/words/words';
import { TicketList } from '@/features/tickets/list';
import { MassBar } from '@/features/tickets/mass-bar';
import { InboxPlaceContext } from '@/features/tickets/place';
import { ticketCountQuery } from '@/features/tickets/tickets';
import { filterOf, useInbox } from '@/features/tickets/use-inbox';
import { conditionOf } from '@/features/views/condition-of';
import { useSavedView } from '@/features/views/saved-views';
import { ViewMenu } from '@/features/views/view-menu';
import { useCommands, type Command } from '@/kit/commands';
import { usePreference } from '@/kit/preference';
import { useTitle } from '@/kit/title';
import { ListHead } from './list-head';
import { NewMail } from './new-mail';
import classes from './inbox-scene.module.css';

const route = getRouteApi('/shell/tickets');

/** Narrower than this, a row is a card of two lines. */
const LINE_WIDTH = 760;
/** More than so many are changed by the server, with progress, not one by one from here. */
const BIG_SELECTION = 25;
const NO_COLUMNS: string[] = [];

const countOf = (found: { count: number; more: boolean } | undefined, number: Intl.NumberFormat) =>
  found ? number.format(found.count) + (found.more ? '+' : '') : '…';

export function InboxScene() {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const { agent: me } = useSession();
  const { set } = useFilters();
  const navigate = useNavigate();
  const search = route.useSearch();
  const { code: open } = useParams({ strict: false });
  const inbox = useInbox(search, open);
  const { query, rows, current, selected, chosen } = inbox;
  const { act } = useActs();
  const [dialog, setDialog] = useState<ActDialog>(null);
  const [compose, setCompose] = useState<'reply' | 'note' | 'forward' | null>(null);
  const [filters, filtering] = useDisclosure(false);
  const [density] = usePreference('density');
  const { ref, width } = useElementSize();
  const phone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  const { data: departments } = useQuery(departmentsQuery);

  const department = departments?.find((d) => d.id === search.department)?.name;
  const saved = useSavedView(search.saved);
  const title = department ?? (search.saved ? (saved?.name ?? '') : t(`view.${viewOf(search)}`));
  useTitle(open ? undefined : title);

  const card = open !== undefined || (width > 0 && width < LINE_WIDTH) || phone;
  const go = (code: string | undefined, replace = false) => {
    if (code !== open) setCompose(null);
    if (code) void navigate({ to: '/tickets/$code', params: { code }, search: (s) => s, replace });
    else void navigate({ to: '/tickets', search: (s) => s });
  };

  // What was selected in one list is not selected in the next.
  const asked = JSON.stringify(search);
  const { select } = inbox;
  const dispositions = useOffered('dispositions');
  useEffect(() => { select(new Set()); }, [asked, select]);

  // All rows that were read are selected and there are more: the rest can be taken along.
  const [everything, setEverything] = useState('');
  const whole = rows.length > 0 && query.hasNextPage && selected.size === rows.length;
  const all = selected.size > 0 && everything === asked;
  const pick: typeof inbox.pick = (code, event) => {
    setEverything('');
    inbox.pick(code, event);
  };
  const filter = filterOf(search);
  const { data: matching } = useQuery({ ...ticketCountQuery(filter), enabled: whole || all });
  const startMass = useMassAct();
  const big = all || selected.size > BIG_SELECTION;
  const mass = (what: MassAct, words: string) => {
    const given = Object.fromEntries(Object.entries(filter).filter(([name, value]) => name !== 'sort' && value)) as Record<string, string>;
    startMass({ selection: all ? { filter: given } : { codes: chosen.map((row) => row.code) }, act: what, what: words });
    select(new Set());
    setEverything('');
  };
  const change = (to: TicketChange, words: string) => {
    if (big) mass(to.edit as MassAct, words);
    else void act(chosen.map((row) => row.code), to, words);
  };

  const step = (by: number) => {
    const next = inbox.move(by);
    if (open && next) go(next, true);
  };
  const resolve = () => {
    const codes = chosen.map((row) => row.code);
    const next = inbox.beside(1) ?? inbox.beside(-1);
    if (dispositions.length > 0) {
      setDialog('resolve');
      return;
    }
    if (big) {
      mass({ status: 'resolved' }, t('status.resolved'));
      return;
    }
    void act(codes, toStatus('resolved'), t('status.resolved'));
    moveOn(next);
  };
  const moveOn = (next: string | undefined) => {
    select(new Set());
    if (selected.size > 0) return;
    inbox.setCursor(next);
    if (open) go(next, true);
  };
  const begin = (what: 'reply' | 'note' | 'forward') => () => {
    if (!open) go(current ?? rows[0]?.code);
    setCompose(what);
  };

  const inList = t('palette.list');
  const onTicket = t('palette.ticket');
  const first = current ?? rows[0]?.code;
  const commands: (Command | false)[] = [
    { id: 'next', label: t('shortcuts.next'), group: inList, keys: open ? ['j'] : ['j', 'ArrowDown'], act: () => { step(1); }, onlyKey: true },
    { id: 'previous', label: t('shortcuts.previous'), group: inList, keys: open ? ['k'] : ['k', 'ArrowUp'], act: () => { step(-1); }, onlyKey: true },
    !open && { id: 'open', label: t('shortcuts.open'), group: inList, keys: ['Enter', 'o'], act: () => { go(first); }, onlyKey: true },
    { id: 'select', label: t('shortcuts.select'), group: inList, keys: ['x'], act: () => { if (first) pick(first, null); }, onlyKey: true },
    !open && { id: 'select-all', label: t('list.select_all'), group: inList, keys: ['mod+a'], act: () => { setEverything(''); select(new Set(rows.map((row) => row.code))); } },
    {
      id: 'back',
      label: t('shortcuts.back'),
      group: inList,
      keys: open ? ['Escape', 'u'] : ['Escape'],
      onlyKey: true,
      act: () => {
        if (selected.size > 0) {
          select(new Set());
          setEverything('');
        } else if (open) go(undefined);
      },
    },
    { id: 'select-range', label: t('shortcuts.select_range'), group: inList, keys: ['shift+x'], act: () => { if (first) pick(first, { shiftKey: true }); }, onlyKey: true },
    whole && { id: 'select-matching', label: t('list.select_matching', { n: countOf(matching, number) }), group: inList, keys: ['shift+a'], act: () => { setEverything(asked); } },
    ...ALL_SORTS.map((one) => ({ id: `sort-${one}`, label: t('palette.sort', { name: t(`sort.${one}`) }), group: inList, act: () => { set({ sort: one === (saved?.sort ?? '-last_message') ? undefined : one }); } })),
    { id: 'filters', label: t('filter.label'), group: inList, keys: ['f'], act: filtering.toggle },
    ...(chosen.length > 0
      ? [
          { id: 'resolve', label: t('act.resolve'), group: onTicket, keys: ['e'], act: resolve },
          { id: 'assign', label: t('act.assign_to'), group: onTicket, keys: ['a'], act: () => { setDialog('assign'); } },
          { id: 'tag', label: t('act.tag_with'), group: onTicket, keys: ['t'], act: () => { setDialog('tag'); } },
          { id: 'status', label: t('act.set_status'), group: onTicket, keys: ['s'], act: () => { setDialog('status'); } },
          { id: 'transfer', label: t('act.transfer_to'), group: onTicket, keys: ['d'], act: () => { setDialog('transfer'); } },
          { id: 'priority', label: t('act.set_priority'), group: onTicket, keys: ['p'], act: () => { setDialog('priority'); } },
          { id: 'level', label: t('act.set_level'), group: onTicket, act: () => { setDialog('level'); } },
          { id: 'postpone', label: t('act.postpone'), group: onTicket, keys: ['h'], act: () => { setDialog('postpone'); } },
          { id: 'pending', label: t('act.pending'), group: onTicket, act: () => { change(toStatus('pending'), t('status.pending')); } },
          { id: 'spam', label: t('act.spam'), group: onTicket, keys: ['!'], act: () => { change(toStatus('spam'), t('status.spam')); } },
          { id: 'delete', label: t('act.delete'), group: onTicket, keys: ['#'], act: () => { change(toStatus('deleted'), t('status.deleted')); } },
          { id: 'restore', label: t('act.restore'), group: onTicket, act: () => { if (big) mass({ restore: true }, t('act.restore')); else change(toStatus('open'), t('act.restore')); } },
          { id: 'take', label: t('act.take'), group: onTicket, keys: ['g'], act: () => { change(toAssignee(me), t('act.assigned', { name: me.name })); } },
          { id: 'reply', label: t('shortcuts.reply'), group: onTicket, keys: ['r'], act: begin('reply') },
          { id: 'note', label: t('shortcuts.note'), group: onTicket, keys: ['n'], act: begin('note') },
          { id: 'forward', label: t('shortcuts.forward'), group: onTicket, keys: ['w'], act: begin('forward') },
        ]
      : []),
  ];
  useCommands(commands.filter((command) => command !== false));

  const place = {
    step: (by: 1 | -1) => { step(by); },
    canStep: (by: 1 | -1) => inbox.beside(by) !== undefined,
    close: () => { go(undefined); },
    resolve,
    compose,
    setCompose,
  };

  const head = (
    <ListHead>
      {selected.size > 0 ? (
        <MassBar
          count={selected.size}
          matching={whole || all ? { n: countOf(matching, number), chosen: all, choose: () => { setEverything(asked); } } : null}
          clear={() => { select(new Set()); setEverything(''); }}
          open={setDialog}
          resolve={resolve}
        />
      ) : (
        <>
          {!phone && (
            <Checkbox
              aria-label={t('list.select_all')}
              checked={false}
              onChange={() => { select(new Set(rows.map((row) => row.code))); }}
              disabled={rows.length === 0}
              className={classes.all}
            />
          )}
          <h1 className={classes.title} title={title}>{title}</h1>
          {!card && <FilterBar />}
          <span className={classes.grow} />
          {card && (
            <Tooltip label={t('filter.label')}>
              <ActionIcon aria-label={t('filter.label')} aria-expanded={filters} onClick={filtering.toggle}>
                <IconFilter size={16} stroke={1.7} />
              </ActionIcon>
            </Tooltip>
          )}
          <ViewMenu
            view={saved}
            start={conditionOf(search, saved?.condition)}
            go={(view) => void navigate({ to: '/tickets', search: view ? { saved: view.id } : {} })}
          />
          <SortMenu own={saved?.sort} />
        </>
      )}
    </ListHead>
  );

  return (
    <div className={classes.split} data-open={open !== undefined || undefined} ref={ref}>
      <section className={classes.list} aria-label={title}>
        {head}
        {card && filters && selected.size === 0 && (
          <div className={classes.filters}>
            <FilterBar />
          </div>
        )}
        <TicketList
          key={asked}
          query={query}
          rows={rows}
          card={card}
          compact={density === 'compact'}
          current={current}
          selected={selected}
          pick={pick}
          empty={<EmptyInbox search={search} />}
          columns={(saved?.columns ?? NO_COLUMNS).filter(isColumn)}
        />
      </section>
      {open !== undefined && (
        <section className={classes.ticket} aria-label={t('ticket.label', { code: open })}>
          <InboxPlaceContext value={place}>
            <Outlet />
          </InboxPlaceContext>
        </section>
      )}
      <NewMail first={rows[0]} place={asked} />
      <ActDialogs open={dialog} close={() => { setDialog(null); }} tickets={chosen} act={act} mass={big ? mass : null} resolve={resolve} resolved={() => { moveOn(inbox.beside(1) ?? inbox.beside(-1)); }} />
    </div>
  );
}
