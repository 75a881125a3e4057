import { expect, test } from 'vitest';
import { simpsonRule } from '../../../train/studies/simpson-rule.ts';

test("Simpson's rule is exact for cubics", () => {
  const at = (x: number): number => 4 * x ** 3 - 3 * x ** 2 + 1;
  expect(simpsonRule([0, 0.25, 0.5, 0.75, 1].map(at))).toBeCloseTo(1, 14);
});
