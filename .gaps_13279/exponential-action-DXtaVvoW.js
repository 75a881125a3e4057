import { H as norm, Z as zeroVector, h as tridiagonalEigen, ut as DomainError } from "./study-record-DTuekta5.js";
import { n as lanczosStep, r as normalise, t as combination } from "./krylov-DbqCbBGb.js";
// src/linalg/exponential-action.ts
/** @file Evolution in real and imaginary time, exp(−itH)v and exp(−τH)v, for H known only by its action. */
/** Largest dimension of one Krylov space; longer times are split into steps. */
const LARGEST_SPACE = 24;
/** Points at which the error density is sampled within a step. */
const SAMPLES = 8;
/**
* Evolution exp(−i·time·H)v by Krylov subspaces, with steps as long as the error bound allows:
*
*     ‖error(t)‖ ≤ β ∫₀ᵗ |⟨e_m|exp(−isT)|e₁⟩| ds,
*
* where T is the m × m Lanczos matrix and β its coupling to the rest of the space. About |time|·‖H‖ applications.
*
* @param apply     - x ↦ Hx, Hermitian
* @param time      - any sign
* @param tolerance - largest error relative to ‖v‖, default 1e-12
* @throws {DomainError} v, the time or Hv are not finite
*
* @see Hochbruck & Lubich, SIAM J. Numer. Anal. 34, 1911 (1997)
*/
function exponentialAction(apply, vector, time, tolerance = 1e-12) {
	if (!Number.isFinite(time)) throw new DomainError(`exponentialAction: a finite time required, got ${time}`);
	const { direction, logNorm } = evolve(apply, vector, time, tolerance, realTime);
	const length = Math.exp(logNorm);
	return {
		length: vector.length,
		interleaved: direction.map((x) => x * length)
	};
}
/**
* Evolution in imaginary time exp(−τH)v, by the method of `exponentialAction`. For large τ its direction is the ground
* state, if v overlaps with it.
*
* @param tau       - not negative
* @param tolerance - largest error of the direction, default 1e-12
* @throws {DomainError} v, tau or Hv are not finite, v is zero, or tau is negative
*/
function imaginaryTimeAction(apply, vector, tau, tolerance = 1e-12) {
	if (!(tau >= 0 && tau < Infinity)) throw new DomainError(`imaginaryTimeAction: 0 ≤ tau < ∞ required, got ${tau}`);
	if (norm(vector) === 0) throw new DomainError("imaginaryTimeAction: a non-zero vector required, got zero");
	const { direction, logNorm } = evolve(apply, vector, tau, tolerance, imaginaryTime);
	return {
		direction: {
			length: vector.length,
			interleaved: direction
		},
		logNorm
	};
}
const realTime = (theta, _lowest, s) => [Math.cos(s * theta), -Math.sin(s * theta)];
const imaginaryTime = (theta, lowest, s) => [Math.exp(-s * (theta - lowest)), 0];
function evolve(apply, vector, total, tolerance, propagator) {
	const length = norm(vector);
	if (!Number.isFinite(length)) throw new DomainError(`exponentialAction: a finite vector required, got norm ${length}`);
	if (length === 0) return {
		direction: zeroVector(vector.length).interleaved,
		logNorm: 0
	};
	let direction = vector.interleaved.map((x) => x / length);
	let logNorm = Math.log(length);
	let remaining = total;
	while (remaining !== 0) {
		const { basis, spectrum } = krylovSpace(apply, direction, remaining, tolerance / Math.abs(total), propagator);
		const step = longestStep(spectrum, remaining, tolerance / Math.abs(total), propagator);
		const [re, im] = coefficients(spectrum, step, propagator);
		direction = combination(basis, re, im);
		const growth = normalise(direction);
		if (propagator === imaginaryTime) logNorm += Math.log(growth) - step * spectrum.lowest;
		remaining = step === remaining ? 0 : remaining - step;
	}
	return {
		direction,
		logNorm
	};
}
/** The Krylov space of the vector, as small as the time allows. */
function krylovSpace(apply, start, time, rate, propagator) {
	const basis = [start];
	const diagonal = [];
	const couplings = [];
	for (;;) {
		const known = Array.from(basis, (_, i) => i === basis.length - 2 ? couplings[i] : 0);
		const step = lanczosStep(apply, basis, known);
		diagonal.push(step.diagonal);
		const scale = Math.max(...diagonal.map(Math.abs), ...couplings, step.coupling);
		if (!Number.isFinite(scale)) throw new DomainError("exponentialAction: a finite operator required, got NaN or ∞");
		const invariant = step.coupling <= 8 * Number.EPSILON * scale || 2 * basis.length === start.length;
		const size = basis.length;
		if (invariant || size === LARGEST_SPACE || size % 4 === 0) {
			const spectrum = spectrumOf(diagonal, couplings, invariant ? 0 : step.coupling, scale);
			if (invariant || size === LARGEST_SPACE || longestStep(spectrum, time, rate, propagator) === time) return {
				basis,
				spectrum
			};
		}
		couplings.push(step.coupling);
		normalise(step.remainder);
		basis.push(step.remainder);
	}
}
function spectrumOf(diagonal, couplings, coupling, scale) {
	const size = diagonal.length;
	const theta = Float64Array.from(diagonal);
	const rows = new Float64Array(size * size);
	for (let i = 0; i < size; i++) rows[i * (size + 1)] = 1;
	tridiagonalEigen(theta, Float64Array.from([...couplings, 0]), rows);
	return {
		theta,
		rows,
		lowest: Math.min(...theta),
		coupling,
		floor: 16 * Number.EPSILON * scale
	};
}
/** The longest time up to `time` for which the error grows by at most `rate` per time. */
function longestStep(spectrum, time, rate, propagator) {
	let step = time;
	while (errorDensity(spectrum, step, propagator) > Math.max(rate, spectrum.floor)) step *= .8;
	return step;
}
/** Upper estimate of the error of a step relative to the norm of its result, per time. */
function errorDensity(spectrum, step, propagator) {
	if (spectrum.coupling === 0) return 0;
	const { theta, rows, lowest, coupling } = spectrum;
	const size = theta.length;
	let largest = 0;
	for (let sample = 1; sample <= SAMPLES; sample++) {
		const [re, im] = coefficients(spectrum, step * sample / SAMPLES, propagator, size - 1);
		largest = Math.max(largest, Math.hypot(re[size - 1], im[size - 1]));
	}
	if (propagator === realTime) return coupling * largest;
	const residual = coupling * Math.abs(rows[theta.indexOf(lowest) * size + size - 1]);
	const [re] = coefficients(spectrum, step, propagator);
	return coupling * largest * Math.exp(step * residual) / Math.sqrt(re.reduce((sum, x) => sum + x * x, 0));
}
/** Components `from` … of exp(·T)e₁ in the Krylov basis. */
function coefficients({ theta, rows, lowest }, time, propagator, from = 0) {
	const size = theta.length;
	const re = new Float64Array(size);
	const im = new Float64Array(size);
	for (let k = 0; k < size; k++) {
		const [x, y] = propagator(theta[k], lowest, time);
		for (let i = from; i < size; i++) {
			re[i] = re[i] + rows[k * size] * rows[k * size + i] * x;
			im[i] = im[i] + rows[k * size] * rows[k * size + i] * y;
		}
	}
	return [re, im];
}
export { imaginaryTimeAction as n, exponentialAction as t };
