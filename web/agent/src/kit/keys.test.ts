import { describe, expect, it } from 'vitest';
import { keyName } from './keys';

const pressed = (init: KeyboardEventInit) => keyName(new KeyboardEvent('keydown', init));

describe('the name of a key', () => {
  it('is its letter', () => {
    expect(pressed({ key: 'j', code: 'KeyJ' })).toBe('j');
    expect(pressed({ key: 'X', code: 'KeyX', shiftKey: true })).toBe('shift+x');
  });

  it('is the place of the key where the layout has other letters', () => {
    expect(pressed({ key: 'ξ', code: 'KeyJ' })).toBe('j');
    expect(pressed({ key: 'κ', code: 'KeyK', ctrlKey: true })).toBe('mod+k');
  });

  it('is the letter, not the place, on another Latin layout', () => {
    expect(pressed({ key: 'a', code: 'KeyQ' })).toBe('a');
  });

  it('is the sign itself, however it is typed', () => {
    expect(pressed({ key: '?', code: 'Slash', shiftKey: true })).toBe('?');
    expect(pressed({ key: '/', code: 'Digit7', shiftKey: true })).toBe('/');
  });
});
