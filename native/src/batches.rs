//! Decompositions of a batch of equal-shaped small matrices, for any number of threads: units of some matrices are taken from an atomic
//! counter. Every matrix is worked on in the same way whatever stands beside it and on whichever thread. The record is that of
//! assembly/batches.ts.

use crate::batch_singular::Wanted;
use crate::call::Base;
use crate::side::{Side, parts};
use crate::width::dispatch;
use crate::{batch_eigen, batch_qr, batch_singular};
use core::sync::atomic::{AtomicI32, Ordering};

dispatch! {
    /// Takes units until none is left.
    fn take_units(record: *mut u8, base: *mut u8) = of_either_kind
}
dispatch! {
    /// Bytes of scratch that the decompositions of complex, or real, m × n matrices need.
    pub fn batch_scratch(m: usize, n: usize, complex: i32) -> f64 = scratch_bytes
}

pub unsafe fn run_batch(record: *mut u8, _: usize, Base(base): Base) {
    unsafe { take_units(record, base) }
}

#[inline(always)]
unsafe fn scratch_bytes<V: Side>(m: usize, n: usize, complex: i32) -> f64 {
    (8 * if complex == 0 { numbers::<V, false>(m, n) } else { numbers::<V, true>(m, n) }) as f64
}

fn numbers<V: Side, const COMPLEX: bool>(m: usize, n: usize) -> usize {
    let most = batch_qr::scratch::<V, COMPLEX>(m, n).max(batch_singular::scratch::<V, COMPLEX>(m, n));
    if m == n { most.max(batch_eigen::scratch::<V, COMPLEX>(n)) } else { most }
}

#[inline(always)]
unsafe fn of_either_kind<V: Side>(record: *mut u8, base: *mut u8) {
    unsafe {
        if *record.cast::<i32>().add(3) == 0 {
            run::<V, false>(record, base);
        } else {
            run::<V, true>(record, base);
        }
    }
}

#[inline(always)]
unsafe fn run<V: Side, const COMPLEX: bool>(record: *mut u8, base: *mut u8) {
    unsafe {
        let word = |k: usize| *record.cast::<u32>().add(k) as usize;
        let counter = |k: usize| AtomicI32::from_ptr(record.cast::<i32>().add(k));
        let place = |k: usize| base.add(word(k)).cast::<f64>();
        let (task, m, n, all, in_unit, units) = (word(0), word(1), word(2), word(4), word(5), word(6));
        let own = parts::<COMPLEX>();
        let (k, numbers) = (m.min(n), own * m * n);
        let thread = counter(13).fetch_add(1, Ordering::SeqCst) as usize;
        let scratch = base.add(word(14) + thread * word(15)).cast::<f64>();
        loop {
            let unit = counter(12).fetch_add(1, Ordering::SeqCst) as usize;
            if unit >= units {
                return;
            }
            for i in (unit * in_unit..all.min((unit + 1) * in_unit)).step_by(V::COUNT) {
                let count = V::COUNT.min(all - i);
                let a = place(7).add(i * numbers);
                let result = |slot: usize, size: usize| place(7 + slot).add(i * size);
                let done = match task {
                    0 => {
                        let wanted = Wanted::Vectors { u: result(1, own * m * k), v: result(3, own * n * k) };
                        batch_singular::decompose::<V, COMPLEX>((m, n), a, count, &wanted, result(2, k), scratch)
                    }
                    1 => {
                        let wanted = Wanted::Polar { factor: result(1, numbers) };
                        batch_singular::decompose::<V, COMPLEX>((m, n), a, count, &wanted, result(2, k), scratch)
                    }
                    2 | 3 => {
                        let vectors = if task == 2 { Some(result(2, numbers)) } else { None };
                        batch_eigen::decompose::<V, COMPLEX>(n, a, count, result(1, n), vectors, scratch)
                    }
                    _ => {
                        let (q, r) = (result(1, own * m * k), result(2, own * k * n));
                        batch_qr::decompose::<V, COMPLEX>((m, n), a, count, q, r, scratch);
                        true
                    }
                };
                if !done {
                    counter(11).store(1, Ordering::SeqCst);
                }
            }
        }
    }
}
