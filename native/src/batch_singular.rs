//! Singular values of small matrices side by side: QR decomposition A·P = Q·R with the longest remaining column first, then rotations of
//! the columns of R† until these are orthogonal, R†·W = X·Σ, so that A = (QW)·Σ·(PX)†. Where R is not steep, R·V = X·Σ is found
//! instead, beginning with the eigenvectors of R†R, and A = (QX)·Σ·(PV)†. As Drmač & Veselić, SIAM J. Matrix Anal. Appl. 29, 1322 (2008).

use crate::batch_eigen::{spectrum, spectrum_scratch};
use crate::batch_pairs::orthogonalise;
use crate::batch_qr::{reflect, reflection};
use crate::side::{Column, Side, add_multiple, entry, load, overlap, parts, squares, store};
use crate::side_memory::{Matrices, ascending, scatter, side_by_side};

/// Fewest columns for which eigenvectors of R†R shorten the iteration.
const LEAST_COLUMNS: usize = 8;
/// If the last entry of R's diagonal is below this fraction of the first, they would not.
const STEEPEST: f64 = 1e-8;

/// What is wanted: A = U·Σ·V†, or U·V†, and Σ; addresses of the first matrix.
pub enum Wanted {
    Vectors { u: *mut f64, v: *mut f64 },
    Polar { factor: *mut f64 },
}

/// Numbers of scratch that `decompose` needs.
pub fn scratch<V: Side, const COMPLEX: bool>(m: usize, n: usize) -> usize {
    let (rows, cols) = (m.max(n), m.min(n));
    let own = entry::<V, COMPLEX>() * cols * (2 * rows + 4 * cols + 1) + 3 * V::COUNT * cols;
    own + spectrum_scratch::<V, COMPLEX>(cols)
}

/// Places in scratch, and sizes, of a matrix with rows ≥ cols.
struct Space {
    rows: usize,
    cols: usize,
    /// Numbers of an entry.
    one: usize,
    columns: *mut f64,
    left: *mut f64,
    pairs: *mut f64,
    triangle: *mut f64,
    start: *mut f64,
    diagonal: *mut f64,
    taus: *mut f64,
    lengths: *mut f64,
    places: *mut f64,
    rest: *mut f64,
}

impl Space {
    #[inline(always)]
    unsafe fn new(one: usize, vector: usize, rows: usize, cols: usize, scratch: *mut f64) -> Self {
        unsafe {
            let (tall, square) = (one * rows * cols, one * cols * cols);
            let columns = scratch;
            let left = columns.add(tall);
            let pairs = left.add(tall);
            let triangle = pairs.add(2 * square);
            let start = triangle.add(square);
            let diagonal = start.add(square);
            let taus = diagonal.add(one * cols);
            let lengths = taus.add(vector * cols);
            let places = lengths.add(vector * cols);
            let rest = places.add(vector * cols);
            Self { rows, cols, one, columns, left, pairs, triangle, start, diagonal, taus, lengths, places, rest }
        }
    }
    /// Column j of `rows` entries, from an entry on.
    #[inline(always)]
    unsafe fn tall(&self, at: *mut f64, j: usize, from: usize) -> Column {
        let length = self.rows * self.one;
        unsafe { Column { at: at.add(j * length), length }.from(from * self.one) }
    }
    /// Column j of a square matrix.
    #[inline(always)]
    unsafe fn square(&self, at: *mut f64, j: usize) -> Column {
        let length = self.cols * self.one;
        Column { at: unsafe { at.add(j * length) }, length }
    }
    /// The halves of pair j.
    #[inline(always)]
    unsafe fn pair(&self, j: usize) -> [Column; 2] {
        unsafe { [self.square(self.pairs, 2 * j), self.square(self.pairs, 2 * j + 1)] }
    }
}

/// Thin singular value decompositions of m × n matrices, `count` of them written, values descending. Vectors of values that vanish are
/// not meaningful. Whether all iterations converge.
#[inline(always)]
pub unsafe fn decompose<V: Side, const COMPLEX: bool>(
    (m, n): (usize, usize),
    first: *const f64,
    count: usize,
    wanted: &Wanted,
    values: *mut f64,
    scratch: *mut f64,
) -> bool {
    unsafe {
        let wide = m < n;
        let (rows, cols) = (m.max(n), m.min(n));
        let own = parts::<COMPLEX>();
        let space = Space::new(entry::<V, COMPLEX>(), V::COUNT, rows, cols, scratch);
        let matrices = Matrices::new(first, own * m * n, count);
        let (steps, sign) = if wide { ((1, n), -1.0) } else { ((n, 1), 1.0) };
        side_by_side::<V, COMPLEX>(space.columns, (rows, cols), &matrices, steps, sign);
        pivoted_qr::<V, COMPLEX>(&space);
        let flat = if cols < LEAST_COLUMNS { 0 } else { is_flat::<V, COMPLEX>(&space) };
        adjoint_triangle::<V, COMPLEX>(&space);
        if flat != 0 && !begin::<V, COMPLEX>(&space, flat) {
            return false;
        }
        if !orthogonalise::<V, COMPLEX>(space.pairs, cols, space.lengths) {
            return false;
        }
        factors::<V, COMPLEX>(&space, flat);
        if let Wanted::Polar { .. } = wanted {
            polar::<V, COMPLEX>(&space);
        }
        let mut places = [0; 64];
        let order = &mut places[..cols];
        let place = |k: usize, lane: usize| *space.places.add(V::COUNT * k + lane) as usize;
        for lane in 0..count {
            ascending::<V>(space.lengths, order, lane);
            order.reverse();
            for (k, &from) in order.iter().enumerate() {
                let value = *space.lengths.add(V::COUNT * from + lane);
                *values.add(lane * cols + k) = matrices.powers[lane] * value;
                match *wanted {
                    // The polar factor of the adjoint is the adjoint.
                    Wanted::Polar { factor } => {
                        let (step, row) = if wide { (1, n) } else { (n, 1) };
                        let to = factor.add(own * (lane * m * n + place(k, lane) * row));
                        scatter::<V, COMPLEX>(to, step, space.tall(space.columns, k, 0).at, rows, lane, (1.0, sign));
                    }
                    Wanted::Vectors { u, v } => {
                        let (long, short) = if wide { (v, u) } else { (u, v) };
                        let to = long.add(own * (lane * rows * cols + k));
                        scatter::<V, COMPLEX>(to, cols, space.tall(space.left, from, 0).at, rows, lane, (1.0, 1.0));
                        let [right, _] = space.pair(from);
                        for i in 0..cols {
                            let to = short.add(own * (lane * cols * cols + place(i, lane) * cols + k));
                            let x = right.at.add(i * space.one);
                            scatter::<V, COMPLEX>(to, 0, x, 1, lane, (1.0, 1.0));
                        }
                    }
                }
            }
        }
        true
    }
}

/// Reflections that make the columns a triangle, the longest remaining one first; `places` says where each has been.
#[inline(always)]
unsafe fn pivoted_qr<V: Side, const COMPLEX: bool>(space: &Space) {
    unsafe {
        for j in 0..space.cols {
            V::splat(j as f64).store(space.places.add(V::COUNT * j));
        }
        for j in 0..space.cols {
            let mut longest: V = squares(space.tall(space.columns, j, j));
            let mut chosen = V::splat(j as f64);
            for c in j + 1..space.cols {
                let length: V = squares(space.tall(space.columns, c, j));
                let longer = longest.less(length);
                longest = length.or(longer, longest);
                chosen = V::splat(c as f64).or(longer, chosen);
            }
            let mut others = [0.0; 8];
            chosen.store(others.as_mut_ptr());
            for (lane, &other) in others[..V::COUNT].iter().enumerate() {
                let other = other as usize;
                if other == j {
                    continue;
                }
                let (own, there) = (space.tall(space.columns, j, 0), space.tall(space.columns, other, 0));
                for at in (lane..own.length).step_by(V::COUNT) {
                    core::ptr::swap(own.at.add(at), there.at.add(at));
                }
                let [own, there] = [j, other].map(|k| space.places.add(V::COUNT * k + lane));
                core::ptr::swap(own, there);
            }
            let v = space.tall(space.columns, j, j);
            let (tau, y) = reflection::<V, COMPLEX>(v);
            tau.store(space.taus.add(V::COUNT * j));
            store::<V, COMPLEX>(y, space.diagonal.add(space.one * j));
            for c in j + 1..space.cols {
                reflect::<V, COMPLEX>(v.at, space.tall(space.columns, c, j), tau);
            }
        }
    }
}

/// Whether |R_nn| is not below a fraction of |R_11|.
#[inline(always)]
unsafe fn is_flat<V: Side, const COMPLEX: bool>(space: &Space) -> u8 {
    unsafe {
        let [first, last]: [V; 2] =
            [0, space.cols - 1].map(|j| squares(Column { at: space.diagonal.add(space.one * j), length: space.one }));
        first.mul(V::splat(STEEPEST * STEEPEST)).less(last)
    }
}

/// Columns of R†, each with a column of the identity behind it.
#[inline(always)]
unsafe fn adjoint_triangle<V: Side, const COMPLEX: bool>(space: &Space) {
    unsafe {
        let all = 2 * space.cols * space.cols * space.one;
        core::slice::from_raw_parts_mut(space.pairs, all).fill(0.0);
        for j in 0..space.cols {
            let [to, identity] = space.pair(j);
            V::splat(1.0).store(identity.at.add(j * space.one));
            for i in j..space.cols {
                let corner = space.diagonal.add(j * space.one);
                let from = if i == j { corner } else { space.tall(space.columns, i, j).at };
                let (re, im) = load::<V, COMPLEX>(from);
                store::<V, COMPLEX>((re, im.negative()), to.at.add(i * space.one));
            }
        }
    }
}

/// Where flat, pairs become the columns of RV and of V, the eigenvectors of R†R. Whether the iteration converges.
#[inline(always)]
unsafe fn begin<V: Side, const COMPLEX: bool>(space: &Space, flat: u8) -> bool {
    unsafe {
        let zero = V::splat(0.0);
        let height = space.cols * space.one;
        core::slice::from_raw_parts_mut(space.triangle, height * space.cols).fill(0.0);
        for j in 0..space.cols {
            let to = space.square(space.triangle, j).at;
            core::ptr::copy_nonoverlapping(space.tall(space.columns, j, 0).at, to, j * space.one);
            let corner = space.diagonal.add(j * space.one);
            core::ptr::copy_nonoverlapping(corner, to.add(j * space.one), space.one);
        }
        // The lower triangle of R†R.
        for j in 0..space.cols {
            let own = space.square(space.triangle, j).at;
            for i in j..space.cols {
                let other = Column { length: (j + 1) * space.one, ..space.square(space.triangle, i) };
                let entry = overlap::<V, COMPLEX>(other, own);
                store::<V, COMPLEX>(entry, space.square(space.start, j).at.add(i * space.one));
            }
        }
        if !spectrum::<V, COMPLEX>(space.cols, space.start, space.lengths, Some(space.left), space.rest) {
            return false;
        }
        for j in 0..space.cols {
            let [to, identity] = space.pair(j);
            let v = space.square(space.left, j);
            for at in (0..height).step_by(V::COUNT) {
                zero.or(flat, V::load(to.at.add(at))).store(to.at.add(at));
                let other = identity.at.add(at);
                V::load(v.at.add(at)).or(flat, V::load(other)).store(other);
            }
            for k in 0..space.cols {
                let (re, im) = load::<V, COMPLEX>(v.at.add(k * space.one));
                let factor = (re.or(flat, zero), im.or(flat, zero));
                let above = Column { length: (k + 1) * space.one, ..to };
                add_multiple::<V, COMPLEX>(above, space.square(space.triangle, k).at, factor);
            }
        }
        true
    }
}

/// The first halves of the pairs, divided by their lengths, and the second, which rounding has stretched by the same factor: one times Q
/// becomes the left factor, the other the first half of the pair; and the singular values.
#[inline(always)]
unsafe fn factors<V: Side, const COMPLEX: bool>(space: &Space, flat: u8) {
    unsafe {
        let (one, zero) = (V::splat(1.0), V::splat(0.0));
        core::slice::from_raw_parts_mut(space.left, space.rows * space.cols * space.one).fill(0.0);
        for k in 0..space.cols {
            let [x, w] = space.pair(k);
            let [length, stretch]: [V; 2] = [x, w].map(|half| squares::<V>(half).sqrt());
            length.div(stretch).store(space.lengths.add(V::COUNT * k));
            let first = zero.or(length.equal(zero), one.div(length));
            let second = one.div(stretch);
            let left = space.tall(space.left, k, 0).at;
            for at in (0..x.length).step_by(V::COUNT) {
                let (a, b) = (V::load(x.at.add(at)).mul(first), V::load(w.at.add(at)).mul(second));
                a.or(flat, b).store(left.add(at));
                b.or(flat, a).store(x.at.add(at));
            }
        }
        for c in 0..space.cols {
            for j in (0..space.cols).rev() {
                let tau = V::load(space.taus.add(V::COUNT * j));
                reflect::<V, COMPLEX>(space.tall(space.columns, j, j).at, space.tall(space.left, c, j), tau);
            }
        }
    }
}

/// Column i of the left factor times X†, which belongs to row places_i of V.
#[inline(always)]
unsafe fn polar<V: Side, const COMPLEX: bool>(space: &Space) {
    unsafe {
        core::slice::from_raw_parts_mut(space.columns, space.rows * space.cols * space.one).fill(0.0);
        for i in 0..space.cols {
            for k in 0..space.cols {
                let [x, _] = space.pair(k);
                let (re, im) = load::<V, COMPLEX>(x.at.add(i * space.one));
                let to = space.tall(space.columns, i, 0);
                add_multiple::<V, COMPLEX>(to, space.tall(space.left, k, 0).at, (re, im.negative()));
            }
        }
    }
}
