/** @file Vectors where a linear map acts on them, and what iterations in a Krylov space do with them. */

/** Real vectors of equal length, by their numbers 0, 1, …; complex ones are interleaved. */
export interface VectorMemory {
  put(vector: number, numbers: Float64Array): void;
  /** The numbers of a vector, as a new array. */
  get(vector: number): Float64Array;
  /** The numbers of a vector where they stand; valid until the engine does something else. */
  view(vector: number): Float64Array;
  /** Vector `to` becomes the image of vector `from`. */
  act(to: number, from: number): void;
  /**
   * x ← x − b⟨b|x⟩ for the vectors b of number 0 … count − 1, one after the other; returns the products, valid for as long as views,
   * and Σ x² of what is left.
   */
  project(vector: number, count: number): { readonly products: Float64Array; readonly square: number };
  /** Vector `to` ← Σ_k factors[k]·(vector first + k). */
  combine(to: number, first: number, factors: ArrayLike<number>): void;
}

/** Vectors in plain memory, for a map that returns arrays of its own. */
export function plainVectors(apply: (x: Float64Array) => Float64Array, length: number): VectorMemory {
  const vectors: Float64Array[] = [];
  const view = (vector: number): Float64Array => {
    vectors[vector] ??= new Float64Array(length);
    return vectors[vector];
  };
  return {
    view,
    put: (vector, numbers) => view(vector).set(numbers),
    get: (vector) => view(vector).slice(),
    act: (to, from) => view(to).set(apply(view(from))),
    project(vector, count) {
      const x = view(vector);
      const products = new Float64Array(count);
      for (let k = 0; k < count; k++) {
        const b = view(k);
        products[k] = sumOfProducts(b, x);
        for (let i = 0; i < length; i++) x[i] = x[i]! - products[k]! * b[i]!;
      }
      return { products, square: sumOfProducts(x, x) };
    },
    combine(to, first, factors) {
      const sum = view(first).map((x) => factors[0]! * x);
      for (let k = 1; k < factors.length; k++) {
        const other = view(first + k);
        for (let i = 0; i < length; i++) sum[i] = sum[i]! + factors[k]! * other[i]!;
      }
      view(to).set(sum);
    },
  };
}

/** Σ ab, in four sums. */
function sumOfProducts(a: Float64Array, b: Float64Array): number {
  const most = a.length - (a.length % 4);
  let [s, t, u, v] = [0, 0, 0, 0];
  for (let i = 0; i < most; i += 4) {
    s += a[i]! * b[i]!;
    t += a[i + 1]! * b[i + 1]!;
    u += a[i + 2]! * b[i + 2]!;
    v += a[i + 3]! * b[i + 3]!;
  }
  for (let i = most; i < a.length; i++) s += a[i]! * b[i]!;
  return s + t + (u + v);
}
