/** @file e^h of a sparse antisymmetric h near the diagonal, and the mean of a matrix that it turns: what slices of long chains need. */

import { multiplyReal } from '../../linalg/real-product.ts';
import { times } from '../../linalg/real-vector.ts';
import type { Entries } from './rotation-series.ts';

/** Terms of a series below this share of the first are left out. */
const SMALLEST_TERM = 1e-17;
/** Greatest sum of a row of h for one series of e^h, and for one of its mean. */
const [LARGEST_EXPONENT, LARGEST_MEAN] = [1, 2];

/** The greatest sum of moduli of a row of h: no less than ‖h‖. */
function rowSum({ a, b }: Entries, values: Float64Array, size: number): number {
  const rows = new Float64Array(size);
  values.forEach((v, e) => {
    rows[a[e]!] = rows[a[e]!]! + Math.abs(v);
    rows[b[e]!] = rows[b[e]!]! + Math.abs(v);
  });
  return rows.reduce((most, row) => Math.max(most, row), 0);
}

/** How far from the diagonal h reaches. */
const widthOf = ({ a, b }: Entries): number => a.reduce((most, low, e) => Math.max(most, b[e]! - low), 0);

/** out = scale·h·M within the band |i − j| ≤ band, where M vanishes beyond the band `of`; out is 0 elsewhere. */
function actInBand(
  { a, b }: Entries,
  values: Float64Array,
  M: Float64Array,
  out: Float64Array,
  {
    size,
    band,
    of,
    scale,
  }: { readonly size: number; readonly band: number; readonly of: number; readonly scale: number },
): void {
  out.fill(0);
  for (let e = 0; e < values.length; e++) {
    const v = scale * values[e]!;
    if (v === 0) continue;
    const [low, high] = [a[e]!, b[e]!];
    const [p, q] = [low * size, high * size];
    for (let j = Math.max(0, low - band, high - of), end = Math.min(size - 1, low + band, high + of); j <= end; j++) {
      out[p + j] = out[p + j]! + v * M[q + j]!;
    }
    for (let j = Math.max(0, high - band, low - of), end = Math.min(size - 1, high + band, low + of); j <= end; j++) {
      out[q + j] = out[q + j]! - v * M[p + j]!;
    }
  }
}

/**
 * e^{share·h}, shape (size·size,), by Taylor's series, whose term m reaches m times as far from the diagonal as h, and repeated squares.
 *
 * O(size · (terms · width)²), and size³ for each square.
 */
export function bandedExponential(entries: Entries, values: Float64Array, size: number, share = 1): Float64Array {
  const sum = share * rowSum(entries, values, size);
  const squares = Math.max(0, Math.ceil(Math.log2(sum / LARGEST_EXPONENT)));
  const [part, bound] = [share / 2 ** squares, sum / 2 ** squares];
  const width = widthOf(entries);
  const total = new Float64Array(size * size);
  for (let i = 0; i < size; i++) total[i * (size + 1)] = 1;
  let [term, next] = [total.slice(), new Float64Array(size * size)];
  for (let m = 1, greatest = bound; greatest > SMALLEST_TERM; m++, greatest *= bound / m) {
    actInBand(entries, values, term, next, { size, band: m * width, of: (m - 1) * width, scale: part / m });
    for (let i = 0; i < size; i++) {
      const end = Math.min(size - 1, i + m * width);
      for (let j = Math.max(0, i - m * width), at = i * size + j; j <= end; j++, at++)
        total[at] = total[at]! + next[at]!;
    }
    [term, next] = [next, term];
  }
  let E: Float64Array = total;
  for (let s = 0; s < squares; s++) {
    const one = { rows: size, cols: size, data: E };
    E = multiplyReal(one, one).data;
  }
  return E;
}

/** EXEᵀ for an antisymmetric X, shape (size·size,). */
export function turned(E: Float64Array, X: Float64Array, size: number): Float64Array {
  const left = { rows: size, cols: size, data: E };
  const half = multiplyReal(left, { rows: size, cols: size, data: X }, { transposeB: true }); // EXᵀ = −EX
  return times(-1, multiplyReal(half, left, { transposeB: true }).data);
}

/**
 * Adds to `slope` the derivatives ⟨X̄, ∂h/∂x⟩ with respect to the controls,
 *
 *     X̄ = ∫₀¹ e^{sh} X e^{−sh} ds = Σ_m ad_h^m X/(m + 1)!,
 *
 * X antisymmetric; only what reaches the entries of h is computed.
 */
export function addMeanSlope(
  entries: Entries,
  values: Float64Array,
  X: Float64Array,
  size: number,
  slope: Float64Array,
): void {
  const sum = rowSum(entries, values, size);
  const pieces = Math.max(1, Math.ceil(sum / LARGEST_MEAN));
  const E = pieces > 1 ? bandedExponential(entries, values, size, 1 / pieces) : null;
  let at = X;
  for (let piece = 1; ; piece++) {
    addSeriesSlope(entries, values, at, { size, part: 1 / pieces, sum: sum / pieces, slope });
    if (piece === pieces) return;
    at = turned(E!, at, size);
  }
}

/** The mean over the first `part` of the time, times it. */
function addSeriesSlope(
  entries: Entries,
  values: Float64Array,
  X: Float64Array,
  {
    size,
    part,
    sum,
    slope,
  }: { readonly size: number; readonly part: number; readonly sum: number; readonly slope: Float64Array },
): void {
  const { a, b, control, factor } = entries;
  const width = widthOf(entries);
  let terms = 0;
  for (let bound = 1; bound > SMALLEST_TERM && sum > 0; bound *= (2 * sum) / (terms + 1)) terms++;
  let term = X;
  const half = new Float64Array(size * size);
  for (let m = 0; ; m++) {
    for (let e = 0; e < values.length; e++) {
      const share = 2 * part * factor[e]! * term[a[e]! * size + b[e]!]!;
      slope[control[e]!] = slope[control[e]!]! + share;
    }
    if (m >= terms) return;
    const band = Math.min(size, width * (terms - m));
    actInBand(entries, values, term, half, { size, band, of: size, scale: part / (m + 2) });
    const next = m === 0 ? new Float64Array(size * size) : term;
    for (let i = 0; i < size; i++) {
      for (let j = Math.max(0, i - band); j < i; j++) {
        const value = half[i * size + j]! - half[j * size + i]!; // hX − Xh = hX − (hX)ᵀ
        next[i * size + j] = value;
        next[j * size + i] = -value;
      }
    }
    term = next;
  }
}
