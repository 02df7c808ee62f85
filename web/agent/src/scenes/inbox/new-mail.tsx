import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketRow } from '@/api/types';

/** Tells ears what eyes see: a ticket that came to the top of the list since it was opened. */
export function NewMail({ first, place }: { first: TicketRow | undefined; place: string }) {
  const { t } = useTranslation();
  const [told, setTold] = useState('');
  const before = useRef<{ place: string; at: string }>(undefined);

  useEffect(() => {
    if (!first) return;
    const was = before.current;
    if (was?.place === place && first.last_message_at > was.at) {
      setTold(t('list.new_mail', { customer: first.customer.name || (first.customer.email ?? ''), subject: first.subject }));
    }
    before.current = { place, at: was?.place === place && was.at > first.last_message_at ? was.at : first.last_message_at };
  }, [first, place, t]);

  return (
    <div className="for-ears" aria-live="polite">
      {told}
    </div>
  );
}
