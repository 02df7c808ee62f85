import { expect, it } from 'vitest';
import type { Ticket } from '@/api/types';
import { postponed, toAssignee, toStatus, undoing } from './changes';

const anna = { id: '1', email: 'anna@example.com', name: 'Anna' };
const ticket = { status: 'open', postponed_until: null, assignee: null, tags: [], priority: 'normal' } as unknown as Ticket;

it('an assignment is undone by giving it back to whoever had it', () => {
  expect(undoing(toAssignee(anna), ticket).edit).toEqual({ assignee: null });
  expect(undoing(toAssignee(null), { ...ticket, assignee: anna }).edit).toEqual({ assignee: '1' });
});

it('resolving is undone by the status before', () => {
  expect(undoing(toStatus('resolved'), ticket).edit).toEqual({ status: 'open' });
});

it('a ticket woken from its postponement goes back to sleep until the same time', () => {
  const asleep = { ...ticket, status: 'postponed', postponed_until: '2026-04-01T07:00:00Z' } as Ticket;
  expect(undoing(toStatus('open'), asleep)).toEqual(postponed('2026-04-01T07:00:00Z'));
});
