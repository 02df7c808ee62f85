import { useEffect, useRef } from 'react';
import { usePreference } from './preference';

export type KeyBindings = Record<string, ((event: KeyboardEvent) => void) | undefined>;

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]';
/** The palette opens from wherever one is, also while writing. */
const ALWAYS = 'mod+k';
const OVERLAY = '[role=dialog], [role=menu], [role=listbox]';

/**
 * The name a key goes by: `j`, `shift+x`, `mod+k`, `?`, `Enter`. On a Greek or Chinese layout the letter is taken from
 * the key's place, so that the shortcuts stay where the fingers know them.
 */
export function keyName(event: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase();
  const latin = /^[\u0020-\u007e]$/.test(event.key);
  const key = event.key.length === 1 ? ((latin ? undefined : letter) ?? event.key.toLowerCase()) : event.key;
  const mod = event.ctrlKey || event.metaKey ? 'mod+' : '';
  const shift = event.shiftKey && (key.length > 1 || /[a-z]/.test(key)) ? 'shift+' : '';
  return mod + shift + key;
}

function refused(event: KeyboardEvent, name: string) {
  if (name === ALWAYS) return false;
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest(TYPING) || target.closest(OVERLAY)) return true;
  return name === 'Enter' && target.closest('a, button, [role=button]') !== null;
}

/** Binds keys for as long as the component lives. Plain letters obey the agent's switch (WCAG 2.1.4). */
export function useKeys(bindings: KeyBindings, enabled = true) {
  const [letters] = usePreference('letters');
  const current = useRef(bindings);
  useEffect(() => {
    current.current = bindings;
  });
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const name = keyName(event);
      const act = current.current[name];
      if (!act || refused(event, name)) return;
      if (letters === 'off' && name.replace('shift+', '').length === 1) return;
      event.preventDefault();
      act(event);
    };
    window.addEventListener('keydown', listen);
    return () => { window.removeEventListener('keydown', listen); };
  }, [enabled, letters]);
}
