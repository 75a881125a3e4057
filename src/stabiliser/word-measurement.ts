/** @file Measuring words: which values are certain, and what is left after the others. */

import { DomainError, ShapeError } from '../errors.ts';
import type { Complex } from '../linalg/complex.ts';
import type { RandomStream } from '../linalg/random.ts';
import { canonicalForm } from './canonical-form.ts';
import { type DigitMatrix, digitAt, setDigit, zeroDigits } from './digit-matrix.ts';
import { inverseModulo, modulo } from './prime-field.ts';
import { randomDigit } from './random-digit.ts';
import { rowEchelon } from './row-elimination.ts';
import type { StabiliserGroup } from './stabiliser-group.ts';
import { type WordDigits, wordDigits } from './stabiliser-words.ts';
import { groupOfTableau, multiplyRow, tableauOf, tableauRows } from './tableau.ts';

/** Most digits of all samples together. */
const MOST_DIGITS = 2 ** 26;

/** One outcome of a measurement: the eigenvalue ω^power of the word, and the state that it leaves. */
export interface StabiliserOutcome {
  /** 0 … p − 1; for qubits 0 means +1, 1 means −1. */
  readonly power: number;
  readonly probability: number;
  readonly group: StabiliserGroup;
}

/**
 * The value ω^k that a word has with certainty: k if it is ω^k times an element of the group, else null, and then all
 * its p values are equally probable.
 *
 * @param word - see `wordDigits`
 * @throws {ShapeError | DomainError} a word that does not fit the group
 *
 * O(n r²), 32 times less for qubits.
 */
export function certainPower(group: StabiliserGroup, word: string): number | null {
  return reduced(group, checkedWord(group, word));
}

/** Expectation value of a word: ω^k if it is certain, else zero. */
export function expectationOfWord(group: StabiliserGroup, word: string): Complex {
  const power = certainPower(group, word);
  if (power === null) return [0, 0];
  const angle = (2 * Math.PI * power) / group.prime;
  return group.prime === 2 ? [1 - 2 * power, 0] : [Math.cos(angle), Math.sin(angle)];
}

/**
 * The outcomes of measuring a word that are possible: one if the word is certain, else p of equal probability. The state
 * afterwards is an eigenstate, its group has ω^{−power} times the word.
 *
 * @throws {ShapeError | DomainError} a word that does not fit the group
 *
 * @see Aaronson & Gottesman, arXiv:quant-ph/0406196
 */
export function outcomesOfWord(group: StabiliserGroup, word: string): readonly StabiliserOutcome[] {
  const { prime } = group;
  const measured = checkedWord(group, word);
  const certain = commutes(group, measured) ? reduced(group, measured) : null;
  if (certain !== null) return [{ power: certain, probability: 1, group }];
  return Array.from({ length: prime }, (_, power) => ({
    power,
    probability: 1 / prime,
    group: projectedGroup(group, measured, power),
  }));
}

/** A random outcome of measuring a word, by its probability. */
export function measureStabilisers(group: StabiliserGroup, word: string, stream: RandomStream): StabiliserOutcome {
  const { prime } = group;
  const measured = checkedWord(group, word);
  const certain = commutes(group, measured) ? reduced(group, measured) : null;
  if (certain !== null) return { power: certain, probability: 1, group };
  const power = randomDigit(stream, prime);
  return { power, probability: 1 / prime, group: projectedGroup(group, measured, power) };
}

/**
 * Samples of measuring all qudits in the basis |j⟩, uniform on the basis states that the Z-type words of the group
 * allow: a list of digits for each.
 *
 * @throws {DomainError} a number of samples that is negative or not whole
 * @throws {ShapeError} more than 2²⁶ digits in all
 */
export function sampledDigits(
  group: StabiliserGroup,
  stream: RandomStream,
  samples: number,
): readonly (readonly number[])[] {
  if (!(Number.isInteger(samples) && samples >= 0)) {
    throw new DomainError(`sampledDigits: a whole number of samples required, got ${samples}`);
  }
  const { prime, qudits } = group;
  if (samples * Math.max(1, qudits) > MOST_DIGITS) {
    throw new ShapeError(`sampledDigits: at most ${MOST_DIGITS} digits possible, got ${samples} × ${qudits}`);
  }
  const { x, z, phases } = canonicalForm(group);
  const conditions = [...phases.keys()].flatMap((row) => {
    if (entries(x, row).length > 0) return [];
    const [[pivot], ...others] = entries(z, row) as [Entry, ...Entry[]];
    return [{ pivot, others, phase: phases[row]! }];
  });
  return Array.from({ length: samples }, () => {
    const digits = Array.from({ length: qudits }, () => randomDigit(stream, prime));
    // ω^phase Z^z = 1 on the sample; in reduced form no pivot occurs in another condition.
    for (const { pivot, others, phase } of conditions) {
      digits[pivot] = modulo(-phase - others.reduce((sum, [q, power]) => sum + power * digits[q]!, 0), prime);
    }
    return digits;
  });
}

type Entry = readonly [qudit: number, power: number];

function entries(matrix: DigitMatrix, row: number): readonly Entry[] {
  const all: Entry[] = [];
  for (let q = 0; q < matrix.columns; q++) {
    const power = digitAt(matrix, row, q);
    if (power !== 0) all.push([q, power]);
  }
  return all;
}

function checkedWord(group: StabiliserGroup, word: string): WordDigits {
  const read = wordDigits(word, group.prime);
  if (read.digits.length === 2 * group.qudits) return read;
  throw new ShapeError(`word: ${group.qudits} letters required, got '${word}' with ${read.digits.length / 2}`);
}

/** The power of ω by which each generator and the word do not commute, z·x′ − x·z′. */
function clashes({ prime, qudits, x, z, phases }: StabiliserGroup, { digits }: WordDigits): readonly number[] {
  const touched = [...Array(qudits).keys()].filter((q) => digits[q] !== 0 || digits[qudits + q] !== 0);
  return Array.from(phases, (_, row) => {
    const sum = touched.reduce(
      (total, q) => total + digitAt(z, row, q) * digits[q]! - digitAt(x, row, q) * digits[qudits + q]!,
      0,
    );
    return modulo(sum, prime);
  });
}

const commutes = (group: StabiliserGroup, word: WordDigits): boolean =>
  clashes(group, word).every((clash) => clash === 0);

/** The power k of word = ω^k g with g in the group; null if there is none. */
function reduced(group: StabiliserGroup, word: WordDigits): number | null {
  if (!commutes(group, word)) return null;
  const last = group.phases.length;
  const tableau = tableauOf(withGenerator(group, word));
  const rows = tableauRows(tableau);
  const { pivots } = rowEchelon({ ...rows, count: last });
  for (const { row, column } of pivots) {
    const digit = rows.digit(last, column);
    if (digit !== 0) rows.add(last, row, -digit * inverseModulo(rows.digit(row, column), group.prime));
  }
  return rows.first(last, 0) < 0 ? groupOfTableau(tableau, [last]).phases[0]! : null;
}

/** The group after the outcome ω^power of a word that is not certain. */
function projectedGroup(group: StabiliserGroup, word: WordDigits, power: number): StabiliserGroup {
  const { prime } = group;
  const now = { digits: word.digits, phase: modulo(word.phase - power, prime) };
  const clash = clashes(group, word);
  const pivot = clash.findIndex((value) => value !== 0);
  if (pivot < 0) return withGenerator(group, now);
  const tableau = tableauOf(group);
  const inverse = inverseModulo(clash[pivot]!, prime);
  clash.forEach((value, row) => {
    if (row !== pivot) multiplyRow(tableau, row, pivot, ((prime - value) * inverse) % prime);
  });
  const others = [...clash.keys()].filter((row) => row !== pivot);
  return withGenerator(groupOfTableau(tableau, others), now);
}

/** The generators, and one more. */
function withGenerator(group: StabiliserGroup, { digits, phase }: WordDigits): StabiliserGroup {
  const { prime, qudits } = group;
  const rows = group.phases.length + 1;
  const extended = (half: DigitMatrix, from: number): DigitMatrix => {
    const matrix = zeroDigits(prime, rows, qudits);
    matrix.digits.set(half.digits);
    for (let q = 0; q < qudits; q++) setDigit(matrix, rows - 1, q, digits[from + q]!);
    return matrix;
  };
  const phases = Uint16Array.of(...group.phases, phase);
  return { ...group, x: extended(group.x, 0), z: extended(group.z, qudits), phases };
}
