import { a as SingularValueDecomposition, i as Matrix } from "./matrix-4pK0aJpU.js";
import { G as hamiltonian, U as evolve } from "./geodesic-family-QE5OLW-7.js";
import { c as carriedAlong, l as controlsAt, m as horizontalFrame, p as coefficientsOf, u as exactFlow } from "./state-geodesic-Dy6ANVA2.js";
// src/geodesic/state/generator-readout.ts
/** @file What the velocities along a geodesic say about its costate: the geodesic as a code. */
/**
* The states along a geodesic given, its velocities are linear in the costate, h_a(t) = Im⟨U(t)p|B_a ψ(t)⟩/w_a: every basis
* vector of costates is carried along.
*
* @param times - ascending, from 0 on
*
* Cost of 2ⁿ flows.
*/
function geodesicReadout(metric, start, times) {
	const velocities = [];
	const maps = [];
	let at = start;
	let carried = basisAt(start.state);
	times.forEach((time, k) => {
		const passed = time - (times[k - 1] ?? 0);
		if (passed !== 0) {
			const flow = exactFlow(metric, at, passed);
			at = flow.points.at(-1);
			carried = carriedAlong(metric, flow, carried).map((vectors) => vectors.at(-1));
		}
		velocities.push(weighed(metric, controlsAt(metric, at)));
		maps.push(readoutMap(metric, at.state, carried));
	});
	return {
		times,
		velocities,
		maps
	};
}
/**
* The costate at the start that fits the velocities of a sliced path best, by least squares, as on a geodesic along this
* path.
*
* @param from - interleaved, shape (2ⁿ,)
* @param path - velocities h of K slices, which take the time 1/K each; read in the middle of each
* @returns interleaved, shape (2ⁿ,)
*/
function fittedCostate(metric, from, path) {
	let vectors = [from, ...basisAt(from)];
	const rows = path.flatMap((h) => {
		const H = hamiltonian(metric.table, coefficientsOf(metric, h));
		const moved = (vector) => evolve(H, vector, 1 / (2 * path.length)).state;
		const [state, ...costates] = vectors.map(moved);
		vectors = [state, ...costates].map(moved);
		return readoutMap(metric, state, costates).to2DArray();
	});
	const values = path.flatMap((h) => Array.from(weighed(metric, h)));
	return horizontalFrame(from).vectorOf(leastSquares(new Matrix(rows), values));
}
/** The frame of costates at a state. */
function basisAt(state) {
	const { vectorOf } = horizontalFrame(state);
	const size = state.length - 2;
	return Array.from({ length: size }, (_, j) => vectorOf(Float64Array.from({ length: size }, (_, i) => +(i === j))));
}
/** √w_a·h_a. */
const weighed = ({ weights }, h) => h.map((value, a) => value * Math.sqrt(weights[a]));
/** √w_a·h_a of each costate at a state, shape (#generators, #costates). */
function readoutMap(metric, state, costates) {
	const columns = costates.map((costate) => Array.from(weighed(metric, controlsAt(metric, {
		state,
		costate
	}))));
	return new Matrix(columns).transpose();
}
/** Singular values below this fraction of the greatest count as zero. */
const RANK_TOLERANCE = 1e-10;
/** The least-norm solution of min |A x − b|. */
function leastSquares(A, b) {
	const { diagonal: values, leftSingularVectors: U, rightSingularVectors: V } = new SingularValueDecomposition(A, { autoTranspose: true });
	const x = new Float64Array(A.columns);
	values.forEach((value, k) => {
		if (!(value > RANK_TOLERANCE * values[0])) return;
		let share = 0;
		for (let i = 0; i < b.length; i++) share += U.get(i, k) * b[i];
		for (let j = 0; j < x.length; j++) x[j] = x[j] + share / value * V.get(j, k);
	});
	return x;
}
export { geodesicReadout as n, leastSquares as r, fittedCostate as t };
