import { u as strictObject } from "./schemas-4uHuBYz8.js";
import { Z as zeroVector } from "./study-record-DTuekta5.js";
import { n as latticeSpec } from "./lattice-spec-FpVZWbVD.js";
import { r as sizeUpTo, t as checkSize } from "./register-size-DLjME0wp.js";
// datasets/graph.ts
/** @file Graph states, the cluster state of a chain or grid among them. */
const graphOptions = strictObject({
	qubits: sizeUpTo(24).describe("number of qubits"),
	lattice: latticeSpec.default("chain").describe("edges of the graph; a chain gives the linear cluster state")
});
/**
* Graph state: a controlled phase on every edge of |+…+⟩,
*
*     2^{−n/2} Σ_b (−1)^{Σ_⟨ij⟩ b_i b_j} |b⟩,
*
* the common eigenvector with eigenvalue +1 of all X_i Π_{j∼i} Z_j. On a chain or grid it is the cluster state.
*
* @param lattice - the graph, at most 24 sites
* @throws {DomainError} too many sites
*
* @see Hein, Eisert & Briegel, Phys. Rev. A 69, 062311 (2004)
*/
function graph(lattice) {
	const { sites, edges } = lattice;
	checkSize("graph", sites, 24);
	const amplitudes = zeroVector(2 ** sites);
	amplitudes.interleaved.forEach((_, k) => {
		if (k % 2 === 0) amplitudes.interleaved[k] = 2 ** (-sites / 2);
	});
	for (const [a, b] of edges) {
		const both = 1 << sites - 1 - a | 1 << sites - 1 - b;
		for (let k = 0; k < amplitudes.length; k++) if ((k & both) === both) amplitudes.interleaved[2 * k] = -amplitudes.interleaved[2 * k];
	}
	return {
		kind: "pure",
		name: `graph(${sites})`,
		dimensions: new Array(sites).fill(2),
		amplitudes
	};
}
export { graphOptions as n, graph as t };
