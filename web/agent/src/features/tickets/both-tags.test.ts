import { expect, it } from 'vitest';
import { bothTags } from './both-tags';

it('keeps what either added and drops what either took off', () => {
  expect(bothTags(['a', 'b'], ['a', 'b', 'mine'], ['b', 'theirs'])).toEqual(['b', 'theirs', 'mine']);
  expect(bothTags(['a', 'b'], ['b'], ['a', 'b', 'c'])).toEqual(['b', 'c']);
  expect(bothTags([], ['x'], ['x'])).toEqual(['x']);
});
