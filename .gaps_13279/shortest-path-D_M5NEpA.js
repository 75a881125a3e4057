import { n as informationDistances } from "./information-distances-N7s1RDTS.js";
import { t as stateGeodesic } from "./state-geodesic-Dy6ANVA2.js";
import { o as support } from "./pauli-uGOqdxwH.js";
import { n as mutualInformationMatrix } from "./mutual-information-D0lJ6sSM.js";
// train/studies/shortest-path.ts
/**
* @file Parts common to the studies of states: the shortest path as a part of a study, and how it and a state are
* shown.
*/
/** The metrics of the paper that allow two qubits at most, by name; words not allowed are no controls. */
const TWO_LOCAL = {
	"all-to-all": {
		maxSize: 2,
		penalty: Infinity
	},
	chain: {
		maxSize: 2,
		maxRange: 1,
		penalty: Infinity
	}
};
/**
* The shortest sliced path found from |0…0⟩ (or the reference named) to a state, not polished, as the work of a part of
* a study.
*/
function* shortestPath(metric, target, options) {
	const steps = stateGeodesic(metric, target, {
		polished: 0,
		conjugatePoints: false,
		...options
	});
	const phases = /* @__PURE__ */ new Set();
	for (;;) {
		const next = steps.next();
		if (next.done) return next.value.value;
		const { phase, length } = next.value;
		phases.add(phase);
		const progress = Math.min(.95, phases.size / ((options.starts ?? 3) + 3));
		yield {
			message: `${phase}, length ${length.toFixed(4)}`,
			progress
		};
	}
}
/** One dimension for each qubit. */
const qubitDimensions = (qubits) => new Array(qubits).fill(2);
/**
* The geometry of a state: mutual information of all pairs in nats, and its distances −log(I/2 log 2), null where I =
* 0.
*/
function pairGeometry(psi) {
	const dimensions = qubitDimensions(Math.log2(psi.length));
	const information = mutualInformationMatrix(psi, dimensions);
	return {
		information,
		distances: informationDistances(information, dimensions)
	};
}
/** Greatest difference of two tables of distances; a pair that only one of them separates infinitely counts as ∞. */
function geometryDifference(a, b) {
	const apart = (x, y) => x === y ? 0 : x === null || y === null ? Infinity : Math.abs(x - y);
	return Math.max(...a.flatMap((row, i) => row.map((x, j) => apart(x, b[i][j]))));
}
/** Time spent in words that act on both of two qubits, Σ_k |h_{P}|/K, for every pair a < b. */
function pairUsage(qubits, { words, velocity }) {
	const times = /* @__PURE__ */ new Map();
	words.forEach((word, p) => {
		const sites = support(word);
		if (sites.length !== 2) return;
		const spent = velocity.reduce((sum, h) => sum + Math.abs(h[p]), 0) / velocity.length;
		times.set(sites.join(), (times.get(sites.join()) ?? 0) + spent);
	});
	return Array.from({ length: qubits }, (_, a) => Array.from({ length: qubits - a - 1 }, (_, k) => ({
		from: a,
		to: a + 1 + k,
		weight: times.get([a, a + 1 + k].join()) ?? 0
	}))).flat();
}
/** Who acts with whom, as a graph. */
function usageGraph(qubits, path, caption) {
	return {
		kind: "graph",
		caption,
		quantity: "time spent in words on the pair, rad",
		nodes: Array.from({ length: qubits }, (_, q) => ({ name: String(q) })),
		edges: pairUsage(qubits, path).filter(({ weight }) => weight > 1e-6)
	};
}
/** Distances below this are shown as 0. */
const ROUNDING = 1e-9;
/** A table of distances as a heat map. */
function distanceMap(distances, names, caption) {
	return {
		kind: "heat-map",
		caption,
		quantity: "distance −log(I/2 log 2)",
		rowsLabel: "qubit",
		columnsLabel: "qubit",
		rows: names,
		columns: names,
		values: distances.map((row) => row.map((d) => d !== null && d < ROUNDING ? 0 : d))
	};
}
export { pairUsage as a, usageGraph as c, pairGeometry as i, distanceMap as n, qubitDimensions as o, geometryDifference as r, shortestPath as s, TWO_LOCAL as t };
