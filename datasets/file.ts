/** @file States from files: .npy, .npz, JSON, HDF5 and OpenQASM. */

import * as z from 'zod';
import { DomainError } from '../src/errors.ts';
import type { MixedState, NetworkState, PureState } from '../src/generative/target-state.ts';
import type { ComplexArray } from '../src/linalg/complex.ts';
import { isHdf5 } from './formats/hdf5.ts';
import { readJsonArray } from './formats/json-array.ts';
import { readNpy } from './formats/npy.ts';
import { readNpz } from './formats/npz.ts';
import { arrayOfHdf5, stateOfHdf5 } from './hdf5-state.ts';
import { isOpenQasm, stateOfProgram } from './open-qasm.ts';
import { type ArrayReading, stateOfArray } from './state-of-array.ts';

export const fileOptions = z.strictObject({
  path: z
    .string()
    .min(1)
    .describe(
      '.npy, .npz or .json ({"re": […], "im": […]}); shape (2ⁿ) or (2, …, 2): amplitudes, (2ⁿ, 2ⁿ): density matrix; .h5: the same, or an MPS or ITensor of ITensor (needs h5wasm); .qasm: the state that the circuit makes of |0…0⟩',
    ),
  key: z
    .string()
    .optional()
    .describe(
      'name of the array in a .npz file, of the group or array in a .h5 file; may be left out if there is only one',
    ),
  endian: z
    .enum(['big', 'little'])
    .default('big')
    .describe("'big': qubit 0 is the most significant bit (ours); 'little': the least (Qiskit)"),
  normalise: z.boolean().default(false).describe('accept a norm or trace other than 1, and divide by it'),
  dimensions: z
    .array(z.number().int().min(1))
    .min(1)
    .optional()
    .describe('dimension of each site; default qubits. The array may then have an axis for each site, or two'),
  values: z.record(z.string(), z.number()).optional().describe('.qasm: values of the inputs of the program'),
});

/** How to read a file of amplitudes or an OpenQASM program. */
export interface FileReading extends ArrayReading {
  /** Name of the array in a .npz file, of the group or array in a .h5 file. */
  readonly key?: string;
  /** Values of the inputs of a program. */
  readonly values?: Readonly<Record<string, number>>;
}

/**
 * The state in a file: amplitudes or a density matrix, by .npy, .npz (`readNpy`) or JSON (`readJsonArray`); these or a
 * matrix-product state, by HDF5 (`stateOfHdf5`, after `loadHdf5`); or the state that an OpenQASM program makes of |0…0⟩ (`readOpenQasm`).
 *
 * @param bytes - the file's content
 * @param path - its name; the extension determines the format
 * @throws {ShapeError | DomainError} another extension, an unreadable file, or no state: see `stateOfArray`
 */
export function stateOfFile(
  bytes: Uint8Array,
  path: string,
  reading: FileReading = {},
): PureState | MixedState | NetworkState {
  const { values, key, endian, dimensions, normalise } = reading;
  if (!isOpenQasm(path)) {
    if (values !== undefined) throw new DomainError(`${path}: a .qasm file required for values of inputs`);
    if (isHdf5(path)) return stateOfHdf5(bytes, path, reading);
    return stateOfArray(arrayOfFile(bytes, path, key), path, reading);
  }
  if (key !== undefined || dimensions !== undefined || normalise) {
    throw new DomainError(`${path}: endian and values alone required for a program, got key, dimensions or normalise`);
  }
  return stateOfProgram(bytes, path, { ...(endian && { endian }), ...(values && { values }) });
}

/** The numbers in a file, by its extension. */
export function arrayOfFile(bytes: Uint8Array, path: string, key?: string): ComplexArray {
  const ending = /\.[^./\\]*$/.exec(path)?.[0].toLowerCase();
  if (ending === '.npz') return readNpz(bytes, key, path);
  if (isHdf5(path)) return arrayOfHdf5(bytes, path, key);
  if (key !== undefined) throw new DomainError(`${path}: a .npz or .h5 file required for the key '${key}'`);
  if (ending === '.npy') return readNpy(bytes, path);
  if (ending === '.json') return readJsonArray(bytes, path);
  throw new DomainError(`${path}: a .npy, .npz, .h5 or .json file required, got '${ending ?? 'no ending'}'`);
}
