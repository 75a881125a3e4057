/**
 * @file Stabiliser states as targets: graph states of qudits, the toric code, random groups, Clifford circuits, files.
 */

import * as z from 'zod';
import { stabiliserGroupOfCircuit } from '../src/circuit/clifford-circuit.ts';
import { readOpenQasm } from '../src/circuit/open-qasm/read-open-qasm.ts';
import { randomCliffordCircuit } from '../src/circuit/random-clifford.ts';
import { DomainError } from '../src/errors.ts';
import { stabiliserState } from '../src/generative/stabiliser-rules.ts';
import type { StabiliserState } from '../src/generative/target-state.ts';
import { randomStream } from '../src/linalg/random.ts';
import type { Lattice } from '../src/operator/lattice.ts';
import { latticeSpec } from '../src/operator/lattice-spec.ts';
import { setDigit, zeroDigits } from '../src/stabiliser/digit-matrix.ts';
import { stabiliserGroup } from '../src/stabiliser/given-generators.ts';
import { checkPrime } from '../src/stabiliser/prime-field.ts';
import { randomStabiliserState } from '../src/stabiliser/random-stabilisers.ts';
import { stabiliserGroupOfFile } from '../src/stabiliser/stabiliser-file.ts';
import { generatorRows } from '../src/stabiliser/stabiliser-group.ts';
import { toricCode } from '../src/systems/topological-order/toric-code.ts';

/** Most qudits of a target: half of a thousand, whose intervals and pairs a record still holds. */
const LARGEST = 512;

const qudits = z.number().int().min(1).max(LARGEST);
const prime = z.number().int().min(2).max(65521).default(2).describe('dimension of each qudit, a prime');
const seed = z.number().int().default(1).describe('seed; the same seed gives the same state');

export const stabiliserGraphOptions = z.strictObject({
  qudits: qudits.describe('number of qudits'),
  prime,
  lattice: latticeSpec.default('chain').describe('edges of the graph; a chain gives the linear cluster state'),
});

/**
 * The graph state of qudits, fixed by X_i Π_{j∼i} Z_j, of any size; for few qubits the state of `graph`.
 *
 * @throws {DomainError} not a prime
 */
export function stabiliserGraph({ sites, edges }: Lattice, prime = 2): StabiliserState {
  checkPrime(prime, 'stabiliserGraph');
  const [x, z] = [zeroDigits(prime, sites, sites), zeroDigits(prime, sites, sites)];
  for (let q = 0; q < sites; q++) setDigit(x, q, q, 1);
  for (const [a, b] of edges) {
    setDigit(z, a, b, 1);
    setDigit(z, b, a, 1);
  }
  const phases = new Uint16Array(sites);
  const group = { kind: 'stabiliser', prime, qudits: sites, x, z, phases } as const;
  return stabiliserState(`stabiliser-graph(${sites}, ${prime})`, group);
}

export const toricCodeOptions = z.strictObject({
  size: z.number().int().min(2).max(16).describe('size L of the torus: 2L² qudits on its edges'),
  prime,
  logical: z
    .enum(['mixed', 'zero'])
    .default('zero')
    .describe("'zero': the state with Z = 1 along both loops; 'mixed': all p² states of the code equally"),
});

/** A state of the toric code as a target, see `toricCode`. */
export function toricCodeState({ size, prime, logical }: z.output<typeof toricCodeOptions>): StabiliserState {
  return stabiliserState(`toric-code(${size}, ${prime})`, toricCode(size, prime, { logical }));
}

export const randomStabiliserOptions = z.strictObject({
  qudits: qudits.describe('number of qudits'),
  prime,
  generators: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('number of independent generators; fewer than qudits leave a mixed state. Default a pure state'),
  seed,
});

/**
 * A uniformly random stabiliser state; mixed, if fewer generators are kept.
 *
 * @param generators - default as many as qudits
 * @throws {DomainError} not a prime, or not a positive number of qudits
 */
export function randomStabiliser(qudits: number, prime = 2, seed = 1, generators = qudits): StabiliserState {
  const pure = randomStabiliserState(randomStream(seed, 'random stabiliser'), prime, qudits);
  const name = `random-stabiliser(${qudits}, ${prime}, ${seed})`;
  if (generators >= qudits) return stabiliserState(name, pure);
  const rows = generatorRows(pure);
  const part = stabiliserGroup(prime, qudits, rows.generators.slice(0, generators), rows.phases.slice(0, generators));
  return stabiliserState(name, part);
}

export const cliffordCircuitOptions = z.strictObject({
  qubits: z.number().int().min(2).max(LARGEST).optional().describe('number of qubits of a random circuit'),
  depth: z.number().int().min(0).max(1000).default(4).describe('number of its layers'),
  seed,
  path: z.string().min(1).optional().describe('an OpenQASM file with a Clifford circuit, in place of a random one'),
});

/** The state of a brickwall of random two-qubit Clifford gates on |0…0⟩, see `randomCliffordCircuit`. */
export function cliffordCircuit(qubits: number, depth: number, seed = 1): StabiliserState {
  const circuit = randomCliffordCircuit(randomStream(seed, 'Clifford circuit'), qubits, depth);
  const group = stabiliserGroupOfCircuit(circuit, new Float64Array(0));
  return stabiliserState(`clifford-circuit(${qubits}, ${depth}, ${seed})`, group);
}

/**
 * The state of a Clifford circuit in OpenQASM 2 or 3.
 *
 * @param text - see `readOpenQasm`
 * @throws {DomainError} no program, a gate that is no Clifford gate, or more than 512 qubits
 */
export function cliffordCircuitOfText(text: string, name: string): StabiliserState {
  const { circuit } = readOpenQasm(text, { name }).value;
  checkQudits(circuit.qubits, name);
  return stabiliserState(name, stabiliserGroupOfCircuit(circuit, new Float64Array(0)));
}

/** @throws {DomainError} more qudits than a target may have; the file is named */
function checkQudits(qudits: number, path: string): void {
  if (qudits > LARGEST) throw new DomainError(`${path}: at most ${LARGEST} qudits possible, got ${qudits}`);
}

export const stabiliserFileOptions = z.strictObject({
  path: z
    .string()
    .min(1)
    .describe(
      "a generator a line ('-XZZXI', 'X1 Z2 I'), or .json {prime, generators: words or numbers, phases, sites}",
    ),
  prime: prime.describe('dimension of each qudit, for a file of lines'),
});

/**
 * The stabiliser state in a file, see `stabiliserGroupOfFile`.
 *
 * @throws {DomainError} a file that cannot be read, or more than 512 qudits
 */
export function stabiliserOfFile(bytes: Uint8Array, path: string, prime = 2): StabiliserState {
  const { group, sites } = stabiliserGroupOfFile(bytes, path, prime);
  checkQudits(group.qudits, path);
  return stabiliserState(path, group, sites);
}
