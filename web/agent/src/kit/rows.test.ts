import { describe, expect, it } from 'vitest';
import { shiftOf } from './rows';

describe('rows that come and go', () => {
  it('above push the view down by as many', () => {
    expect(shiftOf(['a', 'b', 'c'], ['x', 'y', 'a', 'b', 'c'], 1)).toBe(2);
  });

  it('below leave it where it is', () => {
    expect(shiftOf(['a', 'b', 'c'], ['a', 'b', 'c', 'd'], 1)).toBe(0);
  });

  it('in sight are made up for by the next that stayed', () => {
    expect(shiftOf(['a', 'b', 'c', 'd'], ['a', 'c', 'd'], 1)).toBe(-1);
  });

  it('altogether new begin anew', () => {
    expect(shiftOf(['a', 'b'], ['x', 'y'], 0)).toBe(0);
  });
});
