/**
 * @file Dense gates on two bits p < q of an interleaved complex register, one amplitude for each v128.
 *
 * A gate U is stored as a table: four times a column of four complex entries and the byte offset of its amplitude.
 * y = U x is accumulated column by column as A += U_j re(x_j), B += U_j im(x_j), and y = A + iB once at the end: eight
 * sums and six loads stay in registers, which a product of two complex numbers at a time would not.
 */

/** Bytes from one column of a table to the next; its offset follows the entries. */
const COLUMN: usize = 80;
const OFFSET: usize = 64;
/** Amplitude groups that are worked on together while they are in the first-level cache. */
const CHUNK: i32 = 64;

/** i·x. */
// @ts-ignore: decorator
@inline
export function timesI(x: v128): v128 {
  return v128.xor(v128.shuffle<f64>(x, x, 1, 0), i64x2(i64.MIN_VALUE, 0));
}

/** Byte offset of the k-th group: k with zero bits inserted at p and q. */
// @ts-ignore: decorator
@inline
export function spread(k: i32, low: i32, middle: i32): usize {
  return (<usize>((k & low) | ((k & middle) << 1) | ((k & ~(low | middle)) << 2))) << 4;
}

/** y = U x for the four amplitudes at `at`. */
// @ts-ignore: decorator
@inline
function gate(at: usize, table: usize): void {
  let a0 = f64x2.splat(0);
  let a1 = f64x2.splat(0);
  let a2 = f64x2.splat(0);
  let a3 = f64x2.splat(0);
  let b0 = f64x2.splat(0);
  let b1 = f64x2.splat(0);
  let b2 = f64x2.splat(0);
  let b3 = f64x2.splat(0);
  const end = table + 4 * COLUMN;
  for (let column = table; column < end; column += COLUMN) {
    const x = at + load<u32>(column, OFFSET);
    const re = v128.load64_splat(x);
    const im = v128.load64_splat(x, 8);
    const u0 = v128.load(column);
    const u1 = v128.load(column, 16);
    const u2 = v128.load(column, 32);
    const u3 = v128.load(column, 48);
    a0 = f64x2.add(a0, f64x2.mul(u0, re));
    b0 = f64x2.add(b0, f64x2.mul(u0, im));
    a1 = f64x2.add(a1, f64x2.mul(u1, re));
    b1 = f64x2.add(b1, f64x2.mul(u1, im));
    a2 = f64x2.add(a2, f64x2.mul(u2, re));
    b2 = f64x2.add(b2, f64x2.mul(u2, im));
    a3 = f64x2.add(a3, f64x2.mul(u3, re));
    b3 = f64x2.add(b3, f64x2.mul(u3, im));
  }
  v128.store(at, f64x2.add(a0, timesI(b0)));
  v128.store(at + load<u32>(table, COLUMN + OFFSET), f64x2.add(a1, timesI(b1)));
  v128.store(at + load<u32>(table, 2 * COLUMN + OFFSET), f64x2.add(a2, timesI(b2)));
  v128.store(at + load<u32>(table, 3 * COLUMN + OFFSET), f64x2.add(a3, timesI(b3)));
}

/** x ← U x on a register of 2^bits amplitudes. 32 flops for each amplitude. */
export function applyTwo(x: usize, bits: i32, p: i32, q: i32, table: usize): void {
  const low = (1 << p) - 1;
  const middle = ((1 << (q - 1)) - 1) ^ low;
  const count = 1 << (bits - 2);
  for (let k = 0; k < count; k++) gate(x + spread(k, low, middle), table);
}

/**
 * Adds to W_ij = Σ ψ_i conj(λ_j), the environment of the gate behind it, and un-applies the gate from both.
 * `adjoint` is the table of U†; `sums` holds W as four rows j of four sums ψ_i ∘ λ_j and four ψ_i ∘ swapped λ_j.
 */
export function twoBackward(
  psi: usize,
  lambda: usize,
  bits: i32,
  p: i32,
  q: i32,
  adjoint: usize,
  sums: usize,
  offsets: usize,
): void {
  const low = (1 << p) - 1;
  const middle = ((1 << (q - 1)) - 1) ^ low;
  const count = 1 << (bits - 2);
  const chunk = count < CHUNK ? count : CHUNK;
  const end = offsets + (<usize>chunk << 2);
  for (let k = 0; k < chunk; k++) store<u32>(offsets + (<usize>k << 2), <u32>spread(k, low, middle));
  const one = load<u32>(adjoint, COLUMN + OFFSET);
  const two = load<u32>(adjoint, 2 * COLUMN + OFFSET);
  const three = load<u32>(adjoint, 3 * COLUMN + OFFSET);
  for (let first = 0; first < count; first += chunk) {
    const start = spread(first, low, middle);
    for (let j: usize = 0; j < 4; j++) {
      const row = sums + (j << 7);
      const shift = lambda + load<u32>(adjoint + j * COLUMN, OFFSET) + start;
      const from = psi + start;
      let a0 = v128.load(row);
      let a1 = v128.load(row, 16);
      let a2 = v128.load(row, 32);
      let a3 = v128.load(row, 48);
      let b0 = v128.load(row, 64);
      let b1 = v128.load(row, 80);
      let b2 = v128.load(row, 96);
      let b3 = v128.load(row, 112);
      for (let at = offsets; at < end; at += 4) {
        const offset = <usize>load<u32>(at);
        const l = v128.load(shift + offset);
        const x = from + offset;
        const p0 = v128.load(x);
        const p1 = v128.load(x + one);
        const p2 = v128.load(x + two);
        const p3 = v128.load(x + three);
        const s = v128.shuffle<f64>(l, l, 1, 0);
        a0 = f64x2.add(a0, f64x2.mul(p0, l));
        b0 = f64x2.add(b0, f64x2.mul(p0, s));
        a1 = f64x2.add(a1, f64x2.mul(p1, l));
        b1 = f64x2.add(b1, f64x2.mul(p1, s));
        a2 = f64x2.add(a2, f64x2.mul(p2, l));
        b2 = f64x2.add(b2, f64x2.mul(p2, s));
        a3 = f64x2.add(a3, f64x2.mul(p3, l));
        b3 = f64x2.add(b3, f64x2.mul(p3, s));
      }
      v128.store(row, a0);
      v128.store(row, a1, 16);
      v128.store(row, a2, 32);
      v128.store(row, a3, 48);
      v128.store(row, b0, 64);
      v128.store(row, b1, 80);
      v128.store(row, b2, 96);
      v128.store(row, b3, 112);
    }
    for (let at = offsets; at < end; at += 4) {
      const offset = start + load<u32>(at);
      gate(psi + offset, adjoint);
    }
    for (let at = offsets; at < end; at += 4) {
      const offset = start + load<u32>(at);
      gate(lambda + offset, adjoint);
    }
  }
}
