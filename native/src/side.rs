//! Matrices side by side: a vector holds the same number of several small matrices, so that all are worked on at once and with the
//! same instructions. A mask has a bit for each matrix.

use crate::lanes::Lanes;

/// Vectors that compare and choose number by number.
pub trait Side: Lanes {
    unsafe fn sub(self, other: Self) -> Self;
    unsafe fn div(self, other: Self) -> Self;
    unsafe fn sqrt(self) -> Self;
    unsafe fn abs(self) -> Self;
    /// self − a·b, rounded once where the machine can.
    unsafe fn minus(self, a: Self, b: Self) -> Self;
    unsafe fn less(self, other: Self) -> u8;
    unsafe fn equal(self, other: Self) -> u8;
    /// Numbers of self where the mask is set, else of the other.
    unsafe fn or(self, mask: u8, other: Self) -> Self;
    #[inline(always)]
    unsafe fn negative(self) -> Self {
        unsafe { self.mul(Self::splat(-1.0)) }
    }
    /// Every bit that a mask has.
    const ALL: u8 = ((1u16 << Self::COUNT) - 1) as u8;
}

impl Side for [f64; 2] {
    #[inline(always)]
    unsafe fn sub(self, other: Self) -> Self {
        [self[0] - other[0], self[1] - other[1]]
    }
    #[inline(always)]
    unsafe fn div(self, other: Self) -> Self {
        [self[0] / other[0], self[1] / other[1]]
    }
    #[inline(always)]
    unsafe fn sqrt(self) -> Self {
        self.map(f64::sqrt)
    }
    #[inline(always)]
    unsafe fn abs(self) -> Self {
        self.map(f64::abs)
    }
    #[inline(always)]
    unsafe fn minus(self, a: Self, b: Self) -> Self {
        unsafe { self.plus([-a[0], -a[1]], b) }
    }
    #[inline(always)]
    unsafe fn less(self, other: Self) -> u8 {
        u8::from(self[0] < other[0]) | u8::from(self[1] < other[1]) << 1
    }
    #[inline(always)]
    unsafe fn equal(self, other: Self) -> u8 {
        u8::from(self[0] == other[0]) | u8::from(self[1] == other[1]) << 1
    }
    #[inline(always)]
    unsafe fn or(self, mask: u8, other: Self) -> Self {
        [if mask & 1 == 0 { other[0] } else { self[0] }, if mask & 2 == 0 { other[1] } else { self[1] }]
    }
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use super::Side;
    use core::arch::x86_64::*;

    impl Side for __m256d {
        #[inline(always)]
        unsafe fn sub(self, other: Self) -> Self {
            unsafe { _mm256_sub_pd(self, other) }
        }
        #[inline(always)]
        unsafe fn div(self, other: Self) -> Self {
            unsafe { _mm256_div_pd(self, other) }
        }
        #[inline(always)]
        unsafe fn sqrt(self) -> Self {
            unsafe { _mm256_sqrt_pd(self) }
        }
        #[inline(always)]
        unsafe fn abs(self) -> Self {
            unsafe { _mm256_andnot_pd(_mm256_set1_pd(-0.0), self) }
        }
        #[inline(always)]
        unsafe fn minus(self, a: Self, b: Self) -> Self {
            unsafe { _mm256_fnmadd_pd(a, b, self) }
        }
        #[inline(always)]
        unsafe fn less(self, other: Self) -> u8 {
            unsafe { _mm256_movemask_pd(_mm256_cmp_pd(self, other, _CMP_LT_OQ)) as u8 }
        }
        #[inline(always)]
        unsafe fn equal(self, other: Self) -> u8 {
            unsafe { _mm256_movemask_pd(_mm256_cmp_pd(self, other, _CMP_EQ_OQ)) as u8 }
        }
        #[inline(always)]
        unsafe fn or(self, mask: u8, other: Self) -> Self {
            unsafe {
                let bits = _mm256_setr_epi64x(1, 2, 4, 8);
                let set = _mm256_cmpeq_epi64(_mm256_and_si256(_mm256_set1_epi64x(mask as i64), bits), bits);
                _mm256_blendv_pd(other, self, _mm256_castsi256_pd(set))
            }
        }
    }

    impl Side for __m512d {
        #[inline(always)]
        unsafe fn sub(self, other: Self) -> Self {
            unsafe { _mm512_sub_pd(self, other) }
        }
        #[inline(always)]
        unsafe fn div(self, other: Self) -> Self {
            unsafe { _mm512_div_pd(self, other) }
        }
        #[inline(always)]
        unsafe fn sqrt(self) -> Self {
            unsafe { _mm512_sqrt_pd(self) }
        }
        #[inline(always)]
        unsafe fn abs(self) -> Self {
            unsafe { _mm512_abs_pd(self) }
        }
        #[inline(always)]
        unsafe fn minus(self, a: Self, b: Self) -> Self {
            unsafe { _mm512_fnmadd_pd(a, b, self) }
        }
        #[inline(always)]
        unsafe fn less(self, other: Self) -> u8 {
            unsafe { _mm512_cmp_pd_mask(self, other, _CMP_LT_OQ) }
        }
        #[inline(always)]
        unsafe fn equal(self, other: Self) -> u8 {
            unsafe { _mm512_cmp_pd_mask(self, other, _CMP_EQ_OQ) }
        }
        #[inline(always)]
        unsafe fn or(self, mask: u8, other: Self) -> Self {
            unsafe { _mm512_mask_blend_pd(mask, other, self) }
        }
    }
}

/// Numbers of an entry: a vector of real parts and, if complex, one of imaginary parts.
pub const fn entry<V: Side, const COMPLEX: bool>() -> usize {
    if COMPLEX { 2 * V::COUNT } else { V::COUNT }
}

/// Numbers of an entry of a single matrix.
pub const fn parts<const COMPLEX: bool>() -> usize {
    if COMPLEX { 2 } else { 1 }
}

/// A column of entries, one behind the other.
#[derive(Clone, Copy)]
pub struct Column {
    pub at: *mut f64,
    /// How many numbers.
    pub length: usize,
}

impl Column {
    #[inline(always)]
    pub unsafe fn from(self, first: usize) -> Self {
        Self { at: unsafe { self.at.add(first) }, length: self.length - first }
    }
}

/// Σ |x|².
#[inline(always)]
pub unsafe fn squares<V: Side>(x: Column) -> V {
    unsafe {
        let mut sums = [V::splat(0.0); 2];
        for k in (0..x.length).step_by(2 * V::COUNT) {
            let u = V::load(x.at.add(k));
            sums[0] = sums[0].plus(u, u);
            if k + V::COUNT < x.length {
                let v = V::load(x.at.add(k + V::COUNT));
                sums[1] = sums[1].plus(v, v);
            }
        }
        sums[0].add(sums[1])
    }
}

/// Σ conj(a)·b over the entries of a.
#[inline(always)]
pub unsafe fn overlap<V: Side, const COMPLEX: bool>(a: Column, b: *mut f64) -> (V, V) {
    unsafe {
        let zero = V::splat(0.0);
        let (mut re, mut other) = (zero, zero);
        if !COMPLEX {
            for k in (0..a.length).step_by(2 * V::COUNT) {
                re = re.plus(V::load(a.at.add(k)), V::load(b.add(k)));
                if k + V::COUNT < a.length {
                    other = other.plus(V::load(a.at.add(k + V::COUNT)), V::load(b.add(k + V::COUNT)));
                }
            }
            return (re.add(other), zero);
        }
        let (mut im, mut crossed) = (zero, zero);
        for k in (0..a.length).step_by(2 * V::COUNT) {
            let (u, v) = (V::load(a.at.add(k)), V::load(a.at.add(k + V::COUNT)));
            let (x, y) = (V::load(b.add(k)), V::load(b.add(k + V::COUNT)));
            re = re.plus(u, x);
            other = other.plus(v, y);
            im = im.plus(u, y);
            crossed = crossed.plus(v, x);
        }
        (re.add(other), im.sub(crossed))
    }
}

/// y ← y + z·x over the entries of y.
#[inline(always)]
pub unsafe fn add_multiple<V: Side, const COMPLEX: bool>(y: Column, x: *mut f64, z: (V, V)) {
    unsafe {
        for k in (0..y.length).step_by(entry::<V, COMPLEX>()) {
            let (to, u) = (y.at.add(k), V::load(x.add(k)));
            if COMPLEX {
                let v = V::load(x.add(k + V::COUNT));
                let further = to.add(V::COUNT);
                V::load(to).plus(z.0, u).minus(z.1, v).store(to);
                V::load(further).plus(z.0, v).plus(z.1, u).store(further);
            } else {
                V::load(to).plus(z.0, u).store(to);
            }
        }
    }
}

/// (a, b) ← (cos·a − sin·zb, sin·a + cos·zb) over the entries of a; z is real unless complex.
#[inline(always)]
pub unsafe fn turn<V: Side, const COMPLEX: bool>(a: Column, b: *mut f64, (cos, sin): (V, V), z: (V, V)) {
    unsafe {
        let (zcos, zsin) = (z.0.mul(cos), z.0.mul(sin));
        for k in (0..a.length).step_by(entry::<V, COMPLEX>()) {
            let (p, q) = (a.at.add(k), b.add(k));
            let (u, w) = (V::load(p), V::load(q));
            if COMPLEX {
                let (p1, q1) = (p.add(V::COUNT), q.add(V::COUNT));
                let (u1, w1) = (V::load(p1), V::load(q1));
                let v = z.0.mul(w).minus(z.1, w1);
                let v1 = z.0.mul(w1).plus(z.1, w);
                cos.mul(u).minus(sin, v).store(p);
                cos.mul(u1).minus(sin, v1).store(p1);
                sin.mul(u).plus(cos, v).store(q);
                sin.mul(u1).plus(cos, v1).store(q1);
            } else {
                cos.mul(u).minus(zsin, w).store(p);
                sin.mul(u).plus(zcos, w).store(q);
            }
        }
    }
}

/// A number of each matrix as entry: the parts of z, the second unless real.
#[inline(always)]
pub unsafe fn load<V: Side, const COMPLEX: bool>(z: *mut f64) -> (V, V) {
    unsafe { (V::load(z), if COMPLEX { V::load(z.add(V::COUNT)) } else { V::splat(0.0) }) }
}

#[inline(always)]
pub unsafe fn store<V: Side, const COMPLEX: bool>(z: (V, V), to: *mut f64) {
    unsafe {
        z.0.store(to);
        if COMPLEX {
            z.1.store(to.add(V::COUNT));
        }
    }
}

/// z·w.
#[inline(always)]
pub unsafe fn times<V: Side, const COMPLEX: bool>(z: (V, V), w: (V, V)) -> (V, V) {
    unsafe {
        if !COMPLEX {
            return (z.0.mul(w.0), z.1);
        }
        (z.0.mul(w.0).minus(z.1, w.1), z.0.mul(w.1).plus(z.1, w.0))
    }
}

/// z/|z|, 1 for zero, and |z|.
#[inline(always)]
pub unsafe fn polar_form<V: Side, const COMPLEX: bool>(z: (V, V)) -> ((V, V), V) {
    unsafe {
        let (one, zero) = (V::splat(1.0), V::splat(0.0));
        if !COMPLEX {
            return ((V::splat(-1.0).or(z.0.less(zero), one), zero), z.0.abs());
        }
        let modulus = z.0.mul(z.0).plus(z.1, z.1).sqrt();
        let none = modulus.equal(zero);
        ((one.or(none, z.0.div(modulus)), zero.or(none, z.1.div(modulus))), modulus)
    }
}
