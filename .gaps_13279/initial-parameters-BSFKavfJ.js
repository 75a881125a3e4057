import { P as multiply, Q as currentEngine, Y as sizeOf, s as qr, ut as DomainError } from "./study-record-DTuekta5.js";
import { S as byKind, d as isometryShape, n as networkTensors, s as shapeOf, u as isIsometric } from "./node-tensor-YhHVVG2I.js";
import { d as isTree, p as withCopyTensors, u as bondsOf } from "./matrix-product-state-CYxnDb3V.js";
import { i as directedOutputs } from "./network-rules-D3mpnp7F.js";
import { o as rulesOf } from "./bulk-graph-z7Wia2ld.js";
import { i as regionRecoverability } from "./causal-cones-Cfg3A1At.js";
// src/network/tree-gauge.ts
/**
* The same state, with its norm set to 1 and every node an isometry from its leg towards the root to its other legs,
* which come first; the root itself has norm 1. Bonds larger than their smaller side are reduced.
*
* @param root - index of the root, default the node without inputs of an isometric network, else the last
* @throws {DomainError} the network has a cycle or is not connected
*/
function isometricGauge(network, theta, root = rootOf(network)) {
	return recorded(network, gaugedTree(network, theta, root), root, true);
}
/** The node of an isometric network that has no inputs; else the last node. */
function rootOf(network) {
	const { nodes } = network;
	const top = nodes.findLastIndex(({ tensor }) => isometryShape(tensor)?.columns === 1);
	return top >= 0 && isIsometric(network) ? top : nodes.length - 1;
}
function gaugedTree(network, theta, root) {
	if (!isTree(network)) throw new DomainError("tree gauge: a connected network without cycles required");
	const bonds = bondsOf(network);
	const towardsRoot = network.nodes.map(() => void 0);
	const children = network.nodes.map(() => []);
	const order = [root];
	for (const node of order) for (const { leg, nodes } of bonds) {
		if (!nodes.includes(node) || leg === towardsRoot[node]) continue;
		const child = nodes[0] === node ? nodes[1] : nodes[0];
		towardsRoot[child] = leg;
		children[node].push(child);
		order.push(child);
	}
	const tensors = networkTensors(network, theta).map(({ interleaved }) => interleaved);
	const tree = {
		legs: network.nodes.map((node) => node.legs),
		tensors,
		dimensions: { ...network.dimensions },
		children,
		towardsRoot
	};
	for (const node of order.toReversed()) {
		const parent = children.findIndex((own) => own.includes(node));
		if (parent >= 0) raise(tree, node, parent);
	}
	normaliseRoot(tree, root);
	return tree;
}
/** Makes `node` an isometry and multiplies the remaining factor into the parent, whose scale is kept near one. */
function raise(tree, node, parent) {
	const leg = tree.towardsRoot[node];
	const { q, r } = qr(columnsAt(tree, node, leg));
	const old = tree.dimensions[leg];
	const above = columnsAt(tree, parent, leg);
	tree.dimensions[leg] = q.cols;
	setColumns(tree, node, leg, q);
	const largest = r.interleaved.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
	const scale = largest > 0 ? 2 ** -Math.round(Math.log2(largest)) : 1;
	const transposed = currentEngine().permute(r.interleaved.map((x) => x * scale), [q.cols, old], [1, 0]);
	setColumns(tree, parent, leg, multiply(above, {
		rows: old,
		cols: q.cols,
		interleaved: transposed
	}));
}
/** The tensor as a matrix: `leg` is the column index, all others in order are the row index. */
function columnsAt(tree, node, leg, dimension = tree.dimensions[leg]) {
	const own = tree.legs[node];
	const shape = own.map((name) => name === leg ? dimension : tree.dimensions[name]);
	const at = own.indexOf(leg);
	const axes = [...own.keys()].filter((axis) => axis !== at).concat(at);
	const interleaved = currentEngine().permute(tree.tensors[node], shape, axes);
	return {
		rows: sizeOf(shape) / dimension,
		cols: dimension,
		interleaved
	};
}
/** Undoes `columnsAt`, with the leg's present dimension. */
function setColumns(tree, node, leg, { interleaved }) {
	const own = tree.legs[node];
	const others = own.filter((name) => name !== leg);
	const shape = [...others, leg].map((name) => tree.dimensions[name]);
	const axes = own.map((name) => name === leg ? others.length : others.indexOf(name));
	tree.tensors[node] = currentEngine().permute(interleaved, shape, axes);
}
function normaliseRoot(tree, root) {
	const tensor = tree.tensors[root];
	const norm = Math.sqrt(tensor.reduce((sum, x) => sum + x * x, 0));
	if (!(norm > 0)) throw new DomainError("tree gauge: a state that is not zero required");
	tree.tensors[root] = tensor.map((x) => x / norm);
}
/** The tree as a record; with `isometric`, legs are reordered so that the one towards the root comes last. */
function recorded(network, tree, root, isometric) {
	const theta = [];
	let parameters = 0;
	const nodes = network.nodes.map(({ id, legs }, index) => {
		const inward = tree.towardsRoot[index];
		const offset = parameters;
		const size = sizeOf(legs.map((leg) => tree.dimensions[leg]));
		parameters += 2 * size;
		if (!isometric || index === root || inward === void 0) {
			theta.push([...tree.tensors[index]]);
			return {
				id,
				legs,
				tensor: isometric ? {
					kind: "isometry",
					offset,
					rows: size,
					columns: 1
				} : {
					kind: "free",
					offset
				}
			};
		}
		const { rows, cols, interleaved } = columnsAt(tree, index, inward);
		theta.push([...interleaved]);
		return {
			id,
			legs: [...legs.filter((leg) => leg !== inward), inward],
			tensor: {
				kind: "isometry",
				offset,
				rows,
				columns: cols
			}
		};
	});
	return {
		network: {
			...network,
			parameters,
			dimensions: tree.dimensions,
			nodes
		},
		theta: Float64Array.from(theta.flat())
	};
}
// src/generative/generated-entropies.ts
/** Default of the option `largest`. */
const LARGEST_STATE = 2 ** 14;
/**
* Entropies of regions of a generated state: of its amplitudes if they are few, else of its chain if it is an open
* matrix-product state, else by contraction. Logical inputs of a network are opened to references.
*
* @param theta - parameters, shape (P,)
* @param largest - most amplitudes, references and environment included, for which the dense state is read; default 2¹⁴
* @throws {ShapeError} theta does not have the network's number of parameters
*/
function generatedEntropies(network, theta, largest = LARGEST_STATE) {
	return rulesOf(network).entropies(network, theta, largest);
}
// src/systems/holography/network-recoverability.ts
/** @file What falls into the bulk of a network at a bond: from which region of the boundary can it be recovered? */
/**
* The network with legs cut. The end towards the boundary, an input of a gate or isometry or a site itself, takes half
* of a maximally entangled pair, whose other half is a new logical input; the end from which the leg came joins the
* environment:
*
*     ──V──        ──V── lost        V: the tensor that makes the leg
*       │     ↦
*       W            W ──── pair     W: one that takes it, or the boundary
*
* A logical input that is cut is what it was. A network of free tensors must have no cycles, and is brought into
* isometric gauge first: time runs from its root, which `root` can choose.
*
* @param legs - bonds, sites, or logical inputs, each once
* @throws {DomainError} no leg, a leg that does not exist, occurs twice, is environment, or has no direction
*/
function cutNetwork(given, point, legs, { root } = {}) {
	const { network, theta } = directed(given, point, root);
	if (legs.length === 0) throw new DomainError("cutNetwork: at least one leg required, got none");
	if (new Set(legs).size < legs.length) throw new DomainError(`cutNetwork: different legs required, got ${legs}`);
	const dimensions = { ...network.dimensions };
	const nodes = [...network.nodes];
	const environment = [...network.environment];
	const fresh = (name) => name in dimensions ? fresh(`${name}'`) : name;
	const references = legs.map((leg) => {
		if (network.bulk.includes(leg)) return leg;
		const inner = fresh(`into ${leg}`);
		dimensions[inner] = dimensions[leg];
		const place = takerOf(network, leg);
		if (place === "boundary") {
			const maker = nodes.findIndex((node) => node.legs.includes(leg));
			const lost = fresh(`lost ${leg}`);
			dimensions[lost] = dimensions[leg];
			nodes[maker] = renamed(nodes[maker], leg, lost);
			nodes.push(wire(fresh(`wire ${leg}`), leg, inner, dimensions[leg]));
			environment.push(lost);
		} else {
			nodes[place] = renamed(nodes[place], leg, inner);
			environment.push(leg);
		}
		return inner;
	});
	const bulk = [...network.bulk.filter((leg) => !references.includes(leg)), ...references];
	return {
		network: {
			...network,
			dimensions,
			nodes,
			environment,
			bulk
		},
		theta,
		cut: legs
	};
}
/**
* Recoverability of what enters a network at some of its legs from a region of the boundary; see `cutNetwork` and
* `recoverability`, with which it agrees on the network of a circuit.
*
* @param theta - parameters, shape (P,)
* @param legs - bonds, sites or logical inputs: what enters there, all together
* @param region - A, sites of the boundary
* @throws {DomainError} legs that cannot be cut, sites that do not exist or occur twice, or a region that is out of
*   reach of `entropiesOfNetwork`
*
* Cost two contractions of causal cones. Of the region and its complement the smaller counts: a region of all sites but
* four, or of four, is within reach for a MERA of 64 sites and bond dimension 4.
*/
function networkRecoverability(network, theta, legs, region, options = {}) {
	const { entropies, references } = cutEntropies(cutNetwork(network, theta, legs, options));
	return regionRecoverability(entropies, references, region);
}
/**
* Entropies of a cut network, of its amplitudes if they are few, and the sites of the references that belong to its cut
* legs.
*/
function cutEntropies({ network, theta, cut }) {
	const entropies = generatedEntropies(network, theta);
	const first = entropies.boundary + entropies.references - cut.length;
	return {
		entropies,
		references: cut.map((_, k) => first + k)
	};
}
/** The same state with a direction of time. */
function directed(given, theta, root) {
	const network = withCopyTensors(given);
	if (!network.nodes.some((node) => directedOutputs(node, network) === null)) return {
		network,
		theta
	};
	const index = root === void 0 ? void 0 : network.nodes.findIndex(({ id }) => id === root);
	if (index === -1) throw new DomainError(`cutNetwork: the id of a node as root required, got '${root}'`);
	return isometricGauge(network, theta, index);
}
/** The node that has the leg as an input, or the boundary. */
function takerOf(network, leg) {
	if (network.boundary.includes(leg)) return "boundary";
	const takers = network.nodes.flatMap((node, index) => node.legs.includes(leg) && !directedOutputs(node, network).includes(leg) ? [index] : []);
	if (takers.length === 1 && !network.environment.includes(leg)) return takers[0];
	throw new DomainError(`cutNetwork: a bond with a direction, a site or a logical input required, got leg '${leg}'`);
}
function renamed(node, leg, name) {
	return {
		...node,
		legs: node.legs.map((own) => own === leg ? name : own)
	};
}
/** The unit matrix between two legs. */
function wire(id, output, input, size) {
	const interleaved = new Array(2 * size * size).fill(0);
	for (let k = 0; k < size; k++) interleaved[2 * k * (size + 1)] = 1;
	return {
		id,
		legs: [output, input],
		tensor: {
			kind: "constant",
			interleaved
		}
	};
}
// src/network/initial-parameters.ts
/** @file Where training of a tensor network starts. */
/** Strength of the noise on free tensors relative to the part that passes signals on. */
const NOISE = .5;
/**
* Random parameters for a network:
*
* - free tensors: the identity between the first leg and the last, the same for every value of the others, plus complex
*   Gaussian noise; scaled so that the norm of the whole state stays of order one. Long chains then neither forget
*   their ends nor favour one product state;
* - isometries: Haar-random;
* - rotations: angles uniform in (−π, π).
*
* @returns θ, shape (P,)
*/
function initialParameters(network, stream) {
	const theta = new Float64Array(network.parameters);
	for (const node of network.nodes) drawEntries(node.tensor, theta, node, network, stream);
	return theta;
}
const drawEntries = byKind({
	constant: () => {},
	free: ({ offset }, theta, node, network, stream) => theta.set(freeTensor(node, network, stream), offset),
	isometry: ({ rows, columns, offset }, theta, _node, _network, stream) => theta.set(randomIsometry(rows, columns, stream).interleaved, offset),
	rotation: ({ angle }, theta, _node, _network, stream) => {
		if (typeof angle !== "number") theta[angle.parameter] = Math.PI * (2 * stream.uniform() - 1);
	},
	stabiliser: () => {}
});
/** A Haar-random isometry, rows × columns, W†W = 1: the orthonormal basis of Gaussian columns. */
function randomIsometry(rows, columns, stream) {
	const interleaved = Float64Array.from({ length: 2 * rows * columns }, () => stream.normal());
	return qr({
		rows,
		cols: columns,
		interleaved
	}).q;
}
function freeTensor(node, { dimensions, boundary, environment }, stream) {
	const shape = shapeOf(node, dimensions);
	const size = sizeOf(shape);
	const bonds = node.legs.map((leg) => !boundary.includes(leg) && !environment.includes(leg));
	const [first, last] = [bonds.indexOf(true), bonds.lastIndexOf(true)];
	const tensor = Float64Array.from({ length: 2 * size }, () => NOISE * Math.SQRT1_2 * stream.normal());
	const index = new Array(shape.length).fill(0);
	for (let e = 0; e < size; e++) {
		if (index[first] === index[last]) tensor[2 * e] = tensor[2 * e] + 1;
		for (let j = shape.length - 1; j >= 0 && ++index[j] === shape[j]; j--) index[j] = 0;
	}
	const target = sizeOf(shape.filter((_, j) => bonds[j])) ** .25;
	const norm = Math.sqrt(tensor.reduce((sum, x) => sum + x * x, 0));
	return tensor.map((x) => x * target / norm);
}
export { networkRecoverability as i, cutEntropies as n, cutNetwork as r, initialParameters as t };
