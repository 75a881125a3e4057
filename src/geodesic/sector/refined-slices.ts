/** @file Sliced paths of symmetric blocks in smaller blocks. */

import { ShapeError } from '../../errors.ts';
import { partsOf } from '../../state/symmetric-vector.ts';
import type { LetterCounts } from './collective-operators.ts';
import type { BegunPath } from './sector-search.ts';
import type { YoungSector } from './young-sector.ts';

/**
 * The same path where only smaller blocks are symmetric: the words of an orbit keep their common coefficient. If the path is shortest
 * in its own sector, it is stationary here, and a saddle where symmetry is broken; `newtonDescent` leaves it.
 *
 * @param to - the blocks of `from`, each in one or more parts, in this order, with all words of `from`
 * @throws {ShapeError} other blocks than parts of those given, or a path with another number of controls
 */
export function refinedSlices(from: YoungSector, to: YoungSector, path: BegunPath): BegunPath {
  const { slices, coordinates } = path;
  const controls = from.letters.length;
  if (coordinates.length !== slices * controls) {
    throw new ShapeError(`refinedSlices: ${controls} controls required, got ${coordinates.length / slices}`);
  }
  const parts = partsOf(from.blocks, to.blocks);
  if (parts === null) {
    throw new ShapeError(`refinedSlices: parts of the blocks ${from.blocks} required, got ${to.blocks}`);
  }
  const placeOf = new Map(from.letters.map((letters, a) => [letters.join(';'), a]));
  const origins = to.letters.map((letters, b) => {
    const a = placeOf.get(parts.map((part) => summed(part.map((block) => letters[block]!))).join(';'))!;
    return { a, factor: Math.sqrt(from.inverseWeights[a]! / to.inverseWeights[b]!) };
  });
  const refined = Array.from({ length: slices }, (_, k) =>
    origins.map(({ a, factor }) => factor * coordinates[k * controls + a]!),
  );
  return { slices, coordinates: Float64Array.from(refined.flat()) };
}

const summed = (counts: readonly LetterCounts[]): LetterCounts =>
  counts.reduce<LetterCounts>(([x, y, z], [a, b, c]) => [x + a, y + b, z + c], [0, 0, 0]);
