/** @file A list of rotations as flat arrays: what a whole circuit is to the engine. */

/**
 * Signed bit permutations P_g in the order in which their rotations act, one entry of each array for a rotation; see
 * `BitOperator`. An engine remembers its plan for these arrays, so keep and reuse the record; it must not change.
 */
export interface RotationWords {
  readonly flip: Int32Array;
  readonly sign: Int32Array;
  readonly quarterTurns: Uint8Array;
}

/** The product of the rotations exp(−i·angle_g·P_g/2), the first entry acting first. */
export interface RotationProgram {
  readonly words: RotationWords;
  /** The angles in radians, one for each word. */
  readonly angles: Float64Array;
}
