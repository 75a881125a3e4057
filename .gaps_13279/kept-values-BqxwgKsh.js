// src/linalg/kept-values.ts
/**
* How many singular values are kept: at least one, at most `bond`, and no more than needed for the tolerance.
*
* @param values - descending
*/
function keptValues(values, { tolerance, bond }) {
	const total = values.reduce((sum, x) => sum + x * x, 0);
	let kept = values.length;
	for (let lost = 0; kept > 1; kept--) {
		lost += values[kept - 1] ** 2;
		if (lost > tolerance * total && kept <= bond) break;
	}
	return kept;
}
/** The first `count` columns of a matrix. */
function leadingColumns({ rows, cols, interleaved }, count) {
	const kept = new Float64Array(2 * rows * count);
	for (let i = 0; i < rows; i++) kept.set(interleaved.subarray(2 * i * cols, 2 * (i * cols + count)), 2 * i * count);
	return {
		rows,
		cols: count,
		interleaved: kept
	};
}
export { leadingColumns as n, keptValues as t };
