// src/linalg/krylov.ts
/**
* Applies the operator to the last vector of an orthonormal basis and removes from the result its part in the basis.
*
* @param couplings - ⟨basis_i|H|last⟩ as far as they are known from earlier steps, zeros elsewhere
*/
function lanczosStep(apply, basis, couplings) {
	const last = basis[basis.length - 1];
	const remainder = apply({
		length: last.length / 2,
		interleaved: last
	}).interleaved.slice();
	for (let i = 0; i + 1 < basis.length; i++) if (couplings[i]) addTo(remainder, -couplings[i], 0, basis[i]);
	const [diagonal] = dot(last, remainder);
	addTo(remainder, -diagonal, 0, last);
	orthogonalise(remainder, basis);
	return {
		diagonal,
		coupling: Math.sqrt(dot(remainder, remainder)[0]),
		remainder
	};
}
/** Modified Gram–Schmidt, in place: x ← x − Σ_i ⟨basis_i|x⟩ basis_i. */
function orthogonalise(x, basis) {
	for (const vector of basis) {
		const [re, im] = dot(vector, x);
		addTo(x, -re, -im, vector);
	}
}
/** ⟨a|b⟩ as [re, im]. */
function dot(a, b) {
	let re = 0;
	let im = 0;
	for (let i = 0; i < a.length; i += 2) {
		re += a[i] * b[i] + a[i + 1] * b[i + 1];
		im += a[i] * b[i + 1] - a[i + 1] * b[i];
	}
	return [re, im];
}
/** x ← x + (re + i·im)·y. */
function addTo(x, re, im, y) {
	for (let i = 0; i < x.length; i += 2) {
		x[i] = x[i] + re * y[i] - im * y[i + 1];
		x[i + 1] = x[i + 1] + re * y[i + 1] + im * y[i];
	}
}
/** x/‖x‖ in place; the norm is returned. */
function normalise(x) {
	const length = Math.sqrt(dot(x, x)[0]);
	for (let i = 0; i < x.length; i++) x[i] = x[i] / length;
	return length;
}
/** Σ_i (re_i + i·im_i)·basis_i. */
function combination(basis, re, im = new Float64Array(basis.length)) {
	const sum = new Float64Array(basis[0].length);
	basis.forEach((vector, i) => {
		addTo(sum, re[i], im[i], vector);
	});
	return sum;
}
/**
* Turns the basis in place: basis_j ← Σ_i basis_i·Y_ij for the first `count` columns of the real matrix Y; the other
* vectors keep meaningless values. No vector is allocated.
*
* @param y - basis.length × (at least count), row by row
*/
function turnBasis(basis, y, count) {
	const row = new Float64Array(basis.length);
	for (let k = 0; k < basis[0].length; k++) {
		for (let i = 0; i < basis.length; i++) row[i] = basis[i][k];
		for (let j = 0; j < count; j++) {
			let sum = 0;
			for (let i = 0; i < basis.length; i++) sum += row[i] * y[i][j];
			basis[j][k] = sum;
		}
	}
}
export { turnBasis as a, orthogonalise as i, lanczosStep as n, normalise as r, combination as t };
