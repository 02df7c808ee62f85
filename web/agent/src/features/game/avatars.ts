import { queryOptions } from '@tanstack/react-query';
import { put } from '@/api/client';
import { all } from '@/api/pages';
import { keys } from '@/api/query-client';
import type { DrawnFace } from '@/api/types';
import { useAct } from '@/kit/act';

const PICTURES = import.meta.glob<string>('./avatars/*.svg', { eager: true, query: '?url', import: 'default' });

/** What a drawn face looks like. */
export const pictureOf = (face: DrawnFace['id']) => PICTURES[`./avatars/${face}.svg`] ?? '';

/** Those my level has opened, and which levels open the others. */
export const facesQuery = queryOptions({ queryKey: [...keys.game, 'faces'], queryFn: ({ signal }) => all<DrawnFace>('/agents/me/faces', {}, signal) });

export const useChooseFace = () => useAct((face: DrawnFace['id']) => put('/agents/me/avatar/drawn', { face }), [keys.agents, keys.session]);
