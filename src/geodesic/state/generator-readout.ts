/** @file What the velocities along a geodesic say about its costate: the geodesic as a code. */

import { Matrix, SingularValueDecomposition } from '../../linalg/dense-real.ts';
import { evolve } from '../../path/evolution.ts';
import { hamiltonian } from '../../path/hamiltonian-action.ts';
import type { Generators } from './generators.ts';
import { horizontalFrame } from './horizontal-frame.ts';
import { coefficientsOf } from './metric-space.ts';
import { controlsAt, exactFlow, type StatePoint } from './state-flow.ts';
import { carriedAlong } from './varied-flow.ts';

/** Velocities of a geodesic at some times, and the linear map from the costate at the start that gives them. */
export interface Readout {
  readonly times: readonly number[];
  /** √w_a·h_a, shape (#times, #generators). */
  readonly velocities: readonly Float64Array[];
  /** For each time the map to √w_a·h_a from the 2(2ⁿ − 1) coordinates of p(0) in `horizontalFrame(ψ(0))`. */
  readonly maps: readonly Matrix[];
}

/**
 * The states along a geodesic given, its velocities are linear in the costate, h_a(t) = Im⟨U(t)p|B_a ψ(t)⟩/w_a: every basis
 * vector of costates is carried along.
 *
 * @param times - ascending, from 0 on
 *
 * Cost of 2ⁿ flows.
 */
export function geodesicReadout(metric: Generators, start: StatePoint, times: readonly number[]): Readout {
  const velocities: Float64Array[] = [];
  const maps: Matrix[] = [];
  let at = start;
  let carried = basisAt(start.state);
  times.forEach((time, k) => {
    const passed = time - (times[k - 1] ?? 0);
    if (passed !== 0) {
      const flow = exactFlow(metric, at, passed);
      at = flow.points.at(-1)!;
      carried = carriedAlong(metric, flow, carried).map((vectors) => vectors.at(-1)!);
    }
    velocities.push(weighed(metric, controlsAt(metric, at)));
    maps.push(readoutMap(metric, at.state, carried));
  });
  return { times, velocities, maps };
}

/**
 * The costate at the start that fits the velocities of a sliced path best, by least squares, as on a geodesic along this
 * path.
 *
 * @param from - interleaved, shape (2ⁿ,)
 * @param path - velocities h of K slices, which take the time 1/K each; read in the middle of each
 * @returns interleaved, shape (2ⁿ,)
 */
export function fittedCostate(metric: Generators, from: Float64Array, path: readonly Float64Array[]): Float64Array {
  let vectors = [from, ...basisAt(from)]; // the state, and costates with it
  const rows = path.flatMap((h) => {
    const H = hamiltonian(metric.table, coefficientsOf(metric, h));
    const moved = (vector: Float64Array): Float64Array => evolve(H, vector, 1 / (2 * path.length)).state;
    const [state, ...costates] = vectors.map(moved);
    vectors = [state!, ...costates].map(moved);
    return readoutMap(metric, state!, costates).to2DArray();
  });
  const values = path.flatMap((h) => Array.from(weighed(metric, h)));
  return horizontalFrame(from).vectorOf(leastSquares(new Matrix(rows), values));
}

/** The frame of costates at a state. */
function basisAt(state: Float64Array): readonly Float64Array[] {
  const { vectorOf } = horizontalFrame(state);
  const size = state.length - 2;
  return Array.from({ length: size }, (_, j) => vectorOf(Float64Array.from({ length: size }, (_, i) => +(i === j))));
}

/** √w_a·h_a. */
const weighed = ({ weights }: Generators, h: Float64Array): Float64Array =>
  h.map((value, a) => value * Math.sqrt(weights[a]!));

/** √w_a·h_a of each costate at a state, shape (#generators, #costates). */
function readoutMap(metric: Generators, state: Float64Array, costates: readonly Float64Array[]): Matrix {
  const columns = costates.map((costate) => Array.from(weighed(metric, controlsAt(metric, { state, costate }))));
  return new Matrix(columns).transpose();
}

/** Singular values below this fraction of the greatest count as zero. */
const RANK_TOLERANCE = 1e-10;

/** The least-norm solution of min |A x − b|. */
export function leastSquares(A: Matrix, b: ArrayLike<number>): Float64Array {
  const decomposition = new SingularValueDecomposition(A, { autoTranspose: true });
  const { diagonal: values, leftSingularVectors: U, rightSingularVectors: V } = decomposition;
  const x = new Float64Array(A.columns);
  values.forEach((value, k) => {
    if (!(value > RANK_TOLERANCE * values[0]!)) return;
    let share = 0;
    for (let i = 0; i < b.length; i++) share += U.get(i, k) * b[i]!;
    for (let j = 0; j < x.length; j++) x[j] = x[j]! + (share / value) * V.get(j, k);
  });
  return x;
}
