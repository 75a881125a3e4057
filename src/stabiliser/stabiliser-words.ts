/** @file Generators as text, for qudits as well as for qubits. */

import { DomainError, ShapeError } from '../errors.ts';
import { digitAt } from './digit-matrix.ts';
import { stabiliserGroup } from './given-generators.ts';
import { checkPrime, modulo } from './prime-field.ts';
import type { StabiliserGroup } from './stabiliser-group.ts';

/** A word ω^{phase} T(x, z) in numbers. */
export interface WordDigits {
  /** x₁ … x_n z₁ … z_n, 0 … p − 1. */
  readonly digits: readonly number[];
  /** Power of ω, 0 … p − 1; for qubits 1 means −1. */
  readonly phase: number;
}

/**
 * A word as numbers. A word has a letter for each qudit, I (or _), X, Z or Y = T(1, 1), behind it a power if it is not
 * 1; where words are separated by blanks, each stands for a qudit and may have both letters, T(x, z). Before it stands
 * + or −, or ω^k (w^k).
 *
 *     'XZZXI'   '-XX'   '+_ZZ_'      qubits
 *     'X Z2 Z2 X I' = 'XZ2Z2XI'      five qutrits
 *     'w^2 X1Z2 I'                   two qutrits: ω² T(1, 2) ⊗ 1
 *
 * @throws {DomainError} anything else
 */
export function wordDigits(word: string, prime: number): WordDigits {
  const wrong = new DomainError(
    `wordDigits: letters I, X, Y, Z with powers required, as XZZXI or 'X1Z2 I', got '${word}'`,
  );
  const [, sign, omega, power, body] = /^\s*(?:([+-])|([ωw])(?:\^?(\d+))?)?\s*(.*)$/s.exec(word)!;
  if (sign === '-' && prime !== 2) throw new DomainError(`wordDigits: a power of ω as sign required, got '${word}'`);
  const letters = /\s/.test(body!) ? body!.trim().split(/\s+/) : (body!.match(/[IXYZ_]\d*/g) ?? []);
  if (letters.length === 0 || letters.join('') !== body!.replaceAll(/\s+/g, '')) throw wrong;
  const [x, z]: [number[], number[]] = [[], []];
  for (const letter of letters) {
    const match = /^(?:[I_]|Y(\d*)|(?:X(\d*))?(?:Z(\d*))?)$/.exec(letter);
    if (match === null) throw wrong;
    x.push(powerIn(match[1] ?? match[2]));
    z.push(powerIn(match[1] ?? match[3]));
  }
  const phase = sign === '-' ? 1 : omega !== undefined ? Number(power ?? 1) : 0;
  if (![...x, ...z, phase].every(Number.isSafeInteger)) throw wrong;
  return { digits: [...x, ...z].map((digit) => modulo(digit, prime)), phase: modulo(phase, prime) };
}

/** The power behind a letter: 0 without the letter, 1 without a number. */
const powerIn = (digits: string | undefined): number => (digits === undefined ? 0 : digits === '' ? 1 : Number(digits));

/**
 * The group with generators as words, see `wordDigits`: stabiliserGroupOfWords(['XZZXI', 'IXZZX', 'XIXZZ', 'ZXIXZ']).
 *
 * @throws {ShapeError} no words, or words of different length
 * @throws {DomainError} a word that cannot be read, or generators that are no group: see `stabiliserGroup`
 */
export function stabiliserGroupOfWords(words: readonly string[], prime = 2): StabiliserGroup {
  checkPrime(prime, 'stabiliserGroupOfWords');
  const read = words.map((word) => wordDigits(word, prime));
  const length = read[0]?.digits.length;
  const wrong = read.findIndex(({ digits }) => digits.length !== length);
  if (length === undefined) throw new ShapeError('stabiliserGroupOfWords: at least one word required, got none');
  if (wrong >= 0) {
    throw new ShapeError(`stabiliserGroupOfWords: words of ${length / 2} qudits required, got '${words[wrong]}'`);
  }
  return stabiliserGroup(
    prime,
    length / 2,
    read.map(({ digits }) => digits),
    read.map(({ phase }) => phase),
  );
}

/** The generators as words, which `stabiliserGroupOfWords` reads. */
export function stabiliserWords({ prime, qudits, x, z, phases }: StabiliserGroup): readonly string[] {
  return Array.from(phases, (phase, row) => {
    const letters = Array.from({ length: qudits }, (_, q) => letterOf(digitAt(x, row, q), digitAt(z, row, q), prime));
    if (prime === 2) return `${phase === 1 ? '-' : ''}${letters.join('')}`;
    return `${phase === 0 ? '' : `w^${phase} `}${letters.join(' ')}${qudits === 1 ? ' ' : ''}`;
  });
}

function letterOf(x: number, z: number, prime: number): string {
  if (prime === 2) return 'IXZY'[x + 2 * z]!;
  if (x === 0 && z === 0) return 'I';
  const power = (letter: string, digit: number): string =>
    digit === 0 ? '' : digit === 1 ? letter : `${letter}${digit}`;
  return power('X', x) + power('Z', z);
}
