import { Q as currentEngine, X as zeroMatrix, Y as sizeOf, ut as DomainError } from "./study-record-DTuekta5.js";
import { t as singularValueDecomposition } from "./singular-values-FC6Kti-a.js";
import { t as lbfgs } from "./lbfgs-vClzNTl2.js";
import { n as minimised } from "./minimise-BEDXc41D.js";
import { i as distributionEntropy, n as rememberedEntropy } from "./region-entropies-C3COF-g3.js";
import { A as join, C as contract, D as checkLegs, E as contractionPath, O as contractionGraph, T as contractionPlan, j as scale, w as contractPullback } from "./node-tensor-YhHVVG2I.js";
import { t as pathCost } from "./contraction-cost-BtC9s7JT.js";
import { n as maximalFlow } from "./maximal-flow-CcA26eyI.js";
// src/contraction/contraction-slices.ts
/** @file Which legs must be sliced so that a contraction fits into memory? */
/**
* Chooses legs to slice such that no intermediate tensor has more than `maxSize` entries. Each time, the leg of the
* largest intermediate is taken for which the operations of all slices grow least; legs that turn out unnecessary are
* dropped, and the path is searched anew for the slices.
*
* @param maxSize - complex entries of the largest intermediate tensor, the result included
* @param options - of the path search
* @throws {DomainError} the result itself is larger than `maxSize`: legs of the output are not sliced
*/
function slicing(legs, dimensions, output, maxSize, options = {}) {
	checkLegs(legs, dimensions, output);
	const result = sizeOf(output.map((leg) => dimensions[leg]));
	if (!(result <= maxSize)) throw new DomainError(`slicing: maxSize of at least the result's ${result} entries required, got ${maxSize}`);
	const path = contractionPath(legs, dimensions, output, options);
	const names = [...new Set(legs.flat())];
	const graph = contractionGraph(legs, dimensions, output);
	const isOpen = names.map((leg) => output.includes(leg));
	const sliced = /* @__PURE__ */ new Set();
	for (;;) {
		const { peak, largest } = sizes(graph, path, sliced);
		if (peak <= maxSize) break;
		const candidates = largest.filter((leg) => !isOpen[leg] && graph.dimensions[leg] > 1);
		const growth = candidates.map((leg) => sizes(graph, path, new Set(sliced).add(leg)).volume);
		sliced.add(candidates[growth.indexOf(Math.min(...growth))]);
	}
	for (const leg of [...sliced]) {
		sliced.delete(leg);
		if (sizes(graph, path, sliced).peak > maxSize) sliced.add(leg);
	}
	const chosen = [...sliced].map((leg) => names[leg]);
	const slices = sizeOf(chosen.map((leg) => dimensions[leg]));
	const one = sliceDimensions(dimensions, chosen);
	const cost = pathCost(legs, one, path, output);
	const other = contractionPath(legs, one, output, options);
	const otherCost = pathCost(legs, one, other, output);
	const better = otherCost.peak <= maxSize && otherCost.flops < cost.flops;
	const { flops, peak, writes } = better ? otherCost : cost;
	return {
		legs: chosen,
		slices,
		path: better ? other : path,
		cost: {
			flops: flops * slices,
			peak,
			writes: writes * slices
		}
	};
}
/** Dimensions within one slice. */
function sliceDimensions(dimensions, legs) {
	return {
		...dimensions,
		...Object.fromEntries(legs.map((leg) => [leg, 1]))
	};
}
/** Largest intermediate and its legs within one slice; multiply-adds of all slices. */
function sizes(graph, path, sliced) {
	const dimensions = graph.dimensions.map((dimension, leg) => sliced.has(leg) ? 1 : dimension);
	const inner = {
		...graph,
		dimensions
	};
	const all = [...graph.tensors];
	let [peak, volume] = [0, 0];
	let largest = [];
	for (const [a, b] of path) {
		const part = join(inner, all[a], all[b]);
		if (part.size > peak) [peak, largest] = [part.size, part.legs.filter((leg) => !sliced.has(leg))];
		volume += part.volume;
		all.push(part);
	}
	return {
		peak,
		largest,
		volume: volume * [...sliced].reduce((slices, leg) => slices * graph.dimensions[leg], 1)
	};
}
// src/contraction/contract-sliced.ts
/**
* @file Contraction within a bound of memory: some legs are summed over outside the contraction, one slice after the
* other.
*/
/**
* Compiles a contraction such that no intermediate tensor has more than `maxSize` entries.
*
* @param maxSize - complex entries of the largest intermediate tensor, the result included
* @param options - of the path search
* @throws {DomainError} the result itself is larger
*/
function slicedPlan(legs, dimensions, output, maxSize, options = {}) {
	const chosen = slicing(legs, dimensions, output, maxSize, options);
	const lengths = chosen.legs.map((leg) => dimensions[leg]);
	const tensors = legs.map((own) => {
		const shape = own.map((leg) => dimensions[leg]);
		const front = chosen.legs.filter((leg) => own.includes(leg)).map((leg) => own.indexOf(leg));
		const rest = own.map((_, axis) => axis).filter((axis) => !front.includes(axis));
		const digits = chosen.legs.flatMap((leg, k) => own.includes(leg) ? [[sizeOf(lengths.slice(k + 1)), lengths[k]]] : []);
		return {
			shape,
			axes: [...front, ...rest],
			size: sizeOf(rest.map((axis) => shape[axis])),
			digits
		};
	});
	return {
		slicing: chosen,
		plan: contractionPlan(legs, sliceDimensions(dimensions, chosen.legs), output, chosen.path),
		tensors
	};
}
/**
* Contracts the tensors, slice by slice. Beside the tensors, the result and a copy of the sliced tensors it needs the
* memory of one slice.
*
* @param tensors - in the order of the plan's legs, row-major
*/
function contractSliced({ plan, slicing: { slices }, tensors: own }, tensors) {
	const arranged = tensors.map(({ interleaved }, t) => sliced(interleaved, own[t]));
	const interleaved = new Float64Array(2 * sizeOf(plan.outputShape));
	let exponent = Number.NEGATIVE_INFINITY;
	for (let index = 0; index < slices; index++) {
		const { value, exponent: added } = contract(plan, sliceOf(arranged, own, index));
		if (value.interleaved.every((x) => x === 0)) continue;
		const common = Math.max(exponent, added);
		if (common > exponent) scale(interleaved, 2 ** (exponent - common));
		const factor = 2 ** (added - common);
		for (let k = 0; k < interleaved.length; k++) interleaved[k] = interleaved[k] + factor * value.interleaved[k];
		exponent = common;
	}
	return {
		value: {
			shape: plan.outputShape,
			interleaved
		},
		exponent: Number.isFinite(exponent) ? exponent : 0
	};
}
/**
* Reverse mode, slice by slice; every slice is contracted again, so the memory bound holds here too, except for the
* cotangents themselves.
*
* @param contraction - what `contractSliced` returned
* @param cotangent - of its value, the exponent held fixed; interleaved
* @param needed - which tensors' cotangents are wanted; default all
* @returns cotangents in tensor order; undefined where not wanted
*/
function contractSlicedPullback({ plan, slicing: { slices }, tensors: own }, tensors, { exponent }, cotangent, needed = new Array(plan.tensors).fill(true)) {
	const arranged = tensors.map(({ interleaved }, t) => sliced(interleaved, own[t]));
	const sums = arranged.map((tensor, t) => needed[t] ? new Float64Array(tensor.length) : void 0);
	for (let index = 0; index < slices; index++) {
		const contraction = contract(plan, sliceOf(arranged, own, index));
		const lambda = cotangent.map((x) => x * 2 ** (contraction.exponent - exponent));
		contractPullback(plan, contraction, lambda, needed).forEach((part, t) => {
			const sum = sums[t];
			if (part === void 0 || sum === void 0) return;
			const from = 2 * own[t].size * placeOf(own[t], index);
			for (let k = 0; k < part.length; k++) sum[from + k] = sum[from + k] + part[k];
		});
	}
	return sums.map((sum, t) => sum && unsliced(sum, own[t]));
}
const isInOrder = (axes) => axes.every((axis, place) => axis === place);
function sliced(array, { shape, axes }) {
	return isInOrder(axes) ? array : currentEngine().permute(array, shape, axes);
}
/** Undoes `sliced`. */
function unsliced(array, { shape, axes }) {
	if (isInOrder(axes)) return array;
	return currentEngine().permute(array, axes.map((axis) => shape[axis]), axes.map((_, axis) => axes.indexOf(axis)));
}
function sliceOf(arranged, own, index) {
	return arranged.map((tensor, t) => {
		const from = placeOf(own[t], index);
		const { size } = own[t];
		return { interleaved: tensor.subarray(2 * size * from, 2 * size * (from + 1)) };
	});
}
/** Which slice of the tensor belongs to a slice of the whole. */
function placeOf({ digits }, index) {
	return digits.reduce((place, [stride, length]) => place * length + Math.floor(index / stride) % length, 0);
}
// src/systems/random-network/symmetric-group.ts
/** @file The symmetric group S_n as a metric space: what the n copies of a random tensor average to. */
/** The table of distances has n!² entries. */
const MOST_COPIES = 5;
const known = /* @__PURE__ */ new Map();
/**
* The symmetric group of the given degree.
*
* @param degree - n, from 2 to 5
* @throws {DomainError} another degree
*/
function symmetricGroup(degree) {
	if (!(Number.isInteger(degree) && degree >= 2 && degree <= MOST_COPIES)) throw new DomainError(`symmetricGroup: a degree from 2 to ${MOST_COPIES} required, got ${degree}`);
	const group = known.get(degree) ?? tabulated(degree);
	known.set(degree, group);
	return group;
}
function tabulated(degree) {
	const elements = permutations(degree);
	const order = elements.length;
	const cycles = elements.map(cycleLengths);
	const inverses = elements.map((element) => element.map((_, k) => element.indexOf(k)));
	const distances = new Uint8Array(order * order);
	inverses.forEach((inverse, a) => {
		elements.forEach((element, b) => {
			distances[a * order + b] = degree - cycleLengths(element.map((image) => inverse[image])).length;
		});
	});
	return {
		degree,
		order,
		cycles,
		distances,
		longCycle: elements.findIndex((element) => element.every((image, k) => image === (k + 1) % degree))
	};
}
/** All permutations of 0 … n − 1 as lists of images, in lexicographic order. */
function permutations(degree) {
	const extended = (start) => start.length === degree ? [start] : [...Array(degree).keys()].filter((k) => !start.includes(k)).flatMap((k) => extended([...start, k]));
	return extended([]);
}
function cycleLengths(element) {
	const seen = /* @__PURE__ */ new Set();
	return [...element.keys()].flatMap((start) => {
		let length = 0;
		for (let at = start; !seen.has(at); at = element[at]) {
			seen.add(at);
			length++;
		}
		return length > 0 ? [length] : [];
	});
}
// src/systems/random-network/permutation-sum.ts
/**
* @file The n-th moment of a random tensor network as a sum over permutations, and where the walls between them lie.
*
* The average over a random tensor of n copies of it and its conjugate is the sum of the permutations of the copies. So
* every tensor becomes a spin g ∈ S_n, every bond of dimension D a weight D^{−|g⁻¹g′|}, and every open leg pins its
* spin to the long cycle in the region and to the identity elsewhere. With n = 2 this is an Ising model.
*/
/** Entries of the largest intermediate tensor; operations and entries in all that are still within reach. */
const MOST_ENTRIES = 2 ** 18;
const MOST_OPERATIONS = 0xe8d4a51000;
const MOST_WRITES = 2 ** 26;
/** Beyond these operations of the first path no better one is looked for. */
const HOPELESS = 0x38d7ea4c68000;
/**
* Plans the sum for a graph: vectors on the tensors and matrices on the bonds, joined by one hyper-index of dimension
* n! for each tensor.
*
* @throws {DomainError} a negative capacity, a reference or an input that is no open leg beside the boundary, a spectrum
*   that is none, or a graph too wide to be contracted
*
* Cost of a contraction (n!)^(treewidth + 1): a treewidth of about 24 for n = 2, 9 for n = 3; hundreds of tensors.
*/
function permutationSum(graph, options = {}) {
	const { order = 2, references = [], inputs = {} } = options;
	const group = symmetricGroup(order);
	checkGraph(graph, references, inputs);
	const index = new Map(graph.nodes.map(({ id }, k) => [id, k]));
	const ends = graph.edges.map(({ from, to }) => [index.get(from), to === null ? -1 : index.get(to)]);
	const numbers = /* @__PURE__ */ new Map();
	const pairs = [];
	const matrixOf = ends.map(([a, b]) => {
		if (b < 0 || a === b) return -1;
		const pair = [Math.min(a, b), Math.max(a, b)];
		const number = numbers.get(pair.join()) ?? pairs.push(pair) - 1;
		numbers.set(pair.join(), number);
		return number;
	});
	const edges = graph.edges.map((edge) => {
		const spectrum = inputs[edge.leg];
		return spectrum === void 0 ? edge : {
			...edge,
			capacity: distributionEntropy(spectrum, { order })
		};
	});
	return {
		graph: {
			...graph,
			edges
		},
		group,
		sites: [...graph.boundary, ...references],
		inputs: new Map(Object.entries(inputs).map(([leg, spectrum]) => [leg, logWeights(group, spectrum)])),
		ends,
		matrixOf,
		pairs,
		plan: plannedContraction(graph.nodes.length, pairs, group.order)
	};
}
function checkGraph({ nodes, edges, boundary }, references, inputs) {
	if (nodes.length === 0) throw new DomainError("permutationSum: a graph with at least one tensor required");
	const wrong = edges.find(({ capacity }) => !(capacity >= 0 && Number.isFinite(capacity)));
	if (wrong !== void 0) throw new DomainError(`permutationSum: finite capacities ≥ 0 required, got ${wrong.capacity} of '${wrong.leg}'`);
	const open = edges.filter(({ to, leg }) => to === null && !boundary.includes(leg)).map(({ leg }) => leg);
	const named = [...references, ...Object.keys(inputs)];
	const lost = named.find((leg, k) => !open.includes(leg) || named.indexOf(leg) !== k);
	if (lost !== void 0) throw new DomainError(`permutationSum: different open legs beside the boundary required, got '${lost}'`);
	for (const [leg, spectrum] of Object.entries(inputs)) {
		const total = spectrum.reduce((sum, p) => sum + p, 0);
		if (!(spectrum.every((p) => p >= 0) && Math.abs(total - 1) < 1e-9)) throw new DomainError(`permutationSum: probabilities of sum 1 required at '${leg}', got [${spectrum}]`);
	}
}
function logWeights(group, spectrum) {
	const trace = (power) => spectrum.reduce((sum, p) => sum + p ** power, 0);
	return Float64Array.from(group.cycles, (lengths) => lengths.reduce((sum, length) => sum + (length === 1 ? 0 : Math.log(trace(length))), 0));
}
function plannedContraction(tensors, pairs, order) {
	const names = Array.from({ length: tensors }, (_, k) => `g${k}`);
	const legs = [...names.map((name) => [name]), ...pairs.map(([a, b]) => [names[a], names[b]])];
	const dimensions = Object.fromEntries(names.map((name) => [name, order]));
	const operations = (options) => pathCost(legs, dimensions, contractionPath(legs, dimensions, [], options), []).flops;
	const whole = operations({
		restarts: 0,
		steps: 0
	});
	const plan = whole <= HOPELESS && operations({}) <= MOST_OPERATIONS ? slicedPlan(legs, dimensions, [], MOST_ENTRIES) : null;
	const { flops, writes } = plan?.slicing.cost ?? {
		flops: whole,
		writes: 0
	};
	if (plan === null || flops > MOST_OPERATIONS || writes / plan.slicing.slices > MOST_WRITES) throw new DomainError(`permutationSum: a graph near enough to a tree for ${MOST_OPERATIONS} operations required, got one that takes ${flops}`);
	return plan;
}
/**
* The sum with the long cycle on the given sites and the identity on all other open legs.
*
* Nothing underflows however large the dimensions are: with f a maximal flow from the region, and φ(g) the distance of g
* from the identity,
*
*     Σ_edges (ln D · |g⁻¹g′|)  =  (n − 1)·cut + Σ_edges (ln D · |g⁻¹g′| − f·(φ(g) − φ(g′))),
*
* where no term on the right is negative, and all vanish at once for the minimal cuts. Those are the weights contracted.
*
* @param sites - numbers of sites of the region
* @param capacities - ln D of every edge, default those of the graph
* @throws {DomainError} a site that does not exist
*/
function permutationSumValue(sum, sites, capacities = sum.graph.edges.map(({ capacity }) => capacity)) {
	const energies = reducedEnergies(sum, sites, capacities);
	const weights = energies.arrays.map((array) => array.map((energy) => Math.exp(-energy)));
	const tensors = weights.map(asComplex);
	const contraction = contractSliced(sum.plan, tensors);
	const value = contraction.value.interleaved[0];
	const marginals = once(() => {
		const cotangents = contractSlicedPullback(sum.plan, tensors, contraction, Float64Array.of(1 / value, 0));
		return weights.map((array, k) => array.map((weight, i) => weight * cotangents[k][2 * i]));
	});
	const { distances, order } = sum.group;
	const mean = (probabilities, start) => probabilities.reduce((total, p, i) => total + p * distances[start + i], 0);
	const tensorsInAll = sum.graph.nodes.length;
	return {
		logarithm: Math.log(value) + contraction.exponent * Math.LN2 - energies.least,
		walls: () => Float64Array.from(sum.ends, ([a, b], edge) => {
			if (b < 0) return mean(marginals()[a], order * energies.pinned[edge]);
			const matrix = sum.matrixOf[edge];
			return matrix < 0 ? 0 : mean(marginals()[tensorsInAll + matrix], 0);
		}),
		depths: () => Float64Array.from({ length: tensorsInAll }, (_, k) => mean(marginals()[k], 0))
	};
}
/**
* The number of configurations of least energy: of minimal cuts for n = 2, where tensors that hang on nothing count with
* all permutations. The same contraction with weights 1 where the energy vanishes, else 0.
*/
function minima(sum, sites) {
	const capacities = sum.graph.edges.map(({ capacity }) => capacity);
	const tolerance = 1e-9 * Math.max(1, ...capacities);
	const { arrays } = reducedEnergies(sum, sites, capacities);
	const tensors = arrays.map((array) => asComplex(array.map((energy) => energy <= tolerance ? 1 : 0)));
	const { value, exponent } = contractSliced(sum.plan, tensors);
	const count = value.interleaved[0];
	return {
		number: count * 2 ** exponent,
		logarithm: Math.log(count) + exponent * Math.LN2
	};
}
function reducedEnergies({ graph, group, sites, inputs, ends, matrixOf, pairs }, region, capacities) {
	const wrong = region.find((site) => sites[site] === void 0);
	if (wrong !== void 0) throw new DomainError(`random network: sites below ${sites.length} required, got ${wrong}`);
	const { order, distances, longCycle, degree } = group;
	const inside = new Set(region.map((site) => sites[site]));
	const edges = graph.edges.map((edge, k) => ({
		...edge,
		capacity: capacities[k]
	}));
	const { flows, total } = maximalFlow({
		...graph,
		edges
	}, inside);
	const pinned = edges.map(({ leg }) => inside.has(leg) ? longCycle : 0);
	const arrays = [...graph.nodes.map(() => new Float64Array(order)), ...pairs.map(() => new Float64Array(order * order))];
	edges.forEach(({ leg, capacity }, edge) => {
		const [a, b] = ends[edge];
		const flow = flows[edge];
		const input = inputs.get(leg);
		const energy = (g, other) => {
			const plain = input === void 0 ? capacity * distances[g * order + other] : -input[g];
			return Math.max(0, plain - flow * (distances[g] - distances[other]));
		};
		if (b < 0) for (let g = 0; g < order; g++) arrays[a][g] += energy(g, pinned[edge]);
		const matrix = matrixOf[edge];
		if (matrix < 0) return;
		const array = arrays[graph.nodes.length + matrix];
		for (let g = 0; g < order; g++) for (let other = 0; other < order; other++) array[a < b ? g * order + other : other * order + g] += energy(g, other);
	});
	return {
		least: (degree - 1) * total,
		arrays,
		pinned
	};
}
const asComplex = (array) => {
	const interleaved = new Float64Array(2 * array.length);
	array.forEach((x, k) => {
		interleaved[2 * k] = x;
	});
	return { interleaved };
};
function once(make) {
	let kept;
	return () => {
		kept ??= { value: make() };
		return kept.value;
	};
}
// src/systems/random-network/annealed-entropies.ts
/**
* Annealed Rényi entropies of all regions of a random tensor network,
*
*     S_n(A) = ln(E Tr ρ_A^n / E (Tr ρ)^n) / (1 − n) = ln(Z_A/Z_0) / (1 − n),
*
* ρ not normalised, by the exact sum over permutations. They differ from the mean entropies of samples by O(1). As all
* dimensions grow they tend to the minimal cut less ln of the number of minimal cuts, for n = 2.
*
* @param graph - capacities ln D ≥ 0 of bonds and legs, of integer dimensions or not
* @throws {DomainError} see `permutationSum`
*
* Cost of one region: one contraction; 500 tensors in a chain in 3 ms, the 441 tiles of five rings of {5, 4} in 0.1 s.
*
* @see Hayden, Nezami, Qi, Thomas, Walter & Yang, JHEP 11, 009 (2016), arXiv:1601.01694
*/
function annealedEntropies(graph, options = {}) {
	const sum = permutationSum(graph, options);
	const { order = 2, references = [] } = options;
	const capacityOf = new Map(graph.edges.map(({ leg, capacity }) => [leg, capacity]));
	let background;
	return {
		boundary: graph.boundary.length,
		references: references.length,
		capacities: sum.sites.map((leg) => capacityOf.get(leg)),
		kind: `annealed-Rényi-${order}`,
		entropy: rememberedEntropy(sum.sites.length, (region) => {
			background ??= permutationSumValue(sum, []).logarithm;
			return (background - permutationSumValue(sum, region).logarithm) / (order - 1);
		})
	};
}
/**
* The annealed entropy of a region and its gradient,
*
*     ∂S_n/∂ln D_e = (⟨wall on e⟩_A − ⟨wall on e⟩_0)/(n − 1),
*
* where the wall on an edge is the distance of the permutations at its ends: for n = 2 the probability that they differ.
*
* @param region - numbers of sites: boundary, then references
* @throws {DomainError} see `permutationSum`; a site that does not exist
*
* Cost about six contractions.
*/
function annealedResponse(graph, region, options = {}) {
	return annealedResponses(permutationSum(graph, options), [region])[0];
}
/**
* The same for many regions of a sum that is planned already, and for other capacities than those of its graph.
*
* @param capacities - ln D of every edge
*/
function annealedResponses(sum, regions, capacities) {
	const factor = 1 / (sum.group.degree - 1);
	const below = permutationSumValue(sum, [], capacities);
	const background = below.walls();
	return regions.map((region) => {
		const above = permutationSumValue(sum, region, capacities);
		const gradient = above.walls().map((wall, edge) => factor * (wall - background[edge]));
		sum.graph.edges.forEach(({ leg }, edge) => {
			if (sum.inputs.has(leg)) gradient[edge] = 0;
		});
		return {
			entropy: factor * (below.logarithm - above.logarithm),
			gradient
		};
	});
}
// src/systems/random-network/fitted-geometry.ts
/** Capacities are squares, which cannot leave 0 by their own gradient. */
const LEAST_START = .05;
/** Singular values of the Jacobian below this fraction of the greatest, and shares of an edge below that, count as 0. */
const RANK_TOLERANCE = 1e-7;
/**
* The capacities ln D ≥ 0 of a graph whose annealed entropies S_n are nearest to a table, by least squares: L-BFGS in
* x = √(ln D) with the exact gradient. The minimum found depends on the start, which is the graph's own capacities.
*
* @param graph - its capacities are where the fit starts
* @param table - Rényi entropies of order n of some state, or anything else that is to be read as a geometry
* @returns `converged` where the gradient is below 1e-10 nats or all deviations are below 1e-8
* @throws {DomainError} see `permutationSum`; an empty table, an entropy that is not finite, or nothing to be fitted
*
* Cost of a step: about four contractions for each row of the table. Eight tensors and 127 regions: 17 steps, 3 s.
*/
function fittedGeometry(graph, table, options = {}) {
	const { fixed = openLegs(graph), maxSteps = 1e3 } = options;
	const free = graph.edges.flatMap(({ leg }, edge) => fixed.includes(leg) ? [] : [edge]);
	checkFit(table, free);
	const sum = permutationSum(graph, options);
	const given = Float64Array.from(graph.edges, ({ capacity }) => capacity);
	const capacitiesAt = (x) => {
		const capacities = given.slice();
		free.forEach((edge, k) => {
			capacities[edge] = x[k] ** 2;
		});
		return capacities;
	};
	const start = Float64Array.from(free, (edge) => Math.sqrt(Math.max(LEAST_START, given[edge])));
	const objective = squaredDeviation(sum, table, free, capacitiesAt);
	const stop = {
		maxSteps,
		gradientTolerance: 1e-10,
		target: table.length * 1e-16 / 2
	};
	const { value, result, steps } = minimised(objective, lbfgs(), start, stop);
	return {
		value: geometryAt(graph, sum, table, free, capacitiesAt(value.x)),
		result,
		steps
	};
}
const openLegs = ({ edges }) => edges.filter(({ to }) => to === null).map(({ leg }) => leg);
function checkFit(table, free) {
	if (free.length === 0) throw new DomainError("fittedGeometry: at least one edge that is not fixed required");
	if (table.length === 0) throw new DomainError("fittedGeometry: at least one entropy required");
	const wrong = table.find(({ entropy }) => !Number.isFinite(entropy));
	if (wrong !== void 0) throw new DomainError(`fittedGeometry: finite entropies required, got ${wrong.entropy}`);
}
/** ½ Σ (S_n − entropy)² with ∂/∂x = 2x ∂/∂ln D. */
function squaredDeviation(sum, table, free, capacitiesAt) {
	const regions = table.map(({ region }) => region);
	return (x) => {
		const gradient = new Float64Array(x.length);
		let value = 0;
		annealedResponses(sum, regions, capacitiesAt(x)).forEach((response, row) => {
			const deviation = response.entropy - table[row].entropy;
			value += deviation ** 2 / 2;
			free.forEach((edge, k) => {
				gradient[k] = gradient[k] + 2 * x[k] * deviation * response.gradient[edge];
			});
		});
		return {
			value,
			gradient
		};
	};
}
function geometryAt(graph, sum, table, free, capacities) {
	const responses = annealedResponses(sum, table.map(({ region }) => region), capacities);
	const deviations = responses.map(({ entropy }, row) => Math.abs(entropy - table[row].entropy));
	const jacobian = zeroMatrix(table.length, free.length);
	responses.forEach(({ gradient }, row) => {
		free.forEach((edge, k) => {
			jacobian.interleaved[2 * (row * free.length + k)] = gradient[edge];
		});
	});
	const { values, v } = singularValueDecomposition(jacobian);
	const rank = values.filter((value) => value > RANK_TOLERANCE * values[0]).length;
	const edges = free.map((edge, k) => {
		const squares = Array.from({ length: rank }, (_, mode) => v.interleaved[2 * (k * v.cols + mode)] ** 2);
		const determined = squares.reduce((share, square) => share + square, 0) > .9999;
		const variance = squares.reduce((total, square, mode) => total + square / values[mode] ** 2, 0);
		const { leg } = graph.edges[edge];
		return {
			leg,
			capacity: capacities[edge],
			determined,
			uncertainty: determined ? Math.sqrt(variance) : Infinity
		};
	});
	return {
		graph: {
			...graph,
			edges: graph.edges.map((edge, k) => ({
				...edge,
				capacity: capacities[k]
			}))
		},
		residual: Math.sqrt(deviations.reduce((total, deviation) => total + deviation ** 2, 0) / table.length),
		greatest: Math.max(...deviations),
		rank,
		edges
	};
}
export { permutationSum as a, minima as i, annealedEntropies as n, permutationSumValue as o, annealedResponse as r, fittedGeometry as t };
