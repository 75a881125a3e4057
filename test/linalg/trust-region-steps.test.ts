import { expect, test } from 'vitest';
import { length } from '../../src/linalg/real-vector.ts';
import { trustRegionSteps } from '../../src/linalg/trust-region-steps.ts';

const diagonal =
  (values: readonly number[]) =>
  (v: Float64Array): Float64Array =>
    v.map((x, i) => values[i]! * x);
const options = { radius: 10, tolerance: 1e-12, maxSteps: 20 };
const model = (values: readonly number[], g: readonly number[], s: Float64Array): number =>
  s.reduce((sum, x, i) => sum + g[i]! * x + (values[i]! * x * x) / 2, 0);

test('inside the region the step is that of Newton', () => {
  const [values, g] = [
    [1, 2, 4],
    [1, -1, 2],
  ];
  const { move, decrease } = trustRegionSteps(diagonal(values), Float64Array.from(g), options)(10);
  for (const [i, x] of [-1, 0.5, -0.5].entries()) expect(move[i]).toBeCloseTo(x, 12);
  expect(decrease).toBeCloseTo(-model(values, g, move), 12);
});

test('a shorter step ends at the border, on the way there, and tells the decrease of the model', () => {
  const [values, g] = [
    [1, 2, 4],
    [1, -1, 2],
  ];
  const steps = trustRegionSteps(diagonal(values), Float64Array.from(g), options);
  let before = 0;
  for (const radius of [0.1, 0.4, 0.8]) {
    const { move, decrease } = steps(radius);
    expect(length(move)).toBeCloseTo(radius, 12);
    expect(decrease).toBeCloseTo(-model(values, g, move), 12);
    expect(decrease).toBeGreaterThan(before);
    before = decrease;
  }
});

test('a direction of negative curvature is followed to the border, however small the slope', () => {
  const [values, g] = [
    [1, -3],
    [1e-9, 1e-9],
  ];
  const { move, decrease } = trustRegionSteps(diagonal(values), Float64Array.from(g), options)(0.5);
  expect(length(move)).toBeCloseTo(0.5, 12);
  expect(decrease).toBeCloseTo(-model(values, g, move), 12);
  expect(decrease).toBeGreaterThan(0.1);
});

test('without a slope there is no step', () => {
  expect(trustRegionSteps(diagonal([1, 1]), new Float64Array(2), options)(1).move).toEqual(new Float64Array(2));
});
