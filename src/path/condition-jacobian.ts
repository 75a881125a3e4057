/** @file The Jacobian of a condition as a matrix, where that is small: it tells how stiff each direction of a path is. */

import { blockedCholesky, type CholeskySolution } from '../linalg/blocked-cholesky.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { multiplyReal } from '../linalg/real-product.ts';
import { addTo, dot, plus, times } from '../linalg/real-vector.ts';
import { type ConstrainedPath, withCondition } from './constrained-path.ts';

/** √W J with the weights W of the condition. */
export interface ConditionJacobian {
  /** Its transpose, shape (unknowns, conditions). */
  readonly columns: RealMatrix;
  /** c ↦ √W c. */
  readonly weighed: (miss: Float64Array) => Float64Array;
  /** √W JJᵀ√W where there are more unknowns than conditions, JᵀWJ elsewhere. */
  readonly gram: RealMatrix;
}

/** Most entries of a Jacobian that is cheaper than the gradients which it saves. */
const MOST_ENTRIES = 2 ** 19;

/** Whether a condition on a path with so many unknowns has a small Jacobian. */
export const hasSmallJacobian = ({ weights }: ConstrainedPath, unknowns: number): boolean =>
  unknowns * weights.length <= MOST_ENTRIES;

/**
 * √W J at x, by forward mode.
 *
 * Cost of half as many pushforwards as there are unknowns, as a change in one slice leaves the path before it at rest.
 */
export const conditionJacobian = (path: ConstrainedPath, x: Float64Array): ConditionJacobian =>
  withCondition(path, x, ({ miss, pushforward }) => {
    const roots = path.weights.map(Math.sqrt);
    const weighed = (c: Float64Array): Float64Array => (path.frame?.into(c) ?? c).map((value, i) => roots[i]! * value);
    const data = new Float64Array(x.length * miss.length);
    const unit = new Float64Array(x.length);
    for (let k = 0; k < x.length; k++) {
      unit[k] = 1;
      data.set(weighed(pushforward(unit)), k * miss.length);
      unit[k] = 0;
    }
    const columns = { rows: x.length, cols: miss.length, data };
    const gram = multiplyReal(columns, columns, isWide(columns) ? { transposeA: true } : { transposeB: true });
    return { columns, weighed, gram };
  });

/**
 * The map v ↦ (1 + 2μJᵀWJ)⁻¹v, about the inverse Hessian of ½|x|² + μ c·Wc; undefined where rounding leaves none.
 *
 * O(m²·k) for m and k the smaller and the greater of unknowns and conditions, then O(mk) for each v.
 */
export function penaltyPreconditioner(
  jacobian: ConditionJacobian,
  weight: number,
): ((v: Float64Array) => Float64Array) | undefined {
  const { columns } = jacobian;
  const ridge = 1 / (2 * weight);
  const inverse = ridged(jacobian, ridge);
  if (inverse === undefined) return undefined;
  if (!isWide(columns)) return (v) => times(ridge, inverse(v));
  return (v) => plus(v, -1, pulled(columns, inverse(pushed(columns, v))));
}

/** c ↦ −(ρ + JᵀWJ)⁻¹JᵀWc, for ρ → 0 the least move that mends the miss c; undefined where rounding leaves none. */
export function mendingMoves(
  jacobian: ConditionJacobian,
  ridge: number,
): ((miss: Float64Array) => Float64Array) | undefined {
  const { columns, weighed } = jacobian;
  const inverse = ridged(jacobian, ridge);
  if (inverse === undefined) return undefined;
  return (miss) => {
    const c = weighed(miss);
    return times(-1, isWide(columns) ? pulled(columns, inverse(c)) : inverse(pulled(columns, c)));
  };
}

/** Whether there are more unknowns than conditions. */
const isWide = ({ rows, cols }: RealMatrix): boolean => rows > cols;

/** (ρ + JJᵀ)⁻¹ for a wide J, (ρ + JᵀJ)⁻¹ for others. */
function ridged({ gram }: ConditionJacobian, ridge: number): CholeskySolution | undefined {
  const data = gram.data.slice();
  for (let k = 0; k < gram.rows; k++) data[k * (gram.rows + 1)] = data[k * (gram.rows + 1)]! + ridge;
  return blockedCholesky({ ...gram, data });
}

/** Jv. */
function pushed({ rows, cols, data }: RealMatrix, v: Float64Array): Float64Array {
  const sum = new Float64Array(cols);
  for (let k = 0; k < rows; k++) addTo(sum, v[k]!, data.subarray(k * cols, (k + 1) * cols));
  return sum;
}

/** Jᵀc. */
const pulled = ({ rows, cols, data }: RealMatrix, c: Float64Array): Float64Array =>
  Float64Array.from({ length: rows }, (_, k) => dot(c, data.subarray(k * cols, (k + 1) * cols)));
