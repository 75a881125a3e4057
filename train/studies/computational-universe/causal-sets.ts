/** @file Circuits as causal sets: their size, their width, and the dimension that their order has. */

import { type RandomStream, randomStream } from '../../../src/linalg/random.ts';
import {
  type CausalSet,
  causalRelations,
  intervalBetween,
  longestChain,
} from '../../../src/systems/universe/causal-set.ts';
import { causalSetOf, circuitCausalSet } from '../../../src/systems/universe/circuit-causal-set.ts';
import { myrheimMeyerDimension } from '../../../src/systems/universe/dimension.ts';
import { sprinkledDiamond } from '../../../src/systems/universe/sprinkling.ts';
import { widestAntichain } from '../../../src/systems/universe/widest-antichain.ts';
import { circuitOfSpec } from '../../circuit-source.ts';
import type { PartStep, StudyContext } from '../../study.ts';
import type { Options } from './options.ts';

/** What the order of a circuit's gates tells. */
export interface CircuitOrder {
  readonly name: string;
  readonly qubits: number;
  readonly events: number;
  readonly links: number;
  readonly chain: number;
  readonly antichain: number;
  /** Events of the largest interval that was looked at, and its Myrheim–Meyer dimension; null if it has too few. */
  readonly interval: number;
  readonly dimension: number | null;
}

/** Dimensions of intervals by their number of events. */
export interface DimensionCurve {
  readonly name: string;
  readonly points: readonly (readonly [events: number, dimension: number])[];
}

/** Gates on neighbours of a chain in turn. */
export const brickwork = (sites: number, layers: number): readonly (readonly number[])[] =>
  Array.from({ length: layers }, (_, t) =>
    Array.from({ length: Math.floor((sites - (t % 2)) / 2) }, (_, k) => [2 * k + (t % 2), 2 * k + (t % 2) + 1]),
  ).flat();

/** Gates on neighbours of a square lattice, one direction after the other. */
const planeBrickwork = (side: number, layers: number): readonly (readonly number[])[] =>
  Array.from({ length: layers }, (_, t) => {
    const [across, odd] = [t % 2 === 0, Math.floor(t / 2) % 2];
    return Array.from({ length: side }, (_, line) =>
      Array.from({ length: Math.floor((side - odd) / 2) }, (_, k) => {
        const at = 2 * k + odd;
        const site = (x: number): number => (across ? line * side + x : x * side + line);
        return [site(at), site(at + 1)].sort((a, b) => a - b);
      }),
    ).flat();
  }).flat();

/** As many gates on pairs drawn from all. */
const anyPairs = (sites: number, gates: number, stream: RandomStream): readonly (readonly number[])[] =>
  Array.from({ length: gates }, () => {
    const a = stream.integer(sites);
    const b = (a + 1 + stream.integer(sites - 1)) % sites;
    return [Math.min(a, b), Math.max(a, b)];
  });

/** Events below which an interval has no dimension worth the name, and the most pairs that are looked at. */
const [FEWEST, MOST_EVENTS] = [12, 2500];

/** The interval with most events between the earliest and the latest: from events without a past to those without a future. */
function orderOf(name: string, qubits: number, set: CausalSet): CircuitOrder {
  const relations = causalRelations(set);
  const [hasPast, hasFuture] = [new Set(set.links.map(([, b]) => b)), new Set(set.links.map(([a]) => a))];
  const all = Array.from({ length: set.elements }, (_, e) => e);
  const spread = (list: readonly number[]): readonly number[] => {
    const step = Math.max(1, Math.floor(list.length / 8));
    return list.filter((_, k) => k % step === 0).slice(0, 10);
  };
  let inside: readonly number[] = [];
  for (const a of spread(all.filter((e) => !hasPast.has(e)))) {
    for (const b of spread(all.filter((e) => !hasFuture.has(e)))) {
      const between = intervalBetween(relations, a, b);
      if (between.length > inside.length && between.length <= MOST_EVENTS) inside = between;
    }
  }
  return {
    name,
    qubits,
    events: set.elements,
    links: set.links.length,
    chain: longestChain(set).length,
    antichain: widestAntichain(relations),
    interval: inside.length,
    dimension: inside.length < FEWEST ? null : myrheimMeyerDimension(relations, inside),
  };
}

export interface MeasuredOrders {
  readonly orders: readonly CircuitOrder[];
  readonly curves: readonly DimensionCurve[];
  /** Means and standard deviations of ten diamonds of 400 points drawn in 2, 3 and 4 dimensions. */
  readonly sprinklings: readonly { readonly dimension: number; readonly mean: number; readonly deviation: number }[];
}

export function* measuredOrders(
  { layers, circuits }: Options,
  { seed, read }: StudyContext,
): Generator<PartStep, MeasuredOrders> {
  const sizes = [8, 14, 24, 40, 60, 100].filter((size) => size <= layers);
  const chains: CircuitOrder[] = [];
  for (const size of sizes) {
    yield { message: `brickwork of ${size} layers`, progress: 0.4 * (chains.length / sizes.length) };
    chains.push(orderOf('brickwork on a chain', size + 1, causalSetOf(brickwork(size + 1, size), size + 1)));
  }
  yield { message: 'planes and random pairs', progress: 0.4 };
  const planes = [6, 10, 14].map((side) =>
    orderOf('brickwork on a square', side * side, causalSetOf(planeBrickwork(side, 2 * side), side * side)),
  );
  const stream = randomStream(seed, 'pairs');
  const random = [16, 32, 64].map((sites) =>
    orderOf('pairs drawn from all', sites, causalSetOf(anyPairs(sites, 8 * sites, stream), sites)),
  );
  yield { message: 'points drawn in Minkowski space', progress: 0.6 };
  const sprinklings = [2, 3, 4].map((dimension) => sprinkled(dimension, seed));
  const own = circuits.map((spec, k) => {
    const circuit = circuitOfSpec(spec, { read });
    return orderOf(spec.name ?? spec.path ?? `circuit ${k + 1}`, circuit.qubits, circuitCausalSet(circuit).set);
  });
  const curve = (name: string, orders: readonly CircuitOrder[]): DimensionCurve => ({
    name,
    points: orders.flatMap(({ interval, dimension }) => (dimension === null ? [] : [[interval, dimension] as const])),
  });
  return {
    orders: [...own, chains.at(-1)!, planes.at(-1)!, random.at(-1)!],
    curves: [
      curve('brickwork on a chain', chains),
      curve('brickwork on a square', planes),
      curve('pairs drawn from all', random),
    ],
    sprinklings,
  };
}

function sprinkled(dimension: number, seed: number) {
  const found = Array.from({ length: 10 }, (_, k) => {
    const relations = causalRelations(sprinkledDiamond(dimension, 400, randomStream(seed + k, `diamond ${dimension}`)));
    return myrheimMeyerDimension(relations, intervalBetween(relations, 0, 401));
  });
  const mean = found.reduce((sum, d) => sum + d, 0) / found.length;
  const deviation = Math.sqrt(found.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (found.length - 1));
  return { dimension, mean, deviation };
}
