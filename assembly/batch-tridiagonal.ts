/** @file The spectra of two real symmetric tridiagonal matrices side by side, by the implicit QL method with Wilkinson's shift. */

import { either, turn } from './batch-lanes';

/** Far more iterations than the two or three that an eigenvalue needs. */
const MOST_ITERATIONS = 200;
/** Off-diagonal numbers below this count as zero; matrices have entries near 1. */
const NEGLIGIBLE: f64 = f64.EPSILON / 8;

/**
 * d, n vectors, become the eigenvalues, unsorted; e, n vectors, the off-diagonal numbers, are destroyed. The rotations act on `columns`
 * of `bytes` each, if these are not 0, so that the identity becomes the eigenvectors. 0, or 1 if a spectrum does not converge.
 */
export function tridiagonalSpectrum(n: i32, d: usize, e: usize, columns: usize, bytes: usize): i32 {
  v128.store(e + (<usize>(n - 1) << 4), f64x2.splat(0));
  for (let low = 0; low + 1 < n; low++) {
    for (let iteration = 0; ; iteration++) {
      const high = blockEnds(n, d, e, low);
      if (!either(f64x2.gt(high, f64x2.splat(<f64>low)))) break;
      if (iteration == MOST_ITERATIONS) return 1;
      sweep(d, e, low, high, columns, bytes);
    }
  }
  return 0;
}

/** The last row of the block that begins with row `low`, for both matrices. */
function blockEnds(n: i32, d: usize, e: usize, low: i32): v128 {
  let high = f64x2.splat(<f64>low);
  let open = f64x2.eq(high, high);
  const half = f64x2.splat(f64.EPSILON * f64.EPSILON / 4);
  for (let i = low; i + 1 < n; i++) {
    const at = <usize>i << 4;
    const size = f64x2.abs(v128.load(e + at));
    const product = f64x2.abs(f64x2.mul(v128.load(d + at), v128.load(d + at, 16)));
    const small = f64x2.le(f64x2.mul(size, size), f64x2.mul(half, product));
    open = v128.andnot(open, v128.or(f64x2.le(size, f64x2.splat(NEGLIGIBLE)), small));
    if (!either(open)) break;
    high = f64x2.add(high, v128.and(open, f64x2.splat(1)));
  }
  return high;
}

/** One implicit QL sweep over the blocks low … high; a matrix takes no part outside of its own. */
function sweep(d: usize, e: usize, low: i32, high: v128, columns: usize, bytes: usize): void {
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const first = f64x2.splat(<f64>low);
  const begun = f64x2.gt(high, first);
  const top = <i32>Math.max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1));
  let last = zero; // d of row `high`
  for (let i = low; i <= top; i++) {
    last = v128.bitselect(v128.load(d + (<usize>i << 4)), last, f64x2.eq(high, f64x2.splat(<f64>i)));
  }
  const at = <usize>low << 4;
  const own = v128.load(d + at);
  const beside = v128.bitselect(v128.load(e + at), one, begun);
  const ratio = f64x2.div(f64x2.sub(v128.load(d + at, 16), own), f64x2.mul(f64x2.splat(2), beside));
  const root = f64x2.sqrt(f64x2.add(f64x2.mul(ratio, ratio), one));
  const signed = v128.bitselect(f64x2.sub(ratio, root), f64x2.add(ratio, root), f64x2.lt(ratio, zero));
  let g = f64x2.add(f64x2.sub(last, own), f64x2.div(beside, signed));
  let sin = one;
  let cos = one;
  let shift = zero;
  let alive = begun;
  for (let i = top - 1; i >= low; i--) {
    const here = <usize>i << 4;
    const inside = v128.and(alive, f64x2.gt(high, f64x2.splat(<f64>i)));
    const off = v128.load(e + here);
    const f = f64x2.mul(sin, off);
    const b = f64x2.mul(cos, off);
    const r = f64x2.sqrt(f64x2.add(f64x2.mul(f, f), f64x2.mul(g, g)));
    v128.store(e + here, v128.bitselect(r, v128.load(e + here, 16), inside), 16);
    const diagonal = v128.load(d + here, 16);
    // The block has split where r vanishes: it begins again with the parts.
    const split = v128.and(inside, f64x2.eq(r, zero));
    alive = v128.andnot(alive, split);
    const on = v128.andnot(inside, split);
    const divisor = v128.bitselect(r, one, on);
    const newSin = f64x2.div(f, divisor);
    const newCos = f64x2.div(g, divisor);
    const rest = f64x2.sub(diagonal, shift);
    const t = f64x2.add(
      f64x2.mul(f64x2.sub(v128.load(d + here), rest), newSin),
      f64x2.mul(f64x2.mul(f64x2.splat(2), newCos), b),
    );
    const newShift = f64x2.mul(newSin, t);
    const moved = v128.bitselect(rest, diagonal, split);
    v128.store(d + here, v128.bitselect(f64x2.add(rest, newShift), moved, on), 16);
    shift = v128.bitselect(newShift, shift, on);
    g = v128.bitselect(f64x2.sub(f64x2.mul(newCos, t), b), g, on);
    sin = v128.bitselect(newSin, sin, on);
    cos = v128.bitselect(newCos, cos, on);
    if (bytes != 0) {
      const c = columns + <usize>i * bytes;
      const turning = v128.bitselect(newSin, zero, on);
      turn<f64>(c, c + bytes, c + bytes, v128.bitselect(newCos, one, on), turning, one, zero);
    }
  }
  v128.store(d + at, v128.bitselect(f64x2.sub(own, shift), v128.load(d + at), alive));
  v128.store(e + at, v128.bitselect(g, v128.load(e + at), alive));
  for (let i = low; i <= top; i++) {
    const ends = v128.and(begun, f64x2.eq(high, f64x2.splat(<f64>i)));
    const there = e + (<usize>i << 4);
    v128.store(there, v128.andnot(v128.load(there), ends));
  }
}
