/** @file Paths of slices on pseudo-spins: exact rotations, the end points, and their derivatives in both modes. */

import type { Condition } from '../../path/constrained-path.ts';
import type { FramedPath } from './framed-path.ts';
import type { PairControl } from './pair-controls.ts';
import { addCross, cross, leftJacobian, rotate } from './pair-rotation.ts';

/** Paths from all pseudo-spins up to m_k. */
export interface PairProblem {
  readonly controls: readonly PairControl[];
  /** m_k, shape (3M,). */
  readonly target: Float64Array;
  readonly slices: number;
}

/** The pseudo-spins at the end of each slice, and the angles 2b/K about which they were turned, each of shape (3M,). */
interface Run {
  readonly after: readonly Float64Array[];
  readonly angles: readonly Float64Array[];
}

/**
 * The condition that the pseudo-spins end at m_k, in the coordinates x[k][a] = √(cost_a/K)·h[k][a], in which the energy is ½|x|²:
 *
 *     c = (n − m)/2,    |c|² = Σ_k sin²(ϑ_k/2) = Σ_k (1 − F_k) ≥ 1 − Π F_k,
 *
 * for the angles ϑ_k that are missing. Slices are exact rotations; with the rotation vector φ of a slice,
 *
 *     dn = (J dφ) × n,    J = sinc|φ| + (1 − sinc|φ|) uuᵀ + ((1 − cos|φ|)/|φ|) u×,    φ = |φ|u.
 *
 * Cost of each evaluation and derivative O(K·M·#controls).
 */
export function pairCondition(problem: PairProblem): FramedPath {
  const { target } = problem;
  const frame = tangents(target);
  return {
    weights: new Float64Array(target.length).fill(1),
    condition: (x) => conditionAt(problem, x),
    size: frame.length,
    coordinatesOf: (miss) =>
      Float64Array.from(frame, ([x, y, z], i) => {
        const at = 3 * (i >> 1);
        return x * miss[at]! + y * miss[at + 1]! + z * miss[at + 2]!;
      }),
    vectorOf: (coordinates) => {
      const vector = new Float64Array(target.length);
      frame.forEach((e, i) => {
        const at = 3 * (i >> 1);
        for (let axis = 0; axis < 3; axis++) vector[at + axis] = vector[at + axis]! + coordinates[i]! * e[axis]!;
      });
      return vector;
    },
  };
}

/** Two orthonormal vectors across each pseudo-spin. */
function tangents(target: Float64Array): readonly (readonly [number, number, number])[] {
  return Array.from({ length: target.length / 3 }, (_, k) => {
    const [x, y, z] = [target[3 * k]!, target[3 * k + 1]!, target[3 * k + 2]!];
    const flat = Math.hypot(x, y);
    const [c, s] = flat > 0 ? [x / flat, y / flat] : [1, 0];
    return [[c * z, s * z, -flat] as const, [-s, c, 0] as const];
  }).flat();
}

function conditionAt(problem: PairProblem, x: Float64Array): Condition {
  const { target, slices } = problem;
  const size = target.length;
  const run = runPairs(problem, x);
  return {
    miss: run.after[slices]!.map((n, i) => (n - target[i]!) / 2),
    pushforward: (direction) => {
      let change: Float64Array = new Float64Array(size);
      for (let k = 0; k < slices; k++) {
        const turn = turnsOf(problem, direction, k);
        const next = new Float64Array(size);
        for (let at = 0; at < size; at += 3) {
          rotate(run.angles[k]!, at, change, next, 1);
          addCross(next, at, leftJacobian(run.angles[k]!, turn, at, 1), run.after[k + 1]!);
        }
        change = next;
      }
      return change.map((value) => value / 2);
    },
    pullback: (cotangent) => {
      const gradient = new Float64Array(x.length);
      let lambda: Float64Array = cotangent.map((value) => value / 2);
      for (let k = slices - 1; k >= 0; k--) {
        const torque = new Float64Array(size);
        const before = new Float64Array(size);
        const n = run.after[k + 1]!;
        for (let at = 0; at < size; at += 3) {
          torque.set(leftJacobian(run.angles[k]!, cross(n, lambda, at), at, -1, 0), at);
          rotate(run.angles[k]!, at, lambda, before, -1);
        }
        collect(problem, torque, gradient, k);
        lambda = before;
      }
      return gradient;
    },
  };
}

/** Runs the slices from all pseudo-spins up. */
export function runPairs(problem: PairProblem, x: Float64Array): Run {
  const size = problem.target.length;
  const start = new Float64Array(size);
  for (let at = 2; at < size; at += 3) start[at] = 1;
  const after = [start];
  const angles: Float64Array[] = [];
  for (let k = 0; k < problem.slices; k++) {
    const turn = turnsOf(problem, x, k);
    const next = new Float64Array(size);
    for (let at = 0; at < size; at += 3) rotate(turn, at, after[k]!, next, 1);
    angles.push(turn);
    after.push(next);
  }
  return { after, angles };
}

/** φ = 2b/K of slice k: with h = x·√(K/cost), 2h/K = 2x/√(K·cost). */
function turnsOf({ controls, target, slices }: PairProblem, x: Float64Array, k: number): Float64Array {
  const turns = new Float64Array(target.length);
  controls.forEach(({ axis, profile, cost }, a) => {
    const factor = (2 * x[k * controls.length + a]!) / Math.sqrt(slices * cost);
    for (let j = 0; j < profile.length; j++) {
      turns[3 * j + axis] = turns[3 * j + axis]! + factor * profile[j]!;
    }
  });
  return turns;
}

/** The transpose of `turnsOf`. */
function collect({ controls, slices }: PairProblem, torque: Float64Array, gradient: Float64Array, k: number): void {
  controls.forEach(({ axis, profile, cost }, a) => {
    let sum = 0;
    for (let j = 0; j < profile.length; j++) sum += profile[j]! * torque[3 * j + axis]!;
    gradient[k * controls.length + a] = (2 * sum) / Math.sqrt(slices * cost);
  });
}
