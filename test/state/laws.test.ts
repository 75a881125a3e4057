import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComplexMatrix, complexVector, zeroMatrix } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { addScaled, normalised } from '../../src/linalg/vector.ts';
import { distributionEntropy, entanglementEntropy } from '../../src/state/entropy.ts';
import { buresDistance, fidelity, fubiniStudyDistance, traceDistance } from '../../src/state/fidelity.ts';
import { logarithmicNegativity, negativity } from '../../src/state/negativity.ts';
import { projector, reducedDensityMatrix } from '../../src/state/reduced-density-matrix.ts';

const seeds = fc.integer({ min: 0, max: 10_000 });
const run = { seed: 5, numRuns: 25 };
const dims = [2, 3, 2, 2];
const state = (seed: number, length = 24) => randomVector(length, randomStream(seed, 'test'));
const mixed = (seed: number): ComplexMatrix => reducedDensityMatrix(state(seed), [4, 6], [0]);

describe('entropies', () => {
  test('both sides of a pure state are equal, for any order', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(0, 0.5, 1, 2, Infinity), fc.subarray([0, 1, 2, 3]), (seed, order, region) => {
        const rest = [0, 1, 2, 3].filter((site) => !region.includes(site));
        const S = (sites: number[]): number => entanglementEntropy(projector(state(seed)), dims, sites, { order });
        expect(S(region)).toBeCloseTo(S(rest), 6 + (order >= 1 ? 5 : 0)); // roots of rounding errors
      }),
      run,
    );
  });

  test('strong subadditivity: S(AB) + S(BC) ≥ S(ABC) + S(B)', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const S = (region: number[]): number => entanglementEntropy(state(seed), dims, region);
        expect(S([0, 1]) + S([1, 2])).toBeGreaterThanOrEqual(S([0, 1, 2]) + S([1]) - 1e-12);
      }),
      run,
    );
  });

  test('Rényi entropies fall with their order, and reach the von Neumann entropy at 1', () => {
    const p = [0.5, 0.3, 0.15, 0.05, 0];
    const S = (order: number): number => distributionEntropy(p, { order });
    const values = [0, 0.5, 1, 2, 5, Infinity].map(S);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(S(0)).toBeCloseTo(Math.log(4), 14);
    expect(S(Infinity)).toBeCloseTo(Math.log(2), 14);
    expect((S(1 + 1e-4) + S(1 - 1e-4)) / 2).toBeCloseTo(S(1), 7);
    expect(distributionEntropy([0.25, 0.25, 0.25, 0.25], { base: 4 })).toBeCloseTo(1, 14);
  });

  test('a region that does not exist, a state that does not fit, a base of 1 and a negative order are named', () => {
    expect(() => entanglementEntropy(state(1), dims, [4])).toThrow('different sites below 4 required, got [4]');
    expect(() => entanglementEntropy(state(1), dims, [1, 1])).toThrow('got [1,1]');
    for (const region of [[-1], [0.5], [Number.NaN]]) {
      expect(() => entanglementEntropy(state(1), dims, region)).toThrow('different sites below 4');
    }
    expect(() => reducedDensityMatrix(zeroMatrix(4, 2), [2, 2], [0])).toThrow('got 4 × 2');
    expect(() => entanglementEntropy(state(1), [2, 2], [0])).toThrow('size 4 required for dimensions [2,2], got 24');
    expect(() => reducedDensityMatrix(mixed(1), [2, 3], [0])).toThrow('got 4 × 4');
    expect(() => distributionEntropy([1], { base: 1 })).toThrow('base');
    expect(() => distributionEntropy([1], { order: -1 })).toThrow('order');
  });
});

describe('distances', () => {
  test('the three forms of the fidelity agree on pure states', () => {
    fc.assert(
      fc.property(seeds, seeds, (s, t) => {
        const [a, b] = [state(s, 6), state(t, 6)];
        const F = fidelity(a, b);
        expect(fidelity(a, projector(b))).toBeCloseTo(F, 13);
        expect(fidelity(projector(a), b)).toBeCloseTo(F, 13);
        expect(fidelity(projector(a), projector(b))).toBeCloseTo(F, 12);
        expect(traceDistance(a, b)).toBeCloseTo(Math.sqrt(1 - F), 10); // Fuchs & van de Graaf, an equality when pure
        expect(Math.cos(fubiniStudyDistance(a, b)) ** 2).toBeCloseTo(F, 13);
      }),
      run,
    );
  });

  test('Fuchs and van de Graaf: 1 − √F ≤ T ≤ √(1 − F), and the triangle inequality', () => {
    fc.assert(
      fc.property(seeds, seeds, seeds, (r, s, t) => {
        const [a, b, c] = [mixed(r), mixed(s), mixed(t)];
        const F = fidelity(a, b);
        expect(traceDistance(a, b)).toBeGreaterThanOrEqual(1 - Math.sqrt(F) - 1e-12);
        expect(traceDistance(a, b)).toBeLessThanOrEqual(Math.sqrt(Math.max(0, 1 - F)) + 1e-7);
        expect(buresDistance(a, c)).toBeLessThanOrEqual(buresDistance(a, b) + buresDistance(b, c) + 1e-7);
      }),
      run,
    );
  });

  test('the Fubini–Study distance of neighbours keeps its relative accuracy', () => {
    const near = normalised(complexVector([1, 1e-9], [0, 0]));
    expect(fubiniStudyDistance(complexVector([1, 0]), near) / 1e-9).toBeCloseTo(1, 12);
    const a = state(3, 8);
    const turned = addScaled({ length: 8, interleaved: new Float64Array(16) }, [Math.cos(2), Math.sin(2)], a);
    expect(fubiniStudyDistance(a, turned)).toBeLessThan(1e-15); // a phase is no distance
  });

  test('states of different sizes are refused', () => {
    expect(() => fidelity(state(1, 4), state(1, 8))).toThrow('got 4 and 8');
  });
});

test('the negativity of a pure state is ((Σ √λ)² − 1)/2, and its logarithm the Rényi entropy of order ½', () => {
  const psi = state(11, 12);
  const half = entanglementEntropy(psi, [3, 4], [0], { order: 0.5 });
  expect(logarithmicNegativity(projector(psi), [3, 4], [0])).toBeCloseTo(half, 12);
  expect(negativity(projector(psi), [3, 4], [1])).toBeCloseTo((Math.exp(half) - 1) / 2, 12);
});
