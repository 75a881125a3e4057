/** @file The Walsh–Hadamard transform: from coefficients over sign masks to a diagonal over basis states. */

/**
 * In place, a[c] ← Σ_s (−1)^{|c ∧ s|} a[s], for the 2ⁿ blocks of `block` numbers each (2 for one complex number) from
 * `begin` to `end`, default the whole array. It is symmetric, and its square is 2ⁿ times the identity. O(n · length).
 */
export function walshHadamard(a: Float64Array, block: number, begin = 0, end = a.length): void {
  for (let half = block; half < end - begin; half *= 2) {
    for (let start = begin; start < end; start += 2 * half) {
      for (let k = start; k < start + half; k++) {
        const x = a[k]!;
        const y = a[k + half]!;
        a[k] = x + y;
        a[k + half] = x - y;
      }
    }
  }
}
