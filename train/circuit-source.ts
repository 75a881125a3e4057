/** @file Circuits as they are named in a request or a study: OpenQASM programs, from a file or as text. */

import { z } from 'zod';
import type { DatasetContext } from '../datasets/targets.ts';
import type { Circuit } from '../src/circuit/circuit.ts';
import { type OpenQasmProgram, readOpenQasm } from '../src/circuit/open-qasm/read-open-qasm.ts';
import { DomainError } from '../src/errors.ts';
import type { NetworkPoint } from '../src/network-point.ts';

export const circuitOptions = z.strictObject({
  path: z.string().min(1).optional().describe('.qasm file, in place of program'),
  program: z.string().min(1).optional().describe('OpenQASM 2 or 3'),
  values: z.record(z.string(), z.number()).optional().describe('values of its inputs, {theta: 0.5, …}'),
  endian: z
    .enum(['big', 'little'])
    .default('big')
    .describe("'big': its first qubit is the most significant bit (ours); 'little': the least (Qiskit)"),
});

/** A circuit as it stands in a request. */
export type CircuitSpec = z.output<typeof circuitOptions>;

/** @throws {DomainError} neither or both of path and program, or no program that is understood; the message names the file */
function programOf(spec: CircuitSpec, free: 'unbound' | 'arguments', { read }: DatasetContext): OpenQasmProgram {
  const { path, program, values, endian } = spec;
  if ((path === undefined) === (program === undefined)) {
    throw new DomainError('circuit: either path or program required');
  }
  const text = program ?? new TextDecoder().decode(read(path!));
  return readOpenQasm(text, { name: path ?? 'program', free, endian, ...(values && { values }) }).value;
}

/**
 * The circuit of a program without free inputs.
 *
 * @throws {DomainError} as above, or an input without a value
 */
export function circuitOfSpec(spec: CircuitSpec, context: DatasetContext): Circuit {
  const { circuit, parameters } = programOf(spec, 'unbound', context);
  if (parameters.length === 0) return circuit;
  const names = parameters.map(({ name }) => name).join(', ');
  throw new DomainError(`circuit.values: a value of each input required, got none of ${names}`);
}

/** The circuit of a program with a parameter for every input, and every number that it hands to a gate. */
export function circuitPoint(spec: CircuitSpec, context: DatasetContext): NetworkPoint<Circuit> {
  const { circuit, parameters } = programOf(spec, 'arguments', context);
  const unknown = parameters.filter(({ value }) => value === null);
  if (unknown.length === 0) {
    return { network: circuit, theta: Float64Array.from(parameters, ({ value }) => value!) };
  }
  const names = unknown.map(({ name }) => name).join(', ');
  throw new DomainError(`circuit.values: a value of each input required, got none of ${names}`);
}
