import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(process.cwd(), 'src');
const LANGUAGES = ['en', 'lt', 'el', 'zh'] as const;
const PLURAL = /_(zero|one|two|few|many|other)$/;

type Words = Map<string, string>;

function flat(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    const name = path ? `${path}.${key}` : key;
    return typeof value === 'string' ? [[name, value] as [string, string]] : flat(value as object, name);
  });
}

function wordsOf(language: string): Words {
  return new Map(flat(JSON.parse(readFileSync(join(SRC, 'i18n', `${language}.json`), 'utf8')) as object));
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.|schema\.d\.ts/.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort().join();
const stems = (words: Words) => new Set([...words.keys()].map((key) => key.replace(PLURAL, '')));

const all = Object.fromEntries(LANGUAGES.map((language) => [language, wordsOf(language)])) as Record<(typeof LANGUAGES)[number], Words>;
const english = stems(all.en);
const code = sources(SRC).join('\n');

describe('words', () => {
  it.each(LANGUAGES)('%s says everything English says, and nothing else', (language) => {
    expect([...stems(all[language])].sort()).toEqual([...english].sort());
  });

  it.each(LANGUAGES)('%s has each plural its grammar asks for', (language) => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = [...all.en.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(PLURAL, ''));
    const missing = plurals.flatMap((stem) => categories.map((c) => `${stem}_${c}`)).filter((key) => !all[language].has(key));
    expect(missing).toEqual([]);
  });

  it.each(LANGUAGES)('%s fills the same blanks and leaves none of its words empty', (language) => {
    const wrong = [...all[language]].filter(([key, text]) => {
      const reference = all.en.get(key) ?? all.en.get(key.replace(PLURAL, '_other')) ?? '';
      return text.trim() === '' || blanks(text) !== blanks(reference);
    });
    expect(wrong).toEqual([]);
  });

  it('are all used', () => {
    const open = [...code.matchAll(/`([a-z_]+\.[a-z_.]*)\$\{/g)].map((m) => m[1] ?? '');
    const named = new Set([...code.matchAll(/'([a-z_0-9.]+)'/gi)].map((m) => m[1]));
    const unused = [...english].filter((key) => !named.has(key) && !open.some((start) => key.startsWith(start)));
    expect(unused).toEqual([]);
  });

  it('are all written down', () => {
    const asked = [...code.matchAll(/\bt\(\s*'([a-z_.]+)'/g)].map((m) => m[1] ?? '');
    expect(asked.filter((key) => !english.has(key))).toEqual([]);
  });

  it('name no colour outside the tokens', () => {
    const styles = (folder: string): string[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return styles(path);
        const inTheme = path.includes(`${join('src', 'theme')}`);
        if (inTheme || !/\.(css|tsx)$/.test(path)) return [];
        return /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(readFileSync(path, 'utf8').replace(/href="#[^"]*"/g, '')) ? [path] : [];
      });
    expect(styles(SRC)).toEqual([]);
  });
});
