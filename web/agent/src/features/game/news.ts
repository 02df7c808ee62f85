import { useEffect, useState } from 'react';
import type { PlayerPage } from '@/api/types';

const KEY = 'fourleaf.game.seen';

interface Seen {
  level: string;
  badges: string[];
}

interface News {
  level: boolean;
  badges: ReadonlySet<string>;
}

function seen(): Seen | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Seen | null;
  } catch {
    return null;
  }
}

/** What is new since this browser last showed the page; nothing is on the first visit. */
export function useNews(now: PlayerPage | undefined): News {
  const [before] = useState(seen);
  useEffect(() => {
    if (now) localStorage.setItem(KEY, JSON.stringify({ level: now.level.level, badges: now.badges.map((badge) => badge.id) } satisfies Seen));
  }, [now]);
  if (!now || !before) return { level: false, badges: new Set() };
  return {
    level: before.level !== now.level.level,
    badges: new Set(now.badges.map((badge) => badge.id).filter((id) => !before.badges.includes(id))),
  };
}
