//! C = op(A)·op(B) for complex and for real matrices with any strides; op conjugates or not, and transposition is a matter of
//! strides. A complex product is two real ones of the numbers of B, C = Σ re(a)·b + i Σ im(a)·b, so both share one loop.
//! Large factors are packed in panels for the caches (GotoBLAS); small ones are met where they lie.
//!
//! An entry is summed over blocks of INNER terms, in their order, whatever the width of vectors, the place of the entry and the
//! division into strips: results do not depend on the number of threads.

use crate::lanes::Lanes;
use crate::width::dispatch;

const ROWS: usize = 64;
const INNER: usize = 192;
const COLUMNS: usize = 256;
/// Most rows of C for which rows of B are read where they lie.
const FEW_ROWS: usize = 32;
/// Most bytes of A that are read where they lie: half of the first-level cache.
const FEW_BYTES: usize = 16384;

/// Bytes of scratch space that a product needs.
pub unsafe fn scratch_bytes() -> i32 {
    ((ROWS + COLUMNS) * INNER * 16) as i32
}

/// A factor: strides are in bytes.
#[derive(Clone, Copy)]
pub struct Factor {
    pub at: *const u8,
    pub row: usize,
    pub column: usize,
    pub conjugate: bool,
}

impl Factor {
    /// A rows × columns matrix, or the adjoint of a columns × rows one; entries have `bytes` bytes.
    pub fn of(at: *const u8, rows: usize, columns: usize, adjoint: bool, bytes: usize) -> Self {
        if adjoint {
            Self { at, row: bytes, column: bytes * rows, conjugate: true }
        } else {
            Self { at, row: bytes * columns, column: bytes, conjugate: false }
        }
    }

    #[inline(always)]
    unsafe fn from(self, row: usize, column: usize) -> *const u8 {
        unsafe { self.at.add(row * self.row + column * self.column) }
    }
}

/// Extents m, n and k.
#[derive(Clone, Copy)]
pub struct Size {
    pub rows: usize,
    pub columns: usize,
    pub inner: usize,
}

/// The matrix C at an address, with rows `stride` bytes apart; with `half` only what meets the upper triangle is computed.
#[derive(Clone, Copy)]
pub struct Target {
    pub at: *mut u8,
    pub stride: usize,
    pub half: bool,
}

dispatch! {
    /// Complex matrices; 8·m·n·k operations.
    pub fn complex_product(size: Size, a: Factor, b: Factor, c: Target, scratch: *mut u8) = product_of_pairs
}
dispatch! {
    /// Real matrices; 2·m·n·k operations.
    pub fn real_product(size: Size, a: Factor, b: Factor, c: Target, scratch: *mut u8) = product_of_numbers
}

#[inline(always)]
unsafe fn product_of_pairs<V: Lanes>(size: Size, a: Factor, b: Factor, c: Target, scratch: *mut u8) {
    unsafe {
        if V::COUNT == 8 {
            product::<V, 2, 4>(size, a, b, c, scratch)
        } else {
            product::<V, 2, 2>(size, a, b, c, scratch)
        }
    }
}

#[inline(always)]
unsafe fn product_of_numbers<V: Lanes>(size: Size, a: Factor, b: Factor, c: Target, scratch: *mut u8) {
    unsafe {
        if V::COUNT == 8 {
            product::<V, 1, 8>(size, a, b, c, scratch)
        } else {
            product::<V, 1, 4>(size, a, b, c, scratch)
        }
    }
}

/// Entries have `PARTS` numbers; tiles have up to `R` rows and two vectors of columns.
#[inline(always)]
unsafe fn product<V: Lanes, const PARTS: usize, const R: usize>(
    size: Size,
    a: Factor,
    b: Factor,
    c: Target,
    scratch: *mut u8,
) {
    let Size { rows: m, columns: n, inner: k } = size;
    let bytes = 8 * PARTS;
    let lanes = V::COUNT / PARTS; // entries in a vector
    let packs_b = b.column != bytes || m > FEW_ROWS || n % lanes != 0;
    let packs_a = n > 2 * lanes && m * k.min(INNER) * bytes > FEW_BYTES;
    let packed_b = unsafe { scratch.add(ROWS * INNER * 16) };
    let signs = unsafe { signs::<V>(a.conjugate, b.conjugate) };
    for column in (0..n).step_by(COLUMNS) {
        let columns = COLUMNS.min(n - column);
        let row_end = if c.half { m.min(column + columns) } else { m };
        for first in (0..k.max(1)).step_by(INNER) {
            let inner = INNER.min(k - first);
            if packs_b {
                unsafe { pack_columns::<V, PARTS>(packed_b, b.from(first, column), b, columns, inner) };
            }
            for row in (0..row_end).step_by(ROWS) {
                let rows = ROWS.min(row_end - row);
                if packs_a {
                    unsafe { pack_rows::<PARTS>(scratch, a.from(row, first), a, rows, inner, R) };
                }
                for j in (0..columns).step_by(2 * lanes) {
                    let here = (2 * lanes).min(columns - j);
                    let (right, right_step) = unsafe {
                        if packs_b {
                            let width = if here > lanes { 2 * lanes } else { lanes };
                            (packed_b.add(j * inner * bytes), width * bytes)
                        } else {
                            (b.from(first, column + j) as *mut u8, b.row)
                        }
                    };
                    for i in (0..rows).step_by(R) {
                        if c.half && column + j + here <= row + i {
                            continue;
                        }
                        let count = R.min(rows - i);
                        let tile = unsafe {
                            let (left, next, left_step) = if packs_a {
                                (scratch.add(i * inner * bytes) as *const u8, bytes, count * bytes)
                            } else {
                                (a.from(row + i, first), a.row, a.column)
                            };
                            let to = c.at.add((row + i) * c.stride + (column + j) * bytes);
                            Tile { left, next, left_step, right, right_step, inner, to, stride: c.stride }
                        };
                        unsafe { tile.run::<V, PARTS, R>(count, here, signs, first > 0) };
                    }
                }
            }
        }
    }
}

/// What the sums Σ re(a)·b and, with parts exchanged, Σ im(a)·b are multiplied with before they are added.
#[inline(always)]
unsafe fn signs<V: Lanes>(conjugate_a: bool, conjugate_b: bool) -> [V; 2] {
    let a = if conjugate_a { -1.0 } else { 1.0 };
    let b = if conjugate_b { -1.0 } else { 1.0 };
    unsafe { [V::pairs(1.0, b), V::pairs(-a * b, a)] }
}

/// Panels of two vectors of columns: row after row of each; the last has one vector if that is enough, and zeros at its end.
#[inline(always)]
unsafe fn pack_columns<V: Lanes, const PARTS: usize>(
    to: *mut u8,
    from: *const u8,
    b: Factor,
    columns: usize,
    inner: usize,
) {
    let lanes = V::COUNT / PARTS;
    let bytes = 8 * PARTS;
    for j in (0..columns).step_by(2 * lanes) {
        let here = (2 * lanes).min(columns - j);
        let width = if here > lanes { 2 * lanes } else { lanes };
        let panel = unsafe { to.add(j * inner * bytes) };
        for l in 0..inner {
            unsafe {
                let line = panel.add(l * width * bytes);
                let at = from.add(l * b.row + j * b.column);
                for x in 0..here {
                    copy_entry::<PARTS>(line.add(x * bytes), at.add(x * b.column));
                }
                if here < width {
                    line.add(here * bytes).write_bytes(0, (width - here) * bytes);
                }
            }
        }
    }
}

/// Panels of up to `count` rows: column after column of each.
#[inline(always)]
unsafe fn pack_rows<const PARTS: usize>(
    to: *mut u8,
    from: *const u8,
    a: Factor,
    rows: usize,
    inner: usize,
    count: usize,
) {
    let bytes = 8 * PARTS;
    for i in (0..rows).step_by(count) {
        let here = count.min(rows - i);
        for l in 0..inner {
            for r in 0..here {
                unsafe {
                    let at = from.add((i + r) * a.row + l * a.column);
                    copy_entry::<PARTS>(to.add(((i * inner) + l * here + r) * bytes), at);
                }
            }
        }
    }
}

#[inline(always)]
unsafe fn copy_entry<const PARTS: usize>(to: *mut u8, from: *const u8) {
    unsafe { *to.cast::<[f64; PARTS]>() = *from.cast::<[f64; PARTS]>() };
}

/// Some rows of A, `next` bytes apart, by some columns of B; entries of a row of A, and rows of B, are a step apart.
struct Tile {
    left: *const u8,
    next: usize,
    left_step: usize,
    right: *const u8,
    right_step: usize,
    inner: usize,
    to: *mut u8,
    stride: usize,
}

impl Tile {
    #[inline(always)]
    unsafe fn run<V: Lanes, const PARTS: usize, const R: usize>(
        &self,
        rows: usize,
        columns: usize,
        signs: [V; 2],
        add: bool,
    ) {
        unsafe {
            if rows == R {
                return self.columns::<V, PARTS, R>(columns, signs, add);
            }
            match rows {
                1 => self.columns::<V, PARTS, 1>(columns, signs, add),
                2 => self.columns::<V, PARTS, 2>(columns, signs, add),
                3 => self.columns::<V, PARTS, 3>(columns, signs, add),
                4 => self.columns::<V, PARTS, 4>(columns, signs, add),
                5 => self.columns::<V, PARTS, 5>(columns, signs, add),
                6 => self.columns::<V, PARTS, 6>(columns, signs, add),
                _ => self.columns::<V, PARTS, 7>(columns, signs, add),
            }
        }
    }

    #[inline(always)]
    unsafe fn columns<V: Lanes, const PARTS: usize, const R: usize>(&self, columns: usize, signs: [V; 2], add: bool) {
        unsafe {
            if columns * PARTS > V::COUNT {
                self.sums::<V, PARTS, R, 2>(columns, signs, add)
            } else {
                self.sums::<V, PARTS, R, 1>(columns, signs, add)
            }
        }
    }

    #[inline(always)]
    unsafe fn sums<V: Lanes, const PARTS: usize, const R: usize, const N: usize>(
        &self,
        columns: usize,
        signs: [V; 2],
        add: bool,
    ) {
        unsafe {
            let mut sums = [[[V::splat(0.0); N]; PARTS]; R];
            let (mut left, mut right) = (self.left, self.right);
            for _ in 0..self.inner {
                let mut b = [V::splat(0.0); N];
                for (v, x) in b.iter_mut().enumerate() {
                    *x = V::load(right.cast::<f64>().add(v * V::COUNT));
                }
                for (r, row) in sums.iter_mut().enumerate() {
                    let a = left.add(r * self.next).cast::<f64>();
                    for (part, sum) in row.iter_mut().enumerate() {
                        let factor = V::splat(*a.add(part));
                        for v in 0..N {
                            sum[v] = sum[v].plus(factor, b[v]);
                        }
                    }
                }
                left = left.add(self.left_step);
                right = right.add(self.right_step);
            }
            for (r, row) in sums.iter().enumerate() {
                let to = self.to.add(r * self.stride).cast::<f64>();
                for v in 0..N {
                    let direct = row[0][v];
                    let value = if PARTS == 1 {
                        direct
                    } else {
                        direct.mul(signs[0]).plus(row[PARTS - 1][v].swapped(), signs[1])
                    };
                    let at = to.add(v * V::COUNT);
                    put(at, value, (columns * PARTS - v * V::COUNT).min(V::COUNT), add);
                }
            }
        }
    }
}

/// Stores the first numbers of a vector, or adds them to those that are there.
#[inline(always)]
unsafe fn put<V: Lanes>(at: *mut f64, value: V, count: usize, add: bool) {
    unsafe {
        if count == V::COUNT {
            return if add { V::load(at).add(value).store(at) } else { value.store(at) };
        }
        if !add {
            return value.store_first(at, count);
        }
        let mut numbers = [0.0; 8];
        value.store(numbers.as_mut_ptr());
        for (k, x) in numbers.iter().enumerate().take(count) {
            *at.add(k) += x;
        }
    }
}
