//! A stage: a list of gates that all act inside blocks of amplitudes that stay in the cache; its records, and how threads share
//! its units, are those of assembly/stage.ts.

use crate::call::Base;
use crate::one_qubit::{apply_one, one_backward};
use crate::two_qubit::{apply_two, two_backward};
use crate::word::{rotate_word, rotate_word_backward};
use core::sync::atomic::{AtomicI32, Ordering};

/// Bytes of the sums of one gate in one unit.
const SUMS: usize = 512;

#[repr(C)]
struct Stage {
    psi: u32,
    lambda: u32,
    bits: u32,
    runs: u32,
    run_bytes: u32,
    run_table: u32,
    block_table: u32,
    gates: u32,
    count: u32,
    unit_blocks: u32,
    units: u32,
    sums: u32,
    counter: AtomicI32,
}

#[repr(C)]
struct Gate {
    kind: i32,
    /// p or flip.
    a: u32,
    /// q or sign.
    b: u32,
    outside: u32,
    table: u32,
    adjoint: u32,
    turns: i32,
    unused: u32,
    cos: f64,
    sin: f64,
    rest: [f64; 2],
}

const WORD: i32 = 0;
const TWO: i32 = 2;

impl Gate {
    /// −1 if the rotation is the other way round in this block.
    fn sense(&self, block: usize) -> f64 {
        if (block as u32 & self.outside).count_ones() & 1 == 1 { -1.0 } else { 1.0 }
    }
}

unsafe fn forward(x: *mut f64, bits: usize, block: usize, gates: &[Gate], base: *mut u8) {
    for gate in gates {
        let (a, b) = (gate.a as usize, gate.b as usize);
        unsafe {
            let table = base.add(gate.table as usize).cast();
            match gate.kind {
                WORD => rotate_word(x, bits, a, b, gate.turns, gate.cos, gate.sense(block) * gate.sin),
                TWO => apply_two(x, bits, a, b, table),
                _ => apply_one(x, bits, a, table),
            }
        }
    }
}

unsafe fn backward(
    psi: *mut f64,
    lambda: *mut f64,
    bits: usize,
    block: usize,
    gates: &[Gate],
    sums: *mut u8,
    base: *mut u8,
) {
    for (g, gate) in gates.iter().enumerate().rev() {
        let (a, b) = (gate.a as usize, gate.b as usize);
        unsafe {
            let sum = sums.add(g * SUMS).cast::<f64>();
            let adjoint: *const f64 =
                if gate.adjoint == 0 { core::ptr::null() } else { base.add(gate.adjoint as usize).cast() };
            match gate.kind {
                WORD => {
                    let sense = gate.sense(block);
                    let sin = sense * gate.sin;
                    *sum += sense * rotate_word_backward(psi, lambda, bits, a, b, gate.turns, gate.cos, sin);
                }
                TWO => two_backward(psi, lambda, bits, a, b, adjoint, sum),
                _ => one_backward(psi, lambda, bits, a, adjoint, sum),
            }
        }
    }
}

/// Runs of amplitudes of a block, which are together in scratch memory.
struct Runs<'a> {
    offsets: &'a [u32],
    bytes: usize,
}

impl Runs<'_> {
    unsafe fn gather(&self, block: *mut u8, state: *const u8) {
        for (r, &offset) in self.offsets.iter().enumerate() {
            unsafe { state.add(offset as usize).copy_to_nonoverlapping(block.add(r * self.bytes), self.bytes) };
        }
    }

    unsafe fn scatter(&self, block: *const u8, state: *mut u8) {
        for (r, &offset) in self.offsets.iter().enumerate() {
            unsafe { block.add(r * self.bytes).copy_to_nonoverlapping(state.add(offset as usize), self.bytes) };
        }
    }
}

/// Takes units of the stage until none is left. `scratch` is the thread's own, two blocks.
pub unsafe fn run_stage(stage: *mut u8, scratch: *mut u8, Base(base): Base) {
    let stage = unsafe { &*stage.cast::<Stage>() };
    let bits = stage.bits as usize;
    let (psi, lambda) = unsafe { (base.add(stage.psi as usize), base.add(stage.lambda as usize)) };
    let gates = unsafe { core::slice::from_raw_parts(base.add(stage.gates as usize).cast(), stage.count as usize) };
    let blocks = unsafe { base.add(stage.block_table as usize).cast::<u32>() };
    let offsets =
        unsafe { core::slice::from_raw_parts(base.add(stage.run_table as usize).cast(), stage.runs as usize) };
    let runs = Runs { offsets, bytes: stage.run_bytes as usize };
    let (scattered, gradient) = (stage.runs > 1, stage.lambda != 0);
    let second = unsafe { scratch.add(16 << bits) };
    loop {
        let unit = stage.counter.fetch_add(1, Ordering::SeqCst) as usize;
        if unit >= stage.units as usize {
            return;
        }
        let unit_bytes = gates.len() * SUMS;
        let sums = unsafe { base.add(stage.sums as usize + unit * unit_bytes) };
        if gradient {
            unsafe { sums.write_bytes(0, unit_bytes) };
        }
        let unit_blocks = stage.unit_blocks as usize;
        for block in unit * unit_blocks..(unit + 1) * unit_blocks {
            unsafe {
                let start = *blocks.add(block) as usize;
                let (at, to) = (psi.add(start), lambda.add(start));
                let (x, l) = if scattered { (scratch, second) } else { (at, to) };
                if scattered {
                    runs.gather(x, at);
                    if gradient {
                        runs.gather(l, to);
                    }
                }
                if gradient {
                    backward(x.cast(), l.cast(), bits, start / 16, gates, sums, base);
                } else {
                    forward(x.cast(), bits, start / 16, gates, base);
                }
                if scattered {
                    runs.scatter(x, at);
                    if gradient {
                        runs.scatter(l, to);
                    }
                }
            }
        }
    }
}
