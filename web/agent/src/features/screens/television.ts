import { getNewer, post } from '@/api/client';
import { asProblem, type Problem } from '@/api/problem';
import type { ScreenShown } from '@/api/types';

/** The server answers as soon as the screen shows something else, or after this time. */
const WAIT_SECONDS = 20;
/** No answer by then is a connection that died unseen. */
const PATIENCE_MS = (WAIT_SECONDS + 12) * 1_000;
/** The server reckons once a second: nothing is missed by it. */
const PAUSE_MS = 400;
/** Nobody stands by a television to press a button: it goes on asking. */
const AGAIN_MS = 3_000;
/** A link that is taken back stays so; a desk that was out for a while comes back. */
const CLOSED_MS = 60_000;
/** A tick that comes so much too late: the machine slept. */
const SLEPT_MS = 5_000;
const TICK_MS = 1_000;

export interface Television {
  /** What came last, whatever went wrong since. */
  shown?: ScreenShown;
  /** When the server was last heard. */
  heardAt: number;
  problem?: Problem;
}

/**
 * Follows a screen until it is told to stop: trades the secret for a cookie, then asks for what is new. Lost networks, servers that start
 * again and sleep are waited out.
 */
export function watchScreen(secret: string, tell: (television: Television) => void): () => void {
  let television: Television = { heardAt: 0 };
  let over = false;
  let hurried = false;
  let key = secret;
  let tag: string | null = null;
  let asking = new AbortController();
  let wake = () => {};

  const pause = (ms: number) =>
    new Promise<void>((done) => {
      const timer = setTimeout(done, ms);
      wake = () => { clearTimeout(timer); done(); };
    });
  const say = (next: Partial<Television>) => {
    television = { ...television, ...next };
    if (!over) tell(television);
  };
  const ask = async () => {
    asking = new AbortController();
    const patience = setTimeout(() => { asking.abort(); }, PATIENCE_MS);
    try {
      if (key) {
        await post('/screen/session', { secret: key });
        key = '';
        window.history.replaceState(null, '', window.location.pathname);
      }
      return await getNewer<ScreenShown>('/screen', tag ? { wait: WAIT_SECONDS } : {}, tag, asking.signal);
    } finally {
      clearTimeout(patience);
    }
  };
  const follow = async () => {
    while (!over) {
      try {
        const newer = await ask();
        if (newer) tag = newer.tag;
        say({ ...(newer && { shown: newer.body }), heardAt: Date.now(), problem: undefined });
        await pause(PAUSE_MS);
      } catch (error) {
        const problem = asProblem(error);
        if (!hurried) {
          say({ problem });
          await pause(problem.status === 401 ? CLOSED_MS : AGAIN_MS);
        }
      }
      hurried = false;
    }
  };

  const hurry = () => {
    hurried = true;
    asking.abort();
    wake();
  };
  const seen = () => { if (document.visibilityState === 'visible') hurry(); };
  let ticked = Date.now();
  const ticking = setInterval(() => {
    const now = Date.now();
    if (now - ticked > SLEPT_MS) hurry();
    ticked = now;
  }, TICK_MS);
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', seen);
  void follow();
  return () => {
    over = true;
    clearInterval(ticking);
    window.removeEventListener('online', hurry);
    document.removeEventListener('visibilitychange', seen);
    hurry();
  };
}
