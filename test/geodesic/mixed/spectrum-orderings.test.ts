import { describe, expect, test } from 'vitest';
import { type Eigenspace, eigenspaces, essentialSpaces, spectralGap } from '../../../src/geodesic/mixed/eigenspaces.ts';
import {
  allOrderings,
  diagonalOverlap,
  fallingOrdering,
  nearestOrdering,
  orderingCount,
} from '../../../src/geodesic/mixed/spectrum-orderings.ts';
import { zeroVector } from '../../../src/linalg/complex.ts';
import { diagonalMatrix, multiply } from '../../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../../src/linalg/random.ts';
import { evolution, randomSum } from '../unitary/unitaries.ts';

/** Eigenspaces of these dimensions; their vectors do not matter. */
const spaces = (...dimensions: readonly number[]): readonly Eigenspace[] =>
  dimensions.map((dimension, j) => ({ value: -j, basis: Array.from({ length: dimension }, () => zeroVector(4)) }));

describe('orderings', () => {
  test.each([
    [[1, 3], 4],
    [[1, 1, 1, 1], 24],
    [[2, 2], 6],
    [[4], 1],
    [[1, 2, 5], 168],
  ] as const)(
    'of dimensions %j are %d, all different, each with as many places as the dimension',
    (dimensions, count) => {
      const all = allOrderings(spaces(...dimensions));
      expect(orderingCount(spaces(...dimensions))).toBe(count);
      expect(new Set(all.map((ordering) => ordering.join())).size).toBe(count);
      for (const ordering of all) {
        expect(dimensions.map((_, j) => ordering.filter((space) => space === j).length)).toEqual([...dimensions]);
      }
      expect(all).toContainEqual(fallingOrdering(spaces(...dimensions)));
    },
  );

  test('the nearest to a state that is nearly diagonal is that of its diagonal', () => {
    const diagonal = [0.1, 0.4, 0.2, 0.3];
    const turn = evolution(randomSum(2, 4, 0.1));
    const density = multiply(multiply(turn, diagonalMatrix(diagonal)), turn, { adjointB: true });
    const found = eigenspaces(density, 1e-8);
    expect(nearestOrdering(found, diagonalOverlap(found))).toEqual([3, 0, 2, 1]);
  });

  test('the nearest cannot be improved by an exchange, and is the best of all for overlaps of product form', () => {
    const stream = randomStream(2, 'overlaps');
    const three = spaces(1, 1, 2);
    for (let trial = 0; trial < 20; trial++) {
      const [height, weight] = [4, 3].map((size) => Array.from({ length: size }, () => stream.uniform()));
      const overlap = (b: number, j: number): number => height![b]! * weight![j]!; // sorting solves it
      const sum = (ordering: readonly number[]): number => ordering.reduce((total, j, b) => total + overlap(b, j), 0);
      const best = Math.max(...allOrderings(three).map(sum));
      expect(sum(nearestOrdering(three, overlap))).toBeCloseTo(best, 12);
    }
  });
});

describe('eigenspaces', () => {
  const U = randomUnitary(4, randomStream(1, 'eigenvectors'));
  const density = multiply(multiply(U, diagonalMatrix([0.4, 0.2, 0.2 + 1e-10, 0.2 - 1e-10])), U, { adjointB: true });

  test('nearly equal eigenvalues are one, unless they are told apart', () => {
    const found = eigenspaces(density, 1e-8);
    expect(found.map(({ basis }) => basis.length)).toEqual([1, 3]);
    expect(spectralGap(found)).toBeCloseTo(0.2, 8);
    expect(eigenspaces(density, 1e-12).length).toBe(4);
  });

  test('the greatest is left out, for it is where the others are not', () => {
    expect(essentialSpaces(eigenspaces(density, 1e-8))).toEqual([0]);
    expect(essentialSpaces(spaces(1, 1))).toEqual([0]);
    expect(essentialSpaces(spaces(4))).toEqual([]);
  });
});
