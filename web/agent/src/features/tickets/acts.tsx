import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Ticket } from '@/api/types';
import { failed } from '@/kit/toast';
import { undoing } from './changes';
import { cached, ChangedMeanwhile, useEditTicket, type TicketChange } from './edit-ticket';
import classes from './acts.module.css';

const UNDO_MS = 8_000;
/** Enough to be quick, few enough not to crowd out the colleagues. */
const AT_ONCE = 4;

type ChangeOf = TicketChange | ((ticket: Ticket) => TicketChange);

function useTell() {
  const { t } = useTranslation();
  return (message: string, action: string, act: () => void) => {
    const id = 'ticket-act';
    notifications.hide(id);
    notifications.show({
      id,
      autoClose: UNDO_MS,
      withCloseButton: false,
      message: (
        <span className={classes.told}>
          <span>{message}</span>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              act();
            }}
          >
            {t(action === 'undo' ? 'act.undo' : 'act.use_mine')}
          </Button>
        </span>
      ),
    });
  };
}

/** What a colleague made of it, where one wanted something else. */
function whatIsNow({ now, fields }: ChangedMeanwhile, t: TFunction): string {
  const words: Partial<Record<keyof Ticket, string>> = {
    subject: `${t('ticket.subject')}: ${now.subject}`,
    status: t(`status.${now.status}`),
    priority: `${t('ticket.priority')}: ${t(`priority.${now.priority}`)}`,
    assignee: `${t('ticket.assignee')}: ${now.assignee?.name ?? t('ticket.nobody')}`,
    department: `${t('ticket.department')}: ${now.department.name}`,
  };
  return fields.flatMap((field) => words[field] ?? []).join(', ');
}

/** Says what was done, with the way back. */
export function useTellUndo() {
  const tell = useTell();
  return (message: string, undo: () => void) => { tell(message, 'undo', undo); };
}

/** Changes one ticket or many, says so, and offers the way back. */
export function useActs() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const edit = useEditTicket();
  const tell = useTell();

  const one = async (code: string, change: TicketChange, anyway = false): Promise<boolean> => {
    try {
      await edit.mutateAsync({ code, change, anyway });
      return true;
    } catch (error) {
      if (error instanceof ChangedMeanwhile) tell(t('act.changed_meanwhile', { code, what: whatIsNow(error, t) }), 'mine', () => void one(code, change, true));
      else failed(asProblem(error));
      return false;
    }
  };

  const many = async (codes: string[], change: ChangeOf): Promise<{ code: string; before: Ticket; change: TicketChange }[]> => {
    const work = codes.flatMap((code) => {
      const before = cached(client, code);
      return before ? [{ code, before, change: typeof change === 'function' ? change(before) : change }] : [];
    });
    const done: typeof work = [];
    const queue = [...work];
    const hand = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        if (await one(next.code, next.change)) done.push(next);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
    return done;
  };

  /** Several at once, told together, undone together. */
  const act = async (codes: string[], change: ChangeOf, what: string) => {
    const done = await many(codes, change);
    const first = done[0];
    if (!first) return;
    const message = done.length === 1 ? `${first.code} · ${what}` : t('act.done', { count: done.length, what });
    tell(message, 'undo', () => {
      void Promise.all(done.map((d) => one(d.code, undoing(d.change, d.before))));
    });
  };

  return { one, act };
}
