//! Householder reflections 1 − τvv† of small matrices side by side, and the QR decomposition by them.

use crate::side::{Column, Side, add_multiple, entry, load, overlap, parts, polar_form, squares, store, times};
use crate::side_memory::{Matrices, scatter, side_by_side};

/// Below this, squares of the numbers of a column would have lost their digits; such a column counts as zero: 2⁻⁹⁰⁰.
const LEAST_SQUARE: f64 = 1.1832913578315177e-271;

/// Replaces the column by v with (1 − τvv†)x = y·e₀; returns τ, 0 where x is so already, and y.
#[inline(always)]
pub unsafe fn reflection<V: Side, const COMPLEX: bool>(x: Column) -> (V, (V, V)) {
    unsafe {
        let own = load::<V, COMPLEX>(x.at);
        let others: V = squares(x.from(entry::<V, COMPLEX>()));
        let (phase, modulus) = polar_form::<V, COMPLEX>(own);
        let length = others.plus(modulus, modulus).sqrt();
        let none = others.less(V::splat(LEAST_SQUARE));
        let tau = V::splat(0.0).or(none, V::splat(1.0).div(length.mul(length.add(modulus))));
        let turned = (phase.0.mul(length), phase.1.mul(length));
        store::<V, COMPLEX>((own.0.add(turned.0), own.1.add(turned.1)), x.at);
        (tau, (own.0.or(none, turned.0.negative()), own.1.or(none, turned.1.negative())))
    }
}

/// c ← (1 − τvv†)c.
#[inline(always)]
pub unsafe fn reflect<V: Side, const COMPLEX: bool>(v: *mut f64, c: Column, tau: V) {
    unsafe {
        let (re, im) = overlap::<V, COMPLEX>(Column { at: v, length: c.length }, c.at);
        let factor = tau.negative();
        add_multiple::<V, COMPLEX>(c, v, (factor.mul(re), factor.mul(im)));
    }
}

/// Numbers of scratch that `decompose` needs.
pub fn scratch<V: Side, const COMPLEX: bool>(m: usize, n: usize) -> usize {
    entry::<V, COMPLEX>() * (m * (n + m.min(n)) + 2 * m.min(n)) + 2 * V::COUNT * m.min(n)
}

/// Thin A = Q·R of m × n matrices, `count` of them written one behind the other; the diagonal of R is not negative.
#[inline(always)]
pub unsafe fn decompose<V: Side, const COMPLEX: bool>(
    (m, n): (usize, usize),
    first: *const f64,
    count: usize,
    q: *mut f64,
    r: *mut f64,
    scratch: *mut f64,
) {
    unsafe {
        let k = m.min(n);
        let (one, own) = (entry::<V, COMPLEX>(), parts::<COMPLEX>());
        let length = m * one;
        let column = |j: usize, from: usize| Column { at: scratch.add(j * length), length }.from(from * one);
        let basis = scratch.add(length * n);
        let taus = basis.add(length * k);
        let phases = taus.add(V::COUNT * k);
        let diagonal = phases.add(one * k);
        let matrices = Matrices::new(first, own * m * n, count);
        side_by_side::<V, COMPLEX>(scratch, (m, n), &matrices, (n, 1), 1.0);
        for j in 0..k {
            let v = column(j, j);
            let (tau, y) = reflection::<V, COMPLEX>(v);
            tau.store(taus.add(V::COUNT * j));
            for c in j + 1..n {
                reflect::<V, COMPLEX>(v.at, column(c, j), tau);
            }
            let (phase, modulus) = polar_form::<V, COMPLEX>(y);
            store::<V, COMPLEX>(phase, phases.add(one * j));
            store::<V, COMPLEX>((modulus, V::splat(0.0)), diagonal.add(one * j));
        }
        // Q times the phases, from the last reflection to the first: columns from j on have no entries above j before.
        core::slice::from_raw_parts_mut(basis, length * k).fill(0.0);
        for j in (0..k).rev() {
            let own = Column { at: basis.add(j * length), length };
            let phase = load::<V, COMPLEX>(phases.add(one * j));
            store::<V, COMPLEX>(phase, own.from(j * one).at);
            let tau = V::load(taus.add(V::COUNT * j));
            for c in j..k {
                let own = Column { at: basis.add(c * length), length };
                reflect::<V, COMPLEX>(column(j, j).at, own.from(j * one), tau);
            }
            for c in j + 1..n {
                let x = column(c, j).at;
                let conjugate = (phase.0, phase.1.negative());
                store::<V, COMPLEX>(times::<V, COMPLEX>(conjugate, load::<V, COMPLEX>(x)), x);
            }
        }
        core::slice::from_raw_parts_mut(r, own * count * k * n).fill(0.0);
        for lane in 0..count {
            let power = (matrices.powers[lane], 1.0);
            let (to_q, to_r) = (q.add(own * lane * m * k), r.add(own * lane * k * n));
            for j in 0..n {
                if j < k {
                    scatter::<V, COMPLEX>(to_q.add(own * j), k, basis.add(j * length), m, lane, (1.0, 1.0));
                    let corner = to_r.add(own * j * (n + 1));
                    scatter::<V, COMPLEX>(corner, n, diagonal.add(one * j), 1, lane, power);
                }
                scatter::<V, COMPLEX>(to_r.add(own * j), n, column(j, 0).at, j.min(k), lane, power);
            }
        }
    }
}
