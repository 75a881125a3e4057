/** @file What the toric code and states without order have on disks, annuli and bands. */

import { stabiliserGraph } from '../../../datasets/stabilisers.ts';
import { lattice } from '../../../src/operator/lattice.ts';
import { entropiesOfStabilisers } from '../../../src/stabiliser/stabiliser-entropy.ts';
import type { StabiliserGroup } from '../../../src/stabiliser/stabiliser-group.ts';
import { stabiliserVector } from '../../../src/stabiliser/stabiliser-vector.ts';
import { entropiesOfState } from '../../../src/state/region-entropies.ts';
import { edgesOfPlaquettes, rectangle } from '../../../src/systems/topological-order/plaquette-regions.ts';
import { kitaevPreskill, levinWen } from '../../../src/systems/topological-order/topological-entropy.ts';
import { toricCode } from '../../../src/systems/topological-order/toric-code.ts';
import { annulusParts, diskParts, meetingEdges } from './regions.ts';

/** Entropies of closed disks, in units of ln p. */
export interface Disks {
  readonly state: string;
  readonly prime: number;
  readonly entropies: readonly { readonly side: number; readonly entropy: number }[];
}

/** Topological entropies in units of ln p: −KP of a disk, and half of the combination of Levin and Wen. */
export interface TopologicalEntropies {
  readonly state: string;
  readonly prime: number;
  readonly disks: readonly { readonly scale: number; readonly gamma: number }[];
  readonly annulus: number;
}

/** What a region knows of the encoded qudits, I(reference : region) in units of ln p. */
export interface Knowledge {
  readonly region: string;
  readonly edges: number;
  readonly known: readonly number[];
}

/** A graph state on the edges: two of them are neighbours if they meet at a vertex. A circuit of depth seven makes it. */
export function clusterOfEdges(size: number, prime = 2): StabiliserGroup {
  return stabiliserGraph(lattice(2 * size * size, meetingEdges(size)), prime).group;
}

/** Entropies of closed disks of the toric code. */
export function diskEntropies(size: number, primes: readonly number[]): readonly Disks[] {
  const sides = Array.from({ length: Math.floor(size / 2) - 1 }, (_, k) => k + 1);
  return primes.map((prime) => {
    const { entropy } = entropiesOfStabilisers(toricCode(size, prime, { logical: 'zero' }));
    const entropies = sides.map((side) => ({
      side,
      entropy: entropy(edgesOfPlaquettes(size, rectangle(0, 0, side, side))) / Math.log(prime),
    }));
    return { state: 'toric code', prime, entropies };
  });
}

/** Topological entropies of the toric code for every prime, and of a cluster state and a product state for p = 2. */
export function topologicalEntropies(
  size: number,
  primes: readonly number[],
  scales: readonly number[],
): readonly TopologicalEntropies[] {
  const states = [
    ...primes.map((prime) => ['toric code', toricCode(size, prime, { logical: 'zero' })] as const),
    ['cluster state', clusterOfEdges(size)] as const,
    ['product state', stabiliserGraph(lattice(2 * size * size, []), 2).group] as const,
  ];
  return states.map(([state, group]) => {
    const entropies = entropiesOfStabilisers(group);
    const unit = Math.log(group.prime);
    return {
      state,
      prime: group.prime,
      disks: scales.map((scale) => ({ scale, gamma: -kitaevPreskill(entropies, diskParts(size, scale)) / unit })),
      annulus: levinWen(entropies, annulusParts(size, 3)) / (2 * unit),
    };
  });
}

/**
 * What regions know of the code. The code and its references are pure together, so that
 * I(R : A) = S(A) + S(R) − S(Aᶜ), with S(R) = 2 ln p.
 */
export function regionKnowledge(size: number, primes: readonly number[]): readonly Knowledge[] {
  const half = Math.floor(size / 2);
  const all = Array.from({ length: 2 * size * size }, (_, edge) => edge);
  const band = edgesOfPlaquettes(size, rectangle(0, 0, 2, size));
  const across = edgesOfPlaquettes(size, rectangle(0, 0, size, 2));
  const regions = {
    'a disk of half the size': edgesOfPlaquettes(size, rectangle(0, 0, half, half)),
    'a band around the torus': band,
    'two bands that cross': [...new Set([...band, ...across])],
    'all but a disk of half the size': all.filter(
      (edge) => !edgesOfPlaquettes(size, rectangle(0, 0, half, half)).includes(edge),
    ),
  };
  const codes = primes.map((prime) => toricCode(size, prime));
  return Object.entries(regions).map(([region, edges]) => ({
    region,
    edges: edges.length,
    known: codes.map((code) => {
      const { entropy } = entropiesOfStabilisers(code);
      const inside = new Set(edges);
      const rest = all.filter((edge) => !inside.has(edge));
      return (entropy(edges) - entropy(rest)) / Math.log(code.prime) + 2;
    }),
  }));
}

/** The largest difference between entropies by ranks and by amplitudes, for all regions of the smallest torus, 8 qubits. */
export function denseDifference(): number {
  const group = toricCode(2, 2, { logical: 'zero' });
  const exact = entropiesOfStabilisers(group);
  const dense = entropiesOfState(stabiliserVector(group), new Array<number>(8).fill(2));
  let largest = 0;
  for (let subset = 0; subset < 256; subset++) {
    const region = Array.from({ length: 8 }, (_, q) => q).filter((q) => (subset >> q) & 1);
    largest = Math.max(largest, Math.abs(exact.entropy(region) - dense.entropy(region)));
  }
  return largest;
}

/** The largest mutual information between two edges, in units of ln 2: what distances from information are made of. */
export function largestPairInformation(group: StabiliserGroup, edges: readonly number[]): number {
  const { entropy } = entropiesOfStabilisers(group);
  let largest = 0;
  for (const [k, a] of edges.entries()) {
    for (const b of edges.slice(k + 1)) largest = Math.max(largest, entropy([a]) + entropy([b]) - entropy([a, b]));
  }
  return largest / Math.log(group.prime);
}
