import { F as realPart, M as imaginaryPart, dt as ShapeError, ut as DomainError } from "./study-record-DTuekta5.js";
import { r as checkSymmetry } from "./gaussian-state-IZmuMQPG.js";
// src/gaussian/quadratic-hamiltonian.ts
/** @file Quadratic Hamiltonians of fermions and bosons, as data. */
/**
* The quadratic Hamiltonian with this matrix, checked.
*
* @param matrix - h of `QuadraticHamiltonian`, shape (2n, 2n), n ≥ 1
* @param constant - default 0
* @throws {ShapeError | DomainError} wrong shape, numbers that are not finite, wrong symmetry
*/
function quadraticHamiltonian(statistics, matrix, constant = 0) {
	const hamiltonian = {
		statistics,
		modes: matrix.rows / 2,
		matrix,
		constant
	};
	checkQuadratic("quadraticHamiltonian", hamiltonian);
	return hamiltonian;
}
/**
* Checks shape, numbers and symmetry of a quadratic Hamiltonian.
*
* @throws {ShapeError | DomainError} naming what is wrong
*/
function checkQuadratic(caller, { statistics, modes, matrix, constant }) {
	const { rows, cols, data } = matrix;
	const size = 2 * modes;
	if (!(Number.isInteger(modes) && modes >= 1 && rows === size && cols === size && data.length === size * size)) throw new ShapeError(`${caller}: a matrix of shape (2n, 2n), n ≥ 1, required, got ${rows} × ${cols}`);
	if (statistics !== "fermion" && statistics !== "boson") throw new DomainError(`${caller}: statistics 'fermion' or 'boson' required, got '${statistics}'`);
	if (!Number.isFinite(constant)) throw new DomainError(`${caller}: a finite constant required, got ${constant}`);
	checkSymmetry(caller, matrix, statistics === "fermion" ? -1 : 1);
}
/**
* The fermion Hamiltonian
*
*     H = Σ_ij A_ij c_i†c_j + ½ Σ_ij (B_ij c_i†c_j† + h.c.).
*
* @param hopping - A, real symmetric or complex Hermitian, shape (n, n)
* @param pairing - B, real or complex, antisymmetric, shape (n, n); default none
* @throws {ShapeError | DomainError} wrong shapes, numbers that are not finite, wrong symmetry
*/
function quadraticOfHopping(hopping, pairing) {
	const n = hopping.rows;
	for (const matrix of [hopping, ...pairing === void 0 ? [] : [pairing]]) if (matrix.rows !== n || matrix.cols !== n || n === 0) throw new ShapeError(`quadraticOfHopping: n × n matrices required, got ${matrix.rows} × ${matrix.cols}`);
	const [A, a] = partsOf(hopping);
	const [B, b] = pairing === void 0 ? [zero(n), zero(n)] : partsOf(pairing);
	checkSymmetry("quadraticOfHopping: Re A", A, 1);
	checkSymmetry("quadraticOfHopping: Im A", a, -1);
	checkSymmetry("quadraticOfHopping: Re B", B, -1);
	checkSymmetry("quadraticOfHopping: Im B", b, -1);
	const size = 2 * n;
	const data = new Float64Array(size * size);
	let trace = 0;
	for (let i = 0; i < n; i++) {
		trace += A.data[i * (n + 1)];
		for (let j = 0; j < n; j++) {
			const at = i * n + j;
			const mixed = A.data[at] - B.data[at];
			data[2 * i * size + 2 * j + 1] = mixed;
			data[(2 * j + 1) * size + 2 * i] = 0 - mixed;
			data[2 * i * size + 2 * j] = a.data[at] + b.data[at];
			data[(2 * i + 1) * size + 2 * j + 1] = a.data[at] - b.data[at];
		}
	}
	return {
		statistics: "fermion",
		modes: n,
		matrix: {
			rows: size,
			cols: size,
			data
		},
		constant: trace / 2
	};
}
/**
* Checks that two records speak of the same modes.
*
* @throws {DomainError | ShapeError} other statistics, or another number of modes
*/
function checkAlike(caller, a, b) {
	if (a.statistics !== b.statistics) throw new DomainError(`${caller}: the same statistics required, got ${a.statistics} and ${b.statistics}`);
	if (a.modes !== b.modes) throw new ShapeError(`${caller}: as many modes required, got ${a.modes} and ${b.modes}`);
}
/** Real and imaginary part of a real or complex matrix. */
function partsOf(matrix) {
	if ("data" in matrix) return [matrix, zero(matrix.rows, matrix.cols)];
	return [realPart(matrix), imaginaryPart(matrix)];
}
const zero = (rows, cols = rows) => ({
	rows,
	cols,
	data: new Float64Array(rows * cols)
});
export { quadraticOfHopping as a, quadraticHamiltonian as i, checkQuadratic as n, partsOf as r, checkAlike as t };
