import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { complexVector, zeroVector } from '../../src/linalg/complex.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import type { LinearMap } from '../../src/linalg/krylov.ts';
import { lanczos } from '../../src/linalg/lanczos.ts';
import { matrixOfColumns } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { addScaled, norm } from '../../src/linalg/vector.ts';
import { hermitianMatrix, isometryError } from './compare.ts';
import { diagonalMap, isingRing, isingRingEnergy, mapOf, ringLaplacian } from './operators.ts';

const stream = randomStream(1, 'lanczos test');

describe('closed forms', () => {
  test.each([4, 8, 11])('the critical Ising ring of %d spins has the free-fermion energy', (qubits) => {
    const { value, result } = lanczos(isingRing(qubits), randomVector(2 ** qubits, stream));
    expect(result).toBe('converged');
    expect(Math.abs(value.values[0]! - isingRingEnergy(qubits))).toBeLessThan(1e-12);
  });

  test.each([1, 2, 3, 5, 6])('the %d lowest of a ring with degenerate pairs are complete', (count) => {
    const n = 60;
    const { value, result } = lanczos(ringLaplacian, randomVector(n, stream), { count });
    expect(result).toBe('converged');
    value.values.forEach((energy, k) => {
      expect(Math.abs(energy - (2 - 2 * Math.cos((2 * Math.PI * Math.ceil(k / 2)) / n)))).toBeLessThan(1e-12);
    });
    expect(isometryError(matrixOfColumns(value.vectors))).toBeLessThan(1e-12);
  });
});

describe('against dense matrices', () => {
  test.each([
    [1, 1],
    [2, 2],
    [9, 3],
    [30, 1],
    [120, 1],
    [120, 5],
  ])('of size %d, the lowest %d', (size, count) => {
    const h = hermitianMatrix(size, size);
    const dense = hermitianEigenvalues(h);
    const scale = Math.max(Math.abs(dense[0]!), dense[size - 1]!);
    const { value, result } = lanczos(mapOf(h), randomVector(size, stream), { count });
    expect(result).toBe('converged');
    for (let k = 0; k < count; k++) {
      expect(Math.abs(value.values[k]! - dense[k]!)).toBeLessThan(1e-13 * scale);
      const x = value.vectors[k]!;
      const residual = norm(addScaled(mapOf(h)(x), [-value.values[k]!, 0], x));
      expect(residual).toBeLessThanOrEqual(1e-12 * scale);
      expect(Math.abs(residual - value.residuals[k]!)).toBeLessThan(1e-14 * scale);
    }
  });
});

describe('special operators', () => {
  test('zero and the identity', () => {
    const zero = lanczos(diagonalMap(new Float64Array(40)), randomVector(40, stream), { count: 2 });
    expect([zero.result, ...zero.value.values]).toEqual(['converged', 0, 0]);
    const one = lanczos((x) => x, randomVector(40, stream), { count: 3 });
    for (const value of one.value.values) expect(value).toBeCloseTo(1, 14);
  });

  test('a start that is an eigenvector does not hide the others', () => {
    const values = Float64Array.from({ length: 50 }, (_, k) => k);
    const start = complexVector(values.map((k) => (k === 10 ? 1 : 0)));
    const { value } = lanczos(diagonalMap(values), start, { count: 3 });
    expect(value.values[0]).toBeCloseTo(0, 12);
    expect(value.values[2]).toBeCloseTo(2, 12);
  });

  test('a gap of 1e-6 of the norm is resolved', () => {
    const values = Float64Array.from({ length: 200 }, (_, k) => (k === 0 ? -1e-3 : k === 1 ? 0 : 1 + 5 * k));
    const { value, result } = lanczos(diagonalMap(values), randomVector(200, stream), { count: 2 });
    expect(result).toBe('converged');
    expect(value.values[0]).toBeCloseTo(-1e-3, 11);
    expect(value.values[1]).toBeCloseTo(0, 11);
  });

  test.each([1e-150, 1e150])('of scale %d', (scale) => {
    const values = Float64Array.from({ length: 50 }, (_, k) => scale * (k + 1));
    const { value, result } = lanczos(diagonalMap(values), randomVector(50, stream));
    expect(result).toBe('converged');
    expect(value.values[0]! / scale).toBeCloseTo(1, 11);
  });
});

describe('its limits', () => {
  test('it stops at the step limit and says so, with honest residuals', () => {
    const values = Float64Array.from({ length: 500 }, (_, k) => k * k);
    const { value, result, steps } = lanczos(diagonalMap(values), randomVector(500, stream), { maxSteps: 50 });
    expect(result).toBe('max-steps');
    expect(steps).toBeLessThan(50 + 24);
    const x = value.vectors[0]!;
    expect(value.residuals[0]).toBeCloseTo(norm(addScaled(diagonalMap(values)(x), [-value.values[0]!, 0], x)), 6);
    expect(value.residuals[0]).toBeGreaterThan(1e-3);
  });

  test('it does not change what it is given', () => {
    const start = randomVector(30, stream);
    const before = start.interleaved.slice();
    const echo: LinearMap = (x) => x;
    lanczos(echo, start);
    expect(start.interleaved).toEqual(before);
  });

  test('misuse is named', () => {
    expect(() => lanczos((x) => x, randomVector(3, stream), { count: 4 })).toThrow(ShapeError);
    expect(() => lanczos((x) => x, zeroVector(3))).toThrow(DomainError);
    expect(() => lanczos(diagonalMap([Number.NaN, 1]), randomVector(2, stream))).toThrow(DomainError);
  });
});
