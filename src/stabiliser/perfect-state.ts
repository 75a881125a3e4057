/** @file Perfect states: stabiliser states with maximal entanglement in every cut into halves. */

import { DomainError } from '../errors.ts';
import { setDigit, zeroDigits } from './digit-matrix.ts';
import { stabiliserGroup } from './given-generators.ts';
import { checkPrime, inverseModulo, modulo } from './prime-field.ts';
import { rankOfDigits } from './row-elimination.ts';
import { stabiliserEntropy } from './stabiliser-entropy.ts';
import type { StabiliserGroup } from './stabiliser-group.ts';
import { stabiliserGroupOfWords } from './stabiliser-words.ts';

/** The five-qubit code with the reference of X̄ = X⊗⁵ and Z̄ = Z⊗⁵. */
const SIX_QUBITS = ['XZZXII', 'IXZZXI', 'XIXZZI', 'ZXIXZI', 'XXXXXX', 'ZZZZZZ'] as const;
/** Most circulant graphs among which a perfect state is looked for. */
const MOST_GRAPHS = 1e5;
/** Most legs. */
const MOST_LEGS = 16;

/**
 * A perfect (absolutely maximally entangled) stabiliser state of 2k qudits: every k of them are maximally entangled with
 * the others, with entropy k ln p. For 2k ≤ p + 1 the state of an MDS code,
 *
 *     Σ_u |u, Au⟩,      A_ij = 1/(x_i − y_j) a Cauchy matrix, one column of which may be ones;
 *
 * for six qubits the five-qubit code with its reference; otherwise a graph state of a circulant graph, if there is one.
 *
 * @param legs - 2k, even, at most 16
 * @throws {DomainError} not a prime, an odd number of legs, or no such state is found: none exists for four qubits
 *
 * @see Helwig & Cui, arXiv:1306.2536; Higuchi & Sudbery, arXiv:quant-ph/0005013, for four qubits
 */
export function perfectState(prime: number, legs: number): StabiliserGroup {
  checkPrime(prime, 'perfectState');
  if (!(Number.isInteger(legs) && legs >= 2 && legs <= MOST_LEGS && legs % 2 === 0)) {
    throw new DomainError(`perfectState: an even number of legs from 2 to ${MOST_LEGS} required, got ${legs}`);
  }
  if (legs <= prime + 1) return cauchyState(prime, legs / 2);
  if (prime === 2 && legs === 6) return stabiliserGroupOfWords(SIX_QUBITS);
  const graph = circulantState(prime, legs);
  if (graph !== null) return graph;
  throw new DomainError(`perfectState: dimension and legs of a known perfect state required, got ${prime} and ${legs}`);
}

/** The cuts of a pure state into halves: how many there are, and how many have the entropy k ln p. */
export function perfectCuts(group: StabiliserGroup): { readonly cuts: number; readonly maximal: number } {
  const halves = halvesOf(group.qudits);
  const most = (group.qudits / 2) * Math.log(group.prime);
  return {
    cuts: halves.length,
    maximal: halves.filter((half) => stabiliserEntropy(group, half) > most - 1e-9).length,
  };
}

/** All halves that contain the first qudit. */
function halvesOf(qudits: number): readonly (readonly number[])[] {
  let halves: (readonly number[])[] = [[0]];
  for (let size = 1; size < qudits / 2; size++) {
    halves = halves.flatMap((half) =>
      Array.from({ length: qudits - 1 - half.at(-1)! }, (_, k) => [...half, half.at(-1)! + 1 + k]),
    );
  }
  return halves;
}

/** Generators X on (e_i, A_i) and Z on (−A^j, e_j). */
function cauchyState(prime: number, half: number): StabiliserGroup {
  const entry = (i: number, j: number): number =>
    j === half - 1 ? 1 : inverseModulo(modulo(i - (half + j), prime), prime);
  const unit = (i: number): number[] => Array.from({ length: half }, (_, k) => Number(k === i));
  const all = [...Array(half).keys()];
  const none = new Array<number>(2 * half).fill(0);
  return stabiliserGroup(prime, 2 * half, [
    ...all.map((i) => [...unit(i), ...all.map((j) => entry(i, j)), ...none]),
    ...all.map((j) => [...none, ...all.map((i) => modulo(-entry(i, j), prime)), ...unit(j)]),
  ]);
}

/** The first graph state X_i Π_j Z_j^{Γ_ij} with Γ_ij a function of |i − j| on the ring that is perfect. */
function circulantState(prime: number, legs: number): StabiliserGroup | null {
  const half = legs / 2;
  const halves = halvesOf(legs);
  const graphs = Math.min(prime ** half, MOST_GRAPHS);
  for (let code = 1; code < graphs; code++) {
    const weight = (i: number, j: number): number => {
      const distance = Math.min(Math.abs(i - j), legs - Math.abs(i - j));
      return distance === 0 ? 0 : Math.floor(code / prime ** (distance - 1)) % prime;
    };
    // Between two halves of a graph state there is the entropy rank Γ ln p.
    const isPerfect = halves.every((side) => {
      const other = [...Array(legs).keys()].filter((q) => !side.includes(q));
      const block = zeroDigits(prime, half, half);
      side.forEach((i, row) => {
        other.forEach((j, column) => {
          setDigit(block, row, column, weight(i, j));
        });
      });
      return rankOfDigits(block) === half;
    });
    if (!isPerfect) continue;
    const all = [...Array(legs).keys()];
    return stabiliserGroup(
      prime,
      legs,
      all.map((i) => [...all.map((j) => Number(i === j)), ...all.map((j) => weight(i, j))]),
    );
  }
  return null;
}
