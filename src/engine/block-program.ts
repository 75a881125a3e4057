/** @file Gates on one or two bits given by their generators: what a circuit of blocks is to the engine. */

import type { RotationWords } from './rotation-program.ts';

/**
 * The gates exp(−i Σ_p h_p P_p), the first acting first. An engine remembers its plan for this record, so keep and reuse it; it
 * must not change.
 */
export interface BlockProgram {
  /** The bits of each gate, one or two, ascending. */
  readonly bits: readonly (readonly number[])[];
  /** For each gate, where its words end among all words. */
  readonly ends: Int32Array;
  /** The words P_p of all gates, on the bits of their gates: bit k of a mask is the k-th bit of the gate. */
  readonly words: RotationWords;
}

/** The gates for given coefficients, as `exponentiate` leaves them; the rest of 32 numbers is 0 for a gate on one bit. */
export interface BlockUnitaries {
  /** U, d × d, row-major, interleaved; 32 numbers for each gate. Basis states are numbered by the gate's bits, the lowest first. */
  readonly matrices: Float64Array;
  /** Eigenvectors of the generator as columns, in the same form. */
  readonly vectors: Float64Array;
  /** Its eigenvalues, four numbers for each gate. */
  readonly values: Float64Array;
}

/** Numbers of a matrix, and of eigenvalues, of each gate. */
export const MATRIX_NUMBERS = 32;
export const VALUE_NUMBERS = 4;

/** The matrix of gate g, a view. */
export const blockMatrix = ({ bits }: BlockProgram, { matrices }: Pick<BlockUnitaries, 'matrices'>, g: number) =>
  matrices.subarray(MATRIX_NUMBERS * g, MATRIX_NUMBERS * g + 2 * 4 ** bits[g]!.length);
