/**
 * @file Conditional variances in all intervals of two covariance matrices at once, the lattice form of Levinson's and
 * Schur's recursions without stationarity: O(n³) for all n²/2 intervals together.
 */

/**
 * Replaces entry (a, b), a < b, of positive definite n × n matrices M by det M[a…b] / det M[a…b−1], the variance of b given
 * a … b − 1; other entries are destroyed. Row b of M, less its regression on its neighbours to the left, meets row a, less
 * its regression on those to the right:
 *
 *     f ← f − (f_a/g_a)·g,    g ← g − (g_b/f_b)·f    (both with the old f and g).
 *
 * The second is computed as (1 − f_a g_b/(g_a f_b))·g − (g_b/f_b)·f with the new f, a hyperbolic rotation in the mixed
 * form, which is stable where the plain one is not.
 *
 * @param pairs - entries of two matrices in turn
 * @param least - a lower bound of both spectra, and so of the ratios, at which they are kept
 *
 * @see Delosme & Morf, Proc. ICASSP 1980, 1; Chandrasekaran & Sayed, SIAM J. Matrix Anal. Appl. 17, 950 (1996)
 */
export function conditionalVariancesHere(pairs: Float64Array, n: number, least: number): void {
  for (const lane of [0, 1]) {
    for (let b = 0; b < n; b++) {
      const line = pairs.slice(2 * b * n, 2 * (b + 1) * n);
      const atB = 2 * b + lane;
      for (let a = b - 1; a >= 0; a--) {
        const row = 2 * a * n;
        const atA = 2 * a + lane;
        const k = line[atA]! / pairs[row + atA]!;
        const l = line[atA]! / line[atB]!;
        const c = Math.max(1 - k * l, Number.EPSILON);
        exchange(line, lane, atA, pairs, row, k, l, c);
        exchange(line, atB + 2, 2 * n, pairs, row, k, l, c);
        line[atB] = Math.max(line[atB]! * c, least);
        pairs[row + atA] = Math.max(pairs[row + atA]! * c, least);
        pairs[row + atB] = line[atB]!;
      }
    }
  }
}

/** x ← x − k·y and y ← c·y − l·x, with the new x, for every other number from `from` to `to`. */
function exchange(
  x: Float64Array,
  from: number,
  to: number,
  y: Float64Array,
  row: number,
  k: number,
  l: number,
  c: number,
): void {
  for (let j = from; j < to; j += 2) {
    const old = y[row + j]!;
    const u = x[j]! - k * old;
    x[j] = u;
    y[row + j] = c * old - l * u;
  }
}
