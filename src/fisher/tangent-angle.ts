/**
 * @file Distance between parts of a network as the boundary sees them: the angle between the changes that they can
 * make.
 */

import type { RealMatrix } from '../linalg/matrix.ts';
import type { Radians } from '../units.ts';

/**
 * Angle between two sets of parameters in the Fisher metric,
 *
 *     cos² d(a, b) = ‖F_ab‖² / (‖F_aa‖·‖F_bb‖)    (Frobenius norms):
 *
 * 0 if both parts change the state in the same way, in the same proportions; π/2 if the boundary tells their effects
 * apart as well as if each were alone. For two angles it is the angle between the tangents, arccos |F_ab|/√(F_aa F_bb).
 * It does not change if the parameters of a part are rotated or scaled together. Null if a part does not move the
 * state.
 *
 * @param fisher - F, shape (P, P)
 * @param a - indices of parameters
 *
 * Cost O(|a|² + |b|²).
 *
 * @see Robert & Escoufier, Appl. Statist. 25, 257 (1976), for cos² as the RV coefficient of two sets of variables
 */
export function tangentAngle(fisher: RealMatrix, a: readonly number[], b: readonly number[]): Radians | null {
  return angleOfSquares(blockSquare(fisher, a, b), blockSquare(fisher, a, a), blockSquare(fisher, b, b));
}

/** The angle from ‖F_ab‖², ‖F_aa‖² and ‖F_bb‖². */
export function angleOfSquares(across: number, first: number, second: number): Radians | null {
  if (!(first > INVISIBLE && second > INVISIBLE)) return null;
  return Math.acos(Math.min(1, Math.sqrt(Math.max(0, across) / Math.sqrt(first * second))));
}

/** Squares of F below this are rounding. */
const INVISIBLE = 1e-24;

function blockSquare({ cols, data }: RealMatrix, rows: readonly number[], columns: readonly number[]): number {
  let sum = 0;
  for (const i of rows) for (const j of columns) sum += data[i * cols + j]! ** 2;
  return sum;
}
