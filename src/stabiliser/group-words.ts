/** @file All words of a group, one after the other. */

import { digitAt } from './digit-matrix.ts';
import type { StabiliserGroup } from './stabiliser-group.ts';

/**
 * All pʳ words of a group as digits x₁ z₁ x₂ z₂ …, without phases, beginning with the identity. In the order of the
 * modular Gray code, in which step s multiplies by the generator whose number is the power of p in s. The array is the
 * same each time.
 *
 * O(n) for each word.
 */
export function* groupWords({ prime, qudits, x, z, phases }: StabiliserGroup): Generator<Uint16Array> {
  const word = new Uint16Array(2 * qudits);
  const words = prime ** phases.length;
  yield word;
  for (let step = 1; step < words; step++) {
    let row = 0;
    for (let rest = step; rest % prime === 0; rest /= prime) row++;
    for (let q = 0; q < qudits; q++) {
      word[2 * q] = (word[2 * q]! + digitAt(x, row, q)) % prime;
      word[2 * q + 1] = (word[2 * q + 1]! + digitAt(z, row, q)) % prime;
    }
    yield word;
  }
}
