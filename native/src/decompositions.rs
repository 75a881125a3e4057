//! Decompositions of dense complex matrices, by faer on one thread. All arrays are row-major.

use crate::call::Floats;
use faer::diag::DiagMut;
use faer::dyn_stack::{MemBuffer, MemStack, StackReq};
use faer::linalg::householder;
use faer::linalg::qr::no_pivoting::factor as qr_factor;
use faer::linalg::svd::ComputeSvdVectors;
use faer::{Conj, Mat, MatMut, MatRef, Par, Spec, c64};

type Params<T> = Spec<T, c64>;

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

/// Thin singular value decomposition A = U·S·V† of an m × n matrix, values descending: bidiagonalisation, then divide and
/// conquer. Values are accurate relative to the largest one. Returns 0, or 1 if it does not converge.
pub unsafe fn singular_values(a: Floats, m: usize, n: usize, u: Floats, values: Floats, v: Floats) -> i32 {
    let size = m.min(n);
    let a = unsafe { matrix(a, m, n) };
    let thin = ComputeSvdVectors::Thin;
    let params: Params<faer::linalg::svd::SvdParams> = Default::default();
    let request = faer::linalg::svd::svd_scratch::<c64>(m, n, thin, thin, Par::Seq, params);
    let (mut left, mut right) = (Mat::<c64>::zeros(m, size), Mat::<c64>::zeros(n, size));
    let mut found = vec![c64::new(0.0, 0.0); size];
    let result = with_stack(request, |stack| {
        let diagonal = DiagMut::from_slice_mut(&mut found);
        let vectors = (Some(left.as_mut()), Some(right.as_mut()));
        faer::linalg::svd::svd(a, diagonal, vectors.0, vectors.1, Par::Seq, stack, params)
    });
    if result.is_err() {
        return 1;
    }
    unsafe {
        matrix_mut(u, m, size).copy_from(&left);
        matrix_mut(v, n, size).copy_from(&right);
        for (k, value) in found.iter().enumerate() {
            *values.0.add(k) = value.re;
        }
    }
    0
}

/// Eigenvalues, ascending, and eigenvectors, as columns, of the Hermitian part of an n × n matrix. Returns 0, or 1 if the
/// iteration does not converge.
pub unsafe fn hermitian_eigen(a: Floats, n: usize, values: Floats, vectors: Floats) -> i32 {
    let a = unsafe { matrix(a, n, n) };
    let hermitian = Mat::from_fn(n, n, |i, j| a[(i, j)] * 0.5 + a[(j, i)].conj() * 0.5);
    let params: Params<faer::linalg::evd::SelfAdjointEvdParams> = Default::default();
    let vectors_wanted = faer::linalg::evd::ComputeEigenvectors::Yes;
    let request = faer::linalg::evd::self_adjoint_evd_scratch::<c64>(n, vectors_wanted, Par::Seq, params);
    let mut found = vec![c64::new(0.0, 0.0); n];
    let mut columns = Mat::<c64>::zeros(n, n);
    let result = with_stack(request, |stack| {
        let diagonal = DiagMut::from_slice_mut(&mut found);
        faer::linalg::evd::self_adjoint_evd(
            hermitian.as_ref(),
            diagonal,
            Some(columns.as_mut()),
            Par::Seq,
            stack,
            params,
        )
    });
    if result.is_err() {
        return 1;
    }
    unsafe {
        matrix_mut(vectors, n, n).copy_from(&columns);
        for (k, value) in found.iter().enumerate() {
            *values.0.add(k) = value.re;
        }
    }
    0
}

/// Thin decomposition A = Q·R of an m × n matrix, by reflections; the diagonal of R is real and not negative.
pub unsafe fn qr(a: Floats, m: usize, n: usize, q: Floats, r: Floats) {
    let size = m.min(n);
    let mut factored = unsafe { matrix(a, m, n) }.to_owned();
    let block = qr_factor::recommended_block_size::<c64>(m, n);
    let mut coefficients = Mat::<c64>::zeros(block, size);
    let params: Params<qr_factor::QrParams> = Default::default();
    let request = qr_factor::qr_in_place_scratch::<c64>(m, n, block, Par::Seq, params);
    with_stack(request, |stack| {
        qr_factor::qr_in_place(factored.as_mut(), coefficients.as_mut(), Par::Seq, stack, params)
    });
    let mut basis = Mat::<c64>::zeros(m, size);
    basis.as_mut().diagonal_mut().fill(c64::new(1.0, 0.0));
    let request = householder::apply_block_householder_sequence_on_the_left_in_place_scratch::<c64>(m, block, size);
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
    let phases: Vec<c64> = (0..size).map(|k| phase(factored[(k, k)])).collect();
    let (mut q, mut r) = unsafe { (matrix_mut(q, m, size), matrix_mut(r, size, n)) };
    for i in 0..m {
        for k in 0..size {
            q[(i, k)] = basis[(i, k)] * phases[k];
        }
    }
    for k in 0..size {
        for j in 0..n {
            r[(k, j)] = if j < k { c64::new(0.0, 0.0) } else { factored[(k, j)] * phases[k].conj() };
        }
        r[(k, k)] = c64::new(factored[(k, k)].norm(), 0.0);
    }
}

/// z / |z|, or 1.
fn phase(z: c64) -> c64 {
    let modulus = z.norm();
    if modulus == 0.0 { c64::new(1.0, 0.0) } else { z / modulus }
}
