import { expect, it } from 'vitest';
import { initials } from './face';

it.each([
  ['Anna Petrauskaitė', 'AP'],
  ['Dr. Wilhelmina van der Hoeven-Brandenburg', 'DB'],
  ['omar@example.org', 'OO'],
  ['Ελένη Παπαδοπούλου', 'ΕΠ'],
  ['王小明', '王'],
  ['Plato', 'P'],
  ['', '?'],
])('%s goes by %s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
