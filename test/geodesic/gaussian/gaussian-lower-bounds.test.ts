import { describe, expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import {
  entanglementBound,
  productAngle,
  schmidtLogarithm,
  supportsOf,
} from '../../../src/complexity/entanglement-bound.ts';
import { lengthLowerBound } from '../../../src/complexity/length-bound.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { xyChain } from '../../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { fermionState, fermionStateRules } from '../../../src/generative/fermion-rules.ts';
import { gaussianLowerBounds, intervalDemands } from '../../../src/geodesic/gaussian/gaussian-lower-bounds.ts';
import { complexVector } from '../../../src/linalg/complex.ts';
import { schmidtDecomposition } from '../../../src/state/schmidt.ts';

const groundState = (sites: number) => gaussianGroundState(xyChain(sites, {}, 'open'), { parity: 'even' }).state;
const zero = (n: number) => complexVector(Array.from({ length: 2 ** n }, (_, b) => (b === 0 ? 1 : 0)));

describe('bounds of the length to a Gaussian state', () => {
  test.each<[string, PenaltyMetric]>([
    ['neighbours', { maxSize: 2, maxRange: 1, penalty: Infinity }],
    ['all pairs, with weights by size', { maxSize: 2, sizeWeights: [1, 3], penalty: Infinity }],
    ['all words', { sizeWeights: [1, 2], penalty: 5 }],
  ])('are those of its amplitudes on 3 sites, where all cuts are intervals: %s', (_, metric) => {
    const target = groundState(3);
    const amplitudes = fermionStateRules.pure!(fermionState('ising', target))!.amplitudes;
    const controls = controlWords(metric, 3);
    const { fubiniStudy, entanglement, observable } = gaussianLowerBounds(controls, target);
    expect(fubiniStudy).toBeCloseTo(lengthLowerBound(controls, zero(3), amplitudes), 9);
    expect(entanglement).toBeCloseTo(entanglementBound(controls, zero(3), amplitudes), 6);
    expect(observable).toBeNull();
  });

  test('ask of each interval what its Schmidt coefficients ask', () => {
    const target = groundState(5);
    const { amplitudes } = fermionStateRules.pure!(fermionState('ising', target))!;
    const parts = supportsOf(controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, 5));
    for (const cut of [[0], [0, 1], [1, 2], [1, 2, 3], [4]]) {
      const [angle, logarithm] = intervalDemands(cut, parts, target);
      const values = schmidtDecomposition(amplitudes, [2, 2, 2, 2, 2], cut).values;
      expect(angle!.change).toBeCloseTo(productAngle(values), 9);
      expect(logarithm!.change).toBeCloseTo(schmidtLogarithm(values), 9);
    }
  });

  test('are no greater than with all cuts', () => {
    const target = groundState(6);
    const amplitudes = fermionStateRules.pure!(fermionState('ising', target))!.amplitudes;
    const controls = controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, 6);
    const { entanglement } = gaussianLowerBounds(controls, target);
    expect(entanglement).toBeLessThanOrEqual(entanglementBound(controls, zero(6), amplitudes) + 1e-9);
    expect(entanglement).toBeGreaterThan(0.3);
  });

  test('grow with the chain where the Fubini–Study speed does not', () => {
    const bounds = [6, 12, 24].map((n) =>
      gaussianLowerBounds(controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, n), groundState(n)),
    );
    const [a, b, c] = bounds.map(({ entanglement }) => entanglement) as [number, number, number];
    expect(b / a).toBeGreaterThan(1.3);
    expect(c / b).toBeGreaterThan(1.3);
    expect(bounds[2]!.fubiniStudy).toBeLessThan(bounds[0]!.fubiniStudy);
  });

  test('need a pure state', () => {
    const controls = controlWords({ maxSize: 2, penalty: Infinity }, 4);
    expect(() => gaussianLowerBounds(controls, groundState(3))).toThrow('gaussianLowerBounds');
  });
});
