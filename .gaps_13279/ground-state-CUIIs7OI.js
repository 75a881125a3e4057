import { s as number, u as strictObject } from "./schemas-4uHuBYz8.js";
import { B as addScaled, H as norm, X as zeroMatrix, dt as ShapeError, i as randomStream, o as randomVector, u as hermitianEigen, ut as DomainError } from "./study-record-DTuekta5.js";
import { a as turnBasis, i as orthogonalise, n as lanczosStep, r as normalise } from "./krylov-DbqCbBGb.js";
import { n as hamiltonianSpec } from "./hamiltonian-spec-BYNcROsm.js";
import { l as pauliSumOperator } from "./minimise-BEDXc41D.js";
import { r as sizeUpTo, t as checkSize } from "./register-size-DLjME0wp.js";
// src/linalg/lanczos.ts
/** @file The lowest eigenpairs of a Hermitian operator that is known only by its action. */
/**
* The lowest eigenpairs of a Hermitian operator H by the thick-restart Lanczos method with full reorthogonalisation, in
* bounded memory. A sector that `start` is exactly orthogonal to is reached only by `completeMultiplets`; a random
* start avoids this. O(basisSize·dimension) on top of each application of H.
*
* @param apply - x ↦ Hx, Hermitian
* @param start - any vector that is not zero
* @returns `converged` if every residual is within tolerance, `stalled` if rounding prevents that, `max-steps`
* @throws {DomainError} the start is zero, or the start or the operator is not finite
* @throws {ShapeError} more eigenpairs are wanted than exist
*
* @see Wu & Simon, SIAM J. Matrix Anal. Appl. 22, 602 (2000)
*/
function lanczos(apply, start, options = {}) {
	const dimension = start.length;
	const { count = 1, tolerance = 1e-12, maxSteps = 5e3, completeMultiplets = count > 1 } = options;
	const size = Math.min(dimension, Math.max(options.basisSize ?? Math.max(22, 2 * count + 12), count + 3));
	if (!(count >= 1 && count <= dimension)) throw new ShapeError(`lanczos: between 1 and ${dimension} eigenpairs required, got ${count}`);
	const length = norm(start);
	if (!(length > 0 && length < Infinity)) throw new DomainError(`lanczos: a finite non-zero start required, got norm ${length}`);
	const stream = randomStream(0, "lanczos");
	const space = {
		basis: [start.interleaved.map((x) => x / length)],
		ritz: [],
		couplings: []
	};
	let steps = 0;
	let scale = 0;
	let result = "max-steps";
	let previous;
	for (;;) {
		const cycle = expand(apply, space, size, stream);
		steps += cycle.steps;
		scale = Math.max(scale, ...cycle.values.map(Math.abs));
		const bound = tolerance * scale / 4;
		const small = (k) => k >= cycle.values.length || cycle.residuals[k] <= bound;
		const wanted = cycle.values.slice(0, count);
		const settled = (k) => small(k) || cycle.residuals[k] <= .001 * (cycle.values[k] - cycle.values[k - 1]);
		const found = wanted.every((_, k) => small(k)) && (previous === void 0 || settled(count));
		const complete = !completeMultiplets || cycle.exhausted || previous?.every((value, k) => wanted[k] >= value - 4 * bound);
		if (found && complete) result = "converged";
		else if (steps < maxSteps) {
			if (found) previous = wanted;
			restart(space, cycle, found ? count : Math.floor((size + count) / 2), found ? stream : void 0);
			continue;
		}
		turnBasis(space.basis, cycle.rotation, count);
		space.basis.length = count;
		const value = measured(apply, wanted, space.basis);
		if (result === "converged" && value.residuals.some((r) => r > tolerance * scale)) result = "stalled";
		return {
			value,
			result,
			steps: steps + count
		};
	}
}
/** Lanczos steps until the basis is full; then Rayleigh–Ritz. */
function expand(apply, space, size, stream) {
	const { basis, ritz } = space;
	const projected = zeroMatrix(size, size);
	const couple = (i, j, value) => {
		projected.interleaved[2 * (i * size + j)] = value;
		projected.interleaved[2 * (j * size + i)] = value;
	};
	ritz.forEach((value, i) => {
		couple(i, i, value);
	});
	let couplings = space.couplings;
	let scale = Math.max(0, ...ritz.map(Math.abs));
	let next = basis[0];
	let coupling = 0;
	const first = ritz.length;
	for (let j = first; j < size; j++) {
		couplings.forEach((value, i) => {
			couple(i, j, value);
		});
		const step = lanczosStep(apply, basis, couplings);
		couple(j, j, step.diagonal);
		scale = Math.max(scale, Math.abs(step.diagonal), step.coupling);
		next = step.remainder;
		coupling = step.coupling;
		if (coupling > 8 * Number.EPSILON * scale) {
			if (coupling < .001 * scale) orthogonalise(next, basis);
			normalise(next);
		} else {
			coupling = 0;
			if (basis.length < next.length / 2) next = fresh(next.length / 2, basis, stream);
		}
		if (j + 1 < size) {
			basis.push(next);
			couplings = Array.from({ length: j + 1 }, (_, i) => i === j ? coupling : 0);
		}
	}
	const { values, vectors } = hermitianEigen(projected);
	const rotation = Array.from({ length: size }, (_, i) => Float64Array.from({ length: size }, (_, k) => vectors.interleaved[2 * (i * size + k)]));
	const exhausted = size === next.length / 2;
	if (exhausted) coupling = 0;
	const residuals = Array.from(rotation[size - 1], (y) => Math.abs(coupling * y));
	return {
		values: [...values],
		residuals,
		rotation,
		next,
		coupling,
		exhausted,
		steps: size - first
	};
}
/** Keeps the lowest Ritz vectors and what continues the recursion, or a random vector in its place. */
function restart(space, cycle, kept, random) {
	const { basis } = space;
	const last = cycle.rotation[cycle.rotation.length - 1];
	turnBasis(basis, cycle.rotation, kept);
	basis.length = kept;
	space.ritz = cycle.values.slice(0, kept);
	space.couplings = Array.from({ length: kept }, (_, k) => random === void 0 ? cycle.coupling * last[k] : 0);
	basis.push(random === void 0 ? cycle.next : fresh(cycle.next.length / 2, basis, random));
}
/** A random unit vector orthogonal to the basis. */
function fresh(length, basis, stream) {
	const { interleaved } = randomVector(length, stream);
	for (let pass = 0; pass < 3; pass++) {
		orthogonalise(interleaved, basis);
		normalise(interleaved);
	}
	return interleaved;
}
/** The eigenpairs with their true residuals. */
function measured(apply, values, basis) {
	const vectors = basis.map((interleaved) => ({
		length: interleaved.length / 2,
		interleaved
	}));
	for (const { interleaved } of vectors) normalise(interleaved);
	const residuals = Float64Array.from(vectors, (x, k) => norm(addScaled(apply(x), [-values[k], 0], x)));
	return {
		values: Float64Array.from(values),
		vectors,
		residuals
	};
}
// datasets/ground-state.ts
/** @file Ground states of any Hamiltonian that is a Pauli sum. */
/** Vectors held in memory for a ground state: those that span its Krylov space. */
const VECTORS = 22;
const entries = (qubits) => VECTORS * 2 ** qubits;
const groundStateOptions = strictObject({
	qubits: sizeUpTo(20, 1, entries).describe("number of qubits"),
	hamiltonian: hamiltonianSpec.describe("the Hamiltonian"),
	seed: number().int().default(1).describe("seed of the start; it matters only if the ground state is degenerate")
});
/**
* Lowest eigenvector of a Pauli sum by matrix-free Lanczos iteration from a random vector, so that no symmetry sector
* is left out. A degenerate ground state gives one vector of its space, chosen by the seed. The phase is fixed: the
* first of the largest amplitudes is positive.
*
* @param hamiltonian - n qubits, at most 20
* @param options - seed; tolerance, the greatest residual relative to the greatest |energy|, default 1e-12
* @throws {DomainError} too many qubits, or a malformed sum
*
* Cost O(steps · flips · 2ⁿ), memory 352·2ⁿ bytes: 370 MB at n = 20.
*/
function lowestState(hamiltonian, { seed = 1, tolerance = 1e-12 } = {}) {
	const { qubits } = hamiltonian;
	checkSize("groundState", qubits, 20, 1, entries);
	const start = randomVector(2 ** qubits, randomStream(seed, "ground state"));
	const { value, result, steps } = lanczos(pauliSumOperator(hamiltonian), start, { tolerance });
	const state = {
		kind: "pure",
		name: `ground-state(${qubits})`,
		dimensions: new Array(qubits).fill(2),
		amplitudes: withFixedPhase(value.vectors[0])
	};
	return {
		value: {
			energy: value.values[0],
			state,
			residual: value.residuals[0]
		},
		result,
		steps
	};
}
/**
* Ground state of a Pauli sum: the state that `lowestState` finds.
*
* @param hamiltonian - n qubits, at most 20
* @param seed - of the random start; it matters only if the ground state is degenerate
* @throws {DomainError} too many qubits, a malformed sum, or no convergence
*/
function groundState(hamiltonian, seed = 1) {
	const { value, result, steps } = lowestState(hamiltonian, { seed });
	if (result === "max-steps" || result === "diverged") throw new DomainError(`groundState: convergence required, got ${result} after ${steps} steps`);
	return value.state;
}
/** The vector times the phase that makes the first of its largest amplitudes positive (to 1 part in 1e6). */
function withFixedPhase({ length, interleaved }) {
	let at = 0;
	let most = 0;
	for (let k = 0; k < length; k++) {
		const modulus = Math.hypot(interleaved[2 * k], interleaved[2 * k + 1]);
		if (modulus > most * (1 + 1e-6)) [at, most] = [k, modulus];
	}
	const [re, im] = [interleaved[2 * at] / most, interleaved[2 * at + 1] / most];
	const turned = new Float64Array(2 * length);
	for (let k = 0; k < turned.length; k += 2) {
		turned[k] = interleaved[k] * re + interleaved[k + 1] * im;
		turned[k + 1] = interleaved[k + 1] * re - interleaved[k] * im;
	}
	return {
		length,
		interleaved: turned
	};
}
export { groundStateOptions as n, groundState as t };
