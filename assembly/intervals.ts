/**
 * @file Conditional variances in all intervals of two covariance matrices at once. Both numbers of a vector of 128 bits are
 * entries at the same place of the two matrices.
 */

/**
 * Replaces entry (a, b), a < b, of a positive definite n × n matrix M by det M[a…b] / det M[a…b−1], the variance of b given
 * a … b − 1; other entries are destroyed. Row b of M, less its regression on its neighbours to the left, meets row a, less
 * its regression on those to the right. Ratios are kept at or above `least`, a lower bound of the spectrum of M.
 *
 * @param line - n vectors of scratch space
 */
export function conditionalVariances(rows: usize, n: i32, least: f64, line: usize): void {
  const stride = <usize>n << 4;
  const end = line + stride;
  const floor = f64x2.splat(least);
  const one = f64x2.splat(1);
  const tiny = f64x2.splat(f64.EPSILON);
  for (let b: usize = 0; b < <usize>n; b++) {
    memory.copy(line, rows + b * stride, stride);
    const atB = line + (b << 4);
    for (let a: isize = b - 1; a >= 0; a--) {
      const row = rows + <usize>a * stride;
      const atA = line + (<usize>a << 4);
      const own = row + (<usize>a << 4);
      const shared = v128.load(atA);
      const varianceA = v128.load(own);
      const varianceB = v128.load(atB);
      const k = f64x2.div(shared, varianceA);
      const l = f64x2.div(shared, varianceB);
      const c = f64x2.max(f64x2.sub(one, f64x2.mul(k, l)), tiny);
      exchange(line, row, atA, k, l, c);
      exchange(atB + 16, row + (b << 4) + 16, end, k, l, c);
      const left = f64x2.max(f64x2.mul(varianceB, c), floor);
      v128.store(own, f64x2.max(f64x2.mul(varianceA, c), floor));
      v128.store(atB, left);
      v128.store(row + (b << 4), left);
    }
  }
}

/**
 * x ← x − k·y and then y ← c·y − l·x with the new x: a hyperbolic rotation in the mixed form, which is stable where the
 * plain one is not.
 */
// @ts-ignore: decorator
@inline
function exchange(x: usize, y: usize, end: usize, k: v128, l: v128, c: v128): void {
  while (x < end) {
    const old = v128.load(y);
    const u = f64x2.sub(v128.load(x), f64x2.mul(k, old));
    v128.store(x, u);
    v128.store(y, f64x2.sub(f64x2.mul(c, old), f64x2.mul(l, u)));
    x += 16;
    y += 16;
  }
}
