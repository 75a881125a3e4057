/**
 * @file The target for which two-qubit gates are counted: a state or a unitary, up to its phase, and its symmetries.
 */

import { type Circuit, parametrised } from '../circuit/circuit.ts';
import type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
import { adjoint, multiply, trace, transpose } from '../linalg/matrix.ts';
import { innerProduct } from '../linalg/vector.ts';
import { type PauliWord, place } from '../operator/pauli.ts';
import type { Pair, Placement, PlacementSymmetry } from './gate-placements.ts';

/** A state from |0…0⟩, or a unitary. */
export type GateTarget =
  | { readonly kind: 'state'; readonly qubits: number; readonly amplitudes: ComplexVector }
  | { readonly kind: 'unitary'; readonly qubits: number; readonly matrix: ComplexMatrix };

/** The gates that are counted: CNOTs between arbitrary one-qubit gates, or arbitrary two-qubit gates. */
export type GateFamily = 'cnot' | 'su4';

/** Parameters that each gate adds. */
export const PARAMETERS_PER_GATE: Readonly<Record<GateFamily, number>> = { cnot: 4, su4: 9 };

/**
 * All circuits with gates of the family at a placement and any one-qubit gates, as rotations. A CNOT is exp(−iπ/4·ZZ)
 * up to one-qubit gates, and lets rotations about Z pass: each adds 4 parameters, a gate of SU(4) adds 9, to 2 (on |0⟩)
 * or 3 for each qubit. A unitary acts on one half of entangled pairs, so that the state it makes is √2⁻ⁿ Σ_k U|k⟩|k⟩.
 */
export function circuitsAt({ kind, qubits }: GateTarget, family: GateFamily, placement: Placement): Circuit {
  const turns = (letters: string, on: readonly number[]): readonly PauliWord[] =>
    on.flatMap((qubit) => [...letters].map((letter) => place(qubits, { [qubit]: letter })));
  const joined = (letters: string, [a, b]: Pair): readonly PauliWord[] =>
    [...letters].map((letter) => place(qubits, { [a]: letter, [b]: letter }));
  const all = Array.from({ length: qubits }, (_, qubit) => qubit);
  const first = turns(kind === 'state' ? 'XZ' : 'ZXZ', all);
  const blocks = placement.map((pair) =>
    family === 'cnot'
      ? { fixed: joined('Z', pair), words: turns('XZ', pair) }
      : { fixed: [], words: [...joined('XYZ', pair), ...turns('ZXZ', pair)] },
  );
  const size = 2 ** qubits;
  const spectrum = new Array<number>(size).fill(1 / size);
  const circuit = parametrised(qubits, [], kind === 'unitary' ? { spectrum } : undefined);
  let parameters = 0;
  const free = (words: readonly PauliWord[]) => words.map((word) => ({ word, angle: { parameter: parameters++ } }));
  const quarter = (words: readonly PauliWord[]) => words.map((word) => ({ word, angle: Math.PI / 2 }));
  const gates = [...free(first), ...blocks.flatMap(({ fixed, words }) => [...quarter(fixed), ...free(words)])];
  return { ...circuit, gates, parameters };
}

/** The vector that `circuitsAt` is to make: the state, or the entries of the unitary, row by row, over √2ⁿ. */
export function targetVector(target: GateTarget): ComplexVector {
  if (target.kind === 'state') return target.amplitudes;
  const { rows, interleaved } = target.matrix;
  return { length: rows * rows, interleaved: interleaved.map((x) => x / Math.sqrt(rows)) };
}

/** Largest difference that is taken for rounding. */
const EQUAL = 1e-10;

/**
 * The permutations of qubits that keep the pairs and the target; for a unitary also those that make it its adjoint or
 * its transpose, which a circuit read backwards makes. The identity is among them.
 */
export function symmetriesOf(target: GateTarget, pairs: readonly Pair[]): readonly PlacementSymmetry[] {
  const keys = new Set(pairs.map(([a, b]) => `${a} ${b}`));
  const kept = permutations(target.qubits).filter((permutation) =>
    pairs.every(([a, b]) => {
      const [c, d] = [permutation[a]!, permutation[b]!];
      return keys.has(`${Math.min(c, d)} ${Math.max(c, d)}`);
    }),
  );
  return kept.flatMap((permutation): readonly PlacementSymmetry[] => {
    const image = renamed(target, permutation);
    const found = isSame(image, target) ? [{ permutation, reversed: false }] : [];
    if (target.kind === 'state' || image.kind === 'state') return found;
    const backwards = [adjoint(target.matrix), transpose(target.matrix)].some((matrix) =>
      isSame(image, { ...target, matrix }),
    );
    return backwards ? [...found, { permutation, reversed: true }] : found;
  });
}

function isSame(a: GateTarget, b: GateTarget): boolean {
  if (a.kind === 'state' && b.kind === 'state') {
    return 1 - Math.hypot(...innerProduct(a.amplitudes, b.amplitudes)) < EQUAL;
  }
  if (a.kind === 'state' || b.kind === 'state') return false;
  return 1 - Math.hypot(...trace(multiply(a.matrix, b.matrix, { adjointA: true }))) / a.matrix.rows < EQUAL;
}

/** The target with qubit q renamed permutation[q]. */
function renamed(target: GateTarget, permutation: readonly number[]): GateTarget {
  const { qubits } = target;
  const size = 2 ** qubits;
  const index = (from: number): number =>
    permutation.reduce((to, q, k) => to | (((from >> (qubits - 1 - k)) & 1) << (qubits - 1 - q)), 0);
  if (target.kind === 'state') {
    const interleaved = new Float64Array(2 * size);
    for (let k = 0; k < size; k++) {
      interleaved.set(target.amplitudes.interleaved.subarray(2 * k, 2 * k + 2), 2 * index(k));
    }
    return { ...target, amplitudes: { length: size, interleaved } };
  }
  const interleaved = new Float64Array(2 * size * size);
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < size; k++) {
      const from = 2 * (j * size + k);
      interleaved.set(target.matrix.interleaved.subarray(from, from + 2), 2 * (index(j) * size + index(k)));
    }
  }
  return { ...target, matrix: { ...target.matrix, interleaved } };
}

function permutations(count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return permutations(count - 1).flatMap((shorter) =>
    Array.from({ length: count }, (_, at) => shorter.toSpliced(at, 0, count - 1)),
  );
}
