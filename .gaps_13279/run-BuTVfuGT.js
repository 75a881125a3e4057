import { i as tiling, n as tilingGraph } from "./tiling-graph-hU3GRWDo.js";
import { U as normSquared, Y as sizeOf, i as randomStream, n as atMost, r as equals, ut as DomainError } from "./study-record-DTuekta5.js";
import { n as tilingDisk, t as minimalCuts } from "./minimal-cuts-iH3YbWFA.js";
import { a as permutationSum, i as minima, n as annealedEntropies, o as permutationSumValue, r as annealedResponse, t as fittedGeometry } from "./fitted-geometry-BmHFbFtU.js";
import { n as maximalFlow } from "./maximal-flow-CcA26eyI.js";
import { t as minimalCut } from "./minimal-cut-fs5IKFJb.js";
import { n as networkState } from "./network-state-CqADix7e.js";
import { i as distributionEntropy, o as entanglementSpectrum, r as sitesOf, t as entropiesOfState } from "./region-entropies-C3COF-g3.js";
import { n as networkOfGraph, t as gaussianTensors } from "./network-of-graph-UcWfIKPz.js";
import { t as randomStabiliserState } from "./random-stabilisers-Dr8YIs6h.js";
import { c as projectedQudits, l as tensorProduct, o as joinedQudits, t as entropiesOfStabilisers } from "./stabiliser-entropy-v8hve9qF.js";
import { t as ghz } from "./ghz-DY6ZdDVQ.js";
import { t as groundState } from "./ground-state-CUIIs7OI.js";
import { t as haarRandom } from "./haar-random-CCs1OKZq.js";
import { r as transverseFieldIsing } from "./hamiltonian-Bi_21A81.js";
import { o as ring$1 } from "./lattice-MaWPiOKk.js";
// src/systems/random-network/domain-wall.ts
/**
* The domain wall between the long cycle at a region and the identity elsewhere, in the sum over permutations of a random
* tensor network. For large bond dimensions it lies on the minimal cuts, equally on all of them; at finite ones it
* fluctuates. The excess over the background is the response of the entropy:
*
*     wall − background = ∂S_n/∂ln D.
*
* @param region - numbers of sites: boundary, then references
* @throws {DomainError} see `permutationSum`; a site that does not exist
*
* Cost about seven contractions: 500 tensors in a chain in 0.1 s, a grid of 16 × 16 in 6 s.
*
* @see Hayden, Nezami, Qi, Thomas, Walter & Yang, JHEP 11, 009 (2016), arXiv:1601.01694
*/
function domainWall(graph, region, options = {}) {
	const sum = permutationSum(graph, options);
	const copies = sum.group.degree - 1;
	const [above, below] = [permutationSumValue(sum, region), permutationSumValue(sum, [])];
	const [walls, background, depths] = [
		above.walls(),
		below.walls(),
		above.depths()
	];
	const { total, near, crossed } = maximalFlow(sum.graph, new Set(region.map((site) => sum.sites[site])));
	const [least, unattached] = [minima(sum, region), minima(sum, [])];
	const logNumber = least.logarithm - unattached.logarithm;
	return {
		entropy: (below.logarithm - above.logarithm) / copies,
		cut: {
			area: total,
			legs: graph.edges.filter((_, edge) => crossed[edge]).map(({ leg }) => leg),
			wedge: graph.nodes.filter((_, node) => near[node]).map(({ id }) => id)
		},
		minimalCuts: Number.isFinite(least.number) ? least.number / unattached.number : Math.exp(logNumber),
		limit: total - logNumber / copies,
		edges: graph.edges.map(({ leg }, edge) => ({
			leg,
			wall: walls[edge] / copies,
			background: background[edge] / copies
		})),
		tensors: graph.nodes.map(({ id }, k) => ({
			id,
			share: depths[k] / copies
		}))
	};
}
// src/systems/random-network/page-entropy.ts
/** @file The entanglement of a random pure state: what a single random tensor has. */
/**
* Page's formula: the mean von Neumann entropy of a subsystem of dimension a ≤ b in a pure state uniform in a ⊗ b,
*
*     E S = Σ_{k=b+1}^{ab} 1/k − (a − 1)/(2b)  ≈  ln a − a/(2b).
*
* @param region - dimension of the region
* @param rest - dimension of its complement
* @throws {DomainError} a dimension that is not a positive integer
*
* To 1e-14 relative to ln(ab), for dimensions up to 1e150.
*
* @see Page, Phys. Rev. Lett. 71, 1291 (1993); Foong & Kanno, Phys. Rev. Lett. 72, 1148 (1994)
*/
function pageEntropy(region, rest) {
	checkDimensions("pageEntropy", region, rest);
	const [a, b] = [Math.min(region, rest), Math.max(region, rest)];
	return a === 1 ? 0 : harmonic(a * b) - harmonic(b) - (a - 1) / (2 * b);
}
function checkDimensions(name, ...dimensions) {
	const wrong = dimensions.find((dimension) => !(Number.isInteger(dimension) && dimension >= 1));
	if (wrong !== void 0) throw new DomainError(`${name}: positive integers as dimensions required, got ${wrong}`);
}
/** 1 + ½ + … + 1/n, by the Euler–Maclaurin series above 20. */
function harmonic(n) {
	if (n <= 20) return Array.from({ length: n }, (_, k) => 1 / (k + 1)).reduce((sum, term) => sum + term, 0);
	const EULER = .5772156649015329;
	const square = 1 / (n * n);
	return Math.log(n) + EULER + 1 / (2 * n) - square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square / 240)));
}
// src/systems/random-network/random-bulk-state.ts
/**
* The graph with a pure random state in some of its open legs, which become bonds to one more random tensor. Seen from
* outside, a large random state in a disk of the bulk is a black hole: no minimal cut enters the disk once its legs can
* hold more than the bonds around it.
*
* @param legs - open legs outside of the boundary
* @param id - of the new node; it stands in the middle of the nodes that it joins
* @throws {DomainError} a leg that is not open or is boundary, none at all, or a node of that name
*
* @see Hayden, Nezami, Qi, Thomas, Walter & Yang, JHEP 11, 009 (2016), arXiv:1601.01694
*/
function withRandomBulkState(graph, legs, id = "bulk state") {
	const open = new Map(graph.edges.filter(({ to }) => to === null).map((edge) => [edge.leg, edge.from]));
	const lost = legs.find((leg) => !open.has(leg) || graph.boundary.includes(leg));
	if (lost !== void 0 || legs.length === 0) throw new DomainError(`withRandomBulkState: open legs outside of the boundary required, got '${lost ?? ""}'`);
	if (graph.nodes.some((node) => node.id === id)) throw new DomainError(`withRandomBulkState: a name that no node has required, got '${id}'`);
	const joined = graph.nodes.filter((node) => legs.some((leg) => open.get(leg) === node.id));
	const mean = (of) => joined.reduce((sum, node) => sum + of(node), 0) / joined.length;
	return {
		...graph,
		nodes: [...graph.nodes, {
			id,
			site: mean(({ site }) => site),
			depth: mean(({ depth }) => depth)
		}],
		edges: graph.edges.map((edge) => legs.includes(edge.leg) ? {
			...edge,
			to: id
		} : edge)
	};
}
// src/systems/random-network/weighted-mean.ts
/**
* The mean Σ w·x/Σ w and its standard error √Σ w²(x − mean)²/Σ w, the ratio's error to first order; NaN without weight.
*
* @param weights - ≥ 0, one for each value; default all alike
*/
function weightedMean(values, weights) {
	const weight = (k) => weights?.[k] ?? 1;
	const total = values.reduce((sum, _, k) => sum + weight(k), 0);
	const mean = values.reduce((sum, value, k) => sum + (weight(k) === 0 ? 0 : weight(k) * value), 0) / total;
	const spread = values.reduce((sum, value, k) => sum + (weight(k) === 0 ? 0 : (weight(k) * (value - mean)) ** 2), 0);
	return {
		mean,
		error: Math.sqrt(spread) / total
	};
}
// src/systems/random-network/sampled-entropies.ts
/** @file Entropies of random tensor networks that are drawn one by one, with dense tensors. */
const MOST_AMPLITUDES = 2 ** 20;
/**
* Entropies of regions of networks of Gaussian random tensors.
*
* @param regions - numbers of sites: boundary, then references
* @throws {DomainError} a dimension that is no integer; more than 2²⁰ amplitudes, environment included; fewer than two
*   samples
*
* Cost of one sample: that of its state, and for each region that of the singular values of a matrix of its
* amplitudes. 2·10⁴ samples of 32 amplitudes in 4 s.
*/
function sampledEntropies(graph, regions, stream, { samples = 1e3, order = 2, ...options } = {}) {
	if (!(samples >= 2)) throw new DomainError(`sampledEntropies: at least two samples required, got ${samples}`);
	const network = networkOfGraph(graph, options);
	const dimensions = [...network.boundary, ...network.environment].map((leg) => network.dimensions[leg]);
	if (!(sizeOf(dimensions) <= MOST_AMPLITUDES)) throw new DomainError(`sampledEntropies: at most ${MOST_AMPLITUDES} amplitudes required, got ${sizeOf(dimensions)}`);
	const weights = [];
	const values = regions.map(() => ({
		vonNeumann: [],
		renyi: [],
		moment: []
	}));
	for (let k = 0; k < samples; k++) {
		const state = networkState(network, gaussianTensors(network, stream));
		const norm = normSquared(state);
		weights.push(norm ** order);
		regions.forEach((region, r) => {
			const spectrum = entanglementSpectrum(state, dimensions, region).map((p) => Math.max(0, p / norm));
			const { vonNeumann, renyi, moment } = values[r];
			vonNeumann.push(distributionEntropy(spectrum));
			renyi.push(distributionEntropy(spectrum, { order }));
			moment.push(spectrum.reduce((sum, p) => sum + p ** order, 0));
		});
	}
	return regions.map((region, r) => ({
		region,
		vonNeumann: weightedMean(values[r].vonNeumann),
		renyi: weightedMean(values[r].renyi),
		moment: weightedMean(values[r].moment, weights)
	}));
}
// src/systems/random-network/sampled-stabilisers.ts
/**
* Entropies of regions of networks of uniformly random stabiliser tensors. These are a 2-design, for qubits a 3-design:
* their moments of that order are those of Haar random tensors, exactly.
*
* @param regions - numbers of sites: boundary, then references
* @throws {DomainError} a dimension that is no power of p, an order above that of the design, an input that is not pure,
*   or no sample
*
* Cost of a sample that of joining all bonds: 21 tensors of {5,4} with legs of two qubits 1 ms, 61
* tensors with legs of three (915 qubits) 20 ms.
*
* @see Hayden, Nezami, Qi, Thomas, Walter & Yang, JHEP 11, 009 (2016), arXiv:1601.01694
*/
function sampledStabilisers(graph, regions, stream, { samples = 1e3, ...options } = {}) {
	const { order = 2, prime = 2 } = options;
	if (!(samples >= 1)) throw new DomainError(`sampledStabilisers: at least one sample required, got ${samples}`);
	if (!(order === 2 || order === 3 && prime === 2)) throw new DomainError(`sampledStabilisers: order 2, or 3 for qubits, required, got ${order}`);
	const layout = layoutOf(graph, {
		...options,
		prime
	});
	const logWeights = [];
	const entropies = regions.map(() => []);
	for (let k = 0; k < samples; k++) {
		const drawn = drawnNetwork(layout, prime, stream);
		logWeights.push(drawn === null ? -Infinity : order * drawn.logNormSquared);
		if (drawn === null) continue;
		const { entropy } = entropiesOfStabilisers(drawn.group, { sites: layout.sites });
		regions.forEach((region, r) => {
			entropies[r].push(entropy(region));
		});
	}
	const greatest = Math.max(...logWeights);
	const weights = logWeights.filter(Number.isFinite).map((weight) => Math.exp(weight - greatest));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	return {
		regions: regions.map((region, r) => {
			const moments = entropies[r].map((entropy) => Math.exp((1 - order) * entropy));
			return {
				region,
				entropy: weightedMean(entropies[r]),
				moment: weightedMean(moments, weights),
				plainMoment: weightedMean(moments)
			};
		}),
		vanished: samples - weights.length,
		effective: weights.length === 0 ? 0 : total ** 2 / weights.reduce((sum, weight) => sum + weight ** 2, 0)
	};
}
function layoutOf(graph, { prime, references = [], inputs = {} }) {
	const mixed = Object.keys(inputs).find((leg) => Math.max(...inputs[leg]) !== 1);
	if (mixed !== void 0) throw new DomainError(`sampledStabilisers: pure inputs required, got another at '${mixed}'`);
	const ends = /* @__PURE__ */ new Map();
	let qudits = 0;
	const counts = graph.nodes.map(({ id }) => {
		const first = qudits;
		for (const { leg, from, to, capacity } of graph.edges) {
			if (from === id === (to === id)) continue;
			const own = Array.from({ length: digitsOf(leg, capacity, prime) }, () => qudits++);
			ends.set(leg, [...ends.get(leg) ?? [], own]);
		}
		return qudits - first;
	});
	const pairs = [...ends.values()].flatMap(([a, b]) => b === void 0 ? [] : a.map((q, k) => [q, b[k]]));
	const joined = new Set(pairs.flat());
	const open = [...Array(qudits).keys()].filter((q) => !joined.has(q));
	const fixed = Object.keys(inputs).flatMap((leg) => ends.get(leg)?.[0] ?? []);
	const kept = open.filter((q) => !fixed.includes(q));
	return {
		counts,
		pairs,
		projected: Object.fromEntries(fixed.map((q) => [open.indexOf(q), 0])),
		sites: [...graph.boundary, ...references].map((leg) => ends.get(leg)[0].map((q) => kept.indexOf(q)))
	};
}
/** log_p of a dimension. */
function digitsOf(leg, capacity, prime) {
	const digits = Math.round(capacity / Math.log(prime));
	if (!(Math.abs(digits * Math.log(prime) - capacity) < 1e-6)) throw new DomainError(`sampledStabilisers: a power of ${prime} as dimension of '${leg}' required, got ${Math.exp(capacity)}`);
	return digits;
}
function drawnNetwork({ counts, pairs, projected }, prime, stream) {
	const tensors = counts.filter((count) => count > 0).map((count) => randomStabiliserState(stream, prime, count));
	const joined = joinedQudits(tensorProduct(tensors), pairs);
	if (joined === null || Object.keys(projected).length === 0) return joined;
	const rest = projectedQudits(joined.group, projected);
	return rest === null ? null : {
		...rest,
		logNormSquared: rest.logNormSquared + joined.logNormSquared
	};
}
// src/systems/random-network/two-intervals.ts
/** @file When do two intervals of the boundary see the bulk between them? A transition of the minimal cut. */
/** Areas are sums of logarithms. */
const ROUNDING = 1e-9;
/**
* Mutual information of pairs of intervals, of annealed entropies and of minimal cuts. Ends of intervals lie midway
* between sites, which are spaced evenly on a circle, and
*
*     crossRatio = sin(α/2) sin(β/2)/(sin((α + γ)/2) sin((β + γ)/2))
*
* with the angles α, β of the intervals and γ of the gap behind the first. In three-dimensional anti-de Sitter space the
* wedges join at ½. With infinite bond dimension the information jumps in slope there; at a finite one it is smooth.
*
* @param pairs - intervals that do not overlap; sites are counted modulo the boundary
* @throws {DomainError} intervals that overlap or are empty; see `permutationSum`
*
* Cost of a pair: three contractions and three cuts.
*
* @see Headrick, Phys. Rev. D 82, 126010 (2010), arXiv:1006.0047
*/
function twoIntervals(graph, pairs, options = {}) {
	const sites = graph.boundary.length;
	const { entropy } = annealedEntropies(graph, options);
	const area = (region) => minimalCut(graph, region).area;
	return pairs.map(([first, second]) => {
		const region = (interval) => sitesOf(interval).map((site) => site % sites);
		const [a, b] = [region(first), region(second)];
		if (a.length === 0 || b.length === 0 || (/* @__PURE__ */ new Set([...a, ...b])).size < a.length + b.length) throw new DomainError(`twoIntervals: intervals that do not overlap required, got sites [${a}] and [${b}] of ${sites}`);
		const shared = (of) => of(a) + of(b) - of([...a, ...b]);
		const cutInformation = shared(area);
		return {
			first,
			second,
			crossRatio: crossRatioOf(first, second, sites),
			information: shared(entropy),
			cutInformation,
			joined: cutInformation > ROUNDING
		};
	});
}
function crossRatioOf(first, second, sites) {
	const chord = (length) => Math.sin(Math.PI * length / sites);
	const gap = ((second.start - first.start - first.length) % sites + sites) % sites;
	return chord(first.length) * chord(second.length) / (chord(first.length + gap) * chord(second.length + gap));
}
// train/studies/random-network/bulk.ts
const RATIOS = [
	0,
	.25,
	.5,
	.75,
	1,
	1.25,
	1.5,
	2,
	2.5,
	3,
	3.5,
	4,
	5,
	6
];
function measuredBulk(tiles, { digits }) {
	const unit = digits * Math.LN2;
	const last = tiles.tiles.at(-1).layer;
	const inside = tiles.tiles.flatMap(({ layer }, k) => layer < Math.max(1, last - 1) ? [k] : []);
	const within = new Set(inside.map((k) => `tile ${k}`));
	const graphAt = (ratio, everywhere = false) => {
		const graph = tilingGraph(tiles, {
			bond: 2 ** digits,
			bulk: 1
		});
		const edges = graph.edges.map((edge) => edge.leg.startsWith("bulk") ? {
			...edge,
			capacity: everywhere || within.has(edge.from) ? ratio * unit : 0
		} : edge);
		return {
			...graph,
			edges
		};
	};
	const pureAt = (ratio) => withRandomBulkState(graphAt(ratio), inside.map((k) => `bulk ${k}`));
	const empty = graphAt(0);
	const all = empty.boundary.map((_, site) => site);
	const horizon = RATIOS.map((ratio) => {
		const { entropy, cut, tensors } = domainWall(graphAt(ratio), all);
		const shares = tensors.filter(({ id }) => within.has(id)).map(({ share }) => share);
		const share = shares.reduce((sum, own) => sum + own, 0) / shares.length;
		return {
			ratio,
			entropy: entropy / unit,
			cut: cut.area / unit,
			share
		};
	});
	return {
		bond: 2 ** digits,
		disk: [...within],
		around: empty.edges.filter(({ from, to }) => to !== null && within.has(from) !== within.has(to)).length,
		horizon,
		...intervalsThrough(empty, pureAt(6), graphAt(6), unit),
		wall: wallOf(pureAt(6)),
		directions: directionsOf(graphAt, unit)
	};
}
/** Entropies of intervals without matter, with a pure and with a mixed black hole. */
function intervalsThrough(empty, black, mixed, unit) {
	const sites = empty.boundary.length;
	const step = Math.max(1, Math.floor(sites / 36));
	const lengths = Array.from({ length: Math.floor(sites / step) - 1 }, (_, k) => (k + 1) * step);
	const tables = [
		empty,
		black,
		mixed
	].map((graph) => annealedEntropies(graph));
	const all = [...Array(sites).keys()];
	return {
		intervals: lengths.map((length) => {
			const [a, b, c] = tables.map(({ entropy }) => entropy(all.slice(0, length)) / unit);
			return {
				length,
				empty: a,
				pure: b,
				mixed: c
			};
		}),
		asymmetry: Math.max(...lengths.map((length) => {
			const { entropy } = tables[1];
			return Math.abs(entropy(all.slice(0, length)) - entropy(all.slice(length)));
		}))
	};
}
function wallOf(graph) {
	const region = graph.boundary.map((_, site) => site).slice(0, Math.floor(graph.boundary.length / 2));
	const { edges } = domainWall(graph, region);
	return {
		region,
		weights: Object.fromEntries(edges.map(({ leg, wall, background }) => [leg, Math.max(0, wall - background)]))
	};
}
function directionsOf(graphAt, unit) {
	return RATIOS.map((ratio) => {
		const graph = graphAt(ratio, true);
		const legs = graph.edges.filter(({ leg }) => leg.startsWith("bulk")).map(({ leg }) => leg);
		const sites = graph.boundary.map((_, site) => site);
		const entropy = annealedEntropies(graph, { references: legs }).entropy(sites) / unit;
		return {
			ratio,
			outwards: legs.length * ratio - entropy,
			inwards: sites.length - entropy
		};
	});
}
function bulkSection(tiles, { bond, disk, around, horizon, intervals, wall }) {
	return {
		heading: "Matter in the bulk",
		label: "analogy",
		text: `Each of ${disk.length} tiles in the middle has a bulk leg of dimension d. In a maximally mixed state they make the whole boundary mixed, with the entropy of the bulk until d is so large that the wall leaves the disk to the environment and runs along the ${around} bonds around it: a horizon, whose area is then the entropy. A random pure state in the same legs looks alike to any region less than half, but leaves the boundary pure.`,
		exhibits: [
			{
				kind: "chart",
				caption: `Entropy of the whole boundary. Maximally mixed disk, D = ${bond}.`,
				x: {
					label: "ln d/ln D",
					kind: "linear"
				},
				y: {
					label: "S₂/ln D",
					kind: "linear",
					include: [0, 1.3 * around]
				},
				series: [{
					name: "minimal cut",
					mark: "dash",
					points: horizon.map(({ ratio, cut }) => [ratio, cut])
				}, {
					name: "annealed",
					mark: "line-and-points",
					points: horizon.map(({ ratio, entropy }) => [ratio, entropy])
				}],
				levels: [{
					y: around,
					name: "bonds around the disk"
				}]
			},
			{
				kind: "chart",
				caption: "Entropy of an interval. Bulk empty, with a random pure state, and maximally mixed, ln d = 6 ln D.",
				x: {
					label: "legs in the interval",
					kind: "linear"
				},
				y: {
					label: "S₂/ln D",
					kind: "linear",
					include: [0]
				},
				series: [
					"empty",
					"pure",
					"mixed"
				].map((name) => ({
					name: name === "pure" ? "random pure state" : name === "mixed" ? "maximally mixed" : "empty",
					mark: name === "mixed" ? "dash" : "line",
					points: intervals.map((row) => [row.length, row[name]])
				}))
			},
			tilingDisk(tiles, {
				caption: "The wall of half the boundary does not enter the disk. Random pure state, ln d = 6 ln D.",
				regions: [{
					name: "region",
					sites: wall.region
				}],
				wedges: [{
					name: "tiles with bulk legs",
					nodes: disk
				}],
				wall: {
					name: "domain wall",
					weights: wall.weights
				}
			})
		]
	};
}
function directionSection({ bond, directions }) {
	return {
		heading: "Codes in both directions",
		text: "With a bulk leg of dimension d in every tile the network is a map from the bulk to the boundary, and one from the boundary to the bulk. What a direction lacks to an isometry is the entropy that its input does not have: Σ ln d − S₂ of the bulk legs, or that of the boundary legs. Where one vanishes the other does not: both cannot, unless both sides have the same dimension and no bond stands between.",
		exhibits: [{
			kind: "chart",
			caption: `What is missing to an isometry. D = ${bond}.`,
			x: {
				label: "ln d/ln D",
				kind: "linear"
			},
			y: {
				label: "missing entropy/ln D",
				kind: "linear",
				include: [0]
			},
			series: [{
				name: "bulk to boundary",
				mark: "line-and-points",
				points: directions.map(({ ratio, outwards }) => [ratio, outwards])
			}, {
				name: "boundary to bulk",
				mark: "line-and-points",
				points: directions.map(({ ratio, inwards }) => [ratio, inwards])
			}]
		}]
	};
}
function bulkChecks({ horizon, asymmetry, directions }) {
	return [
		atMost("maximally mixed bulk: S₂ of the boundary less the minimal cut, greatest", "theorem", Math.max(...horizon.map(({ entropy, cut }) => entropy - cut)), 0, 1e-9),
		equals("random pure state: S₂ of intervals less that of complements", "theorem", asymmetry, 0, 1e-8),
		equals("no bulk legs: the boundary is pure", "theorem", horizon[0].entropy, 0, 1e-10),
		atMost("missing entropy is not negative", "theorem", -Math.min(...directions.flatMap(({ outwards, inwards }) => [outwards, inwards])), 0, 1e-9)
	];
}
// train/studies/random-network/moments.ts
/** A graph from bonds [from, to, dimension] and legs [tensor, dimension]. */
function graphOf(bonds, legs) {
	const tensors = 1 + Math.max(...legs.map(([a]) => a));
	const outer = legs.map(([a, d], k) => ({
		leg: `s${k}`,
		from: `n${a}`,
		to: null,
		capacity: Math.log(d)
	}));
	return {
		nodes: Array.from({ length: tensors }, (_, k) => ({
			id: `n${k}`,
			site: k,
			depth: 1
		})),
		edges: [...bonds.map(([a, b, D], k) => ({
			leg: `b${k}`,
			from: `n${a}`,
			to: `n${b}`,
			capacity: Math.log(D)
		})), ...outer],
		boundary: outer.map(({ leg }) => leg)
	};
}
const page = [4, 8];
const single = graphOf([], [[0, page[0]], [0, page[1]]]);
const triangle = graphOf([
	[
		0,
		1,
		4
	],
	[
		1,
		2,
		2
	],
	[
		0,
		2,
		2
	]
], [
	[0, 4],
	[1, 4],
	[2, 2]
]);
const pair = graphOf([[
	0,
	1,
	3
]], [[0, 3], [1, 4]]);
function measuredMoments(samples, stream) {
	const rowOf = (name, graph, order, known, qubits) => {
		const exact = Math.exp((1 - order) * annealedEntropies(graph, { order }).entropy([0]));
		const [gaussian] = sampledEntropies(graph, [[0]], stream, {
			samples,
			order
		});
		const stabiliser = qubits ? sampledStabilisers(graph, [[0]], stream, {
			samples,
			order
		}).regions[0].moment : null;
		return {
			name,
			order,
			exact,
			known,
			gaussian: gaussian.moment,
			stabiliser
		};
	};
	const [a, b] = page;
	const third = (a * a + 3 * a * b + b * b + 1) / ((a * b + 1) * (a * b + 2));
	const stabilisers = sampledStabilisers(triangle, [[0]], stream, { samples });
	return {
		rows: [
			rowOf("triangle, bonds 4, 2, 2, legs 4, 4, 2", triangle, 2, 19 / 36, true),
			rowOf("two tensors, bond 3, legs 3 | 4", pair, 3, .636914, false),
			rowOf(`one tensor, ${a} | ${b}`, single, 2, (a + b) / (a * b + 1), true),
			rowOf(`one tensor, ${a} | ${b}`, single, 3, third, true)
		],
		page: {
			exact: pageEntropy(a, b),
			sampled: sampledEntropies(single, [[0]], stream, { samples })[0].vonNeumann
		},
		plain: stabilisers.regions[0].plainMoment,
		vanished: stabilisers.vanished / samples
	};
}
/** Distance from a value in standard errors. */
const deviation = ({ mean, error }, value) => error === 0 ? 0 : Math.abs(mean - value) / error;
function momentSection({ rows, page: { exact, sampled }, plain, vanished }) {
	return {
		heading: "Moments",
		text: `The mean of n copies of a random tensor and its conjugate is the sum of the permutations of the copies, so every tensor becomes a spin in S_{n}, and every bond a weight. The sum is contracted exactly. Samples are weighted by (Tr ρ)ⁿ. Of triangles of uniformly random stabiliser states ${(100 * vanished).toFixed(1)} % vanish; without weights their mean purity is ${plain.mean.toFixed(4)} ± ${plain.error.toFixed(4)}, which is another number. Page’s entropy of 4 | 8 is ${exact.toFixed(5)}, sampled ${sampled.mean.toFixed(5)} ± ${sampled.error.toFixed(5)}.`,
		exhibits: [{
			kind: "table",
			caption: "E Tr ρⁿ/E (Tr ρ)ⁿ of the first leg. Exact, and from samples.",
			columns: [
				"network",
				"n",
				"sum over S_{n}",
				"Gaussian tensors",
				"±",
				"stabiliser states",
				"±"
			],
			rows: rows.map(({ name, order, exact: value, gaussian, stabiliser }) => [
				name,
				order,
				value,
				gaussian.mean,
				gaussian.error,
				stabiliser?.mean ?? null,
				stabiliser?.error ?? null
			])
		}]
	};
}
function momentChecks({ rows, page: { exact, sampled } }) {
	return [...rows.flatMap(({ name, order, exact: value, known, gaussian, stabiliser }) => {
		const title = `${name}, moment ${order}`;
		const byHand = order === 3 && !name.startsWith("one") ? 5e-7 : 1e-12;
		return [
			equals(title, byHand > 1e-9 ? "independent computation" : "closed form", value, known, byHand),
			equals(`${title}, Gaussian tensors, in standard errors`, "theorem", deviation(gaussian, value), 0, 4),
			...stabiliser === null ? [] : [equals(`${title}, stabiliser states, in standard errors`, "theorem", deviation(stabiliser, value), 0, 4)]
		];
	}), equals("one tensor: Page’s entropy, in standard errors", "closed form", deviation(sampled, exact), 0, 4)];
}
// train/studies/random-network/cuts.ts
const interval = (length) => [...Array(length).keys()];
function measuredCuts(tiles, { digits, samples, dense }, stream) {
	const graph = tilingGraph(tiles, { bond: 2 ** digits });
	const sites = tiles.boundary.length;
	const step = Math.max(1, Math.floor(sites / 24));
	const lengths = Array.from({ length: Math.floor(sites / step) - 1 }, (_, k) => (k + 1) * step);
	const short = [
		1,
		2,
		3,
		4
	];
	const { entropy } = annealedEntropies(graph);
	const sampled = sampledStabilisers(graph, [...lengths, ...short].map(interval), stream, { samples });
	const rows = lengths.map((length, k) => ({
		length,
		annealed: entropy(interval(length)),
		quenched: sampled.regions[k].entropy,
		cut: minimalCut(graph, interval(length)).area
	}));
	return {
		rows,
		moments: short.map((length, k) => ({
			length,
			annealed: Math.exp(-entropy(interval(length))),
			moment: sampled.regions[lengths.length + k].moment
		})),
		vanished: sampled.vanished,
		effective: sampled.effective,
		excess: Math.max(...rows.map(({ annealed, cut }) => annealed - cut)),
		asymmetry: Math.max(...lengths.map((length) => {
			const rest = Array.from({ length: sites - length }, (_, k) => length + k);
			return Math.abs(entropy(rest) - entropy(interval(length)));
		})),
		dense: [
			2,
			4,
			8
		].map((bond) => denseRow(ring(4, bond), bond, Math.max(50, Math.floor(dense / 10)), stream))
	};
}
/** A ring of tensors with a leg each. */
function ring(tensors, bond) {
	const all = [...Array(tensors).keys()];
	const capacity = Math.log(bond);
	return {
		nodes: all.map((k) => ({
			id: `n${k}`,
			site: k,
			depth: 1
		})),
		edges: [...all.map((k) => ({
			leg: `b${k}`,
			from: `n${k}`,
			to: `n${(k + 1) % tensors}`,
			capacity
		})), ...all.map((k) => ({
			leg: `s${k}`,
			from: `n${k}`,
			to: null,
			capacity
		}))],
		boundary: all.map((k) => `s${k}`)
	};
}
function denseRow(graph, bond, samples, stream) {
	const half = [0, 1];
	const [sampled] = sampledEntropies(graph, [half], stream, { samples });
	const annealed = annealedEntropies(graph).entropy(half);
	const { renyi, vonNeumann } = sampled;
	return {
		bond,
		annealed,
		renyi,
		vonNeumann,
		cut: minimalCut(graph, half).area
	};
}
function cutSection({ rows, dense, vanished, effective }, { digits, samples }) {
	return {
		heading: "Annealed, quenched, and the cut",
		text: `On the tiling with D = ${2 ** digits}: annealed S₂ = −ln(E Tr ρ_{A}²/E (Tr ρ)²), exact; quenched, the mean of S over ${samples} networks of stabiliser states, whose spectra are flat (${vanished} vanish; weighted by (Tr ρ)² they are worth ${effective.toFixed(0)}); and the minimal cut. On a ring of four Gaussian tensors the von Neumann entropy is sampled, too. As D grows annealed and mean Rényi entropy of Gaussian tensors meet, while the von Neumann entropy and the cut stay apart where minimal cuts are not unique: which of them is meant must be said.`,
		exhibits: [{
			kind: "chart",
			caption: "Entropy of an interval. Annealed, quenched, and minimal cut.",
			x: {
				label: "legs in the interval",
				kind: "linear"
			},
			y: {
				label: "entropy (nats)",
				kind: "linear",
				include: [0]
			},
			series: [
				{
					name: "minimal cut",
					mark: "dash",
					points: rows.map(({ length, cut }) => [length, cut])
				},
				{
					name: "quenched",
					mark: "points",
					points: rows.map(({ length, quenched }) => [length, quenched.mean])
				},
				{
					name: "annealed",
					mark: "line",
					points: rows.map(({ length, annealed }) => [length, annealed])
				}
			]
		}, {
			kind: "table",
			caption: "Half of a ring of four Gaussian tensors. Bonds and legs of dimension D.",
			columns: [
				"D",
				"annealed S₂",
				"mean S₂",
				"±",
				"mean S",
				"±",
				"cut"
			],
			rows: dense.map(({ bond, annealed, renyi, vonNeumann, cut }) => [
				bond,
				annealed,
				renyi.mean,
				renyi.error,
				vonNeumann.mean,
				vonNeumann.error,
				cut
			])
		}]
	};
}
function cutChecks({ moments, excess, asymmetry, dense }) {
	return [
		...moments.map(({ length, annealed, moment }) => equals(`stabiliser networks: weighted mean purity of ${length} leg${length === 1 ? "" : "s"} against the Ising sum, in standard errors`, "theorem", deviation(moment, annealed), 0, 4)),
		atMost("annealed S₂ − cut, greatest", "theorem", excess, 0, 1e-9),
		equals("annealed S₂ of an interval less that of its complement", "theorem", asymmetry, 0, 1e-9),
		atMost("mean S − cut on the ring, greatest", "theorem", Math.max(...dense.map(({ vonNeumann, cut }) => vonNeumann.mean - cut)), 0, 1e-9)
	];
}
// train/studies/random-network/fits.ts
/** @file Geometries that are fitted to the entropies of states. */
const SITES = 6;
/** A hub with six tensors around it that form a ring, with a qubit at each. */
function wheel(capacity) {
	const all = [...Array(SITES).keys()];
	return {
		nodes: [...all.map((k) => ({
			id: `n${k}`,
			site: k,
			depth: 1
		})), {
			id: "hub",
			site: 5 / 2,
			depth: 2
		}],
		edges: [
			...all.map((k) => ({
				leg: `ring ${k}`,
				from: `n${k}`,
				to: `n${(k + 1) % SITES}`,
				capacity: capacity(k)
			})),
			...all.map((k) => ({
				leg: `spoke ${k}`,
				from: `n${k}`,
				to: "hub",
				capacity: capacity(SITES + k)
			})),
			...all.map((k) => ({
				leg: `s${k}`,
				from: `n${k}`,
				to: null,
				capacity: 8 * Math.LN2
			}))
		],
		boundary: all.map((k) => `s${k}`)
	};
}
/** The regions up to complements. */
const REGIONS = Array.from({ length: 31 }, (_, k) => [...Array(SITES).keys()].filter((site) => k + 1 >> site & 1));
function measuredFits(seed, stream) {
	const capacities = Array.from({ length: 12 }, () => .2 + .8 * stream.uniform());
	const ofState = ({ amplitudes, dimensions }) => entropiesOfState(amplitudes, dimensions, { order: 2 });
	const ising = (field) => ofState(groundState(transverseFieldIsing(ring$1(SITES), { field }), seed));
	const states = [
		["planted geometry", annealedEntropies(wheel((k) => capacities[k]))],
		["critical Ising ring", ising(1)],
		["gapped Ising ring, g = 2", ising(2)],
		["GHZ", ofState(ghz(SITES))],
		["Haar random", ofState(haarRandom(SITES, seed))]
	];
	const fitted = (name, entropies) => {
		const table = REGIONS.map((region, k) => ({
			region,
			entropy: entropies[k]
		}));
		const start = wheel(() => .5);
		return rowOf(name, fittedGeometry(start, table, { maxSteps: 200 }).value);
	};
	const tables = states.map(([name, { entropy }]) => [name, REGIONS.map((region) => entropy(region))]);
	const keys = REGIONS.map(() => stream.uniform());
	const shuffled = [...keys.keys()].sort((a, b) => keys[a] - keys[b]).map((k) => tables[0][1][k]);
	const rows = [...tables, ["planted, shuffled", shuffled]].map(([name, list]) => fitted(name, list));
	return {
		rows,
		recovered: Math.max(...rows[0].capacities.map((own, k) => Math.abs(own - capacities[k])))
	};
}
function rowOf(name, { residual, greatest, rank, edges }) {
	const mean = (from) => edges.slice(from, from + SITES).reduce((sum, { capacity }) => sum + capacity, 0) / (SITES * Math.LN2);
	const capacities = edges.map(({ capacity }) => capacity);
	return {
		name,
		residual,
		greatest,
		rank,
		free: edges.length,
		around: mean(0),
		inwards: mean(SITES),
		capacities
	};
}
function fitSection({ rows }) {
	const names = [...Array.from({ length: SITES }, (_, k) => `${k}`), "hub"];
	const at = (k) => {
		const angle = 2 * Math.PI * k / SITES;
		return k === SITES ? [.5, .5] : [.5 + .45 * Math.sin(angle), .5 + .45 * Math.cos(angle)];
	};
	const ends = Array.from({ length: 12 }, (_, k) => [k % SITES, k < SITES ? (k + 1) % SITES : SITES]);
	return {
		heading: "Geometries fitted to entropies",
		label: "analogy",
		text: "The annealed entropies are smooth functions of all ln D, so a geometry can be fitted to a table of entropies: here S₂ of all regions of six sites, on a ring with a hub whose legs are wide. A planted geometry is found again; its entropies in random order are the control. What a state is worth as such a geometry is the residual.",
		exhibits: [{
			kind: "table",
			caption: "Fits to S₂ of all regions. Residuals in nats; mean capacities in bits.",
			columns: [
				"state",
				"residual",
				"greatest",
				"rank",
				"of",
				"ring bonds",
				"spokes"
			],
			rows: rows.map(({ name, residual, greatest, rank, free, around, inwards }) => [
				name,
				residual,
				greatest,
				rank,
				free,
				around,
				inwards
			])
		}, ...rows.slice(1, 4).map(({ name, capacities }) => ({
			kind: "graph",
			caption: `${name}: the fitted geometry.`,
			quantity: "ln D (nats)",
			nodes: names.map((node, k) => ({
				name: node,
				at: at(k)
			})),
			edges: ends.map(([from, to], k) => ({
				from,
				to,
				weight: capacities[k]
			}))
		}))]
	};
}
function fitChecks({ rows, recovered }) {
	return [atMost("planted geometry: greatest error of a recovered ln D", "independent computation", recovered, 0, .001), equals("planted geometry: residual", "theorem", rows[0].residual, 0, 1e-6)];
}
// train/studies/random-network/intervals.ts
const BONDS$1 = [
	4,
	64,
	2 ** 16
];
const ROTATIONS = 6;
function measuredIntervals(tiles, stream) {
	const graphOf = (bond) => tilingGraph(tiles, { bond });
	const swaps = swapsOf(graphOf(2), stream);
	const otherOf = (bond) => rewired(graphOf(bond), swaps);
	const [own, other] = [rowsOf(graphOf), rowsOf(otherOf)];
	const first = own.findIndex(({ joined }) => joined > .5);
	const lengths = lengthsOf(tiles.boundary.length);
	const pictureAt = (k, name) => lengths[k] === void 0 ? [] : [pictureOf(graphOf(4), lengths[k], name)];
	return {
		bonds: BONDS$1,
		tiling: own,
		rewired: other,
		joinsAt: own[first]?.crossRatio ?? 1,
		central: [centralNear(own, .3), centralNear(own, .7)],
		rewiredJoinsAt: other.find(({ joined }) => joined > .5)?.crossRatio ?? 1,
		limitErrors: [limitError(graphOf(2 ** 24)), limitError(otherOf(2 ** 24))],
		pictures: [...pictureAt(first - 2, "Before the wedges join."), ...pictureAt(first + 1, "After the wedges have joined.")]
	};
}
function centralNear(rows, crossRatio) {
	const distance = (row) => Math.abs(row.crossRatio - crossRatio);
	return rows.toSorted((a, b) => distance(a) - distance(b))[0].central.at(-1);
}
/** Lengths of both intervals. */
function lengthsOf(sites) {
	const half = Math.floor(sites / 2);
	const step = Math.max(1, Math.floor(half / 24));
	return Array.from({ length: Math.floor((half - 1) / step) }, (_, k) => (k + 1) * step);
}
const opposite = (sites, length, start) => [{
	start,
	length
}, {
	start: start + Math.floor(sites / 2),
	length
}];
function rowsOf(graphOf) {
	const graphs = BONDS$1.map(graphOf);
	const sites = graphs[0].boundary.length;
	const lengths = lengthsOf(sites);
	const starts = Array.from({ length: ROTATIONS }, (_, k) => Math.floor(k * sites / ROTATIONS));
	const pairs = lengths.flatMap((length) => starts.map((start) => opposite(sites, length, start)));
	const found = graphs.map((graph) => twoIntervals(graph, pairs));
	const central = graphs.map((graph) => {
		const { entropy } = annealedEntropies(withCentralQubit(graph), { references: [QUBIT] });
		return pairs.map((pair) => {
			const region = pair.flatMap((interval) => sitesOf(interval).map((site) => site % sites));
			return (entropy(region) + entropy([sites]) - entropy([...region, sites])) / (2 * entropy([sites]));
		});
	});
	const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
	return lengths.map((_, k) => {
		const rows = found.map((list) => list.slice(k * ROTATIONS, (k + 1) * ROTATIONS));
		return {
			crossRatio: rows[0][0].crossRatio,
			information: rows.map((list, b) => mean(list.map(({ information }) => information)) / Math.log(BONDS$1[b])),
			cut: mean(rows[0].map(({ cutInformation }) => cutInformation)) / Math.log(BONDS$1[0]),
			joined: mean(rows[0].map(({ joined }) => joined ? 1 : 0)),
			central: central.map((shares) => mean(shares.slice(k * ROTATIONS, (k + 1) * ROTATIONS)))
		};
	});
}
const QUBIT = "central qubit";
/** A logical qubit in the central tile. */
const withCentralQubit = (graph) => ({
	...graph,
	edges: [...graph.edges, {
		leg: QUBIT,
		from: graph.nodes[0].id,
		to: null,
		capacity: Math.LN2
	}]
});
/** Pairs of bonds that exchange an end. */
function swapsOf({ edges }, stream) {
	const bonds = edges.flatMap(({ to }, k) => to === null ? [] : [k]);
	const chosen = () => bonds[stream.integer(bonds.length)];
	return Array.from({ length: 10 * bonds.length }, () => [chosen(), chosen()]);
}
/** The same tensors with the same number of bonds and legs each, but with bonds that know no neighbourhood. */
function rewired(graph, swaps) {
	const ends = graph.edges.map(({ from, to }) => [from, to]);
	for (const [a, b] of swaps) {
		const [x, y] = [ends[a], ends[b]];
		if ((/* @__PURE__ */ new Set([...x, ...y])).size < 4) continue;
		[x[1], y[1]] = [y[1], x[1]];
	}
	return {
		...graph,
		edges: graph.edges.map((edge, k) => ({
			...edge,
			from: ends[k][0],
			to: ends[k][1]
		}))
	};
}
function limitError(graph) {
	const sites = graph.boundary.length;
	const lengths = [
		1,
		2,
		3,
		4,
		5
	].map((k) => Math.max(1, Math.floor(k * sites / 10)));
	return Math.max(...lengths.map((length) => {
		const { entropy, limit } = domainWall(graph, [...Array(length).keys()]);
		return Math.abs(entropy - limit);
	}));
}
function pictureOf(graph, length, name) {
	const sites = graph.boundary.length;
	const [a, b] = opposite(sites, length, 0).map(({ start }) => Array.from({ length }, (_, k) => (start + k) % sites));
	const wedge = (region) => minimalCuts(graph, region).nearest.wedge;
	return {
		name,
		sites: [a, b],
		together: wedge([...a, ...b]),
		apart: [...wedge(a), ...wedge(b)]
	};
}
function intervalSection(tiles, { bonds, tiling, rewired: other, pictures, joinsAt, rewiredJoinsAt }) {
	const points = (rows, value) => rows.map((row) => [row.crossRatio, value(row)]);
	return {
		heading: "Two intervals",
		text: `Two intervals of equal length face each other. While they are short the wedge of both is that of each; then the cuts reconnect, and the wedge of both holds the bulk between them: on this tiling at cross-ratio ${joinsAt.toFixed(2)}; by the Ryu–Takayanagi formula on the smooth hyperbolic plane it is ½. Finite bonds make the transition smooth. On the rewired graph, which has the same tensors but no neighbourhoods, it is at ${rewiredJoinsAt.toFixed(2)}.`,
		exhibits: [
			...pictures.map(({ name, sites, together, apart }) => tilingDisk(tiles, {
				caption: `${name} Wedges of the intervals.`,
				regions: [{
					name: "first interval",
					sites: sites[0]
				}, {
					name: "second interval",
					sites: sites[1]
				}],
				wedges: [{
					name: "wedge of both together",
					nodes: together
				}, {
					name: "wedges of each",
					nodes: apart
				}]
			})),
			{
				kind: "chart",
				caption: "Mutual information of opposite intervals. In units of ln D; mean over rotations.",
				x: {
					label: "cross-ratio",
					kind: "linear",
					include: [0, 1]
				},
				y: {
					label: "I₂/ln D",
					kind: "linear",
					include: [0]
				},
				series: [{
					name: "minimal cuts",
					mark: "dash",
					points: points(tiling, ({ cut }) => cut)
				}, ...bonds.map((bond, b) => ({
					name: `D = ${bond}`,
					mark: "line",
					points: points(tiling, ({ information }) => information[b])
				}))]
			},
			{
				kind: "chart",
				caption: "The same tensors with rewired bonds. Minimal cuts.",
				x: {
					label: "cross-ratio",
					kind: "linear",
					include: [0, 1]
				},
				y: {
					label: "I/ln D",
					kind: "linear",
					include: [0]
				},
				series: [{
					name: "tiling",
					mark: "dash",
					points: points(tiling, ({ cut }) => cut)
				}, {
					name: "rewired",
					mark: "line-and-points",
					points: points(other, ({ cut }) => cut)
				}]
			},
			{
				kind: "chart",
				caption: "What two intervals know of a qubit in the central tile. 1: it is recovered from them alone.",
				x: {
					label: "cross-ratio",
					kind: "linear",
					include: [0, 1]
				},
				y: {
					label: "I₂/2S₂ of the qubit",
					kind: "linear",
					include: [0, 1]
				},
				series: bonds.map((bond, b) => ({
					name: `D = ${bond}`,
					mark: "line-and-points",
					points: points(tiling, ({ central }) => central[b])
				}))
			}
		]
	};
}
function intervalChecks({ limitErrors: [own, other] }) {
	return [equals("tiling, D = 2²⁴: S₂ less cut − ln #, greatest over intervals", "theorem", own, 0, 1e-4), equals("rewired graph, D = 2²⁴: S₂ less cut − ln #, greatest over intervals", "theorem", other, 0, 1e-4)];
}
// train/studies/random-network/walls.ts
const BONDS = [
	2,
	3,
	4,
	8,
	16,
	64,
	256,
	4096,
	2 ** 24
];
const PICTURED = [
	2,
	4,
	64
];
function measuredWalls(tiles) {
	const sites = tiles.boundary.length;
	const region = Array.from({ length: Math.floor(sites / 2) }, (_, k) => (k + 3) % sites);
	const rows = BONDS.map((bond) => ({
		bond,
		wall: domainWall(tilingGraph(tiles, { bond }), region)
	}));
	const graph = tilingGraph(tiles, { bond: 3 });
	return {
		region,
		rows,
		counted: minimalCuts(graph, region).count,
		gradientError: gradientError(graph, region)
	};
}
function gradientError(graph, region) {
	const { gradient } = annealedResponse(graph, region);
	const step = 1e-4;
	const entropyAt = (edge, change) => {
		const edges = graph.edges.map((own, k) => k === edge ? {
			...own,
			capacity: own.capacity + change
		} : own);
		return annealedEntropies({
			...graph,
			edges
		}).entropy(region);
	};
	const order = [...gradient.keys()].sort((a, b) => gradient[b] - gradient[a]).slice(0, 5);
	return Math.max(...order.map((edge) => Math.abs((entropyAt(edge, step) - entropyAt(edge, -1e-4)) / (2 * step) - gradient[edge])));
}
function wallSection(tiles, { region, rows }) {
	const last = rows.at(-1).wall;
	return {
		heading: "The domain wall at finite bond dimension",
		text: `With n = 2 the sum is an Ising model with fields up on the region and down elsewhere. Its domain wall is the minimal cut broadened by fluctuations: its excess over the fluctuations without a region is ∂S₂/∂ln D of each bond. This region has ${last.minimalCuts} minimal cut${last.minimalCuts === 1 ? "" : "s"} of ${last.cut.legs.length} bonds. As D grows, S₂ tends to the cut less ln of their number.`,
		exhibits: [...rows.filter(({ bond }) => PICTURED.includes(bond)).map(({ bond, wall: { edges } }) => tilingDisk(tiles, {
			caption: `Domain wall at D = ${bond}. Width: probability of a wall beyond the background.`,
			regions: [{
				name: "region",
				sites: region
			}],
			wall: {
				name: "domain wall",
				weights: Object.fromEntries(edges.map(({ leg, wall, background }) => [leg, Math.max(0, wall - background)]))
			}
		})), {
			kind: "chart",
			caption: "What the cut overestimates. The level is ln of the number of minimal cuts.",
			x: {
				label: "bond dimension D",
				kind: "log"
			},
			y: {
				label: "cut − S₂ (nats)",
				kind: "linear",
				include: [0]
			},
			series: [{
				name: "cut − S₂",
				mark: "line-and-points",
				points: rows.map(({ bond, wall: { cut, entropy } }) => [bond, cut.area - entropy])
			}],
			levels: [{
				y: last.cut.area - last.limit,
				name: "ln #"
			}]
		}]
	};
}
function wallChecks({ rows, counted, gradientError: error }) {
	const { wall } = rows.at(-1);
	return [
		equals("D = 2²⁴: S₂ = cut − ln(number of minimal cuts)", "theorem", wall.entropy, wall.limit, 1e-4),
		...counted === null ? [] : [equals("number of minimal cuts, by down-sets", "independent computation", wall.minimalCuts, counted, 0)],
		equals("∂S₂/∂ln D less the difference quotient", "independent computation", error, 0, 1e-6)
	];
}
// train/studies/random-network/findings.ts
function findings(measured) {
	const { tiles, options, moments, walls, cuts, intervals, bulk, fits } = measured;
	const { p, q, digits } = options;
	const half = cuts.rows[Math.floor(cuts.rows.length / 2)];
	return {
		title: "Random tensor networks at finite bond dimension",
		question: `How near to the minimal cut are the entropies of random tensors on the tiling {${p},${q}} with ${tiles.tiles.length} tiles and ${tiles.boundary.length} legs, and what of it is due to the geometry? (I, II.B)`,
		answer: `With D = ${2 ** digits}, half of the boundary has annealed S₂ = ${half.annealed.toFixed(3)}, mean entropy ${half.quenched.mean.toFixed(3)} ± ${half.quenched.error.toFixed(3)}, and a minimal cut of ${half.cut.toFixed(3)}; the annealed one tends to the cut less ln of the number of minimal cuts as D grows. Wedges of two intervals join at cross-ratio ${intervals.joinsAt.toFixed(2)}. A graph with the same tensors but rewired bonds obeys the formula as exactly (${intervals.limitErrors[1].toExponential(0)} nats at D = 2²⁴), so that the formula alone is no evidence of a hyperbolic bulk: there the wedges join at ${intervals.rewiredJoinsAt.toFixed(2)}.`,
		sections: [
			momentSection(moments),
			wallSection(tiles, walls),
			cutSection(cuts, options),
			intervalSection(tiles, intervals),
			bulkSection(tiles, bulk),
			directionSection(bulk),
			fitSection(fits)
		],
		checks: [
			...momentChecks(moments),
			...wallChecks(walls),
			...cutChecks(cuts),
			...intervalChecks(intervals),
			...bulkChecks(bulk),
			...fitChecks(fits)
		],
		verdicts: verdictsOf(measured)
	};
}
function verdictsOf({ intervals, bulk, walls, fits }) {
	const [own, other] = intervals.limitErrors;
	const [first, last] = [walls.rows[0], walls.rows.at(-1)];
	const best = bulk.directions.map(({ ratio, outwards, inwards }) => ({
		ratio,
		sum: outwards + inwards
	})).reduce((least, row) => row.sum < least.sum ? row : least);
	const black = bulk.horizon.at(-1);
	const [, critical, , cat, , shuffled] = fits.rows;
	return [
		{
			statement: "random tensor networks are among the specially designed networks that support the Ryu–Takayanagi formula",
			source: "I",
			verdict: "holds in part",
			because: `they support it, up to ln of the number of minimal cuts: |S₂ − (cut − ln #)| ≤ ${own.toExponential(0)} at D = 2²⁴; at D = ${first.bond} the cut overestimates S₂ by ${(first.wall.cut.area - first.wall.entropy).toFixed(2)} of ${first.wall.cut.area.toFixed(2)} nats. They need no design: on a graph with rewired bonds it is ${other.toExponential(0)}`
		},
		{
			statement: "they are erasure codes: a region reconstructs its entanglement wedge",
			source: "I",
			verdict: "holds",
			because: `of a qubit in the central tile two intervals know ${intervals.central[0].toPrecision(2)} at cross-ratio 0.3, and ${intervals.central[1].toPrecision(3)} at 0.7 (annealed, D = 2¹⁶); most of their wedges join at ${intervals.joinsAt.toFixed(2)}`
		},
		{
			statement: "the random tensor network aims at a code in both directions, without loss along the radius",
			source: "II.B",
			verdict: "holds in part",
			because: `each direction is an isometry for some bulk legs, but not both: together at least ${best.sum.toFixed(1)} ln D is missing, at ln d = ${best.ratio} ln D`
		},
		{
			statement: "the geometry of a mixed state has a black hole in its middle",
			source: "III.A",
			verdict: "analogy",
			because: `for ln d = ${black.ratio} ln D the wall of the whole boundary encloses ${bulk.disk.length} tiles: share with the boundary ${black.share.toPrecision(2)}, S₂ = ${black.entropy.toFixed(2)} ln D against ${bulk.around} bonds around them`
		},
		{
			statement: "the minimal surface of a complex state is not bound by the boundary between regions",
			source: "III.A",
			verdict: "holds",
			because: `half of the boundary ends at two places, and has an area of ${last.wall.cut.legs.length} bonds through the bulk`
		},
		{
			statement: "a state determines a geometry by its entropies",
			source: "III.A",
			verdict: "holds in part",
			because: `fits leave ${critical.residual.toPrecision(2)} nats for the critical Ising ring, ${cat.residual.toPrecision(2)} for GHZ, ${shuffled.residual.toPrecision(2)} for shuffled entropies; the graph must be chosen first`
		}
	];
}
// train/studies/random-network/run.ts
/** @file How near are random tensor networks to the minimal cut at finite bond dimension, and what is due to geometry? */
/** Carries the study out, part by part. */
function* run(options, { seed, part }) {
	const { p, q, layers } = options;
	const stream = (name) => randomStream(seed, `random network ${name}`);
	const tiles = tiling(p, q, { layers });
	return findings({
		tiles,
		options,
		moments: yield* part("moments", .2, () => measuredMoments(options.dense, stream("moments"))),
		walls: yield* part("domain walls", .3, () => measuredWalls(tiles)),
		cuts: yield* part("annealed, quenched, cut", .6, () => measuredCuts(tiles, options, stream("cuts"))),
		intervals: yield* part("two intervals", .75, () => measuredIntervals(tiles, stream("rewired"))),
		bulk: yield* part("states in the bulk", .85, () => measuredBulk(tiles, options)),
		fits: yield* part("fitted geometries", 1, () => measuredFits(seed, stream("planted")))
	});
}
export { run };
