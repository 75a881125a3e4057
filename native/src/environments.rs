//! Both environments of ⟨M|L·Sᵀ⟩ in one pass through M: M·S̄ and Mᵀ·L̄. A number of M is loaded once for both. Rows of L and S
//! are short and lie behind one another, so that vectors run along them.
//!
//! Strips of rows of M are units that are taken from an atomic counter. Each has its own part of Mᵀ·L̄; the parts are added in their order:
//! results do not depend on the number of threads.

use crate::call::Base;
use crate::lanes::Lanes;
use crate::width::dispatch;
use core::sync::atomic::{AtomicI32, Ordering};

/// Numbers of S, and twice as many of a part, that are worked on at a time: what the second-level cache holds beside M.
const NUMBERS: usize = 16384;

/// Takes strips of the matrix in a record, see assembly/environments.ts, until none is left. The address of M is that of the
/// process, in two words.
pub unsafe fn run_environments(record: *mut u8, _scratch: *mut u8, Base(base): Base) {
    let word = |k: usize| unsafe { *record.cast::<u32>().add(k) as usize };
    let floats = |k: usize| unsafe { base.add(word(k)).cast::<f64>() };
    let (rows, bond, columns, stride) = (word(0), word(1), word(2), word(3) / 8);
    let matrix = (word(4) | word(5) << 32) as *const f64;
    let (lines, units, fresh) = (word(10), word(11), word(12) != 0);
    let counter = unsafe { AtomicI32::from_ptr(record.cast::<i32>().add(13)) };
    loop {
        let unit = counter.fetch_add(1, Ordering::SeqCst) as usize;
        if unit >= units {
            return;
        }
        let first = unit * lines;
        unsafe {
            let part = floats(9).add(unit * 4 * columns * bond);
            if fresh {
                part.write_bytes(0, 4 * columns * bond);
            }
            strip(Strip {
                rows: lines.min(rows - first),
                columns,
                numbers: 2 * bond,
                matrix: matrix.add(first * stride),
                stride,
                left: floats(6).add(first * 2 * bond),
                right: floats(7),
                to_left: floats(8).add(first * 2 * bond),
                part,
            });
        }
    }
}

/// The sum of all parts, of which each has `columns` rows of twice as many numbers as a row of L.
pub unsafe fn gather_environments(to: *mut f64, parts: *mut f64, units: usize, columns: usize, bond: usize) {
    for column in 0..columns {
        for b in 0..bond {
            unsafe {
                let at = parts.add(4 * column * bond + 2 * b);
                let mut sum = [0.0; 4];
                for unit in 0..units {
                    let [direct, turned] = [0, 2 * bond].map(|part| at.add(4 * unit * columns * bond + part));
                    for (x, from) in sum.iter_mut().zip([direct, direct.add(1), turned, turned.add(1)]) {
                        *x += *from;
                    }
                }
                let value = to.add(2 * (column * bond + b));
                *value = sum[0] + sum[3];
                *value.add(1) = sum[2] - sum[1];
            }
        }
    }
}

/// Rows of M, `stride` numbers apart, with those of L and M·S̄.
#[derive(Clone, Copy)]
struct Strip {
    rows: usize,
    columns: usize,
    /// In a row of L and of S.
    numbers: usize,
    matrix: *const f64,
    stride: usize,
    left: *const f64,
    right: *const f64,
    to_left: *mut f64,
    /// For every column Σ re(m)·l, a row, and Σ im(m)·l, another one.
    part: *mut f64,
}

dispatch! {
    fn strip(all: Strip) = strip_of
}

#[inline(always)]
unsafe fn strip_of<V: Lanes>(all: Strip) {
    unsafe {
        if all.numbers.is_multiple_of(2 * V::COUNT) {
            if V::COUNT == 8 { blocks::<V, 4, 2>(all) } else { blocks::<V, 2, 2>(all) }
        } else if all.numbers.is_multiple_of(V::COUNT) {
            blocks::<V, 4, 1>(all)
        } else if all.numbers.is_multiple_of(V::Two::COUNT) {
            blocks::<V::Two, 4, 1>(all)
        } else {
            blocks::<[f64; 2], 4, 1>(all)
        }
    }
}

/// `R` rows and `N` vectors at a time.
#[inline(always)]
unsafe fn blocks<V: Lanes, const R: usize, const N: usize>(all: Strip) {
    let width = (NUMBERS / all.numbers).max(64);
    for first in (0..all.columns).step_by(width) {
        let columns = width.min(all.columns - first);
        let whole = all.rows / R * R;
        unsafe {
            for row in (0..whole).step_by(R) {
                groups::<V, R, N>(all, row, first, columns);
            }
            for row in whole..all.rows {
                groups::<V, 1, N>(all, row, first, columns);
            }
        }
    }
}

#[inline(always)]
unsafe fn groups<V: Lanes, const R: usize, const N: usize>(all: Strip, row: usize, first: usize, columns: usize) {
    for at in (0..all.numbers).step_by(N * V::COUNT) {
        unsafe {
            let rows = Rows {
                matrix: all.matrix.add(row * all.stride + 2 * first),
                left: all.left.add(row * all.numbers + at),
                right: all.right.add(first * all.numbers + at),
                to_left: all.to_left.add(row * all.numbers + at),
                part: all.part.add(2 * first * all.numbers + at),
            };
            rows.meet::<V, R, N>(columns, all.stride, all.numbers, first > 0);
        }
    }
}

/// Some rows, and the first of some columns.
struct Rows {
    matrix: *const f64,
    left: *const f64,
    right: *const f64,
    to_left: *mut f64,
    part: *mut f64,
}

impl Rows {
    #[inline(always)]
    unsafe fn meet<V: Lanes, const R: usize, const N: usize>(
        &self,
        columns: usize,
        stride: usize,
        numbers: usize,
        add: bool,
    ) {
        unsafe {
            let zero = V::splat(0.0);
            let mut left = [[zero; N]; R];
            for (r, row) in left.iter_mut().enumerate() {
                for (v, x) in row.iter_mut().enumerate() {
                    *x = V::load(self.left.add(r * numbers + v * V::COUNT));
                }
            }
            let mut sums = [[[zero; N]; 2]; R];
            for c in 0..columns {
                let right = self.right.add(c * numbers);
                let part = self.part.add(2 * c * numbers);
                // A line of the cache for each of the next rows, four columns at a time.
                prefetch(self.matrix.wrapping_add((R + c % R) * stride + c / 4 * 8));
                let mut s = [zero; N];
                let mut columns_sums = [[zero; N]; 2];
                for v in 0..N {
                    s[v] = V::load(right.add(v * V::COUNT));
                    for (which, sum) in columns_sums.iter_mut().enumerate() {
                        sum[v] = V::load(part.add(which * numbers + v * V::COUNT));
                    }
                }
                for r in 0..R {
                    let entry = self.matrix.add(r * stride + 2 * c);
                    for which in 0..2 {
                        let m = V::splat(*entry.add(which));
                        for v in 0..N {
                            sums[r][which][v] = sums[r][which][v].plus(m, s[v]);
                            columns_sums[which][v] = columns_sums[which][v].plus(m, left[r][v]);
                        }
                    }
                }
                for (which, sum) in columns_sums.iter().enumerate() {
                    for (v, x) in sum.iter().enumerate() {
                        x.store(part.add(which * numbers + v * V::COUNT));
                    }
                }
            }
            for (r, [direct, turned]) in sums.iter().enumerate() {
                for v in 0..N {
                    let to = self.to_left.add(r * numbers + v * V::COUNT);
                    let value = direct[v].mul(V::pairs(1.0, -1.0)).add(turned[v].swapped());
                    if add { V::load(to).add(value).store(to) } else { value.store(to) }
                }
            }
        }
    }
}

/// Asks for a line of the cache that will be read soon; any address may be asked for.
#[inline(always)]
fn prefetch(at: *const f64) {
    #[cfg(target_arch = "x86_64")]
    unsafe {
        use core::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        _mm_prefetch::<_MM_HINT_T0>(at.cast());
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = at;
}
