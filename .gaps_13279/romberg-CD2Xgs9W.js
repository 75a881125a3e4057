// src/linalg/romberg.ts
/** @file Extrapolation to h = 0 of what is computed with a step h. */
/**
* A row of Romberg's scheme from the row before: the value for half the step, then its limits for an error in h², h⁴,
* …; the k-th is (4ᵏa − b)/(4ᵏ − 1), with a and b the (k−1)-th of this row and of the row before.
*
* @param before - the row for twice the step; empty for the first row
*/
function romberg(before, value) {
	const row = [value];
	before.forEach((b, k) => {
		const factor = 4 ** (k + 1);
		row.push(row[k].map((a, i) => (factor * a - b[i]) / (factor - 1)));
	});
	return row;
}
export { romberg as t };
