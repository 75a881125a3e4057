import { P as multiply, Q as currentEngine, T as adjoint, X as zeroMatrix, c as householder, et as lengthOf, l as thinColumns, s as qr, ut as DomainError } from "./study-record-DTuekta5.js";
// src/linalg/singular-values.ts
/** @file Singular values: the Schmidt decomposition of quantum mechanics, the compression of tensor networks. */
/** Most sweeps of the Jacobi iteration; it converges quadratically, after about five. */
const MOST_SWEEPS = 60;
/** Below this fraction of the largest, squares of singular values leave the number range. */
const SMALLEST = 1e-145;
/**
* Thin singular value decomposition by one-sided Jacobi rotations of a pivoted QR factor: slower than bidiagonalisation
* for large matrices, but small singular values keep their relative accuracy as far as the columns determine it, and
* U and V are orthonormal to machine precision for every rank. O(mn² + n³) for m ≥ n.
*
* @throws {DomainError} an entry is not finite
*
* @see Drmač & Veselić, SIAM J. Matrix Anal. Appl. 29, 1322 (2008)
*/
function singularValueDecomposition(a) {
	if (a.rows < a.cols) {
		const { u, values, v } = singularValueDecomposition(adjoint(a));
		return {
			u: v,
			values,
			v: u
		};
	}
	let largest = 0;
	for (const x of a.interleaved) {
		if (!Number.isFinite(x)) throw new DomainError(`singularValueDecomposition: finite entries required, got ${x}`);
		largest = Math.max(largest, Math.abs(x));
	}
	const scale = largest === 0 ? 1 : 2 ** Math.floor(Math.log2(largest));
	const { rows, cols } = a;
	const factors = householder({
		rows,
		cols,
		interleaved: a.interleaved.map((x) => x / scale)
	}, true);
	const pairs = rotatedPairs(factors.columns, factors.diagonal, rows, cols);
	const lengths = Float64Array.from({ length: cols }, (_, j) => lengthOf(pairs, 4 * cols * j, 2 * cols));
	const stretches = Float64Array.from({ length: cols }, (_, j) => lengthOf(pairs, 2 * cols * (2 * j + 1), 2 * cols));
	const sizes = lengths.map((length, j) => length / stretches[j]);
	const order = Array.from(sizes.keys()).sort((i, j) => sizes[j] - sizes[i]);
	const v = zeroMatrix(cols, cols);
	const w = zeroMatrix(cols, cols);
	order.forEach((from, k) => {
		const unit = sizes[from] > SMALLEST * sizes[order[0]] ? lengths[from] : Infinity;
		for (let i = 0; i < cols; i++) for (let part = 0; part < 2; part++) {
			v.interleaved[2 * (factors.order[i] * cols + k) + part] = pairs[4 * cols * from + 2 * i + part] / unit;
			w.interleaved[2 * (i * cols + k) + part] = pairs[2 * cols * (2 * from + 1) + 2 * i + part] / stretches[from];
		}
	});
	const values = Float64Array.from(order, (j) => sizes[j] * scale);
	const complete = cols === 0 || sizes[order[cols - 1]] > SMALLEST * sizes[order[0]];
	const q = {
		rows: cols,
		cols: rows,
		interleaved: thinColumns(factors)
	};
	return {
		u: conjugate(multiply(q, conjugate(w), { adjointA: true })),
		values,
		v: complete ? v : qr(v).q
	};
}
/** The columns of R† beside those of the identity, as rows of one array, rotated until the former are orthogonal. */
function rotatedPairs(columns, diagonal, rows, n) {
	const pairs = new Float64Array(4 * n * n);
	for (let j = 0; j < n; j++) {
		pairs[4 * n * j + 2 * j] = diagonal[2 * j];
		pairs[4 * n * j + 2 * j + 1] = -diagonal[2 * j + 1];
		for (let i = j + 1; i < n; i++) {
			pairs[4 * n * j + 2 * i] = columns[2 * (i * rows + j)];
			pairs[4 * n * j + 2 * i + 1] = -columns[2 * (i * rows + j) + 1];
		}
		pairs[4 * n * j + 2 * n + 2 * j] = 1;
	}
	const tolerance = Number.EPSILON * Math.max(2, Math.sqrt(n));
	currentEngine().jacobi(pairs, n, n, tolerance, MOST_SWEEPS);
	return pairs;
}
/** The complex conjugate, entry by entry. */
function conjugate({ rows, cols, interleaved }) {
	return {
		rows,
		cols,
		interleaved: interleaved.map((x, i) => i % 2 === 0 ? x : -x)
	};
}
export { singularValueDecomposition as t };
