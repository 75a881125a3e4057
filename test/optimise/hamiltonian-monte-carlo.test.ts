import { expect, test } from 'vitest';
import { randomStream } from '../../src/linalg/random.ts';
import { length, plus } from '../../src/linalg/real-vector.ts';
import { hamiltonianMonteCarlo, leapfrog, type Particle } from '../../src/optimise/hamiltonian-monte-carlo.ts';
import type { Objective } from '../../src/optimise/objective.ts';
import { sample } from '../../src/optimise/sampler.ts';
import { seriesStatistics } from '../../src/optimise/series-statistics.ts';

/** S = Σ x⁴, and Σ a x²/2 of different widths. */
const quartic: Objective = (x) => ({ value: x.reduce((s, v) => s + v ** 4, 0), gradient: x.map((v) => 4 * v ** 3) });
const widths = [1, 5, 25];
const quadratic: Objective = (x) => ({
  value: x.reduce((s, v, k) => s + (widths[k]! * v * v) / 2, 0),
  gradient: x.map((v, k) => widths[k]! * v),
});

function drawn(action: Objective, start: Float64Array, of: (x: Float64Array) => number, draws = 1500) {
  const sampler = hamiltonianMonteCarlo({ burnIn: 300 });
  const runs = [1, 2, 3, 4].map((seed) => [
    ...sample(action, sampler, start, 300 + draws, randomStream(seed, 'chain')),
  ]);
  const kept = runs.map((run) => run.slice(300));
  return { kept, statistics: seriesStatistics(kept.map((run) => run.map(({ x }) => of(x)))) };
}

test('⟨x²⟩ under e^{−x⁴} is Γ(3/4)/Γ(1/4)', () => {
  const { statistics } = drawn(quartic, Float64Array.of(2), (x) => x[0]! ** 2);
  expect(statistics.error).toBeLessThan(0.015);
  expect(Math.abs(statistics.mean - 0.3379891200336424)).toBeLessThan(4 * statistics.error);
  expect(statistics.shrinkage).toBeLessThan(1.01);
});

test('variances of a normal distribution are the inverse curvatures, and half of the dimension is the mean action', () => {
  const { kept } = drawn(quadratic, Float64Array.of(3, -1, 0.5), () => 0);
  const expectMean = (of: (x: Float64Array) => number, expected: number): void => {
    const { mean, error } = seriesStatistics(kept.map((run) => run.map(({ x }) => of(x))));
    expect(error).toBeLessThan(0.1 * expected);
    expect(Math.abs(mean - expected)).toBeLessThan(4 * error);
  };
  widths.forEach((width, k) => {
    expectMean((x) => x[k]! ** 2, 1 / width);
  });
  expectMean((x) => quadratic(x).value, 1.5);
});

test('the step is adapted in the burn-in only, to the acceptance that is asked for', () => {
  const { kept } = drawn(quadratic, Float64Array.of(1, 1, 1), () => 0, 1500);
  for (const run of kept) {
    expect(new Set(run.map(({ state }) => state.step)).size).toBe(1);
    const mean = run.reduce((sum, { state }) => sum + state.acceptance, 0) / run.length;
    expect(mean).toBeGreaterThan(0.7);
    expect(mean).toBeLessThan(0.92);
  }
});

test('leapfrog is reversible, and its error of the energy falls as the square of the step', () => {
  const x = Float64Array.of(0.4, -0.3, 0.2);
  const begin = { x, momentum: Float64Array.of(0.5, 1, -0.7), evaluation: quartic(x) };
  const end = leapfrog(quartic, begin, 0.05, 40);
  const back = leapfrog(quartic, { ...end, momentum: end.momentum.map((p) => -p) }, 0.05, 40);
  expect(length(plus(back.x, -1, x))).toBeLessThan(1e-13);
  const energy = (at: Particle): number => at.evaluation.value + length(at.momentum) ** 2 / 2;
  const errors = [20, 40, 80].map((leaps) =>
    Math.abs(energy(leapfrog(quartic, begin, 1 / leaps, leaps)) - energy(begin)),
  );
  expect(errors[0]! / errors[1]!).toBeCloseTo(4, 0);
  expect(errors[1]! / errors[2]!).toBeCloseTo(4, 0);
});

test('where the action is infinite nothing is accepted, and a chain goes on from any of its points', () => {
  const walled: Objective = (x) =>
    Math.abs(x[0]!) > 1 ? { value: Infinity, gradient: x.map(() => NaN) } : { value: 0, gradient: x.map(() => 0) };
  const points = [
    ...sample(walled, hamiltonianMonteCarlo({ step: 0.5 }), Float64Array.of(0), 500, randomStream(1, 'wall')),
  ];
  expect(points.every(({ x }) => Math.abs(x[0]!) <= 1)).toBe(true);
  expect(points.some(({ state }) => !state.accepted)).toBe(true);
  const sampler = hamiltonianMonteCarlo({ burnIn: 10 });
  const whole = [...sample(quartic, sampler, Float64Array.of(1), 30, randomStream(2, 'parts'))];
  const stream = randomStream(2, 'parts');
  const first = [...sample(quartic, sampler, Float64Array.of(1), 12, stream)];
  const second = [...sample(quartic, sampler, first.at(-1)!, 18, stream)];
  expect(second.at(-1)).toStrictEqual(whole.at(-1));
});

test('options and starts that make no sense are refused', () => {
  expect(() => hamiltonianMonteCarlo({ step: 0 })).toThrow('step and flight above 0');
  expect(() => hamiltonianMonteCarlo({ burnIn: -1 })).toThrow('whole numbers of draws');
  const action: Objective = (x) => ({ value: NaN, gradient: x });
  const sampler = hamiltonianMonteCarlo();
  expect(() => sample(action, sampler, Float64Array.of(1), 1, randomStream(1, 'x')).next()).toThrow('finite action');
  expect(() => sample(quartic, sampler, Float64Array.of(1), 0.5, randomStream(1, 'x')).next()).toThrow(
    'whole number of draws',
  );
});
