import { i as regionRecoverability, r as recoverability, t as causalCone } from "./causal-cones-Cfg3A1At.js";
import { a as environmentDimension, c as tensorNetworkOf, d as draftPullback, f as newArray, i as differentiableState, n as KIND_WORDS, o as rulesOf, p as stridesOf, r as asCircuit, s as siteDimensions, t as bulkGraph, u as draftContraction } from "./bulk-graph-z7Wia2ld.js";
import { A as frobeniusNorm, P as multiply, Q as currentEngine, T as adjoint, Y as sizeOf, dt as ShapeError, i as randomStream, n as atMost, ot as joinedAxes, s as qr, t as atLeast, ut as DomainError, w as addScaledMatrix, z as transpose } from "./study-record-DTuekta5.js";
import { o as support } from "./pauli-uGOqdxwH.js";
import { i as networkRecoverability, n as cutEntropies, r as cutNetwork, t as initialParameters } from "./initial-parameters-BSFKavfJ.js";
import { a as isometricMera, r as matrixProductState, s as brickwall, t as treeTensorNetwork } from "./tree-tensor-network-1c-RO8hA.js";
import { a as outputsOf, c as bondEntropy, i as directedOutputs, l as LARGEST_CYCLIC_STATE, n as negativeLogFidelity, r as entropiesOfNetwork, s as bondDimensionSurrogate, u as positiveRoot } from "./network-rules-D3mpnp7F.js";
import { E as contractionPath, S as byKind, T as contractionPlan, a as pullbackTensors, b as isPureGroup, d as isometryShape, g as sourceOfGroup, m as quditsOfLeg, n as networkTensors, r as nodeTensor, s as shapeOf, t as isTrainable } from "./node-tensor-YhHVVG2I.js";
import { d as isTree, u as bondsOf$1 } from "./matrix-product-state-CYxnDb3V.js";
import { t as randomStabiliserState } from "./random-stabilisers-Dr8YIs6h.js";
import { a as conjugateState, l as tensorProduct, o as joinedQudits, r as stabiliserEntropy } from "./stabiliser-entropy-v8hve9qF.js";
import { t as entropiesOfState } from "./region-entropies-C3COF-g3.js";
import { n as annealedEntropies, t as fittedGeometry } from "./fitted-geometry-BmHFbFtU.js";
import { n as maximalFlow } from "./maximal-flow-CcA26eyI.js";
import { a as reducedDensityMatrix, n as complementOf } from "./reduced-density-matrix-Bg02QxO0.js";
import { t as pathCost } from "./contraction-cost-BtC9s7JT.js";
import { r as transverseFieldIsing } from "./hamiltonian-Bi_21A81.js";
import { o as ring, t as chain } from "./lattice-MaWPiOKk.js";
import { c as pauliSumMatrix, i as flatSpace, o as checkPauliSum, t as minimise } from "./minimise-BEDXc41D.js";
import { i as times, n as length, r as plus, t as dot } from "./real-vector-Ds4rf2rg.js";
import { a as wolfeLineSearch, i as noiseOf, n as advanced, r as initialProgress, t as lbfgs } from "./lbfgs-vClzNTl2.js";
import { t as singularValueDecomposition } from "./singular-values-FC6Kti-a.js";
import { t as pentagonCode } from "./pentagon-code-BRC4nh3p.js";
import { t as ghz } from "./ghz-DY6ZdDVQ.js";
import { t as graph } from "./graph-Ca7OdW-R.js";
import { t as groundState } from "./ground-state-CUIIs7OI.js";
import { t as haarRandom } from "./haar-random-CCs1OKZq.js";
import { i as gateCount, n as circuitEnergy, r as circuitLength, t as layeredLength } from "./layered-length-juDnw7s9.js";
import { n as penaltyWeight } from "./penalty-metric-Cuwf29xW.js";
import { n as isStabiliserNetwork, r as stabiliserGroupOf } from "./stabiliser-network-CIApMtLY.js";
import { a as stabilisersOf, i as purification, r as networkPointOf } from "./state-rules-C__2cD0g.js";
import { t as TWO_LOCAL } from "./shortest-path-D_M5NEpA.js";
import { n as networkState } from "./network-state-CqADix7e.js";
// src/stabiliser/stabiliser-overlap.ts
/** @file Overlap of two stabiliser states. */
/**
* Tr ρ_a ρ_b, for pure states |⟨a|b⟩|². With d independent words in both groups, phases aside,
*
*     Tr ρ_a ρ_b = p^{d − n},    or 0 if such a word has different phases.
*
* @throws {ShapeError} groups of different numbers of qudits
* @throws {DomainError} groups of different primes
*
* O(n³), 32 times less for qubits.
*
* @see Aaronson & Gottesman, arXiv:quant-ph/0406196
*/
function stabiliserOverlap(a, b) {
	if (a.qudits !== b.qudits) throw new ShapeError(`stabiliserOverlap: ${a.qudits} qudits required, got ${b.qudits}`);
	const both = tensorProduct([a, conjugateState(b)]);
	const pairs = Array.from({ length: a.qudits }, (_, q) => [q, a.qudits + q]);
	const joined = joinedQudits(both, pairs);
	return joined === null ? 0 : Math.exp(joined.logNormSquared);
}
// src/generative/stabiliser-infidelity.ts
/** @file How far is a network of stabiliser tensors from a stabiliser state? Of any size, by their groups. */
/**
* Infidelity 1 − Tr ρσ of a network of stabiliser tensors from a stabiliser state, one of them pure. It has no
* parameters, so that this is a number.
*
* @returns null for any other network or target
* @throws {DomainError} the contraction of the network vanishes
*/
function stabiliserInfidelity(network, target) {
	const group = stabilisersOf(target);
	if (group === null || network.kind !== "network" || !isStabiliserNetwork(network)) return null;
	const state = stabiliserGroupOf(network);
	if (state === null) throw new DomainError("infidelity: a state required, got a network that vanishes");
	if (state.group.prime !== group.prime || !(isPureGroup(group) || isPureGroup(state.group))) return null;
	const value = 1 - stabiliserOverlap(state.group, group);
	return () => ({
		value,
		gradient: /* @__PURE__ */ new Float64Array(0)
	});
}
// src/generative/infidelity.ts
/**
* @file How far is the generated state from its target? One loss for pure and mixed states alike: by Uhlmann's
* theorem the fidelity of two mixed states is the overlap of their best-aligned purifications.
*/
/**
* Infidelity 1 − F of the generated state from its target as a function of θ, with
*
*     F = |⟨t|ψ⟩|²  (pure),   F = (Tr √(√ρ σ √ρ))²  (mixed),
*
* computed as ‖ψ − z t‖² so that it resolves infidelities down to 1e-30. Two networks are compared by
* contraction, without amplitudes, as 1 − F (floor about 1e-15), and stabiliser networks with stabiliser states by their
* groups.
*
* Of a tensor network it is best minimised by `balancedLbfgs`, from `initialParameters`: far from the target its
* gradient is small, and `lbfgs` often stays at ½, the infidelity of a product state from GHZ. `negativeLogFidelity`
* has a gradient everywhere.
*
* @returns value in [0, 1] and gradient ∂/∂θ, shape (P,)
* @throws {ShapeError} sites of network and target differ, or a network target is too large for a dense model
*
* @see Uhlmann, Rep. Math. Phys. 9, 273 (1976)
*/
function infidelity(network, target) {
	checkSites(network, target);
	const exact = stabiliserInfidelity(network, target);
	if (exact !== null) return exact;
	const { infidelityFromNetwork, infidelityFromPure } = rulesOf(network);
	const point = networkPointOf(target);
	if (infidelityFromNetwork !== null && point !== null) return infidelityFromNetwork(network, point);
	const b = purification(target);
	if (infidelityFromPure !== null && b.cols === 1 && environmentDimension(network) === 1) return infidelityFromPure(network, {
		length: b.rows,
		interleaved: b.interleaved
	});
	return (theta) => {
		const { state, pullback } = differentiableState(network, theta);
		const { value, cotangent } = stateInfidelity(b, state);
		return {
			value,
			gradient: pullback(cotangent)
		};
	};
}
/** @throws {ShapeError} sites of network and target differ */
function checkSites(network, target) {
	const sites = siteDimensions(network);
	if (sites.join() !== target.dimensions.join()) throw new ShapeError(`infidelity: sites of dimensions [${target.dimensions}] required, got [${sites}]`);
}
/**
* Infidelity of a state of norm 1 from a purified target, and its cotangent λ = ∂/∂Re ψ + i ∂/∂Im ψ.
*
* @param b - `purification` of the target, D × E
* @param state - shape (D·E′,), environment least significant
*/
function stateInfidelity(b, state) {
	const environment = state.length / b.rows;
	const { interleaved } = state;
	const { overlap, target: t } = alignedTarget(b, {
		rows: b.rows,
		cols: environment,
		interleaved
	});
	const cotangent = {
		length: state.length,
		interleaved: t.map((x) => -2 * overlap * x)
	};
	return {
		value: environment < b.cols ? 1 - overlap * overlap : distanceSquared(interleaved, overlap, t),
		cotangent
	};
}
/**
* For a state A, D × E, the purification T = B·Q of the target with Q isometric that maximises Re⟨T|A⟩: with the
* singular value decomposition B†A = W Σ V†, Q = W V† and ⟨T|A⟩ = Tr Σ = √F.
*/
function alignedTarget(b, a) {
	const { u, values, v } = singularValueDecomposition(multiply(b, a, { adjointA: true }));
	const q = multiply(u, v, { adjointB: true });
	return {
		overlap: values.reduce((sum, value) => sum + value, 0),
		target: multiply(b, q).interleaved
	};
}
/** ‖a − z t‖², which is 1 − z² for unit vectors with ⟨t|a⟩ = z, without the cancellation. */
function distanceSquared(a, z, t) {
	let distance = 0;
	for (let i = 0; i < t.length; i++) distance += (a[i] - z * t[i]) ** 2;
	return distance;
}
// src/optimise/objective.ts
/** Σ_i weight_i · objective_i. Terms of weight zero are not evaluated. */
function weightedSum(terms) {
	const active = terms.filter(([weight]) => weight !== 0);
	return (x) => {
		let value = 0;
		const gradient = new Float64Array(x.length);
		for (const [weight, objective] of active) {
			const term = objective(x);
			value += weight * term.value;
			for (let k = 0; k < gradient.length; k++) gradient[k] = gradient[k] + weight * term.gradient[k];
		}
		return {
			value,
			gradient
		};
	};
}
// train/loss.ts
/** @file The loss: infidelity plus λ times complexity, and the two quantities of which it consists. */
/** Angles in rad: below SMOOTHING the length is a parabola; a gate of angle GATE_WIDTH counts one half. */
const SMOOTHING = .001;
const GATE_WIDTH = .1;
/**
* infidelity + weight · complexity. Tensor networks are trained on −log F in place of 1 − F: it has a gradient even
* where the overlap is 10⁻²⁰, as for random states of many sites, and fewer traps; both vanish together.
*/
function lossOf(problem, weight, term) {
	const { distance, infidelityAt } = distanceFrom(problem.network, problem.target);
	const complexity = weight === 0 ? null : remembered(complexityObjective(problem, term));
	return {
		objective: complexity === null ? distance : weightedSum([[1, distance], [weight, complexity]]),
		parts: (x, { value }) => {
			const part = complexity === null ? null : complexity(x).value;
			return {
				infidelity: infidelityAt(value - weight * (part ?? 0)),
				complexity: part
			};
		}
	};
}
const distanceFrom = byKind({
	circuit: (circuit, target) => ({
		distance: infidelity(circuit, target),
		infidelityAt: (value) => value
	}),
	network: (network, target) => ({
		distance: negativeLog(network, target),
		infidelityAt: (value) => -Math.expm1(-value)
	})
});
/** −log F. */
function negativeLog(network, target) {
	const point = networkPointOf(target);
	if (point !== null && stabiliserInfidelity(network, target) === null) return negativeLogFidelity(point, network);
	const objective = infidelity(network, target);
	return (theta) => {
		const { value, gradient } = objective(theta);
		return {
			value: -Math.log1p(-value),
			gradient: gradient.map((slope) => slope / (1 - value))
		};
	};
}
/** The terms that measure the complexity of each kind; lengths are smoothed below an angle, in rad. */
const complexityTerms = byKind({
	circuit: (circuit, metric, smoothing) => ({
		length: () => circuitLength(circuit, metric, { smoothing }),
		"layered-length": () => layeredLength(circuit, metric, { smoothing }),
		energy: () => circuitEnergy(circuit, metric),
		"gate-count": () => gateCount(circuit, GATE_WIDTH)
	}),
	network: (network) => ({
		"bond-entropy": () => bondEntropy(network),
		"bond-dimension": () => bondDimensionSurrogate(network)
	})
});
/**
* The complexity term as a function of θ.
*
* @param smoothing - angle in rad below which a length is a parabola; 0 for the length itself
* @throws {DomainError} the network's kind has no such term
*/
function complexityObjective({ network, metric }, term, smoothing = SMOOTHING) {
	const terms = complexityTerms(network, metric, smoothing);
	const objective = terms[term];
	if (objective === void 0) {
		const known = Object.keys(terms).join(", ");
		throw new DomainError(`complexity: a term of ${KIND_WORDS[network.kind]} (${known}) required, got '${term}'`);
	}
	return objective();
}
/**
* The complexity of the network at θ, lengths without the smoothing that training needs; null if one of its gates is forbidden by the metric, or if it is a network with
* cycles too large for its bond entropies.
*/
function complexityOf(problem, term, theta) {
	return isMeasurable(problem.network, problem.metric) ? complexityObjective(problem, term, 0)(theta).value : null;
}
const isMeasurable = byKind({
	circuit: ({ gates }, metric) => gates.every(({ word }) => penaltyWeight(metric, word) < Infinity),
	network: (network) => isTree(network) || sizeOf(siteDimensions(network)) * environmentDimension(network) <= LARGEST_CYCLIC_STATE
});
/** The objective, with its values remembered as long as their points are in use. */
function remembered(objective) {
	const known = /* @__PURE__ */ new WeakMap();
	return (x) => {
		const evaluation = known.get(x) ?? objective(x);
		known.set(x, evaluation);
		return evaluation;
	};
}
// src/network/network-manifold.ts
/** @file Where a network's parameters live. */
/**
* The network's parameter space as parts of a product manifold: flat for free tensors and angles, a Stiefel manifold
* for every isometry. A range shared by several nodes is one part.
*/
function manifoldOf(network) {
	const parts = /* @__PURE__ */ new Map();
	for (const node of network.nodes) {
		const part = partOf(node.tensor, sizeOf(shapeOf(node, network.dimensions)));
		if (part !== null) parts.set(part.offset, part);
	}
	return [...parts.values()];
}
const partOf = byKind({
	constant: () => null,
	free: ({ offset }, size) => ({
		kind: "flat",
		offset,
		size: 2 * size
	}),
	isometry: ({ offset, rows, columns }) => ({
		kind: "stiefel",
		offset,
		rows,
		columns
	}),
	rotation: ({ angle }) => typeof angle === "number" ? null : {
		kind: "flat",
		offset: angle.parameter,
		size: 1
	},
	stabiliser: () => null
});
// src/optimise/conjugate-gradient.ts
/** @file Nonlinear conjugate gradients: nearly superlinear convergence with the memory of gradient descent. */
/**
* Conjugate gradients d ← −g + β·d with a line search for the strong Wolfe conditions, where with y = g − g_old
*
*     β = ⟨y − 2d‖y‖²/⟨d,y⟩, g⟩ / ⟨d,y⟩   (Hager–Zhang, bounded from below),
*     β = max(0, ⟨y, g⟩/‖g_old‖²)         (Polak–Ribière+).
*
* On a manifold gradients are projected, and d and g_old are carried to the new point by projection.
*
* @see Hager & Zhang, SIAM J. Optim. 16, 170 (2005)
* @see Absil, Mahony & Sepulchre, Optimization Algorithms on Matrix Manifolds, sect. 8.3
*/
function conjugateGradient(options = {}) {
	const { update = "hager-zhang", manifold = flatSpace } = options;
	const weight = update === "hager-zhang" ? hagerZhang : polakRibiere;
	return {
		name: "conjugate-gradient",
		init: (x, evaluation) => {
			const gradient = manifold.project(x, evaluation.gradient);
			const size = length(gradient);
			return {
				direction: times(-1, gradient),
				first: Math.min(1, 1 / size),
				progress: initialProgress(evaluation, size)
			};
		},
		step: (objective, { x, evaluation, state }) => {
			const gradient = manifold.project(x, evaluation.gradient);
			const steepest = {
				direction: times(-1, gradient),
				first: Math.min(1, 1 / length(gradient))
			};
			const noise = noiseOf(state.progress, evaluation.value);
			for (const { direction, first } of [state, steepest]) {
				const trial = wolfeLineSearch(objective, {
					x,
					evaluation,
					direction,
					manifold
				}, {
					first,
					curvature: .1,
					noise
				});
				if (trial === void 0) continue;
				const newGradient = manifold.project(trial.x, trial.evaluation.gradient);
				const progress = advanced(state.progress, trial.evaluation, length(newGradient));
				if (progress === void 0) return void 0;
				const carried = manifold.project(trial.x, direction);
				const change = plus(newGradient, -1, manifold.project(trial.x, gradient));
				const beta = weight(newGradient, change, carried, gradient);
				const conjugate = plus(times(-1, newGradient), Number.isFinite(beta) ? beta : 0, carried);
				const next = dot(conjugate, newGradient) < 0 ? conjugate : times(-1, newGradient);
				const expected = trial.t * dot(direction, gradient) / dot(next, newGradient);
				const state1 = {
					direction: next,
					first: Number.isFinite(expected) ? expected : 1,
					progress
				};
				return {
					x: trial.x,
					evaluation: trial.evaluation,
					state: state1
				};
			}
		}
	};
}
const hagerZhang = (g, y, d, old) => {
	const curvature = dot(d, y);
	const beta = (dot(y, g) - 2 * dot(d, g) * dot(y, y) / curvature) / curvature;
	return Math.max(beta, -1 / (length(d) * Math.min(.01, length(old))));
};
const polakRibiere = (g, y, _d, old) => Math.max(0, dot(y, g) / dot(old, old));
// src/linalg/polar.ts
/**
* The isometry W (W†W = 1, rows ≥ cols; otherwise WW† = 1) closest to A: W = UV† for A = UΣV†. It maximises
* Re Tr W†A, and is the unitary factor of the polar decomposition A = W·√(A†A).
*
* @see Fan & Hoffman, Proc. Am. Math. Soc. 6, 111 (1955)
*/
function polarFactor(a) {
	const { u, v } = singularValueDecomposition(a);
	return multiply(u, v, { adjointB: true });
}
// src/optimise/stiefel.ts
/** @file The manifold of isometries W†W = 1 (Stiefel), and products of such manifolds with flat spaces. */
/**
* The product of flat spaces and Stiefel manifolds {W : W†W = 1}, each a stretch of one parameter vector; what no
* part mentions is flat. Tangent vectors at W are the T with W†T antihermitian; the projection is, in the
* Euclidean metric Re Tr A†B,
*
*     G ↦ G − W·(W†G + G†W)/2.
*
* @throws {ShapeError} an isometry has more columns than rows, or parts overlap
*
* @see Edelman, Arias & Smith, SIAM J. Matrix Anal. Appl. 20, 303 (1998)
*/
function productManifold(parts) {
	checkParts(parts);
	const isometries = parts.filter((part) => part.kind === "stiefel");
	return {
		project: (x, vector) => {
			const tangent = vector.slice();
			for (const part of isometries) {
				const w = matrixAt(x, part);
				const g = matrixAt(vector, part);
				const overlap = multiply(w, g, { adjointA: true });
				const normal = multiply(w, addScaledMatrix(overlap, [1, 0], adjoint(overlap)));
				tangent.set(addScaledMatrix(g, [-.5, 0], normal).interleaved, part.offset);
			}
			return tangent;
		},
		retract: (x, tangent) => {
			const next = x.map((value, k) => value + tangent[k]);
			for (const part of isometries) {
				const moved = matrixAt(next, part);
				next.set((part.retraction === "qr" ? qr(moved).q : polarFactor(moved)).interleaved, part.offset);
			}
			return next;
		}
	};
}
/** The part of a vector as a matrix, without a copy. */
function matrixAt(x, { offset, rows, columns }) {
	return {
		rows,
		cols: columns,
		interleaved: x.subarray(offset, offset + 2 * rows * columns)
	};
}
const sizeOfPart = (part) => part.kind === "flat" ? part.size : 2 * part.rows * part.columns;
function checkParts(parts) {
	for (const part of parts) if (part.kind === "stiefel" && part.columns > part.rows) throw new ShapeError(`productManifold: rows ≥ columns required, got an isometry ${part.rows}×${part.columns}`);
	const sorted = parts.toSorted((a, b) => a.offset - b.offset);
	sorted.forEach((part, k) => {
		const before = sorted[k - 1];
		const free = before === void 0 ? 0 : before.offset + sizeOfPart(before);
		if (part.offset < free) throw new ShapeError(`productManifold: parts that do not overlap required, got offset ${part.offset} < ${free}`);
	});
}
// train/studies/learned-code/code-networks.ts
/** @file The networks that learn, the legs at which something may enter, and random networks on the same graphs. */
function codeNetworks(qubits, bond, depth) {
	const dimensions = new Array(qubits).fill(2);
	const networks = {
		circuit: brickwall(qubits, {
			depth,
			block: "so4"
		}),
		tree: treeTensorNetwork(dimensions, {
			bond,
			form: "isometric"
		}),
		MERA: isometricMera(qubits, { bond }),
		MPS: matrixProductState(dimensions, {
			bond,
			form: "isometric"
		})
	};
	return Object.keys(networks).map((name) => codeNetwork(name, networks[name]));
}
/** All bonds; of a circuit the wires that enter a block. */
function codeNetwork(name, network) {
	const tensors = tensorNetworkOf(network);
	const depths = new Map(bulkGraph(network).nodes.map(({ id, depth }) => [id, depth]));
	return {
		name,
		network,
		tensors,
		legs: bondsOf$1(tensors).flatMap(({ leg, nodes }) => {
			const taker = nodes.map((index) => tensors.nodes[index]).find((node) => !makes(node, tensors, leg));
			return isEntrance(taker) ? [{
				leg,
				depth: depths.get(taker.id)
			}] : [];
		})
	};
}
const makes = (node, network, leg) => directedOutputs(node, network).includes(leg);
/** Tensors, and the first rotation of each block of two qubits. */
const isEntrance = ({ tensor }) => tensor.kind !== "rotation" || support(tensor.word).length === 2 && tensor.word === "XY";
/** Haar-random isometries; uniformly random angles. */
const haarPoint = ({ tensors }, stream) => initialParameters(tensors, stream);
/** Uniformly random stabiliser isometries; angles that are multiples of π/2. */
function stabiliserPoint({ tensors }, stream) {
	const theta = Float64Array.from({ length: tensors.parameters }, () => Math.PI / 2 * stream.integer(4));
	for (const node of tensors.nodes) {
		if (node.tensor.kind !== "isometry") continue;
		const shape = node.legs.map((leg) => tensors.dimensions[leg]);
		theta.set(stabiliserIsometry(shape, isometryShape(node.tensor).columns, stream), node.tensor.offset);
	}
	return theta;
}
/** A random stabiliser state is √columns⁻¹ times an isometry if its input legs are maximally mixed. */
function stabiliserIsometry(shape, columns, stream) {
	const qubits = shape.map((dimension) => quditsOfLeg(dimension, 2)).reduce((sum, count) => sum + count, 0);
	const inputs = Math.log2(columns);
	const inner = Array.from({ length: inputs }, (_, k) => qubits - inputs + k);
	for (;;) {
		const group = randomStabiliserState(stream, 2, qubits);
		if (stabiliserEntropy(group, inner) < (inputs - .5) * Math.LN2) continue;
		const node = {
			id: "",
			legs: [],
			tensor: sourceOfGroup(group)
		};
		const { interleaved } = nodeTensor(node, [sizeOf(shape)], /* @__PURE__ */ new Float64Array(0));
		return interleaved.map((x) => x * Math.sqrt(columns));
	}
}
// train/studies/learned-code/explaining-graphs.ts
/** @file Which graph explains the entropies of a state that a network has made: its own, or any? */
const MOST_STEPS = 100;
const RENUMBERED = 3;
/** All pairs, and all intervals of up to half of the sites. */
function regionsOf(sites) {
	const all = [...Array(sites).keys()];
	const pairs = all.flatMap((a) => all.slice(a + 2).map((b) => [a, b]));
	return [...all.flatMap((length) => length + 1 > sites / 2 ? [] : all.slice(0, sites - length).map((start) => all.slice(start, start + length + 1))), ...pairs];
}
/** The same tensors with sites elsewhere: site k is where k·3 modulo their number was. */
function renumbered(graph) {
	const { boundary } = graph;
	return {
		...graph,
		boundary: boundary.map((_, k) => boundary[RENUMBERED * k % boundary.length])
	};
}
/**
* Capacities of every graph, sites included, fitted to S₂ of the same regions of every state: states that networks have
* learned, the state itself, and those of random tensors on each graph.
*/
function* explainingGraphs(codes, trained, [name, target], seed) {
	const own = codes.filter((code) => code.name !== "circuit");
	const graphs = own.map(({ name: graph, tensors }) => [graph, bulkGraph(tensors)]);
	const chain = graphs.find(([graph]) => graph === "MPS")[1];
	const all = [...graphs, ["MPS, renumbered", renumbered(chain)]];
	const order = { order: 2 };
	if (target.kind !== "pure") throw new DomainError(`explainingGraphs: a pure state required, got '${name}'`);
	const states = [
		[
			"exact",
			name,
			entropiesOfState(target.amplitudes, target.dimensions, order)
		],
		...trained.filter(({ state }) => state === name).map(({ network, theta }) => {
			const code = codes.find((one) => one.name === network);
			return [
				network,
				name,
				entropiesOfNetwork(code.tensors, theta, order)
			];
		}),
		...own.map((code) => {
			const theta = haarPoint(code, randomStream(seed, `explained ${code.name}`));
			return [
				code.name,
				"Haar tensors",
				entropiesOfNetwork(code.tensors, theta, order)
			];
		})
	];
	const regions = regionsOf(chain.boundary.length);
	const ranks = all.map(() => 0);
	let bonds = [];
	const rows = [];
	for (const [made, state, { entropy }] of states) {
		yield {
			message: `${made}, ${state}`,
			progress: rows.length / states.length
		};
		const table = regions.map((region) => ({
			region,
			entropy: entropy(region)
		}));
		const fits = all.map(([, graph]) => fitted(graph, table));
		fits.forEach(({ rank }, k) => {
			ranks[k] = Math.max(ranks[k], rank);
		});
		if (made === "exact") bonds = bondsOf(fits[graphs.findIndex(([graph]) => graph === "MPS")].graph, entropy);
		rows.push({
			made,
			state,
			residuals: fits.map(({ residual }) => residual)
		});
	}
	return {
		graphs: all.map(([graph, { edges }], k) => ({
			name: graph,
			edges: edges.length,
			rank: ranks[k]
		})),
		regions: regions.length,
		rows,
		bonds,
		planted: plantedResidual(chain, regions, seed)
	};
}
const fitted = (graph, table) => fittedGeometry(graph, table, {
	fixed: [],
	maxSteps: MOST_STEPS
}).value;
/** Bonds of a chain in order; those between tensors. */
function bondsOf({ nodes, edges, boundary }, entropy) {
	const order = new Map(boundary.map((leg, site) => [edges.find((edge) => edge.leg === leg).from, site]));
	return edges.filter(({ to }) => to !== null && nodes.length === boundary.length).map(({ from, to, capacity }) => {
		const left = 1 + Math.min(order.get(from), order.get(to));
		return {
			left,
			capacity,
			entropy: entropy([...Array(left).keys()])
		};
	}).sort((a, b) => a.left - b.left);
}
/** Random capacities of the chain, and the fit to their annealed entropies from the chain's own. */
function plantedResidual(chain, regions, seed) {
	const stream = randomStream(seed, "planted capacities");
	const edges = chain.edges.map((edge) => ({
		...edge,
		capacity: .3 + stream.uniform()
	}));
	const { entropy } = annealedEntropies({
		...chain,
		edges
	});
	return fitted(chain, regions.map((region) => ({
		region,
		entropy: entropy(region)
	}))).residual;
}
// train/studies/learned-code/leakage.ts
/** @file What leaks out of a network when sites are erased, leg by leg, and what no network of its graph can hold. */
/** All intervals of up to `most` sites. */
function erasures(sites, most) {
	return Array.from({ length: most }, (_, k) => k + 1).flatMap((length) => Array.from({ length: sites - length + 1 }, (_, start) => Array.from({ length }, (_, k) => start + k)));
}
/** Leaks of all legs and erasures of a network at one point. */
function leaksOf({ tensors, legs }, theta, lost) {
	return legs.flatMap(({ leg, depth }) => {
		const { entropies, references } = cutEntropies(cutNetwork(tensors, theta, [leg]));
		return lost.map((sites) => {
			const region = complementOf(sites, tensors.boundary.length);
			return {
				depth,
				erased: sites.length,
				share: 1 - regionRecoverability(entropies, references, region).share
			};
		});
	});
}
function graphLeaksOf({ tensors, legs }, lost) {
	const theta = new Float64Array(tensors.parameters);
	return legs.flatMap(({ leg }) => {
		const { network } = cutNetwork(tensors, theta, [leg]);
		const graph = bulkGraph(network);
		const R = network.bulk.at(-1);
		const capacity = Math.log(network.dimensions[R]);
		return lost.map((sites) => {
			const kept = complementOf(sites, network.boundary.length).map((site) => network.boundary[site]);
			const cut = (legsInside) => maximalFlow(graph, new Set(legsInside)).total;
			const large = cut([R]) + cut([...kept, R]) - cut(kept);
			return {
				least: 1 - Math.min(1, flowBetween(network, graph, R, kept) / capacity),
				large: large / (2 * capacity)
			};
		});
	});
}
/** The minimal cut between a reference and a region, all other open legs on whichever side is better. */
function flowBetween(network, graph, reference, kept) {
	const ends = /* @__PURE__ */ new Set([reference, ...kept]);
	const edges = graph.edges.filter(({ leg, to }) => to !== null || ends.has(leg));
	return maximalFlow({
		...graph,
		edges,
		boundary: network.boundary
	}, /* @__PURE__ */ new Set([reference])).total;
}
const mean = (values) => values.reduce((sum, x) => sum + x, 0) / values.length;
/** Standard deviation of a sample. */
function deviation(values) {
	const centre = mean(values);
	return Math.sqrt(values.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (values.length - 1));
}
/** Means by a key of the leaks, in its order. */
function meansBy(leaks, key) {
	return [...new Set(leaks.map((leak) => leak[key]))].sort((a, b) => a - b).map((value) => [value, mean(leaks.filter((leak) => leak[key] === value).map(({ share }) => share))]);
}
// train/studies/learned-code/comparisons.ts
/** Mean leaked share. */
const shareOf = (leaks) => mean(leaks.map(({ share }) => share));
/** Each trained network beside the random ones on its graph. */
function comparisons({ random, trained }) {
	return trained.map((code) => {
		const { haar: samples, typical: ofSamples } = random.find(({ network }) => network === code.network);
		const [leaked, shares] = [shareOf(code.leaks), samples.map(shareOf)];
		const known = ofSamples.filter((value) => value !== null);
		const typical = code.typical === null || known.length < 2 ? null : {
			leaked: code.typical,
			haar: mean(known),
			excess: excessOf(code.typical, known)
		};
		return {
			code,
			leaked,
			haar: mean(shares),
			spread: deviation(shares),
			excess: excessOf(leaked, shares),
			typical
		};
	});
}
const excessOf = (value, samples) => (value - mean(samples)) / deviation(samples);
// train/studies/learned-code/explained-section.ts
function explainedSection({ graphs, rows, regions, bonds }) {
	return {
		heading: "Which graph explains the entropies",
		label: "analogy",
		text: `S₂ of ${regions} regions of each state, all pairs and intervals, is explained as that of a random network: the ln D of all bonds and sites of a graph are fitted by the gradient, which is where its domain walls are. A graph with its sites renumbered is the control. Networks that have learned one state have one table of entropies, whatever their graph.`,
		exhibits: [{
			kind: "table",
			caption: `Unexplained entropy. Root mean square, nats, by graph; ${graphs.map(({ name, edges, rank }) => `${name}: ${rank} of ${edges} ln D determined`).join(", ")}.`,
			columns: [
				"made by",
				"state",
				...graphs.map(({ name }) => name)
			],
			rows: rows.map(({ made, state, residuals }) => [
				made,
				state,
				...residuals
			])
		}, {
			kind: "chart",
			caption: "The chain as fitted to the critical state. ln D of its bonds, above the S₂ that crosses them.",
			x: {
				label: "sites to the left of the bond",
				kind: "linear"
			},
			y: {
				label: "nats",
				kind: "linear",
				include: [0]
			},
			series: [{
				name: "ln D",
				mark: "line-and-points",
				points: bonds.map(({ left, capacity }) => [left, capacity])
			}, {
				name: "S₂",
				mark: "dash",
				points: bonds.map(({ left, entropy }) => [left, entropy])
			}]
		}]
	};
}
/** The graph with the least residual. */
const best = ({ graphs }, { residuals }) => graphs[residuals.indexOf(Math.min(...residuals))].name;
function explainedVerdict(explained) {
	const { rows } = explained;
	const learned = rows.filter(({ made, state }) => made !== "exact" && state !== "Haar tensors");
	const random = rows.filter(({ state }) => state === "Haar tensors");
	const own = (states) => states.filter((row) => best(explained, row) === row.made).length;
	const exact = rows.find(({ made }) => made === "exact");
	return {
		statement: "the geometry of a state is that of the optimal network which generates it",
		source: "II.A",
		verdict: own(random) === random.length && own(learned) === learned.length ? "holds" : "holds in part",
		because: `entropies of the critical chain are explained best by the graph of the ${best(explained, exact)}, up to ${Math.min(...exact.residuals).toPrecision(2)} nats, and so are those of all networks that learned it: ${own(learned)} of ${learned.length} by their own; of random tensors ${own(random)} of ${random.length} by their own graph. Entropies know the state, not which network made it`
	};
}
// train/studies/learned-code/sections.ts
/** @file The tables and pictures of the study. */
function comparisonSection(measured) {
	const { random, pentagon, qubits } = measured;
	const haar = random.find(({ network }) => network === "MERA").haar.flat();
	const mera = measured.trained.find(({ network, state }) => network === "MERA" && state === "critical Ising");
	const byShare = (leaks, sites) => meansBy(leaks, "erased").map(([erased, share]) => [erased / sites, share]);
	return {
		heading: "Trained and random tensors on the same graph",
		text: "A bond is cut; its lower end takes half of a maximally entangled pair, its upper end is lost. The share that leaks, I(R:E)/2S(R), is averaged over all bonds and all intervals of lost sites. The least is what no tensors on the graph can go below, by minimal cuts. Typical inputs are not maximally mixed but in the state that the network itself sends through the bond, so that directions which the state does not use do not count.",
		exhibits: [
			trainedTable(measured),
			graphTable(measured),
			{
				kind: "chart",
				caption: `Leakage against the share of lost sites. MERA of ${qubits} sites, and the pentagon code of ${pentagon.sites} sites with inputs |0⟩.`,
				x: {
					label: "lost share of the sites",
					kind: "linear",
					include: [0]
				},
				y: {
					label: "leaked share",
					kind: "linear",
					include: [0]
				},
				series: [
					{
						name: "trained, critical Ising",
						mark: "line-and-points",
						points: byShare(mera.leaks, qubits)
					},
					{
						name: "Haar",
						mark: "dash",
						points: byShare(haar, qubits)
					},
					{
						name: "pentagon code",
						mark: "line-and-points",
						points: byShare(pentagon.leaks, pentagon.sites)
					}
				]
			}
		]
	};
}
function trainedTable(measured) {
	return {
		kind: "table",
		caption: "Mean leaked share, trained and Haar-random. Errors are standard deviations of one random network.",
		columns: [
			"network",
			"state",
			"infidelity",
			"untrained",
			"trained",
			"Haar",
			"±",
			"typical",
			"Haar"
		],
		rows: comparisons(measured).map(({ code, leaked, haar, spread, typical }) => [
			code.network,
			code.state,
			code.infidelity,
			code.start,
			leaked,
			haar,
			spread,
			typical?.leaked ?? null,
			typical?.haar ?? null
		])
	};
}
function graphTable({ random }) {
	return {
		kind: "table",
		caption: "What the graph alone does. Mean leaked share; large dimension is the limit in which all entropies are minimal cuts.",
		columns: [
			"network",
			"Haar",
			"stabilisers",
			"least by cuts",
			"large dimension"
		],
		rows: random.map(({ network, haar, stabiliser, graph }) => [
			network,
			mean(haar.map(shareOf)),
			mean(stabiliser.map(shareOf)),
			mean(graph.map(({ least }) => least)),
			mean(graph.map(({ large }) => large))
		])
	};
}
function waySection({ trained, penalised }) {
	return {
		heading: "Along training, and along the penalty",
		text: "Does a network become a better code as it learns, and as it becomes shorter? The circuit is trained on with a penalty λ on its length, raised step by step.",
		exhibits: [{
			kind: "chart",
			caption: "Leakage while the critical Ising chain is learned. Mean over bonds and intervals.",
			x: {
				label: "step + 1",
				kind: "log"
			},
			y: {
				label: "leaked share",
				kind: "linear"
			},
			series: trained.filter(({ state }) => state === "critical Ising").map(({ network, way }) => ({
				name: network,
				mark: "line-and-points",
				points: way.map(({ step, leaked }) => [step + 1, leaked])
			}))
		}, {
			kind: "table",
			caption: "The circuit under a penalty. Lengths on the chain.",
			columns: [
				"state",
				"λ",
				"length",
				"infidelity",
				"leaked share"
			],
			rows: penalised.map(({ state, weight, length, infidelity, leaked }) => [
				state,
				weight,
				length,
				infidelity,
				leaked
			])
		}]
	};
}
function depthSection({ trained, random }) {
	return {
		heading: "Depth",
		text: "Deeper places have more sites in their future, and lose less to each. Depth is counted from the boundary.",
		exhibits: ["circuit", "MERA"].map((name) => ({
			kind: "chart",
			caption: `Leakage by depth: ${name}. Trained on the critical Ising chain, and random on the same graph.`,
			x: {
				label: "depth below the boundary",
				kind: "linear"
			},
			y: {
				label: "leaked share",
				kind: "linear",
				include: [0]
			},
			series: [{
				name: "trained",
				mark: "line-and-points",
				points: meansBy(trained.find((code) => code.network === name && code.state === "critical Ising").leaks, "depth")
			}, {
				name: "Haar",
				mark: "dash",
				points: meansBy(random.find(({ network }) => network === name).haar.flat(), "depth")
			}]
		}))
	};
}
function scaleSection({ scales }) {
	const { sites, energy, exact } = scales;
	const points = (values) => values.map((value, level) => [level + 1, value]);
	const slopes = scales.trained.slice(1).map((value, k) => Math.log2(scales.trained[k] / value));
	return {
		heading: "MERA, scale by scale",
		label: "analogy",
		text: `A MERA of ${sites} sites and bond dimension 4 on the energy of the critical Ising ring: ${energy.toFixed(4)}, exactly ${exact.toFixed(4)}. One site is lost at a time. In a scale-invariant network leakage would fall by a factor 4 to the power Δ from level to level, Δ = 1/8 for the lowest operator, an exponent of 0.25; here the exponents are ${slopes.map((x) => x.toFixed(2)).join(", ")}, on few levels.`,
		exhibits: [{
			kind: "chart",
			caption: "Information about what enters at a bond in one site of its future. Mean over two bonds of each level.",
			x: {
				label: "level above the boundary",
				kind: "linear"
			},
			y: {
				label: "I(R:E), nats",
				kind: "log"
			},
			series: [{
				name: "trained",
				mark: "line-and-points",
				points: points(scales.trained)
			}, {
				name: "Haar",
				mark: "dash",
				points: points(scales.random)
			}]
		}, scalePicture(scales)]
	};
}
/** The trained MERA with what leaks to four lost sites. */
function scalePicture({ sites, lost, leaks }) {
	const network = isometricMera(sites, { bond: 4 });
	const graph = bulkGraph(network);
	const cone = new Set(causalCone(network, lost).nodes);
	return {
		kind: "scale",
		caption: `Leakage to ${lost.length} lost sites. At the bond above each isometry; their past is shaded.`,
		sites,
		ring: true,
		nodes: graph.nodes.map(({ id, site, depth }) => ({
			name: id,
			shape: id.startsWith("u") ? "disentangler" : id.startsWith("w") ? "isometry" : "tensor",
			site,
			depth,
			value: leaks[id] ?? null
		})),
		bonds: bondsOf$1(network).map(({ nodes }) => nodes),
		legs: network.boundary.map((leg, site) => [network.nodes.findIndex(({ legs }) => legs.includes(leg)), site]),
		cone: {
			name: "causal cone",
			nodes: graph.nodes.flatMap(({ id }, k) => cone.has(id) ? [k] : [])
		},
		region: {
			name: "lost",
			sites: lost
		},
		quantity: "I(R:E), nats"
	};
}
// train/studies/learned-code/findings.ts
/** @file The findings of the study in words. */
/** An infidelity above this is no learned state. */
const LEARNED$1 = .05;
/** Standard deviations that count. */
const CLEAR = 2;
function findings(measured) {
	const { qubits, scales } = measured;
	const learned = comparisons(measured).filter(({ code }) => code.infidelity < LEARNED$1);
	const better = learned.filter(({ excess }) => excess < -2).length;
	const worse = learned.filter(({ excess }) => excess > CLEAR).length;
	const ratio = scales.trained.at(-1) / scales.random.at(-1);
	return {
		title: "Learned networks as codes",
		question: "Is a network that has learned a state an erasure code, as the optimal network is said to be, and does it owe that to learning or to its graph? (II.B)",
		answer: `What enters at a bond leaks to neighbouring lost sites. Of ${learned.length} networks that learned their state of ${qubits} sites ${better} leak less than Haar-random tensors on the same graph by more than ${CLEAR} standard deviations, ${worse} leak more. In a MERA of ${scales.sites} sites trained on the critical ring, leakage falls from scale to scale, but from the highest scale ${ratio.toFixed(0)} times as much leaks as in a random one. That it corrects erasures at all is geometry.`,
		sections: [
			comparisonSection(measured),
			waySection(measured),
			depthSection(measured),
			explainedSection(measured.explained),
			scaleSection(measured)
		],
		checks: checksOf(measured),
		verdicts: verdictsOf(measured, learned, better, worse)
	};
}
function checksOf({ random, trained, scales, difference, qubits, bond, explained }) {
	const graphOf = new Map(random.map(({ network, graph }) => [network, graph]));
	const slack = [...trained.map(({ network, leaks }) => [network, leaks]), ...random.flatMap(({ network, haar, stabiliser }) => [...haar, ...stabiliser].map((leaks) => [network, leaks]))].flatMap(([network, leaks]) => leaks.map(({ share }, k) => share - graphOf.get(network)[k].least));
	const lowest = trained.filter(({ network }) => network === "tree").map(({ leaks }) => mean(bottom(leaks)));
	const erased = [...new Set(trained[0].leaks.map((leak) => leak.erased))];
	return [
		atMost("circuit: recoverability through its state and through its network, difference", "independent computation", difference, 0, 1e-9),
		atLeast("leaks are at least what the cuts of the graph demand: least difference", "theorem", Math.min(...slack), 0, 1e-9),
		...bond < 4 ? [] : [atMost("tree: bonds above two sites leak a half for each of them that is lost, difference", "closed form", Math.max(...lowest.map((value) => Math.abs(value - pairLeak(qubits, erased)))), 0, 1e-9)],
		atMost("chain: unexplained of the entropies of a random network on it", "theorem", explained.planted, 0, 1e-5),
		atLeast("MERA: energy of the ring", "theorem", scales.energy, scales.exact, 1e-9),
		atLeast("MERA: energy over the exact one", "closed form", scales.energy / scales.exact, .99),
		atMost("MERA: leakage from the highest scale over that from the lowest", "independent computation", scales.trained.at(-1) / scales.trained[0], 1)
	];
}
const bottom = (leaks) => leaks.filter(({ depth }) => depth === 1).map(({ share }) => share);
/** Mean leak of a unitary onto two neighbouring sites, over the pairs (0, 1), (2, 3) … and all intervals. */
function pairLeak(sites, lengths) {
	const intervals = lengths.flatMap((length) => Array.from({ length: sites - length + 1 }, (_, start) => [start, start + length]));
	const lostOf = (pair) => mean(intervals.map(([from, to]) => [2 * pair, 2 * pair + 1].filter((site) => site >= from && site < to).length / 2));
	return mean(Array.from({ length: sites / 2 }, (_, pair) => lostOf(pair)));
}
function verdictsOf(measured, learned, better, worse) {
	const { penalised, scales } = measured;
	const typicalBetter = learned.filter(({ typical }) => typical !== null && typical.excess < -2).length;
	const typicalWorse = learned.filter(({ typical }) => typical !== null && typical.excess > CLEAR).length;
	const rows = [...new Set(penalised.map(({ state }) => state))].map((state) => penalised.filter((row) => row.state === state));
	const shorter = rows.filter((own) => own.at(-1).leaked < own[0].leaked - .01).length;
	const changes = rows.map((own) => `${own[0].state} ${own[0].leaked.toFixed(3)} at length ${own[0].length.toFixed(1)}, ${own.at(-1).leaked.toFixed(3)} at ${own.at(-1).length.toFixed(1)}`);
	return [
		explainedVerdict(measured.explained),
		{
			statement: "the optimal generative network has the property of an erasure code because it is optimal",
			source: "II.B",
			verdict: better === learned.length ? "holds" : better > worse ? "holds in part" : "fails",
			because: `erasures are corrected in part, as on any such graph; of ${learned.length} learned networks ${better} leak clearly less than random tensors on the same graph, ${worse} clearly more; of typical inputs ${typicalBetter} and ${typicalWorse}`
		},
		{
			statement: "a shorter network, nearer to the geodesic, corrects better",
			source: "II.B",
			verdict: shorter === rows.length && rows.length > 0 ? "holds" : shorter > 0 ? "holds in part" : "fails",
			because: `mean leak along the penalty: ${changes.join("; ")}`
		},
		{
			statement: "information deeper in the bulk is better protected",
			source: "I",
			verdict: "holds in part",
			because: `MERA by scale, in nats: ${scales.trained.map((x) => x.toFixed(3)).join(", ")} trained, ${scales.random.map((x) => x.toExponential(1)).join(", ")} random`
		},
		{
			statement: "scale is a radial direction, and its code that of AdS/CFT",
			source: "I",
			verdict: "analogy",
			because: "the numbers are those of a network of finite bond dimension; the leakage exponents are not those of a scale-invariant network"
		}
	];
}
// src/network/energy-plan.ts
/**
* @file How a local operator climbs through a network of isometries. Nodes whose outputs it does not touch cancel
* against their conjugates; what it becomes above a layer acts on fewer, coarser legs, where the operators of many
* terms meet and are added.
*/
/** Most layers one ascent may skip. */
const MOST_LEAPS = 10;
/**
* Plans the expectation value of operators with these supports. After some layer all of them leap to the top, through
* everything above at once; the layer is chosen by cost.
*
* @param supports - boundary legs of every term
* @throws {DomainError} a free tensor, or legs that are used before they are made
*/
function energyPlan(network, supports) {
	const layers = layersOf(network);
	if (layers.length === 0) throw new DomainError("energyPlan: a network with nodes required");
	const start = maximal(supports.map((legs) => sorted(network, legs)));
	const steps = [];
	let below = start;
	for (const layer of layers) {
		const climbs = climbsOf(network, below, layer, Infinity);
		steps.push({
			below,
			climbs
		});
		below = maximal(climbs.map(({ legs }) => legs));
	}
	const costs = steps.map(({ climbs }) => climbs.reduce((sum, { flops }) => sum + flops, 0));
	let best = {
		flops: costs.reduce((sum, x) => sum + x),
		climbs: steps.map(({ climbs }) => climbs)
	};
	for (let k = layers.length - 2; k >= Math.max(0, layers.length - MOST_LEAPS); k--) {
		const climbed = costs.slice(0, k).reduce((sum, x) => sum + x, 0);
		const leap = climbsOf(network, steps[k].below, layers.slice(k).flat(), best.flops - climbed);
		if (leap === void 0) continue;
		best = {
			flops: climbed + leap.reduce((sum, climb) => sum + climb.flops, 0),
			climbs: [...steps.slice(0, k).map(({ climbs }) => climbs), leap]
		};
	}
	return {
		supports: start,
		levels: best.climbs.map(levelOf),
		flops: best.flops
	};
}
/** The place where an operator with these legs is added: the first support that contains all of them. */
function homeOf(legs, supports) {
	return supports.findIndex((support) => legs.every((leg) => support.includes(leg)));
}
/**
* All operators climb through the given nodes, which are in the order of depth.
*
* @returns undefined if that takes `limit` operations or more
*/
function climbsOf(network, operators, nodes, limit) {
	const climbs = [];
	let flops = 0;
	for (const [source, support] of operators.entries()) {
		const climb = climbOf(network, source, support, nodes);
		climbs.push(climb);
		flops += climb.flops;
		if (flops >= limit) return void 0;
	}
	return climbs;
}
function climbOf(network, source, support, nodes) {
	const open = new Set(support);
	const made = /* @__PURE__ */ new Set();
	const met = nodes.filter((index) => {
		const node = network.nodes[index];
		const outputs = outputsOf(node, network);
		if (!outputs.some((leg) => open.has(leg))) return false;
		for (const leg of node.legs) (outputs.includes(leg) ? made : open).add(leg);
		return true;
	});
	const legs = sorted(network, [...open].filter((leg) => !made.has(leg)));
	if (met.length === 0) return {
		source,
		nodes: met,
		legs,
		contraction: void 0,
		flops: 0
	};
	const bra = (leg) => open.has(leg) ? `${leg}'` : leg;
	const kets = met.map((index) => network.nodes[index].legs);
	const all = [
		[...support.map(bra), ...support],
		...kets,
		...kets.map((own) => own.map(bra))
	];
	const output = [...legs.map(bra), ...legs];
	const dimensions = {};
	for (const leg of [...support, ...kets.flat()]) {
		dimensions[leg] = network.dimensions[leg];
		dimensions[bra(leg)] = network.dimensions[leg];
	}
	const path = contractionPath(all, dimensions, output);
	const { flops } = pathCost(all, dimensions, path, output);
	return {
		source,
		nodes: met,
		legs,
		contraction: [
			all,
			dimensions,
			output,
			path
		],
		flops
	};
}
function levelOf(climbs) {
	const supports = maximal(climbs.map(({ legs }) => legs));
	return {
		ascents: climbs.map(({ source, nodes, legs, contraction }) => {
			return {
				source,
				nodes,
				plan: contraction && contractionPlan(...contraction),
				legs,
				target: homeOf(legs, supports)
			};
		}),
		supports
	};
}
/** The sets that are contained in no other, each once. */
function maximal(sets) {
	const unique = [...new Map(sets.map((set) => [set.join("\n"), set])).values()];
	return unique.filter((set) => !unique.some((other) => other.length > set.length && set.every((leg) => other.includes(leg))));
}
/** Legs in the order in which the network names them. */
function sorted({ dimensions }, legs) {
	const place = placesOf(dimensions);
	return legs.toSorted((a, b) => place.get(a) - place.get(b));
}
const places = /* @__PURE__ */ new WeakMap();
function placesOf(dimensions) {
	const known = places.get(dimensions) ?? new Map(Object.keys(dimensions).map((leg, k) => [leg, k]));
	places.set(dimensions, known);
	return known;
}
/**
* Nodes by depth below the boundary, a node after all that use its outputs; unitaries are joined with the layer of
* isometries on the other side of their inputs, since together they are cheaper.
*/
function layersOf(network) {
	const users = /* @__PURE__ */ new Map();
	const outputs = network.nodes.map((node) => outputsOf(node, network));
	network.nodes.forEach(({ legs }, index) => {
		for (const leg of legs) if (!outputs[index].includes(leg)) users.set(leg, index);
	});
	const depths = /* @__PURE__ */ new Map();
	const depthOf = (index, path) => {
		const known = depths.get(index);
		if (known !== void 0) return known;
		if (path.has(index)) throw new DomainError("energyPlan: legs that are made before they are used required");
		const on = new Set(path).add(index);
		const depth = 1 + Math.max(0, ...outputs[index].map((leg) => users.has(leg) ? depthOf(users.get(leg), on) : 0));
		depths.set(index, depth);
		return depth;
	};
	const byDepth = [];
	network.nodes.forEach((_, index) => {
		const depth = depthOf(index, /* @__PURE__ */ new Set());
		byDepth[depth - 1] = [...byDepth[depth - 1] ?? [], index];
	});
	const coarsens = (index) => outputs[index].length * 2 > network.nodes[index].legs.length;
	const layers = [];
	byDepth.forEach((nodes, k) => {
		if (k > 0 && nodes.some(coarsens) && !byDepth[k - 1].some(coarsens)) layers[layers.length - 1].push(...nodes);
		else layers.push([...nodes]);
	});
	return layers;
}
// src/network/energy-program.ts
/**
* The whole way up and back.
*
*     up     h_above = Σ V† h_below V        V: the isometries that an operator meets
*     down   ρ_below = Σ V ρ_above V†,       ∂E/∂V* = h_below V ρ_above
*
* Inputs: 1, operators, nodes, their conjugates; outputs: the energy, and the cotangent of every trainable node.
*
* @param supports - boundary legs of every term
* @param again - write each ascent a second time on the way down, so that its tape need not be kept
*/
function energyProgram(network, plan, supports, again) {
	const entries = network.nodes.map((node) => sizeOf(shapeOf(node, network.dimensions)));
	const sizes = [
		1,
		...supports.map((legs) => squared(network, legs)),
		...entries,
		...entries
	];
	const inputs = sizes.length;
	const firstKet = 1 + supports.length;
	const draft = {
		sizes,
		instructions: [],
		network,
		plan,
		firstKet,
		firstBra: firstKet + network.nodes.length
	};
	const { energy, climbs } = draftWayUp(draft, draftOperators(draft, supports));
	const gradients = network.nodes.map((node, k) => isTrainable(node) ? cleared(draft, entries[k]) : void 0);
	draftWayDown(draft, climbs, gradients, again);
	const outputs = [energy, ...gradients.filter((array) => array !== void 0)];
	return {
		inputs,
		sizes,
		instructions: draft.instructions,
		outputs
	};
}
/** The terms, added on the supports of the lowest level. */
function draftOperators(draft, supports) {
	const homes = draft.plan.supports;
	const operators = homes.map((legs) => cleared(draft, squared(draft.network, legs)));
	supports.forEach((legs, term) => {
		const home = homeOf(legs, homes);
		add(draft, operators[home], 1 + term, embedding(draft.network, legs, homes[home]));
	});
	return operators;
}
/** Writes the way from the operators of the lowest level to the one number at the top. */
function draftWayUp(draft, lowest) {
	let operators = lowest;
	const climbs = draft.plan.levels.map(({ ascents, supports }) => {
		const above = supports.map((legs) => cleared(draft, squared(draft.network, legs)));
		const climbed = ascents.map((ascent) => {
			const below = operators[ascent.source];
			const { result, tape } = draftAscent(draft, ascent, below);
			add(draft, above[ascent.target], result, embedding(draft.network, ascent.legs, supports[ascent.target]));
			return {
				below,
				tape
			};
		});
		operators = above;
		return climbed;
	});
	return {
		energy: operators[0],
		climbs
	};
}
/** V† h V; h itself where it meets no node. */
function draftAscent(draft, { plan, nodes }, operator) {
	if (plan === void 0) return {
		result: operator,
		tape: []
	};
	const { firstKet, firstBra } = draft;
	return draftContraction(draft, plan, [
		operator,
		...nodes.map((index) => firstKet + index),
		...nodes.map((index) => firstBra + index)
	]);
}
/** Writes the way down from the density 1 at the top: cotangents of operators are reduced density matrices. */
function draftWayDown(draft, climbs, gradients, again) {
	const { network, plan } = draft;
	let above = [0];
	for (let level = plan.levels.length - 1; level >= 0; level--) {
		const { ascents, supports } = plan.levels[level];
		const below = level === 0 ? plan.supports.map(() => void 0) : plan.levels[level - 1].supports.map((legs) => cleared(draft, squared(network, legs)));
		ascents.forEach((ascent, k) => {
			const density = cleared(draft, squared(network, ascent.legs));
			const spread = embedding(network, ascent.legs, supports[ascent.target]);
			add(draft, density, above[ascent.target], spread.map(reversed));
			draftDescent(draft, ascent, climbs[level][k], density, below[ascent.source], gradients, again);
		});
		above = below;
	}
}
/** Adds V ρ V† to `sum`, where one is wanted, and h V ρ to the gradients of the nodes in V. */
function draftDescent(draft, ascent, climbed, density, sum, gradients, again) {
	const { plan, nodes, legs } = ascent;
	if (plan === void 0) {
		if (sum !== void 0) add(draft, sum, density, embedding(draft.network, legs, legs));
		return;
	}
	const { tape } = again ? draftAscent(draft, ascent, climbed.below) : climbed;
	const conjugates = nodes.map(() => void 0);
	draftPullback(draft, plan, tape, density, [
		sum,
		...nodes.map((index) => gradients[index]),
		...conjugates
	]);
}
/** Entries of an operator on these legs. */
const squared = ({ dimensions }, legs) => sizeOf(legs.map((leg) => dimensions[leg])) ** 2;
/** A new array of zeros. */
function cleared(draft, entries) {
	const to = newArray(draft, entries);
	draft.instructions.push({
		kind: "clear",
		to
	});
	return to;
}
function add(draft, to, from, axes) {
	draft.instructions.push({
		kind: "add",
		to,
		from,
		axes: joinedAxes(axes)
	});
}
const reversed = ({ extent, to, from }) => ({
	extent,
	to: from,
	from: to
});
/** Axes that add an operator on `legs` to one on `support`, (bra legs, ket legs), times the identity on the others. */
function embedding({ dimensions }, legs, support) {
	const shape = (list) => [...list, ...list].map((leg) => dimensions[leg]);
	const [inner, outer] = [stridesOf(shape(legs)), stridesOf(shape(support))];
	const others = support.filter((leg) => !legs.includes(leg));
	const axis = (leg, side) => ({
		extent: dimensions[leg],
		to: outer[side * support.length + support.indexOf(leg)],
		from: inner[side * legs.length + legs.indexOf(leg)]
	});
	return [
		...others.map((leg) => {
			const place = support.indexOf(leg);
			return {
				extent: dimensions[leg],
				to: outer[place] + outer[support.length + place],
				from: 0
			};
		}),
		...legs.map((leg) => axis(leg, 0)),
		...legs.map((leg) => axis(leg, 1))
	];
}
// src/network/network-energy.ts
/** @file Energies of isometric networks, with gradients: each term sees its causal cone only. */
/** Tapes of more bytes than this are made again on the way back instead of being kept. */
const MOST_KEPT = 2 ** 28;
/**
* E(θ) = Σ_terms ⟨ψ(θ)|h|ψ(θ)⟩ of a network of gates and isometries, with its gradient, as an objective for `minimise`
* on the manifold `productManifold(manifoldOf(network))`. ψ has norm 1 there; elsewhere the gradient is that of the
* contraction of all causal cones, as if the other nodes were isometries.
*
* Terms climb from the boundary to the top: above each layer of the network those with equal or contained supports are
* added, so that a scale of a MERA costs half of the scale below it.
*
* @param terms - e.g. `localTerms(sum)`; several terms may act on the same sites
* @throws {ShapeError} a matrix that does not fit its sites
* @throws {DomainError} a matrix that is not Hermitian, a free tensor, a site that does not exist or occurs twice,
*   logical inputs
*
* Cost of a binary MERA of n sites, value and gradient: O(n χ⁹).
*
* @see Evenbly & Vidal, Phys. Rev. B 79, 144108 (2009)
*/
function networkEnergy(network, terms) {
	checkTerms(network, terms);
	const supports = terms.map(({ sites }) => sites.map((site) => network.boundary[site]));
	const plan = energyPlan(network, supports);
	const kept = energyProgram(network, plan, supports, false);
	const program = tapeBytes(kept) > MOST_KEPT ? energyProgram(network, plan, supports, true) : kept;
	const operators = terms.map(({ matrix }) => matrix.interleaved);
	const one = Float64Array.of(1, 0);
	const trainable = network.nodes.map(isTrainable);
	return (theta) => {
		const kets = networkTensors(network, theta).map(({ interleaved }) => interleaved);
		const bras = kets.map((ket) => ket.map((x, k) => k % 2 === 0 ? x : -x));
		const [energy, ...gradients] = currentEngine().runProducts(program, [
			one,
			...operators,
			...kets,
			...bras
		]);
		let next = 0;
		const cotangents = trainable.map((wanted) => wanted ? gradients[next++] : void 0);
		return {
			value: energy[0],
			gradient: pullbackTensors(network, theta, cotangents).map((x) => 2 * x)
		};
	};
}
/** Entries of all arrays, in bytes. */
const tapeBytes = ({ sizes }) => 16 * sizes.reduce((sum, size) => sum + size, 0);
function checkTerms(network, terms) {
	if (network.bulk.length > 0) throw new DomainError("networkEnergy: a network without logical inputs required");
	if (terms.length === 0) throw new DomainError("networkEnergy: at least one term required");
	for (const { sites, matrix } of terms) {
		const n = network.boundary.length;
		if (!sites.every((site, k) => network.boundary[site] !== void 0 && sites.indexOf(site) === k)) throw new DomainError(`networkEnergy: different sites below ${n} required, got [${sites}]`);
		const size = sizeOf(sites.map((site) => network.dimensions[network.boundary[site]]));
		if (matrix.rows !== size || matrix.cols !== size) throw new ShapeError(`networkEnergy: a matrix ${size}×${size} on sites [${sites}] required, got ${matrix.rows}×${matrix.cols}`);
		const skew = frobeniusNorm(addScaledMatrix(matrix, [-1, 0], adjoint(matrix)));
		if (!(skew <= 1e-12 * frobeniusNorm(matrix))) throw new DomainError(`networkEnergy: Hermitian terms required, got ‖h − h†‖ = ${skew} on sites [${sites}]`);
	}
}
// src/operator/local-terms.ts
/**
* The sum as one matrix for each support of a word; a multiple of the identity counts as acting on the first site.
*
* @throws {ShapeError | DomainError} the sum is not valid, see `checkPauliSum`
*
* Cost O(Σ 4^size).
*/
function localTerms(sum) {
	checkPauliSum(sum);
	const groups = /* @__PURE__ */ new Map();
	for (const { word, coefficient } of sum.terms) {
		const own = support(word);
		const sites = own.length === 0 ? [0] : own;
		const group = groups.get(`${sites}`) ?? {
			sites,
			terms: []
		};
		groups.set(`${sites}`, group);
		group.terms.push({
			word: sites.map((site) => word[site]).join(""),
			coefficient
		});
	}
	return [...groups.values()].map(({ sites, terms }) => ({
		sites,
		matrix: pauliSumMatrix({
			qubits: sites.length,
			terms
		})
	}));
}
// train/studies/learned-code/mera-scales.ts
/** @file How leakage from a MERA falls with the scale at which something enters: trained on the critical ring, and random. */
/** Trains a MERA on the energy of the critical ring, and follows the leakage of single sites from level to level. */
function* meraScales(sites, steps, seed) {
	const network = isometricMera(sites, { bond: 4 });
	const objective = networkEnergy(network, localTerms(transverseFieldIsing(ring(sites))));
	const manifold = productManifold(manifoldOf(network));
	const stream = (name) => randomStream(seed, name);
	const start = initialParameters(network, stream("MERA"));
	let [theta, energy] = [start, Infinity];
	for (const { x, evaluation, step } of minimise(objective, conjugateGradient({ manifold }), start, {
		maxSteps: steps,
		manifold
	})) {
		[theta, energy] = [x, evaluation.value];
		if (step % 10 === 0) yield {
			message: `energy ${energy.toFixed(5)}`,
			progress: .7 * step / steps
		};
	}
	const random = initialParameters(network, stream("random MERA"));
	const lost = [
		-1,
		0,
		1,
		2
	].map((k) => sites / 2 + k);
	const leaks = {};
	const isometries = network.nodes.filter(({ id }) => id.startsWith("w"));
	for (const [k, { id, legs }] of isometries.entries()) {
		yield {
			message: `bond above ${id}`,
			progress: .7 + .2 * k / isometries.length
		};
		const region = [...network.boundary.keys()].filter((site) => !lost.includes(site));
		leaks[id] = networkRecoverability(network, theta, [legs.at(-1)], region).leaked;
	}
	return {
		sites,
		energy,
		exact: -2 / Math.sin(Math.PI / (2 * sites)),
		trained: levelLeaks(network, theta),
		random: levelLeaks(network, random),
		lost,
		leaks
	};
}
/** Two bonds of each level, and every site that they can reach. */
function levelLeaks(network, theta) {
	const levels = Math.log2(network.boundary.length) - 1;
	const sites = [...network.boundary.keys()];
	const cones = sites.map((site) => new Set(causalCone(network, [site]).nodes));
	return Array.from({ length: levels }, (_, level) => {
		const leaks = [0, 1].flatMap((k) => {
			return sites.filter((site) => cones[site].has(`w${level}.${k}`)).map((site) => networkRecoverability(network, theta, [`b${level}.${k}`], sites.toSpliced(site, 1)).leaked);
		});
		return mean(leaks);
	});
}
// train/studies/learned-code/pentagon-leakage.ts
/**
* Leaks of its bonds for intervals of like share of the sites: a tenth, a quarter, two fifths. Intervals that start in
* one fifth of the boundary are enough, by symmetry.
*/
function pentagonLeaks() {
	const { network, theta } = pentagonCode(1).isometric;
	const zeros = network.bulk.map((leg) => ({
		id: `zero ${leg}`,
		legs: [leg],
		tensor: {
			kind: "constant",
			interleaved: [
				1,
				0,
				0,
				0
			]
		}
	}));
	const tensors = {
		...network,
		nodes: [...network.nodes, ...zeros],
		bulk: []
	};
	const sites = network.boundary.length;
	const lost = [
		2,
		5,
		8
	].flatMap((length) => Array.from({ length: sites / 5 }, (_, start) => Array.from({ length }, (_, k) => (start + k) % sites)));
	return {
		sites,
		leaks: leaksOf({
			tensors,
			legs: bondsOf$1(network).map(({ leg }) => ({
				leg,
				depth: 1
			}))
		}, theta, lost)
	};
}
// train/initial-theta.ts
/**
* Parameters to start from: angles normal with mean zero and standard deviation `amplitude` for a circuit, the
* network's own random tensors and isometries for a tensor network.
*/
const initialTheta = byKind({
	circuit: ({ parameters }, stream, amplitude) => Float64Array.from({ length: parameters }, () => amplitude * stream.normal()),
	network: initialParameters
});
// train/studies/learned-code/typical-leakage.ts
/** @file What leaks of inputs that look like what the network itself sends through a bond. */
/** Most amplitudes of a cut network. */
const LARGEST = 2 ** 14;
/** Inputs of less entropy, in nats, carry nothing. */
const NOTHING = 1e-9;
/**
* Leaked share Σ I(R:E) / Σ 2S(R) over all bonds and erasures, when the input of each bond is not maximally mixed but in
* the state ρ that the network sends through it: the pair is replaced by the purification √ρ ⊗ 1 Σ|kk⟩. Directions
* that the state does not use then do not count.
*
* @returns null if the network is too large for its amplitudes
*/
function typicalLeak({ tensors, legs }, theta, lost) {
	let [leaked, sent] = [0, 0];
	for (const { leg } of legs) {
		const { network, theta: point } = cutNetwork(tensors, theta, [leg]);
		const { boundary, bulk, environment } = network;
		const dimensions = [
			...boundary,
			...bulk,
			...environment
		].map((name) => network.dimensions[name]);
		if (sizeOf(dimensions) > LARGEST) return null;
		const [reference, away] = [boundary.length, dimensions.length - 1];
		const state = networkState({
			...network,
			boundary: [...boundary, ...bulk],
			bulk: []
		}, point);
		const root = transpose(positiveRoot(reducedDensityMatrix(state, dimensions, [away])));
		const first = [reference, ...dimensions.keys()].filter((axis, place) => place === 0 || axis !== reference);
		const d = dimensions[reference];
		const rest = sizeOf(dimensions) / d;
		const moved = currentEngine().permute(state.interleaved, dimensions, first);
		const weighted = currentEngine().multiply(root.interleaved, moved, d, rest, d, false, false);
		const back = [...dimensions.keys()].map((axis) => first.indexOf(axis));
		const interleaved = currentEngine().permute(weighted, first.map((axis) => dimensions[axis]), back);
		const size = Math.sqrt(interleaved.reduce((sum, x) => sum + x * x, 0));
		const amplitudes = {
			length: interleaved.length / 2,
			interleaved: interleaved.map((x) => x / size)
		};
		const entropies = entropiesOfState(amplitudes, dimensions, {
			boundary: reference,
			references: 1
		});
		const whole = entropies.entropy([reference]);
		if (whole < NOTHING) continue;
		for (const sites of lost) {
			leaked += regionRecoverability(entropies, [reference], complementOf(sites, reference)).leaked;
			sent += 2 * whole;
		}
	}
	return sent === 0 ? null : leaked / sent;
}
// train/studies/learned-code/trained-codes.ts
/** @file Networks trained on states, with what leaks at the start, on the way, at the end, and under a penalty. */
/** The states that are learned. */
function targetsOf(qubits, seed) {
	const ising = (field) => groundState(transverseFieldIsing(chain(qubits), { field }));
	return [
		["critical Ising", ising(1)],
		["gapped Ising", ising(2)],
		["GHZ", ghz(qubits)],
		["cluster", graph(chain(qubits))],
		["Haar", haarRandom(qubits, seed)]
	];
}
/** An infidelity with which no further start is needed, and the spread of initial angles, in rad. */
const LEARNED = 1e-6;
const AMPLITUDE = 1;
/** Steps at which leakage on the way is looked at. */
const LOOKS = [
	0,
	1,
	2,
	4,
	8,
	16,
	32,
	64,
	128,
	256,
	512
];
/** Each network on each state, from the best of several starts. */
function* trainedCodes(codes, targets, search) {
	const found = [];
	const total = codes.length * targets.length;
	for (const [state, target] of targets) for (const code of codes) {
		yield {
			message: `${code.name} on ${state}`,
			progress: found.length / total
		};
		found.push(trainedCode(code, state, target, search));
	}
	return found;
}
function trainedCode(code, state, target, search) {
	const problem = problemOf(code, target);
	let best;
	for (let start = 0; start < search.starts && !(best !== void 0 && best.infidelity < LEARNED); start++) {
		const stream = randomStream(search.seed, `${code.name} on ${state}, ${start}`);
		const end = descent(problem, initialTheta(code.network, stream, AMPLITUDE), search.steps);
		if (best === void 0 || end.infidelity < best.infidelity) best = end;
	}
	const { looks, theta, infidelity } = best;
	const leaked = (theta) => mean(leaksOf(code, theta, search.lost).map(({ share }) => share));
	const way = looks.map((look) => ({
		step: look.step,
		infidelity: look.infidelity,
		leaked: leaked(look.theta)
	}));
	const leaks = leaksOf(code, theta, search.lost);
	return {
		network: code.name,
		state,
		infidelity,
		start: way[0].leaked,
		theta,
		leaks,
		typical: typicalLeak(code, theta, search.lost),
		way
	};
}
/** The circuit as trained on each state, then under penalties that are raised one after another. */
function* penalisedCodes(code, targets, trained, weights, search) {
	const found = [];
	for (const [k, [state, target]] of targets.entries()) {
		const problem = problemOf(code, target);
		let theta = trained.find((one) => one.state === state && one.network === code.name).theta;
		for (const weight of [0, ...weights]) {
			yield {
				message: `${state}, λ = ${weight}`,
				progress: k / targets.length
			};
			const end = descent(problem, theta, search.steps, weight);
			theta = end.theta;
			found.push({
				state,
				weight,
				length: complexityOf(problem, "length", theta),
				infidelity: end.infidelity,
				leaked: mean(leaksOf(code, theta, search.lost).map(({ share }) => share))
			});
		}
	}
	return found;
}
const problemOf = ({ network }, target) => ({
	network,
	target,
	metric: TWO_LOCAL.chain
});
/** L-BFGS on infidelity and penalty, on the manifold of the isometries. */
function descent(problem, start, maxSteps, weight = 0) {
	const { network } = problem;
	const loss = lossOf(problem, weight, network.kind === "circuit" ? "length" : "bond-entropy");
	const manifold = network.kind === "circuit" ? void 0 : productManifold(manifoldOf(network));
	const options = manifold === void 0 ? {} : { manifold };
	const looks = [];
	let last;
	for (const { x, evaluation, step } of minimise(loss.objective, lbfgs(options), start, {
		maxSteps,
		...options,
		valueTolerance: 1e-12
	})) {
		const { infidelity } = loss.parts(x, evaluation);
		if (LOOKS.includes(step)) looks.push({
			step,
			infidelity,
			theta: x
		});
		last = {
			theta: x,
			infidelity,
			looks
		};
	}
	return last;
}
// train/studies/learned-code/run.ts
/** @file Is a network that has learned a state an error-correcting code, and a better one than its graph alone makes it? */
/** Carries the study out, part by part. */
function* run({ qubits, bond, depth, erased, steps, starts, samples, weights, mera, meraSteps }, { seed, part }) {
	const codes = codeNetworks(qubits, bond, depth);
	const targets = targetsOf(qubits, seed);
	const lost = erasures(qubits, erased);
	const search = {
		steps,
		starts,
		seed,
		lost
	};
	const random = yield* part("random networks", .15, () => randomCodes(codes, lost, samples, seed));
	const trained = yield* part("training", .65, () => trainedCodes(codes, targets, search));
	return findings({
		qubits,
		bond,
		random,
		trained,
		penalised: yield* part("penalty", .75, () => penalisedCodes(codes[0], targets.slice(0, 2), trained, weights, search)),
		pentagon: yield* part("pentagon code", .8, pentagonLeaks),
		scales: yield* part("MERA by scale", .92, () => meraScales(mera, meraSteps, seed)),
		explained: yield* part("explaining graphs", .99, () => explainingGraphs(codes, trained, targets[0], seed)),
		difference: yield* part("a second way", 1, () => greatestDifference(codes[0], seed))
	});
}
/** Haar and stabiliser networks on each graph, and what the graph alone says. */
function* randomCodes(codes, lost, samples, seed) {
	const found = [];
	for (const code of codes) {
		yield {
			message: code.name,
			progress: found.length / codes.length
		};
		const drawn = (name, point) => Array.from({ length: samples }, (_, k) => point(code, randomStream(seed, `${name} ${code.name} ${k}`)));
		const haar = drawn("Haar", haarPoint);
		found.push({
			network: code.name,
			haar: haar.map((theta) => leaksOf(code, theta, lost)),
			stabiliser: drawn("stabiliser", stabiliserPoint).map((theta) => leaksOf(code, theta, lost)),
			typical: haar.map((theta) => typicalLeak(code, theta, lost)),
			graph: graphLeaksOf(code, lost)
		});
	}
	return found;
}
/** The circuit's recoverability gate by gate, through its state and through its network: greatest difference in nats. */
function greatestDifference({ network, tensors }, seed) {
	const circuit = asCircuit(network);
	const stream = randomStream(seed, "compared");
	const theta = Float64Array.from({ length: circuit.parameters }, () => stream.normal());
	const differences = Array.from({ length: 12 }, () => ({
		wire: stream.integer(circuit.qubits),
		before: stream.integer(circuit.gates.length + 1),
		region: [...Array(circuit.qubits).keys()].filter(() => stream.uniform() < .6)
	})).map(({ wire, before, region }) => {
		const time = circuit.gates.slice(0, before).filter(({ word }) => support(word).includes(wire)).length;
		const a = recoverability(circuit, theta, {
			wires: [wire],
			before
		}, region).leaked;
		const b = networkRecoverability(tensors, theta, [`${wire} ${time}`], region).leaked;
		return Math.abs(a - b);
	});
	return Math.max(...differences);
}
export { run };
