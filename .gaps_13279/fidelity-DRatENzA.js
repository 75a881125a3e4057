import { B as addScaled, E as applyMatrix, H as norm, P as multiply, V as innerProduct, dt as ShapeError, u as hermitianEigen } from "./study-record-DTuekta5.js";
import { t as singularValueDecomposition } from "./singular-values-FC6Kti-a.js";
import { r as isDensityMatrix } from "./reduced-density-matrix-Bg02QxO0.js";
// src/state/fidelity.ts
/** @file How alike two states are: fidelity and the distances that belong to it. */
/**
* Fidelity, squared:
*
*     F = |⟨a|b⟩|²,    ⟨a|ρ|a⟩,    (Tr √(√ρ σ √ρ))²
*
* for two vectors, a vector and a density matrix, two density matrices. Between 0 and 1 for normalised states.
*
* @throws {ShapeError} the states differ in size
*
* Cost O(D), O(D²), O(D³).
*
* @see Uhlmann, Rep. Math. Phys. 9, 273 (1976)
*/
function fidelity(a, b) {
	checkSizes(a, b);
	if (!isDensityMatrix(a)) {
		const [re, im] = innerProduct(a, isDensityMatrix(b) ? applyMatrix(b, a) : b);
		return isDensityMatrix(b) ? re : re * re + im * im;
	}
	if (!isDensityMatrix(b)) return fidelity(b, a);
	const { values } = singularValueDecomposition(multiply(squareRoot(a), squareRoot(b)));
	return values.reduce((sum, value) => sum + value, 0) ** 2;
}
/**
* Fubini–Study distance arccos|⟨a|b⟩| of two unit vectors, between 0 and π/2. Computed from sine and cosine, so that
* neighbouring states keep their relative accuracy.
*
* @throws {ShapeError} the vectors differ in length
*/
function fubiniStudyDistance(a, b) {
	checkSizes(a, b);
	const [re, im] = innerProduct(a, b);
	return Math.atan2(norm(addScaled(b, [-re, -im], a)), Math.hypot(re, im));
}
/**
* √ρ of a positive semidefinite matrix. Eigenvalues that are rounding count as zero: their roots would not be small.
*/
function squareRoot(rho) {
	const { values, vectors } = hermitianEigen(rho);
	const rounding = 1e-14 * values[values.length - 1];
	const weighted = vectors.interleaved.slice();
	for (let k = 0; k < weighted.length; k++) {
		const value = values[(k >> 1) % rho.cols];
		weighted[k] = value > rounding ? weighted[k] * Math.sqrt(value) : 0;
	}
	return multiply({
		...vectors,
		interleaved: weighted
	}, vectors, { adjointB: true });
}
const sizeOfState = (state) => isDensityMatrix(state) ? state.rows : state.length;
function checkSizes(a, b) {
	if (sizeOfState(a) === sizeOfState(b)) return;
	throw new ShapeError(`fidelity: states of equal size required, got ${sizeOfState(a)} and ${sizeOfState(b)}`);
}
export { fubiniStudyDistance as n, fidelity as t };
