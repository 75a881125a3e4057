/**
 * @file Rows of real numbers, each times a matrix chosen by its digit, and the derivatives. All widths are even. `order`
 * lists rows by digit, those of digit d from starts[d] to starts[d + 1].
 */

/** Four rows times a matrix with `line` bytes from one of its rows to the next. */
// @ts-ignore: decorator
@inline
function fourRows(
  x0: usize,
  x1: usize,
  x2: usize,
  x3: usize,
  length: usize,
  matrix: usize,
  line: usize,
  y0: usize,
  y1: usize,
  y2: usize,
  y3: usize,
): void {
  let j: usize = 0;
  for (; j + 32 <= line; j += 32) {
    let low0 = f64x2.splat(0);
    let low1 = f64x2.splat(0);
    let low2 = f64x2.splat(0);
    let low3 = f64x2.splat(0);
    let high0 = f64x2.splat(0);
    let high1 = f64x2.splat(0);
    let high2 = f64x2.splat(0);
    let high3 = f64x2.splat(0);
    let at = matrix + j;
    for (let k: usize = 0; k < length; k += 8) {
      const u = v128.load(at);
      const v = v128.load(at, 16);
      const a0 = v128.load64_splat(x0 + k);
      const a1 = v128.load64_splat(x1 + k);
      const a2 = v128.load64_splat(x2 + k);
      const a3 = v128.load64_splat(x3 + k);
      low0 = f64x2.add(low0, f64x2.mul(a0, u));
      high0 = f64x2.add(high0, f64x2.mul(a0, v));
      low1 = f64x2.add(low1, f64x2.mul(a1, u));
      high1 = f64x2.add(high1, f64x2.mul(a1, v));
      low2 = f64x2.add(low2, f64x2.mul(a2, u));
      high2 = f64x2.add(high2, f64x2.mul(a2, v));
      low3 = f64x2.add(low3, f64x2.mul(a3, u));
      high3 = f64x2.add(high3, f64x2.mul(a3, v));
      at += line;
    }
    v128.store(y0 + j, low0);
    v128.store(y0 + j, high0, 16);
    v128.store(y1 + j, low1);
    v128.store(y1 + j, high1, 16);
    v128.store(y2 + j, low2);
    v128.store(y2 + j, high2, 16);
    v128.store(y3 + j, low3);
    v128.store(y3 + j, high3, 16);
  }
  if (j == line) return;
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let s2 = f64x2.splat(0);
  let s3 = f64x2.splat(0);
  let at = matrix + j;
  for (let k: usize = 0; k < length; k += 8) {
    const u = v128.load(at);
    s0 = f64x2.add(s0, f64x2.mul(v128.load64_splat(x0 + k), u));
    s1 = f64x2.add(s1, f64x2.mul(v128.load64_splat(x1 + k), u));
    s2 = f64x2.add(s2, f64x2.mul(v128.load64_splat(x2 + k), u));
    s3 = f64x2.add(s3, f64x2.mul(v128.load64_splat(x3 + k), u));
    at += line;
  }
  v128.store(y0 + j, s0);
  v128.store(y1 + j, s1);
  v128.store(y2 + j, s2);
  v128.store(y3 + j, s3);
}

/** y_r ← x_r · M_d(r), with M of shape (choices, inner, width). */
export function rowsTimes(
  order: usize,
  starts: usize,
  choices: i32,
  x: usize,
  inner: i32,
  matrices: usize,
  width: i32,
  y: usize,
): void {
  const length = <usize>inner << 3;
  const line = <usize>width << 3;
  for (let d = 0; d < choices; d++) {
    let row = load<u32>(starts);
    const end = load<u32>(starts, 4);
    for (; row < end; row += 4) {
      const last = end - 1;
      const r0 = <usize>load<u32>(order + (<usize>row << 2));
      const r1 = <usize>load<u32>(order + (<usize>min(row + 1, last) << 2));
      const r2 = <usize>load<u32>(order + (<usize>min(row + 2, last) << 2));
      const r3 = <usize>load<u32>(order + (<usize>min(row + 3, last) << 2));
      fourRows(
        x + r0 * length,
        x + r1 * length,
        x + r2 * length,
        x + r3 * length,
        length,
        matrices,
        line,
        y + r0 * line,
        y + r1 * line,
        y + r2 * line,
        y + r3 * line,
      );
    }
    matrices += length * <usize>width;
    starts += 4;
  }
}

/** to ← the transposes of `count` matrices of the shape (rows, columns). */
export function transposeAll(to: usize, from: usize, count: i32, rows: i32, columns: i32): void {
  const line = <usize>rows << 3;
  for (let m = 0; m < count; m++) {
    for (let i = 0; i < rows; i++) {
      let at = to + (<usize>i << 3);
      for (let j = 0; j < columns; j++) {
        store<f64>(at, load<f64>(from));
        from += 8;
        at += line;
      }
    }
    to += line * <usize>columns;
  }
}

/** G_d ← G_d + Σ_r x_rᵀ z_r over the rows of digit d, with G of shape (choices, inner, width). */
export function rowsOuter(
  order: usize,
  starts: usize,
  choices: i32,
  x: usize,
  inner: i32,
  z: usize,
  width: i32,
  gradients: usize,
): void {
  const length = <usize>inner << 3;
  const line = <usize>width << 3;
  for (let d = 0; d < choices; d++) {
    const first = order + (<usize>load<u32>(starts) << 2);
    const end = order + (<usize>load<u32>(starts, 4) << 2);
    for (let i: usize = 0; i < length; i += 16) {
      const g0 = gradients + i * <usize>width;
      const g1 = g0 + line;
      let j: usize = 0;
      for (; j + 64 <= line; j += 64) outerTile(first, end, x + i, length, z + j, line, g0 + j, g1 + j);
      for (; j < line; j += 16) {
        let s0 = v128.load(g0 + j);
        let s1 = v128.load(g1 + j);
        for (let at = first; at < end; at += 4) {
          const r = <usize>load<u32>(at);
          const u = v128.load(z + j + r * line);
          const row = x + i + r * length;
          s0 = f64x2.add(s0, f64x2.mul(v128.load64_splat(row), u));
          s1 = f64x2.add(s1, f64x2.mul(v128.load64_splat(row, 8), u));
        }
        v128.store(g0 + j, s0);
        v128.store(g1 + j, s1);
      }
    }
    gradients += length * <usize>width;
    starts += 4;
  }
}

/** Two by eight entries of a gradient. */
// @ts-ignore: decorator
@inline
function outerTile(
  first: usize,
  end: usize,
  x: usize,
  length: usize,
  z: usize,
  line: usize,
  g0: usize,
  g1: usize,
): void {
  let a0 = v128.load(g0);
  let b0 = v128.load(g0, 16);
  let c0 = v128.load(g0, 32);
  let d0 = v128.load(g0, 48);
  let a1 = v128.load(g1);
  let b1 = v128.load(g1, 16);
  let c1 = v128.load(g1, 32);
  let d1 = v128.load(g1, 48);
  for (let at = first; at < end; at += 4) {
    const r = <usize>load<u32>(at);
    const row = x + r * length;
    const other = z + r * line;
    const p = v128.load64_splat(row);
    const q = v128.load64_splat(row, 8);
    const a = v128.load(other);
    const b = v128.load(other, 16);
    const c = v128.load(other, 32);
    const d = v128.load(other, 48);
    a0 = f64x2.add(a0, f64x2.mul(p, a));
    b0 = f64x2.add(b0, f64x2.mul(p, b));
    c0 = f64x2.add(c0, f64x2.mul(p, c));
    d0 = f64x2.add(d0, f64x2.mul(p, d));
    a1 = f64x2.add(a1, f64x2.mul(q, a));
    b1 = f64x2.add(b1, f64x2.mul(q, b));
    c1 = f64x2.add(c1, f64x2.mul(q, c));
    d1 = f64x2.add(d1, f64x2.mul(q, d));
  }
  v128.store(g0, a0);
  v128.store(g0, b0, 16);
  v128.store(g0, c0, 32);
  v128.store(g0, d0, 48);
  v128.store(g1, a1);
  v128.store(g1, b1, 16);
  v128.store(g1, c1, 32);
  v128.store(g1, d1, 48);
}

/**
 * Divides every row by the power of two 2^e that brings its largest entry between ½ and 1; e is added to `exponents` and
 * 2^−e stored in `multipliers`. A row of zeros stays.
 */
export function scaleRows(rows: usize, count: i32, width: i32, multipliers: usize, exponents: usize): void {
  const line = <usize>width << 3;
  for (let r = 0; r < count; r++) {
    let most = f64x2.splat(0);
    for (let j: usize = 0; j < line; j += 16) most = f64x2.pmax(most, f64x2.abs(v128.load(rows + j)));
    const largest = max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
    let power = <i32>((reinterpret<u64>(largest) >> 52) & 0x7ff) - 1022;
    if (largest == 0 || power > 1000 || power < -1000) power = 0;
    const multiplier = reinterpret<f64>(<u64>(1023 - power) << 52);
    const factor = f64x2.splat(multiplier);
    for (let j: usize = 0; j < line; j += 16) v128.store(rows + j, f64x2.mul(v128.load(rows + j), factor));
    store<f64>(multipliers, multiplier);
    store<i32>(exponents, load<i32>(exponents) + power);
    rows += line;
    multipliers += 8;
    exponents += 4;
  }
}

/** Multiplies every row by its factor. */
export function multiplyRows(rows: usize, count: i32, width: i32, multipliers: usize): void {
  const line = <usize>width << 3;
  for (let r = 0; r < count; r++) {
    const factor = v128.load64_splat(multipliers);
    for (let j: usize = 0; j < line; j += 16) v128.store(rows + j, f64x2.mul(v128.load(rows + j), factor));
    rows += line;
    multipliers += 8;
  }
}

// @ts-ignore: decorator
@inline
function times(x: v128, y: v128, complex: bool): v128 {
  if (!complex) return f64x2.mul(x, y);
  const swapped = v128.shuffle<f64>(y, y, 1, 0);
  const re = v128.shuffle<f64>(x, x, 0, 0);
  const im = v128.shuffle<f64>(x, x, 1, 1);
  return f64x2.add(f64x2.mul(re, y), f64x2.mul(f64x2.mul(im, swapped), f64x2(-1, 1)));
}

/** Σ conj(x)·y of complex numbers, or of pairs of real ones. */
// @ts-ignore: decorator
@inline
function conjugateTimes(x: v128, y: v128): v128 {
  const swapped = v128.shuffle<f64>(y, y, 1, 0);
  const re = v128.shuffle<f64>(x, x, 0, 0);
  const im = v128.shuffle<f64>(x, x, 1, 1);
  return f64x2.add(f64x2.mul(re, y), f64x2.mul(f64x2.mul(im, swapped), f64x2(1, -1)));
}

/** out_r ← a_r ⊗ b_r, of real numbers or of interleaved complex ones. */
export function joinRows(a: usize, m: i32, b: usize, n: i32, out: usize, count: i32, complex: i32): void {
  const step: usize = complex ? 16 : 8;
  const ends = <usize>n << 3;
  for (let r = 0; r < count; r++) {
    const end = a + (<usize>m << 3);
    for (; a < end; a += step) {
      const x = complex ? v128.load(a) : v128.load64_splat(a);
      if (complex) for (let j: usize = 0; j < ends; j += 16) v128.store(out + j, times(x, v128.load(b + j), true));
      else for (let j: usize = 0; j < ends; j += 16) v128.store(out + j, times(x, v128.load(b + j), false));
      out += ends;
    }
    b += ends;
  }
}

/** Cotangents of both factors of `joinRows`. */
export function joinRowsBack(
  cotangent: usize,
  a: usize,
  m: i32,
  b: usize,
  n: i32,
  ofA: usize,
  ofB: usize,
  count: i32,
  complex: i32,
): void {
  const step: usize = complex ? 16 : 8;
  const ends = <usize>n << 3;
  for (let r = 0; r < count; r++) {
    memory.fill(ofB, 0, ends);
    const end = a + (<usize>m << 3);
    for (; a < end; a += step) {
      let sum = f64x2.splat(0);
      const x = complex ? v128.load(a) : v128.load64_splat(a);
      for (let j: usize = 0; j < ends; j += 16) {
        const y = v128.load(cotangent + j);
        const other = v128.load(b + j);
        sum = f64x2.add(sum, complex ? conjugateTimes(other, y) : f64x2.mul(other, y));
        v128.store(ofB + j, f64x2.add(v128.load(ofB + j), complex ? conjugateTimes(x, y) : f64x2.mul(x, y)));
      }
      if (complex) v128.store(ofA, sum);
      else store<f64>(ofA, f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
      ofA += step;
      cotangent += ends;
    }
    b += ends;
    ofB += ends;
  }
}
