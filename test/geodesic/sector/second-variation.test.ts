import { describe, expect, test } from 'vitest';
import { levels, refinements, representationDimension } from '../../../src/geodesic/sector/refinement.ts';
import { morseIndex, secondVariation } from '../../../src/geodesic/sector/second-variation.ts';
import { sectorGeodesic } from '../../../src/geodesic/sector/sector-geodesic.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { ghzComponents, sectorState } from '../../../src/state/symmetric-vector.ts';

/** |0…0⟩ and the costate of exp(−iθt ΣX): every qubit on a meridian of its Bloch sphere. */
function meridians(n: number, theta: number) {
  const [state, costate] = [new Float64Array(2 * n + 2), new Float64Array(2 * n + 2)];
  state[0] = 1;
  costate[3] = -Math.sqrt(n) * theta;
  return { state, costate };
}

describe('the finest sectors', () => {
  test('set apart as many qubits as a word has', () => {
    expect(refinements([6], 2)).toEqual([[2, 4]]);
    expect(refinements([1, 4], 2)).toEqual([[1, 2, 2]]);
    expect(new Set(refinements([2, 4], 2).map(String))).toEqual(new Set(['1,1,1,3', '2,2,2']));
    expect(refinements([3], 2)).toEqual([[1, 2]]);
  });

  test('have representations of dimension 1, n − 1 and n(n − 3)/2', () => {
    expect(levels([7], 2).map((level) => representationDimension([7], level))).toEqual([1, 6, 14]);
    expect(representationDimension([4, 5], [1, 1])).toBe(12);
  });
});

describe('the second variation', () => {
  test('of a meridian has one more negative direction beyond each pole, and a zero one where it ends there', () => {
    const sector = youngSector([1], { sizeWeights: [1] });
    for (const [theta, negative] of [
      [0.3 * Math.PI, 0],
      [0.75 * Math.PI, 1],
      [1.25 * Math.PI, 2],
    ] as const) {
      expect(secondVariation(sector, meridians(1, theta), 8).negative).toBe(negative);
    }
    expect(secondVariation(sector, meridians(1, Math.PI / 2), 16)).toMatchObject({ negative: 0, zero: 1 });
  });

  test('of n meridians beyond the pole has n negative directions, by way of one and of n − 1', () => {
    const sector = youngSector([4], { sizeWeights: [1] });
    const { index, nullity, parts } = morseIndex(sector, meridians(4, 0.75 * Math.PI), 8);
    expect([index, nullity]).toEqual([4, 0]);
    expect(parts.map(({ dimension, negative }) => [dimension, negative])).toEqual([
      [1, 1],
      [3, 1],
    ]);
  });

  test('says that GHZ₃ is reached by a minimum in a family of two dimensions', () => {
    const sector = youngSector([3], { sizeWeights: [1, 1] });
    const target = sectorState(sector, ghzComponents(3));
    const { value } = solution(sectorGeodesic(sector, target, { starts: 1, slices: 8, polished: 1 }));
    const { index, nullity, parts } = morseIndex(sector, value.start, 6);
    expect([index, nullity]).toEqual([0, 2]);
    expect(parts.map(({ blocks }) => blocks)).toEqual([[3], [1, 2]]);
    expect(() => morseIndex(sector, value.start, 1)).toThrow('at least 2 nodes required');
  });
});
