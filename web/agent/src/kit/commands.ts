import { useEffect, useId, useSyncExternalStore } from 'react';
import { useKeys } from './keys';

export interface Command {
  id: string;
  label: string;
  /** Heading in the palette and in the list of shortcuts. */
  group: string;
  /** The first is shown; the others work too. */
  keys?: string[];
  act: () => void;
  /** Moves the cursor and the like: a key, but nothing to choose from a list. */
  onlyKey?: boolean;
}

type Registered = ReadonlyMap<string, Command[]>;

let registered: Registered = new Map();
const watchers = new Set<() => void>();

function tell(next: Registered) {
  registered = next;
  watchers.forEach((watcher) => { watcher(); });
}

/** What can be done here and now: bound to its keys, found in the palette, told by the list of shortcuts. */
export function useCommands(commands: Command[]) {
  const id = useId();
  useKeys(Object.fromEntries(commands.flatMap((command) => (command.keys ?? []).map((key) => [key, command.act]))));
  useEffect(() => {
    tell(new Map(registered).set(id, commands));
  });
  useEffect(
    () => () => {
      const rest = new Map(registered);
      rest.delete(id);
      tell(rest);
    },
    [id],
  );
}

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

export function useAllCommands(): Command[] {
  const all = useSyncExternalStore(watch, () => registered);
  return [...all.values()].flat();
}

const SIGNS: Record<string, string> = { mod: 'Ctrl', shift: '⇧', Enter: '↵', Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑' };

/** A key as it is printed on the keyboard. */
export const keyText = (key: string) => key.split('+').map((part) => SIGNS[part] ?? part.toUpperCase()).join(' ');
