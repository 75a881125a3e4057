import { Q as currentEngine, X as zeroMatrix, ct as bitsOf, dt as ShapeError, lt as parity, st as bitCount, ut as DomainError } from "./study-record-DTuekta5.js";
import { n as checkWord, t as bitOperator } from "./pauli-uGOqdxwH.js";
import { n as length } from "./real-vector-Ds4rf2rg.js";
// src/operator/pauli-sum.ts
/** @file Sums of Pauli words: every Hamiltonian and observable of the library, applied without building a matrix. */
/**
* Checks a Pauli sum: at least one qubit, words of that many letters, finite coefficients.
*
* @throws {ShapeError | DomainError} naming the first term that is wrong
*/
function checkPauliSum(sum) {
	if (!(Number.isInteger(sum.qubits) && sum.qubits >= 1)) throw new ShapeError(`Pauli sum: at least one qubit required, got ${sum.qubits}`);
	for (const { word, coefficient } of sum.terms) {
		checkWord(word, sum.qubits);
		if (!Number.isFinite(coefficient)) throw new DomainError(`Pauli sum: finite coefficients required, got ${coefficient} at ${word}`);
	}
}
/**
* The linear combination Σ_i weight_i · sum_i, with equal words merged and zero terms left out.
*
* @throws {ShapeError} the sums act on different numbers of qubits
*/
function combinePauliSums(parts) {
	const qubits = parts[0]?.[1].qubits ?? 0;
	const coefficients = /* @__PURE__ */ new Map();
	for (const [weight, sum] of parts) {
		if (sum.qubits !== qubits) throw new ShapeError(`combinePauliSums: ${qubits} qubits required in every sum, got ${sum.qubits}`);
		for (const { word, coefficient } of sum.terms) coefficients.set(word, (coefficients.get(word) ?? 0) + weight * coefficient);
	}
	return {
		qubits,
		terms: [...coefficients].map(([word, coefficient]) => ({
			word,
			coefficient
		})).filter(({ coefficient }) => coefficient !== 0)
	};
}
/** A diagonal over more bits than this (512 KB) is not tabulated, except that of the words without flips. */
const TABLE_BITS = 16;
/**
* The map ψ ↦ Σ_P h_P P ψ, prepared once and cheap to apply often: words with the same flips act in one pass.
*
* @param sum - n qubits, at most 26
* @returns a function of a vector of shape (2ⁿ,)
* @throws {ShapeError | DomainError} the sum is malformed or too large; later, the vector has a wrong length
*
* Cost of one application O(distinct flips · 2ⁿ): n + 1 passes for the transverse-field Ising chain.
*/
function pauliSumOperator(sum) {
	checkPauliSum(sum);
	if (sum.qubits > 26) throw new ShapeError(`pauliSumOperator: at most 26 qubits required, got ${sum.qubits}`);
	const size = 2 ** sum.qubits;
	const { diagonals, single } = prepared(sum);
	const blocks = diagonals[0]?.highIndex.length ?? 0;
	return (psi) => {
		if (psi.length !== size) throw new ShapeError(`pauliSumOperator: ${size} amplitudes required, got ${psi.length}`);
		const out = new Float64Array(2 * size);
		for (let high = 0; high < blocks; high++) for (const diagonal of diagonals) addBlock(out, psi.interleaved, diagonal, high);
		for (const { word, coefficient } of single) currentEngine().accumulate(out, psi.interleaved, bitOperator(word), coefficient, 0);
		return {
			length: size,
			interleaved: out
		};
	};
}
/** Σ_P h_P P ψ, shape (2ⁿ,). To apply the same sum often, prepare it once by `pauliSumOperator`. */
function applyPauliSum(sum, psi) {
	return pauliSumOperator(sum)(psi);
}
/**
* The sum as a dense Hermitian matrix, shape (2ⁿ, 2ⁿ). Cost O(terms · 2ⁿ), memory 16·4ⁿ bytes.
*
* @throws {ShapeError} more than 13 qubits (1 GB)
*/
function pauliSumMatrix(sum) {
	checkPauliSum(sum);
	if (sum.qubits > 13) throw new ShapeError(`pauliSumMatrix: at most 13 qubits required, got ${sum.qubits}`);
	const size = 2 ** sum.qubits;
	const matrix = zeroMatrix(size, size);
	for (const { word, coefficient } of sum.terms) {
		const { flip, sign, quarterTurns } = bitOperator(word);
		const turned = quarterTurns & 2 ? -coefficient : coefficient;
		for (let b = 0; b < size; b++) {
			const at = 2 * ((b ^ flip) * size + b) + (quarterTurns & 1);
			matrix.interleaved[at] = matrix.interleaved[at] + (parity(b & sign) === 1 ? -turned : turned);
		}
	}
	return matrix;
}
function prepared({ qubits, terms }) {
	const groups = /* @__PURE__ */ new Map();
	for (const term of terms) {
		const { flip, quarterTurns } = bitOperator(term.word);
		const key = `${flip},${quarterTurns & 1}`;
		groups.set(key, [...groups.get(key) ?? [], term]);
	}
	const diagonals = [];
	const single = [];
	for (const group of groups.values()) {
		const { flip } = bitOperator(group[0].word);
		const bits = group.reduce((mask, { word }) => mask | bitOperator(word).sign, 0);
		if (flip === 0 || bitCount(bits) <= TABLE_BITS) diagonals.push(diagonalOf(group, qubits, bits));
		else single.push(...group);
	}
	return {
		diagonals,
		single
	};
}
function diagonalOf(terms, qubits, bits) {
	const positions = bitsOf(bits);
	const pack = (b) => positions.reduce((index, k, j) => index | (b >>> k & 1) << j, 0);
	const half = qubits >> 1;
	const table = new Float64Array(2 ** positions.length);
	for (const { word, coefficient } of terms) {
		const { sign, quarterTurns } = bitOperator(word);
		const turned = quarterTurns & 2 ? -coefficient : coefficient;
		const packedSign = pack(sign);
		for (let index = 0; index < table.length; index++) table[index] = table[index] + (parity(index & packedSign) === 1 ? -turned : turned);
	}
	const { flip, quarterTurns } = bitOperator(terms[0].word);
	return {
		flip,
		imaginary: (quarterTurns & 1) === 1,
		table,
		lowIndex: Int32Array.from({ length: 2 ** half }, (_, b) => pack(b)),
		highIndex: Int32Array.from({ length: 2 ** (qubits - half) }, (_, b) => pack(b * 2 ** half))
	};
}
/** Adds a diagonal's share of the entries high·2^half … of the product; such a block stays in the cache. */
function addBlock(out, psi, diagonal, high) {
	const { flip, imaginary, table, lowIndex, highIndex } = diagonal;
	const low = lowIndex.length;
	const flipLow = flip & low - 1;
	const fromHigh = high ^ Math.trunc(flip / low);
	const offset = highIndex[fromHigh];
	if (table.length === 1 && !imaginary) {
		addFlipped(out, psi, table[0], 2 * high * low, 2 * fromHigh * low, 2 * low, 2 * flipLow);
		return;
	}
	const sign = imaginary ? -1 : 1;
	const swap = imaginary ? 1 : 0;
	for (let b = 0; b < low; b++) {
		const c = b ^ flipLow;
		const d = table[offset | lowIndex[c]];
		const from = 2 * (fromHigh * low + c);
		const to = 2 * (high * low + b);
		out[to] = out[to] + sign * d * psi[from + swap];
		out[to + 1] = out[to + 1] + d * psi[from + 1 - swap];
	}
}
/** out[to + k] ← out[to + k] + d·psi[from + (k xor flip)] for k below `count`, real d, both numbers of every entry. */
function addFlipped(out, psi, d, to, from, count, flip) {
	for (let k = 0; k < count; k += 2) {
		const a = to + k;
		const b = from + (k ^ flip);
		out[a] = out[a] + d * psi[b];
		out[a + 1] = out[a + 1] + d * psi[b + 1];
	}
}
// src/optimise/manifold.ts
/** R^P itself: optimisation without constraints. */
const flatSpace = {
	project: (_x, vector) => vector,
	retract: (x, tangent) => x.map((value, k) => value + tangent[k])
};
// src/optimise/minimise.ts
/** @file The one loop behind every minimisation. */
/**
* Minimises a function: yields the start and then every iterate, and returns the last one. The caller's loop
* decides what to show and when to leave. An iterate yielded, or read back from a file, is a start from which the
* loop continues with bit-identical numbers.
*
* Methods: `lbfgs` for circuits; `balancedLbfgs` of `bulkweave/network` for tensor networks without cycles, on which
* `lbfgs` often stays at infidelity ½; `conjugateGradient` with a manifold for isometries.
*
* @param start - x, shape (P,), or an iterate to go on from
* @returns `converged` by a stopping rule; `stalled` if the optimiser finds no decrease; `diverged` if the value is not
*          finite, with the last iterate that was; `max-steps`
* @throws {DomainError} maxSteps is negative or NaN
*/
function* minimise(objective, optimiser, start, stop) {
	if (!(stop.maxSteps >= 0)) throw new DomainError(`minimise: maxSteps ≥ 0 required, got ${stop.maxSteps}`);
	const inside = whereDefined(objective);
	let at = start instanceof Float64Array ? begin(inside, optimiser, start) : start;
	const ended = (result, steps) => ({
		value: at,
		result,
		steps
	});
	if (!isDefined(at.evaluation)) return ended("diverged", 0);
	yield {
		...at,
		step: 0
	};
	for (let step = 0;; step++) {
		if (isStationary(at, stop)) return ended("converged", step);
		if (step >= stop.maxSteps) return ended("max-steps", step);
		const next = optimiser.step(inside, at);
		if (next === void 0) return ended("stalled", step);
		if (!isDefined(next.evaluation)) return ended("diverged", step + 1);
		const change = Math.abs(next.evaluation.value - at.evaluation.value);
		at = next;
		yield {
			...at,
			step: step + 1
		};
		if (change <= (stop.valueTolerance ?? -1) * Math.max(1, Math.abs(at.evaluation.value))) return ended("converged", step + 1);
	}
}
/**
* The minimum that `minimise` arrives at, without its steps: the same arguments, the same result.
*
* @example
* ```ts
* import { infidelity, lbfgs, minimised } from 'bulkweave';
* import { ghz } from 'bulkweave/datasets';
* import { staircase } from 'bulkweave/models';
*
* const circuit = staircase(4, { block: 'so4' });
* const start = Float64Array.from({ length: circuit.parameters }, (_, k) => Math.sin(k + 1));
* const { value } = minimised(infidelity(circuit, ghz(4)), lbfgs(), start, { maxSteps: 200 });
* console.log(value.evaluation.value); // 0.000000
* ```
*/
function minimised(objective, optimiser, start, stop) {
	return solution(minimise(objective, optimiser, start, stop));
}
/**
* The result of a search run to its end, without its steps: of `minimise`, `stateGeodesic`, `mixedGeodesic`,
* `gateCountFront`, and every other generator of this library.
*/
function solution(steps) {
	for (;;) {
		const { done, value } = steps.next();
		if (done) return value;
	}
}
/**
* The objective, and NaN where x is not finite: objectives may refuse such an x, and a step that led there has
* diverged.
*/
function whereDefined(objective) {
	return (x) => x.every(Number.isFinite) ? objective(x) : {
		value: NaN,
		gradient: x.map(() => NaN)
	};
}
function begin(objective, optimiser, x) {
	const evaluation = objective(x);
	return {
		x,
		evaluation,
		state: optimiser.init(x, evaluation)
	};
}
function isDefined({ value, gradient }) {
	return Number.isFinite(value) && gradient.every(Number.isFinite);
}
function isStationary({ x, evaluation }, stop) {
	if (evaluation.value <= (stop.target ?? -Infinity)) return true;
	if (stop.gradientTolerance === void 0) return false;
	return length((stop.manifold ?? flatSpace).project(x, evaluation.gradient)) <= stop.gradientTolerance;
}
export { applyPauliSum as a, pauliSumMatrix as c, flatSpace as i, pauliSumOperator as l, minimised as n, checkPauliSum as o, solution as r, combinePauliSums as s, minimise as t };
