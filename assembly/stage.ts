/**
 * @file A stage: a list of gates that all act inside blocks of 2^m amplitudes. Each block is gathered into the cache,
 * all gates act on it, and it is put back. Blocks come in units; the next unit is taken from an atomic counter, so any
 * number of threads may run the same stage, and sums are kept unit by unit, so none of them changes the result.
 *
 * Stage record (u32): psi, lambda, m, amplitude runs in a block, bytes of a run, table of runs, table of blocks, gates,
 * their number, blocks in a unit, units, sums, counter.
 * Gate record (64 bytes): kind, p or flip, q or sign, sign outside the block, table of U, table of U† or 0 for a gate
 * that need not be un-applied, turns, −, cos, sin. Words count bits of amplitudes. Dense gates count bits of vectors,
 * −1 for the bit inside a vector of float32.
 */

import { applyOne, oneBackward } from './one-qubit';
import { applyTwo, successor, twoBackward, without } from './two-qubit';
import { rotateWord, rotateWordBackward } from './word';

const GATE: usize = 64;
/** Bytes of the sums of one gate in one unit. */
const SUMS: usize = 512;
/** Kinds of gates: a rotation as it is, or the number of bits of a dense gate. */
const WORD: i32 = 0;
const TWO: i32 = 2;

/** Bytes of an amplitude as a power of two. */
// @ts-ignore: decorator
@inline
function amplitudeShift<T>(): usize {
  return sizeof<T>() == 8 ? 4 : 3;
}

/** Exchanges the bit inside the vectors of float32 amplitudes with bit r of the vectors. */
function exchange(x: usize, bits: i32, r: i32): void {
  const step: usize = 16 << r;
  const mask = without(step);
  const count = 1 << (bits - 1);
  for (let k = 0, offset: usize = 0; k < count; k++) {
    const at = x + offset;
    const a = v128.load(at), b = v128.load(at + step);
    v128.store(at, v128.shuffle<f64>(a, b, 0, 2)), v128.store(at + step, v128.shuffle<f64>(a, b, 1, 3));
    offset = successor(offset, mask);
  }
}

/**
 * Bit p of the vectors or, for p = −1, the bit inside them, the bit of the vectors that it is exchanged with: not q.
 */
// @ts-ignore: decorator
@inline
function partner(p: i32, q: i32): i32 {
  return p >= 0 ? p : q == 0 ? 1 : 0;
}

function forward<T>(x: usize, bits: i32, block: i32, gates: usize, count: i32): void {
  for (let g = 0; g < count; g++) {
    const gate = gates + <usize>g * GATE;
    const kind = load<i32>(gate);
    const a = load<i32>(gate, 4);
    const b = load<i32>(gate, 8);
    if (kind == WORD) {
      const sin = load<f64>(gate, 40);
      const odd = popcnt(block & load<i32>(gate, 12)) & 1;
      rotateWord<T>(x, bits, a, b, load<i32>(gate, 24), load<f64>(gate, 32), odd ? -sin : sin);
      continue;
    }
    const p = partner(a, b);
    if (a < 0) exchange(x, bits, p);
    if (kind == TWO) applyTwo<T>(x, bits, p, b, load<u32>(gate, 16));
    else applyOne<T>(x, bits, p, load<u32>(gate, 16));
    if (a < 0) exchange(x, bits, p);
  }
}

function backward<T>(psi: usize, lambda: usize, bits: i32, block: i32, gates: usize, count: i32, sums: usize): void {
  for (let g = count - 1; g >= 0; g--) {
    const gate = gates + <usize>g * GATE;
    const sum = sums + <usize>g * SUMS;
    const kind = load<i32>(gate);
    const a = load<i32>(gate, 4);
    const b = load<i32>(gate, 8);
    if (kind == WORD) {
      const sin = load<f64>(gate, 40);
      const odd = popcnt(block & load<i32>(gate, 12)) & 1;
      const turns = load<i32>(gate, 24);
      const value = rotateWordBackward<T>(psi, lambda, bits, a, b, turns, load<f64>(gate, 32), odd ? -sin : sin);
      store<f64>(sum, load<f64>(sum) + (odd ? -value : value));
      continue;
    }
    const p = partner(a, b);
    if (a < 0) exchange(psi, bits, p), exchange(lambda, bits, p);
    if (kind == TWO) twoBackward<T>(psi, lambda, bits, p, b, load<u32>(gate, 20), sum);
    else oneBackward<T>(psi, lambda, bits, p, load<u32>(gate, 20), sum);
    if (a < 0) exchange(psi, bits, p), exchange(lambda, bits, p);
  }
}

/** Copies a multiple of 64 bytes: faster than memory.copy for short runs. */
// @ts-ignore: decorator
@inline
function copyRun(to: usize, from: usize, bytes: usize): void {
  const end = from + bytes;
  while (from < end) {
    const a = v128.load(from);
    const b = v128.load(from, 16);
    const c = v128.load(from, 32);
    const d = v128.load(from, 48);
    v128.store(to, a);
    v128.store(to, b, 16);
    v128.store(to, c, 32);
    v128.store(to, d, 48);
    from += 64;
    to += 64;
  }
}

function gather(block: usize, state: usize, runs: usize, table: usize, bytes: usize): void {
  for (let r: usize = 0; r < runs; r++) copyRun(block + r * bytes, state + load<u32>(table + (r << 2)), bytes);
}

function scatter(block: usize, state: usize, runs: usize, table: usize, bytes: usize): void {
  for (let r: usize = 0; r < runs; r++) copyRun(state + load<u32>(table + (r << 2)), block + r * bytes, bytes);
}

/** Takes units of the stage until none is left. `scratch` is the thread's own, two blocks. */
export function runStage<T>(stage: usize, scratch: usize): void {
  const psi = <usize>load<u32>(stage);
  const lambda = <usize>load<u32>(stage, 4);
  const bits = load<i32>(stage, 8) + <i32>amplitudeShift<T>() - 4; // of vectors
  const runs = <usize>load<u32>(stage, 12);
  const bytes = <usize>load<u32>(stage, 16);
  const runTable = <usize>load<u32>(stage, 20);
  const blockTable = <usize>load<u32>(stage, 24);
  const gates = <usize>load<u32>(stage, 28);
  const count = load<i32>(stage, 32);
  const unitBlocks = load<i32>(stage, 36);
  const units = load<i32>(stage, 40);
  const sums = <usize>load<u32>(stage, 44);
  const second = scratch + (<usize>16 << bits);
  while (true) {
    const unit = atomic.add<i32>(stage + 48, 1);
    if (unit >= units) return;
    const unitSums = sums + <usize>unit * <usize>count * SUMS;
    if (lambda != 0) memory.fill(unitSums, 0, <usize>count * SUMS);
    for (let b = unit * unitBlocks; b < (unit + 1) * unitBlocks; b++) {
      const base = <usize>load<u32>(blockTable + (<usize>b << 2));
      const index = <i32>(base >> amplitudeShift<T>());
      let x = psi + base;
      let l = lambda + base;
      if (runs > 1) {
        gather(scratch, x, runs, runTable, bytes);
        x = scratch;
        if (lambda != 0) {
          gather(second, l, runs, runTable, bytes);
          l = second;
        }
      }
      if (lambda == 0) forward<T>(x, bits, index, gates, count);
      else backward<T>(x, l, bits, index, gates, count, unitSums);
      if (runs > 1) {
        scatter(scratch, psi + base, runs, runTable, bytes);
        if (lambda != 0) scatter(second, lambda + base, runs, runTable, bytes);
      }
    }
  }
}

/** Adds the sums of all units, in their order, to those of the first. */
export function reduceUnits(sums: usize, units: i32, count: i32): void {
  const bytes = <usize>count * SUMS;
  for (let unit = 1; unit < units; unit++) {
    const from = sums + <usize>unit * bytes;
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(sums + at, f64x2.add(v128.load(sums + at), v128.load(from + at)));
    }
  }
}
