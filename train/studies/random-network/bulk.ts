/** @file States in the bulk: a maximally mixed disk, a random pure state in it, and bulk legs that are kept. */

import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';
import type { Tiling } from '../../../src/geometry/tiling.ts';
import { tilingGraph } from '../../../src/geometry/tiling-graph.ts';
import { atMost, type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import { tilingDisk } from '../../../src/record/tiling-disk.ts';
import { annealedEntropies, domainWall, withRandomBulkState } from '../../../src/systems/random-network/index.ts';
import type { Options } from './options.ts';

/** Entropies with matter in the bulk; ln d of bulk legs is counted in units of ln D. */
export interface Bulk {
  readonly bond: number;
  /** Tiles of the disk, and bonds around it. */
  readonly disk: readonly string[];
  readonly around: number;
  /** Entropy of the whole boundary, and shares of the disk's tiles that are with it. */
  readonly horizon: readonly {
    readonly ratio: number;
    readonly entropy: number;
    readonly cut: number;
    readonly share: number;
  }[];
  readonly intervals: readonly {
    readonly length: number;
    readonly empty: number;
    readonly pure: number;
    readonly mixed: number;
  }[];
  /** Greatest difference of S₂ between intervals and complements, random pure state. */
  readonly asymmetry: number;
  /** Wall of half the boundary around the black hole. */
  readonly wall: { readonly region: readonly number[]; readonly weights: Readonly<Record<string, number>> };
  /** All bulk legs kept: what is missing to isometries in both directions, over ln D. */
  readonly directions: readonly { readonly ratio: number; readonly outwards: number; readonly inwards: number }[];
}

const RATIOS = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6];

export function measuredBulk(tiles: Tiling, { digits }: Options): Bulk {
  const unit = digits * Math.LN2;
  const last = tiles.tiles.at(-1)!.layer;
  const inside = tiles.tiles.flatMap(({ layer }, k) => (layer < Math.max(1, last - 1) ? [k] : []));
  const within = new Set(inside.map((k) => `tile ${k}`));
  const graphAt = (ratio: number, everywhere = false): CapacityGraph => {
    const graph = tilingGraph(tiles, { bond: 2 ** digits, bulk: 1 });
    const edges = graph.edges.map((edge) =>
      edge.leg.startsWith('bulk')
        ? { ...edge, capacity: everywhere || within.has(edge.from) ? ratio * unit : 0 }
        : edge,
    );
    return { ...graph, edges };
  };
  const pureAt = (ratio: number): CapacityGraph =>
    withRandomBulkState(
      graphAt(ratio),
      inside.map((k) => `bulk ${k}`),
    );
  const empty = graphAt(0);
  const all = empty.boundary.map((_, site) => site);
  const horizon = RATIOS.map((ratio) => {
    const { entropy, cut, tensors } = domainWall(graphAt(ratio), all);
    const shares = tensors.filter(({ id }) => within.has(id)).map(({ share }) => share);
    const share = shares.reduce((sum, own) => sum + own, 0) / shares.length;
    return { ratio, entropy: entropy / unit, cut: cut.area / unit, share };
  });
  return {
    bond: 2 ** digits,
    disk: [...within],
    around: empty.edges.filter(({ from, to }) => to !== null && within.has(from) !== within.has(to)).length,
    horizon,
    ...intervalsThrough(empty, pureAt(6), graphAt(6), unit),
    wall: wallOf(pureAt(6)),
    directions: directionsOf(graphAt, unit),
  };
}

/** Entropies of intervals without matter, with a pure and with a mixed black hole. */
function intervalsThrough(
  empty: CapacityGraph,
  black: CapacityGraph,
  mixed: CapacityGraph,
  unit: number,
): Pick<Bulk, 'intervals' | 'asymmetry'> {
  const sites = empty.boundary.length;
  const step = Math.max(1, Math.floor(sites / 36));
  const lengths = Array.from({ length: Math.floor(sites / step) - 1 }, (_, k) => (k + 1) * step);
  const tables = [empty, black, mixed].map((graph) => annealedEntropies(graph));
  const all = [...Array(sites).keys()];
  return {
    intervals: lengths.map((length) => {
      const [a, b, c] = tables.map(({ entropy }) => entropy(all.slice(0, length)) / unit);
      return { length, empty: a!, pure: b!, mixed: c! };
    }),
    asymmetry: Math.max(
      ...lengths.map((length) => {
        const { entropy } = tables[1]!;
        return Math.abs(entropy(all.slice(0, length)) - entropy(all.slice(length)));
      }),
    ),
  };
}

function wallOf(graph: CapacityGraph): Bulk['wall'] {
  const region = graph.boundary.map((_, site) => site).slice(0, Math.floor(graph.boundary.length / 2));
  const { edges } = domainWall(graph, region);
  const weights = Object.fromEntries(
    edges.map(({ leg, wall, background }) => [leg, Math.max(0, wall - background)] as const),
  );
  return { region, weights };
}

function directionsOf(
  graphAt: (ratio: number, everywhere: boolean) => CapacityGraph,
  unit: number,
): Bulk['directions'] {
  return RATIOS.map((ratio) => {
    const graph = graphAt(ratio, true);
    const legs = graph.edges.filter(({ leg }) => leg.startsWith('bulk')).map(({ leg }) => leg);
    const sites = graph.boundary.map((_, site) => site);
    const entropy = annealedEntropies(graph, { references: legs }).entropy(sites) / unit;
    return { ratio, outwards: legs.length * ratio - entropy, inwards: sites.length - entropy };
  });
}

export function bulkSection(tiles: Tiling, { bond, disk, around, horizon, intervals, wall }: Bulk): StudySection {
  return {
    heading: 'Matter in the bulk',
    label: 'analogy',
    text:
      `Each of ${disk.length} tiles in the middle has a bulk leg of dimension d. In a maximally mixed state they make the whole ` +
      `boundary mixed, with the entropy of the bulk until d is so large that the wall leaves the disk to the environment and runs along the ` +
      `${around} bonds around it: a horizon, whose area is then the entropy. A random pure state in the same legs looks the same to any region ` +
      'smaller than half, but leaves the boundary pure.',
    exhibits: [
      {
        kind: 'chart',
        caption: `Entropy of the whole boundary. Maximally mixed disk, D = ${bond}.`,
        x: { label: 'ln d/ln D', kind: 'linear' },
        y: { label: 'S₂/ln D', kind: 'linear', include: [0, 1.3 * around] },
        series: [
          { name: 'minimal cut', mark: 'dash', points: horizon.map(({ ratio, cut }) => [ratio, cut]) },
          { name: 'annealed', mark: 'line-and-points', points: horizon.map(({ ratio, entropy }) => [ratio, entropy]) },
        ],
        levels: [{ y: around, name: 'bonds around the disk' }],
      },
      {
        kind: 'chart',
        caption: 'Entropy of an interval. Bulk empty, with a random pure state, and maximally mixed, ln d = 6 ln D.',
        x: { label: 'legs in the interval', kind: 'linear' },
        y: { label: 'S₂/ln D', kind: 'linear', include: [0] },
        series: (['empty', 'pure', 'mixed'] as const).map((name) => ({
          name: name === 'pure' ? 'random pure state' : name === 'mixed' ? 'maximally mixed' : 'empty',
          mark: name === 'mixed' ? 'dash' : 'line',
          points: intervals.map((row) => [row.length, row[name]] as const),
        })),
      },
      tilingDisk(tiles, {
        caption: 'The wall of half the boundary does not enter the disk. Random pure state, ln d = 6 ln D.',
        regions: [{ name: 'region', sites: wall.region }],
        wedges: [{ name: 'tiles with bulk legs', nodes: disk }],
        wall: { name: 'domain wall', weights: wall.weights },
      }),
    ],
  };
}

export function directionSection({ bond, directions }: Bulk): StudySection {
  return {
    heading: 'Codes in both directions',
    text:
      'With a bulk leg of dimension d in every tile the network is a map from the bulk to the boundary, and one from the boundary to ' +
      'the bulk. What a direction lacks of being an isometry is the entropy missing at its input: Σ ln d − S₂ of the bulk legs, or Σ ln D − S₂ of ' +
      'the boundary legs. Where one vanishes the other does not: both cannot, unless both sides have the same dimension and no bond ' +
      'stands between.',
    exhibits: [
      {
        kind: 'chart',
        caption: `What either direction lacks of an isometry. D = ${bond}.`,
        x: { label: 'ln d/ln D', kind: 'linear' },
        y: { label: 'missing entropy/ln D', kind: 'linear', include: [0] },
        series: [
          {
            name: 'bulk to boundary',
            mark: 'line-and-points',
            points: directions.map(({ ratio, outwards }) => [ratio, outwards]),
          },
          {
            name: 'boundary to bulk',
            mark: 'line-and-points',
            points: directions.map(({ ratio, inwards }) => [ratio, inwards]),
          },
        ],
      },
    ],
  };
}

export function bulkChecks({ horizon, asymmetry, directions }: Bulk): readonly Check[] {
  return [
    atMost(
      'maximally mixed bulk: S₂ of the boundary less the minimal cut, greatest',
      'theorem',
      Math.max(...horizon.map(({ entropy, cut }) => entropy - cut)),
      0,
      1e-9,
    ),
    equals('random pure state: S₂ of intervals less that of complements', 'theorem', asymmetry, 0, 1e-8),
    equals('no bulk legs: the boundary is pure', 'theorem', horizon[0]!.entropy, 0, 1e-10),
    atMost(
      'missing entropy is not negative',
      'theorem',
      -Math.min(...directions.flatMap(({ outwards, inwards }) => [outwards, inwards])),
      0,
      1e-9,
    ),
  ];
}
