import { t as ghz } from "./ghz-DY6ZdDVQ.js";
import { t as haarRandom } from "./haar-random-CCs1OKZq.js";
import { n as permutedQubits, t as permutations } from "./permuted-qubits-3TcFx8Lz.js";
import { d as pointAfter, i as generatorGeodesic, l as controlsAt, o as wordGenerators, r as zeroState } from "./state-geodesic-Dy6ANVA2.js";
import { i as pairGeometry, r as geometryDifference, s as shortestPath, t as TWO_LOCAL } from "./shortest-path-D_M5NEpA.js";
import { i as randomStream, n as atMost, r as equals } from "./study-record-DTuekta5.js";
import { G as hamiltonian, H as wordTable, U as evolve, Z as controlWords } from "./geodesic-family-QE5OLW-7.js";
import { t as fittedCostate } from "./generator-readout-Cu73qvZZ.js";
import { t as refinedPath } from "./refined-path-BT8IbeHS.js";
import { a as place } from "./pauli-uGOqdxwH.js";
import { t as simpsonRule } from "./simpson-rule-5nfCdqPW.js";
// train/studies/gauge-invariance/gauge-orbit.ts
/**
* @file A geodesic followed while its end is rotated by local unitaries: complexity along an orbit of the gauge group.
*/
/** A random rotation of every qubit, of length √n/2: each by one radian about a random axis. */
function randomTurn(qubits, seed) {
	const stream = randomStream(seed, "local turn");
	const words = Array.from({ length: 3 * qubits }, (_, k) => place(qubits, { [Math.floor(k / 3)]: "XYZ"[k % 3] }));
	const coefficients = Float64Array.from(words, () => stream.normal());
	for (let q = 0; q < qubits; q++) {
		const axis = coefficients.subarray(3 * q, 3 * q + 3);
		const size = Math.hypot(...axis);
		axis.forEach((a, k) => {
			axis[k] = a / (2 * size);
		});
	}
	return {
		words,
		coefficients,
		length: Math.hypot(...coefficients)
	};
}
/** V(s)ψ. */
function turnedState({ words, coefficients }, psi, s) {
	const H = hamiltonian(wordTable(words, Math.log2(psi.length)), coefficients);
	return {
		length: psi.length,
		interleaved: evolve(H, psi.interleaved, s).state
	};
}
/** A path continued by V(±1) in two more slices, then shortened: a path to the rotated state, or back from it. */
function pathWithTurn(metric, to, path, { words, coefficients }, sign) {
	const slices = path.slices + 2;
	const longer = slices / path.slices;
	const last = path.words.map((word) => sign * (coefficients[words.indexOf(word)] ?? 0) * slices / 2);
	const velocity = [
		...path.velocity.map((h) => h.map((value) => value * longer)),
		last,
		last
	];
	return refinedPath(metric, zeroState(Math.log2(to.length)), to, velocity, { maxSteps: 100 });
}
/**
* Follows the geodesic from |0…0⟩ to V(s)ψ from s = 0 to 1 by Newton's method.
*
* @param path - a sliced path to ψ, where the family begins
* @returns the points as far as the family can be followed; a fold ends it
*/
function orbitLengths(metric, psi, path, turn, steps) {
	const qubits = Math.log2(psi.length);
	const generators = wordGenerators(controlWords(metric, qubits));
	const state = zeroState(qubits).interleaved;
	const velocity = path.velocity.map((h) => Float64Array.from(h));
	let costate = fittedCostate(generators, state, velocity);
	const points = [];
	for (let k = 0; k <= steps; k++) {
		const s = k / steps;
		const found = generatorGeodesic(generators, {
			state,
			costate
		}, turnedState(turn, psi, s));
		if (!(found.residual < 1e-8)) break;
		points.push({
			s,
			length: found.length,
			slope: slopeOf(generators, found, turn)
		});
		costate = found.costate;
	}
	return points;
}
/**
* The slope of the length is the component of the velocity at the end along the motion of the end, in the metric: dC/ds
* = ⟨H(1), A⟩/C.
*/
function slopeOf(metric, found, { words, coefficients }) {
	if (found.length < 1e-9) return 0;
	const velocity = controlsAt(metric, pointAfter(metric, found, 1));
	const { table, weights } = metric;
	return table.words.reduce((sum, word, p) => {
		const a = coefficients[words.indexOf(word)] ?? 0;
		return sum + weights[p] * velocity[p] * a;
	}, 0) / found.length;
}
/** The change of the length by the first variation, ∫ dC/ds ds. */
const integratedSlope = (points) => simpsonRule(points.map(({ slope }) => slope));
const change = ({ plain, turned }) => Math.abs(turned - plain);
function findings(n, turn, states, rows, lengths) {
	const spread = (values) => Math.max(...values) - Math.min(...values);
	const all = spread(lengths.map((one) => one.all));
	const chain = spread(lengths.map((one) => one.chain));
	const haar = rows.filter(({ state }) => state === "Haar-random");
	const [first, last] = [haar[0], haar.at(-1)];
	return {
		title: "Local unitaries and permutations as a gauge",
		question: "Do local unitaries and permutations of the qubits leave complexity and geometry as they are? (III.F)",
		answer: `The geometry of a state, distances from mutual information, is blind to local unitaries, and permutations relabel it. Complexity is not: with w₁ = ${first.localWeight} local unitaries change that of the Haar-random state by ${change(first).toFixed(4)}, with w₁ = ${last.localWeight} by ${change(last).toFixed(4)}, and never by more than √w₁ times their own length. Permutations change it by ${all.toExponential(1)} if all pairs may act, by ${chain.toFixed(4)} on the chain.`,
		sections: [localSection(rows, turn), permutationSection(lengths)],
		checks: [
			...geometryChecks(n, turn, states),
			...lengthChecks(turn, rows),
			equals("all-to-all: spread of the length over all orders of the qubits", "theorem", all, 0, 1e-4)
		],
		verdicts: [{
			statement: "local unitaries do not change the geometry",
			source: "III.F",
			verdict: "holds in part",
			because: `distances from mutual information do not change; lengths of shortest paths do unless w₁ is 0: the change for the Haar-random state falls from ${change(first).toFixed(4)} to ${change(last).toFixed(4)}`
		}, {
			statement: "permutations of the qubits do not change the geometry",
			source: "III.F",
			verdict: "holds in part",
			because: `lengths agree to ${all.toExponential(1)} for all ${lengths.length} orders if all pairs may act; on the chain they differ by ${chain.toFixed(4)}`
		}]
	};
}
function geometryChecks(n, turn, states) {
	const geometries = states.map(([, psi]) => geometryDifference(pairGeometry(psi).distances, pairGeometry(turnedState(turn, psi, 1)).distances));
	const relabelled = permutations(n).map((order) => {
		const { distances } = pairGeometry(states[2][1]);
		const expected = order.map((a) => order.map((b) => distances[a][b]));
		return geometryDifference(expected, pairGeometry(permutedQubits(states[2][1], order)).distances);
	});
	return [...geometries.map((value, k) => equals(`${states[k][0]}: distances after local unitaries`, "theorem", value, 0, 1e-7)), equals("distances after a permutation, relabelled", "theorem", Math.max(...relabelled), 0, 1e-9)];
}
function lengthChecks(turn, rows) {
	return [
		...rows.map((row) => atMost(`${row.state}, w₁ = ${row.localWeight}: change by local unitaries, against √w₁ times their length`, "theorem", change(row), Math.sqrt(row.localWeight) * turn.length, row.localWeight > 0 ? 1e-6 : 1e-4)),
		...rows.filter(({ orbit }) => orbit.length > 4).map(({ state, localWeight, orbit }) => equals(`${state}, w₁ = ${localWeight}: change along the orbit against the first variation`, "independent computation", orbit[4].length - orbit[0].length, integratedSlope(orbit), .002)),
		...rows.map(({ state, localWeight, infidelity }) => atMost(`${state}, w₁ = ${localWeight}: end-point infidelity`, "independent computation", infidelity, 1e-8))
	];
}
function localSection(rows, turn) {
	const names = [...new Set(rows.map(({ state }) => state))];
	const bound = (localWeight) => Math.sqrt(localWeight) * turn.length;
	const weights = [...new Set(rows.map(({ localWeight }) => localWeight))];
	return {
		heading: "Local unitaries",
		text: "Every qubit is rotated by one radian about a random axis, V(s) = exp(−isA). By right invariance and the triangle inequality the complexity changes at most by the length of the rotation itself, which is proportional to √w₁: the gauge claim holds where w₁ = 0. The reason is the first variation, dC/ds = Σ w_{P} h_{P} a_{P}/C over words of one qubit, whose momenta w₁h vanish. Paths to both states are searched for, and each path found is also continued by the rotation (or its inverse) and shortened; the shortest counts. The geodesic to the Haar-random state is followed along the orbit V(s)ψ, and its change is that of the first variation.",
		exhibits: [
			{
				kind: "table",
				caption: "Shortest paths found to a state and to the rotated state.",
				columns: [
					"state",
					"w₁",
					"length",
					"length, rotated",
					"change",
					"bound"
				],
				rows: rows.map((row) => [
					row.state,
					row.localWeight,
					row.plain,
					row.turned,
					change(row),
					bound(row.localWeight)
				])
			},
			{
				kind: "chart",
				caption: "Change of the length by local unitaries. Dashed: the bound.",
				x: {
					label: "weight w₁ of words of one qubit",
					kind: "log"
				},
				y: {
					label: "change of the length",
					kind: "log"
				},
				series: [...names.map((name) => ({
					name,
					mark: "line-and-points",
					points: rows.filter(({ state, localWeight }) => state === name && localWeight > 0).map((row) => [row.localWeight, change(row) > 1e-9 ? change(row) : null])
				})), {
					name: "bound",
					mark: "dash",
					points: weights.filter((weight) => weight > 0).map((weight) => [weight, bound(weight)])
				}]
			},
			{
				kind: "chart",
				caption: "Along the orbit of the Haar-random state. Length of the geodesic followed from ψ to V(s)ψ.",
				x: {
					label: "s",
					kind: "linear"
				},
				y: {
					label: "length",
					kind: "linear",
					include: [0]
				},
				series: rows.filter(({ orbit }) => orbit.length > 0).map(({ localWeight, orbit }) => ({
					name: `w₁ = ${localWeight}`,
					mark: "line-and-points",
					points: orbit.map(({ s, length }) => [s, length])
				}))
			}
		]
	};
}
function permutationSection(lengths) {
	return {
		heading: "Permutations",
		text: "The qubits of one Haar-random state, in every order. On the chain only the reversed order has the same length: the metric has the symmetry of its lattice, no more.",
		exhibits: [{
			kind: "table",
			caption: "Shortest paths found, w₁ = 1.",
			columns: [
				"order",
				"all-to-all",
				"chain"
			],
			rows: lengths.map(({ order, all, chain }) => [
				order,
				all,
				chain
			])
		}]
	};
}
// train/studies/gauge-invariance/run.ts
/**
* @file Is the geometry blind to local unitaries and permutations of the qubits, as the paper says of its gauge group?
*/
/** Carries the study out, part by part. */
function* run({ qubits: n, localWeights, slices, starts }, { seed, part }) {
	const states = [
		["product", zeroState(n)],
		["GHZ", ghz(n).amplitudes],
		["Haar-random", haarRandom(n, seed).amplitudes]
	];
	const turn = randomTurn(n, seed);
	const search = {
		slices,
		starts,
		seed
	};
	const rows = [];
	for (const [k, localWeight] of localWeights.entries()) {
		const metric = {
			...TWO_LOCAL["all-to-all"],
			sizeWeights: [localWeight, 1]
		};
		for (const [state, psi] of states) {
			const until = .7 * (k + 1) / localWeights.length;
			const row = yield* part(`${state}, w₁ = ${localWeight}`, until, function* () {
				const path = yield* shortestPath(metric, psi, search);
				const target = turnedState(turn, psi, 1);
				const searched = yield* shortestPath(metric, target, search);
				const costly = localWeight > 0;
				const there = [searched, ...costly ? [pathWithTurn(metric, target, path, turn, 1)] : []];
				const back = [path, ...costly ? [pathWithTurn(metric, psi, searched, turn, -1)] : []];
				const follow = state === "Haar-random" && localWeight >= LIGHTEST;
				return {
					state,
					localWeight,
					plain: Math.min(...back.map(({ length }) => length)),
					turned: Math.min(...there.map(({ length }) => length)),
					infidelity: Math.max(...[...there, ...back].map(({ infidelity }) => infidelity)),
					orbit: follow ? orbitLengths(metric, psi, path, turn, 4) : []
				};
			});
			rows.push(row);
		}
	}
	const haar = states[2][1];
	const orders = permutations(n).slice(0, 24);
	const lengths = [];
	for (const [k, order] of orders.entries()) {
		const psi = permutedQubits(haar, order);
		const found = yield* part(`order ${order.join("")}`, .7 + .3 * (k + 1) / orders.length, function* () {
			const all = yield* shortestPath(TWO_LOCAL["all-to-all"], psi, search);
			const chain = yield* shortestPath(TWO_LOCAL.chain, psi, search);
			return {
				all: all.length,
				chain: chain.length
			};
		});
		lengths.push({
			order: order.join(""),
			...found
		});
	}
	return findings(n, turn, states, rows, lengths);
}
const LIGHTEST = .3;
export { run };
