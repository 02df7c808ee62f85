import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { unreadQuery, useReadOfTicket } from './notifications';

/** Whoever has a ticket before their eyes has read what there is to say of it. */
export function useReadOnSight(code: string) {
  const { data: unread = 0 } = useQuery(unreadQuery);
  const { mutate: read } = useReadOfTicket();
  useEffect(() => {
    if (unread === 0) return;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', look);
      read(code);
    };
    document.addEventListener('visibilitychange', look);
    look();
    return () => { document.removeEventListener('visibilitychange', look); };
  }, [code, read, unread]);
}
