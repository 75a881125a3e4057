/**
 * @file Shortest sliced paths by Newton's method on the set of paths that meet the target, where descent crawls: targets
 * that take many brackets of the controls to reach, so that some directions of the end point hardly move.
 */

import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { dot, length, plus, times } from '../../linalg/real-vector.ts';
import { normSquared } from '../../linalg/vector.ts';
import { pathCondition } from '../../path/constrained-path.ts';
import { missOf, type PathProblem, runPath } from '../../path/state-path.ts';
import type { GeodesicStep, SettledPath } from './direct-method.ts';
import { endPointJacobian } from './end-point-jacobian.ts';
import { horizontalFrame } from './horizontal-frame.ts';

/** A row of J that leaves less than this share of itself to the rows before is one of their combinations. */
const RANK_TOLERANCE = 1e-10;

/**
 * J = LQ with a lower triangular L and orthonormal rows Q: L⁻¹c is how far the path has to move to mend a miss c. A direction
 * of the end point that nothing moves, as on a path with a symmetry, is left out: there Q is 0, and L infinite.
 */
interface NaturalJacobian {
  readonly miss: Float64Array;
  readonly L: readonly Float64Array[];
  readonly Q: readonly Float64Array[];
  readonly vectorOf: (coordinates: Float64Array) => Float64Array;
}

function naturalJacobian(problem: PathProblem, x: Float64Array): NaturalJacobian {
  const { rows, miss, vectorOf } = endPointJacobian(problem, x);
  const L = rows.map(() => new Float64Array(rows.length));
  const Q: Float64Array[] = [];
  rows.forEach((row, a) => {
    let rest = row;
    // Gram and Schmidt, twice for rounding.
    for (let pass = 0; pass < 2; pass++) {
      const shares = Q.map((q) => dot(q, rest));
      rest = plus(rest, -1, combined(Q, shares, rest.length));
      shares.forEach((share, b) => {
        L[a]![b] = L[a]![b]! + share;
      });
    }
    const size = length(rest);
    const moves = size > RANK_TOLERANCE * length(row);
    L[a]![a] = moves ? size : Infinity;
    Q.push(moves ? times(1 / size, rest) : new Float64Array(rest.length));
  });
  return { miss, L, Q, vectorOf };
}

/** Σ_a c_a q_a. */
function combined(Q: readonly Float64Array[], c: ArrayLike<number>, size: number): Float64Array {
  const sum = new Float64Array(size);
  Q.forEach((q, a) => {
    const share = c[a]!;
    for (let i = 0; i < size; i++) sum[i] = sum[i]! + share * q[i]!;
  });
  return sum;
}

const shared = (Q: readonly Float64Array[], x: Float64Array): Float64Array => Float64Array.from(Q, (q) => dot(q, x));

/** v less its part in the span of Q. */
const tangential = (Q: readonly Float64Array[], v: Float64Array): Float64Array =>
  plus(v, -1, combined(Q, shared(Q, v), v.length));

/** L⁻¹c. */
function solvedLower(L: readonly Float64Array[], c: Float64Array): Float64Array {
  const y = c.slice();
  for (let a = 0; a < y.length; a++) {
    for (let b = 0; b < a; b++) y[a] = y[a]! - L[a]![b]! * y[b]!;
    y[a] = y[a]! / L[a]![a]!;
  }
  return y;
}

/** L⁻ᵀc. */
function solvedUpper(L: readonly Float64Array[], c: Float64Array): Float64Array {
  const y = c.slice();
  for (let a = y.length - 1; a >= 0; a--) {
    for (let b = a + 1; b < y.length; b++) y[a] = y[a]! - L[b]![a]! * y[b]!;
    y[a] = y[a]! / L[a]![a]!;
  }
  return y;
}

function missAt(problem: PathProblem, x: Float64Array): Float64Array {
  const { coordinatesOf } = horizontalFrame(problem.to.interleaved);
  return coordinatesOf(missOf(problem.to, runPath(problem, x).end).interleaved);
}

/** The end point is met where the miss is below this: its square is rounding. */
const MET = 1e-10;
/** A correction that moves the path farther than this is shortened, and no share is smaller than this. */
const [LONGEST_CORRECTION, LEAST_SHARE] = [0.5, 2e-3];

/**
 * The path moved onto the target by Newton's method, by least-norm steps, damped so that the next step with the same
 * Jacobian, measured by how far the path moves, becomes smaller: directions in which the end point is hard to move count
 * as much as others.
 *
 * @returns `undefined` where it does not arrive
 *
 * Cost of 2ⁿ⁺¹ gradients for each step.
 *
 * @see Deuflhard, Newton Methods for Nonlinear Problems (2004), for the natural monotonicity test
 */
export function onTarget(problem: PathProblem, start: Float64Array, mostSteps: number): Float64Array | undefined {
  let x = start;
  for (let step = 0; step < mostSteps; step++) {
    if (length(missAt(problem, x)) < MET) return x;
    const { miss, L, Q } = naturalJacobian(problem, x);
    const natural = solvedLower(L, miss);
    const size = length(natural);
    let next: Float64Array | undefined;
    for (let share = Math.min(1, LONGEST_CORRECTION / size); share > LEAST_SHARE && !next; share /= 2) {
      const trial = plus(x, -share, combined(Q, natural, x.length));
      if (length(solvedLower(L, missAt(problem, trial))) < (1 - share / 4) * size) next = trial;
    }
    if (next === undefined) return undefined;
    x = next;
  }
  return length(missAt(problem, x)) < MET ? x : undefined;
}

/** Relative size of the gradient along the paths to the target at which a path is a shortest one. */
const STATIONARY = 1e-8;
/** A Newton step may move the path so far, and is halved at most to this share. */
const [LONGEST_MOVE, LEAST_MOVE] = [0.7, 1e-3];
/** Added to the Hessian, doubled until it is positive: symmetries make it singular. */
const SHIFT = 0.01;
/** Step of the differences that give second derivatives. */
const DIFFERENCE = 1e-5;
/** Corrections in search of a starting point, and after each step. */
const [FAR, NEAR] = [30, 6];

/**
 * The shortest sliced path near x that meets the target exactly, by Newton's method on the set c = 0: the multiplier
 * p = −(JJᵀ)⁻¹Jx, the Hessian 1 + Σ_i p_i∇²c_i on the tangent space of the set, by differences of gradients, and after each
 * step corrections back onto the set. It converges quadratically, whatever brackets the target takes.
 *
 * @returns `undefined` where the target is not met
 *
 * Cost of two gradients for each unknown in each of up to `mostSteps` steps, and O(unknowns³).
 */
export function* newtonPath(
  problem: PathProblem,
  start: Float64Array,
  phase: string,
  mostSteps: number,
): Generator<GeodesicStep, SettledPath | undefined> {
  let x = onTarget(problem, start, FAR);
  if (x === undefined) return undefined;
  const paid = problem.slices * problem.controls.words.length;
  const equal = pathCondition({ ...problem, amplitudeWeights: new Float64Array(problem.to.length).fill(1) });
  for (let step = 0; ; step++) {
    const { L, Q, vectorOf } = naturalJacobian(problem, x);
    const energySlope = x.slice().fill(0, paid);
    const costate = vectorOf(times(-1, solvedUpper(L, shared(Q, energySlope))));
    const slope = tangential(Q, energySlope);
    const size = length(energySlope);
    yield { phase, step, length: size };
    const settled = { x, costate, slope: length(slope), steps: step };
    const result = (): SettledPath => ({
      ...settled,
      infidelity: normSquared(missOf(problem.to, runPath(problem, x!).end)),
    });
    if (settled.slope < STATIONARY * size || step === mostSteps) return result();
    const gradientAt = (y: Float64Array): Float64Array =>
      plus(y.slice().fill(0, paid), 1, equal.condition(y).pullback(costate));
    const move = newtonStep(gradientAt, x, Q, slope);
    let next: Float64Array | undefined;
    for (let share = Math.min(1, LONGEST_MOVE / length(move)); share > LEAST_MOVE && !next; share /= 2) {
      const trial = onTarget(problem, plus(x, share, move), NEAR);
      if (trial !== undefined && length(trial.subarray(0, paid)) <= size * (1 + 1e-14)) next = trial;
    }
    if (next === undefined) return result();
    x = next;
  }
}

/** −H⁻¹ slope in the tangent space, with H made positive. */
function newtonStep(
  gradientAt: (x: Float64Array) => Float64Array,
  x: Float64Array,
  Q: readonly Float64Array[],
  slope: Float64Array,
): Float64Array {
  const size = x.length;
  const rows = Array.from({ length: size }, (_, i) => {
    const [after, before] = [DIFFERENCE, -DIFFERENCE].map((d) =>
      gradientAt(x.map((value, k) => (k === i ? value + d : value))),
    );
    return tangential(Q, times(1 / (2 * DIFFERENCE), plus(after!, -1, before!)));
  });
  const columns = Array.from({ length: size }, (_, j) =>
    tangential(
      Q,
      Float64Array.from(rows, (row) => row[j]!),
    ),
  );
  const normal = Array.from({ length: size }, () => new Float64Array(size)); // 1 on the span of Q
  for (const q of Q) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) normal[i]![j] = normal[i]![j]! + q[i]! * q[j]!;
    }
  }
  for (let shift = 0; ; shift = Math.max(2 * shift, SHIFT)) {
    const matrix = new Matrix(size, size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        matrix.set(i, j, (columns[i]![j]! + columns[j]![i]!) / 2 + normal[i]![j]! + (i === j ? shift : 0));
      }
    }
    const factor = new CholeskyDecomposition(matrix);
    if (!factor.isPositiveDefinite()) continue;
    const solution = factor.solve(Matrix.columnVector(Array.from(slope, (value) => -value)));
    return tangential(Q, Float64Array.from(solution.to1DArray()));
  }
}
