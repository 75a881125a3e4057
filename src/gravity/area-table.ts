/**
 * @file The areas of all contiguous regions, from whatever has areas: a state, a network, a metric. Every test of gravity
 * reads nothing else.
 */

import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { entropiesOfGaussian } from '../gaussian/entropies.ts';
import type { GaussianState } from '../gaussian/gaussian-state.ts';
import type { CapacityGraph } from '../geometry/capacity-graph.ts';
import { growingCuts } from '../geometry/growing-cuts.ts';
import { contiguousEntropies, type RegionEntropies } from '../state/region-entropies.ts';
import type { Nats } from '../units.ts';

/** What the areas are: entropies of a state, minimal cuts with two kinds of capacities, lengths in a metric, or numbers. */
export type AreaSource = 'state' | 'minimal-cut' | 'wire-entropy' | 'geodesic' | 'given';

/** Areas, in nats, of the contiguous regions of a line or ring of sites. */
export interface AreaTable {
  readonly source: AreaSource;
  readonly sites: number;
  /** Whether regions continue from the last site to the first. */
  readonly ring: boolean;
  /** Shape (sites, sites): that of `length` sites from `start` on at (start, length − 1); NaN where it is not known. */
  readonly values: Float64Array;
}

/** How sites are arranged. */
export interface AreaOptions {
  /** Whether site 0 is the neighbour of the last; default false. */
  readonly ring?: boolean;
}

/** Most sites: a table of 128 MB. */
const MOST_SITES = 4096;

/** Entropy of the whole up to which a state counts as pure. */
const PURE = 1e-9;

/**
 * The area of the region of `length` sites from `start` on: 0 for no site, NaN where it is not known or not there.
 *
 * @param start - on a ring any whole number, modulo the sites
 */
export function areaOf({ sites, ring, values }: AreaTable, start: number, length: number): Nats {
  if (length === 0) return 0;
  if (length < 0 || length > sites) return NaN;
  const first = ring ? ((start % sites) + sites) % sites : start;
  if (first < 0 || (!ring && first + length > sites)) return NaN;
  return values[first * sites + length - 1]!;
}

/**
 * The table of a function of the regions.
 *
 * @param area - of the region of `length` sites from `start` on; NaN where it is not known
 * @throws {DomainError} not between 1 and 4096 sites
 */
export function areasOf(
  sites: number,
  area: (start: number, length: number) => Nats,
  { ring = false, source = 'given' }: AreaOptions & { readonly source?: AreaSource } = {},
): AreaTable {
  if (!(Number.isInteger(sites) && sites >= 1 && sites <= MOST_SITES)) {
    throw new DomainError(`areasOf: between 1 and ${MOST_SITES} sites required, got ${sites}`);
  }
  const values = new Float64Array(sites * sites).fill(NaN);
  for (let start = 0; start < sites; start++) {
    const longest = ring ? sites : sites - start;
    for (let length = 1; length <= longest; length++) values[start * sites + length - 1] = area(start, length);
  }
  return { source, sites, ring, values };
}

/**
 * The entropies of all intervals of a state of any kind. On a ring, intervals that continue from the last site to the first have
 * the entropy of the others where the state is pure, and are asked for one by one where it is mixed.
 *
 * @throws {DomainError} a mixed state on a ring whose regions are out of reach
 *
 * Cost that of `contiguousEntropies`; of a mixed state on a ring, n²/2 entropies more.
 */
export function areasOfEntropies(entropies: RegionEntropies, { ring = false }: AreaOptions = {}): AreaTable {
  const n = entropies.boundary;
  const known = areasOf(n, () => NaN, { ring, source: 'state' });
  for (const { start, length, entropy } of contiguousEntropies(entropies)) {
    known.values[start * n + length - 1] = entropy;
  }
  const whole = wholeEntropy(entropies, ring);
  const isPure = whole <= PURE && entropies.references === 0;
  const open = { ...known, ring: false };
  return areasOf(
    n,
    (start, length) => {
      if (length === n) return whole;
      if (start + length <= n) return areaOf(open, start, length);
      if (isPure) return areaOf(open, start + length - n, n - length);
      return entropies.entropy(Array.from({ length }, (_, k) => (start + k) % n));
    },
    { ring, source: 'state' },
  );
}

/** The entropy of all sites; where that is out of reach on a line, which does not need it, NaN. */
function wholeEntropy(entropies: RegionEntropies, isNeeded: boolean): Nats {
  try {
    return entropies.entropy(Array.from({ length: entropies.boundary }, (_, site) => site));
  } catch (error) {
    if (isNeeded || !(error instanceof DomainError || error instanceof ShapeError)) throw error;
    return NaN;
  }
}

/**
 * The entropies of all intervals of modes of a Gaussian state. On a ring, two passes along the chain, the second cut open at the
 * opposite site, have all intervals of up to half of a mixed state; longer ones across both cuts are not known.
 *
 * @throws {ShapeError | DomainError} a malformed state
 *
 * O(n³): 0.6 s for 400 sites of real hopping, twice as long if the state is mixed.
 */
export function areasOfGaussian(state: GaussianState, { ring = false }: AreaOptions = {}): AreaTable {
  const n = state.modes;
  const from = (cut: number): RegionEntropies =>
    entropiesOfGaussian(
      state,
      Array.from({ length: n }, (_, mode) => [(mode + cut) % n]),
    );
  const direct = from(0);
  if (!ring || wholeEntropy(direct, true) <= PURE) return areasOfEntropies(direct, { ring });
  const cut = Math.floor(n / 2);
  const [first, second] = [areasOfEntropies(direct), areasOfEntropies(from(cut))];
  return areasOf(
    n,
    (start, length) => {
      const value = areaOf(first, start, length);
      return Number.isNaN(value) ? areaOf(second, (start - cut + n) % n, length) : value;
    },
    { ring, source: 'state' },
  );
}

/** How the legs of a network count. */
export interface CutAreaOptions extends AreaOptions {
  /** Areas of legs in place of their capacities, as `legEntropies` has them; legs that are not named keep their capacity. */
  readonly wires?: Readonly<Record<Leg, Nats>>;
}

/**
 * The minimal cuts of all contiguous regions of a network's boundary.
 *
 * @throws {DomainError} a graph that is none, see `checkCapacityGraph`, or a negative area of a leg
 *
 * Cost at worst n²/2 maximal flows; flows of nested regions begin with one another.
 */
export function areasOfCuts(graph: CapacityGraph, { ring = false, wires }: CutAreaOptions = {}): AreaTable {
  const n = graph.boundary.length;
  const edges = graph.edges.map((edge) => ({
    ...edge,
    capacity: Math.min(edge.capacity, wires?.[edge.leg] ?? Infinity),
  }));
  const table = areasOf(n, () => NaN, { ring, source: wires === undefined ? 'minimal-cut' : 'wire-entropy' });
  for (let start = 0; start < n; start++) {
    const sites = Array.from({ length: ring ? n : n - start }, (_, k) => (start + k) % n);
    growingCuts({ ...graph, edges }, sites).forEach(({ area }, k) => {
      table.values[start * n + k] = area;
    });
  }
  return table;
}
