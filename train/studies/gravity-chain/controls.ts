/** @file Null models of the same size: states and numbers whose entropies are nobody's geometry. */

import { xyChain } from '../../../src/gaussian/fermion-models.ts';
import { restricted } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { quadraticOfHopping } from '../../../src/gaussian/quadratic-hamiltonian.ts';
import { xyRingGroundState } from '../../../src/gaussian/ring-ground-state.ts';
import { regionEntropies } from '../../../src/generative/generated-entropies.ts';
import { asPure, fermionsOf, stabilisersOf } from '../../../src/generative/state-rules.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import { type AreaTable, areasOf, areasOfEntropies, areasOfGaussian } from '../../../src/gravity/area-table.ts';
import { type RandomStream, randomStream, randomVector } from '../../../src/linalg/random.ts';
import { entropiesOfState, type RegionEntropies } from '../../../src/state/region-entropies.ts';
import type { NamedAreas } from './areas.ts';

/** Field of the gapped Ising chain, in units of its coupling. */
const GAPPED = 1.5;
/** Most qubits of a random state by its amplitudes; beyond, it is a random Gaussian state. */
const MOST_DENSE = 10;
/** Most sites of a stabiliser state whose sites are shuffled. */
const MOST_SHUFFLED = 64;

/** The controls of a state, all of its number of sites and of its boundary. */
export function controlAreas(target: TargetState, ring: boolean, seed: number): readonly NamedAreas[] {
  const n = target.dimensions.length;
  const stream = randomStream(seed, 'controls of gravity');
  const shuffled = shuffledAreas(target, ring, stream);
  const ofLength = (entropy: (length: number) => number): AreaTable =>
    areasOf(n, (_, length) => entropy(length), { ring });
  return [
    { name: `gapped Ising, g = ${GAPPED}`, areas: gappedAreas(n, ring) },
    { name: n <= MOST_DENSE ? 'Haar-random state' : 'Haar-random Gaussian state', areas: haarAreas(n, ring, stream) },
    ...(shuffled === null ? [] : [{ name: 'shuffled sites', areas: shuffled }]),
    { name: 'W', areas: ofLength((length) => binaryEntropy(length / n)) },
    { name: 'GHZ', areas: ofLength((length) => (length === n ? 0 : Math.LN2)) },
    { name: 'areas drawn at random', areas: randomAreas(n, ring, stream) },
  ];
}

const binaryEntropy = (p: number): number => (p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p));

function gappedAreas(n: number, ring: boolean): AreaTable {
  const { state } = ring
    ? xyRingGroundState(n, { field: GAPPED })
    : gaussianGroundState(xyChain(n, { field: GAPPED }), { zeroModes: 'pure' });
  return areasOfGaussian(state, { ring });
}

/** Up to ten qubits a random vector; else the half-filled ground state of a random symmetric matrix, whose eigenvectors are Haar. */
function haarAreas(n: number, ring: boolean, stream: RandomStream): AreaTable {
  if (n <= MOST_DENSE) {
    const dimensions = new Array<number>(n).fill(2);
    return areasOfEntropies(entropiesOfState(randomVector(2 ** n, stream), dimensions), { ring });
  }
  const m = Array.from({ length: n * n }, () => stream.normal());
  const data = Float64Array.from(m, (x, at) => x + m[(at % n) * n + Math.floor(at / n)]!);
  const { state } = gaussianGroundState(quadraticOfHopping({ rows: n, cols: n, data }), { zeroModes: 'pure' });
  return areasOfGaussian(state, { ring });
}

/** The same state with its sites in random order; null where regions of any sites are out of reach. */
function shuffledAreas(target: TargetState, ring: boolean, stream: RandomStream): AreaTable | null {
  const n = target.dimensions.length;
  const order = Array.from({ length: n }, (_, site) => ({ site, key: stream.uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ site }) => site);
  const fermions = fermionsOf(target);
  if (fermions !== null) return areasOfGaussian(restricted(fermions.state, order), { ring });
  const isReachable = asPure(target) !== null || (stabilisersOf(target) !== null && n <= MOST_SHUFFLED);
  if (!isReachable) return null;
  const { entropy, ...rest } = regionEntropies(target);
  const relabelled: RegionEntropies = {
    boundary: rest.boundary,
    references: rest.references,
    kind: rest.kind,
    capacities: order.map((site) => rest.capacities[site]!),
    entropy: (sites) => entropy(sites.map((site) => order[site]!)),
  };
  return areasOfEntropies(relabelled, { ring });
}

/** Uniform between 0 and the most that so many qubits can have, the same for an interval and the rest of a ring. */
function randomAreas(n: number, ring: boolean, stream: RandomStream): AreaTable {
  const drawn = Array.from({ length: n * n }, () => stream.uniform());
  return areasOf(
    n,
    (start, length) => {
      if (length === n) return 0;
      const isLong = ring && (2 * length > n || (2 * length === n && start >= n / 2));
      const [first, sites] = isLong ? [(start + length) % n, n - length] : [start, length];
      return drawn[first * n + sites]! * Math.min(length, n - length) * Math.LN2;
    },
    { ring },
  );
}
