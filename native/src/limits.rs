//! What this processor can do at most, for comparison in the benchmarks: arithmetic in registers, and memory read and written.

use crate::lanes::Lanes;
use crate::width::dispatch;

/// Sums that do not wait for each other: more than two units with a delay of four cycles need.
const SUMS: usize = 12;

dispatch! {
    /// Σ a·b in twelve vectors at once, all in registers; 24 operations for each number of a vector and round. Returns their sum.
    pub fn arithmetic(rounds: usize) -> f64 = sums_of_products
}
dispatch! {
    /// Multiplies numbers in place by a factor.
    pub fn rescale(at: *mut f64, length: usize, factor: f64) = times
}

#[inline(always)]
unsafe fn sums_of_products<V: Lanes>(rounds: usize) -> f64 {
    unsafe {
        let (a, b) = (V::splat(1.0), V::splat(1e-9));
        let mut sums = [V::splat(0.0); SUMS];
        for _ in 0..rounds {
            for sum in &mut sums {
                *sum = sum.plus(a, b);
            }
        }
        let [even, odd] = sums.into_iter().fold(V::splat(0.0), |total, sum| total.add(sum)).sum_of_pairs();
        even + odd
    }
}

#[inline(always)]
unsafe fn times<V: Lanes>(at: *mut f64, length: usize, factor: f64) {
    unsafe {
        let factor = V::splat(factor);
        for k in (0..length).step_by(V::COUNT) {
            V::load(at.add(k)).mul(factor).store(at.add(k));
        }
    }
}
