/** @file Circuits of blocks that begin near a matrix-product state: its own gates, put into the places that the circuit has. */

import { type GateSweepOptions, gateSweeps } from '../chain/gate-sweeps.ts';
import type { Chain } from '../chain/matrix-product-state.ts';
import { type PairUnitary, sequentialCircuit } from '../chain/sequential-circuit.ts';
import { type BlockCircuit, circuitOfBlocks } from '../circuit/block-circuit.ts';
import { logarithmBranches } from '../complexity/bi-invariant-length.ts';
import { type ComplexMatrix, identityMatrix } from '../linalg/complex.ts';
import type { Truncation } from '../linalg/kept-values.ts';
import { indexOfWord } from '../operator/pauli-coordinates.ts';
import { solution } from '../optimise/minimise.ts';

/** Options of `disentangledStart`. */
export interface DisentangledOptions extends Partial<Truncation> {
  /** Most passes of `sequentialCircuit`; default 1. Fewer where the circuit has no room for them. */
  readonly passes?: number;
  /** Sweeps in which gates are improved one by one; default 0. */
  readonly sweeps?: number;
}

/** A circuit's coefficients, and how many passes fitted into it. */
export interface DisentangledStart {
  /** h, shape (P,). */
  readonly generators: Float64Array;
  readonly passes: number;
}

/**
 * Coefficients with which a circuit of blocks makes a matrix-product state approximately: the gates that disentangle the
 * state, from the middle outwards, take the first places on their pairs that come late enough, the other gates do nothing.
 * A pass on n qubits takes n/2 layers of a brickwork, and each further one two more. These gates are then improved by sweeps, if
 * that is asked for, the others do nothing still; of all generators of a gate the shortest is taken, without words that the circuit does not have.
 *
 * @param circuit - of blocks on neighbours
 * @param target - a chain of qubits, of any norm but 0
 * @returns no passes and coefficients 0 where the circuit has no room for one
 * @throws {ShapeError | DomainError} as `sequentialCircuit` and `gateSweeps`
 */
export function disentangledStart(
  circuit: BlockCircuit,
  target: Chain,
  { passes: most = 1, sweeps = 0, ...truncation }: DisentangledOptions = {},
): DisentangledStart {
  const idle = circuit.gates.map(({ sites }) => identityMatrix(2 ** sites.length));
  let [unitaries, passes]: [readonly ComplexMatrix[], number] = [idle, 0];
  for (let k = most; k > 0 && passes === 0; k--) {
    const fitted = middlesOf(target.length).map((middle) =>
      embedded(circuit, sequentialCircuit(target, { passes: k, middle, ...truncation }), idle),
    );
    const first = fitted.find((one) => one !== null);
    if (first != null) [unitaries, passes] = [first, k];
  }
  if (sweeps > 0 && passes > 0) unitaries = swept(circuit, unitaries, target, { sweeps, ...truncation });
  return { generators: generatorsOf(circuit, unitaries), passes };
}

/** The unitaries after sweeps over those that do something. */
function swept(
  { qubits, gates }: BlockCircuit,
  unitaries: readonly ComplexMatrix[],
  target: Chain,
  options: GateSweepOptions,
): readonly ComplexMatrix[] {
  const active = [...unitaries.keys()].filter((g) => !isIdentity(unitaries[g]!));
  const part = circuitOfBlocks(
    qubits,
    active.map((g) => gates[g]!),
  );
  const start = active.map((g) => unitaries[g]!);
  const better = solution(gateSweeps(part, start, target, options)).unitaries;
  const found = [...unitaries];
  active.forEach((g, k) => {
    found[g] = better[k]!;
  });
  return found;
}

const isIdentity = ({ rows, interleaved }: ComplexMatrix): boolean => {
  const { interleaved: one } = identityMatrix(rows);
  return interleaved.every((x, k) => x === one[k]);
};

/** Pairs in the middle: one with an even and one with an odd left qubit, the nearer to the middle first. */
function middlesOf(qubits: number): readonly number[] {
  const middle = Math.floor(qubits / 2) - 1;
  return [middle, qubits % 2 === 0 && middle > 0 ? middle - 1 : middle + 1].filter((k) => k >= 0 && k < qubits - 1);
}

/** The circuit's unitaries with the gates in the first places that come after the gates before them; null without room. */
function embedded(
  { gates, qubits }: BlockCircuit,
  found: readonly PairUnitary[],
  idle: readonly ComplexMatrix[],
): readonly ComplexMatrix[] | null {
  const unitaries = [...idle];
  const last = new Array<number>(qubits).fill(-1);
  for (const { left, unitary } of found) {
    const after = Math.max(last[left]!, last[left + 1]!);
    const place = gates.findIndex(
      ({ sites }, g) => g > after && sites.length === 2 && sites[0] === left && sites[1] === left + 1,
    );
    if (place < 0) return null;
    unitaries[place] = unitary;
    last[left] = place;
    last[left + 1] = place;
  }
  return unitaries;
}

/** The shortest generators of unitaries, in the words of the gates. */
function generatorsOf({ gates, parameters }: BlockCircuit, unitaries: readonly ComplexMatrix[]): Float64Array {
  const generators = new Float64Array(parameters);
  let offset = 0;
  gates.forEach(({ words }, g) => {
    const { velocity } = logarithmBranches(unitaries[g]!)[0]!;
    for (const word of words) generators[offset++] = velocity[indexOfWord(word)]!;
  });
  return generators;
}
