import { QueryClient } from '@tanstack/react-query';
import { asProblem } from './problem';

const FRESH_MS = 30_000;
const KEPT_MS = 10 * 60_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      gcTime: KEPT_MS,
      // The stream tells what changed; only a lost network is worth a second try.
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && (asProblem(error).offline || asProblem(error).status >= 502),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** Every cached thing by name, so that a change can say what it makes stale. */
export const keys = {
  session: ['session'],
  setup: ['setup'],
  demo: ['demo'],
  counts: ['counts'],
  toSolve: ['counts', 'to-solve'],
  presence: ['presence'],
  presenceOf: (agent: string) => ['presence', agent],
  team: ['presence', 'team'],
  pauseReasons: ['pause-reasons'],
  offers: ['offers'],
  workload: ['workload'],
  savedViews: ['saved-views'],
  ownFields: ['fields', 'ticket'],
  purge: ['purge'],
  savedCounts: ['saved-counts'],
  massAction: (id: string) => ['mass-action', id],
  routingNumbers: ['routing-settings'],
  agentRouting: (agent: string) => ['agent-routing', agent],
  lists: ['tickets'],
  ticket: (code: string) => ['ticket', code],
  messages: (code: string) => ['ticket', code, 'messages'],
  history: (code: string) => ['ticket', code, 'history'],
  draft: (code: string) => ['draft', code],
  drafts: ['drafts'],
  mentionable: (code: string) => ['mentionable', code],
  unread: ['unread'],
  notifications: ['notifications'],
  notificationSettings: ['notification-settings'],
  attention: ['attention'],
  viewTime: (code: string) => ['view-time', code],
  departments: ['departments'],
  calendars: ['business-hours'],
  due: ['due'],
  agents: ['agents'],
  roles: ['roles'],
  security: ['security'],
  sso: ['sso'],
  ssoProviders: ['sso-providers'],
  secondStep: ['second-step'],
  signInRules: ['sign-in-rules'],
  agentSecurity: (id: string) => ['agents', id, 'security'],
  agentSessions: (id: string) => ['agents', id, 'sessions'],
  mailboxes: ['mailboxes'],
  outgoing: ['outgoing-server'],
  canned: ['canned-messages'],
  tags: ['tags'],
  words: ['words'],
  fields: ['fields'],
  companies: ['companies'],
  customers: ['customers'],
  customer: (id: string) => ['customers', id],
  tokens: ['tokens'],
  sessions: ['sessions'],
  audit: ['audit'],
  search: ['search'],
} as const;
