/** @file Superpositions: what becomes of entropies and distances. */

import { dicke } from '../../../datasets/dicke.ts';
import { haarRandom } from '../../../datasets/haar-random.ts';
import { w } from '../../../datasets/w.ts';
import { type SuperpositionGeometry, superpositionGeometry } from '../../../src/bulk/superposition-geometry.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { columnOf, kronecker, matrixOfColumns } from '../../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { addScaled, innerProduct, scaledVector } from '../../../src/linalg/vector.ts';
import { isingState } from './states.ts';

/** A superposition of two states. */
export interface Superposed extends SuperpositionGeometry {
  readonly name: string;
  /** Whether the parts can be told apart on the region of half of the sites and on the rest. */
  readonly isTold: boolean;
}

/**
 * The two vacua of an ordered Ising chain, (even ± odd)/√2, with the phase for which the first has the greatest ⟨X⟩ on
 * the first site.
 */
export function orderedVacua(qubits: number, field: number): readonly [ComplexVector, ComplexVector] {
  const [even, odd] = [isingState(qubits, field, 'even').amplitudes, isingState(qubits, field, 'odd').amplitudes];
  const half = even.length; // real numbers of half of the amplitudes: X on the first site exchanges the halves
  const flipped = {
    ...even,
    interleaved: Float64Array.from(even.interleaved, (_, k) => even.interleaved[(k + half) % (2 * half)]!),
  };
  const [re, im] = innerProduct(odd, flipped);
  const size = Math.hypot(re, im);
  const turned = scaledVector([re / size, im / size], odd);
  const vacuum = (sign: 1 | -1): ComplexVector => scaledVector([Math.SQRT1_2, 0], addScaled(even, [sign, 0], turned));
  return [vacuum(1), vacuum(-1)];
}

/** Random states that the first and the last qubit tell apart. */
function labelled(qubits: number, seed: number): readonly ComplexVector[] {
  const stream = randomStream(seed, 'labelled states');
  return [0, 1].map((label) => {
    const end = matrixOfColumns([{ length: 2, interleaved: Float64Array.of(1 - label, 0, label, 0) }]);
    const middle = matrixOfColumns([randomVector(2 ** (qubits - 2), stream)]);
    return columnOf(kronecker(kronecker(end, middle), end), 0);
  });
}

/** Pairs of states and their equal superposition. */
export function superpositions(qubits: number, seed: number): readonly Superposed[] {
  const dimensions = new Array<number>(qubits).fill(2);
  const cases: readonly (readonly [string, readonly ComplexVector[], boolean])[] = [
    ['vacua of the ordered Ising chain, h = 0.5', orderedVacua(qubits, 0.5), false],
    ['W and W̄', [w(qubits).amplitudes, dicke(qubits, qubits - 1).amplitudes], true],
    ['random states with a label at both ends', labelled(qubits, seed), true],
    ['two random states', [haarRandom(qubits, seed).amplitudes, haarRandom(qubits, seed + 1).amplitudes], false],
    ['a state with itself', [isingState(qubits, 1).amplitudes, isingState(qubits, 1).amplitudes], false],
  ];
  return cases.map(([name, states, isTold]) => ({ name, isTold, ...superpositionGeometry(states, dimensions) }));
}
