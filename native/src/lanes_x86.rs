//! Vectors of 256 and of 512 bits of x86-64.

use crate::lanes::{Lanes, Twice};
use core::arch::x86_64::*;

/// AVX2 and FMA.
impl Lanes for __m256d {
    const COUNT: usize = 4;
    type Two = Self;
    type Four = Twice<Self>;
    #[inline(always)]
    unsafe fn splat(x: f64) -> Self {
        unsafe { _mm256_set1_pd(x) }
    }
    #[inline(always)]
    unsafe fn load(at: *const f64) -> Self {
        unsafe { _mm256_loadu_pd(at) }
    }
    #[inline(always)]
    unsafe fn store(self, at: *mut f64) {
        unsafe { _mm256_storeu_pd(at, self) }
    }
    #[inline(always)]
    unsafe fn store_first(self, at: *mut f64, count: usize) {
        unsafe {
            let mask = _mm256_cmpgt_epi64(_mm256_set1_epi64x(count as i64), _mm256_setr_epi64x(0, 1, 2, 3));
            _mm256_maskstore_pd(at, mask, self)
        }
    }
    #[inline(always)]
    unsafe fn add(self, other: Self) -> Self {
        unsafe { _mm256_add_pd(self, other) }
    }
    #[inline(always)]
    unsafe fn mul(self, other: Self) -> Self {
        unsafe { _mm256_mul_pd(self, other) }
    }
    #[inline(always)]
    unsafe fn plus(self, a: Self, b: Self) -> Self {
        unsafe { _mm256_fmadd_pd(a, b, self) }
    }
    #[inline(always)]
    unsafe fn swapped(self) -> Self {
        unsafe { _mm256_permute_pd(self, 0b0101) }
    }
    #[inline(always)]
    unsafe fn reals(self) -> Self {
        unsafe { _mm256_movedup_pd(self) }
    }
    #[inline(always)]
    unsafe fn imaginaries(self) -> Self {
        unsafe { _mm256_permute_pd(self, 0b1111) }
    }
    #[inline(always)]
    unsafe fn exchanged(self, mask: usize) -> Self {
        if mask == 0 { self } else { unsafe { _mm256_permute2f128_pd(self, self, 1) } }
    }
    #[inline(always)]
    unsafe fn sum_of_pairs(self) -> [f64; 2] {
        let mut pair = [0.0; 2];
        unsafe {
            let sum = _mm_add_pd(_mm256_castpd256_pd128(self), _mm256_extractf128_pd(self, 1));
            _mm_storeu_pd(pair.as_mut_ptr(), sum);
        }
        pair
    }
    #[inline(always)]
    unsafe fn pairs(re: f64, im: f64) -> Self {
        unsafe { _mm256_setr_pd(re, im, re, im) }
    }
    #[inline(always)]
    unsafe fn gather(from: &[*mut f64]) -> Self {
        unsafe { _mm256_loadu2_m128d(from[1], from[0]) }
    }
    #[inline(always)]
    unsafe fn scatter(self, to: &[*mut f64]) {
        unsafe { _mm256_storeu2_m128d(to[1], to[0], self) }
    }
}

/// AVX-512.
impl Lanes for __m512d {
    const COUNT: usize = 8;
    type Two = __m256d;
    type Four = Self;
    #[inline(always)]
    unsafe fn splat(x: f64) -> Self {
        unsafe { _mm512_set1_pd(x) }
    }
    #[inline(always)]
    unsafe fn load(at: *const f64) -> Self {
        unsafe { _mm512_loadu_pd(at) }
    }
    #[inline(always)]
    unsafe fn store(self, at: *mut f64) {
        unsafe { _mm512_storeu_pd(at, self) }
    }
    #[inline(always)]
    unsafe fn store_first(self, at: *mut f64, count: usize) {
        unsafe { _mm512_mask_storeu_pd(at, ((1u32 << count) - 1) as __mmask8, self) }
    }
    #[inline(always)]
    unsafe fn add(self, other: Self) -> Self {
        unsafe { _mm512_add_pd(self, other) }
    }
    #[inline(always)]
    unsafe fn mul(self, other: Self) -> Self {
        unsafe { _mm512_mul_pd(self, other) }
    }
    #[inline(always)]
    unsafe fn plus(self, a: Self, b: Self) -> Self {
        unsafe { _mm512_fmadd_pd(a, b, self) }
    }
    #[inline(always)]
    unsafe fn swapped(self) -> Self {
        unsafe { _mm512_permute_pd(self, 0b0101_0101) }
    }
    #[inline(always)]
    unsafe fn reals(self) -> Self {
        unsafe { _mm512_movedup_pd(self) }
    }
    #[inline(always)]
    unsafe fn imaginaries(self) -> Self {
        unsafe { _mm512_permute_pd(self, 0b1111_1111) }
    }
    #[inline(always)]
    unsafe fn exchanged(self, mask: usize) -> Self {
        unsafe {
            match mask {
                0 => self,
                1 => _mm512_shuffle_f64x2(self, self, 0b10_11_00_01),
                2 => _mm512_shuffle_f64x2(self, self, 0b01_00_11_10),
                _ => _mm512_shuffle_f64x2(self, self, 0b00_01_10_11),
            }
        }
    }
    #[inline(always)]
    unsafe fn sum_of_pairs(self) -> [f64; 2] {
        unsafe { _mm256_add_pd(_mm512_castpd512_pd256(self), _mm512_extractf64x4_pd(self, 1)).sum_of_pairs() }
    }
    #[inline(always)]
    unsafe fn pairs(re: f64, im: f64) -> Self {
        unsafe { _mm512_setr_pd(re, im, re, im, re, im, re, im) }
    }
    #[inline(always)]
    unsafe fn gather(from: &[*mut f64]) -> Self {
        unsafe {
            let low = _mm256_loadu2_m128d(from[1], from[0]);
            let high = _mm256_loadu2_m128d(from[3], from[2]);
            _mm512_insertf64x4(_mm512_castpd256_pd512(low), high, 1)
        }
    }
    #[inline(always)]
    unsafe fn scatter(self, to: &[*mut f64]) {
        unsafe {
            _mm256_storeu2_m128d(to[1], to[0], _mm512_castpd512_pd256(self));
            _mm256_storeu2_m128d(to[3], to[2], _mm512_extractf64x4_pd(self, 1));
        }
    }
}
