/** @file Hamiltonians of chains as matrix-product operators. */

import { DomainError } from '../errors.ts';
import { type Complex, type ComplexArray, sizeOf } from '../linalg/complex.ts';
import { checkOperatorSum, type OperatorSum, operatorSumOfPauli } from '../operator/operator-sum.ts';
import { type Letter, type OperatorWord, type OperatorWords, operatorWords } from '../operator/operator-words.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';
import { type Coefficients, factorised } from './coefficient-factors.ts';

/**
 * An operator on a chain, Σ W₀ W₁ … W₍ₙ₋₁₎: one array for each site, axes (left bond, output, input, right bond); the
 * outer bonds have dimension 1.
 */
export type MatrixProductOperator = readonly ComplexArray[];

/** A matrix-product operator that conserves a charge; bonds carry what the letters on their left have added. */
export interface ChargedOperator {
  readonly tensors: MatrixProductOperator;
  /** One list for each of the n + 1 bonds, one charge for each value of the index. */
  readonly bondCharges: readonly (readonly number[])[];
  /** The charge of every basis state of every site. */
  readonly siteCharges: readonly (readonly number[])[];
  /** N of Z_N; 0 for integer charges. */
  readonly modulus: number;
}

/** The operator without a symmetry: all charges are 0. */
export function unchargedOperator(tensors: MatrixProductOperator): ChargedOperator {
  const zeros = (count: number): readonly number[] => new Array<number>(count).fill(0);
  return {
    tensors,
    bondCharges: [zeros(1), ...tensors.map(({ shape }) => zeros(shape[3]!))],
    siteCharges: tensors.map(({ shape }) => zeros(shape[1]!)),
    modulus: 0,
  };
}

/**
 * Whether terms of the operator may act on others than single sites and neighbours: some channel that is neither the first nor the
 * second of its bond leads to another one. Of an operator made elsewhere, whose channels stand in another order, the answer may be yes
 * where it is no.
 */
export const reachesBeyondNeighbours = (operator: MatrixProductOperator): boolean =>
  operator.some(({ shape, interleaved }) => {
    const [left, , , right] = shape as [number, number, number, number];
    const size = interleaved.length / 2 / left;
    return interleaved.some(
      (x, at) => x !== 0 && left > 1 && right > 1 && (at >> 1) / size >= 2 && (at >> 1) % right >= 2,
    );
  });

/** How an operator becomes a matrix-product operator. */
export interface OperatorOptions {
  /** Singular values that may be dropped, relative to the largest of their block of coefficients; default 1e-13. */
  readonly tolerance?: number;
  /** Greatest bond dimension; default 2000. */
  readonly mostBond?: number;
}

/**
 * The matrix-product operator of a Pauli sum or an operator sum, of the least bond dimension that reproduces it: 3 for
 * the Ising chain, 5 for XXZ, n/2 + 2 for Σ_{i<j} c_ij Z_i Z_j with any c, 3 for c_ij = λ^{j−i}.
 *
 *     H = H_left ⊗ 1 + Σ_ab L_a C_ab R_b + 1 ⊗ H_right    at every bond.
 *
 * The matrix C of coefficients falls into blocks of words that share letters; each block is factorised where its rank is
 * less than its size. The terms on one side have channels of their own and never enter C.
 *
 * @throws {ShapeError | DomainError} the sum is not valid or not Hermitian, or the bond dimension is above `mostBond`
 *
 * Cost O(n · D³) for blocks of D words.
 *
 * @see Chan, Keselman, Nakatani, Li & White, J. Chem. Phys. 145, 014102 (2016), sect. III
 */
export function matrixProductOperator(
  sum: PauliSum | OperatorSum,
  options: OperatorOptions = {},
): MatrixProductOperator {
  return operatorOfWords(operatorWords(checked(sum)), options).tensors;
}

/**
 * The matrix-product operator of a sum that conserves a charge.
 *
 * @param charges - the charge of every basis state of every site
 * @param modulus - N of Z_N; default 0: integer charges
 * @throws {DomainError} the sum does not conserve the charge
 */
export function chargedOperator(
  sum: PauliSum | OperatorSum,
  charges: readonly (readonly number[])[],
  modulus = 0,
  options: OperatorOptions = {},
): ChargedOperator {
  const { tensors, bondCharges } = operatorOfWords(operatorWords(checked(sum), charges, modulus), options);
  return { tensors, bondCharges, siteCharges: charges, modulus };
}

function checked(sum: PauliSum | OperatorSum): OperatorSum {
  if ('qubits' in sum) return operatorSumOfPauli(sum);
  checkOperatorSum(sum);
  return sum;
}

/** Channels of every bond that stand for themselves: only identities so far, and words that are complete. */
const START = 0;
const DONE = 1;

/** What is left to read of a word: a letter at the next site and the rest; ending 0 is all identities. */
interface Ending {
  readonly letter: number | undefined;
  readonly rest: number;
}

function operatorOfWords({ dimensions, alphabet, words }: OperatorWords, options: OperatorOptions) {
  const { tolerance = 1e-13, mostBond = 2000 } = options;
  const n = dimensions.length;
  const endings: Ending[] = [{ letter: undefined, rest: 0 }];
  const starting = wordsBySite(words, n, endings);
  const tensors: ComplexArray[] = [];
  const bondCharges: (readonly number[])[] = [[0]];
  let open: readonly Coefficients[] = []; // channels beyond DONE: coefficients of the endings
  for (let site = 0; site < n; site++) {
    const entries: Entry[] = [
      { from: START, to: START },
      { from: DONE, to: DONE },
    ];
    const rows = new Map<string, { from: number; letter: number | undefined; of: Map<number, Complex> }>();
    const put = (from: number, ending: number, coefficient: Complex): void => {
      const { letter, rest } = endings[ending]!;
      if (rest === 0) {
        entries.push({ from, to: DONE, letter, coefficient });
        return;
      }
      const key = `${from},${letter}`;
      const row = rows.get(key) ?? { from, letter, of: new Map<number, Complex>() };
      rows.set(key, row);
      const [re, im] = row.of.get(rest) ?? [0, 0];
      row.of.set(rest, [re + coefficient[0], im + coefficient[1]]);
    };
    for (const { ending, coefficient } of starting[site]!) put(START, ending, coefficient);
    open.forEach((coefficients, k) => {
      for (const [ending, coefficient] of coefficients) put(k + 2, ending, coefficient);
    });
    const list = [...rows.values()];
    const { left, right } = factorised(
      list.map(({ of }) => of),
      tolerance,
    );
    const charges = [0, 0, ...new Array<number>(right.length).fill(0)];
    left.forEach((channels, k) => {
      const { from, letter } = list[k]!;
      for (const [channel, coefficient] of channels) {
        entries.push({ from, to: channel + 2, letter, coefficient });
        const raised = letter === undefined ? 0 : alphabet[letter]!.charge;
        charges[channel + 2] = bondCharges[site]![site === 0 ? 0 : from]! + raised;
      }
    });
    open = right;
    if (charges.length > mostBond) {
      throw new DomainError(
        `matrixProductOperator: a bond dimension of at most ${mostBond} required, got ${charges.length} after site ${site}`,
      );
    }
    const shape = [site === 0 ? 1 : bondCharges[site]!.length, dimensions[site]!, site === n - 1 ? 1 : charges.length];
    tensors.push(tensorOf(shape, entries, alphabet));
    bondCharges.push(site === n - 1 ? [0] : charges);
  }
  return { tensors, bondCharges };
}

/** For each site the words that begin there, as endings; multiples of the identity begin at site 0. */
function wordsBySite(words: readonly OperatorWord[], n: number, endings: Ending[]) {
  const known = new Map<string, number>();
  const ending = (letter: number | undefined, rest: number): number => {
    if (letter === undefined && rest === 0) return 0;
    const key = `${letter},${rest}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, endings.length);
    return endings.push({ letter, rest }) - 1;
  };
  const starting: { ending: number; coefficient: Complex }[][] = Array.from({ length: n }, () => []);
  for (const { letters, coefficient } of words) {
    const at = new Map(letters);
    const first = letters[0]?.[0] ?? 0;
    let whole = 0;
    for (let site = letters.at(-1)?.[0] ?? 0; site >= first; site--) whole = ending(at.get(site), whole);
    starting[first]!.push({ ending: whole, coefficient });
  }
  return starting;
}

/** coefficient · letter from one channel to another; no letter: the identity. */
interface Entry {
  readonly from: number;
  readonly to: number;
  readonly letter?: number | undefined;
  readonly coefficient?: Complex;
}

/** At the ends of the chain one channel is left: START on the left, DONE on the right. */
function tensorOf(
  [left, d, right]: readonly number[],
  entries: readonly Entry[],
  alphabet: readonly Letter[],
): ComplexArray {
  const shape = [left!, d!, d!, right!];
  const interleaved = new Float64Array(2 * sizeOf(shape));
  for (const { from, to, letter, coefficient = [1, 0] } of entries) {
    const a = left === 1 ? from - START : from;
    const b = right === 1 ? to - DONE : to;
    if (a < 0 || a >= left! || b < 0 || b >= right!) continue;
    for (let i = 0; i < d!; i++) {
      for (let j = 0; j < d!; j++) {
        const x = letter === undefined ? Number(i === j) : alphabet[letter]!.entries[i * d! + j]!;
        const at = 2 * (((a * d! + i) * d! + j) * right! + b);
        interleaved[at] = interleaved[at]! + coefficient[0] * x;
        interleaved[at + 1] = interleaved[at + 1]! + coefficient[1] * x;
      }
    }
  }
  return { shape, interleaved };
}
