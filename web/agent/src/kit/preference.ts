import { useLocalStorage } from '@mantine/hooks';

/** What this browser remembers about how its agent likes to work; nothing that matters elsewhere. */
interface Preferences {
  sidebar: 'wide' | 'rail';
  density: 'normal' | 'compact';
  panel: 'shown' | 'hidden';
  letters: 'on' | 'off';
}

const defaults: Preferences = { sidebar: 'wide', density: 'normal', panel: 'shown', letters: 'on' };

export function usePreference<N extends keyof Preferences>(name: N) {
  return useLocalStorage<Preferences[N]>({
    key: `fourleaf.${name}`,
    defaultValue: defaults[name],
    getInitialValueInEffect: false,
  });
}
