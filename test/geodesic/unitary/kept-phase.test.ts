/** The phase kept: V itself in SU(N), not V up to a phase. */

import { describe, expect, test } from 'vitest';
import { biInvariantLength, logarithmBranches } from '../../../src/complexity/bi-invariant-length.ts';
import { exponentialMap } from '../../../src/geodesic/unitary/exponential-map.ts';
import { logarithmicMap } from '../../../src/geodesic/unitary/logarithmic-map.ts';
import { type Complex, type ComplexMatrix, identityMatrix } from '../../../src/linalg/complex.ts';
import { addScaledMatrix, frobeniusNorm, scaledMatrix } from '../../../src/linalg/matrix.ts';
import { sumOfCoordinates } from '../../../src/operator/pauli-coordinates.ts';
import { CNOT, evolution, randomSum } from './unitaries.ts';

const { PI } = Math;
const kept = { phase: 'kept' } as const;
const distance = (a: ComplexMatrix, b: ComplexMatrix): number => frobeniusNorm(addScaledMatrix(a, [-1, 0], b));
/** ω^k of the N-th roots of unity. */
const root = (N: number, k: number): Complex => [Math.cos((2 * PI * k) / N), Math.sin((2 * PI * k) / N)];

describe('where all words weigh the same', () => {
  test.each([0.3, 1.2, 2, 3])('exp(−iθZ) costs θ = %d up to π, with a free phase θ or π − θ', (theta) => {
    const V = evolution({ qubits: 1, terms: [{ word: 'Z', coefficient: theta }] });
    expect(Math.abs(biInvariantLength(V, kept) - theta)).toBeLessThan(1e-12);
    expect(Math.abs(biInvariantLength(V) - Math.min(theta, PI - theta))).toBeLessThan(1e-12);
  });

  test('−1 is π away in SU(2), and a root of unity ω = exp(2πi/N) is 2π√(N − 1)/N away in SU(N)', () => {
    expect(Math.abs(biInvariantLength(scaledMatrix([-1, 0], identityMatrix(2)), kept) - PI)).toBeLessThan(1e-12);
    for (const N of [4, 8]) {
      const V = scaledMatrix(root(N, 1), identityMatrix(N));
      expect(Math.abs(biInvariantLength(V, kept) - (2 * PI * Math.sqrt(N - 1)) / N)).toBeLessThan(1e-12);
      expect(biInvariantLength(V)).toBeLessThan(1e-12);
    }
  });

  test('the free length is the least of the kept ones over the roots of unity, and logarithms lead to V itself', () => {
    const V = evolution(randomSum(2, 4, 0.9));
    const lengths = [0, 1, 2, 3].map((k) => {
      const turned = scaledMatrix(root(4, k), V);
      const [branch, ...others] = logarithmBranches(turned, kept);
      expect(others).toEqual([]);
      const { unitary } = exponentialMap({ penalty: 1 }, { velocity: sumOfCoordinates(branch!.velocity) });
      expect(distance(unitary, turned)).toBeLessThan(1e-12);
      return branch!.length;
    });
    expect(new Set(lengths.map((x) => x.toFixed(6))).size).toBe(4);
    expect(Math.abs(Math.min(...lengths) - biInvariantLength(V))).toBeLessThan(1e-12);
  });

  test('the logarithmic map is exact', () => {
    const V = scaledMatrix(root(4, 1), evolution(randomSum(2, 4, 0.9)));
    const { value, result } = logarithmicMap({ penalty: 1 }, V, kept);
    expect(result).toBe('converged');
    expect(value.certificate.status).toBe('least length: it meets a lower bound');
    expect(distance(exponentialMap({ penalty: 1 }, value).unitary, V)).toBeLessThan(1e-9);
  });
});

test('with weights 1 and 4 geodesics end at V itself, each root of unity at its own, the shortest as with a free phase', () => {
  const metric = { maxSize: 1, penalty: 4 };
  const V = evolution(randomSum(2, 4, 0.6));
  const options = { starts: 2, branches: 1, conjugatePoints: false, slicedLengths: false };
  const lengths = [0, 1, 2, 3].map((k) => {
    const turned = scaledMatrix(root(4, k), V);
    const { value, result } = logarithmicMap(metric, turned, { ...options, ...kept });
    expect(result).toBe('converged');
    expect(distance(exponentialMap(metric, value).unitary, turned)).toBeLessThan(1e-8);
    expect(value.length).toBeGreaterThanOrEqual(biInvariantLength(turned, kept) - 1e-9);
    return value.length;
  });
  expect(Math.abs(Math.min(...lengths) - logarithmicMap(metric, V, options).value.length)).toBeLessThan(1e-8);
});

test('a path that keeps the phase needs determinant 1, and rotations that cost something', () => {
  expect(() => biInvariantLength(CNOT, kept)).toThrow(/determinant 1 required, got determinant exp\(-?3.14i\)/);
  expect(() => logarithmicMap({ maxSize: 1, penalty: 4 }, CNOT, kept)).toThrow(/determinant 1 required/);
  const free = { sizeWeights: [0, 1], penalty: Infinity };
  expect(() => logarithmicMap(free, identityMatrix(4), kept)).toThrow(
    /weights above 0 required where the phase is kept/,
  );
});
