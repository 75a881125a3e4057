//! Signed bit permutations P|b⟩ = i^turns (−1)^{parity(sign & b)} |b ⊕ flip⟩ and their rotations cos(α/2) − i sin(α/2) P, of
//! any weight.
//!
//! −i·i^turns is ±i for even and ±1 for odd turns, so the partner of an amplitude enters by one product with a pair of real
//! numbers, after an exchange of its parts for even turns. The lowest bits number the amplitudes of a vector.

use crate::lanes::Lanes;
use crate::width::dispatch;

dispatch! {
    /// state ← (cos − i·sin·P) state on 2^bits amplitudes.
    pub fn rotate_word(x: *mut f64, bits: usize, flip: usize, sign: usize, turns: i32, cos: f64, sin: f64) = rotate
}
dispatch! {
    /// Un-applies the rotation from ψ and λ and returns Im⟨λ|Pψ⟩ as it was before, in one pass.
    pub fn rotate_word_backward(
        psi: *mut f64,
        lambda: *mut f64,
        bits: usize,
        flip: usize,
        sign: usize,
        turns: i32,
        cos: f64,
        sin: f64,
    ) -> f64 = rotate_backward
}

/// A word as vectors see it.
struct Word<V> {
    /// Distance of partners, and bits that enter the sign, in vectors.
    across: usize,
    sign: usize,
    /// The exchange of amplitudes inside a vector.
    inner: usize,
    even: bool,
    cos: V,
    /// What a partner is multiplied with, by the parity of its vector.
    factors: [V; 2],
    /// ±1 by the parity of its vector, for the place to which it goes.
    signs: [V; 2],
}

/// (−1)^parity
fn parity_sign(bits: usize) -> f64 {
    if bits.count_ones() & 1 == 1 { -1.0 } else { 1.0 }
}

impl<V: Lanes> Word<V> {
    #[inline(always)]
    unsafe fn new(flip: usize, sign: usize, turns: i32, cos: f64, sin: f64) -> Self {
        let amplitudes = V::COUNT / 2;
        let (inner, low) = (flip & (amplitudes - 1), amplitudes.trailing_zeros());
        let even = turns & 1 == 0;
        let s = if turns & 2 == 0 { sin } else { -sin }; // −i·i^turns: −i, 1, i, −1
        let mut signs = [0.0; 8];
        for (k, x) in signs.iter_mut().enumerate().take(V::COUNT) {
            *x = parity_sign(((k / 2) ^ inner) & sign & (amplitudes - 1));
        }
        unsafe {
            let signs = V::load(signs.as_ptr());
            let factors = V::pairs(s, if even { -s } else { s }).mul(signs);
            let negative = V::splat(-1.0);
            Self {
                across: flip >> low,
                sign: sign >> low,
                inner,
                even,
                cos: V::splat(cos),
                factors: [factors, factors.mul(negative)],
                signs: [signs, signs.mul(negative)],
            }
        }
    }

    #[inline(always)]
    fn parity(&self, vector: usize) -> usize {
        ((vector & self.sign).count_ones() & 1) as usize
    }

    /// A vector as it enters its partner.
    #[inline(always)]
    unsafe fn turned(&self, x: V) -> V {
        unsafe { if self.even { x.swapped() } else { x }.exchanged(self.inner) }
    }

    #[inline(always)]
    unsafe fn rotated(&self, x: V, turned: V, parity: usize) -> V {
        unsafe { self.cos.mul(x).plus(self.factors[parity], turned) }
    }

    /// Im⟨λ|Pψ⟩ = Im i^turns·Σ±conj(λ)ψ: ± the real part of the sum for odd turns, the imaginary one for even.
    #[inline(always)]
    unsafe fn imaginary(&self, sum: V, turns: i32) -> f64 {
        let mut parts = [0.0; 8];
        unsafe { sum.store(parts.as_mut_ptr()) };
        let value: f64 =
            parts.chunks(2).map(|pair| if self.even { pair[0] - pair[1] } else { pair[0] + pair[1] }).sum();
        if turns & 2 == 0 { value } else { -value }
    }

    /// All vectors of a register and their partners, each pair once.
    #[inline(always)]
    fn pairs(&self, bits: usize) -> impl Iterator<Item = (usize, usize)> + use<V> {
        let vectors = (2usize << bits) / V::COUNT;
        let across = self.across;
        let low = if across == 0 { usize::MAX } else { (1usize << across.ilog2()) - 1 };
        let count = if across == 0 { vectors } else { vectors / 2 };
        (0..count).map(move |k| {
            let v = if across == 0 { k } else { ((k & !low) << 1) | (k & low) };
            (v, v ^ across)
        })
    }
}

#[inline(always)]
unsafe fn rotate<V: Lanes>(x: *mut f64, bits: usize, flip: usize, sign: usize, turns: i32, cos: f64, sin: f64) {
    if 2 << bits < V::COUNT {
        return unsafe { rotate::<[f64; 2]>(x, bits, flip, sign, turns, cos, sin) };
    }
    unsafe {
        let word = Word::<V>::new(flip, sign, turns, cos, sin);
        for (v, w) in word.pairs(bits) {
            let (at, to) = (x.add(v * V::COUNT), x.add(w * V::COUNT));
            let (a, b) = (V::load(at), V::load(to));
            word.rotated(a, word.turned(b), word.parity(w)).store(at);
            if v != w {
                word.rotated(b, word.turned(a), word.parity(v)).store(to);
            }
        }
    }
}

#[inline(always)]
#[allow(clippy::too_many_arguments)]
unsafe fn rotate_backward<V: Lanes>(
    psi: *mut f64,
    lambda: *mut f64,
    bits: usize,
    flip: usize,
    sign: usize,
    turns: i32,
    cos: f64,
    sin: f64,
) -> f64 {
    if 2 << bits < V::COUNT {
        return unsafe { rotate_backward::<[f64; 2]>(psi, lambda, bits, flip, sign, turns, cos, sin) };
    }
    unsafe {
        let word = Word::<V>::new(flip, sign, turns, cos, -sin);
        let mut sum = V::splat(0.0);
        for (v, w) in word.pairs(bits) {
            let (at, to) = (v * V::COUNT, w * V::COUNT);
            let (a, b) = (V::load(psi.add(at)), V::load(psi.add(to)));
            let (l, m) = (V::load(lambda.add(at)), V::load(lambda.add(to)));
            let (from_a, from_b) = (word.turned(a), word.turned(b));
            let (even, odd) = (word.parity(v), word.parity(w));
            sum = sum.plus(l.mul(from_b), word.signs[odd]);
            word.rotated(a, from_b, odd).store(psi.add(at));
            word.rotated(l, word.turned(m), odd).store(lambda.add(at));
            if v != w {
                sum = sum.plus(m.mul(from_a), word.signs[even]);
                word.rotated(b, from_a, even).store(psi.add(to));
                word.rotated(m, word.turned(l), even).store(lambda.add(to));
            }
        }
        word.imaginary(sum, turns)
    }
}
