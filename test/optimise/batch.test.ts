import { expect, test } from 'vitest';
import { ShapeError } from '../../src/errors.ts';
import { batchObjective } from '../../src/optimise/batch.ts';
import type { Objective } from '../../src/optimise/objective.ts';

const power =
  (n: number): Objective =>
  (x) => ({ value: x.reduce((sum, y) => sum + y ** n, 0), gradient: x.map((y) => n * y ** (n - 1)) });

test('a batch has the values and gradients of its points, row by row', () => {
  const points = Float64Array.of(1, 2, 3, 4);
  expect(batchObjective(power(2), 2)(points)).toEqual({
    values: Float64Array.of(5, 25),
    gradients: Float64Array.of(2, 4, 6, 8),
  });
  expect(batchObjective([power(1), power(3)], 2)(points)).toEqual({
    values: Float64Array.of(3, 91),
    gradients: Float64Array.of(1, 1, 27, 48),
  });
});

test('points that are no rows, and another number of objectives, are refused', () => {
  expect(() => batchObjective(power(2), 3)(new Float64Array(4))).toThrow(ShapeError);
  expect(() => batchObjective(power(2), 0)(new Float64Array(0))).toThrow(ShapeError);
  expect(() => batchObjective([power(2)], 2)(new Float64Array(4))).toThrow(ShapeError);
});
