/** @file Sums of Pauli words: every Hamiltonian and observable of the library, applied without building a matrix. */

import { bitCount, bitsOf, parity } from '../engine/bits.ts';
import { currentEngine } from '../engine/engine.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, zeroMatrix } from '../linalg/complex.ts';
import { innerProduct } from '../linalg/vector.ts';
import { bitOperator, checkWord, type PauliWord } from './pauli.ts';

/** A real multiple of a Pauli word. */
export interface PauliTerm {
  readonly word: PauliWord;
  readonly coefficient: number;
}

/** The Hermitian operator Σ_P h_P P on n qubits, as data. It is JSON. */
export interface PauliSum {
  readonly qubits: number;
  readonly terms: readonly PauliTerm[];
}

/**
 * Checks a Pauli sum: at least one qubit, words of that many letters, finite coefficients.
 *
 * @throws {ShapeError | DomainError} naming the first term that is wrong
 */
export function checkPauliSum(sum: PauliSum): void {
  if (!(Number.isInteger(sum.qubits) && sum.qubits >= 1)) {
    throw new ShapeError(`Pauli sum: at least one qubit required, got ${sum.qubits}`);
  }
  for (const { word, coefficient } of sum.terms) {
    checkWord(word, sum.qubits);
    if (!Number.isFinite(coefficient)) {
      throw new DomainError(`Pauli sum: finite coefficients required, got ${coefficient} at ${word}`);
    }
  }
}

/**
 * The linear combination Σ_i weight_i · sum_i, with equal words merged and zero terms left out.
 *
 * @throws {ShapeError} the sums act on different numbers of qubits
 */
export function combinePauliSums(parts: readonly (readonly [weight: number, sum: PauliSum])[]): PauliSum {
  const qubits = parts[0]?.[1].qubits ?? 0;
  const coefficients = new Map<PauliWord, number>();
  for (const [weight, sum] of parts) {
    if (sum.qubits !== qubits) {
      throw new ShapeError(`combinePauliSums: ${qubits} qubits required in every sum, got ${sum.qubits}`);
    }
    for (const { word, coefficient } of sum.terms) {
      coefficients.set(word, (coefficients.get(word) ?? 0) + weight * coefficient);
    }
  }
  const terms = [...coefficients].map(([word, coefficient]) => ({ word, coefficient }));
  return { qubits, terms: terms.filter(({ coefficient }) => coefficient !== 0) };
}

/**
 * Words with the same flips, as one diagonal followed by one bit flip: Σ_P h_P P|b⟩ = i^imaginary · d(b) |b xor flip⟩
 * with real d. The diagonal depends on few bits only, so it is a table over those bits, found through two small tables.
 */
interface Diagonal {
  readonly flip: number;
  readonly imaginary: boolean;
  readonly table: Float64Array;
  readonly lowIndex: Int32Array;
  readonly highIndex: Int32Array;
}

/** A diagonal over more bits than this (512 KB) is not tabulated, except that of the words without flips. */
const TABLE_BITS = 16;

/**
 * The map ψ ↦ Σ_P h_P P ψ, prepared once and cheap to apply often: words with the same flips act in one pass.
 *
 * @param sum - n qubits, at most 26
 * @returns a function of a vector of shape (2ⁿ,)
 * @throws {ShapeError | DomainError} the sum is malformed or too large; later, the vector has a wrong length
 *
 * Cost of one application O(distinct flips · 2ⁿ): n + 1 passes for the transverse-field Ising chain.
 */
export function pauliSumOperator(sum: PauliSum): (psi: ComplexVector) => ComplexVector {
  checkPauliSum(sum);
  if (sum.qubits > 26) throw new ShapeError(`pauliSumOperator: at most 26 qubits required, got ${sum.qubits}`);
  const size = 2 ** sum.qubits;
  const { diagonals, single } = prepared(sum);
  const blocks = diagonals[0]?.highIndex.length ?? 0;
  return (psi) => {
    if (psi.length !== size) {
      throw new ShapeError(`pauliSumOperator: ${size} amplitudes required, got ${psi.length}`);
    }
    const out = new Float64Array(2 * size);
    for (let high = 0; high < blocks; high++) {
      for (const diagonal of diagonals) addBlock(out, psi.interleaved, diagonal, high);
    }
    for (const { word, coefficient } of single) {
      currentEngine().accumulate(out, psi.interleaved, bitOperator(word), coefficient, 0);
    }
    return { length: size, interleaved: out };
  };
}

/** Σ_P h_P P ψ, shape (2ⁿ,). To apply the same sum often, prepare it once by `pauliSumOperator`. */
export function applyPauliSum(sum: PauliSum, psi: ComplexVector): ComplexVector {
  return pauliSumOperator(sum)(psi);
}

/** ⟨ψ|H|ψ⟩ of a Pauli sum; an energy in the units of its coefficients if ψ has norm 1. */
export function expectation(sum: PauliSum, psi: ComplexVector): number {
  return innerProduct(psi, applyPauliSum(sum, psi))[0];
}

/**
 * The sum as a dense Hermitian matrix, shape (2ⁿ, 2ⁿ). Cost O(terms · 2ⁿ), memory 16·4ⁿ bytes.
 *
 * @throws {ShapeError} more than 13 qubits (1 GB)
 */
export function pauliSumMatrix(sum: PauliSum): ComplexMatrix {
  checkPauliSum(sum);
  if (sum.qubits > 13) throw new ShapeError(`pauliSumMatrix: at most 13 qubits required, got ${sum.qubits}`);
  const size = 2 ** sum.qubits;
  const matrix = zeroMatrix(size, size);
  for (const { word, coefficient } of sum.terms) {
    const { flip, sign, quarterTurns } = bitOperator(word);
    const turned = quarterTurns & 2 ? -coefficient : coefficient; // i^turns·h without a factor i
    for (let b = 0; b < size; b++) {
      const at = 2 * ((b ^ flip) * size + b) + (quarterTurns & 1);
      matrix.interleaved[at] = matrix.interleaved[at]! + (parity(b & sign) === 1 ? -turned : turned);
    }
  }
  return matrix;
}

function prepared({ qubits, terms }: PauliSum) {
  const groups = new Map<string, PauliTerm[]>();
  for (const term of terms) {
    const { flip, quarterTurns } = bitOperator(term.word);
    const key = `${flip},${quarterTurns & 1}`;
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  const diagonals: Diagonal[] = [];
  const single: PauliTerm[] = [];
  for (const group of groups.values()) {
    const { flip } = bitOperator(group[0]!.word);
    const bits = group.reduce((mask, { word }) => mask | bitOperator(word).sign, 0);
    const few = flip === 0 || bitCount(bits) <= TABLE_BITS;
    if (few) diagonals.push(diagonalOf(group, qubits, bits));
    else single.push(...group);
  }
  return { diagonals, single };
}

function diagonalOf(terms: readonly PauliTerm[], qubits: number, bits: number): Diagonal {
  const positions = bitsOf(bits);
  const pack = (b: number): number => positions.reduce((index, k, j) => index | (((b >>> k) & 1) << j), 0);
  const half = qubits >> 1;
  const table = new Float64Array(2 ** positions.length);
  for (const { word, coefficient } of terms) {
    const { sign, quarterTurns } = bitOperator(word);
    const turned = quarterTurns & 2 ? -coefficient : coefficient;
    const packedSign = pack(sign);
    for (let index = 0; index < table.length; index++) {
      table[index] = table[index]! + (parity(index & packedSign) === 1 ? -turned : turned);
    }
  }
  const { flip, quarterTurns } = bitOperator(terms[0]!.word);
  return {
    flip,
    imaginary: (quarterTurns & 1) === 1,
    table,
    lowIndex: Int32Array.from({ length: 2 ** half }, (_, b) => pack(b)),
    highIndex: Int32Array.from({ length: 2 ** (qubits - half) }, (_, b) => pack(b * 2 ** half)),
  };
}

/** Adds a diagonal's share of the entries high·2^half … of the product; such a block stays in the cache. */
function addBlock(out: Float64Array, psi: Float64Array, diagonal: Diagonal, high: number): void {
  const { flip, imaginary, table, lowIndex, highIndex } = diagonal;
  const low = lowIndex.length;
  const flipLow = flip & (low - 1);
  const fromHigh = high ^ Math.trunc(flip / low);
  const offset = highIndex[fromHigh]!;
  if (table.length === 1 && !imaginary) {
    addFlipped(out, psi, table[0]!, 2 * high * low, 2 * fromHigh * low, 2 * low, 2 * flipLow);
    return;
  }
  const sign = imaginary ? -1 : 1; // i·(x + iy) = −y + ix
  const swap = imaginary ? 1 : 0;
  for (let b = 0; b < low; b++) {
    const c = b ^ flipLow;
    const d = table[offset | lowIndex[c]!]!;
    const from = 2 * (fromHigh * low + c);
    const to = 2 * (high * low + b);
    out[to] = out[to]! + sign * d * psi[from + swap]!;
    out[to + 1] = out[to + 1]! + d * psi[from + 1 - swap]!;
  }
}

/** out[to + k] ← out[to + k] + d·psi[from + (k xor flip)] for k below `count`, real d, both numbers of every entry. */
function addFlipped(
  out: Float64Array,
  psi: Float64Array,
  d: number,
  to: number,
  from: number,
  count: number,
  flip: number,
): void {
  for (let k = 0; k < count; k += 2) {
    const a = to + k;
    const b = from + (k ^ flip);
    out[a] = out[a]! + d * psi[b]!;
    out[a + 1] = out[a + 1]! + d * psi[b + 1]!;
  }
}
