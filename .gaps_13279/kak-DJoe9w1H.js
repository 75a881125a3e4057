import { A as frobeniusNorm, J as identityMatrix, K as complexMatrix, L as scaledMatrix, N as kronecker, P as multiply, dt as ShapeError, u as hermitianEigen, ut as DomainError, w as addScaledMatrix, z as transpose } from "./study-record-DTuekta5.js";
// src/complexity/kak.ts
/** @file Cartan (KAK) decomposition of two-qubit gates: local gates around a canonical interaction. */
/** Greatest distance from a wall of the chamber at which a coordinate counts as on it. */
const WALL = 1e-9;
const HALF = Math.SQRT1_2;
/** Columns: the Bell states with phases in which local gates are real and XX, YY, ZZ are diagonal. */
const MAGIC = complexMatrix([
	[
		HALF,
		0,
		0,
		0
	],
	[
		0,
		0,
		HALF,
		0
	],
	[
		0,
		0,
		-HALF,
		0
	],
	[
		HALF,
		0,
		0,
		0
	]
], [
	[
		0,
		0,
		0,
		HALF
	],
	[
		0,
		HALF,
		0,
		0
	],
	[
		0,
		HALF,
		0,
		0
	],
	[
		0,
		0,
		0,
		-HALF
	]
]);
const ONE = identityMatrix(2);
const PAULIS = [
	complexMatrix([[0, 1], [1, 0]]),
	complexMatrix([[0, 0], [0, 0]], [[0, -1], [1, 0]]),
	complexMatrix([[1, 0], [0, -1]])
];
/** XX, YY, ZZ. */
const PAIRS = PAULIS.map((pauli) => kronecker(pauli, pauli));
/**
* Cartan decomposition of a two-qubit unitary. In the magic basis V = O₁ΔO₂ with real orthogonal O and diagonal Δ: O₂
* diagonalises the symmetric unitary VᵀV, whose real and imaginary parts commute. The coordinates are then moved into
* the Weyl chamber by local gates.
*
* @throws {ShapeError} not 4 × 4
* @throws {DomainError} not unitary
*
* @see Kraus & Cirac, Phys. Rev. A 63, 062309 (2001)
*/
function kakDecomposition(unitary) {
	checkTwoQubitUnitary(unitary);
	const inMagic = multiply(multiply(MAGIC, unitary, { adjointA: true }), MAGIC);
	const right = properRotation(realEigenvectors(multiply(transpose(inMagic), inMagic)));
	const turned = multiply(inMagic, right);
	const phases = [
		0,
		1,
		2,
		3
	].map((k) => columnPhase(turned, k));
	let left = turned;
	phases.forEach((phase, k) => {
		left = turnedColumn(left, k, -phase);
	});
	if (realDeterminant(left) < 0) {
		left = turnedColumn(left, 0, Math.PI);
		phases[0] = phases[0] + Math.PI;
	}
	const coordinates = PAIRS.map((pair) => {
		const signs = multiply(multiply(MAGIC, pair, { adjointA: true }), MAGIC);
		return phases.reduce((sum, phase, k) => sum - phase * signs.interleaved[10 * k] / 4, 0);
	});
	return intoChamber({
		left: multiply(multiply(MAGIC, left), MAGIC, { adjointB: true }),
		right: multiply(MAGIC, multiply(right, MAGIC, {
			adjointA: true,
			adjointB: true
		})),
		coordinates,
		phase: phases.reduce((sum, phase) => sum + phase / 4, 0)
	});
}
/** The Weyl coordinates of a two-qubit unitary: its invariants under local gates and a global phase. */
function weylCoordinates(unitary) {
	return kakDecomposition(unitary).coordinates;
}
/**
* The least number of CNOTs that make the unitary together with one-qubit gates: 0 for local gates, 1 for (π/4, 0, 0),
* 2 for z = 0, otherwise 3.
*
* @throws {ShapeError | DomainError} not a 4 × 4 unitary
*
* @see Shende, Markov & Bullock, Phys. Rev. A 69, 062321 (2004)
*/
function cnotCount(unitary) {
	const [x, y, z] = weylCoordinates(unitary);
	if (Math.abs(z) > WALL) return 3;
	if (y > WALL) return 2;
	if (x < WALL) return 0;
	return Math.abs(x - Math.PI / 4) < WALL ? 1 : 2;
}
/** Moves the coordinates into the chamber; local gates compensate every move. */
function intoChamber(found) {
	let { left, right, phase } = found;
	const c = [...found.coordinates];
	const shift = (axis, quarters) => {
		c[axis] = c[axis] - quarters * Math.PI / 2;
		phase -= quarters * Math.PI / 2;
		if (quarters % 2 !== 0) left = multiply(left, PAIRS[axis]);
	};
	const flip = (axis) => {
		const local = kronecker(PAULIS[axis], ONE);
		for (const other of [
			0,
			1,
			2
		]) if (other !== axis) c[other] = -c[other];
		left = multiply(left, local);
		right = multiply(local, right);
	};
	const exchange = (a, b) => {
		const third = 3 - a - b;
		const quarter = addScaledMatrix(scaledMatrix([HALF, 0], ONE), [0, -HALF], PAULIS[third]);
		const both = kronecker(quarter, quarter);
		[c[a], c[b]] = [c[b], c[a]];
		left = multiply(left, both, { adjointB: true });
		right = multiply(both, right);
	};
	for (const axis of [
		0,
		1,
		2
	]) shift(axis, Math.round(c[axis] / (Math.PI / 2)));
	for (const [a, b] of [
		[0, 1],
		[1, 2],
		[0, 1]
	]) if (Math.abs(c[a]) < Math.abs(c[b])) exchange(a, b);
	if (c[0] < 0) flip(1);
	if (c[1] < 0) flip(0);
	if (c[0] > Math.PI / 4 - WALL && c[2] < -1e-9) {
		shift(0, 1);
		flip(1);
	}
	return {
		left,
		right,
		phase,
		coordinates: [
			c[0],
			c[1],
			c[2]
		]
	};
}
/**
* Real orthonormal eigenvectors of a symmetric unitary: those of a mixture of its commuting real and imaginary parts.
*/
function realEigenvectors(symmetric) {
	const { rows } = symmetric;
	let best = {
		vectors: identityMatrix(rows),
		rest: Infinity
	};
	for (let attempt = 0; attempt < 8 && best.rest > 1e-14; attempt++) {
		const [cos, sin] = [Math.cos(.7 + attempt), Math.sin(.7 + attempt)];
		const mixture = symmetric.interleaved.map((x, k) => k % 2 === 0 ? cos * x + sin * symmetric.interleaved[k + 1] : 0);
		const { vectors } = hermitianEigen({
			...symmetric,
			interleaved: mixture
		});
		const turned = multiply(multiply(vectors, symmetric, { adjointA: true }), vectors).interleaved;
		const rest = Math.hypot(...turned.filter((_, k) => (k >> 1) % (rows + 1) !== 0));
		if (rest < best.rest) best = {
			vectors,
			rest
		};
	}
	return best.vectors;
}
/** The same columns, the first with its sign changed if that makes the determinant 1. */
function properRotation(vectors) {
	return realDeterminant(vectors) < 0 ? turnedColumn(vectors, 0, Math.PI) : vectors;
}
/** ½ arg vᵀv of column v. */
function columnPhase({ rows, cols, interleaved }, k) {
	let [re, im] = [0, 0];
	for (let i = 0; i < rows; i++) {
		const [x, y] = [interleaved[2 * (i * cols + k)], interleaved[2 * (i * cols + k) + 1]];
		re += x * x - y * y;
		im += 2 * x * y;
	}
	return Math.atan2(im, re) / 2;
}
/** Column k times e^{i·angle}. */
function turnedColumn({ rows, cols, interleaved }, k, angle) {
	const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
	const out = interleaved.slice();
	for (let at = 2 * k; at < out.length; at += 2 * cols) {
		out[at] = cos * interleaved[at] - sin * interleaved[at + 1];
		out[at + 1] = cos * interleaved[at + 1] + sin * interleaved[at];
	}
	return {
		rows,
		cols,
		interleaved: out
	};
}
/** Determinant of a real matrix, by expansion along the first row. */
function realDeterminant({ rows, interleaved }) {
	const at = (columns, row) => columns.length === 0 ? 1 : columns.reduce((sum, column, k) => {
		const minor = at(columns.filter((other) => other !== column), row + 1);
		return sum + (k % 2 === 0 ? 1 : -1) * interleaved[2 * (row * rows + column)] * minor;
	}, 0);
	return at([
		0,
		1,
		2,
		3
	], 0);
}
function checkTwoQubitUnitary(unitary) {
	if (unitary.rows !== 4 || unitary.cols !== 4) throw new ShapeError(`kakDecomposition: a 4 × 4 matrix required, got ${unitary.rows} × ${unitary.cols}`);
	const square = multiply(unitary, unitary, { adjointA: true });
	const error = frobeniusNorm(addScaledMatrix(square, [-1, 0], identityMatrix(4)));
	if (!(error < 1e-9)) throw new DomainError(`kakDecomposition: a unitary required, |V†V − 1| is ${error}`);
}
export { weylCoordinates as n, cnotCount as t };
