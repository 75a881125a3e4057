/** @file The loss of a path on orthogonal matrices and its gradient, at the cost of a few products of matrices for each slice. */

import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal, realIdentity, transposeReal } from '../../linalg/real-product.ts';
import { dot, times } from '../../linalg/real-vector.ts';
import { addMeanSlope, bandedExponential, turned } from './banded-rotation.ts';
import { valuesOf } from './rotation-series.ts';
import { missOf, squareOf, type TwoSidedProblem } from './two-sided-path.ts';

/** A path, its end, and the loss ½|x|² + μ|c|², |c|² = Σ(1 − F). */
export interface PathLoss {
  readonly x: Float64Array;
  readonly end: RealMatrix;
  readonly square: number;
  readonly value: number;
  /** x ↦ ∂⟨G, B⟩/∂x for a constant G, shape (P,). */
  readonly pulled: (G: RealMatrix) => Float64Array;
  /** ∂(μ|c|²)/∂B. */
  readonly force: RealMatrix;
}

/** Whether both sides turn alike, so that one of them tells all. */
export const isOneSided = ({ sides }: TwoSidedProblem): boolean => sides[0] === sides[1];

/**
 * The loss and its derivatives: with W the antisymmetric part of GBᵀ on the left, −BᵀG on the right, S_k the path from the start of slice k
 * to the end,
 *
 *     ∂⟨G, B⟩/∂h_k = ∫₀¹ e^{sh_k} (S_kᵀWS_k) e^{−sh_k} ds.
 *
 * Cost 2K products of shape (d, d) for the loss, twice as many more for a derivative; half of it where both sides turn alike.
 */
export function pathLoss(problem: TwoSidedProblem, x: Float64Array, weight: number): PathLoss {
  const { size, slices, controls, sides, from, unit } = problem;
  const square = (data: Float64Array): RealMatrix => ({ rows: size, cols: size, data });
  const used = isOneSided(problem) ? sides.slice(0, 1) : sides;
  const turns = used.map((entries) =>
    Array.from({ length: slices }, (_, k) => bandedExponential(entries, valuesOf(entries, x, k), size)),
  );
  const totals = turns.map((all) =>
    all.reduce((sum, E) => multiplyReal(sum, square(E), { transposeB: true }), realIdentity(size)),
  );
  const [left, right = left!] = totals.map(transposeReal);
  const end = multiplyReal(multiplyReal(left!, from), right, { transposeB: true });
  const miss = missOf(problem, end);
  const missed = squareOf(problem, miss);
  const pulled = (G: RealMatrix): Float64Array => {
    const slope = new Float64Array(x.length);
    used.forEach((entries, side) => {
      // On the right −BᵀG, whose antisymmetric part is that of GᵀB.
      const { data } = multiplyReal(G, end, side === 0 ? { transposeB: true } : { transposeA: true });
      let X: Float64Array = data.map(
        (value, i) => ((value - data[(i % size) * size + Math.floor(i / size)]!) * (used.length === 1 ? 2 : 1)) / 2,
      );
      for (let k = slices - 1; k >= 0; k--) {
        X = turned(transposeReal(square(turns[side]![k]!)).data, X, size);
        addMeanSlope(entries, valuesOf(entries, x, k), X, size, slope.subarray(k * controls, (k + 1) * controls));
      }
    });
    return slope;
  };
  const force = square(times(2 * weight * unit * unit, miss.data));
  return { x, end, square: missed, value: dot(x, x) / 2 + weight * missed, pulled, force };
}
