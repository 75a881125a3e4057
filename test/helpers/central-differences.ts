/** Gradient of f at x by central differences. */
export function centralDifferences(f: (x: Float64Array) => number, x: Float64Array, step = 1e-5): readonly number[] {
  const at = (k: number, shift: number): number => f(x.map((value, i) => (i === k ? value + shift : value)));
  return [...x.keys()].map((k) => (at(k, step) - at(k, -step)) / (2 * step));
}
