import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dot, length, times } from '../../src/linalg/real-vector.ts';
import { wolfeLineSearch } from '../../src/optimise/line-search.ts';
import { flatSpace } from '../../src/optimise/manifold.ts';
import type { Objective } from '../../src/optimise/objective.ts';
import { PROBLEMS, rosenbrock } from './problems.ts';

/** A function of one number and its derivative. */
const along =
  (f: (t: number) => number, derivative: (t: number) => number): Objective =>
  (x) => ({
    value: f(x[0]!),
    gradient: Float64Array.of(derivative(x[0]!)),
  });

/** The functions of Moré & Thuente, ACM Trans. Math. Softw. 20, 286 (1994), sect. 5, and two easy ones. */
const FUNCTIONS: readonly (readonly [string, Objective])[] = [
  [
    '−t/(t² + 2)',
    along(
      (t) => -t / (t * t + 2),
      (t) => (t * t - 2) / (t * t + 2) ** 2,
    ),
  ],
  [
    '(t + 0.004)⁵ − 2(t + 0.004)⁴',
    along(
      (t) => (t + 0.004) ** 5 - 2 * (t + 0.004) ** 4,
      (t) => 5 * (t + 0.004) ** 4 - 8 * (t + 0.004) ** 3,
    ),
  ],
  [
    'an oscillating valley',
    along(
      (t) => Math.cos(20 * t) / 40 - t + (t * t) / 2,
      (t) => -Math.sin(20 * t) / 2 - 1 + t,
    ),
  ],
  [
    'a parabola',
    along(
      (t) => (t - 1) ** 2,
      (t) => 2 * (t - 1),
    ),
  ],
  [
    'a cosine',
    along(
      (t) => -Math.cos(t - 1),
      (t) => Math.sin(t - 1),
    ),
  ],
];

test.each(FUNCTIONS)('the strong Wolfe conditions hold on %s from first steps over six decades', (_, objective) => {
  for (const first of [1e-3, 1e-1, 1, 10, 1000]) {
    for (const curvature of [0.9, 0.1, 1e-3]) {
      const x = Float64Array.of(0);
      const evaluation = objective(x);
      const ray = { x, evaluation, direction: Float64Array.of(1), manifold: flatSpace };
      const trial = wolfeLineSearch(objective, ray, { first, curvature, noise: 1e-14 })!;
      const slope = evaluation.gradient[0]!;
      expect(trial.evaluation.value).toBeLessThanOrEqual(evaluation.value + 1e-4 * trial.t * slope + 1e-14);
      expect(Math.abs(trial.slope)).toBeLessThanOrEqual(curvature * Math.abs(slope));
      expect(trial.evaluation).toEqual(objective(Float64Array.of(trial.t)));
    }
  }
});

test('the strong Wolfe conditions hold on Rosenbrock’s function from random points in random descent directions', () => {
  const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(coordinate, { minLength: 4, maxLength: 4 }),
      fc.array(coordinate, { minLength: 4, maxLength: 4 }),
      (point, noise) => {
        const x = Float64Array.from(point);
        const evaluation = rosenbrock(x);
        const size = length(evaluation.gradient);
        fc.pre(size > 1e-3);
        const direction = evaluation.gradient.map((g, k) => -g / size + 0.2 * noise[k]!);
        const slope = dot(direction, evaluation.gradient);
        fc.pre(slope < -1e-3 * size);
        const ray = { x, evaluation, direction, manifold: flatSpace };
        const trial = wolfeLineSearch(rosenbrock, ray, { first: 1, curvature: 0.1, noise: 0 })!;
        expect(trial.evaluation.value).toBeLessThanOrEqual(evaluation.value + 1e-4 * trial.t * slope);
        expect(Math.abs(trial.slope)).toBeLessThanOrEqual(0.1 * Math.abs(slope));
      },
    ),
    { seed: 6 },
  );
});

test('on a manifold the trial is on the curve of retractions', () => {
  const { objective, start, manifold } = PROBLEMS[4]!;
  const evaluation = objective(start);
  const direction = times(-1, manifold.project(start, evaluation.gradient));
  const trial = wolfeLineSearch(
    objective,
    { x: start, evaluation, direction, manifold },
    { first: 1, curvature: 0.1, noise: 0 },
  )!;
  expect(trial.x).toEqual(manifold.retract(start, times(trial.t, direction)));
  expect(trial.slope).toBe(dot(manifold.project(trial.x, trial.evaluation.gradient), direction));
  expect(trial.evaluation.value).toBeLessThan(evaluation.value);
});

test('where values are rounding, the slope finds the minimum', () => {
  // 1 + 1e-20(t − 1)²: every value is 1 in double precision.
  const flat = along(
    () => 1,
    (t) => 2e-20 * (t - 1),
  );
  const x = Float64Array.of(0);
  const ray = { x, evaluation: flat(x), direction: Float64Array.of(1), manifold: flatSpace };
  const trial = wolfeLineSearch(flat, ray, { first: 30, curvature: 1e-6, noise: 1e-15 })!;
  expect(trial.t).toBeCloseTo(1, 5);
});

test('values that scatter within rounding do not mislead the interpolation', () => {
  let evaluations = 0;
  const scattered = along(
    (t) => 1 + 4e-15 * Math.sin(1e5 * t),
    (t) => 2e-16 * (t - 1),
  );
  const counted: Objective = (x) => {
    evaluations++;
    return scattered(x);
  };
  const x = Float64Array.of(0);
  const ray = { x, evaluation: scattered(x), direction: Float64Array.of(1), manifold: flatSpace };
  const trial = wolfeLineSearch(counted, ray, { first: 30, curvature: 1e-6, noise: 1e-14 })!;
  expect(trial.t).toBeCloseTo(1, 5);
  expect(evaluations).toBeLessThan(4);
});

test('an ascent direction, and a function without decrease, have no point', () => {
  const rising = along(
    (t) => Math.abs(t),
    () => -1,
  ); // the derivative lies
  const x = Float64Array.of(0);
  const ray = (direction: number) => ({
    x,
    evaluation: rising(x),
    direction: Float64Array.of(direction),
    manifold: flatSpace,
  });
  expect(wolfeLineSearch(rising, ray(-1), { first: 1, curvature: 0.9, noise: 0 })).toBeUndefined();
  expect(wolfeLineSearch(rising, ray(1), { first: 1, curvature: 0.9, noise: 0 })).toBeUndefined();
});
