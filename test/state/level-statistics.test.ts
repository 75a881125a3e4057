import { describe, expect, test } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { zeroMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
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
