//! Rotations of pairs of columns of small matrices side by side, until the columns are orthogonal.

use crate::side::{Column, Side, entry, overlap, squares, turn};

/// Most sweeps of rotations, which converge quadratically.
const MOST_SWEEPS: usize = 60;

/// Rotates pairs, `cols` columns with `cols` further entries each, until their first halves are orthogonal; whether they are in the end.
#[inline(always)]
pub unsafe fn orthogonalise<V: Side, const COMPLEX: bool>(pairs: *mut f64, cols: usize, lengths: *mut f64) -> bool {
    unsafe {
        let half = cols * entry::<V, COMPLEX>();
        let pair = |p: usize| Column { at: pairs.add(2 * p * half), length: half };
        let tolerance = f64::EPSILON * f64::max(2.0, (cols as f64).sqrt());
        let small = V::splat(tolerance * tolerance);
        for _ in 0..MOST_SWEEPS {
            let mut rotated = false;
            for p in 0..cols {
                squares::<V>(pair(p)).store(lengths.add(V::COUNT * p));
            }
            for p in 0..cols {
                for q in p + 1..cols {
                    let z = overlap::<V, COMPLEX>(pair(p), pair(q).at);
                    let at = [p, q].map(|k| lengths.add(V::COUNT * k));
                    let square = z.0.mul(z.0).plus(z.1, z.1);
                    let bound = small.mul(V::load(at[0]).mul(V::load(at[1])));
                    let active = bound.less(square);
                    if active != 0 {
                        rotated = true;
                        rotate::<V, COMPLEX>([pair(p), pair(q)], z, square.sqrt(), active, at);
                    }
                }
            }
            if !rotated {
                return true;
            }
        }
        false
    }
}

/// The rotation that makes two columns of overlap z orthogonal, of the matrices in the mask.
#[inline(always)]
unsafe fn rotate<V: Side, const COMPLEX: bool>([a, b]: [Column; 2], z: (V, V), size: V, active: u8, at: [*mut f64; 2]) {
    unsafe {
        let (one, zero) = (V::splat(1.0), V::splat(0.0));
        let [pp, qq] = at.map(|at| V::load(at));
        let size = size.or(active, one);
        let difference = qq.sub(pp);
        let twice = size.add(size);
        let root = difference.mul(difference).plus(twice, twice).sqrt();
        let signed = twice.negative().or(difference.less(zero), twice);
        let tan = signed.div(difference.abs().add(root)).or(active, zero);
        let cos = one.div(one.plus(tan, tan).sqrt());
        let inverse = one.div(size);
        // The phase makes the overlap real.
        let phase = (z.0.mul(inverse).or(active, one), z.1.negative().mul(inverse).or(active, zero));
        let whole = Column { length: 2 * a.length, ..a };
        turn::<V, COMPLEX>(whole, b.at, (cos, cos.mul(tan)), phase);
        let change = tan.mul(size).or(active, zero);
        for (at, before, after, column) in [(at[0], pp, pp.sub(change), a), (at[1], qq, qq.add(change), b)] {
            // Against cancellation.
            let lost = after.less(before.mul(V::splat(0.5)));
            let kept = if lost == 0 { after } else { squares::<V>(column).or(lost, after) };
            kept.store(at);
        }
    }
}
