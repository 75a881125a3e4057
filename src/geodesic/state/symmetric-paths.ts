/** @file What is told of a search among symmetric paths. */

import { counted } from '../../number-format.ts';

/** Symmetric paths among which a search was made, and what is known of their place among all. */
export interface SymmetricPaths {
  /** Real dimension of the symmetric states, and number of controls. */
  readonly dimension: number;
  readonly controls: number;
  /**
   * Whether a shorter path of as many slices was found among all paths near the symmetric one, and is the result; false if the symmetric
   * one was found to be a minimum; null if that was not sought, or not settled.
   */
  readonly broken: boolean | null;
}

/** The words of a status: among which paths the search was made. */
export function symmetricPhrase({ dimension, controls, broken }: SymmetricPaths): string {
  const among = `searched among symmetric paths (${counted(controls, 'control')}, ${dimension} real dimensions)`;
  if (broken === null) return among;
  return broken ? `${among}, shortened by breaking the symmetry` : `${among}, none shorter beside it`;
}
