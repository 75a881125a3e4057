//! Vectors of a Krylov space: `count` of them, each `stride` bytes behind the one before, of `length` real numbers.

use crate::lanes::Lanes;
use crate::width::dispatch;

dispatch! {
    /// x ← x − b⟨b|x⟩ for one vector after the other, whose ⟨b|x⟩ are written to `coefficients`. Returns Σ x² of what is left.
    pub fn project(
        x: *mut f64,
        basis: *mut f64,
        count: usize,
        length: usize,
        stride: usize,
        coefficients: *mut f64,
    ) -> f64 = project_on
}
dispatch! {
    /// out ← Σ coefficients[k]·(vector k); `out` may be one of them.
    pub fn combine(
        out: *mut f64,
        basis: *mut f64,
        count: usize,
        length: usize,
        stride: usize,
        coefficients: *mut f64,
    ) = combine_in
}

#[inline(always)]
unsafe fn project_on<V: Lanes>(
    x: *mut f64,
    basis: *mut f64,
    count: usize,
    length: usize,
    stride: usize,
    coefficients: *mut f64,
) -> f64 {
    let mut before: Option<*mut f64> = None;
    let mut factor = 0.0;
    for k in 0..=count {
        unsafe {
            // In one pass the vector before is subtracted and the product with the next one is summed, at last with x itself.
            let next = if k < count { basis.byte_add(k * stride) } else { x };
            factor = subtracted::<V>(x, before, factor, next, length);
            if k < count {
                *coefficients.add(k) = factor;
            }
            before = Some(next);
        }
    }
    factor
}

/// ⟨next|x⟩ after x ← x − factor·before.
#[inline(always)]
unsafe fn subtracted<V: Lanes>(
    x: *mut f64,
    before: Option<*mut f64>,
    factor: f64,
    next: *const f64,
    length: usize,
) -> f64 {
    unsafe {
        let most = length - length % (2 * V::COUNT);
        let minus = V::splat(-factor);
        let mut sums = [V::splat(0.0); 2];
        for first in (0..most).step_by(2 * V::COUNT) {
            for (half, sum) in sums.iter_mut().enumerate() {
                let at = first + half * V::COUNT;
                let mut own = V::load(x.add(at));
                if let Some(vector) = before {
                    own = own.plus(minus, V::load(vector.add(at)));
                    own.store(x.add(at));
                }
                *sum = sum.plus(own, V::load(next.add(at)));
            }
        }
        let [even, odd] = sums[0].add(sums[1]).sum_of_pairs();
        let mut sum = even + odd;
        for at in most..length {
            if let Some(vector) = before {
                *x.add(at) -= factor * *vector.add(at);
            }
            sum += *x.add(at) * *next.add(at);
        }
        sum
    }
}

#[inline(always)]
unsafe fn combine_in<V: Lanes>(
    out: *mut f64,
    basis: *mut f64,
    count: usize,
    length: usize,
    stride: usize,
    coefficients: *mut f64,
) {
    unsafe {
        let most = length - length % V::COUNT;
        for at in (0..most).step_by(V::COUNT) {
            let mut sum = V::splat(0.0);
            for k in 0..count {
                sum = sum.plus(V::splat(*coefficients.add(k)), V::load(basis.byte_add(k * stride).add(at)));
            }
            sum.store(out.add(at));
        }
        for at in most..length {
            *out.add(at) = (0..count).map(|k| *coefficients.add(k) * *basis.byte_add(k * stride).add(at)).sum();
        }
    }
}
