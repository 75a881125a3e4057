/** @file Two intervals on opposite sides: when their wedges join, on the tiling and on a graph without geometry. */

import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';
import { minimalCuts } from '../../../src/geometry/minimal-cuts.ts';
import type { Tiling } from '../../../src/geometry/tiling.ts';
import { tilingGraph } from '../../../src/geometry/tiling-graph.ts';
import type { RandomStream } from '../../../src/linalg/random.ts';
import { type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import { tilingDisk } from '../../../src/record/tiling-disk.ts';
import { sitesOf } from '../../../src/state/region-entropies.ts';
import {
  annealedEntropies,
  domainWall,
  type Interval,
  twoIntervals,
} from '../../../src/systems/random-network/index.ts';

/** Information of two intervals by their length, averaged over rotations. */
export interface Intervals {
  readonly bonds: readonly number[];
  readonly tiling: readonly IntervalRow[];
  readonly rewired: readonly IntervalRow[];
  /** Cross-ratio of the first length at which most pairs are joined. */
  readonly joinsAt: number;
  /** Share of a central qubit next to cross-ratios 0.3 and 0.7, largest bonds. */
  readonly central: readonly [before: number, after: number];
  readonly rewiredJoinsAt: number;
  /** |S₂ − (cut − ln #)| at D = 2²⁴, greatest over some intervals: tiling and rewired graph. */
  readonly limitErrors: readonly [tiling: number, rewired: number];
  /** Wedges of the last lengths before and of the first after the transition. */
  readonly pictures: readonly Picture[];
}

interface IntervalRow {
  readonly crossRatio: number;
  /** Annealed I₂ over ln D for every bond dimension. */
  readonly information: readonly number[];
  /** The same of minimal cuts, for any D. */
  readonly cut: number;
  /** Share of the rotations whose wedges are joined. */
  readonly joined: number;
  /** (S(AB) + S(R) − S(ABR))/2S(R) for a qubit R in the central tile, for every bond dimension. */
  readonly central: readonly number[];
}

interface Picture {
  readonly name: string;
  readonly sites: readonly [readonly number[], readonly number[]];
  /** Wedges of the intervals together, farthest from the region, and of each alone. */
  readonly together: readonly string[];
  readonly apart: readonly string[];
}

const BONDS = [4, 64, 2 ** 16];
const ROTATIONS = 6;

export function measuredIntervals(tiles: Tiling, stream: RandomStream): Intervals {
  const graphOf = (bond: number): CapacityGraph => tilingGraph(tiles, { bond });
  const swaps = swapsOf(graphOf(2), stream);
  const otherOf = (bond: number): CapacityGraph => rewired(graphOf(bond), swaps);
  const [own, other] = [rowsOf(graphOf), rowsOf(otherOf)];
  const first = own.findIndex(({ joined }) => joined > 0.5);
  const lengths = lengthsOf(tiles.boundary.length);
  const pictureAt = (k: number, name: string): readonly Picture[] =>
    lengths[k] === undefined ? [] : [pictureOf(graphOf(4), lengths[k], name)];
  return {
    bonds: BONDS,
    tiling: own,
    rewired: other,
    joinsAt: own[first]?.crossRatio ?? 1,
    central: [centralNear(own, 0.3), centralNear(own, 0.7)],
    rewiredJoinsAt: other.find(({ joined }) => joined > 0.5)?.crossRatio ?? 1,
    limitErrors: [limitError(graphOf(2 ** 24)), limitError(otherOf(2 ** 24))],
    pictures: [
      ...pictureAt(first - 2, 'Before the wedges join.'),
      ...pictureAt(first + 1, 'After the wedges have joined.'),
    ],
  };
}

function centralNear(rows: readonly IntervalRow[], crossRatio: number): number {
  const distance = (row: IntervalRow): number => Math.abs(row.crossRatio - crossRatio);
  return rows.toSorted((a, b) => distance(a) - distance(b))[0]!.central.at(-1)!;
}

/** Lengths of both intervals. */
function lengthsOf(sites: number): readonly number[] {
  const half = Math.floor(sites / 2);
  const step = Math.max(1, Math.floor(half / 24));
  return Array.from({ length: Math.floor((half - 1) / step) }, (_, k) => (k + 1) * step);
}

const opposite = (sites: number, length: number, start: number): readonly [Interval, Interval] => [
  { start, length },
  { start: start + Math.floor(sites / 2), length },
];

function rowsOf(graphOf: (bond: number) => CapacityGraph): readonly IntervalRow[] {
  const graphs = BONDS.map(graphOf);
  const sites = graphs[0]!.boundary.length;
  const lengths = lengthsOf(sites);
  const starts = Array.from({ length: ROTATIONS }, (_, k) => Math.floor((k * sites) / ROTATIONS));
  const pairs = lengths.flatMap((length) => starts.map((start) => opposite(sites, length, start)));
  const found = graphs.map((graph) => twoIntervals(graph, pairs));
  const central = graphs.map((graph) => {
    const { entropy } = annealedEntropies(withCentralQubit(graph), { references: [QUBIT] });
    return pairs.map((pair) => {
      const region = pair.flatMap((interval) => sitesOf(interval).map((site) => site % sites));
      return (entropy(region) + entropy([sites]) - entropy([...region, sites])) / (2 * entropy([sites]));
    });
  });
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return lengths.map((_, k) => {
    const rows = found.map((list) => list.slice(k * ROTATIONS, (k + 1) * ROTATIONS));
    return {
      crossRatio: rows[0]![0]!.crossRatio,
      information: rows.map((list, b) => mean(list.map(({ information }) => information)) / Math.log(BONDS[b]!)),
      cut: mean(rows[0]!.map(({ cutInformation }) => cutInformation)) / Math.log(BONDS[0]!),
      joined: mean(rows[0]!.map(({ joined }) => (joined ? 1 : 0))),
      central: central.map((shares) => mean(shares.slice(k * ROTATIONS, (k + 1) * ROTATIONS))),
    };
  });
}

const QUBIT = 'central qubit';

/** A logical qubit in the central tile. */
const withCentralQubit = (graph: CapacityGraph): CapacityGraph => ({
  ...graph,
  edges: [...graph.edges, { leg: QUBIT, from: graph.nodes[0]!.id, to: null, capacity: Math.LN2 }],
});

/** Pairs of bonds that exchange an end. */
function swapsOf({ edges }: CapacityGraph, stream: RandomStream): readonly (readonly [number, number])[] {
  const bonds = edges.flatMap(({ to }, k) => (to === null ? [] : [k]));
  const chosen = (): number => bonds[stream.integer(bonds.length)]!;
  return Array.from({ length: 10 * bonds.length }, () => [chosen(), chosen()] as const);
}

/** The same tensors with the same number of bonds and legs each, but with bonds that know no neighbourhood. */
function rewired(graph: CapacityGraph, swaps: readonly (readonly [number, number])[]): CapacityGraph {
  const ends = graph.edges.map(({ from, to }) => [from, to] as [string, string | null]);
  for (const [a, b] of swaps) {
    const [x, y] = [ends[a]!, ends[b]!];
    if (new Set([...x, ...y]).size < 4) continue; // no loops
    [x[1], y[1]] = [y[1], x[1]];
  }
  return { ...graph, edges: graph.edges.map((edge, k) => ({ ...edge, from: ends[k]![0], to: ends[k]![1] })) };
}

function limitError(graph: CapacityGraph): number {
  const sites = graph.boundary.length;
  const lengths = [1, 2, 3, 4, 5].map((k) => Math.max(1, Math.floor((k * sites) / 10)));
  return Math.max(
    ...lengths.map((length) => {
      const { entropy, limit } = domainWall(graph, [...Array(length).keys()]);
      return Math.abs(entropy - limit);
    }),
  );
}

function pictureOf(graph: CapacityGraph, length: number, name: string): Picture {
  const sites = graph.boundary.length;
  const [a, b] = opposite(sites, length, 0).map(({ start }) => Array.from({ length }, (_, k) => (start + k) % sites));
  const wedge = (region: readonly number[]): readonly string[] => minimalCuts(graph, region).nearest.wedge;
  return { name, sites: [a!, b!], together: wedge([...a!, ...b!]), apart: [...wedge(a!), ...wedge(b!)] };
}

export function intervalSection(
  tiles: Tiling,
  { bonds, tiling, rewired: other, pictures, joinsAt, rewiredJoinsAt }: Intervals,
): StudySection {
  const points = (rows: readonly IntervalRow[], value: (row: IntervalRow) => number) =>
    rows.map((row) => [row.crossRatio, value(row)] as const);
  return {
    heading: 'Two intervals',
    text:
      'Two intervals of equal length face each other. While they are short the wedge of both is that of each; then the cuts ' +
      `reconnect, and the wedge of both holds the bulk between them: on this tiling at cross-ratio ${joinsAt.toFixed(2)}; by ` +
      'the Ryu–Takayanagi formula on the smooth hyperbolic plane it is ½. Finite bonds make the transition smooth. On the rewired ' +
      `graph, which has the same tensors but no neighbourhoods and serves as the control, it is at ${rewiredJoinsAt.toFixed(2)}.`,
    exhibits: [
      ...pictures.map(({ name, sites, together, apart }) =>
        tilingDisk(tiles, {
          caption: `${name} Tiles in the wedge of the two intervals together, among them those in the wedge of either.`,
          regions: [
            { name: 'first interval', sites: sites[0] },
            { name: 'second interval', sites: sites[1] },
          ],
          wedges: [
            { name: 'wedge of both together', nodes: together },
            { name: 'wedges of each', nodes: apart },
          ],
        }),
      ),
      {
        kind: 'chart',
        caption: 'Mutual information of opposite intervals. In units of ln D; mean over rotations.',
        x: { label: 'cross-ratio', kind: 'linear', include: [0, 1] },
        y: { label: 'I₂/ln D', kind: 'linear', include: [0] },
        series: [
          { name: 'minimal cuts', mark: 'dash', points: points(tiling, ({ cut }) => cut) },
          ...bonds.map((bond, b) => ({
            name: `D = ${bond}`,
            mark: 'line' as const,
            points: points(tiling, ({ information }) => information[b]!),
          })),
        ],
      },
      {
        kind: 'chart',
        caption: 'The same tensors with rewired bonds. Mutual information by minimal cuts, in units of ln D.',
        x: { label: 'cross-ratio', kind: 'linear', include: [0, 1] },
        y: { label: 'I/ln D', kind: 'linear', include: [0] },
        series: [
          { name: 'tiling', mark: 'dash', points: points(tiling, ({ cut }) => cut) },
          { name: 'rewired', mark: 'line-and-points', points: points(other, ({ cut }) => cut) },
        ],
      },
      {
        kind: 'chart',
        caption: 'What two intervals know of a qubit in the central tile. At 1 it is recovered from them alone.',
        x: { label: 'cross-ratio', kind: 'linear', include: [0, 1] },
        y: { label: 'I₂/(2S₂) of the qubit', kind: 'linear', include: [0, 1] },
        series: bonds.map((bond, b) => ({
          name: `D = ${bond}`,
          mark: 'line-and-points' as const,
          points: points(tiling, ({ central }) => central[b]!),
        })),
      },
    ],
  };
}

export function intervalChecks({ limitErrors: [own, other] }: Intervals): readonly Check[] {
  return [
    equals('tiling, D = 2²⁴: S₂ less cut − ln #, greatest over intervals', 'theorem', own, 0, 1e-4),
    equals('rewired graph, D = 2²⁴: S₂ less cut − ln #, greatest over intervals', 'theorem', other, 0, 1e-4),
  ];
}
