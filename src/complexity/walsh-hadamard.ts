/** @file The Walsh–Hadamard transform: from coefficients over sign masks to a diagonal over basis states. */

/**
 * In place, a[c] ← Σ_s (−1)^{|c ∧ s|} a[s], for an array of 2ⁿ blocks of `block` numbers each (2 for one complex number).
 * It is symmetric, and twice it is 2ⁿ times the identity. O(n · length).
 */
export function walshHadamard(a: Float64Array, block: number): void {
  for (let half = block; half < a.length; half *= 2) {
    for (let start = 0; start < a.length; start += 2 * half) {
      for (let k = start; k < start + half; k++) {
        const x = a[k]!;
        const y = a[k + half]!;
        a[k] = x + y;
        a[k + half] = x - y;
      }
    }
  }
}
