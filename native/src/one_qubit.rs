//! Dense gates on one bit p of a register of 2^bits complex numbers. A table holds U_0, iU_0, U_1, iU_1 of two entries.

use crate::lanes::Lanes;
use crate::width::dispatch;

dispatch! {
    /// x ← U x. 16 operations for each amplitude.
    pub fn apply_one(x: *mut f64, bits: usize, p: usize, table: *mut f64) = apply
}
dispatch! {
    /// As `two_backward`, with two rows of two and two sums.
    pub fn one_backward(
        psi: *mut f64,
        lambda: *mut f64,
        bits: usize,
        p: usize,
        adjoint: *const f64,
        sums: *mut f64,
    ) = backward
}

/// The offset of pair k, without bit p.
#[inline(always)]
fn offset(k: usize, p: usize) -> usize {
    let low = (1 << p) - 1;
    2 * (((k & !low) << 1) | (k & low))
}

#[inline(always)]
unsafe fn apply<V: Lanes>(x: *mut f64, bits: usize, p: usize, table: *mut f64) {
    unsafe { apply_table::<V>(x, bits, p, table) };
}

#[inline(always)]
unsafe fn apply_table<V: Lanes>(x: *mut f64, bits: usize, p: usize, table: *const f64) {
    let mut u = unsafe { [V::Two::splat(0.0); 4] };
    for (k, column) in u.iter_mut().enumerate() {
        *column = unsafe { V::Two::load(table.add(4 * k)) };
    }
    for k in 0..1usize << (bits - 1) {
        unsafe {
            let at = x.add(offset(k, p));
            let to = at.add(2 << p);
            let y = u[0].mul(V::Two::splat(*at)).plus(u[1], V::Two::splat(*at.add(1)));
            y.plus(u[2], V::Two::splat(*to)).plus(u[3], V::Two::splat(*to.add(1))).scatter(&[at, to]);
        }
    }
}

#[inline(always)]
unsafe fn backward<V: Lanes>(
    psi: *mut f64,
    lambda: *mut f64,
    bits: usize,
    p: usize,
    adjoint: *const f64,
    sums: *mut f64,
) {
    unsafe {
        let mut found = [V::Two::splat(0.0); 4];
        for k in 0..1usize << (bits - 1) {
            let (at, to) = (offset(k, p), offset(k, p) + (2 << p));
            let x = V::Two::gather(&[psi.add(at), psi.add(to)]);
            for (j, pair) in [at, to].into_iter().enumerate() {
                for part in 0..2 {
                    found[2 * j + part] = found[2 * j + part].plus(x, V::Two::splat(*lambda.add(pair + part)));
                }
            }
        }
        for (k, &sum) in found.iter().enumerate() {
            V::Two::load(sums.add(4 * k)).add(sum).store(sums.add(4 * k));
        }
        if !adjoint.is_null() {
            apply_table::<V>(psi, bits, p, adjoint);
            apply_table::<V>(lambda, bits, p, adjoint);
        }
    }
}
