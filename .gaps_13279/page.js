import { i as printable, n as issuesOf, r as issuesText, t as parseJson } from "./json-C18OHthQ.js";
import { a as int, d as string, i as discriminatedUnion, l as record, n as array, o as literal, p as union, r as boolean, s as number, t as _enum, u as strictObject } from "./schemas-4uHuBYz8.js";
import { B as addScaled, G as scaledVector, L as scaledMatrix, V as innerProduct, W as normalised, Y as sizeOf, dt as ShapeError, ut as DomainError, w as addScaledMatrix } from "./study-record-DTuekta5.js";
import { a as stabilisersOf, n as densityOf, t as asPure } from "./state-rules-C__2cD0g.js";
import { n as hamiltonianSpec, t as hamiltonianOfSpec } from "./hamiltonian-spec-BYNcROsm.js";
import { l as pauliSumOperator, s as combinePauliSums } from "./minimise-BEDXc41D.js";
import { t as groundState } from "./ground-state-CUIIs7OI.js";
import { n as fubiniStudyDistance } from "./fidelity-DRatENzA.js";
import { n as imaginaryTimeAction, t as exponentialAction } from "./exponential-action-DXtaVvoW.js";
import { r as sizeUpTo } from "./register-size-DLjME0wp.js";
import { n as targetOfSpec, r as targetSpec, t as DATASETS } from "./targets-DPH4QoxZ.js";
import { t as stabiliserGroupOfFile } from "./stabiliser-file-Bf8fKop3.js";
import { a as parametrised, t as angleAt } from "./circuit-BgtrOOeH.js";
import { n as complete } from "./lattice-MaWPiOKk.js";
import { a as isometricMera, c as brickwallOptions, d as pairWords, i as matrixProductStateOptions, l as blockOption, n as treeTensorNetworkOptions, o as isometricMeraOptions, r as matrixProductState, s as brickwall, t as treeTensorNetwork, u as localLayer } from "./tree-tensor-network-1c-RO8hA.js";
import { a as place, o as support, r as commute } from "./pauli-uGOqdxwH.js";
import { t as stabiliserGroupOfWords } from "./stabiliser-words-CNuldBIt.js";
import { a as networkMistakes, r as holographicCode$1, t as SEED_NAMES } from "./holographic-code-CHGCx00r.js";
import { f as hyperIndices, m as networkOfShapes, p as withCopyTensors } from "./matrix-product-state-CYxnDb3V.js";
import { Q as splitControls, Z as controlWords } from "./geodesic-family-QE5OLW-7.js";
import { r as circuitOfStabilisers } from "./random-clifford-BNcEJIA-.js";
import { i as graphStateNetwork, t as sitesOfState } from "./stabiliser-rules-uOebPo5e.js";
import { d as chosenFrom, i as unitarySpec, n as metricSpec, t as metricOfSpec } from "./metric-spec-qk0jf-50.js";
import { t as backReaction } from "./options-CP2SHywX.js";
import { n as starts, t as slices } from "./search-options-D5dx7ap5.js";
import { t as TWO_QUBIT } from "./lorentz-penalties-DklAk_C3.js";
import { n as sizeAndRange } from "./options-B7TGZMKR.js";
import { a as significant, c as whole, i as duration, n as brief, o as subscript, r as counted, s as superscript, t as angleText } from "./number-format-DSC-qSUe.js";
import { a as geodesicArc, r as diskMidpoint, t as bisectorPoint } from "./hyperbolic-disk-CAAerXB4.js";
import { readFileSync, writeFileSync } from "node:fs";
// datasets/adiabatic-sweep.ts
/** @file Ground states along a path of Hamiltonians. */
/**
* Adiabatic sweep: the state that an infinitely slow change of the Hamiltonian follows while the gap stays open, the
* ground state of
*
*     H(s) = (1 − s) H₀ + s H₁.
*
* @param from - H₀, n qubits, at most 20
* @param to - H₁, n qubits
* @param times - s; 0 to 1, or beyond
* @returns the curve; `at` costs one Lanczos iteration. Where the ground state is degenerate, one vector of its space
*         is taken
* @throws {ShapeError} the Hamiltonians differ in the number of qubits
*
* @see Farhi et al., arXiv:quant-ph/0001106 (2000)
*/
function adiabaticSweep(from, to, times, seed = 1) {
	if (from.qubits !== to.qubits) throw new ShapeError(`adiabaticSweep: ${from.qubits} qubits required in both, got ${to.qubits}`);
	const hamiltonianAt = (s) => combinePauliSums([[1 - s, from], [s, to]]);
	return {
		name: "adiabatic-sweep",
		times,
		at: (s) => ({
			...groundState(hamiltonianAt(s), seed),
			name: `adiabatic-sweep(${s})`
		})
	};
}
// datasets/interpolation.ts
/** @file The straight path from one state to another. */
/**
* Interpolation between two states. Between pure states it is the great circle, the geodesic of the Fubini–Study
* metric, at constant speed,
*
*     |ψ(τ)⟩ = (sin((1 − τ)ϑ) |a⟩ + sin(τϑ) e^{−iφ} |b⟩) / sin ϑ,    ⟨a|b⟩ = e^{iφ} cos ϑ.
*
* If one of them is mixed, or `mixture` is asked for, it is (1 − τ)ρ + τσ.
*
* @param a - at τ = 0
* @param b - at τ = 1, with the same dimensions
* @param times - τ; a mixture needs 0 ≤ τ ≤ 1
* @throws {ShapeError} the states differ in their dimensions
* @throws {DomainError} a network state; a mixture beyond its ends
*/
function interpolation(a, b, times, path = "great-circle") {
	if (a.dimensions.join() !== b.dimensions.join()) throw new ShapeError(`interpolation: equal dimensions required, got [${a.dimensions}] and [${b.dimensions}]`);
	const [from, to] = [asPure(a), asPure(b)];
	const circle = path === "great-circle" && from !== null && to !== null;
	const at = circle ? greatCircle(from, to) : mixture(a, b);
	const outside = times.find((tau) => !(tau >= 0 && tau <= 1));
	if (!circle && outside !== void 0) throw new DomainError(`interpolation: a mixture for times from 0 to 1 required, got ${outside}`);
	return {
		name: "interpolation",
		times,
		at: (tau) => ({
			...at(tau),
			name: `interpolation(${tau})`
		})
	};
}
function greatCircle(a, b) {
	const [re, im] = innerProduct(a.amplitudes, b.amplitudes);
	const modulus = Math.hypot(re, im);
	const phase = modulus > 0 ? [re / modulus, -im / modulus] : [1, 0];
	const aligned = scaledVector(phase, b.amplitudes);
	const angle = fubiniStudyDistance(a.amplitudes, b.amplitudes);
	const sideways = addScaled(aligned, [-modulus, 0], a.amplitudes);
	const tangent = angle > 0 ? normalised(sideways) : sideways;
	return (tau) => {
		const along = scaledVector([Math.cos(tau * angle), 0], a.amplitudes);
		return {
			...a,
			amplitudes: addScaled(along, [Math.sin(tau * angle), 0], tangent)
		};
	};
}
function mixture(a, b) {
	const [rho, sigma] = [densityOf(a), densityOf(b)];
	if (rho === null || sigma === null) throw new DomainError("interpolation: amplitudes or density matrices required, got a network");
	const { name, dimensions } = a;
	return (tau) => {
		const mixed = addScaledMatrix(scaledMatrix([1 - tau, 0], rho), [tau, 0], sigma);
		return {
			kind: "mixed",
			name,
			dimensions,
			density: mixed
		};
	};
}
// datasets/quench.ts
/** @file Evolution in real and imaginary time: curves of states under a Hamiltonian that does not change. */
/**
* Quench: the initial state evolves under a Hamiltonian other than its own,
*
*     |ψ(t)⟩ = e^{−iHt} |ψ(0)⟩.
*
* @param initial - state of n qubits
* @param hamiltonian - H, on n qubits; ħ = 1
* @param times - where the curve is sampled; any sign
* @returns the curve; `at` costs about |t|·‖H‖ applications of H, always from t = 0
* @throws {ShapeError} state and Hamiltonian differ in the number of qubits
*/
function quench(initial, hamiltonian, times) {
	return evolution("quench", initial, hamiltonian, times, exponentialAction);
}
/**
* Evolution in imaginary time,
*
*     |ψ(τ)⟩ = e^{−Hτ} |ψ(0)⟩ / ‖e^{−Hτ} |ψ(0)⟩‖,
*
* a steepest descent of the energy; its limit is the ground state, if the initial state overlaps with it.
*
* @param initial - state of n qubits
* @param hamiltonian - H, on n qubits
* @param times - τ, not negative
* @throws {ShapeError} state and Hamiltonian differ in the number of qubits
* @throws {DomainError} a negative time
*/
function imaginaryTime(initial, hamiltonian, times) {
	const negative = times.find((time) => !(time >= 0));
	if (negative !== void 0) throw new DomainError(`imaginaryTime: times ≥ 0 required, got ${negative}`);
	return evolution("imaginary-time", initial, hamiltonian, times, (apply, psi, time) => {
		return imaginaryTimeAction(apply, psi, time).direction;
	});
}
function evolution(name, initial, hamiltonian, times, propagate) {
	const { dimensions } = initial;
	if (dimensions.length !== hamiltonian.qubits || dimensions.some((dimension) => dimension !== 2)) throw new ShapeError(`${name}: a state of ${hamiltonian.qubits} qubits required, got dimensions [${dimensions}]`);
	const apply = pauliSumOperator(hamiltonian);
	return {
		name,
		times,
		at: (time) => ({
			kind: "pure",
			name: `${name}(${time})`,
			dimensions,
			amplitudes: propagate(apply, initial.amplitudes, time)
		})
	};
}
// datasets/times.ts
/** @file The times at which a curve is sampled. */
/** Schema of times in JSON: a list, or {from, to, count}. */
const timesSpec = union([array(number()).min(1), strictObject({
	from: number().default(0).describe("first time"),
	to: number().describe("last time"),
	count: number().int().min(2).max(1e4).describe("number of times, both ends included")
})], { error: "times required: a list of numbers, or {from, to, count}" }).describe("a list of numbers, or {from, to, count} for equal steps, both ends included");
/** The list of times that a specification means. */
function timesOfSpec(spec) {
	if (!("count" in spec)) return spec;
	const { from, to, count } = spec;
	return Array.from({ length: count }, (_, k) => k === count - 1 ? to : from + (to - from) * k / (count - 1));
}
// datasets/curves.ts
/** @file The catalogue of curves of states. */
const quenchOptions = strictObject({
	initial: targetSpec.describe("the state at t = 0, a pure target: {name, …}"),
	hamiltonian: hamiltonianSpec.describe("the Hamiltonian that drives it"),
	times: timesSpec
});
/** Imaginary time has the options of real time; the times must not be negative. */
const imaginaryTimeOptions = quenchOptions;
const adiabaticSweepOptions = strictObject({
	qubits: sizeUpTo(20).describe("number of qubits"),
	from: hamiltonianSpec.describe("Hamiltonian at s = 0"),
	to: hamiltonianSpec.describe("Hamiltonian at s = 1"),
	times: timesSpec.describe("the values of s"),
	seed: number().int().default(1).describe("seed of the start; it matters only where the ground state is degenerate")
});
const interpolationOptions = strictObject({
	from: targetSpec.describe("the state at τ = 0, a target: {name, …}"),
	to: targetSpec.describe("the state at τ = 1"),
	path: _enum(["great-circle", "mixture"]).default("great-circle").describe("mixed states: always a mixture"),
	times: timesSpec.describe("the values of τ, from 0 to 1")
});
const curve$1 = (options, summary, build) => ({
	options,
	build,
	summary
});
/** All curves of states by name. */
const CURVES = {
	quench: curve$1(quenchOptions, "evolution in real time, e^{−iHt}", (o, context) => {
		const initial = pureTarget(o.initial, context);
		return quench(initial, hamiltonianOfSpec(o.hamiltonian, initial.dimensions.length, context), timesOfSpec(o.times));
	}),
	"imaginary-time": curve$1(imaginaryTimeOptions, "evolution in imaginary time, e^{−Hτ}, to the ground state", (o, context) => {
		const initial = pureTarget(o.initial, context);
		return imaginaryTime(initial, hamiltonianOfSpec(o.hamiltonian, initial.dimensions.length, context), timesOfSpec(o.times));
	}),
	"adiabatic-sweep": curve$1(adiabaticSweepOptions, "ground states of (1 − s) H₀ + s H₁", (o, context) => {
		const [from, to] = [o.from, o.to].map((spec) => hamiltonianOfSpec(spec, o.qubits, context));
		return adiabaticSweep(from, to, timesOfSpec(o.times), o.seed);
	}),
	interpolation: curve$1(interpolationOptions, "great circle (or mixture) between two targets", (o, context) => interpolation(targetOfSpec(o.from, context), targetOfSpec(o.to, context), timesOfSpec(o.times), o.path))
};
function pureTarget(spec, context) {
	const state = targetOfSpec(spec, context);
	const pure = asPure(state);
	if (pure !== null) return pure;
	throw new DomainError(`initial: a pure state required, got the ${state.kind} state ${state.name}`);
}
// models/all-to-all.ts
const allToAllOptions = strictObject({
	depth: int().positive().default(1).describe("how many times every pair has a block"),
	block: blockOption
});
/**
* All-to-all circuit: a layer of rotations, then, `depth` times, a block on every pair of qubits. The natural
* family for Nielsen's finite-size-infinite-range metric, where distance does not count.
*
*     ─R─■─■───■─────      R = rotations of the qubit
*     ─R─■─┼─■─┼─■───      ■ = block on the two qubits joined by the line
*     ─R───■─■─┼─┼─■─
*     ─R───────■─■─■─
*
* @param qubits - n ≥ 2
*/
function allToAll(qubits, options = {}) {
	const { depth, block } = allToAllOptions.parse(options);
	const round = complete(qubits).edges.flatMap((pair) => pairWords(block, qubits, pair));
	return parametrised(qubits, [...localLayer(block, qubits), ...Array.from({ length: depth }, () => round).flat()]);
}
// models/empty-circuit.ts
const emptyCircuitOptions = strictObject({ rotations: boolean().default(false).describe("whether each qubit begins with a rotation about Y and one about Z") });
/**
* A circuit without gates, or with one-qubit rotations only: what a growing circuit begins with.
*
* @param qubits - n ≥ 1
*/
function emptyCircuit(qubits, options = {}) {
	const { rotations } = emptyCircuitOptions.parse(options);
	const words = ["Y", "Z"].flatMap((letter) => Array.from({ length: qubits }, (_, q) => place(qubits, { [q]: letter })));
	return parametrised(qubits, rotations ? words : []);
}
// models/hamiltonian-variational.ts
const hamiltonianVariationalOptions = strictObject({
	layers: int().positive().describe("number of times all groups of terms act"),
	groups: _enum(["commuting", "terms"]).default("commuting").describe("commuting: one parameter for each set of commuting terms; terms: one for each term"),
	reference: _enum(["plus", "zero"]).default("plus").describe("product state to start from: |+…+⟩ or |0…0⟩")
});
/**
* Hamiltonian-variational circuit (alternating-operator ansatz): the terms of H are sorted into groups H_g of
* commuting words, and each layer ℓ applies
*
*     Π_g exp(−i θ_{ℓg} H_g / max|c|)
*
* with one parameter for each group. For the transverse-field Ising chain the groups are the ZZ and the X terms.
*
*     ─+─┌─────┐┌─────┐┌─────┐
*     ─+─│e^H_1││e^H_2││e^H_1│ …
*     ─+─└─────┘└─────┘└─────┘
*
* @see Wecker, Hastings & Troyer, Phys. Rev. A 92, 042303 (2015)
*/
function hamiltonianVariational(hamiltonian, options) {
	const { layers, groups, reference } = hamiltonianVariationalOptions.parse(options);
	const terms = hamiltonian.terms.filter(({ word, coefficient }) => /[XYZ]/.test(word) && coefficient !== 0);
	const largest = Math.max(...terms.map(({ coefficient }) => Math.abs(coefficient)));
	const sets = groups === "terms" ? terms.map((term) => [term]) : commutingSets(terms);
	const gates = Array.from({ length: layers }, (_, layer) => sets.map((set, g) => {
		const parameter = layer * sets.length + g;
		return set.map(({ word, coefficient }) => {
			return {
				word,
				angle: {
					parameter,
					scale: 2 * coefficient / largest
				}
			};
		});
	})).flat(2);
	const plus = Array.from({ length: hamiltonian.qubits }, () => ({
		polar: Math.PI / 2,
		azimuth: 0
	}));
	return {
		kind: "circuit",
		qubits: hamiltonian.qubits,
		parameters: layers * sets.length,
		gates,
		...reference === "plus" && { reference: plus }
	};
}
/** Puts each term into the first set with all of which it commutes. */
function commutingSets(terms) {
	const sets = [];
	for (const term of terms) {
		const home = sets.find((set) => set.every(({ word }) => commute(word, term.word)));
		if (home === void 0) sets.push([term]);
		else home.push(term);
	}
	return sets;
}
// models/holographic-code.ts
/** Options of `holographicCode`. */
const holographicCodeOptions = strictObject({
	p: int().min(3).max(16).default(5).describe("sides of a tile"),
	q: int().min(3).max(64).default(4).describe("tiles at a vertex"),
	layers: int().min(0).max(8).default(2).describe("rings of tiles around the central one"),
	inflation: _enum(["edge", "vertex"]).default("edge").describe("a ring is of all tiles that share a side with the patch, or a corner"),
	seed: _enum(SEED_NAMES).default("five-qubit").describe("code or perfect state of each tile"),
	generators: array(string()).min(1).optional().describe("words of another seed, such as XZZXI; a code of p qudits, or a pure state of these and an input"),
	prime: int().min(2).max(65521).default(2).describe("dimension of the qudits of the generators"),
	bulk: _enum([
		"open",
		"zero",
		"centre",
		"black-hole"
	]).default("zero").describe("logical inputs: all open, all |0⟩, only that of the centre open, or the centre left out")
});
/**
* A holographic code as a network of constant stabiliser tensors, see `holographicCode` of `bulkweave/systems/tiling`.
*
*     ■───■        boundary: the sides at the edge of the patch
*    ╱ ╲ ╱ ╲
*   ■───●───■      ● the logical input of the centre, open for 'centre'
*    ╲ ╱ ╲ ╱
*     ■───■
*
* @param own - a seed of the user's; default the seed of the options
* @throws {DomainError} a tiling that is not hyperbolic, or a seed that does not fit it
*/
function holographicCode(options = {}, own) {
	const { generators, prime, seed, ...rest } = holographicCodeOptions.parse(options);
	const group = own ?? (generators === void 0 ? seed : stabiliserGroupOfWords(generators, prime));
	return holographicCode$1({
		...rest,
		seed: group
	}).network;
}
// models/locally-purified-mps.ts
/** Options of `locallyPurifiedMps`. */
const locallyPurifiedMpsOptions = strictObject({
	bond: number().int().min(1).default(4).describe("largest bond dimension χ"),
	purification: number().int().min(1).default(2).describe("dimension of the environment leg of each site")
});
/**
* Locally purified matrix-product state: a mixed state ρ = Tr_environment |ψ⟩⟨ψ|, positive by construction.
*
*     A──A──A──A     sites above, environment legs below, traced out;
*     ┊  ┊  ┊  ┊     legs of A: left, site, environment, right
*
* No bond is larger than the shorter side, environment included, can fill.
*
* @param dimensions - dimension of each site
* @throws {DomainError} no site
* @see Verstraete, García-Ripoll & Cirac, Phys. Rev. Lett. 93, 207204 (2004)
*/
function locallyPurifiedMps(dimensions, options = {}) {
	const { bond, purification } = locallyPurifiedMpsOptions.parse(options);
	const n = dimensions.length;
	if (n === 0) throw new DomainError("locallyPurifiedMps: at least one site required, got none");
	const fill = (sites) => sites.reduce((product, d) => product * d * purification, 1);
	const between = (k) => k > 0 && k < n ? [[`b${k}`, Math.min(bond, fill(dimensions.slice(0, k)), fill(dimensions.slice(k)))]] : [];
	const nodes = dimensions.map((dimension, k) => ({
		id: `A${k}`,
		outputs: [
			...between(k),
			[`s${k}`, dimension],
			[`e${k}`, purification]
		],
		inputs: between(k + 1)
	}));
	const legs = (letter) => dimensions.map((_, k) => `${letter}${k}`);
	return networkOfShapes(nodes, legs("s"), "free", legs("e"));
}
// models/tree-layers.ts
/** Halves the intervals of a register of n qubits until every interval is one qubit: ⌈log₂ n⌉ layers. */
function treeLayers(qubits) {
	const layers = [];
	let intervals = [[0, qubits]];
	while (intervals.some(([start, end]) => end - start > 1)) {
		const halves = intervals.map(([start, end]) => ({
			start,
			end,
			middle: Math.ceil((start + end) / 2)
		}));
		const branchings = halves.flatMap(({ start, end, middle }) => middle < end ? [[start, middle]] : []);
		intervals = halves.flatMap(({ start, end, middle }) => middle < end ? [[start, middle], [middle, end]] : [[start, end]]);
		layers.push({
			branchings,
			active: intervals.map(([start]) => start)
		});
	}
	return layers;
}
// models/mera.ts
const meraOptions = strictObject({
	periodic: boolean().default(false).describe("disentanglers also across the ends of the chain"),
	block: blockOption
});
/**
* Binary MERA of bond dimension 2 as a circuit: at each scale isometries w double the number of sites, then
* disentanglers u act between neighbouring pairs. Time runs from the top (one site) to the boundary.
*
*            w                scale 1
*        ┌───┴───┐
*        w       w            scale 2
*      ┌─┴──┬ ┬──┴─┐
*      │    └u┘    │          u: disentangler between the pairs
*      w    w w    w          scale 3 …
*
* @param qubits - n ≥ 2, not necessarily a power of two
* @see Vidal, Phys. Rev. Lett. 101, 110501 (2008)
*/
function mera(qubits, options = {}) {
	const { periodic, block } = meraOptions.parse(options);
	const pairs = treeLayers(qubits).flatMap(({ branchings, active }) => {
		const neighbours = active.map((site, k) => [site, active[(k + 1) % active.length]]);
		const joined = new Set(branchings.map(String));
		const between = neighbours.filter((pair, k) => !joined.has(String(pair)) && (periodic || k + 1 < active.length));
		return [...branchings, ...active.length > 2 ? between : []];
	});
	return parametrised(qubits, [...localLayer(block, qubits), ...pairs.flatMap((pair) => pairWords(block, qubits, pair))]);
}
// models/network-file.ts
/** Options of `networkFile`: none. */
const networkFileOptions = strictObject({});
/** Most parameters, and largest dimension of a leg: the number of amplitudes of 24 qubits. */
const LARGEST = 2 ** 24;
/** Largest dimension of a leg on three nodes or more: its copy tensors have the third power of it as entries. */
const WIDEST_COPY = 64;
const leg = string().min(1);
const index = number().int().min(0).max(LARGEST);
const size = number().int().min(1).max(LARGEST);
const tensorSource = discriminatedUnion("kind", [
	strictObject({
		kind: literal("constant"),
		interleaved: array(number())
	}),
	strictObject({
		kind: literal("free"),
		offset: index
	}),
	strictObject({
		kind: literal("isometry"),
		offset: index,
		rows: size,
		columns: size
	}),
	strictObject({
		kind: literal("rotation"),
		word: string(),
		angle: union([number(), strictObject({
			parameter: index,
			scale: number().exactOptional()
		})])
	}),
	strictObject({
		kind: literal("stabiliser"),
		prime: size,
		generators: array(array(number().int())).min(1),
		phases: array(number().int()).exactOptional()
	})
]);
/** The JSON form of a tensor network; bulk and environment may be left out. */
const networkFileSchema = strictObject({
	kind: literal("network"),
	parameters: index,
	dimensions: record(leg, size),
	nodes: array(strictObject({
		id: string().min(1),
		legs: array(leg),
		tensor: tensorSource
	})).min(1),
	boundary: array(leg).min(1),
	bulk: array(leg).default([]),
	environment: array(leg).default([])
});
/**
* A network drawn by the user, from the JSON form of the `TensorNetwork` record.
*
*      a ──A──x──B── b      {"kind": "network", "parameters": 16, "dimensions": {"a": 2, "x": 2, "b": 2},
*                            "nodes": [{"id": "A", "legs": ["a", "x"], "tensor": {"kind": "free", "offset": 0}},
*                                      {"id": "B", "legs": ["x", "b"], "tensor": {"kind": "free", "offset": 8}}],
*                            "boundary": ["a", "b"]}
*
* Legs on three or more nodes become explicit copy tensors.
*
* @param json - the parsed file
* @param name - what to call the file in an error
* @throws {DomainError} listing everything that is wrong: first the form of the file, then the network itself
*/
function networkFile(json, options = {}, name = "network file") {
	networkFileOptions.parse(options);
	const parsed = networkFileSchema.safeParse(json);
	if (!parsed.success) throw new DomainError(`${name}: ${issuesText(parsed.error, json)}`);
	const { dimensions } = parsed.data;
	const wide = hyperIndices(parsed.data).filter((name) => dimensions[name] > WIDEST_COPY);
	const mistakes = [...networkMistakes(parsed.data), ...wide.map((name) => `leg '${name}' has more than two ends and needs a dimension of at most ${WIDEST_COPY}`)];
	if (mistakes.length > 0) throw new DomainError(`${name}: ${printable(mistakes.join("; "))}`);
	return withCopyTensors(parsed.data);
}
// models/nielsen-path.ts
const nielsenPathOptions = strictObject({
	slices: int().positive().describe("number K of time slices"),
	order: union([literal(1), literal(2)]).default(2).describe("order of the product formula within a slice; the error falls as 1/K^order"),
	steps: int().positive().default(1).describe("product formulas in each slice, with the same angles")
});
/**
* Nielsen path: every word that the metric allows, in every slice. A path of Hamiltonians H_k = Σ_P h_kP P,
* k = 1 … K, is followed by a product formula, so that training this circuit searches for the geodesic itself.
*
*     first order:   Π_k Π_P exp(−i θ_kP P/2),          h_kP = K θ_kP / 2
*     second order:  the words forwards, then backwards: each parameter acts twice, h_kP = K θ_kP
*
* With several steps the formula is repeated in each slice, every time with a fraction of the angles: the product of
* exponentials exp(−iH_k/K) in the limit of many, which is the path of `stateGeodesic`. Trained with the complexity
* term 'energy', which is #words times the energy of that path, it finds the same path.
*
*     ─┌──────────┐┌──────────┐
*     ─│ all words ││ all words │ …   K slices
*     ─└──────────┘└──────────┘
*
* @param metric - whose controls (words of finite weight) are used
* @see Nielsen, Dowling, Gu & Doherty, Science 311, 1133 (2006)
*/
function nielsenPath(qubits, metric, options) {
	const { slices, order, steps } = nielsenPathOptions.parse(options);
	const { words } = controlWords(metric, qubits);
	const scale = steps === 1 ? {} : { scale: 1 / steps };
	const gates = Array.from({ length: slices * steps }, (_, step) => {
		const first = Math.floor(step / steps) * words.length;
		const forwards = words.map((word, w) => ({
			word,
			angle: {
				parameter: first + w,
				...scale
			}
		}));
		return order === 1 ? forwards : [...forwards, ...forwards.toReversed()];
	}).flat();
	return {
		kind: "circuit",
		qubits,
		parameters: slices * words.length,
		gates
	};
}
// models/projected-entangled-pair-state.ts
/** Options of `projectedEntangledPairState`. */
const projectedEntangledPairStateOptions = strictObject({
	rows: number().int().min(1).max(8).describe("rows of the rectangle"),
	columns: number().int().min(1).max(8).describe("columns of the rectangle; site = row·columns + column"),
	bond: number().int().min(1).default(2).describe("bond dimension of every edge"),
	dimension: number().int().min(2).default(2).describe("dimension of every site")
});
/**
* Projected entangled-pair state on a rectangle, site = row·columns + column.
*
*     T──T──T       every T has a site leg (not drawn) and a bond to each neighbour;
*     │  │  │       legs: up, left, site, right, down
*     T──T──T
*
* Amplitudes exist for some 16 sites; norms are contracted exactly, at a cost that grows as bond^min(rows, columns), or with
* boundaries of bounded bonds (`boundaryLogNorm`).
*
* @see Verstraete & Cirac, arXiv:cond-mat/0407066 (2004)
*/
function projectedEntangledPairState(options) {
	const { rows, columns, bond, dimension } = projectedEntangledPairStateOptions.parse(options);
	const site = (r, c) => r * columns + c;
	const horizontal = (r, c) => c > 0 && c < columns ? [[`h${r}.${c}`, bond]] : [];
	const vertical = (r, c) => r > 0 && r < rows ? [[`v${r}.${c}`, bond]] : [];
	const nodes = [];
	for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) nodes.push({
		id: `T${r}.${c}`,
		outputs: [
			...vertical(r, c),
			...horizontal(r, c),
			[`s${site(r, c)}`, dimension]
		],
		inputs: [...horizontal(r, c + 1), ...vertical(r + 1, c)]
	});
	const boundary = Array.from({ length: rows * columns }, (_, k) => `s${k}`);
	return networkOfShapes(nodes, boundary, "free");
}
// models/stabiliser-circuit.ts
/** Options of `stabiliserCircuit`: none. */
const stabiliserCircuitOptions = strictObject({});
/**
* The circuit of quarter turns that prepares a stabiliser target of qubits, see `circuitOfStabilisers`. Exact, so that
* there is nothing to train; its length is an upper bound of the complexity of the target.
*
*     |0⟩ ─Y─■─────Z─Y─
*     |0⟩ ─Y─■─■───Z───
*     |0⟩ ─Y───■───Z─Y─
*
* @throws {DomainError} the target is no stabiliser state, mixed, or not of qubits
*/
function stabiliserCircuit(target) {
	const group = target === void 0 ? null : stabilisersOf(target);
	if (group === null) throw new DomainError(`stabiliserCircuit: a stabiliser target required, got ${target?.kind ?? "none"}`);
	return circuitOfStabilisers(group);
}
// models/stabiliser-network.ts
/** Options of `stabiliserNetwork`: none. */
const stabiliserNetworkOptions = strictObject({});
/**
* The network of stabiliser tensors of a stabiliser target, see `graphStateNetwork`: a tensor for each site, a bond for
* each edge of the graph state behind it. Exact and without parameters; of any size.
*
*     ●──●──●──●
*     │  │  │  │
*
* @throws {DomainError} the target is no stabiliser state, or mixed
*/
function stabiliserNetwork(target) {
	if (target?.kind !== "stabiliser") throw new DomainError(`stabiliserNetwork: a stabiliser target required, got ${target?.kind ?? "none"}`);
	return graphStateNetwork(target.group, sitesOfState(target));
}
// models/staircase.ts
const staircaseOptions = strictObject({
	depth: int().positive().default(1).describe("number of staircases; bond dimension at most 2^depth"),
	block: blockOption
});
/**
* Staircase circuit: blocks on (0,1), (1,2), … one after another, `depth` times. One staircase makes exactly the
* matrix-product states of bond dimension 2; `depth` of them a subset of bond dimension 2^depth.
*
*     ─R─■────────      R = rotations of the qubit
*     ─R─■─■──────      ■ = block on the bond
*     ─R───■─■────
*     ─R─────■────
*
* @param qubits - n ≥ 2
* @see Schön, Solano, Verstraete, Cirac & Wolf, Phys. Rev. Lett. 95, 110503 (2005)
*/
function staircase(qubits, options = {}) {
	const { depth, block } = staircaseOptions.parse(options);
	const stair = Array.from({ length: qubits - 1 }, (_, q) => pairWords(block, qubits, [q, q + 1])).flat();
	return parametrised(qubits, [...localLayer(block, qubits), ...Array.from({ length: depth }, () => stair).flat()]);
}
// models/tree.ts
const treeOptions = strictObject({
	repeat: int().positive().default(1).describe("blocks in a row on each branching, with nothing between them"),
	block: blockOption
});
/**
* Binary tree circuit (tree tensor network of bond dimension 2): a register is halved again and again, and a
* block joins the first qubits of the two halves, from the widest pair to neighbours. Every block is an isometry
* from one qubit to two, since its second qubit is still in the reference state.
*
*     ─R─■───■───■─      n = 8: (0,4), then (0,2) (4,6), then (0,1) (2,3) (4,5) (6,7)
*     ─R─┼───┼───■─
*     ─R─┼───■───■─      R = rotations of the qubit
*     ─R─┼───────■─      ■ = block on the pair
*     ─R─■───■───■─
*     ─R─────┼───■─
*     ─R─────■───■─
*     ─R─────────■─
*
* @param qubits - n ≥ 2, not necessarily a power of two
* @see Shi, Duan & Vidal, Phys. Rev. A 74, 022320 (2006)
*/
function tree(qubits, options = {}) {
	const { repeat, block } = treeOptions.parse(options);
	const pairs = treeLayers(qubits).flatMap(({ branchings }) => branchings);
	return parametrised(qubits, [...localLayer(block, qubits), ...pairs.flatMap((pair) => Array.from({ length: repeat }, () => pairWords(block, qubits, pair)).flat())]);
}
// models/index.ts
/**
* @file The catalogue of generative networks. Adding a model: one file, its entry here, its price, one test file.
*/
const model = (entry) => entry;
/** The number of qubits, if all sites are qubits; circuits have no others. */
function qubitsOf({ dimensions }) {
	if (dimensions.some((dimension) => dimension !== 2)) throw new ShapeError(`circuit models: sites of dimension 2 required, got [${dimensions}]; use a tensor network`);
	return dimensions.length;
}
const MODELS = {
	brickwall: model({
		summary: "circuit: layers of blocks on alternating bonds of a lattice",
		options: brickwallOptions,
		build: (options, context) => brickwall(qubitsOf(context), options)
	}),
	"all-to-all": model({
		summary: "circuit: a block on every pair of qubits",
		options: allToAllOptions,
		build: (options, context) => allToAll(qubitsOf(context), options)
	}),
	"empty-circuit": model({
		summary: "circuit: no gates yet, for training that grows it",
		options: emptyCircuitOptions,
		build: (options, context) => emptyCircuit(qubitsOf(context), options)
	}),
	staircase: model({
		summary: "circuit: blocks one after another along the chain (matrix-product states)",
		options: staircaseOptions,
		build: (options, context) => staircase(qubitsOf(context), options)
	}),
	tree: model({
		summary: "circuit: binary tree of blocks (tree tensor network of bond dimension 2)",
		options: treeOptions,
		build: (options, context) => tree(qubitsOf(context), options)
	}),
	mera: model({
		summary: "circuit: binary MERA of bond dimension 2, isometries and disentanglers",
		options: meraOptions,
		build: (options, context) => mera(qubitsOf(context), options)
	}),
	"hamiltonian-variational": model({
		summary: "circuit: evolution under the groups of commuting terms of a Hamiltonian in turn",
		options: hamiltonianVariationalOptions.extend({ hamiltonian: hamiltonianSpec.describe("its terms are the gates") }),
		build: ({ hamiltonian, ...options }, context) => hamiltonianVariational(hamiltonianOfSpec(hamiltonian, qubitsOf(context), context), options)
	}),
	"nielsen-path": model({
		summary: "circuit: every word that the metric allows, in every time slice",
		options: nielsenPathOptions,
		build: (options, context) => nielsenPath(qubitsOf(context), context.metric, options)
	}),
	"matrix-product-state": model({
		summary: "tensor network: matrix-product state, open or periodic",
		options: matrixProductStateOptions,
		build: (options, { dimensions }) => matrixProductState(dimensions, options)
	}),
	"tree-tensor-network": model({
		summary: "tensor network: binary tree",
		options: treeTensorNetworkOptions,
		build: (options, { dimensions }) => treeTensorNetwork(dimensions, options)
	}),
	"isometric-mera": model({
		summary: "tensor network: binary MERA of isometries, any bond dimension",
		options: isometricMeraOptions,
		build: (options, { dimensions }) => isometricMera(dimensions.length, options)
	}),
	"projected-entangled-pair-state": model({
		summary: "tensor network: PEPS on a rectangle",
		options: projectedEntangledPairStateOptions,
		build: (options) => projectedEntangledPairState(options)
	}),
	"locally-purified-mps": model({
		summary: "tensor network: matrix-product state with an environment leg at each site, for mixed states",
		options: locallyPurifiedMpsOptions,
		build: (options, { dimensions }) => locallyPurifiedMps(dimensions, options)
	}),
	"stabiliser-circuit": model({
		summary: "circuit: prepares a stabiliser target of qubits exactly, by the graph state behind it; nothing to train",
		options: stabiliserCircuitOptions,
		build: (_, { target }) => stabiliserCircuit(target)
	}),
	"stabiliser-network": model({
		summary: "tensor network: the graph state behind a stabiliser target, a tensor for each site; nothing to train",
		options: stabiliserNetworkOptions,
		build: (_, { target }) => stabiliserNetwork(target)
	}),
	"holographic-code": model({
		summary: "tensor network: stabiliser tensors on a hyperbolic tiling, without parameters",
		options: holographicCodeOptions.extend({ path: string().min(1).optional().describe("file of the generators of the seed: one on each line, or .json") }),
		build: ({ path, ...options }, { read }) => holographicCode(options, path === void 0 ? void 0 : stabiliserGroupOfFile(read(path), path, options.prime).group)
	}),
	"network-file": model({
		summary: "tensor network drawn by the user, from a JSON file",
		options: networkFileOptions.extend({ path: string().describe("JSON file of the network") }),
		build: ({ path, ...options }, { read }) => networkFile(parseJson(read(path), path), options, path)
	})
};
// train/study.ts
/** An entry of the catalogue: the question, and the module that answers it. */
const study = (question, load) => ({
	...question,
	load
});
/**
* The context of a study that begins or is resumed.
*
* @param from - the results of an earlier run
*/
function studyContext(seed, read, from = {}) {
	let finished = from;
	let done = 0;
	function* part(name, until, work) {
		const before = done;
		done = until;
		if (name in finished) return finished[name];
		const span = [before, until];
		yield {
			message: name,
			span,
			progress: 0,
			checkpoint: null
		};
		const begun = work();
		const value = isGenerator(begun) ? yield* steps$1(name, span, begun) : begun;
		finished = {
			...finished,
			[name]: value
		};
		yield {
			message: `${name}: finished`,
			span,
			progress: 1,
			checkpoint: finished
		};
		return value;
	}
	return {
		seed,
		read,
		part
	};
}
function* steps$1(name, span, work) {
	for (;;) {
		const next = work.next();
		if (next.done) return next.value;
		const { message, progress } = next.value;
		yield {
			message: `${name}: ${message}`,
			span,
			progress,
			checkpoint: null
		};
	}
}
const isGenerator = (value) => typeof value === "object" && value !== null && "next" in value && Symbol.iterator in value;
const complexityChart = {
	summary: "product, GHZ, W, cluster, Ising ground states and Haar-random states on one complexity chart",
	options: strictObject({
		qubits: array(int().min(2).max(8)).min(1).default([
			2,
			3,
			4,
			5,
			6
		]).describe("numbers of qubits, ascending"),
		metric: _enum(["all-to-all", "chain"]).default("all-to-all").describe("which pairs may act"),
		localWeight: number().positive().default(1).describe("weight of words of one qubit; words of two weigh 1"),
		slices: slices(),
		starts: starts(2)
	})
};
const continuousMera = {
	summary: "continuous MERA of free fields: the metric along the scale, which length is least, complexity of rings",
	options: strictObject({
		mass: number().positive().max(1).default(.05).describe("mass of the massive fields, in units of the cut-off"),
		beta: number().positive().default(40).describe("inverse temperature of the double, in units of the inverse cut-off"),
		sites: int().min(16).max(1e5).default(1e4).describe("oscillators on the ring whose complexity is found by momenta"),
		ring: int().min(8).max(400).default(128).describe("largest ring on which paths are followed, the others are half as large and so on"),
		reference: number().positive().default(2).describe("frequency of the reference oscillators, in units of the coupling"),
		thermal: int().min(3).max(12).default(6).describe("oscillators of the ring whose simplest purification is found by descent")
	})
};
const evolutionComplexity = {
	summary: "growth and saturation of complexity under an integrable and a chaotic Hamiltonian",
	options: strictObject({
		qubits: int().min(2).max(6).default(4).describe("number of qubits that evolve"),
		field: number().default(1.05).describe("transverse field g; the coupling J is 1"),
		tilt: number().default(.5).describe("longitudinal field h of the chaotic Hamiltonian"),
		until: number().positive().default(4).describe("last time, in units of 1/J"),
		times: int().min(3).max(1e3).default(13).describe("number of times, the first is 0"),
		levels: int().min(4).max(11).default(9).describe("qubits of the chain whose level statistics are shown"),
		haarStates: int().positive().max(1e3).default(3).describe("Haar-random states, for the level of saturation"),
		slices: slices(),
		starts: starts(2, "random starts at each time, in addition to the path of the previous time")
	})
};
const exactMapping = {
	summary: "the exact holographic mapping: which geometry wavelets give to critical, massive, thermal and doubled fermions",
	options: strictObject({
		levels: int().min(8).max(10).default(9).describe("the chain has 2^levels sites, of two modes each"),
		mass: number().min(.06).max(.25).default(.125).describe("of the massive fermion, in units of the inverse lattice spacing; eight times that in two dimensions"),
		beta: number().min(8).max(32).default(16).describe("inverse temperature of the thermal state"),
		side: int().min(3).max(5).default(4).describe("the lattice in two dimensions has 2^side sites along each side")
	})
};
const gateCountFront = {
	summary: "error against number of two-qubit gates: the least number of CNOTs, or of any gates, by search",
	options: strictObject({
		targets: array(strictObject({ state: targetSpec.describe("a state of the targets") }).or(strictObject({ unitary: unitarySpec.describe("a gate of the unitaries") }))).min(1).describe("states { \"state\": … } and unitaries { \"unitary\": … } of at most four qubits"),
		families: array(_enum(["cnot", "su4"])).min(1).default(["cnot", "su4"]).describe("gates that are counted: CNOT, or any two-qubit gate"),
		metric: metricSpec.prefault({ maxRange: "infinite" }).describe("which pairs of qubits may be joined"),
		mostGates: int().nonnegative().default(7).describe("the search ends at this number of gates"),
		starts: starts(6, "random starts at each placement of the gates"),
		mostPlacements: int().nonnegative().default(300).describe("placements up to which all are tried"),
		beam: int().positive().default(12).describe("placements that are extended where there are more")
	})
};
const gaugeInvariance = {
	summary: "local unitaries and permutations: which complexities and geometries they change",
	options: strictObject({
		qubits: int().min(2).max(5).default(3).describe("number of qubits"),
		localWeights: array(number().nonnegative()).min(2).default([
			1,
			.3,
			.1,
			.03,
			0
		]).describe("weights w_1 of words of one qubit, descending; words of two weigh 1"),
		slices: slices(),
		starts: starts(4)
	})
};
const ghzAgainstW = {
	summary: "GHZ against W: complexity, distances, links, loss of a qubit, merging, the ancilla of Fig. 2",
	options: strictObject({
		qubits: array(int().min(3).max(8)).min(1).default([
			3,
			4,
			5,
			6
		]).describe("numbers of qubits, in turn"),
		slices: slices(),
		starts: starts(3)
	})
};
const learnedCode = {
	summary: "do trained circuits, trees, MERA and MPS correct erasures better than random networks on the same graph?",
	options: strictObject({
		qubits: union([
			literal(4),
			literal(8),
			literal(16)
		]).default(8).describe("sites of the states that are learned"),
		bond: union([literal(2), literal(4)]).default(4).describe("largest bond dimension χ of the tensor networks"),
		depth: int().min(1).max(12).default(4).describe("layers of blocks of the circuit"),
		erased: int().min(1).max(4).default(3).describe("most neighbouring sites that are erased"),
		steps: int().positive().max(1e4).default(300).describe("most L-BFGS steps of each training"),
		starts: int().positive().max(100).default(6).describe("most random starts of each training; the best is kept"),
		samples: int().min(2).max(200).default(6).describe("random networks on each graph: Haar, and stabilisers"),
		weights: array(number().positive()).max(8).default([
			.001,
			.003,
			.01,
			.03
		]).describe("penalties λ on the length of the circuit, raised one after another"),
		mera: union([
			literal(16),
			literal(32),
			literal(64)
		]).default(32).describe("sites of the MERA whose leakage is followed from scale to scale"),
		meraSteps: int().positive().max(1e4).default(150).describe("steps of its training on the energy of the critical Ising ring")
	})
};
const lightConesStudy = {
	summary: "how sharp light cones are: Clifford circuits of thousands of qubits, free fermions against Bessel functions, copies and codes",
	options: strictObject({
		qubits: int().min(40).max(4e3).default(2e3).describe("qubits of the Clifford circuit"),
		layers: int().min(2).max(30).default(16).describe("layers of random two-qubit Clifford gates"),
		sites: int().min(60).max(1500).default(1e3).describe("sites of the chain of free fermions"),
		times: array(number().min(0).max(200)).min(1).max(6).default([
			5,
			20,
			50
		]).describe("times of the fermions, in units of the inverse hopping amplitude")
	})
};
const lorentzGenerators = {
	summary: "Lorentz and metric generators of III.C: commutators, slips, penalties on them, compensation of local rotations",
	options: strictObject({
		penalty: number().gt(1).default(10).describe("weight q of a penalised generator; the others weigh 1"),
		combinations: array(_enum(TWO_QUBIT)).default([...TWO_QUBIT]).describe("generators that are penalised, one by one"),
		steps: int().min(2).max(1e3).default(8).describe("steps in which q is raised"),
		localWeights: array(number().positive()).min(2).default([
			1,
			.3,
			.1,
			.03,
			.01
		]).describe("weights of words of one qubit in the compensation, descending; words of two weigh 1")
	})
};
const networkGeometries = {
	summary: "distances and areas in chains, trees and MERA, against mutual information and entropy of gapped and critical states",
	options: strictObject({
		levels: int().min(4).max(9).default(6).describe("levels of the ternary MERA; the networks have 3^levels sites"),
		shallow: int().min(1).max(3).default(2).describe("levels of the MERA of finite range"),
		sites: int().min(64).max(512).default(256).describe("sites of the stretch of the infinite chains"),
		field: number().gt(1).max(4).default(1.1).describe("transverse field of the gapped Ising chain; 1 is critical"),
		beta: number().positive().max(40).default(6).describe("inverse temperature of the thermal critical chain"),
		chain: int().min(24).max(128).default(64).describe("sites of the open critical chain that is swept"),
		bonds: array(int().min(2).max(32)).min(1).max(6).default([
			2,
			4,
			8
		]).describe("bond dimensions of its matrix-product states")
	})
};
const pentagonCode = {
	summary: "a holographic code, or a stabiliser code of your own: distance, weights, entropies, wedges, erasure",
	options: strictObject({
		p: int().min(4).max(8).default(5).describe("sides of a tile"),
		q: int().min(3).max(8).default(4).describe("tiles at a vertex"),
		layers: int().min(1).max(3).default(2).describe("rings of tiles around the central one"),
		seed: _enum(SEED_NAMES).default("five-qubit").describe("code of each tile; it has p sides and an input"),
		path: string().min(1).optional().describe("file of the generators of a code of your own, in place of the tiling; one on each line, or .json"),
		prime: int().min(2).max(65521).default(2).describe("dimension of the qudits of a file of lines"),
		regions: int().min(10).max(3e3).default(160).describe("number of arcs, and of regions of scattered sites"),
		samples: int().min(20).max(1e5).default(1e3).describe("random erasures for each probability")
	})
};
const pluperfect = {
	summary: "bidirectional codes: the boundary as an isometry into the bulk, its gauge conditions, and what stays local",
	options: strictObject({ layers: int().min(1).max(2).default(2).describe("rings of hexagons around the central one, of the tiling {6, 4}") })
};
const randomNetwork = {
	summary: "random tensor networks at finite bond dimension: domain walls, averages of two kinds, two intervals, matter",
	options: strictObject({
		p: int().min(3).max(8).default(5).describe("sides of a tile"),
		q: int().min(3).max(8).default(4).describe("tiles at a vertex; (p − 2)(q − 2) > 4"),
		layers: int().min(1).max(3).default(3).describe("rings of tiles around the central one"),
		digits: int().min(1).max(8).default(2).describe("bonds and legs of dimension 2^digits, where one is chosen"),
		samples: int().min(20).max(1e5).default(200).describe("stabiliser networks drawn on the tiling"),
		dense: int().min(100).max(1e6).default(5e3).describe("networks of Gaussian tensors drawn on small graphs")
	})
};
const redundancy = {
	summary: "what the rest of a geodesic says about a lost segment or a lost direction, against a random path",
	options: strictObject({
		qubits: int().min(2).max(4).default(3).describe("number of qubits; the target is Haar-random"),
		metric: _enum(["all-to-all", "chain"]).default("chain").describe("which pairs may act"),
		samples: int().min(9).max(1e4).default(33).describe("times at which velocities are read"),
		noise: number().positive().default(.001).describe("standard deviation of the noise on velocities read"),
		slices: slices("K, slices of the direct method"),
		starts: starts(3, "random starts of the direct method")
	})
};
const surfaceStates = {
	summary: "states on closed surfaces of a network: entropies of pieces, convexity, dependence on the network, metric",
	options: strictObject({
		layers: int().min(1).max(4).default(3).describe("rings of hexagons around the central one, of the tiling {6, 4}; surfaces lie within all but the last"),
		surfaces: int().min(10).max(5e3).default(120).describe("number of random closed surfaces"),
		qubits: int().min(2).max(4).default(3).describe("qubits of the geodesic, to a Haar-random state on the chain"),
		slices: slices(),
		starts: starts(3)
	})
};
const switchback = {
	summary: "cost of a perturbation of the past: the complexity of exp(iHt) W exp(−iHt) waits before it grows",
	options: strictObject({
		qubits: int().min(2).max(4).default(3).describe("number of qubits on the chain"),
		field: number().default(1.05).describe("transverse field g; the coupling J is 1"),
		tilt: number().default(.5).describe("longitudinal field h; 0 is integrable"),
		until: number().positive().default(1.8).describe("last time, in units of 1/J"),
		times: int().min(4).max(1e3).default(13).describe("number of times, the first is 0"),
		slices: int().min(2).max(256).default(8).describe("K, slices of each path"),
		starts: starts(2, "random starts at each time, in addition to the paths of its neighbours")
	})
};
const teleportation = {
	summary: "teleportation as in Fig. 3: link lengths at each stage, four outcomes, closed loop of geometry",
	options: strictObject({
		inputs: int().positive().max(1e4).default(20).describe("random states to be teleported"),
		slices: slices("K, slices of the shortest path to each stage"),
		starts: starts(3)
	})
};
const topologicalOrder = {
	summary: "topological entropy of the toric code of qudits and of its deformation, what regions know of the code, shallow random circuits",
	options: strictObject({
		size: int().min(10).max(40).default(20).describe("size L of the torus, with 2L² qudits on its edges"),
		primes: array(int().min(2).max(31)).min(1).max(6).default([
			2,
			3,
			5
		]).describe("dimensions of the qudits, primes"),
		scales: array(int().min(2).max(12)).min(1).max(6).default([
			2,
			3,
			5
		]).describe("plaquettes along the side of each quarter of a disk; twice the largest leaves a margin of four to the size"),
		depth: int().min(1).max(12).default(4).describe("layers of the random circuits"),
		circumference: int().min(8).max(18).default(12).describe("greatest circumference of a cylinder of the deformed code, even"),
		tensions: int().min(4).max(200).default(31).describe("number of tensions of the deformed code"),
		samples: int().min(1).max(100).default(6).describe("number of random circuits on each state")
	})
};
// train/studies/unitary-geodesic/options.ts
/** @file Options of the study 'unitary-geodesic'. */
const penalty = number().positive().or(literal("infinite"));
const unitaryGeodesic = {
	summary: "complexity of a gate: geodesics with certificates, as the penalty grows",
	options: strictObject({
		unitary: unitarySpec.describe("the unitary to be made"),
		metric: metricSpec.omit({ penalty: true }).prefault({}).describe("which words are cheap"),
		penalties: array(penalty).min(1).default([
			1,
			4,
			10,
			100,
			"infinite"
		]).describe("weights of all other words, in turn; each search also starts from the previous geodesic"),
		starts: int().nonnegative().max(1e3).default(4).describe("random starts of the direct method at each penalty"),
		slices: int().min(2).max(256).default(8).describe("K, slices of the direct method")
	})
};
const wedges = {
	summary: "causal, greedy and entanglement wedges of a pentagon code, of arcs, of two arcs together, of scattered sites",
	options: strictObject({
		layers: int().min(1).max(3).default(2).describe("rings of pentagons around the central one, of the tiling {5, 4}; 2 give 21 tiles and 55 sites"),
		arcs: int().min(20).max(3e3).default(600).describe("number of arcs, of all lengths, at equal steps"),
		regions: int().min(20).max(5e3).default(300).describe("number of random regions of scattered sites")
	})
};
// train/studies/index.ts
/**
* @file The catalogue of studies and their options. The computation and the words of a study are loaded when it is run.
* Adding one: one folder, one line here, one experiment file, one test file.
*/
const STUDIES = {
	"gate-count-front": study(gateCountFront, () => import("./run-BEzRb6Xv.js")),
	"unitary-geodesic": study(unitaryGeodesic, () => import("./run-BCWFbGC8.js")),
	"ghz-against-w": study(ghzAgainstW, () => import("./run-D0oM-uY3.js")),
	teleportation: study(teleportation, () => import("./run-BsbydwHJ.js")),
	"gauge-invariance": study(gaugeInvariance, () => import("./run-BSDYULOa.js")),
	"lorentz-generators": study(lorentzGenerators, () => import("./run-BI5M_WGO.js")),
	"back-reaction": study(backReaction, () => import("./run-BOopd822.js")),
	redundancy: study(redundancy, () => import("./run-DY29U0LV.js")),
	"size-and-range": study(sizeAndRange, () => import("./run-6boScnlw.js")),
	"complexity-chart": study(complexityChart, () => import("./run-u2I4FJSQ.js")),
	"evolution-complexity": study(evolutionComplexity, () => import("./run-CO2LjGmB.js")),
	"network-geometries": study(networkGeometries, () => import("./run-C7trBmfS.js")),
	"pentagon-code": study(pentagonCode, () => import("./run-CgYgPJ79.js")),
	pluperfect: study(pluperfect, () => import("./run-DcsdBtOZ.js")),
	"continuous-mera": study(continuousMera, () => import("./run-CkuLWUKP.js")),
	switchback: study(switchback, () => import("./run-B2a1x6XW.js")),
	wedges: study(wedges, () => import("./run-BZuDY_t2.js")),
	"light-cones": study(lightConesStudy, () => import("./run-t55x_o5-.js")),
	"surface-states": study(surfaceStates, () => import("./run-DSqnLu8E.js")),
	"exact-mapping": study(exactMapping, () => import("./run-CWSOvM2p.js")),
	"random-network": study(randomNetwork, () => import("./run-BuTVfuGT.js")),
	"learned-code": study(learnedCode, () => import("./run-B3JgBSQr.js")),
	"topological-order": study(topologicalOrder, () => import("./run-BEpOFz05.js"))
};
// train/training-options.ts
/** @file How a network is trained: optimiser, starts, complexity penalty, pruning. */
const learningRate = (rate) => number().positive().default(rate).describe("step length");
/**
* The optimisers. Those named tensorflow-… train float32 tf.Variables with TensorFlow.js' own optimisers; the
* others run in float64. On networks with isometries the float64 ones are Riemannian.
*/
const optimiserOption = discriminatedUnion("name", [
	strictObject({
		name: literal("tensorflow-adam").describe("Adam of TensorFlow.js, in float32"),
		learningRate: learningRate(.02)
	}),
	strictObject({
		name: literal("tensorflow-rmsprop").describe("RMSProp of TensorFlow.js, in float32"),
		learningRate: learningRate(.005)
	}),
	strictObject({
		name: literal("adam").describe("gradients scaled by running means of themselves and of their squares"),
		learningRate: learningRate(.02)
	}),
	strictObject({
		name: literal("rmsprop").describe("gradients scaled by a running mean of their squares"),
		learningRate: learningRate(.005)
	}),
	strictObject({
		name: literal("gradient-descent").describe("against the gradient"),
		learningRate: learningRate(.1)
	}),
	strictObject({
		name: literal("lbfgs").describe("limited-memory BFGS with a line search"),
		memory: int().positive().default(20).describe("pairs remembered")
	}),
	strictObject({ name: literal("conjugate-gradient").describe("nonlinear conjugate gradients with a line search") }),
	strictObject({
		name: literal("natural-gradient").describe("gradient of the Fubini–Study metric"),
		learningRate: learningRate(.5),
		damping: number().positive().default(1e-6).describe("added to the diagonal of the Fubini–Study metric")
	})
]).prefault({ name: "lbfgs" });
/** Each of these numbers names a phase of the training. */
const distinct = array(number().positive()).refine((list) => new Set(list).size === list.length, "different numbers required");
const complexityOption = strictObject({
	term: _enum([
		"length",
		"layered-length",
		"energy",
		"gate-count",
		"bond-entropy",
		"bond-dimension"
	]).optional().describe("complexity; default length for circuits, bond-entropy for tensor networks"),
	weights: distinct.default([]).describe("weights λ, raised one after another"),
	optimiser: optimiserOption.describe("optimiser of the penalty schedule"),
	maxSteps: int().positive().default(300).describe("steps at each weight")
});
const pruneOption = strictObject({
	thresholds: distinct.default([
		.01,
		.03,
		.1
	]).describe("thresholds, tried in turn, below which angles (rad, circuits) or Schmidt weights (networks) are removed"),
	maxSteps: int().positive().default(300).describe("steps of retraining after each removal"),
	tolerance: number().positive().default(10).describe("a removal is kept if the infidelity ends below this times the greater of target and present infidelity")
});
const growOption = strictObject({
	position: _enum(["end", "best"]).default("end").describe("where gates are added: at the end, or where the gradient per cost is largest"),
	mostGates: int().positive().default(100).describe("most gates, including the given ones"),
	maxSteps: int().positive().default(200).describe("steps of retraining after each gate"),
	smallestGradient: number().positive().default(1e-6).describe("slope per cost below which the circuit is on a plateau, which a half turn or a random gate leaves")
});
const trainingOptions = strictObject({
	optimiser: optimiserOption.describe("optimiser of the starts"),
	starts: int().positive().default(4).describe("most random starts"),
	candidates: int().positive().default(1).describe("starts that must reach the target; each is shortened and pruned, and the one of least complexity kept"),
	amplitude: number().positive().default(.5).describe("standard deviation of the initial angles, rad"),
	maxSteps: int().positive().default(1e3).describe("steps of each start"),
	targetInfidelity: number().positive().default(1e-10).describe("infidelity that counts as success"),
	grow: growOption.or(literal(false)).default(false).describe("gates added one by one to the circuit: of all words of the metric that of largest gradient per cost √w"),
	complexity: complexityOption.prefault({}).describe("complexity penalty, after fidelity is reached"),
	prune: pruneOption.or(literal(false)).default(false).describe("removal of gates or bonds that no longer matter"),
	polish: int().nonnegative().default(500).describe("L-BFGS steps in float64 on the infidelity alone, before and after the penalty"),
	patience: int().positive().default(100).describe("number of steps within which the loss must fall by 0.1 %, or the phase ends"),
	checkpointEvery: int().positive().default(100).describe("steps between checkpoints")
});
// train/run/experiment-schema.ts
/** @file The experiment as a schema: everything on which a run depends. It trains a network, or it is a study. */
const geodesicOptions = strictObject({
	slices: int().min(2).multipleOf(2).default(8).describe("number K of slices, even; K/2 is solved first, to judge the convergence"),
	starts: int().positive().default(2).describe("number of random starts"),
	maxSteps: int().positive().default(200).describe("optimiser steps at each weight of the infidelity"),
	sorted: boolean().default(true).describe("mixed states: start from the eigenvalues in descending order, as circuits do; false: from the nearest order"),
	largest: int().positive().default(10).describe("most qubits for which the geodesic is searched for")
});
/** Whether a model is made of blocks, gates on pairs of qubits. */
const hasBlocks = (name) => "block" in MODELS[name].options.shape;
/** Whether there are keys at all: what one key requires of another is then reported even if a third is wrong. */
const isObject = ({ value }) => typeof value === "object" && value !== null;
/** The keys of every experiment. */
const head = {
	name: string().regex(/^[\w.-]+$/).refine((name) => !/^\.+$/.test(name), "a name with a letter or digit; . and .. are folders").describe("name of the run; letters, digits, dot, dash, underscore"),
	seed: int().nonnegative().default(1).describe("seed of all randomness")
};
/** Schema of an experiment that trains a network. */
const experimentSchema = strictObject({
	...head,
	target: chosenFrom(DATASETS).optional().describe("the state to generate"),
	curve: chosenFrom(CURVES).optional().describe("a curve of states, in place of one target"),
	model: chosenFrom(MODELS).describe("the generative network"),
	metric: metricSpec.prefault({}).describe("complexity metric"),
	training: trainingOptions.prefault({}).describe("how the network is trained"),
	geodesic: geodesicOptions.or(literal(false)).prefault({}).describe("geodesic stage; false leaves it out"),
	fisher: boolean().default(true).describe("Fisher information stage"),
	bulk: boolean().default(true).describe("bulk geometry stage"),
	gravity: boolean().default(true).describe("response of the geometry to a disturbance; needs the bulk stage")
}).refine(({ target, curve }) => target !== void 0 || curve !== void 0, {
	message: "a target, or a curve in its place",
	path: ["target"],
	when: isObject
}).refine(({ target, curve }) => target === void 0 || curve === void 0, {
	message: "no curve beside a target: an experiment has one or the other",
	path: ["curve"],
	when: isObject
}).refine(({ metric, training }) => metric.sizeWeights?.[0] !== 0 || training.grow === false, {
	message: "a weight above 0 where gates are added by their gain per cost",
	path: ["metric", "sizeWeights"]
}).refine(({ metric, model }) => metric.maxSize !== 1 || metric.penalty !== "infinite" || !hasBlocks(model.name), {
	message: "2 or more, or a finite penalty, for a model with gates on pairs",
	path: ["metric", "maxSize"]
});
/** Schema of an experiment that is a study. */
const studySchema = strictObject({
	...head,
	study: chosenFrom(STUDIES).describe("the study")
});
const isStudy = (experiment) => "study" in experiment;
// train/training.ts
/** Most steps of each start, to the target, and of each candidate after that, shortening and pruning. */
function stepLimits({ maxSteps, polish, complexity, prune, grow }) {
	const growing = grow === false ? 0 : grow.mostGates * grow.maxSteps;
	const penalties = complexity.weights.length === 0 ? 0 : complexity.weights.length * complexity.maxSteps + polish;
	const pruning = prune === false ? 0 : prune.thresholds.length * prune.maxSteps;
	return {
		start: maxSteps + growing + polish,
		candidate: penalties + pruning
	};
}
// train/run/price.ts
/** Most memory of a run, 8 GiB. */
const MOST_BYTES = 2 ** 33;
/** Most multiplications of a run: a year at 10⁹ per second. */
const MOST_OPERATIONS = 0x6a94d74f430000;
/** Operations per second, for an estimate in words; and those that even the smallest step takes. */
const [SPEED, LEAST$1] = [1e9, 1e5];
/** Number of words of a block: interactions of the pair, rotations of each of its qubits. */
const BLOCK = {
	su4: [3, 3],
	so4: [2, 1],
	ising: [1, 2]
};
/**
* Upper bounds of the costs of an experiment.
*
* @param dimensions - of the target's sites
*/
function pricesOf(experiment, dimensions) {
	const { training, geodesic } = experiment;
	const amplitudes = sizeOf(dimensions.slice(0, 24));
	const states = timesOf(experiment);
	const size = networkSize(experiment, dimensions);
	const pairs = training.optimiser.name === "lbfgs" ? training.optimiser.memory : 0;
	const evaluation = size.contraction > 0 ? 10 * size.contraction : 8 * size.gates * amplitudes;
	const { starts, maxSteps, polish, candidates, complexity, prune, grow } = training;
	const limits = stepLimits(training);
	const steps = starts * limits.start + Math.min(starts, candidates) * limits.candidate;
	const natural = training.optimiser.name === "natural-gradient" ? size.parameters ** 2 : 0;
	const counts = {
		starts,
		maxSteps,
		polish,
		"complexity.maxSteps": complexity.maxSteps,
		...grow && {
			"grow.mostGates": grow.mostGates,
			"grow.maxSteps": grow.maxSteps
		},
		...prune && { "prune.maxSteps": prune.maxSteps }
	};
	const greatest = `training.${Object.entries(counts).reduce((a, b) => b[1] > a[1] ? b : a)[0]}`;
	const prices = [
		{
			path: size.path,
			bytes: 400 * size.gates + 96 * size.parameters,
			operations: evaluation
		},
		{
			path: "training.optimiser.memory",
			bytes: 16 * pairs * size.parameters,
			operations: 0
		},
		{
			path: "training.optimiser",
			bytes: 24 * natural,
			operations: natural * size.parameters
		},
		{
			path: greatest,
			bytes: 0,
			operations: states * steps * (LEAST$1 + evaluation + natural * size.parameters)
		}
	];
	if (geodesic === false || dimensions.length > Math.min(geodesic.largest, 24)) return prices;
	const words = controlCount(experiment, dimensions);
	const numbers = geodesic.slices * words;
	return [
		...prices,
		{
			path: "geodesic.slices",
			bytes: 480 * numbers + 64 * geodesic.slices * amplitudes,
			operations: 0
		},
		{
			path: geodesic.starts > geodesic.maxSteps ? "geodesic.starts" : "geodesic.maxSteps",
			bytes: 0,
			operations: states * 4 * geodesic.starts * geodesic.maxSteps * (LEAST$1 + numbers * amplitudes)
		}
	];
}
/** Everything that costs more than a run may, each with its key; [] if nothing does. */
function priceIssues(experiment, dimensions) {
	return pricesOf(experiment, dimensions).flatMap(({ path, bytes, operations }) => {
		const value = valueAt(experiment, path);
		const received = value === void 0 ? "the default" : JSON.stringify(value);
		if (bytes > MOST_BYTES) return [{
			path,
			expected: `a size with which a run needs at most ${memoryText(MOST_BYTES)}`,
			received: `${received}, which needs about ${memoryText(bytes)}`
		}];
		if (operations > MOST_OPERATIONS) return [{
			path,
			expected: "a number with which a run ends within about a year",
			received: `${received}, which takes about ${timeText(operations / SPEED)}`
		}];
		return [];
	});
}
/** The dimensions of the target's sites as far as its options determine them; null if they are in a file. */
function knownDimensions({ target, curve }) {
	const { name, qubits, spins, rows, columns } = target ?? curve?.initial ?? curve?.from ?? curve ?? {};
	if (name === "aklt" && typeof spins === "number") return new Array(spins).fill(3);
	if (name === "werner") return [2, 2];
	if (name === "bars-and-stripes") return new Array(Number(rows) * Number(columns)).fill(2);
	return typeof qubits === "number" ? new Array((name === "thermofield-double" ? 2 : 1) * qubits).fill(2) : null;
}
function networkSize(experiment, dimensions) {
	const { model, training } = experiment;
	const n = dimensions.length;
	const option = (key) => Number(model[key] ?? 1);
	const circuit = (key, gates) => {
		return {
			path: `model.${key}`,
			gates,
			parameters: gates,
			contraction: 0
		};
	};
	const [interactions, rotations] = BLOCK[model.block ?? "su4"];
	const blocks = (key, count) => circuit(key, n * rotations + count * (interactions + 2 * rotations));
	const bond = option("bond");
	const tensors = (key, entries, contraction = entries * bond) => {
		return {
			path: `model.${key}`,
			gates: 0,
			parameters: 2 * entries,
			contraction
		};
	};
	switch (model.name) {
		case "brickwall": return blocks("depth", option("depth") * Math.floor(n / 2));
		case "all-to-all": return blocks("depth", option("depth") * n * (n - 1) / 2);
		case "staircase": return blocks("depth", option("depth") * (n - 1));
		case "tree": return blocks("repeat", option("repeat") * (n - 1));
		case "mera": return blocks("name", 2 * n);
		case "empty-circuit": return circuit("name", training.grow === false ? 0 : training.grow.mostGates);
		case "hamiltonian-variational": return circuit("layers", option("layers") * 4 * n);
		case "nielsen-path": return circuit("slices", option("slices") * option("steps") * option("order") * controlCount(experiment, dimensions));
		case "matrix-product-state":
		case "locally-purified-mps": return tensors("bond", chainEntries(dimensions.map((d) => d * option("purification")), model));
		case "tree-tensor-network": return tensors("bond", n * Math.min(bond, 2 ** (n / 2)) ** 3);
		case "isometric-mera": return tensors("bond", n * Math.min(bond, 2 ** (n / 2)) ** 4);
		case "projected-entangled-pair-state": {
			const [short, long] = [option("rows"), option("columns")].sort((a, b) => a - b);
			const entries = short * long * option("dimension") * bond ** (short === 1 ? 2 : 4);
			return tensors("bond", entries, entries * bond ** short);
		}
		case "holographic-code": return {
			path: "model.layers",
			gates: ((option("p") - 1) * (option("q") - 1)) ** option("layers") * option("p"),
			parameters: 0,
			contraction: 0
		};
		case "stabiliser-circuit":
		case "stabiliser-network":
		case "network-file": return {
			path: "model",
			gates: 0,
			parameters: 0,
			contraction: 0
		};
	}
}
/** Entries of the tensors of a chain, whose bonds are no larger than a state can fill. */
function chainEntries(dimensions, { bond, boundary }) {
	const filled = (k) => Math.min(sizeOf(dimensions.slice(0, k)), sizeOf(dimensions.slice(k)));
	const at = (k) => boundary === "periodic" ? Number(bond) : Math.min(Number(bond), filled(k));
	return dimensions.reduce((sum, dimension, k) => sum + at(k) * dimension * at(k + 1), 0);
}
/**
* Number of words of finite weight of the metric; 0 where there are too many to list, which the metric itself refuses.
*/
function controlCount({ metric }, dimensions) {
	try {
		const { controls, freeWords } = splitControls(metricOfSpec(metric, dimensions.length), dimensions.length);
		return controls.words.length + freeWords.length;
	} catch (error) {
		if (error instanceof RangeError) return 0;
		throw error;
	}
}
/** Number of states of the experiment. */
function timesOf({ curve }) {
	const times = curve?.times;
	return times === void 0 ? 1 : "count" in times ? times.count : times.length;
}
const valueAt = (experiment, path) => path.split(".").reduce((value, key) => value?.[key], experiment);
function memoryText(bytes) {
	const units = [
		"bytes",
		"KiB",
		"MiB",
		"GiB",
		"TiB",
		"PiB",
		"EiB"
	];
	const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(bytes) / 10)));
	return `${Number((bytes / 1024 ** power).toPrecision(2))} ${units[power]}`;
}
function timeText(seconds) {
	const years = seconds / 315e5;
	if (years < 1) return duration(seconds);
	return years > 1e6 ? "more than a million years" : `${Number(years.toPrecision(2))} years`;
}
// train/run/experiment.ts
/** @file The experiment: one JSON object, checked as a whole, including its cost. */
/**
* Checks an experiment. Never throws: returns either the experiment with all defaults, or every mistake in it; once all
* its parts are right, whatever in it costs more than a run may.
*
* @param json - the parsed file; with a key `study` it is a study
*/
function parseExperiment(json) {
	const parsed = (typeof json === "object" && json !== null && "study" in json ? studySchema : experimentSchema).safeParse(json);
	if (!parsed.success) return { issues: parsed.error.issues.flatMap((issue) => issuesOf(issue, json)) };
	const experiment = parsed.data;
	if (isStudy(experiment)) return { experiment };
	const dimensions = knownDimensions(experiment);
	const issues = dimensions === null ? [] : priceIssues(experiment, dimensions);
	return issues.length === 0 ? { experiment } : { issues };
}
// train/run/run-study.ts
/**
* Carries out the study of an experiment, yielding after every step.
*
* @param from - where an earlier run stopped; the findings are the same as without the interruption
* @throws {ShapeError | DomainError} options do not fit each other, or a file is wrong
*/
async function* runStudy({ study: { name, ...options }, seed }, { read }, from = {}) {
	const { load } = STUDIES[name];
	const { run } = await load();
	return yield* run(options, studyContext(seed, read, from));
}
// src/drawing/colours.ts
/** @file Colours that keep their meaning on light and on dark paper, and for colour-blind readers. */
/** Variables of the style sheet; every drawing names colours by these, with the light value as its fallback. */
const INK = "var(--ink, #1d1f24)";
const MUTED = "var(--muted, #5f636b)";
const FAINT = "var(--faint, #dedad2)";
const PAPER = "var(--paper, #fdfcf9)";
const BLUE = "var(--blue, #0b63a8)";
const VERMILION = "var(--vermilion, #c24a06)";
const GREEN = "var(--green, #0a7f5c)";
const PURPLE = "var(--purple, #8d4a8a)";
const OCHRE = "var(--ochre, #a07000)";
/** Colour of a Pauli letter, the same in every drawing. */
const LETTER_COLOURS = {
	X: VERMILION,
	Y: GREEN,
	Z: BLUE
};
/** Sequential colour of t ∈ [0, 1]: nearly the paper at 0, strongest against it at 1. */
function ramp(t) {
	return `var(--ramp-${Math.round(Math.min(1, Math.max(0, t)) * 23)}, ${rampColour(t, "light")})`;
}
/** Colour of text on the ramp's colour at t. */
function inkOnRamp(t) {
	return t > .5 ? PAPER : INK;
}
/** The ramp's colour at t for one kind of paper, as a hexadecimal triple. */
function rampColour(t, paper) {
	return paper === "light" ? cubehelix(.955 - .78 * t) : cubehelix(.16 + .74 * t);
}
/**
* Diverging colour of t ∈ [−1, 1]: blue below zero, the paper at zero, vermilion above; equally strong against the paper
* for equal |t|, and told apart by readers with any colour vision.
*/
function signedRamp(t) {
	const step = Math.round(Math.min(1, Math.max(-1, t)) * 24);
	return `var(--signed-${step + 24}, ${signedColour(step / 24, "light")})`;
}
/** The diverging colour of t for one kind of paper, as a hexadecimal triple. */
function signedColour(t, paper) {
	const { zero, middle, end } = SIGNED[paper][t < 0 ? "below" : "above"];
	const size = Math.abs(t);
	const [from, to, share] = size < .5 ? [
		zero,
		middle,
		2 * size
	] : [
		middle,
		end,
		2 * size - 1
	];
	return `#${from.map((channel, k) => Math.round(channel + share * (to[k] - channel))).map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
/** Zero, half-way and end of the diverging colours. */
const SIGNED = {
	light: {
		below: {
			zero: [
				246,
				244,
				238
			],
			middle: [
				122,
				174,
				214
			],
			end: [
				11,
				72,
				138
			]
		},
		above: {
			zero: [
				246,
				244,
				238
			],
			middle: [
				236,
				159,
				104
			],
			end: [
				158,
				46,
				4
			]
		}
	},
	dark: {
		below: {
			zero: [
				33,
				36,
				42
			],
			middle: [
				46,
				104,
				158
			],
			end: [
				148,
				206,
				255
			]
		},
		above: {
			zero: [
				33,
				36,
				42
			],
			middle: [
				164,
				84,
				36
			],
			end: [
				255,
				188,
				140
			]
		}
	}
};
/**
* Cubehelix: colours whose perceived brightness grows monotonically with the fraction, so that they also print in grey,
*
*     (R, G, B) = λ + ½hλ(1 − λ)·(M cos φ + N sin φ),   φ = 2π(s/3 + rλ),
*
* here from indigo (dark) through blue to pale green.
*
* @see Green, Bull. Astron. Soc. India 39, 289 (2011)
*/
function cubehelix(lightness) {
	const angle = 2 * Math.PI * (.06 - .3 * lightness);
	const amplitude = 1 * lightness * (1 - lightness) / 2;
	const [c, s] = [Math.cos(angle), Math.sin(angle)];
	return `#${[
		-.14861 * c + 1.78277 * s,
		-.29227 * c - .90649 * s,
		1.97294 * c
	].map((channel) => Math.round(255 * Math.min(1, Math.max(0, lightness + amplitude * channel)))).map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
// src/drawing/markup.ts
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
/** Text escaped for element content and quoted attributes; characters that XML forbids become �. */
function escapeText(text) {
	return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (one) => /[\t\n\r]/.test(one) ? one : "�").replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
/** A coordinate with two decimals, which is finer than a pixel. */
function coordinate(value) {
	return String(Math.round(value * 100) / 100 + 0);
}
/**
* An element with its children, which are markup already: `element('a', { href: '#' }, escapeText(text))`.
* Without children it closes itself (SVG shapes, HTML void elements); '' gives an empty element.
*
* @param name - tag name
* @param attributes - values are escaped; numbers are written with two decimals
* @param children - markup, or a list of pieces of markup
*/
function element(name, attributes = {}, children) {
	const open = `<${name}${Object.entries(attributes).flatMap(([key, value]) => value === void 0 ? [] : [` ${key}="${typeof value === "number" ? coordinate(value) : escapeText(value)}"`]).join("")}`;
	if (children === void 0) return `${open}/>`;
	return `${open}>${typeof children === "string" ? children : children.join("")}</${name}>`;
}
/** A drawing of the given size in pixels, with a title for screen readers. */
function drawing(title, width, height, children) {
	return element("svg", {
		xmlns: "http://www.w3.org/2000/svg",
		viewBox: `0 0 ${coordinate(width)} ${coordinate(height)}`,
		width,
		height,
		role: "img",
		"aria-label": title
	}, children);
}
/** Indices and exponents of a text: h_{P}, e^{iφ}. */
const RAISED = /([_^])\{([^{}]*)\}/g;
/** Text of a page with its indices as subscripts, its exponents as superscripts: h_{P} has the index P. */
function typeset(text) {
	return escapeText(text).replace(RAISED, (_, mark, part) => element(mark === "_" ? "sub" : "sup", {}, part));
}
/** Pixels by which an index stands lower; an exponent stands higher by a negative number of them. */
const SHIFT = {
	_: 3,
	"^": -4
};
/** Text in a drawing, with its indices lowered and its exponents raised. */
function label(x, y, text, attributes = {}) {
	const parts = escapeText(text).split(RAISED);
	let height = 0;
	const moved = (to) => {
		const dy = to - height;
		height = to;
		return dy;
	};
	const spans = parts.map((part, k) => {
		if (k % 3 === 1) return "";
		if (k % 3 === 2) return element("tspan", {
			dy: moved(SHIFT[parts[k - 1]]),
			"font-size": "80%"
		}, part);
		return k === 0 || part === "" ? part : element("tspan", { dy: moved(0) }, part);
	});
	return element("text", {
		x,
		y,
		...attributes
	}, spans);
}
/** The text shown when the pointer rests on the shape. */
function hint(text) {
	return element("title", {}, escapeText(text));
}
// src/drawing/circuit-drawing.ts
/** @file A circuit on its wires: each Pauli rotation is a box on every qubit that it turns. */
const COLUMN = 27;
const WIRE = 32;
const BOX = 21;
const LEFT = 44;
/**
* Each gate in the first column where all wires between its outermost qubits are free: columns are as full as possible,
* and no gate passes one with which it might not commute.
*/
function packed(circuit, theta) {
	const values = Float64Array.from(theta);
	const free = new Int32Array(circuit.qubits);
	return circuit.gates.map(({ word, angle }) => {
		const sites = support(word);
		const [first, last] = [sites[0] ?? 0, sites[sites.length - 1] ?? 0];
		const column = Math.max(...free.subarray(first, last + 1));
		free.fill(column + 1, first, last + 1);
		return {
			word,
			angle: angleAt(angle, values),
			parameter: typeof angle === "number" ? null : angle.parameter,
			column
		};
	});
}
/** Number of columns that the circuit takes when drawn: its depth without regard to crossing wires. */
function columnsOf(gates) {
	return gates.reduce((most, { column }) => Math.max(most, column + 1), 0);
}
/**
* The circuit as SVG, qubit 0 on top, time to the right. The fuller the colour of a box, the greater its angle modulo
* 2π.
*
* @param theta - parameters, radians
* @param limit - gates beyond this number are not drawn; the drawing says so
*/
function circuitDrawing(circuit, theta, limit = 3e3) {
	const gates = packed(circuit.gates.length > limit ? {
		...circuit,
		gates: circuit.gates.slice(0, limit)
	} : circuit, theta);
	const more = circuit.gates.length - gates.length;
	const end = LEFT + COLUMN * columnsOf(gates) + 8;
	const width = Math.max(160, end + 8 + (more > 0 ? 120 : 0));
	const wires = Array.from({ length: circuit.qubits }, (_, qubit) => {
		const y = wireAt(qubit);
		return label(6, y + 4, `q${subscript(qubit)}`, { fill: MUTED }) + element("line", {
			x1: 32,
			x2: Math.max(end, 140),
			y1: y,
			y2: y,
			stroke: MUTED,
			opacity: .55
		});
	});
	const rest = more > 0 ? [label(end + 8, wireAt(0) + 4, `… ${more} more gates`, { fill: INK })] : [];
	return drawing(`Circuit of ${circuit.gates.length} Pauli rotations on ${circuit.qubits} qubits`, width, wireAt(circuit.qubits - 1) + 24, [
		...wires,
		...gates.map(drawGate),
		...rest
	]);
}
const wireAt = (qubit) => 22 + qubit * WIRE;
function drawGate({ word, angle, parameter, column }) {
	const sites = support(word);
	const x = LEFT + column * COLUMN + COLUMN / 2;
	const spread = {
		x1: x,
		x2: x,
		y1: wireAt(sites[0] ?? 0),
		y2: wireAt(sites[sites.length - 1] ?? 0)
	};
	const link = sites.length > 1 ? element("line", {
		...spread,
		stroke: INK,
		"stroke-width": 1.5
	}) : "";
	const strength = Math.abs(Math.sin(angle / 2)) || 0;
	const boxes = sites.map((qubit) => {
		const box = {
			x: x - BOX / 2,
			y: wireAt(qubit) - BOX / 2,
			width: BOX,
			height: BOX,
			rx: 3.5
		};
		const colour = LETTER_COLOURS[word[qubit]] ?? "var(--ink, #1d1f24)";
		return [
			element("rect", {
				...box,
				fill: PAPER
			}),
			element("rect", {
				...box,
				fill: colour,
				"fill-opacity": .08 + .92 * strength,
				stroke: colour
			}),
			label(x, wireAt(qubit) + 4, word[qubit], {
				"text-anchor": "middle",
				fill: strength > .5 ? PAPER : INK,
				class: "gate"
			})
		].join("");
	});
	const where = sites.map((qubit) => `${word[qubit]}${subscript(qubit)}`).join(" ") || "1";
	const source = parameter === null ? "constant" : `parameter θ${subscript(parameter)}`;
	return element("g", {}, [
		hint(`exp(−i a ${where} / 2)\na = ${angleText(angle)}\n${source}`),
		link,
		...boxes
	]);
}
// src/drawing/scale.ts
/** @file Scales: values to pixels, with ticks at round numbers. */
/** Spans below this are rounding: there are no ticks between denormal numbers. */
const TINY = 1e-100;
/** Step of the form {1, 2, 5}·10^k that divides the span into about `count` parts.; 1 if the span is not positive. */
function niceStep(span, count) {
	if (!(span > 0)) return 1;
	const rough = span / Math.max(1, count);
	const power = 10 ** Math.floor(Math.log10(rough));
	const mantissa = rough / power;
	return power * (mantissa < Math.SQRT2 ? 1 : mantissa < Math.sqrt(10) ? 2 : mantissa < Math.sqrt(50) ? 5 : 10);
}
/** Multiples of the step within the domain. */
function niceTicks([low, high], step) {
	const first = Math.ceil(low / step - 1e-9);
	const last = Math.floor(high / step + 1e-9);
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}
/**
* Powers of ten within the domain, every k-th if there are many; over less than two decades also 2 and 5 times them.
*/
function logTicks(domain, count) {
	const low = Math.ceil(Math.log10(domain[0]) - 1e-9);
	const high = Math.floor(Math.log10(domain[1]) + 1e-9);
	const stride = Math.max(1, Math.ceil((high - low + 1) / Math.max(1, count)));
	const powers = Array.from({ length: Math.max(0, high - low + 1) }, (_, k) => low + k);
	const decades = powers.filter((power) => power % stride === 0).map((power) => 10 ** power);
	if (high - low >= 2 || count < 3) return decades;
	const within = (value) => value >= domain[0] * (1 - 1e-9) && value <= domain[1] * (1 + 1e-9);
	return [low - 1, ...powers].flatMap((power) => [
		1,
		2,
		5
	].map((factor) => factor * 10 ** power)).filter(within);
}
/** Scale proportional to the value; the domain is widened to whole ticks. */
function linearScale(values, range, count = 5) {
	const [low, high] = extent(values) ?? [0, 1];
	const size = Math.max(Math.abs(low), Math.abs(high));
	const margin = high - low > 1e-12 * size && high - low > TINY ? 0 : size > TINY ? size / 2 : .5;
	const padded = [low - margin, high + margin];
	const step = niceStep(padded[1] - padded[0], count);
	return linearOn([Math.floor(padded[0] / step + 1e-9) * step, Math.ceil(padded[1] / step - 1e-9) * step], range, count, step);
}
/** Scale proportional to the value on exactly the given domain. */
function linearOn(domain, range, count = 5, step = niceStep(domain[1] - domain[0], count)) {
	const slope = (range[1] - range[0]) / (domain[1] - domain[0]);
	return {
		at: (value) => range[0] + (value - domain[0]) * slope,
		domain,
		ticks: niceTicks(domain, step).map((value) => ({
			value,
			label: brief(value)
		}))
	};
}
/**
* Scale proportional to the logarithm; values that are not positive have no place on it. The domain is whole decades.
*/
function logScale(values, range, count = 6) {
	const [low, high] = extent([...values].filter((value) => value >= 1e-300)) ?? [.1, 1];
	const from = Math.floor(Math.log10(low) + 1e-9);
	const to = Math.max(from + 1, Math.ceil(Math.log10(high) - 1e-9));
	const slope = (range[1] - range[0]) / (to - from);
	const domain = [10 ** from, 10 ** to];
	const marks = logTicks(domain, count);
	const isPlain = marks.every((value) => value >= .99 * PLAIN[0] && value <= 1.01 * PLAIN[1]);
	return {
		at: (value) => range[0] + (Math.log10(value) - from) * slope,
		domain,
		ticks: marks.map((value) => ({
			value,
			label: isPlain ? brief(Number(value.toPrecision(3))) : logLabel(value)
		}))
	};
}
/** Domain from 0, or the least value if that is negative, to the greatest; of length 1 if there is nothing to show. */
function domainFromZero(values) {
	const [low, high] = extent([0, ...values]) ?? [0, 0];
	return [low, high - low > TINY ? high : low + 1];
}
/** Least and greatest of the finite values; null if there are none. */
function extent(values) {
	let low = Infinity;
	let high = -Infinity;
	for (const value of values) {
		if (!Number.isFinite(value)) continue;
		low = Math.min(low, value);
		high = Math.max(high, value);
	}
	return low > high ? null : [low, high];
}
/** A logarithmic axis within these values has decimal numbers; others have powers of ten throughout. */
const PLAIN = [.01, 1e4];
function logLabel(value) {
	const power = Math.floor(Math.log10(value) + 1e-9);
	const mantissa = Math.round(value / 10 ** power);
	if (power === 0) return String(mantissa);
	if (power === 1) return String(10 * mantissa);
	return `${mantissa === 1 ? "" : `${mantissa}·`}10${superscript(power)}`;
}
// src/drawing/axes.ts
/** @file The frame of a chart: axes with units, ticks, grid and legend. */
/** Whether the value has a place on the axis. */
function showable(axis, value) {
	return Number.isFinite(value) && (axis.kind === "linear" || value >= 1e-300);
}
/** The axis's scale for the given values. */
function scaleOf(axis, values, range, count) {
	const all = [...values, ...axis.include ?? []];
	if (axis.kind === "log") return logScale(all, range, count);
	const scale = axis.domain === void 0 ? linearScale(all, range, count) : linearOn(axis.domain, range, count);
	return axis.whole === true ? {
		...scale,
		ticks: scale.ticks.filter(({ value }) => Number.isInteger(value))
	} : scale;
}
/** Grid, ticks and labels. The vertical quantity stands above its axis, so that it reads without turning the head. */
function frame(area, x, y, xLabel, yLabel) {
	const rows = y.ticks.map(({ value, label: text }) => {
		const at = y.at(value);
		return [element("line", {
			x1: area.left,
			x2: area.right,
			y1: at,
			y2: at,
			stroke: FAINT
		}), label(area.left - 8, at + 4, text, {
			"text-anchor": "end",
			fill: MUTED
		})].join("");
	});
	const columns = x.ticks.map(({ value, label: text }) => {
		const at = x.at(value);
		return [element("line", {
			x1: at,
			x2: at,
			y1: area.bottom,
			y2: area.bottom + 5,
			stroke: MUTED
		}), label(at, area.bottom + 19, text, {
			"text-anchor": "middle",
			fill: MUTED
		})].join("");
	});
	const base = {
		x1: area.left,
		x2: area.right,
		y1: area.bottom,
		y2: area.bottom,
		stroke: MUTED
	};
	const names = [label(4, 14, yLabel, { fill: INK }), label(area.right, area.bottom + 38, xLabel, {
		"text-anchor": "end",
		fill: INK
	})];
	return element("g", {}, [
		...rows,
		...columns,
		element("line", base),
		...names
	]);
}
/** One row of entries from the left; the width of text is estimated. */
function legend(entries, left, y) {
	let x = left;
	return element("g", {}, entries.map((entry) => {
		const start = x;
		x += entryWidth(entry);
		return legendMark(entry, start, y) + label(start + 26, y + 4, entry.name, { fill: INK });
	}));
}
/** Height of a row of the legend. */
const LEGEND_ROW = 20;
/** Entries in as many rows as the width asks for, from the top down, and the height that they take. */
function legendRows(entries, { left, width, top }) {
	const rows = [];
	let room = 0;
	for (const entry of entries) {
		if (rows.length === 0 || entryWidth(entry) > room) {
			rows.push([]);
			room = width;
		}
		room -= entryWidth(entry);
		rows.at(-1).push(entry);
	}
	return {
		svg: rows.map((row, k) => legend(row, left, top + (k + .5) * LEGEND_ROW)).join(""),
		height: LEGEND_ROW * rows.length
	};
}
const entryWidth = ({ name }) => 30 + 1.06 * textWidth(name) + 16;
/** Estimated width of text in the drawings' typeface, in pixels. */
function textWidth(text) {
	return 6.3 * [...text].length;
}
function legendMark({ mark, colour, opacity }, x, y) {
	if (mark === "point") return element("circle", {
		cx: x + 11,
		cy: y,
		r: 4,
		fill: colour
	});
	if (mark === "hollow") return element("circle", {
		cx: x + 11,
		cy: y,
		r: 3.6,
		fill: "none",
		stroke: colour,
		"stroke-width": 1.6
	});
	if (mark === "box") return element("rect", {
		x: x + 5,
		y: y - 6,
		width: 12,
		height: 12,
		rx: 2,
		fill: colour,
		"fill-opacity": opacity
	});
	const dash = mark === "dash" ? { "stroke-dasharray": "5 4" } : {};
	const width = mark === "thick" ? 4.2 : 2.2;
	return element("line", {
		x1: x,
		x2: x + 20,
		y1: y,
		y2: y,
		stroke: colour,
		"stroke-width": width,
		...dash
	});
}
// src/drawing/disk-drawing.ts
/** @file The hyperbolic plane as a disk: tiles, their legs, wedges, cuts and points. */
const WIDTH$2 = 560;
const RADIUS = 252;
const CENTRE = {
	x: WIDTH$2 / 2,
	y: 274
};
/** Colours of sets of tiles, of sets of legs, and of lines, in their order. */
const SHADES = [
	{
		colour: BLUE,
		opacity: .18
	},
	{
		colour: BLUE,
		opacity: .44
	},
	{
		colour: OCHRE,
		opacity: .4
	},
	{
		colour: PURPLE,
		opacity: .4
	}
];
const REGIONS = [
	BLUE,
	GREEN,
	PURPLE,
	OCHRE
];
const LINES = [
	VERMILION,
	INK,
	PURPLE,
	GREEN
];
const lineColour = ({ mark }, index) => mark === "dash" ? MUTED : LINES[index % LINES.length];
/** The disk as SVG. Lines become thinner towards the edge, as lengths do. */
function diskDrawing(exhibit) {
	const { places, tiles = [], shades = [], legs = [], regions = [], lines = [], points = [], rings = [] } = exhibit;
	const at = (index) => places[index];
	const below = legendRows(legendOf(exhibit), {
		left: 8,
		width: 552,
		top: 2 * CENTRE.y + 4
	});
	return drawing(exhibit.caption, WIDTH$2, 2 * CENTRE.y + 8 + below.height, [
		element("circle", {
			cx: CENTRE.x,
			cy: CENTRE.y,
			r: RADIUS,
			fill: "none",
			stroke: FAINT,
			"stroke-width": 1
		}),
		...rings.map(ring),
		...shades.map(({ name, tiles: set }, k) => {
			const { colour, opacity } = SHADES[k % SHADES.length];
			return element("path", {
				d: set.filter((tile) => !shades.slice(k + 1).some((later) => later.tiles.includes(tile))).map((tile) => polygon(tiles[tile].map(at))).join(""),
				fill: colour,
				"fill-opacity": opacity
			}, hint(name));
		}),
		...sides(tiles, at),
		legPaths(legs, regions, at),
		...regions.map(({ name, legs: set }, k) => regionArc(set, legs, at, REGIONS[k % REGIONS.length], name)),
		...lines.map((one, k) => drawnLines(one, at, lineColour(one, k))),
		...drawnPoints(points, at),
		below.svg
	]);
}
function legendOf({ shades = [], regions = [], lines = [] }) {
	return [
		...regions.map(({ name }, k) => ({
			name,
			mark: "thick",
			colour: REGIONS[k % REGIONS.length]
		})),
		...shades.map(({ name }, k) => ({
			name,
			mark: "box",
			...SHADES[k % SHADES.length]
		})),
		...lines.map(({ name, mark }, k) => ({
			name,
			mark,
			colour: lineColour({ mark }, k)
		}))
	].filter(({ name }) => name !== "");
}
const pixel = ([x, y]) => `${coordinate(CENTRE.x + RADIUS * x)} ${coordinate(CENTRE.y - RADIUS * y)}`;
/** Height of an arc over its chord, in pixels, below which it is drawn straight. */
const VISIBLE = .04;
/** The geodesic from one point to the next, as a piece of a path that has reached the first. */
function piece(from, to) {
	if (from[0] === to[0] && from[1] === to[1]) return "";
	const { circle } = geodesicArc(from, to);
	if (circle === null) return `L${pixel(to)}`;
	const { centre, radius } = circle;
	const half = Math.hypot(to[0] - from[0], to[1] - from[1]) / 2;
	if (RADIUS * (half * half) < VISIBLE * 2 * radius) return `L${pixel(to)}`;
	const turn = (from[0] - centre[0]) * (to[1] - centre[1]) - (from[1] - centre[1]) * (to[0] - centre[0]);
	const r = coordinate(RADIUS * radius);
	return `A${r} ${r} 0 0 ${turn > 0 ? 0 : 1} ${pixel(to)}`;
}
const segment = (from, to) => `M${pixel(from)}${piece(from, to)}`;
function polygon(corners) {
	const around = corners.map((corner, k) => piece(corner, corners[(k + 1) % corners.length]));
	return `M${pixel(corners[0])}${around.join("")}Z`;
}
/** Widths of the tiles' sides, in pixels, from the centre to the edge. */
const WIDTHS = [
	1.3,
	1,
	.75,
	.55,
	.4
];
/** Each side once, in a path for each width. */
function sides(tiles, at) {
	const drawn = /* @__PURE__ */ new Set();
	const paths = WIDTHS.map(() => "");
	for (const corners of tiles) corners.forEach((a, k) => {
		const b = corners[(k + 1) % corners.length];
		const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
		if (drawn.has(key)) return;
		drawn.add(key);
		const [from, to] = [at(a), at(b)];
		const size = 1 - Math.hypot((from[0] + to[0]) / 2, (from[1] + to[1]) / 2) ** 2;
		const bin = WIDTHS.findIndex((_, step) => size > .4 ** (step + 1));
		paths[bin === -1 ? WIDTHS.length - 1 : bin] += segment(from, to);
	});
	return paths.flatMap((d, k) => d === "" ? [] : [element("path", {
		d,
		fill: "none",
		stroke: MUTED,
		"stroke-width": WIDTHS[k]
	})]);
}
/** Length of the legs, in units of the radius of curvature. */
const LEG = .45;
/** Legs leave their sides at right angles in the middle. */
function legPaths(legs, regions, at) {
	const regionOf = new Map(regions.flatMap(({ legs: set }, k) => set.map((leg) => [leg, k])));
	const paths = /* @__PURE__ */ new Map();
	legs.forEach((leg, k) => {
		const [a, b] = leg.map(at);
		const region = regionOf.get(k);
		const colour = region === void 0 ? MUTED : REGIONS[region % REGIONS.length];
		paths.set(colour, (paths.get(colour) ?? "") + segment(diskMidpoint(a, b), bisectorPoint(a, b, LEG)));
	});
	const width = legs.length > 600 ? .5 : legs.length > 150 ? .8 : 1.2;
	return [...paths].map(([stroke, d]) => element("path", {
		d,
		fill: "none",
		stroke,
		"stroke-width": width
	})).join("");
}
/** Distance of a region's arc from the centre, in radii. */
const OUTSIDE = 1.03;
/** The arcs around the legs of a region, from half-way to the leg before the first to half-way to the leg after the last. */
function regionArc(set, legs, at, stroke, name) {
	const n = legs.length;
	const inside = new Set(set);
	const angle = (leg) => {
		const [a, b] = legs[(leg % n + n) % n].map(at);
		const [x, y] = diskMidpoint(a, b);
		return Math.atan2(y, x);
	};
	const style = {
		fill: "none",
		stroke,
		"stroke-width": 5
	};
	if (inside.size === n) return element("circle", {
		cx: CENTRE.x,
		cy: CENTRE.y,
		r: OUTSIDE * RADIUS,
		...style
	}, hint(name));
	const half = (a, b) => a + ((b - a) % TURN + TURN) % TURN / 2;
	return element("path", {
		d: [...inside].filter((leg) => !inside.has((leg - 1 + n) % n)).map((first) => {
			let last = first;
			while (inside.has((last + 1) % n)) last += 1;
			const from = half(angle(first - 1), angle(first));
			const to = half(angle(last), angle(last + 1));
			const span = ((to - from) % TURN + TURN) % TURN;
			const r = coordinate(OUTSIDE * RADIUS);
			const end = (turn) => pixel([OUTSIDE * Math.cos(turn), OUTSIDE * Math.sin(turn)]);
			return `M${end(from)}A${r} ${r} 0 ${span > Math.PI ? 1 : 0} 0 ${end(to)}`;
		}).join(""),
		...style
	}, hint(name));
}
const TURN = 2 * Math.PI;
function drawnLines({ name, mark, segments, weights }, at, stroke) {
	const style = {
		fill: "none",
		stroke,
		"stroke-linecap": "round",
		...mark === "dash" ? { "stroke-dasharray": "5 4" } : {}
	};
	if (weights === void 0) return element("path", {
		d: segments.map(([a, b]) => segment(at(a), at(b))).join(""),
		...style,
		"stroke-width": mark === "thick" ? 3.4 : 1.8
	}, hint(name));
	const greatest = Math.max(1e-300, ...weights);
	const paths = /* @__PURE__ */ new Map();
	segments.forEach(([a, b], k) => {
		const width = Math.round(14 * weights[k] / greatest) / 2;
		if (width > 0) paths.set(width, (paths.get(width) ?? "") + segment(at(a), at(b)));
	});
	return element("g", style, [hint(name), ...[...paths].map(([width, d]) => element("path", {
		d,
		"stroke-width": width
	}))]);
}
function ring({ distance, name }) {
	const r = RADIUS * Math.tanh(distance / 2);
	return element("circle", {
		cx: CENTRE.x,
		cy: CENTRE.y,
		r,
		fill: "none",
		stroke: FAINT,
		"stroke-dasharray": "2 3"
	}) + label(CENTRE.x, CENTRE.y - r - 4, name, {
		"text-anchor": "middle",
		fill: MUTED,
		class: "halo small"
	});
}
/** Up to this many points carry their names inside. */
const MOST_NAMED = 24;
function drawnPoints(points, at) {
	const few = points.length <= MOST_NAMED;
	const radius = few ? 11 : 5.5;
	const places = points.map(({ at: index }) => {
		const [x, y] = at(index);
		return {
			x: CENTRE.x + RADIUS * x,
			y: CENTRE.y - RADIUS * y
		};
	});
	const last = Math.max(1, points.length - 1);
	return points.map(({ name }, k) => {
		const { x, y } = places[k];
		const t = .15 + .75 * k / last;
		const circle = {
			cx: x,
			cy: y,
			r: radius,
			fill: ramp(t),
			stroke: INK,
			"stroke-width": .9
		};
		const together = places.flatMap((other, j) => Math.hypot(other.x - x, other.y - y) < radius ? [j] : []);
		const names = together.map((j) => points[j].name).join(", ");
		const inside = {
			"text-anchor": "middle",
			fill: inkOnRamp(t),
			"pointer-events": "none"
		};
		if (few) {
			const text = together.length === 1 ? label(x, y + 4, name, inside) : together[0] === k ? label(x + radius + 4, y + radius + 5, names, {
				fill: INK,
				class: "halo"
			}) : "";
			return element("circle", circle, hint(name)) + text;
		}
		const away = Math.hypot(x - CENTRE.x, y - CENTRE.y) || 1;
		const [u, v] = [x - 17 * (x - CENTRE.x) / away, y - 17 * (y - CENTRE.y) / away];
		const text = k % 8 === 0 ? label(u, v + 4, name, {
			"text-anchor": "middle",
			fill: INK,
			class: "halo"
		}) : "";
		return element("circle", circle, hint(name)) + text;
	});
}
// src/drawing/figure.ts
/** @file The pieces of the page's prose: figures with captions, sections, tables of facts. */
/**
* A drawing with its caption; the style sheet numbers it.
*
* @param svg - markup
* @param caption - plain text; a first sentence that names the figure is set in bold
*/
function figure(svg, caption, width = "half") {
	return captioned(element("div", { class: "canvas" }, svg), caption, width);
}
/** Anything with a caption, numbered as a figure, or as a table if it is one; see `figure`. */
function captioned(body, caption, width) {
	const [name, ...rest] = caption.split(". ");
	const text = rest.length === 0 ? element("strong", {}, typeset(caption)) : `${element("strong", {}, typeset(`${name}.`))} ${typeset(rest.join(". "))}`;
	return element("figure", { class: width }, [body, element("figcaption", {}, text)]);
}
/** A section with its heading. */
function section(title, ...content) {
	return element("section", {}, [element("h2", {}, escapeText(title)), ...content]);
}
/** Figures side by side where the page is wide enough. */
function figures(...content) {
	return element("div", { class: "figures" }, content);
}
/** A paragraph of plain text. */
function paragraph(text, style) {
	return element("p", { class: style }, typeset(text));
}
/** Facts in a table of two columns. */
function table(rows) {
	return element("table", {}, [element("tbody", {}, rows.map(([name, value]) => element("tr", {}, [element("th", { scope: "row" }, typeset(name)), element("td", {}, typeset(value))])))]);
}
// src/drawing/heat-map.ts
/** @file A matrix as coloured squares, with the colours' scale beside it. */
/** The map as SVG; the colour scale runs from 0 (or the least entry, if that is negative) to the greatest entry. */
function heatMap(map) {
	const { width = 460, rows, columns, aspect = 1 } = map;
	const left = 34 + (map.nameClass === "word" ? 8.4 : 6.6) * Math.max(2, ...rows.map((name) => [...name].length));
	const cell = Math.min(54, (width - left - 84) / Math.max(1, columns.length));
	const [cellHeight, top] = [cell * aspect, 30];
	const bottom = top + cellHeight * rows.length;
	const [low, high] = domainFromZero([...map.values.flat(), map.greatest ?? null].filter((value) => value !== null));
	const cells = map.values.flatMap((row, i) => row.map((value, j) => {
		const box = {
			x: left + j * cell,
			y: top + i * cellHeight,
			width: cell,
			height: cellHeight
		};
		const place = `${map.rowsLabel} ${rows[i]}, ${map.columnsLabel} ${columns[j]}`;
		if (value === null || !Number.isFinite(value)) return absent(box, `${place}: none`);
		const t = (value - low) / (high - low);
		const title = hint(`${place}: ${significant(value, 4)}`);
		const text = cell >= 38 && cellHeight >= 20 && 6 * significant(value, 2).length < cell ? entry(box, value, t) : "";
		return element("rect", {
			...box,
			fill: ramp(t)
		}, title) + text;
	}));
	const every = (count, size) => Math.max(1, Math.ceil(count * 16 / Math.max(1, size)));
	const [rowStride, columnStride] = [every(rows.length, bottom - top), every(columns.length, cell * columns.length * .7)];
	const rowNames = rows.map((name, i) => i % rowStride === 0 ? label(left - 7, top + (i + .5) * cellHeight + 4, name, {
		"text-anchor": "end",
		fill: MUTED,
		class: map.nameClass
	}) : "");
	const columnNames = columns.map((name, j) => j % columnStride === 0 ? label(left + (j + .5) * cell, bottom + 17, name, {
		"text-anchor": "middle",
		fill: MUTED
	}) : "");
	const names = [label(4, 14, map.rowsLabel, { fill: INK }), label(left + cell * columns.length, bottom + 36, map.columnsLabel, {
		"text-anchor": "end",
		fill: INK
	})];
	const right = left + cell * columns.length;
	const bar = colourBar([low, high], right + 18, top, Math.max(60, bottom - top));
	const caption = label(right + 18 + 14, 14, map.quantity, {
		"text-anchor": "end",
		fill: INK
	});
	const height = Math.max(bottom, top + 60) + 46;
	return drawing(map.title, width, height, [
		...cells,
		...rowNames,
		...columnNames,
		...names,
		bar,
		caption
	]);
}
/** The colours with their values, from bottom to top. */
function colourBar(domain, x, top, height) {
	const parts = 48;
	const scale = linearOn(domain, [top + height, top], Math.max(2, Math.round(height / 55)));
	const stripes = Array.from({ length: parts }, (_, k) => {
		return element("rect", {
			x,
			y: top + height * (1 - (k + 1) / parts),
			width: 14,
			height: height / parts + .6,
			fill: ramp((k + .5) / parts)
		});
	});
	const ticks = scale.ticks.map(({ value, label: text }) => label(x + 19, scale.at(value) + 4, text, { fill: MUTED }));
	return element("g", {}, [...stripes, ...ticks]);
}
function entry(box, value, t) {
	const place = {
		"text-anchor": "middle",
		fill: inkOnRamp(t),
		class: "small",
		"pointer-events": "none"
	};
	return label(box.x + box.width / 2, box.y + box.height / 2 + 4, significant(value, 2), place);
}
function absent(box, text) {
	const cross = {
		x1: box.x,
		y1: box.y + box.height,
		x2: box.x + box.width,
		y2: box.y,
		stroke: FAINT
	};
	return element("g", {}, [
		hint(text),
		element("rect", {
			...box,
			fill: "none",
			stroke: FAINT
		}),
		element("line", cross)
	]);
}
// src/drawing/graph-drawing.ts
/** @file A graph with given places: nodes coloured by a quantity, edges as wide as another. */
/** The graph as SVG. Colours run from 0 to the greatest value. */
function graphDrawing(graph) {
	const [low, greatest] = domainFromZero(graph.nodes.flatMap(({ colour }) => typeof colour === "number" ? [colour] : []));
	const edges = graph.edges.map((edge) => {
		const stroke = {
			fill: "none",
			stroke: edge.colour,
			"stroke-width": edge.width,
			"stroke-linecap": "round"
		};
		const { from, to, bend = 0 } = edge;
		return element("path", {
			d: curve(from, to, bend),
			...stroke
		}, hint(edge.hint));
	});
	const nodes = graph.nodes.map(({ x, y, radius, colour, hint: text }) => {
		const t = typeof colour === "number" && Number.isFinite(colour) ? (colour - low) / (greatest - low) : 0;
		return element("circle", {
			cx: x,
			cy: y,
			r: radius,
			fill: typeof colour === "number" ? ramp(t) : colour,
			stroke: INK,
			"stroke-width": .9
		}, hint(text));
	});
	const scale = graph.quantity === void 0 ? [] : [label(graph.width - 4, 14, graph.quantity, {
		"text-anchor": "end",
		fill: INK
	}), colourBar([low, greatest], graph.width - 62, 30, Math.min(180, graph.height - 60))];
	return drawing(graph.title, graph.width, graph.height, [
		...graph.underlay ?? [],
		...edges,
		...nodes,
		...scale,
		...graph.labels ?? []
	]);
}
function curve(from, to, bend) {
	const round = (value) => Math.round(value * 100) / 100;
	const start = `M${round(from.x)} ${round(from.y)}`;
	if (bend === 0) return `${start}L${round(to.x)} ${round(to.y)}`;
	const [dx, dy] = [to.x - from.x, to.y - from.y];
	const chord = Math.hypot(dx, dy) || 1;
	const x = (from.x + to.x) / 2 + 2 * bend * dy / chord;
	const y = (from.y + to.y) / 2 - 2 * bend * dx / chord;
	return `${start}Q${round(x)} ${round(y)} ${round(to.x)} ${round(to.y)}`;
}
// src/drawing/layer-map.ts
/** @file Values by layer and place: rows of different lengths over one width, signs as two colours. */
const WIDTH$1 = 560;
/**
* The map as SVG. If a value is negative the colours run from −m over the paper at 0 to m, m the greatest modulus; else
* from 0 to the greatest value.
*/
function layerMap({ caption, quantity, rowsLabel, columnsLabel, rows }) {
	const left = 30 + 6.6 * Math.max(2, ...rows.map(({ name }) => [...name].length));
	const right = 488;
	const [top, height] = [30, Math.min(38, Math.max(16, 300 / Math.max(1, rows.length)))];
	const bottom = top + height * rows.length;
	const scale = colourScale(rows.flatMap(({ values }) => values.filter((value) => value !== null)));
	const cells = rows.map(({ name, values }, k) => {
		const width = (right - left) / Math.max(1, values.length);
		const row = values.map((value, place) => {
			const box = {
				x: left + place * width,
				y: top + k * height + .5,
				width: width + .25,
				height: height - 1
			};
			const text = `${rowsLabel} ${name}, ${columnsLabel} ${place}: `;
			if (value === null || !Number.isFinite(value)) return element("rect", {
				...box,
				fill: "none",
				stroke: FAINT,
				"stroke-width": .5
			}, hint(`${text}none`));
			return element("rect", {
				...box,
				fill: scale.colour(value)
			}, hint(text + significant(value, 4)));
		});
		return label(left - 7, top + (k + .5) * height + 4, name, {
			"text-anchor": "end",
			fill: MUTED
		}) + row.join("");
	});
	const frame = {
		x: left,
		y: top,
		width: right - left,
		height: bottom - top,
		fill: "none",
		stroke: FAINT
	};
	return drawing(caption, WIDTH$1, Math.max(bottom, top + 90) + 34, [
		label(4, 14, rowsLabel, { fill: INK }),
		label(556, 14, quantity, {
			"text-anchor": "end",
			fill: INK
		}),
		...cells,
		element("rect", frame),
		label(right, bottom + 20, columnsLabel, {
			"text-anchor": "end",
			fill: INK
		}),
		bar(scale, 506, top, Math.max(90, bottom - top))
	]);
}
function colourScale(values) {
	const finite = values.filter(Number.isFinite);
	if (finite.some((value) => value < 0)) {
		const most = finite.reduce((sum, value) => Math.max(sum, Math.abs(value)), 0);
		return {
			domain: [-most, most],
			colour: (value) => signedRamp(value / most)
		};
	}
	const [low, high] = domainFromZero(finite);
	return {
		domain: [low, high],
		colour: (value) => ramp((value - low) / (high - low))
	};
}
/** The colours with their values, from bottom to top. */
function bar({ domain, colour }, x, top, height) {
	const parts = 49;
	const [low, high] = domain;
	const stripes = Array.from({ length: parts }, (_, k) => {
		const y = top + height * (1 - (k + 1) / parts);
		const value = low + (high - low) * (k + .5) / parts;
		return element("rect", {
			x,
			y,
			width: 14,
			height: height / parts + .6,
			fill: colour(value)
		});
	});
	const { ticks, at } = linearOn(domain, [top + height, top], Math.max(2, Math.round(height / 55)));
	const marks = ticks.map(({ value, label: text }) => label(x + 19, at(value) + 4, text, { fill: MUTED }));
	return element("g", {}, [...stripes, ...marks]);
}
// src/drawing/line-chart.ts
/** @file Curves and points over two axes. */
/** The chart as SVG. Data without a place on the axes (not finite, not positive on a log axis) are left out. */
function lineChart(chart) {
	const { width = 640, height = 320, series, bands = [], levels = [] } = chart;
	const shown = series.map((one) => ({
		...one,
		data: one.data.filter(({ x, y }) => showable(chart.x, x) && showable(chart.y, y))
	}));
	const named = shown.filter(({ name }) => name !== "");
	const above = legendRows(named.length > 1 ? named.map(legendEntry) : [], {
		left: 54,
		width: width - 54,
		top: 24
	});
	const area = {
		left: 58,
		top: 30 + above.height + (bands.length > 0 ? 16 : 0),
		right: width - 14,
		bottom: height - 48
	};
	const data = shown.flatMap((one) => one.data);
	const lines = levels.filter(({ y }) => showable(chart.y, y));
	const ys = [...data.map((datum) => datum.y), ...lines.map(({ y }) => y)];
	const xs = chart.diagonal === void 0 ? data.map((datum) => datum.x) : ys.concat(data.map((datum) => datum.x));
	const x = scaleOf(chart.x, xs, [area.left, area.right], Math.round((area.right - area.left) / 90));
	const y = scaleOf(chart.y, chart.diagonal === void 0 ? ys : xs, [area.bottom, area.top], Math.round((area.bottom - area.top) / 44));
	return drawing(chart.title, width, height, [
		...bands.map((band, k) => drawBand(band, k, x, area)),
		frame(area, x, y, chart.x.label, chart.y.label),
		chart.diagonal === void 0 ? "" : drawDiagonal(chart.diagonal, x, y),
		...lines.map((level) => drawLevel(level.y, level.name, y, area, pixelsOf(shown, x, y))),
		...shown.map((one, k) => drawSeries(one, x, y, 3.8 + RING * hollowBefore(shown, k))),
		above.svg
	]);
}
const legendEntry = ({ name, colour, mark }) => ({
	name,
	colour,
	mark: mark === "points" ? "point" : mark === "line-and-points" ? "line" : mark
});
/** Pixels by which the circles of a hollow series are wider than those of the one before, so that both are seen. */
const RING = 2.4;
const hollowBefore = (series, index) => series[index].mark === "hollow" ? series.slice(0, index).filter(({ mark }) => mark === "hollow").length : 0;
function drawSeries({ colour, mark, data }, x, y, radius) {
	const path = data.map((datum, k) => `${k === 0 ? "M" : "L"}${coordinate(x.at(datum.x))} ${coordinate(y.at(datum.y))}`);
	const stroke = {
		fill: "none",
		stroke: colour,
		"stroke-width": 1.8,
		"stroke-linejoin": "round"
	};
	const line = path.length > 1 && (mark === "line" || mark === "dash" || mark === "line-and-points") ? element("path", {
		d: path.join(""),
		...stroke,
		"stroke-dasharray": mark === "dash" ? "6 4" : void 0
	}) : "";
	if (!(mark === "line" || mark === "dash" ? data.length === 1 : true)) return line;
	return line + data.map((datum) => {
		const own = datum.colour ?? colour;
		const paint = mark === "hollow" ? {
			fill: "none",
			stroke: own,
			"stroke-width": 1.6,
			"pointer-events": "all"
		} : {
			fill: own,
			stroke: PAPER
		};
		return element("circle", {
			cx: x.at(datum.x),
			cy: y.at(datum.y),
			r: radius,
			...paint
		}, datum.hint === void 0 ? "" : hint(datum.hint));
	}).join("");
}
/** Points along all curves, some eight pixels from each other. */
function pixelsOf(series, x, y) {
	return series.flatMap(({ data }) => data.flatMap((datum, k) => {
		const before = data[Math.max(0, k - 1)];
		const [px, py] = [x.at(datum.x), y.at(datum.y)];
		const [dx, dy] = [x.at(before.x) - px, y.at(before.y) - py];
		const count = Math.max(1, Math.ceil(Math.hypot(dx, dy) / 8));
		return Array.from({ length: count }, (_, s) => [px + s / count * dx, py + s / count * dy]);
	}));
}
/** A level with its name, at the end of the line and on the side of it where the fewest points lie. */
function drawLevel(value, name, y, area, pixels) {
	const at = y.at(value);
	const line = {
		x1: area.left,
		x2: area.right,
		y1: at,
		y2: at,
		stroke: MUTED,
		"stroke-dasharray": "2 3"
	};
	const width = textWidth(name);
	const places = [-6, 15].flatMap((dy) => [area.left + 8, area.right - 8 - width].map((left) => ({
		left,
		dy
	})));
	const covered = ({ left, dy }) => pixels.filter(([px, py]) => px > left - 6 && px < left + width + 6 && py > at + dy - 15 && py < at + dy + 6).length + (at + dy > area.bottom - 2 ? Infinity : 0);
	const { left, dy } = places.reduce((best, place) => covered(place) < covered(best) ? place : best);
	return element("line", line) + label(left, at + dy, name, {
		fill: MUTED,
		class: "halo"
	});
}
function drawDiagonal(name, x, y) {
	const [low, high] = x.domain;
	const line = {
		x1: x.at(low),
		y1: y.at(low),
		x2: x.at(high),
		y2: y.at(high),
		stroke: MUTED,
		"stroke-dasharray": "2 3"
	};
	const place = {
		"text-anchor": "end",
		fill: MUTED,
		class: "halo"
	};
	return element("line", line) + label(x.at(high) - 12, y.at(high) + 18, name, place);
}
function drawBand(band, index, x, area) {
	const [left, right] = [x.at(band.from), x.at(band.to)];
	const size = {
		x: left,
		y: area.top,
		width: Math.max(0, right - left),
		height: area.bottom - area.top
	};
	const shade = index % 2 === 0 ? [] : [element("rect", {
		...size,
		fill: FAINT,
		opacity: .45
	})];
	const name = textWidth(band.name) < right - left - 6 ? [label(left + 4, area.top - 5, band.name, {
		fill: MUTED,
		class: "small"
	})] : [];
	return element("g", {}, [
		hint(band.name),
		...shade,
		...name
	]);
}
// src/drawing/scale-drawing.ts
/** @file A network by scale: the boundary below, coarser tensors above, a cone shaded and a quantity as colour. */
const MARGIN = 22;
const ROW = 46;
/** The network as SVG: 560 pixels wide, twice that for more than 24 sites. */
function scaleDrawing(exhibit) {
	const { caption, sites, ring = false, nodes, bonds, legs, cone, region, quantity } = exhibit;
	const width = sites > 24 ? 1120 : 560;
	const left = MARGIN;
	const right = width - MARGIN - (quantity === void 0 ? 0 : 62);
	const unit = (right - left) / Math.max(1, sites);
	const deepest = Math.max(1, ...nodes.map(({ depth }) => depth));
	const bottom = 24 + ROW * deepest + 10;
	const frame = {
		x: (site) => left + (site + .5) * unit,
		y: (depth) => bottom - ROW * depth,
		left,
		right,
		around: ring ? sites : Infinity
	};
	const domain = domainFromZero(nodes.flatMap(({ value }) => value == null || !Number.isFinite(value) ? [] : [value]));
	const sizes = sizeByDepth(nodes, unit);
	const below = legendRows([...region === void 0 ? [] : [{
		name: region.name,
		mark: "thick",
		colour: GREEN
	}], ...cone === void 0 ? [] : [{
		name: cone.name,
		mark: "box",
		colour: BLUE,
		opacity: CONE
	}]], {
		left: 8,
		width: width - 8,
		top: bottom + 26
	});
	const wires = bonds.map(([a, b]) => wire(spot(nodes[a]), spot(nodes[b]), frame));
	const ends = legs.map(([node, site]) => wire(spot(nodes[node]), [site, 0], frame));
	return drawing(caption, width, bottom + 30 + below.height, [
		cone === void 0 ? "" : coneShade(exhibit, new Set(cone.nodes), frame),
		element("path", {
			d: [...wires, ...ends].join(""),
			fill: "none",
			stroke: MUTED,
			"stroke-width": 1.1
		}),
		...nodes.map((node) => drawnNode(node, sizes.get(node.depth), domain, quantity, frame)),
		...(region?.sites ?? []).map((site) => marked(site, unit, frame)),
		siteNames(sites, frame),
		...quantity === void 0 ? [] : [label(width - 4, 14, quantity, {
			"text-anchor": "end",
			fill: INK
		}), colourBar(domain, right + 24, 28, Math.min(180, bottom - 30))],
		below.svg
	]);
}
const spot = ({ site, depth }) => [site, depth];
/** A straight line; one that is shorter around the ring leaves at one side and comes back at the other. */
function wire([a, from], [b, to], { x, y, left, right, around }) {
	const at = (site, depth) => `${coordinate(x(site))} ${coordinate(y(depth))}`;
	if (Math.abs(a - b) <= around / 2) return `M${at(a, from)}L${at(b, to)}`;
	const shift = a < b ? -around : around;
	const side = a < b ? left : right;
	const height = coordinate(y(from + (side - x(a)) / (x(b + shift) - x(a)) * (to - from)));
	return `M${at(a, from)}L${coordinate(side)} ${height}M${coordinate(left + right - side)} ${height}L${at(b, to)}`;
}
/** Strength of the shade of a cone. */
const CONE = .18;
/** The bonds within the set as broad strokes, all of one shade. */
function coneShade({ nodes, bonds, legs, region }, inside, frame) {
	const below = new Set(region?.sites ?? []);
	const d = [...bonds.filter(([a, b]) => inside.has(a) && inside.has(b)).map(([a, b]) => [spot(nodes[a]), spot(nodes[b])]), ...legs.filter(([node, site]) => inside.has(node) && below.has(site)).map(([node, site]) => [spot(nodes[node]), [site, 0]])].map(([a, b]) => wire(a, b, frame)).join("");
	return element("g", { opacity: CONE }, element("path", {
		d,
		fill: "none",
		stroke: BLUE,
		"stroke-width": 30,
		"stroke-linecap": "round",
		"stroke-linejoin": "round"
	}));
}
/** Half the size of the nodes of each depth: what their distances leave room for. */
function sizeByDepth(nodes, unit) {
	const depths = [...new Set(nodes.map(({ depth }) => depth))];
	return new Map(depths.map((depth) => {
		const sorted = nodes.filter((node) => node.depth === depth).map(({ site }) => site).sort((a, b) => a - b);
		const gaps = sorted.slice(1).map((site, k) => site - sorted[k]);
		return [depth, Math.min(10, Math.max(2, .34 * unit * Math.min(...gaps, 1e9)))];
	}));
}
function drawnNode({ name, shape, site, depth, value }, size, [low, high], quantity, { x, y }) {
	const [cx, cy] = [x(site), y(depth)];
	const known = quantity !== void 0 && value != null && Number.isFinite(value);
	const paint = {
		fill: known ? ramp((value - low) / (high - low)) : PAPER,
		stroke: INK,
		"stroke-width": 1
	};
	const text = hint(known ? `${name}: ${quantity} ${significant(value, 4)}` : name);
	if (shape === "disentangler") return element("rect", {
		x: cx - size,
		y: cy - .72 * size,
		width: 2 * size,
		height: 1.44 * size,
		rx: 1.5,
		...paint
	}, text);
	if (shape === "tensor") return element("circle", {
		cx,
		cy,
		r: .85 * size,
		...paint
	}, text);
	const corner = (dx, dy) => `${coordinate(cx + dx * size)} ${coordinate(cy + dy * size)}`;
	return element("path", {
		d: `M${corner(0, -.95)}L${corner(1.1, .8)}L${corner(-1.1, .8)}Z`,
		...paint,
		"stroke-linejoin": "round"
	}, text);
}
function marked(site, unit, { x, y }) {
	const at = y(0);
	const half = unit / 2 + .2;
	return element("line", {
		x1: x(site) - half,
		x2: x(site) + half,
		y1: at,
		y2: at,
		stroke: GREEN,
		"stroke-width": 5
	});
}
/** Names of some sites below the boundary. */
function siteNames(sites, { x, y, left, right }) {
	const stride = Math.max(1, 2 ** Math.ceil(Math.log2(22 * sites / (right - left))));
	return element("g", {}, Array.from({ length: Math.ceil(sites / stride) }, (_, k) => label(x(k * stride), y(0) + 17, String(k * stride), {
		"text-anchor": "middle",
		fill: MUTED,
		class: "small"
	})));
}
// src/drawing/tower-drawing.ts
/** @file A tower of levels: spectra beside each other, against the lines where theory has them. */
const WIDTH = 560;
const HEIGHT = 430;
const COLOURS$1 = [
	BLUE,
	PURPLE,
	GREEN,
	OCHRE
];
/** The tower as SVG: a panel for each sector, a column for each spectrum. Levels on top of each other stand side by side. */
function towerDrawing({ caption, quantity, columnsLabel, columns, sectors }) {
	const values = sectors.flatMap(({ levels, expected }) => [...levels.flat(), ...expected.map(({ value }) => value)]);
	const [left, top, bottom] = [
		44,
		52,
		386
	];
	const y = linearScale([0, ...values.filter(Number.isFinite)], [bottom, top], 6);
	const names = sectors.map(({ expected }) => 18 + Math.max(14, ...expected.map(({ name }) => textWidth(name))));
	const room = WIDTH - left - names.reduce((sum, width) => sum + width, 0);
	let start = left;
	const panels = sectors.map((sector, k) => {
		const area = {
			left: start,
			right: start + room / sectors.length,
			top,
			bottom
		};
		start = area.right + names[k];
		return panel(sector, columns, area, y, COLOURS$1[k % COLOURS$1.length]);
	});
	const ticks = y.ticks.map(({ value, label: text }) => label(left - 8, y.at(value) + 4, text, {
		"text-anchor": "end",
		fill: MUTED
	}));
	const below = legendRows([{
		name: "theory",
		mark: "line",
		colour: VERMILION
	}, ...sectors.map(({ name }, k) => ({
		name,
		mark: "thick",
		colour: COLOURS$1[k % COLOURS$1.length]
	}))], {
		left: 8,
		width: 552,
		top: HEIGHT
	});
	return drawing(caption, WIDTH, 434 + below.height, [
		label(4, 14, quantity, { fill: INK }),
		...ticks,
		...panels,
		label(556, 422, columnsLabel, {
			"text-anchor": "end",
			fill: INK
		}),
		below.svg
	]);
}
function panel({ name, levels, expected }, columns, area, y, colour) {
	const { left, right, top, bottom } = area;
	const width = (right - left) / Math.max(1, columns.length);
	const grid = y.ticks.map(({ value }) => line(left, right, y.at(value), FAINT, 1));
	const lines = expected.map(({ value }) => line(left, right + 4, y.at(value), VERMILION, 1.1));
	const heights = spread(expected.map(({ value }) => y.at(value)));
	const names = expected.map(({ name: text, value }, k) => {
		const at = heights[k];
		return element("line", {
			x1: right + 4,
			y1: y.at(value),
			x2: right + 11,
			y2: at,
			stroke: VERMILION,
			"stroke-width": .7
		}) + label(right + 14, at + 4, text, { fill: INK });
	});
	const drawn = columns.map((column, k) => {
		const centre = left + (k + .5) * width;
		return label(centre, bottom + 18, column, {
			"text-anchor": "middle",
			fill: MUTED
		}) + dashes(levels[k] ?? [], centre, Math.min(46, .74 * width), y, colour, `${name}, ${column}`);
	});
	const title = label((left + right) / 2, top - 16, name, {
		"text-anchor": "middle",
		fill: INK
	});
	return element("g", {}, [
		...grid,
		...lines,
		title,
		...drawn,
		...names
	]);
}
const line = (x1, x2, at, stroke, width) => element("line", {
	x1,
	x2,
	y1: at,
	y2: at,
	stroke,
	"stroke-width": width
});
/** Pixels within which levels are on top of each other. */
const TOGETHER = 3;
/** The levels of a column; those on top of each other share its width. */
function dashes(levels, centre, width, y, stroke, name) {
	const groups = [];
	for (const value of levels.filter(Number.isFinite).toSorted((a, b) => a - b)) {
		const group = groups.at(-1);
		if (group !== void 0 && y.at(group[0]) - y.at(value) < TOGETHER) group.push(value);
		else groups.push([value]);
	}
	return groups.flatMap((group) => {
		const gap = 3;
		const each = Math.max(2, (width - gap * (group.length - 1)) / group.length);
		return group.map((value, k) => {
			const x1 = centre - width / 2 + k * (each + gap);
			const at = y.at(value);
			return element("line", {
				x1,
				x2: x1 + each,
				y1: at,
				y2: at,
				stroke,
				"stroke-width": 3
			}, hint(`${name}: ${significant(value, 5)}`));
		});
	}).join("");
}
/** Heights of labels near the given ones, none within a line of another; each block of labels is centred. */
function spread(wanted, distance = 14) {
	const order = wanted.map((_, k) => k).sort((a, b) => wanted[a] - wanted[b]);
	const blocks = [];
	for (const k of order) {
		blocks.push({
			members: [k],
			top: wanted[k]
		});
		for (let merged = true; merged && blocks.length > 1;) {
			const [above, below] = [blocks.at(-2), blocks.at(-1)];
			merged = above.top + distance * above.members.length > below.top;
			if (!merged) break;
			blocks.splice(-2);
			const members = [...above.members, ...below.members];
			const mean = members.reduce((sum, member) => sum + wanted[member], 0) / members.length;
			blocks.push({
				members,
				top: mean - distance * (members.length - 1) / 2
			});
		}
	}
	const heights = wanted.map(() => 0);
	for (const { members, top } of blocks) members.forEach((member, k) => {
		heights[member] = top + distance * k;
	});
	return heights;
}
// src/drawing/exhibit.ts
/** @file The exhibits of a study: tables, charts, heat maps, graphs, circuits and the pictures of geometry from plain data. */
/** The exhibit as a figure; charts and graphs stand side by side, the others take the page's width. */
function exhibitFigure(exhibit) {
	switch (exhibit.kind) {
		case "table": return captioned(dataTable(exhibit), exhibit.caption, "full");
		case "chart": return figure(chart(exhibit), exhibit.caption, "half");
		case "heat-map": return figure(matrix(exhibit), exhibit.caption, "half");
		case "graph": return figure(graph(exhibit), exhibit.caption, "half");
		case "circuit": return figure(drawnCircuit(exhibit), exhibit.caption, "scroll");
		case "disk": return figure(diskDrawing(exhibit), exhibit.caption, "half");
		case "tower": return figure(towerDrawing(exhibit), exhibit.caption, "half");
		case "scale": return figure(scaleDrawing(exhibit), exhibit.caption, exhibit.sites > 24 ? "full" : "half");
		case "map": return figure(layerMap(exhibit), exhibit.caption, "half");
	}
}
/** A table with a head; numbers to four digits, flush right, as is the head of a column of numbers. */
function dataTable({ columns, rows }) {
	const isNumeric = (column) => rows.length > 0 && rows.every((row) => row[column] === null || typeof row[column] === "number");
	const head = columns.map((name, k) => element("th", {
		scope: "col",
		class: isNumeric(k) ? "number" : void 0
	}, typeset(name)));
	const body = rows.map((row) => element("tr", {}, row.map((cell) => {
		if (typeof cell === "string") return element("td", {}, typeset(cell));
		if (cell === null || typeof cell === "number") return element("td", { class: "number" }, cell === null ? "–" : cellText(cell));
		return element("td", { title: cell.whole }, typeset(cell.shown));
	})));
	return element("div", { class: "data" }, element("table", {}, [element("thead", {}, element("tr", {}, head)), element("tbody", {}, body)]));
}
/** Counts as they are, measured numbers to four digits. */
const cellText = (value) => whole(value) ?? significant(value, 4);
const COLOURS = [
	BLUE,
	VERMILION,
	GREEN,
	PURPLE,
	OCHRE,
	MUTED,
	INK
];
function chart({ caption, x, y, series, levels }) {
	return lineChart({
		title: caption,
		x,
		y,
		series: series.map(({ name, mark, points }, k) => ({
			name,
			mark,
			colour: COLOURS[k % COLOURS.length],
			data: points.flatMap(([at, value]) => value === null ? [] : [{
				x: at,
				y: value,
				hint: `${name} at ${significant(at, 4)}: ${significant(value, 4)}`
			}])
		})),
		...levels && { levels },
		width: 560
	});
}
function matrix({ caption, ...map }) {
	return heatMap({
		...map,
		title: caption,
		width: 560
	});
}
const SIZE = {
	width: 560,
	height: 380,
	margin: 56
};
function graph({ caption, quantity, nodes, edges }) {
	const { width, height, margin } = SIZE;
	const places = nodes.map(({ at }, k) => {
		const turn = 2 * Math.PI * k / nodes.length - Math.PI / 2;
		const [x, y] = at ?? [.5 + .5 * Math.cos(turn), .5 - .5 * Math.sin(turn)];
		return {
			x: margin + x * (width - 2 * margin),
			y: height - margin - y * (height - 2 * margin)
		};
	});
	const middle = {
		x: places.reduce((sum, { x }) => sum + x, 0) / places.length,
		y: places.reduce((sum, { y }) => sum + y, 0) / places.length
	};
	const widest = edges.reduce((most, { weight }) => Math.max(most, weight), 1e-300);
	return graphDrawing({
		title: caption,
		width,
		height,
		nodes: places.map((place, k) => ({
			...place,
			radius: 9,
			colour: INK,
			hint: nodes[k].name
		})),
		edges: edges.filter(({ weight }) => weight > 0).map(({ from, to, weight }) => ({
			from: places[from],
			to: places[to],
			width: Math.max(.6, 9 * weight / widest),
			colour: BLUE,
			hint: `${nodes[from].name} – ${nodes[to].name}: ${quantity} ${significant(weight, 4)}`
		})),
		labels: [...places.map((place, k) => nodeName(nodes[k].name, place, middle)), label(width - 4, 14, `width: ${quantity}, up to ${significant(widest)}`, {
			"text-anchor": "end",
			fill: MUTED
		})]
	});
}
/** The name of a node on the side away from the middle of the graph, where few edges are; above it in the middle. */
function nodeName(name, { x, y }, middle) {
	const far = Math.hypot(x - middle.x, y - middle.y);
	if (far < 12) return label(x + 13, y - 10, name, {
		fill: INK,
		class: "halo"
	});
	const [dx, dy] = [(x - middle.x) / far, (y - middle.y) / far];
	const anchor = dx > .3 ? "start" : dx < -.3 ? "end" : "middle";
	return label(x + 15 * dx, y + 17 * dy + 4, name, {
		"text-anchor": anchor,
		fill: INK,
		class: "halo"
	});
}
function drawnCircuit({ circuit, theta }) {
	return circuitDrawing(circuit, theta);
}
// src/report/closing-section.ts
/** @file The end of the page: what the numbers do not say, and how to reproduce them. */
/** Everything needed to run it again. */
function reproducibilitySection(record) {
	const { experiment, backend, startedAt, seconds, schema, versions } = record;
	const rows = [
		["Seed", String(experiment.seed)],
		["Backend", backend],
		["Started", startedAt],
		["Took", duration(seconds)],
		["Record", schema],
		...Object.entries(versions).map(([name, version]) => [name, version])
	];
	const json = element("pre", {}, element("code", {}, escapeText(JSON.stringify(experiment, null, 2))));
	const hidden = element("details", {}, [element("summary", {}, "Experiment, all defaults filled in"), json]);
	return section("Reproducibility", table(rows), hidden);
}
// src/report/style.ts
/** @file The page's style sheet: one column of text, figures beside each other, light and dark paper. */
const ramps = (paper) => Array.from({ length: 24 }, (_, k) => `--ramp-${k}:${rampColour(k / 23, paper)};`).join("") + Array.from({ length: 49 }, (_, k) => `--signed-${k}:${signedColour(k / 24 - 1, paper)};`).join("");
const LIGHT = `--paper:#fdfcf9;--panel:#ffffff;--ink:#1d1f24;--muted:#5f636b;--faint:#dedad2;--blue:#0b63a8;--vermilion:#c24a06;--green:#0a7f5c;--purple:#8d4a8a;--ochre:#a07000;${ramps("light")}`;
const DARK = `--paper:#15171b;--panel:#1b1e23;--ink:#e8e6e1;--muted:#a3a6ad;--faint:#363a41;--blue:#6fb4f0;--vermilion:#ff9d66;--green:#56cfa2;--purple:#d6a0d3;--ochre:#e3bf58;${ramps("dark")}`;
const SERIF = `'Iowan Old Style','Palatino Linotype',Palatino,'URW Palladio L','TeX Gyre Pagella','Book Antiqua',Georgia,'Times New Roman',serif`;
const SANS = `system-ui,-apple-system,'Segoe UI','Helvetica Neue','Inter','Noto Sans','DejaVu Sans',Arial,sans-serif`;
const MONO = `ui-monospace,'SF Mono','Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace`;
/** The style sheet. Drawings outside the page fall back to the colours of light paper. */
const STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
@media print{:root{${LIGHT}}section{break-inside:auto}figure{break-inside:avoid}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17.5px/1.55 ${SERIF};font-variant-numeric:oldstyle-nums;text-rendering:optimizeLegibility;-webkit-font-smoothing:antialiased;counter-reset:figure table}
main{max-width:1220px;margin:0 auto;padding:64px 28px 96px}
header{border-bottom:1px solid var(--faint);padding-bottom:30px}
h1{font-size:clamp(32px,4.4vw,50px);line-height:1.1;font-weight:500;letter-spacing:-.012em;margin:.1em 0 .3em;text-wrap:balance}
h2{font-size:27px;line-height:1.2;font-weight:500;letter-spacing:-.006em;margin:0 0 .35em}
section{margin-top:60px}
p{max-width:70ch;margin:.5em 0;text-wrap:pretty;hyphens:auto}
.kicker{font:600 12px/1.4 ${SANS};letter-spacing:.09em;text-transform:uppercase;color:var(--muted);margin:0}
.byline{font:13.5px/1.5 ${SANS};color:var(--muted);font-variant-numeric:tabular-nums;max-width:none}
.abstract{font-size:20px;line-height:1.5;max-width:62ch;margin:1em 0 1.2em}
cite{font-style:normal}.verdict{font-style:italic}.good{color:var(--green)}.fair{color:var(--ochre)}.poor{color:var(--vermilion)}
.warning{color:var(--vermilion)}.remark{color:var(--muted)}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:18px 26px;margin:26px 0 0}
.facts div{border-top:2px solid var(--ink);padding-top:7px}
.facts dt{font:600 12px/1.4 ${SANS};color:var(--muted)}
.facts dd{margin:0;font-size:22px;line-height:1.4;font-variant-numeric:lining-nums tabular-nums;white-space:nowrap}
.facts dd.remark,.facts dd.caveat{font:12.5px/1.4 ${SANS};white-space:normal}.facts dd.caveat{color:var(--ochre);margin-top:3px}
.notes,.limits{max-width:74ch;padding-left:1.1em}.notes li,.limits li{margin:.3em 0}
.notes{font-size:16px;color:var(--muted)}
.limits b{font:600 11.5px/1 ${SANS};letter-spacing:.06em;text-transform:uppercase;color:var(--vermilion);margin-right:.35em}
.figures{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:34px 36px;margin-top:26px;align-items:start}
figure{margin:0;min-width:0}figure.full,figure.scroll{grid-column:1/-1}figure.tall{grid-row:span 2}.figures:has(>.tall){grid-template-rows:auto 1fr}sub,sup{font-size:.72em;line-height:0}section>figure{margin-top:26px}
figure .canvas{background:var(--panel);border:1px solid var(--faint);border-radius:5px;padding:16px 18px 12px}
figure svg{display:block;max-width:100%;height:auto;margin:0 auto}
img.pixels{display:block;margin:0 auto;max-width:100%;image-rendering:pixelated}
figure.scroll .canvas{overflow-x:auto}figure.scroll svg{max-width:none}
figcaption{font-size:15.2px;line-height:1.45;color:var(--muted);margin-top:9px;max-width:76ch;text-wrap:pretty}
figcaption::before{counter-increment:figure;content:'Figure ' counter(figure) '. ';font:600 12.5px/1 ${SANS};color:var(--ink)}.data+figcaption::before{counter-increment:table;content:'Table ' counter(table) '. '}
figcaption strong{font-weight:600;color:var(--ink)}
svg text{font:12px ${SANS};font-variant-numeric:tabular-nums lining-nums}
svg .small{font-size:10.5px}svg .gate{font:600 11.5px ${SANS}}svg .word{font:12px ${MONO}}
svg .halo{paint-order:stroke;stroke:var(--panel,#fff);stroke-width:4px;stroke-linejoin:round}
table{border-collapse:collapse;margin:22px 0;font:14px/1.5 ${SANS};font-variant-numeric:tabular-nums lining-nums;border-block:1px solid var(--ink)}
th,td{text-align:left;padding:5px 26px 5px 0;vertical-align:top;overflow-wrap:anywhere}th{font-weight:400;color:var(--muted)}
tr+tr>*{border-top:1px solid var(--faint)}
.data{overflow-x:auto}.data table{margin:0}.data th{border-bottom:1px solid var(--ink)}.data :is(th,td){overflow-wrap:normal}.data th,td.number{white-space:nowrap}.data .number{text-align:right}
b.label{font:600 11.5px/1 ${SANS};letter-spacing:.06em;text-transform:uppercase;color:var(--vermilion)}
pre{overflow-x:auto;background:var(--panel);border:1px solid var(--faint);border-radius:5px;padding:16px 18px;font:13px/1.5 ${MONO}}
details{margin-top:18px}summary{cursor:pointer;font:600 14px/1.5 ${SANS}}
details.point{border-top:1px solid var(--faint);padding-top:14px}details.point>summary{font:500 21px/1.4 ${SERIF}}details.point section{margin-top:38px}
details.point summary small{font:13.5px ${SANS};color:var(--muted);margin-left:.6em;font-variant-numeric:tabular-nums}
footer{margin-top:64px;border-top:1px solid var(--faint);padding-top:14px;font:13px/1.5 ${SANS};color:var(--muted)}
@media (max-width:860px){.figures{grid-template-columns:minmax(0,1fr)}main{padding:34px 18px 60px}body{font-size:16.5px}}
`;
// src/report/document.ts
/** @file The frame of every report: one self-contained page, its style sheet, no scripts, nothing from the network. */
/**
* A whole HTML page.
*
* @param body - markup of header and sections; how to reproduce the numbers is added below it
*/
function document(record, body) {
	const { experiment, versions, schema } = record;
	const footer = element("footer", {}, escapeText(`bulkweave ${versions.bulkweave ?? ""} · ${schema}`));
	const main = element("main", {}, [
		...body,
		reproducibilitySection(record),
		footer
	]);
	return `<!doctype html>\n${element("html", { lang: "en-GB" }, [element("head", {}, [
		element("meta", { charset: "utf-8" }),
		element("meta", {
			name: "viewport",
			content: "width=device-width, initial-scale=1"
		}),
		element("meta", {
			name: "color-scheme",
			content: "light dark"
		}),
		element("title", {}, escapeText(`${experiment.name} — bulkweave`)),
		element("style", {}, STYLE)
	]), element("body", {}, main)])}\n`;
}
/** When and how the record was made, in one line. */
function byline({ startedAt, seconds, backend, experiment }) {
	return paragraph(`${startedAt.replace("T", " ").replace(/\.\d+Z?$|Z$/, "")} UTC · ${duration(seconds)} · ${backend} backend · seed ${experiment.seed}`, "byline");
}
// src/report/study-page.ts
/** @file The report of a study: question, answer, exhibits, checks, and what they say of the paper's statements. */
/** The report of a study as an HTML page, complete with its style sheet. */
function studyPage(record) {
	const { findings } = record;
	return document(record, [
		studyHeader(record),
		...findings.sections.map(studySection),
		findings.verdicts.length === 0 ? "" : verdictSection(findings.verdicts),
		checkSection(findings.checks)
	]);
}
/** The number of checks passed, in words. */
function checkPhrase({ checks }) {
	return `${checks.filter((check) => check.passed).length} of ${counted(checks.length, "check")} passed`;
}
function studyHeader(record) {
	const { title, question, answer, checks } = record.findings;
	const style = checks.every(({ passed }) => passed) ? "good" : "poor";
	return element("header", {}, [
		paragraph("Study", "kicker"),
		element("h1", {}, escapeText(title)),
		byline(record),
		paragraph(question, "abstract"),
		...answer.split("\n").map((text) => paragraph(text)),
		element("p", {}, element("span", { class: `verdict ${style}` }, escapeText(`${checkPhrase(record.findings)}.`)))
	]);
}
function studySection({ heading, text, label, exhibits }) {
	const reading = label === void 0 ? "" : `${element("b", { class: "label" }, escapeText(label))} `;
	const [first = "", ...rest] = text.split("\n");
	return section(heading, element("p", {}, reading + typeset(first)), ...rest.map((more) => paragraph(more)), exhibits.length === 0 ? "" : figures(...exhibits.map(exhibitFigure)));
}
const capitalised = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
const STYLE_OF = {
	holds: "good",
	"holds in part": "fair",
	fails: "poor",
	analogy: "fair"
};
function verdictSection(verdicts) {
	return section("What this says of the paper", element("ul", { class: "limits" }, verdicts.map(({ statement, source, verdict, because }) => element("li", {}, [
		element("cite", {}, typeset(capitalised(statement))),
		` (${escapeText(source)}) — `,
		element("span", { class: `verdict ${STYLE_OF[verdict]}` }, escapeText(verdict)),
		`: ${typeset(because)}.`
	]))));
}
const SIGNS = {
	equals: "=",
	"at most": "≤",
	"at least": "≥"
};
/** Counts as they are, measured numbers to six digits. */
const checked = (value) => whole(value) ?? significant(value, 6);
function checkSection(checks) {
	return section("Checks", dataTable({
		columns: [
			"statement",
			"computed",
			"expected",
			"",
			"expected from",
			""
		],
		rows: checks.map(({ statement, basis, computed, relation, expected, tolerance, passed }) => [
			statement,
			checked(computed),
			`${SIGNS[relation]}\u00a0${checked(expected)}`,
			tolerance === 0 ? "" : `within\u00a0${significant(tolerance, 2)}`,
			basis.replaceAll(" ", "\xA0"),
			passed ? "passed" : "FAILED"
		])
	}));
}
// ../../../tmp/h/gaps/page.ts
const [, , name, out, extra] = process.argv;
const json = JSON.parse(readFileSync(`train/experiments/${name}.json`, "utf8"));
const parsed = parseExperiment({
	...json,
	study: {
		...json.study,
		...JSON.parse(extra ?? "{}")
	}
});
if ("issues" in parsed) throw new Error(JSON.stringify(parsed));
const steps = runStudy(parsed.experiment, { read: (p) => readFileSync(p) });
const t0 = performance.now();
for (;;) {
	const next = await steps.next();
	if (next.done) {
		const findings = next.value;
		writeFileSync(out, studyPage({
			schema: "bulkweave/study-record/1",
			versions: {},
			backend: "cpu",
			startedAt: "2026-01-01T00:00:00.000Z",
			seconds: 1,
			experiment: {
				name,
				seed: 1
			},
			findings
		}));
		writeFileSync(out.replace(".html", ".json"), JSON.stringify(findings));
		console.log(findings.answer);
		for (const c of findings.checks) console.log(c.passed ? "ok " : "FAIL", c.statement, c.computed, c.relation, c.expected, c.tolerance);
		for (const v of findings.verdicts) console.log(v.verdict, "|", v.statement, "|", v.because);
		console.log(((performance.now() - t0) / 1e3).toFixed(1), "s");
		break;
	}
	if (process.env.V) console.log(((performance.now() - t0) / 1e3).toFixed(1), next.value.message);
}
export {};
