import { NOTHING, saveDraft, type Words } from './draft';

/** More than this many tickets are not written in at once; the oldest goes first. */
const COPIES_MAX = 40;
const LENGTH_MAX = 400_000;
const PREFIX = 'fourleaf.draft.';

interface Copy {
  at: number;
  words: Words;
}

const nameOf = (agent: string, code: string, type: Words['type']) => `${PREFIX}${agent}.${code}.${type}`;

function read(name: string): Copy | null {
  try {
    const text = localStorage.getItem(name);
    if (!text) return null;
    const copy = JSON.parse(text) as Copy;
    return { at: copy.at, words: { ...NOTHING, ...copy.words } };
  } catch {
    return null;
  }
}

const names = () => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));

/** Kept in this browser until the server has it: a closed lid, a dead network or an ended session loses nothing. */
export function keep(agent: string, code: string, words: Words) {
  const copy = JSON.stringify({ at: Date.now(), words } satisfies Copy);
  if (copy.length > LENGTH_MAX) return;
  try {
    const name = nameOf(agent, code, words.type);
    if (localStorage.getItem(name) === null) makeRoom();
    localStorage.setItem(name, copy);
  } catch {
    // A full or forbidden storage must not stand in the way of writing; the server's copy follows.
  }
}

function makeRoom() {
  const all = names();
  if (all.length < COPIES_MAX) return;
  const ages = all.map((name) => ({ name, at: read(name)?.at ?? 0 })).sort((a, b) => a.at - b.at);
  for (const { name } of ages.slice(0, all.length - COPIES_MAX + 1)) localStorage.removeItem(name);
}

export const kept = (agent: string, code: string, type: Words['type']) => read(nameOf(agent, code, type))?.words ?? null;

/** The type written in last that the server does not have yet. */
export function keptLast(agent: string, code: string): Words | null {
  const copies = (['reply', 'note', 'forward'] as const).map((type) => read(nameOf(agent, code, type))).filter((copy) => copy !== null);
  return copies.sort((a, b) => b.at - a.at)[0]?.words ?? null;
}

export const forget = (agent: string, code: string, type: Words['type']) => { localStorage.removeItem(nameOf(agent, code, type)); };

/** Before signing out: what the server does not have yet goes there; then nothing is left in this browser. */
export async function handOver(agent: string) {
  const mine = `${PREFIX}${agent}.`;
  const saving = names().filter((name) => name.startsWith(mine)).map(async (name) => {
    const code = name.slice(mine.length).split('.')[0];
    const copy = read(name);
    if (copy && code) await saveDraft(code, copy.words).catch(() => {});
  });
  await Promise.all(saving);
}

export function forgetAll() {
  for (const name of names()) localStorage.removeItem(name);
}
