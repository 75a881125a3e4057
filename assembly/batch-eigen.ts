/**
 * @file The spectra of two small Hermitian matrices side by side: Householder reflections to tridiagonal form, then QL. Of a
 * matrix only its Hermitian part enters.
 */

import { addMultiple, entry, magnitude, overlap, polarForm, scatter, sortedOrder } from './batch-lanes';
import { reflect, reflection } from './batch-reflections';
import { tridiagonalSpectrum } from './batch-tridiagonal';

/** Bytes that `spectrum` needs, and `decomposeHermitian`. */
export function spectrumScratch<T>(n: i32): usize {
  return entry<T>() * <usize>(3 * n + 4) + 16 * <usize>(n * (n + 2));
}

export function eigenScratch<T>(n: i32): usize {
  return entry<T>() * <usize>(2 * n * n) + 32 * <usize>n + spectrumScratch<T>(n);
}

/**
 * Eigenvalues, ascending, and, unless `vectors` is 0, eigenvectors as columns, of the n × n matrices at `a` and `b`, `count` of which
 * are written. 0, or 1 if an iteration does not converge.
 */
export function decomposeHermitian<T>(
  n: i32, a: usize, b: usize, count: i32, values: usize, vectors: usize, scratch: usize,
): i32 {
  const size = <usize>n;
  const column = size * entry<T>();
  const columns = scratch;
  const full = columns + column * size;
  const d = full + column * size;
  const order = d + (size << 4);
  const bytes = size * size * sizeof<T>();
  const powers = f64x2(magnitude(a, a + bytes), magnitude(b, b + bytes));
  lowerTriangle<T>(columns, n, a, b, f64x2.div(f64x2.splat(0.5), powers));
  const wanted = vectors != 0;
  if (spectrum<T>(n, columns, d, wanted ? full : 0, order + (size << 4)) != 0) return 1;
  for (let matrix = 0; matrix < count; matrix++) {
    const lane = <usize>matrix << 3;
    const power = matrix == 0 ? f64x2.extract_lane(powers, 0) : f64x2.extract_lane(powers, 1);
    sortedOrder(order, d, n, lane, false);
    for (let k: usize = 0; k < size; k++) {
      const from = <usize>load<i32>(order + (k << 2));
      store<f64>(values + (k << 3), power * load<f64>(d + (from << 4) + lane));
      if (!wanted) continue;
      scatter<T>(vectors + k * sizeof<T>(), size * sizeof<T>(), full + from * column, n, lane, 1, 1);
    }
    values += size << 3;
    vectors += bytes;
  }
  return 0;
}

/**
 * Eigenvalues d, unsorted, of Hermitian matrices near 1, whose columns, from the diagonal on, are destroyed; and, unless `vectors` is 0,
 * eigenvectors, column by column. 0, or 1 if an iteration does not converge.
 */
export function spectrum<T>(n: i32, columns: usize, d: usize, vectors: usize, scratch: usize): i32 {
  const size = <usize>n;
  const column = size * entry<T>();
  const product = scratch;
  const phases = product + column;
  const beside = phases + column;
  const space = beside + column;
  const taus = space + 4 * entry<T>();
  const e = taus + (size << 4);
  const real = e + (size << 4);
  tridiagonalise<T>(n, columns, d, beside, taus, product, space);
  // The off-diagonal numbers become positive by phases.
  memory.fill(phases, 0, entry<T>());
  v128.store(phases, f64x2.splat(1));
  for (let k: usize = 0; k + 1 < size; k++) {
    polarForm<T>(beside + k * entry<T>(), space);
    v128.store(e + (k << 4), v128.load(space + entry<T>()));
    nextPhase<T>(phases + k * entry<T>(), space);
  }
  if (vectors == 0) return tridiagonalSpectrum(n, d, e, 0, 0);
  memory.fill(real, 0, size * size << 4);
  for (let k: usize = 0; k < size; k++) v128.store(real + (k * (size + 1) << 4), f64x2.splat(1));
  if (tridiagonalSpectrum(n, d, e, real, size << 4) != 0) return 1;
  for (let k: usize = 0; k < size; k++) turned<T>(vectors + k * column, real + (k * size << 4), phases, n);
  for (let k: i32 = n - 3; k >= 0; k--) {
    const corner = <usize>(k + 1) * entry<T>();
    const tau = v128.load(taus + (<usize>k << 4));
    const v = columns + <usize>k * column + corner;
    for (let c: usize = 0; c < size; c++) {
      const own = vectors + c * column;
      reflect<T>(v, own + corner, own + column, tau, space);
    }
  }
  return 0;
}

/** The entry behind a phase becomes the phase times another. */
function nextPhase<T>(phase: usize, by: usize): void {
  const x = v128.load(phase);
  const cos = v128.load(by);
  if (sizeof<T>() == 8) {
    v128.store(phase, f64x2.mul(x, cos), 16);
    return;
  }
  const y = v128.load(phase, 16);
  const sin = v128.load(by, 16);
  v128.store(phase, f64x2.sub(f64x2.mul(x, cos), f64x2.mul(y, sin)), 32);
  v128.store(phase, f64x2.add(f64x2.mul(x, sin), f64x2.mul(y, cos)), 48);
}

/** The lower triangle of (A + A†)·factors, column by column. */
function lowerTriangle<T>(to: usize, n: i32, a: usize, b: usize, factors: v128): void {
  const row = <usize>n * sizeof<T>();
  for (let j: usize = 0; j < <usize>n; j++) {
    for (let i = j; i < <usize>n; i++) {
      const at = to + (j * <usize>n + i) * entry<T>();
      const here = i * row + j * sizeof<T>();
      const mirrored = j * row + i * sizeof<T>();
      if (sizeof<T>() == 8) {
        const x = f64x2.mul(factors, f64x2(load<f64>(a + here), load<f64>(b + here)));
        const y = f64x2.mul(factors, f64x2(load<f64>(a + mirrored), load<f64>(b + mirrored)));
        v128.store(at, f64x2.add(x, y));
      } else {
        const x = v128.load(a + here);
        const y = v128.load(b + here);
        const u = v128.load(a + mirrored);
        const v = v128.load(b + mirrored);
        const re = f64x2.mul(factors, v128.shuffle<f64>(x, y, 0, 2));
        const im = f64x2.mul(factors, v128.shuffle<f64>(x, y, 1, 3));
        v128.store(at, f64x2.add(re, f64x2.mul(factors, v128.shuffle<f64>(u, v, 0, 2))));
        v128.store(at, f64x2.sub(im, f64x2.mul(factors, v128.shuffle<f64>(u, v, 1, 3))), 16);
      }
    }
  }
}

/**
 * H_{n−3}…H₀·A·H₀…H_{n−3} is tridiagonal, with `diagonal` and, below it, `beside`; column k becomes v_k from row k + 1 on.
 */
function tridiagonalise<T>(
  n: i32, columns: usize, diagonal: usize, beside: usize, taus: usize, product: usize, space: usize,
): void {
  const column = <usize>n * entry<T>();
  for (let k: usize = 0; k < <usize>n; k++) {
    const own = columns + k * column;
    const corner = own + k * entry<T>();
    v128.store(diagonal + (k << 4), v128.load(corner));
    if (k + 1 == <usize>n) return;
    const v = corner + entry<T>();
    const y = beside + k * entry<T>();
    if (k + 2 == <usize>n) {
      memory.copy(y, v, entry<T>());
      continue;
    }
    reflection<T>(v, own + column, taus + (k << 4), y, space);
    const tau = v128.load(taus + (k << 4));
    // p = τBv, w = p − (τ/2)(v†p)v, B ← B − vw† − wv†.
    const length = own + column - v;
    memory.fill(product, 0, length);
    const stop = product + length;
    for (let j: usize = 0; j < length; j += entry<T>()) {
      multiplyColumn<T>(below<T>(v, column, j), v + j, product + j, stop);
    }
    for (let p = product; p < stop; p += 16) v128.store(p, f64x2.mul(tau, v128.load(p)));
    overlap<T>(v, product, own + column, space);
    const half = f64x2.mul(f64x2.splat(-0.5), f64x2.mul(tau, v128.load(space)));
    addMultiple<T>(product, v, stop, half, f64x2.splat(0));
    for (let j: usize = 0; j < length; j += entry<T>()) {
      subtractOuter<T>(below<T>(v, column, j), v + j, product + j, stop);
    }
  }
}

/** The diagonal entry of the rest of a matrix that is j bytes of column away from the first, where v begins beside it. */
// @ts-ignore: decorator
@inline
function below<T>(v: usize, column: usize, j: usize): usize {
  return v + (j / entry<T>() + 1) * column + j;
}

/** p_i ← p_i + b_i·v_0 and p_0 ← p_0 + Σ conj(b_i)·v_i for a column b of a Hermitian matrix from its diagonal on. */
function multiplyColumn<T>(b: usize, v: usize, p: usize, end: usize): void {
  const corner = v128.load(b);
  const re = v128.load(v);
  let sum = f64x2.add(v128.load(p), f64x2.mul(corner, re));
  if (sizeof<T>() == 8) {
    for (let at = p + 16; at < end; at += 16) {
      b += 16;
      v += 16;
      const x = v128.load(b);
      v128.store(at, f64x2.add(v128.load(at), f64x2.mul(x, re)));
      sum = f64x2.add(sum, f64x2.mul(x, v128.load(v)));
    }
    v128.store(p, sum);
    return;
  }
  const im = v128.load(v, 16);
  let sum1 = f64x2.add(v128.load(p, 16), f64x2.mul(corner, im));
  for (let at = p + 32; at < end; at += 32) {
    b += 32;
    v += 32;
    const x = v128.load(b);
    const y = v128.load(b, 16);
    v128.store(at, f64x2.sub(f64x2.add(v128.load(at), f64x2.mul(x, re)), f64x2.mul(y, im)));
    v128.store(at, f64x2.add(f64x2.add(v128.load(at, 16), f64x2.mul(x, im)), f64x2.mul(y, re)), 16);
    const u = v128.load(v);
    const w = v128.load(v, 16);
    sum = f64x2.add(f64x2.add(sum, f64x2.mul(x, u)), f64x2.mul(y, w));
    sum1 = f64x2.sub(f64x2.add(sum1, f64x2.mul(x, w)), f64x2.mul(y, u));
  }
  v128.store(p, sum);
  v128.store(p, sum1, 16);
}

/** b_i ← b_i − v_i·conj(w_0) − w_i·conj(v_0) for a column b from the diagonal on. */
function subtractOuter<T>(b: usize, v: usize, w: usize, end: usize): void {
  const vre = v128.load(v);
  const wre = v128.load(w);
  if (sizeof<T>() == 8) {
    for (; w < end; w += 16) {
      v128.store(b, f64x2.sub(f64x2.sub(v128.load(b), f64x2.mul(v128.load(v), wre)), f64x2.mul(v128.load(w), vre)));
      b += 16;
      v += 16;
    }
    return;
  }
  const vim = v128.load(v, 16);
  const wim = v128.load(w, 16);
  for (; w < end; w += 32) {
    const x = v128.load(v);
    const y = v128.load(v, 16);
    const u = v128.load(w);
    const z = v128.load(w, 16);
    const re = f64x2.sub(f64x2.sub(v128.load(b), f64x2.mul(x, wre)), f64x2.mul(y, wim));
    v128.store(b, f64x2.sub(f64x2.sub(re, f64x2.mul(u, vre)), f64x2.mul(z, vim)));
    const im = f64x2.add(f64x2.sub(v128.load(b, 16), f64x2.mul(y, wre)), f64x2.mul(x, wim));
    v128.store(b, f64x2.add(f64x2.sub(im, f64x2.mul(z, vre)), f64x2.mul(u, vim)), 16);
    b += 32;
    v += 32;
  }
}

/** to_i ← phase_i·x_i for real numbers x. */
function turned<T>(to: usize, x: usize, phases: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const real = v128.load(x);
    v128.store(to, f64x2.mul(v128.load(phases), real));
    if (sizeof<T>() == 16) v128.store(to, f64x2.mul(v128.load(phases, 16), real), 16);
    x += 16;
    to += entry<T>();
    phases += entry<T>();
  }
}
