/** @file Operator pushing: is there an operator on a region of the boundary that acts as a given logical one? */

import { DomainError } from '../errors.ts';
import { complementOf } from '../state/reduced-density-matrix.ts';
import { digitAt } from './digit-matrix.ts';
import { inverseModulo, modulo } from './prime-field.ts';
import { type Echelon, rowEchelon } from './row-elimination.ts';
import { physicalQudits, type StabiliserCode } from './stabiliser-code.ts';
import { stabiliserWords, wordDigits } from './stabiliser-words.ts';
import { groupOfTableau, multiplyRow, type Tableau, tableauOf } from './tableau.ts';

/** A logical word: the letters of each input on which it acts, such as { 0: 'X' } or { 0: 'X2Z', 3: 'Z' }. */
export type LogicalWord = Readonly<Record<number, string>>;

/** What the operator may do to inputs that the logical word does not name. */
export interface PushingOptions {
  /** 'identity' leaves them alone (a bare operator), 'any' does not care (a dressed one). Default 'identity'. */
  readonly others?: 'identity' | 'any';
}

/**
 * The outcome: an operator within the region, or the proof that none exists, an operator outside of the region that
 * does not commute with the logical word on any state of the code.
 */
export interface PushedOperator {
  readonly kind: 'operator' | 'witness';
  /** A word on all physical qudits, see `stabiliserWords`. */
  readonly word: string;
  /** The sites on which it acts, ascending. */
  readonly sites: readonly number[];
  /** The inputs on which it acts, ascending. */
  readonly inputs: readonly number[];
}

/**
 * Pushes a logical word L to a region: a word W within it with
 *
 *     W V = V L,
 *
 * as a linear system over GF(p). If it has no solution, then by complementarity there is a word outside of the region,
 * logical as well, with which L does not commute; it is returned as the witness. A bare operator fails by a dressed
 * witness, and a dressed one by a bare witness.
 *
 * @param logical - L
 * @param region - sites
 * @throws {DomainError} an input or site that does not exist, letters that cannot be read, or none but I
 *
 * O(n r²), 32 times less for qubits.
 *
 * @see Pastawski, Yoshida, Harlow & Preskill, arXiv:1503.06237; Bravyi & Terhal, arXiv:0810.1983, for the lemma
 */
export function pushedOperator(
  code: StabiliserCode,
  logical: LogicalWord,
  region: readonly number[],
  { others = 'identity' }: PushingOptions = {},
): PushedOperator {
  const { encoding, sites, inputs } = code;
  if (others !== 'identity' && others !== 'any') {
    throw new DomainError(`pushedOperator: others 'identity' or 'any' required, got '${others}'`);
  }
  const outside = complementOf(region, sites.length).flatMap((site) => sites[site]!);
  const inside = region.flatMap((site) => sites[site]!);
  const given = givenLetters(code, logical);
  const named = Object.keys(logical).flatMap((t) => inputs[Number(t)]!);
  const free = inputs.flat().filter((q) => !named.includes(q));
  const fixed = others === 'identity' ? inputs.flat() : named;
  const tableau = tableauOf(encoding);
  const found = wordWith(tableau, outside, fixed, given);
  if (found !== null) return outcome(code, 'operator', tableau, found, conjugatePhase(code, logical));
  const second = tableauOf(encoding);
  const vanishing = others === 'identity' ? inside : [...inside, ...free];
  const { zero } = eliminated(second, vanishing);
  const witness = zero.find((row) => formWith(second, row, given) !== 0);
  return outcome(code, 'witness', second, witness!, 0);
}

/** Letters on the references, by qudit: those of the complex conjugate of the logical word. */
type Letters = ReadonlyMap<number, { readonly x: number; readonly z: number }>;

function givenLetters({ encoding, inputs }: StabiliserCode, logical: LogicalWord): Letters {
  const letters = new Map<number, { readonly x: number; readonly z: number }>();
  for (const [input, word] of Object.entries(logical)) {
    const qudits = inputs[Number(input)];
    if (qudits === undefined) {
      throw new DomainError(`pushedOperator: inputs below ${inputs.length} required, got ${input}`);
    }
    const { digits } = wordDigits(inputWord(word, qudits), encoding.prime);
    if (digits.length !== 2 * qudits.length) {
      throw new DomainError(`pushedOperator: a word of ${qudits.length} letters required, got '${word}'`);
    }
    qudits.forEach((q, k) => {
      letters.set(q, { x: digits[k]!, z: modulo(-digits[qudits.length + k]!, encoding.prime) });
    });
  }
  if (![...letters.values()].some(({ x, z }) => x !== 0 || z !== 0)) {
    throw new DomainError('pushedOperator: a logical word other than the identity required');
  }
  return letters;
}

/** Both letters of a single qudit need no blank between words: 'X2Z'. */
const inputWord = (word: string, qudits: readonly number[]): string => (qudits.length === 1 ? `${word} ` : word);

/** The power of ω between the word of the references and the logical one: a sign for each Y of qubits, and its own. */
function conjugatePhase({ encoding, inputs }: StabiliserCode, logical: LogicalWord): number {
  const { prime } = encoding;
  return Object.entries(logical).reduce((sum, [input, word]) => {
    const { digits, phase } = wordDigits(inputWord(word, inputs[Number(input)]!), prime);
    const m = digits.length / 2;
    const crossings = digits.slice(0, m).reduce((count, x, q) => count + x * digits[m + q]!, 0);
    return modulo(sum + phase + (prime === 2 ? crossings : 0), prime);
  }, 0);
}

/** The row, made in place, that is 1 on the outside and has the given letters on the fixed qudits; null if there is none. */
function wordWith(
  tableau: Tableau,
  outside: readonly number[],
  fixed: readonly number[],
  given: Letters,
): number | null {
  const { prime, x, z } = tableau;
  const { pivots } = eliminated(tableau, [...outside, ...fixed]);
  const wanted = fixed.flatMap((q) => [given.get(q)?.x ?? 0, given.get(q)?.z ?? 0]);
  const digitOf = (row: number, k: number): number => digitAt(k % 2 === 0 ? x : z, row, fixed[k >>> 1]!);
  let sum: number | null = null;
  for (const { row, column } of pivots) {
    const k = column - 2 * outside.length;
    if (k < 0 || wanted[k] === 0) continue;
    const factor = (wanted[k]! * inverseModulo(digitOf(row, k), prime)) % prime;
    for (const at of wanted.keys()) wanted[at] = modulo(wanted[at]! - factor * digitOf(row, at), prime);
    multiplyRow(tableau, sum ?? row, row, sum === null ? factor - 1 : factor);
    sum ??= row;
  }
  return wanted.every((digit) => digit === 0) ? sum : null;
}

/** Echelon form, in place, in the columns x, z of the qudits in turn; the rows of `zero` are 1 there. */
function eliminated(tableau: Tableau, qudits: readonly number[]): Echelon {
  const { prime, x, z, high, low } = tableau;
  const digit = (row: number, column: number): number => digitAt(column % 2 === 0 ? x : z, row, qudits[column >>> 1]!);
  const columns = 2 * qudits.length;
  return rowEchelon({
    prime,
    count: tableau.phases.length,
    columns,
    digit,
    first: (row, from) => {
      for (let column = from; column < columns; column++) if (digit(row, column) !== 0) return column;
      return -1;
    },
    add: (to, from, factor) => multiplyRow(tableau, to, from, modulo(factor, prime)),
    width: (row) => high[row]! - low[row]!,
  });
}

/** ω(row, letters) on the references; 0 if they commute. */
function formWith({ prime, x, z }: Tableau, row: number, letters: Letters): number {
  let sum = 0;
  for (const [q, letter] of letters) sum += digitAt(z, row, q) * letter.x - digitAt(x, row, q) * letter.z;
  return modulo(sum, prime);
}

function outcome(
  code: StabiliserCode,
  kind: PushedOperator['kind'],
  tableau: Tableau,
  row: number,
  phase: number,
): PushedOperator {
  const { sites, inputs } = code;
  const { prime, x, z } = tableau;
  const acts = (qudits: readonly number[]): boolean =>
    qudits.some((q) => digitAt(x, row, q) !== 0 || digitAt(z, row, q) !== 0);
  const where = (places: readonly (readonly number[])[]): readonly number[] =>
    [...places.keys()].filter((k) => acts(places[k]!));
  const group = groupOfTableau(tableau, [row]);
  const phases = Uint16Array.from(group.phases, (own) => modulo(own + phase, prime));
  const n = physicalQudits(code);
  const [word] = stabiliserWords({ ...group, qudits: n, phases });
  return { kind, word: word!, sites: where(sites), inputs: where(inputs) };
}
