import { r as distances, t as chain } from "./lattice-MaWPiOKk.js";
import { o as support } from "./pauli-uGOqdxwH.js";
// src/complexity/penalty-metric.ts
/** @file Nielsen's complexity metric: which words are cheap, and what the others cost. */
/** Squared length of the unit generator P under the metric: w_P in F(H)² = Σ_P w_P h_P². */
function penaltyWeight(metric, word) {
	const sites = support(word);
	return sites.length <= (metric.maxSize ?? Infinity) && wordRange(metric, word) <= (metric.maxRange ?? Infinity) ? metric.sizeWeights?.[sites.length - 1] ?? 1 : metric.penalty;
}
/** Range of a word: the greatest lattice distance between two qubits of its support; 0 for one qubit. */
function wordRange(metric, word) {
	return rangeOn(metric)(word);
}
/** The range of words on the metric's lattice, whose distances are found once. */
function rangeOn({ lattice }) {
	if (lattice === void 0) return (word) => span(support(word));
	const table = distances(lattice);
	return (word) => {
		const sites = support(word);
		return sites.reduce((most, a) => sites.reduce((far, b) => Math.max(far, table[a][b]), most), 0);
	};
}
/** Distance of the ends on the open chain; sites ascend. */
const span = (sites) => sites.length < 2 ? 0 : sites[sites.length - 1] - sites[0];
/** The metric's lattice, or the open chain of the given number of sites. */
function latticeOf(metric, sites) {
	return metric.lattice ?? chain(sites);
}
export { penaltyWeight as n, latticeOf as t };
