/** @file Equal superpositions of chosen basis states. */

import type { PureState } from '../src/generative/target-state.ts';
import { zeroVector } from '../src/linalg/complex.ts';

/** The state N^{−1/2} Σ_b |b⟩ over the N basis states that are chosen, on the given number of qubits. */
export function superposition(name: string, qubits: number, isChosen: (b: number) => boolean): PureState {
  const amplitudes = zeroVector(2 ** qubits);
  let count = 0;
  for (let b = 0; b < amplitudes.length; b++) if (isChosen(b)) count++;
  for (let b = 0; b < amplitudes.length; b++) if (isChosen(b)) amplitudes.interleaved[2 * b] = 1 / Math.sqrt(count);
  return { kind: 'pure', name, dimensions: new Array(qubits).fill(2), amplitudes };
}
