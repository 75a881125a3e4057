//! The spectra of real symmetric tridiagonal matrices side by side, by the implicit QL method with Wilkinson's shift.

use crate::side::{Column, Side, turn};

/// Far more iterations than the two or three that an eigenvalue needs.
const MOST_ITERATIONS: usize = 200;
/// Off-diagonal numbers below this count as zero; matrices have entries near 1.
const NEGLIGIBLE: f64 = f64::EPSILON / 8.0;

/// d, n vectors, become the eigenvalues, unsorted; e, n vectors, the off-diagonal numbers, are destroyed. The rotations act on `columns` of
/// n vectors each, so that the identity becomes the eigenvectors. Whether all spectra converge.
#[inline(always)]
pub unsafe fn spectrum<V: Side>(n: usize, d: *mut f64, e: *mut f64, columns: Option<*mut f64>) -> bool {
    unsafe {
        V::splat(0.0).store(e.add(V::COUNT * (n - 1)));
        for low in 0..n - 1 {
            let mut iteration = 0;
            loop {
                let high = block_ends::<V>(n, d, e, low);
                if V::splat(low as f64).less(high) == 0 {
                    break;
                }
                if iteration == MOST_ITERATIONS {
                    return false;
                }
                sweep::<V>(n, (d, e), low, high, columns);
                iteration += 1;
            }
        }
        true
    }
}

/// The last row of the block that begins with row `low`, for each matrix.
#[inline(always)]
unsafe fn block_ends<V: Side>(n: usize, d: *mut f64, e: *mut f64, low: usize) -> V {
    unsafe {
        let mut high = V::splat(low as f64);
        let mut open = V::ALL;
        let share = V::splat(f64::EPSILON * f64::EPSILON / 4.0);
        for i in low..n - 1 {
            let size = V::load(e.add(V::COUNT * i)).abs();
            let product = V::load(d.add(V::COUNT * i)).mul(V::load(d.add(V::COUNT * (i + 1)))).abs();
            open &= V::splat(NEGLIGIBLE).less(size) & share.mul(product).less(size.mul(size));
            if open == 0 {
                break;
            }
            high = high.add(V::splat(1.0)).or(open, high);
        }
        high
    }
}

/// One implicit QL sweep over the blocks low … high; a matrix takes no part outside of its own.
#[inline(always)]
unsafe fn sweep<V: Side>(n: usize, (d, e): (*mut f64, *mut f64), low: usize, high: V, columns: Option<*mut f64>) {
    unsafe {
        let (zero, one) = (V::splat(0.0), V::splat(1.0));
        let begun = V::splat(low as f64).less(high);
        let mut ends = [0.0; 8];
        high.store(ends.as_mut_ptr());
        let top = ends[..V::COUNT].iter().fold(0.0, |most: f64, &end| most.max(end)) as usize;
        let ends_at = |i: usize| high.equal(V::splat(i as f64));
        let mut last = zero; // d of row `high`
        for i in low..=top {
            last = V::load(d.add(V::COUNT * i)).or(ends_at(i), last);
        }
        let (at_d, at_e) = (d.add(V::COUNT * low), e.add(V::COUNT * low));
        let own = V::load(at_d);
        let beside = V::load(at_e).or(begun, one);
        let ratio = V::load(at_d.add(V::COUNT)).sub(own).div(beside.add(beside));
        let root = one.plus(ratio, ratio).sqrt();
        let signed = ratio.sub(root).or(ratio.less(zero), ratio.add(root));
        let mut g = last.sub(own).add(beside.div(signed));
        let (mut sin, mut cos, mut shift, mut alive) = (one, one, zero, begun);
        for i in (low..top).rev() {
            let (here_d, here_e) = (d.add(V::COUNT * i), e.add(V::COUNT * i));
            let (next_d, next_e) = (here_d.add(V::COUNT), here_e.add(V::COUNT));
            let inside = alive & V::splat(i as f64).less(high);
            let off = V::load(here_e);
            let (f, b) = (sin.mul(off), cos.mul(off));
            let r = f.mul(f).plus(g, g).sqrt();
            r.or(inside, V::load(next_e)).store(next_e);
            let diagonal = V::load(next_d);
            // The block has split where r vanishes: it begins again with the parts.
            let split = inside & r.equal(zero);
            alive &= !split;
            let on = inside & !split;
            let inverse = one.div(r.or(on, one));
            let (new_sin, new_cos) = (f.mul(inverse), g.mul(inverse));
            let rest = diagonal.sub(shift);
            let t = V::load(here_d).sub(rest).mul(new_sin).plus(new_cos.add(new_cos), b);
            let new_shift = new_sin.mul(t);
            rest.add(new_shift).or(on, rest.or(split, diagonal)).store(next_d);
            shift = new_shift.or(on, shift);
            g = new_cos.mul(t).sub(b).or(on, g);
            sin = new_sin.or(on, sin);
            cos = new_cos.or(on, cos);
            if let Some(columns) = columns {
                let a = Column { at: columns.add(i * n * V::COUNT), length: n * V::COUNT };
                let turning = (new_cos.or(on, one), new_sin.or(on, zero));
                turn::<V, false>(a, a.at.add(a.length), turning, (one, zero));
            }
        }
        own.sub(shift).or(alive, V::load(at_d)).store(at_d);
        g.or(alive, V::load(at_e)).store(at_e);
        for i in low..=top {
            let there = e.add(V::COUNT * i);
            zero.or(begun & ends_at(i), V::load(there)).store(there);
        }
    }
}
