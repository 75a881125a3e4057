/** @file The domain wall of half the boundary as bond dimensions grow. */

import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';
import { minimalCuts } from '../../../src/geometry/minimal-cuts.ts';
import type { Tiling } from '../../../src/geometry/tiling.ts';
import { tilingGraph } from '../../../src/geometry/tiling-graph.ts';
import { type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import { tilingDisk } from '../../../src/record/tiling-disk.ts';
import {
  annealedEntropies,
  annealedResponse,
  type DomainWall,
  domainWall,
} from '../../../src/systems/random-network/index.ts';

/** Walls by bond dimension. */
export interface Walls {
  readonly region: readonly number[];
  readonly rows: readonly { readonly bond: number; readonly wall: DomainWall }[];
  /** The same number by down-sets of a maximal flow. */
  readonly counted: number | null;
  /** Greatest difference between the gradient and a difference quotient, over some bonds. */
  readonly gradientError: number;
}

const BONDS = [2, 3, 4, 8, 16, 64, 256, 4096, 2 ** 24];
const PICTURED = [2, 4, 64];

export function measuredWalls(tiles: Tiling): Walls {
  const sites = tiles.boundary.length;
  const region = Array.from({ length: Math.floor(sites / 2) }, (_, k) => (k + 3) % sites);
  const rows = BONDS.map((bond) => ({ bond, wall: domainWall(tilingGraph(tiles, { bond }), region) }));
  const graph = tilingGraph(tiles, { bond: 3 });
  return { region, rows, counted: minimalCuts(graph, region).count, gradientError: gradientError(graph, region) };
}

function gradientError(graph: CapacityGraph, region: readonly number[]): number {
  const { gradient } = annealedResponse(graph, region);
  const step = 1e-4;
  const entropyAt = (edge: number, change: number): number => {
    const edges = graph.edges.map((own, k) => (k === edge ? { ...own, capacity: own.capacity + change } : own));
    return annealedEntropies({ ...graph, edges }).entropy(region);
  };
  const order = [...gradient.keys()].sort((a, b) => gradient[b]! - gradient[a]!).slice(0, 5);
  return Math.max(
    ...order.map((edge) => Math.abs((entropyAt(edge, step) - entropyAt(edge, -step)) / (2 * step) - gradient[edge]!)),
  );
}

export function wallSection(tiles: Tiling, { region, rows }: Walls): StudySection {
  const last = rows.at(-1)!.wall;
  return {
    heading: 'The domain wall at finite bond dimension',
    text:
      'With n = 2 the sum is an Ising model with fields up on the region and down elsewhere. Its domain wall is the minimal cut ' +
      'broadened by fluctuations: its excess over the fluctuations without a region is ∂S₂/∂ln D of each bond. ' +
      `This region has ${last.minimalCuts} minimal cut${last.minimalCuts === 1 ? '' : 's'} of ${last.cut.legs.length} bonds. ` +
      'As D grows, S₂ tends to the cut less ln of their number.',
    exhibits: [
      ...rows
        .filter(({ bond }) => PICTURED.includes(bond))
        .map(({ bond, wall: { edges } }) =>
          tilingDisk(tiles, {
            caption: `Domain wall at D = ${bond}. Width: probability of a wall on the bond, less that without a region.`,
            regions: [{ name: 'region', sites: region }],
            wall: {
              name: 'domain wall',
              weights: Object.fromEntries(
                edges.map(({ leg, wall, background }) => [leg, Math.max(0, wall - background)]),
              ),
            },
          }),
        ),
      {
        kind: 'chart',
        caption: 'By how much the cut overestimates S₂. The level is the logarithm of the number of minimal cuts.',
        x: { label: 'bond dimension D', kind: 'log' },
        y: { label: 'cut − S₂ (nats)', kind: 'linear', include: [0] },
        series: [
          {
            name: 'cut − S₂',
            mark: 'line-and-points',
            points: rows.map(({ bond, wall: { cut, entropy } }) => [bond, cut.area - entropy]),
          },
        ],
        levels: [{ y: last.cut.area - last.limit, name: 'ln #' }],
      },
    ],
  };
}

export function wallChecks({ rows, counted, gradientError: error }: Walls): readonly Check[] {
  const { wall } = rows.at(-1)!;
  return [
    equals('D = 2²⁴: S₂ = cut − ln(number of minimal cuts)', 'theorem', wall.entropy, wall.limit, 1e-4),
    ...(counted === null
      ? []
      : [equals('number of minimal cuts, by down-sets', 'independent computation', wall.minimalCuts, counted, 0)]),
    equals('∂S₂/∂ln D less the difference quotient', 'independent computation', error, 0, 1e-6),
  ];
}
