import { i as rotatedStabilisers, n as randomCliffordGate } from "./random-clifford-BNcEJIA-.js";
import { i as randomStream, n as atMost, r as equals, t as atLeast } from "./study-record-DTuekta5.js";
import { Q as zeroDigits, X as setDigit } from "./node-tensor-YhHVVG2I.js";
import { i as encodingState, r as stabiliserEntropy, t as entropiesOfStabilisers } from "./stabiliser-entropy-v8hve9qF.js";
import { t as stabiliserGroupOfWords } from "./stabiliser-words-CNuldBIt.js";
import { t as gaussianOfCorrelation } from "./correlation-BNWcVS-x.js";
import { r as gaussianInformation } from "./entropies-C5MM151c.js";
import { n as gaussianEvolution, t as evolutionMatrix } from "./evolution-DVz_B8Xp.js";
import { r as hopping } from "./oscillator-form-zyAjK24V.js";
import { a as lattice, t as chain } from "./lattice-MaWPiOKk.js";
import { a as significant, r as counted } from "./number-format-DSC-qSUe.js";
import { t as causalCone } from "./causal-cones-Cfg3A1At.js";
import { n as cutEntropies, r as cutNetwork, t as initialParameters } from "./initial-parameters-BSFKavfJ.js";
import { m as networkOfShapes } from "./matrix-product-state-CYxnDb3V.js";
// train/studies/light-cones/clifford-cone.ts
/** @file Where in a random Clifford circuit of thousands of qubits is what entered at one of them? */
/**
* The qubit in the middle is maximally entangled with a reference, all others are |0⟩. A layer has a random two-qubit
* Clifford gate on every second pair of neighbours.
*/
function* cliffordCones(qubits, layers, seed) {
	const stream = randomStream(seed, "Clifford circuit");
	const middle = Math.floor(qubits / 2);
	let group = entangledQubit(qubits, middle);
	let cone = [middle, middle];
	const rows = [coneOf(group, 0, cone)];
	for (let layer = 1; layer <= layers; layer++) {
		const first = layer % 2;
		group = afterLayer(group, qubits, first, stream);
		const [low, high] = cone;
		const lower = (low - first) % 2 === 0 ? low : low - 1;
		const upper = (high - first) % 2 === 0 ? high + 1 : high;
		cone = [Math.max(0, lower < first ? low : lower), Math.min(qubits - 1, upper)];
		rows.push(coneOf(group, layer, cone));
		yield {
			message: `layer ${layer} of ${layers}`,
			progress: layer / layers
		};
	}
	return rows;
}
function entangledQubit(qubits, middle) {
	const n = qubits + 1;
	const [x, z] = [zeroDigits(2, n, n), zeroDigits(2, n, n)];
	for (let q = 0; q < n; q++) setDigit(z, q, q, 1);
	setDigit(z, middle, qubits, 1);
	setDigit(z, qubits, qubits, 0);
	setDigit(x, qubits, qubits, 1);
	setDigit(x, qubits, middle, 1);
	return {
		kind: "stabiliser",
		prime: 2,
		qudits: n,
		x,
		z,
		phases: new Uint16Array(n)
	};
}
function afterLayer(group, qubits, first, stream) {
	const gates = [];
	for (let q = first; q + 1 < qubits; q += 2) gates.push(...randomCliffordGate(stream, group.qudits, q, q + 1));
	return rotatedStabilisers(group, gates.map(({ word }) => word), gates.map(({ angle }) => Math.round(angle / (Math.PI / 2))));
}
function coneOf(group, layer, cone) {
	const reference = group.qudits - 1;
	const [first, last] = cone;
	const known = (region) => stabiliserEntropy(group, region) + Math.LN2 - stabiliserEntropy(group, [...region, reference]);
	const within = [];
	for (let k = 0; first + k <= last - k; k++) {
		const region = Array.from({ length: last - first + 1 - 2 * k }, (_, j) => first + k + j);
		within.push(known(region) / (2 * Math.LN2));
	}
	return {
		layer,
		cone,
		outside: known(Array.from({ length: reference }, (_, q) => q).filter((q) => q < first || q > last)),
		within
	};
}
// src/stabiliser/known-codes.ts
/**
* The five-qubit code [[5, 1, 3]]. With its reference it is a perfect tensor of six legs: `encodingState(fiveQubitCode())`
* has 3 ln 2 between any three legs and the others.
*
* @see Laflamme, Miquel, Paz & Zurek, arXiv:quant-ph/9602019; Pastawski, Yoshida, Harlow & Preskill, arXiv:1503.06237
*/
function fiveQubitCode() {
	return stabiliserGroupOfWords([
		"XZZXI",
		"IXZZX",
		"XIXZZ",
		"ZXIXZ"
	]);
}
/** The seven-qubit code [[7, 1, 3]], on the seven points of the Fano plane. @see Steane, Proc. R. Soc. A 452, 2551 (1996) */
function steaneCode() {
	const words = [
		"IIIXXXX",
		"IXXIIXX",
		"XIXIXIX"
	];
	return stabiliserGroupOfWords([...words, ...words.map((word) => word.replaceAll("X", "Z"))]);
}
// train/studies/light-cones/copies.ts
/** @file Copying and correcting: what parts of a code know of what is encoded, and how many of them know it. */
const ROUNDING = 1e-9;
function codeCopies() {
	return [
		copiesOf("repetition code", stabiliserGroupOfWords([
			"ZZIII",
			"IZZII",
			"IIZZI",
			"IIIZZ"
		])),
		copiesOf("five-qubit code", fiveQubitCode()),
		copiesOf("Steane’s code", steaneCode())
	];
}
function copiesOf(code, group) {
	const sites = group.qudits;
	const { entropy } = entropiesOfStabilisers(encodingState(group));
	const known = (mask) => {
		const region = [...Array(sites).keys()].filter((q) => mask >> q & 1);
		return (entropy(region) + Math.LN2 - entropy([...region, sites])) / Math.LN2;
	};
	const masks = Array.from({ length: 2 ** sites }, (_, mask) => mask);
	const size = (mask) => [...Array(sites).keys()].filter((q) => mask >> q & 1).length;
	const fragments = Array.from({ length: sites }, (_, k) => {
		const own = masks.filter((mask) => size(mask) === k + 1);
		const informed = own.filter((mask) => known(mask) > .999999999);
		return {
			size: k + 1,
			known: own.reduce((sum, mask) => sum + known(mask), 0) / own.length,
			copies: mostDisjoint(informed, 0)
		};
	});
	const tells = masks.filter((mask) => known(mask) > ROUNDING).map(size);
	return {
		code,
		sites,
		fragments,
		corrected: Math.min(...tells) - 1
	};
}
/** The most of these sets that have no member in common. */
function mostDisjoint(sets, taken) {
	return sets.reduce((most, set, k) => (set & taken) === 0 ? Math.max(most, 1 + mostDisjoint(sets.slice(k + 1), taken | set)) : most, 0);
}
// train/studies/light-cones/fermion-front.ts
/** @file A fermion that hops on a chain: how far it gets, continuously in time and gate by gate. */
const BEYOND = [
	0,
	2,
	5,
	10,
	20
];
/**
* One fermion starts in the middle of a chain, H = −Σ (c†_x c_{x+1} + h.c.): the amplitude at distance r after a time t
* is i^r J_r(2t) while no end of the chain is near.
*/
function* fermionFronts(sites, times) {
	const hamiltonian = hopping(chain(sites));
	const middle = Math.floor(sites / 2);
	const fronts = [];
	for (const time of times) {
		yield {
			message: `time ${time}`,
			progress: fronts.length / times.length
		};
		const { data, cols } = evolutionMatrix(hamiltonian, time);
		const at = (x) => data[2 * x * cols + 2 * middle] ** 2 + data[(2 * x + 1) * cols + 2 * middle] ** 2;
		const probability = Array.from({ length: sites - middle }, (_, r) => at(middle + r));
		const bessel = besselFunctions(2 * time, probability.length).map((value) => value ** 2);
		fronts.push({
			time,
			probability,
			bessel,
			tails: BEYOND.map((beyond) => tailOf(probability, bessel, Math.ceil(2 * time) + beyond)).map((tail, k) => ({
				...tail,
				beyond: BEYOND[k]
			})),
			difference: Math.max(...probability.map((p, r) => Math.abs(p - bessel[r])))
		});
	}
	return fronts;
}
/** Both tails together, from distance r + 1 on. */
function tailOf(probability, bessel, r) {
	const sum = (values) => 2 * values.slice(r + 1).reduceRight((total, p) => total + p, 0);
	return {
		probability: sum(probability),
		closed: sum(bessel),
		information: knownOf(sum(probability))
	};
}
/**
* What the places where a fermion is with probability p know of a reference that tells whether it is there at all,
* (|1⟩|0⟩_R + |0⟩|1⟩_R)/√2: I = h(p/2) + ln 2 − h((1 + p)/2).
*/
function knownOf(p) {
	const term = (x) => x > 0 ? -x * Math.log(x) : 0;
	const rest = ((1 + p) * Math.log1p(p) + (p < 1 ? (1 - p) * Math.log1p(-p) : 0)) / 2;
	return term(p / 2) - (1 - p / 2) * Math.log1p(-p / 2) + rest;
}
/** J_0(x) … J_{count − 1}(x), by Miller's recurrence downwards and Σ J_k = 1. */
function besselFunctions(x, count) {
	if (x === 0) return Array.from({ length: count }, (_, k) => k === 0 ? 1 : 0);
	const start = 2 * Math.ceil((Math.max(count, x) + 20 + 8 * Math.cbrt(x)) / 2);
	const values = new Float64Array(start + 2);
	values[start] = 1e-300;
	let sum = 0;
	for (let k = start; k > 0; k--) {
		values[k - 1] = 2 * k / x * values[k] - values[k + 1];
		if (Math.abs(values[k - 1]) > 1e200) {
			for (let j = k - 1; j <= start; j++) values[j] = values[j] * 1e-250;
			sum *= 1e-250;
		}
		if ((k - 1) % 2 === 0) sum += k === 1 ? values[0] : 2 * values[k - 1];
	}
	return Array.from({ length: count }, (_, k) => values[k] / sum);
}
/** Of a short chain: the greatest difference between `knownOf` and the information of the Gaussian state. */
function gaussianDifference() {
	const [sites, middle, time] = [
		24,
		12,
		2.5
	];
	const edges = Array.from({ length: sites - 1 }, (_, x) => [x, x + 1]);
	const n = sites + 1;
	const data = new Float64Array(n * n);
	for (const a of [middle, sites]) for (const b of [middle, sites]) data[a * n + b] = 1 / 2;
	const start = gaussianOfCorrelation({
		rows: n,
		cols: n,
		data
	});
	const hamiltonian = hopping(lattice(n, edges));
	const state = gaussianEvolution(hamiltonian, start, time);
	const evolution = evolutionMatrix(hopping(chain(sites)), time);
	const at = (x) => [0, 1].reduce((sum, half) => sum + evolution.data[(2 * x + half) * evolution.cols + 2 * middle] ** 2, 0);
	return Math.max(...[
		[middle],
		[
			3,
			4,
			5
		],
		[
			0,
			1,
			2,
			3,
			4,
			5,
			6,
			18,
			19,
			20,
			21,
			22,
			23
		]
	].map((region) => Math.abs(gaussianInformation(state, region, [sites]) - knownOf(region.reduce((sum, x) => sum + at(x), 0)))));
}
function steppedFront(sites, time, steps) {
	const duration = time / steps;
	const middle = Math.floor(sites / 2);
	const [re, im] = [new Float64Array(sites), new Float64Array(sites)];
	re[middle] = 1;
	const layer = (first, angle) => {
		const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
		for (let x = first; x + 1 < sites; x += 2) {
			const [a, b, c, d] = [
				re[x],
				im[x],
				re[x + 1],
				im[x + 1]
			];
			re[x] = cosine * a - sine * d;
			im[x] = cosine * b + sine * c;
			re[x + 1] = cosine * c - sine * b;
			im[x + 1] = cosine * d + sine * a;
		}
	};
	for (let k = 0; k < steps; k++) {
		layer(0, duration);
		layer(1, duration);
	}
	const exact = besselFunctions(2 * time, sites).map((value) => value ** 2);
	const sum = (has) => re.reduce((total, x, place) => has(Math.abs(place - middle)) ? total + x ** 2 + im[place] ** 2 : total, 0);
	return {
		steps,
		duration,
		beyond: sum((distance) => distance > 2 * steps),
		within: sum((distance) => distance <= 2 * steps),
		difference: Math.max(...re.map((x, place) => Math.abs(x ** 2 + im[place] ** 2 - exact[Math.abs(place - middle)])))
	};
}
// train/studies/light-cones/checks.ts
/** @file The numbers that the study must get right, and what they say of the paper. */
const checksOf = (measured) => [
	...gateChecks(measured),
	...fermionChecks(measured),
	...codeChecks(measured)
];
function gateChecks({ gates, clifford }) {
	const within = Object.entries(gates.known).filter(([id]) => gates.cone.includes(id));
	const without = Object.entries(gates.known).filter(([id]) => !gates.cone.includes(id));
	return [
		atMost("gates outside of the cone: greatest share known", "theorem", Math.max(...without.map(([, x]) => x)), 0, 1e-9),
		atLeast("gates inside of the cone: least share known", "theorem", Math.min(...within.map(([, x]) => x)), 1e-6),
		atMost("Clifford circuit: information outside of the cone", "theorem", Math.max(...clifford.map(({ outside }) => Math.abs(outside))), 0, 1e-9),
		atLeast("Clifford circuit: share of the information in the cone", "theorem", Math.min(...clifford.map((row) => row.within[0])), 1, 1e-9)
	];
}
function fermionChecks({ fronts, stepped, gaussian }) {
	return [
		atMost("probabilities by Gaussian evolution against Bessel functions", "closed form", Math.max(...fronts.map(({ difference }) => difference)), 0, 1e-10),
		atMost("tails above 1e-20: greatest relative difference from Bessel functions", "closed form", Math.max(...fronts.flatMap(({ tails }) => tails.map(({ probability, closed }) => closed > 1e-20 ? Math.abs(probability / closed - 1) : 0))), 0, 1e-4),
		atMost("information of a fermion’s places, by its probability and by covariances", "closed form", gaussian, 0, 1e-9),
		equals("hopping gate by gate: probability beyond the cone", "theorem", Math.max(...stepped.map(({ beyond }) => beyond)), 0, 0),
		atMost("hopping gate by gate: error of half the step, relative", "theorem", stepped.at(-1).difference / stepped.at(-2).difference, .55)
	];
}
function codeChecks({ copies }) {
	const [repetition, five, steane] = copies;
	return [
		equals("repetition code: losses corrected", "closed form", repetition.corrected, 0, 0),
		equals("repetition code: copies", "closed form", repetition.fragments[0].copies, repetition.sites, 0),
		equals("five-qubit code: losses corrected", "published value", five.corrected, 2, 0),
		equals("Steane’s code: losses corrected", "published value", steane.corrected, 2, 0)
	];
}
function verdictsOf({ clifford, fronts, copies }) {
	const [repetition, five] = copies;
	const tail = fronts.at(-1).tails.find(({ beyond }) => beyond === 20);
	return [{
		statement: "operations of finite size and range give a finite speed of information, and causal wedges with it",
		source: "II.B",
		verdict: "holds in part",
		because: `exact for gates, with zero outside of all ${clifford.length - 1} cones; in continuous time only up to a tail, ${significant(tail.probability, 2)} twenty sites beyond the cone at t = ${fronts.at(-1).time}`
	}, {
		statement: "the information redundancy is the soul of quantum error-correcting codes",
		source: "II.B",
		verdict: "holds in part",
		because: `${repetition.fragments[0].copies} copies of a bit correct ${repetition.corrected} losses, and the code with one copy corrects ${five.corrected}: the redundancy that protects is that of a qubit in overlapping parts, not of copies in disjoint ones`
	}];
}
// train/studies/light-cones/findings.ts
/** @file The findings of the study in words, tables and pictures. */
function findings(measured) {
	const { options, clifford, fronts, copies } = measured;
	const last = clifford.at(-1);
	const tail = fronts.at(-1).tails.find(({ beyond }) => beyond === 10);
	const [repetition, five] = copies;
	return {
		title: "Light cones at size",
		question: "How sharp is the cone that a finite speed of information gives, and does redundancy protect what is inside? (II.A, II.B)",
		answer: `In a Clifford circuit of ${options.qubits} qubits nothing of what entered at one of them is outside of its cone after any of ${counted(last.layer, "layer")}, and inside it fills ${percent(filled(last))} of the width. Fermions that hop in continuous time leave a tail: ${significant(tail.probability, 2)} beyond ten sites in front of the cone at time ${fronts.at(-1).time}, as Bessel functions say. A ${repetition.code} of ${repetition.sites} has ${repetition.fragments[0].copies} copies of a bit and corrects the loss of ${repetition.corrected} sites, the ${five.code} has one and corrects ${five.corrected}: copying is not correcting.`,
		sections: [
			gateSection(measured),
			cliffordSection(measured),
			fermionSection(measured),
			copySection(measured)
		],
		checks: checksOf(measured),
		verdicts: verdictsOf(measured)
	};
}
const percent = (share) => `${Math.round(100 * share)} %`;
/** Width of the least symmetric interval that has all of the information, relative to the cone. */
function filled({ cone: [first, last], within }) {
	const inward = within.findLastIndex((share) => share > 1 - 1e-9);
	return (last - first + 1 - 2 * inward) / (last - first + 1);
}
function gateSection({ gates }) {
	return {
		heading: "Gates and the cone of two sites",
		text: "What enters a gate is maximally entangled with a reference. The share of it that two sites at the end know is zero for every gate outside of their past cone, and falls with depth inside.",
		exhibits: [{
			kind: "scale",
			caption: "A brickwork of random gates. Shaded, all gates on which two sites depend; coloured, what they know of each.",
			sites: gates.sites,
			nodes: gates.places.map(({ id, site, depth }) => ({
				name: id,
				shape: "disentangler",
				site,
				depth,
				value: gates.known[id]
			})),
			bonds: gates.bonds,
			legs: gates.legs,
			cone: {
				name: "causal cone",
				nodes: gates.places.flatMap(({ id }, k) => gates.cone.includes(id) ? [k] : [])
			},
			region: {
				name: "two sites",
				sites: gates.region
			},
			quantity: "I(R : two sites)/2S(R)"
		}]
	};
}
function cliffordSection({ clifford, options }) {
	const chosen = clifford.filter(({ layer }) => layer > 0 && layer % Math.ceil(options.layers / 4) === 0);
	return {
		heading: "A Clifford circuit",
		text: `One of ${options.qubits} qubits is maximally entangled with a reference, and random two-qubit Clifford gates act on neighbours in alternating pairs. All entropies are exact, by ranks. Information moves more slowly than the cone: intervals smaller than it have all of it.`,
		exhibits: [{
			kind: "chart",
			caption: "Information within intervals. The middle of the circuit; at 1 on the axis the interval is the cone.",
			x: {
				label: "interval/cone",
				kind: "linear",
				include: [0, 1]
			},
			y: {
				label: "I(R : interval)/2 ln 2",
				kind: "linear",
				include: [0, 1]
			},
			series: chosen.map(({ layer, cone: [first, last], within }) => ({
				name: counted(layer, "layer"),
				mark: "line-and-points",
				points: within.map((share, k) => [(last - first + 1 - 2 * k) / (last - first + 1), settled(share)])
			}))
		}, {
			kind: "table",
			caption: "The cone and what is in it. Qubits of the cone, and of the least interval in its middle that has everything.",
			columns: [
				"layer",
				"cone",
				"interval",
				"I outside of the cone, nats"
			],
			rows: clifford.map((row) => [
				row.layer,
				row.cone[1] - row.cone[0] + 1,
				Math.round(filled(row) * (row.cone[1] - row.cone[0] + 1)),
				settled(row.outside)
			])
		}]
	};
}
function fermionSection({ fronts, stepped, options }) {
	const shown = (values, expected) => values.flatMap((p, r) => expected[r] > 1e-27 ? [[r, p]] : []);
	return {
		heading: "Free fermions",
		text: `A fermion starts in the middle of ${options.sites} sites, H = −Σ (c†c + h.c.). Its amplitude is a Bessel function, J_{r}(2t); no mode is faster than 2, and beyond r = 2t the probability falls faster than any exponential, but is never zero. Applied gate by gate, the same hopping has a cone of two sites for each step, and exact zeros beyond.`,
		exhibits: [
			{
				kind: "chart",
				caption: "Probability by distance. Points by Gaussian evolution; lines J_{r}(2t)², down to 10⁻²⁷; further below there is rounding.",
				x: {
					label: "distance r",
					kind: "linear"
				},
				y: {
					label: "probability",
					kind: "log"
				},
				series: fronts.flatMap(({ time, probability, bessel }) => [{
					name: `t = ${time}`,
					mark: "points",
					points: shown(probability, bessel)
				}, {
					name: `J(${2 * time})²`,
					mark: "line",
					points: shown(bessel, bessel)
				}])
			},
			{
				kind: "table",
				caption: "Beyond the cone. I of all sites further away with a reference that tells whether the fermion is there.",
				columns: [
					"t",
					"sites beyond 2t",
					"probability",
					"by Bessel functions",
					"I, nats"
				],
				rows: fronts.flatMap(({ time, tails }) => tails.filter(({ closed }) => closed > 1e-28).map(({ beyond, probability, closed, information }) => [
					time,
					beyond,
					probability,
					closed,
					information
				]))
			},
			{
				kind: "table",
				caption: "Gate by gate. Time 10 in so many steps.",
				columns: [
					"steps",
					"duration",
					"probability beyond the cone",
					"greatest difference from continuous time"
				],
				rows: stepped.map(({ steps, duration, beyond, difference }) => [
					steps,
					duration,
					beyond,
					difference
				])
			}
		]
	};
}
function copySection({ copies }) {
	return {
		heading: "Copying is not correcting",
		text: "A fragment with I(R : A) = ln 2 knows a bit of the encoded qubit, as every site of the repetition code does: there are as many copies as sites. It can rebuild the qubit only with 2 ln 2. What many fragments know cannot be the whole: the qubit is not cloned.",
		exhibits: [{
			kind: "chart",
			caption: "Knowledge and copies. Lines: what a fragment knows on average; circles: disjoint fragments that know a bit.",
			x: {
				label: "sites of the fragment",
				kind: "linear"
			},
			y: {
				label: "I(R : A)/ln 2; number of fragments",
				kind: "linear",
				include: [0]
			},
			series: copies.slice(0, 2).flatMap(({ code, fragments }) => [{
				name: `${code.replace(" code", "")}: known`,
				mark: "line-and-points",
				points: fragments.map(({ size, known }) => [size, known])
			}, {
				name: `${code.replace(" code", "")}: copies`,
				mark: "hollow",
				points: fragments.map(({ size, copies: number }) => [size, number])
			}]),
			levels: [{
				y: 2,
				name: "the whole qubit"
			}]
		}, {
			kind: "table",
			caption: "Codes of one qubit. Losses that are corrected wherever they are, and copies of a bit.",
			columns: [
				"code",
				"sites",
				"losses corrected",
				"copies of a bit",
				"of sites each"
			],
			rows: copies.map(({ code, sites, corrected, fragments }) => {
				const most = fragments.reduce((a, b) => b.copies > a.copies ? b : a);
				return [
					code,
					sites,
					corrected,
					most.copies,
					most.size
				];
			})
		}]
	};
}
const settled = (value) => Math.abs(value - Math.round(2 * value) / 2) < 1e-9 ? Math.round(2 * value) / 2 + 0 : value;
// train/studies/light-cones/leaking-gates.ts
/** @file A brickwork of random gates: what of each gate's input is known to a few sites at the end. */
/** Legs between the gates are named by their site and how many gates have acted on it. */
function brickwork(sites, layers) {
	const passed = new Array(sites).fill(0);
	const leg = (site) => `${site}.${passed[site]}`;
	const nodes = passed.map((_, site) => ({
		id: `|${site}⟩`,
		outputs: [[leg(site), 2]],
		inputs: []
	}));
	for (let layer = 0; layer < layers; layer++) for (let site = layer % 2; site + 1 < sites; site += 2) {
		const pair = [site, site + 1];
		const inputs = pair.map((q) => [leg(q), 2]);
		for (const q of pair) passed[q] = passed[q] + 1;
		nodes.push({
			id: `gate ${layer}, ${site}`,
			outputs: pair.map((q) => [leg(q), 2]),
			inputs
		});
	}
	return networkOfShapes(nodes, passed.map((_, site) => leg(site)), "isometric");
}
function* leakingGates(seed) {
	const [sites, layers] = [16, 6];
	const network = brickwork(sites, layers);
	const theta = initialParameters(network, randomStream(seed, "brickwork"));
	const region = [7, 8];
	const gates = network.nodes.filter(({ id }) => id.startsWith("gate"));
	const known = {};
	for (const [k, { id, legs }] of gates.entries()) {
		yield {
			message: id,
			progress: k / gates.length
		};
		const { entropies, references } = cutEntropies(cutNetwork(network, theta, legs.slice(2)));
		const { entropy } = entropies;
		const information = entropy(references) + entropy(region) - entropy([...references, ...region]);
		known[id] = Math.abs(information) < 1e-11 ? 0 : information / (2 * entropy(references));
	}
	const places = gates.map(({ id }) => {
		const [layer, site] = id.match(/\d+/g).map(Number);
		return {
			id,
			site: site + .5,
			depth: layers - layer
		};
	});
	const bonds = [];
	const latest = /* @__PURE__ */ new Map();
	places.forEach(({ site }, k) => {
		for (const own of [site - .5, site + .5]) {
			const before = latest.get(own);
			if (before !== void 0) bonds.push([k, before]);
			latest.set(own, k);
		}
	});
	return {
		sites,
		places,
		bonds,
		legs: [...latest].map(([site, gate]) => [gate, site]),
		region,
		cone: causalCone(network, region).nodes,
		known
	};
}
// train/studies/light-cones/run.ts
/** Carries the study out, part by part. */
function* run(options, { seed, part }) {
	const { qubits, layers, sites, times } = options;
	return findings({
		options,
		gates: yield* part("gates of a brickwork", .2, () => leakingGates(seed)),
		clifford: yield* part("Clifford circuit", .6, () => cliffordCones(qubits, layers, seed)),
		fronts: yield* part("free fermions", .95, () => fermionFronts(sites, times)),
		...yield* part("steps and copies", 1, () => ({
			stepped: [
				10,
				20,
				40,
				80
			].map((steps) => steppedFront(400, 10, steps)),
			gaussian: gaussianDifference(),
			copies: codeCopies()
		}))
	});
}
export { run };
