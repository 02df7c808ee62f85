import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem } from '@/api/problem';
import { keys } from '@/api/query-client';
import type { Attachment, BegunDraft, Draft } from '@/api/types';
import { saveDraft, wordsOf, type Words } from './draft';
import { forget, keep } from './kept-here';

const PAUSE_MS = 900;
const RETRY_MS = 5_000;

/** `elsewhere`: newer words came from another window and are shown; the older ones are kept. */
export type Saving = 'clean' | 'dirty' | 'saving' | 'saved' | 'offline' | 'elsewhere';

/** Saves what is written on every pause: at once in this browser, then on the server, again and again until it is there. */
export function useDraft(agent: string, code: string, initial: Words, unsaved: boolean) {
  const client = useQueryClient();
  const { type } = initial;
  const [words, setWords] = useState(initial);
  const [saving, setSaving] = useState<Saving>(unsaved ? 'dirty' : 'clean');
  const latest = useRef(initial);
  const dirty = useRef(unsaved);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);
  const done = useRef(false);
  const again = useRef(() => {});
  const version = useRef(client.getQueryData<Draft[]>(keys.draft(code))?.find((draft) => draft.type === type)?.version ?? 0);

  /** What others on this page show of it: the ticket's other types, the marks in lists. */
  const show = useCallback(
    (draft: Draft | null) => {
      client.setQueryData<Draft[]>(keys.draft(code), (all) => {
        const others = all?.filter((one) => one.type !== type) ?? [];
        return draft ? [draft, ...others] : others;
      });
      const listed = client.getQueryData<BegunDraft[]>(keys.drafts)?.some((one) => one.ticket === code && one.type === type);
      if (listed !== undefined && listed !== (draft !== null)) void client.invalidateQueries({ queryKey: keys.drafts });
    },
    [client, code, type],
  );

  const save = useCallback(
    async (last = false) => {
      clearTimeout(timer.current);
      if (!dirty.current || done.current || (busy.current && !last)) return;
      const sent = latest.current;
      busy.current = true;
      dirty.current = false;
      if (!last) setSaving('saving');
      try {
        const draft = await saveDraft(code, sent, last);
        if (done.current) return;
        version.current = draft?.version ?? 0;
        show(draft);
        if (latest.current === sent) {
          forget(agent, code, type);
          setSaving('saved');
        }
      } catch (error) {
        dirty.current = true;
        // Gone or refused: it stays in this browser, and trying again would not help.
        const { status } = asProblem(error);
        const lost = status >= 400 && status < 500 && status !== 429;
        if (!lost && !last) timer.current = setTimeout(() => { again.current(); }, RETRY_MS);
        setSaving('offline');
      } finally {
        busy.current = false;
        if (latest.current !== sent && !last && !done.current) timer.current = setTimeout(() => { again.current(); }, PAUSE_MS);
      }
    },
    [agent, code, show, type],
  );

  const change = useCallback(
    (part: Partial<Words>) => {
      const next = { ...latest.current, ...part, type };
      latest.current = next;
      dirty.current = true;
      done.current = false;
      setWords(next);
      setSaving('dirty');
      keep(agent, code, next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), PAUSE_MS);
    },
    [agent, code, save, type],
  );

  useEffect(() => {
    again.current = () => void save();
  }, [save]);

  const attach = useCallback((file: Attachment) => { change({ attachments: [...latest.current.attachments, file] }); }, [change]);

  /** The words are sent: nothing is left to save. */
  const finish = useCallback(
    (after: Words) => {
      clearTimeout(timer.current);
      done.current = true;
      dirty.current = false;
      version.current = 0;
      latest.current = { ...after, type };
      setWords(latest.current);
      setSaving('clean');
      forget(agent, code, type);
      show(null);
    },
    [agent, code, show, type],
  );

  /** Takes over what was written or sent in another window, unless something is unsaved here. Answers the words to show. */
  const adopt = useCallback(
    (drafts: Draft[]): Words | null => {
      if (dirty.current || busy.current || done.current) return null;
      const draft = drafts.find((one) => one.type === type);
      if (!draft && version.current === 0) return null;
      if (draft && draft.version <= version.current) return null;
      version.current = draft?.version ?? 0;
      latest.current = draft ? wordsOf(draft) : { ...latest.current, html: '', attachments: [] };
      setWords(latest.current);
      setSaving(draft ? 'elsewhere' : 'clean');
      return latest.current;
    },
    [type],
  );

  useEffect(() => {
    if (unsaved) timer.current = setTimeout(() => void save(), PAUSE_MS);
    const leave = () => {
      if (document.visibilityState === 'hidden') void save(true);
    };
    const gone = () => void save(true);
    const online = () => void save();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', gone);
    window.addEventListener('online', online);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', gone);
      window.removeEventListener('online', online);
      void save(true);
    };
  }, [save, unsaved]);

  return { words, change, attach, saving, finish, adopt };
}
