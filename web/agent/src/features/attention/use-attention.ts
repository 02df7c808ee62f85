import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { asProblem } from '@/api/problem';
import { keys } from '@/api/query-client';
import type { Onlooker, Page } from '@/api/types';
import { TAB } from '@/kit/tab';
import { beat, BEAT_MS, leave } from './attention';
import { FocusClock } from './focus-clock';

const TICK_MS = 1_000;
/** Whoever has not written for so long reads. */
const TYPING_MS = 8_000;
const USED = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart', 'scroll'] as const;

/** Tells the others that this ticket is on screen and being written in, and counts the time spent on it, until it is left. */
export function useAttention(code: string) {
  const client = useQueryClient();
  useEffect(() => {
    const clock = new FocusClock();
    let typedAt = -Infinity;
    let told: 'viewing' | 'typing' | null = null;
    let toldAt = -Infinity;
    let telling = false;
    const shows = () => document.visibilityState === 'visible';
    const state = () => (performance.now() - typedAt < TYPING_MS ? 'typing' : 'viewing');

    const sayLeft = () => { leave(code, { tab: TAB, seconds: clock.take() }).catch(() => {}); };
    // One at a time: on a slow line an older word must not arrive after a newer one.
    const tell = () => {
      if (telling) return;
      telling = true;
      told = state();
      toldAt = performance.now();
      beat(code, { state: told, tab: TAB, seconds: clock.take() })
        .then((heard) => {
          client.setQueryData<Page<Onlooker>>(keys.attention, (all) => {
            const elsewhere = all?.items.filter((one) => one.ticket !== code) ?? [];
            return { items: [...elsewhere, ...heard.others], next: null };
          });
        })
        .catch((error: unknown) => {
          // Nobody waits for this; the next beat says it again. A refusal would only be repeated.
          if (asProblem(error).status >= 400 && asProblem(error).status < 500) toldAt = Infinity;
        })
        .finally(() => {
          telling = false;
          if (told === null) sayLeft();
          else tick();
        });
    };
    const go = () => {
      if (told === null) return;
      told = null;
      clock.tick(shows());
      sayLeft();
    };

    const tick = () => {
      clock.tick(shows());
      if (!shows()) return;
      if (state() !== told || performance.now() - toldAt >= BEAT_MS) tell();
    };
    const touch = () => { clock.touch(); };
    const typed = (event: Event) => {
      clock.touch();
      if (!(event.target instanceof Element) || !event.target.closest('[contenteditable=true]')) return;
      typedAt = performance.now();
      if (told !== 'typing') tick();
    };
    const turn = () => {
      if (shows()) {
        clock.touch();
        tick();
      } else {
        clock.tick(true);
        go();
      }
    };

    if (shows()) tell();
    const timer = setInterval(tick, TICK_MS);
    for (const name of USED) window.addEventListener(name, touch, { passive: true, capture: true });
    window.addEventListener('input', typed, true);
    window.addEventListener('pagehide', go);
    document.addEventListener('visibilitychange', turn);
    return () => {
      clearInterval(timer);
      for (const name of USED) window.removeEventListener(name, touch, { capture: true });
      window.removeEventListener('input', typed, true);
      window.removeEventListener('pagehide', go);
      document.removeEventListener('visibilitychange', turn);
      go();
    };
  }, [client, code]);
}
