/** @file Real vectors, as optimisers need them. Pure functions. */

/** Σ aᵢbᵢ, in four independent partial sums. */
export function dot(a: Float64Array, b: Float64Array): number {
  const { length } = a;
  const most = length - (length % 4);
  let [s, t, u, v] = [0, 0, 0, 0];
  for (let i = 0; i < most; i += 4) {
    s += a[i]! * b[i]!;
    t += a[i + 1]! * b[i + 1]!;
    u += a[i + 2]! * b[i + 2]!;
    v += a[i + 3]! * b[i + 3]!;
  }
  for (let i = most; i < length; i++) s += a[i]! * b[i]!;
  return s + t + (u + v);
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

/** sum ← sum + factor·v. */
export function addTo(sum: Float64Array, factor: number, v: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + factor * v[i]!;
}

/** Whether every entry is a finite number. */
export function isFiniteVector(a: Float64Array): boolean {
  let zero = 0; // x − x is NaN for NaN and infinities
  for (let i = 0; i < a.length; i++) zero += a[i]! - a[i]!;
  return zero === 0;
}

/** s·a. */
export function times(s: number, a: Float64Array): Float64Array {
  const product = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) product[i] = s * a[i]!;
  return product;
}
