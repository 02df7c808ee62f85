import { describe, expect, it } from 'vitest';
import { ranked, score } from './fuzzy';

describe('fuzzy search', () => {
  it('finds words without their accents', () => {
    expect(score('aciu', 'Ačiū')).toBeGreaterThan(0);
    expect(score('καλημερα', 'Καλημέρα σας')).toBeGreaterThan(0);
  });

  it('puts the beginning of a name before its middle, and a whole word before scattered letters', () => {
    expect(ranked(['a resolved one', 'Resolved', 'tidy'], 'reso', (name) => [name])).toEqual(['Resolved', 'a resolved one']);
  });

  it('does not take letters strewn over a sentence for a word', () => {
    expect(score('rasa', 'Appearance: Same as the system')).toBe(0);
  });

  it('finds Chinese by any of its signs', () => {
    expect(ranked(['欢迎', '谢谢您的来信'], '来信', (name) => [name])).toEqual(['谢谢您的来信']);
  });

  it('keeps everything, in order, while nothing is typed', () => {
    expect(ranked(['b', 'a'], '', (name) => [name])).toEqual(['b', 'a']);
  });
});
