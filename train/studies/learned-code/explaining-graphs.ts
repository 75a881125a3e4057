/** @file Which graph explains the entropies of a state that a network has made: its own, or any? */

import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import { DomainError } from '../../../src/errors.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { entropiesOfNetwork } from '../../../src/network/network-entropies.ts';
import { entropiesOfState, type RegionEntropies } from '../../../src/state/region-entropies.ts';
import { annealedEntropies } from '../../../src/systems/random-network/annealed-entropies.ts';
import {
  type EntropyDatum,
  type FittedGeometry,
  fittedGeometry,
} from '../../../src/systems/random-network/fitted-geometry.ts';
import type { PartStep } from '../../study.ts';
import { type CodeNetwork, haarPoint } from './code-networks.ts';
import type { TrainedCode } from './trained-codes.ts';

/** What a graph leaves unexplained of one state's entropies. */
export interface ExplainedState {
  readonly made: string;
  readonly state: string;
  /** Root mean square deviation in nats, by graph. */
  readonly residuals: readonly number[];
}

export interface ExplainingGraphs {
  readonly graphs: readonly { readonly name: string; readonly edges: number; readonly rank: number }[];
  readonly regions: number;
  readonly rows: readonly ExplainedState[];
  /** Bonds of the chain as fitted to the state itself, by the number of sites to the left: ln D and S₂, in nats. */
  readonly bonds: readonly { readonly left: number; readonly capacity: number; readonly entropy: number }[];
  /** What the chain leaves of the entropies of a random network on it. */
  readonly planted: number;
}

const MOST_STEPS = 100;
const RENUMBERED = 3;

/** All pairs, and all intervals of up to half of the sites. */
function regionsOf(sites: number): readonly (readonly number[])[] {
  const all = [...Array(sites).keys()];
  const pairs = all.flatMap((a) => all.slice(a + 2).map((b) => [a, b]));
  const intervals = all.flatMap((length) =>
    length + 1 > sites / 2 ? [] : all.slice(0, sites - length).map((start) => all.slice(start, start + length + 1)),
  );
  return [...intervals, ...pairs];
}

/** The same tensors with sites elsewhere: site k is where k·3 modulo their number was. */
function renumbered(graph: CapacityGraph): CapacityGraph {
  const { boundary } = graph;
  return { ...graph, boundary: boundary.map((_, k) => boundary[(RENUMBERED * k) % boundary.length]!) };
}

/**
 * Capacities of every graph, sites included, fitted to S₂ of the same regions of every state: states that networks have
 * learned, the state itself, and those of random tensors on each graph.
 */
export function* explainingGraphs(
  codes: readonly CodeNetwork[],
  trained: readonly TrainedCode[],
  [name, target]: readonly [string, TargetState],
  seed: number,
): Generator<PartStep, ExplainingGraphs> {
  const own = codes.filter((code) => code.name !== 'circuit');
  const graphs = own.map(({ name: graph, tensors }) => [graph as string, bulkGraph(tensors)] as const);
  const chain = graphs.find(([graph]) => graph === 'MPS')![1];
  const all = [...graphs, ['MPS, renumbered', renumbered(chain)] as const];
  const order = { order: 2 };
  if (target.kind !== 'pure') throw new DomainError(`explainingGraphs: a pure state required, got '${name}'`);
  const states: readonly (readonly [made: string, state: string, entropies: RegionEntropies])[] = [
    ['exact', name, entropiesOfState(target.amplitudes, target.dimensions, order)],
    ...trained
      .filter(({ state }) => state === name)
      .map(({ network, theta }) => {
        const code = codes.find((one) => one.name === network)!;
        return [network, name, entropiesOfNetwork(code.tensors, theta, order)] as const;
      }),
    ...own.map((code) => {
      const theta = haarPoint(code, randomStream(seed, `explained ${code.name}`));
      return [code.name, 'Haar tensors', entropiesOfNetwork(code.tensors, theta, order)] as const;
    }),
  ];
  const regions = regionsOf(chain.boundary.length);
  const ranks = all.map(() => 0);
  let bonds: ExplainingGraphs['bonds'] = [];
  const rows: ExplainedState[] = [];
  for (const [made, state, { entropy }] of states) {
    yield { message: `${made}, ${state}`, progress: rows.length / states.length };
    const table = regions.map((region): EntropyDatum => ({ region, entropy: entropy(region) }));
    const fits = all.map(([, graph]) => fitted(graph, table));
    fits.forEach(({ rank }, k) => {
      ranks[k] = Math.max(ranks[k]!, rank);
    });
    if (made === 'exact') bonds = bondsOf(fits[graphs.findIndex(([graph]) => graph === 'MPS')]!.graph, entropy);
    rows.push({ made, state, residuals: fits.map(({ residual }) => residual) });
  }
  return {
    graphs: all.map(([graph, { edges }], k) => ({ name: graph, edges: edges.length, rank: ranks[k]! })),
    regions: regions.length,
    rows,
    bonds,
    planted: plantedResidual(chain, regions, seed),
  };
}

const fitted = (graph: CapacityGraph, table: readonly EntropyDatum[]): FittedGeometry =>
  fittedGeometry(graph, table, { fixed: [], maxSteps: MOST_STEPS }).value;

/** Bonds of a chain in order; those between tensors. */
function bondsOf(
  { nodes, edges, boundary }: CapacityGraph,
  entropy: RegionEntropies['entropy'],
): ExplainingGraphs['bonds'] {
  const order = new Map(boundary.map((leg, site) => [edges.find((edge) => edge.leg === leg)!.from, site] as const));
  return edges
    .filter(({ to }) => to !== null && nodes.length === boundary.length)
    .map(({ from, to, capacity }) => {
      const left = 1 + Math.min(order.get(from)!, order.get(to!)!);
      return { left, capacity, entropy: entropy([...Array(left).keys()]) };
    })
    .sort((a, b) => a.left - b.left);
}

/** Random capacities of the chain, and the fit to their annealed entropies from the chain's own. */
function plantedResidual(chain: CapacityGraph, regions: readonly (readonly number[])[], seed: number): number {
  const stream = randomStream(seed, 'planted capacities');
  const edges = chain.edges.map((edge) => ({ ...edge, capacity: 0.3 + stream.uniform() }));
  const { entropy } = annealedEntropies({ ...chain, edges });
  return fitted(
    chain,
    regions.map((region) => ({ region, entropy: entropy(region) })),
  ).residual;
}
