import { a as int, s as number, t as _enum, u as strictObject } from "./schemas-4uHuBYz8.js";
import { Y as sizeOf, ut as DomainError } from "./study-record-DTuekta5.js";
import { a as place } from "./pauli-uGOqdxwH.js";
import { n as latticeSpec, t as latticeOfSpec } from "./lattice-spec-FpVZWbVD.js";
import { m as networkOfShapes } from "./matrix-product-state-CYxnDb3V.js";
import { a as parametrised } from "./circuit-BgtrOOeH.js";
// models/block.ts
/** @file The blocks of which circuits are built: which rotations act on one qubit, and which on a pair. */
/**
* Kinds of block. Interactions come first, then rotations of both qubits; with a layer of rotations before the first
* block every circuit of such gates can be written in this form (Cartan decomposition).
*
* - `su4`: any two-qubit gate. Interactions XX, YY, ZZ; rotations Z, Y, Z. 9 parameters.
* - `so4`: any real two-qubit gate of determinant one. Interactions XY, YX; rotation Y. 4 parameters.
* - `ising`: ZZ, then X and Z rotations. 5 parameters.
*
* @see Khaneja & Glaser, Chem. Phys. 267, 11 (2001)
*/
const BLOCKS = {
	su4: {
		interactions: [
			"XX",
			"YY",
			"ZZ"
		],
		rotations: [
			"Z",
			"Y",
			"Z"
		]
	},
	so4: {
		interactions: ["XY", "YX"],
		rotations: ["Y"]
	},
	ising: {
		interactions: ["ZZ"],
		rotations: ["X", "Z"]
	}
};
const blockOption = _enum([
	"su4",
	"so4",
	"ising"
]).default("su4").describe("block on a pair: su4 any gate, so4 any real gate, ising ZZ with X and Z rotations");
/** The rotations of one qubit. */
function localWords(block, qubits, qubit) {
	return BLOCKS[block].rotations.map((letter) => place(qubits, { [qubit]: letter }));
}
/** The rotations of every qubit. */
function localLayer(block, qubits) {
	return Array.from({ length: qubits }, (_, qubit) => localWords(block, qubits, qubit)).flat();
}
/** The block on a pair of qubits: interactions, then rotations of both. */
function pairWords(block, qubits, [a, b]) {
	return [
		...BLOCKS[block].interactions.map((word) => place(qubits, {
			[a]: word[0],
			[b]: word[1]
		})),
		...localWords(block, qubits, a),
		...localWords(block, qubits, b)
	];
}
// src/operator/edge-colouring.ts
/**
* Splits the edges of a lattice into classes of disjoint edges, each edge taking the first class that is free at both
* its ends: the even and odd bonds of a chain, four classes on a grid, and never more than 2·degree − 1.
*/
function edgeColouring({ sites, edges }) {
	const classes = [];
	const used = Array.from({ length: sites }, () => /* @__PURE__ */ new Set());
	for (const [a, b] of edges) {
		let colour = 0;
		while (used[a].has(colour) || used[b].has(colour)) colour++;
		used[a].add(colour);
		used[b].add(colour);
		classes[colour] ??= [];
		classes[colour].push([a, b]);
	}
	return classes;
}
// models/brickwall.ts
const brickwallOptions = strictObject({
	depth: int().positive().describe("layers of blocks; on a chain they alternate between even and odd bonds"),
	block: blockOption,
	lattice: latticeSpec.default("chain").describe("which pairs have a block")
});
/**
* Brickwall circuit: a layer of rotations, then `depth` layers of blocks on disjoint bonds of the lattice.
*
*     ─R─■─────■───      R = rotations of the qubit
*     ─R─■──■──■───      ■ = block on the bond, each gate with its own parameter
*     ─R─■──■──■───
*     ─R─■─────■───      depth 3 on an open chain
*
* On another lattice the layers run through the classes of its edge colouring in turn.
*
* @param qubits - n ≥ 2
* @returns a circuit with one parameter for each gate
*/
function brickwall(qubits, options) {
	const { depth, block, lattice } = brickwallOptions.parse(options);
	const classes = edgeColouring(latticeOfSpec(lattice, qubits));
	const layers = Array.from({ length: depth }, (_, layer) => classes[layer % classes.length] ?? []);
	return parametrised(qubits, [...localLayer(block, qubits), ...layers.flatMap((bonds) => bonds.flatMap((bond) => pairWords(block, qubits, bond)))]);
}
// models/isometric-mera.ts
/** Options of `isometricMera`. */
const isometricMeraOptions = strictObject({ bond: number().int().min(2).default(4).describe("largest bond dimension χ; level l of 0, 1, … has min(χ, 2^(2^l))") });
/**
* Binary multiscale entanglement renormalisation ansatz on a ring of qubits, made of isometries: the state has norm 1
* at every point of the product of Stiefel manifolds.
*
*             top                top tensor of two legs
*           ╱     ╲
*          w       w             isometries w: two legs below, one above
*        ╱   ╲   ╱   ╲
*      ─╯     [u]     ╰─[u]      disentanglers u, unitary, across the borders (the last one closes the ring)
*        │   │   │   │
*
* and the same again below, with twice as many legs. The bond of level l is min(χ, 2^{2^l}).
*
* @param sites - a power of two, 4 or more
* @throws {DomainError} another number of sites
* @see Vidal, Phys. Rev. Lett. 101, 110501 (2008)
*/
function isometricMera(sites, options = {}) {
	const { bond } = isometricMeraOptions.parse(options);
	if (!(sites >= 4 && Number.isInteger(Math.log2(sites)))) throw new DomainError(`isometricMera: a power of two of 4 or more sites required, got ${sites}`);
	const boundary = Array.from({ length: sites }, (_, k) => `s${k}`);
	const nodes = [];
	let level = boundary;
	let dimension = 2;
	for (let depth = 0; level.length > 2; depth++) {
		const own = dimension;
		const parent = Math.min(bond, own * own);
		const width = level.length;
		const between = level.map((_, k) => `u${depth}.${k}`);
		for (let k = 1; k < width; k += 2) {
			const pair = [k, (k + 1) % width];
			nodes.push({
				id: `u${depth}.${(k - 1) / 2}`,
				outputs: pair.map((site) => [level[site], own]),
				inputs: pair.map((site) => [between[site], own])
			});
		}
		const above = Array.from({ length: width / 2 }, (_, k) => `b${depth}.${k}`);
		above.forEach((leg, k) => {
			const outputs = [between[2 * k], between[2 * k + 1]].map((name) => [name, own]);
			nodes.push({
				id: `w${depth}.${k}`,
				outputs,
				inputs: [[leg, parent]]
			});
		});
		level = above;
		dimension = parent;
	}
	nodes.push({
		id: "top",
		outputs: level.map((leg) => [leg, dimension]),
		inputs: []
	});
	return networkOfShapes(nodes, boundary, "isometric");
}
// models/matrix-product-state.ts
/** Options of `matrixProductState`. */
const matrixProductStateOptions = strictObject({
	bond: number().int().min(1).default(4).describe("largest bond dimension χ; a ring has it everywhere"),
	boundary: _enum(["open", "periodic"]).default("open").describe("a chain with two ends, or a ring"),
	form: _enum(["free", "isometric"]).default("free").describe("isometric: left-canonical, every tensor an isometry, the state of norm 1; open chains only")
});
/**
* Matrix-product state with one tensor for each site,
*
*     ψ(s₀ … s₍ₙ₋₁₎) = Tr A₀^{s₀} A₁^{s₁} ··· A₍ₙ₋₁₎^{s₍ₙ₋₁₎}.
*
*     A──A──A──A       legs of A: left, site, right
*     │  │  │  │
*
* Open chains have no outer bonds, and no bond larger than a state on its shorter side can fill. A ring has the same
* bond everywhere, and only the form 'free'.
*
* @param dimensions - dimension of each site
* @throws {DomainError} no site, a ring of fewer than two sites, or an isometric ring
*/
function matrixProductState(dimensions, options = {}) {
	const { bond, boundary, form } = matrixProductStateOptions.parse(options);
	const n = dimensions.length;
	if (n === 0) throw new DomainError("matrixProductState: at least one site required, got none");
	const periodic = boundary === "periodic";
	if (periodic && (n < 2 || form === "isometric")) throw new DomainError(`matrixProductState: a ring needs two sites or more and form 'free', got ${n} and '${form}'`);
	const capped = (k) => Math.min(bond, sizeOf(dimensions.slice(0, k)), sizeOf(dimensions.slice(k)));
	const nodes = dimensions.map((dimension, k) => {
		const left = periodic ? [[`b${k}`, bond]] : k > 0 ? [[`b${k}`, capped(k)]] : [];
		const right = periodic ? [[`b${(k + 1) % n}`, bond]] : k + 1 < n ? [[`b${k + 1}`, capped(k + 1)]] : [];
		return {
			id: `A${k}`,
			outputs: [...left, [`s${k}`, dimension]],
			inputs: right
		};
	});
	return networkOfShapes(nodes, dimensions.map((_, k) => `s${k}`), form);
}
// models/tree-tensor-network.ts
/** Options of `treeTensorNetwork`. */
const treeTensorNetworkOptions = strictObject({
	bond: number().int().min(2).default(4).describe("largest bond dimension χ"),
	form: _enum(["free", "isometric"]).default("free").describe("isometric: every tensor an isometry from its parent to its children, the state of norm 1")
});
/**
* Binary tree tensor network. Neighbours are joined pairwise, level by level, until one tensor is left.
*
*        T            legs of T: left child, right child, parent (none at the top)
*       ╱ ╲
*      T   T          an odd one out moves up unpaired
*     ╱╲   ╱╲
*     │ │  │ │
*
* No bond is larger than its side of the tree can fill.
*
* @param dimensions - dimension of each site
* @throws {DomainError} fewer than two sites
*/
function treeTensorNetwork(dimensions, options = {}) {
	const { bond, form } = treeTensorNetworkOptions.parse(options);
	if (dimensions.length < 2) throw new DomainError(`treeTensorNetwork: at least two sites required, got ${dimensions.length}`);
	const boundary = dimensions.map((_, k) => `s${k}`);
	const total = dimensions.reduce((product, dimension) => product * dimension, 1);
	let level = dimensions.map((dimension, k) => ({
		leg: boundary[k],
		dimension,
		below: dimension
	}));
	const nodes = [];
	for (let depth = 0; level.length > 1; depth++) {
		const next = [];
		for (let k = 0; k + 1 < level.length; k += 2) {
			const [a, b] = [level[k], level[k + 1]];
			const below = a.below * b.below;
			const parent = {
				leg: `b${depth}.${k / 2}`,
				dimension: Math.min(bond, a.dimension * b.dimension, total / below),
				below
			};
			const top = level.length === 2;
			nodes.push({
				id: `T${depth}.${k / 2}`,
				outputs: [a, b].map(({ leg, dimension }) => [leg, dimension]),
				inputs: top ? [] : [[parent.leg, parent.dimension]]
			});
			next.push(parent);
		}
		if (level.length % 2 === 1) next.push(level[level.length - 1]);
		level = next;
	}
	return networkOfShapes(nodes, boundary, form);
}
export { isometricMera as a, brickwallOptions as c, pairWords as d, matrixProductStateOptions as i, blockOption as l, treeTensorNetworkOptions as n, isometricMeraOptions as o, matrixProductState as r, brickwall as s, treeTensorNetwork as t, localLayer as u };
