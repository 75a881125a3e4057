//! Small matrices are put side by side, and taken apart.

use crate::side::{Side, entry, parts};

/// Matrices that are worked on at once: the addresses of each, the last one repeated where there are fewer than a vector has numbers.
#[derive(Clone, Copy)]
pub struct Matrices {
    pub at: [*const f64; 8],
    /// A power of two near the largest entry of each.
    pub powers: [f64; 8],
}

impl Matrices {
    /// `count` matrices of `length` numbers, one behind the other.
    #[inline(always)]
    pub unsafe fn new(first: *const f64, length: usize, count: usize) -> Self {
        let at: [*const f64; 8] = core::array::from_fn(|k| unsafe { first.add(length * k.min(count - 1)) });
        let mut powers = [1.0; 8];
        for k in 0..count {
            powers[k] = unsafe { magnitude(core::slice::from_raw_parts(at[k], length)) };
        }
        let last = powers[count - 1];
        powers[count..].fill(last);
        Self { at, powers }
    }

    #[inline(always)]
    pub unsafe fn factors<V: Side>(&self, share: f64) -> V {
        unsafe { V::load(self.powers.map(|power| share / power).as_ptr()) }
    }

    /// The number `k` of every matrix.
    #[inline(always)]
    pub unsafe fn number<V: Side>(&self, k: usize) -> V {
        unsafe { V::load(self.at.map(|at| *at.add(k)).as_ptr()) }
    }
}

/// A power of two near the largest of the numbers, 1 for zeros.
#[inline(always)]
fn magnitude(numbers: &[f64]) -> f64 {
    let largest = numbers.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    if largest == 0.0 {
        return 1.0;
    }
    f64::from_bits((largest.to_bits() >> 52).clamp(23, 2023) << 52)
}

/// Row-major matrices as columns side by side, times a factor for each: entry (i, j) is `row`·i + `column`·j entries behind the first;
/// conjugated where `sign` is −1.
#[inline(always)]
pub unsafe fn side_by_side<V: Side, const COMPLEX: bool>(
    mut to: *mut f64,
    (rows, cols): (usize, usize),
    matrices: &Matrices,
    (row, column): (usize, usize),
    sign: f64,
) {
    unsafe {
        let factors = matrices.factors::<V>(1.0);
        let signed = factors.mul(V::splat(sign));
        for j in 0..cols {
            for i in 0..rows {
                let k = parts::<COMPLEX>() * (row * i + column * j);
                matrices.number::<V>(k).mul(factors).store(to);
                if COMPLEX {
                    matrices.number::<V>(k + 1).mul(signed).store(to.add(V::COUNT));
                }
                to = to.add(entry::<V, COMPLEX>());
            }
        }
    }
}

/// The first `count` entries of a column of the matrix `lane`, as entries `step` apart, times a factor; conjugated where `sign` is −1.
#[inline(always)]
pub unsafe fn scatter<V: Side, const COMPLEX: bool>(
    to: *mut f64,
    step: usize,
    column: *const f64,
    count: usize,
    lane: usize,
    (factor, sign): (f64, f64),
) {
    for i in 0..count {
        unsafe {
            let from = column.add(i * entry::<V, COMPLEX>() + lane);
            let to = to.add(parts::<COMPLEX>() * step * i);
            // A zero is made positive: its sign may be that of a neighbour's rotations.
            *to = factor * *from + 0.0;
            if COMPLEX {
                *to.add(1) = sign * factor * *from.add(V::COUNT) + 0.0;
            }
        }
    }
}

/// The places of the first `count` numbers of the matrix `lane` in ascending order.
#[inline(always)]
pub unsafe fn ascending<V: Side>(values: *const f64, order: &mut [usize], lane: usize) {
    for (k, place) in order.iter_mut().enumerate() {
        *place = k;
    }
    let value = |k: usize| unsafe { *values.add(k * V::COUNT + lane) };
    for k in 1..order.len() {
        let mut to = k;
        while to > 0 && value(order[to - 1]) > value(order[to]) {
            order.swap(to, to - 1);
            to -= 1;
        }
    }
}
