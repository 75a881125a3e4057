import { dt as ShapeError, ut as DomainError } from "./study-record-DTuekta5.js";
// src/geometry/distance-fit.ts
/**
* @file How does a quantity depend on distance? Two or three laws are fitted by least squares, and compared by Akaike's
* criterion, so that the answer carries what it was preferred to.
*/
/** Residuals below this share of the variation are rounding. */
const ROUNDING = 1e-12;
/**
* The straight line y = slope·x + intercept with the least sum of squares.
*
* @param constant - fits a constant instead, slope 0; default false
* @throws {ShapeError} lists of different lengths
* @throws {DomainError} fewer than four points, values that are not finite, or all at the same x
*/
function lineFit(xs, ys, constant = false) {
	const n = xs.length;
	if (ys.length !== n) throw new ShapeError(`lineFit: ${n} values required, got ${ys.length}`);
	if (n < 4) throw new DomainError(`lineFit: at least four points required, got ${n}`);
	const wrong = [...xs, ...ys].find((value) => !Number.isFinite(value));
	if (wrong !== void 0) throw new DomainError(`lineFit: finite values required, got ${wrong}`);
	const mean = (values) => values.reduce((sum, x) => sum + x, 0) / n;
	const [x0, y0] = [mean(xs), mean(ys)];
	const spread = xs.reduce((sum, x) => sum + (x - x0) ** 2, 0);
	if (!(spread > 0)) throw new DomainError(`lineFit: different places required, got x = ${x0} ${n} times`);
	const slope = constant ? 0 : xs.reduce((sum, x, k) => sum + (x - x0) * (ys[k] - y0), 0) / spread;
	const intercept = y0 - slope * x0;
	const squares = xs.reduce((sum, x, k) => sum + (ys[k] - slope * x - intercept) ** 2, 0);
	const parameters = constant ? 1 : 2;
	const variance = squares / (n - parameters);
	const floor = (ROUNDING * Math.max(1e-150, ...ys.map(Math.abs))) ** 2;
	const all = parameters + 1;
	return {
		slope,
		intercept,
		slopeError: constant ? 0 : Math.sqrt(variance / spread),
		interceptError: Math.sqrt(variance * (1 / n + (constant ? 0 : x0 * x0 / spread))),
		residual: Math.sqrt(variance),
		criterion: n * Math.log(squares / n + floor) + 2 * all + 2 * all * (all + 1) / Math.max(1, n - all - 1)
	};
}
function compared(fits) {
	const [best, rejected] = Object.keys(fits).sort((a, b) => fits[a].criterion - fits[b].criterion);
	return {
		best,
		rejected,
		evidence: fits[rejected].criterion - fits[best].criterion,
		fits
	};
}
/**
* Whether a correlation falls exponentially or as a power, ln A − r/ξ or ln A − p·ln r, by lines through its logarithm.
*
* @param distances - r > 0
* @param values - > 0; values near the rounding of their computation must be left out by the caller
* @throws {DomainError} fewer than four points, or one that is not positive
*/
function decayFit(distances, values) {
	const wrong = [...distances, ...values].find((value) => !(value > 0));
	if (wrong !== void 0) throw new DomainError(`decayFit: positive distances and values required, got ${wrong}`);
	const logarithms = values.map(Math.log);
	const exponential = lineFit(distances, logarithms);
	const power = lineFit(distances.map(Math.log), logarithms);
	return {
		...compared({
			exponential,
			power
		}),
		length: -1 / exponential.slope,
		lengthError: exponential.slopeError / exponential.slope ** 2,
		exponent: -power.slope,
		exponentError: power.slopeError
	};
}
/**
* Whether a quantity is constant, grows as the logarithm, or linearly: distances in a network, entropies of intervals.
*
* @param sizes - L > 0
* @throws {DomainError} fewer than four points, or a size that is not positive
*/
function growthFit(sizes, values) {
	const wrong = sizes.find((size) => !(size > 0));
	if (wrong !== void 0) throw new DomainError(`growthFit: positive sizes required, got ${wrong}`);
	return compared({
		constant: lineFit(sizes, values, true),
		logarithmic: lineFit(sizes.map(Math.log), values),
		linear: lineFit(sizes, values)
	});
}
/**
* Entropies of intervals of length L in a critical chain,
*
*     S = (c/3) ln L + s   with two ends,   S = (c/6) ln L + s   at an open end.
*
* @param lengths - L; on a ring of N sites the chord length (N/π) sin(πL/N), at the end of an open chain (2N/π) sin(πL/N)
* @param ends - 2, or 1 at the end of an open chain
* @throws {DomainError} fewer than four points, or a length that is not positive
*
* @see Calabrese & Cardy, J. Stat. Mech. P06002 (2004)
*/
function centralChargeFit(lengths, entropies, ends) {
	const fit = growthFit(lengths, entropies);
	const factor = 6 / ends;
	const { slope, slopeError } = fit.fits.logarithmic;
	return {
		...fit,
		centralCharge: factor * slope,
		centralChargeError: factor * slopeError
	};
}
export { lineFit as i, decayFit as n, growthFit as r, centralChargeFit as t };
