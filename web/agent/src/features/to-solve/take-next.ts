import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { post } from '@/api/client';
import { keys } from '@/api/query-client';
import type { Ticket } from '@/api/types';
import { useAct } from '@/kit/act';
import { told } from '@/kit/toast';

/** Takes the next ticket and opens it, or says that there is nothing to solve. */
export function useTakeNext(): { take: () => void; busy: boolean } {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const next = useAct(() => post<Ticket | undefined>('/to-solve', {}), [keys.counts, keys.lists]);
  const take = () => {
    if (next.isPending) return;
    next.mutate(undefined, {
      onSuccess: (ticket) => {
        if (ticket) void navigate({ to: '/tickets/$code', params: { code: ticket.code }, search: { view: 'mine' } });
        else told(t('to_solve.nothing'), 'to-solve');
      },
    });
  };
  return { take, busy: next.isPending };
}
