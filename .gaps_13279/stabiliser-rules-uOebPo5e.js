import { Y as sizeOf, dt as ShapeError } from "./study-record-DTuekta5.js";
import { n as conjugatedGroup, t as graphForm } from "./graph-form-BcxG7ggA.js";
import { Q as zeroDigits, X as setDigit, _ as stabiliserDensity, b as isPureGroup, g as sourceOfGroup, m as quditsOfLeg, q as digitAt, v as stabiliserVector } from "./node-tensor-YhHVVG2I.js";
import { i as encodingState, t as entropiesOfStabilisers } from "./stabiliser-entropy-v8hve9qF.js";
// src/network/graph-state-network.ts
/**
* A network of stabiliser tensors with the given pure state: a tensor for each qudit, a bond of dimension p for each edge
* of its graph form. A tensor copies its digit to all its bonds; at one end of a bond stands the Fourier gate, which makes
* of two copies the controlled phase ω^{Γ_ab j k}.
*
*     ●──F──●──F──●     the cluster state of a chain
*     │     │     │
*
* @param sites - the qudits of each boundary leg, which make a tensor of the network together; default one qudit each
* @returns a network without parameters, norm not 1
* @throws {DomainError} fewer generators than qudits
*/
function graphStateNetwork(group, sites = Array.from({ length: group.qudits }, (_, q) => [q])) {
	const { prime } = group;
	const form = graphForm(group);
	const edges = edgesOf(form);
	const dimensions = {};
	return {
		kind: "network",
		parameters: 0,
		dimensions,
		nodes: sites.map((qudits, site) => {
			dimensions[`site ${site}`] = prime ** qudits.length;
			const bonds = edges.filter(({ a, b }) => qudits.includes(a) !== qudits.includes(b));
			for (const { leg } of bonds) dimensions[leg] = prime;
			const gates = [
				...qudits.map((_, k) => ({
					kind: "fourier",
					qudit: k
				})),
				...edges.filter(({ a, b }) => qudits.includes(a) && qudits.includes(b)).flatMap(({ a, b, weight }) => controlledPhase(qudits.indexOf(a), qudits.indexOf(b), weight)),
				...bonds.flatMap(({ a, b, weight }, k) => {
					const bond = qudits.length + k;
					const copy = {
						kind: "sum",
						control: qudits.indexOf(qudits.includes(a) ? a : b),
						target: bond
					};
					const scaled = prime === 2 ? [] : [{
						kind: "scale",
						qudit: bond,
						factor: weight
					}];
					return qudits.includes(a) ? [copy] : [
						copy,
						...scaled,
						{
							kind: "fourier",
							qudit: bond
						}
					];
				}),
				...qudits.flatMap((qudit, k) => ownGates(form, qudit, k))
			];
			const tensor = conjugatedGroup(zeroStabilisers(prime, qudits.length + bonds.length), gates);
			return {
				id: `${site}`,
				legs: [`site ${site}`, ...bonds.map(({ leg }) => leg)],
				tensor: sourceOfGroup(tensor)
			};
		}),
		boundary: sites.map((_, site) => `site ${site}`),
		bulk: [],
		environment: []
	};
}
function edgesOf({ adjacency }) {
	const edges = [];
	for (let a = 0; a < adjacency.rows; a++) for (let b = a + 1; b < adjacency.rows; b++) {
		const weight = digitAt(adjacency, a, b);
		if (weight !== 0) edges.push({
			leg: `bond ${a}–${b}`,
			a,
			b,
			weight
		});
	}
	return edges;
}
/** ω^{weight·jk}: a sum between Fourier gates on the target, |k⟩ → Σ ω^{kl}|l⟩ → Σ ω^{kl}|l + s⟩ → ω^{−ks}|k⟩. */
const controlledPhase = (control, target, weight) => [
	{
		kind: "fourier",
		qudit: target
	},
	{
		kind: "sum",
		control,
		target,
		power: -weight
	},
	...new Array(3).fill({
		kind: "fourier",
		qudit: target
	})
];
/** What the graph form has on a qudit alone: loops, phases, and whether it is turned. */
function ownGates({ adjacency, phases, turned }, qudit, at) {
	const loops = new Array(digitAt(adjacency, qudit, qudit)).fill({
		kind: "phase",
		qudit: at
	});
	const back = turned.includes(qudit) ? new Array(3).fill({
		kind: "fourier",
		qudit: at
	}) : [];
	return [
		...loops,
		{
			kind: "shift",
			qudit: at,
			x: 0,
			z: phases[qudit]
		},
		...back
	];
}
/** The group of |0…0⟩. */
function zeroStabilisers(prime, qudits) {
	const [x, z] = [zeroDigits(prime, qudits, qudits), zeroDigits(prime, qudits, qudits)];
	for (let q = 0; q < qudits; q++) setDigit(z, q, q, 1);
	return {
		kind: "stabiliser",
		prime,
		qudits,
		x,
		z,
		phases: new Uint16Array(qudits)
	};
}
// src/generative/stabiliser-rules.ts
/** @file The rules of stabiliser states as targets: entropies at any size, amplitudes of small ones. */
/** Most amplitudes of a state, and most entries of a density matrix, that are written out. */
const LARGEST = 2 ** 20;
/**
* A stabiliser state as a target.
*
* @param sites - qudits of each site, in order; default one each
* @throws {ShapeError} the sites do not have the qudits of the group
*/
function stabiliserState(name, group, sites = new Array(group.qudits).fill(1)) {
	const total = sites.reduce((sum, qudits) => sum + qudits, 0);
	if (total !== group.qudits) throw new ShapeError(`stabiliserState: sites of ${group.qudits} qudits in all required, got ${total}`);
	return {
		kind: "stabiliser",
		name,
		dimensions: sites.map((qudits) => group.prime ** qudits),
		group
	};
}
/** The qudits of each site. */
function sitesOfState({ dimensions, group }) {
	let next = 0;
	return dimensions.map((dimension) => Array.from({ length: quditsOfLeg(dimension, group.prime) }, () => next++));
}
const stabiliserStateRules = {
	purification: ({ group }) => {
		const state = isPureGroup(group) ? group : encodingState(group);
		const [rows, cols] = [group.prime ** group.qudits, group.prime ** (state.qudits - group.qudits)];
		if (rows * cols > LARGEST) throw new ShapeError(`purification: at most ${LARGEST} amplitudes possible, got ${rows * cols}` + (cols === 1 ? "; use a network model" : " with the references of a mixed state"));
		return {
			rows,
			cols,
			interleaved: stabiliserVector(state).interleaved
		};
	},
	entropies: (state) => entropiesOfStabilisers(state.group, { sites: sitesOfState(state) }),
	pure: ({ name, dimensions, group }) => isPureGroup(group) && sizeOf(dimensions) <= LARGEST ? {
		kind: "pure",
		name,
		dimensions,
		amplitudes: stabiliserVector(group)
	} : null,
	mixed: ({ name, dimensions, group }) => !isPureGroup(group) && sizeOf(dimensions) ** 2 <= LARGEST ? {
		kind: "mixed",
		name,
		dimensions,
		density: stabiliserDensity(group)
	} : null,
	density: ({ dimensions, group }) => sizeOf(dimensions) ** 2 <= LARGEST ? stabiliserDensity(group) : null,
	networkPoint: (state) => isPureGroup(state.group) && sizeOf(state.dimensions) > LARGEST ? {
		network: graphStateNetwork(state.group, sitesOfState(state)),
		theta: /* @__PURE__ */ new Float64Array(0)
	} : null,
	stabilisers: ({ group }) => group
};
export { graphStateNetwork as i, stabiliserState as n, stabiliserStateRules as r, sitesOfState as t };
