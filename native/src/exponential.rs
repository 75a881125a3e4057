//! Gates exp(−iH) on one or two bits with H = Σ_p h_p P_p: their matrices, and the derivatives by h from the environments of the
//! gates. The list of gates and the layout of the results are those of assembly/exponential.ts.

use core::ops::{Add, Mul, Neg};

/// Most passes over the pairs of rows; five are the rule.
const MOST_SWEEPS: usize = 30;
/// Squares of what is off the diagonal, relative to that of the whole matrix, that count as zero.
const SMALL: f64 = 1e-33;
/// Numbers of the sums of an environment.
const SUMS: usize = 64;

#[derive(Clone, Copy, Default)]
#[repr(C)]
struct Complex {
    re: f64,
    im: f64,
}

const fn complex(re: f64, im: f64) -> Complex {
    Complex { re, im }
}

impl Complex {
    fn conjugate(self) -> Self {
        complex(self.re, -self.im)
    }
    fn square(self) -> f64 {
        self.re * self.re + self.im * self.im
    }
    fn times(self, x: f64) -> Self {
        complex(self.re * x, self.im * x)
    }
}
impl Add for Complex {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        complex(self.re + other.re, self.im + other.im)
    }
}
impl Mul for Complex {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        complex(self.re * other.re - self.im * other.im, self.re * other.im + self.im * other.re)
    }
}
impl Neg for Complex {
    type Output = Self;
    fn neg(self) -> Self {
        complex(-self.re, -self.im)
    }
}

/// Row-major, of d ≤ 4 rows.
type Matrix = [Complex; 16];

/// A word on the bits of its gate.
struct Word(u32);

impl Word {
    fn flip(&self) -> usize {
        (self.0 & 3) as usize
    }
    /// i^turns, and its sign at a basis state.
    fn phase(&self, b: usize) -> Complex {
        let odd = (b as u32 & (self.0 >> 2) & 3).count_ones() & 1 == 1;
        let unit = if self.0 & 16 == 0 { complex(1.0, 0.0) } else { complex(0.0, 1.0) };
        if odd != (self.0 & 32 != 0) { -unit } else { unit }
    }
}

/// The next gate of a list: d and its words.
unsafe fn next<'a>(gates: &mut *const u32) -> (usize, &'a [u32]) {
    unsafe {
        let (d, words) = (**gates as usize, *gates.add(1) as usize);
        let list = core::slice::from_raw_parts(gates.add(2), words);
        *gates = gates.add(2 + words);
        (d, list)
    }
}

/// Leaves the eigenvalues on the diagonal of a Hermitian matrix, and returns eigenvectors as columns.
fn diagonalise(h: &mut Matrix, d: usize) -> Matrix {
    let mut v = Matrix::default();
    for i in 0..d {
        v[i * d + i].re = 1.0;
    }
    let whole: f64 = h[..d * d].iter().map(|x| x.square()).sum();
    for _ in 0..MOST_SWEEPS {
        let pairs = || (0..d).flat_map(|p| (p + 1..d).map(move |q| (p, q)));
        let off: f64 = pairs().map(|(p, q)| h[p * d + q].square()).sum();
        if !(off > SMALL * whole) {
            break;
        }
        for (p, q) in pairs() {
            annihilate(h, &mut v, d, p, q);
        }
    }
    v
}

/// A Jacobi rotation that makes h_pq zero.
fn annihilate(h: &mut Matrix, v: &mut Matrix, d: usize, p: usize, q: usize) {
    let x = h[p * d + q];
    let size = x.square().sqrt();
    if size == 0.0 {
        return;
    }
    let (a, b) = (h[p * d + p].re, h[q * d + q].re);
    let ratio = (b - a) / (2.0 * size);
    let tan = (if ratio >= 0.0 { 1.0 } else { -1.0 }) / (ratio.abs() + (1.0 + ratio * ratio).sqrt());
    let cos = 1.0 / (1.0 + tan * tan).sqrt();
    let z = x.times(tan * cos / size);
    for k in 0..d {
        turn(h, k * d + p, k * d + q, cos, z);
    }
    for k in 0..d {
        turn(h, p * d + k, q * d + k, cos, z.conjugate());
        turn(v, k * d + p, k * d + q, cos, z);
    }
    h[p * d + p] = complex(a - tan * size, 0.0);
    h[q * d + q] = complex(b + tan * size, 0.0);
    (h[p * d + q], h[q * d + p]) = (complex(0.0, 0.0), complex(0.0, 0.0));
}

/// Two entries become cos·p − conj(z)·q and z·p + cos·q.
fn turn(m: &mut Matrix, p: usize, q: usize, cos: f64, z: Complex) {
    let (x, y) = (m[p], m[q]);
    m[p] = x.times(cos) + -(z.conjugate() * y);
    m[q] = z * x + y.times(cos);
}

/// Writes U, V and a of every gate for the coefficients h, where H = V·diag(a)·V†.
pub unsafe fn exponentiate(
    gates: *mut u8,
    count: usize,
    mut coefficients: *mut f64,
    matrices: *mut f64,
    vectors: *mut f64,
    values: *mut f64,
) {
    let mut gates: *const u32 = gates.cast();
    for g in 0..count {
        unsafe {
            let (d, words) = next(&mut gates);
            let mut h = Matrix::default();
            for &word in words {
                let word = Word(word);
                for b in 0..d {
                    let at = (b ^ word.flip()) * d + b;
                    h[at] = h[at] + word.phase(b).times(*coefficients);
                }
                coefficients = coefficients.add(1);
            }
            let v = diagonalise(&mut h, d);
            let mut u = Matrix::default();
            for k in 0..d {
                let a = h[k * d + k].re;
                *values.add(4 * g + k) = a;
                for i in 0..d {
                    let x = complex(a.cos(), -a.sin()) * v[i * d + k];
                    for j in 0..d {
                        u[i * d + j] = u[i * d + j] + x * v[j * d + k].conjugate();
                    }
                }
            }
            *matrices.cast::<Matrix>().add(g) = u;
            *vectors.cast::<Matrix>().add(g) = v;
        }
    }
}

/// Re Tr(G†P_p) for every word P_p, where G is the cotangent of H: with W = Σ ψ λ† behind the gate, from its sums,
/// (V†GV)_jk = i·exp(iδ)·sinc(δ)·conj (V†WV)_kj, δ = (a_j − a_k)/2.
pub unsafe fn exponentiate_back(
    gates: *mut u8,
    count: usize,
    sums: *mut f64,
    vectors: *mut f64,
    values: *mut f64,
    mut slopes: *mut f64,
) {
    let mut gates: *const u32 = gates.cast();
    for g in 0..count {
        unsafe {
            let (d, words) = next(&mut gates);
            let v = *vectors.cast::<Matrix>().add(g);
            let mut w = environment(sums.add(SUMS * g).cast(), d);
            w = between(&v, &w, d, true);
            let mut inside = Matrix::default();
            for j in 0..d {
                for k in 0..d {
                    let half = (*values.add(4 * g + j) - *values.add(4 * g + k)) / 2.0;
                    let size = if half == 0.0 { 1.0 } else { half.sin() / half };
                    inside[j * d + k] = complex(-size * half.sin(), size * half.cos()) * w[k * d + j].conjugate();
                }
            }
            let cotangent = between(&v, &inside, d, false);
            for &word in words {
                let word = Word(word);
                let traced = (0..d).map(|b| (word.phase(b) * cotangent[(b ^ word.flip()) * d + b].conjugate()).re);
                *slopes = traced.sum();
                slopes = slopes.add(1);
            }
        }
    }
}

/// W_ij = Σ ψ_i conj(λ_j) from its sums: for every j, d numbers Σ ψ_i re λ_j, then d numbers Σ ψ_i im λ_j.
unsafe fn environment(sums: *const Complex, d: usize) -> Matrix {
    let mut w = Matrix::default();
    for j in 0..d {
        for i in 0..d {
            let (x, y) = unsafe { (*sums.add(2 * d * j + i), *sums.add(2 * d * j + d + i)) };
            w[i * d + j] = complex(x.re + y.im, x.im - y.re);
        }
    }
    w
}

/// V†MV (inwards) or VMV†.
fn between(v: &Matrix, m: &Matrix, d: usize, inwards: bool) -> Matrix {
    // V†, or V.
    let left = |i: usize, k: usize| if inwards { v[k * d + i].conjugate() } else { v[i * d + k] };
    let (mut half, mut out) = (Matrix::default(), Matrix::default());
    for i in 0..d {
        for j in 0..d {
            half[i * d + j] = (0..d).map(|k| left(i, k) * m[k * d + j]).fold(Complex::default(), Add::add);
        }
    }
    for i in 0..d {
        for j in 0..d {
            out[i * d + j] =
                (0..d).map(|k| half[i * d + k] * left(j, k).conjugate()).fold(Complex::default(), Add::add);
        }
    }
    out
}
