/** @file What the processor can do inside WebAssembly, to compare the kernels with: nothing else uses it. */

/** Twelve independent sums and twelve products of vectors in every round, all in registers. @returns their sum */
export function multiplyAdd<T>(rounds: i32): f64 {
  const u = v128.splat<T>(<T>1), v = v128.splat<T>(<T>1e-9);
  let a0 = v, a1 = v, a2 = v, a3 = v, a4 = v, a5 = v;
  let m0 = u, m1 = u, m2 = u, m3 = u, m4 = u, m5 = u;
  for (let k = 0; k < rounds; k++) {
    a0 = v128.add<T>(a0, v), m0 = v128.mul<T>(m0, u), a1 = v128.add<T>(a1, v), m1 = v128.mul<T>(m1, u);
    a2 = v128.add<T>(a2, v), m2 = v128.mul<T>(m2, u), a3 = v128.add<T>(a3, v), m3 = v128.mul<T>(m3, u);
    a4 = v128.add<T>(a4, v), m4 = v128.mul<T>(m4, u), a5 = v128.add<T>(a5, v), m5 = v128.mul<T>(m5, u);
    a0 = v128.add<T>(a0, v), m0 = v128.mul<T>(m0, u), a1 = v128.add<T>(a1, v), m1 = v128.mul<T>(m1, u);
    a2 = v128.add<T>(a2, v), m2 = v128.mul<T>(m2, u), a3 = v128.add<T>(a3, v), m3 = v128.mul<T>(m3, u);
    a4 = v128.add<T>(a4, v), m4 = v128.mul<T>(m4, u), a5 = v128.add<T>(a5, v), m5 = v128.mul<T>(m5, u);
  }
  const sums = v128.add<T>(v128.add<T>(a0, v128.add<T>(a1, a2)), v128.add<T>(a3, v128.add<T>(a4, a5)));
  const products = v128.add<T>(v128.add<T>(m0, v128.add<T>(m1, m2)), v128.add<T>(m3, v128.add<T>(m4, m5)));
  return f64x2.extract_lane(v128.add<T>(sums, products), 0);
}

/** Reads and writes so many bytes once, a multiple of 64. */
export function rescale(x: usize, bytes: usize, factor: f64): void {
  const u = f64x2.splat(factor);
  for (const end = x + bytes; x < end; x += 64) {
    const a = v128.load(x), b = v128.load(x, 16), c = v128.load(x, 32), d = v128.load(x, 48);
    v128.store(x, f64x2.mul(a, u)), v128.store(x, f64x2.mul(b, u), 16);
    v128.store(x, f64x2.mul(c, u), 32), v128.store(x, f64x2.mul(d, u), 48);
  }
}
