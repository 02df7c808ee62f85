import { describe, expect, it } from 'vitest';
import { MIDDLE, pushed, seen } from './crop';

describe('cropping', () => {
  it('starts with the middle square', () => {
    expect(seen(MIDDLE, 900, 300)).toEqual({ left: 300, top: 0, side: 300 });
  });

  it('shows less when enlarged, and never leaves the picture', () => {
    expect(seen({ x: 2, y: -1, zoom: 2 }, 400, 400)).toEqual({ left: 200, top: 0, side: 200 });
    expect(seen({ ...MIDDLE, zoom: 100 }, 400, 400).side).toBe(100);
  });

  it('follows the hand that pushes it', () => {
    const place = pushed(MIDDLE, -100, 50, 200, 900, 300);
    expect(seen(place, 900, 300).left).toBeCloseTo(450);
    expect(seen(place, 900, 300).top).toBe(0);
  });
});
