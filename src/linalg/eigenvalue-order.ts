/** @file In which order the eigenvalues of general matrices are told. */

import type { ComplexVector } from './complex.ts';

/** Which eigenvalues come first: `modulus` the largest |λ|, `real-part` the largest Re λ. */
export type EigenvalueOrder = 'modulus' | 'real-part';

/** Relative differences below this count as rounding, so that complex pairs stay side by side. */
const SAME = 1e-10;

/** The indices of the values in this order; of equal ones the larger real, then the larger imaginary part first. */
export function eigenvalueOrder(values: ComplexVector, order: EigenvalueOrder): readonly number[] {
  const ranks = Array.from({ length: values.length }, (_, k) => eigenvalueRank(values, k, order));
  const unit = SAME * Math.max(...ranks.map(Math.abs), Number.MIN_VALUE);
  const keys = ranks.map((rank, k) => [rank, values.interleaved[2 * k]!, values.interleaved[2 * k + 1]!] as const);
  return Array.from(keys.keys()).sort((i, j) => {
    const difference = [0, 1, 2].map((part) => Math.round(keys[j]![part]! / unit) - Math.round(keys[i]![part]! / unit));
    return difference.find((x) => x !== 0) ?? i - j;
  });
}

/** What the order compares: |λ_k| or Re λ_k. */
export function eigenvalueRank({ interleaved }: ComplexVector, k: number, order: EigenvalueOrder): number {
  return order === 'modulus' ? Math.hypot(interleaved[2 * k]!, interleaved[2 * k + 1]!) : interleaved[2 * k]!;
}
