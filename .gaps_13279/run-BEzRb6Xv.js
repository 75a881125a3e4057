import { n as targetOfSpec } from "./targets-DPH4QoxZ.js";
import { r as unitaryOfSpec, t as metricOfSpec } from "./metric-spec-qk0jf-50.js";
import { a as parametrised, r as bound } from "./circuit-BgtrOOeH.js";
import { c as runCircuit, n as circuitOverlap } from "./run-circuit-DgW8JgHr.js";
import { D as columnOf, P as multiply, R as trace, T as adjoint, V as innerProduct, dt as ShapeError, i as randomStream, n as atMost, r as equals, t as atLeast, ut as DomainError, z as transpose } from "./study-record-DTuekta5.js";
import { t as lbfgs } from "./lbfgs-vClzNTl2.js";
import { r as solution, t as minimise } from "./minimise-BEDXc41D.js";
import { t as singularValueDecomposition } from "./singular-values-FC6Kti-a.js";
import { a as place } from "./pauli-uGOqdxwH.js";
import { t as cnotCount } from "./kak-DJoe9w1H.js";
import { n as penaltyWeight } from "./penalty-metric-Cuwf29xW.js";
import { t as asPure } from "./state-rules-C__2cD0g.js";
// src/complexity/gate-target.ts
/**
* @file The target for which two-qubit gates are counted: a state or a unitary, up to its phase, and its symmetries.
*/
/** Parameters that each gate adds. */
const PARAMETERS_PER_GATE = {
	cnot: 4,
	su4: 9
};
/**
* All circuits with gates of the family at a placement and any one-qubit gates, as rotations. A CNOT is exp(−iπ/4·ZZ)
* up to one-qubit gates, and lets rotations about Z pass: each adds 4 parameters, a gate of SU(4) adds 9, to 2 (on |0⟩)
* or 3 for each qubit. A unitary acts on one half of entangled pairs, so that the state it makes is √2⁻ⁿ Σ_k U|k⟩|k⟩.
*/
function circuitsAt({ kind, qubits }, family, placement) {
	const turns = (letters, on) => on.flatMap((qubit) => [...letters].map((letter) => place(qubits, { [qubit]: letter })));
	const joined = (letters, [a, b]) => [...letters].map((letter) => place(qubits, {
		[a]: letter,
		[b]: letter
	}));
	const all = Array.from({ length: qubits }, (_, qubit) => qubit);
	const first = turns(kind === "state" ? "XZ" : "ZXZ", all);
	const blocks = placement.map((pair) => family === "cnot" ? {
		fixed: joined("Z", pair),
		words: turns("XZ", pair)
	} : {
		fixed: [],
		words: [...joined("XYZ", pair), ...turns("ZXZ", pair)]
	});
	const size = 2 ** qubits;
	const spectrum = new Array(size).fill(1 / size);
	const circuit = parametrised(qubits, [], kind === "unitary" ? { spectrum } : void 0);
	let parameters = 0;
	const free = (words) => words.map((word) => ({
		word,
		angle: { parameter: parameters++ }
	}));
	const quarter = (words) => words.map((word) => ({
		word,
		angle: Math.PI / 2
	}));
	const gates = [...free(first), ...blocks.flatMap(({ fixed, words }) => [...quarter(fixed), ...free(words)])];
	return {
		...circuit,
		gates,
		parameters
	};
}
/** The vector that `circuitsAt` is to make: the state, or the entries of the unitary, row by row, over √2ⁿ. */
function targetVector(target) {
	if (target.kind === "state") return target.amplitudes;
	const { rows, interleaved } = target.matrix;
	return {
		length: rows * rows,
		interleaved: interleaved.map((x) => x / Math.sqrt(rows))
	};
}
/** Largest difference that is taken for rounding. */
const EQUAL = 1e-10;
/**
* The permutations of qubits that keep the pairs and the target; for a unitary also those that make it its adjoint or
* its transpose, which a circuit read backwards makes. The identity is among them.
*/
function symmetriesOf(target, pairs) {
	const keys = new Set(pairs.map(([a, b]) => `${a} ${b}`));
	return permutations(target.qubits).filter((permutation) => pairs.every(([a, b]) => {
		const [c, d] = [permutation[a], permutation[b]];
		return keys.has(`${Math.min(c, d)} ${Math.max(c, d)}`);
	})).flatMap((permutation) => {
		const image = renamed(target, permutation);
		const found = isSame(image, target) ? [{
			permutation,
			reversed: false
		}] : [];
		if (target.kind === "state" || image.kind === "state") return found;
		return [adjoint(target.matrix), transpose(target.matrix)].some((matrix) => isSame(image, {
			...target,
			matrix
		})) ? [...found, {
			permutation,
			reversed: true
		}] : found;
	});
}
function isSame(a, b) {
	if (a.kind === "state" && b.kind === "state") return 1 - Math.hypot(...innerProduct(a.amplitudes, b.amplitudes)) < EQUAL;
	if (a.kind === "state" || b.kind === "state") return false;
	return 1 - Math.hypot(...trace(multiply(a.matrix, b.matrix, { adjointA: true }))) / a.matrix.rows < EQUAL;
}
/** The target with qubit q renamed permutation[q]. */
function renamed(target, permutation) {
	const { qubits } = target;
	const size = 2 ** qubits;
	const index = (from) => permutation.reduce((to, q, k) => to | (from >> qubits - 1 - k & 1) << qubits - 1 - q, 0);
	if (target.kind === "state") {
		const interleaved = new Float64Array(2 * size);
		for (let k = 0; k < size; k++) interleaved.set(target.amplitudes.interleaved.subarray(2 * k, 2 * k + 2), 2 * index(k));
		return {
			...target,
			amplitudes: {
				length: size,
				interleaved
			}
		};
	}
	const interleaved = new Float64Array(2 * size * size);
	for (let j = 0; j < size; j++) for (let k = 0; k < size; k++) {
		const from = 2 * (j * size + k);
		interleaved.set(target.matrix.interleaved.subarray(from, from + 2), 2 * (index(j) * size + index(k)));
	}
	return {
		...target,
		matrix: {
			...target.matrix,
			interleaved
		}
	};
}
function permutations(count) {
	if (count === 0) return [[]];
	return permutations(count - 1).flatMap((shorter) => Array.from({ length: count }, (_, at) => shorter.toSpliced(at, 0, count - 1)));
}
// src/complexity/gate-count-bound.ts
/** Singular values below this share of the greatest are zero. */
const RANK = 1e-9;
/**
* A rigorous lower bound of the number of gates, Infinity if no number suffices. For two-qubit unitaries it is exact
* (the Weyl coordinates determine the number of CNOTs). Otherwise: a gate between the parts A and B of the qubits
* multiplies the Schmidt rank across the cut by at most 2 (CNOT, and any gate on a qubit still in a product) or 4, so
* that at least ⌈log rank⌉ gates cross; the bound is the least number of gates on the given pairs that satisfies every
* cut.
*/
function gateCountBound(target, family, pairs) {
	if (target.kind === "unitary" && target.qubits === 2 && pairs.length === 1) {
		const count = cnotCount(target.matrix);
		return family === "cnot" ? count : Math.min(1, count);
	}
	const cuts = Array.from({ length: 2 ** (target.qubits - 1) - 1 }, (_, k) => k + 1);
	const logarithm = family === "cnot" ? 1 : 2;
	const demands = cuts.map((side) => {
		return {
			crossing: pairs.flatMap(([a, b], k) => (side >> a ^ side >> b) & 1 ? [k] : []),
			least: Math.ceil(Math.log2(schmidtRank(target, side)) / logarithm - 1e-9)
		};
	});
	if (demands.some(({ crossing, least }) => least > 0 && crossing.length === 0)) return Infinity;
	for (let gates = Math.max(0, ...demands.map(({ least }) => least));; gates++) if (multisets(pairs.length, gates).some((counts) => demands.every(({ crossing, least }) => crossing.reduce((sum, k) => sum + counts[k], 0) >= least))) return gates;
}
/**
* The number of gates below which circuits have fewer parameters than there are states or unitaries: almost all targets
* of this kind need as many, a particular one may need fewer.
*
* @see Shende, Markov & Bullock, Phys. Rev. A 69, 062321 (2004), for CNOTs: ⌈(4ⁿ − 3n − 1)/4⌉
*/
function genericGateCount({ kind, qubits }, family) {
	const [dimension, free] = kind === "state" ? [2 ** (qubits + 1) - 2, 2 * qubits] : [4 ** qubits - 1, 3 * qubits];
	return Math.max(0, Math.ceil((dimension - free) / PARAMETERS_PER_GATE[family]));
}
/** Rank of the state across the cut, or of the unitary as an element of B(A) ⊗ B(B). */
function schmidtRank(target, side) {
	const { qubits, kind } = target;
	const inside = Array.from({ length: qubits }, (_, q) => (side >> q & 1) === 1);
	const legs = kind === "state" ? inside : [...inside, ...inside];
	const { length, interleaved } = targetVector(target);
	const rows = 2 ** legs.filter(Boolean).length;
	const matrix = {
		rows,
		cols: length / rows,
		interleaved: new Float64Array(2 * length)
	};
	for (let k = 0; k < length; k++) {
		let [row, col] = [0, 0];
		legs.forEach((isRow, leg) => {
			const bit = k >> legs.length - 1 - leg & 1;
			if (isRow) row = 2 * row + bit;
			else col = 2 * col + bit;
		});
		matrix.interleaved.set(interleaved.subarray(2 * k, 2 * k + 2), 2 * (row * matrix.cols + col));
	}
	const { values } = singularValueDecomposition(matrix);
	return values.filter((value) => value > RANK * values[0]).length;
}
/** All ways to share `total` gates among `kinds` pairs. */
function multisets(kinds, total) {
	if (kinds === 0) return total === 0 ? [[]] : [];
	return Array.from({ length: total + 1 }, (_, first) => multisets(kinds - 1, total - first).map((rest) => [first, ...rest])).flat();
}
// src/complexity/gate-placements.ts
/** @file Where the two-qubit gates of a circuit stand: lists of pairs of qubits, each class of equivalent ones once. */
/** The pairs on which a metric allows two-qubit words. */
function coupledPairs(metric, qubits) {
	return Array.from({ length: qubits }, (_, a) => Array.from({ length: qubits - a - 1 }, (_, k) => [a, a + k + 1])).flat().filter(([a, b]) => penaltyWeight(metric, place(qubits, {
		[a]: "Z",
		[b]: "Z"
	})) < Infinity);
}
/**
* One representative for each class of placements that differ by exchanging gates on disjoint qubits and by symmetries.
* Gates are sorted into the earliest layers that they fit in (Foata's normal form); of the symmetric images the first
* in alphabetical order is taken.
*/
function normalPlacement(placement, symmetries) {
	return symmetries.map(({ permutation, reversed }) => {
		const renamed = placement.map(([a, b]) => sorted(permutation[a], permutation[b]));
		return layered(reversed ? renamed.reverse() : renamed);
	}).reduce((first, image) => placementKey(image) < placementKey(first) ? image : first);
}
/** The placement as text: '01 12 01'. */
const placementKey = (placement) => placement.map(([a, b]) => `${a}${b}`).join(" ");
/**
* Whether fewer gates do the same: more than `most` gates on one pair follow each other without another gate on either
* qubit. Three CNOTs on a pair make every two-qubit gate, and so does a single gate of SU(4).
*/
function isReducible(placement, most) {
	const last = /* @__PURE__ */ new Map();
	const run = [];
	return placement.some(([a, b], g) => {
		const [before, other] = [last.get(a), last.get(b)];
		const follows = before !== void 0 && before === other && placementKey([placement[before]]) === `${a}${b}`;
		run.push(follows ? run[before] + 1 : 1);
		last.set(a, g).set(b, g);
		return run[g] > most;
	});
}
const sorted = (a, b) => a < b ? [a, b] : [b, a];
function layered(placement) {
	const depth = /* @__PURE__ */ new Map();
	return placement.map(([a, b]) => {
		const layer = Math.max(depth.get(a) ?? 0, depth.get(b) ?? 0);
		depth.set(a, layer + 1).set(b, layer + 1);
		return {
			pair: [a, b],
			layer
		};
	}).sort((x, y) => x.layer - y.layer || x.pair[0] - y.pair[0]).map(({ pair }) => pair);
}
// src/complexity/gate-count-front.ts
/**
* @file How few two-qubit gates suffice? For each number of gates the best circuit found: the front of error against
* cost. The placement of the gates is searched, exhaustively or by a beam; the angles are trained from many starts.
*/
/**
* Searches the front of a state or a unitary of at most four qubits, and yields what is being tried.
*
* @throws {DomainError} more than four qubits
*
* Cost placements · starts · some hundred runs of a circuit of 4 or 9 rotations per gate for each number of gates.
*/
function* gateCountFront(target, options) {
	const { family, pairs, mostGates, tolerance = 1e-10, mostPlacements = 300, beam = 12 } = options;
	if (target.qubits > 4) throw new DomainError(`gateCountFront: at most 4 qubits required, got ${target.qubits}`);
	const lowerBound = gateCountBound(target, family, pairs);
	const symmetries = symmetriesOf(target, pairs);
	const entries = [];
	let tried = [];
	let exhaustive = true;
	const last = lowerBound === Infinity ? -1 : mostGates;
	for (let gates = 0; gates <= last && (entries.at(-1)?.infidelity ?? 1) > tolerance; gates++) {
		const best = [...tried].sort((a, b) => a.infidelity - b.infidelity);
		const next = extended(tried, pairs, symmetries, family);
		exhaustive &&= next.length <= mostPlacements;
		const placements = gates === 0 ? [[]] : exhaustive ? next : extended(best.slice(0, beam), pairs, symmetries, family);
		const trials = [];
		for (const placement of placements) {
			if ((trials.at(-1)?.infidelity ?? 1) <= tolerance) break;
			const progress = (gates + trials.length / placements.length) / (mostGates + 1);
			yield {
				message: `${gates} gates, placement ${trials.length + 1} of ${placements.length}`,
				progress
			};
			trials.push(trained(target, placement, options));
		}
		tried = trials;
		entries.push(entryOf(entries.at(-1), gates, trials, exhaustive ? "every placement" : "beam"));
	}
	return {
		family,
		entries,
		gates: entries.find(({ infidelity }) => infidelity <= tolerance)?.gates ?? null,
		lowerBound,
		generic: genericGateCount(target, family)
	};
}
function entryOf(before, gates, trials, search) {
	const counts = {
		gates,
		search,
		placements: trials.length,
		starts: trials.reduce((sum, t) => sum + t.starts, 0)
	};
	const { placement, circuit, infidelity } = [...trials, ...before === void 0 ? [] : [before]].reduce((a, b) => b.infidelity < a.infidelity ? b : a);
	return {
		...counts,
		placement,
		circuit,
		infidelity
	};
}
/** All placements with one gate more, each class once; a gate is added at the end or at the beginning. */
function extended(trials, pairs, symmetries, family) {
	const found = /* @__PURE__ */ new Map();
	for (const { placement } of trials) for (const pair of pairs) for (const longer of [[...placement, pair], [pair, ...placement]]) {
		const normal = normalPlacement(longer, symmetries);
		if (!isReducible(normal, family === "cnot" ? 3 : 1)) found.set(placementKey(normal), normal);
	}
	return [...found.values()];
}
/** Largest infidelity from which a start is continued. */
const PROMISING = 1e-4;
/** The best circuit of several starts; they end at the first that reaches the tolerance. */
function trained(target, placement, options) {
	const { family, tolerance = 1e-10, starts = 6, maxSteps = 400, seed = 0 } = options;
	const circuits = circuitsAt(target, family, placement);
	const vector = targetVector(target);
	const objective = (theta) => {
		const { distanceSquared: value, gradient } = circuitOverlap(circuits, theta, vector);
		return {
			value,
			gradient: gradient.map((slope) => -slope)
		};
	};
	const stop = {
		target: tolerance / 100,
		gradientTolerance: 1e-9
	};
	const run = (from, steps) => solution(minimise(objective, lbfgs(), from, {
		...stop,
		maxSteps: steps
	})).value;
	let best;
	let start = 0;
	for (; start < starts && !(best !== void 0 && best.value <= tolerance); start++) {
		const stream = randomStream(seed, `${placementKey(placement)}, start ${start + 1}`);
		const begun = run(randomAngles(circuits.parameters, stream), maxSteps);
		const { x, evaluation } = begun.evaluation.value < PROMISING ? run(begun, 10 * maxSteps) : begun;
		if (best === void 0 || evaluation.value < best.value) best = {
			value: evaluation.value,
			x
		};
	}
	const { reference: _, ...circuit } = bound(circuits, best.x);
	return {
		placement,
		circuit,
		infidelity: best.value,
		starts: start
	};
}
const randomAngles = (count, stream) => Float64Array.from({ length: count }, () => 2 * Math.PI * (stream.uniform() - .5));
// train/studies/gate-count-front/findings.ts
/** @file The findings of the study in words, tables and pictures. */
/** Proved or published least numbers where all pairs may be joined. */
const PUBLISHED = {
	"Toffoli cnot": 6,
	"CCZ cnot": 6,
	"Toffoli su4": 5,
	"CCZ su4": 5,
	"Fredkin su4": 5
};
const FAMILIES = {
	cnot: "CNOT",
	su4: "two-qubit gate"
};
function findings(found) {
	const counted = found.filter(({ front }) => front.gates !== null);
	const parts = counted.map(({ name, front }) => `${name} by ${plural(front.gates, FAMILIES[front.family])}`);
	return {
		title: "Fewest two-qubit gates",
		question: "How many two-qubit gates does the optimal network of a state or a unitary need, and how good is one with fewer? (II.A, discrete complexity)",
		answer: parts.length === 0 ? "No target was reached with the gates allowed." : `Reached: ${parts.join("; ")}. Each number is an upper bound of the least; where it meets the lower bound it is the least.`,
		sections: [
			overview(found),
			fronts(found),
			circuits(counted)
		],
		checks: found.flatMap(checksOf),
		verdicts: []
	};
}
const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
function overview(found) {
	return {
		heading: "Least numbers",
		text: "The lower bound is rigorous: each gate multiplies the Schmidt rank across a cut by 2 (CNOT) or 4 at most; for two qubits the Weyl coordinates determine the number exactly. Almost all targets of a size need as many gates as their number of parameters requires. That a smaller number fails at every placement is evidence, not proof.",
		exhibits: [{
			kind: "table",
			caption: "Gates of the best circuits. Beside them the infidelity with one gate fewer.",
			columns: [
				"target",
				"gate",
				"fewest found",
				"lower bound",
				"generic",
				"placement",
				"one gate fewer",
				"search"
			],
			rows: found.map(({ name, front }) => {
				const { entries, gates, lowerBound, generic, family } = front;
				const end = gates === null ? void 0 : entries[gates];
				const less = entries[(gates ?? entries.length) - 1];
				const bound = lowerBound === Infinity ? "unreachable" : lowerBound;
				const where = end === void 0 ? null : placementKey(end.placement);
				return [
					name,
					FAMILIES[family],
					gates,
					bound,
					generic,
					where,
					less?.infidelity ?? null,
					less?.search ?? null
				];
			})
		}]
	};
}
/** Least infidelity that is drawn: the search does not try to go lower. */
const FLOOR = 1e-12;
function fronts(found) {
	return {
		heading: "Error against cost",
		text: "The best circuit found for each number of gates, over all placements tried. Infidelities below 10⁻¹² are drawn at 10⁻¹².",
		exhibits: [...new Set(found.map(({ front }) => front.family))].map((family) => ({
			kind: "chart",
			caption: `Infidelity against number of gates: ${FAMILIES[family]}. One-qubit gates are free.`,
			x: {
				label: `number of ${FAMILIES[family]}s`,
				kind: "linear",
				include: [0]
			},
			y: {
				label: "infidelity (log scale)",
				kind: "log"
			},
			series: found.filter(({ front }) => front.family === family).map(({ name, front }) => ({
				name,
				mark: "line-and-points",
				points: front.entries.map(({ gates, infidelity }) => [gates, Math.max(infidelity, FLOOR)])
			}))
		}))
	};
}
function circuits(found) {
	return {
		heading: "Circuits",
		text: "As rotations; a CNOT stands as the rotation ZZ by π/2, which it is up to one-qubit gates.",
		exhibits: found.map(({ name, front }) => ({
			kind: "circuit",
			caption: `${name} by ${plural(front.gates, FAMILIES[front.family])}. The circuit of fewest gates that was found.`,
			circuit: front.entries[front.gates].circuit,
			theta: []
		}))
	};
}
function checksOf({ name, target, front, allPairs }) {
	const { family, gates, entries, lowerBound } = front;
	const what = `${name}, ${FAMILIES[family]}s`;
	if (gates === null) return [];
	const known = allPairs ? PUBLISHED[`${name} ${family}`] : void 0;
	return [
		atLeast(`${what}: not fewer than the bound by Schmidt ranks`, "theorem", gates, lowerBound),
		atMost(`${what}: infidelity of the circuit, run anew`, "independent computation", rerun(target, entries[gates]), 1e-9),
		...known === void 0 ? [] : [equals(`${what}: fewest gates`, "published value", gates, known, 0)]
	];
}
/** The infidelity of a circuit run on every basis state in turn. */
function rerun(target, { circuit }) {
	const none = /* @__PURE__ */ new Float64Array(0);
	if (target.kind === "state") {
		const [re, im] = innerProduct(target.amplitudes, runCircuit(circuit, none));
		return 1 - re * re - im * im;
	}
	const { rows } = target.matrix;
	let [re, im] = [0, 0];
	for (let k = 0; k < rows; k++) {
		const basis = new Float64Array(2 * rows);
		basis[2 * k] = 1;
		const [x, y] = innerProduct(columnOf(target.matrix, k), runCircuit(circuit, none, {
			length: rows,
			interleaved: basis
		}));
		re += x / rows;
		im += y / rows;
	}
	return 1 - re * re - im * im;
}
// train/studies/gate-count-front/run.ts
/** @file How few two-qubit gates make a state or a unitary, and how near can one come with fewer? */
/** Carries the study out, part by part. */
function* run({ targets, families, metric, ...search }, context) {
	const found = [];
	const jobs = targets.flatMap((chosen) => families.map((family) => ({
		chosen,
		family
	})));
	for (const [k, { chosen, family }] of jobs.entries()) {
		const { name, target } = targetOf(chosen, context);
		const pairs = coupledPairs(metricOfSpec(metric, target.qubits), target.qubits);
		const front = yield* context.part(`${name}, ${FAMILIES[family]}s (${k + 1})`, (k + 1) / jobs.length, () => gateCountFront(target, {
			family,
			pairs,
			seed: context.seed,
			...search
		}));
		found.push({
			name,
			target,
			front,
			allPairs: pairs.length === target.qubits * (target.qubits - 1) / 2
		});
	}
	return findings(found);
}
function targetOf(chosen, { read }) {
	if ("unitary" in chosen) {
		const { name, qubits, matrix } = unitaryOfSpec(chosen.unitary, { read });
		return {
			name,
			target: {
				kind: "unitary",
				qubits,
				matrix
			}
		};
	}
	const state = targetOfSpec(chosen.state, { read });
	const pure = asPure(state);
	if (pure === null || state.dimensions.some((dimension) => dimension !== 2)) throw new ShapeError(`gate-count-front: pure states of qubits required, got ${state.name}`);
	return {
		name: state.name,
		target: {
			kind: "state",
			qubits: state.dimensions.length,
			amplitudes: pure.amplitudes
		}
	};
}
export { run };
