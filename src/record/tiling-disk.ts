/** @file A tiling as an exhibit: tiles and legs on the disk, with what is known of a region drawn into it. */

import type { Tiling } from '../geometry/tiling.ts';
import { tilingCoordinates } from '../geometry/tiling-coordinates.ts';
import { edgeLeg } from '../geometry/tiling-graph.ts';
import type { DiskExhibit } from './study-record.ts';

/** What is drawn into a tiling; names are those of `tilingGraph` and `tilingNetwork`. */
export interface TilingMarks {
  readonly caption: string;
  /** Sets of boundary sites. */
  readonly regions?: readonly { readonly name: string; readonly sites: readonly number[] }[];
  /** Sets of nodes 'tile k', as `minimalCut` and the wedges return them; the largest first. */
  readonly wedges?: readonly { readonly name: string; readonly nodes: readonly string[] }[];
  /** Legs 'bond k' and 'leg k' that are cut: the cut runs along the sides that they cross. */
  readonly cuts?: readonly { readonly name: string; readonly legs: readonly string[] }[];
  /** How strongly a domain wall lies on each leg, ≥ 0. */
  readonly wall?: { readonly name: string; readonly weights: Readonly<Record<string, number>> };
}

/** Digits of the coordinates that are kept: a thousandth of a pixel. */
const rounded = (x: number): number => Math.round(x * 1e6) / 1e6;

/** The exhibit of a tiling. Nodes and legs that it does not have are left out. */
export function tilingDisk(tiling: Tiling, { caption, regions, wedges, cuts, wall }: TilingMarks): DiskExhibit {
  const { vertices } = tilingCoordinates(tiling);
  const edgeOf = new Map(tiling.edges.map(({ vertices: ends }, edge) => [edgeLeg(tiling, edge), ends]));
  const segmentsOf = (legs: readonly string[]): readonly (readonly [number, number])[] =>
    legs.flatMap((leg) => (edgeOf.has(leg) ? [edgeOf.get(leg)!] : []));
  const walls = Object.entries(wall?.weights ?? {}).filter(([leg]) => edgeOf.has(leg));
  const lines: DiskExhibit['lines'] = [
    ...(cuts ?? []).map(({ name, legs }) => ({ name, mark: 'thick', segments: segmentsOf(legs) }) as const),
    ...(wall === undefined
      ? []
      : [
          {
            name: wall.name,
            mark: 'thick',
            segments: segmentsOf(walls.map(([leg]) => leg)),
            weights: walls.map(([, weight]) => weight),
          } as const,
        ]),
  ];
  return {
    kind: 'disk',
    caption,
    places: vertices.map(([x, y]) => [rounded(x), rounded(y)]),
    tiles: tiling.tiles.map((tile) => tile.vertices),
    legs: tiling.boundary.map((edge) => tiling.edges[edge]!.vertices),
    ...(regions && { regions: regions.map(({ name, sites }) => ({ name, legs: sites })) }),
    ...(wedges && { shades: wedges.map(({ name, nodes }) => ({ name, tiles: tilesOf(nodes) })) }),
    ...(lines.length > 0 && { lines }),
  };
}

const tilesOf = (nodes: readonly string[]): readonly number[] =>
  nodes.flatMap((node) => {
    const [, tile] = node.match(/^tile (\d+)$/) ?? [];
    return tile === undefined ? [] : [Number(tile)];
  });
