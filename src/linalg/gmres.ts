/** @file Linear equations with an operator that is known only by its action, and need not be symmetric. */

import type { Solution } from '../solution.ts';
import type { Complex } from './complex.ts';
import { COMPLEX_ARITHMETIC, REAL_ARITHMETIC } from './krylov-arithmetic.ts';
import { length, times } from './real-vector.ts';

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
  /** Whether vectors are interleaved complex numbers and the operator is complex linear, which takes about half the steps; default false. */
  readonly isComplex?: boolean;
}

/** The unitary (c̄ s; −s c) of two neighbouring rows. */
interface Turn {
  readonly cosine: Complex;
  readonly sine: number;
}

/**
 * The x = b-dependent element of the Krylov space span(b, Ab, A²b, …) with the least residual ‖b − Ax‖: generalised minimal
 * residuals, without restarts, from x = 0. Unless `isComplex`, complex spaces count as real ones of twice the dimension.
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
  { tolerance = 1e-12, maxSteps = 200, isComplex = false }: GmresOptions = {},
): Solution<LinearSolution> {
  const size = length(b);
  if (!(size > 0)) {
    return { value: { x: b.slice(), residual: size }, result: size === 0 ? 'converged' : 'diverged', steps: 0 };
  }
  const { dot, addTo } = isComplex ? COMPLEX_ARITHMETIC : REAL_ARITHMETIC;
  const basis = [times(1 / size, b)];
  const columns: Complex[][] = []; // of the triangular factor of the Hessenberg matrix
  const turns: Turn[] = [];
  const right: Complex[] = [[size, 0]];
  let result: Solution<unknown>['result'] = 'max-steps';
  for (let k = 0; k < maxSteps; k++) {
    const next = apply(basis[k]!).slice();
    const column = new Array<Complex>(k + 1).fill([0, 0]);
    let [before, below] = [Infinity, length(next)];
    // Again where so much was taken away that rounding errors show.
    for (let pass = 0; pass < 2 && !(below > ENOUGH * before); pass++) {
      basis.forEach((vector, i) => {
        const [re, im] = dot(vector, next);
        column[i] = [column[i]![0] + re, column[i]![1] + im];
        addTo(next, -re, -im, vector);
      });
      [before, below] = [below, length(next)];
    }
    turns.forEach((turn, i) => {
      [column[i], column[i + 1]] = turned(turn, column[i]!, column[i + 1]!);
    });
    const radius = Math.hypot(...column[k]!, below);
    if (!(radius > Number.EPSILON * Math.hypot(...column.flat()))) {
      result = Number.isNaN(radius) ? 'diverged' : 'stalled';
      break;
    }
    const turn: Turn = { cosine: [column[k]![0] / radius, column[k]![1] / radius], sine: below / radius };
    turns.push(turn);
    column[k] = [radius, 0];
    columns.push(column);
    [right[k], right[k + 1]] = turned(turn, right[k]!, [0, 0]);
    if (Math.hypot(...right[k + 1]!) <= tolerance * size) {
      result = 'converged';
      break;
    }
    if (below <= Number.EPSILON * radius) {
      result = 'stalled';
      break;
    }
    basis.push(times(1 / below, next));
  }
  const x = new Float64Array(b.length);
  solvedTriangle(columns, right).forEach(([re, im], i) => {
    addTo(x, re, im, basis[i]!);
  });
  return { value: { x, residual: Math.hypot(...right[columns.length]!) }, result, steps: columns.length };
}

/** Both rows after a turn. */
const turned = ({ cosine: [re, im], sine }: Turn, a: Complex, c: Complex): [Complex, Complex] => [
  [re * a[0] + im * a[1] + sine * c[0], re * a[1] - im * a[0] + sine * c[1]],
  [re * c[0] - im * c[1] - sine * a[0], re * c[1] + im * c[0] - sine * a[1]],
];

/** The solution of an upper triangular system, given by columns with a real diagonal. */
function solvedTriangle(columns: readonly (readonly Complex[])[], right: readonly Complex[]): readonly Complex[] {
  const out = new Array<Complex>(columns.length);
  for (let i = columns.length - 1; i >= 0; i--) {
    let [re, im] = right[i]!;
    for (let j = i + 1; j < columns.length; j++) {
      const [x, y] = columns[j]![i]!;
      re -= x * out[j]![0] - y * out[j]![1];
      im -= x * out[j]![1] + y * out[j]![0];
    }
    const [diagonal] = columns[i]![i]!;
    out[i] = [re / diagonal, im / diagonal];
  }
  return out;
}
