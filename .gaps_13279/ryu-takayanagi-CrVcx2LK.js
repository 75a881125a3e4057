import { dt as ShapeError } from "./study-record-DTuekta5.js";
import { t as minimalCuts } from "./minimal-cuts-iH3YbWFA.js";
// src/systems/holography/ryu-takayanagi.ts
/** @file The Ryu–Takayanagi formula of a network: is the entropy of a region the area of its minimal cut? */
/** A deficit up to this is rounding. */
const ROUNDING = 1e-9;
/**
* The Ryu–Takayanagi formula with its bulk term, region by region,
*
*     S(A) ≤ min_γ [ area(γ) + S_bulk(wedge of γ) ],
*
* over all cuts γ between A and the rest of the boundary. The inequality is a theorem for any state of the network: ρ of
* A and the references in the wedge has a rank of at most exp(area). Cuts are compared with the references maximally
* mixed, as isometric encoding leaves them; S_bulk is then read from the state, in the least wedge. Equality is a theorem
* for perfect tensors without logical inputs and contiguous regions.
*
* @param entropies - of any state; bounds hold for one that the graph's network generates
* @param graph - with as many boundary legs and logical inputs
* @param regions - sites of the boundary
* @throws {ShapeError} sites or references of state and graph differ in number
* @throws {DomainError} a site that does not exist or occurs twice
*
* Cost of a region: its entropy, that of the references in its wedge, and two maximal flows.
*
* @see Ryu & Takayanagi, hep-th/0603001; Faulkner, Lewkowycz & Maldacena, arXiv:1307.2892; Pastawski et al.,
*   arXiv:1503.06237
*/
function ryuTakayanagi(entropies, graph, regions) {
	checkSameSites(entropies, graph);
	const rows = regions.map((region) => holographicRegion(entropies, graph, region));
	const equal = rows.filter(({ deficit }) => Math.abs(deficit) <= ROUNDING).length;
	return {
		kind: entropies.kind,
		regions: rows,
		equality: rows.length === 0 ? 1 : equal / rows.length
	};
}
/** @throws {ShapeError} sites or references of state and graph differ in number */
function checkSameSites({ boundary, references }, { boundary: legs, references: inputs = [] }) {
	if (legs.length === boundary && inputs.length === references) return;
	throw new ShapeError(`holography: a graph of ${boundary} sites and ${references} references required, got ${legs.length} and ${inputs.length}`);
}
function holographicRegion(entropies, graph, region) {
	const entropy = entropies.entropy(region);
	const { nearest, farthest, count } = minimalCuts(graph, region);
	const inputs = graph.references ?? [];
	const within = inputs.flatMap((leg, k) => nearest.legs.includes(leg) ? [entropies.boundary + k] : []);
	const area = areaWithout(graph, nearest, inputs);
	const bulkEntropy = entropies.entropy(within);
	return {
		region,
		entropy,
		area,
		bulkEntropy,
		deficit: area + bulkEntropy - entropy,
		nearest: nearest.wedge,
		farthest: farthest.wedge,
		cuts: count
	};
}
/** Area of a cut without the logical inputs in its wedge. */
function areaWithout({ edges }, { legs }, inputs) {
	const cut = new Set(legs.filter((leg) => !inputs.includes(leg)));
	return edges.reduce((sum, { leg, capacity }) => cut.has(leg) ? sum + capacity : sum, 0);
}
export { ryuTakayanagi as t };
