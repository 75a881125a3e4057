/** @file A geodesic of a sector on 2ⁿ amplitudes. */

import { type QubitBlocks, refinedVector } from '../../state/symmetric-vector.ts';
import type { StatePoint } from '../state/state-flow.ts';

/**
 * |0…0⟩ and the costate of a geodesic, carried over from symmetric blocks to 2ⁿ amplitudes: `stateFlow` with all words of the
 * sector's metric runs the same path there, for a costate that is symmetric stays so.
 *
 * @param start - shape (Π(n_i + 1),) each
 * @returns shape (2ⁿ,) each, interleaved; the qubits of block 0 are the leftmost
 */
export function embeddedStart({ blocks }: QubitBlocks, { state, costate }: StatePoint): StatePoint {
  const singles = { blocks: blocks.flatMap((n) => new Array<number>(n).fill(1)) };
  const moved = (interleaved: Float64Array): Float64Array =>
    refinedVector({ blocks }, singles, { length: interleaved.length / 2, interleaved }).interleaved;
  return { state: moved(state), costate: moved(costate) };
}
