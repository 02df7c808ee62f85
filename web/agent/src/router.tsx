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
import { ratingSearch } from '@/features/ratings/ratings';
import { reportSearch } from '@/features/reports/search';
import { TYPED_MAX } from '@/features/search/search';
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
  validateSearch: (raw: Record<string, unknown>): { back?: string; refused?: string } => ({
    ...(typeof raw.back === 'string' && /^\/(?![/\\])/.test(raw.back) && { back: raw.back }),
    ...(typeof raw.refused === 'string' && /^[a-z-]{1,40}$/.test(raw.refused) && { refused: raw.refused }),
  }),
  // Nobody can sign in to a desk that is not set up, also when it was the demonstration a moment ago.
  beforeLoad: async ({ context }) => {
    if ((await context.queries.fetchQuery({ ...setupQuery, staleTime: 0 })).needed) throw redirect({ to: '/set-up', replace: true });
  },
  component: SignInScene,
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('@/scenes/welcome/welcome-scene'), 'WelcomeScene'),
});

const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgotten',
  component: lazyRouteComponent(() => import('@/scenes/welcome/forgotten-scene'), 'ForgottenScene'),
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

const ticket = createRoute({
  getParentRoute: () => inbox,
  path: '$code',
  component: lazyRouteComponent(() => import('@/scenes/ticket/ticket-scene'), 'TicketScene'),
});

const customers = createRoute({
  getParentRoute: () => shell,
  path: '/customers',
  validateSearch: (raw: Record<string, unknown>): { q?: string; group?: string } => ({
    ...(typeof raw.q === 'string' && raw.q && { q: raw.q }),
    ...(typeof raw.group === 'string' && raw.group && { group: raw.group }),
  }),
  component: lazyRouteComponent(() => import('@/scenes/customers/customers-scene'), 'CustomersScene'),
});

const customer = createRoute({
  getParentRoute: () => shell,
  path: '/customers/$id',
  component: lazyRouteComponent(() => import('@/scenes/customers/customer-scene'), 'CustomerScene'),
});

const companies = createRoute({
  getParentRoute: () => shell,
  path: '/companies',
  component: lazyRouteComponent(() => import('@/scenes/companies/companies-scene'), 'CompaniesScene'),
});

const company = createRoute({
  getParentRoute: () => shell,
  path: '/companies/$id',
  component: lazyRouteComponent(() => import('@/scenes/companies/company-scene'), 'CompanyScene'),
});

const search = createRoute({
  getParentRoute: () => shell,
  path: '/search',
  validateSearch: (raw: Record<string, unknown>): { q?: string } =>
    typeof raw.q === 'string' && raw.q ? { q: raw.q.slice(0, TYPED_MAX) } : typeof raw.q === 'number' ? { q: String(raw.q) } : {},
  component: lazyRouteComponent(() => import('@/scenes/search/search-scene'), 'SearchScene'),
});

const game = createRoute({
  getParentRoute: () => shell,
  path: '/game',
  component: lazyRouteComponent(() => import('@/scenes/game/game-layout'), 'GameLayout'),
});

const gameMine = createRoute({
  getParentRoute: () => game,
  path: '/',
  component: lazyRouteComponent(() => import('@/scenes/game/game-scene'), 'GameScene'),
});

const gameBoards = createRoute({
  getParentRoute: () => game,
  path: 'boards',
  component: lazyRouteComponent(() => import('@/scenes/game/boards-scene'), 'BoardsScene'),
});

const gameBadges = createRoute({
  getParentRoute: () => game,
  path: 'badges',
  component: lazyRouteComponent(() => import('@/scenes/game/badges-scene'), 'BadgesScene'),
});

const gameQuests = createRoute({
  getParentRoute: () => game,
  path: 'quests',
  component: lazyRouteComponent(() => import('@/scenes/game/quests-scene'), 'QuestsScene'),
});

const gameKudos = createRoute({
  getParentRoute: () => game,
  path: 'kudos',
  component: lazyRouteComponent(() => import('@/scenes/game/kudos-scene'), 'KudosScene'),
});

const gameShop = createRoute({
  getParentRoute: () => game,
  path: 'shop',
  component: lazyRouteComponent(() => import('@/scenes/game/shop-scene'), 'ShopScene'),
});

const gameWallet = createRoute({
  getParentRoute: () => game,
  path: 'wallet',
  component: lazyRouteComponent(() => import('@/scenes/game/wallet-scene'), 'WalletScene'),
});

const gameLevels = createRoute({
  getParentRoute: () => game,
  path: 'levels',
  component: lazyRouteComponent(() => import('@/scenes/game/levels-scene'), 'LevelsScene'),
});

const gamePoints = createRoute({
  getParentRoute: () => game,
  path: 'points',
  component: lazyRouteComponent(() => import('@/scenes/game/points-scene'), 'PointsScene'),
});

const gameContests = createRoute({ getParentRoute: () => game, path: 'contests', component: lazyRouteComponent(() => import('@/scenes/game/contests-scene'), 'ContestsScene') });

const gameContest = createRoute({ getParentRoute: () => game, path: 'contests/$id', component: lazyRouteComponent(() => import('@/scenes/game/contest-scene'), 'ContestScene') });

const gameWall = createRoute({ getParentRoute: () => game, path: 'wall', component: lazyRouteComponent(() => import('@/scenes/game/wall-scene'), 'WallScene') });

/** What a television shows: nobody is signed in there. */
const screen = createRoute({ getParentRoute: () => root, path: '/screen', component: lazyRouteComponent(() => import('@/scenes/screen/screen-scene'), 'ScreenScene') });

const gameCoaching = createRoute({
  getParentRoute: () => game,
  path: 'coaching',
  component: lazyRouteComponent(() => import('@/scenes/game/coaching-scene'), 'CoachingScene'),
});

const gameFairPlay = createRoute({
  getParentRoute: () => game,
  path: 'fair-play',
  component: lazyRouteComponent(() => import('@/scenes/game/fair-play-scene'), 'FairPlayScene'),
});

const ratings = createRoute({
  getParentRoute: () => shell,
  path: '/ratings',
  validateSearch: ratingSearch,
  component: lazyRouteComponent(() => import('@/scenes/ratings/ratings-scene'), 'RatingsScene'),
});

const reports = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import('@/scenes/reports/reports-layout'), 'ReportsLayout'),
});

const reportsOverview = createRoute({
  getParentRoute: () => reports,
  path: '/',
  component: lazyRouteComponent(() => import('@/scenes/reports/overview-scene'), 'OverviewScene'),
});

const report = createRoute({
  getParentRoute: () => reports,
  path: '$report',
  component: lazyRouteComponent(() => import('@/scenes/reports/report-scene'), 'ReportScene'),
});

const forecast = createRoute({
  getParentRoute: () => reports,
  path: 'forecast',
  component: lazyRouteComponent(() => import('@/scenes/reports/forecast-scene'), 'ForecastScene'),
});

const board = createRoute({
  getParentRoute: () => reports,
  path: 'board',
  component: lazyRouteComponent(() => import('@/scenes/reports/board-scene'), 'BoardScene'),
});

const wallboard = createRoute({
  getParentRoute: () => shell,
  path: '/wallboard',
  component: lazyRouteComponent(() => import('@/scenes/reports/wallboard-scene'), 'WallboardScene'),
});

const kpi = createRoute({
  getParentRoute: () => reports,
  path: 'kpi/$id',
  component: lazyRouteComponent(() => import('@/scenes/reports/kpi-scene'), 'KpiScene'),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('@/scenes/settings/settings-layout'), 'SettingsLayout'),
});

const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/account', replace: true });
  },
});

const account = createRoute({
  getParentRoute: () => settings,
  path: 'account',
  component: lazyRouteComponent(() => import('@/scenes/settings/account-scene'), 'AccountScene'),
});

const departments = createRoute({
  getParentRoute: () => settings,
  path: 'departments',
  component: lazyRouteComponent(() => import('@/scenes/settings/departments-scene'), 'DepartmentsScene'),
});

const department = createRoute({
  getParentRoute: () => settings,
  path: 'departments/$id',
  component: lazyRouteComponent(() => import('@/scenes/settings/department-scene'), 'DepartmentScene'),
});

const businessHours = createRoute({
  getParentRoute: () => settings,
  path: 'business-hours',
  component: lazyRouteComponent(() => import('@/scenes/settings/business-hours-scene'), 'BusinessHoursScene'),
});

const calendar = createRoute({
  getParentRoute: () => settings,
  path: 'business-hours/$id',
  component: lazyRouteComponent(() => import('@/scenes/settings/calendar-scene'), 'CalendarScene'),
});

const agents = createRoute({
  getParentRoute: () => settings,
  path: 'agents',
  component: lazyRouteComponent(() => import('@/scenes/settings/agents-scene'), 'AgentsScene'),
});

const agent = createRoute({
  getParentRoute: () => settings,
  path: 'agents/$id',
  component: lazyRouteComponent(() => import('@/scenes/settings/agent-scene'), 'AgentScene'),
});

const skills = createRoute({
  getParentRoute: () => settings,
  path: 'skills',
  component: lazyRouteComponent(() => import('@/scenes/settings/skills-scene'), 'SkillsScene'),
});

const roles = createRoute({
  getParentRoute: () => settings,
  path: 'roles',
  component: lazyRouteComponent(() => import('@/scenes/settings/roles-scene'), 'RolesScene'),
});

const signInRules = createRoute({
  getParentRoute: () => settings,
  path: 'sign-in',
  component: lazyRouteComponent(() => import('@/scenes/settings/sign-in-rules-scene'), 'SignInRulesScene'),
});

const mailboxes = createRoute({
  getParentRoute: () => settings,
  path: 'mailboxes',
  component: lazyRouteComponent(() => import('@/scenes/settings/mailboxes-scene'), 'MailboxesScene'),
});

const canned = createRoute({
  getParentRoute: () => settings,
  path: 'canned',
  component: lazyRouteComponent(() => import('@/scenes/settings/canned-scene'), 'CannedScene'),
});

const templates = createRoute({
  getParentRoute: () => settings,
  path: 'templates',
  component: lazyRouteComponent(() => import('@/scenes/settings/templates-scene'), 'TemplatesScene'),
});

const answers = createRoute({
  getParentRoute: () => settings,
  path: 'predefined-answers',
  component: lazyRouteComponent(() => import('@/scenes/settings/answers-scene'), 'AnswersScene'),
});

const workspace = createRoute({
  getParentRoute: () => settings,
  path: 'workspace',
  component: lazyRouteComponent(() => import('@/scenes/settings/workspace-scene'), 'WorkspaceScene'),
});

const kpiSettings = createRoute({
  getParentRoute: () => settings,
  path: 'kpis',
  component: lazyRouteComponent(() => import('@/scenes/settings/kpi-settings-scene'), 'KpiSettingsScene'),
});

const tags = createRoute({
  getParentRoute: () => settings,
  path: 'tags',
  component: lazyRouteComponent(() => import('@/scenes/settings/tags-scene'), 'TagsScene'),
});

const fields = createRoute({
  getParentRoute: () => settings,
  path: 'fields',
  component: lazyRouteComponent(() => import('@/scenes/settings/fields-scene'), 'FieldsScene'),
});

const words = createRoute({
  getParentRoute: () => settings,
  path: 'words',
  component: lazyRouteComponent(() => import('@/scenes/settings/words-scene'), 'WordsScene'),
});

const tokens = createRoute({
  getParentRoute: () => settings,
  path: 'tokens',
  component: lazyRouteComponent(() => import('@/scenes/settings/tokens-scene'), 'TokensScene'),
});

const retention = createRoute({
  getParentRoute: () => settings,
  path: 'retention',
  component: lazyRouteComponent(() => import('@/scenes/settings/retention-scene'), 'RetentionScene'),
});

const rules = createRoute({
  getParentRoute: () => settings,
  path: 'rules',
  component: lazyRouteComponent(() => import('@/scenes/settings/rules-scene'), 'RulesScene'),
});

const rule = createRoute({
  getParentRoute: () => settings,
  path: 'rules/$id',
  component: lazyRouteComponent(() => import('@/scenes/settings/rule-scene'), 'RuleScene'),
});

const timeRules = createRoute({
  getParentRoute: () => settings,
  path: 'time-rules',
  component: lazyRouteComponent(() => import('@/scenes/settings/rules-scene'), 'TimeRulesScene'),
});

const timeRule = createRoute({
  getParentRoute: () => settings,
  path: 'time-rules/$id',
  component: lazyRouteComponent(() => import('@/scenes/settings/rule-scene'), 'TimeRuleScene'),
});

const webhooks = createRoute({
  getParentRoute: () => settings,
  path: 'webhooks',
  component: lazyRouteComponent(() => import('@/scenes/settings/webhooks-scene'), 'WebhooksScene'),
});

const audit = createRoute({
  getParentRoute: () => settings,
  path: 'audit',
  component: lazyRouteComponent(() => import('@/scenes/settings/audit-scene'), 'AuditScene'),
});

const sla = createRoute({
  getParentRoute: () => settings,
  path: 'sla',
  component: lazyRouteComponent(() => import('@/scenes/settings/sla-scene'), 'SlaScene'),
});

const ratingsSettings = createRoute({
  getParentRoute: () => settings,
  path: 'ratings',
  component: lazyRouteComponent(() => import('@/scenes/settings/ratings-settings-scene'), 'RatingsSettingsScene'),
});

const wallSettings = createRoute({ getParentRoute: () => settings, path: 'wall', component: lazyRouteComponent(() => import('@/scenes/settings/wall-settings-scene'), 'WallSettingsScene') });

const workload = createRoute({
  getParentRoute: () => settings,
  path: 'workload',
  component: lazyRouteComponent(() => import('@/scenes/settings/workload-scene'), 'WorkloadScene'),
});

const slaLog = createRoute({
  getParentRoute: () => settings,
  path: 'sla-log',
  component: lazyRouteComponent(() => import('@/scenes/settings/sla-log-scene'), 'SlaLogScene'),
});


const configuration = settings.addChildren([settingsHome, account, departments, department, businessHours, calendar, agents, agent, skills, roles, signInRules, mailboxes, canned, templates, answers, workspace, kpiSettings, tags, fields, words, rules, rule, timeRules, timeRule, webhooks, tokens, retention, audit, sla, slaLog, workload, ratingsSettings, wallSettings]);

export const router = createRouter({
  routeTree: root.addChildren([setUp, signIn, welcome, forgotten, screen, shell.addChildren([home, inbox.addChildren([ticket]), customers, customer, companies, company, search, ratings, game.addChildren([gameMine, gameBoards, gameBadges, gameQuests, gameKudos, gameShop, gameWallet, gameLevels, gamePoints, gameContests, gameContest, gameWall, gameCoaching, gameFairPlay]), wallboard, reports.addChildren([reportsOverview, board, forecast, kpi, report]), configuration])]),
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
