/** @file Paths of slices on covariances: O ↦ e^h O by Taylor series in sparse h, the end points, and their derivatives in both modes. */

import type { GaussianState } from '../../gaussian/gaussian-state.ts';
import { frameOf, majoranaForm } from '../../gaussian/majorana-form.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal, realIdentity } from '../../linalg/real-product.ts';
import type { Condition } from '../../path/constrained-path.ts';
import type { FramedPath } from './framed-path.ts';
import type { MajoranaControls } from './majorana-controls.ts';

/** Paths between pure Gaussian states of fermions, of the same parity. */
export interface OrbitProblem extends MajoranaControls {
  readonly from: GaussianState;
  readonly to: GaussianState;
  readonly slices: number;
}

/** Largest bound of ‖h‖ of a Taylor series; its terms end below the last number. */
const LARGEST_STEP = 2;
const SMALLEST_TERM = 1e-17;

/** The entries a < b of h, each with the control it belongs to, and what multiplies that control's x. */
interface Entries {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly control: Int32Array;
  readonly factor: Float64Array;
  readonly controls: number;
}

/**
 * The condition that Γ = OΓ₀Oᵀ ends at the target, in the coordinates x[k][a] = √(cost_a/K)·h[k][a],
 *
 *     c = (Γ − Γ_T)/4,    |c|² = Σ sin²ϑ = Σ (1 − F) ≥ 1 − Π F    over pairs of modes,    F = cos²ϑ.
 *
 * A coefficient h of iγ_aγ_b turns O by e^{2h(E_ab − E_ba)} in unit time. Derivatives are those of the truncated series, term by term.
 *
 * Cost of each evaluation O(K · pairs · n · order), of the pullback three times that. Memory K matrices of shape (2n, 2n).
 */
export function orbitCondition(problem: OrbitProblem): FramedPath {
  const { to, modes } = problem;
  const size = 2 * modes;
  const frame = frameOf(majoranaForm(to.covariance));
  const entries = entriesOf(problem);
  const pairs = Array.from({ length: modes }, (_, j) => j).flatMap((j) =>
    Array.from({ length: modes - 1 - j }, (_, i) => [j, j + 1 + i] as const),
  );
  const square = (data: Float64Array): RealMatrix => ({ rows: size, cols: size, data });
  return {
    weights: new Float64Array(size * size).fill(1),
    condition: (x) => conditionAt(problem, entries, x),
    size: 2 * pairs.length,
    coordinatesOf: (miss) => {
      const { data } = multiplyReal(multiplyReal(frame, square(miss), { transposeA: true }), frame);
      const coordinates = new Float64Array(2 * pairs.length);
      pairs.forEach(([j, k], i) => {
        const at = 2 * j * size + 2 * k;
        coordinates[2 * i] = data[at]! - data[at + size + 1]!;
        coordinates[2 * i + 1] = data[at + 1]! + data[at + size]!;
      });
      return coordinates;
    },
    vectorOf: (coordinates) => {
      const data = new Float64Array(size * size);
      pairs.forEach(([j, k], i) => {
        const [z, x] = [coordinates[2 * i]! / 2, coordinates[2 * i + 1]! / 2];
        const entry = (row: number, col: number, value: number): void => {
          data[(2 * j + row) * size + 2 * k + col] = value;
          data[(2 * k + col) * size + 2 * j + row] = -value;
        };
        entry(0, 0, z);
        entry(1, 1, -z);
        entry(0, 1, x);
        entry(1, 0, x);
      });
      return multiplyReal(multiplyReal(frame, square(data)), frame, { transposeB: true }).data;
    },
  };
}

/** Greatest weight of an entry. */
const MOST_WEIGHT = 1e8;

/**
 * The weights s_0/s_r of the entries that join modes at the distance r, s_r² the mean square of the target's entries there: an error
 * counts by what it is an error of.
 *
 * @returns shape (2n·2n,)
 */
export function rangeWeights({ covariance: { data }, modes }: GaussianState): Float64Array {
  const size = 2 * modes;
  const range = (i: number): number => Math.abs((Math.floor(i / size) >> 1) - ((i % size) >> 1));
  const squares = new Float64Array(modes);
  data.forEach((value, i) => {
    squares[range(i)]! += (value * value) / (modes - range(i)) / (range(i) === 0 ? 1 : 2);
  });
  return data.map((_, i) => Math.min(MOST_WEIGHT, Math.max(1, Math.sqrt(squares[0]! / squares[range(i)]!))));
}

function entriesOf({ controls, slices }: OrbitProblem): Entries {
  const all = controls.flatMap(({ pairs, cost }, control) =>
    pairs.map(([a, b, sign]) => ({ a, b, control, factor: (2 * sign) / Math.sqrt(slices * cost) })),
  );
  return {
    a: Int32Array.from(all, ({ a }) => a),
    b: Int32Array.from(all, ({ b }) => b),
    control: Int32Array.from(all, ({ control }) => control),
    factor: Float64Array.from(all, ({ factor }) => factor),
    controls: controls.length,
  };
}

function conditionAt({ from, to, slices, modes }: OrbitProblem, entries: Entries, x: Float64Array): Condition {
  const size = 2 * modes;
  const square = (data: Float64Array): RealMatrix => ({ rows: size, cols: size, data });
  const before: Float64Array[] = [];
  const values = Array.from({ length: slices }, (_, k) => valuesOf(entries, x, k));
  let O: Float64Array = realIdentity(size).data;
  for (const h of values) {
    before.push(O);
    O = seriesOf(entries, h, O, size).end;
  }
  const moved = multiplyReal(square(O), from.covariance); // OΓ₀
  const end = multiplyReal(moved, square(O), { transposeB: true }).data;
  return {
    miss: end.map((value, i) => (value - to.covariance.data[i]!) / 4),
    pushforward: (direction) => {
      let change: Float64Array = new Float64Array(size * size);
      values.forEach((h, k) => {
        change = pushedForward(entries, h, valuesOf(entries, direction, k), before[k]!, change, size);
      });
      const half = multiplyReal(square(change), moved, { transposeB: true }).data; // dO Γ₀ᵀOᵀ
      return half.map((value, i) => (half[(i % size) * size + Math.floor(i / size)]! - value) / 4);
    },
    pullback: (cotangent) => {
      // d(OΓ₀Oᵀ) = dO·(OΓ₀)ᵀ·(−1) + (OΓ₀)·dOᵀ: the cotangent of O is (Λᵀ − Λ)·OΓ₀/4.
      const antisymmetric = cotangent.map(
        (value, i) => (cotangent[(i % size) * size + Math.floor(i / size)]! - value) / 4,
      );
      let lambda = multiplyReal(square(antisymmetric), moved).data;
      const gradient = new Float64Array(x.length);
      for (let k = slices - 1; k >= 0; k--) {
        const slope = gradient.subarray(k * entries.controls, (k + 1) * entries.controls);
        lambda = pulledBack(entries, values[k]!, before[k]!, lambda, size, slope);
      }
      return gradient;
    },
  };
}

/** The entries h_ab of slice k, for its whole time. */
function valuesOf({ control, factor, controls }: Entries, x: Float64Array, k: number): Float64Array {
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
function seriesOf(entries: Entries, values: Float64Array, O: Float64Array, size: number) {
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

function pushedForward(
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
function pulledBack(
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
