/** @file A rigid body as the smallest case: the group is that of rotations. */

import { DomainError } from '../errors.ts';
import type { PhasePoint, ShootingSpace } from './shooting-space.ts';

type Vector = readonly [x: number, y: number, z: number];

/**
 * The columns q₁, q₂, q₃ of a 3 × 3 matrix, one after the other, turned by an angular velocity ω that costs ½ Σ I_a ω_a²:
 *
 *     J = Σ_k q_k × p_k,      ω = J/I,      q_k′ = ω × q_k,      J′ = ω × J.
 *
 * The inertia belongs to the fixed axes, as the cost of a gate does: J is the angular momentum in the body of Euler's equations run backwards,
 * and ⟨q_k, J⟩, which does not change, the one in space. `scales` has the energy by axis, as scale 1, 2, 3.
 *
 * @param inertia - moments I_a > 0
 * @throws {DomainError} a moment that is not positive and finite
 * @see Arnold, Mathematical Methods of Classical Mechanics, 2nd ed., appendix 2
 */
export function rigidBody(inertia: readonly [x: number, y: number, z: number]): ShootingSpace {
  const wrong = inertia.find((moment) => !(moment > 0 && moment < Infinity));
  if (wrong !== undefined) throw new DomainError(`rigidBody: positive finite moments required, got ${wrong}`);
  const raised = (J: Vector): Vector => [J[0] / inertia[0], J[1] / inertia[1], J[2] / inertia[2]];
  return {
    dimension: 9,
    flow: ({ q, p }) => {
      const J = momentum(q, p);
      const omega = raised(J);
      return { energy: inner(J, omega) / 2, q: turned(omega, q), p: turned(omega, p) };
    },
    variation: ({ q, p }, { q: dq, p: dp }) => {
      const omega = raised(momentum(q, p));
      const change = raised(add(momentum(dq, p), momentum(q, dp)));
      const both = (vectors: Float64Array, changes: Float64Array): Float64Array => {
        const moved = turned(change, vectors);
        return turned(omega, changes).map((value, k) => value + moved[k]!);
      };
      return { q: both(q, dq), p: both(p, dp) };
    },
    carry: ({ q, p }, dq) => turned(raised(momentum(q, p)), dq),
    scales: ({ q, p }) => {
      const J = momentum(q, p);
      return raised(J).map((omega, a) => ({ scale: a + 1, power: (omega * J[a]!) / 2 }));
    },
    invariants: (point) => conserved(point),
  };
}

function conserved({ q, p }: PhasePoint): Readonly<Record<string, number>> {
  const J = momentum(q, p);
  const inSpace = [0, 1, 2].map((k) => [`momentum along q${k + 1}`, inner(columnOf(q, k), J)] as const);
  return { 'square of the momentum': inner(J, J), ...Object.fromEntries(inSpace) };
}

const columnOf = (q: Float64Array, k: number): Vector => [q[3 * k]!, q[3 * k + 1]!, q[3 * k + 2]!];
const inner = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** Σ_k q_k × p_k. */
const momentum = (q: Float64Array, p: Float64Array): Vector =>
  [0, 1, 2].map((k) => cross(columnOf(q, k), columnOf(p, k))).reduce(add);

/** ω × each column. */
const turned = (omega: Vector, q: Float64Array): Float64Array =>
  Float64Array.from([0, 1, 2].flatMap((k) => cross(omega, columnOf(q, k))));
