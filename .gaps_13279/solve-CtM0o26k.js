import { dt as ShapeError, ut as DomainError } from "./study-record-DTuekta5.js";
// src/linalg/solve.ts
/** @file Systems of linear equations. */
/**
* The solution X of A·X = B by Gaussian elimination with partial pivoting. O(n³ + n²m) for m right-hand sides.
*
* @throws {ShapeError} A is not square, or B has another number of rows
* @throws {DomainError} A is singular or not finite
*/
function solve(a, b) {
	const n = a.rows;
	if (a.cols !== n || b.rows !== n) throw new ShapeError(`solve: a square matrix and ${n} rows required, got ${n}×${a.cols} and ${b.rows} rows`);
	const width = 2 * (n + b.cols);
	const rows = Array.from({ length: n }, (_, i) => {
		const row = new Float64Array(width);
		row.set(a.interleaved.subarray(2 * i * n, 2 * (i + 1) * n));
		row.set(b.interleaved.subarray(2 * i * b.cols, 2 * (i + 1) * b.cols), 2 * n);
		return row;
	});
	const modulus = (i, k) => Math.hypot(rows[i][2 * k], rows[i][2 * k + 1]);
	for (let k = 0; k < n; k++) {
		let pivot = k;
		for (let i = k + 1; i < n; i++) if (modulus(i, k) > modulus(pivot, k)) pivot = i;
		[rows[k], rows[pivot]] = [rows[pivot], rows[k]];
		if (!(modulus(k, k) > 0 && modulus(k, k) < Infinity)) throw new DomainError(`solve: an invertible finite matrix required, got pivot ${modulus(k, k)} in column ${k}`);
		scaleRow(rows[k], k);
		for (let i = k + 1; i < n; i++) subtractRow(rows[i], rows[k], k);
	}
	for (let k = n - 1; k >= 0; k--) for (let i = 0; i < k; i++) subtractRow(rows[i], rows[k], k, 2 * n);
	const interleaved = new Float64Array(2 * n * b.cols);
	rows.forEach((row, i) => {
		interleaved.set(row.subarray(2 * n), 2 * i * b.cols);
	});
	return {
		rows: n,
		cols: b.cols,
		interleaved
	};
}
/** row ← row / row_k, from entry k on. */
function scaleRow(row, k) {
	const re = row[2 * k];
	const im = row[2 * k + 1];
	const wide = Math.abs(re) >= Math.abs(im);
	const ratio = wide ? im / re : re / im;
	const divisor = wide ? re + im * ratio : im + re * ratio;
	for (let j = 2 * k; j < row.length; j += 2) {
		const x = row[j];
		const y = row[j + 1];
		row[j] = (wide ? x + y * ratio : x * ratio + y) / divisor;
		row[j + 1] = (wide ? y - x * ratio : y * ratio - x) / divisor;
	}
}
/** row ← row − row_k·pivotRow, for entry k and all entries from `from` on. */
function subtractRow(row, pivotRow, k, from = 2 * k) {
	const re = row[2 * k];
	const im = row[2 * k + 1];
	if (re === 0 && im === 0) return;
	for (let j = from; j < row.length; j += 2) {
		row[j] = row[j] - re * pivotRow[j] + im * pivotRow[j + 1];
		row[j + 1] = row[j + 1] - re * pivotRow[j + 1] - im * pivotRow[j];
	}
}
export { solve as t };
