import { t as entropiesOfChain } from "./chain-regions-BCHlpeV9.js";
import { d as isTree, l as bondGrams, n as isOpenChain, p as withCopyTensors, t as chainOf, u as bondsOf } from "./matrix-product-state-CYxnDb3V.js";
import { B as addScaled, G as scaledVector, H as norm, P as multiply, V as innerProduct, W as normalised, Y as sizeOf, d as hermitianEigenvalues, dt as ShapeError, u as hermitianEigen, ut as DomainError, z as transpose } from "./study-record-DTuekta5.js";
import { i as distributionEntropy, n as rememberedEntropy, r as sitesOf, t as entropiesOfState } from "./region-entropies-C3COF-g3.js";
import { n as complementOf } from "./reduced-density-matrix-Bg02QxO0.js";
import { n as networkState, r as networkTangents, t as networkPullback } from "./network-state-CqADix7e.js";
import { C as contract, E as contractionPath, S as byKind, T as contractionPlan, a as pullbackTensors, n as networkTensors, t as isTrainable, w as contractPullback } from "./node-tensor-YhHVVG2I.js";
import { t as pathCost } from "./contraction-cost-BtC9s7JT.js";
import { n as isStabiliserNetwork, t as entropiesOfStabiliserNetwork } from "./stabiliser-network-CIApMtLY.js";
// src/linalg/spectral-matrix.ts
/** V·diag(values)·V†. */
function withEigenvalues(vectors, values) {
	const { rows, cols } = vectors;
	const scaled = vectors.interleaved.map((x, k) => x * values[(k >> 1) % cols]);
	return multiply({
		rows,
		cols,
		interleaved: scaled
	}, vectors, { adjointB: true });
}
/** √A of a positive semidefinite matrix; eigenvalues that rounding made negative count as zero. */
function positiveRoot(a) {
	const { values, vectors } = hermitianEigen(a);
	return withEigenvalues(vectors, values.map((x) => Math.sqrt(Math.max(x, 0))));
}
// src/network/contiguous-entropy.ts
/** @file Entanglement across every cut of the sites into a left and a right part, through the dense state. */
/** Most amplitudes of a network with cycles; more take minutes rather than seconds. */
const LARGEST_CYCLIC_STATE = 2 ** 14;
/**
* Mean of a spectral function over the n − 1 cuts of the sites into 0 … k − 1 and k … n − 1 (environment legs, if any,
* on the right), as a function of θ with gradient. For any network, cycles or not; one site has no cut and gives 0.
*
* @throws {DomainError} more than 2¹⁴ amplitudes
*
* Cost O(n D^{3/2}) for D amplitudes.
*/
function contiguousMean(network, spectral) {
	const dimensions = [...network.boundary, ...network.environment].map((leg) => network.dimensions[leg]);
	const size = sizeOf(dimensions);
	if (size > LARGEST_CYCLIC_STATE) throw new DomainError(`bond entropy: at most ${LARGEST_CYCLIC_STATE} amplitudes possible for a network with cycles, got ${size}`);
	const cuts = network.boundary.slice(1).map((_, k) => sizeOf(dimensions.slice(0, k + 1)));
	return (theta) => {
		const state = networkState(network, theta);
		const cotangent = new Float64Array(2 * size);
		let value = 0;
		for (const rows of cuts) {
			const matrix = {
				rows,
				cols: size / rows,
				interleaved: state.interleaved
			};
			const wide = matrix.rows <= matrix.cols;
			const { values, vectors } = hermitianEigen(multiply(matrix, matrix, wide ? { adjointB: true } : { adjointA: true }));
			const term = spectral(values);
			const slope = withEigenvalues(vectors, term.derivative);
			const lambda = wide ? multiply(slope, matrix) : multiply(matrix, slope);
			value += term.value / cuts.length;
			for (let k = 0; k < cotangent.length; k++) cotangent[k] = cotangent[k] + 2 * lambda.interleaved[k] / cuts.length;
		}
		return {
			value,
			gradient: networkPullback(network, theta, {
				length: size,
				interleaved: cotangent
			})
		};
	};
}
// src/network/spectral-function.ts
/** Probabilities below this contribute nothing: their logarithm is cut off here. */
const NEGLIGIBLE = 1e-32;
/** Entanglement entropy S = −Σ p log p, in nats. */
const entropyFunction = (eigenvalues) => ofProbabilities(eigenvalues, (p) => {
	const logarithm = Math.log(Math.max(p, NEGLIGIBLE));
	return [-p * logarithm, -logarithm - 1];
});
/**
* Smooth rank Σ p/(p + ε): counts the probabilities that are well above ε.
*
* @param softness - ε > 0
*/
function smoothRank(softness) {
	return (eigenvalues) => ofProbabilities(eigenvalues, (p) => [p / (p + softness), softness / (p + softness) ** 2]);
}
/** Σ f(p_i) with p = λ/Z: ∂/∂λ_i = (f'(p_i) − Σ_j p_j f'(p_j)) / Z. */
function ofProbabilities(eigenvalues, f) {
	const positive = eigenvalues.map((x) => Math.max(x, 0));
	const total = positive.reduce((sum, x) => sum + x, 0);
	let value = 0;
	let mean = 0;
	const slopes = positive.map((x) => {
		const [term, slope] = f(x / total);
		value += term;
		mean += x / total * slope;
		return slope;
	});
	return {
		value,
		derivative: slopes.map((slope) => (slope - mean) / total)
	};
}
// src/network/bond-entropy.ts
/** Probabilities below this hardly count in the smooth rank. */
const SOFTNESS = .001;
/**
* Entanglement entropy of the bonds as a function of θ, in nats, with gradient.
*
* - Networks without cycles (matrix-product states, trees): Σ_bonds S_bond, S = −Σ p log p of the two parts that the
*   bond joins. Exact, by contraction: any number of sites.
* - Networks with cycles (PEPS, MERA, rings): a single bond does not cut the state in two, so it has no entanglement
*   entropy. Instead, the mean of S over all cuts into a left and a right part, through the dense state; each such
*   entropy is at most the sum of log(dimension) of the bonds cut. At most 2¹⁴ amplitudes.
*
* The gradient is finite at degenerate and vanishing p.
*
* @throws {DomainError} a network with cycles and more than 2¹⁴ amplitudes
*/
function bondEntropy(network) {
	return bondSum(network, entropyFunction);
}
/**
* Smooth bond dimension Σ_bonds Σ_i p_i/(p_i + ε), differentiable; for networks with cycles the mean over cuts, as in
* `bondEntropy`. Probabilities that it has made small are removed by `truncateBonds`.
*
* @param softness - ε, default 1e-3: probabilities well below it hardly count, and cost nothing to keep small
*/
function bondDimensionSurrogate(network, softness = SOFTNESS) {
	if (!(softness > 0)) throw new DomainError(`bondDimensionSurrogate: a positive softness required, got ${softness}`);
	return bondSum(network, smoothRank(softness));
}
/**
* Entanglement spectrum of every bond of a network without cycles: probabilities, descending.
*
* @throws {DomainError} the network has a cycle
*/
function bondSpectra(network, theta) {
	if (!isTree(network)) throw new DomainError("bondSpectra: a connected network without cycles required");
	const spectra = bondGrams(network, theta).grams.map(({ bond, sides: [left, right] }) => {
		const root = positiveRoot(transpose(left));
		const values = hermitianEigenvalues(sandwich(root, right)).map((x) => Math.max(x, 0));
		const total = values.reduce((sum, x) => sum + x, 0);
		return [bond.leg, values.map((x) => x / total).reverse()];
	});
	return Object.fromEntries(spectra);
}
/**
* Σ_bonds of a spectral function. With the Gram matrices L, R of a bond's sides the density matrix has the spectrum of
* LᵀR, or of √Lᵀ R √Lᵀ, so that the cotangent of R is √Lᵀ f'(√Lᵀ R √Lᵀ) √Lᵀ, and likewise for Lᵀ: no inverse occurs.
*/
function bondSum(network, spectral) {
	if (!isTree(network)) return contiguousMean(network, spectral);
	return (theta) => {
		const { grams, pullback } = bondGrams(network, theta);
		let value = 0;
		const cotangents = grams.map(({ sides: [left, right] }) => {
			const transposed = transpose(left);
			const ofRight = spectralCotangent(positiveRoot(transposed), right, spectral);
			const ofLeft = spectralCotangent(positiveRoot(right), transposed, spectral);
			value += ofRight.value;
			return [transpose(ofLeft.cotangent).interleaved, ofRight.cotangent.interleaved];
		});
		return {
			value,
			gradient: pullback(cotangents)
		};
	};
}
/** f(spectrum of root·X·root) and its cotangent with respect to X. */
function spectralCotangent(root, x, spectral) {
	const { values, vectors } = hermitianEigen(sandwich(root, x));
	const { value, derivative } = spectral(values);
	return {
		value,
		cotangent: sandwich(root, withEigenvalues(vectors, derivative))
	};
}
const sandwich = (root, x) => multiply(multiply(root, x), root);
// src/network/connected-parts.ts
/** The nodes in groups that are joined by legs, in the order of their first nodes. */
function connectedParts(nodes) {
	const owners = /* @__PURE__ */ new Map();
	nodes.forEach(({ legs }, index) => {
		for (const leg of legs) owners.set(leg, [...owners.get(leg) ?? [], index]);
	});
	const partOf = /* @__PURE__ */ new Map();
	nodes.forEach((_, first) => {
		if (partOf.has(first)) return;
		partOf.set(first, first);
		const reached = [first];
		for (const index of reached) for (const next of nodes[index].legs.flatMap((leg) => owners.get(leg))) {
			if (partOf.has(next)) continue;
			partOf.set(next, first);
			reached.push(next);
		}
	});
	return [...new Set(partOf.values())].map((first) => nodes.filter((_, index) => partOf.get(index) === first));
}
// src/network/node-outputs.ts
/** @file The direction of time in a network of gates and isometries. */
/**
* The legs by which a node acts on what comes later: outputs of gates and isometries, all legs of a constant.
*
* @throws {DomainError} a free tensor: it has no direction in time
*/
function outputsOf(node, network) {
	const outputs = directedOutputs(node, network);
	if (outputs !== null) return outputs;
	throw new DomainError(`outputsOf: gates and isometries required, got a free tensor ${node.id}`);
}
/** The legs that `outputsOf` gives; null for a free tensor, which has no direction in time. */
function directedOutputs({ legs, tensor }, { dimensions }) {
	const count = outputCount(tensor, legs.map((leg) => dimensions[leg]));
	return count === null ? null : legs.slice(0, count);
}
/** How many legs, from the first on, are outputs. */
const outputCount = byKind({
	constant: (_, shape) => shape.length,
	free: () => null,
	isometry: ({ rows }, shape) => {
		let [size, count] = [1, 0];
		while (size < rows) size *= shape[count++];
		return count;
	},
	rotation: (_, shape) => shape.length / 2,
	stabiliser: (_, shape) => shape.length
});
// src/network/density-entropy.ts
/** @file The entropy of some open legs of a network, from the density matrix of what the legs cannot undo by themselves. */
/** Largest dimension of a reduced density matrix that is diagonalised. */
const LARGEST_DENSITY = 1024;
/** Most floating-point operations of one reduced density matrix: about ten seconds. */
const MOST_FLOPS = 2 ** 36;
/**
* Entropy of the kept legs in the pure state of all open legs, normalised.
*
* Gates and isometries whose outputs are all on one side, kept or not, change no entropy and are taken away; their
* inputs are then on that side. What remains is in the wedge of neither. Each of its parts is contracted with its
* conjugate to the density matrix of its smaller side.
*
* @param tensors - of all nodes of the network, by id
* @throws {DomainError} a density matrix of more than 2¹⁰ rows, or of more than 2³⁶ operations
*/
function densityEntropy(network, tensors, kept, options = {}) {
	const { nodes, isKept, pairs } = withoutWedges(network, kept);
	return connectedParts(nodes).reduce((sum, part) => sum + partEntropy(network, part, tensors, isKept, options), pairs.reduce((sum, leg) => sum + Math.log(network.dimensions[leg]), 0) / Math.log(options.base ?? Math.E));
}
function withoutWedges(network, kept) {
	const isKept = /* @__PURE__ */ new Map();
	for (const leg of [
		...network.boundary,
		...network.bulk,
		...network.environment
	]) isKept.set(leg, false);
	for (const leg of kept) isKept.set(leg, true);
	const nodes = new Set(network.nodes);
	const pairs = [];
	for (let changed = true; changed;) {
		changed = false;
		for (const node of nodes) {
			const outputs = directedOutputs(node, network) ?? node.legs;
			const side = isKept.get(outputs[0] ?? "");
			if (outputs.length > 0 && (side === void 0 || outputs.some((leg) => isKept.get(leg) !== side))) continue;
			nodes.delete(node);
			for (const leg of outputs) isKept.delete(leg);
			for (const leg of node.legs) {
				if (outputs.includes(leg)) continue;
				const other = isKept.get(leg);
				if (other === void 0) isKept.set(leg, side === true);
				else {
					if (other !== side) pairs.push(leg);
					isKept.delete(leg);
				}
			}
			changed = true;
		}
	}
	return {
		nodes: [...nodes],
		isKept,
		pairs
	};
}
function partEntropy({ dimensions }, nodes, tensors, isKept, options) {
	const open = nodes.flatMap(({ legs }) => legs.filter((leg) => isKept.has(leg)));
	const size = (legs) => sizeOf(legs.map((leg) => dimensions[leg]));
	const [output, traced] = [true, false].map((side) => open.filter((leg) => isKept.get(leg) === side)).sort((a, b) => size(a) - size(b));
	if (output.length === 0) return 0;
	const rows = size(output);
	if (rows > LARGEST_DENSITY) throw new DomainError(`entropiesOfNetwork: a density matrix of at most ${LARGEST_DENSITY} rows possible, got ${rows}`);
	const bra = (leg) => traced.includes(leg) ? leg : `conjugate ${leg}`;
	const kets = nodes.map(({ legs }) => legs);
	const legs = [...kets, ...kets.map((own) => own.map(bra))];
	const both = Object.fromEntries(kets.flat().flatMap((leg) => [leg, bra(leg)].map((name) => [name, dimensions[leg]])));
	const outputs = [...output, ...output.map(bra)];
	const path = contractionPath(legs, both, outputs);
	const { flops } = pathCost(legs, both, path, outputs);
	if (flops > MOST_FLOPS) throw new DomainError(`entropiesOfNetwork: at most ${MOST_FLOPS} operations possible, got ${flops}`);
	const ket = nodes.map(({ id }) => tensors.get(id));
	const conjugate = ket.map(({ shape, interleaved }) => ({
		shape,
		interleaved: interleaved.map((x, k) => k % 2 === 0 ? x : -x)
	}));
	const { interleaved } = contract(contractionPlan(legs, both, outputs, path), [...ket, ...conjugate]).value;
	const p = hermitianEigenvalues({
		rows,
		cols: rows,
		interleaved
	});
	const total = p.reduce((sum, value) => sum + value, 0);
	return distributionEntropy(p.map((value) => value / total), options);
}
// src/network/network-entropies.ts
/**
* Entropies of regions of the state that a network generates, normalised; logical inputs are opened to references, and
* the environment is traced out. Parts that are not connected are a product, and count one by one.
*
* - A region on one side of a bond of a part without cycles has the entropy of that bond, from messages.
* - Any other is read from a density matrix, by contraction of the network with its conjugate. Gates and isometries
*   whose outputs are all inside or all outside of the region change no entropy: only what is in the causal wedge of
*   neither is contracted, to the density matrix of its smaller side. A reference at an isometry that is taken away is
*   maximally entangled with its outputs.
*
* @param theta - parameters, shape (P,); isometries must be isometric
* @param options - base of the logarithm, and order of Rényi's entropies, all of which add up in products
* @throws {ShapeError} theta does not have the network's number of parameters
* @throws {DomainError} options out of range, see `distributionEntropy`
*
* Regions whose density matrix has more than 2¹⁰ rows, or takes more than 2³⁶ operations, are out of reach.
*/
function entropiesOfNetwork(given, theta, options = {}) {
	const network = withCopyTensors(given);
	const { boundary, bulk, nodes, dimensions } = network;
	const sites = [...boundary, ...bulk];
	const tensors = new Map(networkTensors(network, theta).map((tensor, k) => [nodes[k].id, tensor]));
	const parts = connectedParts(nodes).map((part) => ({
		part: partOf(network, part),
		cuts: bondCuts(partOf(network, part), theta, options)
	}));
	const known = (kept) => parts.map(({ cuts }) => cuts(kept));
	return {
		boundary: boundary.length,
		references: bulk.length,
		capacities: sites.map((leg) => Math.log(dimensions[leg]) / Math.log(options.base ?? Math.E)),
		kind: "exact",
		entropy: rememberedEntropy(sites.length, (region) => {
			const kept = region.map((site) => sites[site]);
			const ofBonds = known(kept);
			return parts.reduce((sum, { part }, k) => sum + (ofBonds[k] ?? densityEntropy(part, tensors, kept, options)), 0);
		}),
		contiguous: () => contiguousRegions(boundary.length).flatMap((region) => {
			const ofBonds = known(sitesOf(region).map((site) => boundary[site]));
			if (ofBonds.includes(void 0)) return [];
			return [{
				...region,
				entropy: ofBonds.reduce((sum, value) => sum + value, 0)
			}];
		}),
		information: () => []
	};
}
/** A part of the network with its open legs. */
function partOf(network, nodes) {
	const own = new Set(nodes.flatMap(({ legs }) => legs));
	const [boundary, bulk, environment] = [
		network.boundary,
		network.bulk,
		network.environment
	].map((legs) => legs.filter((leg) => own.has(leg)));
	return {
		...network,
		nodes,
		boundary,
		bulk,
		environment
	};
}
/**
* The entropy of legs that make up one side of a bond of a tree; 0 of all or none of its legs; undefined for all others.
* Messages are sent when a bond is asked for.
*/
function bondCuts(part, theta, options) {
	const open = [
		...part.boundary,
		...part.bulk,
		...part.environment
	];
	const places = new Map(open.map((leg, place) => [leg, place]));
	let cuts;
	return (kept) => {
		const own = kept.flatMap((leg) => places.get(leg) ?? []).sort((a, b) => a - b);
		if (own.length === 0 || own.length === open.length) return 0;
		cuts ??= isTree(part) ? treeCuts(part, theta, open, options) : /* @__PURE__ */ new Map();
		return cuts.get(own.join());
	};
}
/** Both sides of each bond of a tree, as places of open legs, with the entropy of the bond. */
function treeCuts(part, theta, open, options) {
	const bonds = bondsOf(part);
	const spectra = bondSpectra(part, theta);
	const cuts = /* @__PURE__ */ new Map();
	for (const { leg, nodes } of bonds) {
		const side = /* @__PURE__ */ new Set([nodes[0]]);
		for (const node of side) for (const bond of bonds) {
			if (bond.leg === leg || !bond.nodes.includes(node)) continue;
			side.add(bond.nodes[0] === node ? bond.nodes[1] : bond.nodes[0]);
		}
		const within = new Set([...side].flatMap((node) => part.nodes[node].legs));
		const here = [...open.keys()].filter((place) => within.has(open[place]));
		const entropy = distributionEntropy(spectra[leg], options);
		cuts.set(here.join(), entropy).set(complementOf(here, open.length).join(), entropy);
	}
	return cuts;
}
/** All intervals of an open chain of sites but the whole. */
function contiguousRegions(sites) {
	return Array.from({ length: sites }, (_, start) => start).flatMap((start) => Array.from({ length: sites - start }, (_, k) => ({
		start,
		length: k + 1
	}))).filter(({ length }) => length < sites);
}
// src/network/network-overlap.ts
/**
* @file Overlaps and norms of networks by contraction, without amplitudes: fidelity of states on 64 sites and more,
* with gradients. Logarithms are kept, so that an overlap of 1e-30 is as accurate as one of 1/2.
*/
/**
* log F of a model against a target, F = |⟨t|ψ⟩|² / (⟨t|t⟩⟨ψ|ψ⟩), with gradient: as an objective, −log F. Where the
* model has environment legs, F = ⟨t|ρ|t⟩ / (⟨t|t⟩ Tr ρ) of its mixed state ρ.
*
* @param target - pure, any parameters
* @param model - same boundary dimensions
* @returns θ ↦ −log F ≥ 0 and its gradient. Where the states are orthogonal, exactly or by underflow, it is +∞ with
*   gradient 0, like that of F itself: no direction is better than another, and `minimise` ends as diverged
* @throws {ShapeError} the boundaries differ
* @throws {DomainError} the target has environment legs, or either has logical inputs
*
* Cost of two matrix-product states: O(n d χ³) for value and gradient.
*/
function negativeLogFidelity(target, model) {
	return (theta) => logFidelityTerms(target, model)(theta);
}
/**
* Infidelity 1 − F, see `negativeLogFidelity`, with gradient. Its gradient vanishes with F: from a start with a tiny
* overlap minimise −log F first.
*/
function networkInfidelity(target, model) {
	const negativeLog = logFidelityTerms(target, model);
	return (theta) => {
		const { value, gradient } = negativeLog(theta);
		const fidelity = Math.exp(-value);
		return {
			value: -Math.expm1(-value),
			gradient: gradient.map((x) => fidelity * x)
		};
	};
}
/** log ⟨ψ|ψ⟩ of a network, environment legs traced out. */
function networkLogNorm(point) {
	return logOf(evaluate(normLayers(point)).contraction);
}
function logFidelityTerms(target, model) {
	checkPair(target.network, model);
	const logTargetNorm = networkLogNorm(target);
	const wanted = model.nodes.map(isTrainable);
	return (theta) => {
		const point = {
			network: model,
			theta
		};
		const overlap = model.environment.length === 0 ? pureOverlap(target, point, wanted) : mixedOverlap(target, point, wanted);
		if (overlap.value === -Infinity) return {
			value: Infinity,
			gradient: overlap.gradient
		};
		const norm = logQuadratic(normLayers(point), wanted, point);
		const gradient = norm.gradient.map((x, k) => x - overlap.gradient[k]);
		return {
			value: Math.max(0, logTargetNorm + norm.value - overlap.value),
			gradient
		};
	};
}
/** log |⟨t|ψ⟩|² and its gradient. */
function pureOverlap(target, model, wanted) {
	const { contraction, plan, needed, cotangentsOf } = evaluate([layer(target, "bra", true), layer(model, "ket", false)], wanted);
	const [re, im] = contraction.value.interleaved;
	const square = re * re + im * im;
	if (square === 0) return vanishing(model);
	const lambda = Float64Array.of(2 * re / square, 2 * im / square);
	const cotangents = cotangentsOf(contractPullback(plan, contraction, lambda, needed));
	return {
		value: logOf(contraction) * 2,
		gradient: pullbackTensors(model.network, model.theta, cotangents)
	};
}
/** log ⟨t|ρ|t⟩ and its gradient: four layers, the environment joined between the two inner ones. */
function mixedOverlap(target, model, wanted) {
	return logQuadratic([
		layer(target, "bra", true, "upper"),
		layer(model, "ket", false, "upper"),
		layer(model, "conjugate", true, "lower"),
		layer(target, "target", false, "lower")
	], wanted, model);
}
/**
* log q and its gradient, for a real q = Q(ψ, ψ̄) > 0 whose layers contain ψ as 'ket' and ψ̄ symmetrically: both
* contribute the same, so the ket's cotangent counts twice.
*/
function logQuadratic(layers, wanted, model) {
	const { contraction, plan, needed, cotangentsOf } = evaluate(layers, wanted);
	const [quadratic] = contraction.value.interleaved;
	if (quadratic === 0) return vanishing(model);
	const lambda = Float64Array.of(2 / quadratic, 0);
	const cotangents = cotangentsOf(contractPullback(plan, contraction, lambda, needed));
	return {
		value: logOf(contraction),
		gradient: pullbackTensors(model.network, model.theta, cotangents)
	};
}
/**
* The logarithm of a quadratic form that vanishes, and the form's gradient, which is 0 since the form is nowhere
* negative.
*/
const vanishing = ({ theta }) => ({
	value: -Infinity,
	gradient: new Float64Array(theta.length)
});
/** log |value · 2^exponent| of a scalar. */
function logOf({ value, exponent }) {
	return Math.log(Math.hypot(value.interleaved[0], value.interleaved[1])) + exponent * Math.LN2;
}
/** Bonds get the layer's name, boundary legs the name of the side, environment legs are common to all layers. */
function layer(point, name, conjugate, side = "site") {
	const { network } = point;
	const renamed = /* @__PURE__ */ new Map();
	for (const [k, leg] of network.boundary.entries()) renamed.set(leg, `${side} ${k}`);
	for (const [k, leg] of network.environment.entries()) renamed.set(leg, `environment ${k}`);
	const rename = (leg) => renamed.get(leg) ?? `${name} ${leg}`;
	return {
		name,
		point,
		conjugate,
		legs: network.nodes.map((node) => node.legs.map(rename)),
		dimensions: Object.fromEntries(Object.entries(network.dimensions).map(([leg, d]) => [rename(leg), d]))
	};
}
const normLayers = (point) => [layer(point, "bra", true), layer(point, "ket", false)];
/** Contracts the layers to a scalar. Nodes are taken in turn from all layers, so that chains are zipped together. */
function evaluate(layers, wanted = []) {
	const order = layers.flatMap((own, l) => own.legs.map((legs, node) => ({
		l,
		node,
		legs,
		place: (node + .5) / own.legs.length
	}))).sort((a, b) => a.place - b.place || a.l - b.l);
	const plan = remembered(layers, () => contractionPlan(order.map(({ legs }) => legs), Object.assign({}, ...layers.map(({ dimensions }) => dimensions)), []));
	const tensors = layers.map(({ point, conjugate }) => {
		const own = networkTensors(point.network, point.theta);
		return conjugate ? own.map(conjugated) : own;
	});
	const isKet = (l) => layers[l].name === "ket";
	return {
		plan,
		contraction: contract(plan, order.map(({ l, node }) => tensors[l][node])),
		needed: order.map(({ l, node }) => isKet(l) && wanted[node] === true),
		cotangentsOf: (all) => {
			const cotangents = [];
			order.forEach(({ l, node }, place) => {
				if (isKet(l)) cotangents[node] = all[place];
			});
			return cotangents;
		},
		tensorsOf: (name, own) => order.map(({ l, node }) => layers[l].name === name ? own[node]?.interleaved : void 0)
	};
}
/** Plans are remembered for each tuple of networks: planning costs more than a small contraction. */
const plans = /* @__PURE__ */ new WeakMap();
function remembered(layers, make) {
	const [first, second] = [layers[0].point.network, layers[1].point.network];
	const inner = plans.get(first) ?? /* @__PURE__ */ new WeakMap();
	plans.set(first, inner);
	const known = inner.get(second) ?? /* @__PURE__ */ new Map();
	inner.set(second, known);
	const key = layers.map(({ name }) => name).join(" ");
	const plan = known.get(key) ?? make();
	known.set(key, plan);
	return plan;
}
function conjugated({ shape, interleaved }) {
	return {
		shape,
		interleaved: interleaved.map((x, k) => k % 2 === 0 ? x : -x)
	};
}
function checkPair(target, model) {
	const [a, b] = [target, model].map(({ boundary, dimensions }) => boundary.map((leg) => dimensions[leg]).join(", "));
	if (a !== b) throw new ShapeError(`network overlap: equal boundary dimensions required, got [${a}] and [${b}]`);
	if (target.environment.length > 0) throw new DomainError("network overlap: a target without environment required");
	if (target.bulk.length + model.bulk.length > 0) throw new DomainError("network overlap: networks without logical inputs required");
}
// src/generative/network-rules.ts
/** @file The rules of tensor networks. Their states are not normalised by themselves. */
/** The part that normalisation leaves of a tangent or cotangent: without its real part along the state. */
function horizontal(tangent, state) {
	const [along] = innerProduct(state, tangent);
	return addScaled(tangent, [-along, 0], state);
}
const networkRules = {
	siteDimensions: ({ boundary, dimensions }) => boundary.map((leg) => dimensions[leg]),
	environmentDimension: ({ environment, dimensions }) => sizeOf(environment.map((leg) => dimensions[leg])),
	stateVector: (network, theta) => normalised(networkState(network, theta)),
	differentiableState: (network, theta) => {
		const unnormalised = networkState(network, theta);
		const inverse = [1 / norm(unnormalised), 0];
		const state = scaledVector(inverse, unnormalised);
		return {
			state,
			pullback: (cotangent) => networkPullback(network, theta, scaledVector(inverse, horizontal(cotangent, state)))
		};
	},
	stateTangents: (network, theta) => {
		const unnormalised = networkState(network, theta);
		const inverse = [1 / norm(unnormalised), 0];
		const state = scaledVector(inverse, unnormalised);
		return networkTangents(network, theta).map((tangent) => horizontal(scaledVector(inverse, tangent), state));
	},
	entropies: (network, theta, largest) => {
		const { boundary, bulk, environment } = network;
		const dimensions = [
			...boundary,
			...bulk,
			...environment
		].map((leg) => network.dimensions[leg]);
		if (sizeOf(dimensions) <= largest) {
			const open = bulk.length === 0 ? network : {
				...network,
				boundary: [...boundary, ...bulk],
				bulk: []
			};
			const state = normalised(networkState(open, theta));
			return entropiesOfState(state, dimensions, {
				boundary: boundary.length,
				references: bulk.length
			});
		}
		if (isStabiliserNetwork(network)) return entropiesOfStabiliserNetwork(network);
		return isOpenChain(network) ? entropiesOfChain(chainOf(network, theta)) : entropiesOfNetwork(network, theta);
	},
	tensorNetwork: (network) => network,
	gates: null,
	tensors: (network) => network,
	infidelityFromPure: null,
	infidelityFromNetwork: (network, target) => networkInfidelity(target, network)
};
export { outputsOf as a, bondEntropy as c, directedOutputs as i, LARGEST_CYCLIC_STATE as l, negativeLogFidelity as n, connectedParts as o, entropiesOfNetwork as r, bondDimensionSurrogate as s, networkRules as t, positiveRoot as u };
