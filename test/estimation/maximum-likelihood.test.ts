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
