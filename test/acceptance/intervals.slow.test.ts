/** @file The entropies of all 80 199 intervals of 400 sites of free fermions, at full size. Prints a table. */

import { expect, test } from 'vitest';
import { gaussianOfCorrelation } from '../../src/gaussian/correlation.ts';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { gaussianEvolution } from '../../src/gaussian/evolution.ts';
import { hopping, xyChain } from '../../src/gaussian/fermion-models.ts';
import type { GaussianState } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { complexMatrix } from '../../src/linalg/complex.ts';
import { chain } from '../../src/operator/lattice.ts';
import { contiguousEntropies, sitesOf } from '../../src/state/region-entropies.ts';

const sites = 400;

/** ⟨c†c⟩ of particles on every other site, which hop for a while. */
function spread(): GaussianState {
  const rows = Array.from({ length: sites }, (_, j) =>
    Array.from({ length: sites }, (_, k) => (j === k && j % 2 === 0 ? 1 : 0)),
  );
  return gaussianEvolution(hopping(chain(sites)), gaussianOfCorrelation(complexMatrix(rows)), 10);
}

test.each([
  ['hopping, ground state', () => gaussianGroundState(hopping(chain(sites))).state],
  ['critical Ising chain', () => gaussianGroundState(xyChain(sites)).state],
  ['hopping after a quench', spread],
] as const)('%s: each interval has the entropy of its own spectrum, and of the rest', (name, make) => {
  const state = make();
  const entropies = entropiesOfGaussian(state);
  const began = performance.now();
  const intervals = contiguousEntropies(entropies);
  const seconds = (performance.now() - began) / 1000;
  expect(intervals).toHaveLength((sites * (sites + 1)) / 2 - 1);
  const table = new Map(intervals.map(({ start, length, entropy }) => [`${start} ${length}`, entropy]));
  let [ofSpectra, ofRest] = [0, 0];
  intervals.forEach((region, k) => {
    if (k % 1999 === 0) {
      ofSpectra = Math.max(ofSpectra, Math.abs(region.entropy - entropies.entropy(sitesOf(region))));
    }
    if (region.start > 0) return;
    const rest = table.get(`${region.length} ${sites - region.length}`)!;
    ofRest = Math.max(ofRest, Math.abs(region.entropy - rest));
  });
  process.stdout.write(
    `${name}: ${seconds.toFixed(2)} s, largest differences ${ofSpectra.toExponential(1)}, ${ofRest.toExponential(1)}\n`,
  );
  expect(ofSpectra).toBeLessThan(5e-11);
  expect(ofRest).toBeLessThan(5e-11);
});
