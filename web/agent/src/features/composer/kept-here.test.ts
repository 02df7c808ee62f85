// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { NOTHING } from './draft';
import { forget, forgetAll, keep, kept, keptLast } from './kept-here';

const words = (html: string, type: 'reply' | 'note' = 'reply') => ({ ...NOTHING, type, html });

describe('what is kept in this browser', () => {
  beforeEach(() => { localStorage.clear(); });

  it('keeps an answer and a note apart', () => {
    keep('anna', 'A-1', words('an answer'));
    keep('anna', 'A-1', words('a note', 'note'));
    expect(kept('anna', 'A-1', 'reply')?.html).toBe('an answer');
    expect(kept('anna', 'A-1', 'note')?.html).toBe('a note');
    forget('anna', 'A-1', 'note');
    expect(keptLast('anna', 'A-1')?.html).toBe('an answer');
    expect(kept('bram', 'A-1', 'reply')).toBeNull();
  });

  it('is bounded, and the oldest goes first', () => {
    for (let i = 0; i < 60; i++) keep('anna', `A-${i}`, words(`words ${i}`));
    expect(Object.keys(localStorage).length).toBeLessThanOrEqual(40);
    expect(kept('anna', 'A-59', 'reply')?.html).toBe('words 59');
  });

  it('leaves nothing behind after signing out', () => {
    keep('anna', 'A-1', words('secret'));
    localStorage.setItem('fourleaf.density', '"compact"');
    forgetAll();
    expect(kept('anna', 'A-1', 'reply')).toBeNull();
    expect(localStorage.getItem('fourleaf.density')).toBe('"compact"');
  });

  it('survives what is no draft at all', () => {
    localStorage.setItem('fourleaf.draft.anna.A-1.reply', '{broken');
    expect(kept('anna', 'A-1', 'reply')).toBeNull();
  });
});
