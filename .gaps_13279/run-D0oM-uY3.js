import { a as pairUsage, c as usageGraph, i as pairGeometry, o as qubitDimensions, s as shortestPath, t as TWO_LOCAL } from "./shortest-path-D_M5NEpA.js";
import { K as complexMatrix, P as multiply, Q as currentEngine, d as hermitianEigenvalues, dt as ShapeError, n as atMost, r as equals, t as atLeast, u as hermitianEigen, z as transpose } from "./study-record-DTuekta5.js";
import { t as ghz } from "./ghz-DY6ZdDVQ.js";
import { i as measureWord, n as hadamardGate, r as pauliGate, t as controlledNotGate } from "./named-gates-Dmt1xkYz.js";
import { c as runCircuit } from "./run-circuit-DgW8JgHr.js";
import { t as layeredLength } from "./layered-length-juDnw7s9.js";
import { a as place } from "./pauli-uGOqdxwH.js";
import { t as fidelity } from "./fidelity-DRatENzA.js";
import { a as reducedDensityMatrix, i as projector, n as complementOf, t as checkState } from "./reduced-density-matrix-Bg02QxO0.js";
import { t as w } from "./w-BD1lYKtc.js";
import { t as singularValueDecomposition } from "./singular-values-FC6Kti-a.js";
import { c as purity, i as distributionEntropy } from "./region-entropies-C3COF-g3.js";
import { t as mutualInformation } from "./mutual-information-D0lJ6sSM.js";
// train/studies/ghz-against-w/ancilla-preparation.ts
/** @file The preparation of GHZ in Fig. 2, by an ancilla that is measured. */
/** Fig. 2, right: an ancilla in |+⟩, a CNOT on every qubit, the ancilla measured in the basis |±⟩, and Z on a qubit after −1. */
function ancillaPreparation(n) {
	const targets = Array.from({ length: n }, (_, q) => q + 1);
	const gates = [...hadamardGate(n + 1, 0), ...targets.flatMap((q) => controlledNotGate(n + 1, 0, q))];
	const circuit = {
		kind: "circuit",
		qubits: n + 1,
		parameters: 0,
		gates
	};
	const theta = /* @__PURE__ */ new Float64Array();
	const outcomes = measureWord(runCircuit(circuit, theta), place(n + 1, { 0: "X" }));
	const corrected = outcomes.map(({ value, state }) => {
		const correction = value === 1 ? [] : pauliGate(place(n + 1, { 1: "Z" }));
		const rho = reducedDensityMatrix(runCircuit({
			...circuit,
			gates: correction
		}, theta, state), qubitDimensions(n + 1), targets);
		const before = reducedDensityMatrix(state, qubitDimensions(n + 1), targets);
		return {
			before: fidelity(before, ghz(n).amplitudes),
			after: fidelity(rho, ghz(n).amplitudes)
		};
	});
	return {
		section: {
			heading: "The ancilla of Fig. 2",
			text: `An ancilla (qubit 0) is prepared in |0⟩ + |1⟩, acts on all ${n} qubits by CNOT and is measured in the basis |0⟩ ± |1⟩. The outcome − leaves |0…0⟩ − |1…1⟩, which Z on one qubit corrects: without the correction only half of the runs end in GHZ. The circuit, with commuting words at the same time, has length ${layeredLength(circuit, TWO_LOCAL["all-to-all"])(theta).value.toFixed(4)}; a measurement has no length in Nielsen's metric.`,
			exhibits: [{
				kind: "circuit",
				caption: "The preparation. The measurement of qubit 0 follows.",
				circuit,
				theta: []
			}, {
				kind: "table",
				caption: "The two outcomes. Fidelity with GHZ.",
				columns: [
					"outcome",
					"probability",
					"fidelity before correction",
					"fidelity after"
				],
				rows: outcomes.map(({ value, probability }, k) => [
					value === 1 ? "+" : "−",
					probability,
					corrected[k].before,
					corrected[k].after
				])
			}]
		},
		checks: outcomes.flatMap(({ value, probability }, k) => [equals(`ancilla, outcome ${value}: probability`, "closed form", probability, .5, 1e-12), equals(`ancilla, outcome ${value}: fidelity after correction`, "closed form", corrected[k].after, 1, 1e-10)])
	};
}
// src/state/concurrence.ts
/** @file Entanglement of two qubits in closed form, and what three qubits share beyond it. */
/** Y ⊗ Y. */
const SPIN_FLIP = complexMatrix([
	[
		0,
		0,
		0,
		-1
	],
	[
		0,
		0,
		1,
		0
	],
	[
		0,
		1,
		0,
		0
	],
	[
		-1,
		0,
		0,
		0
	]
]);
/**
* Wootters' concurrence of a state of two qubits,
*
*     C = max(0, λ₁ − λ₂ − λ₃ − λ₄),
*
* with λ the singular values of Aᵀ(Y⊗Y)A for any A with ρ = A A†: 0 for separable states, 1 for Bell states.
*
* @param rho - density matrix, shape (4, 4)
* @throws {ShapeError} another shape
*
* @see Wootters, Phys. Rev. Lett. 80, 2245 (1998)
*/
function concurrence(rho) {
	if (rho.rows !== 4 || rho.cols !== 4) throw new ShapeError(`concurrence: a 4 × 4 density matrix required, got ${rho.rows} × ${rho.cols}`);
	const { values, vectors } = hermitianEigen(rho);
	const roots = vectors.interleaved.map((x, k) => x * Math.sqrt(Math.max(0, values[(k >> 1) % 4])));
	const A = {
		...vectors,
		interleaved: roots
	};
	const [first, ...others] = singularValueDecomposition(multiply(transpose(A), multiply(SPIN_FLIP, A))).values;
	return Math.max(0, others.reduce((rest, value) => rest - value, first));
}
/**
* Three-tangle of a pure state of three qubits: the entanglement of A with BC that is neither with B nor with C,
*
*     τ = C²(A:BC) − C²(A:B) − C²(A:C) ≥ 0,        C²(A:BC) = 2(1 − Tr ρ_A²).
*
* 1 for the GHZ state, 0 for the W state; the same whichever qubit is A.
*
* @param psi - shape (8,), norm 1
* @throws {ShapeError} another shape
*
* @see Coffman, Kundu & Wootters, Phys. Rev. A 61, 052306 (2000)
*/
function threeTangle(psi) {
	const dimensions = [
		2,
		2,
		2
	];
	checkState(psi, dimensions);
	const pair = (b) => concurrence(reducedDensityMatrix(psi, dimensions, [0, b])) ** 2;
	return 2 * (1 - purity(reducedDensityMatrix(psi, dimensions, [0]))) - pair(1) - pair(2);
}
// src/state/negativity.ts
/** @file Entanglement of mixed states, as far as the partial transpose sees it. */
/**
* Partial transpose ρ^{T_A}: rows and columns exchanged on the sites of the region only.
*
* @param rho - density matrix, shape (D, D)
* @param dimensions - dimension of each site, D = Π dimensions
* @param region - sites of A
* @throws {ShapeError | DomainError} the state, dimensions and region do not fit
*/
function partialTranspose(rho, dimensions, region) {
	complementOf(region, dimensions.length);
	checkState(rho, dimensions);
	const sites = dimensions.length;
	const axes = Array.from({ length: 2 * sites }, (_, axis) => region.includes(axis % sites) ? (axis + sites) % (2 * sites) : axis);
	return {
		...rho,
		interleaved: currentEngine().permute(rho.interleaved, [...dimensions, ...dimensions], axes)
	};
}
/**
* Negativity N = (‖ρ^{T_A}‖₁ − 1)/2, minus the sum of the negative eigenvalues of ρ^{T_A}. Zero for separable states;
* for two qubits, and a qubit with a qutrit, only for them.
*
* @see Vidal & Werner, Phys. Rev. A 65, 032314 (2002)
*/
function negativity(rho, dimensions, region) {
	return hermitianEigenvalues(partialTranspose(rho, dimensions, region)).reduce((sum, value) => sum + Math.max(0, -value), 0);
}
// train/studies/ghz-against-w/ghz-w-entanglement.ts
/** @file Properties of GHZ and W that need no path: distances, links of pairs, loss of a qubit, merging of parties. */
/** The two states, by name. */
const STATES = {
	GHZ: (n) => ghz(n).amplitudes,
	W: (n) => w(n).amplitudes
};
const NAMES = ["GHZ", "W"];
/** Mutual information of the first and the last qubit, nats. */
const pairInformation = (name, n) => pairGeometry(STATES[name](n)).information[0][n - 1];
const binary = (p) => distributionEntropy([p, 1 - p]);
const pairOf = (psi, n) => reducedDensityMatrix(psi, qubitDimensions(n), [0, n - 1]);
/** Mutual information and concurrence of a pair, against closed forms. */
function closedForms(n) {
	const information = (name, expected) => equals(`${name}_{${n}}: mutual information of a pair`, "closed form", pairInformation(name, n), expected, 1e-10);
	return [
		information("GHZ", Math.LN2),
		information("W", 2 * binary(1 / n) - binary(2 / n)),
		equals(`GHZ_{${n}}: concurrence of a pair`, "closed form", concurrence(pairOf(ghz(n).amplitudes, n)), 0, 1e-10),
		equals(`W_{${n}}: concurrence of a pair`, "closed form", concurrence(pairOf(w(n).amplitudes, n)), 2 / n, 1e-10)
	];
}
/** Distances and links of pairs. */
function geometrySection(sizes) {
	return {
		heading: "Distances and links",
		text: "Distance of two qubits is −log(I/2 log 2), with I their mutual information (Cao, Carroll & Michalakis). All pairs of each state are at one distance. In GHZ the correlation of a pair is classical: no concurrence, no negativity. In W the pair itself is entangled, with concurrence 2/n.",
		exhibits: [{
			kind: "table",
			caption: "One pair of qubits. Spread: greatest minus least distance over all pairs.",
			columns: [
				"state",
				"qubits",
				"I, nats",
				"distance",
				"spread",
				"concurrence",
				"negativity"
			],
			rows: sizes.flatMap((n) => NAMES.map((name) => {
				const psi = STATES[name](n);
				const { information, distances } = pairGeometry(psi);
				const pairs = distances.flatMap((row, a) => row.filter((_, b) => a < b)).map((d) => d ?? Infinity);
				const spread = Math.max(...pairs) - Math.min(...pairs);
				const rho = pairOf(psi, n);
				return [
					name,
					n,
					information[0][1],
					pairs[0],
					spread,
					concurrence(rho),
					negativity(rho, [2, 2], [0])
				];
			}))
		}]
	};
}
/** What is left when a qubit is traced out. */
function lossSection(sizes) {
	return {
		heading: "Loss of a qubit",
		text: "One qubit is traced out. What is left of GHZ is the classical mixture of |0…0⟩ and |1…1⟩, without any entanglement. What is left of W keeps the concurrence 2/n of each pair.",
		exhibits: [{
			kind: "table",
			caption: "After the loss. Negativity between the halves of what is left, and concurrence of a pair.",
			columns: [
				"state",
				"qubits before",
				"negativity of halves",
				"concurrence of a pair"
			],
			rows: sizes.flatMap((n) => NAMES.map((name) => {
				const rest = Array.from({ length: n - 1 }, (_, q) => q);
				const lost = reducedDensityMatrix(STATES[name](n), qubitDimensions(n), rest);
				const half = rest.slice(0, Math.floor((n - 1) / 2));
				const pair = reducedDensityMatrix(lost, qubitDimensions(n - 1), [0, 1]);
				return [
					name,
					n,
					negativity(lost, qubitDimensions(n - 1), half),
					concurrence(pair)
				];
			}))
		}]
	};
}
/** Susskind's parties A, B and C. */
function mergingSection() {
	return {
		heading: "Merging B and C",
		label: "analogy",
		text: "Susskind lets three parties hold many copies of GHZ or W. What A shares with B and C together, and with B alone, is measured by entanglement: in GHZ all of it is in the three-tangle, in W all of it is in the pairs. Reading entanglement as a wormhole that can be entered is the analogy.",
		exhibits: [{
			kind: "table",
			caption: "Three qubits A, B, C. Negativity and mutual information (nats) of A with BC and with B.",
			columns: [
				"state",
				"negativity A:BC",
				"negativity A:B",
				"I(A:BC)",
				"I(A:B)",
				"three-tangle"
			],
			rows: NAMES.map((name) => {
				const psi = STATES[name](3);
				const merged = negativity(projector(psi), [
					2,
					2,
					2
				], [0]);
				const alone = negativity(reducedDensityMatrix(psi, [
					2,
					2,
					2
				], [0, 1]), [2, 2], [0]);
				const I = (b) => mutualInformation(psi, [
					2,
					2,
					2
				], [0], b);
				return [
					name,
					merged,
					alone,
					I([1, 2]),
					I([1]),
					threeTangle(psi)
				];
			})
		}]
	};
}
// train/studies/ghz-against-w/findings.ts
const METRICS = Object.keys(TWO_LOCAL);
/** The fraction of the pair time in pairs with the busiest qubit: 2/n if all pairs are alike, 1 for a star. */
function hubShare(n, path) {
	const edges = pairUsage(n, path);
	const all = edges.reduce((sum, { weight }) => sum + weight, 0);
	const at = (q) => edges.reduce((sum, { from, to, weight }) => from === q || to === q ? sum + weight : sum, 0);
	return Math.max(...Array.from({ length: n }, (_, q) => at(q))) / all;
}
function pathTo(found, name, n, metric) {
	return found.find((one) => one.name === name && one.qubits === n && one.metric === metric).path;
}
/** Of the shortest path to GHZ, and of that to W, with all pairs allowed. */
const hubShares = (found, n) => NAMES.map((name) => hubShare(n, pathTo(found, name, n, "all-to-all")));
function findings(found, sizes) {
	const most = Math.max(...sizes);
	const prepared = ancillaPreparation(Math.min(...sizes));
	const [ghzAll, wAll] = NAMES.map((name) => pathTo(found, name, most, "all-to-all").length);
	const [ghzHub, wHub] = hubShares(found, most);
	const hubs = ghzHub < wHub ? "Of the two it is the path to W that goes through a hub: one qubit hands its excitation to all others. The path to GHZ uses all pairs nearly alike." : "The path to GHZ meets more at one qubit than that to W.";
	return {
		title: "GHZ against W",
		question: "Both states are symmetric under all permutations. How do their geometries differ, and does the shortest path to them show it? (III.E, Fig. 2)",
		answer: `With all pairs of qubits allowed, the shortest path found to GHZ_{${most}} has length ${ghzAll.toFixed(4)}, that to W_{${most}} ${wAll.toFixed(4)}. In each all qubits are at the same distance. Two qubits of W are entangled with concurrence 2/n and stay so when a third is lost; two qubits of GHZ are not entangled at all. ${hubs}`,
		sections: [
			complexitySection(found, sizes),
			geometrySection(sizes),
			linkSection(most, found),
			lossSection(sizes),
			mergingSection(),
			prepared.section
		],
		checks: [
			...pathChecks(found, sizes),
			...sizes.flatMap(closedForms),
			...prepared.checks
		],
		verdicts: verdictsOf(found, sizes)
	};
}
function pathChecks(found, sizes) {
	return [...found.flatMap(({ name, qubits, metric, path }) => [atMost(`${name}_{${qubits}}, ${metric}: end-point infidelity`, "independent computation", path.infidelity, 1e-8), atLeast(`${name}_{${qubits}}, ${metric}: length above its lower bound`, "theorem", path.length, path.lowerBound, 1e-9)]), ...sizes.flatMap((n) => NAMES.map((name) => atLeast(`${name}_{${n}}: the chain is no shorter than all pairs`, "theorem", pathTo(found, name, n, "chain").length, pathTo(found, name, n, "all-to-all").length, 1e-6)))];
}
function verdictsOf(found, sizes) {
	const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
	const [shortest, longest] = [least, most].map((n) => pathTo(found, "GHZ", n, "all-to-all").length);
	const [ghzHub, wHub] = hubShares(found, most);
	return [
		{
			statement: "GHZ and W have one distance pattern: all qubits at the same distance",
			source: "III.E",
			verdict: "holds in part",
			because: `within each state all pairs have the same mutual information, but the states differ: at n = ${most} it is ${pairInformation("GHZ", most).toFixed(4)} in GHZ and ${pairInformation("W", most).toFixed(4)} in W`
		},
		{
			statement: "the complexity of GHZ_n is n",
			source: "III.E",
			verdict: "fails",
			because: `as a number of CNOTs it is n − 1 (n with the ancilla); as Nielsen's length it grows from ${shortest.toFixed(4)} at n = ${least} to ${longest.toFixed(4)} at n = ${most} (upper bounds)`
		},
		{
			statement: "the shortest path to GHZ links the qubits through one hub, that to W links them directly",
			source: "III.E, Fig. 2",
			verdict: ghzHub > .9 && wHub < .9 ? "holds" : "fails",
			because: `on the shortest paths found at n = ${most} the busiest qubit takes part in ${ghzHub.toFixed(3)} (GHZ) and ${wHub.toFixed(3)} (W) of the pair time; 1 is a star, ${(2 / most).toFixed(3)} the complete graph. The hub of Fig. 2 is one way to prepare GHZ; it needs a measurement, which has no length here`
		},
		{
			statement: "merging B and C opens a wormhole from A to BC in GHZ that A and B alone do not have; in W it is there already",
			source: "III.E",
			verdict: "analogy",
			because: "as entanglement it holds: GHZ has negativity 1/2 between A and BC and 0 between A and B, W has √2/3 and (√5 − 1)/6. That entanglement is a wormhole is not computed"
		}
	];
}
function complexitySection(found, sizes) {
	const length = (name, metric, n) => found.find((one) => one.name === name && one.metric === metric && one.qubits === n)?.path.length ?? null;
	return {
		heading: "Complexity",
		text: "Length of the shortest path found from |0…0⟩, when words of one and two qubits weigh 1 and larger words are no controls; on the chain only neighbours act together. Each length is an upper bound of the complexity. Starts: how many of the random starts ended within 0.01 of the shortest.",
		exhibits: [{
			kind: "table",
			caption: "Shortest paths found. K slices, and K/2 for comparison.",
			columns: [
				"state",
				"qubits",
				"metric",
				"length",
				"length at K/2",
				"lower bound",
				"infidelity",
				"starts"
			],
			rows: found.map(({ name, qubits, metric, path }) => {
				const same = path.starts.filter((one) => one < Math.min(...path.starts) + .01).length;
				return [
					name,
					qubits,
					metric,
					path.length,
					path.coarseLength,
					path.lowerBound,
					path.infidelity,
					`${same} of ${path.starts.length}`
				];
			})
		}, {
			kind: "chart",
			caption: "Length against the number of qubits. Upper bounds of the complexity.",
			x: {
				label: "qubits",
				kind: "linear"
			},
			y: {
				label: "length",
				kind: "linear",
				include: [0]
			},
			series: NAMES.flatMap((name) => METRICS.map((metric) => ({
				name: `${name}, ${metric}`,
				mark: "line-and-points",
				points: sizes.map((n) => [n, length(name, metric, n)])
			})))
		}]
	};
}
function linkSection(n, found) {
	const rows = found.map(({ name, qubits, metric, path }) => {
		const weights = pairUsage(qubits, path).map(({ weight }) => weight);
		const used = weights.filter((x) => x > .05 * Math.max(...weights)).length;
		return [
			name,
			qubits,
			metric,
			hubShare(qubits, path),
			2 / qubits,
			used
		];
	});
	return {
		heading: "Who acts with whom on the shortest path",
		text: "Width of an edge: time spent in words on that pair. The hub share is the part of the pair time that meets at the busiest qubit. Shortest paths come in families (a permutation of the qubits gives another), so one path need not have the symmetry of its end.",
		exhibits: [...found.filter(({ qubits, metric }) => qubits === n && metric === "all-to-all").map(({ name, path }) => usageGraph(n, path, `${name} of ${n} qubits, all pairs allowed. Interaction graph of the shortest path.`)), {
			kind: "table",
			caption: "Hub share. 1 for a star; pairs used: those with more than 5 % of the busiest.",
			columns: [
				"state",
				"qubits",
				"metric",
				"hub share",
				"complete graph",
				"pairs used"
			],
			rows
		}]
	};
}
// train/studies/ghz-against-w/run.ts
/** Carries the study out, part by part. */
function* run({ qubits, slices, starts }, { seed, part }) {
	const found = [];
	const total = qubits.reduce((sum, n) => sum + 4 ** n, 0);
	let done = 0;
	for (const n of qubits) for (const metric of METRICS) for (const name of NAMES) {
		done += 4 ** n / 4;
		const work = () => shortestPath(TWO_LOCAL[metric], STATES[name](n), {
			slices,
			starts,
			seed
		});
		const path = yield* part(`${name}_${n}, ${metric}`, done / total, work);
		found.push({
			name,
			qubits: n,
			metric,
			path
		});
	}
	return findings(found, qubits);
}
export { run };
