/** @file What the velocities along a geodesic say about its costate, at exact times: the geodesic as a code. */

import { Matrix } from 'ml-matrix';
import type { ComplexVector } from '../../linalg/complex.ts';
import { addTimesI } from '../../path/hamiltonian-action.ts';
import { extrapolatedFlow } from '../../riemann/extrapolation.ts';
import { type Generators, generatorHamiltonian, generatorVelocity, type StateAndCostate } from './generator-flow.ts';
import { tangentBasis, timesI } from './generator-shooting.ts';

/** Velocities of a geodesic at some times, and the linear map from the costate at the start that gives them. */
export interface Readout {
  readonly times: readonly number[];
  /** √w_a·u_a, shape (#times, #generators). */
  readonly velocities: readonly Float64Array[];
  /** For each time the map to √w_a·u_a from the 2(2ⁿ − 1) real coordinates of p(0) in `tangentBasis(ψ(0))`. */
  readonly maps: readonly Matrix[];
}

/** A geodesic after some time, and vectors moved by its unitaries, v' = −iHv. */
export interface CarriedVectors {
  readonly point: StateAndCostate;
  readonly vectors: readonly ComplexVector[];
}

/** Carries vectors along a geodesic, to rounding accuracy. */
export function carriedAlong(
  metric: Generators,
  start: StateAndCostate,
  vectors: readonly ComplexVector[],
  time: number,
): CarriedVectors {
  if (time === 0) return { point: start, vectors };
  const size = 2 * start.psi.length;
  const all = [start.psi, start.costate, ...vectors];
  const joined = new Float64Array(size * all.length);
  all.forEach(({ interleaved }, k) => {
    joined.set(interleaved, k * size);
  });
  const part = (y: Float64Array, k: number): ComplexVector => ({
    length: size / 2,
    interleaved: y.subarray(k * size, (k + 1) * size),
  });
  const slope = (y: Float64Array): Float64Array => {
    const H = generatorHamiltonian(metric, generatorVelocity(metric, { psi: part(y, 0), costate: part(y, 1) }));
    const out = new Float64Array(y.length);
    all.forEach((_, k) => {
      addTimesI(out.subarray(k * size, (k + 1) * size), H, part(y, k).interleaved, -1);
    });
    return out;
  };
  const y = extrapolatedFlow(slope, joined, time, Math.min(Math.abs(time), 0.25));
  return { point: { psi: part(y, 0), costate: part(y, 1) }, vectors: vectors.map((_, k) => part(y, k + 2)) };
}

/**
 * The states along a geodesic given, its velocities are linear in the costate, u_a(t) = Im⟨U(t)p|B_a ψ(t)⟩/w_a: every basis
 * vector of costates is carried along.
 *
 * @param times - ascending, from 0 on
 *
 * Cost of 2ⁿ flows.
 */
export function geodesicReadout(metric: Generators, start: StateAndCostate, times: readonly number[]): Readout {
  const roots = metric.weights.map(Math.sqrt);
  const weighed = (u: Float64Array): Float64Array => u.map((value, a) => value * roots[a]!);
  const velocities: Float64Array[] = [];
  const maps: Matrix[] = [];
  let at: CarriedVectors = { point: start, vectors: tangentBasis(start.psi) };
  times.forEach((time, k) => {
    at = carriedAlong(metric, at.point, at.vectors, time - (times[k - 1] ?? 0));
    const { psi } = at.point;
    velocities.push(weighed(generatorVelocity(metric, at.point)));
    const columns = at.vectors.flatMap((e) => {
      return [e, timesI(e)].map((costate) => Array.from(weighed(generatorVelocity(metric, { psi, costate }))));
    });
    maps.push(new Matrix(columns).transpose());
  });
  return { times, velocities, maps };
}
