// src/linalg/real-vector.ts
/** @file Real vectors, as optimisers need them. Pure functions. */
/** Σ aᵢbᵢ, in four independent partial sums. */
function dot(a, b) {
	const { length } = a;
	const most = length - length % 4;
	let [s, t, u, v] = [
		0,
		0,
		0,
		0
	];
	for (let i = 0; i < most; i += 4) {
		s += a[i] * b[i];
		t += a[i + 1] * b[i + 1];
		u += a[i + 2] * b[i + 2];
		v += a[i + 3] * b[i + 3];
	}
	for (let i = most; i < length; i++) s += a[i] * b[i];
	return s + t + (u + v);
}
/** √Σ aᵢ². */
function length(a) {
	return Math.sqrt(dot(a, a));
}
/** a + s·b. */
function plus(a, s, b) {
	const sum = new Float64Array(a.length);
	for (let i = 0; i < a.length; i++) sum[i] = a[i] + s * b[i];
	return sum;
}
/** s·a. */
function times(s, a) {
	const product = new Float64Array(a.length);
	for (let i = 0; i < a.length; i++) product[i] = s * a[i];
	return product;
}
export { times as i, length as n, plus as r, dot as t };
