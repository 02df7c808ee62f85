import { ActionIcon, Button, CopyButton, Menu, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import {
  IconArrowLeft,
  IconArrowMerge,
  IconArrowsSplit2,
  IconChevronDown,
  IconChevronUp,
  IconCircleCheck,
  IconClockHour4,
  IconDots,
  IconLayoutSidebarRight,
  IconLink,
  IconPlayerPause,
  IconPrinter,
  IconRotateClockwise2,
  IconShieldX,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Status, Ticket } from '@/api/types';
import { Onlookers } from '@/features/attention/onlookers';
import { useActs } from './acts';
import { postponed, toStatus, toSubject } from './changes';
import { JoinDialogs, type JoinDialog } from './join-dialogs';
import { useUnmergeTicket } from './merge-ticket';
import { useInboxPlace } from './place';
import { PostponeDialog } from './postpone-dialog';
import { printTicket } from './print-ticket';
import { Properties } from './properties';
import { Subject } from './subject';
import classes from './header.module.css';

const GONE: Status[] = ['resolved', 'spam', 'deleted'];

interface Props {
  ticket: Ticket;
  panel: boolean;
  togglePanel: () => void;
  /** A message that is to become a ticket of its own. */
  split: string | null;
  notSplit: () => void;
}

export function TicketHeader({ ticket, panel, togglePanel, split, notSplit }: Props) {
  const { t } = useTranslation();
  const place = useInboxPlace();
  const { one, act } = useActs();
  const [postponing, { open: postpone, close: notPostpone }] = useDisclosure(false);
  const [joining, setJoining] = useState<JoinDialog>(null);
  const unmerge = useUnmergeTicket();
  const { abilities: may, code } = ticket;
  const gone = GONE.includes(ticket.status);
  const to = (status: Status) => () => void act([code], toStatus(status), t(`status.${status}`));

  return (
    <header className={classes.header}>
      <div className={classes.row}>
        <ActionIcon aria-label={t('ticket.close')} onClick={place.close} className={classes.back}>
          <IconArrowLeft size={18} />
        </ActionIcon>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Tooltip label={t(copied ? 'common.copied' : 'ticket.copy_code')}>
              <button type="button" className={classes.code} data-printed-text onClick={copy}>
                {code}
              </button>
            </Tooltip>
          )}
        </CopyButton>
        <Onlookers code={code} />
        <span className={classes.grow} />
        <span className={classes.steps}>
          <Tooltip label={t('ticket.previous')}>
            <ActionIcon aria-label={t('ticket.previous')} disabled={!place.canStep(-1)} onClick={() => { place.step(-1); }}>
              <IconChevronUp size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('ticket.next')}>
            <ActionIcon aria-label={t('ticket.next')} disabled={!place.canStep(1)} onClick={() => { place.step(1); }}>
              <IconChevronDown size={18} stroke={1.7} />
            </ActionIcon>
          </Tooltip>
        </span>
        {gone && (may.reopen !== false || may.restore) && (
          <Button variant="default" leftSection={<IconRotateClockwise2 size={16} />} onClick={to('open')} className={classes.main}>
            {t(ticket.status === 'resolved' ? 'act.reopen' : 'act.restore')}
          </Button>
        )}
        {!gone && may.resolve !== false && (
          <Tooltip label={t('act.resolve_hint')}>
            <Button variant="default" leftSection={<IconCircleCheck size={16} />} onClick={place.resolve} className={classes.main}>
              {t('act.resolve')}
            </Button>
          </Tooltip>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('ticket.more')}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {may.postpone !== false && !gone && (
              <Menu.Item leftSection={<IconClockHour4 size={16} />} onClick={postpone}>
                {t('act.postpone')}
              </Menu.Item>
            )}
            {!gone && (
              <Menu.Item leftSection={<IconPlayerPause size={16} />} onClick={to('pending')}>
                {t('act.pending')}
              </Menu.Item>
            )}
            {ticket.status !== 'spam' && may.spam !== false && (
              <Menu.Item leftSection={<IconShieldX size={16} />} onClick={to('spam')}>
                {t('act.spam')}
              </Menu.Item>
            )}
            {ticket.status !== 'deleted' && may.delete !== false && (
              <Menu.Item leftSection={<IconTrash size={16} />} onClick={to('deleted')}>
                {t('act.delete')}
              </Menu.Item>
            )}
            {may.reply !== false && (
              <>
                <Menu.Divider />
                <Menu.Item leftSection={<IconArrowMerge size={16} />} onClick={() => { setJoining('merge'); }} rightSection={<kbd className={classes.kbd}>M</kbd>}>
                  {t('join.merge_into')}
                </Menu.Item>
                <Menu.Item leftSection={<IconArrowsSplit2 size={16} />} onClick={() => { setJoining('split'); }}>
                  {t('join.split_title')}
                </Menu.Item>
              </>
            )}
            {may.edit !== false && (
              <Menu.Item leftSection={<IconLink size={16} />} onClick={() => { setJoining('link'); }} rightSection={<kbd className={classes.kbd}>L</kbd>}>
                {t('join.link_to')}
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item leftSection={<IconPrinter size={16} />} onClick={() => { printTicket(true); }}>
              {t('act.print')}
            </Menu.Item>
            <Menu.Item leftSection={<IconPrinter size={16} />} onClick={() => { printTicket(false); }}>
              {t('act.print_no_notes')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Tooltip label={t(panel ? 'ticket.hide_panel' : 'ticket.show_panel')}>
          <ActionIcon aria-label={t(panel ? 'ticket.hide_panel' : 'ticket.show_panel')} aria-pressed={panel} onClick={togglePanel}>
            <IconLayoutSidebarRight size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('ticket.close')}>
          <ActionIcon aria-label={t('ticket.close')} onClick={place.close} className={classes.close}>
            <IconX size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </div>
      <Subject key={ticket.subject} subject={ticket.subject} editable={may.edit !== false} change={(subject) => void one(code, toSubject(subject))} />
      <p className={classes.printed}>
        {[t(`status.${ticket.status}`), ticket.department.name, ticket.customer.name, ticket.customer.email, ticket.assignee?.name].filter(Boolean).join(' · ')}
      </p>
      <Properties ticket={ticket} change={one} postpone={postpone} />
      {ticket.merged_into && (
        <p className={classes.merged}>
          {t('ticket.merged_into')}{' '}
          <Link to="/tickets/$code" params={{ code: ticket.merged_into }} search={(s) => s}>
            {ticket.merged_into}
          </Link>
          <Button size="xs" variant="default" loading={unmerge.isPending} onClick={() => { unmerge.mutate(code); }}>
            {t('join.unmerge')}
          </Button>
        </p>
      )}
      <JoinDialogs ticket={ticket} open={joining ?? (split ? 'split' : null)} message={split} show={(dialog) => {
        setJoining(dialog);
        notSplit();
      }} />
      <PostponeDialog opened={postponing} close={notPostpone} choose={(until) => void act([code], postponed(until), t('status.postponed'))} />
    </header>
  );
}
