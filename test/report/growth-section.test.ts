import { expect, test } from 'vitest';
import type { GrowthRow } from '../../src/record/run-record.ts';
import { growthSection } from '../../src/report/growth-section.ts';
import { elementsOf } from '../drawing/well-formed.ts';

const row = (gates: number, infidelity: number, perCost = 0.1, complexity: number | null = gates): GrowthRow => {
  return { gates, word: 'XYI', position: gates - 1, perCost, infidelity, complexity };
};

test('a circuit that did not grow has no section', () => {
  expect(growthSection(undefined, 'length')).toBe('');
  expect(growthSection([], 'length')).toBe('');
});

test('every gate is a point of both curves, a gate without complexity of one, and a row of the table', () => {
  const page = growthSection([row(1, 0.5, 0), row(2, 0.1), row(3, 1e-12, 0.2, null)], 'length');
  const elements = elementsOf(page);
  expect(elements.filter(({ name }) => name === 'circle')).toHaveLength(5);
  expect(elements.filter(({ name }) => name === 'tr')).toHaveLength(3);
  expect(page).toContain('1 gate left the plateau');
});
