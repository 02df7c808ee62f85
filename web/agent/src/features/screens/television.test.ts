import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchScreen, type Television } from './television';

type Answer = () => Promise<Response>;

const shown = (name: string, tag: string): Answer => () => Promise.resolve(new Response(JSON.stringify({ name }), { status: 200, headers: { ETag: `"${tag}"` } }));
const same: Answer = () => Promise.resolve(new Response(null, { status: 304 }));
const refused: Answer = () => Promise.resolve(new Response(JSON.stringify({ type: '/problems/screen-closed' }), { status: 401 }));
const unreachable: Answer = () => Promise.reject(new TypeError('no network'));
const never: Answer = () => new Promise(() => {});

let asked: { path: string; tag: string | undefined }[];
let stop: () => void;

function watch(...answers: Answer[]) {
  const told: Television[] = [];
  vi.stubGlobal('fetch', (path: string, { headers, signal }: { headers: Record<string, string>; signal?: AbortSignal }) => {
    asked.push({ path, tag: headers['If-None-Match'] });
    const answer = (answers.shift() ?? never)();
    return Promise.race([answer, new Promise((_, fail) => { signal?.addEventListener('abort', () => { fail(new Error('aborted')); }); })]);
  });
  stop = watchScreen('', (television) => { told.push(television); });
  return told;
}

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('asks on with the tag it got and keeps what it shows while nothing is new', async () => {
  const told = watch(shown('Kitchen', 'a'), same, shown('Hall', 'b'));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked.map(({ tag }) => tag)).toEqual([undefined, '"a"', '"a"', '"b"']);
  expect(told.map((television) => television.shown?.name)).toEqual(['Kitchen', 'Kitchen', 'Hall']);
});

test('waits out a lost network with what came last', async () => {
  const told = watch(shown('Kitchen', 'a'), unreachable, unreachable, same);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(told.map(({ problem }) => problem?.offline ?? false)).toEqual([false, true, true, false]);
  expect(told.at(-1)?.shown?.name).toBe('Kitchen');
});

test('asks again at once when the network is back', async () => {
  watch(shown('Kitchen', 'a'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toHaveLength(2);
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveLength(3);
});

test('gives up a connection that died unseen', async () => {
  const told = watch(shown('Kitchen', 'a'), never, same);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(told.map(({ problem }) => problem !== undefined)).toEqual([false, true, false]);
});

test('says that a link was taken back, and looks again later', async () => {
  const told = watch(shown('Kitchen', 'a'), refused, same);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(told.at(-1)?.problem?.code).toBe('screen-closed');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told.at(-1)?.problem).toBeUndefined();
});
