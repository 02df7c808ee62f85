import { getRouteApi } from '@tanstack/react-router';
import { useSession } from '@/features/session/session';
import type { Narrowed } from './figures';
import { before, cutFor, daysOf, todayIn, type Cut, type Days } from './period';
import type { ReportSearch } from './search';

const route = getRouteApi('/shell/reports');

export interface Asked {
  search: ReportSearch;
  change: (part: Partial<ReportSearch>) => void;
  days: Days;
  earlier: Days;
  cut: Cut;
  narrowed: Narrowed;
}

/** What the address asks, and how to ask otherwise. */
export function useReport(): Asked {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { workspace } = useSession();
  const today = todayIn(workspace.time_zone);
  const days = search.from && search.to ? { from: search.from, to: search.to } : daysOf(search.range ?? 'last_30', today);
  const { department, agent, channel, tag } = search;
  return {
    search,
    change: (part) =>
      void navigate({
        to: '.',
        replace: true,
        search: (was: ReportSearch) => Object.fromEntries(Object.entries({ ...was, ...part }).filter(([, value]) => value !== undefined && value !== '')),
      }),
    days,
    earlier: before(days),
    cut: search.by ?? cutFor(days),
    narrowed: { ...(department && { department }), ...(agent && { agent }), ...(channel && { channel }), ...(tag && { tag }) },
  };
}
