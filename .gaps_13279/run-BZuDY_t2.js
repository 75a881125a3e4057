import { t as pentagonCode } from "./pentagon-code-BRC4nh3p.js";
import { i as randomStream, n as atMost, t as atLeast, ut as DomainError } from "./study-record-DTuekta5.js";
import { n as tilingDisk } from "./minimal-cuts-iH3YbWFA.js";
import { i as regionRecoverability, n as causalWedge } from "./causal-cones-Cfg3A1At.js";
import { r as entropiesOfNetwork } from "./network-rules-D3mpnp7F.js";
import { n as complementOf } from "./reduced-density-matrix-Bg02QxO0.js";
import { t as greedyWedge } from "./greedy-wedge-BUpkRxOF.js";
import { t as ryuTakayanagi } from "./ryu-takayanagi-CrVcx2LK.js";
// train/studies/wedges/findings.ts
/** @file The findings of the study in words, tables and pictures. */
function findings(measured) {
	const { code, arcs, pairs, scattered } = measured;
	const regions = scattered.flat();
	const missed = regions.filter(({ greedy, exact }) => greedy.length < exact.length);
	const beyond = arcs.filter(({ causal, exact }) => causal.length < exact.length);
	const { separate, joint } = pairs.best;
	return {
		title: "Wedges of a code",
		question: "From which part of the boundary can an operator in the bulk be rebuilt: from its causal wedge, or from its entanglement wedge? (II.B)",
		answer: `On the pentagon code of ${code.entropies.references} tiles and ${code.entropies.boundary} sites the entanglement wedge is larger than the causal wedge for ${beyond.length} of ${arcs.length} arcs. The greedy rule finds all of it for every arc, and misses a tile or more for ${missed.length} of ${regions.length} regions of scattered sites. Two arcs together recover up to ${joint.length - separate.length} tiles that neither recovers alone: ${separate.length} apart, ${joint.length} together.`,
		sections: [
			arcSection(measured),
			pairSection(measured),
			scatteredSection(measured, missed),
			lawSection(measured)
		],
		checks: checksOf(measured),
		verdicts: verdictsOf(measured)
	};
}
function arcSection({ code, arcs }) {
	const gain = ({ causal, exact }) => exact.length - causal.length;
	const shown = arcs.filter(({ region }) => region.length <= code.entropies.boundary / 2).reduce((a, b) => gain(b) > gain(a) ? b : a);
	return {
		heading: "Arcs",
		text: "Each tile is the five-qubit code with one logical input. Read from the centre outwards it is an isometry, so the network has light cones: the causal wedge of an arc is what acts on nothing else. The exact wedge, from entropies alone, is larger: a tile is recovered from any three of its legs, not only from all outer ones.",
		exhibits: [tilingDisk(code.tiling, {
			caption: `An arc of ${shown.region.length} sites. Tiles in its entanglement wedge, among them those of its causal wedge, and the minimal cut.`,
			regions: [{
				name: "arc",
				sites: shown.region
			}],
			wedges: [{
				name: "entanglement wedge",
				nodes: shown.exact
			}, {
				name: "causal wedge",
				nodes: shown.causal
			}],
			cuts: [{
				name: "minimal cut",
				legs: cutAround(code, shown.exact, shown.region)
			}]
		}), shareChart(code, arcs, "Share of the tiles that an arc recovers. Mean over arcs of like length.")]
	};
}
function pairSection({ code, pairs }) {
	const { arcs, separate, joint } = pairs.best;
	return {
		heading: "Two arcs",
		text: "The wedge of two arcs is more than both wedges when the minimal cut of both together runs between them rather than around each: then tiles in the middle are recovered from both arcs, and from neither alone.",
		exhibits: [tilingDisk(code.tiling, {
			caption: "Two arcs, together and apart. Tiles recovered only together lie between the two wedges.",
			regions: arcs.map((sites, k) => ({
				name: `arc ${k + 1}`,
				sites
			})),
			wedges: [{
				name: `together: ${joint.length} tiles`,
				nodes: joint
			}, {
				name: `apart: ${separate.length} tiles`,
				nodes: separate
			}],
			cuts: [{
				name: "minimal cut of both",
				legs: cutAround(code, joint, arcs.flat())
			}]
		}), {
			kind: "table",
			caption: `Tiles apart and together. ${pairs.pairs} pairs of arcs of equal length; those that gain most.`,
			columns: [
				"apart",
				"together",
				"pairs of arcs"
			],
			rows: pairs.gaining.slice(0, 12).map((row) => [
				row.apart,
				row.together,
				row.pairs
			])
		}]
	};
}
function scatteredSection({ code, scattered }, missed) {
	const regions = scattered.flat();
	const miss = ({ greedy, exact }) => exact.length - greedy.length;
	const shown = missed.reduce((a, b) => miss(b) > miss(a) ? b : a, missed[0] ?? regions[0]);
	return {
		heading: "Scattered sites",
		text: "The greedy rule absorbs one tile at a time. Where the sites are scattered it can stop although tiles are recovered: several of them only together, each with fewer than three known legs.",
		exhibits: [tilingDisk(code.tiling, {
			caption: `${shown.region.length} scattered sites. What the greedy rule finds of the entanglement wedge.`,
			regions: [{
				name: "region",
				sites: shown.region
			}],
			wedges: [{
				name: "entanglement wedge",
				nodes: shown.exact
			}, {
				name: "greedy wedge",
				nodes: shown.greedy
			}]
		}), shareChart(code, regions, "Share of the tiles that scattered sites recover. Mean over regions of like size.")]
	};
}
function lawSection({ arcs, scattered, pairs }) {
	const sets = [["arcs", arcs], ["scattered", scattered.flat()]];
	const count = (regions, has) => regions.filter(has).length;
	return {
		heading: "Laws",
		text: "Inclusions and no-cloning are theorems, and checked below. That entropy equals area with the bulk term, that every tile is recovered from the region or from the rest, and that the exact wedge lies within a minimal cut, are not.",
		exhibits: [{
			kind: "table",
			caption: "How many regions do what. Tiles that neither side recovers are known to both in part.",
			columns: [
				"regions",
				"all",
				"causal < exact",
				"greedy < exact",
				"entropy < area",
				"a tile to neither",
				"exact beyond the cut"
			],
			rows: sets.map(([name, regions]) => [
				name,
				regions.length,
				count(regions, ({ causal, exact }) => causal.length < exact.length),
				count(regions, ({ greedy, exact }) => greedy.length < exact.length),
				count(regions, ({ deficit }) => deficit > 1e-9),
				count(regions, ({ lost }) => lost > 0),
				count(regions, ({ exact, farthest }) => !isWithin(exact, farthest))
			])
		}, {
			kind: "table",
			caption: "Pairs of arcs. Of equal length, one of both orders.",
			columns: ["pairs", "with a larger joint wedge"],
			rows: [[pairs.pairs, pairs.gaining.reduce((sum, row) => sum + row.pairs, 0)]]
		}]
	};
}
function checksOf({ arcs, pairs, scattered, difference }) {
	const all = [...arcs, ...scattered.flat()];
	const wrong = (has) => all.filter(has).length;
	const shrunk = scattered.filter(([less, more]) => !isWithin(less.exact, more.exact)).length;
	const { separate, joint } = pairs.best;
	return [
		atMost("regions whose causal wedge is not in the greedy wedge", "theorem", wrong(({ causal, greedy }) => !isWithin(causal, greedy)), 0),
		atMost("regions whose greedy wedge is not in the entanglement wedge", "theorem", wrong(({ greedy, exact }) => !isWithin(greedy, exact)), 0),
		atMost("regions that share a tile with the rest (no-cloning)", "theorem", wrong(({ cloned }) => cloned > 0), 0),
		atMost("regions that recover more than a larger one", "theorem", shrunk, 0),
		atMost("leakage of a whole exact wedge", "theorem", Math.max(...all.map(({ leaked }) => leaked)), 0, 1e-9),
		atMost("regions with more entropy than area", "theorem", wrong(({ deficit }) => deficit < -1e-9), 0),
		atMost("entropies by ranks and by contraction of isometries, difference", "independent computation", difference, 0, 1e-9),
		atLeast("tiles that two arcs recover only together", "independent computation", joint.length - separate.length, 1),
		atMost("arcs on which the greedy rule is not exact", "published value", arcs.filter(({ greedy, exact }) => greedy.length < exact.length).length, 0)
	];
}
function verdictsOf({ arcs, pairs, scattered }) {
	const beyond = arcs.filter(({ causal, exact }) => causal.length < exact.length).length;
	const { separate, joint } = pairs.best;
	const lost = scattered.flat().filter(({ lost: tiles }) => tiles > 0).length;
	return [
		{
			statement: "a tensor network with the property of an erasure code supports reconstruction in causal and entanglement wedges",
			source: "I",
			verdict: "holds",
			because: `the exact wedge holds the causal one for every region and is larger for ${beyond} of ${arcs.length} arcs; two arcs see ${joint.length} tiles together, ${separate.length} apart`
		},
		{
			statement: "finite speed of information alone gives the causal wedge; the entanglement wedge follows from redundancy",
			source: "II.B",
			verdict: "holds in part",
			because: `light cones give the causal wedge exactly; the tiles beyond it are recovered because any three legs of a perfect tensor suffice, a property of these tensors that is put in by hand`
		},
		{
			statement: "the wedge of a region is bounded by a minimal surface, and the rest has the other side",
			source: "I",
			verdict: "holds in part",
			because: `for arcs entropy equals area with the bulk term; of scattered regions ${lost} of ${2 * scattered.length} leave tiles that neither side recovers`
		}
	];
}
/** Legs between the tiles of a wedge, or the sites of a region, and everything else; logical inputs left out. */
function cutAround({ graph }, wedge, region) {
	const within = new Set(wedge);
	const sites = new Set(region.map((site) => graph.boundary[site]));
	const inputs = new Set(graph.references);
	return graph.edges.filter(({ leg, from, to }) => !inputs.has(leg) && within.has(from) !== (to === null ? sites.has(leg) : within.has(to))).map(({ leg }) => leg);
}
/** Means over twelve classes of size. */
function shareChart({ entropies }, regions, caption) {
	const classes = Math.min(12, entropies.boundary - 1);
	const classOf = ({ region }) => Math.floor((region.length - 1) * classes / (entropies.boundary - 1));
	const points = (wedgeOf) => [...Array(classes).keys()].flatMap((k) => {
		const own = regions.filter((region) => classOf(region) === k);
		if (own.length === 0) return [];
		const mean = (value) => own.reduce((sum, region) => sum + value(region), 0) / own.length;
		return [[mean(({ region }) => region.length / entropies.boundary), mean((region) => wedgeOf(region).length / entropies.references)]];
	});
	return {
		kind: "chart",
		caption,
		x: {
			label: "share of the sites",
			kind: "linear",
			include: [0, 1]
		},
		y: {
			label: "share of the tiles",
			kind: "linear",
			include: [0, 1]
		},
		series: [
			{
				name: "entanglement wedge",
				mark: "line-and-points",
				points: points(({ exact }) => exact)
			},
			{
				name: "greedy wedge",
				mark: "dash",
				points: points(({ greedy }) => greedy)
			},
			{
				name: "causal wedge",
				mark: "line",
				points: points(({ causal }) => causal)
			}
		]
	};
}
const isWithin = (a, b) => a.every((id) => b.includes(id));
// src/systems/holography/entanglement-wedge.ts
/** @file The entanglement wedge of a region: the logical inputs that it recovers exactly. */
/**
* The logical inputs t that a region A recovers,
*
*     I(R_t : A) = 2 S(R_t),
*
* with R_t the reference of t; all other references are lost. Inputs that are recovered one by one are recovered
* together, since all operators on them then have representatives on A. By complementarity no input is recovered
* both from A and from the rest.
*
* @param entropies - of a state with references
* @param region - A, sites of the boundary
* @returns indices of logical inputs, from 0, ascending
* @throws {DomainError} a site that does not exist or occurs twice, or a reference without entropy
*
* Cost 1 + 2·references entropies.
*
* @see Dong, Harlow & Wall, arXiv:1601.05416
*/
function entanglementWedge(entropies, region, { leakage = 1e-9 } = {}) {
	return Array.from({ length: entropies.references }, (_, t) => t).filter((t) => regionRecoverability(entropies, [entropies.boundary + t], region).leaked <= leakage);
}
/**
* The tensors that carry the given logical inputs, by id.
*
* @param inputs - indices into the references of the graph
* @throws {DomainError} an input that does not exist
*/
function tensorsOfInputs(graph, inputs) {
	const references = graph.references ?? [];
	const tensorOf = new Map(graph.edges.map(({ leg, from }) => [leg, from]));
	return inputs.map((input) => {
		const leg = references[input];
		if (leg !== void 0) return tensorOf.get(leg);
		throw new DomainError(`tensorsOfInputs: inputs below ${references.length} required, got ${input}`);
	});
}
// train/studies/wedges/measured-wedges.ts
/** @file Wedges of many regions of a code, and the laws that they obey. */
function wedgesOf({ graph, entropies, isometric }, region) {
	const { boundary } = entropies;
	const inputs = entanglementWedge(entropies, region);
	const exact = tensorsOfInputs(graph, inputs);
	const rest = new Set(entanglementWedge(entropies, complementOf(region, boundary)));
	const references = inputs.map((input) => boundary + input);
	const [holographic] = ryuTakayanagi(entropies, graph, [region]).regions;
	return {
		region,
		causal: causalWedge(isometric.network, region),
		greedy: greedyWedge(graph, region),
		exact,
		farthest: holographic.farthest,
		deficit: holographic.deficit,
		cloned: inputs.filter((input) => rest.has(input)).length,
		lost: entropies.references - inputs.length - rest.size,
		leaked: inputs.length === 0 ? 0 : regionRecoverability(entropies, references, region).leaked
	};
}
/** Arcs of all lengths, at equal steps through the list of all of them. */
function* arcWedges(code, count) {
	const n = code.entropies.boundary;
	const all = n * (n - 1);
	const step = Math.max(1, all / count);
	const found = [];
	for (let at = 0; at < all; at += step) {
		const [start, length] = [Math.floor(at) % n, 1 + Math.floor(at / n)];
		found.push(wedgesOf(code, arc(n, start, length)));
		if (found.length % 50 === 0) yield {
			message: `${found.length} arcs`,
			progress: at / all
		};
	}
	return found;
}
/** Regions of scattered sites, of all sizes; each is followed by one that contains it. */
function* scatteredWedges(code, count, seed) {
	const n = code.entropies.boundary;
	const stream = randomStream(seed, "scattered regions");
	const found = [];
	for (let k = 0; k < count; k++) {
		const order = shuffled(n, stream);
		const size = 1 + Math.floor((n - 2) * ((k + .5) / count));
		const more = size + 1 + Math.floor(stream.uniform() * Math.min(5, n - size - 1));
		found.push([wedgesOf(code, order.slice(0, size)), wedgesOf(code, order.slice(0, more))]);
		if (k % 50 === 49) yield {
			message: `${k + 1} scattered regions`,
			progress: (k + 1) / count
		};
	}
	return found;
}
/** All pairs of arcs of one length, by the greedy wedge; the best pair then exactly. */
function arcPairs(code) {
	const n = code.entropies.boundary;
	const counts = /* @__PURE__ */ new Map();
	let pairs = 0;
	let best;
	for (let length = 1; length < n / 2; length++) for (let start = 0; start < n; start++) for (let gap = 1; gap <= (n - 2 * length) / 2; gap++) {
		const [a, b] = [arc(n, start, length), arc(n, start + length + gap, length)];
		const apart = (/* @__PURE__ */ new Set([...greedyWedge(code.graph, a), ...greedyWedge(code.graph, b)])).size;
		const together = greedyWedge(code.graph, [...a, ...b]).length;
		pairs++;
		if (together === apart) continue;
		const key = `${apart} ${together}`;
		counts.set(key, (counts.get(key) ?? 0) + 1);
		if (together - apart > (best?.gain ?? 0)) best = {
			a,
			b,
			gain: together - apart
		};
	}
	const { a, b } = best ?? {
		a: arc(n, 0, 1),
		b: arc(n, 2, 1)
	};
	const exact = (region) => tensorsOfInputs(code.graph, entanglementWedge(code.entropies, region));
	const gaining = [...counts].map(([key, number]) => {
		const [apart, together] = key.split(" ").map(Number);
		return {
			apart,
			together,
			pairs: number
		};
	});
	return {
		pairs,
		gaining: gaining.sort((x, y) => y.together - y.apart - x.together + x.apart || y.pairs - x.pairs),
		best: {
			arcs: [a, b],
			separate: [.../* @__PURE__ */ new Set([...exact(a), ...exact(b)])],
			joint: exact([...a, ...b])
		}
	};
}
/** The greatest difference between entropies by ranks and by contraction of the isometries, over some small regions. */
function greatestDifference({ entropies, isometric }, seed) {
	const contracted = entropiesOfNetwork(isometric.network, isometric.theta);
	const stream = randomStream(seed, "compared regions");
	const sites = entropies.boundary + entropies.references;
	const regions = Array.from({ length: 20 }, (_, k) => shuffled(sites, stream).slice(0, 1 + k % 4));
	return Math.max(...regions.map((region) => Math.abs(entropies.entropy(region) - contracted.entropy(region))));
}
function arc(n, start, length) {
	return Array.from({ length }, (_, k) => (start + k) % n);
}
function shuffled(n, stream) {
	const order = [...Array(n).keys()];
	for (let k = n - 1; k > 0; k--) {
		const other = Math.floor(stream.uniform() * (k + 1));
		[order[k], order[other]] = [order[other], order[k]];
	}
	return order;
}
// train/studies/wedges/run.ts
/** Carries the study out, part by part. */
function* run({ layers, arcs: arcCount, regions }, { seed, part }) {
	const code = pentagonCode(layers);
	return findings({
		code,
		arcs: yield* part("arcs", .45, () => arcWedges(code, arcCount)),
		pairs: yield* part("pairs of arcs", .55, () => arcPairs(code)),
		scattered: yield* part("scattered regions", .95, () => scatteredWedges(code, regions, seed)),
		difference: yield* part("a second way", 1, () => greatestDifference(code, seed))
	});
}
export { run };
