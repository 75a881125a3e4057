import { F as realPart, I as scaled, k as complexOf, m as symmetricFunction, p as symmetricEigen, ut as DomainError, v as addReal, y as multiplyReal } from "./study-record-DTuekta5.js";
import { t as matrixExponential } from "./matrix-exponential-Ca54r-Qm.js";
import { S as majoranaForm, h as uncorrelatedBlocks, t as checkGaussian, u as omegaTimes, v as evenFunction, w as oddFunction } from "./gaussian-state-IZmuMQPG.js";
import { t as isIdentity } from "./oscillator-form-zyAjK24V.js";
import { n as checkQuadratic, t as checkAlike } from "./quadratic-hamiltonian-BzGn3bJA.js";
// src/gaussian/evolution.ts
/** @file Gaussian states in time, and under transformations of their modes. */
/**
* The matrix that moves the operators of a quadratic Hamiltonian for a time t: γ(t) = e^{ht}γ, orthogonal, for fermions
* and R(t) = e^{Ωht}R, symplectic, for bosons.
*
* @throws {ShapeError | DomainError} a malformed Hamiltonian; a time that is not finite
*
* O(n³).
*/
function evolutionMatrix(hamiltonian, time) {
	checkQuadratic("evolutionMatrix", hamiltonian);
	if (!Number.isFinite(time)) throw new DomainError(`evolutionMatrix: a finite time required, got ${time}`);
	const { statistics, matrix } = hamiltonian;
	if (statistics === "fermion") {
		const form = majoranaForm(matrix);
		const even = evenFunction(form, (energy) => Math.cos(energy * time));
		return addReal(even, 1, oddFunction(form, (energy) => Math.sin(energy * time)));
	}
	const blocks = uncorrelatedBlocks(matrix);
	if (blocks === void 0 || !isIdentity(blocks.p)) return realPart(matrixExponential(complexOf(scaled(time, omegaTimes(matrix)))));
	const eigen = symmetricEigen(blocks.x);
	const cosine = symmetricFunction(eigen, (square) => {
		const angle = Math.sqrt(Math.abs(square)) * time;
		return square >= 0 ? Math.cos(angle) : Math.cosh(angle);
	});
	const share = (square) => {
		const rate = Math.sqrt(Math.abs(square));
		return rate === 0 ? time : (square > 0 ? Math.sin(rate * time) : Math.sinh(rate * time)) / rate;
	};
	const [over, times] = [symmetricFunction(eigen, share), symmetricFunction(eigen, (square) => -square * share(square))];
	return fromBlocks(cosine, over, times, cosine);
}
/**
* The state after a time t under a quadratic Hamiltonian, e^{−iHt}ρe^{iHt}.
*
* @param time - in units of the inverse energy, ħ = 1; may be negative
* @throws {ShapeError | DomainError} malformed or unlike arguments; a time that is not finite
*
* O(n³) for any time.
*/
function gaussianEvolution(hamiltonian, state, time) {
	checkGaussian("gaussianEvolution", state);
	checkAlike("gaussianEvolution", hamiltonian, state);
	return conjugatedBy(state, evolutionMatrix(hamiltonian, time));
}
/** MCMᵀ, with exact symmetry. */
function conjugatedBy(state, m) {
	const { rows, data } = multiplyReal(multiplyReal(m, state.covariance), m, { transposeB: true });
	const sign = state.statistics === "fermion" ? -1 : 1;
	const out = new Float64Array(data.length);
	for (let i = 0; i < rows; i++) for (let j = 0; j < rows; j++) out[i * rows + j] = (data[i * rows + j] + sign * data[j * rows + i]) / 2;
	return {
		...state,
		covariance: {
			rows,
			cols: rows,
			data: out
		}
	};
}
/** The matrix ((a, b), (c, d)). */
function fromBlocks(a, b, c, d) {
	const n = a.rows;
	const data = new Float64Array(4 * n * n);
	for (let i = 0; i < n; i++) {
		data.set(a.data.subarray(i * n, (i + 1) * n), i * 2 * n);
		data.set(b.data.subarray(i * n, (i + 1) * n), i * 2 * n + n);
		data.set(c.data.subarray(i * n, (i + 1) * n), (n + i) * 2 * n);
		data.set(d.data.subarray(i * n, (i + 1) * n), (n + i) * 2 * n + n);
	}
	return {
		rows: 2 * n,
		cols: 2 * n,
		data
	};
}
export { gaussianEvolution as n, evolutionMatrix as t };
