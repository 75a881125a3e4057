/** @file Kitaev's toric code, for qudits of any prime dimension. */

import { DomainError, ShapeError } from '../../errors.ts';
import { setDigit, zeroDigits } from '../../stabiliser/digit-matrix.ts';
import { checkPrime } from '../../stabiliser/prime-field.ts';
import type { StabiliserGroup } from '../../stabiliser/stabiliser-group.ts';

/** Largest size: 2·64² = 8192 qudits, two matrices of 64 MB for odd primes. */
const LARGEST = 64;

/** A power of X or Z on an edge. */
type Factor = readonly [edge: number, power: 1 | -1];

/** What is chosen among the states of the toric code. */
export interface ToricCodeOptions {
  /**
   * 'mixed' (default): the code itself, its p² states equally mixed. 'zero': the state with Z = 1 along both loops of the
   * torus, a pure one.
   */
  readonly logical?: 'mixed' | 'zero';
}

/** The edge to the right of a vertex of the L × L torus; edges are qudits 0 … 2L² − 1. */
export function edgeToTheRight(size: number, row: number, column: number): number {
  return 2 * (wrapped(row, size) * size + wrapped(column, size));
}

/** The edge below a vertex. */
export function edgeBelow(size: number, row: number, column: number): number {
  return edgeToTheRight(size, row, column) + 1;
}

/**
 * The toric code on an L × L lattice with periodic boundaries, a qudit on every edge:
 *
 *     ●──h──●──h──●      A_v = X_right X_below X_left⁻¹ X_above⁻¹  at every vertex,
 *     │     │     │      B_p = Z_top Z_right Z_bottom⁻¹ Z_left⁻¹   at every plaquette,
 *     v     v     v
 *     │     │     │      all but one of each independent: 2L² − 2 generators, two encoded qudits.
 *     ●──h──●──h──●
 *
 * @param size - L ≥ 2, at most 64
 * @param prime - dimension of a qudit; default 2
 * @throws {DomainError} not a prime
 * @throws {ShapeError} a size out of range
 *
 * @see Kitaev, arXiv:quant-ph/9707021
 */
export function toricCode(size: number, prime = 2, { logical = 'mixed' }: ToricCodeOptions = {}): StabiliserGroup {
  checkPrime(prime, 'toricCode');
  if (!(Number.isInteger(size) && size >= 2 && size <= LARGEST)) {
    throw new ShapeError(`toricCode: a size from 2 to ${LARGEST} required, got ${size}`);
  }
  if (logical !== 'mixed' && logical !== 'zero') {
    throw new DomainError(`toricCode: logical 'mixed' or 'zero' required, got '${logical}'`);
  }
  const places = Array.from({ length: size * size }, (_, k) => [Math.floor(k / size), k % size] as const);
  const [right, below] = [edgeToTheRight, edgeBelow].map(
    (edge) =>
      (row: number, column: number): number =>
        edge(size, row, column),
  ) as [(row: number, column: number) => number, (row: number, column: number) => number];
  const vertices = places.map(([r, c]): readonly Factor[] => [
    [right(r, c), 1],
    [below(r, c), 1],
    [right(r, c - 1), -1],
    [below(r - 1, c), -1],
  ]);
  const plaquettes = places.map(([r, c]): readonly Factor[] => [
    [right(r, c), 1],
    [below(r, c + 1), 1],
    [right(r + 1, c), -1],
    [below(r, c), -1],
  ]);
  const along = Array.from({ length: size }, (_, k) => k);
  const loops: readonly (readonly Factor[])[] = [
    along.map((c) => [right(0, c), 1]),
    along.map((r) => [below(r, 0), 1]),
  ];
  return groupOfFactors(prime, 2 * size * size, vertices.slice(1), [
    ...plaquettes.slice(1),
    ...(logical === 'zero' ? loops : []),
  ]);
}

/** Generators of X-type, then of Z-type, all with the value 1. */
function groupOfFactors(
  prime: number,
  qudits: number,
  ofX: readonly (readonly Factor[])[],
  ofZ: readonly (readonly Factor[])[],
): StabiliserGroup {
  const rows = ofX.length + ofZ.length;
  const [x, z] = [zeroDigits(prime, rows, qudits), zeroDigits(prime, rows, qudits)];
  [...ofX, ...ofZ].forEach((factors, row) => {
    for (const [edge, power] of factors) setDigit(row < ofX.length ? x : z, row, edge, (prime + power) % prime);
  });
  return { kind: 'stabiliser', prime, qudits, x, z, phases: new Uint16Array(rows) };
}

const wrapped = (index: number, size: number): number => ((index % size) + size) % size;
