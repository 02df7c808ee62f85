import { API } from './client';

export interface LiveEvents {
  'ticket.changed': { code: string; version: number; kind: string };
  'counts.changed': Record<string, never>;
  'draft.changed': { code: string; type: string; version: number };
  'views.changed': Record<string, never>;
  'delivery.changed': { code: string; message: string };
  'attention.changed': { code: string };
  'notification.changed': { id: string };
  'presence.changed': { agent: string };
  'offers.changed': Record<string, never>;
  'words.changed': Record<string, never>;
  'agents.changed': Record<string, never>;
  'workspace.changed': Record<string, never>;
  'kudos.changed': Record<string, never>;
  'shop.changed': Record<string, never>;
  'quests.changed': Record<string, never>;
  'boards.changed': Record<string, never>;
  'contests.changed': Record<string, never>;
  'wall.changed': Record<string, never>;
  resync: Record<string, never>;
}

export type LiveName = keyof LiveEvents;

const NAMES: LiveName[] = ['ticket.changed', 'counts.changed', 'draft.changed', 'delivery.changed', 'attention.changed', 'notification.changed', 'presence.changed', 'offers.changed', 'views.changed', 'words.changed', 'agents.changed', 'workspace.changed', 'kudos.changed', 'shop.changed', 'quests.changed', 'boards.changed', 'contests.changed', 'wall.changed', 'resync'];
const RETRY_MIN_MS = 2_000;
const RETRY_MAX_MS = 60_000;

export interface Listener {
  event: <N extends LiveName>(name: N, facts: LiveEvents[N]) => void;
  connected: (up: boolean) => void;
}

/** The server's stream. The browser resumes by itself; where it gives up (a refusal), we come back, slower each time. */
export function openStream(listener: Listener): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = RETRY_MIN_MS;
  let lost = false;

  const connect = () => {
    source = new EventSource(`${API}/stream`);
    source.onopen = () => {
      wait = RETRY_MIN_MS;
      listener.connected(true);
      // A stream that was closed for good starts without Last-Event-ID: what happened meanwhile is unknown.
      if (lost) listener.event('resync', {});
      lost = false;
    };
    source.onerror = () => {
      listener.connected(false);
      if (source?.readyState !== EventSource.CLOSED) return;
      lost = true;
      timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, RETRY_MAX_MS);
    };
    for (const name of NAMES) {
      source.addEventListener(name, (e: MessageEvent<string>) => {
        listener.event(name, JSON.parse(e.data || '{}') as never);
      });
    }
  };

  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
