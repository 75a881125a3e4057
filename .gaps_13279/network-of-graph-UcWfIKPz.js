import { Y as sizeOf, ut as DomainError } from "./study-record-DTuekta5.js";
import { l as freeOffset, s as shapeOf } from "./node-tensor-YhHVVG2I.js";
// src/systems/random-network/network-of-graph.ts
/** Capacities are logarithms of integers up to rounding. */
const ROUNDING = 1e-6;
/**
* The tensor network of a graph: a free tensor in each node. Boundary sites are the graph's, then the references; a
* given spectrum p enters through the matrix diag(√p) to an environment that purifies it, and other open legs are
* environment. A bond from a tensor to itself only rescales a random tensor; it is left out.
*
* @throws {DomainError} a capacity that is not ln of a positive integer, or a spectrum longer than its leg's dimension
*/
function networkOfGraph(graph, options = {}) {
	const { references = [], inputs = {} } = options;
	const sites = [...graph.boundary, ...references];
	const edges = graph.edges.filter(({ from, to }) => from !== to);
	const dimensions = {};
	for (const { leg, capacity } of edges) dimensions[leg] = wholeDimension(leg, capacity);
	const purified = edges.flatMap(({ leg }) => {
		const spectrum = inputs[leg];
		return spectrum === void 0 ? [] : [purification(leg, dimensions, spectrum)];
	});
	const traced = edges.filter(({ leg, to }) => to === null && !sites.includes(leg) && inputs[leg] === void 0);
	let parameters = 0;
	const tensors = graph.nodes.map(({ id }) => {
		const legs = edges.filter(({ from, to }) => from === id || to === id).map(({ leg }) => leg);
		const offset = parameters;
		parameters += 2 * sizeOf(legs.map((leg) => dimensions[leg]));
		return {
			id,
			legs,
			tensor: {
				kind: "free",
				offset
			}
		};
	});
	return {
		kind: "network",
		parameters,
		dimensions,
		nodes: [...tensors, ...purified],
		boundary: sites,
		bulk: [],
		environment: [...traced.map(({ leg }) => leg), ...purified.map(({ legs }) => legs[1])]
	};
}
/** The dimension of an edge. */
function wholeDimension(leg, capacity) {
	const dimension = Math.round(Math.exp(capacity));
	if (!(Math.abs(Math.log(dimension) - capacity) < ROUNDING)) throw new DomainError(`random tensors: an integer as dimension of '${leg}' required, got ${Math.exp(capacity)}`);
	return dimension;
}
/** diag(√p) from a leg to its environment, whose dimension is added. */
function purification(leg, dimensions, spectrum) {
	const [rows, columns] = [dimensions[leg], spectrum.length];
	if (columns > rows) throw new DomainError(`random tensors: at most ${rows} probabilities required at '${leg}', got ${columns}`);
	const outside = `${leg} purified`;
	dimensions[outside] = columns;
	const interleaved = new Array(2 * rows * columns).fill(0);
	spectrum.forEach((p, k) => {
		interleaved[2 * k * (columns + 1)] = Math.sqrt(p);
	});
	return {
		id: outside,
		legs: [leg, outside],
		tensor: {
			kind: "constant",
			interleaved
		}
	};
}
/**
* Independent complex Gaussian entries for all free tensors of a network, scaled such that the mean of ⟨ψ|ψ⟩ is 1.
* Up to its norm each is a uniformly (Haar) random vector.
*
* @returns θ, shape (P,)
*/
function gaussianTensors(network, stream) {
	const { dimensions, boundary, environment } = network;
	const open = /* @__PURE__ */ new Set([...boundary, ...environment]);
	const theta = new Float64Array(network.parameters);
	for (const node of network.nodes) {
		const offset = freeOffset(node.tensor);
		if (offset === null) continue;
		const terms = node.legs.reduce((product, leg) => product * dimensions[leg] ** (open.has(leg) ? 1 : .5), 1);
		const scale = 1 / Math.sqrt(2 * terms);
		for (let k = 0; k < 2 * sizeOf(shapeOf(node, dimensions)); k++) theta[offset + k] = scale * stream.normal();
	}
	return theta;
}
export { networkOfGraph as n, gaussianTensors as t };
