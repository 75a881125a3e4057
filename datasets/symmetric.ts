/** @file Permutation-symmetric states of up to 512 qubits, by their Dicke components. */

import * as z from 'zod';
import type { BlochPoint } from '../src/circuit/circuit.ts';
import { DomainError, ShapeError } from '../src/errors.ts';
import { checkBlocks, symmetricState } from '../src/generative/symmetric-rules.ts';
import type { SymmetricState } from '../src/generative/target-state.ts';
import type { Complex, ComplexVector } from '../src/linalg/complex.ts';
import { norm, normalised } from '../src/linalg/vector.ts';
import { coherentComponents, dickeComponents, ghzComponents } from '../src/state/symmetric-vector.ts';
import { arrayOfFile } from './file.ts';
import { checkSize, PURE_LIMIT } from './register-size.ts';

/** Most qubits of a symmetric state: as many as a record holds intervals and pairs of. */
export const SYMMETRIC_LIMIT = 512;
/** Complex numbers of a symmetric state of n qubits. */
const components = (n: number): number => n + 1;

/** The option of states that are given by amplitudes up to 24 qubits, and by Dicke components beyond. */
export const symmetricOption = z
  .boolean()
  .optional()
  .describe(
    `whether the state is given by Dicke components instead of amplitudes; default beyond ${PURE_LIMIT} qubits`,
  );

/** The schema of a number of qubits up to 512. */
export const symmetricSize = z.number().int().min(1).max(SYMMETRIC_LIMIT);

/** Whether a state is built by Dicke components. */
export const isSymmetric = ({
  qubits,
  symmetric,
}: {
  readonly qubits: number;
  readonly symmetric?: boolean | undefined;
}) => symmetric ?? qubits > PURE_LIMIT;

export const symmetricOptions = z.strictObject({
  components: z
    .array(z.number().or(z.tuple([z.number(), z.number()])))
    .min(2)
    .optional()
    .describe('amplitudes of the Dicke states with 0, 1, …, n ones: numbers, or pairs [re, im]'),
  path: z
    .string()
    .min(1)
    .optional()
    .describe('a file of them in place of the list: .npy, .npz or .json, shape (n + 1), or an axis for each block'),
  key: z.string().optional().describe('name of the array in a .npz file'),
  blocks: z
    .array(z.number().int().min(1))
    .min(1)
    .optional()
    .describe(
      'numbers of qubits within which the state is symmetric, block after block; default one block. There are Π(n_i + 1) components, the numbers of ones in the last block running fastest',
    ),
  normalise: z.boolean().default(false).describe('accept a norm other than 1, and divide by it'),
});

/** How the components of a symmetric state are read. */
export interface SymmetricReading {
  /** Numbers of qubits within which it is symmetric; default one block of all. */
  readonly blocks?: readonly number[] | undefined;
  /** Whether any norm other than 0 is accepted and divided out; default false. */
  readonly normalise?: boolean | undefined;
}

/**
 * The symmetric state with given Dicke components,
 *
 *     Σ_k c_k |D_k⟩,      |D_k⟩ = C(n, k)^{−1/2} Σ_{|b| = k} |b⟩,
 *
 * or in products of Dicke states of several blocks.
 *
 * @param name - what to call the state, and where the numbers come from in an error
 * @throws {ShapeError} too many qubits, or another number of components than Π(n_i + 1)
 * @throws {DomainError} a component that is not finite, or a norm other than 1, told together with a wrong number
 */
export function symmetric(
  name: string,
  given: ComplexVector,
  { blocks = [given.length - 1], normalise = false }: SymmetricReading = {},
): SymmetricState {
  if (given.length < 2) throw new ShapeError(`${name}: at least 2 Dicke components required, got ${given.length}`);
  checkBlocks(name, blocks);
  const size = norm(given);
  if (size === 0) throw new DomainError(`${name}: Dicke components of norm 1 required, got zero`);
  if (normalise && size < Infinity) return symmetricState(name, blocks, normalised(given));
  if (size < Infinity && Math.abs(size - 1) > 1e-6) {
    const required = blocks.reduce((d, n) => d * (n + 1), 1);
    const count =
      given.length === required ? '' : `${required} Dicke components for blocks of ${blocks.join(' + ')} qubits and `;
    const got = count && `${given.length} and `;
    throw new DomainError(
      `${name}: ${count}Dicke components of norm 1 required (or normalise: true), got ${got}norm ${size}`,
    );
  }
  return symmetricState(name, blocks, given);
}

/**
 * The symmetric state of a list in the options, or of a file.
 *
 * @throws {DomainError | ShapeError} neither or both, an unreadable file, or no state: see `symmetric`
 */
export function symmetricOfOptions(
  { components: list, path, key, blocks, normalise }: z.output<typeof symmetricOptions>,
  { read }: { readonly read: (path: string) => Uint8Array },
): SymmetricState {
  if ((list === undefined) === (path === undefined)) {
    throw new DomainError('symmetric: either components or path required');
  }
  if (list !== undefined) {
    const pairs = list.map((entry): Complex => (typeof entry === 'number' ? [entry, 0] : entry));
    const qubits = blocks === undefined ? pairs.length - 1 : blocks.reduce((sum, n) => sum + n, 0);
    return symmetric(`symmetric(${qubits})`, vectorOf(pairs), { blocks, normalise });
  }
  const { shape, interleaved } = arrayOfFile(read(path!), path!, key);
  const axes = shape.filter((extent) => extent !== 1);
  if (axes.length > 1 && axes.join() !== (blocks ?? []).map((n) => n + 1).join()) {
    throw new ShapeError(
      `${path}: a list of n + 1 Dicke components required, or an axis of n_i + 1 for each block, got shape (${shape})`,
    );
  }
  return symmetric(path!, { length: interleaved.length / 2, interleaved }, { blocks, normalise });
}

/** A vector of pairs. */
const vectorOf = (pairs: readonly Complex[]): ComplexVector => {
  return { length: pairs.length, interleaved: Float64Array.from(pairs.flat()) };
};

/** One block with these components, normalised. */
export const oneBlock = (name: string, pairs: readonly Complex[]): SymmetricState =>
  symmetricState(name, [pairs.length - 1], normalised(vectorOf(pairs)));

/**
 * Dicke state of up to 512 qubits by its components, see `dicke`.
 *
 * @throws {DomainError} n or k out of range
 */
export function symmetricDicke(qubits: number, excitations: number): SymmetricState {
  checkSize('dicke', qubits, SYMMETRIC_LIMIT, 1, components);
  if (!(Number.isInteger(excitations) && excitations >= 0 && excitations <= qubits)) {
    throw new DomainError(`dicke: 0 to ${qubits} excitations required, got ${excitations}`);
  }
  return oneBlock(`dicke(${qubits}, ${excitations})`, dickeComponents(qubits, excitations));
}

/**
 * W state of up to 512 qubits by its Dicke components, see `w`.
 *
 * @throws {DomainError} the number of qubits is out of range
 */
export const symmetricW = (qubits: number): SymmetricState => ({ ...symmetricDicke(qubits, 1), name: `w(${qubits})` });

/**
 * Greenberger–Horne–Zeilinger state of up to 512 qubits by its Dicke components, see `ghz`.
 *
 * @throws {DomainError} the number of qubits is out of range
 */
export function symmetricGhz(qubits: number): SymmetricState {
  checkSize('ghz', qubits, SYMMETRIC_LIMIT, 1, components);
  return oneBlock(`ghz(${qubits})`, ghzComponents(qubits));
}

/**
 * Product state with every qubit at the same point of the Bloch sphere, a spin-coherent state, by its Dicke components
 *
 *     √C(n, k) cos^{n−k}(polar/2) sin^k(polar/2) e^{ik·azimuth}.
 *
 * @throws {DomainError} the number of qubits is out of range
 */
export function symmetricProduct(
  qubits: number,
  { polar = Math.PI / 2, azimuth = 0 }: Partial<BlochPoint> = {},
): SymmetricState {
  checkSize('product', qubits, SYMMETRIC_LIMIT, 1, components);
  return oneBlock(`product(${qubits})`, coherentComponents(qubits, polar, azimuth));
}
