import { describe, expect, test } from 'vitest';
import { symmetricDicke, symmetricGhz } from '../../../datasets/symmetric.ts';
import { continuedStart, fewerQubits } from '../../../src/geodesic/sector/continued-start.ts';
import { sectorGeodesic } from '../../../src/geodesic/sector/sector-geodesic.ts';
import { symmetricGeodesic } from '../../../src/geodesic/sector/symmetric-geodesic.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { type Complex, complexVector } from '../../../src/linalg/complex.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { sectorState } from '../../../src/state/symmetric-vector.ts';

/** Numbers of ones that occur, for each member of a family. */
const held = (family: ReturnType<typeof fewerQubits>) =>
  family?.map((dicke) => dicke.flatMap(([re, im], k) => (Math.hypot(re, im) > 0 ? [k] : [])));

describe('a family of states of fewer qubits', () => {
  test('keeps few ones as ones and few zeros as zeros, with their amplitudes', () => {
    const dicke = Array.from({ length: 42 }, (_, k): Complex => (k === 1 ? [0.6, 0] : k === 40 ? [0, 0.8] : [0, 0]));
    const family = fewerQubits(
      complexVector(
        dicke.map(([re]) => re),
        dicke.map(([, im]) => im),
      ),
    )!;
    expect(family.map((one) => one.length - 1)).toEqual([6, 11, 21, 41]);
    expect(held(family)).toEqual([
      [1, 5],
      [1, 10],
      [1, 20],
      [1, 40],
    ]);
    for (const one of family) expect([one[1], one.at(-2)]).toEqual([dicke[1], dicke[40]]);
  });

  test('is that of W and of GHZ, from five qubits on', () => {
    expect(held(fewerQubits(symmetricDicke(20, 1).components))).toEqual([[1], [1], [1]]);
    expect(held(fewerQubits(symmetricGhz(17).components))).toEqual([
      [0, 5],
      [0, 9],
      [0, 17],
    ]);
  });

  test('has no members for states of half as many ones as qubits, or of few qubits', () => {
    expect(fewerQubits(symmetricDicke(20, 10).components)).toBeNull();
    expect(fewerQubits(symmetricDicke(8, 1).components)).toBeNull();
  });
});

test('the path to W of twenty qubits that is continued from five costs as much as that of a hub and nineteen leaves', () => {
  const weights = { sizeWeights: [1, 1] };
  const family = fewerQubits(symmetricDicke(20, 1).components)!;
  const search = { ...weights, starts: 2, slices: 8, maxSteps: 150, seed: 1, real: true };
  const near = solution(started(family, search)).value;
  const sector = youngSector([1, 19], { ...weights, real: true });
  const { value } = solution(
    sectorGeodesic(sector, sectorState(sector, family.at(-1)!), { ...search, near, polished: 0, doublings: 0 }),
  );
  expect(value.residual).toBeLessThan(1e-5);
  expect(value.length).toBeGreaterThan(1.0147); // the limits for 16 and 24 qubits, 1.0148 and 1.0191
  expect(value.length).toBeLessThan(1.022);
});

function* started(family: Parameters<typeof continuedStart>[0], options: Parameters<typeof continuedStart>[2]) {
  return { value: yield* continuedStart(family, 1, options), result: 'converged' as const, steps: 0 };
}

test('a search for W of eighteen qubits has a hub and its leaves, and begins at the path from fewer qubits alone', () => {
  const options = { sizeWeights: [1, 1], slices: 8, starts: 1, maxSteps: 120, seed: 1, real: true };
  const { value } = solution(symmetricGeodesic(symmetricDicke(18, 1), options));
  expect(value.searched.map(({ blocks }) => blocks)).toEqual([[1, 17]]);
  expect(value.sector.blocks).toEqual([1, 17]);
  expect(value.searched[0]!.geodesic.length).toBeLessThan(1.022);
  expect(value.searched[0]!.geodesic.lengths).toHaveLength(1);
});
