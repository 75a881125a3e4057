/** @file Problems of paths that the tests share. */

import { controlWords } from '../../src/complexity/controls.ts';
import { bitCount } from '../../src/engine/bits.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import type { PathProblem } from '../../src/path/state-path.ts';
import { zeroState } from '../../src/state/zero-state.ts';

/** From the target to |0…0⟩ by words of one qubit and of neighbours. */
export function problemOf(target: ComplexVector, slices: number): PathProblem {
  const qubits = Math.log2(target.length);
  return {
    controls: controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, qubits),
    slices,
    from: target,
    to: zeroState(qubits),
    amplitudeWeights: Float64Array.from({ length: target.length }, (_, b) => Math.max(1, bitCount(b))),
  };
}
