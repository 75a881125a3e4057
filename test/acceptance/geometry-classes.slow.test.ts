/** @file Classes of `geometryVerdict` for states on which nothing of it was set: other sizes, couplings, seeds. Prints the confusion table. */

import { expect, test } from 'vitest';
import { haarRandom } from '../../datasets/haar-random.ts';
import { randomStabiliser, stabiliserGraph } from '../../datasets/stabilisers.ts';
import { type GeometryClass, geometryVerdict } from '../../src/bulk/geometry-verdict.ts';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { hopping, xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import type { QuadraticHamiltonian } from '../../src/gaussian/quadratic-hamiltonian.ts';
import { gaussianThermal } from '../../src/gaussian/thermal.ts';
import { regionEntropies } from '../../src/generative/generated-entropies.ts';
import { chain, type Lattice, ring } from '../../src/operator/lattice.ts';
import type { RegionEntropies } from '../../src/state/region-entropies.ts';
import { isingState, latticeFermions, randomHopping } from '../../train/studies/has-geometry/states.ts';

interface HeldOut {
  readonly name: string;
  readonly known: GeometryClass;
  readonly entropies: RegionEntropies;
  readonly lattice?: Lattice;
  /** Number of sites over the correlation length, for chains with a gap. */
  readonly reach?: number;
}

const CHAINS = [60, 150] as const;
const ground = (hamiltonian: QuadraticHamiltonian): RegionEntropies =>
  entropiesOfGaussian(gaussianGroundState(hamiltonian).state);

function* critical(): Generator<HeldOut> {
  const known = 'critical';
  for (const n of [30, 66, 130, 258]) {
    yield { name: `hopping ring ${n}`, known, entropies: ground(hopping(ring(n))), lattice: ring(n) };
  }
  for (const chemicalPotential of [0.5, 1]) {
    const entropies = ground(hopping(ring(130), { chemicalPotential }));
    yield { name: `hopping ring 130, μ = ${chemicalPotential}`, known, entropies, lattice: ring(130) };
  }
  for (const n of CHAINS) {
    yield { name: `hopping chain ${n}`, known, entropies: ground(hopping(chain(n))) };
    yield { name: `Ising chain ${n}`, known, entropies: ground(xyChain(n, { field: 1 })) };
  }
  for (const n of [10, 13, 14]) {
    yield { name: `Ising qubits ${n}`, known, entropies: regionEntropies(isingState(n, 1)) };
  }
}

function* gapped(): Generator<HeldOut> {
  const known = 'area law';
  for (const n of CHAINS) {
    for (const weak of [0.3, 0.7, 0.85, 0.95]) {
      const amplitude = chain(n).edges.map((_, k) => (k % 2 === 0 ? 1 : weak));
      // Correlations of dimerised hopping fall by the ratio of the bonds from cell to cell, which has two sites.
      const reach = (n * Math.log(1 / weak)) / 2;
      yield { name: `dimerised ${weak}, ${n}`, known, entropies: ground(hopping(chain(n), { amplitude })), reach };
    }
    for (const field of [1.1, 1.5, 3]) {
      const entropies = ground(xyChain(n, { field }));
      yield { name: `Ising g = ${field}, ${n}`, known, entropies, reach: n * Math.log(field) };
    }
    yield { name: `cluster ${n}`, known, entropies: regionEntropies(stabiliserGraph(chain(n))) };
  }
  for (const n of [10, 13, 14]) {
    for (const field of [1.5, 2, 5]) {
      const entropies = regionEntropies(isingState(n, field));
      yield { name: `Ising qubits g = ${field}, ${n}`, known, entropies, reach: n * Math.log(field) };
    }
  }
  for (const side of [10, 14]) {
    for (const potential of [1, 2, 3]) {
      const { entropies, lattice } = latticeFermions(side, potential);
      yield { name: `square ${side}, potential ${potential}`, known, entropies, lattice };
    }
  }
}

function* volume(): Generator<HeldOut> {
  const known = 'volume law';
  for (const n of [10, 11, 13, 14]) {
    yield { name: `Haar ${n}`, known, entropies: regionEntropies(haarRandom(n, 100 + n)) };
  }
  for (const n of CHAINS) {
    yield { name: `random stabiliser ${n}`, known, entropies: regionEntropies(randomStabiliser(n, 2, n)) };
    yield { name: `random hopping ${n}`, known, entropies: ground(randomHopping(n, n)) };
    for (const beta of [0.3, 2, 5]) {
      yield {
        name: `thermal β = ${beta}, ${n}`,
        known,
        entropies: entropiesOfGaussian(gaussianThermal(hopping(chain(n)), beta)),
      };
    }
  }
}

function* disconnected(): Generator<HeldOut> {
  const known = 'disconnected';
  for (const sites of [20, 60]) {
    const neighbours: Lattice = { sites, edges: Array.from({ length: sites / 2 }, (_, k) => [2 * k, 2 * k + 1]) };
    yield { name: `pairs of neighbours ${sites}`, known, entropies: regionEntropies(stabiliserGraph(neighbours)) };
    const across: Lattice = { sites, edges: Array.from({ length: sites / 2 }, (_, k) => [k, k + sites / 2]) };
    yield { name: `pairs at half distance ${sites}`, known, entropies: regionEntropies(stabiliserGraph(across)) };
  }
}

test('classes are those of theory, where a gap is seen at the size', () => {
  const counts = new Map<string, number>();
  let leastRight = 0;
  for (const { name, known, entropies, lattice, reach } of [
    ...critical(),
    ...gapped(),
    ...volume(),
    ...disconnected(),
  ]) {
    const { class: found, laws } = geometryVerdict(entropies, { seed: 7, ...(lattice && { lattice }) });
    const key = `${known} → ${found}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const size = reach === undefined ? '' : `n/ξ = ${reach.toFixed(1)}`;
    if (found !== known) console.log(name, key, size, ...laws.map(({ law, error }) => `${law} ${error.toFixed(4)}`));
    if (found === known) continue;
    // The one confusion: a gap whose correlation length is not small against the blocks.
    expect(key).toBe('area law → critical');
    expect(reach).toBeDefined();
    leastRight = Math.max(leastRight, reach!);
  }
  for (const [key, count] of counts) console.log(key, count);
  console.log('greatest n/ξ of a wrong class', leastRight.toFixed(1));
  expect(leastRight).toBeLessThan(20);
});
