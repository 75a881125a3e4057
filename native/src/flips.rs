//! Sums of operators that flip bits, (Hψ)_c = Σ_f D_f[c] ψ[c xor f], on states of 2ⁿ complex numbers, n ≥ 1. Equal entries of
//! a diagonal are kept once: entry c of D_f stands at entries[c·count + f] in the list of all. Mostly neighbours c have the
//! same entry, since a diagonal depends on few bits.

use crate::lanes::Lanes;
use crate::width::dispatch;

dispatch! {
    /// out ← out + factor·i·Hψ.
    pub fn flip_act(
        out: *mut f64,
        diagonals: *mut f64,
        psi: *mut f64,
        size: usize,
        flips: *mut u8,
        entries: *mut u8,
        count: usize,
        factor: f64,
    ) = act
}
dispatch! {
    /// The terms (i·step·H)^m v/m! behind the vector v, and the norms of all, while m < 2·norm or the next is expected to be above
    /// the tolerance, but at most `most`. Returns how many there are.
    pub fn flip_series(
        terms: *mut f64,
        diagonals: *mut f64,
        size: usize,
        flips: *mut u8,
        entries: *mut u8,
        count: usize,
        step: f64,
        norm: f64,
        tolerance: f64,
        most: usize,
        sizes: *mut f64,
    ) -> f64 = series
}
dispatch! {
    /// out ← −i(Hψ + Gφ) for two states each, one after the other: every load of H and G serves both.
    pub fn flip_move(
        out: *mut f64,
        h: *mut f64,
        psi: *mut f64,
        g: *mut f64,
        phi: *mut f64,
        size: usize,
        flips: *mut u8,
        entries: *mut u8,
        count: usize,
    ) = move_states
}
dispatch! {
    /// products ← products + weight · conj(bra[c]) · ket[c xor f], at the entry of c and f.
    pub fn flip_collect(
        products: *mut f64,
        bra: *mut f64,
        ket: *mut f64,
        size: usize,
        flips: *mut u8,
        entries: *mut u8,
        count: usize,
        weight: f64,
    ) = collect
}
dispatch! {
    /// products ← products + conj(bra[c]) · ket[c xor f] + conj(bra1[c]) · ket1[c xor f], at the entry of c and f.
    pub fn flip_collect_both(
        products: *mut f64,
        bra: *mut f64,
        ket: *mut f64,
        bra1: *mut f64,
        ket1: *mut f64,
        size: usize,
        flips: *mut u8,
        entries: *mut u8,
        count: usize,
    ) = collect_both
}

/// The table of flips, read by vectors of basis states.
struct Table {
    flips: *const u32,
    entries: *const u32,
    count: usize,
}

/// Where the entries of some neighbouring basis states are: all in one place, or each in its own.
enum Places {
    One(usize),
    Several([usize; 4]),
}

impl Table {
    fn new(flips: *mut u8, entries: *mut u8, count: usize) -> Self {
        Self { flips: flips.cast(), entries: entries.cast(), count }
    }

    /// Distance in numbers of the vectors at c and at c xor f, and the exchange inside the vector.
    #[inline(always)]
    unsafe fn flip<V: Lanes>(&self, f: usize) -> (usize, usize) {
        let flip = unsafe { *self.flips.add(f) } as usize;
        let inner = V::COUNT / 2 - 1;
        (2 * (flip & !inner), flip & inner)
    }

    /// Places in numbers of the entries of flip f for the states of the vector at c.
    #[inline(always)]
    unsafe fn places<V: Lanes>(&self, c: usize, f: usize) -> Places {
        let mut places = [0; 4];
        let states = V::COUNT / 2;
        for (k, place) in places.iter_mut().enumerate().take(states) {
            *place = unsafe { 2 * *self.entries.add((c + k) * self.count + f) as usize };
        }
        if places[1..states].iter().all(|&place| place == places[0]) {
            Places::One(places[0])
        } else {
            Places::Several(places)
        }
    }
}

/// Real and imaginary parts of the entries of a vector of states, each twice.
#[inline(always)]
unsafe fn entries_at<V: Lanes>(diagonals: *mut f64, places: &Places) -> (V, V) {
    unsafe {
        match *places {
            Places::One(place) => (V::splat(*diagonals.add(place)), V::splat(*diagonals.add(place + 1))),
            Places::Several(places) => {
                let at = [places[0], places[1], places[2], places[3]];
                let from = [diagonals.add(at[0]), diagonals.add(at[1]), diagonals.add(at[2]), diagonals.add(at[3])];
                let values = V::gather(&from[..V::COUNT / 2]);
                (values.reals(), values.imaginaries())
            }
        }
    }
}

#[inline(always)]
#[allow(clippy::too_many_arguments)]
unsafe fn act<V: Lanes>(
    out: *mut f64,
    diagonals: *mut f64,
    psi: *mut f64,
    size: usize,
    flips: *mut u8,
    entries: *mut u8,
    count: usize,
    factor: f64,
) {
    if 2 * size < V::COUNT {
        return unsafe { act::<[f64; 2]>(out, diagonals, psi, size, flips, entries, count, factor) };
    }
    let table = Table::new(flips, entries, count);
    unsafe {
        // Hψ = direct + i·crossed, times i.
        let (turn, back) = (V::pairs(-factor, factor), V::splat(-factor));
        for c in (0..size).step_by(V::COUNT / 2) {
            let (mut direct, mut crossed) = (V::splat(0.0), V::splat(0.0));
            for f in 0..count {
                let (across, inner) = table.flip::<V>(f);
                let x = V::load(psi.add((2 * c) ^ across)).exchanged(inner);
                let (re, im) = entries_at::<V>(diagonals, &table.places::<V>(c, f));
                direct = direct.plus(re, x);
                crossed = crossed.plus(im, x);
            }
            let at = out.add(2 * c);
            V::load(at).plus(turn, direct.swapped()).plus(back, crossed).store(at);
        }
    }
}

#[inline(always)]
#[allow(clippy::too_many_arguments)]
unsafe fn series<V: Lanes>(
    terms: *mut f64,
    diagonals: *mut f64,
    size: usize,
    flips: *mut u8,
    entries: *mut u8,
    count: usize,
    step: f64,
    norm: f64,
    tolerance: f64,
    most: usize,
    sizes: *mut f64,
) -> f64 {
    unsafe {
        *sizes = norm_of::<V>(terms, 2 * size);
        for m in 1..most {
            let (order, before) = (m as f64, *sizes.add(m - 1));
            if !(order < 2.0 * norm || before * norm / order > tolerance * *sizes) {
                return order;
            }
            let term = terms.add(2 * size * m);
            term.write_bytes(0, 2 * size);
            act::<V>(term, diagonals, term.sub(2 * size), size, flips, entries, count, step / order);
            *sizes.add(m) = norm_of::<V>(term, 2 * size);
        }
    }
    most as f64
}

/// √Σ x² of `length` numbers.
#[inline(always)]
unsafe fn norm_of<V: Lanes>(at: *const f64, length: usize) -> f64 {
    if length % (2 * V::COUNT) != 0 {
        return unsafe { core::slice::from_raw_parts(at, length).iter().map(|x| x * x).sum::<f64>().sqrt() };
    }
    unsafe {
        let mut sums = [V::splat(0.0); 2];
        for k in (0..length).step_by(2 * V::COUNT) {
            let (x, y) = (V::load(at.add(k)), V::load(at.add(k + V::COUNT)));
            sums = [sums[0].plus(x, x), sums[1].plus(y, y)];
        }
        let [re, im] = sums[0].add(sums[1]).sum_of_pairs();
        (re + im).sqrt()
    }
}

#[inline(always)]
#[allow(clippy::too_many_arguments)]
unsafe fn move_states<V: Lanes>(
    out: *mut f64,
    h: *mut f64,
    psi: *mut f64,
    g: *mut f64,
    phi: *mut f64,
    size: usize,
    flips: *mut u8,
    entries: *mut u8,
    count: usize,
) {
    if 2 * size < V::COUNT {
        return unsafe { move_states::<[f64; 2]>(out, h, psi, g, phi, size, flips, entries, count) };
    }
    let table = Table::new(flips, entries, count);
    let next = 2 * size;
    unsafe {
        for c in (0..size).step_by(V::COUNT / 2) {
            let mut direct = [V::splat(0.0); 2];
            let mut crossed = [V::splat(0.0); 2];
            for f in 0..count {
                let (across, inner) = table.flip::<V>(f);
                let places = table.places::<V>(c, f);
                let from = (2 * c) ^ across;
                for (operator, state) in [(h, psi), (g, phi)] {
                    let (re, im) = entries_at::<V>(operator, &places);
                    for k in 0..2 {
                        let x = V::load(state.add(k * next + from)).exchanged(inner);
                        direct[k] = direct[k].plus(re, x);
                        crossed[k] = crossed[k].plus(im, x);
                    }
                }
            }
            for k in 0..2 {
                crossed[k].plus(V::pairs(1.0, -1.0), direct[k].swapped()).store(out.add(k * next + 2 * c));
            }
        }
    }
}

/// products[place] ← products[place] + the term of its state.
#[inline(always)]
unsafe fn deposit<V: Lanes>(products: *mut f64, places: &Places, terms: V) {
    unsafe {
        match *places {
            Places::One(place) => add_pair(products.add(place), terms.sum_of_pairs()),
            Places::Several(places) => {
                let mut numbers = [0.0; 8];
                terms.store(numbers.as_mut_ptr());
                for (pair, &place) in numbers.chunks(2).zip(&places[..V::COUNT / 2]) {
                    add_pair(products.add(place), [pair[0], pair[1]]);
                }
            }
        }
    }
}

#[inline(always)]
unsafe fn add_pair(at: *mut f64, pair: [f64; 2]) {
    unsafe { <[f64; 2]>::load(at).add(pair).store(at) };
}

/// What a vector of kets is multiplied with, and with its parts exchanged: conj(b)·x = re·x + im·(x.im, −x.re).
#[inline(always)]
unsafe fn conjugated<V: Lanes>(bra: *const f64, weight: f64) -> (V, V) {
    unsafe {
        let b = V::load(bra).mul(V::splat(weight));
        (b.reals(), b.imaginaries().mul(V::pairs(1.0, -1.0)))
    }
}

#[inline(always)]
#[allow(clippy::too_many_arguments)]
unsafe fn collect<V: Lanes>(
    products: *mut f64,
    bra: *mut f64,
    ket: *mut f64,
    size: usize,
    flips: *mut u8,
    entries: *mut u8,
    count: usize,
    weight: f64,
) {
    if 2 * size < V::COUNT {
        return unsafe { collect::<[f64; 2]>(products, bra, ket, size, flips, entries, count, weight) };
    }
    let table = Table::new(flips, entries, count);
    unsafe {
        for c in (0..size).step_by(V::COUNT / 2) {
            let (re, im) = conjugated::<V>(bra.add(2 * c), weight);
            for f in 0..count {
                let (across, inner) = table.flip::<V>(f);
                let x = V::load(ket.add((2 * c) ^ across)).exchanged(inner);
                deposit(products, &table.places::<V>(c, f), re.mul(x).plus(im, x.swapped()));
            }
        }
    }
}

#[inline(always)]
#[allow(clippy::too_many_arguments)]
unsafe fn collect_both<V: Lanes>(
    products: *mut f64,
    bra: *mut f64,
    ket: *mut f64,
    bra1: *mut f64,
    ket1: *mut f64,
    size: usize,
    flips: *mut u8,
    entries: *mut u8,
    count: usize,
) {
    if 2 * size < V::COUNT {
        return unsafe { collect_both::<[f64; 2]>(products, bra, ket, bra1, ket1, size, flips, entries, count) };
    }
    let table = Table::new(flips, entries, count);
    unsafe {
        for c in (0..size).step_by(V::COUNT / 2) {
            let (re, im) = conjugated::<V>(bra.add(2 * c), 1.0);
            let (re1, im1) = conjugated::<V>(bra1.add(2 * c), 1.0);
            for f in 0..count {
                let (across, inner) = table.flip::<V>(f);
                let x = V::load(ket.add((2 * c) ^ across)).exchanged(inner);
                let y = V::load(ket1.add((2 * c) ^ across)).exchanged(inner);
                let terms = re.mul(x).plus(im, x.swapped()).plus(re1, y).plus(im1, y.swapped());
                deposit(products, &table.places::<V>(c, f), terms);
            }
        }
    }
}
