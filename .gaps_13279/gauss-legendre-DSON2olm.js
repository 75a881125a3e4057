// src/linalg/gauss-legendre.ts
/**
* Points and weights of Gauss–Legendre quadrature on [−1, 1]: exact for polynomials of degree 2n − 1. Zeros of the
* Legendre polynomial P_n by Newton's method from Tricomi's estimate. O(n²).
*
* @param n - number of points, at least 1
*
* @see Davis & Rabinowitz, Methods of Numerical Integration, 2nd ed., sect. 2.7
*/
function gaussLegendre(n) {
	const [points, weights] = [new Float64Array(n), new Float64Array(n)];
	for (let i = 0; i < n; i++) {
		let x = -Math.cos(Math.PI * (i + .75) / (n + .5));
		let slope = 0;
		for (let step = 0; step < 100; step++) {
			let [before, value] = [1, x];
			for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
			slope = n * (x * value - before) / (x * x - 1);
			const move = value / slope;
			x -= move;
			if (Math.abs(move) < 1e-15) break;
		}
		points[i] = x;
		weights[i] = 2 / ((1 - x * x) * slope * slope);
	}
	return [points, weights];
}
export { gaussLegendre as t };
