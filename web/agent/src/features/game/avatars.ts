const PICTURES = import.meta.glob<string>('./avatars/*.svg', { eager: true, query: '?url', import: 'default' });

const LEVELS = {
  sprout: 1,
  cat: 1,
  bear: 2,
  owl: 3,
  fox: 4,
  penguin: 5,
  frog: 6,
  robot: 7,
  whale: 8,
  unicorn: 9,
  dragon: 10,
  star: 11,
  king: 12,
} as const;

export type AvatarId = keyof typeof LEVELS;

/** A drawn face. It may be chosen from a level on. */
export interface Avatar {
  id: AvatarId;
  level: number;
  url: string;
}

export const AVATARS: Avatar[] = Object.entries(LEVELS).map(([id, level]) => ({ id: id as AvatarId, level, url: PICTURES[`./avatars/${id}.svg`] ?? '' }));
