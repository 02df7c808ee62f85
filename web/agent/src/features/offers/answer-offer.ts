import { useNavigate } from '@tanstack/react-router';
import { post } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Ticket } from '@/api/types';
import { useAct } from '@/kit/act';

/** Takes what is offered and opens it. */
export function useAcceptOffer() {
  const navigate = useNavigate();
  const accept = useAct((id: string) => post<Ticket>(`/offers/${id}/accept`, {}), [keys.offers, keys.lists, keys.counts]);
  const open = (id: string) => {
    accept.mutate(id, { onSuccess: ({ code }) => void navigate({ to: '/tickets/$code', params: { code }, search: { view: 'mine' } }) });
  };
  return { accept: open, busy: accept.isPending };
}

export const useDeclineOffer = () => useAct((id: string) => post<undefined>(`/offers/${id}/decline`, {}), [keys.offers]);
