/**
 * @file An operator sum as words over an alphabet of simple matrices: real, of a definite charge, none a multiple of another.
 * Equal words are merged, so that XX + YY becomes 2(S⁺S⁻ + S⁻S⁺) where the number of excitations is conserved.
 */

import { DomainError } from '../errors.ts';
import type { Complex, ComplexMatrix } from '../linalg/complex.ts';
import type { OperatorSum } from './operator-sum.ts';

/** A letter: a real matrix that raises the charge of its site. */
export interface Letter {
  /** Dimension d of the site. */
  readonly dimension: number;
  /** d × d, row-major, largest entry 1. */
  readonly entries: Float64Array;
  readonly charge: number;
}

/** A complex multiple of a product of letters, at ascending sites. */
export interface OperatorWord {
  readonly coefficient: Complex;
  readonly letters: readonly (readonly [site: number, letter: number])[];
}

/** Words and their alphabet. */
export interface OperatorWords {
  readonly dimensions: readonly number[];
  readonly alphabet: readonly Letter[];
  readonly words: readonly OperatorWord[];
}

/** Relative size below which the coefficient of a merged word is rounding. */
const ROUNDING = 1e-14;

/**
 * The words of an operator sum.
 *
 * @param charges - the charge of every basis state of every site, in integers; undefined without a symmetry
 * @param modulus - N of Z_N; 0 for integer charges
 * @throws {DomainError} the operator does not conserve the charge
 */
export function operatorWords(
  { dimensions, terms }: OperatorSum,
  charges?: readonly (readonly number[])[],
  modulus = 0,
): OperatorWords {
  const alphabet: Letter[] = [];
  const numbers = new Map<string, number>();
  const intern = (letter: Letter): number => {
    const key = `${letter.charge}|${Array.from(letter.entries, (x) => Math.round(x * 1e12)).join()}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, alphabet.length);
    return alphabet.push(letter) - 1;
  };
  const chargesAt = (site: number) => charges?.[site] ?? new Array<number>(dimensions[site]!).fill(0);
  const partsOf = remembered((matrix: ComplexMatrix, site: number) =>
    simpleParts(matrix, chargesAt(site), modulus).map(({ factor, letter }) => ({ factor, letter: intern(letter) })),
  );
  const merged = new Map<string, { letters: OperatorWord['letters']; re: number; im: number }>();
  for (const { coefficient, factors } of terms) {
    const parts = factors
      .toSorted((a, b) => a.site - b.site)
      .map(({ site, matrix }) => ({ site, own: partsOf(matrix, site) }));
    const extend = (letters: OperatorWord['letters'], re: number, im: number): void => {
      const next = parts[letters.length];
      if (next === undefined) {
        const kept = letters.filter(([, letter]) => !isIdentity(alphabet[letter]!));
        const key = kept.join(';');
        const known = merged.get(key);
        merged.set(key, { letters: kept, re: (known?.re ?? 0) + re, im: (known?.im ?? 0) + im });
        return;
      }
      for (const { factor, letter } of next.own) {
        extend([...letters, [next.site, letter]], re * factor[0] - im * factor[1], re * factor[1] + im * factor[0]);
      }
    };
    extend([], coefficient, 0);
  }
  const all = [...merged.values()];
  const least = ROUNDING * Math.max(0, ...all.map(({ re, im }) => Math.hypot(re, im)));
  const words = all
    .filter(({ re, im }) => Math.hypot(re, im) > least)
    .map(({ letters, re, im }): OperatorWord => ({ letters, coefficient: [re, im] }));
  for (const { letters } of words) {
    const total = letters.reduce((sum, [, letter]) => sum + alphabet[letter]!.charge, 0);
    if (modulus === 0 ? total !== 0 : total % modulus !== 0) {
      const sites = letters.map(([site]) => site).join(', ');
      throw new DomainError(
        `operator: terms that conserve the charge required, got one on sites ${sites} that changes it by ${total}`,
      );
    }
  }
  return { dimensions, alphabet, words };
}

const isIdentity = ({ dimension, entries }: Letter): boolean =>
  entries.every((x, k) => x === (k % (dimension + 1) === 0 ? 1 : 0));

/** A function of a matrix and a site whose values are kept. */
function remembered<T>(of: (matrix: ComplexMatrix, site: number) => T): (matrix: ComplexMatrix, site: number) => T {
  const known = new Map<ComplexMatrix, Map<number, T>>();
  return (matrix, site) => {
    const bySite = known.get(matrix) ?? new Map<number, T>();
    known.set(matrix, bySite);
    if (!bySite.has(site)) bySite.set(site, of(matrix, site));
    return bySite.get(site)!;
  };
}

/** A matrix as Σ factor · letter: real and imaginary part of each change of the charge, scaled to largest entry 1. */
function simpleParts(
  { rows: d, interleaved }: ComplexMatrix,
  charges: readonly number[],
  modulus: number,
): readonly { readonly factor: Complex; readonly letter: Letter }[] {
  const parts = new Map<string, { charge: number; imaginary: boolean; entries: Float64Array }>();
  for (let at = 0; at < 2 * d * d; at++) {
    const value = interleaved[at]!;
    if (value === 0) continue;
    const [i, j] = [Math.floor(at / 2 / d), Math.floor(at / 2) % d];
    const change = charges[i]! - charges[j]!;
    const charge = modulus === 0 ? change : ((change % modulus) + modulus) % modulus;
    const imaginary = at % 2 === 1;
    const key = `${charge},${imaginary}`;
    const part = parts.get(key) ?? { charge, imaginary, entries: new Float64Array(d * d) };
    part.entries[Math.floor(at / 2)] = value;
    parts.set(key, part);
  }
  return [...parts.values()].map(({ charge, imaginary, entries }) => {
    const scale = entries.reduce((most, x) => (Math.abs(x) > Math.abs(most) * (1 + 1e-12) ? x : most), 0);
    const letter = { dimension: d, entries: entries.map((x) => x / scale), charge };
    return { factor: imaginary ? [0, scale] : [scale, 0], letter };
  });
}
