import { P as multiply, Q as currentEngine, Y as sizeOf, s as qr, ut as DomainError } from "./study-record-DTuekta5.js";
import { t as singularValueDecomposition } from "./singular-values-FC6Kti-a.js";
import { C as contract, T as contractionPlan, a as pullbackTensors, n as networkTensors, w as contractPullback } from "./node-tensor-YhHVVG2I.js";
// src/network/network-of-shapes.ts
/**
* The network of the given nodes, all trainable.
*
* @param boundary - legs of the state's sites, in order
* @param form - 'free': no constraint; 'isometric': every node is an isometry from its inputs to its outputs
* @param environment - legs that are traced out
*/
function networkOfShapes(shapes, boundary, form, environment = []) {
	let parameters = 0;
	const dimensions = {};
	const nodes = shapes.map(({ id, outputs, inputs }) => {
		const offset = parameters;
		const [rows, columns] = [outputs, inputs].map((legs) => sizeOf(legs.map(([, dimension]) => dimension)));
		parameters += 2 * rows * columns;
		for (const [leg, dimension] of [...outputs, ...inputs]) dimensions[leg] = dimension;
		const tensor = form === "free" ? {
			kind: "free",
			offset
		} : {
			kind: "isometry",
			offset,
			rows,
			columns
		};
		return {
			id,
			legs: [...outputs, ...inputs].map(([leg]) => leg),
			tensor
		};
	});
	return {
		kind: "network",
		parameters,
		dimensions,
		nodes,
		boundary,
		bulk: [],
		environment
	};
}
// src/network/copy-tensors.ts
/** The legs with more than two ends, counting the outside as one: all that are neither bonds nor dangling. */
function hyperIndices({ nodes, boundary, bulk, environment }) {
	const totals = /* @__PURE__ */ new Map();
	for (const { legs } of nodes) for (const leg of legs) totals.set(leg, (totals.get(leg) ?? 0) + 1);
	for (const leg of [
		...boundary,
		...bulk,
		...environment
	]) totals.set(leg, (totals.get(leg) ?? 0) + 1);
	return [...totals].filter(([, total]) => total > 2).map(([leg]) => leg);
}
/**
* The same network without hyper-indices. A leg with m > 2 ends (nodes, and the outside if it is kept) becomes a chain
* of m − 2 copy tensors δ_ijk, which are constants:
*
*     A   B   C   D          A   B   C   D
*     └───┴─x─┴───┘    =     └───δ───δ───┘
*
* @returns the network itself if it has no hyper-index
*/
function withCopyTensors(network) {
	const hyper = hyperIndices(network);
	if (hyper.length === 0) return network;
	const dimensions = { ...network.dimensions };
	const legsOf = network.nodes.map(({ legs }) => [...legs]);
	const copies = [];
	for (const leg of hyper) {
		const dimension = dimensions[leg];
		const kept = [
			network.boundary,
			network.bulk,
			network.environment
		].some((open) => open.includes(leg));
		const ends = kept ? [leg] : [];
		const fresh = (name) => {
			const free = name in dimensions ? `${name}'` : name;
			if (free in dimensions) return fresh(free);
			dimensions[free] = dimension;
			return free;
		};
		for (const legs of legsOf) {
			const at = legs.indexOf(leg);
			if (at < 0) continue;
			legs[at] = fresh(`${leg} at ${ends.length}`);
			ends.push(legs[at]);
		}
		if (!kept) delete dimensions[leg];
		for (let carried = ends[0], k = 1; k < ends.length - 1; k++) {
			const next = k === ends.length - 2 ? ends[k + 1] : fresh(`${leg} after ${k}`);
			const id = freshId(`copy of ${leg}, ${k}`, [...network.nodes, ...copies]);
			copies.push({
				id,
				legs: [
					carried,
					ends[k],
					next
				],
				tensor: copyTensor(dimension)
			});
			carried = next;
		}
	}
	const nodes = network.nodes.map((node, index) => ({
		...node,
		legs: legsOf[index]
	}));
	return {
		...network,
		dimensions,
		nodes: [...nodes, ...copies]
	};
}
/** δ_ijk: one where all three indices are equal. */
function copyTensor(dimension) {
	const interleaved = new Array(2 * dimension ** 3).fill(0);
	for (let i = 0; i < dimension; i++) interleaved[2 * i * (dimension * dimension + dimension + 1)] = 1;
	return {
		kind: "constant",
		interleaved
	};
}
function freshId(id, nodes) {
	return nodes.some((node) => node.id === id) ? freshId(`${id}'`, nodes) : id;
}
// src/network/tree-messages.ts
/**
* @file Every bond of a network without cycles cuts the state in two. The Gram matrices of both halves come from
* messages: the message of a node to a neighbour is the Gram matrix of everything behind it.
*/
/** The network's bonds, in the order in which their legs first occur. */
function bondsOf(network) {
	const first = /* @__PURE__ */ new Map();
	const bonds = [];
	network.nodes.forEach(({ legs }, index) => {
		for (const leg of legs) {
			const other = first.get(leg);
			if (other === void 0) first.set(leg, index);
			else bonds.push({
				leg,
				nodes: [other, index]
			});
		}
	});
	return bonds;
}
/** Whether the network is connected and has no cycle, double bonds included, and no hyper-index. */
function isTree(network) {
	const bonds = bondsOf(network);
	if (bonds.length !== network.nodes.length - 1 || hyperIndices(network).length > 0) return false;
	const reached = /* @__PURE__ */ new Set([0]);
	for (let grown = true; grown;) {
		grown = false;
		for (const { nodes } of bonds) {
			if (reached.has(nodes[0]) === reached.has(nodes[1])) continue;
			for (const node of nodes) reached.add(node);
			grown = true;
		}
	}
	return reached.size === network.nodes.length;
}
/**
* Gram matrices on both sides of every bond of a tree.
*
* @param network - a tree, see `isTree`
*
* Cost O(n χ^{z+1}) with z the number of bonds at a node: O(n d χ³) for a matrix-product state.
*/
function bondGrams(network, theta) {
	const { bonds, messages } = scheduleOf(network);
	const tensors = networkTensors(network, theta);
	const conjugates = tensors.map(({ shape, interleaved }) => ({
		shape,
		interleaved: interleaved.map((x, k) => k % 2 === 0 ? x : -x)
	}));
	const contractions = [];
	const traces = [];
	const values = [];
	for (const { node, incoming, plan } of messages) {
		const contraction = contract(plan, [
			tensors[node],
			conjugates[node],
			...incoming.map((at) => values[at])
		]);
		const { shape, interleaved } = contraction.value;
		let trace = 0;
		for (let i = 0; i < shape[0]; i++) trace += interleaved[2 * i * (shape[0] + 1)];
		contractions.push(contraction);
		traces.push(trace);
		values.push({
			shape,
			interleaved: interleaved.map((x) => x / trace)
		});
	}
	const pullback = (cotangents) => {
		const pending = values.map(({ interleaved }) => new Float64Array(interleaved.length));
		bonds.forEach(({ sides }, k) => {
			for (const side of [0, 1]) add(pending[sides[side]], cotangents[k][side]);
		});
		const total = network.nodes.map(() => void 0);
		for (let at = messages.length - 1; at >= 0; at--) {
			const { node, incoming, plan } = messages[at];
			const lambda = pending[at].map((x) => x / traces[at]);
			const needed = [
				true,
				false,
				...incoming.map(() => true)
			];
			const [own, , ...others] = contractPullback(plan, contractions[at], lambda, needed);
			total[node] ??= new Float64Array(own.length);
			add(total[node], own, 2);
			incoming.forEach((from, k) => {
				add(pending[from], others[k]);
			});
		}
		return pullbackTensors(network, theta, total);
	};
	return {
		grams: bonds.map(({ bond, sides }) => ({
			bond,
			sides: [matrixOf(values[sides[0]]), matrixOf(values[sides[1]])]
		})),
		pullback
	};
}
const schedules = /* @__PURE__ */ new WeakMap();
/** Messages in an order in which each comes after those that it needs; remembered per network. */
function scheduleOf(network) {
	const known = schedules.get(network);
	if (known !== void 0) return known;
	const bonds = bondsOf(network);
	const at = network.nodes.map((_, node) => bonds.filter(({ nodes }) => nodes.includes(node)));
	const place = /* @__PURE__ */ new Map();
	const messages = [];
	const tell = (node, { leg }) => {
		const key = `${node} ${leg}`;
		const done = place.get(key);
		if (done !== void 0) return done;
		const others = at[node].filter((bond) => bond.leg !== leg);
		const incoming = others.map((bond) => tell(bond.nodes[0] === node ? bond.nodes[1] : bond.nodes[0], bond));
		const bra = (name) => `conjugate ${name}`;
		const own = network.nodes[node].legs;
		const legs = [
			own,
			own.map((name) => at[node].some((bond) => bond.leg === name) ? bra(name) : name),
			...others.map((bond) => [bond.leg, bra(bond.leg)])
		];
		const dimensions = { ...network.dimensions };
		for (const bond of at[node]) dimensions[bra(bond.leg)] = network.dimensions[bond.leg];
		messages.push({
			node,
			incoming,
			plan: contractionPlan(legs, dimensions, [leg, bra(leg)])
		});
		place.set(key, messages.length - 1);
		return messages.length - 1;
	};
	const schedule = {
		messages,
		bonds: bonds.map((bond) => ({
			bond,
			sides: [tell(bond.nodes[0], bond), tell(bond.nodes[1], bond)]
		}))
	};
	schedules.set(network, schedule);
	return schedule;
}
const matrixOf = ({ shape, interleaved }) => ({
	rows: shape[0],
	cols: shape[1],
	interleaved
});
function add(sum, term, factor = 1) {
	for (let k = 0; k < sum.length; k++) sum[k] = sum[k] + factor * term[k];
}
// src/chain/matrix-product-state.ts
/**
* The chain of an open matrix-product state.
*
* @param network - one node for each site, in order, with bonds between neighbours only; legs in any order
* @throws {DomainError} another network
*/
function chainOf(network, theta) {
	const between = chainBonds(network);
	if (typeof between === "string") throw new DomainError(`chainOf: ${between}`);
	return networkTensors(network, theta).map(({ shape, interleaved }, k) => {
		const { legs } = network.nodes[k];
		const wanted = [
			between.get(k),
			network.boundary[k],
			between.get(k + 1)
		];
		const axes = wanted.filter((leg) => leg !== void 0).map((leg) => legs.indexOf(leg));
		return {
			shape: wanted.map((leg) => leg === void 0 ? 1 : network.dimensions[leg]),
			interleaved: currentEngine().permute(interleaved, shape, axes)
		};
	});
}
/** Whether a network is an open matrix-product state, as `chainOf` requires. */
const isOpenChain = (network) => typeof chainBonds(network) !== "string";
/**
* The bond to the left of each node but the first; for a network that is not an open chain, what an open chain
* requires.
*/
function chainBonds(network) {
	const between = /* @__PURE__ */ new Map();
	for (const { leg, nodes } of bondsOf(network)) {
		if (nodes[1] !== nodes[0] + 1 || between.has(nodes[1])) return `bonds between neighbouring nodes required, got '${leg}' elsewhere`;
		between.set(nodes[1], leg);
	}
	const fits = network.nodes.every(({ legs }, k) => legs.includes(network.boundary[k]));
	const others = network.environment.length + network.bulk.length;
	if (network.nodes.length === network.boundary.length && fits && others === 0) return between;
	return "one node for each site, in order, and no other open legs required";
}
/** The network of a chain, all tensors free, with the chain's entries as θ. */
function networkOfChain(chain) {
	const n = chain.length;
	const bond = (k) => k > 0 && k < n ? [[`b${k}`, chain[k].shape[0]]] : [];
	const network = networkOfShapes(chain.map(({ shape }, k) => ({
		id: `A${k}`,
		outputs: [...bond(k), [`s${k}`, shape[1]]],
		inputs: bond(k + 1)
	})), chain.map((_, k) => `s${k}`), "free");
	const theta = new Float64Array(network.parameters);
	let offset = 0;
	for (const { interleaved } of chain) {
		theta.set(interleaved, offset);
		offset += interleaved.length;
	}
	return {
		network,
		theta
	};
}
/** The same state with A†A = 1 for all tensors but the last, which has the state's norm. */
function leftCanonical(chain) {
	const tensors = [];
	let carry = {
		rows: 1,
		cols: 1,
		interleaved: Float64Array.of(1, 0)
	};
	chain.forEach(({ shape: [left, site, right], interleaved }, k) => {
		const absorbed = multiply(carry, {
			rows: left,
			cols: site * right,
			interleaved
		});
		const last = k === chain.length - 1;
		const { q, r } = last ? {
			q: absorbed,
			r: carry
		} : qr({
			rows: carry.rows * site,
			cols: right,
			interleaved: absorbed.interleaved
		});
		tensors.push({
			shape: [
				carry.rows,
				site,
				last ? right : q.cols
			],
			interleaved: q.interleaved
		});
		carry = r;
	});
	return tensors;
}
/** The same state with AA† = 1 for all tensors but the first, which has the state's norm. */
function rightCanonical(chain) {
	return mirrored(leftCanonical(mirrored(chain)));
}
/** The chain read from right to left. */
function mirrored(chain) {
	return chain.toReversed().map(({ shape, interleaved }) => ({
		shape: shape.toReversed(),
		interleaved: currentEngine().permute(interleaved, shape, [
			2,
			1,
			0
		])
	}));
}
/**
* Schmidt values of every cut of the chain, descending, of the normalised state: n − 1 lists. Small ones are accurate
* to about 1e-15, so that their squares p are accurate to 1e-30.
*/
function schmidtValues(chain) {
	const canonical = leftCanonical(chain);
	const spectra = [];
	let centre;
	for (let k = chain.length - 1; k > 0; k--) {
		const { shape, interleaved } = canonical[k];
		const [left, site, right] = shape;
		const tensor = centre === void 0 ? interleaved : multiply({
			rows: left * site,
			cols: right,
			interleaved
		}, centre).interleaved;
		const columns = centre?.cols ?? right;
		const { u, values } = singularValueDecomposition({
			rows: left,
			cols: site * columns,
			interleaved: tensor
		});
		const norm = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
		spectra.unshift(values.map((x) => x / norm));
		centre = {
			rows: u.rows,
			cols: u.cols,
			interleaved: u.interleaved.map((x, at) => x * values[(at >> 1) % u.cols] / norm)
		};
	}
	return spectra;
}
/** E ↦ Σ_s A^s† E B^s. */
function overlapStep(between, a, b) {
	const [leftB, site, rightB] = b.shape;
	const [leftA, , rightA] = a.shape;
	const half = multiply(between, {
		rows: leftB,
		cols: site * rightB,
		interleaved: b.interleaved
	});
	return multiply({
		rows: leftA * site,
		cols: rightA,
		interleaved: a.interleaved
	}, {
		rows: leftA * site,
		cols: rightB,
		interleaved: half.interleaved
	}, { adjointA: true });
}
export { networkOfChain as a, schmidtValues as c, isTree as d, hyperIndices as f, mirrored as i, bondGrams as l, networkOfShapes as m, isOpenChain as n, overlapStep as o, withCopyTensors as p, leftCanonical as r, rightCanonical as s, chainOf as t, bondsOf as u };
