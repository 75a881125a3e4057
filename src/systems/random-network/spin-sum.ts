/**
 * @file The Ising sums of many regions at once: the region is one more leg, which lies on every open leg of the graph, so
 * that the contraction in the bulk is written down once.
 */

import { type ContractionPlan, contract, contractionPlan, contractPullback } from '../../contraction/contract.ts';
import { contractTangent } from '../../contraction/contract-tangent.ts';
import { pathCost } from '../../contraction/contraction-cost.ts';
import { contractionPath } from '../../contraction/contraction-path.ts';
import { DomainError } from '../../errors.ts';
import { type CapacityGraph, checkCapacityGraph } from '../../geometry/capacity-graph.ts';

/** ln Z_A − ln Z_∅ of many regions, and its derivatives by ln D of every edge. */
export interface SpinSums {
  /** The annealed Rényi-2 entropies S(A) = ln Z_∅ − ln Z_A, shape (regions,), in nats. */
  readonly entropies: Float64Array;
  /** Σ_A λ_A ∂S(A)/∂ln D_e for every edge. */
  readonly pullback: (cotangent: ArrayLike<number>) => Float64Array;
  /** Σ_e v_e ∂S(A)/∂ln D_e for every region. */
  readonly pushforward: (direction: ArrayLike<number>) => Float64Array;
}

/** The sums of a graph and its regions, planned once; S as a function of ln D of every edge. */
export type SpinSum = (capacities: ArrayLike<number>) => SpinSums;

/** Complex entries of the largest intermediate tensor of a block of regions; operations of one region that are within reach. */
const MOST_ENTRIES = 2 ** 20;
const MOST_OPERATIONS = 1e10;

/**
 * The sums over spins s = ±1 of the tensors of a graph,
 *
 *     Z_A = Σ_s Π_bonds D^{−[s ≠ s′]} Π_legs D^{−[s ≠ τ(A)]},    τ = −1 on the legs of the region, 1 on all other open legs,
 *
 * for any number of regions, contracted in blocks.
 *
 * @param regions - numbers of sites of the boundary
 * @param mostEntries - of the largest intermediate tensor of a block; default 2²⁰
 * @throws {DomainError} a malformed graph, one without tensors or too wide to be contracted, or a site that does not exist
 *
 * Cost of S regions · 2^(treewidth + 1), of a derivative twice that. Sums down to e^−700 of each other are told apart: entropies up to
 * 700 nats.
 */
export function spinSum(
  graph: CapacityGraph,
  regions: readonly (readonly number[])[],
  mostEntries = MOST_ENTRIES,
): SpinSum {
  const { nodes, edges, boundary } = graph;
  checkCapacityGraph(graph, 'spinSum');
  if (nodes.length === 0) throw new DomainError('spinSum: a graph with at least one tensor required');
  const wrong = regions.flat().find((site) => boundary[site] === undefined);
  if (wrong !== undefined) throw new DomainError(`spinSum: sites below ${boundary.length} required, got ${wrong}`);
  const inside = regions.map((region) => new Set(region.map((site) => boundary[site]!)));
  const size = Math.max(1, Math.min(regions.length, regionsAtOnce(graph, mostEntries)));
  const blocks = Array.from({ length: Math.ceil(regions.length / size) }, (_, b) => {
    const own = inside.slice(b * size, (b + 1) * size);
    return plannedBlock(graph, [new Set<string>(), ...own]);
  });
  return (capacities) => {
    const weights = Float64Array.from({ length: edges.length }, (_, e) => Math.exp(-capacities[e]!));
    const sums = blocks.map((block) => block(weights));
    const from = (b: number): number => b * size;
    return {
      entropies: Float64Array.from(sums.flatMap(({ entropies }) => [...entropies])),
      pullback: (cotangent) => {
        const total = new Float64Array(edges.length);
        sums.forEach(({ entropies, pullback }, b) => {
          const own = Float64Array.from(entropies, (_, r) => cotangent[from(b) + r]!);
          pullback(own).forEach((slope, e) => {
            total[e]! += slope;
          });
        });
        return total;
      },
      pushforward: (direction) => Float64Array.from(sums.flatMap(({ pushforward }) => [...pushforward(direction)])),
    };
  };
}

const REGION = 'region';

/** Legs of the tensors, an edge each: two spins, or a spin and the region. Spins without an edge are summed to a constant. */
function legsOf({ nodes, edges }: CapacityGraph): readonly (readonly string[])[] {
  const place = new Map(nodes.map(({ id }, k) => [id, `spin ${k}`]));
  return edges.map(({ from, to }) => {
    const first = place.get(from)!;
    return to === null ? [first, REGION] : from === to ? [first] : [first, place.get(to)!];
  });
}

const dimensionsOf = ({ nodes }: CapacityGraph, regions: number): Readonly<Record<string, number>> => ({
  ...Object.fromEntries(nodes.map((_, k) => [`spin ${k}`, 2])),
  [REGION]: regions,
});

/** Regions contracted at once. */
function regionsAtOnce(graph: CapacityGraph, mostEntries: number): number {
  const legs = [...legsOf(graph), [REGION]];
  const dimensions = dimensionsOf(graph, 1);
  const { peak, flops } = pathCost(legs, dimensions, contractionPath(legs, dimensions, [REGION]), [REGION]);
  if (peak > mostEntries || flops > MOST_OPERATIONS) {
    throw new DomainError(
      `spinSum: a graph near enough to a tree for ${MOST_OPERATIONS} operations required, got one that takes ${flops}`,
    );
  }
  return Math.floor(mostEntries / peak) - 1; // and the empty one
}

/** The sums of some regions, of which the first is empty, at the weights 1/D of all edges. */
function plannedBlock(
  graph: CapacityGraph,
  inside: readonly ReadonlySet<string>[],
): (weights: Float64Array) => SpinSums {
  const count = inside.length;
  // A vector of ones keeps the leg of the regions where no open leg has it.
  const legs = [...legsOf(graph), [REGION]];
  const dimensions = dimensionsOf(graph, count);
  const plan: ContractionPlan = contractionPlan(legs, dimensions, [REGION]);
  const ones = complex(new Array(count).fill(1));
  // For every edge, where the entries stand that carry its weight.
  const walls = graph.edges.map(({ leg, from, to }) => {
    if (to !== null) return from === to ? [] : [1, 2];
    return inside.map((region, r) => (region.has(leg) ? r : count + r));
  });
  const lengths = graph.edges.map(({ from, to }) => (to === null ? 2 * count : from === to ? 2 : 4));
  return (weights) => {
    const tensors = [
      ...walls.map((places, e) => {
        const interleaved = complex(new Array(lengths[e]!).fill(1));
        for (const place of places) interleaved[2 * place] = weights[e]!;
        return { interleaved };
      }),
      { interleaved: ones },
    ];
    const contraction = contract(plan, tensors);
    const sums = Float64Array.from({ length: count }, (_, r) => contraction.value.interleaved[2 * r]!);
    const slopesOf = (cotangent: ArrayLike<number>): Float64Array => {
      const seed = new Float64Array(2 * count);
      for (let r = 1; r < count; r++) {
        seed[2 * r] = -cotangent[r - 1]! / sums[r]!;
        seed[0]! += cotangent[r - 1]! / sums[0]!;
      }
      const cotangents = contractPullback(plan, contraction, seed);
      return Float64Array.from(walls, (places, e) =>
        places.reduce((sum, place) => sum - weights[e]! * cotangents[e]![2 * place]!, 0),
      );
    };
    const changesAlong = (direction: ArrayLike<number>): Float64Array => {
      const directions = walls.map((places, e) => {
        if (direction[e] === 0 || places.length === 0) return undefined;
        const change = new Float64Array(2 * lengths[e]!);
        for (const place of places) change[2 * place] = -weights[e]! * direction[e]!;
        return change;
      });
      const { value } = contractTangent(plan, contraction, [...directions, undefined]);
      const relative = (r: number): number => value[2 * r]! / sums[r]!;
      return Float64Array.from({ length: count - 1 }, (_, r) => relative(0) - relative(r + 1));
    };
    return {
      entropies: sums.slice(1).map((sum) => Math.log(sums[0]! / sum)),
      pullback: slopesOf,
      pushforward: changesAlong,
    };
  };
}

function complex(values: readonly number[]): Float64Array {
  const interleaved = new Float64Array(2 * values.length);
  values.forEach((value, k) => {
    interleaved[2 * k] = value;
  });
  return interleaved;
}
