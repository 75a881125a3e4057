/** @file The Ryu–Takayanagi formula of a network: is the entropy of a region the area of its minimal cut? */

import { ShapeError } from '../../errors.ts';
import type { CapacityGraph } from '../../geometry/capacity-graph.ts';
import type { Cut } from '../../geometry/minimal-cut.ts';
import { minimalCuts } from '../../geometry/minimal-cuts.ts';
import type { RegionEntropies } from '../../state/region-entropies.ts';
import type { Nats } from '../../units.ts';

/** A region of the boundary, its entropy, and the surface that belongs to it. */
export interface HolographicRegion {
  readonly region: readonly number[];
  readonly entropy: Nats;
  /** Total capacity of the bonds and sites that are cut. */
  readonly area: Nats;
  /** Entropy of the references of logical inputs in the wedge; 0 without references. */
  readonly bulkEntropy: Nats;
  /** area + bulkEntropy − entropy ≥ 0. */
  readonly deficit: Nats;
  /** Tensors of the least wedge and of the greatest, between which all minimal cuts lie. */
  readonly nearest: readonly string[];
  readonly farthest: readonly string[];
  /** Number of minimal cuts; null if there are too many to count. */
  readonly cuts: number | null;
}

/** The formula for many regions. */
export interface RyuTakayanagi {
  readonly kind: RegionEntropies['kind'];
  readonly regions: readonly HolographicRegion[];
  /** Share of the regions with entropy = area + bulkEntropy; 1 if there is none. */
  readonly equality: number;
}

/** A deficit up to this is rounding. */
const ROUNDING = 1e-9;

/**
 * The Ryu–Takayanagi formula with its bulk term, region by region,
 *
 *     S(A) ≤ min_γ [ area(γ) + S_bulk(wedge of γ) ],
 *
 * over all cuts γ between A and the rest of the boundary. The inequality is a theorem for any state of the network: ρ of
 * A and the references in the wedge has a rank of at most exp(area). Cuts are compared with the references maximally
 * mixed, as isometric encoding leaves them; S_bulk is then read from the state, in the least wedge. Equality is a theorem
 * for perfect tensors without logical inputs and contiguous regions.
 *
 * @param entropies - of any state; bounds hold for one that the graph's network generates
 * @param graph - with as many boundary legs and logical inputs
 * @param regions - sites of the boundary
 * @throws {ShapeError} sites or references of state and graph differ in number
 * @throws {DomainError} a site that does not exist or occurs twice
 *
 * Cost of a region: its entropy, that of the references in its wedge, and two maximal flows.
 *
 * @see Ryu & Takayanagi, hep-th/0603001; Faulkner, Lewkowycz & Maldacena, arXiv:1307.2892; Pastawski et al.,
 *   arXiv:1503.06237
 */
export function ryuTakayanagi(
  entropies: RegionEntropies,
  graph: CapacityGraph,
  regions: readonly (readonly number[])[],
): RyuTakayanagi {
  checkSameSites(entropies, graph);
  const rows = regions.map((region) => holographicRegion(entropies, graph, region));
  const equal = rows.filter(({ deficit }) => Math.abs(deficit) <= ROUNDING).length;
  return { kind: entropies.kind, regions: rows, equality: rows.length === 0 ? 1 : equal / rows.length };
}

/** @throws {ShapeError} sites or references of state and graph differ in number */
export function checkSameSites(
  { boundary, references }: RegionEntropies,
  { boundary: legs, references: inputs = [] }: CapacityGraph,
): void {
  if (legs.length === boundary && inputs.length === references) return;
  throw new ShapeError(
    `holography: a graph of ${boundary} sites and ${references} references required, got ${legs.length} and ${inputs.length}`,
  );
}

function holographicRegion(
  entropies: RegionEntropies,
  graph: CapacityGraph,
  region: readonly number[],
): HolographicRegion {
  const entropy = entropies.entropy(region);
  const { nearest, farthest, count } = minimalCuts(graph, region);
  const inputs = graph.references ?? [];
  const within = inputs.flatMap((leg, k) => (nearest.legs.includes(leg) ? [entropies.boundary + k] : []));
  const area = areaWithout(graph, nearest, inputs);
  const bulkEntropy = entropies.entropy(within);
  return {
    region,
    entropy,
    area,
    bulkEntropy,
    deficit: area + bulkEntropy - entropy,
    nearest: nearest.wedge,
    farthest: farthest.wedge,
    cuts: count,
  };
}

/** Area of a cut without the logical inputs in its wedge. */
function areaWithout({ edges }: CapacityGraph, { legs }: Cut, inputs: readonly string[]): Nats {
  const cut = new Set(legs.filter((leg) => !inputs.includes(leg)));
  return edges.reduce((sum, { leg, capacity }) => (cut.has(leg) ? sum + capacity : sum), 0);
}
