/** @file The theorem that the geometry of a matrix-product state is flat: its cuts add, and leave no density of geodesics. */

import { isOpenChain } from '../../../src/chain/matrix-product-state.ts';
import type { Leg } from '../../../src/contraction/contraction-graph.ts';
import type { GenerativeNetwork } from '../../../src/generative/generative-network.ts';
import { type AreaTable, areaOf } from '../../../src/gravity/area-table.ts';
import { bondsOf } from '../../../src/network/tree-messages.ts';
import type { Nats } from '../../../src/units.ts';

/** What the theorem says of a table of cuts. */
export interface AdditiveCuts {
  /** Intervals with neighbours on both sides, and those of which the theorem says I(a:b|B) = 0. */
  readonly intervals: number;
  readonly covered: number;
  /** Greatest |I(a:b|B)| of those, in nats. */
  readonly greatest: Nats;
}

/** Rounding of capacities. */
const ROUNDING = 1e-9;

/**
 * Areas f_k of the bonds of an open matrix-product state, f_k between sites k − 1 and k, f_0 = f_n = 0; null for another network.
 *
 * @param wires - entropies of the bonds in place of log D
 */
export function bondAreas(network: GenerativeNetwork, wires: Readonly<Record<Leg, Nats>> = {}): readonly Nats[] | null {
  if (network.kind !== 'network' || !isOpenChain(network)) return null;
  const areas = new Array<number>(network.boundary.length + 1).fill(0);
  for (const { leg, nodes } of bondsOf(network)) {
    areas[nodes[1]] = Math.min(Math.log(network.dimensions[leg]!), wires[leg] ?? Infinity);
  }
  return areas;
}

/**
 * Let sites have the dimension d and neighbouring bonds areas that differ by log d at most, |f_k − f_{k+1}| ≤ log d, as equal bonds, bonds
 * in canonical form and entropies do. Then the minimal cut of an interval A between the bonds u and v of a chain or ring of n sites is
 *
 *     min(f_u + f_v, |A| log d, (n − |A|) log d),
 *
 * for a cut elsewhere pays log d for each site between it and an end of A. Where the first of the three is least for B and for its
 * neighbourhood aBb, |B| log d ≥ f_u + f_v and (n − |B| − 2) log d ≥ f_{u−1} + f_{v+1}, it is so for aB and Bb too, and
 *
 *     I(a:b|B) = (f_{u−1} + f_v) + (f_u + f_{v+1}) − (f_u + f_v) − (f_{u−1} + f_{v+1}) = 0.
 *
 * @param bonds - f_0 … f_n, the first and the last the same bond on a ring
 * @param dimension - d
 */
export function additiveCuts(areas: AreaTable, bonds: readonly Nats[], dimension: number): AdditiveCuts {
  const { sites: n, ring } = areas;
  const site = Math.log(dimension) + ROUNDING;
  const isSmooth = bonds.every((f, k) => k === 0 || Math.abs(f - bonds[k - 1]!) <= site);
  const bond = (k: number): Nats => bonds[((k % n) + n) % n]!;
  const starts = ring ? [...Array(n).keys()] : [...Array(n - 2).keys()].map((k) => k + 1);
  let [intervals, covered, greatest] = [0, 0, 0];
  for (const u of starts) {
    for (let length = 1; length <= n - 2 && (ring || u + length < n); length++) {
      intervals++;
      const v = u + length;
      const isCut = length * site >= bond(u) + bond(v) && (n - length - 2) * site >= bond(u - 1) + bond(v + 1);
      if (!isSmooth || !isCut) continue;
      const density =
        areaOf(areas, u - 1, length + 1) +
        areaOf(areas, u, length + 1) -
        areaOf(areas, u, length) -
        areaOf(areas, u - 1, length + 2);
      covered++;
      greatest = Math.max(greatest, Math.abs(density));
    }
  }
  return { intervals, covered, greatest };
}
