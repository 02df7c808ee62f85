/** The shapes of the API, by the names the server gives them. */
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
export type Status = (typeof STATUSES)[number];

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const LANGUAGES = ['en', 'lt', 'el', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Named {
  id: string;
  name: string;
}

export interface Person {
  id: string;
  email: string;
  name: string;
}

export interface Session {
  agent: Person & {
    alias: string | null;
    role: string;
    language: Language | null;
    theme: Theme | null;
    signature_html?: string | null;
  };
  permissions: string[];
  workspace: { name: string; time_zone: string; language: Language; demo: boolean };
}

export interface OpenSession {
  id: string;
  current: boolean;
  address: string | null;
  user_agent: string | null;
  created_at: string;
  seen_at: string;
}

export interface Setup {
  needed: boolean;
  workspace_name?: string | null;
}

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

export const VIEWS = ['to_answer', 'mine', 'unassigned', 'answered', 'waiting', 'resolved', 'all', 'spam', 'deleted'] as const;
export type View = (typeof VIEWS)[number];

export interface Counts {
  views: Partial<Record<View, number>>;
  departments: { id: string; name: string; new: number; open: number; resolved: number }[];
  capped?: boolean;
}

export type Act =
  | 'reply'
  | 'note'
  | 'assign'
  | 'transfer'
  | 'tag'
  | 'edit'
  | 'resolve'
  | 'reopen'
  | 'postpone'
  | 'spam'
  | 'delete'
  | 'restore';

export interface Ticket {
  code: string;
  subject: string;
  status: Status;
  priority: Priority;
  type: string | null;
  department: Named;
  assignee: Person | null;
  customer: { id: string; email: string | null; name: string };
  company?: Named | null;
  tags: string[];
  fields: Record<string, unknown>;
  channel: string;
  created_at: string;
  updated_at: string;
  due_at: string | null;
  postponed_until: string | null;
  merged_into: string | null;
  linked_from?: string | null;
  version: number;
  abilities: Partial<Record<Act, boolean>>;
}

export interface TicketRow extends Ticket {
  snippet: string | null;
  last_message_at: string;
  message_count: number;
  has_attachments: boolean;
}

export interface TicketEdit {
  status?: Status;
  postponed_until?: string | null;
  department?: string;
  assignee?: string | null;
  priority?: Priority;
  tags?: string[];
  subject?: string;
}

export interface Attachment {
  id: string;
  name: string;
  type: string;
  size: number;
  url: string;
  inline?: boolean;
}

export type DeliveryState = 'scheduled' | 'sending' | 'sent' | 'delayed' | 'not_delivered';

export interface Delivery {
  state: DeliveryState;
  report: { recipient: string; state: DeliveryState; text: string | null; at: string }[];
}

export interface Message {
  id: string;
  type: 'message' | 'reply' | 'note' | 'forward';
  direction: 'in' | 'out' | 'internal';
  author: { kind: 'agent' | 'customer' | 'system'; id: string | null; email: string | null; name: string | null };
  at: string;
  text: string | null;
  html: string | null;
  new_text: string | null;
  quoted_text: string | null;
  new_html: string | null;
  quoted_html: string | null;
  has_remote_content: boolean;
  new_sender: boolean;
  to: string[];
  cc: string[];
  attachments: Attachment[];
  delivery: Delivery | null;
  raw_url: string | null;
}

export interface HistoryLine {
  seq: number;
  at: string;
  kind: string;
  by: { kind: string; id: string | null; name: string | null };
  facts: Record<string, unknown>;
}

export interface Draft {
  type: 'reply' | 'note';
  html: string;
  attachments: Attachment[];
  cc: string[];
  version: number;
  saved_at: string;
}

export interface NewTicket {
  subject: string;
  department?: string;
  priority?: Priority;
  customer: { name?: string; email: string };
  message: { html?: string; text?: string; direction: 'in' | 'out' };
}

export type MemberRole = 'reader' | 'solver' | 'lead';

export interface Department {
  id: string;
  name: string;
  description: string | null;
  access: 'members' | 'all';
  members: { agent: Person; role: MemberRole; solves: boolean }[];
  is_default?: boolean;
  signature_html: string | null;
  reopen_days: number | null;
}

export interface Agent extends Person {
  alias: string | null;
  role: string;
  departments: string[];
  language: Language | null;
  active: boolean;
  presence: string | null;
}

export interface Role {
  id: string;
  name: string;
  permissions: string[];
  built_in: boolean;
}

export interface Mailbox {
  id: string;
  address: string;
  name: string | null;
  department: Named | null;
}

export interface OutgoingServer {
  url: string | null;
  user: string | null;
  tls: string | null;
  configured_by: 'environment' | 'workspace' | 'none';
}

export interface CannedMessage {
  id: string;
  name: string;
  keywords: string;
  html: string;
  language: Language | null;
  scope: 'personal' | 'department' | 'all';
  /** Its department's id, where the scope is one. */
  department: string | null;
  uses: number;
}

export interface Tag {
  id: string;
  name: string;
  colour: string | null;
  description: string | null;
  archived: boolean;
}

export interface Customer {
  id: string;
  email: string;
  emails: string[];
  phones: string[];
  name: string | null;
  company: Named | null;
  language: string | null;
  time_zone: string | null;
  groups: string[];
  fields: Record<string, unknown>;
  notes: string | null;
}

export interface ApiToken {
  id: string;
  name: string;
  agent: Person | null;
  scopes: string[] | null;
  expires_at: string | null;
  addresses: string[] | null;
  created_at: string;
  last_used_at: string | null;
}

export interface AuditLine {
  seq: number;
  at: string;
  by: { kind: string; id: string | null; name: string | null } | string | null;
  action: string;
  subject: string | null;
  detail: unknown;
}
