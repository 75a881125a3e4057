/** @file The regions of the study, by plaquettes. */

import {
  disjointEdges,
  type Plaquette,
  rectangle,
  withoutPlaquettes,
} from '../../../src/systems/topological-order/plaquette-regions.ts';
import { edgeBelow, edgeToTheRight } from '../../../src/systems/topological-order/toric-code.ts';

type Three = readonly [readonly number[], readonly number[], readonly number[]];

const three = (size: number, regions: readonly (readonly Plaquette[])[]): Three =>
  disjointEdges(size, regions) as unknown as Three; // as many as the regions

/** A disk of 2k × 2k plaquettes: two quarters of k × k, and the half that remains. */
export function diskParts(size: number, k: number): Three {
  return three(size, [rectangle(1, 1, k, k), rectangle(1, 1 + k, k, k), rectangle(1 + k, 1, k, 2 * k)]);
}

/** An annulus of (2k + 1) × (2k + 1) plaquettes around a hole of 3 × 3: left, top and bottom, right. */
export function annulusParts(size: number, k: number): Three {
  const [side, middle] = [2 * k + 1, k - 1];
  const [left, right] = [rectangle(0, 0, side, middle), rectangle(0, middle + 3, side, side - middle - 3)];
  const hole = rectangle(middle, middle, 3, 3);
  const joining = withoutPlaquettes(rectangle(0, 0, side, side), [...hole, ...left, ...right]);
  return three(size, [left, joining, right]);
}

/** All pairs of edges of the L × L torus that meet at a vertex, vertex by vertex. */
export function meetingEdges(size: number): readonly (readonly [number, number])[] {
  return Array.from({ length: size * size }, (_, k) => {
    const [row, column] = [Math.floor(k / size), k % size];
    const around = [
      edgeToTheRight(size, row, column),
      edgeBelow(size, row, column),
      edgeToTheRight(size, row, column - 1),
      edgeBelow(size, row - 1, column),
    ];
    return around.flatMap((a, i) => around.slice(i + 1).map((b) => [a, b] as const));
  }).flat();
}
