/** @file A contraction path that fits into memory, or an error before anything is allocated. */

import { pathCost } from '../contraction/contraction-cost.ts';
import type { ContractionPath, Leg } from '../contraction/contraction-graph.ts';
import { contractionPath } from '../contraction/contraction-path.ts';
import { DomainError } from '../errors.ts';

/** Most entries of an intermediate tensor, and how many times more a path found at once may have for a better one to be sought. */
const [MOST_ENTRIES, HOPE] = [2 ** 25, 16];

/**
 * A good path and the entries of its largest intermediate tensor.
 *
 * @throws {DomainError} more than 2^25 entries
 */
export function fittingPath(
  legs: readonly (readonly Leg[])[],
  dimensions: Readonly<Record<Leg, number>>,
  output: readonly Leg[],
): { readonly path: ContractionPath; readonly peak: number } {
  const peakOf = (path: ContractionPath): number => pathCost(legs, dimensions, path, output).peak;
  check(peakOf(contractionPath(legs, dimensions, output, { steps: 0 })), HOPE);
  const path = contractionPath(legs, dimensions, output);
  const peak = peakOf(path);
  check(peak, 1);
  return { path, peak };
}

function check(peak: number, hope: number): void {
  if (peak <= hope * MOST_ENTRIES) return;
  throw new DomainError(
    `bornMachine: intermediate tensors of at most ${MOST_ENTRIES} entries required, got ${peak}: a smaller bond or a narrower network fits`,
  );
}
