import { r as unitaryOfSpec, t as metricOfSpec } from "./metric-spec-qk0jf-50.js";
import { A as frobeniusNorm, J as identityMatrix, P as multiply, d as hermitianEigenvalues, dt as ShapeError, i as randomStream, k as complexOf, lt as parity, n as atMost, r as equals, t as atLeast, u as hermitianEigen, ut as DomainError, w as addScaledMatrix } from "./study-record-DTuekta5.js";
import { C as matrixOf, E as normalEigen, S as indexOfWord, T as wordAt, Z as controlWords, _ as velocityOf, a as polishedShot, b as coordinatesOf, c as bracketMatrix, f as generatedWords, g as speedOf, h as rightInvariantMetric, i as jacobiSteps, l as conjugationMatrix, m as momentumOf, o as conjugatePoints, r as continuedShot, s as jacobiFields, t as familyDimension, w as sumOfCoordinates, x as coordinatesOfSum, y as commuteAt } from "./geodesic-family-QE5OLW-7.js";
import { n as weylCoordinates } from "./kak-DJoe9w1H.js";
import { n as length, r as plus, t as dot } from "./real-vector-Ds4rf2rg.js";
import { a as significant, r as counted } from "./number-format-DSC-qSUe.js";
import { a as sampledPath, i as roughPath, n as hamiltoniansOf, o as unitaryPathProblem, r as reachingPath, t as fittedMomentum } from "./unitary-path-i0f72d_s.js";
// src/complexity/bi-invariant-length.ts
/**
* The branches of the logarithm of V, up to its global phase, whose eigenphases lie within one turn: the circle of
* phases is cut at each of its 2ⁿ gaps. The least standard deviation Σ(θ_j − θ̄)²/2ⁿ over all branches is among them,
* since about the best centre every phase lies within half a turn. Degenerate gaps give a branch each, of one length.
*
* @param unitary - V, shape (2ⁿ, 2ⁿ)
* @returns by length, the shortest first
* @throws {ShapeError | DomainError} V is not square, not normal, or not finite
*
* O(16ⁿ).
*/
function logarithmBranches(unitary) {
	const { phases, vectors } = normalEigen(unitary);
	return Array.from(phases, (_, cut) => {
		const turned = phases.map((phase, j) => j < cut ? phase + 2 * Math.PI : phase);
		const mean = turned.reduce((sum, phase) => sum + phase, 0) / turned.length;
		const energies = turned.map((phase) => mean - phase);
		const weighted = vectors.interleaved.map((x, k) => x * energies[(k >> 1) % energies.length]);
		const velocity = coordinatesOf(multiply({
			...vectors,
			interleaved: weighted
		}, vectors, { adjointB: true }));
		velocity[0] = 0;
		return {
			velocity,
			length: Math.hypot(...energies) / Math.sqrt(energies.length)
		};
	}).sort((a, b) => a.length - b.length);
}
/**
* Complexity of a unitary where every word weighs 1 (the infinite-size-infinite-range metric): the least standard
* deviation of its eigenphases over the branches of the logarithm. The global phase is ignored.
*
* @throws {ShapeError | DomainError} V is not square, not normal, or not finite
*/
function biInvariantLength(unitary) {
	return logarithmBranches(unitary)[0].length;
}
// src/geodesic/unitary/unitary-bounds.ts
/** @file What is certain about the complexity of a unitary before any search: lower bounds, and what cannot be reached. */
/** Both bounds. O(16ⁿ). */
function unitaryLowerBounds({ qubits, inverseWeights }, V) {
	const lightest = inverseWeights.reduce((most, x) => Math.max(most, x), 0);
	const biInvariant = lightest > 0 ? biInvariantLength(V) / Math.sqrt(lightest) : 0;
	if (qubits !== 2) return { biInvariant };
	const lightestPair = inverseWeights.filter((_, p) => !wordAt(p, 2).includes("I")).reduce((most, x) => Math.max(most, x), 0);
	return {
		biInvariant,
		weyl: lightestPair > 0 ? Math.hypot(...weylCoordinates(V)) / Math.sqrt(lightestPair) : 0
	};
}
/**
* Whether V certainly cannot be reached. Two conditions must hold for what the controls reach: V lies in the span of
* products of the words of finite weight, and V maps the algebra that they generate by commutators to itself. A CNOT
* between two parts of a coupling graph in pieces violates the second. `false` means only that V is not excluded.
*
* O(n·16ⁿ).
*/
function isOutsideControls({ inverseWeights }, V) {
	const words = inverseWeights.length;
	const algebra = generatedWords(inverseWeights);
	if (algebra.length === words - 1) return false;
	const inside = new Set(algebra);
	const conjugation = conjugationMatrix(V);
	for (let p = 1; p < words; p++) {
		if (inside.has(p)) continue;
		if (algebra.some((q) => Math.abs(conjugation.data[(p - 1) * (words - 1) + q - 1]) > OUTSIDE)) return true;
	}
	return isOutsideProducts(algebra, V);
}
/** Coefficients above this are no rounding. */
const OUTSIDE = 1e-8;
/** Whether V = Σ v_P P has a coefficient at a word that is no product of these. */
function isOutsideProducts(algebra, V) {
	const span = /* @__PURE__ */ new Set([0]);
	for (const p of algebra) if (!span.has(p)) for (const q of [...span]) span.add(p ^ q);
	const d = V.rows;
	for (let flip = 0; flip < d; flip++) for (let sign = 0; sign < d; sign++) {
		if (span.has(sign * d + flip)) continue;
		let [re, im] = [0, 0];
		for (let b = 0; b < d; b++) {
			const factor = 1 - 2 * parity(b & sign);
			re += factor * V.interleaved[2 * (b * d + (b ^ flip))];
			im += factor * V.interleaved[2 * (b * d + (b ^ flip)) + 1];
		}
		if (Math.hypot(re, im) / d > OUTSIDE) return true;
	}
	return false;
}
// src/geodesic/unitary/isometries.ts
/** @file Symmetries of a metric that keep a unitary: they turn a geodesic to it into others of the same length. */
/**
* The words P, by number, for which H ↦ e^{isP} H e^{−isP} keeps the metric: PQ weighs as much as Q for all Q that do not
* commute with P. The one-qubit words, where weights depend on supports only. O(16ⁿ).
*/
function isometryWords({ inverseWeights }) {
	const words = Array.from({ length: inverseWeights.length - 1 }, (_, k) => k + 1);
	return words.filter((p) => words.every((q) => commuteAt(p, q, inverseWeights.length) || inverseWeights[p ^ q] === inverseWeights[q]));
}
/** Eigenvalues of a Gram matrix below this share of the greatest, or of 1, are zero. */
const NULL = 1e-10;
/** Number of times at which the velocity is compared. */
const TIMES = [
	0,
	.15,
	.3,
	.45,
	.6,
	.75,
	.9
];
/**
* Number of independent directions in which the symmetries e^{−isk}U(t)e^{isk} of the metric move a geodesic from 1 to V
* and keep its ends: k runs through the span of the isometry words, [k, V] = 0, and the path moves unless [k, H(t)] = 0
* at all times. Each makes the end conjugate to the start once, without making the geodesic any longer than its neighbours.
*
* O(16ⁿ) beside the flow.
*/
function movingSymmetries(metric, flow, unitary) {
	const words = isometryWords(metric);
	if (words.length === 0) return 0;
	const { data, rows } = conjugationMatrix(unitary);
	const moved = words.map((p) => Float64Array.from({ length: rows }, (_, i) => data[i * rows + p - 1] - (i === p - 1 ? 1 : 0)));
	const { values, vectors } = hermitianEigen(gram(moved));
	const fixed = [...values.keys()].filter((k) => values[k] < NULL);
	const brackets = TIMES.map((t) => bracketMatrix(flow.velocityAt(t)));
	const displacements = fixed.map((k) => {
		const generator = new Float64Array(rows);
		words.forEach((p, j) => {
			generator[p - 1] = vectors.interleaved[2 * (j * words.length + k)];
		});
		return Float64Array.from(brackets.flatMap((C) => Array.from({ length: rows }, (_, i) => dot(C.data.subarray(i * rows, (i + 1) * rows), generator))));
	});
	if (displacements.length === 0) return 0;
	return hermitianEigenvalues(gram(displacements)).filter((size) => size > 1e-8 * Math.max(flow.speed ** 2, 1e-8)).length;
}
function gram(vectors) {
	const size = vectors.length;
	const data = Float64Array.from({ length: size * size }, (_, k) => dot(vectors[Math.floor(k / size)], vectors[k % size]));
	return complexOf({
		rows: size,
		cols: size,
		data
	});
}
// src/geodesic/unitary/unitary-certificate.ts
/**
* The certificate of the best candidate.
*
* @param conjugate - conjugate points of the best candidate, if they were counted
* @param wanted - the part that costs as much as the search: sliced paths of K and 2K slices
*/
function certificateOf(search, best, candidates, conjugate, wanted) {
	const { weights, unitary, tolerance } = search;
	const lowerBounds = unitaryLowerBounds(weights, unitary);
	const shot = best?.shot;
	const end = conjugate === void 0 || shot === void 0 ? null : endOf(search, shot, conjugate);
	const compared = wanted.slicedLengths && shot !== void 0 && shot.residual <= tolerance ? shot : void 0;
	const starts = candidates.map(({ start, length, residual }) => {
		return {
			start,
			length: residual <= tolerance ? length : null
		};
	});
	const lengths = starts.flatMap(({ length }) => length === null ? [] : [Number(length.toFixed(6))]);
	const distinct = [...new Set(lengths)].sort((a, b) => a - b);
	return {
		status: statusOf(search, best, {
			lowerBounds,
			conjugate,
			end,
			starts: starts.length
		}),
		residual: best?.residual ?? null,
		...speedChecks(weights, best),
		momentumResidual: shot?.flow.momentumResidual ?? 0,
		slicedLengths: compared === void 0 ? [] : slicedLengths(search, compared.flow),
		starts,
		histogram: distinct.map((length) => ({
			length,
			count: lengths.filter((other) => other === length).length
		})),
		lowerBounds,
		conjugatePoints: conjugate?.count ?? null,
		end,
		corank: conjugate?.otherMomenta.length ?? null
	};
}
function statusOf({ weights, unitary, tolerance }, best, known) {
	if (best === void 0) return isOutsideControls(weights, unitary) ? "unreachable: the controls do not generate the target" : "nothing found";
	if (best.residual > tolerance) return `not converged: the best path ends at distance ${significant(best.residual)}`;
	const { biInvariant, weyl = 0 } = known.lowerBounds;
	if (best.length <= Math.max(biInvariant, weyl) * (1 + 1e-9) + 1e-12) return "least length: it meets a lower bound";
	const among = `best of ${counted(known.starts, "start")}`;
	if (best.shot === void 0) return `upper bound, by the direct method, ${among}`;
	const { conjugate, end } = known;
	if (conjugate === void 0 || end === null) return `geodesic, an upper bound, ${among}`;
	if (conjugate.count > 0) {
		const points = `geodesic with ${counted(conjugate.count, "conjugate point")}`;
		return conjugate.otherMomenta.length > 0 ? `${points} for one of its momenta, an upper bound, ${among}` : `${points}, no minimum, an upper bound, ${among}`;
	}
	const { multiplicity, family } = end;
	if (multiplicity > family) return `geodesic whose end is conjugate to its start, an upper bound, ${among}`;
	return `certified local minimum${multiplicity > 0 ? ` in a family of dimension ${multiplicity} of equally long geodesics` : ""}, an upper bound, ${among}`;
}
function endOf({ weights, unitary, tolerance }, shot, { atEnd }) {
	const multiplicity = atEnd.length;
	const symmetries = multiplicity === 0 ? 0 : movingSymmetries(weights, shot.flow, unitary);
	return {
		multiplicity,
		symmetries,
		family: multiplicity > symmetries ? familyDimension(weights, unitary, shot, atEnd, tolerance / 10) : symmetries
	};
}
/**
* Conjugate points of a shot; steps in which Jacobi fields turn by at most half a radian resolve every one. Where the path
* has other momenta, that of least norm is tried, too, and the one with fewer points counts: one momentum without any
* suffices for a minimum.
*/
function conjugatePointsOf(weights, { flow, momentum }) {
	const steps = Math.max(12, jacobiSteps(weights, momentum, .5));
	const points = conjugatePoints(weights, flow, momentum, steps);
	if (points === void 0 || points.count === 0 || points.otherMomenta.length === 0) return points;
	const least = points.otherMomenta.reduce((l, ν) => plus(l, -dot(l, ν), ν), momentum);
	const others = conjugatePoints(weights, flow, least, steps);
	return others !== void 0 && others.count < points.count ? others : points;
}
const SAMPLES = 17;
function speedChecks({ inverseWeights }, best) {
	if (best === void 0) return {
		speedVariation: 0,
		straightness: 1
	};
	const { shot, path } = best;
	const speeds = (shot === void 0 ? path : Array.from({ length: SAMPLES }, (_, k) => shot.flow.velocityAt(k / 16))).map((H) => Math.sqrt(H.reduce((sum, h, p) => h === 0 ? sum : sum + h * h / inverseWeights[p], 0)));
	const [greatest, least] = [Math.max(...speeds), Math.min(...speeds)];
	const mean = speeds.reduce((sum, F) => sum + F, 0) / speeds.length;
	const square = speeds.reduce((sum, F) => sum + F * F, 0) / speeds.length;
	return {
		speedVariation: least > 1e-12 ? greatest / least - 1 : 0,
		straightness: square > 1e-24 ? mean ** 2 / square : 1
	};
}
/** With K and 2K slices. */
function slicedLengths({ controls, unitary, slices }, flow) {
	return [slices, 2 * slices].map((count) => {
		const problem = unitaryPathProblem(controls, count, unitary);
		const { length, infidelity } = reachingPath(problem, sampledPath(problem, flow), 150, flow.momentumAt(1));
		return {
			slices: count,
			length,
			infidelity
		};
	});
}
// src/geodesic/unitary/unitary-descent.ts
/** @file From a geodesic with conjugate points down to one without: along the direction in which its energy falls. */
/** Sizes of the first step, relative to the path, tried in turn in both directions. */
const SHARES = [
	.2,
	-.2,
	.5,
	-.5
];
/**
* A shorter geodesic to the same end, found from one with a conjugate point at t₁ < 1. The Jacobi field that vanishes at
* t₁, cut off there, varies the path at no cost to second order, with a corner; without the corner it is shorter. So the
* slices are displaced by that variation of the velocity,
*
*     δH(t) = G⁻¹Ad_U(t)(1 + C J(t)) δL(0)  for t < t₁,  0 after,
*
* made shortest again by the direct method, and polished.
*
* @returns `undefined` if no displacement led to a shorter geodesic
*/
function shorterShot(metric, problem, { flow, momentum }, { first, field }, target, options) {
	if (first === void 0 || field === void 0) return void 0;
	const x = sampledPath(problem, flow);
	const variation = brokenVariation(metric, problem, flow, momentum, first, field);
	const scale = length(x) / length(variation);
	for (const share of SHARES) {
		const displaced = x.map((value, k) => value + share * scale * variation[k]);
		const path = reachingPath(problem, displaced, 300);
		const shot = polishedShot(metric, target, fittedMomentum(metric, problem, path.x), options);
		if (shot.residual <= 10 * options.tolerance && shot.flow.speed < flow.speed - 1e-9) return shot;
	}
}
/** The variation in the variables of the sliced path, sampled at the middle of each slice. */
function brokenVariation(metric, { slices, controls }, flow, momentum, until, field) {
	const C = bracketMatrix(momentum);
	const { times, maps } = jacobiFields(metric, flow, momentum, 2 * slices);
	const { words, weights } = controls;
	const variation = new Float64Array(slices * words.length);
	for (let k = 0; k < slices; k++) {
		const at = 2 * k + 1;
		if (times[at] >= until) break;
		const Z = applied(maps[at], field.subarray(1));
		const turned = applied(C, Z);
		const moved = field.map((l, p) => p === 0 ? 0 : l + turned[p - 1]);
		const u = flow.unitaryAt(times[at]);
		const H = velocityOf(metric, coordinatesOf(multiply(multiply(u, matrixOf(moved)), u, { adjointB: true })));
		words.forEach((word, j) => {
			const p = indexOfWord(word.slice(0, word.length / 2));
			variation[k * words.length + j] = Math.sqrt(weights[j] / slices) * H[p];
		});
	}
	return variation;
}
const applied = ({ rows, data }, x) => Float64Array.from({ length: rows }, (_, i) => dot(data.subarray(i * rows, (i + 1) * rows), x));
// src/geodesic/unitary/unitary-search.ts
/** @file The search for geodesics to a unitary: many starts, each followed as far as it leads. */
/**
* Where the starts lead: random paths by the direct method and polished by shooting, branches of the logarithm and given
* geodesics by continuation. If all words weigh the same, the branches alone.
*/
function candidatesOf(search, options) {
	const { weights, unitary, tolerance } = search;
	const { starts = 3, seed = 0, maxSteps = 60, from = [] } = options;
	const polish = options.polish ?? weights.qubits <= 4;
	const { branches = weights.qubits <= 3 ? 2 : 0 } = options;
	const logarithms = logarithmBranches(unitary);
	const shooting = {
		tolerance: tolerance / 10,
		maxSteps: 30
	};
	const lightest = weights.inverseWeights.reduce((most, x) => Math.max(most, x), 0);
	const uniform = weights.inverseWeights.map((_, p) => p === 0 ? 0 : lightest);
	const biInvariant = {
		qubits: weights.qubits,
		inverseWeights: uniform
	};
	if (weights.inverseWeights.every((x, p) => x === uniform[p])) return logarithms.map(({ velocity }, k) => {
		const shot = polishedShot(weights, unitary, velocity.map((h) => h / lightest), {
			...shooting,
			maxSteps: 0
		});
		return candidateOf(search, `logarithm ${k + 1}`, shot);
	});
	const found = [];
	for (let start = 1; start <= starts; start++) {
		const problem = unitaryPathProblem(search.controls, search.slices, unitary);
		const x = roughPath(problem, randomStream(seed, `unitary start ${start}`), maxSteps);
		const polished = (path) => polishedShot(weights, unitary, fittedMomentum(weights, problem, path), shooting);
		const rough = polish ? polished(x) : void 0;
		if (rough !== void 0 && rough.residual <= tolerance) {
			found.push(candidateOf(search, `random ${start}`, rough));
			continue;
		}
		const path = reachingPath(problem, x, 2 * maxSteps);
		const exact = polish ? polished(path.x) : void 0;
		if (exact !== void 0 && exact.residual <= tolerance) found.push(candidateOf(search, `random ${start}`, exact));
		else {
			const momentum = polish ? fittedMomentum(weights, problem, path.x) : firstMomentum(search, path.x);
			found.push(directCandidate(search, `random ${start}`, path, momentum));
		}
	}
	if (!polish) return found;
	const origins = [...logarithms.slice(0, branches).map(({ velocity }, k) => {
		return {
			name: `logarithm ${k + 1}`,
			metric: biInvariant,
			momentum: velocity.map((h) => h / lightest)
		};
	}), ...from.map(({ metric, momentum }, k) => {
		const origin = rightInvariantMetric(metric, weights.qubits);
		return {
			name: `continued ${k + 1}`,
			metric: origin,
			momentum: coordinatesOfSum(momentum)
		};
	})];
	for (const { name, metric, momentum } of origins) {
		const shot = continuedShot(metric, weights, unitary, momentum, shooting);
		if (shot !== void 0) found.push(candidateOf(search, name, shot));
	}
	return found;
}
/** The candidate that a geodesic with conjugate points descends to, if any. */
function descended(search, shot, points, start) {
	const { weights, controls, slices, unitary, tolerance } = search;
	const lower = shorterShot(weights, unitaryPathProblem(controls, 2 * slices, unitary), shot, points, unitary, {
		tolerance: tolerance / 10,
		maxSteps: 30
	});
	return lower && candidateOf(search, start, lower);
}
function candidateOf({ weights, slices }, start, shot) {
	const { momentum, residual, steps, flow } = shot;
	const path = Array.from({ length: slices }, (_, k) => flow.velocityAt((k + .5) / slices));
	return {
		start,
		momentum,
		length: speedOf(weights, momentum),
		residual,
		steps,
		path,
		shot
	};
}
/** G·H of the first slice: near L(0) on the controls. A fit to all slices costs O(64ⁿ) and is left to polishing. */
function firstMomentum({ weights, controls, slices, unitary }, x) {
	const [velocity] = hamiltoniansOf(unitaryPathProblem(controls, slices, unitary), x);
	return momentumOf(weights, velocity);
}
/** A path of the direct method; its residual √infidelity is the bi-invariant distance to first order. */
function directCandidate(search, start, path, momentum) {
	const problem = unitaryPathProblem(search.controls, search.slices, search.unitary);
	const hamiltonians = hamiltoniansOf(problem, path.x);
	return {
		start,
		momentum,
		length: path.length,
		residual: Math.sqrt(path.infidelity),
		steps: 0,
		path: hamiltonians
	};
}
// src/geodesic/unitary/logarithmic-map.ts
/** @file The logarithmic map of a complexity metric: the shortest geodesic found from 1 to a unitary, with its certificate. */
/**
* The shortest geodesic found from 1 to a unitary, its global phase ignored; its length is C(V) if no start missed a
* shorter one, and an upper bound in any case.
*
* 1. If all words weigh the same, the branches of the logarithm are all that is needed: the result is exact.
* 2. Direct method: paths of K slices from random starts, L-BFGS on the energy with rising weight of the end point; a
*    momentum is fitted to each path and polished by shooting.
* 3. Continuation: branches of the logarithm, and geodesics given, are followed from their metric to this one.
* 4. Descent: while the shortest has conjugate points, it is left along the Jacobi field of the first one.
*
* @param unitary - V, shape (2ⁿ, 2ⁿ), n ≤ 6; polished for n ≤ 4
* @returns `converged` if the end point is met within the tolerance; `stalled` if no start led there. That is a result:
*          the certificate says what the path is worth
* @throws {ShapeError} V is not 2ⁿ × 2ⁿ with n ≤ 6
* @throws {DomainError} V is not unitary, or the metric is invalid
*
* Cost about a second for n = 2, a few for n = 3, a minute for n = 4.
*/
function logarithmicMap(metric, unitary, options = {}) {
	const qubits = checkUnitary(unitary);
	const weights = rightInvariantMetric(metric, qubits);
	const { tolerance = 1e-9, slices = 8 } = options;
	const search = {
		weights,
		controls: controlWords(metric, qubits),
		unitary,
		slices,
		tolerance
	};
	const candidates = isOutsideControls(weights, unitary) ? [] : [...candidatesOf(search, options)];
	const shortest = () => {
		const reached = candidates.filter(({ residual }) => residual <= tolerance);
		const pool = reached.length > 0 ? reached : candidates;
		return pool.length === 0 ? void 0 : pool.reduce((a, b) => isBetter(b, a, tolerance) ? b : a);
	};
	let best = shortest();
	const counted = options.conjugatePoints ?? qubits <= 3;
	const pointsOf = (shot) => shot !== void 0 && counted ? conjugatePointsOf(weights, shot) : void 0;
	let points = pointsOf(best?.shot);
	for (let descent = 1; descent <= (options.descents ?? 4); descent++) {
		if (best?.shot === void 0 || best.residual > tolerance || points?.field === void 0) break;
		const lower = descended(search, best.shot, points, `descended ${descent}`);
		if (lower === void 0) break;
		candidates.push(lower);
		best = lower;
		points = pointsOf(lower.shot);
	}
	const momentum = best?.momentum ?? new Float64Array(4 ** qubits);
	return {
		value: {
			metric,
			qubits,
			momentum: sumOfCoordinates(momentum),
			velocity: sumOfCoordinates(velocityOf(weights, momentum)),
			path: (best?.path ?? []).map(sumOfCoordinates),
			length: best?.length ?? Infinity,
			certificate: certificateOf(search, best, candidates, points, { slicedLengths: options.slicedLengths ?? true })
		},
		result: best !== void 0 && best.residual <= tolerance ? "converged" : "stalled",
		steps: candidates.reduce((sum, { steps }) => sum + steps, 0)
	};
}
/** The shorter of two that arrive, or the nearer of two that do not. */
function isBetter(a, b, tolerance) {
	return a.residual <= tolerance ? a.length < b.length : a.residual < b.residual;
}
function checkUnitary(unitary) {
	const qubits = Math.log2(unitary.rows);
	if (unitary.rows !== unitary.cols || !Number.isInteger(qubits) || qubits < 1 || qubits > 6) throw new ShapeError(`logarithmicMap: a 2ⁿ × 2ⁿ matrix with n ≤ 6 required, got ${unitary.rows} × ${unitary.cols}`);
	const square = multiply(unitary, unitary, { adjointA: true });
	const error = frobeniusNorm(addScaledMatrix(square, [-1, 0], identityMatrix(unitary.rows)));
	if (!(error < 1e-9)) throw new DomainError(`logarithmicMap: a unitary required, |V†V − 1| is ${error}`);
	return qubits;
}
// train/studies/unitary-geodesic/findings.ts
const lengthOf = ({ result, value }) => result === "converged" ? value.length : null;
const textOf = (q) => q === Infinity ? "∞" : String(q);
function findings(name, size, found, biInvariant) {
	const reached = found.filter(({ result }) => result === "converged");
	const [first, last] = [reached[0], reached.at(-1)];
	const answer = first === void 0 || last === void 0 ? "No geodesic was found at any penalty." : `The length found grows from ${first.value.length.toFixed(6)} at penalty ${textOf(first.value.metric.penalty)} to ${last.value.length.toFixed(6)} at ${textOf(last.value.metric.penalty)}. Each is an upper bound of C(V), and as good as its certificate.`;
	return {
		title: `Complexity of ${name}`,
		question: `What is the shortest path from 1 to ${name} on ${Math.log2(size)} qubits, and how does it change as large words become expensive? (II.A)`,
		answer,
		sections: [lengths(found, biInvariant), paths(reached)],
		checks: found.flatMap((one, k) => checksOf(one, found[k - 1], biInvariant)),
		verdicts: []
	};
}
function lengths(found, biInvariant) {
	const columns = [
		"penalty",
		"length",
		"residual",
		"conjugate points",
		"lower bound",
		"starts",
		"status"
	];
	const rows = found.map((one) => {
		const { metric, certificate } = one.value;
		const { residual, conjugatePoints, lowerBounds, starts, status } = certificate;
		const arrived = `${starts.filter(({ length }) => length !== null).length} of ${starts.length}`;
		const bound = Math.max(lowerBounds.biInvariant, lowerBounds.weyl ?? 0);
		return [
			textOf(metric.penalty),
			lengthOf(one),
			residual,
			conjugatePoints,
			bound,
			arrived,
			status
		];
	});
	const finite = found.filter(({ value }) => value.metric.penalty < Infinity);
	const limit = found.find(({ value }) => value.metric.penalty === Infinity);
	const level = limit === void 0 ? null : lengthOf(limit);
	return {
		heading: "Length against penalty",
		text: "Words that the metric does not make cheap weigh q. At q = 1 the metric is bi-invariant and the length is known exactly; it can only grow with q. At q = ∞ the expensive words are not controls at all.",
		exhibits: [{
			kind: "table",
			caption: "Geodesics. The shortest found at each penalty, with its certificate.",
			columns,
			rows
		}, {
			kind: "chart",
			caption: "Length against penalty. Each point is the shortest geodesic found.",
			x: {
				label: "penalty q (log scale)",
				kind: "log"
			},
			y: {
				label: "length",
				kind: "linear",
				include: [0]
			},
			series: [{
				name: "geodesic",
				mark: "line-and-points",
				points: finite.map((one) => [one.value.metric.penalty, lengthOf(one)])
			}],
			levels: [{
				y: biInvariant,
				name: "bi-invariant distance"
			}, ...level === null ? [] : [{
				y: level,
				name: "q = ∞"
			}]]
		}]
	};
}
/** Which words the initial velocity uses. */
function paths(found) {
	const sizeOf = (word) => word.replaceAll("I", "").length;
	const most = Math.max(1, ...found.map(({ value }) => value.qubits));
	const sizes = Array.from({ length: most }, (_, k) => k + 1);
	const share = ({ value }, size) => {
		const square = (terms) => terms.reduce((sum, { coefficient }) => sum + coefficient ** 2, 0);
		const { terms } = value.velocity;
		return square(terms.filter(({ word }) => sizeOf(word) === size)) / square(terms);
	};
	return {
		heading: "Where the velocity lies",
		text: "Share of Σ h_{P}² at the start of each geodesic in words of 1, 2, … qubits.",
		exhibits: [{
			kind: "heat-map",
			caption: "Velocity by size of the words. Rows are penalties.",
			quantity: "share of Σ h_{P}²",
			rowsLabel: "penalty",
			columnsLabel: "qubits of the word",
			rows: found.map(({ value }) => textOf(value.metric.penalty)),
			columns: sizes.map(String),
			values: found.map((one) => sizes.map((size) => share(one, size)))
		}]
	};
}
function checksOf(one, before, biInvariant) {
	if (one.result !== "converged") return [];
	const { metric, length, certificate } = one.value;
	const q = textOf(metric.penalty);
	const uniform = metric.penalty === 1 && (metric.sizeWeights ?? []).every((weight) => weight === 1);
	const grows = before?.result === "converged" && before.value.metric.penalty <= metric.penalty ? [atLeast(`length does not fall with the penalty, q = ${q}`, "theorem", length, before.value.length, 1e-8)] : [];
	return [
		atMost(`distance of the end point from V, q = ${q}`, "independent computation", certificate.residual ?? 1, 1e-9),
		atMost(`variation of the speed, q = ${q}`, "theorem", certificate.speedVariation, 1e-8),
		...uniform ? [equals("bi-invariant length", "closed form", length, biInvariant, 1e-9)] : grows
	];
}
// train/studies/unitary-geodesic/run.ts
/** @file How complex is a unitary, as the penalty on large or distant words grows? Nielsen's geometry of a gate. */
/** Carries the study out, part by part. */
function* run({ unitary, metric, penalties, starts, slices }, { seed, read, part }) {
	const { name, qubits, matrix } = unitaryOfSpec(unitary, { read });
	const metrics = penalties.map((q) => metricOfSpec({
		...metric,
		penalty: q
	}, qubits));
	const found = [];
	for (const [k, one] of metrics.entries()) {
		const before = found.at(-1);
		const from = before?.result === "converged" ? [before.value] : [];
		found.push(yield* part(`penalty ${textOf(one.penalty)}`, (k + 1) / metrics.length, () => logarithmicMap(one, matrix, {
			starts,
			slices,
			seed,
			from
		})));
	}
	return findings(name, matrix.rows, found, biInvariantLength(matrix));
}
export { run };
