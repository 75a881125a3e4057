import { describe, expect, test } from 'vitest';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { projectedEntangledPairState } from '../../models/projected-entangled-pair-state.ts';
import { boundaryLogNorm } from '../../src/chain/boundary-chain.ts';
import { DomainError } from '../../src/errors.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { networkLogNorm } from '../../src/network/network-overlap.ts';
import { centralDifferences } from '../helpers/central-differences.ts';

describe.each([
  [2, 3],
  [3, 2],
  [1, 4],
  [4, 1],
])('a state of %i × %i sites', (rows, columns) => {
  const network = projectedEntangledPairState({ rows, columns, bond: 2 });
  const theta = initialParameters(network, randomStream(3, 'grid'));

  test('has the norm of its contraction, and the gradient, without truncation', () => {
    const { value, gradient, error } = boundaryLogNorm(network, { rows, columns })(theta);
    expect(value).toBeCloseTo(networkLogNorm({ network, theta }), 12);
    expect(error).toBeLessThan(1e-13);
    const numerical = centralDifferences((x) => networkLogNorm({ network, theta: x }), theta, 1e-5);
    numerical.forEach((slope, k) => {
      expect(gradient[k]).toBeCloseTo(slope, 7);
    });
  });
});

test('errors of value and gradient fall with the bond of the boundary', () => {
  const [rows, columns] = [4, 4];
  const network = projectedEntangledPairState({ rows, columns, bond: 2 });
  const theta = initialParameters(network, randomStream(4, 'grid'));
  const exact = boundaryLogNorm(network, { rows, columns })(theta);
  expect(exact.value).toBeCloseTo(networkLogNorm({ network, theta }), 11);
  const errors = [1, 2, 4, 8].map((bond) => {
    const { value, gradient } = boundaryLogNorm(network, { rows, columns, bond })(theta);
    const difference = gradient.map((x, k) => x - exact.gradient[k]!);
    return [Math.abs(value - exact.value), Math.hypot(...difference) / Math.hypot(...exact.gradient)] as const;
  });
  expect(errors[3]![0]).toBeLessThan(0.01 * errors[0]![0]);
  expect(errors[3]![1]).toBeLessThan(0.05 * errors[0]![1]);
  expect(errors[3]![0]).toBeLessThan(1e-3);
});

test('networks that are no rectangle of sites are refused', () => {
  const grid = projectedEntangledPairState({ rows: 2, columns: 3, bond: 2 });
  expect(() => boundaryLogNorm(grid, { rows: 3, columns: 2 })).toThrow(DomainError);
  expect(() => boundaryLogNorm(grid, { rows: 2, columns: 2 })).toThrow(DomainError);
  const ring = matrixProductState([2, 2, 2, 2], { bond: 2, boundary: 'periodic' });
  expect(() => boundaryLogNorm(ring, { rows: 1, columns: 4 })).toThrow(DomainError);
});
