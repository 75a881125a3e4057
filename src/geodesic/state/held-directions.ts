/** @file What is told of a path that meets its target in some directions only. */

import type { RealMatrix } from '../../linalg/matrix.ts';
import { significant } from '../../number-format.ts';

/** What was reached on one level. */
export interface ReachedLevel {
  /** Directions with singular values above this share of the greatest are kept. */
  readonly level: number;
  /** How many directions are kept, and of how many. */
  readonly kept: number;
  readonly directions: number;
  /** The smallest singular value that is kept, as a share of the greatest. */
  readonly smallest: number;
  /** √(2·energy) of the path: its length, if its speed is constant. */
  readonly length: number;
  /** |x + Jᵀp|/|x| with p in the directions kept: 0 for a shortest path that meets its end in these. */
  readonly slope: number;
  /** How far the path has to move to meet its end in the directions kept. */
  readonly natural: number;
  /** |c| in all directions. */
  readonly miss: number;
}

/** How far a path meets its end, where float64 does not resolve all directions of it. */
export interface HeldLevels {
  /** Level by level, as far as the directions could be met; the last one's are met. */
  readonly levels: readonly ReachedLevel[];
  /**
   * By how much the path becomes longer, to second order, where all directions that float64 resolves are met by the least move m:
   * (|x·m| + ½|m·Hm|)/|x|, H = 1 + Σ_i p_i∇²c_i. A shortest path that meets them is no longer.
   */
  readonly unresolved: number;
}

/** The same, with the directions that the path meets. */
export interface HeldDirections extends HeldLevels {
  /** Those of the last level: orthonormal rows in the coordinates of the end point. */
  readonly directions: RealMatrix;
}

/** The words of a status: which directions of the end are met, and what the others leave open. */
export function heldPhrase({ levels, unresolved }: HeldLevels): string {
  const { kept, directions, smallest } = levels.at(-1)!;
  const met = `its end met in ${kept} of ${directions} directions`;
  const above = `with singular values down to ${significant(smallest)} of the greatest`;
  return `${met}, ${above}, the others making it longer by ${significant(unresolved)} at most, to second order`;
}
