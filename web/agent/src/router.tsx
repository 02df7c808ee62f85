import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { queryClient } from '@/api/query-client';
import { inboxSearch } from '@/features/navigation/views';
import { sessionQuery, setupQuery } from '@/features/session/session';
import { RouteFailed, RouteMissing } from '@/kit/route-states';
import { Shell } from '@/scenes/shell/shell';
import { SignInScene } from '@/scenes/sign-in/sign-in-scene';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  beforeLoad: async ({ context }) => {
    const { needed } = await context.queries.fetchQuery({ ...setupQuery, staleTime: 0 });
    if (!needed) throw redirect({ to: '/', replace: true });
  },
  component: lazyRouteComponent(() => import('@/scenes/set-up/set-up-scene'), 'SetUpScene'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  // Only a path of our own: a link must not send a freshly signed-in agent elsewhere.
  validateSearch: (raw: Record<string, unknown>): { back?: string } =>
    typeof raw.back === 'string' && /^\/(?![/\\])/.test(raw.back) ? { back: raw.back } : {},
  component: SignInScene,
});

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: async ({ context, location }) => {
    if (await context.queries.ensureQueryData(sessionQuery)) return;
    if ((await context.queries.fetchQuery({ ...setupQuery, staleTime: 0 })).needed) throw redirect({ to: '/set-up', replace: true });
    throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { back: location.href }, replace: true });
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/tickets', replace: true });
  },
});

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/tickets',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('@/scenes/inbox/inbox-scene'), 'InboxScene'),
});

export const router = createRouter({
  routeTree: root.addChildren([setUp, signIn, shell.addChildren([home, inbox])]),
  context: { queries: queryClient },
  defaultPreload: 'intent',
  defaultErrorComponent: RouteFailed,
  defaultNotFoundComponent: RouteMissing,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
