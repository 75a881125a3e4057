/** @file How large a register may be: checked before any memory is allocated. */

import * as z from 'zod';
import { DomainError } from '../src/errors.ts';

/** Most qubits of a pure state of amplitudes: 2ⁿ complex numbers, 256 MB at the limit. */
export const PURE_LIMIT = 24;
/** Most qubits of a ground state by Lanczos iteration, which holds many vectors. */
export const LANCZOS_LIMIT = 20;
/** Most qubits of a density matrix that is diagonalised densely. */
export const DENSE_LIMIT = 8;

/** Memory of an array of `entries` complex numbers, in words: '16 MB'. */
export function memoryOf(entries: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB', 'PB'];
  const power = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log2(16 * entries) / 10)));
  return `${Math.ceil((16 * entries) / 1024 ** power)} ${units[power]}`;
}

const message = (got: unknown, least: number, limit: number, entries: (qubits: number) => number): string => {
  const memory = typeof got === 'number' && got > limit ? `, whose state needs ${memoryOf(entries(got))}` : '';
  return `${least} to ${limit} required, got ${got}${memory}`;
};

/**
 * The schema of a number of qubits (or sites) from `least` to `limit`.
 *
 * @param entries - number of complex numbers in a state of n qubits; default 2ⁿ
 */
export function sizeUpTo(limit: number, least = 1, entries: (size: number) => number = (n) => 2 ** n) {
  const error = ({ input }: { readonly input: unknown }) => message(input, least, limit, entries);
  return z.number().int().min(least, { error }).max(limit, { error });
}

/**
 * The same check for the plain functions.
 *
 * @throws {DomainError} not an integer from least to limit; the message says how much memory it would need
 */
export function checkSize(
  name: string,
  size: number,
  limit: number,
  least = 1,
  entries: (size: number) => number = (n) => 2 ** n,
): void {
  if (Number.isInteger(size) && size >= least && size <= limit) return;
  throw new DomainError(`${name}: ${message(size, least, limit, entries)}`);
}
