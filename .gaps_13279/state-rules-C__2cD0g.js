import { W as normalised, X as zeroMatrix, Y as sizeOf, dt as ShapeError, u as hermitianEigen } from "./study-record-DTuekta5.js";
import { n as networkState } from "./network-state-CqADix7e.js";
import { i as projector } from "./reduced-density-matrix-Bg02QxO0.js";
import { t as entropiesOfState } from "./region-entropies-C3COF-g3.js";
import { t as networkRules } from "./network-rules-D3mpnp7F.js";
import { r as stabiliserStateRules } from "./stabiliser-rules-uOebPo5e.js";
// src/generative/state-rules.ts
/** @file The rules of target states: what every kind of state knows how to do. */
/** Most amplitudes up to which a network is made dense where anything but a network needs its state. */
const LARGEST_DENSE = 2 ** 20;
/** The table of rules: one row for each kind. A new kind is a file with its rules and a line here. */
const STATE_RULES = {
	pure: {
		purification: ({ amplitudes }) => ({
			rows: amplitudes.length,
			cols: 1,
			interleaved: amplitudes.interleaved
		}),
		entropies: ({ amplitudes, dimensions }) => entropiesOfState(amplitudes, dimensions),
		pure: (state) => state,
		mixed: null,
		density: ({ amplitudes }) => projector(amplitudes),
		networkPoint: null,
		stabilisers: null
	},
	mixed: {
		purification: ({ density }) => eigenColumns(density),
		entropies: ({ density, dimensions }) => entropiesOfState(density, dimensions),
		pure: null,
		mixed: (state) => state,
		density: ({ density }) => density,
		networkPoint: null,
		stabilisers: null
	},
	network: {
		purification: ({ network, theta, dimensions }) => {
			const size = sizeOf(dimensions);
			if (size > LARGEST_DENSE) throw new ShapeError(`purification: at most ${LARGEST_DENSE} amplitudes possible, got ${size}; use a network model`);
			return {
				rows: size,
				cols: 1,
				interleaved: normalised(networkState(network, theta)).interleaved
			};
		},
		entropies: ({ network, theta }, largest) => networkRules.entropies(network, theta, largest),
		pure: null,
		mixed: null,
		density: null,
		networkPoint: (state) => state,
		stabilisers: null
	},
	stabiliser: stabiliserStateRules
};
/** The rules of a state's kind. */
function stateRulesOf(state) {
	return STATE_RULES[state.kind];
}
/**
* The target as a purification: a D × E matrix B with ρ = B B†, one column for a pure state, else one for each
* non-zero eigenvalue.
*
* @throws {ShapeError} a network or a stabiliser state of more than 2²⁰ amplitudes
*/
function purification(target) {
	return stateRulesOf(target).purification(target);
}
/** The target as a state given by its amplitudes; null if it is mixed or too large. */
function asPure(target) {
	return stateRulesOf(target).pure?.(target) ?? null;
}
/** The density matrix of a state that is given by amplitudes or entries; null for other kinds. */
function densityOf(target) {
	return stateRulesOf(target).density?.(target) ?? null;
}
/** The network and parameters of a state that is given by them; null for other kinds. */
function networkPointOf(target) {
	return stateRulesOf(target).networkPoint?.(target) ?? null;
}
/** The stabiliser group of a state that is given by it; null for other kinds. */
function stabilisersOf(target) {
	return stateRulesOf(target).stabilisers?.(target) ?? null;
}
/** √λ_k |k⟩ for all eigenvalues that are not zero. */
function eigenColumns(density) {
	const { values, vectors } = hermitianEigen(density);
	const kept = [...values.keys()].filter((k) => values[k] > 1e-15);
	const columns = zeroMatrix(vectors.rows, kept.length);
	kept.forEach((k, column) => {
		for (let row = 0; row < vectors.rows; row++) {
			const to = 2 * (row * kept.length + column);
			const from = 2 * (row * vectors.cols + k);
			columns.interleaved[to] = Math.sqrt(values[k]) * vectors.interleaved[from];
			columns.interleaved[to + 1] = Math.sqrt(values[k]) * vectors.interleaved[from + 1];
		}
	});
	return columns;
}
export { stabilisersOf as a, purification as i, densityOf as n, networkPointOf as r, asPure as t };
