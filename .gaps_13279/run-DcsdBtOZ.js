import { dt as ShapeError, i as randomStream, r as equals, ut as DomainError } from "./study-record-DTuekta5.js";
import { n as lightWords, r as networkEnumerator, t as pushedOperator } from "./pushed-operator-CjvGTXD3.js";
import { d as perfectCuts, f as perfectState, i as tilingNetwork, l as recoveredInputs, n as codeOfNetwork, o as codeOfGroup, s as codeOfState, u as stabilisersOfCode } from "./holographic-code-CHGCx00r.js";
import { c as projectedQudits, n as regionRank, r as stabiliserEntropy, s as partialTrace, t as entropiesOfStabilisers } from "./stabiliser-entropy-v8hve9qF.js";
import { i as tiling } from "./tiling-graph-hU3GRWDo.js";
import { r as stabiliserGroupOf } from "./stabiliser-network-CIApMtLY.js";
import { B as reducedRowEchelon, Q as zeroDigits, R as matrixRows, W as modulo, X as setDigit, b as isPureGroup, g as sourceOfGroup, q as digitAt, y as generatorRows } from "./node-tensor-YhHVVG2I.js";
import { t as stabiliserGroupOfWords } from "./stabiliser-words-CNuldBIt.js";
// train/studies/pluperfect/findings.ts
/** @file The findings of the study in words, tables and pictures. */
function findings(measured) {
	const { networks, hamiltonian, sparse } = measured;
	const [first] = networks;
	const [centre, edge] = [sparse[0], sparse.at(-1)];
	return {
		title: "Bidirectional codes",
		question: "Can every state of the boundary be read as a state of a bulk, with a gauge symmetry, and does a Hamiltonian stay local? (III.C)",
		answer: `${first.tensors} hexagons map all ${first.boundary} qubits of the boundary isometrically into ${first.bulk} qubits of the bulk, onto the states that obey ${first.conditions} gauge conditions, two for each link. Terms of a boundary Hamiltonian stay on the tiles of their own legs, all at the edge; no operator of the interior alone obeys the conditions. Only on a fixed background does a local operator of the bulk mean something, and then it is not local at the boundary: at the centre it acts on ${centre.weight} of ${centre.sites} sites at least, at the edge on ${edge.weight}.`,
		sections: [
			tensorSection(measured),
			networkSection(measured),
			hamiltonianSection(measured),
			sparseSection(measured)
		],
		checks: checksOf(measured),
		verdicts: [
			{
				statement: "a nontrivial local bulk operator can only be defined with a fixed background network",
				source: "III.C",
				verdict: "holds",
				because: `independent gauge-invariant words in the tiles up to each ring: ${hamiltonian.rings.map(({ all }) => all).join(", ")}; on a background of perfect tensors a tile of each ring is encoded, with distances ${sparse.map(({ weight }) => weight).join(", ")}`
			},
			{
				statement: "a boundary Hamiltonian can be mapped to the bulk, but its locality is lost",
				source: "III.C",
				verdict: "holds in part",
				because: `${hamiltonian.oneTile} of ${hamiltonian.terms} terms act on one tile and ${hamiltonian.twoTiles} on two, those of their legs: the map itself keeps them local. But none acts inside, and a local operator inside is one of many sites at the boundary`
			},
			{
				statement: "gauge invariance comes from equivalent representations of a boundary state",
				source: "III.C",
				verdict: "holds",
				because: networks.map(({ name, bulk, boundary, conditions }) => `${name}: ${bulk} − ${boundary} = ${conditions} conditions`).join("; ")
			}
		]
	};
}
function tensorSection({ tensors, legs }) {
	return {
		heading: "Pluperfect tensors",
		text: `A perfect stabiliser state and its translates, the states with other eigenvalues of the same words, are a basis: the bulk leg carries the syndrome. All are perfect. Working definition: unitary from the bulk to the legs, and perfect for each state of one basis of the bulk. Confined to one eigenvalue of X⊗⁶ and of Z⊗⁶ six qubits are the code [[6, 4, 2]], in which the reference and any one leg have ${Math.min(...legs)} ln 2, so that the bulk and that leg are mapped unitarily to the other five.`,
		exhibits: [{
			kind: "table",
			caption: "Translates that are perfect.",
			columns: [
				"dimension",
				"legs",
				"translates",
				"perfect",
				"cuts of each",
				"S(bulk)/maximum"
			],
			rows: tensors.map(({ prime, legs: count, translates, perfect, cuts, bulk }) => [
				prime,
				count,
				translates,
				perfect,
				cuts,
				bulk
			])
		}]
	};
}
function networkSection({ networks }) {
	return {
		heading: "From the boundary to the bulk",
		text: "V tensors of 2k legs with E links: the boundary has B = 2kV − 2E legs, the bulk 2kV qudits. Each link fixes two words of the bulk; the boundary is mapped onto the states that obey all of these.",
		exhibits: [{
			kind: "table",
			caption: "Networks of pluperfect tensors. Conditions are those that the image obeys, by ranks.",
			columns: [
				"network",
				"V",
				"E",
				"boundary",
				"bulk",
				"conditions",
				"2E"
			],
			rows: networks.map(({ name, tensors, links, boundary, bulk, conditions }) => [
				name,
				tensors,
				links,
				boundary,
				bulk,
				conditions,
				2 * links
			])
		}]
	};
}
function hamiltonianSection({ hamiltonian: { terms, oneTile, twoTiles, rings } }) {
	return {
		heading: "A boundary Hamiltonian in the bulk",
		text: `Of ${terms} terms, Z Z of neighbours and X of each site, ${oneTile} act on one tile and ${twoTiles} on two. For a tensor is unitary from its bulk to its legs, and takes each operator on an open leg to its own bulk. For the same reason an operator of a tile obeys the conditions of its links only if it acts on open legs alone.`,
		exhibits: [{
			kind: "table",
			caption: "Independent gauge-invariant words that act on the boundary.",
			columns: [
				"ring",
				"tiles",
				"in one tile, at most",
				"in all tiles up to this ring"
			],
			rows: rings.map(({ ring, tiles, tile, all }) => [
				ring,
				tiles,
				tile,
				all
			])
		}]
	};
}
function sparseSection({ sparse }) {
	return {
		heading: "One excited tile on a fixed background",
		label: "analogy",
		text: "All tiles but one are in the reference state; that one is confined to [[6, 4, 2]]. Then its operators are operators of the boundary, on as many sites at least as the table says: the deeper, the more. Perturbations of fewer sites act on it as numbers. That this is a local excitation on a classical geometry is an analogy.",
		exhibits: [{
			kind: "table",
			caption: "Operators on one tile. Least number of sites, and the shortest arc that recovers the tile.",
			columns: [
				"ring",
				"sites",
				"least weight",
				"words",
				"by search",
				"shortest arc"
			],
			rows: sparse.map(({ ring, sites, weight, words, searched, arc }) => [
				ring,
				sites,
				weight,
				words,
				searched,
				arc
			])
		}]
	};
}
function checksOf({ tensors, legs, networks, hamiltonian, sparse }) {
	const edge = hamiltonian.rings.at(-1);
	return [
		...tensors.flatMap(({ prime, legs: count, translates, perfect, bulk }) => [equals(`dimension ${prime}, ${count} legs: perfect translates`, "theorem", perfect, translates, 0), equals(`dimension ${prime}, ${count} legs: translates are orthonormal`, "theorem", bulk, 1, 1e-12)]),
		...legs.map((entropy, leg) => equals(`[[6, 4, 2]]: S(reference, leg ${leg})/ln 2`, "theorem", entropy, 5, 1e-12)),
		...networks.flatMap(({ name, links, boundary, rank, conditions }) => [equals(`${name}: rank of the map, as a power of the dimension`, "theorem", rank, boundary, 0), equals(`${name}: gauge conditions`, "theorem", conditions, 2 * links, 0)]),
		equals("terms of the Hamiltonian on tiles of other legs", "theorem", hamiltonian.elsewhere, 0, 0),
		equals("gauge-invariant words of the whole bulk", "theorem", edge.all, 2 * networks[0].boundary, 0),
		...sparse.map(({ ring, weight, searched }) => equals(`ring ${ring}: least weight by search and by contraction`, "independent computation", searched, weight, 0))
	];
}
// src/stabiliser/translates.ts
/** @file The states with other eigenvalues of the same words: an orthonormal basis, made by a unitary from syndromes. */
/**
* The unitary U that maps a syndrome to the state with these eigenvalues, as a state of the n qudits and of n digits:
*
*     U|s₁ … s_n⟩ = Π_i h_i^{s_i}|ψ⟩,      g_i U|s⟩ = ω^{s_i} U|s⟩,      U Z_i U† = g_i,   U X_i U† = h_i,
*
* with the generators g_i of ψ and words h_i, one for each, that commute with each other and all other generators. The
* group has the generators g_i ⊗ Z_i⁻¹ and h_i ⊗ X_i. All pⁿ translates of ψ have its entropies.
*
* @throws {ShapeError} a state that is not pure
*
* O(n³).
*
* @see Yang, Hayden & Qi, arXiv:1510.03784
*/
function translatesOf(group) {
	const { prime, qudits: n } = group;
	if (!isPureGroup(group)) throw new ShapeError(`translatesOf: ${n} generators required, got ${group.phases.length}`);
	const shifts = shiftWords(group);
	const [x, z] = [zeroDigits(prime, 2 * n, 2 * n), zeroDigits(prime, 2 * n, 2 * n)];
	for (let row = 0; row < n; row++) {
		for (let q = 0; q < n; q++) {
			setDigit(x, row, q, digitAt(group.x, row, q));
			setDigit(z, row, q, digitAt(group.z, row, q));
			setDigit(x, n + row, q, shifts[row][q]);
			setDigit(z, n + row, q, shifts[row][n + q]);
		}
		setDigit(z, row, n + row, prime - 1);
		setDigit(x, n + row, n + row, 1);
	}
	const phases = new Uint16Array(2 * n);
	phases.set(group.phases);
	return {
		kind: "stabiliser",
		prime,
		qudits: 2 * n,
		x,
		z,
		phases
	};
}
/** Words h_i, digits x₁ … x_n z₁ … z_n, with g_j h_i = ω^{δ_ij} h_i g_j that commute with each other. */
function shiftWords(group) {
	const { prime, qudits: n, x, z } = group;
	const generators = Array.from({ length: n }, (_, row) => Array.from({ length: 2 * n }, (_, k) => k < n ? digitAt(x, row, k) : digitAt(z, row, k - n)));
	const form = (v, w) => {
		let sum = 0;
		for (let q = 0; q < n; q++) sum += v[n + q] * w[q] - v[q] * w[n + q];
		return modulo(sum, prime);
	};
	const forms = zeroDigits(prime, n, 3 * n);
	generators.forEach((g, row) => {
		for (let q = 0; q < n; q++) {
			setDigit(forms, row, q, g[n + q]);
			setDigit(forms, row, n + q, modulo(-g[q], prime));
		}
		setDigit(forms, row, 2 * n + row, 1);
	});
	const { pivots } = reducedRowEchelon(matrixRows(forms));
	const words = generators.map((_, i) => {
		const word = new Array(2 * n).fill(0);
		for (const { row, column } of pivots) word[column] = digitAt(forms, row, 2 * n + i);
		return word;
	});
	words.forEach((word, i) => {
		for (let j = 0; j < i; j++) {
			const factor = modulo(-form(word, words[j]), prime);
			for (const k of word.keys()) word[k] = (word[k] + factor * generators[j][k]) % prime;
		}
	});
	return words;
}
// src/systems/tiling/pluperfect-tensor.ts
/** @file Pluperfect tensors: unitaries from the bulk to the legs, perfect for every basis state of the bulk. */
/**
* A pluperfect tensor: 2k legs of dimension p and a bulk leg of dimension p^{2k}, unitary from the bulk to the legs, which
* makes a perfect state of every state of a basis of the bulk: the translates of a perfect stabiliser state. In the
* working definition used here the basis is that of the syndromes.
*
*         │ │
*       ──■══ bulk      S = k ln p between any k legs and the others, for each of the p^{2k} basis states
*         │ │
*
* @returns the state of the 2k legs, then of the 2k qudits of the bulk
* @throws {DomainError} no perfect state is known, see `perfectState`: (prime, legs) = (2, 6), (3, 4), (5, 6) have one,
*   (2, 4) has none
*
* @see Yang, Hayden & Qi, arXiv:1510.03784
*/
function pluperfectTensor(prime, legs) {
	return translatesOf(perfectState(prime, legs));
}
/**
* The code that is left of a pluperfect tensor when the bulk is confined to a subspace: words of the perfect state have
* fixed eigenvalues. ⟨X⊗⁶, Z⊗⁶⟩ for six qubits gives [[6, 4, 2]].
*
* @param tensor - as `pluperfectTensor` returns it
* @param words - generators of the subgroup, see `stabiliserGroupOfWords`
* @throws {ShapeError} words of another length
* @throws {DomainError} words that are no group, or not among those of the perfect state
*/
function codeSubspace(tensor, words) {
	const legs = tensor.qudits / 2;
	const subgroup = stabiliserGroupOfWords(words, tensor.prime);
	if (subgroup.qudits !== legs) throw new ShapeError(`codeSubspace: words of ${legs} letters required, got ${subgroup.qudits}`);
	const values = Object.fromEntries(Array.from({ length: legs }, (_, q) => [legs + q, 0]));
	const perfect = generatorRows(projectedQudits(tensor, values).group).generators;
	generatorRows(subgroup).generators.forEach((word, k) => {
		if (!perfect.every((g) => {
			let form = 0;
			for (let q = 0; q < legs; q++) form += g[legs + q] * word[q] - g[q] * word[legs + q];
			return form % tensor.prime === 0;
		})) throw new DomainError(`codeSubspace: words of the perfect state required, got '${words[k]}'`);
	});
	return codeOfGroup(subgroup);
}
// src/systems/tiling/bidirectional-code.ts
/** @file Bidirectional codes: networks of pluperfect tensors, which map the boundary into the bulk, too. */
/**
* The code of pluperfect tensors on a tiling. Every tensor alone is unitary; each of the E links projects its two ends on
* a maximally entangled pair, so that the network is, up to its norm, the adjoint of an isometry from the boundary to the
* bulk, onto the states that obey two conditions for each link.
*
* @throws {DomainError} no perfect state of p legs is known, or a tiling that is not hyperbolic
*
* O((2kV)³ p) at worst; 31 hexagons, 186 qubits in the bulk, in a fraction of a second.
*
* @see Yang, Hayden & Qi, arXiv:1510.03784
*/
function bidirectionalCode(options = {}) {
	const { prime = 2, p = 6, q = 4, ...growth } = options;
	const patch = tiling(p, q, growth);
	const source = sourceOfGroup(pluperfectTensor(prime, p));
	const network = tilingNetwork(patch, {
		bond: prime,
		bulk: prime ** p,
		source
	});
	const state = stabiliserGroupOf(network);
	if (state === null) throw new DomainError("bidirectionalCode: a network that does not vanish required");
	const [tensors, legs] = [patch.tiles.length, patch.boundary.length];
	const arranged = [...state.sites.slice(legs), ...state.sites.slice(0, legs)];
	let next = 0;
	const sites = arranged.map((qudits) => qudits.map(() => next++));
	const code = codeOfState(partialTrace(state.group, arranged.flat()), sites, tensors);
	const links = patch.edges.length - legs;
	return {
		tiling: patch,
		network,
		code,
		tensors,
		links,
		rank: p * tensors - 2 * links,
		gauge: 2 * links
	};
}
/**
* The terms of a boundary Hamiltonian as words of the bulk, each on a set of tiles of which none can be left out. Tiles
* are given up in the given order as far as operators can be pushed out of them.
*
* @param terms - letters by leg of the boundary, such as { 0: 'Z', 1: 'Z' }
* @param order - tiles, those to be given up first at the beginning; default from the centre outwards
*
* Cost one elimination for each term and tile.
*/
function pushedTerms({ code }, terms, order = [...code.sites.keys()]) {
	return terms.map((term) => {
		let tiles = [...code.sites.keys()];
		for (const tile of order) {
			const fewer = tiles.filter((other) => other !== tile);
			if (pushedOperator(code, term, fewer).kind === "operator") tiles = fewer;
		}
		return {
			term,
			tiles,
			word: pushedOperator(code, term, tiles).word
		};
	});
}
/**
* The number of independent words within some tiles that obey all gauge conditions and act on the boundary: operators of
* the bulk that mean something. None is 1 on the boundary alone.
*/
function gaugeInvariantWords({ code }, tiles) {
	const within = new Set(tiles);
	const outside = code.sites.flatMap((qudits, tile) => within.has(tile) ? [] : qudits);
	return regionRank(code.encoding, [...outside, ...code.inputs.flat()]) - regionRank(code.encoding, outside);
}
// src/systems/tiling/sparse-code.ts
/** @file A bulk that is excited in few places: on a fixed background a local operator of the bulk means something. */
/**
* The network of pluperfect tensors in which the bulk is in its reference state everywhere, a network of perfect tensors,
* but for some tiles: there it is confined to a subspace, see `codeSubspace`, and is a logical input. If these are few,
* the network encodes them isometrically: see `codeOfNetwork`, which says so if not.
*
* @param open - tiles whose bulk is an input
* @param words - generators of the subgroup with fixed eigenvalues in these tiles
* @throws {DomainError} a tile that does not exist or occurs twice, words that fix all of the bulk or do not belong to the
*   perfect state, or as `bidirectionalCode`
*/
function sparseCode(options, open, words) {
	const { prime = 2, p = 6, q = 4, ...growth } = options;
	const patch = tiling(p, q, growth);
	const wrong = open.find((tile, k) => patch.tiles[tile] === void 0 || open.indexOf(tile) !== k);
	if (wrong !== void 0) throw new DomainError(`sparseCode: different tiles below ${patch.tiles.length} required, got ${wrong}`);
	const { encoding, inputs } = codeSubspace(pluperfectTensor(prime, p), words);
	if (inputs.length === 0) throw new DomainError("sparseCode: words that leave some of the bulk free required");
	const background = tilingNetwork(patch, {
		bond: prime,
		source: sourceOfGroup(perfectState(prime, p))
	});
	const bulk = open.map((tile) => `bulk ${tile}`);
	const tensor = sourceOfGroup(encoding);
	return {
		...background,
		dimensions: {
			...background.dimensions,
			...Object.fromEntries(bulk.map((leg) => [leg, prime ** inputs.length]))
		},
		nodes: background.nodes.map((node, tile) => open.includes(tile) ? {
			...node,
			legs: [...node.legs, `bulk ${tile}`],
			tensor
		} : node),
		bulk
	};
}
// train/studies/pluperfect/measured-maps.ts
/** @file What is measured of pluperfect tensors and of networks of them. */
function tensorTable(prime, legs) {
	const tensor = pluperfectTensor(prime, legs);
	const translates = prime ** legs;
	const qudits = Array.from({ length: legs }, (_, q) => legs + q);
	let [perfect, cuts] = [0, 0];
	for (let index = 0; index < translates; index++) {
		const values = Object.fromEntries(qudits.map((q, k) => [q, Math.floor(index / prime ** k) % prime]));
		const found = perfectCuts(projectedQudits(tensor, values).group);
		cuts = found.cuts;
		perfect += Number(found.maximal === found.cuts);
	}
	return {
		prime,
		legs,
		translates,
		perfect,
		cuts,
		bulk: stabiliserEntropy(tensor, qudits) / (legs * Math.log(prime))
	};
}
/** The words of six qubits that confine the bulk of a tile to four. */
const SUBGROUP = ["XXXXXX", "ZZZZZZ"];
/** S(reference and one leg)/ln 2 of the code [[6, 4, 2]], leg by leg. */
function legEntropies() {
	const { encoding, sites, inputs } = codeSubspace(pluperfectTensor(2, 6), SUBGROUP);
	const { entropy } = entropiesOfStabilisers(encoding);
	return [...sites.keys()].map((leg) => entropy([...inputs.flat(), leg]) / Math.LN2);
}
function networkTable(name, options) {
	const { code, tensors, links, rank } = bidirectionalCode(options);
	return {
		name,
		tensors,
		links,
		boundary: code.inputs.length,
		rank,
		bulk: code.sites.flat().length,
		conditions: stabilisersOfCode(code).phases.length
	};
}
function hamiltonianTable(layers) {
	const bidirectional = bidirectionalCode({ layers });
	const { tiling } = bidirectional;
	const n = tiling.boundary.length;
	const owner = (leg) => tiling.edges[tiling.boundary[leg]].tiles[0];
	const terms = [...Array(n).keys()].flatMap((leg) => [{
		[leg]: "Z",
		[(leg + 1) % n]: "Z"
	}, { [leg]: "X" }]);
	const pushed = pushedTerms(bidirectional, terms);
	const rings = [...new Set(tiling.tiles.map(({ layer }) => layer))].map((ring) => {
		const tiles = [...tiling.tiles.keys()].filter((tile) => tiling.tiles[tile].layer === ring);
		const within = [...tiling.tiles.keys()].filter((tile) => tiling.tiles[tile].layer <= ring);
		return {
			ring,
			tiles: tiles.length,
			tile: Math.max(...tiles.map((tile) => gaugeInvariantWords(bidirectional, [tile]))),
			all: gaugeInvariantWords(bidirectional, within)
		};
	});
	return {
		terms: terms.length,
		oneTile: pushed.filter(({ tiles }) => tiles.length === 1).length,
		twoTiles: pushed.filter(({ tiles }) => tiles.length === 2).length,
		elsewhere: pushed.filter(({ term, tiles }) => !tiles.every((tile) => Object.keys(term).some((leg) => owner(Number(leg)) === tile))).length,
		rings
	};
}
/** For one tile of each ring. */
function* sparseTables(layers, seed) {
	const { tiling } = bidirectionalCode({ layers });
	const rows = [];
	for (let ring = 0; ring <= layers; ring++) {
		yield {
			message: `ring ${ring}`,
			progress: ring / (layers + 1)
		};
		const tile = tiling.tiles.findIndex(({ layer }) => layer === ring);
		const network = sparseCode({ layers }, [tile], SUBGROUP);
		const code = codeOfNetwork(network);
		const { counts } = networkEnumerator(network, { action: () => "acts" });
		const weight = counts.findIndex((count) => count > 0);
		const { weight: searched } = lightWords(code, randomStream(seed, `ring ${ring}`), { rounds: 30 });
		const n = code.sites.length;
		const recovers = (length) => [...Array(n).keys()].some((start) => recoveredInputs(code, Array.from({ length }, (_, k) => (start + k) % n)).length > 0);
		let [below, arc] = [0, n];
		while (arc - below > 1) {
			const middle = below + arc >> 1;
			if (recovers(middle)) arc = middle;
			else below = middle;
		}
		rows.push({
			ring,
			sites: n,
			weight,
			words: counts[weight],
			searched,
			arc
		});
	}
	return rows;
}
// train/studies/pluperfect/run.ts
/** Carries the study out, part by part. */
function* run({ layers }, { seed, part }) {
	return findings({
		tensors: yield* part("tensors", .1, () => [
			[2, 6],
			[3, 4],
			[5, 4],
			[3, 6]
		].map(([prime, legs]) => tensorTable(prime, legs))),
		legs: yield* part("subspace", .12, legEntropies),
		networks: yield* part("networks", .2, () => [
			networkTable("hexagons of qubits", { layers }),
			networkTable("squares of qutrits", {
				prime: 3,
				p: 4,
				q: 5,
				layers
			}),
			networkTable("squares of dimension 5", {
				prime: 5,
				p: 4,
				q: 5,
				layers
			})
		]),
		hamiltonian: yield* part("boundary Hamiltonian", .5, () => hamiltonianTable(layers)),
		sparse: yield* part("sparse excitations", 1, () => sparseTables(layers, seed))
	});
}
export { run };
