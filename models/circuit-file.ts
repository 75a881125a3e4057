import { z } from 'zod';
import { anglesAt, type Circuit, parametrised } from '../src/circuit/circuit.ts';
import { type OpenQasmProgram, readOpenQasm } from '../src/circuit/open-qasm/read-open-qasm.ts';
import { DomainError, ShapeError } from '../src/errors.ts';

/** Options of `circuitFile`. */
export const circuitFileOptions = z.strictObject({
  free: z
    .enum(['inputs', 'arguments', 'rotations'])
    .default('arguments')
    .describe(
      "what is trained: the program's inputs; these and the numbers in its gates (rx(0.3)); or the angle of every rotation",
    ),
  values: z.record(z.string(), z.number()).default({}).describe('values of the inputs, from which training starts'),
  endian: z
    .enum(['big', 'little'])
    .default('big')
    .describe("'big': the program's first qubit is the most significant (ours); 'little': the least (Qiskit)"),
});

export type CircuitFileOptions = z.input<typeof circuitFileOptions>;

/**
 * The circuit of an OpenQASM program with parameters of its own, and their values in the program.
 *
 *     input float a;           ─ Rx(θ₀) ─●────────
 *     rx(a) q[0];                        │
 *     crz(0.3) q[0], q[1];     ──────────Rz(θ₁) ──
 *
 * @param text - see `readOpenQasm`
 * @param name - what to call the program in an error
 * @returns the circuit, and the parameters to start from; none if the inputs have no values
 * @throws {DomainError} as `readOpenQasm`; values for some inputs only, or for none where every rotation is to be free
 */
export function circuitFile(
  text: string,
  options: CircuitFileOptions = {},
  name = 'circuit file',
): { readonly network: Circuit; readonly theta?: Float64Array } {
  const { free, values, endian } = circuitFileOptions.parse(options);
  const isWhole = free === 'rotations';
  const program = readOpenQasm(text, { name, values, endian, free: isWhole ? 'inputs' : free }).value;
  const theta = startingValues(program, name);
  const network = program.circuit;
  if (!isWhole) return { network, ...(theta && { theta }) };
  if (theta === undefined)
    throw new DomainError(`${name}: values of the inputs required to free all rotations, got none`);
  const words = network.gates.map(({ word }) => word);
  return { network: parametrised(network.qubits, words), theta: anglesAt(network, theta) };
}

/** The values of all parameters; undefined if there are only inputs without one. */
function startingValues({ parameters }: OpenQasmProgram, name: string): Float64Array | undefined {
  const missing = parameters.filter(({ value }) => value === null);
  if (missing.length === 0) return Float64Array.from(parameters, ({ value }) => value!);
  if (missing.length === parameters.length) return undefined;
  const names = missing.map((parameter) => `'${parameter.name}'`).join(', ');
  throw new DomainError(`${name}: values of all inputs required for the start of a training, got none of ${names}`);
}

/**
 * The same for a target of so many qubits.
 *
 * @throws {ShapeError} a program of another number of qubits
 */
export function circuitFileFor(
  qubits: number,
  text: string,
  options: CircuitFileOptions,
  name: string,
): ReturnType<typeof circuitFile> {
  const point = circuitFile(text, options, name);
  if (point.network.qubits === qubits) return point;
  throw new ShapeError(`${name}: a circuit of the target's ${qubits} qubits required, got ${point.network.qubits}`);
}
