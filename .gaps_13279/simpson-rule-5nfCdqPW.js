// train/studies/simpson-rule.ts
/** @file Simpson's rule. */
/**
* Integral over [0, 1] of a function known at equal steps, exact for cubics.
*
* @param values - an odd number, three or more
*/
function simpsonRule(values) {
	const last = values.length - 1;
	return values.reduce((total, value, k) => total + value * (k === 0 || k === last ? 1 : k % 2 === 1 ? 4 : 2), 0) / (3 * last);
}
export { simpsonRule as t };
