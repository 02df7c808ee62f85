import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, ifMatch, patch } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { Message, Page, Rating, RatingSetting } from '@/api/types';
import { useAct } from '@/kit/act';

export const VERDICTS = ['reward', 'neutral', 'rebuke'] as const;
export const RATING_KINDS = ['rating', 'csat', 'nps', 'ces'] as const;
export const REASON_LENGTH_MAX = 500;

/** The best score of each survey. */
export const HIGHEST = { rating: 1, csat: 5, nps: 10, ces: 7 } as const;

const PAGE = 50;

/** What the page of ratings is narrowed to; it stands in the address. */
export interface RatingFilter {
  agent?: string;
  department?: string;
  rating?: string;
  kind?: string;
  valid?: string;
  from?: string;
  to?: string;
}

const NAMES = ['agent', 'department', 'rating', 'kind', 'valid', 'from', 'to'] as const;

export const ratingSearch = (raw: Record<string, unknown>): RatingFilter =>
  Object.fromEntries(
    NAMES.flatMap((name): [string, string][] => {
      const value = raw[name];
      return (typeof value === 'string' || typeof value === 'boolean') && value !== '' ? [[name, String(value)]] : [];
    }),
  );

export const ratingsQuery = (filter: RatingFilter & { customer?: string }) =>
  infiniteQueryOptions({
    queryKey: [...keys.ratings, filter],
    queryFn: ({ pageParam, signal }) => get<Page<Rating>>('/ratings', { ...filter, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });

/** Under the ticket's own key: a new rating is told as a change of the ticket. */
export const ticketRatingsQuery = (code: string) =>
  queryOptions({ queryKey: [...keys.ticket(code), 'ratings'], queryFn: ({ signal }) => all<Rating>('/ratings', { ticket: code }, signal) });

/** Each rating beside the answer it is about; one that names none beside the last answer before it. */
export function besideAnswers(messages: Message[], ratings: Rating[]): Map<string, Rating[]> {
  const beside = new Map<string, Rating[]>();
  for (const rating of [...ratings].reverse()) {
    const place =
      messages.find((message) => message.id === rating.message) ??
      messages.findLast((message) => message.direction === 'out' && !message.aside && message.at <= rating.at && message.author.kind === 'agent');
    if (place) beside.set(place.id, [...(beside.get(place.id) ?? []), rating]);
  }
  return beside;
}

export const useInvalidateRating = (rating: Rating) =>
  useAct(
    (change: { invalidated: boolean; reason?: string }) => patch<Rating>(`/ratings/${rating.id}`, change, ifMatch(rating.version)),
    rating.ticket ? [keys.ratings, keys.ticket(rating.ticket.code)] : [keys.ratings],
    true,
  );

export const ratingSettingQuery = queryOptions({
  queryKey: keys.ratingSetting,
  queryFn: ({ signal }) => get<RatingSetting>('/rating-settings', {}, signal),
});

export const useAskForRatings = () => useAct((on: boolean) => patch<RatingSetting>('/rating-settings', { on_answers: on }), [keys.ratingSetting]);
