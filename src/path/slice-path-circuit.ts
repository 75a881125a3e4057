/** @file A path of Hamiltonians in slices as a circuit whose parameters are the path's coefficients. */

import type { Circuit, Rotation } from '../circuit/circuit.ts';
import { DomainError } from '../errors.ts';
import type { PauliWord } from '../operator/pauli.ts';

/**
 * The circuit of a path U = Π_k exp(−iH_k/K), H_k = Σ_P h_kP P, with the h_kP as parameters: slice k and word P have the
 * index k·words + P. Each slice is a symmetric product formula of fourth order, repeated, so that the circuit's state and
 * all its derivatives by h are those of the path up to an error of order (1/(K·steps))⁴.
 *
 * @param words - the controls, of the same length, none the identity
 * @param slices - K
 * @param steps - product formulas in a slice; default 1
 * @throws {DomainError} no words, the identity among them, or numbers that are not positive whole ones
 *
 * @see Suzuki, Phys. Lett. A 146, 319 (1990)
 */
export function slicePathCircuit(words: readonly PauliWord[], slices: number, steps = 1): Circuit {
  const qubits = words[0]?.length ?? 0;
  if (qubits === 0 || words.some((word) => word.length !== qubits || !/[XYZ]/.test(word))) {
    throw new DomainError(`slicePathCircuit: words other than the identity, of one length, required, got [${words}]`);
  }
  if (!(Number.isInteger(slices) && slices > 0 && Number.isInteger(steps) && steps > 0)) {
    throw new DomainError(`slicePathCircuit: whole numbers of slices and steps required, got ${slices} and ${steps}`);
  }
  const outer = 1 / (4 - 4 ** (1 / 3));
  const shares = [outer, outer, 1 - 4 * outer, outer, outer];
  const gates = Array.from({ length: slices }, (_, slice) => {
    const sweep = (share: number): readonly Rotation[] => {
      const half = words.map(
        (word, w): Rotation => ({
          word,
          angle: { parameter: slice * words.length + w, scale: share / (slices * steps) }, // 2 · h · half a step
        }),
      );
      return [...half, ...half.toReversed()];
    };
    return Array.from({ length: steps }, () => shares.flatMap(sweep)).flat();
  }).flat();
  return { kind: 'circuit', qubits, parameters: slices * words.length, gates };
}
