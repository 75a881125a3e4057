import { P as multiply } from "./study-record-DTuekta5.js";
import { t as matrixExponential } from "./matrix-exponential-Ca54r-Qm.js";
import { c as pauliSumMatrix } from "./minimise-BEDXc41D.js";
// src/comparison/complexity-growth.ts
/** A curve that rises by less does not grow. */
const FLAT = 1e-6;
/**
* Rate, delay and saturation of C(t), as a line and a plateau.
*
* @param times - rising, at least four
* @param values - C at these times
*/
function growthOf(times, values) {
	const last = values.slice(-Math.max(1, Math.floor(values.length / 3)));
	const plateau = last.reduce((sum, value) => sum + value, 0) / last.length;
	const first = values[0];
	if (Math.abs(plateau - first) < FLAT) return {
		rate: 0,
		delay: 0,
		plateau,
		saturation: times[0],
		unrest: 0
	};
	const share = values.map((value) => (value - first) / (plateau - first));
	const top = share.findIndex((part) => part >= 2 / 3);
	const end = top === -1 ? values.length - 1 : top;
	const begin = Math.max(0, share.slice(0, end).findLastIndex((part) => part < .1));
	const rise = Array.from({ length: end - begin + 1 }, (_, k) => begin + k);
	const mean = (list) => rise.reduce((sum, k) => sum + list[k], 0) / rise.length;
	const [t, c] = [mean(times), mean(values)];
	const square = rise.reduce((sum, k) => sum + (times[k] - t) ** 2, 0);
	const rate = square === 0 ? 0 : rise.reduce((sum, k) => sum + (times[k] - t) * (values[k] - c), 0) / square;
	const at = share.findIndex((part) => part >= .9);
	return {
		rate,
		delay: rate === 0 ? 0 : t - (c - first) / rate,
		plateau,
		saturation: at === -1 ? null : times[at],
		unrest: (Math.max(...last) - Math.min(...last)) / plateau
	};
}
/** exp(−iHt), shape (2ⁿ, 2ⁿ). */
function evolutionOperator(hamiltonian, time) {
	const H = pauliSumMatrix(hamiltonian);
	const interleaved = H.interleaved.map((_, k) => k % 2 === 0 ? time * H.interleaved[k + 1] : -time * H.interleaved[k - 1]);
	return matrixExponential({
		...H,
		interleaved
	});
}
/**
* The precursor W(t) = e^{iHt} W e^{−iHt}: evolution in one direction of time, a perturbation, and evolution back. Its
* complexity is at most 2C(e^{−iHt}) + C(W), and less as long as W has not spread over the system, since what commutes
* with it cancels: it grows as 2v(|t| − t*) with the delay t* of scrambling.
*
* @param perturbation - W, shape (2ⁿ, 2ⁿ)
*
* @see Stanford & Susskind, Phys. Rev. D 90, 126007 (2014), arXiv:1406.2678
*/
function precursor(hamiltonian, perturbation, time) {
	const U = evolutionOperator(hamiltonian, time);
	return multiply(multiply(U, perturbation, { adjointA: true }), U);
}
export { growthOf as n, precursor as r, evolutionOperator as t };
