/** @file Real vectors, as optimisers need them. Pure functions. */

/** Σ aᵢbᵢ. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** √Σ aᵢ². */
export function length(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}

/** a + s·b. */
export function plus(a: Float64Array, s: number, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) sum[i] = a[i]! + s * b[i]!;
  return sum;
}

/** s·a. */
export function times(s: number, a: Float64Array): Float64Array {
  const product = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) product[i] = s * a[i]!;
  return product;
}
