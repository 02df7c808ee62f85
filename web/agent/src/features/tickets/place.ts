import { createContext, useContext } from 'react';

/** Where an open ticket stands in its list: what the ticket needs to know of the inbox around it. */
export interface InboxPlace {
  step: (by: 1 | -1) => void;
  canStep: (by: 1 | -1) => boolean;
  close: () => void;
  resolve: () => void;
  compose: 'reply' | 'note' | 'forward' | null;
  setCompose: (compose: 'reply' | 'note' | 'forward' | null) => void;
}

export const InboxPlaceContext = createContext<InboxPlace | null>(null);

export function useInboxPlace(): InboxPlace {
  const place = useContext(InboxPlaceContext);
  if (!place) throw new Error('A ticket is opened inside the inbox.');
  return place;
}
