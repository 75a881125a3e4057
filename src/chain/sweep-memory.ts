/** @file How much memory a sweep takes, before it takes it. */

import { DomainError } from '../errors.ts';
import type { ComplexArray } from '../linalg/complex.ts';

/** Most bytes that the environments and the pair of a sweep may take. */
const MOST_BYTES = 16e9;

/**
 * Bytes of a sweep: the environments of all bonds, D χ² complex numbers each, the chain, and some 2(krylov + D) pairs.
 *
 * @param tensors - the matrix-product operator
 */
export function sweepBytes(tensors: readonly ComplexArray[], bond: number): number {
  const dimensions = tensors.map(({ shape }) => shape[1]!);
  const whole = (own: readonly number[]): number => own.reduce((product, d) => Math.min(bond, product * d), 1);
  let entries = 0;
  tensors.forEach(({ shape }, k) => {
    const [left, right] = [whole(dimensions.slice(0, k)), whole(dimensions.slice(k))];
    const own = Math.min(left, right);
    entries += own * own * (shape[0]! + shape[1]!);
  });
  const widest = Math.max(...tensors.map(({ shape }) => shape[0]!));
  const d = Math.max(...dimensions);
  return (
    16 *
    (entries + 2 * (8 + widest) * (bond * d) ** 2 * Number(bond <= whole(dimensions.slice(0, dimensions.length >> 1))))
  );
}

/** @throws {DomainError} a sweep of this bond dimension needs more memory than 16 GB */
export function checkSweepMemory(tensors: readonly ComplexArray[], bond: number): void {
  const bytes = sweepBytes(tensors, bond);
  if (bytes <= MOST_BYTES) return;
  throw new DomainError(
    `groundStateBySweeps: at most ${MOST_BYTES / 1e9} GB of memory required, got ${Math.ceil(bytes / 1e9)} GB at bond dimension ${bond}`,
  );
}
