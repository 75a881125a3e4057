/** @file Paths of slices on covariances: the end points, and their derivatives in both modes. */

import type { GaussianState } from '../../gaussian/gaussian-state.ts';
import { frameOf, majoranaForm } from '../../gaussian/majorana-form.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal, realIdentity } from '../../linalg/real-product.ts';
import type { Condition } from '../../path/constrained-path.ts';
import type { FramedPath } from './framed-path.ts';
import type { MajoranaControls } from './majorana-controls.ts';
import { type Entries, pulledBack, pushedForward, seriesOf, valuesOf } from './rotation-series.ts';

/** Paths between pure Gaussian states of fermions, of the same parity. */
export interface OrbitProblem extends MajoranaControls {
  readonly from: GaussianState;
  readonly to: GaussianState;
  readonly slices: number;
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
