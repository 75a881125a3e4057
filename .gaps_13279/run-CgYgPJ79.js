import { t as bulkGraph } from "./bulk-graph-z7Wia2ld.js";
import { dt as ShapeError, i as randomStream, n as atMost, r as equals, t as atLeast, ut as DomainError } from "./study-record-DTuekta5.js";
import { i as groupWords, n as lightWords, r as networkEnumerator, t as pushedOperator } from "./pushed-operator-CjvGTXD3.js";
import { t as minimalCut } from "./minimal-cut-fs5IKFJb.js";
import { c as physicalQudits, l as recoveredInputs, n as codeOfNetwork, o as codeOfGroup, r as holographicCode, s as codeOfState, u as stabilisersOfCode } from "./holographic-code-CHGCx00r.js";
import { t as entropiesOfStabilisers } from "./stabiliser-entropy-v8hve9qF.js";
import { Y as onesIn } from "./node-tensor-YhHVVG2I.js";
import { t as stabiliserGroupOfFile } from "./stabiliser-file-Bf8fKop3.js";
import { n as tilingGraph } from "./tiling-graph-hU3GRWDo.js";
import { o as subscript, r as counted, s as superscript } from "./number-format-DSC-qSUe.js";
import { n as tilingDisk } from "./minimal-cuts-iH3YbWFA.js";
import { t as entropiesOfStabiliserNetwork } from "./stabiliser-network-CIApMtLY.js";
import { n as complementOf } from "./reduced-density-matrix-Bg02QxO0.js";
import { t as greedyWedge } from "./greedy-wedge-BUpkRxOF.js";
import { t as ryuTakayanagi } from "./ryu-takayanagi-CrVcx2LK.js";
import { r as wordDigits } from "./stabiliser-words-CNuldBIt.js";
// src/stabiliser/erasure-curve.ts
/** @file How much loss does a code survive? The erasure channel, by sampling. */
/**
* The logical inputs that survive the loss of sites, each lost independently with some probability: for each sample one
* test of ranks tells exactly which inputs are recovered, see `recoveredInputs`. In a sample the sites that are lost at
* one probability are lost at all higher ones, so that a curve falls without noise of its own.
*
* @param probabilities - of loss, in [0, 1]
* @param samples - default 1000
* @throws {DomainError} a probability outside of [0, 1], or no sample
*
* A millisecond for each sample and probability, for 145 sites and 61 inputs.
*/
function erasureCurve(code, probabilities, stream, { samples = 1e3 } = {}) {
	const wrong = probabilities.find((probability) => !(probability >= 0 && probability <= 1));
	if (wrong !== void 0) throw new DomainError(`erasureCurve: probabilities from 0 to 1 required, got ${wrong}`);
	if (!(Number.isInteger(samples) && samples >= 1)) throw new DomainError(`erasureCurve: at least one sample required, got ${samples}`);
	const counts = probabilities.map(() => new Uint32Array(code.inputs.length + 1));
	for (let sample = 0; sample < samples; sample++) {
		const fates = code.sites.map(() => stream.uniform());
		probabilities.forEach((probability, k) => {
			const recovered = recoveredInputs(code, [...fates.keys()].filter((site) => fates[site] >= probability));
			const row = counts[k];
			for (const input of recovered) row[input] = row[input] + 1;
			if (recovered.length === code.inputs.length) row[recovered.length] = row[recovered.length] + 1;
		});
	}
	const shareOf = (count) => {
		const share = count / samples;
		return {
			share,
			error: Math.sqrt(share * (1 - share) / samples)
		};
	};
	return probabilities.map((probability, k) => {
		const shares = Array.from(counts[k], shareOf);
		return {
			probability,
			samples,
			inputs: shares.slice(0, -1),
			all: shares.at(-1)
		};
	});
}
// src/stabiliser/weight-enumerator.ts
/** @file How many words of each weight are there in a stabiliser group, and among those that commute with it? */
/** Most words that are listed. */
const MOST_WORDS = 2 ** 27;
/**
* The weight enumerator A_0 … A_n of a group: the number of its words that act on w sites. All words are listed in the
* order of a Gray code, each by one addition.
*
* @param sites - the qudits of each site; default one qudit for each
* @throws {DomainError} more than 2²⁷ words
*
* O(pʳ n), 32 times less for qubits: 2²⁴ words of 55 qubits in 0.3 s.
*/
function weightEnumerator(group, sites = Array.from({ length: group.qudits }, (_, q) => [q])) {
	const { prime, qudits, phases } = group;
	const rank = phases.length;
	const words = prime ** rank;
	if (words > MOST_WORDS) throw new DomainError(`weightEnumerator: at most ${MOST_WORDS} words possible, got ${prime}^${rank}`);
	const counts = prime === 2 && sites.length === qudits && sites.every((site) => site.length === 1) ? qubitCounts(group, words) : quditCounts(group, sites);
	return Array.from({ length: sites.length + 1 }, (_, w) => BigInt(counts[w] ?? 0));
}
/** Words packed in bits. */
function qubitCounts({ qudits, x, z }, words) {
	const counts = new Float64Array(qudits + 1);
	const { stride } = x;
	const [a, b] = [new Uint32Array(stride), new Uint32Array(stride)];
	counts[0] = 1;
	for (let step = 1; step < words; step++) {
		const row = 31 - Math.clz32(step & -step);
		let weight = 0;
		for (let k = 0; k < stride; k++) {
			a[k] = a[k] ^ x.digits[row * stride + k];
			b[k] = b[k] ^ z.digits[row * stride + k];
			weight += onesIn(a[k] | b[k]);
		}
		counts[weight] = counts[weight] + 1;
	}
	return counts;
}
function quditCounts(group, sites) {
	const counts = new Float64Array(sites.length + 1);
	for (const word of groupWords(group)) {
		const weight = sites.reduce((sum, site) => sum + Number(site.some((q) => word[2 * q] !== 0 || word[2 * q + 1] !== 0)), 0);
		counts[weight] = counts[weight] + 1;
	}
	return counts;
}
/**
* The enumerator of the words that commute with a group, from that of the group: the quantum MacWilliams identity
*
*     B(x, y) = |G|⁻¹ A(x + (q² − 1)y, x − y),      B_w = |G|⁻¹ Σ_i A_i K_w(i),
*
* with q the dimension of a site and K_w the Krawtchouk polynomials of q². Exact; applied twice it is the identity.
*
* @param counts - A_0 … A_n; their sum is |G|
* @param dimension - q, of every site
* @throws {DomainError} numbers that no group has
*
* O(n²) products of large integers.
*
* @see Shor & Laflamme, arXiv:quant-ph/9610040; Rains, arXiv:quant-ph/9612015
*/
function macWilliamsTransform(counts, dimension) {
	const n = counts.length - 1;
	const [letters, length] = [BigInt(dimension) ** 2n, BigInt(n)];
	const order = counts.reduce((sum, count) => sum + count, 0n);
	const sums = new Array(n + 1).fill(0n);
	counts.forEach((count, i) => {
		if (count === 0n) return;
		let [before, value] = [0n, 1n];
		for (let w = 0; w <= n; w++) {
			sums[w] = sums[w] + count * value;
			const k = BigInt(w);
			const next = (((length - k) * (letters - 1n) + k - letters * BigInt(i)) * value - (letters - 1n) * (length - k + 1n) * before) / (k + 1n);
			[before, value] = [value, next];
		}
	});
	if (order <= 0n || sums.some((sum) => sum < 0n || sum % order !== 0n)) throw new DomainError("macWilliamsTransform: the enumerator of a stabiliser group required");
	return sums.map((sum) => sum / order);
}
// src/stabiliser/code-report.ts
/** @file What a stabiliser code can do: its parameters, weights, operators, entropies, wedges and losses, in one record. */
/** Most words that are listed for the enumerators: of qubits they are packed. */
const mostWords = (prime) => prime === 2 ? 2 ** 24 : 2 ** 20;
/** Most inputs whose operators are looked for one by one. */
const MOST_INPUTS = 64;
/**
* The report of any stabiliser code: [[n, k, d]] with the distance by search and, where words are few or their weights
* given, by enumeration; logical operators; entropies of regions, against cuts of a graph; what regions recover; and the
* loss that inputs survive.
*
* @param stream - for erasures and searches
* @throws {ShapeError} a graph or weights of another number of sites
* @throws {DomainError} a region or probability that does not exist
*
* Seconds for 55 sites and 21 inputs.
*/
function codeReport(code, stream, options = {}) {
	const { graph, counts, probabilities, samples = 200, rounds = 60 } = options;
	const n = code.sites.length;
	if (graph !== void 0 && graph.boundary.length !== n) throw new ShapeError(`codeReport: a graph of ${n} sites required, got ${graph.boundary.length}`);
	if (counts !== void 0 && counts.length !== n + 1) throw new ShapeError(`codeReport: weights 0 … ${n} required, got ${counts.length} numbers`);
	const enumerators = enumeratorsOf(code, counts);
	const found = lightWords(code, stream, { rounds });
	return {
		prime: code.encoding.prime,
		physical: physicalQudits(code),
		logical: code.inputs.flat().length,
		sites: n,
		inputs: code.inputs.length,
		distance: found.weight === null ? null : {
			weight: found.weight,
			words: found.words.length
		},
		certified: enumerators && certifiedDistance(enumerators),
		enumerators: enumerators && {
			stabilisers: enumerators.stabilisers.map(Number),
			logical: enumerators.logical.map(Number)
		},
		operators: [...code.inputs.keys()].slice(0, MOST_INPUTS).map((input) => operatorsOf(code, input, stream, rounds)),
		regions: (options.regions ?? arcs(n)).map((region) => regionOf(code, region, graph)),
		erasure: erasureCurve(code, probabilities ?? PROBABILITIES$1, stream, { samples })
	};
}
const PROBABILITIES$1 = Array.from({ length: 11 }, (_, k) => k / 20);
/** By listing the smaller of the two sets of words, and the MacWilliams identity for the other. */
function enumeratorsOf(code, counts) {
	const { encoding, sites } = code;
	const [first = []] = sites;
	if (sites.some((site) => site.length !== first.length)) return null;
	const dimension = encoding.prime ** first.length;
	if (counts !== void 0) return {
		stabilisers: counts,
		logical: macWilliamsTransform(counts, dimension)
	};
	const [physical, logical] = [physicalQudits(code), code.inputs.flat().length];
	if (encoding.prime ** (physical - logical) <= mostWords(encoding.prime)) {
		const stabilisers = weightEnumerator(stabilisersOfCode(code), sites);
		return {
			stabilisers,
			logical: macWilliamsTransform(stabilisers, dimension)
		};
	}
	if (encoding.prime ** (physical + logical) > 2 ** 20) return null;
	const all = weightEnumerator(encoding, sites);
	return {
		stabilisers: macWilliamsTransform(all, dimension),
		logical: all
	};
}
function certifiedDistance({ stabilisers, logical }) {
	const weight = logical.findIndex((count, w) => count > stabilisers[w]);
	return weight < 0 ? null : {
		weight,
		words: Number(logical[weight] - stabilisers[weight])
	};
}
function operatorsOf(code, input, stream, rounds) {
	const all = [...code.sites.keys()];
	const rest = " I".repeat(code.inputs[input].length - 1);
	return {
		dressed: lightWords(code, stream, {
			input,
			rounds
		}).weight,
		bare: lightWords(code, stream, {
			input,
			others: "identity",
			rounds
		}).weight,
		x: pushedOperator(code, { [input]: `X${rest}` }, all),
		z: pushedOperator(code, { [input]: `Z${rest}` }, all)
	};
}
function regionOf(code, region, graph) {
	return {
		region,
		entropy: entropiesOfStabilisers(code.encoding, {
			sites: [...code.sites, ...code.inputs],
			boundary: code.sites.length
		}).entropy(region),
		area: graph === void 0 ? null : minimalCut(graph, region).area,
		recovered: recoveredInputs(code, region)
	};
}
/** Arcs of all lengths from four starts. */
function arcs(n) {
	return [...new Set([
		0,
		1,
		2,
		3
	].map((quarter) => Math.floor(quarter * n / 4)))].filter((s) => s < n).flatMap((start) => Array.from({ length: Math.max(0, n - 1) }, (_, k) => Array.from({ length: k + 1 }, (_, j) => (start + j) % n)));
}
// train/studies/pentagon-code/checks.ts
/** @file The numbers that the study must get right. */
/** Sites and tiles of {5, 4} by layers, and what is known of its code of five-qubit tiles with two. */
const PENTAGONS = {
	sites: [
		5,
		20,
		55,
		145
	],
	tiles: [
		1,
		6,
		21,
		61
	]
};
function checksOf(measured) {
	const { cuts, wedges, weights, losses, report, code } = measured;
	const [perfect, hole] = cuts;
	return [
		equals("perfect hexagons: share of arcs with S = cut", "theorem", perfect.arcs, 1, 0),
		equals("the black hole: entropy of the boundary is that of six legs", "theorem", hole.whole, 6 * Math.LN2, 1e-9),
		...cuts.map(({ name, least }) => atLeast(`${name}: least cut − S`, "theorem", least, 0, 1e-9)),
		equals("tiles recovered from a region and from the rest", "theorem", wedges.cloned, 0, 0),
		equals("tiles of a greedy wedge outside of the exact one", "theorem", wedges.beyond, 0, 0),
		atMost("greatest excess of what survives with all inputs in use over what survives with one", "theorem", excess(losses), 0),
		...weights.flatMap(({ layers, dressed, bare }) => [["dressed", dressed], ["bare", bare]].flatMap(([kind, { weight, searched, words, found }]) => weight === null || searched === null ? [] : [atLeast(`${counted(layers, "layer")}: ${kind} weight by search`, "independent computation", searched, weight), ...searched === weight ? [atMost(`${counted(layers, "layer")}: ${kind} words found`, "independent computation", found, words)] : []])),
		...userChecks(report),
		...code.p === 5 && code.q === 4 && code.seed === "five-qubit" ? pentagonChecks(measured) : []
	];
}
/** What survives with all inputs open, less what survives of the same losses with the centre alone: greatest. */
function excess(losses) {
	const differences = losses.flatMap((open, k) => open.bulk === "open" ? open.shares.map((share, at) => share - losses[k + 1].shares[at]) : []);
	return Math.max(...differences);
}
function pentagonChecks({ code, weights, report }) {
	const layers = code.layers ?? 2;
	const counts = [equals("sites", "published value", report.sites, PENTAGONS.sites[layers], 0), equals("tiles", "published value", report.inputs, PENTAGONS.tiles[layers], 0)];
	const two = weights.find((row) => row.layers === 2);
	if (two === void 0) return counts;
	return [
		...counts,
		equals("two layers: dressed distance of the centre", "independent computation", two.dressed.weight, 5, 0),
		equals("two layers: its words", "independent computation", two.dressed.words, 18, 0),
		equals("two layers: the same words by search", "independent computation", two.dressed.found, 18, 0),
		equals("two layers: bare distance of the centre", "independent computation", two.bare.weight, 19, 0),
		equals("two layers: its words, bare", "independent computation", two.bare.words, 69120, 0)
	];
}
/** Both ways to the distance, and the sums of the enumerators. */
function userChecks({ prime, physical, logical, distance, certified, enumerators }) {
	const sum = (counts) => counts.reduce((total, count) => total + count, 0);
	const logarithm = (counts) => Math.log(sum(counts)) / Math.log(prime);
	const weights = enumerators === null ? [] : [equals("log_p of the number of stabilisers", "theorem", logarithm(enumerators.stabilisers), physical - logical, 1e-9), equals("log_p of the number of logical words", "theorem", logarithm(enumerators.logical), physical + logical, 1e-9)];
	if (certified === null || distance === null) return weights;
	return [...weights, equals("distance by search and by enumerators", "independent computation", distance.weight, certified.weight, 0)];
}
// train/studies/pentagon-code/measured-code.ts
/** @file What is measured of holographic codes: cuts, wedges, distances by layers, erasure by layers, black holes. */
/** Arcs of all lengths, then regions in which each site is with a random probability. */
function regionsOf(sites, count, seed) {
	const stream = randomStream(seed, `regions of ${sites} sites`);
	const arcs = Array.from({ length: count }, (_, k) => {
		const [start, length] = [stream.integer(sites), 1 + Math.floor(k * (sites - 1) / count)];
		return Array.from({ length }, (_, j) => (start + j) % sites);
	});
	const scattered = Array.from({ length: count }, () => {
		const share = .1 + .8 * stream.uniform();
		return [...Array(sites).keys()].filter(() => stream.uniform() < share);
	});
	return [...arcs, ...scattered.map((region) => region.length > 0 ? region : [0])];
}
/** The Ryu–Takayanagi formula for arcs and scattered regions. */
function cutTable(name, network, count, seed) {
	const [graph, entropies] = [bulkGraph(network), entropiesOfStabiliserNetwork(network)];
	const sites = entropies.boundary;
	const regions = regionsOf(sites, count, seed);
	const arcs = ryuTakayanagi(entropies, graph, regions.slice(0, count));
	const scattered = ryuTakayanagi(entropies, graph, regions.slice(count));
	const deficits = [...arcs.regions, ...scattered.regions].map(({ deficit }) => deficit);
	const fromZero = Array.from({ length: sites - 1 }, (_, k) => [...Array(k + 1).keys()]);
	return {
		name,
		sites,
		references: entropies.references,
		whole: entropies.entropy([...Array(sites).keys()]),
		arcs: arcs.equality,
		scattered: scattered.equality,
		deficit: Math.max(...deficits),
		least: Math.min(...deficits),
		curve: ryuTakayanagi(entropies, graph, fromZero).regions.map(({ region, entropy, area, bulkEntropy }) => [
			region.length,
			entropy,
			area + bulkEntropy
		])
	};
}
function wedgeTable({ network, threshold }, count, seed) {
	const [graph, code] = [bulkGraph(network), codeOfNetwork(network)];
	const tileOf = new Map(graph.edges.map(({ leg, from }) => [leg, from]));
	const tiles = network.bulk.map((leg) => tileOf.get(leg));
	const thresholds = Object.fromEntries(tiles.map((tile) => [tile, threshold]));
	const sites = network.boundary.length;
	const rows = regionsOf(sites, count, seed).map((region) => {
		const exact = recoveredInputs(code, region).map((t) => tiles[t]);
		const other = recoveredInputs(code, complementOf(region, sites)).map((t) => tiles[t]);
		return {
			region,
			exact,
			greedy: greedyWedge(graph, region, thresholds),
			cloned: exact.filter((id) => other.includes(id)).length
		};
	});
	const missing = ({ exact, greedy }) => exact.filter((id) => !greedy.includes(id)).length;
	const [arcs, scattered] = [rows.slice(0, count), rows.slice(count)];
	const most = scattered.reduce((a, b) => missing(b) > missing(a) ? b : a);
	const half = arcs.find(({ region }) => region.length >= sites / 2) ?? arcs.at(-1);
	return {
		arcs: arcs.length,
		scattered: scattered.length,
		missedArcs: arcs.filter((row) => missing(row) > 0).length,
		missedScattered: scattered.filter((row) => missing(row) > 0).length,
		beyond: rows.reduce((sum, { exact, greedy }) => sum + greedy.filter((id) => !exact.includes(id)).length, 0),
		cloned: rows.reduce((sum, { cloned }) => sum + cloned, 0),
		shown: [half, most].map(({ region, exact, greedy }) => ({
			region,
			exact,
			greedy
		}))
	};
}
/** By layers from none to `layers`; the bare distance is searched for with as many rounds as find it for 55 sites. */
function* distances(options, seed) {
	const rows = [];
	const last = options.layers ?? 2;
	for (let layers = 0; layers <= last; layers++) {
		yield {
			message: counted(layers, "layer"),
			progress: layers / (last + 1)
		};
		const { network } = holographicCode({
			...options,
			layers
		});
		rows.push({
			layers,
			sites: network.boundary.length,
			inputs: network.bulk.length,
			dressed: distanceOf(network, "any", seed),
			bare: distanceOf(network, "identity", seed)
		});
	}
	return rows;
}
function distanceOf(network, others, seed) {
	const { counts, errors } = networkEnumerator(network, { action: (leg) => leg === "bulk 0" ? "acts" : others });
	const first = counts.findIndex((count, w) => errors[w] > 0 || count > 0);
	const known = first >= 0 && errors[first] === 0;
	const stream = randomStream(seed, `light words, others ${others}`);
	const found = lightWords(codeOfNetwork(network), stream, {
		input: 0,
		others,
		rounds: 250
	});
	return {
		weight: known ? first : null,
		words: known ? counts[first] : 0,
		searched: found.weight,
		found: found.words.length
	};
}
const PROBABILITIES = Array.from({ length: 13 }, (_, k) => k / 20);
/** By layers from one to one more than the code has. */
function* erasures(options, samples, seed) {
	const last = Math.min(3, (options.layers ?? 2) + 1);
	const rows = [];
	for (let layers = 1; layers <= last; layers++) for (const bulk of ["open", "centre"]) {
		yield {
			message: `${counted(layers, "layer")}, ${bulk}`,
			progress: (layers - 1) / last
		};
		const code = encodedBy(holographicCode({
			...options,
			layers,
			bulk
		}).network);
		if (code === null) return rows;
		const points = erasureCurve(code, PROBABILITIES, randomStream(seed, `erasure ${layers}`), { samples });
		rows.push({
			layers,
			sites: code.sites.length,
			bulk,
			points: points.map(({ probability, samples: taken }) => ({
				probability,
				samples: taken
			})),
			shares: points.map(({ inputs }) => inputs[0].share),
			errors: points.map(({ inputs }) => inputs[0].error)
		});
	}
	return rows;
}
/** The code of a network; null if it does not encode isometrically: a tile of few sides has too many inputs outside. */
function encodedBy(network) {
	try {
		return codeOfNetwork(network);
	} catch (error) {
		if (error instanceof DomainError) return null;
		throw error;
	}
}
/** Where the curve of the larger code falls below that of the smaller one, between probabilities; null if it does not. */
function crossing(small, large) {
	const above = large.shares.map((share, k) => share - small.shares[k]);
	const noise = large.errors.map((error, k) => Math.hypot(error, small.errors[k]));
	const better = above.findLastIndex((difference, k) => difference > noise[k]);
	const worse = above.findIndex((difference, k) => k > better && difference < -noise[k]);
	if (better < 0 || worse < 0) return null;
	const [a, b] = [above[better], above[worse]];
	const [x, y] = [small.points[better].probability, small.points[worse].probability];
	return x + (y - x) * a / (a - b);
}
// src/stabiliser/sparse-word.ts
/** @file Long words for readers: the factors that act, each with its qudit. */
/**
* A word by its factors other than the identity, qudits numbered from 0:
*
*     '-IIXZI'    −X₂ Z₃
*     'X2 I XZ'   X₀² X₂Z₂    two qutrits of three
*
* @param word - see `wordDigits`
* @param most - factors that are written; behind them stands …
* @throws {DomainError} a word that cannot be read
*/
function sparseWord(word, prime, most = Infinity) {
	const { digits, phase } = wordDigits(word, prime);
	const qudits = digits.length / 2;
	const factors = Array.from({ length: qudits }, (_, q) => factorOf(digits[q], digits[qudits + q], q, prime)).filter((factor) => factor !== "");
	return (phase === 0 ? "" : prime === 2 ? "−" : `ω${phase === 1 ? "" : superscript(phase)} `) + [...factors.length === 0 ? ["1"] : factors.slice(0, most), ...factors.length > most ? ["…"] : []].join(" ");
}
function factorOf(x, z, qudit, prime) {
	if (prime === 2 && x + z === 2) return `Y${subscript(qudit)}`;
	const power = (letter, digit) => digit === 0 ? "" : `${letter}${subscript(qudit)}${digit === 1 ? "" : superscript(digit)}`;
	return power("X", x) + power("Z", z);
}
// train/studies/pentagon-code/report-sections.ts
/** Factors of a word that a table has room for. */
const MOST_FACTORS = 8;
/** [[n, k, d]], with the dimension if it is not two. */
function codeName({ prime, physical, logical, certified, distance }) {
	const weight = (certified ?? distance)?.weight;
	return `[[${physical}, ${logical}${weight === void 0 ? "" : `, ${weight}`}]]${prime === 2 ? "" : `, p = ${prime}`}`;
}
/** What code it is, and how many of its words there are of each weight. */
function weightSection(report) {
	const { prime, sites, inputs, distance, certified, enumerators } = report;
	const log = (counts) => counts.flatMap((count, w) => count > 0 ? [[w, count]] : []);
	const chart = enumerators === null ? [] : [{
		kind: "chart",
		caption: "Weight enumerators. Number of words that act on so many sites.",
		x: {
			label: "weight",
			kind: "linear"
		},
		y: {
			label: "number of words",
			kind: "log"
		},
		series: [{
			name: "logical words and stabilisers",
			mark: "line-and-points",
			points: log(enumerators.logical)
		}, {
			name: "stabilisers",
			mark: "hollow",
			points: log(enumerators.stabilisers)
		}]
	}];
	return {
		heading: "The code and its weights",
		text: "The distance is the least number of sites on which a logical operator acts. It is found by search, with random information sets, and as the first weight at which there are more words that commute with the group than in it. Words of the second are by listing or contraction, and by the MacWilliams identity.",
		exhibits: [{
			kind: "table",
			caption: `The code ${codeName(report)}. Distance in two ways.`,
			columns: [
				"dimension",
				"sites",
				"inputs",
				"distance",
				"words",
				"by search",
				"words found"
			],
			rows: [[
				prime,
				sites,
				inputs,
				certified?.weight ?? null,
				certified?.words ?? null,
				distance?.weight ?? null,
				distance?.words ?? null
			]]
		}, ...chart]
	};
}
/** Operators on single inputs. */
function operatorSection({ operators, prime }) {
	if (operators.length === 0) return [];
	const short = (word) => ({
		shown: sparseWord(word, prime, MOST_FACTORS),
		whole: word
	});
	return [{
		heading: "Operators on single inputs",
		text: "A bare operator acts on its input and leaves all others alone; a dressed one may do to them what it likes. Their least weights are upper bounds by search. X and Z are representatives, not the lightest, on qudits numbered from 0; the record has the whole words.",
		exhibits: [{
			kind: "table",
			caption: `Operators on each input.${operators.length > 24 ? " The first 24." : ""}`,
			columns: [
				"input",
				"dressed, at most",
				"bare, at most",
				"X",
				"Z"
			],
			rows: operators.slice(0, 24).map(({ dressed, bare, x, z }, input) => [
				input,
				dressed,
				bare,
				short(x.word),
				short(z.word)
			])
		}]
	}];
}
/** Entropies and wedges of the report's own regions. */
function regionSection({ regions, inputs }) {
	const points = (value) => regions.map((row) => [row.region.length, value(row)]);
	const area = regions.some(({ area: cut }) => cut !== null) ? [{
		name: "minimal cut",
		mark: "hollow",
		points: points(({ area: cut }) => cut)
	}] : [];
	const recovered = inputs === 0 ? [] : [{
		kind: "chart",
		caption: "Inputs that an arc recovers.",
		x: {
			label: "sites of the arc",
			kind: "linear"
		},
		y: {
			label: "inputs",
			kind: "linear",
			include: [0, inputs]
		},
		series: [{
			name: "recovered inputs",
			mark: "points",
			points: points((row) => row.recovered.length)
		}]
	}];
	return {
		heading: "Entropies and recovery",
		text: "Arcs of consecutive sites from four starts, the inputs maximally mixed. All by ranks, exact.",
		exhibits: [{
			kind: "chart",
			caption: "Entropy of arcs.",
			x: {
				label: "sites of the arc",
				kind: "linear"
			},
			y: {
				label: "S (nats)",
				kind: "linear",
				include: [0]
			},
			series: [{
				name: "S",
				mark: "points",
				points: points(({ entropy }) => entropy)
			}, ...area]
		}, ...recovered]
	};
}
/** The erasure curve of the report. */
function erasureSection({ erasure }) {
	const average = (k) => {
		const { inputs } = erasure[k];
		return inputs.reduce((sum, { share }) => sum + share, 0) / Math.max(1, inputs.length);
	};
	return {
		heading: "Erasure",
		text: `Every site is lost with the same probability, independently; ${erasure[0]?.samples ?? 0} samples. Whether an input is recovered is a question of ranks, answered exactly.`,
		exhibits: [{
			kind: "chart",
			caption: "What survives a loss.",
			x: {
				label: "probability of loss",
				kind: "linear"
			},
			y: {
				label: "probability",
				kind: "linear",
				include: [0, 1]
			},
			series: [{
				name: "an input, on average",
				mark: "line-and-points",
				points: erasure.map(({ probability }, k) => [probability, average(k)])
			}, {
				name: "all inputs",
				mark: "dash",
				points: erasure.map(({ probability, all }) => [probability, all.share])
			}]
		}]
	};
}
// train/studies/pentagon-code/findings.ts
/** @file The findings of the study in words, tables and pictures. */
const QUESTION = "Can an operator in the bulk be rebuilt from parts of the boundary, as in an error-correcting code, and are entropies areas? (I, II.B)";
function findings(measured) {
	const { report, wedges, losses, cuts } = measured;
	const [open, centre] = lastOf(losses);
	return {
		title: "A holographic code",
		question: QUESTION,
		answer: `The code ${codeName(report)} of ${report.inputs} tiles. Of a network of perfect hexagons ${percent(cuts[0].arcs)} of the arcs and ${percent(cuts[0].scattered)} of the scattered regions have the entropy of their minimal cut. The greedy rule misses tiles of ${wedges.missedArcs} of ${wedges.arcs} arcs and of ${wedges.missedScattered} of ${wedges.scattered} scattered regions. With a loss of 30 % of ${open.sites} sites the centre survives with probability ${at(open, .3).toPrecision(2)} if all inputs are in use, and ${at(centre, .3).toPrecision(2)} if only the centre is.`,
		sections: [
			weightSection(report),
			surfaceSection(measured),
			holeSection(measured),
			wedgeSection(measured),
			layerSection(measured),
			lossSection(measured),
			regionSection(report),
			...operatorSection(report)
		],
		checks: checksOf(measured),
		verdicts: verdictsOf(measured)
	};
}
/** The findings on a code of the user's. */
function userFindings(path, report) {
	const weight = (report.certified ?? report.distance)?.weight ?? null;
	return {
		title: "A stabiliser code",
		question: `What does the code in ${path} protect, and against which loss? (I)`,
		answer: `It is ${codeName(report)}, with ${report.sites} sites and ${report.inputs} ${report.inputs === 1 ? "input" : "inputs"}. ` + (weight === null ? "It is a state and has no logical operator." : `Every loss of ${weight - 1} sites is corrected, ${weight === report.certified?.weight ? "by its enumerators" : "as far as the search tells: an upper bound"}.`),
		sections: [
			weightSection(report),
			regionSection(report),
			erasureSection(report),
			...operatorSection(report)
		],
		checks: userChecks(report),
		verdicts: []
	};
}
function surfaceSection({ cuts }) {
	const [, , zero] = cuts;
	return {
		heading: "Entropies and surfaces",
		text: "S(A) is at most the area of the minimal cut in any network. Perfect tensors without inputs attain it for arcs, by a theorem, and for nearly all scattered regions; with five sides and an input fixed, tensors are left over between the greedy surfaces of a region and of its complement, and some arcs have less. Inputs that are open add their own entropy.",
		exhibits: [{
			kind: "table",
			caption: "Entropies against minimal cuts. Shares of regions with equality, and the greatest difference.",
			columns: [
				"network",
				"sites",
				"references",
				"arcs",
				"scattered",
				"cut − S, nats",
				"S of all sites, nats"
			],
			rows: cuts.map(({ name, sites, references, arcs, scattered, deficit, whole }) => [
				name,
				sites,
				references,
				arcs,
				scattered,
				Math.abs(deficit) < 1e-9 ? 0 : deficit,
				Math.abs(whole) < 1e-9 ? 0 : whole
			])
		}, {
			kind: "chart",
			caption: `Arcs of the code with all inputs |0⟩. ${zero.sites} sites, arcs that begin at site 0.`,
			x: {
				label: "sites of the arc",
				kind: "linear"
			},
			y: {
				label: "nats",
				kind: "linear",
				include: [0]
			},
			series: [{
				name: "S",
				mark: "line-and-points",
				points: zero.curve.map(([length, S]) => [length, S])
			}, {
				name: "minimal cut",
				mark: "hollow",
				points: zero.curve.map(([length, , area]) => [length, area])
			}]
		}]
	};
}
function holeSection({ cuts }) {
	const [whole, hole] = cuts;
	return {
		heading: "A black hole",
		label: "analogy",
		text: "The central hexagon is left out, and its sides are entangled with references: a horizon of six legs. The boundary is mixed, with the area of the horizon as its entropy, and a large arc has more entropy than its complement: its surface goes around the hole. Entropy of tensors as that of a black hole is an analogy.",
		exhibits: [{
			kind: "chart",
			caption: `Arcs with and without a hole. ${hole.sites} sites.`,
			x: {
				label: "sites of the arc",
				kind: "linear"
			},
			y: {
				label: "S (nats)",
				kind: "linear",
				include: [0]
			},
			levels: [{
				y: hole.whole,
				name: "horizon"
			}],
			series: [{
				name: "with a hole",
				mark: "line",
				points: hole.curve.map(([length, S]) => [length, S])
			}, {
				name: "without",
				mark: "dash",
				points: whole.curve.map(([length, S]) => [length, S])
			}]
		}]
	};
}
function wedgeSection({ tiling, wedges }) {
	const [arc, scattered] = wedges.shown;
	const disk = (caption, { region, exact, greedy }, name, legs) => tilingDisk(tiling, {
		caption,
		regions: [{
			name: "region",
			sites: region
		}],
		wedges: [{
			name: `exact wedge: ${exact.length} tiles`,
			nodes: exact
		}, {
			name: `greedy wedge: ${greedy.length} tiles`,
			nodes: greedy
		}],
		cuts: [{
			name,
			legs
		}]
	});
	return {
		heading: "Wedges",
		text: `A tile is recovered from a region if all operators on its input have representatives there; one elimination tells of all tiles. The greedy rule, which absorbs a tile once any so many of its legs are known that the others follow, misses none for ${wedges.arcs - wedges.missedArcs} of ${wedges.arcs} arcs, and some for ${wedges.missedScattered} of ${wedges.scattered} scattered regions. No tile is recovered from a region and from the rest.`,
		exhibits: [disk(`An arc of ${arc.region.length} sites, and what it recovers.`, arc, "minimal surface", minimalCut(tilingGraph(tiling), arc.region).legs), disk(`${scattered.region.length} scattered sites, and what they recover.`, scattered, "surface of the exact wedge", surfaceOf(tiling, scattered.exact, scattered.region))]
	};
}
/** The legs between the tiles of a wedge, with the sites of the region, and everything else. */
function surfaceOf(tiling, wedge, region) {
	const inside = new Set(wedge);
	const sites = new Set(region.map((site) => tiling.boundary[site]));
	return tiling.edges.flatMap(({ tiles: [a, b] }, edge) => {
		const far = b === void 0 ? sites.has(edge) : inside.has(`tile ${b}`);
		return inside.has(`tile ${a}`) === far ? [] : [`${b === void 0 ? "leg" : "bond"} ${edge}`];
	});
}
function layerSection({ weights }) {
	return {
		heading: "Distance of the centre by layers",
		text: "Least weight of an operator on the central input, by contraction of the network of labels, with the number of words, and by search. The bare distance, all other inputs left alone, grows with the layers; the dressed one does not.",
		exhibits: [{
			kind: "table",
			caption: "Distances of the central input. Numbers of words are exact; what the search finds is an upper bound.",
			columns: [
				"layers",
				"sites",
				"inputs",
				"dressed",
				"words",
				"by search",
				"found",
				"bare",
				"words ",
				"by search ",
				"found "
			],
			rows: weights.map(({ layers, sites, inputs, dressed, bare }) => [
				layers,
				sites,
				inputs,
				...[dressed, bare].flatMap(({ weight, words, searched, found }) => [
					weight,
					words,
					searched,
					found
				])
			])
		}]
	};
}
function lossSection({ losses }) {
	const chart = (bulk, caption) => ({
		kind: "chart",
		caption,
		x: {
			label: "probability of loss",
			kind: "linear"
		},
		y: {
			label: "probability that the centre survives",
			kind: "linear",
			include: [0, 1]
		},
		series: losses.filter((row) => row.bulk === bulk).map(({ layers, sites, points, shares }) => ({
			name: `${counted(layers, "layer")}, ${sites} sites`,
			mark: "line-and-points",
			points: points.map(({ probability }, k) => [probability, shares[k]])
		}))
	});
	const samples = losses[0].points[0].samples;
	const open = losses.filter(({ bulk }) => bulk === "open").map((row) => at(row, .3));
	return {
		heading: "Erasure by layers",
		text: `Sites are lost independently, ${samples} samples; each answer is exact. With all inputs in use the rate is finite, ${open.every((share, k) => k === 0 || share < open[k - 1]) && open.length > 1 ? "and more layers protect the centre less" : "and more layers do not always protect the centre less"}: at a loss of 30 % it survives with ${open.map((share) => share.toFixed(2)).join(", ")}. With all other inputs |0⟩ the rate falls to zero. What survives with all inputs in use survives with one: the losses are the same.`,
		exhibits: [chart("open", "All inputs in use."), chart("centre", "All inputs but the centre |0⟩.")]
	};
}
const percent = (share) => `${Number((100 * share).toFixed(1))} %`;
/** The largest code with all inputs open, and with the centre alone. */
function lastOf(losses) {
	const [open, centre] = [losses.at(-2), losses.at(-1)];
	if (open === void 0 || centre === void 0) throw new DomainError("findings: erasures of one code required");
	return [open, centre];
}
/** The share at a probability of the list. */
function at({ points, shares }, probability) {
	return shares[points.findIndex((point) => Math.abs(point.probability - probability) < 1e-9)];
}
function verdictsOf({ cuts, wedges, losses, weights }) {
	const [perfect, , zero] = cuts;
	const centre = losses.filter(({ bulk }) => bulk === "centre");
	const cross = crossing(centre.at(-2) ?? centre[0], centre.at(-1));
	const dressed = weights.map((row) => row.dressed.weight);
	const grows = dressed.every((weight, k) => k === 0 || weight >= dressed[k - 1]);
	return [
		{
			statement: "entanglement entropy is the area of a minimal surface",
			source: "I",
			verdict: "holds in part",
			because: `S = cut for ${percent(perfect.arcs)} of the arcs of perfect hexagons and ${percent(perfect.scattered)} of the scattered regions, for ${percent(zero.arcs)} and ${percent(zero.scattered)} of the code with inputs |0⟩; S ≤ cut always`
		},
		{
			statement: "a bulk operator can be rebuilt in different parts of the boundary, as in an error-correcting code",
			source: "I, II.B",
			verdict: "holds",
			because: `${wedges.cloned} tiles are recovered from both a region and the rest, of ${wedges.arcs + wedges.scattered} regions; each wedge is certified by ranks`
		},
		{
			statement: "the deeper in the bulk, the better protected",
			source: "II.B",
			verdict: grows && cross !== null ? "holds" : "holds in part",
			because: `dressed distances of the centre by layers are ${dressed.join(", ")}; with all inputs in use more layers lose the centre sooner, ` + (cross === null ? "and the curves of the centre alone do not cross within their errors" : `with the centre alone the last two curves cross at ${cross.toFixed(2)}`)
		}
	];
}
// train/studies/pentagon-code/run.ts
/** @file How well does a holographic code protect what is in its bulk, and do its entropies know the geometry? */
/** Carries the study out, part by part. */
function* run(options, context) {
	const { path, prime, samples } = options;
	const { seed, part, read } = context;
	if (path === void 0) return yield* holographic(options, context);
	return userFindings(path, yield* part("report", 1, () => codeReport(userCode(read(path), path, prime), randomStream(seed, "report"), { samples })));
}
function* holographic({ p, q, layers, seed: tile, regions, samples }, { seed, part }) {
	const code = {
		p,
		q,
		layers,
		seed: tile
	};
	const made = holographicCode(code);
	const { tiling, network } = made;
	if (network.bulk.length === 0) throw new DomainError(`pentagon-code: a seed of ${p} sides and an input required, got '${tile}' without an input`);
	return findings({
		tiling,
		code,
		cuts: yield* part("entropies", .15, () => [
			cutTable("perfect hexagons", holographicCode({
				p: 6,
				layers: 2
			}).network, regions, seed),
			cutTable("perfect hexagons around a black hole", hexagons("black-hole"), regions, seed),
			cutTable("the code, all inputs |0⟩", holographicCode({
				...code,
				bulk: "zero"
			}).network, regions, seed),
			cutTable("the code, all inputs open", network, regions, seed)
		]),
		wedges: yield* part("wedges", .2, () => wedgeTable(made, regions, seed)),
		weights: yield* part("distances", .35, () => distances(code, seed)),
		losses: yield* part("erasures", .8, () => erasures(code, samples, seed)),
		report: yield* part("report", 1, () => {
			const { counts, errors } = networkEnumerator(network);
			const exact = Math.max(...errors) === 0 ? { counts: counts.map(BigInt) } : {};
			return codeReport(codeOfNetwork(network), randomStream(seed, "report"), {
				graph: bulkGraph(network),
				...exact,
				samples: 50
			});
		})
	});
}
const hexagons = (bulk) => holographicCode({
	p: 6,
	layers: 2,
	bulk
}).network;
/** A pure state of sites, or a code with an input for each encoded qudit. */
function userCode(bytes, path, prime) {
	const { group, sites } = stabiliserGroupOfFile(bytes, path, prime);
	const code = codeOfGroup(group);
	if (sites === void 0) return code;
	let next = 0;
	const places = sites.map((count) => Array.from({ length: count }, () => next++));
	if (next !== group.qudits) throw new DomainError(`${path}: sites of ${group.qudits} qudits required, got ${next}`);
	return codeOfState(code.encoding, [...places, ...code.inputs], places.length);
}
export { run };
