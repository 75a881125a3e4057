/** @file What a search for shortest paths needs to know of a space of symmetric states. */

import type { ControlSpace } from '../state/control-space.ts';

/** A space of symmetric states whose first basis state is |0…0⟩, in which geodesics of the full problem run. */
export interface StateSector extends ControlSpace {
  /** Whether all controls keep real states real. */
  readonly real: boolean;
  /** Whether all controls flip an even number of qubits. */
  readonly parity: boolean;
  /** Number of ones in each basis state, shape (d,): how many qubits differ from |0…0⟩. */
  readonly wrongQubits: Float64Array;
}
