/** @file Long words for readers: the factors that act, each with its qudit. */

import { subscript, superscript } from '../number-format.ts';
import { wordDigits } from './stabiliser-words.ts';

/**
 * A word by its factors other than the identity, qudits numbered from 0:
 *
 *     '-IIXZI'    −X₂ Z₃
 *     'X2 I XZ'   X₀² X₂Z₂    two qutrits of three
 *
 * @param word - see `wordDigits`
 * @param most - factors that are written; behind them stands …
 * @throws {DomainError} a word that cannot be read
 */
export function sparseWord(word: string, prime: number, most = Infinity): string {
  const { digits, phase } = wordDigits(word, prime);
  const qudits = digits.length / 2;
  const factors = Array.from({ length: qudits }, (_, q) => factorOf(digits[q]!, digits[qudits + q]!, q, prime)).filter(
    (factor) => factor !== '',
  );
  const sign = phase === 0 ? '' : prime === 2 ? '−' : `ω${phase === 1 ? '' : superscript(phase)} `;
  const shown = factors.length === 0 ? ['1'] : factors.slice(0, most);
  return sign + [...shown, ...(factors.length > most ? ['…'] : [])].join(' ');
}

function factorOf(x: number, z: number, qudit: number, prime: number): string {
  if (prime === 2 && x + z === 2) return `Y${subscript(qudit)}`;
  const power = (letter: string, digit: number): string =>
    digit === 0 ? '' : `${letter}${subscript(qudit)}${digit === 1 ? '' : superscript(digit)}`;
  return power('X', x) + power('Z', z);
}
