import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(process.cwd(), 'src');

/** Buttons say it shorter than the palette does. */
const SHORT: Record<string, string> = {
  'act.assign': 'act.assign_to',
  'act.tag': 'act.tag_with',
  'act.transfer': 'act.transfer_to',
  'ticket.status': 'act.set_status',
  'ticket.priority': 'act.set_priority',
  'sla.level': 'act.set_level',
};

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\./.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

const read = (path: string) => readFileSync(join(SRC, path), 'utf8');

const commands = new Set(
  sources(SRC)
    .filter((code) => code.includes('useCommands('))
    .flatMap((code) => [...code.matchAll(/label: t\('([a-z_.]+)'/g)].map((m) => m[1] ?? '')),
);

describe('the palette', () => {
  it('knows all that can be done with a selection', () => {
    const acts = [...read('features/tickets/mass-bar.tsx').matchAll(/\[t\('([a-z_.]+)'\)/g)].map((m) => m[1] ?? '');
    expect(acts.length).toBeGreaterThan(4);
    expect(acts.filter((act) => !commands.has(SHORT[act] ?? act))).toEqual([]);
  });

  it('knows all that can be done with a view', () => {
    const acts = ['add', 'keep', 'edit', 'delete', 'up', 'down'].map((act) => `saved_view.${act}`);
    expect(acts.filter((act) => !commands.has(act))).toEqual([]);
  });

  it('binds no key of the inbox twice', () => {
    const keys = [...read('scenes/inbox/inbox-scene.tsx').matchAll(/keys: \['([^']+)'\]/g)].map((m) => m[1] ?? '');
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});
