import type { Message } from '@/api/types';

/** What counts as said: notes are for colleagues only. Ids grow with time. */
const said = (messages: Message[] | undefined) => messages?.filter((message) => message.type !== 'note') ?? [];

/** The last message before one's eyes. */
export const lastSaid = (messages: Message[] | undefined) => said(messages).map((message) => message.id).sort().at(-1);

/** What somebody else said since. */
export const saidSince = (messages: Message[] | undefined, seen: string | undefined, me: string) =>
  seen ? said(messages).filter((message) => message.id > seen && (message.direction === 'in' || message.author.id !== me)) : [];
