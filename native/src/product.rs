//! Products as they are called: one, a batch, or a large one that several threads divide into strips.

use crate::call::{Base, Floats};
use crate::gemm::{Factor, Size, Target, complex_product, real_product};
use core::sync::atomic::{AtomicI32, Ordering};

/// C = A·B, m × n, of arrays of JavaScript, row by row; with `adjoint_a` the array holds the k × m matrix A†, likewise for B. For real
/// matrices adjoints are transposes.
#[allow(clippy::too_many_arguments)]
pub unsafe fn multiply(
    c: Floats,
    a: Floats,
    b: Floats,
    m: usize,
    n: usize,
    k: usize,
    adjoint_a: i32,
    adjoint_b: i32,
    real: i32,
    scratch: *mut u8,
) {
    let bytes = if real != 0 { 8 } else { 16 };
    let a = Factor::of(a.0.cast(), m, k, adjoint_a != 0, bytes);
    let b = Factor::of(b.0.cast(), k, n, adjoint_b != 0, bytes);
    let c = Target { at: c.0.cast(), stride: n * bytes, half: false };
    let size = Size { rows: m, columns: n, inner: k };
    unsafe { if real != 0 { real_product(size, a, b, c, scratch) } else { complex_product(size, a, b, c, scratch) } }
}

/// One complex product; with `half` only the upper triangle of a Hermitian C.
#[allow(clippy::too_many_arguments)]
pub unsafe fn gemm(
    m: usize,
    n: usize,
    k: usize,
    a: *mut u8,
    a_row: usize,
    a_column: usize,
    a_conjugate: i32,
    b: *mut u8,
    b_row: usize,
    b_column: usize,
    b_conjugate: i32,
    c: *mut u8,
    half: i32,
    scratch: *mut u8,
) {
    let a = Factor { at: a, row: a_row, column: a_column, conjugate: a_conjugate != 0 };
    let b = Factor { at: b, row: b_row, column: b_column, conjugate: b_conjugate != 0 };
    let c = Target { at: c, stride: 16 * n, half: half != 0 };
    unsafe { complex_product(Size { rows: m, columns: n, inner: k }, a, b, c, scratch) }
}

/// C_b = op(A_b)·op(B_b) for all b < batch, each matrix behind the other.
#[allow(clippy::too_many_arguments)]
pub unsafe fn gemm_batch(
    batch: usize,
    m: usize,
    n: usize,
    k: usize,
    a: *mut u8,
    a_row: usize,
    a_column: usize,
    a_conjugate: i32,
    b: *mut u8,
    b_row: usize,
    b_column: usize,
    b_conjugate: i32,
    c: *mut u8,
    scratch: *mut u8,
) {
    let a = Factor { at: a, row: a_row, column: a_column, conjugate: a_conjugate != 0 };
    let b = Factor { at: b, row: b_row, column: b_column, conjugate: b_conjugate != 0 };
    unsafe { complex_batch(batch, Size { rows: m, columns: n, inner: k }, a, b, c, scratch) }
}

/// The same for real matrices.
#[allow(clippy::too_many_arguments)]
pub unsafe fn real_gemm_batch(
    batch: usize,
    m: usize,
    n: usize,
    k: usize,
    a: *mut u8,
    a_row: usize,
    a_column: usize,
    b: *mut u8,
    b_row: usize,
    b_column: usize,
    c: *mut u8,
    scratch: *mut u8,
) {
    let a = Factor { at: a, row: a_row, column: a_column, conjugate: false };
    let b = Factor { at: b, row: b_row, column: b_column, conjugate: false };
    unsafe { real_batch(batch, Size { rows: m, columns: n, inner: k }, a, b, c, scratch) }
}

pub unsafe fn complex_batch(batch: usize, size: Size, a: Factor, b: Factor, c: *mut u8, scratch: *mut u8) {
    unsafe { each(16, batch, size, a, b, c, |a, b, c| complex_product(size, a, b, c, scratch)) }
}

pub unsafe fn real_batch(batch: usize, size: Size, a: Factor, b: Factor, c: *mut u8, scratch: *mut u8) {
    unsafe { each(8, batch, size, a, b, c, |a, b, c| real_product(size, a, b, c, scratch)) }
}

#[inline(always)]
unsafe fn each(
    bytes: usize,
    batch: usize,
    size: Size,
    a: Factor,
    b: Factor,
    c: *mut u8,
    multiply: impl Fn(Factor, Factor, Target),
) {
    let Size { rows, columns, inner } = size;
    for index in 0..batch {
        unsafe {
            let a = Factor { at: a.at.add(index * rows * inner * bytes), ..a };
            let b = Factor { at: b.at.add(index * inner * columns * bytes), ..b };
            let c = Target { at: c.add(index * rows * columns * bytes), stride: columns * bytes, half: false };
            multiply(a, b, c);
        }
    }
}

/// Takes strips of the product in a record, see assembly/product.ts, until none is left.
pub unsafe fn run_product(record: *mut u8, scratch: *mut u8, Base(base): Base) {
    let word = |k: usize| unsafe { *record.cast::<u32>().add(k) as usize };
    let factor = |k: usize| unsafe {
        Factor { at: base.add(word(k)), row: word(k + 1), column: word(k + 2), conjugate: word(k + 3) != 0 }
    };
    let (m, n, inner) = (word(0), word(1), word(2));
    let (a, b) = (factor(3), factor(7));
    let (half, lines, units, by_columns, real) = (word(12) != 0, word(13), word(14), word(15) != 0, word(16) != 0);
    let bytes = if real { 8 } else { 16 };
    let stride = n * bytes;
    let counter = unsafe { AtomicI32::from_ptr(record.cast::<i32>().add(17)) };
    loop {
        let unit = counter.fetch_add(1, Ordering::SeqCst) as usize;
        if unit >= units {
            return;
        }
        let first = unit * lines;
        let count = lines.min(if by_columns { n } else { m } - first);
        unsafe {
            let c = base.add(word(11));
            let (size, a, b, at) = if by_columns {
                let b = Factor { at: b.at.add(first * b.column), ..b };
                (Size { rows: m, columns: count, inner }, a, b, c.add(first * bytes))
            } else {
                // A strip of the upper triangle begins on the diagonal.
                let skipped = if half { first } else { 0 };
                let a = Factor { at: a.at.add(first * a.row), ..a };
                let b = Factor { at: b.at.add(skipped * b.column), ..b };
                (Size { rows: count, columns: n - skipped, inner }, a, b, c.add(first * stride + skipped * bytes))
            };
            let c = Target { at, stride, half };
            if real { real_product(size, a, b, c, scratch) } else { complex_product(size, a, b, c, scratch) }
        }
    }
}
