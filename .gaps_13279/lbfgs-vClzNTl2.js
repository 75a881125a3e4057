import { i as times, n as length, r as plus, t as dot } from "./real-vector-Ds4rf2rg.js";
import { i as flatSpace } from "./minimise-BEDXc41D.js";
// src/optimise/line-search.ts
/**
* @file How far along a descent direction? Far enough for a sufficient decrease, and to a place where the slope has
* flattened: the strong Wolfe conditions, allowing for the rounding error of the function.
*/
/** c₁: the share of the decrease predicted by the slope that must be realised. */
const DECREASE = 1e-4;
const MOST_EVALUATIONS = 60;
/** Trial points keep this share of the interval away from its ends. */
const MARGIN = .01;
/**
* A point that satisfies the strong Wolfe conditions within rounding,
*
*     f(t) ≤ f(0) + c₁·t·f′(0) + noise,   |f′(t)| ≤ c₂·|f′(0)|,
*
* by bracketing and zooming with cubic interpolation. Where values agree within `noise` the slopes decide, so that
* a minimum is found to the accuracy of the gradient, not to its square root.
*
* @returns the point; if there is none, the lowest one with sufficient decrease; `undefined` if there is none either
*
* @see Nocedal & Wright, Numerical Optimization, 2nd ed., algorithms 3.5 and 3.6
* @see Hager & Zhang, SIAM J. Optim. 16, 170 (2005), for the rounding
*/
function wolfeLineSearch(objective, ray, options) {
	const { noise } = options;
	const origin = trialOf(ray, 0, ray.x, ray.evaluation);
	let best;
	let evaluations = 0;
	const value = (trial) => trial.evaluation.value;
	const descends = (trial) => value(trial) <= value(origin) + DECREASE * trial.t * origin.slope + noise;
	const accepted = (trial) => descends(trial) && Math.abs(trial.slope) <= options.curvature * Math.abs(origin.slope);
	const evaluate = (t) => {
		evaluations++;
		const x = ray.manifold.retract(ray.x, ray.direction.map((d) => t * d));
		const trial = trialOf(ray, t, x, objective(x));
		if (value(trial) <= value(origin) + DECREASE * t * origin.slope && value(trial) < value(origin) && (best === void 0 || value(trial) < value(best))) best = trial;
		return trial;
	};
	const bracket = () => {
		let previous = origin;
		let t = options.first;
		while (evaluations < MOST_EVALUATIONS) {
			const trial = evaluate(t);
			if (!(Number.isFinite(value(trial)) && Number.isFinite(trial.slope))) {
				t = previous.t + (t - previous.t) / 10;
				continue;
			}
			if (accepted(trial)) return trial;
			if (!descends(trial) || value(trial) > value(previous) + noise) return [previous, trial];
			if (trial.slope >= 0) return [trial, previous];
			t = clamped(minimumOfCubic(previous, trial, noise), 1.5 * t, 10 * t);
			previous = trial;
		}
	};
	/** `low` is the lowest point with sufficient decrease so far, and its slope points to `high`. */
	const zoom = (pair) => {
		let [low, high] = pair;
		const widths = [Infinity, Infinity];
		while (evaluations < MOST_EVALUATIONS) {
			const width = high.t - low.t;
			const slow = Math.abs(width) > .66 * widths[widths.length - 2];
			widths.push(Math.abs(width));
			const edges = [low.t + MARGIN * width, high.t - MARGIN * width];
			const t = clamped(slow ? NaN : minimumOfCubic(low, high, noise), Math.min(...edges), Math.max(...edges));
			if (t === low.t || t === high.t) return void 0;
			const trial = evaluate(t);
			if (accepted(trial)) return trial;
			if (!descends(trial) || !(value(trial) <= value(low) + noise)) high = trial;
			else {
				if (trial.slope * width >= 0) high = low;
				low = trial;
			}
		}
	};
	if (!(origin.slope < 0)) return void 0;
	const found = bracket();
	if (found === void 0) return best;
	return "t" in found ? found : zoom(found) ?? best;
}
/** The point at t with its slope. */
function trialOf(ray, t, x, evaluation) {
	const gradient = ray.manifold.project(x, evaluation.gradient);
	return {
		t,
		x,
		evaluation,
		slope: dot(gradient, ray.direction)
	};
}
/**
* Minimum of the cubic with the values and slopes of two points; of the parabola with their slopes if the values agree
* within rounding; NaN if there is none.
*/
function minimumOfCubic(a, b, noise) {
	const width = b.t - a.t;
	const difference = b.evaluation.value - a.evaluation.value;
	if (Math.abs(difference) <= noise) return a.t - a.slope * width / (b.slope - a.slope);
	const d1 = a.slope + b.slope - 3 * difference / width;
	const d2 = Math.sign(width) * Math.sqrt(d1 * d1 - a.slope * b.slope);
	return b.t - width * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
}
/** The value nearest to t in [from, to]; the middle if t is not a number. */
function clamped(t, from, to) {
	return Number.isNaN(t) ? (from + to) / 2 : Math.min(Math.max(t, from), to);
}
// src/optimise/progress.ts
/** More steps without progress than this are noise. */
const MOST_IDLE_STEPS = 30;
/** Relative rounding error expected of the objective. */
const RELATIVE_NOISE = 1e-14;
/** Progress before the first step. */
function initialProgress({ value }, gradientNorm) {
	return {
		floor: Number.EPSILON * Math.min(1, Math.abs(value)),
		lowestValue: value,
		smallestGradient: gradientNorm,
		idleSteps: 0
	};
}
/** Progress after a step; `undefined` if nothing has improved for too long. */
function advanced(progress, { value }, gradientNorm) {
	const noticeable = Math.min(noiseOf(progress, value), .001 * Math.abs(progress.lowestValue));
	const lower = value < progress.lowestValue - noticeable;
	const flatter = gradientNorm < .9 * progress.smallestGradient;
	const idleSteps = lower || flatter ? 0 : progress.idleSteps + 1;
	if (idleSteps > MOST_IDLE_STEPS) return void 0;
	return {
		floor: progress.floor,
		lowestValue: Math.min(progress.lowestValue, value),
		smallestGradient: Math.min(progress.smallestGradient, gradientNorm),
		idleSteps
	};
}
/** Differences of values below this are taken for rounding. */
function noiseOf({ floor }, value) {
	return RELATIVE_NOISE * Math.abs(value) + floor;
}
// src/optimise/lbfgs.ts
/** @file Limited-memory BFGS, the quasi-Newton method for many parameters. */
/**
* L-BFGS with a line search for the strong Wolfe conditions. It converges superlinearly and down to the rounding error
* of the gradient, where the values cannot be told apart any more; then it reports that there is no decrease. On a
* manifold it uses the projected gradient, and carries the pairs from point to point by projection.
*
* For circuits. On the infidelity of a tensor network it often stops where only one product state is matched, at ½ for
* GHZ: use `balancedLbfgs` there, for networks without cycles.
*
* @see Nocedal & Wright, Numerical Optimization, 2nd ed., algorithm 7.4
* @see Huang, Gallivan & Absil, SIAM J. Optim. 25, 1660 (2015), for manifolds
*/
function lbfgs(options = {}) {
	const { memory = 20, manifold = flatSpace, preconditioner } = options;
	return {
		name: "lbfgs",
		init: (x, evaluation) => ({
			pairs: [],
			progress: initialProgress(evaluation, length(manifold.project(x, evaluation.gradient)))
		}),
		step: (objective, { x, evaluation, state }) => {
			const gradient = manifold.project(x, evaluation.gradient);
			const size = length(gradient);
			const noise = noiseOf(state.progress, evaluation.value);
			for (const pairs of state.pairs.length > 0 ? [state.pairs, []] : [[]]) {
				const direction = manifold.project(x, times(-1, inverseHessianTimes(pairs, gradient, preconditioner)));
				const first = pairs.length > 0 || preconditioner !== void 0 ? 1 : Math.min(1, 1 / size);
				const trial = wolfeLineSearch(objective, {
					x,
					evaluation,
					direction,
					manifold
				}, {
					first,
					curvature: .9,
					noise
				});
				if (trial === void 0) continue;
				const newGradient = manifold.project(trial.x, trial.evaluation.gradient);
				const progress = advanced(state.progress, trial.evaluation, length(newGradient));
				if (progress === void 0) return void 0;
				const carried = (vector) => manifold.project(trial.x, vector);
				const kept = pairs.map(({ s, y }) => ({
					s: carried(s),
					y: carried(y)
				}));
				const last = {
					s: carried(times(trial.t, direction)),
					y: plus(newGradient, -1, carried(gradient))
				};
				const next = [...kept, last].filter(isCurved).slice(-memory);
				return {
					x: trial.x,
					evaluation: trial.evaluation,
					state: {
						pairs: next,
						progress
					}
				};
			}
		}
	};
}
/** Positive curvature, well above rounding: the inverse Hessian stays positive definite. */
function isCurved({ s, y }) {
	return dot(s, y) > 1e-12 * length(s) * length(y);
}
/** The two-loop recursion: H·gradient, where H is the BFGS inverse Hessian of the pairs. */
function inverseHessianTimes(pairs, gradient, preconditioner) {
	const newest = pairs[pairs.length - 1];
	if (newest === void 0) return preconditioner?.(gradient) ?? gradient;
	const shares = [];
	let q = gradient;
	for (const { s, y } of pairs.toReversed()) {
		const share = dot(s, q) / dot(s, y);
		shares.push(share);
		q = plus(q, -share, y);
	}
	q = preconditioner?.(q) ?? times(dot(newest.s, newest.y) / dot(newest.y, newest.y), q);
	for (const { s, y } of pairs) q = plus(q, shares.pop() - dot(y, q) / dot(s, y), s);
	return q;
}
export { wolfeLineSearch as a, noiseOf as i, advanced as n, initialProgress as r, lbfgs as t };
