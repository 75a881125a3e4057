//! Decompositions of dense matrices, complex and real, by faer on one thread. All arrays are row-major.

use crate::call::Floats;
use faer::diag::DiagMut;
use faer::dyn_stack::{MemBuffer, MemStack, StackReq};
use faer::linalg::evd::{self, ComputeEigenvectors, SelfAdjointEvdParams};
use faer::linalg::householder;
use faer::linalg::qr::no_pivoting::factor as qr_factor;
use faer::linalg::svd::{self, ComputeSvdVectors, SvdParams};
use faer::traits::ComplexField;
use faer::{Conj, Mat, MatMut, MatRef, Par, Spec, c64, unzip, zip};

/// A row-major matrix.
unsafe fn matrix<'a>(Floats(at): Floats, rows: usize, columns: usize) -> MatRef<'a, c64> {
    unsafe { MatRef::from_raw_parts(at.cast(), rows, columns, columns as isize, 1) }
}

unsafe fn matrix_mut<'a>(Floats(at): Floats, rows: usize, columns: usize) -> MatMut<'a, c64> {
    unsafe { MatMut::from_raw_parts_mut(at.cast(), rows, columns, columns as isize, 1) }
}

fn with_stack<Result>(request: StackReq, work: impl FnOnce(&mut MemStack) -> Result) -> Result {
    work(MemStack::new(&mut MemBuffer::new(request)))
}

/// Thin singular value decomposition A = U·S·V†, values descending: bidiagonalisation, then divide and conquer. Values are
/// accurate relative to the largest one. Whether it converges.
fn bidiagonalised<T: ComplexField>(a: MatRef<T>, values: &mut [T], left: MatMut<T>, right: MatMut<T>) -> bool {
    let thin = ComputeSvdVectors::Thin;
    let params: Spec<SvdParams, T> = Default::default();
    let request = svd::svd_scratch::<T>(a.nrows(), a.ncols(), thin, thin, Par::Seq, params);
    with_stack(request, |stack| {
        svd::svd(a, DiagMut::from_slice_mut(values), Some(left), Some(right), Par::Seq, stack, params).is_ok()
    })
}

/// Eigenvalues, ascending, and eigenvectors, as columns, of a Hermitian matrix whose lower triangle is given: tridiagonal
/// form, then divide and conquer. Whether it converges.
fn spectrum<T: ComplexField>(a: MatRef<T>, values: &mut [T], vectors: MatMut<T>) -> bool {
    let wanted = ComputeEigenvectors::Yes;
    let params: Spec<SelfAdjointEvdParams, T> = Default::default();
    let request = evd::self_adjoint_evd_scratch::<T>(a.nrows(), wanted, Par::Seq, params);
    with_stack(request, |stack| {
        evd::self_adjoint_evd(a, DiagMut::from_slice_mut(values), Some(vectors), Par::Seq, stack, params).is_ok()
    })
}

/// The thin singular value decomposition of an m × n matrix. Returns 0, or 1 if it does not converge.
pub unsafe fn singular_values(a: Floats, m: usize, n: usize, u: Floats, values: Floats, v: Floats) -> i32 {
    let size = m.min(n);
    let (mut left, mut right) = (Mat::<c64>::zeros(m, size), Mat::<c64>::zeros(n, size));
    let mut found = vec![c64::new(0.0, 0.0); size];
    if !bidiagonalised(unsafe { matrix(a, m, n) }, &mut found, left.as_mut(), right.as_mut()) {
        return 1;
    }
    unsafe {
        matrix_mut(u, m, size).copy_from(&left);
        matrix_mut(v, n, size).copy_from(&right);
        real_parts(&found, values);
    }
    0
}

/// The same for a real matrix; singular vectors come as rows.
pub unsafe fn real_singular_values(a: Floats, m: usize, n: usize, u: Floats, values: Floats, v: Floats) -> i32 {
    let size = m.min(n);
    let a = unsafe { MatRef::from_raw_parts(a.0, m, n, n as isize, 1) };
    let (left, right) = unsafe { (rows_mut(u, m, size), rows_mut(v, n, size)) };
    let found = unsafe { core::slice::from_raw_parts_mut(values.0, size) };
    i32::from(!bidiagonalised(a, found, left, right))
}

/// The spectrum of the Hermitian part of an n × n matrix, eigenvectors as columns. Returns 0, or 1 if the iteration does not
/// converge.
pub unsafe fn hermitian_eigen(a: Floats, n: usize, values: Floats, vectors: Floats) -> i32 {
    let a = unsafe { matrix(a, n, n) };
    let mut hermitian = Mat::<c64>::zeros(n, n);
    for j in 0..n {
        for i in j..n {
            hermitian[(i, j)] = a[(i, j)] * 0.5 + a[(j, i)].conj() * 0.5;
        }
    }
    let mut found = vec![c64::new(0.0, 0.0); n];
    let mut columns = Mat::<c64>::zeros(n, n);
    if !spectrum(hermitian.as_ref(), &mut found, columns.as_mut()) {
        return 1;
    }
    unsafe {
        matrix_mut(vectors, n, n).copy_from(&columns);
        real_parts(&found, values);
    }
    0
}

/// The spectrum of a real symmetric matrix, whose lower triangle is given, eigenvectors as rows.
pub unsafe fn symmetric_eigen(a: Floats, n: usize, values: Floats, vectors: Floats) -> i32 {
    let found = unsafe { core::slice::from_raw_parts_mut(values.0, n) };
    i32::from(!unsafe { spectrum(MatRef::from_raw_parts(a.0, n, n, n as isize, 1), found, rows_mut(vectors, n, n)) })
}

/// A real matrix of `length` × `count` whose columns lie one after the other.
unsafe fn rows_mut<'a>(Floats(at): Floats, length: usize, count: usize) -> MatMut<'a, f64> {
    unsafe { MatMut::from_raw_parts_mut(at, length, count, 1, length as isize) }
}

unsafe fn real_parts(found: &[c64], values: Floats) {
    for (k, value) in found.iter().enumerate() {
        unsafe { *values.0.add(k) = value.re };
    }
}

/// The reflections of an m × n matrix, with R above the diagonal, and the columns of Q.
fn reflected<T: ComplexField>(a: MatRef<T>) -> (Mat<T>, Mat<T>) {
    let (m, n) = (a.nrows(), a.ncols());
    let size = m.min(n);
    let mut factored = a.to_owned();
    let block = qr_factor::recommended_block_size::<T>(m, n);
    let mut coefficients = Mat::<T>::zeros(block, size);
    let params: Spec<qr_factor::QrParams, T> = Default::default();
    let request = qr_factor::qr_in_place_scratch::<T>(m, n, block, Par::Seq, params);
    with_stack(request, |stack| {
        qr_factor::qr_in_place(factored.as_mut(), coefficients.as_mut(), Par::Seq, stack, params)
    });
    let mut basis = Mat::<T>::identity(m, size);
    let request = householder::apply_block_householder_sequence_on_the_left_in_place_scratch::<T>(m, block, size);
    with_stack(request, |stack| {
        householder::apply_block_householder_sequence_on_the_left_in_place_with_conj(
            factored.as_ref().subcols(0, size),
            coefficients.as_ref(),
            Conj::No,
            basis.as_mut(),
            Par::Seq,
            stack,
        )
    });
    (factored, basis)
}

/// Thin decomposition A = Q·R of an m × n matrix, by reflections; the diagonal of R is real and not negative.
pub unsafe fn qr(a: Floats, m: usize, n: usize, q: Floats, r: Floats) {
    let size = m.min(n);
    let (factored, basis) = reflected(unsafe { matrix(a, m, n) });
    let phases: Vec<c64> = (0..size).map(|k| phase(factored[(k, k)])).collect();
    let (mut q, mut r) = unsafe { (matrix_mut(q, m, size), matrix_mut(r, size, n)) };
    for (k, &phase) in phases.iter().enumerate() {
        zip!(q.as_mut().col_mut(k), basis.col(k)).for_each(|unzip!(to, from)| *to = *from * phase);
    }
    for k in 0..size {
        for j in 0..n {
            r[(k, j)] = if j < k { c64::new(0.0, 0.0) } else { factored[(k, j)] * phases[k].conj() };
        }
        r[(k, k)] = c64::new(factored[(k, k)].norm(), 0.0);
    }
}

/// A = L·Q for `count` real rows A: the first k = min(count, length) become the orthonormal rows of Q, and `factors`, count × k, the
/// lower triangle L, whose diagonal is not negative.
pub unsafe fn orthonormalise_rows(rows: *mut f64, count: usize, length: usize, factors: *mut f64) {
    let size = count.min(length);
    let (factored, basis) = reflected(unsafe { rows_mut(Floats(rows), length, count) }.as_ref());
    for k in 0..size {
        let sign = if factored[(k, k)] < 0.0 { -1.0 } else { 1.0 };
        for i in 0..length {
            unsafe { *rows.add(k * length + i) = sign * basis[(i, k)] };
        }
        for j in 0..count {
            unsafe { *factors.add(j * size + k) = if j < k { 0.0 } else { sign * factored[(k, j)] } };
        }
    }
}

/// z / |z|, or 1.
fn phase(z: c64) -> c64 {
    let modulus = z.norm();
    if modulus == 0.0 { c64::new(1.0, 0.0) } else { z / modulus }
}
