/** @file States and unitaries of circuits in OpenQASM files. */

import { globalPhaseGate } from '../src/circuit/global-phase.ts';
import { type OpenQasmProgram, readOpenQasm } from '../src/circuit/open-qasm/read-open-qasm.ts';
import { runCircuit } from '../src/circuit/run-circuit.ts';
import { DomainError } from '../src/errors.ts';
import type { PureState } from '../src/generative/target-state.ts';
import { type ComplexMatrix, type ComplexVector, identityMatrix } from '../src/linalg/complex.ts';
import { checkSize, PURE_LIMIT } from './register-size.ts';

/** How a program is read as a state or unitary. */
export interface ProgramReading {
  /** Whether the first qubit of the program is the most significant ('big', default) or the least ('little': Qiskit's). */
  readonly endian?: 'big' | 'little';
  /** Values of all inputs of the program. */
  readonly values?: Readonly<Record<string, number>>;
}

/** Most qubits of a unitary: a matrix of 16 MB. */
const UNITARY_LIMIT = 10;
/** Most amplitudes that the rotations of a program may change, together. */
const MOST_CHANGES = 2 ** 36;

/** Whether a file is a program, by its name. */
export const isOpenQasm = (path: string): boolean => /\.qasm$/i.test(path);

/**
 * The state that a program makes of |0…0⟩, with its global phase.
 *
 * @param path - its name, before the line and column of mistakes
 * @throws {DomainError} as `readOpenQasm`; an input without a value; too many qubits or gates
 */
export function stateOfProgram(bytes: Uint8Array, path: string, reading: ProgramReading = {}): PureState {
  const program = boundProgram(bytes, path, reading);
  const { qubits } = program.circuit;
  checkSize(path, qubits, PURE_LIMIT);
  return { kind: 'pure', name: path, dimensions: new Array<number>(qubits).fill(2), amplitudes: ran(program, path) };
}

/**
 * The unitary of a program with its global phase, shape (2ⁿ, 2ⁿ).
 *
 * @param path - its name, before the line and column of mistakes
 * @throws {DomainError} as `readOpenQasm`; an input without a value; too many qubits or gates
 */
export function unitaryOfProgram(bytes: Uint8Array, path: string, reading: ProgramReading = {}): ComplexMatrix {
  const program = boundProgram(bytes, path, reading);
  checkSize(path, program.circuit.qubits, UNITARY_LIMIT, 1, (n) => 4 ** n);
  const size = 2 ** program.circuit.qubits;
  const identity = { length: size * size, interleaved: identityMatrix(size).interleaved };
  return { rows: size, cols: size, interleaved: ran(program, path, identity).interleaved };
}

function boundProgram(bytes: Uint8Array, path: string, reading: ProgramReading): OpenQasmProgram {
  const { value } = readOpenQasm(new TextDecoder().decode(bytes), { name: path, ...reading });
  if (value.parameters.length === 0) return value;
  const names = value.parameters.map(({ name }) => `'${name}'`).join(', ');
  throw new DomainError(`${path}: values of all inputs required, got none of ${names}`);
}

/** The program carried out, of which its global phase is a gate. */
function ran({ circuit, phase }: OpenQasmProgram, path: string, input?: ComplexVector): ComplexVector {
  const gates = [...circuit.gates, ...phase.flatMap((angle) => globalPhaseGate(circuit.qubits, angle as number))];
  const changes = gates.length * (input?.length ?? 2 ** circuit.qubits);
  if (changes > MOST_CHANGES) {
    throw new DomainError(`${path}: at most ${MOST_CHANGES} changes of amplitudes required, got ${changes}`);
  }
  return runCircuit({ ...circuit, gates }, new Float64Array(0), input);
}
