/** @file The mean of a plane wave over its directions. */

/**
 * Λ(x), the mean of e^{ik·r} over directions at k r = x: cos x on the line, J₀(x) in the plane, sin(x)/x in space.
 *
 * J₀ = (1/π)∫₀^π cos(x sin θ) dθ by the trapezoidal rule, which converges faster than any power once it has more than x points.
 */
export function meanWave(dimension: 1 | 2 | 3, x: number): number {
  if (dimension === 1) return Math.cos(x);
  if (dimension === 3) return x === 0 ? 1 : Math.sin(x) / x;
  const points = Math.ceil(0.5 * x) + 9; // of a quarter of the circle, both of whose ends are points
  let sum = (1 + Math.cos(x)) / 2;
  for (let k = 1; k < points; k++) sum += Math.cos(x * Math.sin((Math.PI * k) / (2 * points)));
  return sum / points;
}
