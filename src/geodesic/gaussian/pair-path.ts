/** @file Paths of slices on pseudo-spins: exact rotations, the end points, and their derivatives in both modes. */

import type { Condition } from '../../path/constrained-path.ts';
import type { FramedPath } from './framed-path.ts';
import type { PairControl } from './pair-controls.ts';
import { addCross, cross, leftJacobian, rotate, type Signature } from './pair-rotation.ts';

/** Paths from all pseudo-spins up to m_k. */
export interface PairProblem {
  readonly controls: readonly PairControl[];
  /** m_k, shape (3M,). */
  readonly target: Float64Array;
  readonly slices: number;
  /** 1 for fermions, on spheres, the default; −1 for bosons, on hyperboloids. */
  readonly signature?: Signature;
  /** For bosons how many modes each pseudo-spin stands for, shape (M,). */
  readonly multiplicities?: Float64Array;
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
 * For bosons n and m lie on hyperboloids, and c = √(multiplicity/8) times the x and y components of n seen from m, sinh 2r in all:
 * |c|² = Σ sinh²(2r)/8 ≥ Σ (1 − 1/cosh r) = Σ (1 − F) for the squeezing r that is missing.
 *
 * Cost of each evaluation and derivative O(K·M·#controls).
 */
export function pairCondition(problem: PairProblem): FramedPath {
  const { target } = problem;
  const frame = problem.signature === -1 ? flatFrame(target.length / 3) : tangents(target);
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

/** The x and y axes, in which the condition of bosons is given. */
const flatFrame = (pairs: number): readonly (readonly [number, number, number])[] =>
  Array.from({ length: 2 * pairs }, (_, i) => (i % 2 === 0 ? ([1, 0, 0] as const) : ([0, 1, 0] as const)));

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
  const { target, slices, signature = 1 } = problem;
  const size = target.length;
  const run = runPairs(problem, x);
  const { into, outOf } = missMap(problem);
  return {
    miss: into(run.after[slices]!.map((n, i) => n - target[i]!)),
    pushforward: (direction) => {
      let change: Float64Array = new Float64Array(size);
      for (let k = 0; k < slices; k++) {
        const turn = turnsOf(problem, direction, k);
        const next = new Float64Array(size);
        for (let at = 0; at < size; at += 3) {
          rotate(run.angles[k]!, at, change, next, 1, signature);
          const turning = leftJacobian(run.angles[k]!, turn, at, 1, at, signature);
          addCross(next, at, turning, run.after[k + 1]!, signature);
        }
        change = next;
      }
      return into(change);
    },
    pullback: (cotangent) => {
      const gradient = new Float64Array(x.length);
      // Cotangents are lowered by the invariant form diag(1, 1, ±1), so that they move as vectors do.
      let lambda: Float64Array = lowered(outOf(cotangent), signature);
      for (let k = slices - 1; k >= 0; k--) {
        const torque = new Float64Array(size);
        const before = new Float64Array(size);
        const n = run.after[k + 1]!;
        for (let at = 0; at < size; at += 3) {
          torque.set(leftJacobian(run.angles[k]!, cross(n, lambda, at, signature), at, -1, 0, signature), at);
          rotate(run.angles[k]!, at, lambda, before, -1, signature);
        }
        collect(problem, lowered(torque, signature), gradient, k);
        lambda = before;
      }
      return gradient;
    },
  };
}

/** The components along z times ±1. */
const lowered = (vectors: Float64Array, signature: Signature): Float64Array =>
  signature === 1 ? vectors : vectors.map((value, i) => (i % 3 === 2 ? -value : value));

/** From n − m to the condition, and the transpose. */
function missMap({ target, signature = 1, multiplicities }: PairProblem): {
  readonly into: (difference: Float64Array) => Float64Array;
  readonly outOf: (cotangent: Float64Array) => Float64Array;
} {
  if (signature === 1) {
    const half = (vectors: Float64Array): Float64Array => vectors.map((value) => value / 2);
    return { into: half, outOf: half };
  }
  const rows = hyperbolicFrame(target);
  const scale = (k: number): number => Math.sqrt((multiplicities?.[k] ?? 1) / 8);
  return {
    into: (difference) => {
      const out = new Float64Array(difference.length);
      rows.forEach((row, i) => {
        const [at, k] = [3 * (i >> 1), i >> 1];
        const sum = row[0]! * difference[at]! + row[1]! * difference[at + 1]! + row[2]! * difference[at + 2]!;
        out[at + (i % 2)] = scale(k) * sum;
      });
      return out;
    },
    outOf: (cotangent) => {
      const out = new Float64Array(cotangent.length);
      rows.forEach((row, i) => {
        const [at, k] = [3 * (i >> 1), i >> 1];
        const value = scale(k) * cotangent[at + (i % 2)]!;
        for (let axis = 0; axis < 3; axis++) out[at + axis] = out[at + axis]! + row[axis]! * value;
      });
      return out;
    },
  };
}

/** What takes n to its x and y components seen from the target: two rows for each pseudo-spin, 0 on the target. */
function hyperbolicFrame(target: Float64Array): readonly (readonly number[])[] {
  return Array.from({ length: target.length / 3 }, (_, k) => {
    const [x, y, z] = [target[3 * k]!, target[3 * k + 1]!, target[3 * k + 2]!];
    const flat = Math.hypot(x, y);
    const [c, s] = flat > 0 ? [x / flat, y / flat] : [1, 0];
    return [
      [c * z, s * z, -flat],
      [-s, c, 0],
    ];
  }).flat();
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
    for (let at = 0; at < size; at += 3) rotate(turn, at, after[k]!, next, 1, problem.signature);
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
