import { J as identityMatrix, L as scaledMatrix, P as multiply, dt as ShapeError, ut as DomainError, w as addScaledMatrix } from "./study-record-DTuekta5.js";
import { t as solve } from "./solve-CtM0o26k.js";
// src/linalg/matrix-exponential.ts
/** @file The matrix exponential. */
/** Coefficients of the numerator of the [13/13] Padé approximant of eˣ; the denominator has alternating signs. */
const PADE = [
	0xe6173304aa2000,
	0x730b9982551000,
	7771770303897600,
	0x437e459424400,
	0x75612b17e600,
	0x99a917d4d00,
	670442572800,
	33522128640,
	1323241920,
	40840800,
	960960,
	16380,
	182,
	1
];
/** Largest n‖A‖₁: beyond it rounding, n ε ‖A‖₁ and more, leaves no digit of a phase correct. */
const MOST = 2 ** 48;
/** The largest 1-norm for which that approximant is exact to double precision. */
const LARGEST_NORM = 5.371920351148152;
/**
* The exponential exp(A) = Σ_k Aᵏ/k! of any square complex matrix, by the [13/13] Padé approximant with scaling and
* squaring of B in A = B + μ·1, μ = Tr A/n:
*
*     exp(A) = e^μ exp(B),    exp(B) = exp(B/2ˢ)^(2ˢ).
*
* The error relative to ‖exp(A)‖ is about n ε ‖B‖₁, with ε = 2⁻⁵²: that is what the rounding of entries of size ‖B‖
* does to the eigenvalues, and every squaring doubles the error of a phase. The multiple of 1 costs nothing: exp(iφ) is
* exact for every φ. O(n³·(1 + log₂‖B‖)).
*
* @throws {ShapeError} A is not square
* @throws {DomainError} A is not finite, or n‖B‖₁ > 2⁴⁸, where no digit would be right
*
* @see Higham, SIAM J. Matrix Anal. Appl. 26, 1179 (2005)
*/
function matrixExponential(a) {
	if (a.rows !== a.cols) throw new ShapeError(`matrixExponential: a square matrix required, got ${a.rows}×${a.cols}`);
	const size = oneNorm(a);
	if (!Number.isFinite(size)) throw new DomainError(`matrixExponential: finite entries required, got 1-norm ${size}`);
	const [growth, phase] = meanOfDiagonal(a);
	const b = addScaledMatrix(a, [-growth, -phase], identityMatrix(a.rows));
	const rest = oneNorm(b);
	if (!(a.rows * rest <= MOST)) throw new DomainError(`matrixExponential: n‖A − Tr A/n‖₁ of at most 2^48 required, got ${a.rows * rest}`);
	const halvings = Math.max(0, Math.ceil(Math.log2(rest / LARGEST_NORM)));
	const half = 2 ** -halvings;
	let power = padeApproximant(scaledMatrix([half, 0], b));
	if (growth !== 0) power = scaledMatrix([Math.exp(growth * half), 0], power);
	for (let k = 0; k < halvings; k++) power = multiply(power, power);
	return phase === 0 ? power : scaledMatrix([Math.cos(phase), Math.sin(phase)], power);
}
/** Tr A/n. */
function meanOfDiagonal({ rows, interleaved }) {
	let [re, im] = [0, 0];
	for (let at = 0; at < interleaved.length; at += 2 * (rows + 1)) {
		re += interleaved[at] / rows;
		im += interleaved[at + 1] / rows;
	}
	return [re, im];
}
/** (V − U)⁻¹(V + U) with the odd part U and the even part V of the numerator, grouped to need six products. */
function padeApproximant(a) {
	const a2 = multiply(a, a);
	const a4 = multiply(a2, a2);
	const a6 = multiply(a4, a2);
	const one = identityMatrix(a.rows);
	const sum = (...terms) => terms.reduce((total, [factor, term]) => addScaledMatrix(total, [factor, 0], term), scaledMatrix([0, 0], a));
	const part = (first) => {
		const [c0, c2, c4, c6, c8, c10, c12] = PADE.filter((_, k) => k % 2 === first);
		const high = multiply(a6, sum([c12, a6], [c10, a4], [c8, a2]));
		return sum([1, high], [c6, a6], [c4, a4], [c2, a2], [c0, one]);
	};
	const u = multiply(a, part(1));
	const v = part(0);
	return solve(addScaledMatrix(v, [-1, 0], u), addScaledMatrix(v, [1, 0], u));
}
/** The largest column sum of moduli. */
function oneNorm(a) {
	const sums = new Float64Array(a.cols);
	for (let k = 0; k < a.rows * a.cols; k++) {
		const column = k % a.cols;
		sums[column] = sums[column] + Math.hypot(a.interleaved[2 * k], a.interleaved[2 * k + 1]);
	}
	return sums.reduce((largest, x) => x > largest || Number.isNaN(x) ? x : largest, 0);
}
export { matrixExponential as t };
