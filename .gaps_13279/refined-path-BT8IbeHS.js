import { A as descended, B as speeds, M as free, N as pathCondition, O as arrived, V as velocityAt, Z as controlWords, k as balanced } from "./geodesic-family-QE5OLW-7.js";
import { dt as ShapeError, ut as DomainError } from "./study-record-DTuekta5.js";
import { r as solution } from "./minimise-BEDXc41D.js";
// src/geodesic/state/refined-path.ts
/** @file From a known path to a shorter one with the same ends: descent without a search. */
/** Weight of the infidelity. */
const WEIGHT = 500;
/**
* Shortens a sliced path between two states: L-BFGS on the energy with an augmented Lagrangian for the end point, then
* Newton steps onto it. It stays in the valley where it starts: for families of targets, each started from the last.
*
* @param velocity - h[k][P] over the words of the metric, slice by slice from `from` on
* @throws {ShapeError | DomainError} the velocities do not fit the words of the metric, or there is none
*
* Cost O(steps · K · flips · degree · 2ⁿ).
*/
function refinedPath(metric, from, to, velocity, { maxSteps = 150, rounds = 4 } = {}) {
	const controls = controlWords(metric, Math.log2(from.length));
	const { weights } = controls;
	const slices = velocity.length;
	if (slices === 0) throw new DomainError("refinedPath: at least one slice required, got none");
	const wrong = velocity.find((h) => h.length !== weights.length);
	if (wrong !== void 0) throw new ShapeError(`refinedPath: ${weights.length} coefficients in each slice required, got ${wrong.length}`);
	const problem = {
		controls,
		slices,
		from,
		to,
		amplitudeWeights: new Float64Array(from.length).fill(1)
	};
	const start = Float64Array.from(velocity.flatMap((h) => h.map((value, p) => value * Math.sqrt(weights[p] / slices))));
	const path = pathCondition(problem);
	let at = {
		x: start,
		force: free(path, WEIGHT),
		loss: Infinity,
		steps: 0
	};
	for (let round = 0; round < rounds; round++) {
		at = solution(descended(path, at, {
			maxSteps,
			gradientTolerance: 1e-7
		}));
		at = {
			...at,
			force: balanced(path, at.force, path.condition(at.x).miss)
		};
	}
	const { x, square } = arrived(path, at.x);
	return {
		velocity: velocityAt(problem, x).map((h) => Array.from(h)),
		length: speeds(problem, x).reduce((sum, F) => sum + F, 0) / slices,
		infidelity: square
	};
}
export { refinedPath as t };
