/** @file How the unknowns of a long path turn its end, all at once, and the Gauss–Newton matrix 1 + 2μJᵀJ of the loss made of it. */

import { blockedCholesky, type CholeskySolution } from '../../linalg/blocked-cholesky.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal, realIdentity, transposeReal } from '../../linalg/real-product.ts';
import { plus, times } from '../../linalg/real-vector.ts';
import { sparseGram } from '../../linalg/sparse-gram.ts';
import { bandedExponential } from './banded-rotation.ts';
import { coordinatesOf, coordinateTiles, type EndFrame, endCoordinates, endFrame, turnOf } from './end-coordinates.ts';
import { valuesOf } from './rotation-series.ts';
import { columnSums, gramMatrix, rowProducts } from './two-sided-derivatives.ts';
import { isOneSided } from './two-sided-gradient.ts';
import type { TwoSidedProblem } from './two-sided-path.ts';

/** J at a path, and its Gram matrix in the unknowns or in the coordinates of the end, whichever are fewer. */
export interface LinearisedEnd {
  /** J·dx, shape (D,). */
  readonly moved: (move: Float64Array) => Float64Array;
  /** The coordinates of the turn from the end of this path to another end. */
  readonly turnTo: (end: RealMatrix) => Float64Array;
  /** The turn ξ with these coordinates, shape (d, d). */
  readonly turnOf: (coordinates: Float64Array) => RealMatrix;
  /** For a weight on the end; undefined where the matrix is not positive to rounding. */
  readonly weighted: (weight: number) => GaussNewton | undefined;
}

/** Solutions with M = 1 + 2μJᵀJ. */
export interface GaussNewton {
  /** M⁻¹v. */
  readonly inverse: (v: Float64Array) => Float64Array;
  /** −M⁻¹·2μJᵀe: the move that takes back the turn e of the end, as far as it is worth it. */
  readonly restored: (turn: Float64Array) => Float64Array;
}

/** Most entries of J. */
export const MOST_ENTRIES = 3e7;

/**
 * Entries of J below this count as 0: a turn that the path has not spread to them. To a weight μ they matter as √μ times as much, which for
 * μ = 1e11 is 1e-4.
 */
const NEGLIGIBLE = 1e-9;

/** Where Gauss's first node is, as a share of a slice. */
const NODE = (1 - 1 / Math.sqrt(3)) / 2;

/**
 * dB = ξB in coordinates t with |ξ|² = 2|t|²: the entries i < j of ξ, or where both sides turn alike and B is symmetric, B² = 1, the block of
 * ξ between its eigenspaces, all of ξ that there is. The integral over a slice is that of Gauss with two nodes, an
 * error of fourth order in its turn: a weight μ shows errors of J times √μ.
 *
 * Cost O(D²P) or O(DP²), whichever is less, for P unknowns, and memory for J twice. Where a wave leaves the middle of a chain, J is sparse in the frame
 * of `endFrame`, and two fifths of D²P are left on 40 sites.
 */
export function linearisedEnd(problem: TwoSidedProblem, x: Float64Array, end: RealMatrix): LinearisedEnd {
  const { slices, controls, unit } = problem;
  const frame = endFrame(problem, x);
  const rows = turnsInFrame(problem, x, end, frame);
  const [count, coordinates] = [slices * controls, endCoordinates(problem)];
  const isDual = coordinates < count;
  const J = isDual ? transposeReal(rows) : rows;
  const gram = isDual ? sparseGram(J, coordinateTiles(problem, frame)) : gramMatrix(J);
  const moved = (v: Float64Array): Float64Array => (isDual ? rowProducts(J, v) : columnSums(J, v));
  const pulled = (t: Float64Array): Float64Array => (isDual ? columnSums(J, t) : rowProducts(J, t));
  return {
    moved,
    turnOf: (coordinates) => turnOf(coordinates, problem.size, frame),
    turnTo: (other) => coordinatesOf(multiplyReal(other, end, { transposeB: true }), frame),
    weighted: (weight) => {
      const scale = 4 * weight * unit * unit;
      const data = isDual ? gram.data.slice() : times(scale, gram.data);
      for (let i = 0; i < gram.rows; i++) data[i * (gram.rows + 1)]! += isDual ? 1 / scale : 1;
      const solve: CholeskySolution | undefined = blockedCholesky({ ...gram, data });
      if (solve === undefined) return undefined;
      return isDual
        ? {
            inverse: (v) => plus(v, -1, pulled(solve(moved(v)))),
            restored: (turn) => times(-1, pulled(solve(turn))),
          }
        : { inverse: solve, restored: (turn) => solve(times(-scale, pulled(turn))) };
    },
  };
}

/** J, unknown by unknown, shape (P, D). */
function turnsInFrame(problem: TwoSidedProblem, x: Float64Array, end: RealMatrix, frame: EndFrame | null): RealMatrix {
  const { size: d, slices, controls, sides } = problem;
  const cols = endCoordinates(problem);
  const data = new Float64Array(slices * controls * cols);
  const used = isOneSided(problem) && frame !== null ? sides.slice(0, 1) : sides;
  used.forEach((entries, side) => {
    const { a, b, control, factor } = entries;
    const sign = (side === 0 ? 1 : -1) * (frame === null ? 1 : 2);
    let rest = realIdentity(d);
    for (let k = slices - 1; k >= 0; k--) {
      const values = valuesOf(entries, x, k);
      const [outer, inner] = [NODE, 1 - 2 * NODE].map((share) => bandedExponential(entries, values, d, share));
      for (const step of [outer!, inner!]) {
        rest = multiplyReal(rest, { rows: d, cols: d, data: step });
        const seen = side === 0 ? rest : multiplyReal(end, rest);
        const { data: u } = transposeReal(
          frame === null ? seen : multiplyReal(frame.vectors, seen, { transposeA: true }),
        );
        for (let e = 0; e < factor.length; e++) {
          const out = (k * controls + control[e]!) * cols;
          const share = (sign * factor[e]!) / 2;
          addTurn(u, [a[e]! * d, b[e]! * d], { d, plus: frame?.plus ?? null, share, data, out });
        }
      }
      rest = multiplyReal(rest, { rows: d, cols: d, data: outer! });
    }
  });
  for (let i = 0; i < data.length; i++) if (Math.abs(data[i]!) < NEGLIGIBLE) data[i] = 0;
  return { rows: slices * controls, cols, data };
}

/** Adds share·(u vᵀ − v uᵀ) of two rows. */
function addTurn(
  rows: Float64Array,
  [u, v]: readonly [number, number],
  {
    d,
    plus,
    share,
    data,
    out,
  }: {
    readonly d: number;
    readonly plus: number | null;
    readonly share: number;
    readonly data: Float64Array;
    readonly out: number;
  },
): void {
  let at = out;
  for (let i = 0; i < (plus ?? d); i++) {
    const [p, q] = [share * rows[u + i]!, share * rows[v + i]!];
    for (let j = plus ?? i + 1; j < d; j++, at++) data[at] = data[at]! + p * rows[v + j]! - q * rows[u + j]!;
  }
}
