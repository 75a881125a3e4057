/** @file Groups of opposite turns of neighbours: where they keep a state, each pair is one qubit of states |00⟩ and |11⟩. */

import type { ComplexVector } from '../../linalg/complex.ts';
import { oppositeTurns, type StateSymmetry } from './state-symmetry.ts';

/** ‖ψ‖ of the part in which the qubits of some pair differ up to which a state counts as unchanged. */
const TOLERANCE = 1e-8;

/**
 * The ways to make pairs of neighbours, of which opposite turns about Z keep a state: one for an even number of qubits, (0, 1), (2, 3), …;
 * for an odd number one for each qubit that can be left over, 0, 2, … up to the middle. The shortest paths known to GHZ states on chains
 * of four to eight qubits are of this kind. None where the state is changed by it, or has a single qubit.
 *
 * @param psi - shape (2ⁿ,)
 */
export function neighbourPairs({ length, interleaved }: ComplexVector): readonly (readonly StateSymmetry[])[] {
  const qubits = Math.log2(length);
  const leftOver = qubits % 2 === 0 ? [qubits] : Array.from({ length: Math.ceil((qubits + 1) / 4) }, (_, k) => 2 * k);
  return leftOver.flatMap((single) => {
    const firsts = Array.from({ length: Math.floor(qubits / 2) }, (_, k) => (2 * k < single ? 2 * k : 2 * k + 1));
    const unequal = (b: number): boolean =>
      firsts.some((a) => ((b >> (qubits - 1 - a)) & 1) !== ((b >> (qubits - 2 - a)) & 1));
    let square = 0;
    for (let b = 0; b < length; b++) if (unequal(b)) square += interleaved[2 * b]! ** 2 + interleaved[2 * b + 1]! ** 2;
    if (Math.sqrt(square) > TOLERANCE || firsts.length === 0) return [];
    return [firsts.map((a) => oppositeTurns(qubits, a, a + 1))];
  });
}
