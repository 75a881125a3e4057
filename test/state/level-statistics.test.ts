import { describe, expect, test } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { zeroMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { multiply } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import {
  levelSpacingRatio,
  ORTHOGONAL_RATIO,
  POISSON_RATIO,
  symmetricSector,
} from '../../src/state/level-statistics.ts';

describe('the ratio of level spacings', () => {
  test('is 1 for equal spacings, 0 for pairs', () => {
    expect(levelSpacingRatio([0, 1, 2, 3, 4])).toBe(1);
    expect(levelSpacingRatio([0, 0, 1, 1, 2, 2])).toBe(0);
    expect(levelSpacingRatio([0, 1, 4, 5.5])).toBeCloseTo((1 / 3 + 1 / 2) / 2, 14);
    expect(levelSpacingRatio([1, 1, 1])).toBe(1);
    expect(levelSpacingRatio([0, 2, 3])).toBe(0.5);
    expect(() => levelSpacingRatio([0, 1])).toThrow(DomainError);
  });

  test('of independent levels is 2 log 2 − 1', () => {
    const stream = randomStream(1, 'levels');
    const levels = Array.from({ length: 20000 }, () => stream.uniform()).sort((a, b) => a - b);
    expect(Math.abs(levelSpacingRatio(levels) - POISSON_RATIO)).toBeLessThan(0.01); // 5 standard errors
  });

  test('of a random symmetric matrix is that of the orthogonal ensemble', () => {
    const stream = randomStream(2, 'matrix');
    const size = 200;
    const ratios = Array.from({ length: 3 }, () => {
      const matrix = zeroMatrix(size, size);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j <= i; j++) {
          const value = stream.normal() * (i === j ? Math.SQRT2 : 1);
          matrix.interleaved[2 * (i * size + j)] = value;
          matrix.interleaved[2 * (j * size + i)] = value;
        }
      }
      return levelSpacingRatio(hermitianEigenvalues(matrix));
    });
    const mean = ratios.reduce((sum, r) => sum + r, 0) / 3;
    expect(Math.abs(mean - ORTHOGONAL_RATIO)).toBeLessThan(0.04); // 4 standard errors
  });
});

test('the symmetric sector of a complex matrix is V†HV, with one column for each orbit', () => {
  const { normal } = randomStream(6, 'complex matrix');
  const image = [0, 2, 1, 4, 3, 5]; // exchanges 1 and 2, and 3 and 4
  const columns = [[0], [1, 2], [3, 4], [5]];
  const given = zeroMatrix(6, 6);
  for (let i = 0; i < 6; i++) {
    for (let j = 0; j < i; j++) {
      const [re, im] = [normal(), normal()];
      for (const [a, b] of [
        [i, j],
        [image[i]!, image[j]!],
      ] as const) {
        given.interleaved[2 * (6 * a + b)]! += re;
        given.interleaved[2 * (6 * a + b) + 1]! += im;
        given.interleaved[2 * (6 * b + a)]! += re;
        given.interleaved[2 * (6 * b + a) + 1]! -= im;
      }
    }
  }
  const V = zeroMatrix(6, 4);
  columns.forEach((orbit, k) => {
    for (const b of orbit) V.interleaved[2 * (4 * b + k)] = 1 / Math.sqrt(orbit.length);
  });
  const expected = multiply(V, multiply(given, V), { adjointA: true });
  const found = symmetricSector(given, [(b) => image[b]!]);
  expect([found.rows, found.cols]).toEqual([4, 4]);
  found.interleaved.forEach((value, k) => {
    expect(value).toBeCloseTo(expected.interleaved[k]!, 13);
  });
});

test('levels of the symmetric sector are levels of the whole, and count as Burnside says', () => {
  const qubits = 5;
  const matrix = pauliSumMatrix(transverseFieldIsing(chain(qubits), { field: 0.7 }));
  const reversed = (b: number): number =>
    Number.parseInt(b.toString(2).padStart(qubits, '0').split('').reverse().join(''), 2);
  const sector = symmetricSector(matrix, [reversed, (b) => 31 - b]);
  expect(sector.rows).toBe((32 + 8 + 0 + 0) / 4); // states fixed by 1, R, P, PR
  const all = hermitianEigenvalues(matrix);
  for (const energy of hermitianEigenvalues(sector)) {
    expect(Math.min(...all.map((other) => Math.abs(other - energy)))).toBeLessThan(1e-12);
  }
});
