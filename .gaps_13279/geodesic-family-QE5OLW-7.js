import { A as frobeniusNorm, B as addScaled, G as scaledVector, J as identityMatrix, L as scaledMatrix, P as multiply, Q as currentEngine, T as adjoint, U as normSquared, V as innerProduct, X as zeroMatrix, Z as zeroVector, d as hermitianEigenvalues, dt as ShapeError, k as complexOf, lt as parity, st as bitCount, tt as walshHadamard, u as hermitianEigen, ut as DomainError, w as addScaledMatrix } from "./study-record-DTuekta5.js";
import { a as place, c as wordSize, n as checkWord, o as support, s as wordOf, t as bitOperator } from "./pauli-uGOqdxwH.js";
import { t as minimise } from "./minimise-BEDXc41D.js";
import { r as distances } from "./lattice-MaWPiOKk.js";
import { i as times, n as length, r as plus, t as dot } from "./real-vector-Ds4rf2rg.js";
import { t as singularValueDecomposition } from "./singular-values-FC6Kti-a.js";
import { n as penaltyWeight, t as latticeOf } from "./penalty-metric-Cuwf29xW.js";
import { a as SingularValueDecomposition, i as Matrix, o as solve, r as LuDecomposition, t as CholeskyDecomposition } from "./matrix-4pK0aJpU.js";
import { t as lbfgs } from "./lbfgs-vClzNTl2.js";
// src/complexity/controls.ts
/** @file Which words a metric lets a Hamiltonian use, and at what weight. */
/** Most words accepted: enough for all words of six qubits, 4⁶ − 1, and for all pairs of 40. */
const MOST_WORDS = 8192;
/**
* All words other than the identity that have finite weight, by size, then by place, then by letter.
*
* With an infinite penalty only the supports of at most `maxSize` qubits within `maxRange` are visited, so the cost is
* O(#words · qubits), whatever 4ⁿ is.
*
* @throws {DomainError | ShapeError} the metric is invalid (see `checkMetric`), or has more than 8192 words of finite
*          weight
*/
function controlWords(metric, qubits) {
	checkMetric(metric, qubits);
	const unbounded = metric.penalty < Infinity;
	const table = distances(latticeOf(metric, qubits));
	const maxSize = unbounded ? qubits : Math.min(qubits, metric.maxSize ?? qubits);
	const maxRange = unbounded ? Infinity : metric.maxRange ?? Infinity;
	const words = [];
	let supports = [[]];
	for (let size = 1; size <= maxSize && supports.length > 0; size++) {
		supports = supports.flatMap((sites) => {
			const first = (sites[sites.length - 1] ?? -1) + 1;
			return Array.from({ length: qubits - first }, (_, k) => first + k).filter((site) => sites.every((other) => table[other][site] <= maxRange)).map((site) => [...sites, site]);
		});
		if (words.length + supports.length * 3 ** size > MOST_WORDS) throw new DomainError(`controlWords: at most ${MOST_WORDS} words of finite weight required, got more at ${qubits} qubits; bound maxSize or maxRange and make the penalty infinite`);
		words.push(...supports.flatMap((sites) => lettersOn(qubits, sites)));
	}
	const finite = words.map((word) => [word, penaltyWeight(metric, word)]).filter(([, w]) => w < Infinity);
	return {
		qubits,
		words: finite.map(([word]) => word),
		weights: Float64Array.from(finite, ([, w]) => w)
	};
}
/**
* The controls of a metric whose one-qubit words may weigh 0: those that cost something, and those that are free. As
* the weights depend on supports only, free rotations can be moved to the end of a path at no cost.
*
* @throws {DomainError | ShapeError} as `controlWords`; sizeWeights[0] = 0 where there are only one-qubit words, as on
*         one qubit: every path would be free
*/
function splitControls(metric, qubits) {
	const [first, ...others] = metric.sizeWeights ?? [];
	if (first !== 0) return {
		controls: controlWords(metric, qubits),
		freeWords: []
	};
	const { words, weights } = controlWords({
		...metric,
		sizeWeights: [1, ...others]
	}, qubits);
	const costly = words.flatMap((word, p) => support(word).length > 1 ? [p] : []);
	if (costly.length === 0) throw new DomainError("penalty metric: words that cost something required, got weight 0 on all controls");
	return {
		controls: {
			qubits,
			words: costly.map((p) => words[p]),
			weights: Float64Array.from(costly, (p) => weights[p])
		},
		freeWords: words.filter((word) => support(word).length === 1)
	};
}
/**
* Checks that a penalty metric is valid on this many qubits.
*
* @param freeRotations - whether words of one qubit may weigh 0; default false
*
* @throws {DomainError} penalty or a weight not positive, maxSize or maxRange not a number of qubits or steps
* @throws {ShapeError} the lattice has another number of sites, or there are more weights than cheap sizes
*/
function checkMetric(metric, qubits, freeRotations = false) {
	const { penalty, maxSize, maxRange, sizeWeights = [], lattice } = metric;
	if (!(penalty > 0)) throw new DomainError(`penalty metric: a penalty above 0 required, got ${penalty}`);
	if (maxSize !== void 0 && !(maxSize >= 1)) throw new DomainError(`penalty metric: maxSize of at least 1 required, got ${maxSize}`);
	if (maxRange !== void 0 && !(maxRange >= 0)) throw new DomainError(`penalty metric: maxRange of at least 0 required, got ${maxRange}`);
	const wrong = sizeWeights.find((weight, k) => !(weight > 0 || weight === 0 && k === 0 && freeRotations));
	if (wrong !== void 0) throw new DomainError(`penalty metric: sizeWeights above 0 required, got ${wrong}`);
	const sizes = Math.min(maxSize ?? qubits, qubits);
	if (sizeWeights.length > sizes) throw new ShapeError(`penalty metric: at most ${sizes} sizeWeights required, got ${sizeWeights.length}`);
	if (lattice !== void 0 && lattice.sites !== qubits) throw new ShapeError(`penalty metric: a lattice of ${qubits} sites required, got ${lattice.sites}`);
}
/** The 3^size words that act on exactly these sites. */
function lettersOn(qubits, sites) {
	return Array.from({ length: 3 ** sites.length }, (_, index) => place(qubits, Object.fromEntries(sites.map((site, k) => [site, "XYZ"[Math.floor(index / 3 ** (sites.length - 1 - k)) % 3]]))));
}
// src/linalg/dense-real.ts
/** @file The one door to ml-matrix: dense real matrices, their decompositions, and linear systems with them. */
/** The same matrix with the methods of ml-matrix; the numbers are copied. */
function denseMatrix({ rows, cols, data }) {
	return Matrix.from1DArray(rows, cols, data);
}
/**
* The map b ↦ A⁻¹b by Cholesky decomposition A = LLᵀ, O(n³) and then O(n²) for each b; undefined where A is not
* positive definite to rounding.
*
* @param A - symmetric to the last bit, shape (n, n); ml-matrix throws otherwise
*/
function choleskySolver(A) {
	const factor = new CholeskyDecomposition(A);
	if (!factor.isPositiveDefinite()) return void 0;
	return (b) => Float64Array.from(factor.solve(Matrix.columnVector(b)).to1DArray());
}
// src/path/hamiltonian-action.ts
/**
* @file H = Σ_P h_P P acting on states without a matrix. Words that flip the same bits share one complex diagonal,
* so H costs one pass over the state for each distinct flip, however many words there are.
*/
/** Numbers in the diagonals of all flips. */
const listLength = ({ offsets, flips }) => 2 * offsets[flips.length];
/**
* H = Σ_P h_P P, ready to act. The sum over signs is a Walsh–Hadamard transform: O(n · 2ⁿ) at most for each flip.
*
* @param coefficients - h, shape (#words,)
*/
function hamiltonian(table, coefficients) {
	const { offsets } = table;
	const diagonals = currentEngine().withFlips(table, (space) => {
		const at = space.put(placed(table, coefficients));
		space.transform(at);
		return space.get(at, listLength(table));
	});
	let bound = 0;
	for (let f = 1; f < offsets.length; f++) {
		let greatest = 0;
		for (let at = 2 * offsets[f - 1]; at < 2 * offsets[f]; at += 2) greatest = Math.max(greatest, diagonals[at] * diagonals[at] + diagonals[at + 1] * diagonals[at + 1]);
		bound += Math.sqrt(greatest);
	}
	return {
		table,
		diagonals,
		bound
	};
}
/** The coefficients where their words stand in the list of diagonals, times (−i)^{#Y}: its transform is that list. */
function placed(table, coefficients) {
	const { places, quarterTurns } = table;
	const list = new Float64Array(listLength(table));
	for (let p = 0; p < coefficients.length; p++) {
		const turns = quarterTurns[p];
		const part = 2 * places[p] + turns % 2;
		list[part] = list[part] + (turns === 1 || turns === 2 ? -coefficients[p] : coefficients[p]);
	}
	return list;
}
/** Im⟨bra|P ket⟩ for every word, shape (#words,), from the transform of what `collect` forms from bra and ket. */
function expectations({ places, quarterTurns }, products) {
	const values = new Float64Array(places.length);
	for (let p = 0; p < values.length; p++) {
		const turns = quarterTurns[p];
		const part = products[2 * places[p] + (turns % 2 === 0 ? 1 : 0)];
		values[p] = turns === 1 || turns === 2 ? -part : part;
	}
	return values;
}
/** i·Hψ. O(flips · 2ⁿ). */
function timesIH({ table, diagonals }, psi) {
	return currentEngine().withFlips(table, (space) => {
		const out = space.zeros(psi.length);
		space.act(out, space.put(diagonals), space.put(psi), 1);
		return space.get(out, psi.length);
	});
}
/** Largest norm bound ‖Hτ‖ of a sub-step: its Taylor terms stay small enough to lose no more than a digit. */
const LARGEST_STEP = 4;
const SMALLEST_TERM = 1e-16;
/**
* exp(−iHt)ψ by its Taylor series, to rounding accuracy. The time is split until ‖H‖τ ≤ 4 by the norm bound; a
* series ends with the first term below 10⁻¹⁶ after which the terms at least halve, for that bounds the error of the
* derivative, too.
*
* Cost O(flips · degree · 2ⁿ), memory degree states.
*/
function evolve(H, psi, time) {
	const subSteps = Math.max(1, Math.ceil(H.bound * Math.abs(time) / LARGEST_STEP));
	const step = time / subSteps;
	const norm = H.bound * Math.abs(step);
	const { length } = psi;
	return currentEngine().withFlips(H.table, (space) => {
		const diagonals = space.put(H.diagonals);
		const sum = space.put(psi);
		const [even, odd] = [space.zeros(length), space.zeros(length)];
		const terms = [];
		for (let s = 0; s < subSteps; s++) {
			const series = [space.get(sum, length)];
			let [term, next] = [even, odd];
			space.copy(term, sum, length);
			let size = 1;
			for (let m = 1; m < 2 * norm || size > SMALLEST_TERM; m++) {
				space.clear(next, length);
				space.act(next, diagonals, term, -step / m);
				space.add(sum, next, length, 1);
				series.push(space.get(next, length));
				size = lengthOf(series[m]);
				[term, next] = [next, term];
			}
			terms.push(joined(series));
		}
		return {
			time,
			state: space.get(sum, length),
			terms
		};
	});
}
function lengthOf(v) {
	let square = 0;
	for (let i = 0; i < v.length; i++) square += v[i] * v[i];
	return Math.sqrt(square);
}
/** The vectors of equal length, one after the other. */
function joined(vectors) {
	const { length } = vectors[0];
	const all = new Float64Array(vectors.length * length);
	vectors.forEach((vector, k) => {
		all.set(vector, k * length);
	});
	return all;
}
/**
* Reverse mode through `evolve`: for real functions with dL = Re⟨λ|dψ'⟩ at the state ψ' reached, the derivatives with
* respect to the coefficients and the cotangents at the state started from. It differentiates the truncated series
* term by term, so it is exact for what `evolve` computes.
*
* @param cotangents - one λ for each function, interleaved, shape (2ⁿ,)
*
* Cost of each twice that of `evolve`, and one Walsh–Hadamard transform for each flip.
*/
function pullbackEvolution(H, { time, terms }, cotangents) {
	const { table } = H;
	const step = time / terms.length;
	const length = 2 * table.size;
	return currentEngine().withFlips(table, (space) => {
		const diagonals = space.put(H.diagonals);
		const series = terms.map((all) => space.put(all));
		const [lambda, adjoint, next] = [
			space.zeros(length),
			space.zeros(length),
			space.zeros(length)
		];
		const products = space.zeros(listLength(table));
		return cotangents.map((cotangent) => {
			space.set(lambda, cotangent);
			space.clear(products, listLength(table));
			for (let s = terms.length - 1; s >= 0; s--) {
				let [at, free] = [adjoint, next];
				space.copy(at, lambda, length);
				for (let m = terms[s].length / length - 1; m >= 1; m--) {
					space.collect(products, at, series[s] + (m - 1) * length, step / m);
					space.copy(free, lambda, length);
					space.act(free, diagonals, at, step / m);
					[at, free] = [free, at];
				}
				space.copy(lambda, at, length);
			}
			space.transform(products);
			return {
				coefficients: expectations(table, space.get(products, listLength(table))),
				cotangent: space.get(lambda, length)
			};
		});
	});
}
/**
* Forward mode through `evolve`: the change of the state reached when H changes by dH and the state started from by dψ.
*
* @param direction - dH, on the same word table
* @returns the derivative of the state reached, interleaved, shape (2ⁿ,)
*
* Cost twice that of `evolve`.
*/
function pushforwardEvolution(H, direction, { time, terms }, tangent) {
	const step = time / terms.length;
	const { length } = tangent;
	return currentEngine().withFlips(H.table, (space) => {
		const [diagonals, moving] = [space.put(H.diagonals), space.put(direction.diagonals)];
		const sum = space.put(tangent);
		const [even, odd] = [space.zeros(length), space.zeros(length)];
		for (const all of terms) {
			const series = space.put(all);
			let [term, next] = [even, odd];
			space.copy(term, sum, length);
			for (let m = 1; m < all.length / length; m++) {
				space.clear(next, length);
				space.act(next, diagonals, term, -step / m);
				space.act(next, moving, series + (m - 1) * length, -step / m);
				space.add(sum, next, length, 1);
				[term, next] = [next, term];
			}
		}
		return space.get(sum, length);
	});
}
// src/path/word-table.ts
const known$1 = /* @__PURE__ */ new WeakMap();
/** The table of a list of words, remembered with the list. O(flips · 2ⁿ). */
function wordTable(words, qubits) {
	const table = known$1.get(words) ?? tableOf(words, 2 ** qubits);
	known$1.set(words, table);
	return table;
}
function tableOf(words, size) {
	const operators = words.map(bitOperator);
	const signsOf = /* @__PURE__ */ new Map();
	for (const { flip, sign } of operators) signsOf.set(flip, (signsOf.get(flip) ?? 0) | sign);
	const flips = Int32Array.from(signsOf.keys()).sort();
	const index = new Map(Array.from(flips, (flip, f) => [flip, f]));
	const offsets = new Int32Array(flips.length + 1);
	const compressed = Array.from(flips, (flip, f) => {
		const positions = compressedBits(signsOf.get(flip), size);
		offsets[f + 1] = offsets[f] + positions[size - 1] + 1;
		return positions;
	});
	const entries = new Int32Array(size * flips.length);
	for (let c = 0, at = 0; c < size; c++) for (let f = 0; f < flips.length; f++, at++) entries[at] = offsets[f] + compressed[f][c];
	return {
		size,
		words,
		flips,
		offsets,
		entries,
		places: Int32Array.from(operators, ({ flip, sign }) => {
			const f = index.get(flip);
			return offsets[f] + compressed[f][sign];
		}),
		quarterTurns: Int32Array.from(operators, ({ quarterTurns }) => quarterTurns % 4)
	};
}
/** For every number below `size`, its bits under the mask, packed together. */
function compressedBits(mask, size) {
	const positions = new Int32Array(size);
	for (let bit = 1, weight = 1; bit < size; bit *= 2) {
		const value = (mask & bit) !== 0 ? weight : 0;
		for (let c = 0; c < bit; c++) positions[bit + c] = positions[c] + value;
		if (value > 0) weight *= 2;
	}
	return positions;
}
// src/path/state-path.ts
/** Runs the path at x. Cost O(K · flips · degree · 2ⁿ), and twice that for each derivative. */
function runPath(problem, x) {
	const { controls, from, slices, freeWords = [] } = problem;
	const table = wordTable(controls.words, controls.qubits);
	const first = {
		table: wordTable(freeWords, controls.qubits),
		time: 1,
		scales: new Float64Array(freeWords.length).fill(1)
	};
	const others = {
		table,
		time: 1 / slices,
		scales: controls.weights.map((weight) => Math.sqrt(slices / weight))
	};
	const layers = [...freeWords.length > 0 ? [first] : [], ...new Array(slices).fill(others)];
	const firstAt = slices * controls.words.length;
	const offsetOf = (k) => layers.length === slices ? k * controls.words.length : k === 0 ? firstAt : (k - 1) * controls.words.length;
	const coefficientsOf = (k, values) => layers[k].scales.map((scale, p) => scale * values[offsetOf(k) + p]);
	const steps = [];
	let state = from.interleaved;
	layers.forEach((layer, k) => {
		const H = hamiltonian(layer.table, coefficientsOf(k, x));
		const evolution = evolve(H, state, layer.time);
		steps.push({
			H,
			evolution
		});
		state = evolution.state;
	});
	const vector = (interleaved) => ({
		length: from.length,
		interleaved
	});
	const pullbacks = (cotangents) => {
		const gradients = cotangents.map(() => new Float64Array(x.length));
		let lambdas = cotangents.map(({ interleaved }) => interleaved);
		for (let k = layers.length - 1; k >= 0; k--) {
			const { H, evolution } = steps[k];
			const pulled = pullbackEvolution(H, evolution, lambdas);
			lambdas = pulled.map(({ cotangent }) => cotangent);
			pulled.forEach(({ coefficients }, row) => {
				coefficients.forEach((slope, p) => {
					gradients[row][offsetOf(k) + p] = layers[k].scales[p] * slope;
				});
			});
		}
		return gradients;
	};
	return {
		end: vector(state),
		pushforward: (direction) => vector(steps.reduce((tangent, { H, evolution }, k) => pushforwardEvolution(H, hamiltonian(H.table, coefficientsOf(k, direction)), evolution, tangent), new Float64Array(2 * from.length))),
		pullback: (cotangent) => pullbacks([cotangent])[0],
		pullbacks
	};
}
/** The coefficients h[k][P] of the slices at x: K arrays of shape (#words,). */
function velocityAt({ controls, slices }, x) {
	const { weights } = controls;
	return Array.from({ length: slices }, (_, k) => weights.map((weight, p) => x[k * weights.length + p] * Math.sqrt(slices / weight)));
}
/**
* c = e^{−iφ}ψ − |z|·|t⟩ with z = ⟨t|ψ⟩ = |z|e^{iφ}: the part of ψ orthogonal to the target; ‖c‖² is the infidelity.
*/
function missOf$1(target, psi) {
	const [x, y] = innerProduct(target, psi);
	const modulus = Math.hypot(x, y);
	const turn = modulus > 0 ? [x / modulus, -y / modulus] : [1, 0];
	return addScaled(scaledVector(turn, psi), [-modulus, 0], target);
}
/** The infidelity |c|² of the end of the path at x from |to⟩, as `missOf` gives it. */
const missedBy = (problem, x) => normSquared(missOf$1(problem.to, runPath(problem, x).end));
/** Speeds F(H_k) = √Σ_P w_P h[k][P]² of the slices. */
function speeds({ controls, slices }, x) {
	const words = controls.words.length;
	return Array.from({ length: slices }, (_, k) => Math.sqrt(slices) * Math.hypot(...x.subarray(k * words, (k + 1) * words)));
}
/** The same path in twice as many slices: every slice is halved. */
function halvedSlices({ controls, freeWords = [] }, x) {
	const words = controls.words.length;
	const paid = x.length - freeWords.length;
	const halves = Float64Array.from({ length: 2 * paid }, (_, i) => {
		const k = Math.floor(i / words);
		return x[Math.floor(k / 2) * words + i % words] / Math.SQRT2;
	});
	return Float64Array.from([...halves, ...x.subarray(paid)]);
}
/** Length Σ_k F(H_k)/K of the path. */
function pathLength(problem, x) {
	return speeds(problem, x).reduce((sum, F) => sum + F, 0) / problem.slices;
}
// src/path/constrained-path.ts
/**
* @file The least norm of x under a condition c(x) = 0, whatever the condition is: an augmented Lagrangian, Newton
* steps onto the condition, and the multiplier that tells how stationary a point is. In the coordinates x of a sliced
* path the energy is ½|x|², so this is the direct method for shortest paths.
*/
/** Most Newton steps, and the |c|² at which they end: at ε the error of the length is about √ε. */
const LAST = {
	maxSteps: 4,
	tolerance: 1e-22
};
/**
* The condition that a path of states ends at |to⟩, up to the phase,
*
*     c = e^{−iφ}ψ − |z|·|to⟩,      z = ⟨to|ψ⟩ = |z|e^{iφ},      dc = (1 − |to⟩⟨to|)v − i Im⟨to|v⟩c/|z|,      v = e^{−iφ}dψ:
*
* |c|² = 1 − |z|² is the infidelity, without cancellation, and c is blind to the global phase. The multiplier is the costate
* of Pontryagin's principle at the end point, up to sign, ⟨to|p⟩ = 0.
*/
function pathCondition(problem) {
	const { to, amplitudeWeights, slices, controls } = problem;
	return {
		paid: slices * controls.words.length,
		weights: Float64Array.from({ length: 2 * to.length }, (_, i) => amplitudeWeights[i >> 1]),
		condition: (x) => {
			const run = runPath(problem, x);
			const miss = missOf$1(to, run.end);
			const [re, im] = innerProduct(to, run.end);
			const modulus = Math.hypot(re, im);
			const [cos, sin] = modulus > 0 ? [re / modulus, im / modulus] : [1, 0];
			const turning = modulus > 0 ? 1 / modulus : 0;
			return {
				miss: miss.interleaved,
				pushforward: (direction) => {
					const v = scaledVector([cos, -sin], run.pushforward(direction));
					const [a, b] = innerProduct(to, v);
					return addScaled(addScaled(v, [-a, -b], to), [0, -b * turning], miss).interleaved;
				},
				pullback: (interleaved) => {
					const lambda = {
						length: to.length,
						interleaved
					};
					const [a, b] = innerProduct(to, lambda);
					const [, turn] = innerProduct(lambda, miss);
					return run.pullback(scaledVector([cos, sin], addScaled(lambda, [-a, turn * turning - b], to)));
				}
			};
		}
	};
}
/** The gradient of the energy: x, and 0 for entries that do not contribute. */
const energySlope = ({ paid }, x) => paid === void 0 ? x : x.slice().fill(0, paid);
/** No multiplier: the weight alone holds the condition. */
const free = ({ weights }, weight) => ({
	weight,
	multiplier: new Float64Array(weights.length)
});
/** The force with the multiplier p + 2μ·c, c weighted, which is what the penalty amounts to at a miss c. */
const balanced = ({ weights }, { weight, multiplier }, miss) => ({
	weight,
	multiplier: multiplier.map((p, i) => p + 2 * weight * weights[i] * miss[i])
});
/** L(x) = ½|x|² + p·c(x) + μ Σ_i weights_i c_i(x)², with its exact gradient. */
function pathLagrangian(path, force) {
	return (x) => {
		const { miss, pullback } = path.condition(x);
		const slope = energySlope(path, x);
		const penalty = miss.reduce((sum, c, i) => sum + path.weights[i] * c * c, 0);
		return {
			value: dot(slope, slope) / 2 + dot(force.multiplier, miss) + force.weight * penalty,
			gradient: plus(slope, 1, pullback(balanced(path, force, miss).multiplier))
		};
	};
}
/** L-BFGS under one force; yields the attempt after every step. */
function* descended(path, at, { maxSteps, gradientTolerance, preconditioner }) {
	const optimiser = lbfgs({
		memory: 30,
		...preconditioner && { preconditioner }
	});
	const steps = minimise(pathLagrangian(path, at.force), optimiser, at.x, {
		maxSteps,
		gradientTolerance
	});
	for (;;) {
		const next = steps.next();
		if (next.done) {
			const { value, steps: used } = next.value;
			return {
				...at,
				x: value.x,
				loss: value.evaluation.value,
				steps: at.steps + used
			};
		}
		yield {
			...at,
			x: next.value.x,
			loss: next.value.evaluation.value,
			steps: at.steps + next.value.step
		};
	}
}
/** The |c|² of a miss above which a path has shrunk to nothing instead of setting out for the target. */
const BLIND = .9;
/**
* From a random path to the neighbourhood of a shortest one: first μ = 2000 to meet the condition, then 200 to shorten.
* Where the weights of the condition make a path of length zero the nearest minimum, they are set aside at first: W of
* many qubits is everywhere one wrong qubit away from |0…0⟩, and every word makes more qubits wrong.
*/
function* explored(path, x, maxSteps) {
	const start = {
		x,
		force: free(path, 2e3),
		loss: Infinity,
		steps: 0
	};
	const options = {
		maxSteps,
		gradientTolerance: 1
	};
	let found = yield* descended(path, start, options);
	const { miss } = path.condition(found.x);
	if (dot(miss, miss) > BLIND) found = yield* descended({
		...path,
		weights: path.weights.map(() => 1)
	}, {
		...start,
		steps: found.steps
	}, options);
	return yield* descended(path, {
		...found,
		force: free(path, 200)
	}, {
		maxSteps,
		gradientTolerance: .01
	});
}
/** Rising weights and multipliers until |c|² meets the tolerance. */
function* approached(path, start, { maxSteps, tolerance, stages = 6, gradientTolerance = 1e-7 }) {
	let at = {
		...start,
		steps: 0
	};
	let before = Infinity;
	for (let stage = 0; stage < stages; stage++) {
		const { steps } = at;
		at = yield* descended(path, at, {
			maxSteps,
			gradientTolerance
		});
		const { miss } = path.condition(at.x);
		const converged = at.steps - steps < maxSteps;
		const square = dot(miss, miss);
		if (converged && square <= tolerance) break;
		const force = balanced(path, at.force, miss);
		at = {
			...at,
			force: {
				...force,
				weight: (square > before / 4 ? 5 : 1) * force.weight
			}
		};
		before = square;
	}
	return at;
}
/**
* Newton's method onto the condition: x moves by the least-norm solution of J dx = −c until |c|² is small, a method for
* fewer equations than unknowns (Gauss–Newton), quadratically convergent. As |dx| is a distance in the metric of the
* energy, the length changes as little as possible. A step that does not help is halved; the method ends where halving
* does not help either.
*/
function arrived(path, start, { maxSteps, tolerance } = LAST) {
	let x = start;
	let at = path.condition(x);
	let steps = 0;
	for (let step = 0; step < maxSteps && dot(at.miss, at.miss) > tolerance; step++) {
		const { x: move, steps: used } = leastNormSolution(at, times(-1, at.miss));
		steps += used;
		const longest = 1 + length(x);
		const better = [
			1,
			.5,
			.25,
			.125
		].filter((share) => share * length(move) <= longest).map((share) => plus(x, share, move)).find((trial) => {
			const { miss } = path.condition(trial);
			return dot(miss, miss) < .9 * dot(at.miss, at.miss);
		});
		if (better === void 0) break;
		x = better;
		at = path.condition(x);
	}
	return {
		x,
		square: dot(at.miss, at.miss),
		steps
	};
}
/** Most conjugate-gradient steps in each inner problem. */
const INNER_STEPS = 120;
/**
* dx of least norm with J dx = b, to a hundredth of |b| or until the steps are used up: conjugate gradients for least
* squares.
*/
function leastNormSolution({ pushforward, pullback }, b) {
	let residual = b;
	let pulled = pullback(residual);
	let direction = pulled;
	let slope = dot(pulled, pulled);
	const [enough, flat] = [1e-4 * dot(b, b), 1e-20 * slope];
	let x = new Float64Array(pulled.length);
	let steps = 0;
	for (; steps < INNER_STEPS && slope > flat && dot(residual, residual) > enough; steps++) {
		const image = pushforward(direction);
		const alpha = slope / dot(image, image);
		x = plus(x, alpha, direction);
		residual = plus(residual, -alpha, image);
		pulled = pullback(residual);
		const next = dot(pulled, pulled);
		direction = plus(pulled, next / slope, direction);
		slope = next;
	}
	return {
		x,
		steps
	};
}
// src/linalg/normal-eigen.ts
/** @file The spectrum of a normal matrix, above all the eigenphases of a unitary one. */
/** Any angle without a simple relation to π. */
const ANGLE = .7390851332151607;
/** The largest |AA† − A†A| relative to |A|² that counts as rounding. */
const NORMAL_TOLERANCE = 1e-8;
/**
* Eigenvalues and orthonormal eigenvectors of a normal matrix, AA† = A†A (unitary, Hermitian, skew …). The
* commuting Hermitian parts A = X + iY are diagonalised together: first cos(α)·X + sin(α)·Y for one angle α, then
* Jacobi rotations where that combination was nearly degenerate. Orthonormal for degenerate phases too. O(n³).
*
* @param tolerance - acceptable error of the eigenvalues, relative to the root mean square of their moduli; default
*                    rounding, which costs many rotations where eigenvalues lie close together
* @throws {ShapeError} a is not square
* @throws {DomainError} a is not normal, or not finite
*
* @see Bunse-Gerstner, Byers & Mehrmann, SIAM J. Matrix Anal. Appl. 14, 927 (1993)
*/
function normalEigen(a, tolerance = 4 * Number.EPSILON) {
	const n = a.rows;
	checkNormal(a);
	const turned = scaledMatrix([Math.cos(ANGLE) / 2, -Math.sin(ANGLE) / 2], a);
	const { vectors } = hermitianEigen(addScaledMatrix(turned, [1, 0], adjoint(turned)));
	const d = multiply(vectors, multiply(a, vectors), { adjointA: true }).interleaved;
	const v = adjoint(vectors).interleaved;
	const negligible = tolerance * frobeniusNorm(a) / Math.sqrt(Math.max(1, n));
	for (let sweep = 0, turned = true; turned && sweep < 10; sweep++) {
		turned = false;
		for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) if (decouple(d, v, n, p, q, negligible)) turned = true;
	}
	const unsorted = Float64Array.from({ length: n }, (_, k) => phase(d[2 * k * (n + 1)], d[2 * k * (n + 1) + 1]));
	const order = Array.from(unsorted.keys()).sort((i, j) => unsorted[i] - unsorted[j]);
	const values = zeroVector(n);
	const rows = new Float64Array(2 * n * n);
	order.forEach((from, k) => {
		values.interleaved.set(d.subarray(2 * from * (n + 1), 2 * from * (n + 1) + 2), 2 * k);
		rows.set(v.subarray(2 * from * n, 2 * (from + 1) * n), 2 * k * n);
	});
	return {
		values,
		phases: Float64Array.from(order, (k) => unsorted[k]),
		vectors: adjoint({
			rows: n,
			cols: n,
			interleaved: rows
		})
	};
}
/**
* Principal logarithm of a unitary matrix: the Hermitian H with U = exp(iH) and eigenvalues in (−π, π]. O(n³).
*
* @throws {ShapeError} u is not square
* @throws {DomainError} u is not normal, or not finite
*/
function unitaryLogarithm(u) {
	const { phases, vectors } = normalEigen(u);
	const weighted = vectors.interleaved.map((x, k) => x * phases[(k >> 1) % phases.length]);
	return multiply({
		...vectors,
		interleaved: weighted
	}, vectors, { adjointB: true });
}
/** The angle of x + iy in (−π, π]. */
function phase(x, y) {
	const angle = Math.atan2(y, x);
	return angle === -Math.PI ? Math.PI : angle;
}
/**
* Turns the pair (p, q) of basis vectors so that D_pq and D_qp of a normal matrix vanish as far as possible; false if
* they are negligible. The 2 × 2 block is m·1 + (a vector of complex numbers)·(Pauli matrices); the real and imaginary
* parts of that vector are parallel for an exactly normal block, and the rotation takes them to the third axis.
*
* @see Cardoso & Souloumiac, SIAM J. Matrix Anal. Appl. 17, 161 (1996)
*/
function decouple(d, v, n, p, q, negligible) {
	const pq = 2 * (p * n + q);
	const qp = 2 * (q * n + p);
	if (Math.hypot(d[pq], d[pq + 1], d[qp], d[qp + 1]) <= negligible) return false;
	const pp = 2 * p * (n + 1);
	const qq = 2 * q * (n + 1);
	const re = [
		d[pq] + d[qp],
		d[qp + 1] - d[pq + 1],
		d[pp] - d[qq]
	];
	const im = [
		d[pq + 1] + d[qp + 1],
		d[pq] - d[qp],
		d[pp + 1] - d[qq + 1]
	];
	const gram = re.flatMap((_, i) => re.map((_, j) => re[i] * re[j] + im[i] * im[j]));
	const { vectors } = hermitianEigen({
		rows: 3,
		cols: 3,
		interleaved: Float64Array.from(gram.flatMap((g) => [g, 0]))
	});
	const axis = [
		0,
		1,
		2
	].map((i) => vectors.interleaved[2 * (3 * i + 2)]);
	const sign = axis[2] < 0 ? -1 : 1;
	const cos = Math.sqrt((1 + sign * axis[2]) / 2);
	const sre = sign * axis[0] / (2 * cos);
	const sim = sign * axis[1] / (2 * cos);
	if (Math.hypot(sre, sim) <= Number.EPSILON / 4) return false;
	turnRows(v, 2 * p * n, 2 * q * n, 2, n, cos, sre, -sim);
	turnRows(d, 2 * p * n, 2 * q * n, 2, n, cos, sre, -sim);
	turnRows(d, 2 * p, 2 * q, 2 * n, n, cos, sre, sim);
	return true;
}
/** (a, b) ← (cos·a + s·b, −s̄·a + cos·b) for the entries at a, a + stride, … and b, b + stride, …. */
function turnRows(array, a, b, stride, count, cos, sre, sim) {
	for (let k = 0, i = a, j = b; k < count; k++, i += stride, j += stride) {
		const are = array[i];
		const aim = array[i + 1];
		const bre = array[j];
		const bim = array[j + 1];
		array[i] = cos * are + sre * bre - sim * bim;
		array[i + 1] = cos * aim + sre * bim + sim * bre;
		array[j] = cos * bre - sre * are - sim * aim;
		array[j + 1] = cos * bim - sre * aim + sim * are;
	}
}
function checkNormal(a) {
	if (a.rows !== a.cols) throw new ShapeError(`normalEigen: a square matrix required, got ${a.rows}×${a.cols}`);
	const size = frobeniusNorm(a);
	if (!Number.isFinite(size)) throw new DomainError(`normalEigen: finite entries required, got norm ${size}`);
	const commutator = addScaledMatrix(multiply(a, a, { adjointB: true }), [-1, 0], multiply(a, a, { adjointA: true }));
	if (frobeniusNorm(commutator) > NORMAL_TOLERANCE * size * size) throw new DomainError(`normalEigen: AA† = A†A required, got a commutator of norm ${frobeniusNorm(commutator)}`);
}
// src/operator/pauli-coordinates.ts
/**
* @file Hermitian matrices in Pauli coordinates. Word p = sign·2ⁿ + flip is the signed bit permutation
* P|b⟩ = i^{#Y} (−1)^{|b ∧ sign|} |b xor flip⟩; word 0 is the identity.
*/
/** Word number p on n qubits. */
function wordAt(p, qubits) {
	const size = 2 ** qubits;
	return wordOf(p % size, Math.floor(p / size), qubits);
}
/** The number of a word. */
function indexOfWord(word) {
	const { flip, sign } = bitOperator(word);
	return sign * 2 ** word.length + flip;
}
/**
* Pauli coordinates h_P = Tr(P H)/2ⁿ of a Hermitian matrix, shape (4ⁿ,). O(n·4ⁿ).
*
* @param matrix - interleaved, shape (2ⁿ, 2ⁿ)
*/
function coordinatesOf(matrix) {
	const size = matrix.rows;
	const sums = new Float64Array(2 * size * size);
	for (let b = 0, at = 0; b < size; b++) for (let flip = 0; flip < size; flip++, at += 2) {
		const from = 2 * (b * size + (b ^ flip));
		sums[at] = matrix.interleaved[from];
		sums[at + 1] = matrix.interleaved[from + 1];
	}
	walshHadamard(sums, 2 * size);
	const coordinates = new Float64Array(size * size);
	for (let p = 0; p < coordinates.length; p++) {
		const turns = quarterTurns(p, size);
		const part = turns % 2 === 0 ? sums[2 * p] : sums[2 * p + 1];
		coordinates[p] = (turns === 1 || turns === 2 ? -part : part) / size;
	}
	return coordinates;
}
/** The Hermitian matrix Σ_P h_P P of these coordinates. O(n·4ⁿ). */
function matrixOf(coordinates) {
	const size = Math.sqrt(coordinates.length);
	const sums = new Float64Array(2 * coordinates.length);
	for (let p = 0; p < coordinates.length; p++) {
		const turns = quarterTurns(p, size);
		sums[2 * p + turns % 2] = turns < 2 ? coordinates[p] : -coordinates[p];
	}
	walshHadamard(sums, 2 * size);
	const matrix = zeroMatrix(size, size);
	for (let b = 0, at = 0; b < size; b++) for (let flip = 0; flip < size; flip++, at += 2) {
		const to = 2 * ((b ^ flip) * size + b);
		matrix.interleaved[to] = sums[at];
		matrix.interleaved[to + 1] = sums[at + 1];
	}
	return matrix;
}
/** The coordinates of a Pauli sum, without its identity. */
function coordinatesOfSum({ qubits, terms }) {
	const coordinates = new Float64Array(4 ** qubits);
	for (const { word, coefficient } of terms) {
		checkWord(word, qubits);
		const p = indexOfWord(word);
		coordinates[p] = coordinates[p] + coefficient;
	}
	coordinates[0] = 0;
	return coordinates;
}
/** The Pauli sum with these coordinates; those below 10⁻¹⁶ of the greatest are left out. */
function sumOfCoordinates(coordinates) {
	const qubits = Math.log2(coordinates.length) / 2;
	const greatest = coordinates.reduce((most, h) => Math.max(most, Math.abs(h)), 0);
	return {
		qubits,
		terms: Array.from(coordinates, (coefficient, p) => ({
			word: wordAt(p, qubits),
			coefficient
		})).filter(({ coefficient }) => Math.abs(coefficient) > 1e-16 * greatest)
	};
}
/** Whether words p and q of 4ⁿ commute: the symplectic form of their bits is even. Their product has number p xor q. */
function commuteAt(p, q, words) {
	const size = Math.sqrt(words);
	return parity(Math.floor(p / size) & q % size ^ p % size & Math.floor(q / size)) === 0;
}
/** The number of letters Y of word p, modulo 4. */
function quarterTurns(p, size) {
	return bitCount(Math.floor(p / size) & p % size) & 3;
}
// src/complexity/right-invariant-metric.ts
/** @file Nielsen's metric as a diagonal in Pauli coordinates. */
/** Most qubits accepted: six have 4096 Pauli coordinates. */
const MOST_QUBITS = 6;
/**
* The metric with these weights of words.
*
* @param weight - w_P > 0, or Infinity for a word that is no control
* @throws {ShapeError} no qubit, or more than six
* @throws {DomainError} a weight not above 0
*/
function weightedMetric(qubits, weight) {
	if (!(Number.isInteger(qubits) && qubits >= 1 && qubits <= MOST_QUBITS)) throw new ShapeError(`right-invariant metric: 1 to ${MOST_QUBITS} qubits required, got ${qubits}`);
	const inverseWeights = new Float64Array(4 ** qubits);
	for (let p = 1; p < inverseWeights.length; p++) {
		const word = wordAt(p, qubits);
		const w = weight(word);
		if (!(w > 0)) throw new DomainError(`right-invariant metric: weights above 0 required, got ${w} at ${word}`);
		inverseWeights[p] = 1 / w;
	}
	return {
		qubits,
		inverseWeights
	};
}
/**
* A penalty metric on n qubits.
*
* @throws {ShapeError | DomainError} n outside 1 … 6, or the metric is invalid (see `checkMetric`)
*/
function rightInvariantMetric(metric, qubits) {
	checkMetric(metric, qubits);
	return weightedMetric(qubits, (word) => penaltyWeight(metric, word));
}
/** H = G⁻¹L, the velocity of a momentum: h_P = l_P / w_P. */
function velocityOf({ inverseWeights }, momentum) {
	return momentum.map((l, p) => l * inverseWeights[p]);
}
/**
* L = GH, the momentum of a velocity: l_P = w_P h_P.
*
* @throws {DomainError} a component along a word that is no control
*/
function momentumOf({ qubits, inverseWeights }, velocity) {
	return velocity.map((h, p) => {
		if (h !== 0 && inverseWeights[p] === 0) throw new DomainError(`velocity: words of finite weight required, got ${h} at ${wordAt(p, qubits)}`);
		return h === 0 ? 0 : h / inverseWeights[p];
	});
}
/** F(H) = √⟨L, H⟩, the speed of the geodesic with this momentum. */
function speedOf({ inverseWeights }, momentum) {
	return Math.sqrt(momentum.reduce((sum, l, p) => sum + l * l * inverseWeights[p], 0));
}
// src/geodesic/unitary/euler-arnold.ts
/**
* @file Geodesics of a right-invariant metric by integration of the Euler–Arnold equation. The momentum is kept in its
* exact form L(t) = U(t) L(0) U(t)†, so that all conserved quantities are as exact as U is unitary.
*/
/** Accuracy of a step, relative to the size of U and L. */
const PRECISION = 1e-16;
/**
* Integrates U' = −iHU with H = G⁻¹L and L = U L(0) U†, by Taylor series of the equivalent system
*
*     U' = −i H U,    L' = i[L, H],    H = G⁻¹L,
*
* whose right sides are quadratic, so that the coefficients follow from each other. After each step U is made unitary
* again by U ← U(3 − U†U)/2, and L is computed from U. With an infinite penalty all of L is kept and H is projected.
*
* @param momentum - L(0), shape (4ⁿ,)
* @throws {DomainError} momentum or time not finite
*
* Cost order² products of 2ⁿ × 2ⁿ matrices per step.
*
* @see Jorba & Zou, Exp. Math. 14, 99 (2005), for the length of the steps
*/
function integratedFlow(metric, momentum, time, options = {}) {
	const { order = 16, steps } = options;
	if (!(Number.isFinite(time) && momentum.every(Number.isFinite))) throw new DomainError(`Euler–Arnold flow: a finite momentum and time required, got time ${time}`);
	const first = matrixOf(momentum);
	const size = frobeniusNorm(first);
	const taken = [];
	let unitary = identityMatrix(first.rows);
	let momentumResidual = 0;
	for (let at = 0, done = false; !done;) {
		const current = multiply(multiply(unitary, first), unitary, { adjointB: true });
		const series = taylorSeries(metric, unitary, current, order);
		const wanted = steps === void 0 ? safeStep(series, size, order) : Math.abs(time) / steps;
		const left = Math.abs(time) - Math.abs(at);
		done = wanted * (1 + 1e-9) >= left;
		const next = done ? time : at + Math.sign(time) * wanted;
		taken.push({
			start: at,
			unitary: series.unitary
		});
		unitary = reunitarised(polynomialAt(series.unitary, next - at));
		const exact = multiply(multiply(unitary, first), unitary, { adjointB: true });
		const integrated = polynomialAt(series.momentum, next - at);
		if (size > 0) momentumResidual = Math.max(momentumResidual, frobeniusNorm(addScaledMatrix(integrated, [-1, 0], exact)) / size);
		at = next;
	}
	const end = unitary;
	const stepAt = (t) => taken.findLast(({ start }) => Math.abs(start) <= Math.abs(t)) ?? taken[0];
	return {
		at: (t) => {
			if (t === time) return end;
			const { start, unitary: coefficients } = stepAt(t);
			return reunitarised(polynomialAt(coefficients, t - start));
		},
		steps: taken.length,
		momentumResidual
	};
}
/** (k+1) U_{k+1} = −i Σ_j H_j U_{k−j} and (k+1) L_{k+1} = i Σ_j [L_j, H_{k−j}]. */
function taylorSeries(metric, unitary, momentum, order) {
	const U = [unitary];
	const L = [momentum];
	const H = [];
	for (let k = 0; k < order; k++) {
		H.push(matrixOf(velocityOf(metric, coordinatesOf(L[k]))));
		const flow = convolution(H, U, k);
		const turn = convolution(L, H, k);
		U.push(scaledMatrix([0, -1 / (k + 1)], flow));
		L.push(scaledMatrix([0, 1 / (k + 1)], addScaledMatrix(turn, [-1, 0], adjoint(turn))));
	}
	return {
		unitary: U,
		momentum: L
	};
}
/** Σ_{j = 0…k} A_j B_{k−j}. */
function convolution(a, b, k) {
	const size = a[0].rows;
	const out = new Float64Array(2 * size * size);
	for (let j = 0; j <= k; j++) addProduct(out, a[j].interleaved, b[k - j].interleaved, size);
	return {
		rows: size,
		cols: size,
		interleaved: out
	};
}
/** out ← out + A·B. */
function addProduct(out, a, b, size) {
	const width = 2 * size;
	for (let i = 0; i < out.length; i += width) for (let l = 0; l < width; l += 2) {
		const re = a[i + l];
		const im = a[i + l + 1];
		const from = l * size;
		for (let j = 0; j < width; j += 2) {
			const x = b[from + j];
			const y = b[from + j + 1];
			out[i + j] = out[i + j] + re * x - im * y;
			out[i + j + 1] = out[i + j + 1] + re * y + im * x;
		}
	}
}
/** The length at which the last two terms of each series are below the precision wanted. */
function safeStep({ unitary, momentum }, size, order) {
	const dimension = Math.sqrt(unitary[0].rows);
	const allowed = (coefficients, scale, k) => {
		const last = frobeniusNorm(coefficients[k]);
		return last > 0 ? (PRECISION * scale / last) ** (1 / k) : Infinity;
	};
	const orders = [order - 1, order].filter((k) => k > 0);
	return Math.min(...orders.flatMap((k) => [allowed(unitary, dimension, k), allowed(momentum, size, k)]));
}
/** Horner's scheme. */
function polynomialAt(coefficients, t) {
	return coefficients.reduceRight((sum, coefficient) => addScaledMatrix(coefficient, [t, 0], sum));
}
/** The nearest unitary, by one step of the Newton–Schulz iteration: exact for deviations up to 10⁻⁸. */
function reunitarised(u) {
	const square = multiply(u, u, { adjointA: true });
	const correction = addScaledMatrix(scaledMatrix([1.5, 0], identityMatrix(u.rows)), [-.5, 0], square);
	return multiply(u, correction);
}
// src/geodesic/unitary/nested-geodesic.ts
/**
* The geodesic from 1 with momentum L, if its weights nest. The words that L generates by commutators span an algebra
* g₁ in which the geodesic stays; if it has subalgebras g₁ ⊃ g₂ ⊃ … ⊃ g_m such that the weight is c_j on all words of
* g_j outside g_{j+1}, then, with the part L_j of L in g_j,
*
*     U(t) = exp(−i(1/c_m − 1/c_{m−1}) L_m t) ··· exp(−i(1/c₂ − 1/c₁) L₂ t) · exp(−i(1/c₁) L₁ t).
*
* @param momentum - L, shape (4ⁿ,)
* @returns t ↦ U(t), exact to rounding at every time; `undefined` if the weights do not nest
*
* O(words²·n) to find the chain, O(8ⁿ) for each time.
*/
function nestedGeodesic(metric, momentum) {
	const { qubits, inverseWeights } = metric;
	const chain = chainOf(metric, generatedWords(momentum));
	if (chain === void 0) return void 0;
	let outer = 0;
	const factors = chain.flatMap((words) => {
		const inverse = inverseWeights[words.own];
		const scale = inverse - outer;
		outer = inverse;
		if (scale === 0) return [];
		const part = new Float64Array(momentum.length);
		for (const p of words.all) part[p] = scale * momentum[p];
		return [oneParameterGroup(part)];
	});
	return (time) => factors.reduce((product, factor) => multiply(factor(time), product), identityMatrix(2 ** qubits));
}
/** t ↦ exp(−iHt), from the spectrum of H. */
function oneParameterGroup(coordinates) {
	const { values, vectors } = hermitianEigen(matrixOf(coordinates));
	return (time) => {
		const turned = {
			...vectors,
			interleaved: new Float64Array(vectors.interleaved.length)
		};
		for (let k = 0; k < turned.interleaved.length; k += 2) {
			const phase = -time * values[(k >> 1) % values.length];
			const [re, im] = [vectors.interleaved[k], vectors.interleaved[k + 1]];
			turned.interleaved[k] = Math.cos(phase) * re - Math.sin(phase) * im;
			turned.interleaved[k + 1] = Math.cos(phase) * im + Math.sin(phase) * re;
		}
		return multiply(turned, vectors, { adjointB: true });
	};
}
/** The words of the Lie algebra generated by the words with non-zero coefficients: closed under anticommuting products. */
function generatedWords(coordinates) {
	const every = Array.from({ length: coordinates.length - 1 }, (_, k) => k + 1);
	if (every.every((p) => coordinates[p] !== 0)) return every;
	const found = /* @__PURE__ */ new Set();
	const queue = Array.from(coordinates.keys()).filter((p) => p > 0 && coordinates[p] !== 0);
	for (const p of queue) {
		if (found.has(p)) continue;
		for (const q of found) if (!commuteAt(p, q, coordinates.length)) queue.push(p ^ q);
		found.add(p);
	}
	return [...found];
}
/** Chains of whole algebras, by metric: many geodesics of one metric are followed in turn. */
const known = /* @__PURE__ */ new WeakMap();
/** The chain of the algebra of these words, remembered if they are all there are. */
function chainOf(metric, words) {
	if (words.length < metric.inverseWeights.length - 1) return nestedChain(metric, words);
	const entry = known.get(metric) ?? { chain: nestedChain(metric, words) };
	known.set(metric, entry);
	return entry.chain;
}
/** From the whole to the smallest algebra; words of one weight and size are split off together, in the first order that works. */
function nestedChain(metric, words) {
	if (words.length === 0) return [];
	const { qubits, inverseWeights } = metric;
	const kind = (p) => `${inverseWeights[p]} ${wordSize(wordAt(p, qubits))}`;
	const kinds = words.map(kind);
	for (const first of new Set(kinds)) {
		const rest = words.filter((_, k) => kinds[k] !== first);
		if (!isClosed(rest, inverseWeights.length)) continue;
		const inner = nestedChain(metric, rest);
		if (inner !== void 0) return [{
			all: words,
			own: words[kinds.indexOf(first)]
		}, ...inner];
	}
}
function isClosed(words, all) {
	const inside = new Set(words);
	return words.every((p) => words.every((q) => commuteAt(p, q, all) || inside.has(p ^ q)));
}
// src/geodesic/unitary/exponential-map.ts
/**
* The geodesic with momentum L(0), shape (4ⁿ,), in closed form if there is one and the options do not ask for the
* integrator, by giving an order or a number of steps.
*
* @throws {DomainError} momentum or time not finite
*/
function unitaryFlow(metric, momentum, time = 1, options = {}) {
	if (!(Number.isFinite(time) && momentum.every(Number.isFinite))) throw new DomainError(`geodesic: a finite momentum and time required, got time ${time}`);
	const closed = options.order !== void 0 || options.steps !== void 0 ? void 0 : nestedGeodesic(metric, momentum);
	const integrated = closed === void 0 ? integratedFlow(metric, momentum, time, options) : void 0;
	const unitaryAt = closed ?? integrated.at;
	const first = matrixOf(momentum);
	const momentumAt = (t) => {
		const u = unitaryAt(t);
		return coordinatesOf(multiply(multiply(u, first), u, { adjointB: true }));
	};
	return {
		unitaryAt,
		momentumAt,
		velocityAt: (t) => velocityOf(metric, momentumAt(t)),
		speed: speedOf(metric, momentum),
		method: closed === void 0 ? "Taylor series" : "closed form",
		steps: integrated?.steps ?? 0,
		momentumResidual: integrated?.momentumResidual ?? 0
	};
}
// src/complexity/adjoint-representation.ts
/** @file The Lie algebra su(2ⁿ) in Pauli coordinates without the identity: conjugation and bracket as real matrices. */
/**
* The orthogonal matrix R of H ↦ U H U†,
*
*     R_PQ = Tr(P U Q U†)/2ⁿ = Re i^{#Y(P) + #Y(Q)} 2⁻ⁿ Σ_{b,c} (−1)^{|b ∧ sign P| + |c ∧ sign Q|} U[b, c xor flip Q] Ū[b xor flip P, c],
*
* shape (4ⁿ − 1, 4ⁿ − 1), by two Walsh–Hadamard transforms. O(n·16ⁿ).
*/
function conjugationMatrix({ rows: d, interleaved: u }) {
	const words = d * d;
	const sums = new Float64Array(2 * words * words);
	for (let b = 0, at = 0; b < d; b++) for (let f = 0; f < d; f++) for (let c = 0; c < d; c++) {
		const [x, y] = [u[2 * ((b ^ f) * d + c)], -u[2 * ((b ^ f) * d + c) + 1]];
		for (let g = 0; g < d; g++, at += 2) {
			const from = 2 * (b * d + (c ^ g));
			sums[at] = u[from] * x - u[from + 1] * y;
			sums[at + 1] = u[from] * y + u[from + 1] * x;
		}
	}
	walshHadamard(sums, 2 * d ** 3);
	for (let p = 0; p < words; p++) walshHadamard(sums.subarray(2 * p * words, 2 * (p + 1) * words), 2 * d);
	const turns = Array.from({ length: words }, (_, p) => bitCount(Math.floor(p / d) & p % d));
	const size = words - 1;
	const data = new Float64Array(size * size);
	for (let p = 1; p < words; p++) for (let q = 1; q < words; q++) {
		const quarter = turns[p] + turns[q] & 3;
		const part = sums[2 * (p * words + q) + (quarter & 1)];
		data[(p - 1) * size + q - 1] = (quarter === 1 || quarter === 2 ? -part : part) / d;
	}
	return {
		rows: size,
		cols: size,
		data
	};
}
/** The antisymmetric matrix C of Z ↦ −i[Z, L], for L of shape (4ⁿ,). O(16ⁿ). */
function bracketMatrix(momentum) {
	const size = momentum.length - 1;
	const data = new Float64Array(size * size);
	for (let p = 1; p <= size; p++) for (let q = 1; q <= size; q++) {
		const sign = momentum[q] === 0 ? 0 : bracketSign(p, q, momentum.length);
		if (sign !== 0) data[((p ^ q) - 1) * size + p - 1] = 2 * sign * momentum[q];
	}
	return {
		rows: size,
		cols: size,
		data
	};
}
/** s with −i[P, Q] = 2s·R for the word R of number p xor q: ±1, or 0 if the words commute. */
function bracketSign(p, q, words) {
	if (commuteAt(p, q, words)) return 0;
	const size = Math.sqrt(words);
	const letters = (r) => bitCount(Math.floor(r / size) & r % size);
	return (letters(p) + letters(q) - letters(p ^ q) + 2 * bitCount(Math.floor(p / size) & q % size) & 3) === 1 ? 1 : -1;
}
/** RᵀDR for a diagonal D ≥ 0. O(m³). */
function symmetricProduct(R, diagonal) {
	const { rows, data: r } = R;
	const data = new Float64Array(rows * rows);
	for (let k = 0; k < rows; k++) for (let i = 0; i < rows; i++) data[i * rows + k] = diagonal[k] * r[k * rows + i];
	return product({
		rows,
		cols: rows,
		data
	}, R);
}
/** start + A·B for square matrices; start defaults to 0. Four rows of B at a time, for locality in memory. O(m³). */
function product({ rows, data: a }, { data: b }, start) {
	const data = start === void 0 ? new Float64Array(rows * rows) : start.data.slice();
	const whole = rows - rows % 4;
	for (let i = 0; i < rows; i++) {
		const to = i * rows;
		for (let k = 0; k < whole; k += 4) {
			const [p, q, r, s] = [
				a[to + k],
				a[to + k + 1],
				a[to + k + 2],
				a[to + k + 3]
			];
			if (p === 0 && q === 0 && r === 0 && s === 0) continue;
			const [first, second, third, fourth] = [
				k * rows,
				(k + 1) * rows,
				(k + 2) * rows,
				(k + 3) * rows
			];
			for (let j = 0; j < rows; j++) {
				const sum = p * b[first + j] + q * b[second + j] + r * b[third + j] + s * b[fourth + j];
				data[to + j] = data[to + j] + sum;
			}
		}
		for (let k = whole; k < rows; k++) {
			const factor = a[to + k];
			for (let j = 0; j < rows; j++) data[to + j] = data[to + j] + factor * b[k * rows + j];
		}
	}
	return {
		rows,
		cols: rows,
		data
	};
}
/** a + s·b. */
function sum(a, s, b) {
	return {
		...a,
		data: a.data.map((x, i) => x + s * b.data[i])
	};
}
/**
* The inverse by LU decomposition; `undefined` if the matrix is singular to rounding: a pivot below 10⁻¹³ of the
* greatest.
*/
function inverse(a) {
	const decomposition = new LuDecomposition(denseMatrix(a));
	const pivots = decomposition.upperTriangularMatrix.diagonal().map(Math.abs);
	if (!(Math.min(...pivots) > 1e-13 * Math.max(...pivots))) return void 0;
	return {
		...a,
		data: Float64Array.from(decomposition.solve(Matrix.eye(a.rows)).to1DArray())
	};
}
// src/geodesic/unitary/abnormal-directions.ts
/**
* @file Directions of the momentum that no velocity shows: on an abnormal geodesic of an infinite penalty there are ν with
* G⁻¹Ad_U(t)ν = 0 at all times, so that L and L + ν have the same path.
*/
/** The ν of norm 1 with M(t)ν = 0 at all times, an orthonormal basis; none if every word has finite weight. */
function constantKernel(metric, flow, steps, time) {
	const size = metric.inverseWeights.length - 1;
	const diagonal = metric.inverseWeights.subarray(1);
	if (diagonal.every((x) => x > 0)) return [];
	const data = new Float64Array(size * size);
	for (let k = 0; k <= steps; k++) {
		const M = symmetricProduct(conjugationMatrix(flow.unitaryAt(k * time / steps)), diagonal);
		for (let i = 0; i < data.length; i++) data[i] = data[i] + M.data[i];
	}
	const { values, vectors } = hermitianEigen(complexOf({
		rows: size,
		cols: size,
		data
	}));
	const greatest = values[size - 1];
	return [...values.keys()].filter((k) => values[k] < CONSTANT_KERNEL * greatest).map((k) => Float64Array.from({ length: size }, (_, i) => vectors.interleaved[2 * (i * size + k)]));
}
/** Eigenvalues of ∫M dt below this share of the greatest are zero. */
const CONSTANT_KERNEL = 1e-11;
/** (1 − Σνν†)A(1 − Σνν†). */
function projectedTwice(A, kernel) {
	const { rows } = A;
	const data = A.data.slice();
	for (const ν of kernel) {
		for (let i = 0; i < rows; i++) {
			const row = data.subarray(i * rows, (i + 1) * rows);
			const along = dot(row, ν);
			for (let j = 0; j < rows; j++) row[j] = row[j] - along * ν[j];
		}
		for (let j = 0; j < rows; j++) {
			let along = 0;
			for (let i = 0; i < rows; i++) along += data[i * rows + j] * ν[i];
			for (let i = 0; i < rows; i++) data[i * rows + j] = data[i * rows + j] - along * ν[i];
		}
	}
	return {
		...A,
		data
	};
}
/** A + νν†. */
function plusProjector(A, ν) {
	const { rows } = A;
	return {
		...A,
		data: A.data.map((x, k) => x + ν[Math.floor(k / rows)] * ν[k % rows])
	};
}
// src/geodesic/unitary/jacobi-fields.ts
/**
* @file Neighbouring geodesics: the differential of the exponential map, and conjugate points, after which a geodesic is
* no longer the shortest even among its neighbours.
*/
/**
* Integrates the Jacobi fields along a geodesic from 1. With Z = i U†δU and the symmetric matrix M(t) = Ad_U† G⁻¹ Ad_U,
*
*     J′ = M(t)(1 + C J),    J(0) = 0,    C Z = −i[Z, L(0)],
*
* a linear equation, by the Runge–Kutta method of order 4.
*
* @param momentum - L(0), shape (4ⁿ,)
* @param steps - number of steps; the error falls as its fourth power
*
* Cost O(steps · 64ⁿ): milliseconds for n = 2, a tenth of a second for n = 3, ten seconds for n = 4.
*/
function jacobiFields(metric, flow, momentum, steps, time = 1) {
	const times = Array.from({ length: steps + 1 }, (_, k) => k * time / steps);
	return integrated(coefficients(metric, flow, bracketMatrix(momentum)), momentum.length - 1, times);
}
/** J at the given times, the first of which is 0. */
function integrated(coefficientsAt, size, times) {
	const maps = [{
		rows: size,
		cols: size,
		data: new Float64Array(size * size)
	}];
	let first = coefficientsAt(0);
	for (let k = 1; k < times.length; k++) {
		const [from, to] = [times[k - 1], times[k]];
		const last = coefficientsAt(to);
		maps.push(rungeKuttaStep(first, coefficientsAt((from + to) / 2), last, maps[k - 1], to - from));
		first = last;
	}
	return {
		times,
		maps
	};
}
function coefficients(metric, flow, C) {
	const diagonal = metric.inverseWeights.subarray(1);
	return (time) => {
		const M = symmetricProduct(conjugationMatrix(flow.unitaryAt(time)), diagonal);
		return [M, product(M, C)];
	};
}
function rungeKuttaStep(first, middle, last, J, h) {
	const slope = ([M, MC], at) => product(MC, at, M);
	const k1 = slope(first, J);
	const k2 = slope(middle, sum(J, h / 2, k1));
	const k3 = slope(middle, sum(J, h / 2, k2));
	const k4 = slope(last, sum(J, h, k3));
	const data = J.data.map((x, i) => x + h / 6 * (k1.data[i] + 2 * k2.data[i] + 2 * k3.data[i] + k4.data[i]));
	return {
		...J,
		data
	};
}
/**
* Counts the conjugate points of a geodesic, with multiplicity, and finds the first. The symmetric matrix
* S = J⁻¹ + C/2 decreases with time, S′ = −(S + C/2)ᵀ M (S + C/2), from +∞, except where J is singular: there as many
* of its eigenvalues go to −∞ and come back from +∞ as there are conjugate points. So they are the positive eigenvalues
* of S(t_{k+1}) − S(t_k), for steps shorter than the distance to the first one. This finds double points, too, where
* det J does not change its sign, and holds for infinite penalties.
*
* With an infinite penalty there may be directions ν with G⁻¹Ad_U(t)ν = 0 at all times: the geodesic is abnormal, L + ν
* has the same path, and J is singular throughout. They span a constant kernel N of M(t), on and into which J vanishes;
* the count is that of the fields on the quotient by N, for the momentum given. There J begins with powers of t up to the
* number of brackets that the controls need, so that the first times are taken closer and closer to 0, and those at which
* J is singular to rounding are passed over.
*
* @param momentum - L(0), shape (4ⁿ,)
* @param steps - of the integration of the Jacobi fields; the error of the first time falls as their fourth power
* @returns `undefined` if J is singular to rounding on the quotient, too, at a sampled time after the first
*
* Cost O(steps · 64ⁿ).
*/
function conjugatePoints(metric, flow, momentum, steps, time = 1) {
	const kernel = constantKernel(metric, flow, steps, time);
	const C = projectedTwice(bracketMatrix(momentum), kernel);
	const whole = coefficients(metric, flow, C);
	const coefficientsAt = (t) => {
		const [M, MC] = whole(t);
		return [kernel.reduce((matrix, ν) => plusProjector(matrix, ν), M), MC];
	};
	const form = (J) => {
		const inverted = inverse(J);
		return inverted && sum(inverted, .5, C);
	};
	const { times, maps } = integrated(coefficientsAt, momentum.length - 1, samples(metric, steps, .999 * time));
	/** J at a time near the k-th, by one step from there. */
	const mapAt = (t, k) => {
		const [from, h] = [times[k], t - times[k]];
		return rungeKuttaStep(coefficientsAt(from), coefficientsAt(from + h / 2), coefficientsAt(t), maps[k], h);
	};
	const forms = maps.map((J, k) => k === 0 ? void 0 : form(J));
	forms.push(form(mapAt(1.001 * time, maps.length - 1)));
	const regular = forms.findIndex((S) => S !== void 0);
	if (regular < 0 || forms.slice(regular).includes(void 0)) return void 0;
	const passed = forms.map((S, k) => S === void 0 ? 0 : increases(forms[k - 1], S));
	const atEnd = nullVectors(mapAt(time, maps.length - 1), passed.pop());
	const otherMomenta = kernel.map((ν) => Float64Array.of(0, ...ν));
	const count = passed.reduce((total, more) => total + more, 0);
	const interval = passed.findIndex((more) => more > 0);
	if (interval < 0) return {
		count,
		atEnd,
		otherMomenta
	};
	let [low, high] = [times[interval - 1], times[interval]];
	for (let halving = 0; halving < 44; halving++) {
		const t = (low + high) / 2;
		const S = form(mapAt(t, interval - 1));
		if (S === void 0 || increases(forms[interval - 1], S) > 0) high = t;
		else low = t;
	}
	const first = (low + high) / 2;
	const [field] = nullVectors(mapAt(first, interval - 1), 1);
	return {
		count,
		first,
		field,
		atEnd,
		otherMomenta
	};
}
/** In how many directions the form has increased: eigenvalues of the difference that are positive beyond rounding. */
function increases(before, S) {
	const { rows, data } = before === void 0 ? sum(S, -2, S) : sum(S, -1, before);
	const symmetric = data.map((x, i) => (x + data[i % rows * rows + Math.floor(i / rows)]) / 2);
	const values = hermitianEigenvalues(complexOf({
		rows,
		cols: rows,
		data: symmetric
	}));
	const greatest = values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
	return values.filter((x) => x > 1e-8 * greatest).length;
}
/**
* Times from 0: equal steps; before the first one, for an infinite penalty, ones that halve: where J ∼ tᵏ, an error is to
* be measured by the time.
*/
function samples({ inverseWeights }, steps, time) {
	const equal = Array.from({ length: steps }, (_, k) => (k + 1) * time / steps);
	if (inverseWeights.subarray(1).every((x) => x > 0)) return [0, ...equal];
	return [
		0,
		...Array.from({ length: 2 * HALVINGS }, (_, k) => equal[0] * 2 ** (k / 2 - HALVINGS)),
		...equal
	];
}
const HALVINGS = 8;
/** Right singular vectors of the least singular values, each with a leading 0 for the identity. */
function nullVectors(J, count) {
	if (count === 0) return [];
	const { v } = singularValueDecomposition(complexOf(J));
	return Array.from({ length: count }, (_, k) => {
		const column = v.cols - 1 - k;
		return Float64Array.from({ length: J.rows + 1 }, (_, p) => {
			return p === 0 ? 0 : v.interleaved[2 * ((p - 1) * v.cols + column)];
		});
	});
}
// src/geodesic/unitary/shooting.ts
/** Damping relative to the mean square of the Jacobian, tried in turn until the residual falls. */
const DAMPINGS = [
	0,
	1e-5,
	.001,
	.1
];
/** A step that makes the momentum more than three times as large, and larger by this amount, is rejected. */
const LARGEST_GROWTH = 5;
/**
* Corrects the momentum until the geodesic ends at V, by the Levenberg–Marquardt method. The Jacobian, that of the
* Jacobi fields, is integrated to a percent only and kept while the residual falls tenfold in each step.
*
* @returns the best shot found; its residual tells how far it misses
*
* Cost a few Jacobians, O(64ⁿ) each.
*/
function polishedShot(metric, target, momentum, { tolerance, maxSteps }) {
	let at = shotAt(metric, target, momentum, 0);
	let jacobian;
	for (let step = 0; step < maxSteps && at.residual > tolerance; step++) {
		const fresh = jacobian === void 0;
		jacobian ??= jacobianOf(metric, at);
		const next = improved(metric, target, at, jacobian, fresh ? DAMPINGS : [0]);
		if (next === void 0 && fresh) break;
		if (next === void 0 || next.residual > at.residual / 10) jacobian = void 0;
		at = next ?? at;
	}
	return at;
}
/**
* Follows a geodesic to V from one metric to another: the inverse weights are moved along a straight line, so that
* infinite penalties are ends like any other, and the momentum is corrected after every step. Steps are halved where the
* correction fails and doubled where it is easy.
*
* @returns the shot under the last metric, or `undefined` where the family of geodesics could not be followed
*/
function continuedShot(from, to, target, momentum, options) {
	let share = 0;
	let step = .25;
	let steps = 0;
	let at = momentum;
	let before;
	while (step >= SMALLEST_SHARE && steps < MOST_STEPS) {
		const next = Math.min(1, share + step);
		const metric = next === 1 ? to : blendedMetric(from, to, next);
		const guess = before === void 0 ? at : extrapolated(before, {
			share,
			momentum: at
		}, next);
		const tolerance = next === 1 ? options.tolerance : COARSE_TOLERANCE;
		const shot = polishedShot(metric, target, guess, {
			tolerance,
			maxSteps: next === 1 ? options.maxSteps : 6
		});
		steps += shot.steps;
		if (shot.residual > tolerance) {
			step /= 2;
			continue;
		}
		if (next === 1) return {
			...shot,
			steps
		};
		before = {
			share,
			momentum: at
		};
		share = next;
		at = shot.momentum;
		if (shot.steps <= 4) step *= 2;
	}
}
const SMALLEST_SHARE = 1 / 64;
const MOST_STEPS = 60;
const COARSE_TOLERANCE = 1e-5;
/** 1/w = (1 − share)/w_from + share/w_to. */
function blendedMetric(from, to, share) {
	const inverseWeights = from.inverseWeights.map((a, p) => (1 - share) * a + share * to.inverseWeights[p]);
	return {
		qubits: from.qubits,
		inverseWeights
	};
}
/** The geodesic with this momentum and its distance from the target. */
function shotAt(metric, target, momentum, steps) {
	const flow = unitaryFlow(metric, momentum);
	const miss = missOf(target, flow.unitaryAt(1));
	return {
		momentum,
		flow,
		residual: length(miss),
		steps,
		miss
	};
}
/** Z, traceless, with V†U ∼ exp(−iZ); shape (4ⁿ,). */
function missOf(target, unitary) {
	const turned = multiply(target, unitary, { adjointA: true });
	let [re, im] = [0, 0];
	for (let i = 0; i < turned.rows; i++) {
		re += turned.interleaved[2 * i * (turned.rows + 1)];
		im += turned.interleaved[2 * i * (turned.rows + 1) + 1];
	}
	const modulus = Math.hypot(re, im);
	const [cos, sin] = modulus > 0 ? [re / modulus, im / modulus] : [1, 0];
	const interleaved = new Float64Array(turned.interleaved.length);
	for (let k = 0; k < interleaved.length; k += 2) {
		const [x, y] = [turned.interleaved[k], turned.interleaved[k + 1]];
		interleaved[k] = cos * x + sin * y;
		interleaved[k + 1] = cos * y - sin * x;
	}
	const miss = coordinatesOf(unitaryLogarithm({
		...turned,
		interleaved
	})).map((z) => -z);
	miss[0] = 0;
	return miss;
}
/** J(1), to a percent. */
function jacobianOf(metric, { flow, momentum }) {
	const steps = jacobiSteps(metric, momentum, 1.2);
	return jacobiFields(metric, flow, momentum, steps).maps[steps];
}
/** Steps in which the fastest rotation of the Jacobi fields turns by at most `angle`; 3 to 128. */
function jacobiSteps(metric, momentum, angle) {
	const energies = hermitianEigenvalues(matrixOf(momentum));
	const spread = energies[energies.length - 1] - energies[0];
	const lightest = metric.inverseWeights.reduce((most, x) => Math.max(most, x), 0);
	return Math.min(128, Math.max(3, Math.ceil(spread * lightest / angle)));
}
/** The first damped Newton step that lowers the residual, if any. */
function improved(metric, target, at, jacobian, dampings) {
	const J = denseMatrix(jacobian);
	const z = Matrix.columnVector(Array.from(at.miss.subarray(1)));
	const square = length(jacobian.data) ** 2 / jacobian.rows;
	for (const damping of dampings) {
		const step = damping === 0 ? solvedOrNothing(J, z) : dampedStep(J, z, damping * square);
		if (!step?.every(Number.isFinite)) continue;
		const momentum = at.momentum.map((l, p) => p === 0 ? 0 : l - step[p - 1]);
		if (length(momentum) > 3 * length(at.momentum) + LARGEST_GROWTH) continue;
		const next = shotAt(metric, target, momentum, at.steps + 1);
		if (next.residual < .9 * at.residual) return next;
	}
}
/** J⁻¹z, or nothing if J is singular. */
function solvedOrNothing(J, z) {
	try {
		return solve(J, z).to1DArray();
	} catch {
		return;
	}
}
function dampedStep(J, z, damping) {
	const transposed = J.transpose();
	const normal = transposed.mmul(J);
	for (let i = 0; i < normal.rows; i++) normal.set(i, i, normal.get(i, i) + damping);
	return solvedOrNothing(normal, transposed.mmul(z));
}
/** Linear extrapolation in the share. */
function extrapolated(a, b, share) {
	const factor = (share - b.share) / (b.share - a.share);
	return b.momentum.map((l, p) => l + factor * (l - a.momentum[p]));
}
// src/geodesic/unitary/geodesic-family.ts
/** How far the momentum is moved, relative to its length, in turn until a member of the family is met. */
const SHARES = [
	.02,
	-.02,
	.005,
	-.005
];
/** Lengths that differ by less, relatively, are equal. */
const EQUAL = 1e-8;
/**
* Dimension of the family of geodesics to V of the same length around one of them, as far as it is found: the momentum is
* moved along each Jacobi field that vanishes at the end, and the end met again by Newton's method. The result is the rank of those
* displacements that survive at an unchanged length.
*
* A geodesic without conjugate points before the end is a minimum among its neighbours, though not the only one, if the
* family has as many dimensions as fields vanish at the end (a non-degenerate critical manifold of the energy).
*
* @param fields - Jacobi fields δL(0) that vanish at the end, orthonormal
*/
function familyDimension(metric, target, { momentum, flow }, fields, tolerance) {
	return rankOfDisplacements(fields, (field) => {
		for (const share of SHARES) {
			const step = share * length(momentum);
			const shot = polishedShot(metric, target, plus(momentum, step, field), {
				tolerance,
				maxSteps: 30
			});
			if (Math.abs(shot.flow.speed - flow.speed) > EQUAL * flow.speed || shot.residual > 10 * tolerance) continue;
			return {
				moved: plus(shot.momentum, -1, momentum),
				step
			};
		}
	});
}
/** Singular values of displacements per step: 1 along a family, 0 where Newton's method has led back. */
const FAMILY_MEMBER = .1;
/**
* In how many directions geodesics move along Jacobi fields when their end is met again.
*
* @param fields - orthonormal
* @param displaced - how far the geodesic lies from the given one after `step` along the field and Newton; undefined if it
*   is not equally long
*/
function rankOfDisplacements(fields, displaced) {
	if (fields.length === 0) return 0;
	const displacements = fields.map((field) => {
		const found = displaced(field);
		return fields.map((other) => found === void 0 ? 0 : dot(found.moved, other) / found.step);
	});
	const { diagonal } = new SingularValueDecomposition(new Matrix(displacements));
	return diagonal.filter((value) => value > FAMILY_MEMBER).length;
}
export { descended as A, speeds as B, matrixOf as C, approached as D, normalEigen as E, halvedSlices as F, hamiltonian as G, wordTable as H, missOf$1 as I, timesIH as J, listLength as K, missedBy as L, free as M, pathCondition as N, arrived as O, pathLagrangian as P, splitControls as Q, pathLength as R, indexOfWord as S, wordAt as T, evolve as U, velocityAt as V, expectations as W, checkMetric as X, choleskySolver as Y, controlWords as Z, velocityOf as _, polishedShot as a, coordinatesOf as b, bracketMatrix as c, unitaryFlow as d, generatedWords as f, speedOf as g, rightInvariantMetric as h, jacobiSteps as i, explored as j, balanced as k, conjugationMatrix as l, momentumOf as m, rankOfDisplacements as n, conjugatePoints as o, oneParameterGroup as p, placed as q, continuedShot as r, jacobiFields as s, familyDimension as t, symmetricProduct as u, weightedMetric as v, sumOfCoordinates as w, coordinatesOfSum as x, commuteAt as y, runPath as z };
