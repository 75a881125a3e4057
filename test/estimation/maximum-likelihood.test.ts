import { describe, expect, test } from 'vitest';
import { parametrised } from '../../src/circuit/circuit.ts';
import { classicalFisherInformation } from '../../src/estimation/classical-fisher.ts';
import { maximumLikelihood, sampleCounts, simulateEstimation } from '../../src/estimation/maximum-likelihood.ts';
import { productOutcomes } from '../../src/fisher/product-outcomes.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import { randomStream } from '../../src/linalg/random.ts';

const circuit = parametrised(2, ['YI', 'IY', 'ZY']);
const outcomes = (theta: Float64Array) => productOutcomes(circuit, theta);
const truth = Float64Array.of(0.9, 0.6, 0.8);

describe('maximum likelihood', () => {
  test('finds the parameters exactly from the exact frequencies', () => {
    const counts = outcomes(truth).probabilities.map((p) => 1000 * p);
    const { value, result } = maximumLikelihood(outcomes, counts, Float64Array.of(0.8, 0.7, 0.75));
    expect(result).toBe('converged');
    value.forEach((x, k) => {
      expect(x).toBeCloseTo(truth[k]!, 8);
    });
  });

  test('of one polar angle is 2·arcsin √(n₁/N)', () => {
    const family = (theta: Float64Array) => productOutcomes(parametrised(1, ['Y']), theta);
    const { value } = maximumLikelihood(family, Float64Array.of(70, 30), Float64Array.of(1));
    expect(value[0]).toBeCloseTo(2 * Math.asin(Math.sqrt(0.3)), 9);
  });
});

test('too few steps are said, and the number of those taken', () => {
  const family = (theta: Float64Array) => productOutcomes(parametrised(1, ['Y']), theta);
  const found = (maxSteps?: number) =>
    maximumLikelihood(family, Float64Array.of(70, 30), Float64Array.of(0.3), maxSteps);
  expect(found(1)).toMatchObject({ result: 'max-steps', steps: 1 });
  const { result, steps } = found();
  expect(result).toBe('converged');
  expect(steps).toBeLessThan(10);
  expect(found(steps).result).toBe('converged');
  expect(found(steps - 1).result).toBe('max-steps');
});

test('steps are halved until the likelihood does not fall: the estimate is never less likely than the start', () => {
  // A logistic family: from far away the full step overshoots.
  const family = ([x]: Float64Array) => {
    const p = 1 / (1 + Math.exp(-x!));
    return { probabilities: Float64Array.of(p, 1 - p), derivatives: [Float64Array.of(p * (1 - p), -p * (1 - p))] };
  };
  const { value, result } = maximumLikelihood(family, Float64Array.of(50, 50), Float64Array.of(5));
  expect(result).toBe('converged');
  expect(value[0]).toBeCloseTo(0, 9);
});

test('outcomes are drawn by inversion of the cumulative distribution', () => {
  const draws = [0, 0.0999, 0.1001, 0.5999, 0.6001, 0.9999];
  const stream = { ...randomStream(1, 'none'), uniform: () => draws.shift()! };
  expect(Array.from(sampleCounts(Float64Array.of(0.1, 0.5, 0, 0.4), 6, stream))).toEqual([2, 2, 0, 2]);
  const again = [0.05, 0.25, 0.95];
  const scaled = { ...randomStream(1, 'none'), uniform: () => again.shift()! };
  expect(Array.from(sampleCounts(Float64Array.of(2, 3, 5), 3, scaled))).toEqual([1, 1, 1]);
});

describe('simulated experiments reach the Cramér–Rao bound', () => {
  const repetitions = 1000;
  const error = Math.sqrt(2 / repetitions); // relative standard deviation of a sampled variance

  test('of the quantum Fisher information, with the optimal measurement of one angle', () => {
    const one = parametrised(1, ['Y']);
    const family = (theta: Float64Array) => productOutcomes(one, theta);
    const theta = Float64Array.of(1.1);
    const { mean, covariancePerShot } = simulateEstimation(family, theta, { shots: 1000, repetitions, seed: 3 });
    const bound = 1 / quantumFisherInformation(one, theta).data[0]!;
    expect(Math.abs(covariancePerShot.data[0]! / bound - 1)).toBeLessThan(4 * error);
    expect(Math.abs(mean[0]! - 1.1)).toBeLessThan(4 * Math.sqrt(bound / (1000 * repetitions)));
  });

  test('of their measurement, for three angles at once', () => {
    const { covariancePerShot } = simulateEstimation(outcomes, truth, { shots: 4000, repetitions, seed: 4 });
    const F = classicalFisherInformation(outcomes(truth)).data;
    const sigma = covariancePerShot.data;
    // F·(shots·covariance) tends to the identity.
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        let product = 0;
        for (let k = 0; k < 3; k++) product += F[3 * i + k]! * sigma[3 * k + j]!;
        const scale = Math.sqrt(F[4 * i]! / F[4 * j]!);
        expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(6 * error * Math.max(1, scale));
      }
    }
  });
});

test('sampled frequencies approach the probabilities', () => {
  const counts = sampleCounts(Float64Array.of(0.5, 0, 0.3, 0.2), 40_000, randomStream(1, 'test'));
  expect(counts.reduce((sum, count) => sum + count)).toBe(40_000);
  expect(counts[1]).toBe(0);
  [0.5, 0, 0.3, 0.2].forEach((p, x) => {
    expect(Math.abs(counts[x]! / 40_000 - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 40_000) + 1e-12);
  });
});

test('a measurement that sees nothing is refused', () => {
  const azimuth = (theta: Float64Array) => productOutcomes(parametrised(1, ['Z']), theta);
  expect(() => maximumLikelihood(azimuth, Float64Array.of(3, 1), Float64Array.of(0.4))).toThrow(/tells all parameters/);
});
