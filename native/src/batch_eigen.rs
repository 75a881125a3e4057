//! The spectra of small Hermitian matrices side by side: Householder reflections to tridiagonal form, then QL. Of a matrix only its
//! Hermitian part enters.

use crate::batch_qr::{reflect, reflection};
use crate::batch_tridiagonal::spectrum as tridiagonal_spectrum;
use crate::side::{Column, Side, add_multiple, entry, load, overlap, parts, polar_form, store, times};
use crate::side_memory::{Matrices, ascending, scatter};

/// Numbers of scratch that `spectrum` and `decompose` need.
pub fn spectrum_scratch<V: Side, const COMPLEX: bool>(n: usize) -> usize {
    entry::<V, COMPLEX>() * 2 * n + V::COUNT * n * (n + 2)
}
pub fn scratch<V: Side, const COMPLEX: bool>(n: usize) -> usize {
    entry::<V, COMPLEX>() * 2 * n * n + V::COUNT * n + spectrum_scratch::<V, COMPLEX>(n)
}

/// Eigenvalues, ascending, and, where wanted, eigenvectors as columns, of n × n matrices, `count` of which are written. Whether all
/// iterations converge.
#[inline(always)]
pub unsafe fn decompose<V: Side, const COMPLEX: bool>(
    n: usize,
    first: *const f64,
    count: usize,
    values: *mut f64,
    vectors: Option<*mut f64>,
    scratch: *mut f64,
) -> bool {
    unsafe {
        let (length, own) = (n * entry::<V, COMPLEX>(), parts::<COMPLEX>());
        let full = scratch.add(length * n);
        let d = full.add(length * n);
        let matrices = Matrices::new(first, own * n * n, count);
        lower_triangle::<V, COMPLEX>(scratch, n, &matrices);
        if !spectrum::<V, COMPLEX>(n, scratch, d, vectors.map(|_| full), d.add(V::COUNT * n)) {
            return false;
        }
        let mut places = [0; 64];
        let order = &mut places[..n];
        for lane in 0..count {
            ascending::<V>(d, order, lane);
            for (k, &from) in order.iter().enumerate() {
                *values.add(lane * n + k) = matrices.powers[lane] * *d.add(V::COUNT * from + lane);
                if let Some(vectors) = vectors {
                    let to = vectors.add(own * (lane * n * n + k));
                    scatter::<V, COMPLEX>(to, n, full.add(from * length), n, lane, (1.0, 1.0));
                }
            }
        }
        true
    }
}

/// The lower triangle of (A + A†)/2, near 1, column by column.
#[inline(always)]
unsafe fn lower_triangle<V: Side, const COMPLEX: bool>(to: *mut f64, n: usize, matrices: &Matrices) {
    unsafe {
        let half = matrices.factors::<V>(0.5);
        for j in 0..n {
            for i in j..n {
                let at = to.add((j * n + i) * entry::<V, COMPLEX>());
                let [here, mirrored] = [parts::<COMPLEX>() * (i * n + j), parts::<COMPLEX>() * (j * n + i)];
                let re = matrices.number::<V>(here).mul(half);
                re.add(matrices.number::<V>(mirrored).mul(half)).store(at);
                if COMPLEX {
                    let im = matrices.number::<V>(here + 1).mul(half);
                    im.sub(matrices.number::<V>(mirrored + 1).mul(half)).store(at.add(V::COUNT));
                }
            }
        }
    }
}

/// Eigenvalues d, unsorted, of Hermitian matrices near 1, whose columns, from the diagonal on, are destroyed; and eigenvectors, column by
/// column, where there is room for them. Whether all iterations converge.
#[inline(always)]
pub unsafe fn spectrum<V: Side, const COMPLEX: bool>(
    n: usize,
    columns: *mut f64,
    d: *mut f64,
    vectors: Option<*mut f64>,
    scratch: *mut f64,
) -> bool {
    unsafe {
        let one = entry::<V, COMPLEX>();
        let length = n * one;
        let phases = scratch.add(length);
        let taus = phases.add(length);
        let e = taus.add(V::COUNT * n);
        let real = e.add(V::COUNT * n);
        // The off-diagonal numbers become positive by phases.
        let mut phase = (V::splat(1.0), V::splat(0.0));
        let column = |j: usize, from: usize| Column { at: columns.add(j * length), length }.from(from * one);
        for k in 0..n {
            store::<V, COMPLEX>(phase, phases.add(one * k));
            V::load(column(k, k).at).store(d.add(V::COUNT * k));
            if k + 1 == n {
                break;
            }
            let v = column(k, k + 1);
            let (tau, y) =
                if k + 2 == n { (V::splat(0.0), load::<V, COMPLEX>(v.at)) } else { reflection::<V, COMPLEX>(v) };
            tau.store(taus.add(V::COUNT * k));
            let (by, modulus) = polar_form::<V, COMPLEX>(y);
            modulus.store(e.add(V::COUNT * k));
            phase = times::<V, COMPLEX>(phase, by);
            if k + 2 < n {
                // p = τBv, w = p − (τ/2)(v†p)v, B ← B − vw† − wv†.
                let product = Column { at: scratch, length: v.length };
                core::slice::from_raw_parts_mut(scratch, v.length).fill(0.0);
                for j in 0..n - k - 1 {
                    let b = column(k + 1 + j, k + 1 + j);
                    multiply_column::<V, COMPLEX>(b, v.at.add(one * j), scratch.add(one * j));
                }
                for p in (0..v.length).step_by(V::COUNT) {
                    V::load(scratch.add(p)).mul(tau).store(scratch.add(p));
                }
                let (expectation, _) = overlap::<V, COMPLEX>(v, scratch);
                let half = V::splat(-0.5).mul(tau).mul(expectation);
                add_multiple::<V, COMPLEX>(product, v.at, (half, V::splat(0.0)));
                for j in 0..n - k - 1 {
                    let b = column(k + 1 + j, k + 1 + j);
                    subtract_outer::<V, COMPLEX>(b, v.at.add(one * j), scratch.add(one * j));
                }
            }
        }
        let Some(vectors) = vectors else { return tridiagonal_spectrum::<V>(n, d, e, None) };
        core::slice::from_raw_parts_mut(real, V::COUNT * n * n).fill(0.0);
        for k in 0..n {
            V::splat(1.0).store(real.add(V::COUNT * k * (n + 1)));
        }
        if !tridiagonal_spectrum::<V>(n, d, e, Some(real)) {
            return false;
        }
        for c in 0..n {
            let own = Column { at: vectors.add(c * length), length };
            for i in 0..n {
                let (x, by) = (V::load(real.add(V::COUNT * (c * n + i))), load::<V, COMPLEX>(phases.add(one * i)));
                store::<V, COMPLEX>((by.0.mul(x), by.1.mul(x)), own.at.add(one * i));
            }
            for k in (0..n.saturating_sub(2)).rev() {
                let tau = V::load(taus.add(V::COUNT * k));
                reflect::<V, COMPLEX>(column(k, k + 1).at, own.from((k + 1) * one), tau);
            }
        }
        true
    }
}

/// p_i ← p_i + b_i·v_0 and p_0 ← p_0 + Σ conj(b_i)·v_i for a column b of a Hermitian matrix from its diagonal on.
#[inline(always)]
unsafe fn multiply_column<V: Side, const COMPLEX: bool>(b: Column, v: *mut f64, p: *mut f64) {
    unsafe {
        let one = entry::<V, COMPLEX>();
        let corner = V::load(b.at);
        let z = load::<V, COMPLEX>(v);
        let own = load::<V, COMPLEX>(p);
        let mut sum = (own.0.plus(corner, z.0), own.1.plus(corner, z.1));
        for k in (one..b.length).step_by(one) {
            let (x, u) = (load::<V, COMPLEX>(b.at.add(k)), load::<V, COMPLEX>(v.add(k)));
            let to = load::<V, COMPLEX>(p.add(k));
            if COMPLEX {
                let re = to.0.plus(x.0, z.0).minus(x.1, z.1);
                store::<V, COMPLEX>((re, to.1.plus(x.0, z.1).plus(x.1, z.0)), p.add(k));
                sum = (sum.0.plus(x.0, u.0).plus(x.1, u.1), sum.1.plus(x.0, u.1).minus(x.1, u.0));
            } else {
                to.0.plus(x.0, z.0).store(p.add(k));
                sum.0 = sum.0.plus(x.0, u.0);
            }
        }
        store::<V, COMPLEX>(sum, p);
    }
}

/// b_i ← b_i − v_i·conj(w_0) − w_i·conj(v_0) for a column b from the diagonal on.
#[inline(always)]
unsafe fn subtract_outer<V: Side, const COMPLEX: bool>(b: Column, v: *mut f64, w: *mut f64) {
    unsafe {
        let (v0, w0) = (load::<V, COMPLEX>(v), load::<V, COMPLEX>(w));
        for k in (0..b.length).step_by(entry::<V, COMPLEX>()) {
            let x = load::<V, COMPLEX>(v.add(k));
            let u = load::<V, COMPLEX>(w.add(k));
            let own = load::<V, COMPLEX>(b.at.add(k));
            let re = own.0.minus(x.0, w0.0).minus(u.0, v0.0);
            if COMPLEX {
                let im = own.1.minus(x.1, w0.0).plus(x.0, w0.1).minus(u.1, v0.0).plus(u.0, v0.1);
                store::<V, COMPLEX>((re.minus(x.1, w0.1).minus(u.1, v0.1), im), b.at.add(k));
            } else {
                re.store(b.at.add(k));
            }
        }
    }
}
