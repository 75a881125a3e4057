/** @file Permutation-invariant states by their Dicke components, and what they are in a sector or on 2ⁿ amplitudes. */

import { DomainError, ShapeError } from '../errors.ts';
import type { Complex, ComplexVector } from '../linalg/complex.ts';
import { norm, scaledVector } from '../linalg/vector.ts';
import type { Radians } from '../units.ts';

/** Blocks of qubits, in which states are symmetric. */
export interface QubitBlocks {
  readonly blocks: readonly number[];
}

/**
 * A state that is symmetric under the permutations S_{n₁}×…×S_{n_k} within blocks of neighbouring qubits, block 0 the
 * leftmost: Π(n_i + 1) amplitudes of products of Dicke states instead of 2ⁿ.
 */
export interface SymmetricVector extends QubitBlocks {
  /** By the numbers of ones in the blocks, the last running fastest, shape (Π(n_i + 1),), norm 1. */
  readonly components: ComplexVector;
}

/**
 * The state Σ_k dicke[k]·|D_k⟩ in a sector, where D_k is the normalised sum of all basis states with k ones:
 *
 *     |D_k⟩ = Σ_{k₁+…+k_m=k} √(ΠC(n_i, k_i)/C(n, k))·|D_{k₁}⟩…|D_{k_m}⟩.
 *
 * @param dicke - by the number of ones, shape (n + 1,); normalised here
 * @returns shape (d,), norm 1
 * @throws {ShapeError} another number of components than n + 1
 * @throws {DomainError} all components 0, or one not finite
 */
export function sectorState({ blocks }: QubitBlocks, dicke: readonly Complex[]): ComplexVector {
  const qubits = blocks.reduce((sum, n) => sum + n, 0);
  if (dicke.length !== qubits + 1) {
    throw new ShapeError(`sectorState: ${qubits + 1} Dicke components required, got ${dicke.length}`);
  }
  const vector = { length: dicke.length, interleaved: Float64Array.from(dicke.flat()) };
  const size = norm(vector);
  if (!(size > 0 && size < Infinity)) throw new DomainError(`sectorState: a finite norm above 0 required, got ${size}`);
  return refinedVector({ blocks: [qubits] }, { blocks }, scaledVector([1 / size, 0], vector));
}

/**
 * The same vector where only smaller blocks are symmetric; with blocks of one qubit each, its 2ⁿ amplitudes.
 *
 * @param vector - shape (Π(n_i + 1),), a state or a costate
 * @param to - the blocks of `from`, each in one or more parts, in this order
 * @throws {ShapeError} other blocks than parts of those given, another length
 */
export function refinedVector(from: QubitBlocks, to: QubitBlocks, vector: ComplexVector): ComplexVector {
  const places = partsOf(from.blocks, to.blocks);
  if (places === null) {
    throw new ShapeError(`refinedVector: parts of the blocks ${from.blocks} required, got ${to.blocks}`);
  }
  const parts = places.map((part) => part.map((place) => to.blocks[place]!));
  const length = from.blocks.reduce((product, n) => product * (n + 1), 1);
  if (vector.length !== length) {
    throw new ShapeError(`refinedVector: ${length} amplitudes required, got ${vector.length}`);
  }
  const dimensions = to.blocks.map((n) => n + 1);
  const interleaved = new Float64Array(2 * dimensions.reduce((product, d) => product * d, 1));
  for (let index = 0; 2 * index < interleaved.length; index++) {
    const digits = digitsOf(index, dimensions);
    let [at, coarse, weight] = [0, 0, 1];
    for (const sizes of parts) {
      const n = sizes.reduce((sum, size) => sum + size, 0);
      const ones = digits.slice(at, at + sizes.length);
      const k = ones.reduce((sum, count) => sum + count, 0);
      sizes.forEach((size, i) => {
        weight *= binomial(size, ones[i]!);
      });
      weight /= binomial(n, k);
      coarse = coarse * (n + 1) + k;
      at += sizes.length;
    }
    const factor = Math.sqrt(weight);
    interleaved[2 * index] = factor * vector.interleaved[2 * coarse]!;
    interleaved[2 * index + 1] = factor * vector.interleaved[2 * coarse + 1]!;
  }
  return { length: interleaved.length / 2, interleaved };
}

/**
 * Which of the smaller blocks make up each block, by their places.
 *
 * @returns null where `finer` are no parts of the blocks in their order
 */
export function partsOf(blocks: readonly number[], finer: readonly number[]): readonly (readonly number[])[] | null {
  let at = 0;
  let fits = true;
  const parts = blocks.map((n) => {
    const part: number[] = [];
    let rest = n;
    while (rest > 0 && at < finer.length) {
      rest -= finer[at]!;
      part.push(at++);
    }
    fits &&= rest === 0;
    return part;
  });
  return fits && at === finer.length ? parts : null;
}

function digitsOf(index: number, dimensions: readonly number[]): readonly number[] {
  let rest = index;
  return dimensions
    .toReversed()
    .map((d) => {
      const digit = rest % d;
      rest = Math.floor(rest / d);
      return digit;
    })
    .toReversed();
}

/** C(n, k), up to n = 1000 within float64. */
export function binomial(n: number, k: number): number {
  let product = 1;
  for (let j = 1; j <= k; j++) product = (product * (n - k + j)) / j;
  return product;
}

/** D_k: all basis states with k ones, k = 1 the W state. */
export const dickeComponents = (n: number, k: number): readonly Complex[] =>
  Array.from({ length: n + 1 }, (_, ones) => [ones === k ? 1 : 0, 0]);

/** (|0…0⟩ + |1…1⟩)/√2. */
export const ghzComponents = (n: number): readonly Complex[] =>
  Array.from({ length: n + 1 }, (_, ones) => [ones === 0 || ones === n ? Math.SQRT1_2 : 0, 0]);

/** The product state (cos(θ/2)|0⟩ + e^{iφ} sin(θ/2)|1⟩)^{⊗n}, a spin-coherent state. */
export const coherentComponents = (n: number, theta: Radians, phi: Radians): readonly Complex[] =>
  Array.from({ length: n + 1 }, (_, k) => {
    const modulus = Math.sqrt(binomial(n, k)) * Math.cos(theta / 2) ** (n - k) * Math.sin(theta / 2) ** k;
    return [modulus * Math.cos(k * phi), modulus * Math.sin(k * phi)];
  });

/** A spin cat, not normalised: the product state of angle θ plus that of angle −θ. */
export const catComponents = (n: number, theta: Radians): readonly Complex[] => {
  const other = coherentComponents(n, -theta, 0);
  return coherentComponents(n, theta, 0).map(([re], k) => [re + other[k]![0], 0]);
};
