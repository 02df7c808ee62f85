import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const SRC = join(process.cwd(), 'src');
const IMPORT = /import (?<name>\w+) from '(?<from>[^']+\.module\.css)'/g;
/** Ours; those with a dash or marked as global are the editor's and the library's. */
const OURS = /\.(?<name>[a-z]\w*)(?![\w-])/gi;
const NOT_OURS = /\/\*[\s\S]*?\*\/|:global\([^)]*\)/g;

function files(folder: string, kind: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path, kind);
    return kind.test(entry.name) ? [path] : [];
  });
}

const names = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(({ groups }) => groups?.name ?? '');
const read = (path: string) => readFileSync(path, 'utf8');
const short = (path: string) => path.slice(SRC.length + 1);

// A class that is not there is undefined, which neither the compiler nor a page minds: it only looks broken.
it('every class a component wears is in its stylesheet, and every class there is worn', () => {
  const sheets = new Map(files(SRC, /\.module\.css$/).map((path) => [path, { there: new Set(names(read(path).replace(NOT_OURS, ''), OURS)), worn: new Set<string>() }]));
  const missing = files(SRC, /\.tsx?$/).flatMap((path) => {
    const code = read(path);
    return [...code.matchAll(IMPORT)].flatMap(({ groups }) => {
      const { name = '', from = '' } = groups ?? {};
      const sheet = sheets.get(from.startsWith('@/') ? join(SRC, from.slice(2)) : join(dirname(path), from));
      const wears = names(code, new RegExp(`(?<![\\w./'\`])${name}\\.(?<name>\\w+)`, 'g'));
      const chosen = new RegExp(`\\b${name}\\[`).test(code) ? [...(sheet?.there ?? [])] : [];
      for (const each of [...wears, ...chosen]) sheet?.worn.add(each);
      return wears.filter((each) => !sheet?.there.has(each)).map((each) => `${short(path)}: ${each}`);
    });
  });
  const idle = [...sheets].flatMap(([path, { there, worn }]) => [...there].filter((each) => !worn.has(each)).map((each) => `${short(path)}: ${each}`));
  expect({ missing, idle }).toEqual({ missing: [], idle: [] });
});
