/** @file The catalogue of target unitaries: named gates, random and Fourier matrices, evolutions, files. */

import * as z from 'zod';
import { built, type Chosen, chosenFrom } from '../src/catalogue.ts';
import { DomainError } from '../src/errors.ts';
import { type ComplexMatrix, identityMatrix, zeroMatrix } from '../src/linalg/complex.ts';
import { addScaledMatrix, frobeniusNorm, multiply, scaledMatrix } from '../src/linalg/matrix.ts';
import { matrixExponential } from '../src/linalg/matrix-exponential.ts';
import { polarFactor } from '../src/linalg/polar.ts';
import { randomStream, randomUnitary } from '../src/linalg/random.ts';
import { significant } from '../src/number-format.ts';
import { hamiltonianOfSpec, hamiltonianSpec } from '../src/operator/hamiltonian-spec.ts';
import { pauliSumMatrix } from '../src/operator/pauli-sum.ts';
import { arrayOfFile } from './file.ts';
import { isOpenQasm, unitaryOfProgram } from './open-qasm.ts';
import type { CatalogueEntry, DatasetContext } from './targets.ts';

/** A unitary to be reached, with its name. */
export interface TargetUnitary {
  readonly name: string;
  readonly qubits: number;
  /** Shape (2ⁿ, 2ⁿ), qubit 0 most significant. */
  readonly matrix: ComplexMatrix;
}

/** The matrix that sends the basis state k to phases[k]·|images[k]⟩, phases ±1. */
function signedPermutation(
  size: number,
  image: (k: number) => number,
  sign: (k: number) => number = () => 1,
): ComplexMatrix {
  const matrix = zeroMatrix(size, size);
  for (let k = 0; k < size; k++) matrix.interleaved[2 * (image(k) * size + k)] = sign(k);
  return matrix;
}

/** The NOT of the last qubit where all others are 1: CNOT for n = 2, Toffoli for n = 3. */
export function controlledNot(qubits: number): ComplexMatrix {
  const size = 2 ** qubits;
  return signedPermutation(size, (k) => (k >= size - 2 ? k ^ 1 : k));
}

/** −1 on |1…1⟩ and 1 elsewhere: CZ for n = 2, CCZ for n = 3. */
export function controlledPhaseFlip(qubits: number): ComplexMatrix {
  const size = 2 ** qubits;
  return signedPermutation(
    size,
    (k) => k,
    (k) => (k === size - 1 ? -1 : 1),
  );
}

/** Exchange of the last two qubits where all others are 1: SWAP for n = 2, Fredkin for n = 3. */
export function controlledSwap(qubits: number): ComplexMatrix {
  const size = 2 ** qubits;
  return signedPermutation(size, (k) => (k === size - 2 ? size - 3 : k === size - 3 ? size - 2 : k));
}

/** The Fourier transform, V_jk = ω^{jk}/√N with ω = exp(2πi/N), N = 2ⁿ. */
export function fourier(qubits: number): ComplexMatrix {
  const size = 2 ** qubits;
  const matrix = zeroMatrix(size, size);
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < size; k++) {
      const angle = (2 * Math.PI * ((j * k) % size)) / size;
      matrix.interleaved[2 * (j * size + k)] = Math.cos(angle) / Math.sqrt(size);
      matrix.interleaved[2 * (j * size + k) + 1] = Math.sin(angle) / Math.sqrt(size);
    }
  }
  return matrix;
}

const several = z.strictObject({ qubits: z.int().min(2).max(6).describe('number of qubits') });

const unitary = <Options extends z.ZodObject>(
  options: Options,
  summary: string,
  build: CatalogueEntry<Options, TargetUnitary>['build'],
): CatalogueEntry<Options, TargetUnitary> => ({ options, summary, build });

/** All target unitaries by name. */
export const UNITARIES = {
  'controlled-not': unitary(several, 'NOT of the last qubit if all others are 1: CNOT, Toffoli', ({ qubits }) => ({
    name: ['CNOT', 'Toffoli'][qubits - 2] ?? `C${qubits - 1}NOT`,
    qubits,
    matrix: controlledNot(qubits),
  })),
  'controlled-z': unitary(several, '−1 on |1…1⟩: CZ, CCZ', ({ qubits }) => ({
    name: `${'C'.repeat(qubits - 1)}Z`,
    qubits,
    matrix: controlledPhaseFlip(qubits),
  })),
  'controlled-swap': unitary(several, 'exchange of the last two qubits if all others are 1: SWAP, Fredkin', (o) => ({
    name: ['SWAP', 'Fredkin'][o.qubits - 2] ?? `C${o.qubits - 2}SWAP`,
    qubits: o.qubits,
    matrix: controlledSwap(o.qubits),
  })),
  fourier: unitary(several, 'quantum Fourier transform', ({ qubits }) => ({
    name: `QFT_${2 ** qubits}`,
    qubits,
    matrix: fourier(qubits),
  })),
  'haar-random': unitary(
    several.extend({ seed: z.int().nonnegative().default(1).describe('seed') }),
    'uniformly random unitary',
    ({ qubits, seed }) => ({
      name: `Haar-random, seed ${seed}`,
      qubits,
      matrix: randomUnitary(2 ** qubits, randomStream(seed, 'target unitary')),
    }),
  ),
  evolution: unitary(
    several.extend({
      hamiltonian: hamiltonianSpec.describe('H of exp(−iHt)'),
      time: z.number().describe('t, with ħ = 1'),
    }),
    'exp(−iHt) of a Hamiltonian',
    ({ qubits, hamiltonian, time }, context) => ({
      name: `exp(−iHt), t = ${time}`,
      qubits,
      matrix: matrixExponential(
        scaledMatrix([0, -time], pauliSumMatrix(hamiltonianOfSpec(hamiltonian, qubits, context))),
      ),
    }),
  ),
  file: unitary(
    z.strictObject({
      path: z
        .string()
        .min(1)
        .describe('.npy, .npz or .json: a 2ⁿ × 2ⁿ matrix, qubit 0 most significant; or .qasm: a circuit'),
      key: z.string().optional().describe('name of the array in a .npz file'),
      values: z.record(z.string(), z.number()).optional().describe('.qasm: values of the inputs of the program'),
      endian: z
        .enum(['big', 'little'])
        .default('big')
        .describe(".qasm: 'big': the first qubit is the most significant (ours); 'little': the least (Qiskit)"),
    }),
    'a matrix from a file, or the unitary of an OpenQASM circuit',
    ({ path, key, values, endian }, { read }) => {
      if (!isOpenQasm(path)) {
        if (endian !== 'little' && values === undefined) return unitaryOfFile(read(path), path, key);
        throw new DomainError(`${path}: a .qasm file required for endian and values`);
      }
      const matrix = unitaryOfProgram(read(path), path, { endian, ...(values && { values }) });
      return { name: path, qubits: Math.log2(matrix.rows), matrix };
    },
  ),
} as const;

/**
 * The unitary in a file; one that is rounded to single precision is taken for the unitary nearest to it.
 *
 * @throws {DomainError} the file holds no unitary matrix of 2ⁿ rows
 */
function unitaryOfFile(bytes: Uint8Array, path: string, key?: string): TargetUnitary {
  const { shape, interleaved } = arrayOfFile(bytes, path, key);
  const [rows = 0, cols = 0] = shape;
  const qubits = Math.log2(rows);
  if (shape.length !== 2 || rows !== cols || !Number.isInteger(qubits) || qubits < 1) {
    throw new DomainError(`${path}: a matrix of 2ⁿ × 2ⁿ required, got shape (${shape})`);
  }
  const matrix = { ...identityMatrix(rows), interleaved };
  if (qubits > MOST_CHECKED) return { name: path, qubits, matrix };
  const square = multiply(matrix, matrix, { adjointA: true });
  const error = frobeniusNorm(addScaledMatrix(square, [-1, 0], identityMatrix(rows)));
  if (!(error < SINGLE_PRECISION * Math.sqrt(rows))) {
    throw new DomainError(`${path}: a unitary matrix required, |V†V − 1| = 0, got ${significant(error)}`);
  }
  return { name: path, qubits, matrix: error < DOUBLE_PRECISION ? matrix : polarFactor(matrix) };
}

/** Larger matrices are left to what uses them; few things do. */
const MOST_CHECKED = 8;

/** Deviations |V†V − 1| that come from rounding. */
const [SINGLE_PRECISION, DOUBLE_PRECISION] = [1e-5, 1e-12];

/** Schema of a choice from the catalogue. */
export const unitarySpec = chosenFrom(UNITARIES);

/** The unitary of a checked choice. */
export function unitaryOfSpec(chosen: Chosen, context: DatasetContext): TargetUnitary {
  return built(UNITARIES, chosen, context);
}
