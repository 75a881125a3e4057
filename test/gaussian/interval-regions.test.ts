import { describe, expect, test } from 'vitest';
import { gaussianOfCorrelation } from '../../src/gaussian/correlation.ts';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { gaussianEvolution } from '../../src/gaussian/evolution.ts';
import { hopping, xyChain } from '../../src/gaussian/fermion-models.ts';
import type { GaussianState } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { bipartiteBlock } from '../../src/gaussian/majorana-form.ts';
import { gaussianThermal } from '../../src/gaussian/thermal.ts';
import { complexMatrix } from '../../src/linalg/complex.ts';
import { chain } from '../../src/operator/lattice.ts';
import { contiguousEntropies, sitesOf } from '../../src/state/region-entropies.ts';

const range = (n: number): readonly number[] => Array.from({ length: n }, (_, k) => k);

/** Largest difference between the entropies of all intervals together and each by itself. */
function difference(state: GaussianState, groups?: readonly (readonly number[])[], base?: number): number {
  const entropies = entropiesOfGaussian(state, groups, base === undefined ? {} : { base });
  const intervals = contiguousEntropies(entropies);
  const sites = groups?.length ?? state.modes;
  expect(intervals).toHaveLength((sites * (sites + 1)) / 2 - 1);
  return Math.max(...intervals.map((region) => Math.abs(region.entropy - entropies.entropy(sitesOf(region)))));
}

const critical = gaussianGroundState(xyChain(14, { coupling: 1, anisotropy: 1, field: 1 })).state;

describe('the entropies of all intervals are those of each', () => {
  test('for real hopping, in the ground state and at a temperature', () => {
    expect(difference(gaussianGroundState(hopping(chain(20))).state)).toBeLessThan(1e-12);
    expect(difference(gaussianThermal(hopping(chain(20)), 2))).toBeLessThan(1e-12);
  });

  test('for real pairing, as in the Ising chain', () => {
    expect(difference(critical)).toBeLessThan(1e-12);
  });

  test('for complex hopping, as after a quench that conserves the number of particles', () => {
    const wall = gaussianOfCorrelation(
      complexMatrix(range(14).map((j) => range(14).map((k) => (j === k && j < 6 ? 1 : 0)))),
    );
    const spreading = gaussianEvolution(hopping(chain(14)), wall, 2);
    expect(bipartiteBlock(spreading.covariance)).toBeUndefined();
    expect(difference(spreading)).toBeLessThan(1e-12);
    expect(difference(spreading, [[4], [3, 9], [5, 6], [13]])).toBeLessThan(1e-12);
  });

  test('for complex covariances of any kind', () => {
    const quenched = gaussianEvolution(xyChain(14, { coupling: 1, anisotropy: 0.5, field: 0.2 }), critical, 1.3);
    expect(difference(quenched)).toBeLessThan(1e-12);
  });

  test('for sites of several modes, in any order or of none, and in bits', () => {
    const groups = [[3, 1], [0], [], [7, 8, 9], [2]];
    expect(difference(critical, groups)).toBeLessThan(1e-12);
    expect(difference(critical, groups, 2)).toBeLessThan(1e-12);
  });
});
