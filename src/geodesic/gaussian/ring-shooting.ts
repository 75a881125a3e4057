/** @file Geodesics of pseudo-spins on a ring by shooting: Newton's method for the momenta with which they start. */

import { realSingularValueDecomposition } from '../../linalg/real-singular-values.ts';
import { dot, length, plus, times } from '../../linalg/real-vector.ts';
import { rungeKutta } from '../../linalg/runge-kutta.ts';
import type { FramedPath } from './framed-path.ts';
import { type PairProblem, pairCondition, runPairs } from './pair-path.ts';
import { cross, rotate } from './pair-rotation.ts';

/** A geodesic of the ring. */
export interface RingShot {
  /** F, the same at all times. */
  readonly length: number;
  /** √Σ(1 − F) at the end, no less than √(1 − F). */
  readonly residual: number;
  /** l_k = n_k × p_k at the start, shape (3M,), without components along the pseudo-spins. */
  readonly momenta: Float64Array;
  readonly steps: number;
}

const MOST_STEPS = 25;
const RESIDUAL = 1e-12;
const SHARES = [1, 0.5, 0.25, 0.1, 0.03];
/** Difference of momenta, relatively, for the Jacobian. */
const DIFFERENCE = 1e-6;
/** Singular values of the Jacobian below this share of the largest are left out. */
const RANK = 1e-13;

/**
 * The geodesic near a sliced path. Pontryagin's principle for the pseudo-spins is
 *
 *     ṅ = 2b × n,    l̇ = 2b × l,    b = Σ_a h_a·profile_a,    h_a = (2/cost_a) Σ_k profile_a(k)·l_k,
 *
 * with l = n × p. The momenta at the start are those of the sliced path, p(1) = −λ/2 for its multiplier λ, carried back by the slices.
 *
 * @param multiplier - of the sliced path in tangent coordinates, shape (2M,)
 * @param integration - Runge–Kutta steps of order 8
 *
 * Cost of each Newton step 4M flows.
 */
export function ringShot(
  problem: PairProblem,
  x: Float64Array,
  multiplier: Float64Array,
  integration: number,
): RingShot {
  const frame = pairCondition(problem);
  const flow = flowOf(problem, frame, integration);
  let at = flow(startOf(problem, frame, x, multiplier));
  let steps = 0;
  for (; steps < MOST_STEPS && at.residual > RESIDUAL; steps++) {
    const factors = realSingularValueDecomposition(jacobianAt(flow, at));
    const step = new Float64Array(at.free.length);
    const n = step.length;
    factors.values.forEach((value, k) => {
      if (value <= RANK * factors.values[0]!) return;
      const share = dot(factors.left.data.subarray(k * n, (k + 1) * n), at.miss) / value;
      for (let i = 0; i < n; i++) step[i] = step[i]! - share * factors.right.data[k * n + i]!;
    });
    const longest = Math.min(1, (0.3 * length(at.free)) / length(step));
    const next = SHARES.map((share) => share * longest)
      .map((share) => flow(plus(at.free, share, step)))
      .find((trial) => trial.residual < 0.9 * at.residual);
    if (next === undefined) break;
    at = next;
  }
  const momenta = new Float64Array(problem.target.length);
  at.free.forEach((value, i) => {
    momenta[3 * (i >> 1) + (i % 2)] = value;
  });
  return { length: at.speed, residual: at.residual, momenta, steps };
}

/** The components l_x, l_y of all pseudo-spins at the start, and what comes of them. */
interface Flight {
  readonly free: Float64Array;
  readonly miss: Float64Array;
  readonly residual: number;
  readonly speed: number;
}

/** l at the start of the sliced path. */
function startOf(problem: PairProblem, frame: FramedPath, x: Float64Array, multiplier: Float64Array): Float64Array {
  const { after, angles } = runPairs(problem, x);
  const p = times(-0.5, frame.vectorOf(multiplier));
  const n = after[problem.slices]!;
  let l: Float64Array = new Float64Array(p.length);
  for (let at = 0; at < p.length; at += 3) {
    l.set(cross(n, p, at), at);
  }
  for (const turn of angles.toReversed()) {
    const before = new Float64Array(l.length);
    for (let at = 0; at < l.length; at += 3) rotate(turn, at, l, before, -1);
    l = before;
  }
  return Float64Array.from({ length: (2 * l.length) / 3 }, (_, i) => l[3 * (i >> 1) + (i % 2)]!);
}

function flowOf({ controls, target }: PairProblem, frame: FramedPath, integration: number) {
  const size = target.length;
  const step = rungeKutta<Float64Array>({
    make: () => new Float64Array(2 * size),
    copy: (to, from) => to.set(from),
    add: (to, from, factor) => {
      for (let i = 0; i < to.length; i++) to[i] = to[i]! + factor * from[i]!;
    },
  });
  const fieldOf = (y: Float64Array): { readonly b: Float64Array; readonly speed: number } => {
    const b = new Float64Array(size);
    let square = 0;
    for (const { axis, profile, cost } of controls) {
      let momentum = 0;
      for (let k = 0; k < profile.length; k++) momentum += 2 * profile[k]! * y[size + 3 * k + axis]!;
      const h = momentum / cost;
      square += cost * h * h;
      for (let k = 0; k < profile.length; k++) b[3 * k + axis] = b[3 * k + axis]! + h * profile[k]!;
    }
    return { b, speed: Math.sqrt(square) };
  };
  const slope = (out: Float64Array, y: Float64Array): void => {
    const { b } = fieldOf(y);
    for (let at = 0; at < 2 * size; at += 3) {
      const field = at % size;
      const [p, q, r] = [b[field]!, b[field + 1]!, b[field + 2]!];
      out[at] = 2 * (q * y[at + 2]! - r * y[at + 1]!);
      out[at + 1] = 2 * (r * y[at]! - p * y[at + 2]!);
      out[at + 2] = 2 * (p * y[at + 1]! - q * y[at]!);
    }
  };
  return (free: Float64Array): Flight => {
    const y = new Float64Array(2 * size);
    free.forEach((value, i) => {
      y[size + 3 * (i >> 1) + (i % 2)] = value;
    });
    for (let at = 2; at < size; at += 3) y[at] = 1;
    const { speed } = fieldOf(y);
    for (let k = 0; k < integration; k++) step(y, 1 / integration, slope);
    const missed = target.map((m, i) => (y[i]! - m) / 2);
    return { free, miss: frame.coordinatesOf(missed), residual: length(missed), speed };
  };
}

/** The derivative of the miss with respect to the momenta, by differences. */
function jacobianAt(flow: (free: Float64Array) => Flight, { free }: Flight) {
  const n = free.length;
  const h = DIFFERENCE * Math.max(1, length(free) / Math.sqrt(n));
  const data = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const moved = (sign: number): Float64Array => {
      const other = free.slice();
      other[j] = other[j]! + sign * h;
      return flow(other).miss;
    };
    const [up, down] = [moved(1), moved(-1)];
    for (let i = 0; i < n; i++) data[i * n + j] = (up[i]! - down[i]!) / (2 * h);
  }
  return { rows: n, cols: n, data };
}
