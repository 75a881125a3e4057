/** @file Paths of slices B ↦ e^h B e^{−h'} on orthogonal matrices: the end point, and how the unknowns turn it. */

import { bipartiteBlock } from '../../gaussian/majorana-form.ts';
import { gaussLegendre } from '../../linalg/gauss-legendre.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal, realIdentity } from '../../linalg/real-product.ts';
import type { OrbitProblem } from './orbit-path.ts';
import { type Entries, seriesOf, valuesOf } from './rotation-series.ts';

/**
 * The problem of `orbitCondition` as a path of orthogonal matrices, B = L B₀ Rᵀ, of slices L ↦ e^h L and R ↦ e^{h'} R,
 *
 *     Σ(1 − F) = unit²·|B − B_T|².
 *
 * Where controls and states are real, B is the block of the covariance between even and odd indices, h acts on even and h' on odd ones,
 * of size n; in general B = Γ and h = h', of size 2n.
 */
export interface TwoSidedProblem {
  readonly size: number;
  readonly from: RealMatrix;
  readonly to: RealMatrix;
  readonly slices: number;
  readonly controls: number;
  readonly sides: readonly [left: Entries, right: Entries];
  readonly unit: number;
}

/** The two-sided form of a problem. */
export function twoSidedProblem({ controls, modes, from, to, slices }: OrbitProblem): TwoSidedProblem {
  const blocks = [from, to].map(({ covariance }) => bipartiteBlock(covariance));
  const all = controls.flatMap(({ pairs, cost }, control) =>
    pairs.map(([a, b, sign]) => ({ a, b, control, factor: (2 * sign) / Math.sqrt(slices * cost) })),
  );
  const [start, end] = blocks;
  const isReal = start !== undefined && end !== undefined && all.every(({ a, b }) => a % 2 === b % 2);
  const of = (some: typeof all, at: (index: number) => number): Entries => ({
    a: Int32Array.from(some, ({ a }) => at(a)),
    b: Int32Array.from(some, ({ b }) => at(b)),
    control: Int32Array.from(some, ({ control }) => control),
    factor: Float64Array.from(some, ({ factor }) => factor),
    controls: controls.length,
  });
  if (!isReal) {
    const both = of(all, (index) => index);
    const [size, unit] = [2 * modes, 1 / 4];
    return {
      size,
      from: from.covariance,
      to: to.covariance,
      slices,
      controls: controls.length,
      sides: [both, both],
      unit,
    };
  }
  const side = (parity: number): Entries =>
    of(
      all.filter(({ a }) => a % 2 === parity),
      (index) => index >> 1,
    );
  const unit = Math.SQRT1_2 / 2;
  return { size: modes, from: start, to: end, slices, controls: controls.length, sides: [side(0), side(1)], unit };
}

/**
 * The same problem with one side for both, where the right one is the left one reflected, i → d − 1 − i, as with controls that the reflection of a
 * chain ties: BS = L (B₀S) Lᵀ for the reflection S. Other problems as they are.
 */
export function oneSidedProblem(problem: TwoSidedProblem): TwoSidedProblem {
  const { size, sides, from, to } = problem;
  const [left, right] = sides;
  const known = new Map(
    Array.from(left.factor, (factor, e) => [`${left.a[e]} ${left.b[e]} ${left.control[e]}`, factor]),
  );
  const isReflected =
    left.factor.length === right.factor.length &&
    right.factor.every(
      (factor, e) => known.get(`${size - 1 - right.b[e]!} ${size - 1 - right.a[e]!} ${right.control[e]}`) === -factor,
    );
  if (!isReflected) return problem;
  // B₀S and B_TS are symmetric but for rounding, and are made so.
  const reflected = ({ data }: RealMatrix): RealMatrix => {
    const turned = data.map((_, i) => data[i - (i % size) + size - 1 - (i % size)]!);
    const symmetric = turned.map((value, i) => (value + turned[(i % size) * size + Math.floor(i / size)]!) / 2);
    return { rows: size, cols: size, data: symmetric };
  };
  return { ...problem, from: reflected(from), to: reflected(to), sides: [left, left] };
}

/** B at the end of a path. */
export function endOf(problem: TwoSidedProblem, x: Float64Array): RealMatrix {
  const { size, slices, from, sides } = problem;
  const [L, R] = sides.map((side) => {
    let turned: Float64Array = realIdentity(size).data;
    for (let k = 0; k < slices; k++) turned = seriesOf(side, valuesOf(side, x, k), turned, size).end;
    return { rows: size, cols: size, data: turned };
  }) as [RealMatrix, RealMatrix];
  return multiplyReal(multiplyReal(L, from), R, { transposeB: true });
}

/** B − B_T. */
export function missOf({ to }: TwoSidedProblem, end: RealMatrix): RealMatrix {
  return { ...end, data: end.data.map((value, i) => value - to.data[i]!) };
}

/** Σ(1 − F) of a miss. */
export const squareOf = ({ unit }: TwoSidedProblem, { data }: RealMatrix): number =>
  unit * unit * data.reduce((sum, value) => sum + value * value, 0);

/** Nodes of the integral over the time of a slice. */
const NODES = 5;

/**
 * What the basis vectors at a time in a slice become at the end: row a of the matrix is S e_a for the rest S of the path on the left, and
 * B S'e_a on the right, so that the turns E_ab − E_ba there turn the end by ξB with ξ = ±(u vᵀ − v uᵀ).
 */
interface TurnedBasis {
  /** From the start of the slice to its end, of each node. */
  readonly nodes: readonly Float64Array[];
  readonly middle: Float64Array;
}

/** The turned bases of both sides, slice by slice. */
export interface TurnedBases {
  readonly end: RealMatrix;
  readonly sides: readonly [left: readonly TurnedBasis[], right: readonly TurnedBasis[]];
  readonly weights: Float64Array;
}

/** Runs a path backwards, from its end. */
export function turnedBases(problem: TwoSidedProblem, x: Float64Array): TurnedBases {
  const { size, slices } = problem;
  const [nodes, weights] = gaussLegendre(NODES);
  const end = endOf(problem, x);
  const sides = problem.sides.map((entries, side) => {
    let rest: Float64Array = realIdentity(size).data;
    const found: TurnedBasis[] = [];
    for (let k = slices - 1; k >= 0; k--) {
      const values = valuesOf(entries, x, k);
      const after = rest;
      const back = (share: number): Float64Array =>
        seriesOf(
          entries,
          values.map((value) => -share * value),
          after,
          size,
        ).end;
      const seen = (data: Float64Array): Float64Array =>
        side === 0 ? data : multiplyReal({ rows: size, cols: size, data }, end, { transposeB: true }).data;
      found.push({ nodes: Array.from(nodes, (s) => seen(back((1 - s) / 2))), middle: seen(back(0.5)) });
      rest = back(1);
    }
    return found.reverse();
  }) as unknown as TurnedBases['sides'];
  return { end, sides, weights: weights.map((weight) => weight / 2) };
}
