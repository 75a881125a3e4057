import { f as edgeBelow, m as toricCode, p as edgeToTheRight, s as stabiliserGraph } from "./stabilisers-BPWfNRha.js";
import { P as multiply, Q as currentEngine, T as adjoint, dt as ShapeError, i as randomStream, n as atMost, r as equals, ut as DomainError } from "./study-record-DTuekta5.js";
import { a as lattice } from "./lattice-MaWPiOKk.js";
import { C as contract, T as contractionPlan, a as pullbackTensors, n as networkTensors, v as stabiliserVector, w as contractPullback } from "./node-tensor-YhHVVG2I.js";
import { n as leadingColumns, t as keptValues } from "./kept-values-BqxwgKsh.js";
import { t as singularValueDecomposition } from "./singular-values-FC6Kti-a.js";
import { r as leftCanonical } from "./matrix-product-state-CYxnDb3V.js";
import { i as distributionEntropy, n as rememberedEntropy, t as entropiesOfState } from "./region-entropies-C3COF-g3.js";
import { n as complementOf } from "./reduced-density-matrix-Bg02QxO0.js";
import { r as counted } from "./number-format-DSC-qSUe.js";
import { t as entropiesOfStabilisers } from "./stabiliser-entropy-v8hve9qF.js";
import { i as rotatedStabilisers, n as randomCliffordGate } from "./random-clifford-BNcEJIA-.js";
// src/systems/topological-order/plaquette-regions.ts
/** @file Regions of the toric code, drawn by plaquettes. */
/** The plaquettes of a rectangle of rows × columns, from its upper left corner on. */
function rectangle(row, column, rows, columns) {
	return Array.from({ length: rows * columns }, (_, k) => [row + Math.floor(k / columns), column + k % columns]);
}
/** The plaquettes of the first list that are not in the second. */
function withoutPlaquettes(all, removed) {
	return all.filter(([r, c]) => !removed.some(([row, column]) => row === r && column === c));
}
/** All edges around some plaquettes of the L × L torus, ascending: a region with its rim. */
function edgesOfPlaquettes(size, plaquettes) {
	const edges = plaquettes.flatMap(([r, c]) => [
		edgeToTheRight(size, r, c),
		edgeToTheRight(size, r + 1, c),
		edgeBelow(size, r, c),
		edgeBelow(size, r, c + 1)
	]);
	return [...new Set(edges)].sort((a, b) => a - b);
}
/**
* Regions of edges that do not overlap: an edge between two of the regions belongs to the one that is named first.
*
* @throws {DomainError} a plaquette in two regions
*/
function disjointEdges(size, regions) {
	const names = regions.flat().map(([r, c]) => `${(r % size + size) % size},${(c % size + size) % size}`);
	const twice = names.find((name, k) => names.indexOf(name) !== k);
	if (twice !== void 0) throw new DomainError(`disjointEdges: plaquettes in one region required, got ${twice} in two`);
	const taken = /* @__PURE__ */ new Set();
	return regions.map((plaquettes) => {
		const own = edgesOfPlaquettes(size, plaquettes).filter((edge) => !taken.has(edge));
		for (const edge of own) taken.add(edge);
		return own;
	});
}
// src/chain/chain-compression.ts
/**
* Compresses a chain bond by bond from the right: each cut is an orthogonal projection in canonical form, on a subspace
* of the one before, so that the squares of all errors add up.
*
* @param truncation - bond χ, default unlimited; tolerance: weight that may be dropped at each bond relative to what is
*   left, default 1e-30
* @returns for the zero chain log 0 and a chain of zeros
*
* Cost O(n d χ_old³).
*
* @see Schollwöck, Ann. Phys. 326, 96 (2011), sect. 4.5.1
*/
function compressedChain(chain, { tolerance = 1e-30, bond = Infinity } = {}) {
	const { canonical, logNorm } = normalisedLeft(chain);
	const tensors = [];
	let carry = {
		rows: 1,
		cols: 1,
		interleaved: Float64Array.of(1, 0)
	};
	let dropped = 0;
	for (let k = chain.length - 1; k >= 0; k--) {
		const { shape, interleaved } = canonical[k];
		const [left, site, right] = shape;
		const centre = multiply({
			rows: left * site,
			cols: right,
			interleaved
		}, carry);
		if (k === 0) {
			const norm = Math.sqrt(centre.interleaved.reduce((sum, x) => sum + x * x, 0));
			const unit = norm === 0 ? centre.interleaved : centre.interleaved.map((x) => x / norm);
			tensors.unshift({
				shape: [
					left,
					site,
					carry.cols
				],
				interleaved: unit
			});
			break;
		}
		const matrix = {
			rows: left,
			cols: site * carry.cols,
			interleaved: centre.interleaved
		};
		const { u, values, v } = singularValueDecomposition(matrix);
		const kept = keptValues(values, {
			tolerance,
			bond
		});
		for (const value of values.subarray(kept)) dropped += value * value;
		tensors.unshift({
			shape: [
				kept,
				site,
				carry.cols
			],
			interleaved: adjoint(leadingColumns(v, kept)).interleaved
		});
		carry = leadingColumns(u, kept);
		const { cols } = carry;
		carry = {
			...carry,
			interleaved: carry.interleaved.map((x, at) => x * values[(at >> 1) % cols])
		};
	}
	return {
		chain: tensors,
		logNorm,
		error: Math.sqrt(dropped)
	};
}
/**
* The left-canonical chain of norm 1, and the logarithm of the norm; tensors are scaled first, so that none overflows.
*/
function normalisedLeft(chain) {
	let logNorm = 0;
	const scaled = chain.map(({ shape, interleaved }) => {
		const size = Math.sqrt(interleaved.reduce((sum, x) => sum + x * x, 0));
		logNorm += Math.log(size);
		return {
			shape,
			interleaved: size === 0 ? interleaved : interleaved.map((x) => x / size)
		};
	});
	const canonical = leftCanonical(scaled);
	const last = canonical.at(-1);
	const norm = Math.sqrt(last.interleaved.reduce((sum, x) => sum + x * x, 0));
	if (norm === 0) return {
		canonical,
		logNorm: -Infinity
	};
	const unit = {
		shape: last.shape,
		interleaved: last.interleaved.map((x) => x / norm)
	};
	return {
		canonical: [...canonical.slice(0, -1), unit],
		logNorm: logNorm + Math.log(norm)
	};
}
// src/chain/boundary-chain.ts
/**
* @file Norms of two-dimensional networks by boundary matrix-product states: rows are absorbed one after the other, and
* the bonds that grow are truncated. The gradient comes from the boundaries on both sides of every row.
*/
/**
* θ ↦ log ⟨ψ(θ)|ψ(θ)⟩ of a projected entangled-pair state, contracted from above with boundaries of bond χ, and its
* gradient. The value has an error that falls with χ; the gradient is that of the exact value, with an error of the
* same kind, not that of the approximation.
*
* @param network - free tensors, one for each site of the rectangle in row-major order, bonds between neighbours only
* @param options.bond - χ, default unlimited; options.tolerance: weight dropped in a truncation, default 1e-30
* @throws {DomainError} another network
*
* Cost for bonds D and sites d: O(n χ³ D⁵ d) with singular values of matrices of χD rows.
*
* @see Verstraete, Murg & Cirac, Adv. Phys. 57, 143 (2008), sect. 4
*/
function boundaryLogNorm(network, options) {
	const axes = gridAxes(network, options);
	const { rows, columns } = options;
	return (theta) => {
		const tensors = networkTensors(network, theta).map((tensor, k) => arrangedNode(tensor, axes[k]));
		const grid = Array.from({ length: rows }, (_, r) => tensors.slice(r * columns, (r + 1) * columns));
		const above = boundaries(grid, options);
		const below = boundaries(grid.toReversed().map(flipped), options).reverse();
		const restored = grid.flatMap((row, r) => rowGradient(above[r].chain, row, below[r + 1].chain)).map((cotangent, k) => restoredNode(cotangent, tensors[k].shape, axes[k]));
		return {
			value: totalOf(above[rows]),
			gradient: pullbackTensors(network, theta, restored),
			error: Math.max(...above.map(({ error }) => error))
		};
	};
}
/** Boundaries above row 0, 1, …, and below the last. */
function boundaries(grid, truncation) {
	const all = [{
		chain: grid[0].map(() => ({
			shape: [
				1,
				1,
				1
			],
			interleaved: Float64Array.of(1, 0)
		})),
		logNorm: 0,
		error: 0
	}];
	for (const row of grid) {
		const { chain, logNorm, error } = all.at(-1);
		const half = compressedChain(withKets(chain, row), truncation);
		const next = compressedChain(withBras(half.chain, row), truncation);
		all.push({
			chain: next.chain,
			logNorm: logNorm + half.logNorm + next.logNorm,
			error: Math.max(error, half.error, next.error)
		});
	}
	return all;
}
/** log of the number that a chain of sites of dimension 1 stands for; its modulus, since norms are positive. */
function totalOf({ chain, logNorm }) {
	let product = Float64Array.of(1, 0);
	for (const { shape, interleaved } of chain) {
		const [left, , right] = shape;
		product = currentEngine().multiply(product, interleaved, 1, right, left, false, false);
	}
	return logNorm + Math.log(Math.hypot(product[0], product[1]));
}
/** The chain with a row of kets: sites become (down, site, bra leg), bonds (old, right). */
function withKets(chain, row) {
	return chain.map((tensor, c) => {
		const [up, left, site, right, down] = row[c].shape;
		const [bondLeft, pair, bondRight] = tensor.shape;
		const bra = pair / up;
		const dimensions = {
			a: bondLeft,
			u: up,
			v: bra,
			b: bondRight,
			l: left,
			s: site,
			r: right,
			d: down
		};
		const interleaved = contractPair([..."auvb"], [..."ulsrd"], [..."aldsvbr"], dimensions, tensor, row[c]);
		return {
			shape: [
				bondLeft * left,
				down * site * bra,
				bondRight * right
			],
			interleaved
		};
	});
}
/** The chain of `withKets` with the row's conjugates: sites become (down, down of the bra). */
function withBras(chain, row) {
	return chain.map((tensor, c) => {
		const [up, left, site, right, down] = row[c].shape;
		const [bondLeft, , bondRight] = tensor.shape;
		const dimensions = {
			a: bondLeft,
			d: down,
			s: site,
			v: up,
			b: bondRight,
			l: left,
			r: right,
			e: down
		};
		const bra = conjugate(row[c]);
		const interleaved = contractPair([..."adsvb"], [..."vlsre"], [..."aldebr"], dimensions, tensor, bra);
		return {
			shape: [
				bondLeft * left,
				down * down,
				bondRight * right
			],
			interleaved
		};
	});
}
function contractPair(first, second, output, dimensions, a, b) {
	const plan = contractionPlan([first, second], dimensions, output, [[0, 1]]);
	const { value, exponent } = contract(plan, [a, b]);
	return exponent === 0 ? value.interleaved : value.interleaved.map((x) => x * 2 ** exponent);
}
/** Cotangents of log z by the row's tensors, where z is the row between both boundaries. */
function rowGradient(above, row, below) {
	const legs = [];
	const arrays = [];
	const dimensions = {};
	const put = (own, shape, interleaved) => {
		legs.push(own);
		arrays.push({ interleaved });
		own.forEach((leg, k) => {
			dimensions[leg] = shape[k];
		});
	};
	row.forEach((tensor, c) => {
		const [up, , , , down] = tensor.shape;
		const { interleaved: bra } = conjugate(tensor);
		const [upper, lower] = [above[c], below[c]];
		put([
			`a${c}`,
			`u${c}`,
			`U${c}`,
			`a${c + 1}`
		], [
			upper.shape[0],
			up,
			up,
			upper.shape[2]
		], upper.interleaved);
		put([
			`u${c}`,
			`k${c}`,
			`s${c}`,
			`k${c + 1}`,
			`d${c}`
		], tensor.shape, tensor.interleaved);
		put([
			`U${c}`,
			`K${c}`,
			`s${c}`,
			`K${c + 1}`,
			`D${c}`
		], tensor.shape, bra);
		put([
			`b${c}`,
			`d${c}`,
			`D${c}`,
			`b${c + 1}`
		], [
			lower.shape[0],
			down,
			down,
			lower.shape[2]
		], lower.interleaved);
	});
	for (const c of [0, row.length]) put([
		`a${c}`,
		`k${c}`,
		`K${c}`,
		`b${c}`
	], [
		1,
		1,
		1,
		1
	], Float64Array.of(1, 0));
	const plan = contractionPlan(legs, dimensions, []);
	const contraction = contract(plan, arrays);
	const [re, im] = contraction.value.interleaved;
	const square = re * re + im * im;
	const wanted = legs.map((_, k) => k % 4 === 1 && k < 4 * row.length);
	const cotangent = Float64Array.of(2 * re / square, 2 * im / square);
	return contractPullback(plan, contraction, cotangent, wanted).filter((array) => array !== void 0);
}
/** The row upside down. */
const flipped = (row) => row.map(({ shape, interleaved }) => ({
	shape: [
		shape[4],
		...shape.slice(1, 4),
		shape[0]
	],
	interleaved: currentEngine().permute(interleaved, shape, [
		4,
		1,
		2,
		3,
		0
	])
}));
const conjugate = ({ shape, interleaved }) => ({
	shape,
	interleaved: interleaved.map((x, k) => k % 2 === 0 ? x : -x)
});
function gridAxes(network, { rows, columns }) {
	const { nodes, boundary, bulk, environment } = network;
	if (nodes.length !== rows * columns || boundary.length !== nodes.length || bulk.length + environment.length > 0) throw new DomainError(`boundaryLogNorm: one node for each of ${rows} × ${columns} sites and no other legs required`);
	return nodes.map(({ legs }, k) => {
		const [r, c] = [Math.floor(k / columns), k % columns];
		const shared = (inside, other) => inside ? legs.find((leg) => nodes[other].legs.includes(leg)) : void 0;
		const wanted = [
			shared(r > 0, k - columns),
			shared(c > 0, k - 1),
			boundary[k],
			shared(c + 1 < columns, k + 1),
			shared(r + 1 < rows, k + columns)
		];
		const found = wanted.filter((leg) => leg !== void 0);
		if (new Set(found).size !== legs.length || !found.every((leg) => legs.includes(leg))) throw new DomainError(`boundaryLogNorm: a site and at most one bond to each neighbour required at node ${k}`);
		return wanted.map((leg) => leg === void 0 ? void 0 : legs.indexOf(leg));
	});
}
function arrangedNode({ shape, interleaved }, axes) {
	const present = axes.filter((axis) => axis !== void 0);
	return {
		shape: axes.map((axis) => axis === void 0 ? 1 : shape[axis]),
		interleaved: currentEngine().permute(interleaved, shape, present)
	};
}
/** Undoes `arrangedNode`. */
function restoredNode(array, shape, axes) {
	const present = axes.filter((axis) => axis !== void 0);
	const extents = shape.filter((_, k) => axes[k] !== void 0);
	return currentEngine().permute(array, extents, present.map((_, axis) => present.indexOf(axis)));
}
// src/systems/topological-order/deformed-cylinder.ts
/** @file The deformed toric code on an infinite cylinder, cut around it: entropies from one eigenvector. */
const [LEAST, LARGEST$2] = [2, 20];
const MOST_STEPS = 5e3;
/** Greatest change of an amplitude in a step that still counts. */
const TOLERANCE = 1e-14;
/**
* The deformed toric code on an infinite cylinder of circumference L, see `deformedToricState`, cut along a ring of
* vertices. With v the leading eigenvector of the symmetric transfer matrix of the Ising model, over its 2^L rings of
* spins,
*
*     S = −Σ_σ v(σ)² ln v(σ)² − ln 2:
*
* the entropy of the probabilities of a ring, up to turning it over as a whole. S = αL − γ, with γ = ln 2 below the
* critical tension and 0 above it as L grows.
*
* @param circumference - L, from 2 to 20
* @param tension - β ≥ 0
* @param options.order - Rényi order, default 1
* @returns by power iteration from the uniform vector; `max-steps` where it does not settle
* @throws {ShapeError} a circumference out of range
* @throws {DomainError} a negative tension
*
* A step costs L·2^L; about 5L steps at the critical tension: 12 vertices 10 ms, 16 vertices 0.4 s.
*
* @see Castelnovo & Chamon, arXiv:0707.2084; Stéphan, Furukawa, Misguich & Pasquier, arXiv:0906.1153
*/
function deformedCylinder(circumference, tension, options = {}) {
	if (!(Number.isInteger(circumference) && circumference >= LEAST && circumference <= LARGEST$2)) throw new ShapeError(`deformedCylinder: a circumference from ${LEAST} to ${LARGEST$2} required, got ${circumference}`);
	if (!(tension >= 0 && tension < Infinity)) throw new DomainError(`deformedCylinder: a finite tension ≥ 0 required, got ${tension}`);
	const rings = 2 ** circumference;
	const turned = Float64Array.from({ length: rings }, (_, ring) => unlikeNeighbours(ring, circumference));
	const weights = turned.map((unlike) => Math.exp(-tension * unlike));
	let vector = new Float64Array(rings).fill(1 / Math.sqrt(rings));
	let [eigenvalue, steps] = [0, 0];
	let result = "max-steps";
	while (steps < MOST_STEPS && result === "max-steps") {
		const next = acrossEdges(vector.map((x, ring) => x * weights[ring]), tension);
		let square = 0;
		next.forEach((x, ring) => {
			next[ring] = x * weights[ring];
			square += next[ring] ** 2;
		});
		eigenvalue = Math.sqrt(square);
		let change = 0;
		next.forEach((x, ring) => {
			next[ring] = x / eigenvalue;
			change = Math.max(change, Math.abs(next[ring] - vector[ring]));
		});
		vector = next;
		steps++;
		if (change < TOLERANCE) result = "converged";
	}
	const probabilities = vector.map((x) => x * x);
	const classes = probabilities.subarray(0, rings / 2).map((p) => 2 * p);
	const along = probabilities.reduce((sum, p, ring) => sum + p * (1 - 2 * turned[ring] / circumference), 0);
	return {
		value: {
			entropy: distributionEntropy(classes, options),
			logNorm: Math.log(eigenvalue) / circumference + 2 * tension,
			correlation: along
		},
		result,
		steps
	};
}
/** Number of edges between unlike neighbours in a ring. */
function unlikeNeighbours(ring, length) {
	let [unlike, left] = [0, ring ^ (ring >> 1 | (ring & 1) << length - 1)];
	for (; left !== 0; left &= left - 1) unlike++;
	return unlike;
}
/** ⊗ (1, e^{−2β}; e^{−2β}, 1) over the edges that lead to the next ring, in place. */
function acrossEdges(vector, tension) {
	const unlike = Math.exp(-2 * tension);
	for (let bit = 1; bit < vector.length; bit *= 2) for (let ring = 0; ring < vector.length; ring++) {
		if (ring & bit) continue;
		const [a, b] = [vector[ring], vector[ring | bit]];
		vector[ring] = a + unlike * b;
		vector[ring | bit] = unlike * a + b;
	}
	return vector;
}
// src/systems/topological-order/deformed-network.ts
const LARGEST$1 = 64;
/**
* The deformed toric code on an open rectangle of vertices, a tensor of bonds 2 for each vertex:
*
*     ●──●──●     a vertex sends its spin θ to the right and down, and holds as its site the
*     │  │  │     edges to the left and above: |(1 − θθ′)/2⟩ with the weight e^{βθθ′/2} each.
*     ●──●──●
*
* ⟨ψ|ψ⟩ = 2 Σ_θ e^{β Σ θθ′}: twice the Ising sum with open boundaries.
*
* @param tension - β
* @throws {ShapeError} fewer than two rows or columns, or more than 64
* @throws {DomainError} a tension that is no finite number
*
* @see Castelnovo & Chamon, arXiv:0707.2084; Verstraete, Wolf, Perez-Garcia & Cirac, quant-ph/0601075, for the network
*/
function deformedToricNetwork(rows, columns, tension) {
	for (const [name, count] of [["rows", rows], ["columns", columns]]) if (!(Number.isInteger(count) && count >= 2 && count <= LARGEST$1)) throw new ShapeError(`deformedToricNetwork: from 2 to ${LARGEST$1} ${name} required, got ${count}`);
	if (!Number.isFinite(tension)) throw new DomainError(`deformedToricNetwork: a finite tension required, got ${tension}`);
	const dimensions = {};
	const theta = [];
	const nodes = Array.from({ length: rows * columns }, (_, k) => {
		const [row, column] = [Math.floor(k / columns), k % columns];
		const earlier = [...column > 0 ? [`right ${k - 1}`] : [], ...row > 0 ? [`down ${k - columns}`] : []];
		const later = [...column < columns - 1 ? [`right ${k}`] : [], ...row < rows - 1 ? [`down ${k}`] : []];
		for (const leg of later) dimensions[leg] = 2;
		dimensions[`site ${k}`] = 2 ** earlier.length;
		const offset = theta.length;
		theta.push(...vertexTensor(earlier.length, later.length, tension));
		return {
			id: `${row},${column}`,
			legs: [
				...earlier,
				`site ${k}`,
				...later
			],
			tensor: {
				kind: "free",
				offset
			}
		};
	});
	const boundary = nodes.map((_, k) => `site ${k}`);
	return {
		network: {
			kind: "network",
			parameters: theta.length,
			dimensions,
			nodes,
			boundary,
			bulk: [],
			environment: []
		},
		theta: Float64Array.from(theta)
	};
}
/** Axes: earlier spins, their edges as one site, copies of the own spin. */
function vertexTensor(earlier, later, tension) {
	const entries = new Float64Array(2 * 4 ** earlier * 2 ** later);
	const copies = 2 ** later - 1;
	for (let spin = 0; spin < 2; spin++) for (let spins = 0; spins < 2 ** earlier; spins++) {
		const unlike = spin === 0 ? spins : spins ^ 2 ** earlier - 1;
		const turned = (unlike & 1) + (unlike >> 1);
		const at = (spins * 2 ** earlier + unlike) * 2 ** later + spin * copies;
		entries[2 * at] = entries[2 * at] + Math.exp(tension * (earlier - 2 * turned) / 2);
	}
	return entries;
}
// src/systems/topological-order/deformed-toric-code.ts
/**
* @file The toric code with a tension of its loops: how long does topological order live?
*
* A product of vertex operators is a configuration θ = ±1 of the vertices, up to a common sign, and turns over the edges
* between unlike neighbours. With a weight for each such edge the norm of the state is a partition function of the
* two-dimensional Ising model, and the spectra of all its reduced states are probabilities of that model.
*/
/** Largest torus whose amplitudes are written out, and with 2^{2L} entries of an intermediate tensor. */
const LARGEST_DENSE = 3;
const LARGEST = 10;
/** Most vertices that touch a region and the rest: 2^18 probabilities. */
const MOST_SHARED = 18;
/** The Ising coupling at which topological order ends, ½ ln(1 + √2). */
const CRITICAL_TENSION = Math.log(1 + Math.SQRT2) / 2;
/**
* The amplitudes of the deformed toric code on the L × L torus,
*
*     |β⟩ ∝ Π_edges e^{βZ/2} |toric code, Z = 1 along both loops⟩,
*
* for L ≤ 3, 18 qubits. β = 0 is the toric code, β → ∞ a product state.
*
* @throws {ShapeError} a size out of range
* @throws {DomainError} a tension that is no finite number
*
* @see Castelnovo & Chamon, Phys. Rev. B 77, 054433 (2008), arXiv:0707.2084
*/
function deformedToricState(size, tension) {
	checkDeformed("deformedToricState", size, tension, LARGEST_DENSE);
	const edges = endsOfEdges(size);
	const interleaved = new Float64Array(2 ** (edges.length + 1));
	for (let spins = 0; spins < 2 ** (size * size - 1); spins++) {
		let [word, turned] = [0, 0];
		for (const [a, b] of edges) {
			const unlike = (spins >> a ^ spins >> b) & 1;
			word = 2 * word + unlike;
			turned += unlike;
		}
		interleaved[2 * word] = Math.exp(-tension * turned);
	}
	const length = Math.hypot(...interleaved.filter((x) => x !== 0));
	return {
		length: interleaved.length / 2,
		interleaved: interleaved.map((x) => x / length)
	};
}
/**
* Entropies of the deformed toric code, exact for any region of edges. With σ the spins of the vertices that both the
* region and the rest touch,
*
*     ρ_A has the eigenvalues  p(class of σ),    p(σ) = Z_A(σ) Z_B(σ) / Z,
*
* where Z_A(σ) is the Ising sum over the edges of A with these spins fixed, and σ counts up to turning over all spins of
* a connected piece of A, or of B.
*
* @param size - L, at most 10
* @param tension - β, of either sign
* @param options.order - Rényi order, default 1
* @throws {ShapeError} a size out of range
* @throws {DomainError} a tension that is no finite number; by `entropy`: a region that shares more than 18 vertices with
*   the rest
*
* Cost of a region of r shared vertices: two contractions with r open legs. A disk of 4 × 4 plaquettes on a torus of
* size 8: 0.1 s.
*
* @see Castelnovo & Chamon, arXiv:0707.2084
*/
function entropiesOfDeformedToricCode(size, tension, options = {}) {
	checkDeformed("entropiesOfDeformedToricCode", size, tension, LARGEST);
	const edges = endsOfEdges(size);
	const unit = Math.log(options.base ?? Math.E);
	return {
		boundary: edges.length,
		references: 0,
		capacities: edges.map(() => Math.LN2 / unit),
		kind: "exact",
		entropy: rememberedEntropy(edges.length, (region) => {
			const spectrum = spectrumOf(edges, region, tension);
			return distributionEntropy(spectrum, options);
		})
	};
}
/** The vertices at both ends of every edge. */
function endsOfEdges(size) {
	const ends = [];
	for (let vertex = 0; vertex < size * size; vertex++) {
		const [row, column] = [Math.floor(vertex / size), vertex % size];
		ends[edgeToTheRight(size, row, column)] = [vertex, row * size + (column + 1) % size];
		ends[edgeBelow(size, row, column)] = [vertex, (row + 1) % size * size + column];
	}
	return ends;
}
/** Eigenvalues of the reduced state, of sum 1. */
function spectrumOf(edges, region, tension) {
	const inside = region.map((edge) => edges[edge]);
	const outside = complementOf(region, edges.length).map((edge) => edges[edge]);
	const within = new Set(inside.flat());
	const shared = [...new Set(outside.flat())].filter((vertex) => within.has(vertex)).sort((a, b) => a - b);
	if (shared.length > MOST_SHARED) throw new DomainError(`entropiesOfDeformedToricCode: a region that shares at most ${MOST_SHARED} vertices with the rest required, got ${shared.length}`);
	if (shared.length === 0) return Float64Array.of(1);
	const [ofRegion, ofRest] = [fixedSums(inside, shared, tension), fixedSums(outside, shared, tension)];
	const turns = reducedTurns([...turnsOf(inside, shared), ...turnsOf(outside, shared)]);
	const classes = new Float64Array(ofRegion.length);
	let total = 0;
	for (let spins = 0; spins < ofRegion.length; spins++) {
		const probability = ofRegion[spins] * ofRest[spins];
		let representative = spins;
		for (const [pivot, turn] of turns) if (representative & pivot) representative ^= turn;
		classes[representative] = classes[representative] + probability;
		total += probability;
	}
	return classes.filter((probability) => probability > 0).map((probability) => probability / total);
}
/** The Ising sum over edges for all spins of the shared vertices, the first of which is the highest bit; up to a factor. */
function fixedSums(edges, shared, tension) {
	const unlike = Math.exp(-2 * Math.abs(tension));
	const [same, other] = tension >= 0 ? [1, unlike] : [unlike, 1];
	const matrix = Float64Array.of(same, 0, other, 0, other, 0, same, 0);
	const legs = edges.map((ends) => ends.map((vertex) => `${vertex}`));
	const dimensions = Object.fromEntries(legs.flat().map((leg) => [leg, 2]));
	const output = shared.map((vertex) => `${vertex}`);
	const plan = contractionPlan(legs, dimensions, output);
	const tensors = edges.map(() => ({
		shape: [2, 2],
		interleaved: matrix
	}));
	const { interleaved } = contract(plan, tensors).value;
	return Float64Array.from({ length: interleaved.length / 2 }, (_, k) => interleaved[2 * k]);
}
/** For each connected piece of a graph, its shared vertices as bits. */
function turnsOf(edges, shared) {
	const root = new Map(edges.flat().map((vertex) => [vertex, vertex]));
	const rootOf = (vertex) => {
		const above = root.get(vertex);
		return above === vertex ? vertex : rootOf(above);
	};
	for (const [a, b] of edges) root.set(rootOf(a), rootOf(b));
	const turns = /* @__PURE__ */ new Map();
	shared.forEach((vertex, k) => {
		const piece = rootOf(vertex);
		turns.set(piece, (turns.get(piece) ?? 0) | 1 << shared.length - 1 - k);
	});
	return [...turns.values()];
}
/** Independent turns, each with a bit that no other has. */
function reducedTurns(turns) {
	let reduced = [];
	for (const given of turns) {
		const turn = reduced.reduce((left, [pivot, other]) => left & pivot ? left ^ other : left, given);
		if (turn === 0) continue;
		const own = turn & -turn;
		reduced = [...reduced.map(([pivot, other]) => [pivot, other & own ? other ^ turn : other]), [own, turn]];
	}
	return reduced;
}
function checkDeformed(name, size, tension, largest) {
	if (!(Number.isInteger(size) && size >= 2 && size <= largest)) throw new ShapeError(`${name}: a size from 2 to ${largest} required, got ${size}`);
	if (!Number.isFinite(tension)) throw new DomainError(`${name}: a finite tension required, got ${tension}`);
}
// src/systems/topological-order/square-ising.ts
/** @file The square Ising model in closed form: what norms of deformed states are compared with. */
/**
* ln of the partition function of the Ising model for each vertex of an infinite cylinder of circumference L, weights
* e^{βθθ′} on all edges:
*
*     ln Z/N = ½ ln(2 sinh 2β) + (1/2L) Σ_k ε_k,    cosh ε_k = cosh 2β coth 2β − cos((2k + 1)π/L).
*
* @param circumference - L ≥ 2
* @param coupling - β > 0
* @throws {ShapeError | DomainError} a circumference or coupling out of range
*
* @see Kaufman, Phys. Rev. 76, 1232 (1949)
*/
function isingCylinderLogNorm(circumference, coupling) {
	if (!(Number.isInteger(circumference) && circumference >= 2)) throw new ShapeError(`isingCylinderLogNorm: a circumference of at least 2 required, got ${circumference}`);
	if (!(coupling > 0 && coupling < Infinity)) throw new DomainError(`isingCylinderLogNorm: a finite coupling > 0 required, got ${coupling}`);
	const centre = Math.cosh(2 * coupling) / Math.tanh(2 * coupling);
	let sum = 0;
	for (let k = 0; k < circumference; k++) sum += Math.acosh(centre - Math.cos((2 * k + 1) * Math.PI / circumference));
	return Math.log(2 * Math.sinh(2 * coupling)) / 2 + sum / (2 * circumference);
}
/**
* Mean of θθ′ over the edges of the infinite lattice,
*
*     ⟨θθ′⟩ = ½ coth 2β [1 + (2/π)(2 tanh² 2β − 1) K(k)],    k = 2 sinh 2β / cosh² 2β,
*
* 1/√2 at the critical coupling, where its slope diverges.
*
* @param coupling - β > 0
* @throws {DomainError} a coupling out of range
*
* @see Onsager, Phys. Rev. 65, 117 (1944)
*/
function isingCorrelation(coupling) {
	if (!(coupling > 0 && coupling < Infinity)) throw new DomainError(`isingCorrelation: a finite coupling > 0 required, got ${coupling}`);
	const tanh = Math.tanh(2 * coupling);
	const complement = Math.abs(2 * tanh ** 2 - 1);
	if (complement < 1e-300) return Math.SQRT1_2;
	return (1 + (2 * tanh ** 2 - 1) / arithmeticGeometricMean(1, complement)) / (2 * tanh);
}
function arithmeticGeometricMean(a, b) {
	let [larger, smaller] = [a, b];
	while (larger - smaller > 1e-15 * larger) [larger, smaller] = [(larger + smaller) / 2, Math.sqrt(larger * smaller)];
	return larger;
}
// src/systems/topological-order/topological-entropy.ts
/**
* The combination of Kitaev and Preskill for three regions that meet at a point and together make a disk,
*
*     S_A + S_B + S_C − S_AB − S_BC − S_CA + S_ABC = −γ,
*
* γ = ln D the topological entropy, ln p for the toric code of qudits. The regions must be larger than the correlation
* length.
*
* @param regions - A, B and C, without common sites
* @throws {DomainError} sites that do not exist or are in two regions
*
* @see Kitaev & Preskill, arXiv:hep-th/0510092
*/
function kitaevPreskill({ entropy }, [a, b, c]) {
	const pairs = entropy([...a, ...b]) + entropy([...b, ...c]) + entropy([...c, ...a]);
	return entropy(a) + entropy(b) + entropy(c) - pairs + entropy([
		...a,
		...b,
		...c
	]);
}
/**
* The combination of Levin and Wen: an annulus is cut into two opposite sides A, C and what joins them, B in two pieces.
* The conditional mutual information
*
*     I(A : C | B) = S_AB + S_BC − S_B − S_ABC = 2γ
*
* is what the closed loops around the annulus know.
*
* @param regions - A, B and C, without common sites
* @throws {DomainError} sites that do not exist or are in two regions
*
* @see Levin & Wen, arXiv:cond-mat/0510613
*/
function levinWen({ entropy }, [a, b, c]) {
	return entropy([...a, ...b]) + entropy([...b, ...c]) - entropy(b) - entropy([
		...a,
		...b,
		...c
	]);
}
// train/studies/topological-order/regions.ts
/** @file The regions of the study, by plaquettes. */
const three = (size, regions) => disjointEdges(size, regions);
/** A disk of 2k × 2k plaquettes: two quarters of k × k, and the half that remains. */
function diskParts(size, k) {
	return three(size, [
		rectangle(1, 1, k, k),
		rectangle(1, 1 + k, k, k),
		rectangle(1 + k, 1, k, 2 * k)
	]);
}
/** An annulus of (2k + 1) × (2k + 1) plaquettes around a hole of 3 × 3: left, top and bottom, right. */
function annulusParts(size, k) {
	const [side, middle] = [2 * k + 1, k - 1];
	const [left, right] = [rectangle(0, 0, side, middle), rectangle(0, middle + 3, side, side - middle - 3)];
	const hole = rectangle(middle, middle, 3, 3);
	const joining = withoutPlaquettes(rectangle(0, 0, side, side), [
		...hole,
		...left,
		...right
	]);
	return three(size, [
		left,
		joining,
		right
	]);
}
// train/studies/topological-order/deformed-code.ts
/** @file The toric code with a tension of its loops: topological entropies of cylinders and disks, and where they fall. */
/** Plaquettes along a quarter, and the torus around the disk. */
const DISKS = [[1, 6], [2, 8]];
const MOST_DISKS = 10;
function* deformedCode({ circumference, tensions }) {
	const sizes = Array.from({ length: Math.floor(circumference / 2) - 2 }, (_, k) => 6 + 2 * k);
	const grid = (count) => Array.from({ length: count }, (_, k) => .9 * k / (count - 1));
	const cylinders = [];
	for (const size of sizes) {
		yield {
			message: `cylinders of ${size} vertices around`,
			progress: .5 * cylinders.length / sizes.length
		};
		cylinders.push({
			size,
			points: grid(tensions).map((tension) => [tension, ofCylinders(size, tension)])
		});
	}
	const disks = [];
	for (const [scale, torus] of DISKS) {
		yield {
			message: `disks of ${2 * scale} × ${2 * scale} plaquettes`,
			progress: .5 + .1 * disks.length
		};
		const points = grid(Math.min(tensions, MOST_DISKS)).map((tension) => [tension, ofDisk(scale, torus, tension)]);
		disks.push({
			size: scale,
			points
		});
	}
	yield {
		message: "crossings",
		progress: .8
	};
	const longest = sizes.at(-1);
	return {
		cylinders,
		disks,
		crossings: sizes.slice(1).map((size) => ({
			size,
			tension: crossing(size)
		})),
		critical: sizes.map((size) => [size, ofCylinders(size, CRITICAL_TENSION)]),
		ends: {
			none: [ofCylinders(longest, 0), ...DISKS.map(([scale, torus]) => ofDisk(scale, torus, 0))],
			strong: [ofCylinders(longest, 2), ...DISKS.map(([scale, torus]) => ofDisk(scale, torus, 2))]
		},
		amplitudes: fromAmplitudes(),
		norms: Math.max(...sizes.flatMap((size) => [
			.2,
			CRITICAL_TENSION,
			.8
		].map((tension) => Math.abs(deformedCylinder(size, tension).value.logNorm - isingCylinderLogNorm(size, tension))))),
		network: networkDifference(),
		correlations: Math.max(...[.15, .9].map((tension) => Math.abs(deformedCylinder(longest, tension).value.correlation - isingCorrelation(tension))))
	};
}
/** γ/ln 2 from the circumferences `size` − 2 and `size`. */
function ofCylinders(size, tension) {
	const entropy = (length) => deformedCylinder(length, tension).value.entropy;
	return lineConstant(size, entropy(size - 2), entropy(size)) / Math.LN2;
}
/** γ of the line S = αL − γ through the circumferences `size` − 2 and `size`. */
const lineConstant = (size, short, long) => ((size - 2) * long - size * short) / 2;
const ofDisk = (scale, torus, tension) => -kitaevPreskill(entropiesOfDeformedToricCode(torus, tension), diskParts(torus, scale)) / Math.LN2;
/** The tension at which cylinders of `size` and the pair before have the same γ, by halving [0.4, 0.46] fifteen times. */
function crossing(size) {
	let [low, high] = [.4, .46];
	for (let k = 0; k < 15; k++) {
		const middle = (low + high) / 2;
		const [a, b, c] = [
			size - 4,
			size - 2,
			size
		].map((length) => deformedCylinder(length, middle).value.entropy);
		if (lineConstant(size, b, c) > lineConstant(size - 2, a, b)) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
/** The greatest difference between entropies from Ising sums and from the 2^18 amplitudes of a torus of 3 × 3. */
function fromAmplitudes() {
	const tension = CRITICAL_TENSION;
	const dense = entropiesOfState(deformedToricState(3, tension), new Array(18).fill(2));
	const exact = entropiesOfDeformedToricCode(3, tension);
	const stream = randomStream(1, "regions of a torus");
	const regions = Array.from({ length: 8 }, () => [...Array(18).keys()].filter(() => stream.uniform() < .3));
	return Math.max(...regions.map((region) => Math.abs(dense.entropy(region) - exact.entropy(region))));
}
/** ln of the norm of a network of 5 × 20 vertices, against an Ising sum column after column. */
function networkDifference() {
	const [rows, columns, tension] = [
		5,
		20,
		CRITICAL_TENSION
	];
	const { network, theta } = deformedToricNetwork(rows, columns, tension);
	const { value } = boundaryLogNorm(network, {
		rows,
		columns
	})(theta);
	return Math.abs(value - Math.LN2 - openIsingSum(rows, columns, tension));
}
/** ln Σ e^{β Σ θθ′} of an open rectangle, column after column. */
function openIsingSum(rows, columns, tension) {
	const weight = (a, b) => Math.exp(tension * (a === b ? 1 : -1));
	const spins = (state) => Array.from({ length: rows }, (_, r) => state >> r & 1);
	const states = Array.from({ length: 2 ** rows }, (_, state) => spins(state));
	const within = states.map((s) => s.slice(1).reduce((w, spin, r) => w * weight(s[r], spin), 1));
	let [sums, logarithm] = [within, 0];
	for (let column = 1; column < columns; column++) {
		const next = states.map((s, k) => within[k] * states.reduce((sum, t, j) => sum + sums[j] * t.reduce((w, x, r) => w * weight(x, s[r]), 1), 0));
		const scale = Math.max(...next);
		logarithm += Math.log(scale);
		sums = next.map((x) => x / scale);
	}
	return logarithm + Math.log(sums.reduce((a, b) => a + b, 0));
}
// train/studies/topological-order/deformed-section.ts
/** @file The deformed toric code in words, charts and checks. */
/** Stéphan, Furukawa, Misguich & Pasquier, arXiv:0906.1153: the constant of a ring of the critical Ising model is 0.2544. */
const PUBLISHED = 1 - .2543925 / Math.LN2;
function deformedAnswer({ crossings }) {
	const { tension } = crossings.at(-1);
	return `A tension of the loops leaves γ at ln 2 up to a critical value, and nothing of it beyond: curves of different size cross at β = ${tension.toFixed(4)}, where ½ ln(1 + √2) = ${CRITICAL_TENSION.toFixed(4)}.`;
}
function deformedSection({ cylinders, disks, crossings, critical }) {
	const axes = {
		x: {
			label: "tension β",
			kind: "linear"
		},
		y: {
			label: "γ / ln 2",
			kind: "linear",
			include: [0]
		}
	};
	return {
		heading: "A deformed code",
		text: "The product of exp(βZ/2) over all edges makes of the toric code a network of bond 2 whose norm is the partition function of the two-dimensional Ising model with coupling β. Reduced states have as eigenvalues the probabilities of the spins that a region shares with the rest. Of cylinders S = αL − γ is drawn through two circumferences; of disks γ is the combination of three parts. All that Z measures is as in the Ising model, and changes continuously.",
		exhibits: [
			{
				kind: "chart",
				caption: "Topological entropy of cylinders, by tension. Half of an infinite cylinder, von Neumann entropies, exact.",
				...axes,
				series: cylinders.map(({ size, points }, k) => ({
					name: `L = ${size - 2} and ${size}`,
					mark: k === cylinders.length - 1 ? "line-and-points" : "line",
					points
				})),
				levels: [{
					y: 1,
					name: "toric code"
				}, {
					y: PUBLISHED,
					name: "critical, published"
				}]
			},
			{
				kind: "chart",
				caption: "Topological entropy of disks, by tension. Three parts of disks on a torus, exact.",
				...axes,
				series: disks.map(({ size, points }) => ({
					name: `disk of ${2 * size} × ${2 * size} plaquettes`,
					mark: "line-and-points",
					points
				})),
				levels: [{
					y: 1,
					name: "toric code"
				}]
			},
			{
				kind: "table",
				caption: "Where curves of cylinders cross. Each with the pair of circumferences before; γ at the critical tension.",
				columns: [
					"circumferences",
					"crossing at β",
					"β − ½ ln(1 + √2)",
					"γ/ln 2 at ½ ln(1 + √2)"
				],
				rows: critical.map(([size, gamma]) => {
					const tension = crossings.find((entry) => entry.size === size)?.tension ?? null;
					return [
						`${size - 2}, ${size}`,
						tension,
						tension === null ? null : tension - CRITICAL_TENSION,
						gamma
					];
				})
			}
		]
	};
}
function deformedChecks(deformed) {
	const { ends, crossings, critical } = deformed;
	const furthest = (values, from) => values.reduce((worst, value) => Math.abs(value - from) > Math.abs(worst - from) ? value : worst, from);
	return [
		equals("deformed code at β = 0: γ/ln 2, by cylinders and disks", "closed form", furthest(ends.none, 1), 1, 1e-9),
		equals("deformed code at β = 2: γ/ln 2, by cylinders and disks", "closed form", furthest(ends.strong, 0), 0, 1e-6),
		atMost("deformed code, 18 qubits: entropies from Ising sums against amplitudes", "independent computation", deformed.amplitudes, 0, 1e-9),
		atMost("norms of cylinders against the closed sum", "closed form", deformed.norms, 0, 1e-9),
		atMost("norm of the network against an Ising sum", "independent computation", deformed.network, 0, 1e-7),
		atMost("correlations of neighbours at β = 0.15 and 0.9 against the infinite lattice", "closed form", deformed.correlations, 0, 1e-4),
		equals("critical tension, by the last crossing", "published value", crossings.at(-1).tension, CRITICAL_TENSION, .02),
		equals("γ/ln 2 at the critical tension, longest cylinders", "published value", critical.at(-1)[1], PUBLISHED, .03)
	];
}
function deformedVerdict({ crossings, ends }) {
	return {
		statement: "a curve may connect quantum states of different quantum phases, with different geometries",
		source: "I",
		verdict: "holds",
		because: `γ/ln 2 is ${ends.none[0].toFixed(3)} without tension and ${Math.abs(ends.strong[0]).toFixed(3)} with much, and curves of growing size cross within ${Math.abs(crossings.at(-1).tension - CRITICAL_TENSION).toPrecision(1)} of the Ising transition, with states and correlations that change continuously`
	};
}
// train/studies/topological-order/findings.ts
/** @file The findings of the study in words, tables and charts. */
function findings(measured) {
	const { options, shallow } = measured;
	const kept = keptDepth(shallow, Math.max(...options.scales));
	return {
		title: "Topological order",
		question: "What distinguishes states in different quantum phases, and can a shallow circuit change it? (II.A, III.A)",
		answer: `Every closed disk of the toric code of qudits has ln p less entropy than its rim allows; a cluster state and a product state, which shallow circuits make, lack nothing. The deficit is the same at every scale, by three parts of a disk and by an annulus, and ${counted(kept, "layer")} of random gates ${kept === 1 ? "does" : "do"} not change it in any sample on the largest parts. Distances between sites do not show it: no two edges of the toric code share any information. The encoded qudits are known to bands around the torus, and to no disk. ${deformedAnswer(measured.deformed)}`,
		sections: [
			diskSection(measured),
			gammaSection(measured),
			deformedSection(measured.deformed),
			shallowSection(measured),
			knowledgeSection(measured)
		],
		checks: checksOf(measured),
		verdicts: verdictsOf(measured, kept)
	};
}
function diskSection({ disks, options }) {
	return {
		heading: "Disks",
		text: "Regions are sets of edges around plaquettes, with their rim. The rim of k × k plaquettes has 4k vertices, each of which could carry ln p.",
		exhibits: [{
			kind: "chart",
			caption: `Entropy of closed disks. Toric code on a torus of ${options.size} × ${options.size}; the line is the rim.`,
			x: {
				label: "vertices on the rim",
				kind: "linear",
				include: [0]
			},
			y: {
				label: "entropy / ln p",
				kind: "linear",
				include: [0]
			},
			series: [{
				name: "rim",
				mark: "dash",
				points: [0, ...disks[0].entropies.map(({ side }) => 4 * side)].map((x) => [x, x])
			}, ...disks.map(({ prime, entropies }, k) => ({
				name: `p = ${prime}`,
				mark: k === 0 ? "points" : "hollow",
				points: entropies.map(({ side, entropy }) => [4 * side, entropy])
			}))]
		}]
	};
}
function gammaSection({ gammas, options }) {
	return {
		heading: "Topological entropy",
		text: "In S_{A} + S_{B} + S_{C} − S_{AB} − S_{BC} − S_{CA} + S_{ABC} of three parts of a disk all contributions of rims cancel; −γ remains. In an annulus, I(A : C | B) = 2γ of two opposite sides, given what joins them.",
		exhibits: [{
			kind: "table",
			caption: "γ/ln p, by parts of disks and by an annulus of 7 × 7 around 3 × 3 plaquettes.",
			columns: [
				"state",
				"p",
				...options.scales.map((scale) => `disk of ${2 * scale} × ${2 * scale}`),
				"annulus"
			],
			rows: gammas.map(({ state, prime, disks, annulus }) => [
				state,
				prime,
				...disks.map(({ gamma }) => settled(gamma)),
				settled(annulus)
			])
		}]
	};
}
function shallowSection({ shallow, options }) {
	const mean = ({ values }) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const series = ["toric code", "product state"].flatMap((state, which) => options.scales.map((scale) => ({
		name: `${state}, quarters of ${scale} × ${scale}`,
		mark: which === 0 ? "line-and-points" : "dash",
		points: shallow.filter((entry) => entry.state === state && entry.scale === scale).map((entry) => [entry.depth, mean(entry)])
	})));
	return {
		heading: "Shallow circuits",
		text: "A layer has a random two-qubit Clifford gate on each pair of a random matching of edges that meet. Once the layers reach across a part, the combination is no measure of order any more: it grows in both states.",
		exhibits: [{
			kind: "chart",
			caption: `γ/ln 2 after random circuits. Mean of ${options.samples} circuits each, p = 2.`,
			x: {
				label: "layers",
				kind: "linear",
				include: [0]
			},
			y: {
				label: "γ / ln 2",
				kind: "linear",
				include: [0]
			},
			series,
			levels: [{
				y: 1,
				name: "toric code"
			}]
		}]
	};
}
function knowledgeSection({ knowledge, options }) {
	return {
		heading: "What regions know of the code",
		text: "The code has two qudits, in no place. Information of a region with their references; all of it is 4 ln p. A band knows one word of each kind, which is enough of no qudit.",
		exhibits: [{
			kind: "table",
			caption: "I(reference : region)/ln p.",
			columns: [
				"region",
				"edges",
				...options.primes.map((prime) => `p = ${prime}`)
			],
			rows: knowledge.map(({ region, edges, known }) => [
				region,
				edges,
				...known.map(settled)
			])
		}]
	};
}
const toric = ({ gammas }) => gammas.filter(({ state }) => state === "toric code");
const trivial = ({ gammas }) => gammas.filter(({ state }) => state !== "toric code");
const all = (entries) => entries.flatMap(({ disks, annulus }) => [...disks.map(({ gamma }) => gamma), annulus]);
const furthest = (values, from) => values.reduce((worst, value) => Math.abs(value - from) > Math.abs(worst - from) ? value : worst, from);
function checksOf(measured) {
	const { disks, knowledge, shallow, difference, information } = measured;
	const deficits = disks.flatMap(({ entropies }) => entropies.map(({ side, entropy }) => 4 * side - entropy));
	const expected = {
		"a disk of half the size": 0,
		"a band around the torus": 2,
		"two bands that cross": 4,
		"all but a disk of half the size": 4
	};
	return [
		equals("closed disks: rim minus entropy, in ln p", "closed form", furthest(deficits, 1), 1, 1e-9),
		equals("toric code: γ/ln p, by disks and annulus", "closed form", furthest(all(toric(measured)), 1), 1, 1e-9),
		equals("cluster and product state: γ/ln p", "closed form", furthest(all(trivial(measured)), 0), 0, 1e-9),
		...knowledge.map(({ region, known }) => equals(`what is known to ${region}`, "closed form", furthest(known, expected[region]), expected[region], 1e-9)),
		atMost("entropies by ranks against amplitudes, 8 qubits: difference", "independent computation", difference, 0, 1e-9),
		equals("toric code: greatest information between two edges", "closed form", information.find(([state]) => state === "toric code")[1], 0, 1e-9),
		equals("before any layer: γ/ln 2 of all samples of the toric code", "closed form", furthest(shallow.filter(({ state, depth }) => state === "toric code" && depth === 0).flatMap(({ values }) => values), 1), 1, 1e-9),
		...deformedChecks(measured.deformed)
	];
}
function verdictsOf({ shallow, information, options, deformed }, kept) {
	const samples = shallow.filter(({ state }) => state === "toric code")[0].values.length;
	return [
		{
			statement: "states in different quantum phases cannot be transformed into each other by an efficient quantum circuit",
			source: "III.A",
			verdict: "holds in part",
			because: `${counted(kept, "layer")} ${kept === 1 ? "changes" : "change"} γ of neither state in any of ${samples} random circuits while the parts are larger than the layers reach; random circuits are no proof for all`
		},
		{
			statement: "states with different quantum phases may lead to completely different geometries",
			source: "I",
			verdict: "holds in part",
			because: `entropies of regions differ by ln p at every scale up to ${2 * Math.max(...options.scales)} plaquettes, but information between two edges is at most ${information.map(([state, value]) => `${settled(value).toFixed(0)} (${state})`).join(", ")} in units of ln 2: no distance between sites sees the order`
		},
		deformedVerdict(deformed)
	];
}
/** The most layers after which no sample of either state has changed, at a scale. */
function keptDepth(shallow, scale) {
	const depths = [...new Set(shallow.map(({ depth }) => depth))].sort((a, b) => a - b);
	const isKept = (depth) => shallow.filter((entry) => entry.scale === scale && entry.depth === depth).every(({ state, values }) => values.every((value) => value === (state === "toric code" ? 1 : 0)));
	const broken = depths.find((depth) => !isKept(depth));
	return broken === void 0 ? depths.at(-1) : broken - 1;
}
/** The number without rounding near a whole one. */
const settled = (value) => Math.abs(value - Math.round(value)) < 1e-9 ? Math.round(value) + 0 : value;
// train/studies/topological-order/measured-order.ts
/** @file What the toric code and states without order have on disks, annuli and bands. */
/** A graph state on the edges: two of them are neighbours if they meet at a vertex. A circuit of depth seven makes it. */
function clusterOfEdges(size, prime = 2) {
	const edges = Array.from({ length: size * size }, (_, k) => {
		const [row, column] = [Math.floor(k / size), k % size];
		const around = [
			edgeToTheRight(size, row, column),
			edgeBelow(size, row, column),
			edgeToTheRight(size, row, column - 1),
			edgeBelow(size, row - 1, column)
		];
		return around.flatMap((a, i) => around.slice(i + 1).map((b) => [a, b]));
	}).flat();
	return stabiliserGraph(lattice(2 * size * size, edges), prime).group;
}
/** Entropies of closed disks of the toric code. */
function diskEntropies(size, primes) {
	const sides = Array.from({ length: Math.floor(size / 2) - 1 }, (_, k) => k + 1);
	return primes.map((prime) => {
		const { entropy } = entropiesOfStabilisers(toricCode(size, prime, { logical: "zero" }));
		return {
			state: "toric code",
			prime,
			entropies: sides.map((side) => ({
				side,
				entropy: entropy(edgesOfPlaquettes(size, rectangle(0, 0, side, side))) / Math.log(prime)
			}))
		};
	});
}
/** Topological entropies of the toric code for every prime, and of a cluster state and a product state for p = 2. */
function topologicalEntropies(size, primes, scales) {
	return [
		...primes.map((prime) => ["toric code", toricCode(size, prime, { logical: "zero" })]),
		["cluster state", clusterOfEdges(size)],
		["product state", stabiliserGraph(lattice(2 * size * size, []), 2).group]
	].map(([state, group]) => {
		const entropies = entropiesOfStabilisers(group);
		const unit = Math.log(group.prime);
		return {
			state,
			prime: group.prime,
			disks: scales.map((scale) => ({
				scale,
				gamma: -kitaevPreskill(entropies, diskParts(size, scale)) / unit
			})),
			annulus: levinWen(entropies, annulusParts(size, 3)) / (2 * unit)
		};
	});
}
/**
* What regions know of the code. The code and its references are pure together, so that
* I(R : A) = S(A) + S(R) − S(Aᶜ), with S(R) = 2 ln p.
*/
function regionKnowledge(size, primes) {
	const half = Math.floor(size / 2);
	const all = Array.from({ length: 2 * size * size }, (_, edge) => edge);
	const band = edgesOfPlaquettes(size, rectangle(0, 0, 2, size));
	const across = edgesOfPlaquettes(size, rectangle(0, 0, size, 2));
	const regions = {
		"a disk of half the size": edgesOfPlaquettes(size, rectangle(0, 0, half, half)),
		"a band around the torus": band,
		"two bands that cross": [.../* @__PURE__ */ new Set([...band, ...across])],
		"all but a disk of half the size": all.filter((edge) => !edgesOfPlaquettes(size, rectangle(0, 0, half, half)).includes(edge))
	};
	const codes = primes.map((prime) => toricCode(size, prime));
	return Object.entries(regions).map(([region, edges]) => ({
		region,
		edges: edges.length,
		known: codes.map((code) => {
			const { entropy } = entropiesOfStabilisers(code);
			const inside = new Set(edges);
			const rest = all.filter((edge) => !inside.has(edge));
			return (entropy(edges) - entropy(rest)) / Math.log(code.prime) + 2;
		})
	}));
}
/** The largest difference between entropies by ranks and by amplitudes, for all regions of the smallest torus, 8 qubits. */
function denseDifference() {
	const group = toricCode(2, 2, { logical: "zero" });
	const exact = entropiesOfStabilisers(group);
	const dense = entropiesOfState(stabiliserVector(group), new Array(8).fill(2));
	let largest = 0;
	for (let subset = 0; subset < 256; subset++) {
		const region = Array.from({ length: 8 }, (_, q) => q).filter((q) => subset >> q & 1);
		largest = Math.max(largest, Math.abs(exact.entropy(region) - dense.entropy(region)));
	}
	return largest;
}
/** The largest mutual information between two edges, in units of ln 2: what distances from information are made of. */
function largestPairInformation(group, edges) {
	const { entropy } = entropiesOfStabilisers(group);
	let largest = 0;
	for (const [k, a] of edges.entries()) for (const b of edges.slice(k + 1)) largest = Math.max(largest, entropy([a]) + entropy([b]) - entropy([a, b]));
	return largest / Math.log(group.prime);
}
// train/studies/topological-order/shallow-circuits.ts
/** @file Random circuits of neighbouring edges, layer by layer: what they leave of the topological entropy. */
/**
* Random circuits on qubits at the edges of an L × L torus. A layer is a random matching of edges that meet at a vertex,
* with a random two-qubit Clifford gate on each pair.
*
* @param states - by name, pure states of 2L² qubits
*/
function* shallowCircuits(states, size, { scales, depth, samples, seed }) {
	const values = /* @__PURE__ */ new Map();
	const key = (state, layers, scale) => `${state} ${layers} ${scale}`;
	const runs = Object.entries(states).flatMap((state) => Array.from({ length: samples }, (_, k) => [...state, k]));
	for (const [done, [name, start, sample]] of runs.entries()) {
		const stream = randomStream(seed + sample, `shallow circuit on ${name}`);
		let group = start;
		for (let layers = 0; layers <= depth; layers++) {
			const entropies = entropiesOfStabilisers(group);
			for (const scale of scales) {
				const value = -kitaevPreskill(entropies, diskParts(size, scale)) / Math.LN2;
				const all = values.get(key(name, layers, scale)) ?? [];
				values.set(key(name, layers, scale), [...all, Math.round(value)]);
			}
			if (layers < depth) group = afterLayer(group, size, stream);
		}
		yield {
			message: `${name}, circuit ${sample + 1} of ${samples}`,
			progress: (done + 1) / runs.length
		};
	}
	return Object.keys(states).flatMap((state) => scales.flatMap((scale) => Array.from({ length: depth + 1 }, (_, layers) => ({
		state,
		depth: layers,
		scale,
		values: values.get(key(state, layers, scale))
	}))));
}
function afterLayer(group, size, stream) {
	const gates = randomMatching(size, stream).flatMap(([a, b]) => randomCliffordGate(stream, group.qudits, a, b));
	return rotatedStabilisers(group, gates.map(({ word }) => word), gates.map(({ angle }) => Math.round(angle / (Math.PI / 2))));
}
/** Disjoint pairs of edges that meet at a vertex, in random order until no vertex has two free edges that were not tried. */
function randomMatching(size, stream) {
	const pairs = Array.from({ length: size * size }, (_, k) => {
		const [row, column] = [Math.floor(k / size), k % size];
		const around = [
			edgeToTheRight(size, row, column),
			edgeBelow(size, row, column),
			edgeToTheRight(size, row, column - 1),
			edgeBelow(size, row - 1, column)
		];
		return around.flatMap((a, i) => around.slice(i + 1).map((b) => ({
			a,
			b,
			order: stream.uniform()
		})));
	}).flat();
	const taken = /* @__PURE__ */ new Set();
	return pairs.sort((one, other) => one.order - other.order).flatMap(({ a, b }) => {
		if (taken.has(a) || taken.has(b)) return [];
		taken.add(a).add(b);
		return [[a, b]];
	});
}
// train/studies/topological-order/run.ts
/**
* @file Can states in different quantum phases be told by their entropies, does a shallow circuit change that, and where
* does the order of a deformed code end?
*/
/**
* Carries the study out, part by part.
*
* @throws {DomainError} a disk that leaves no margin on the torus
*/
function* run(options, { seed, part }) {
	const { size, primes, scales, depth, samples } = options;
	if (2 * Math.max(...scales) + 4 > size) throw new DomainError(`topological-order: scales of at most ${Math.floor((size - 4) / 2)} required on a torus of size ${size}, got ${scales}`);
	const disks = yield* part("disks", .05, () => diskEntropies(size, primes));
	const gammas = yield* part("topological entropies", .15, () => topologicalEntropies(size, primes, scales));
	const knowledge = yield* part("what regions know", .2, () => regionKnowledge(size, primes));
	const deformed = yield* part("deformed code", .7, () => deformedCode(options));
	const states = {
		"toric code": toricCode(size, 2, { logical: "zero" }),
		"product state": stabiliserGraph(lattice(2 * size * size, []), 2).group
	};
	return findings({
		options,
		disks,
		gammas,
		knowledge,
		deformed,
		shallow: yield* part("shallow circuits", .95, () => shallowCircuits(states, size, {
			scales,
			depth,
			samples,
			seed
		})),
		...yield* part("amplitudes and pairs", 1, () => {
			const patch = edgesOfPlaquettes(size, rectangle(0, 0, 4, 4));
			const information = Object.entries({
				...states,
				"cluster state": clusterOfEdges(size)
			}).map(([state, group]) => [state, largestPairInformation(group, patch)]);
			return {
				difference: denseDifference(),
				information
			};
		})
	});
}
export { run };
