/** @file A path of Hamiltonians as the bulk: how well can each of its slices be read from the state at its end? */

import type { Reference } from '../circuit/circuit.ts';
import { DomainError } from '../errors.ts';
import type { PauliWord } from '../operator/pauli.ts';
import { slicePathCircuit } from '../path/slice-path-circuit.ts';
import { type Inferability, inferability } from './inferability.ts';

/** A path in slices: H_k = Σ_P velocity[k][P]·P for the time 1/K each. */
export interface SlicePath {
  readonly words: readonly PauliWord[];
  /** h_kP, shape (K, words). */
  readonly velocity: readonly (readonly number[])[];
  /** What the path starts from; default |0…0⟩. */
  readonly reference?: Reference;
}

/** What a region of the boundary says about a path. */
export interface PathInferability extends Inferability {
  /** F_kk of h_kP, shape (K, words): how much the state at the end moves with it. */
  readonly information: readonly (readonly number[])[];
  /** Resolution of h_kP with all others unknown, shape (K, words); null where it cannot be inferred. */
  readonly resolutions: readonly (readonly (number | null)[])[];
  /** Sums of the information over words and over slices, shapes (K,) and (words,). */
  readonly bySlice: readonly number[];
  readonly byWord: readonly number[];
}

/**
 * Fisher information of the coefficients h_kP of a path of Hamiltonians in the state at its end, as its whole boundary
 * or a region of it sees them. The path is followed by a product formula of fourth order, see `slicePathCircuit`.
 *
 * @param region - sites that are read; default all
 * @param steps - product formulas in a slice; default 2
 * @throws {DomainError} slices of another length than the list of words
 *
 * Cost as `inferability` of a circuit of 10·K·words·steps gates and K·words parameters.
 */
export function pathInferability(path: SlicePath, region?: readonly number[], steps = 2): PathInferability {
  const { words, velocity, reference } = path;
  const wrong = velocity.find((slice) => slice.length !== words.length);
  if (wrong !== undefined) {
    throw new DomainError(
      `pathInferability: ${words.length} coefficients in every slice required, got ${wrong.length}`,
    );
  }
  const circuit = { ...slicePathCircuit(words, velocity.length, steps), ...(reference && { reference }) };
  const known = inferability(circuit, Float64Array.from(velocity.flat()), region);
  const at = (k: number, w: number): number => k * words.length + w;
  const information = velocity.map((_, k) =>
    words.map((__, w) => known.fisher.data[at(k, w) * (known.fisher.rows + 1)]!),
  );
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return {
    ...known,
    information,
    resolutions: velocity.map((_, k) => words.map((__, w) => known.resolution[at(k, w)]!)),
    bySlice: information.map(sum),
    byWord: words.map((_, w) => sum(information.map((row) => row[w]!))),
  };
}
