import { I as scaled, dt as ShapeError, ut as DomainError, y as multiplyReal } from "./study-record-DTuekta5.js";
import { t as romberg } from "./romberg-CD2Xgs9W.js";
import { S as majoranaForm, f as symplecticForm, l as omegaConjugated, t as checkGaussian, y as frameOf } from "./gaussian-state-IZmuMQPG.js";
// src/riemann/differences.ts
/** @file Derivatives by central differences, extrapolated to step 0 until they no longer improve. */
/**
* An error above this share of the limit itself, and above this size, shows that the steps do not resolve the function.
*/
const UNRESOLVED_SHARE = .1;
const UNRESOLVED_SIZE = 1e-7;
/** Most levels of the extrapolation, and their number where the step is given. */
const MOST_LEVELS = 10;
const GIVEN_LEVELS = 3;
/**
* Limits that agree by this share of the step are tested at a step that is smaller by a factor without relation to 2:
* their agreement may be chance.
*/
const EARLY = 2 ** -2;
const PROBE = .059;
/** Assumed relative rounding error of f. */
const ROUNDING$1 = 2 ** -52;
/** Growth of the error that indicates rounding, once the error is below this multiple of the goal. */
const ROUNDING_GROWTH = 4;
const SETTLED = 1e7;
/**
* First and, if asked for, second derivatives of an array-valued function at x.
*
*     ∂_k f ≈ (f(x + h_k) − f(x − h_k)) / 2h_k,     ∂_k∂_l f from second differences along k, l and k + l.
*
* Levels that leave the domain of f are skipped. The shadow is NaN if the limits do not settle, or settle at once and a
* difference over a step 17 times smaller than their last contradicts them. So steps up to some 40 times too large
* are noticed. Of still larger ones not all are: no sample then tells that f is not as flat, or as smooth, as it looks.
*
* @throws {DomainError} every level leaves the domain
*
* Cost per level 2P evaluations, P² + P with second derivatives.
*/
function differences(x, what) {
	const { f, steps, order, size } = what;
	const p = x.length;
	const centre = f(x);
	const at = (k, l, share) => {
		const moved = Float64Array.from(x);
		for (const axis of /* @__PURE__ */ new Set([k, l])) moved[axis] = moved[axis] + share * steps[axis];
		return f(moved);
	};
	const level = (share) => {
		const above = Array.from(x, (_, k) => at(k, k, share));
		const below = Array.from(x, (_, k) => at(k, k, -share));
		const out = above.map((up, k) => up.map((value, i) => (value - below[k][i]) / (2 * share)));
		if (order === 1) return concatenated(out);
		const bend = (up, down) => up.map((value, i) => (value - 2 * centre[i] + down[i]) / share ** 2);
		const bends = above.map((up, k) => bend(up, below[k]));
		for (let k = 0; k < p; k++) {
			for (let l = 0; l < k; l++) {
				const diagonal = bend(at(k, l, share), at(k, l, -share));
				out.push(diagonal.map((value, i) => (value - bends[k][i] - bends[l][i]) / 2));
			}
			out.push(bends[k]);
		}
		return concatenated(out);
	};
	const m = centre.length;
	const parts = (flat) => Array.from({ length: flat.length / m }, (_, part) => flat.slice(part * m, (part + 1) * m));
	const { value, shadow, share } = extrapolated(level, size && ((error) => Math.max(0, ...parts(error).map(size))), what.goal);
	const rounding = (at) => Math.abs(centre[at % m]) * ROUNDING$1 / (at < p * m ? share : share ** 2 / 4);
	const rounded = shadow.map((entry, at) => entry - Math.sign(value[at] - entry) * rounding(at));
	return {
		value: unpacked(parts(value), steps, order),
		shadow: unpacked(parts(rounded), steps, order)
	};
}
/** ∂_k f at x with steps h, h/2 and h/4, the same along every coordinate, and the error O(h⁶). */
function firstDerivatives(x, f, step) {
	return differences(x, {
		f,
		steps: new Float64Array(x.length).fill(step),
		order: 1,
		size: null,
		goal: null
	}).value.first;
}
/**
* The limit of at(1), at(½), at(¼) … at the level where the next best limit is nearest, among levels that resolve the
* function: limits of coarser ones are near each other by chance.
*/
function extrapolated(at, size, goal) {
	let row = [];
	let best = null;
	let error = Infinity;
	let left = null;
	for (let level = 0; level < (goal === null ? GIVEN_LEVELS : MOST_LEVELS); level++) {
		const before = row;
		try {
			row = romberg(before, at(2 ** -level));
		} catch (outside) {
			if (!(outside instanceof DomainError) || goal === null) throw outside;
			left = outside;
			row = [];
			continue;
		}
		if (before.length === 0) continue;
		const [value, shadow] = [row.at(-1), before.at(-1)];
		const distance = size === null ? 0 : size(minus(value, shadow));
		if (goal === null || distance <= error || error > SETTLED * goal) {
			best = {
				value,
				shadow,
				plain: row[0],
				share: 2 ** -level
			};
			error = distance;
		}
		if (goal !== null && (error <= goal || distance > ROUNDING_GROWTH * error && error < SETTLED * goal)) break;
	}
	if (best === null) throw left ?? new DomainError("differences: steps inside the domain required, got none");
	if (size === null) return best;
	const unresolved = (miss) => miss > Math.max(UNRESOLVED_SIZE, UNRESOLVED_SHARE * size(best.value));
	return !unresolved(error) && (best.share < EARLY || !unresolved(size(contradiction(at, best)))) ? best : {
		...best,
		shadow: best.value.map(() => NaN)
	};
}
/** The difference over a much smaller step, less what it should be: the limit, and an error that falls as step². */
function contradiction(at, { value, plain, share }) {
	const expected = value.map((limit, i) => limit + PROBE ** 2 * (plain[i] - limit));
	return minus(at(PROBE * share), expected);
}
const minus = (a, b) => a.map((entry, i) => entry - b[i]);
/** Derivatives with respect to x from those with respect to x/h: first along each k, then second for l ≤ k. */
function unpacked(parts, steps, order) {
	const p = steps.length;
	const first = Array.from(steps, (h, k) => parts[k].map((entry) => entry / h));
	if (order === 1) return {
		first,
		second: []
	};
	return {
		first,
		second: Array.from(steps, (h, k) => Array.from(steps, (other, l) => {
			const [row, col] = [Math.max(k, l), Math.min(k, l)];
			return parts[p + row * (row + 1) / 2 + col].map((entry) => entry / (h * other));
		}))
	};
}
function concatenated(parts) {
	const m = parts[0].length;
	const all = new Float64Array(m * parts.length);
	parts.forEach((part, k) => {
		all.set(part, k * m);
	});
	return all;
}
// src/gaussian/gaussian-metric.ts
/** @file Fisher information and Bures metric of families of Gaussian states, from their covariances alone. */
/** Denominators up to this belong to pairs of pure modes, in which no tangent has a component: they are left out. */
const PURE = 1e-10;
/**
* Quantum Fisher information (of the symmetric logarithmic derivative) of a family of Gaussian states. In the frame in
* which Γ has the blocks t_k((0, 1), (−1, 0)), and V the symplectic eigenvalues ν_k, every tangent has 2 × 2 blocks
* Y_jk = Y⁺ + Y⁻ that commute (1 and J) and anticommute with J = ((0, 1), (−1, 0)), and
*
*     F = ½ Σ_jk (|Y⁺_jk|²/(1 − t_j t_k) + |Y⁻_jk|²/(1 + t_j t_k)),
*     F = ½ Σ_jk (|Y⁺_jk|²/(ν_j ν_k − 1) + |Y⁻_jk|²/(ν_j ν_k + 1)).
*
* Of pure states it is ¼ Tr ∂Γᵀ∂Γ, or ¼ Tr (V⁻¹∂V)². Where a mode is pure to rounding the first term is left out: F
* jumps where the rank of the state changes, as it does for density matrices.
*
* @param tangents - ∂_i Γ or ∂_i V, each of the shape of the covariance
* @returns F_ij, symmetric, positive semidefinite, shape (P, P)
* @throws {ShapeError | DomainError} malformed state or tangents
*
* O(P·n³ + P²·n²).
*
* @see Banchi, Giorda & Zanardi, arXiv:1305.4527 (2013); Monras, arXiv:1303.3682 (2013)
*/
function gaussianFisherInformation(state, tangents) {
	checkGaussian("gaussianFisherInformation", state);
	const size = 2 * state.modes;
	for (const { rows, cols, data } of tangents) {
		if (rows !== size || cols !== size) throw new ShapeError(`gaussianFisherInformation: tangents ${size} × ${size} required, got ${rows} × ${cols}`);
		if (!data.every(Number.isFinite)) throw new DomainError("gaussianFisherInformation: finite tangents required");
	}
	const { values, inverse, indices, offset } = normalFrame(state);
	const components = tangents.map((tangent) => {
		return blockComponents(multiplyReal(multiplyReal(inverse, tangent), inverse, { transposeB: true }).data, values, indices, offset);
	});
	const p = tangents.length;
	const data = new Float64Array(p * p);
	for (let i = 0; i < p; i++) for (let j = 0; j <= i; j++) {
		const value = components[i].reduce((sum, x, at) => sum + x * components[j][at], 0);
		data[i * p + j] = value;
		data[j * p + i] = value;
	}
	return {
		rows: p,
		cols: p,
		data
	};
}
/** Error of step · derivative at which the halving of steps ends. */
const GOAL$1 = 1e-14;
/**
* The Bures metric g = F/4 of a family of Gaussian states, of pure ones the Fubini–Study metric, as a metric field for
* geodesics and curvature.
*
* @param family - coordinates x, shape (P,), to a state; all of the same modes
* @throws {ShapeError | DomainError} when it is evaluated: malformed states
*
* Cost of an evaluation O(P·n³), and by differences some 2P·levels states besides.
*/
function gaussianMetric(family, { tangents, step = .01 } = {}) {
	return (x) => {
		const state = family(x);
		const { rows, cols } = state.covariance;
		const moves = tangents?.(x) ?? covarianceDerivatives(family, x, step).map((data) => ({
			rows,
			cols,
			data
		}));
		return scaled(.25, gaussianFisherInformation(state, moves));
	};
}
/** ∂_i of the covariance, by differences whose step is halved until they settle. */
function covarianceDerivatives(family, x, step) {
	const size = (error) => error.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	const steps = new Float64Array(x.length).fill(step);
	const f = (at) => family(at).covariance.data;
	const { first } = differences(x, {
		f,
		steps,
		order: 1,
		size,
		goal: GOAL$1
	}).value;
	return first;
}
/** The frame in which a covariance is canonical: values, the inverse transformation, and the rows of each mode. */
function normalFrame({ statistics, modes, covariance }) {
	if (statistics === "fermion") {
		const form = majoranaForm(covariance);
		const frame = frameOf(form);
		const inverse = {
			rows: frame.cols,
			cols: frame.rows,
			data: transposed(frame)
		};
		return {
			values: form.values,
			inverse,
			indices: (k) => [2 * k, 2 * k + 1],
			offset: 1
		};
	}
	const form = symplecticForm(covariance);
	if (form === void 0) throw new DomainError("gaussianFisherInformation: a positive covariance required");
	const { rows, cols } = form.S;
	const inverse = omegaConjugated({
		rows: cols,
		cols: rows,
		data: transposed(form.S)
	});
	return {
		values: form.values,
		inverse,
		indices: (k) => [k, modes + k],
		offset: -1
	};
}
/** The entries of Y⁺ and Y⁻ of all blocks, divided by the roots of their denominators: F is their scalar product. */
function blockComponents(y, values, indices, offset) {
	const n = values.length;
	const out = new Float64Array(4 * n * n);
	for (let j = 0; j < n; j++) for (let k = 0; k < n; k++) {
		const [[r, s], [t, u]] = [indices(j), indices(k)];
		const [a, b, c, d] = [
			y[r * 2 * n + t],
			y[r * 2 * n + u],
			y[s * 2 * n + t],
			y[s * 2 * n + u]
		];
		const product = values[j] * values[k];
		const [plus, minus] = [Math.abs(offset * (1 - product)), 1 + product];
		const at = 4 * (j * n + k);
		if (plus > PURE) {
			out[at] = (a + d) / 2 / Math.sqrt(plus);
			out[at + 1] = (b - c) / 2 / Math.sqrt(plus);
		}
		out[at + 2] = (a - d) / 2 / Math.sqrt(minus);
		out[at + 3] = (b + c) / 2 / Math.sqrt(minus);
	}
	return out;
}
function transposed({ rows, cols, data }) {
	const out = new Float64Array(data.length);
	for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) out[j * rows + i] = data[i * cols + j];
	return out;
}
// src/riemann/metric-field.ts
/** @file A metric on parameter space, as a function; its domain, its inverse, its volume. */
/**
* Smallest ratio of diagonal entries of a metric, and smallest pivot of one with unit diagonal; a smaller one counts as
* zero.
*/
const SMALLEST_RATIO = 1e-18;
const SMALLEST_PIVOT = 1e-12;
/**
* g_ij(x), shape (P, P).
*
* @throws {DomainError} x lies outside the domain, or the metric there is not finite
* @throws {ShapeError} the metric is not P × P
*/
function metricAt(metric, x) {
	if (!x.every(Number.isFinite) || metric.domain?.(x) === false) throw new DomainError(`metric field: a point inside its domain required, got (${x.join(", ")})`);
	const { data } = metric(x);
	if (data.length !== x.length ** 2) throw new ShapeError(`metric field: a ${x.length} × ${x.length} matrix required, got ${data.length} numbers`);
	if (!data.every(Number.isFinite)) throw new DomainError(`metric field: a finite metric required, got ${data.join(", ")} at (${x.join(", ")})`);
	return data;
}
/** √g_ii, the length of each unit of the coordinates. */
function unitLengths(g) {
	const p = Math.sqrt(g.length);
	return Float64Array.from({ length: p }, (_, i) => Math.sqrt(g[i * (p + 1)]));
}
/**
* The inverse g^ij of a positive metric, shape (P, P), and √det g, by elimination in coordinates in which g_ii = 1, so
* that their units do not matter.
*
* @throws {DomainError} the metric is not positive
*/
function inverseMetric(g) {
	const p = Math.sqrt(g.length);
	const units = unitLengths(g);
	let density = units.reduce((product, unit) => product * unit, 1);
	const [least, most] = [Math.min(...units) ** 2, Math.max(...units) ** 2];
	if (!(least > SMALLEST_RATIO * most)) throw notPositive(`the diagonal entries ${Array.from(units, (u) => u * u)}`);
	const inverse = g.map((entry, at) => entry / (units[Math.floor(at / p)] * units[at % p]));
	for (let k = 0; k < p; k++) {
		const pivot = inverse[k * (p + 1)];
		if (!(pivot > SMALLEST_PIVOT)) throw notPositive(`the pivot ${pivot} in units of its diagonal`);
		density *= Math.sqrt(pivot);
		inverse[k * (p + 1)] = 1;
		for (let j = 0; j < p; j++) inverse[k * p + j] = inverse[k * p + j] / pivot;
		for (let i = 0; i < p; i++) {
			if (i === k) continue;
			const factor = inverse[i * p + k];
			inverse[i * p + k] = 0;
			for (let j = 0; j < p; j++) inverse[i * p + j] = inverse[i * p + j] - factor * inverse[k * p + j];
		}
	}
	return {
		inverse: inverse.map((entry, at) => entry / (units[Math.floor(at / p)] * units[at % p])),
		density
	};
}
function notPositive(got) {
	return new DomainError(`metric field: a positive metric required, got ${got}; leave out null directions`);
}
// src/riemann/difference-steps.ts
/** @file Difference steps that suit a metric: from its own scale along each coordinate, inside its domain. */
/** First trial step, as a share of the smaller of the unit of length and the coordinate itself (or 1, at 0). */
const FIRST_TRIAL = 2 ** -8;
/** Greatest step, in the larger of these units, reached along coordinates on which the metric does not depend. */
const GREATEST_STEP = 64;
/**
* Relative change of the metric over a step: least, desired, and greatest; and the least that is surely not rounding.
*/
const LEAST_CHANGE = .02;
const AIMED_CHANGE = .15;
const MOST_CHANGE = .3;
const CERTAIN_CHANGE = 1e-6;
/** Greatest factor by which a trial grows, and most trials. */
const GROWTH = 16;
const MOST_TRIALS = 100;
/**
* Largest steps of differences at x, shape (P,): steps over which the metric changes by about a seventh,
*
*     √Tr (g⁻¹Δg)² ≈ 0.15,
*
* which is independent of the units of the coordinates and of the metric; at less than 1 the metric stays positive.
* Powers of two, so that x ± h is exact. Trials outside the domain count as infinite change. Trials grow from small
* ones, and stop growing where the change does not grow with them: there is a ripple, which a step must not skip.
*
* @param g - g_ij at x, and `inverse` g^ij
* @throws {DomainError} no step at all stays inside the domain
*
* Cost two evaluations per coordinate and trial; three trials, four along coordinates on which g does not depend.
*/
function differenceSteps(metric, x, { metric: g, inverse }) {
	const p = x.length;
	const change = (k, distance) => {
		const moved = x.slice();
		moved[k] = moved[k] + distance;
		try {
			const relative = product(inverse, metricAt(metric, moved).map((entry, at) => entry - g[at]), p);
			let trace = 0;
			for (let at = 0; at < p * p; at++) trace += relative[at] * relative[at % p * p + Math.floor(at / p)];
			return Math.sqrt(Math.max(0, trace));
		} catch (error) {
			if (error instanceof DomainError) return Infinity;
			throw error;
		}
	};
	return x.map((coordinate, k) => {
		const units = [1 / Math.sqrt(g[k * (p + 1)]), Math.abs(coordinate) || 1];
		let greatest = GREATEST_STEP * Math.max(...units);
		let step = powerOfTwo(FIRST_TRIAL * Math.min(...units));
		let before = {
			step,
			change: 0
		};
		for (let trial = 0; trial < MOST_TRIALS; trial++) {
			const most = Math.max(change(k, step), change(k, -step));
			if (before.change > CERTAIN_CHANGE && most < step / before.step * before.change / 3) return before.step;
			if (most > MOST_CHANGE) {
				before = {
					step,
					change: 0
				};
				greatest = 0;
				step /= 2 ** Math.ceil(Math.log2(Math.min(8, most / AIMED_CHANGE)));
			} else if (most < LEAST_CHANGE && step < greatest) {
				before = {
					step,
					change: most
				};
				step *= powerOfTwo(Math.min(GROWTH, Math.sqrt(AIMED_CHANGE / most)));
			} else return step;
		}
		throw new DomainError(`metric field: a neighbourhood along coordinate ${k} required, got none at (${x.join(", ")})`);
	});
}
/** The greatest power of two that is at most the value. */
function powerOfTwo(value) {
	return 2 ** Math.floor(Math.log2(value));
}
function product(a, b, p) {
	return Float64Array.from({ length: p * p }, (_, at) => {
		let sum = 0;
		for (let k = 0; k < p; k++) sum += a[Math.floor(at / p) * p + k] * b[k * p + at % p];
		return sum;
	});
}
// src/riemann/estimate.ts
/** A value with its distance, entry by entry, from what a coarser computation gives; infinite where that is NaN. */
function estimateFrom(value, coarser) {
	const distance = (entry, k) => Math.abs(entry - coarser[k]);
	return {
		value,
		error: value.map((entry, k) => Number.isNaN(coarser[k]) ? Infinity : distance(entry, k))
	};
}
/** The first number of an estimate. */
function scalarEstimate({ value, error }) {
	return {
		value: value[0],
		error: error[0]
	};
}
// src/riemann/metric-jet.ts
/** @file A metric at a point with its inverse and derivatives, at the best accuracy available and at the next best. */
/** Acceptable error of (step · derivative of g), relative to √(g_ii g_jj). */
const GOAL = 1e-11;
/** Assumed relative rounding error of the entries of metrics and derivatives. */
const ROUNDING = 2 ** -50;
/**
* g, g⁻¹ and derivatives up to an order at x. Derivatives are exact where the field has them, else extrapolated central
* differences with steps that suit the metric. The shadow is what the next coarser extrapolation gives, with rounding
* errors added; the difference it makes to a derived quantity is that quantity's error.
*
* @throws {DomainError} the metric is not finite or not positive at x, or x is outside its domain
*
* Cost about 10P evaluations of the metric plus 5P²  with second derivatives.
*/
function metricJet(metric, x, order, { step } = {}) {
	const steps = (at) => step === void 0 ? differenceSteps(metric, x, at) : x.map(() => step);
	return jetWith(metric, x, order, steps, step === void 0 ? GOAL : null);
}
function jetWith(metric, x, order, stepsAt, goal) {
	const g = metricAt(metric, x);
	const { inverse } = inverseMetric(g);
	const exact = metric.derivatives?.(x);
	const derivatives = exact === void 0 ? differencesOf(metric, x, g, order, stepsAt({
		metric: g,
		inverse
	}), goal) : {
		value: exact,
		shadow: exact
	};
	return {
		value: {
			dimension: x.length,
			metric: g,
			inverse,
			first: derivatives.value.first,
			second: order === 1 ? [] : derivatives.value.second
		},
		get shadow() {
			const rounded = perturbed(g, 0);
			return {
				dimension: x.length,
				metric: rounded,
				inverse: inverseMetric(rounded).inverse,
				first: derivatives.shadow.first.map((entries, k) => perturbed(entries, k + 1)),
				second: order === 1 ? [] : derivatives.shadow.second.map((row, k) => row.map((entries, l) => perturbed(entries, (k + 2) * (l + 2))))
			};
		}
	};
}
/** A quantity derived from a jet, with its error. */
function jetEstimate({ value, shadow }, quantity) {
	return estimateFrom(quantity(value), quantity(shadow));
}
function differencesOf(metric, x, g, order, steps, goal) {
	const units = unitLengths(g);
	const p = x.length;
	const size = (error) => error.reduce((most, e, ij) => Math.max(most, Math.abs(e) / (units[Math.floor(ij / p)] * units[ij % p])), 0);
	return differences(x, {
		f: (y) => metricAt(metric, y),
		steps,
		order,
		size,
		goal
	});
}
/** A symmetric matrix with a fixed pattern of relative errors of the size of rounding, symmetric again. */
function perturbed(entries, salt) {
	const p = Math.sqrt(entries.length);
	return entries.map((entry, at) => {
		const [i, j] = [Math.floor(at / p), at % p];
		return entry * (1 + ROUNDING * Math.sin(1 + 3 * (i + j) + 7 * i * j + 11 * salt));
	});
}
// src/riemann/christoffel.ts
/** Γ^i_jk from the metric and its first derivatives. */
function christoffelOf({ dimension: p, inverse, first }) {
	const symbols = new Float64Array(p * p * p);
	for (let j = 0; j < p; j++) for (let k = 0; k < p; k++) for (let l = 0; l < p; l++) {
		const lower = (first[j][l * p + k] + first[k][l * p + j] - first[l][j * p + k]) / 2;
		for (let i = 0; i < p; i++) {
			const at = (i * p + j) * p + k;
			symbols[at] = symbols[at] + inverse[i * p + l] * lower;
		}
	}
	return symbols;
}
// src/riemann/curvature.ts
/** Scalar curvature g^bd R_bd; twice the Gauss curvature in two dimensions, 2/r² on a sphere of radius r. */
function scalarCurvature(metric, x, options = {}) {
	const scalar = (jet) => Float64Array.of(scalarOf(jet, ricciOf(jet)));
	return scalarEstimate(jetEstimate(metricJet(metric, x, 2, options), scalar));
}
/** R_abcd from the metric and its derivatives. */
function riemannOf(jet) {
	const { dimension: p, metric: g, second } = jet;
	const gamma = christoffelOf(jet);
	const symbol = (i, j, k) => gamma[(i * p + j) * p + k];
	const tensor = new Float64Array(p ** 4);
	let at = 0;
	for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) for (let c = 0; c < p; c++) for (let d = 0; d < p; d++) {
		let value = (second[b][c][a * p + d] + second[a][d][b * p + c] - second[a][c][b * p + d] - second[b][d][a * p + c]) / 2;
		for (let e = 0; e < p; e++) for (let f = 0; f < p; f++) {
			const terms = symbol(e, b, c) * symbol(f, a, d) - symbol(e, b, d) * symbol(f, a, c);
			value += g[e * p + f] * terms;
		}
		tensor[at++] = value;
	}
	return tensor;
}
/** R_bd, shape (P, P). */
function ricciOf(jet) {
	const { dimension: p, inverse } = jet;
	const riemann = riemannOf(jet);
	const data = new Float64Array(p * p);
	for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) for (let c = 0; c < p; c++) for (let d = 0; d < p; d++) {
		const to = b * p + d;
		data[to] = data[to] + inverse[a * p + c] * riemann[((a * p + b) * p + c) * p + d];
	}
	return data;
}
/** g^bd R_bd. */
function scalarOf({ inverse }, ricci) {
	return ricci.reduce((sum, entry, at) => sum + entry * inverse[at], 0);
}
export { gaussianMetric as n, firstDerivatives as r, scalarCurvature as t };
