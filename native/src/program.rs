//! A whole program of products in one call; its instructions are records of numbers.

use crate::gemm::{Factor, Size};
use crate::product::{complex_batch, real_batch};
use crate::transfer::{real_transfer, transfer};

/// An instruction; arrays are given by their places in the arena, in bytes, tables likewise in the list of all tables.
#[repr(C)]
pub struct Instruction {
    kind: u32,
    to: u32,
    /// The left factor, or what is copied.
    left: u32,
    right: u32,
    batch: u32,
    rows: u32,
    columns: u32,
    inner: u32,
    adjoint_left: u32,
    adjoint_right: u32,
    /// Of copies: number of axes, and the table of them.
    rank: u32,
    table: u32,
    /// Bytes of what is cleared.
    bytes: u32,
    unused: [u32; 3],
}

const PRODUCT: u32 = 0;
const COPY: u32 = 1;
const ADD: u32 = 2;
/// Environments, which are computed from outside.
const ENVIRONMENTS: u32 = 4;

/// Multiplications after which a call returns, so that the thread can be ended: some tenths of a second.
const MOST_WORK: f64 = 1e9;

/// Runs the instructions from `first` on, but stops at a single product of at least `large` multiplications, at environments, and after much
/// work. Returns the number of the instruction before which it stopped, or `count` at the end.
#[allow(clippy::too_many_arguments)]
pub unsafe fn run_products(
    records: *mut u8,
    first: usize,
    count: usize,
    arena: *mut u8,
    tables: *mut u8,
    real: i32,
    large: f64,
    scratch: *mut u8,
) -> i32 {
    let instructions = unsafe { core::slice::from_raw_parts(records.cast::<Instruction>(), count) };
    let mut done = 0.0;
    for (k, step) in instructions.iter().enumerate().skip(first) {
        unsafe {
            let to = arena.add(step.to as usize);
            let from = arena.add(step.left as usize);
            match step.kind {
                PRODUCT => {
                    let size =
                        Size { rows: step.rows as usize, columns: step.columns as usize, inner: step.inner as usize };
                    let work = f64::from(step.rows) * f64::from(step.columns) * f64::from(step.inner);
                    if (step.batch == 1 && work >= large) || done > MOST_WORK {
                        return k as i32;
                    }
                    done += work * f64::from(step.batch);
                    let right = arena.add(step.right as usize);
                    let bytes = if real != 0 { 8 } else { 16 };
                    let a = Factor::of(from, size.rows, size.inner, step.adjoint_left != 0, bytes);
                    let b = Factor::of(right, size.inner, size.columns, step.adjoint_right != 0, bytes);
                    let multiply = if real != 0 { real_batch } else { complex_batch };
                    multiply(step.batch as usize, size, a, b, to, scratch);
                }
                COPY | ADD => {
                    let move_entries = if real != 0 { real_transfer } else { transfer };
                    let added = i32::from(step.kind == ADD);
                    move_entries(to, from, step.rank as usize, tables.add(step.table as usize), added);
                }
                ENVIRONMENTS => return k as i32,
                _ => to.write_bytes(0, step.bytes as usize),
            }
        }
    }
    count as i32
}
