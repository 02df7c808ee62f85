import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem } from '@/api/problem';
import { keys } from '@/api/query-client';
import type { Attachment, Draft } from '@/api/types';
import { forget, keep, saveDraft, type Words } from './draft';

const PAUSE_MS = 900;
const RETRY_MS = 5_000;

export type Saving = 'clean' | 'dirty' | 'saving' | 'saved' | 'offline';

/** Saves what is written on every pause: at once in this browser, then on the server, again and again until it is there. */
export function useDraft(agent: string, code: string, initial: Words, unsaved: boolean) {
  const client = useQueryClient();
  const [words, setWords] = useState(initial);
  const [saving, setSaving] = useState<Saving>(unsaved ? 'dirty' : 'clean');
  const latest = useRef(initial);
  const dirty = useRef(unsaved);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);
  const done = useRef(false);
  const again = useRef(() => {});
  const version = useRef(client.getQueryData<Draft | null>(keys.draft(code))?.version ?? 0);

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
        client.setQueryData<Draft | null>(keys.draft(code), draft);
        if (latest.current === sent) {
          forget(agent, code);
          setSaving('saved');
        }
      } catch (error) {
        dirty.current = true;
        // Gone or refused: it stays in this browser, and trying again would not help.
        const lost = asProblem(error).status >= 400 && asProblem(error).status < 500;
        if (!lost && !last) timer.current = setTimeout(() => { again.current(); }, RETRY_MS);
        setSaving('offline');
      } finally {
        busy.current = false;
        if (latest.current !== sent && !last && !done.current) timer.current = setTimeout(() => { again.current(); }, PAUSE_MS);
      }
    },
    [agent, client, code],
  );

  const change = useCallback(
    (part: Partial<Words>) => {
      const next = { ...latest.current, ...part };
      latest.current = next;
      dirty.current = true;
      done.current = false;
      setWords(next);
      setSaving('dirty');
      keep(agent, code, next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), PAUSE_MS);
    },
    [agent, code, save],
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
      latest.current = after;
      setWords(after);
      setSaving('clean');
      forget(agent, code);
      client.setQueryData(keys.draft(code), null);
    },
    [agent, client, code],
  );

  /** Takes over what was written in another window, unless something is unsaved here. */
  const adopt = useCallback((draft: Draft): boolean => {
    if (draft.version <= version.current || dirty.current || busy.current) return false;
    version.current = draft.version;
    latest.current = { type: draft.type, html: draft.html, attachments: draft.attachments, cc: draft.cc };
    setWords(latest.current);
    setSaving('saved');
    return true;
  }, []);

  useEffect(() => {
    if (unsaved) timer.current = setTimeout(() => void save(), PAUSE_MS);
    const leave = () => {
      if (document.visibilityState === 'hidden') void save(true);
    };
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      void save(true);
    };
  }, [save, unsaved]);

  return { words, change, attach, saving, finish, adopt };
}
