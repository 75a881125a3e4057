/** @file Cubic splines through evenly spaced values, by their slopes at the nodes. */

/**
 * Slopes of the cubic spline through values at the nodes 0, 1, 2, …, from d_{j−1} + 4d_j + d_{j+1} = 3(y_{j+1} − y_{j−1}), those at the ends
 * by differences of fourth order (of the greatest order that fewer than five nodes allow). O(n).
 *
 * @param values - shape (n,), n ≥ 2
 * @param last - the slope at the last node, where it is known
 * @returns dy/d(node), shape (n,)
 */
export function splineSlopes(values: Float64Array, last?: number): Float64Array {
  const n = values.length;
  const slopes = new Float64Array(n);
  const stencil = ONE_SIDED[Math.min(n, 5) - 2]!;
  stencil.forEach((weight, k) => {
    slopes[0] = slopes[0]! + weight * values[k]!;
    slopes[n - 1] = slopes[n - 1]! - weight * values[n - 1 - k]!;
  });
  if (last !== undefined) slopes[n - 1] = last;
  const shares = new Float64Array(n);
  for (let j = 1; j < n - 1; j++) {
    const pivot = 4 - shares[j - 1]!;
    shares[j] = 1 / pivot;
    const right = 3 * (values[j + 1]! - values[j - 1]!) - (j === n - 2 ? slopes[n - 1]! : 0);
    slopes[j] = (right - slopes[j - 1]!) / pivot;
  }
  for (let j = n - 3; j >= 1; j--) slopes[j] = slopes[j]! - shares[j]! * slopes[j + 1]!;
  return slopes;
}

/** First derivative at the first of two to five nodes. */
const ONE_SIDED = [
  [-1, 1],
  [-3 / 2, 2, -1 / 2],
  [-11 / 6, 3, -3 / 2, 1 / 3],
  [-25 / 12, 4, -3, 4 / 3, -1 / 4],
] as const;

/** The four cubic weights on a cell at t in [0, 1] — of both values, then of both slopes — or their derivatives. */
export function hermiteWeights(t: number, derivative: 0 | 1 | 2 = 0): readonly [number, number, number, number] {
  switch (derivative) {
    case 0:
      return [(1 + 2 * t) * (1 - t) ** 2, t * t * (3 - 2 * t), t * (1 - t) ** 2, t * t * (t - 1)];
    case 1:
      return [6 * t * (t - 1), 6 * t * (1 - t), (1 - t) * (1 - 3 * t), t * (3 * t - 2)];
    case 2:
      return [12 * t - 6, 6 - 12 * t, 6 * t - 4, 6 * t - 2];
  }
}
