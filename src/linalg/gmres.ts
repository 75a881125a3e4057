/** @file Linear equations with an operator that is known only by its action, and need not be symmetric. */

import type { Solution } from '../solution.ts';
import { addTo, dot, length, times } from './real-vector.ts';

/** An approximate solution. */
export interface LinearSolution {
  readonly x: Float64Array;
  /** ‖b − Ax‖, as the recurrence has it. */
  readonly residual: number;
}

/** A vector that keeps more than this part of its length need not be made orthogonal again. */
const ENOUGH = 0.7;

/** When to stop. */
export interface GmresOptions {
  /** Residual, relative to ‖b‖; default 1e-12. */
  readonly tolerance?: number;
  /** Applications of the operator; default 200. */
  readonly maxSteps?: number;
}

/**
 * The x = b-dependent element of the Krylov space span(b, Ab, A²b, …) with the least residual ‖b − Ax‖: generalised minimal
 * residuals, without restarts, from x = 0. Complex spaces count as real ones of twice the dimension.
 *
 * @returns `stalled` where the space is exhausted before the tolerance is met
 *
 * One application, and O(n·k) operations and n numbers of memory, for step k.
 *
 * @see Saad & Schultz, SIAM J. Sci. Stat. Comput. 7, 856 (1986)
 */
export function gmres(
  apply: (x: Float64Array) => Float64Array,
  b: Float64Array,
  { tolerance = 1e-12, maxSteps = 200 }: GmresOptions = {},
): Solution<LinearSolution> {
  const size = length(b);
  if (!(size > 0)) {
    return { value: { x: b.slice(), residual: size }, result: size === 0 ? 'converged' : 'diverged', steps: 0 };
  }
  const basis = [times(1 / size, b)];
  const columns: number[][] = []; // of the triangular factor of the Hessenberg matrix
  const turns: (readonly [cos: number, sin: number])[] = [];
  const right = [size];
  let result: Solution<unknown>['result'] = 'max-steps';
  for (let k = 0; k < maxSteps; k++) {
    const next = apply(basis[k]!).slice();
    const column = new Array<number>(k + 1).fill(0);
    let [before, below] = [Infinity, length(next)];
    // Again where so much was taken away that rounding errors show.
    for (let pass = 0; pass < 2 && !(below > ENOUGH * before); pass++) {
      basis.forEach((vector, i) => {
        const overlap = dot(vector, next);
        column[i] = column[i]! + overlap;
        addTo(next, -overlap, vector);
      });
      [before, below] = [below, length(next)];
    }
    turns.forEach(([cos, sin], i) => {
      const [a, c] = [column[i]!, column[i + 1]!];
      column[i] = cos * a + sin * c;
      column[i + 1] = cos * c - sin * a;
    });
    const radius = Math.hypot(column[k]!, below);
    if (!(radius > Number.EPSILON * Math.hypot(...column))) {
      result = Number.isNaN(radius) ? 'diverged' : 'stalled';
      break;
    }
    const [cos, sin] = [column[k]! / radius, below / radius];
    turns.push([cos, sin]);
    column[k] = radius;
    columns.push(column);
    right.push(-sin * right[k]!);
    right[k] = cos * right[k]!;
    if (Math.abs(right[k + 1]!) <= tolerance * size) {
      result = 'converged';
      break;
    }
    if (below <= Number.EPSILON * radius) {
      result = 'stalled';
      break;
    }
    basis.push(times(1 / below, next));
  }
  const steps = columns.length;
  const shares = new Array<number>(steps).fill(0);
  for (let i = steps - 1; i >= 0; i--) {
    let sum = right[i]!;
    for (let j = i + 1; j < steps; j++) sum -= columns[j]![i]! * shares[j]!;
    shares[i] = sum / columns[i]![i]!;
  }
  const x = new Float64Array(b.length);
  shares.forEach((share, i) => {
    addTo(x, share, basis[i]!);
  });
  return { value: { x, residual: Math.abs(right[steps]!) }, result, steps };
}
