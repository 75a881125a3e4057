//! Vectors of float64 numbers, as wide as the machine has them; neighbours may be the parts of complex numbers. Kernels are
//! written once for all widths.

/// Some numbers that are worked on at once. All methods are inlined into kernels that are compiled for the machine.
pub trait Lanes: Copy {
    /// How many, an even number.
    const COUNT: usize;
    /// Vectors of two and of four complex numbers on the same machine.
    type Two: Lanes;
    type Four: Lanes;
    unsafe fn splat(x: f64) -> Self;
    unsafe fn load(at: *const f64) -> Self;
    unsafe fn store(self, at: *mut f64);
    /// Stores only the first numbers.
    unsafe fn store_first(self, at: *mut f64, count: usize);
    unsafe fn add(self, other: Self) -> Self;
    unsafe fn mul(self, other: Self) -> Self;
    /// self + a·b, rounded once where the machine can.
    unsafe fn plus(self, a: Self, b: Self) -> Self;
    /// Real and imaginary parts exchanged.
    unsafe fn swapped(self) -> Self;
    /// Real parts in place of imaginary ones, too, and the other way round.
    unsafe fn reals(self) -> Self;
    unsafe fn imaginaries(self) -> Self;
    /// Complex number k in the place of k xor `mask`.
    unsafe fn exchanged(self, mask: usize) -> Self;
    unsafe fn sum_of_pairs(self) -> [f64; 2];
    /// The same pair everywhere.
    unsafe fn pairs(re: f64, im: f64) -> Self;
    /// A complex number from each of COUNT / 2 addresses.
    unsafe fn gather(from: &[*mut f64]) -> Self;
    unsafe fn scatter(self, to: &[*mut f64]);
}

/// A single complex number, on any machine.
impl Lanes for [f64; 2] {
    const COUNT: usize = 2;
    type Two = Twice<Self>;
    type Four = Twice<Twice<Self>>;
    #[inline(always)]
    unsafe fn splat(x: f64) -> Self {
        [x, x]
    }
    #[inline(always)]
    unsafe fn load(at: *const f64) -> Self {
        unsafe { [*at, *at.add(1)] }
    }
    #[inline(always)]
    unsafe fn store(self, at: *mut f64) {
        unsafe {
            *at = self[0];
            *at.add(1) = self[1];
        }
    }
    #[inline(always)]
    unsafe fn store_first(self, at: *mut f64, count: usize) {
        for (k, &x) in self.iter().enumerate().take(count) {
            unsafe { *at.add(k) = x };
        }
    }
    #[inline(always)]
    unsafe fn add(self, other: Self) -> Self {
        [self[0] + other[0], self[1] + other[1]]
    }
    #[inline(always)]
    unsafe fn mul(self, other: Self) -> Self {
        [self[0] * other[0], self[1] * other[1]]
    }
    #[inline(always)]
    unsafe fn plus(self, a: Self, b: Self) -> Self {
        if cfg!(any(target_arch = "aarch64", target_feature = "fma")) {
            [a[0].mul_add(b[0], self[0]), a[1].mul_add(b[1], self[1])]
        } else {
            [self[0] + a[0] * b[0], self[1] + a[1] * b[1]]
        }
    }
    #[inline(always)]
    unsafe fn swapped(self) -> Self {
        [self[1], self[0]]
    }
    #[inline(always)]
    unsafe fn reals(self) -> Self {
        [self[0], self[0]]
    }
    #[inline(always)]
    unsafe fn imaginaries(self) -> Self {
        [self[1], self[1]]
    }
    #[inline(always)]
    unsafe fn exchanged(self, _: usize) -> Self {
        self
    }
    #[inline(always)]
    unsafe fn sum_of_pairs(self) -> [f64; 2] {
        self
    }
    #[inline(always)]
    unsafe fn pairs(re: f64, im: f64) -> Self {
        [re, im]
    }
    #[inline(always)]
    unsafe fn gather(from: &[*mut f64]) -> Self {
        unsafe { Self::load(from[0]) }
    }
    #[inline(always)]
    unsafe fn scatter(self, to: &[*mut f64]) {
        unsafe { self.store(to[0]) }
    }
}

/// Two vectors that are used as one.
#[derive(Clone, Copy)]
pub struct Twice<V>(V, V);

impl<V: Lanes> Lanes for Twice<V> {
    const COUNT: usize = 2 * V::COUNT;
    type Two = V::Two;
    type Four = V::Four;
    #[inline(always)]
    unsafe fn splat(x: f64) -> Self {
        unsafe { Self(V::splat(x), V::splat(x)) }
    }
    #[inline(always)]
    unsafe fn load(at: *const f64) -> Self {
        unsafe { Self(V::load(at), V::load(at.add(V::COUNT))) }
    }
    #[inline(always)]
    unsafe fn store(self, at: *mut f64) {
        unsafe {
            self.0.store(at);
            self.1.store(at.add(V::COUNT));
        }
    }
    #[inline(always)]
    unsafe fn store_first(self, at: *mut f64, count: usize) {
        unsafe {
            self.0.store_first(at, count.min(V::COUNT));
            self.1.store_first(at.add(V::COUNT), count.saturating_sub(V::COUNT));
        }
    }
    #[inline(always)]
    unsafe fn add(self, other: Self) -> Self {
        unsafe { Self(self.0.add(other.0), self.1.add(other.1)) }
    }
    #[inline(always)]
    unsafe fn mul(self, other: Self) -> Self {
        unsafe { Self(self.0.mul(other.0), self.1.mul(other.1)) }
    }
    #[inline(always)]
    unsafe fn plus(self, a: Self, b: Self) -> Self {
        unsafe { Self(self.0.plus(a.0, b.0), self.1.plus(a.1, b.1)) }
    }
    #[inline(always)]
    unsafe fn swapped(self) -> Self {
        unsafe { Self(self.0.swapped(), self.1.swapped()) }
    }
    #[inline(always)]
    unsafe fn reals(self) -> Self {
        unsafe { Self(self.0.reals(), self.1.reals()) }
    }
    #[inline(always)]
    unsafe fn imaginaries(self) -> Self {
        unsafe { Self(self.0.imaginaries(), self.1.imaginaries()) }
    }
    #[inline(always)]
    unsafe fn exchanged(self, mask: usize) -> Self {
        let half = V::COUNT / 2;
        let (low, high) = unsafe { (self.0.exchanged(mask & (half - 1)), self.1.exchanged(mask & (half - 1))) };
        if mask & half == 0 { Self(low, high) } else { Self(high, low) }
    }
    #[inline(always)]
    unsafe fn sum_of_pairs(self) -> [f64; 2] {
        unsafe { self.0.add(self.1).sum_of_pairs() }
    }
    #[inline(always)]
    unsafe fn pairs(re: f64, im: f64) -> Self {
        unsafe { Self(V::pairs(re, im), V::pairs(re, im)) }
    }
    #[inline(always)]
    unsafe fn gather(from: &[*mut f64]) -> Self {
        let half = V::COUNT / 2;
        unsafe { Self(V::gather(&from[..half]), V::gather(&from[half..])) }
    }
    #[inline(always)]
    unsafe fn scatter(self, to: &[*mut f64]) {
        let half = V::COUNT / 2;
        unsafe {
            self.0.scatter(&to[..half]);
            self.1.scatter(&to[half..]);
        }
    }
}
