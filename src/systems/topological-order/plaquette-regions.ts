/** @file Regions of the toric code, drawn by plaquettes. */

import { DomainError } from '../../errors.ts';
import { edgeBelow, edgeToTheRight } from './toric-code.ts';

/** A plaquette, by the row and the column of its upper left vertex. */
export type Plaquette = readonly [row: number, column: number];

/**
 * The plaquettes of a rectangle of rows × columns, from its upper left corner on.
 *
 * @throws {DomainError} numbers that are not whole, or a size that is negative
 */
export function rectangle(row: number, column: number, rows: number, columns: number): readonly Plaquette[] {
  if (!([row, column, rows, columns].every(Number.isSafeInteger) && rows >= 0 && columns >= 0)) {
    throw new DomainError(
      `rectangle: a whole corner and size required, got ${rows} × ${columns} at row ${row}, column ${column}`,
    );
  }
  return Array.from(
    { length: rows * columns },
    (_, k): Plaquette => [row + Math.floor(k / columns), column + (k % columns)],
  );
}

/** The plaquettes of the first list that are not in the second. */
export function withoutPlaquettes(all: readonly Plaquette[], removed: readonly Plaquette[]): readonly Plaquette[] {
  return all.filter(([r, c]) => !removed.some(([row, column]) => row === r && column === c));
}

/** All edges around some plaquettes of the L × L torus, ascending: a region with its rim. */
export function edgesOfPlaquettes(size: number, plaquettes: readonly Plaquette[]): readonly number[] {
  const edges = plaquettes.flatMap(([r, c]) => [
    edgeToTheRight(size, r, c),
    edgeToTheRight(size, r + 1, c),
    edgeBelow(size, r, c),
    edgeBelow(size, r, c + 1),
  ]);
  return [...new Set(edges)].sort((a, b) => a - b);
}

/**
 * Regions of edges that do not overlap: an edge between two of the regions belongs to the one that is named first.
 *
 * @throws {DomainError} a plaquette in two regions
 */
export function disjointEdges(
  size: number,
  regions: readonly (readonly Plaquette[])[],
): readonly (readonly number[])[] {
  const names = regions.flat().map(([r, c]) => `${((r % size) + size) % size},${((c % size) + size) % size}`);
  const twice = names.find((name, k) => names.indexOf(name) !== k);
  if (twice !== undefined)
    throw new DomainError(`disjointEdges: plaquettes in one region required, got ${twice} in two`);
  const taken = new Set<number>();
  return regions.map((plaquettes) => {
    const own = edgesOfPlaquettes(size, plaquettes).filter((edge) => !taken.has(edge));
    for (const edge of own) taken.add(edge);
    return own;
  });
}
