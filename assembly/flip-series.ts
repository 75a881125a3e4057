/** @file Taylor series of a vector under a sum of flips, and the bound of its norm that says how long they are. */

import { flipAct } from './flip-act';
import { total } from './lanes';

/** Σ x² of some 32 bytes or more, in four sums. */
function square(x: usize, bytes: usize): f64 {
  let a = f64x2.splat(0);
  let b = f64x2.splat(0);
  let c = f64x2.splat(0);
  let d = f64x2.splat(0);
  const end = x + bytes;
  for (; x + 48 < end; x += 64) {
    const s = v128.load(x);
    const t = v128.load(x, 16);
    const u = v128.load(x, 32);
    const v = v128.load(x, 48);
    a = f64x2.add(a, f64x2.mul(s, s));
    b = f64x2.add(b, f64x2.mul(t, t));
    c = f64x2.add(c, f64x2.mul(u, u));
    d = f64x2.add(d, f64x2.mul(v, v));
  }
  return total(f64x2.add(f64x2.add(a, b), f64x2.add(c, d)));
}

/**
 * The terms (i·step·H)^m v/m! behind the vector v at `terms`, and the norms of all: while m < 2·norm or the next is expected to be
 * above the tolerance, but at most `most` terms. Returns how many there are.
 */
export function flipSeries(
  terms: usize, bytes: usize, diagonals: usize, at: usize, step: f64, norm: f64, tolerance: f64, most: i32, sizes: usize,
): i32 {
  const first = Math.sqrt(square(terms, bytes));
  store<f64>(sizes, first);
  let size = first;
  let m = 1;
  for (; m < most; m++) {
    const order = <f64>m;
    if (!(order < 2 * norm || (size * norm) / order > tolerance * first)) break;
    const term = terms + <usize>m * bytes;
    memory.fill(term, 0, bytes);
    flipAct(term, diagonals, term - bytes, at, step / order);
    size = Math.sqrt(square(term, bytes));
    store<f64>(sizes + (<usize>m << 3), size);
  }
  return m;
}

/** Σ_f max |D_f|, with the diagonal of flip f from offsets[f] to offsets[f + 1]. */
export function flipBound(diagonals: usize, offsets: usize, count: i32): f64 {
  let bound: f64 = 0;
  for (let f = 0; f < count; f++) {
    const begin = diagonals + (<usize>load<i32>(offsets + (<usize>f << 2)) << 4);
    const end = diagonals + (<usize>load<i32>(offsets + (<usize>f << 2), 4) << 4);
    let greatest = f64x2.splat(0);
    for (let x = begin; x < end; x += 16) {
      const entry = v128.load(x);
      const squares = f64x2.mul(entry, entry);
      greatest = f64x2.pmax(greatest, f64x2.add(squares, v128.shuffle<f64>(squares, squares, 1, 0)));
    }
    bound += Math.sqrt(f64x2.extract_lane(greatest, 0));
  }
  return bound;
}

/** Makes `bytes` bytes zero. */
export function clear(at: usize, bytes: usize): void {
  memory.fill(at, 0, bytes);
}

/** Copies `bytes` bytes. */
export function copy(to: usize, from: usize, bytes: usize): void {
  memory.copy(to, from, bytes);
}
