import type { components } from './schema';

type Schemas = components['schemas'];

/**
 * A shape as it is told: the description leaves out what may be null, the server says null. Generated from the server's own
 * description at every check, so that a change there that matters here does not compile.
 */
type Told<T> = T extends readonly (infer U)[]
  ? Told<U>[]
  : T extends object
    ? { [K in keyof T]-?: undefined extends T[K] ? Told<Exclude<T[K], undefined>> | null : Told<T[K]> }
    : T;

export const STATUSES = [
  'new',
  'open',
  'answered',
  'pending',
  'postponed',
  'chatting',
  'calling',
  'resolved',
  'spam',
  'deleted',
] as const;
export type Status = Schemas['TicketCard']['status'];

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = Schemas['TicketCard']['priority'];

export const LANGUAGES = ['en', 'lt', 'el', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const VIEWS = ['to_answer', 'mine', 'unassigned', 'due_soon', 'overdue', 'answered', 'waiting', 'resolved', 'all', 'spam', 'deleted'] as const;
export type View = (typeof VIEWS)[number];

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Named {
  id: string;
  name: string;
}

export interface Person extends Named {
  email: string;
}

type Greeting = Told<Schemas['Greeting']>;
export type Session = Greeting & { agent: { language: Language; theme: Theme }; workspace: { language: Language } };
export type OpenSession = Told<Schemas['Session']>;
export type Setup = Told<Schemas['SetupNeeded']>;

export interface NewWorkspace {
  code: string;
  workspace_name: string;
  time_zone: string;
  language: Language;
  owner: { name: string; email: string; password: string };
  department: string;
  mailbox: { address: string; name: string } | null;
  demo: boolean;
}

export interface Demo {
  state: 'none' | 'filling' | 'ready' | 'removing';
  done: number;
  total: number;
}

type CountsTold = Told<Schemas['CountsQueryCounts']>;
export type Counts = Omit<CountsTold, 'views' | 'departments'> & {
  views: Partial<Record<View, number>>;
  departments: (CountsTold['departments'][number] & { new: number })[];
};

export type Rule = Omit<Told<Schemas['RuleCard']>, 'condition' | 'actions' | 'names'> & {
  condition: Condition;
  actions: RuleAction[];
  names: Record<string, string>;
};
export type RuleAction = Partial<Omit<Told<Schemas['RuleAction']>, 'type' | 'fields'>> & {
  type: Schemas['RuleAction']['type'];
  fields?: Record<string, unknown> | null;
};
export type RuleRun = Told<Schemas['RuleRunStoreRun']>;
export type RuleDryRun = Omit<Told<Schemas['RuleTryingTried']>, 'names'> & { names: Record<string, string> };

export type Webhook = Told<Schemas['WebhookCard']>;
export type WebhookDelivery = Told<Schemas['WebhookDelivery']>;

export type Presence = Told<Schemas['Presence']>;
export type PauseReason = Told<Schemas['PauseReason']>;
export type Offer = Omit<Told<Schemas['OfferOpen']>, 'ticket'> & { ticket: Ticket };
export type RoutingNumbers = Told<Schemas['RoutingSettings']>;
export type AgentRouting = Told<Schemas['AgentRouting']>;
export type Workload = Told<Schemas['Workload']>;
export type SlaLevel = Omit<Told<Schemas['SlaLevel']>, 'targets'> & { targets: Record<string, Record<string, number | null> | null> };
export type SlaRule = Omit<Told<Schemas['SlaRule']>, 'condition' | 'names'> & { condition: Condition; names: Record<string, string> };
export type TicketPromises = Told<Schemas['TicketSlaPromises']>;
export type ClockCard = TicketPromises['clocks'][number];
export type Rating = Told<Schemas['RatingCard']>;
export type Survey = Omit<Told<Schemas['Survey']>, 'condition' | 'names' | 'texts'> & {
  condition: Condition;
  names: Record<string, string>;
  texts: Partial<Record<Language, { question: string; thanks: string }>>;
};
export type SurveySending = Told<Schemas['SurveySendingCard']>;
export type RatingSetting = Told<Schemas['RatingSetting']>;
export type SlaLogLine = Told<Schemas['SlaLogQueryLine']>;
type SlaLogSummaryTold = Told<Schemas['SlaLogQuerySummary']>;
export type SlaLogSummary = Omit<SlaLogSummaryTold, 'states'> & { states: Partial<Record<ClockCard['state'], { n: number; more: boolean }>> };
export type ToSolve = Told<Schemas['ToSolveWaiting']>;

export type Act = keyof Schemas['TicketCardAbilities'];

export type Ticket = Omit<Told<Schemas['TicketCard']>, 'fields' | 'assignee'> & { fields: Record<string, unknown>; assignee: Person | null };
export type TicketRow = Ticket;

export interface TicketEdit {
  status?: Status;
  sub_status?: string | null;
  disposition?: string | null;
  type?: string;
  fields?: Record<string, unknown>;
  postponed_until?: string | null;
  department?: string;
  assignee?: string | null;
  priority?: Priority;
  sla_level?: string | null;
  tags?: string[];
  subject?: string;
}

export type Attachment = Told<Schemas['Attachment']> & { url: string };

export type Delivery = Told<Schemas['MessageCardDelivery']>;
export type DeliveryState = Delivery['state'];

export type Message = Omit<Told<Schemas['MessageCard']>, 'attachments'> & { attachments: Attachment[] };

export type HistoryLine = Omit<Told<Schemas['HistoryQueryEntry']>, 'facts'> & { facts: Record<string, unknown> };

export type LinkedTicket = Told<Schemas['LinkLinked']>;
export type Participant = Told<Schemas['ParticipantStoreParticipant']>;

export type Draft = Omit<Told<Schemas['Draft']>, 'attachments' | 'type'> & { attachments: Attachment[]; type: 'reply' | 'note' | 'forward' };
export type BegunDraft = Told<Schemas['DraftQueryBegun']>;

export type Notification = Told<Schemas['Notification']>;
export type NotificationSettings = Told<Schemas['NotificationSettings']>;
export type NotificationHow = NotificationSettings['kinds'][number];

export type Onlooker = Told<Schemas['Onlooker']>;
export type Heard = Told<Schemas['AttentionHeard']>;
export type ViewTime = Told<Schemas['ViewTimeQuerySpent']>;

export interface NewTicket {
  subject: string;
  department?: string;
  priority?: Priority;
  customer: { name?: string; email: string };
  message: { html?: string; text?: string; direction: 'in' | 'out' };
}

export type Department = Told<Schemas['Department']>;
export type ServedChannel = Department['members'][number]['channels'][number];
export type MemberRole = Department['members'][number]['role'];
export type MailTemplate = Told<Schemas['TemplateShown']>;
export type AutoAnswers = Schemas['AutoAnswersChoice'];
export type BusinessCalendar = Told<Schemas['BusinessCalendar']>;
export type Holiday = BusinessCalendar['holidays'][number];
export type FoundHolidays = Told<Schemas['HolidayFound']>;
export type Due = Told<Schemas['DueComputed']>;

export type Agent = Told<Schemas['AgentCard']>;
export type Workspace = Told<Schemas['WorkspaceCard']>;
export type AccessLink = Told<Schemas['AccessLink']>;
export type Welcome = Told<Schemas['ComingInWelcome']>;
export type Skill = Told<Schemas['Skill']>;
export type HeldTickets = Told<Schemas['HeldTicketsQueryHeld']>;
export type Role = Told<Schemas['Role']>;
export type Mailbox = Told<Schemas['Mailbox']>;

export interface OutgoingServer {
  url: string | null;
  user: string | null;
  tls: string | null;
  configured_by: 'environment' | 'workspace' | 'none';
}

export type CannedMessage = Told<Schemas['CannedMessage']>;
export type PredefinedAnswer = Told<Schemas['PredefinedAnswer']>;
export type Field = Told<Schemas['Field']>;
export type Word = Told<Schemas['Choice']>;
export type ResolveRules = Told<Schemas['ResolveRuleRules']>;
export type Company = Omit<Told<Schemas['Company']>, 'fields'> & { fields: Record<string, unknown> };
export type CustomerGroup = Told<Schemas['CustomerListQueryGroup']>;
export type TimelineEntry = Told<Schemas['TimelineEntry']>;
export type Tag = Told<Schemas['Tag']>;
export type Customer = Omit<Told<Schemas['Customer']>, 'fields'> & { fields: Record<string, unknown> };
export interface Mark {
  start: number;
  end: number;
}
export type TicketHit = Told<Schemas['TicketHit']>;
export type Found = Told<Schemas['SearchingFound']>;
export type SimilarTicket = Ticket;
export type ApiToken = Told<Schemas['ApiToken']>;
export type AuditLine = Omit<Told<Schemas['AuditLine']>, 'detail'> & { detail: Record<string, unknown> };

/** What a ticket must be like: a group, or one test. */
export interface Condition {
  all?: Condition[] | null;
  any?: Condition[] | null;
  field?: string | null;
  op?: string | null;
  value?: ConditionValue | null;
}
export type ConditionValue = string | number | boolean | string[];

type SavedViewTold = Told<Schemas['ViewCard']>;
export type SavedView = Omit<SavedViewTold, 'condition' | 'names'> & { condition: Condition; names: Record<string, string> };

export interface SavedViewEdit {
  name?: string;
  condition?: Condition;
  sharing?: SavedView['sharing'];
  agents?: string[];
  departments?: string[];
  columns?: string[];
  sort?: string;
}

export type MassAction = Told<Schemas['MassAction']>;

/** What a mass action does to each ticket. */
export interface MassAct {
  status?: Status;
  disposition?: string;
  postponed_until?: string;
  department?: string;
  assignee?: string | null;
  priority?: Priority;
  add_tags?: string[];
  remove_tags?: string[];
  restore?: boolean;
}

export type MassSelection = { codes: string[] } | { filter: Record<string, string> };

/** One of the workspace's own fields of tickets. */
export type OwnField = Told<Schemas['Field']>;

export type Security = Told<Schemas['SecondFactorsStanding']>;
export type AppOffer = Told<Schemas['SecondFactorsOffer']>;
export type SecondStep = Told<Schemas['SecondStepPossible']>;
export type SignInRules = Told<Schemas['SignInRules']>;
export type AgentSecurity = Told<Schemas['SecondFactorShown']>;
export type Passkey = Told<Schemas['Passkey']>;
export type SsoProvider = Told<Schemas['SsoProviderShown']>;
export type SsoWays = Told<Schemas['SsoWays']>;
export type AuditVerdict = Told<Schemas['AuditVerifyingVerdict']>;

export type Badge = Told<Schemas['BadgeCard']>;
export type BadgeMetric = Told<Schemas['GameMetric']>;
export type BadgeWhy = Told<Schemas['BadgeReasonsWhy']>;
export type Backtest = Told<Schemas['Backtest']>;
export type BadgeWish = Partial<Pick<Badge, 'name' | 'text' | 'texts' | 'picture' | 'polarity' | 'kind' | 'metric' | 'direction' | 'window' | 'minimum_sample' | 'minimum_value' | 'holders_max' | 'tie_rule' | 'quality_gate' | 'visibility' | 'active' | 'tiers' | 'chance_in' | 'scope' | 'points' | 'coins'>> & {
  department?: string | null;
  filters?: { department: string[]; channel: string[]; tag: string | null };
};
export type BadgePlay = Told<Schemas['BadgePlay']>;
export type Award = Told<Schemas['AwardCard']>;
export type Level = Told<Schemas['LevelsCard']>;
export type LevelWhy = Told<Schemas['LevelReasonsWhy']>;
export type LevelTrial = Told<Schemas['LevelReasonsTried']>;
export type PointRule = Told<Schemas['PointRule']>;
export type PointLedger = Told<Schemas['PointsLedger']>;
export type PointEntry = PointLedger['items'][number];
export type PointEntryWhy = Told<Schemas['PointReasonsWhy']>;
export type Counted = Told<Schemas['KpiActivityQueryCounted']>;
export type RankWhy = Told<Schemas['RankReasonsRank']>;
export type Goal = Told<Schemas['GoalCard']>;
export interface GoalWish { agent?: string; department?: string; kpi?: string; aim: Goal['aim']; target: number; from: string; until: string; text: string }
export type CoachingNote = Told<Schemas['CoachingNoteCard']>;
export type CoachingSubjects = Told<Schemas['CoachingSubjectsSubjects']>;
export interface CoachingNoteWish { agent: string; kind: CoachingNote['kind']; text: string; public?: boolean; kpi?: string; ticket?: string; goal?: { aim: Goal['aim']; target: number; until: string } }
export type FairPlayFlag = Told<Schemas['FairPlayFlag']>;
export type FairPlayCase = Told<Schemas['FairPlayQueryEvidence']>;
export type GameSetting = Told<Schemas['GameSettingTold']>;
export type Player = Told<Schemas['PlayersPlayer']>;
export type PlayerPage = Told<Schemas['PlayersPage']>;
export type Board = Told<Schemas['BoardsBoard']>;

export type CoinLedger = Told<Schemas['CoinsLedger']>;
export type CoinEntry = Told<Schemas['CoinsEntry']>;
export type Kudos = Told<Schemas['KudosCard']>;
export type KudosAllowance = Told<Schemas['KudosBookAllowance']>;
export type KudosSetting = Told<Schemas['KudosSetting']>;
export type ShopShelves = Told<Schemas['ShopShelves']>;
export type ShopItem = Told<Schemas['ShopCard']>;
export type ShopOrder = Told<Schemas['OrdersCard']>;
export type DrawnFace = Told<Schemas['FacesCard']>;
export type Quest = Told<Schemas['QuestCard']>;
export type QuestStep = Told<Schemas['QuestCardStep']>;
export type OwnBoard = Told<Schemas['OwnBoardsMine']>;
export type SeasonCard = Told<Schemas['OwnBoardsSeasonCard']>;
export type Contest = Told<Schemas['ContestCard']>;
export type ContestTable = Told<Schemas['ContestCardTable']>;
export type Prize = Contest['prizes'][number];
export type ContestWish = Partial<Pick<Contest, 'name' | 'text' | 'metric' | 'direction' | 'among' | 'first_day' | 'last_day' | 'team_value' | 'tie_rule' | 'minimum_sample' | 'quality_gate' | 'prizes'>> & { participants?: string[] };
export type WallEntry = Told<Schemas['WallCard']>;
export type WallComment = Told<Schemas['WallCardSaid']>;
export type WallOutlet = Told<Schemas['OutletCard']>;
export type ChatCall = Told<Schemas['ChatAddressesCall']>;
export type WallScreen = Told<Schemas['ScreenCard']>;
export type ScreenShown = Told<Schemas['ScreenShowingShown']>;
