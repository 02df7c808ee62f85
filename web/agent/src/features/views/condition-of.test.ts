import { describe, expect, it } from 'vitest';
import { conditionOf } from './condition-of';
import { freshTest, isComplete } from './fields';

describe('a list kept as a view', () => {
  it('has what the built-in view and the filters ask', () => {
    expect(conditionOf({ view: 'mine', tag: 'vip' }, undefined)).toEqual({
      all: [
        { field: 'status', op: 'is', value: ['new', 'open'] },
        { field: 'assignee', op: 'is', value: ['me'] },
        { field: 'tag', op: 'is', value: ['vip'] },
      ],
    });
  });

  it('adds the filters to the saved view one stands in', () => {
    const saved = { any: [freshTest('created')] };
    expect(conditionOf({ saved: 'id', department: 'd' }, saved)).toEqual({ all: [saved, { field: 'department', op: 'is', value: ['d'] }] });
  });

  it('is complete when no value is missing', () => {
    expect(isComplete({ all: [freshTest('created'), freshTest('linked')] })).toBe(true);
    expect(isComplete({ all: [freshTest('status')] })).toBe(false);
    expect(isComplete({ any: [{ all: [freshTest('subject')] }] })).toBe(false);
  });
});
