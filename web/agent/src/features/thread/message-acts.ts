import { createContext, useContext } from 'react';
import type { Message } from '@/api/types';

/** What can be begun from one message. */
export interface MessageActs {
  code: string;
  reply?: (message: Message) => void;
  replyAll?: (message: Message) => void;
  forward?: (message: Message) => void;
  split?: (message: Message) => void;
  /** Kudos for what a colleague wrote. */
  thank?: (message: Message) => void;
  /** Goes on writing what was taken back. */
  write?: (type: 'reply' | 'note' | 'forward') => void;
}

export const MessageActsContext = createContext<MessageActs>({ code: '' });

export const useMessageActs = () => useContext(MessageActsContext);
