import { expect, test } from 'vitest';
import { randomStream } from '../../src/linalg/random.ts';
import { seriesStatistics } from '../../src/optimise/series-statistics.ts';

/** x_{t+1} = ρ x_t + √(1 − ρ²) noise: unit variance, τ = (1 + ρ)/(1 − ρ). */
function autoregressive(rho: number, seed: number, draws: number): Float64Array {
  const stream = randomStream(seed, 'autoregressive');
  let x = stream.normal();
  return Float64Array.from({ length: draws }, () => {
    const here = x;
    x = rho * x + Math.sqrt(1 - rho * rho) * stream.normal();
    return here;
  });
}

test.each([
  [0, 1],
  [0.5, 3],
  [0.9, 19],
  [-0.5, 1 / 3],
])('the autocorrelation time of a chain with memory %d is %d', (rho, time) => {
  const { autocorrelation, shrinkage, standardDeviation } = seriesStatistics(
    [1, 2, 3, 4].map((seed) => autoregressive(rho, seed, 10_000)),
  );
  // Three times the error √(2(2M + 1)/draws) of an estimate from a window of M = 5τ lags.
  const uncertainty = 3 * Math.sqrt((2 * (10 * Math.max(1, time) + 1)) / 40_000);
  expect(Math.abs(autocorrelation / time - 1)).toBeLessThan(uncertainty);
  expect(standardDeviation).toBeCloseTo(1, 1);
  expect(shrinkage).toBeLessThan(1.01);
});

test('standard errors are those of many repetitions, not those of independent draws', () => {
  const runs = Array.from({ length: 100 }, (_, seed) => seriesStatistics([autoregressive(0.8, seed, 1000)]));
  const inErrors = Math.sqrt(runs.reduce((sum, { mean, error }) => sum + (mean / error) ** 2, 0) / runs.length);
  expect(inErrors).toBeGreaterThan(0.8);
  expect(inErrors).toBeLessThan(1.25);
});

test('chains that disagree are noticed, and so is a drift', () => {
  const moved = autoregressive(0, 2, 1000).map((x) => x + 3);
  const { shrinkage, effectiveSamples } = seriesStatistics([autoregressive(0, 1, 1000), moved]);
  // Means 0 and 3 of unit variance: V = 1 + 4·(3/2)²/3, of four halves.
  expect(shrinkage).toBeCloseTo(2, 1);
  expect(effectiveSamples).toBeLessThan(20);
  const drifting = autoregressive(0, 3, 1000).map((x, t) => x + t / 200);
  expect(seriesStatistics([drifting]).shrinkage).toBeGreaterThan(1.3);
});

test('a constant has no error; chains that are none are refused', () => {
  const { mean, error, shrinkage } = seriesStatistics([new Float64Array(10).fill(2.5)]);
  expect([mean, error, shrinkage]).toStrictEqual([2.5, 0, 1]);
  expect(() => seriesStatistics([])).toThrow('chains of equal length');
  expect(() => seriesStatistics([[1, 2, 3, 4, 5, 6, 7, NaN]])).toThrow('finite values');
});
