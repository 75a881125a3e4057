//! Dense gates on two bits p ≠ q of a register of 2^bits complex numbers, bits ≥ 2.
//!
//! A gate U is stored as eight half columns of four complex entries: U_0, iU_0, U_1, iU_1, …, which multiply re x_0, im x_0,
//! re x_1, …: y = U x is then eight real products of vectors, without a shuffle.

use crate::lanes::Lanes;
use crate::width::dispatch;

/// Groups of four amplitudes that are worked on together while they are in the first-level cache.
const CHUNK: usize = 64;

/// The four amplitudes of a group, by their distances in numbers, and the mask of the offsets of groups.
#[derive(Clone, Copy)]
struct Groups {
    first: usize,
    second: usize,
    mask: usize,
}

impl Groups {
    fn of(p: usize, q: usize) -> Self {
        let (first, second) = (2 << p, 2 << q);
        Self { first, second, mask: !(first | second | 1) }
    }

    /// The next offset among those whose bits are all in the mask.
    #[inline(always)]
    fn after(self, offset: usize) -> usize {
        offset.wrapping_sub(self.mask) & self.mask
    }

    #[inline(always)]
    unsafe fn at(self, x: *mut f64, offset: usize) -> [*mut f64; 4] {
        unsafe {
            let at = x.add(offset);
            [at, at.add(self.first), at.add(self.second), at.add(self.first + self.second)]
        }
    }
}

dispatch! {
    /// x ← U x. 32 operations for each amplitude.
    pub fn apply_two(x: *mut f64, bits: usize, p: usize, q: usize, table: *mut f64) = apply_all
}
dispatch! {
    /// Adds to the environment W_ij = Σ ψ_i conj(λ_j) of the gate behind it, and un-applies the gate from both unless its
    /// adjoint is null. `sums` holds four rows j of Σ ψ_i re λ_j and Σ ψ_i im λ_j. 96 operations for each amplitude.
    pub fn two_backward(
        psi: *mut f64,
        lambda: *mut f64,
        bits: usize,
        p: usize,
        q: usize,
        adjoint: *const f64,
        sums: *mut f64,
    ) = backward
}

#[inline(always)]
unsafe fn apply_all<V: Lanes>(x: *mut f64, bits: usize, p: usize, q: usize, table: *mut f64) {
    unsafe { apply_any::<V>(x, Groups::of(p, q), 0, 1 << (bits - 2), table) };
}

/// Acts on some groups from an offset on.
#[inline(always)]
unsafe fn apply_any<V: Lanes>(x: *mut f64, groups: Groups, offset: usize, count: usize, table: *const f64) {
    unsafe {
        if groups.first.min(groups.second) >= V::COUNT && V::COUNT > 2 {
            apply_to_vectors::<V>(x, groups, offset, 2 * count / V::COUNT, table)
        } else {
            apply::<V>(x, groups, offset, count, table)
        }
    }
}

/// The same for groups of four vectors, the amplitudes of which are neighbours: y_i = Σ re U_ij x_j + Σ im U_ij i x_j.
#[inline(always)]
unsafe fn apply_to_vectors<V: Lanes>(x: *mut f64, groups: Groups, offset: usize, count: usize, table: *const f64) {
    let groups = Groups { mask: groups.mask & !(V::COUNT - 1), ..groups };
    let mut offset = offset;
    for _ in 0..count {
        unsafe {
            let at = groups.at(x, offset);
            let mut y = [V::splat(0.0); 4];
            for (j, &from) in at.iter().enumerate() {
                let x = V::load(from);
                let turned = x.swapped().mul(V::pairs(-1.0, 1.0));
                for (i, sum) in y.iter_mut().enumerate() {
                    let entry = table.add(16 * j + 2 * i);
                    *sum = sum.plus(V::splat(*entry), x).plus(V::splat(*entry.add(1)), turned);
                }
            }
            for i in 0..4 {
                y[i].store(at[i]);
            }
        }
        offset = groups.after(offset);
    }
}

#[inline(always)]
unsafe fn apply<V: Lanes>(x: *mut f64, groups: Groups, offset: usize, count: usize, table: *const f64) {
    let mut u = unsafe { [V::Four::splat(0.0); 8] };
    for (k, column) in u.iter_mut().enumerate() {
        *column = unsafe { V::Four::load(table.add(8 * k)) };
    }
    let mut offset = offset;
    for _ in 0..count {
        unsafe {
            let at = groups.at(x, offset);
            let mut y = u[0].mul(V::Four::splat(*at[0]));
            y = y.plus(u[1], V::Four::splat(*at[0].add(1)));
            for j in 1..4 {
                y = y.plus(u[2 * j], V::Four::splat(*at[j]));
                y = y.plus(u[2 * j + 1], V::Four::splat(*at[j].add(1)));
            }
            y.scatter(&at);
        }
        offset = groups.after(offset);
    }
}

#[inline(always)]
unsafe fn backward<V: Lanes>(
    psi: *mut f64,
    lambda: *mut f64,
    bits: usize,
    p: usize,
    q: usize,
    adjoint: *const f64,
    sums: *mut f64,
) {
    let groups = Groups::of(p, q);
    let all = 1 << (bits - 2);
    let count = CHUNK.min(all);
    let mut at = 0;
    for _ in (0..all).step_by(count) {
        unsafe {
            // As many rows at once as have room in the registers.
            match V::COUNT {
                8 => rows::<V, 4>(psi, lambda, groups, at, count, 0, sums),
                4 => (0..4).step_by(2).for_each(|j| rows::<V, 2>(psi, lambda, groups, at, count, j, sums)),
                _ => (0..4).for_each(|j| rows::<V, 1>(psi, lambda, groups, at, count, j, sums)),
            }
            let next = (0..count).fold(at, |offset, _| groups.after(offset));
            if !adjoint.is_null() {
                apply_any::<V>(psi, groups, at, count, adjoint);
                apply_any::<V>(lambda, groups, at, count, adjoint);
            }
            at = next;
        }
    }
}

/// Adds Σ ψ_i re λ_j and Σ ψ_i im λ_j for some j from `row` on to their rows of sums.
#[inline(always)]
unsafe fn rows<V: Lanes, const J: usize>(
    psi: *mut f64,
    lambda: *mut f64,
    groups: Groups,
    offset: usize,
    count: usize,
    row: usize,
    sums: *mut f64,
) {
    unsafe {
        let zero = V::Four::splat(0.0);
        let mut found = [[zero; 2]; J];
        let mut offset = offset;
        for _ in 0..count {
            let x = V::Four::gather(&groups.at(psi, offset));
            let l = groups.at(lambda, offset);
            for (j, pair) in found.iter_mut().enumerate() {
                let at = l[row + j];
                pair[0] = pair[0].plus(x, V::Four::splat(*at));
                pair[1] = pair[1].plus(x, V::Four::splat(*at.add(1)));
            }
            offset = groups.after(offset);
        }
        for (j, pair) in found.iter().enumerate() {
            for (part, &sum) in pair.iter().enumerate() {
                let to = sums.add(16 * (row + j) + 8 * part);
                V::Four::load(to).add(sum).store(to);
            }
        }
    }
}
