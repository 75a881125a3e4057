/** @file How invariant a tensor of spins is under rotations of all of them at once. */

import { ShapeError } from '../../errors.ts';
import type { ComplexArray } from '../../linalg/complex.ts';

/**
 * The greatest ‖(Σ_i J_a⁽ⁱ⁾) T‖/‖T‖ over the axes a = x, y, z, with the spin of a leg of dimension d being (d − 1)/2.
 *
 * It vanishes exactly for invariant tensors, for which the sum over all generators, the total spin, is 0.
 *
 * @throws {ShapeError} as many entries as the shape says are required, and not all of them zero
 */
export function invarianceDefect({ shape, interleaved }: ComplexArray): number {
  const entries = shape.reduce((product, d) => product * d, 1);
  const norm = Math.sqrt(interleaved.reduce((sum, x) => sum + x * x, 0));
  if (interleaved.length !== 2 * entries || !(norm > 0)) {
    throw new ShapeError(`invarianceDefect: ${entries} entries, not all zero, required, got ${interleaved.length / 2}`);
  }
  const [x, y, z] = [0, 1, 2].map(() => new Float64Array(2 * entries)) as [Float64Array, Float64Array, Float64Array];
  shape.forEach((d, leg) => {
    const stride = shape.slice(leg + 1).reduce((product, n) => product * n, 1);
    const j = (d - 1) / 2;
    for (let k = 0; k < entries; k++) {
      const m = j - (Math.floor(k / stride) % d);
      const [re, im] = [interleaved[2 * k]!, interleaved[2 * k + 1]!];
      z[2 * k]! += m * re;
      z[2 * k + 1]! += m * im;
      // J± change m by ±1; J_x = (J₊ + J₋)/2, J_y = (J₊ − J₋)/2i.
      for (const step of [1, -1]) {
        if (Math.abs(m + step) > j) continue;
        const half = Math.sqrt(j * (j + 1) - m * (m + step)) / 2;
        const to = k - step * stride;
        x[2 * to]! += half * re;
        x[2 * to + 1]! += half * im;
        y[2 * to]! += step * half * im;
        y[2 * to + 1]! -= step * half * re;
      }
    }
  });
  return Math.max(...[x, y, z].map((image) => Math.sqrt(image.reduce((sum, value) => sum + value * value, 0)) / norm));
}
