/** @file All symbols {a b c; d e f} that differ in a, by recursion from both ends. */

import { checkSpins, isTriad, parity, type Spin } from './spins.ts';

/** Values of {a b c; d e f} for a = first, first + 1, …. */
export interface SixJFamily {
  readonly first: Spin;
  readonly values: Float64Array;
}

/**
 * All symbols {a b c; d e f} of given b, c, d, e, f. They obey a three-term recursion in a, like a discrete Schrödinger
 * equation: between two turning points the solution oscillates, outside it decays. So the recursion is run inwards
 * from both ends, where it is stable, matched in the middle, and normalised by Σ_a (2a + 1)(2d + 1){a b c; d e f}² = 1.
 *
 * @returns no values where (d, b, f) or (d, e, c) cannot be coupled, or no a fits both others
 * @throws {DomainError} a number that is no spin
 *
 * Cost O(number of values); absolute error below 1e-15.
 * @see Schulten & Gordon, J. Math. Phys. 16, 1961 (1975)
 */
export function sixJFamily(b: Spin, c: Spin, d: Spin, e: Spin, f: Spin): SixJFamily {
  checkSpins('sixJFamily', [b, c, d, e, f], 1e5);
  const first = Math.max(Math.abs(b - c), Math.abs(e - f));
  const last = Math.min(b + c, e + f);
  if (!isTriad(d, b, f) || !isTriad(d, e, c) || last < first) return { first, values: new Float64Array(0) };
  const count = last - first + 1;
  const values = matched(coefficients(first, count, b, c, d, e, f), first === 0);
  let norm = 0;
  for (let k = 0; k < count; k++) norm += (2 * (first + k) + 1) * values[k]! ** 2;
  const sign = parity(b + c + e + f) * Math.sign(values[count - 1]!);
  const factor = sign / Math.sqrt(norm * (2 * d + 1));
  return { first, values: values.map((value) => factor * value) };
}

/** Terms of upper[k]·f[k+1] + middle[k]·f[k] + lower[k]·f[k−1] = 0. */
interface Recursion {
  readonly upper: Float64Array;
  readonly middle: Float64Array;
  readonly lower: Float64Array;
}

function coefficients(first: Spin, count: number, b: Spin, c: Spin, d: Spin, e: Spin, f: Spin): Recursion {
  const square = (j: Spin): number => j * (j + 1);
  const [B, C, D, E, F] = [b, c, d, e, f].map(square) as [number, number, number, number, number];
  const edge = (a: Spin): number =>
    Math.sqrt(
      (a + b - c) *
        (a - b + c) *
        (b + c + 1 + a) *
        (b + c + 1 - a) *
        ((a + e - f) * (a - e + f)) *
        ((e + f + 1 + a) * (e + f + 1 - a)),
    );
  const [upper, middle, lower] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  for (let k = 0; k < count; k++) {
    const a = first + k;
    const A = square(a);
    upper[k] = a * edge(a + 1);
    lower[k] = (a + 1) * edge(a);
    middle[k] = (2 * a + 1) * (A * (-A + B + C - 2 * D) + E * (A + B - C) + F * (A - B + C));
  }
  return { upper, middle, lower };
}

/** The solution up to a factor; downwards alone where the least a is 0, where the recursion upwards says 0 = 0. */
function matched({ upper, middle, lower }: Recursion, startsAtZero: boolean): Float64Array {
  const count = middle.length;
  const down = new Float64Array(count);
  down[count - 1] = 1;
  for (let k = count - 1; k > 0; k--) {
    down[k - 1] = -(middle[k]! * down[k]! + (k + 1 < count ? upper[k]! * down[k + 1]! : 0)) / lower[k]!;
    rescaled(down, k - 1);
  }
  if (startsAtZero || count < 3) return down;
  const up = new Float64Array(count);
  up[0] = 1;
  for (let k = 0; k + 1 < count; k++) {
    up[k + 1] = -(middle[k]! * up[k]! + (k > 0 ? lower[k]! * up[k - 1]! : 0)) / upper[k]!;
    rescaled(up, k + 1);
  }
  return joined(up, down);
}

/** Divides all values by the one at k where it becomes too large. */
function rescaled(values: Float64Array, k: number): void {
  const size = Math.abs(values[k]!);
  if (size > 1e100) for (let i = 0; i < values.length; i++) values[i]! /= size;
}

/**
 * Joined where neither of both has left its stable range: at the first maximum of |up| that is reached from below,
 * matched to `down` on that place and its neighbours by least squares.
 */
function joined(up: Float64Array, down: Float64Array): Float64Array {
  const count = up.length;
  let middle = 1;
  while (middle < count - 2 && Math.abs(up[middle + 1]!) >= Math.abs(up[middle]!)) middle++;
  const around = [middle - 1, middle, middle + 1];
  const product = around.reduce((sum, k) => sum + up[k]! * down[k]!, 0);
  const factor = product / around.reduce((sum, k) => sum + up[k]! ** 2, 0);
  return down.map((value, k) => (k < middle ? factor * up[k]! : value));
}
