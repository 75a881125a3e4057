/** @file A tiling as a graph: a tensor in each tile, a bond through each side, a leg where the side is at the boundary. */

import { DomainError } from '../errors.ts';
import type { CapacityGraph, GraphEdge } from './capacity-graph.ts';
import type { Tiling } from './tiling.ts';
import { tilingCoordinates } from './tiling-coordinates.ts';

/** Dimensions of the legs of a tiling. */
export interface TilingDimensions {
  /** Of each bond between tiles and of each leg at the boundary; default 2. */
  readonly bond?: number;
  /** Of an open leg in each tile, a logical input; default none. */
  readonly bulk?: number;
}

/** The leg of an edge: `bond 7` between tiles, `leg 7` at the boundary. */
export function edgeLeg({ edges }: Tiling, edge: number): string {
  return `${edges[edge]!.tiles.length === 2 ? 'bond' : 'leg'} ${edge}`;
}

/**
 * The graph of a tensor network on a tiling: the tiles `tile 0` … as nodes, their sides as edges. Boundary sites follow
 * the boundary counter-clockwise. Each node has its place on the Poincaré disk; its site is the mean, on the ring, of the
 * legs that grow out of it, its depth is counted from the last ring.
 *
 * @throws {DomainError} a dimension that is not a whole number ≥ 1
 *
 * Cost O(tiles·p).
 */
export function tilingGraph(tiling: Tiling, { bond = 2, bulk }: TilingDimensions = {}): CapacityGraph {
  for (const dimension of [bond, bulk ?? 1]) {
    if (!(Number.isInteger(dimension) && dimension >= 1)) {
      throw new DomainError(`tilingGraph: whole dimensions ≥ 1 required, got ${dimension}`);
    }
  }
  const { tiles, edges } = tiling;
  const { centres } = tilingCoordinates(tiling);
  const sites = sitesOf(tiling);
  const last = tiles.at(-1)!.layer;
  const nodes = tiles.map(({ layer }, k) => ({
    id: `tile ${k}`,
    site: sites[k]!,
    depth: last - layer + 1,
    disk: centres[k]!,
  }));
  const sides = edges.map(
    ({ tiles: [from, to] }, edge): GraphEdge => ({
      leg: edgeLeg(tiling, edge),
      from: `tile ${from}`,
      to: to === undefined ? null : `tile ${to}`,
      capacity: Math.log(bond),
    }),
  );
  const inputs = tiles.map(
    (_, k): GraphEdge => ({
      leg: `bulk ${k}`,
      from: `tile ${k}`,
      to: null,
      capacity: Math.log(bulk ?? 1),
    }),
  );
  return {
    nodes,
    edges: bulk === undefined ? sides : [...sides, ...inputs],
    boundary: tiling.boundary.map((edge) => edgeLeg(tiling, edge)),
    references: bulk === undefined ? [] : inputs.map(({ leg }) => leg),
  };
}

/** The mean of the boundary sites that lie behind each tile, as the direction of their sum on the unit circle. */
function sitesOf({ tiles, edges, boundary }: Tiling): readonly number[] {
  const turn = (2 * Math.PI) / boundary.length;
  const [x, y] = [new Float64Array(tiles.length), new Float64Array(tiles.length)];
  const add = (tile: number, right: number, up: number): void => {
    x[tile] = x[tile]! + right;
    y[tile] = y[tile]! + up;
  };
  boundary.forEach((edge, site) => {
    add(edges[edge]!.tiles[0]!, Math.cos(turn * site), Math.sin(turn * site));
  });
  // A tile was glued by its side 0 to one that was there before.
  for (let tile = tiles.length - 1; tile > 0; tile--) {
    add(edges[tiles[tile]!.edges[0]!]!.tiles[0]!, x[tile]!, y[tile]!);
  }
  return tiles.map((_, tile) => {
    if (tile === 0) return (boundary.length - 1) / 2;
    const site = Math.atan2(y[tile]!, x[tile]!) / turn;
    return site < -0.5 ? site + boundary.length : site;
  });
}
