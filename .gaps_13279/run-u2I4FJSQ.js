import { a as entanglementEntropy } from "./region-entropies-C3COF-g3.js";
import { o as qubitDimensions, s as shortestPath, t as TWO_LOCAL } from "./shortest-path-D_M5NEpA.js";
import { t as ghz } from "./ghz-DY6ZdDVQ.js";
import { t as graph } from "./graph-Ca7OdW-R.js";
import { t as groundState } from "./ground-state-CUIIs7OI.js";
import { t as haarRandom } from "./haar-random-CCs1OKZq.js";
import { t as product } from "./product-BcvWAyVK.js";
import { t as w } from "./w-BD1lYKtc.js";
import { r as transverseFieldIsing } from "./hamiltonian-Bi_21A81.js";
import { t as chain } from "./lattice-MaWPiOKk.js";
import { n as atMost, r as equals, t as atLeast } from "./study-record-DTuekta5.js";
import { n as fubiniStudyDistance } from "./fidelity-DRatENzA.js";
import { r as zeroState } from "./state-geodesic-Dy6ANVA2.js";
// train/studies/complexity-chart/findings.ts
/** @file The findings of the study in words, tables and pictures. */
const STATES = {
	product: (n) => product(n, {
		polar: Math.PI / 2,
		azimuth: 0
	}).amplitudes,
	GHZ: (n) => ghz(n).amplitudes,
	W: (n) => w(n).amplitudes,
	cluster: (n) => graph(chain(n)).amplitudes,
	critical: (n) => groundState(transverseFieldIsing(chain(n), { field: 1 })).amplitudes,
	gapped: (n) => groundState(transverseFieldIsing(chain(n), { field: 2 })).amplitudes,
	Haar: (n, seed) => haarRandom(n, seed).amplitudes
};
function findings(found, sizes, { name, localWeight, seed }) {
	const most = Math.max(...sizes);
	const largest = found.filter(({ qubits }) => qubits === most).sort((a, b) => a.length - b.length);
	const order = largest.map(({ state, length }) => `${state} ${length.toFixed(3)}`).join(", ");
	const haar = largest.find(({ state }) => state === "Haar");
	const longer = largest.filter(({ length }) => length > haar.length).map(({ state }) => state);
	const bell = (state) => Math.SQRT1_2 * fubiniStudyDistance(zeroState(2), STATES[state](2, seed));
	const checks = [
		...found.flatMap(({ state, qubits, length, lowerBound, infidelity }) => [atMost(`${state}_{${qubits}}: end-point infidelity`, "independent computation", infidelity, 1e-8), atLeast(`${state}_{${qubits}}: no shorter than its lower bound`, "theorem", length, lowerBound, 1e-9)]),
		...found.filter(({ state }) => state === "product").map(({ qubits, length }) => atMost(`product_{${qubits}}: no longer than its one-qubit rotations`, "closed form", length, Math.sqrt(localWeight * qubits) * Math.PI / 4, 1e-6)),
		...found.filter(({ qubits }) => qubits === 2 && localWeight === 1).map(({ state, length }) => equals(`${state}_{2}: the bi-invariant distance`, "closed form", length, bell(state), 1e-6))
	];
	return {
		title: "A chart of complexities",
		question: "Which states are simple, which are complex, and do states that obey an area law lie apart? (III.A)",
		answer: `At n = ${most}, ${name}: ${order}. These are lengths of the shortest paths found, upper bounds of the complexity.`,
		sections: [lengthSection(found, sizes), entropySection(found, most)],
		checks,
		verdicts: [{
			statement: "states that obey an area law are simple, general states of the Hilbert space are complex",
			source: "III.A",
			verdict: longer.length === 0 ? "holds in part" : "fails",
			because: longer.length === 0 ? `at n = ${most} the Haar-random state is the most complex of these; that its complexity grows exponentially cannot be seen at these sizes` : `at n = ${most} the paths found to ${longer.join(" and ")} are longer than that to a Haar-random state: exponential complexity sets in at larger n`
		}, {
			statement: "every pure state has a geodesic, hence a geometry",
			source: "III.A",
			verdict: "holds",
			because: `for each of the ${found.length} states a path ends at the state within infidelity 1e-8; the words of the metric generate all of SU(2ⁿ)`
		}]
	};
}
function lengthSection(found, sizes) {
	return {
		heading: "Complexity against size",
		text: "Length of the shortest path found from |0…0⟩. The product state is |+…+⟩: local rotations cost something, too, if words of one qubit weigh 1, and idle qubits make paths shorter, for there are more words to act with. Critical and gapped are ground states of the transverse Ising chain, field g = 1 and 2; Haar is a Haar-random state.",
		exhibits: [{
			kind: "chart",
			caption: "Complexity chart. Upper bounds.",
			x: {
				label: "qubits",
				kind: "linear"
			},
			y: {
				label: "length",
				kind: "linear",
				include: [0]
			},
			series: Object.keys(STATES).map((state) => ({
				name: state,
				mark: "line-and-points",
				points: sizes.map((n) => [n, found.find((one) => one.state === state && one.qubits === n)?.length ?? null])
			}))
		}, {
			kind: "table",
			caption: "Shortest paths found.",
			columns: [
				"state",
				"qubits",
				"length",
				"length at K/2",
				"lower bound",
				"infidelity",
				"entropy of half, nats"
			],
			rows: found.map((one) => [
				one.state,
				one.qubits,
				one.length,
				one.coarseLength,
				one.lowerBound,
				one.infidelity,
				one.entropy
			])
		}]
	};
}
function entropySection(found, most) {
	return {
		heading: "Complexity is not entanglement",
		text: `Entropy of half of the qubits against complexity at n = ${most}. GHZ and cluster (and W, at even n) have the same entropy, log 2, and lengths far apart.`,
		exhibits: [{
			kind: "chart",
			caption: "Entropy against complexity.",
			x: {
				label: "length",
				kind: "linear",
				include: [0]
			},
			y: {
				label: "entropy of half, nats",
				kind: "linear",
				include: [0]
			},
			series: found.filter(({ qubits }) => qubits === most).map(({ state, length, entropy }) => ({
				name: state,
				mark: "points",
				points: [[length, entropy]]
			}))
		}]
	};
}
// train/studies/complexity-chart/run.ts
/** Carries the study out, part by part. */
function* run({ qubits, metric: name, localWeight, slices, starts }, { seed, part }) {
	const metric = {
		...TWO_LOCAL[name],
		sizeWeights: [localWeight, 1]
	};
	const total = qubits.reduce((sum, n) => sum + 4 ** n, 0);
	const found = [];
	let done = 0;
	for (const n of qubits) for (const [state, build] of Object.entries(STATES)) {
		done += 4 ** n / Object.keys(STATES).length;
		const psi = build(n, seed);
		const search = () => shortestPath(metric, psi, {
			slices,
			starts,
			seed
		});
		const { length, coarseLength, lowerBound, infidelity } = yield* part(`${state}_${n}`, done / total, search);
		const half = Array.from({ length: Math.floor(n / 2) }, (_, q) => q);
		const entropy = entanglementEntropy(psi, qubitDimensions(n), half);
		found.push({
			state,
			qubits: n,
			length,
			coarseLength,
			lowerBound,
			infidelity,
			entropy
		});
	}
	return findings(found, qubits, {
		name,
		localWeight,
		seed
	});
}
export { run };
