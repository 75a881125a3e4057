/** @file e^h O by Taylor series in sparse antisymmetric h, and its derivatives in both modes. */

/** Largest bound of ‖h‖ of a Taylor series; its terms end below the last number. */
const LARGEST_STEP = 2;
const SMALLEST_TERM = 1e-17;

/** The entries a < b of h, each with the control it belongs to, and what multiplies that control's x. */
export interface Entries {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly control: Int32Array;
  readonly factor: Float64Array;
  readonly controls: number;
}

/** The entries h_ab of slice k, for its whole time. */
export function valuesOf({ control, factor, controls }: Entries, x: Float64Array, k: number): Float64Array {
  const values = new Float64Array(factor.length);
  for (let e = 0; e < values.length; e++) values[e] = factor[e]! * x[k * controls + control[e]!]!;
  return values;
}

/** out += scale·h·M, h antisymmetric. */
function act(
  { a, b }: Entries,
  values: Float64Array,
  M: Float64Array,
  out: Float64Array,
  size: number,
  scale: number,
): void {
  for (let e = 0; e < values.length; e++) {
    const v = scale * values[e]!;
    if (v === 0) continue;
    const [p, q] = [a[e]! * size, b[e]! * size];
    for (let i = 0; i < size; i++) {
      out[p + i] = out[p + i]! + v * M[q + i]!;
      out[q + i] = out[q + i]! - v * M[p + i]!;
    }
  }
}

/** The sub-steps of a slice: enough for the series, by the greatest sum of a row. */
function subSteps({ a, b }: Entries, values: Float64Array, size: number): number {
  const rows = new Float64Array(size);
  values.forEach((v, e) => {
    rows[a[e]!] = rows[a[e]!]! + Math.abs(v);
    rows[b[e]!] = rows[b[e]!]! + Math.abs(v);
  });
  return Math.max(1, Math.ceil(rows.reduce((most, row) => Math.max(most, row), 0) / LARGEST_STEP));
}

/** e^h O, with the terms h^mO/m! of each sub-step. */
export function seriesOf(entries: Entries, values: Float64Array, O: Float64Array, size: number) {
  const steps = subSteps(entries, values, size);
  const series: Float64Array[][] = [];
  let sum = O;
  for (let s = 0; s < steps; s++) {
    const terms = [sum];
    sum = sum.slice();
    for (let m = 1; ; m++) {
      const next = new Float64Array(O.length);
      act(entries, values, terms[m - 1]!, next, size, 1 / (steps * m));
      let greatest = 0;
      for (let i = 0; i < next.length; i++) {
        sum[i] = sum[i]! + next[i]!;
        greatest = Math.max(greatest, Math.abs(next[i]!));
      }
      terms.push(next);
      if (greatest < SMALLEST_TERM) break;
    }
    series.push(terms);
  }
  return { end: sum, series, steps };
}

export function pushedForward(
  entries: Entries,
  values: Float64Array,
  moving: Float64Array,
  O: Float64Array,
  change: Float64Array,
  size: number,
): Float64Array {
  const { series, steps } = seriesOf(entries, values, O, size);
  let sum = change;
  for (const terms of series) {
    let term = sum;
    sum = sum.slice();
    for (let m = 1; m < terms.length; m++) {
      const next = new Float64Array(O.length);
      act(entries, values, term, next, size, 1 / (steps * m));
      act(entries, moving, terms[m - 1]!, next, size, 1 / (steps * m));
      for (let i = 0; i < next.length; i++) sum[i] = sum[i]! + next[i]!;
      term = next;
    }
  }
  return sum;
}

/** The cotangent of O at the start of a slice; writes the derivatives with respect to x to `slope`. */
export function pulledBack(
  entries: Entries,
  values: Float64Array,
  O: Float64Array,
  cotangent: Float64Array,
  size: number,
  slope: Float64Array,
): Float64Array {
  const { series, steps } = seriesOf(entries, values, O, size);
  const { a, b, control, factor } = entries;
  let lambda = cotangent;
  for (const terms of series.toReversed()) {
    let at = lambda; // the cotangent of term m; the transpose of h is −h
    for (let m = terms.length - 1; m >= 1; m--) {
      const scale = 1 / (steps * m);
      const before = terms[m - 1]!;
      for (let e = 0; e < values.length; e++) {
        const [p, q] = [a[e]! * size, b[e]! * size];
        let sum = 0;
        for (let i = 0; i < size; i++) sum += at[p + i]! * before[q + i]! - at[q + i]! * before[p + i]!;
        slope[control[e]!] = slope[control[e]!]! + scale * factor[e]! * sum;
      }
      const next = lambda.slice();
      act(entries, values, at, next, size, -scale);
      at = next;
    }
    lambda = at;
  }
  return lambda;
}
