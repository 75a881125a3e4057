/** @file What is measured of holographic codes: cuts, wedges, distances by layers, erasure by layers, black holes. */

import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import { DomainError } from '../../../src/errors.ts';
import type { Tiling } from '../../../src/geometry/tiling.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { networkEnumerator } from '../../../src/network/network-enumerator.ts';
import { entropiesOfStabiliserNetwork } from '../../../src/network/stabiliser-network.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import { counted } from '../../../src/number-format.ts';
import type { CodeReport } from '../../../src/stabiliser/code-report.ts';
import { type ErasurePoint, erasureCurve } from '../../../src/stabiliser/erasure-curve.ts';
import { lightWords } from '../../../src/stabiliser/light-words.ts';
import { recoveredInputs, type StabiliserCode } from '../../../src/stabiliser/stabiliser-code.ts';
import { complementOf } from '../../../src/state/reduced-density-matrix.ts';
import { greedyWedge } from '../../../src/systems/holography/greedy-wedge.ts';
import { ryuTakayanagi } from '../../../src/systems/holography/ryu-takayanagi.ts';
import {
  codeOfNetwork,
  type HolographicCode,
  type HolographicCodeOptions,
  holographicCode,
} from '../../../src/systems/tiling/holographic-code.ts';
import type { PartStep } from '../../study.ts';

/** All that was measured of a holographic code. */
export interface Measured {
  readonly tiling: Tiling;
  readonly code: HolographicCodeOptions;
  readonly cuts: readonly CutTable[];
  readonly wedges: WedgeTable;
  readonly weights: readonly LayerDistance[];
  readonly losses: readonly LayerErasure[];
  readonly report: CodeReport;
}

/** Arcs of all lengths, then regions in which each site is with a random probability. */
export function regionsOf(sites: number, count: number, seed: number): readonly (readonly number[])[] {
  const stream = randomStream(seed, `regions of ${sites} sites`);
  const arcs = Array.from({ length: count }, (_, k) => {
    const [start, length] = [stream.integer(sites), 1 + Math.floor((k * (sites - 1)) / count)];
    return Array.from({ length }, (_, j) => (start + j) % sites);
  });
  const scattered = Array.from({ length: count }, () => {
    const share = 0.1 + 0.8 * stream.uniform();
    return [...Array(sites).keys()].filter(() => stream.uniform() < share);
  });
  return [...arcs, ...scattered.map((region) => (region.length > 0 ? region : [0]))];
}

/** Entropies of a network against its cuts. */
export interface CutTable {
  readonly name: string;
  readonly sites: number;
  readonly references: number;
  /** Entropy of all sites together, in nats. */
  readonly whole: number;
  /** Shares of the arcs and of the scattered regions with S = cut, and the greatest difference. */
  readonly arcs: number;
  readonly scattered: number;
  readonly deficit: number;
  /** Least cut − S: negative if the bound were broken. */
  readonly least: number;
  /** Length, entropy and cut of arcs from one site. */
  readonly curve: readonly (readonly [length: number, entropy: number, area: number])[];
}

/** The Ryu–Takayanagi formula for arcs and scattered regions. */
export function cutTable(name: string, network: TensorNetwork, count: number, seed: number): CutTable {
  const [graph, entropies] = [bulkGraph(network), entropiesOfStabiliserNetwork(network)];
  const sites = entropies.boundary;
  const regions = regionsOf(sites, count, seed);
  const arcs = ryuTakayanagi(entropies, graph, regions.slice(0, count));
  const scattered = ryuTakayanagi(entropies, graph, regions.slice(count));
  const deficits = [...arcs.regions, ...scattered.regions].map(({ deficit }) => deficit);
  const fromZero = Array.from({ length: sites - 1 }, (_, k) => [...Array(k + 1).keys()]);
  return {
    name,
    sites,
    references: entropies.references,
    whole: entropies.entropy([...Array(sites).keys()]),
    arcs: arcs.equality,
    scattered: scattered.equality,
    deficit: Math.max(...deficits),
    least: Math.min(...deficits),
    curve: ryuTakayanagi(entropies, graph, fromZero).regions.map(({ region, entropy, area, bulkEntropy }) => [
      region.length,
      entropy,
      area + bulkEntropy,
    ]),
  };
}

/** Greedy and exact wedges, by tile. */
export interface WedgeTable {
  readonly arcs: number;
  readonly scattered: number;
  /** Regions whose greedy wedge is smaller than the exact one. */
  readonly missedArcs: number;
  readonly missedScattered: number;
  /** Tiles of a greedy wedge that are not in the exact one. */
  readonly beyond: number;
  /** Tiles recovered from a region and from the rest. */
  readonly cloned: number;
  /** An arc of about half the sites, and the scattered region of which most is missed. */
  readonly shown: readonly ShownRegion[];
}

export interface ShownRegion {
  readonly region: readonly number[];
  readonly exact: readonly string[];
  readonly greedy: readonly string[];
}

export function wedgeTable({ network, threshold }: HolographicCode, count: number, seed: number): WedgeTable {
  const [graph, code] = [bulkGraph(network), codeOfNetwork(network)];
  const tileOf = new Map(graph.edges.map(({ leg, from }) => [leg, from]));
  const tiles = network.bulk.map((leg) => tileOf.get(leg)!);
  const thresholds = Object.fromEntries(tiles.map((tile) => [tile, threshold]));
  const sites = network.boundary.length;
  const rows = regionsOf(sites, count, seed).map((region) => {
    const exact = recoveredInputs(code, region).map((t) => tiles[t]!);
    const other = recoveredInputs(code, complementOf(region, sites)).map((t) => tiles[t]!);
    return {
      region,
      exact,
      greedy: greedyWedge(graph, region, thresholds),
      cloned: exact.filter((id) => other.includes(id)).length,
    };
  });
  const missing = ({ exact, greedy }: ShownRegion): number => exact.filter((id) => !greedy.includes(id)).length;
  const [arcs, scattered] = [rows.slice(0, count), rows.slice(count)];
  const most = scattered.reduce((a, b) => (missing(b) > missing(a) ? b : a));
  const half = arcs.find(({ region }) => region.length >= sites / 2) ?? arcs.at(-1)!;
  return {
    arcs: arcs.length,
    scattered: scattered.length,
    missedArcs: arcs.filter((row) => missing(row) > 0).length,
    missedScattered: scattered.filter((row) => missing(row) > 0).length,
    beyond: rows.reduce((sum, { exact, greedy }) => sum + greedy.filter((id) => !exact.includes(id)).length, 0),
    cloned: rows.reduce((sum, { cloned }) => sum + cloned, 0),
    shown: [half, most].map(({ region, exact, greedy }) => ({ region, exact, greedy })),
  };
}

/** Least weights of operators on the central input, twice each: by contraction with the number of words, and by search. */
export interface LayerDistance {
  readonly layers: number;
  readonly sites: number;
  readonly inputs: number;
  readonly dressed: Distance;
  readonly bare: Distance;
}

export interface Distance {
  readonly weight: number | null;
  readonly words: number;
  readonly searched: number | null;
  readonly found: number;
}

/** By layers from none to `layers`; the bare distance is searched for with as many rounds as find it for 55 sites. */
export function* distances(
  options: HolographicCodeOptions,
  seed: number,
): Generator<PartStep, readonly LayerDistance[]> {
  const rows: LayerDistance[] = [];
  const last = options.layers ?? 2;
  for (let layers = 0; layers <= last; layers++) {
    yield { message: counted(layers, 'layer'), progress: layers / (last + 1) };
    const { network } = holographicCode({ ...options, layers });
    rows.push({
      layers,
      sites: network.boundary.length,
      inputs: network.bulk.length,
      dressed: distanceOf(network, 'any', seed),
      bare: distanceOf(network, 'identity', seed),
    });
  }
  return rows;
}

function distanceOf(network: TensorNetwork, others: 'any' | 'identity', seed: number): Distance {
  const { counts, errors } = networkEnumerator(network, { action: (leg) => (leg === 'bulk 0' ? 'acts' : others) });
  const first = counts.findIndex((count, w) => errors[w]! > 0 || count > 0);
  const known = first >= 0 && errors[first] === 0;
  const stream = randomStream(seed, `light words, others ${others}`);
  const found = lightWords(codeOfNetwork(network), stream, { input: 0, others, rounds: 250 });
  return {
    weight: known ? first : null,
    words: known ? counts[first]! : 0,
    searched: found.weight,
    found: found.words.length,
  };
}

/** What of the centre survives erasures. */
export interface LayerErasure {
  readonly layers: number;
  readonly sites: number;
  /** Whether all inputs are open, or all others |0⟩. */
  readonly bulk: 'open' | 'centre';
  readonly points: readonly Pick<ErasurePoint, 'probability' | 'samples'>[];
  readonly shares: readonly number[];
  readonly errors: readonly number[];
}

const PROBABILITIES = Array.from({ length: 13 }, (_, k) => k / 20);

/** Time of the erasures with up to so many layers, in a unit of its own. */
const effort = (layers: number): number => 5 ** layers - 1;

/** By layers from one to one more than the code has. */
export function* erasures(
  options: HolographicCodeOptions,
  samples: number,
  seed: number,
): Generator<PartStep, readonly LayerErasure[]> {
  const last = Math.min(3, (options.layers ?? 2) + 1);
  const rows: LayerErasure[] = [];
  for (let layers = 1; layers <= last; layers++) {
    for (const bulk of ['open', 'centre'] as const) {
      const done = effort(layers - 1) + (bulk === 'centre' ? (effort(layers) - effort(layers - 1)) / 2 : 0);
      yield {
        message: `${counted(layers, 'layer')}, ${bulk === 'open' ? 'all inputs' : 'the centre alone'}`,
        progress: done / effort(last),
      };
      const code = encodedBy(holographicCode({ ...options, layers, bulk }).network);
      if (code === null) return rows;
      // The same losses for both: what survives with all inputs in use survives with one.
      const points = erasureCurve(code, PROBABILITIES, randomStream(seed, `erasure ${layers}`), { samples });
      rows.push({
        layers,
        sites: code.sites.length,
        bulk,
        points: points.map(({ probability, samples: taken }) => ({ probability, samples: taken })),
        shares: points.map(({ inputs }) => inputs[0]!.share),
        errors: points.map(({ inputs }) => inputs[0]!.error),
      });
    }
  }
  return rows;
}

/** The code of a network; null if it does not encode isometrically: a tile of few sides has too many inputs outside. */
function encodedBy(network: TensorNetwork): StabiliserCode | null {
  try {
    return codeOfNetwork(network);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** Where the curve of the larger code falls below that of the smaller one, between probabilities; null if it does not. */
export function crossing(small: LayerErasure, large: LayerErasure): number | null {
  const above = large.shares.map((share, k) => share - small.shares[k]!);
  const noise = large.errors.map((error, k) => Math.hypot(error, small.errors[k]!));
  // The last point at which the larger code is better beyond its error, and the first after it at which it is worse.
  const better = above.findLastIndex((difference, k) => difference > noise[k]!);
  const worse = above.findIndex((difference, k) => k > better && difference < -noise[k]!);
  if (better < 0 || worse < 0) return null;
  const [a, b] = [above[better]!, above[worse]!];
  const [x, y] = [small.points[better]!.probability, small.points[worse]!.probability];
  return x + ((y - x) * a) / (a - b);
}
