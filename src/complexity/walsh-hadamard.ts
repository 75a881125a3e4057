/** @file The Walsh–Hadamard transform: from coefficients over sign masks to a diagonal over basis states. */

/**
 * In place, a[c] ← Σ_s (−1)^{|c ∧ s|} a[s], on an interleaved complex array of 2ⁿ entries. It is symmetric, and twice
 * it is 2ⁿ times the identity. O(n · 2ⁿ).
 */
export function walshHadamard(a: Float64Array): void {
  for (let half = 2; half < a.length; half *= 2) {
    for (let block = 0; block < a.length; block += 2 * half) {
      for (let k = block; k < block + half; k++) {
        const x = a[k]!;
        const y = a[k + half]!;
        a[k] = x + y;
        a[k + half] = x - y;
      }
    }
  }
}
