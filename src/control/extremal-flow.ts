/**
 * @file Extremals of a round set of controls: state and costate together flow with the control that Pontryagin's principle
 * demands, a smooth function of both, and a shot at the end point makes a path of arcs exact.
 */

import { Matrix, SingularValueDecomposition } from '../linalg/dense-real.ts';
import { dot, length, plus } from '../linalg/real-vector.ts';
import { rungeKutta } from '../linalg/runge-kutta.ts';
import { hamiltonian, timesIH } from '../path/hamiltonian-action.ts';
import { missOf } from '../path/state-path.ts';
import type { ArcProblem } from './arc-path.ts';

/** An extremal, and how well it meets its conditions. */
export interface Extremal {
  readonly costate: Float64Array;
  readonly time: number;
  /** √(|c|² + (M − 1)² + (Im⟨p|ψ⟩)²): the miss of the end, of the Hamiltonian function from 1, and of transversality. */
  readonly residual: number;
}

/** Steps of order 8 along an extremal; most amplitudes, for matrices are dense; most Newton steps. */
const [STEPS, MOST_AMPLITUDES, NEWTON_STEPS] = [48, 64, 12];
/** Step of the differences, relative singular value of a direction that the end does not feel, and residual that is rounding. */
const [DIFFERENCE, UNFELT, ROUNDING] = [1e-5, 1e-6, 1e-13];

/**
 * The extremal near a path of arcs: Newton's method on costate and time together, for end point, Hamiltonian function, and a
 * costate that is orthogonal to a change of the phase, as the phase of the end is free. Null if
 * the method fails, as where the switching functions vanish on the way, and for more than 64 amplitudes.
 *
 * @param costate - p at the start, as `costateAtStart` gives it
 */
export function polishedExtremal(problem: ArcProblem, costate: Float64Array, time: number): Extremal | null {
  if (problem.from.length > MOST_AMPLITUDES) return null;
  const flow = extremalFlow(problem);
  const misses = (z: Float64Array): Float64Array => {
    const { end, M } = flow(z.subarray(0, costate.length), z[costate.length]!);
    const { interleaved } = missOf(problem.to, { length: problem.to.length, interleaved: end });
    return Float64Array.of(...interleaved, M - 1, phaseMomentum(problem.from.interleaved, z));
  };
  let z = Float64Array.of(...costate, time);
  let F = misses(z);
  for (let step = 0; step < NEWTON_STEPS && length(F) > ROUNDING; step++) {
    const move = newtonStep(misses, z, F);
    const better = [1, 0.5, 0.25].map((share) => plus(z, share, move)).find((next) => length(misses(next)) < length(F));
    if (better === undefined) break;
    z = Float64Array.from(better);
    F = misses(z);
  }
  const residual = length(F);
  return Number.isFinite(residual) ? { costate: z.slice(0, -1), time: z[costate.length]!, residual } : null;
}

/** Im⟨p|ψ⟩, which is conserved, and 0 because the phase of the end is free. */
function phaseMomentum(psi: Float64Array, p: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < psi.length; i += 2) sum += p[i]! * psi[i + 1]! - p[i + 1]! * psi[i]!;
  return sum;
}

/** −J⁺F, without the directions that the end does not feel: phases, and momenta that no unitary sees. */
function newtonStep(misses: (z: Float64Array) => Float64Array, z: Float64Array, F: Float64Array): Float64Array {
  const columns = Array.from(z, (_, k) => {
    const at = (step: number): Float64Array => misses(z.map((x, i) => (i === k ? x + step : x)));
    const [ahead, behind] = [at(DIFFERENCE), at(-DIFFERENCE)];
    return ahead.map((x, i) => (x - behind[i]!) / (2 * DIFFERENCE));
  });
  const svd = new SingularValueDecomposition(new Matrix(columns.map((column) => Array.from(column))).transpose());
  const [U, V] = [svd.leftSingularVectors, svd.rightSingularVectors];
  const greatest = Math.max(...svd.diagonal);
  return svd.diagonal.reduce<Float64Array>((sum, sigma, k) => {
    if (sigma < UNFELT * greatest) return sum;
    const share = -dot(Float64Array.from(U.getColumn(k)), F) / sigma;
    return plus(sum, share, Float64Array.from(V.getColumn(k)));
  }, new Float64Array(z.length));
}

/** (p(0), T) ↦ ψ(T) and M(0), from the start of the problem. */
function extremalFlow(problem: ArcProblem): (costate: Float64Array, time: number) => { end: Float64Array; M: number } {
  const { from, set } = problem;
  const size = 2 * from.length;
  const generators = [problem.drift, ...problem.controls].map((h) => denseGenerator(problem, h));
  /** −iH_aψ for all a, the drift first. */
  const velocities = (psi: Float64Array): readonly Float64Array[] => generators.map((G) => applied(G, psi));
  const at = (psi: Float64Array, p: Float64Array) => {
    const moved = velocities(psi);
    // Im⟨p|H ψ⟩ = Re⟨p|−iHψ⟩
    const phi = Float64Array.from(moved, (v) => dot(p, v));
    const controls = set.best(phi.subarray(1));
    return { moved, phi, controls };
  };
  const combined = (vectors: readonly Float64Array[], u: Float64Array): Float64Array =>
    vectors.slice(1).reduce((sum, v, a) => plus(sum, u[a]!, v), vectors[0]!);
  const stepper = rungeKutta<Float64Array>({
    make: () => new Float64Array(2 * size),
    copy: (to, source) => to.set(source),
    add: (to, source, factor) => {
      for (let i = 0; i < to.length; i++) to[i] = to[i]! + factor * source[i]!;
    },
  });
  return (costate, time) => {
    const y = Float64Array.of(...from.interleaved, ...costate);
    const first = at(from.interleaved, costate);
    for (let step = 0; step < STEPS; step++) {
      stepper(y, time / STEPS, (out, point) => {
        const [psi, p] = [point.subarray(0, size), point.subarray(size)];
        const { moved, controls } = at(psi, p);
        out.set(combined(moved, controls));
        out.set(combined(velocities(p), controls), size);
      });
    }
    return { end: y.slice(0, size), M: first.phi[0]! + dot(first.controls, first.phi.subarray(1)) };
  };
}

/** −iH as a real matrix on interleaved vectors, column by column. */
function denseGenerator({ table, from }: ArcProblem, coefficients: Float64Array): readonly Float64Array[] {
  const H = hamiltonian(table, coefficients);
  return Array.from({ length: 2 * from.length }, (_, k) => {
    const unit = new Float64Array(2 * from.length);
    unit[k] = 1;
    return timesIH(H, unit).map((x) => -x);
  });
}

function applied(columns: readonly Float64Array[], v: Float64Array): Float64Array {
  const out = new Float64Array(v.length);
  columns.forEach((column, k) => {
    const x = v[k]!;
    if (x === 0) return;
    for (let i = 0; i < out.length; i++) out[i] = out[i]! + x * column[i]!;
  });
  return out;
}
