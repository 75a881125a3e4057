import { i as lineFit, n as decayFit, r as growthFit, t as centralChargeFit } from "./distance-fit-mJRDSxsj.js";
import { W as normalised, i as randomStream, k as complexOf, n as atMost, r as equals, t as atLeast, u as hermitianEigen, ut as DomainError } from "./study-record-DTuekta5.js";
import { t as minimalCut } from "./minimal-cut-fs5IKFJb.js";
import { n as networkState } from "./network-state-CqADix7e.js";
import { t as entropiesOfState } from "./region-entropies-C3COF-g3.js";
import { n as networkOfGraph } from "./network-of-graph-UcWfIKPz.js";
import { a as significant, n as brief } from "./number-format-DSC-qSUe.js";
import { n as diskDistance } from "./hyperbolic-disk-CAAerXB4.js";
import { t as distancesBelow } from "./information-distances-N7s1RDTS.js";
import { t as chainGroundState } from "./chain-ground-state-DOwLx1ay.js";
import { t as entropiesOfChain } from "./chain-regions-BCHlpeV9.js";
import { t as chainOf } from "./matrix-product-state-CYxnDb3V.js";
import { t as entropiesOfGaussian } from "./entropies-C5MM151c.js";
import { t as gaussLegendre } from "./gauss-legendre-DSON2olm.js";
import { b as fromBipartiteBlock, n as checkModes } from "./gaussian-state-IZmuMQPG.js";
import { r as transverseFieldIsing } from "./hamiltonian-Bi_21A81.js";
import { t as chain } from "./lattice-MaWPiOKk.js";
// src/geometry/graph-families.ts
/**
* @file The graphs of the networks that are used for states: chains (matrix-product states), trees, MERA and grids (PEPS).
* They are pure combinatorics; every state on them obeys S ≤ minimal cut.
*/
/** Nodes beyond which a graph is refused. */
const MOST_NODES = 4e6;
function graphOf(caller, { nodes, bonds, sites }, { bond = 2, site = 2 }) {
	for (const dimension of [bond, site]) if (!(Number.isInteger(dimension) && dimension >= 1)) throw new DomainError(`${caller}: whole dimensions ≥ 1 required, got ${dimension}`);
	const inner = bonds.map(([from, to], k) => ({
		leg: `bond ${k}`,
		from,
		to,
		capacity: Math.log(bond)
	}));
	const outer = sites.map((from, k) => ({
		leg: `site ${k}`,
		from,
		to: null,
		capacity: Math.log(site)
	}));
	return {
		nodes,
		edges: [...inner, ...outer],
		boundary: outer.map(({ leg }) => leg)
	};
}
function checkCount(caller, what, count, least) {
	if (!(Number.isInteger(count) && count >= least && count <= MOST_NODES)) throw new DomainError(`${caller}: between ${least} and ${MOST_NODES} ${what} required, got ${count}`);
}
/**
* A chain of sites, each with a tensor: a matrix-product state, open or closed to a ring.
*
*     ●──●──●──●         an interval is cut off by at most two bonds, by one if it holds an end
*     │  │  │  │
*
* @throws {DomainError} no site, or more than 4·10⁶
*/
function chainGraph(sites, { ring = false, ...dimensions } = {}) {
	checkCount("chainGraph", "sites", sites, 1);
	const names = Array.from({ length: sites }, (_, k) => `tensor ${k}`);
	const nodes = names.map((id, site) => ({
		id,
		site,
		depth: 1
	}));
	const bonds = names.slice(1).map((name, k) => [names[k], name]);
	const closing = ring && sites > 2 ? [[names[sites - 1], names[0]]] : [];
	return graphOf("chainGraph", {
		nodes,
		bonds: [...bonds, ...closing],
		sites: names
	}, dimensions);
}
/**
* A tree: each tensor joins `branching` neighbours to one, up to a top.
*
*           ▲            an interval of L sites is cut off by at most 2(b − 1)·log_b L bonds and sites, L ≥ b
*         ╱   ╲
*        ▲     ▲
*       ╱ ╲   ╱ ╲
*
* @param sites - a power of the branching
* @throws {DomainError} another number of sites
*/
function treeGraph(sites, { branching = 2, ...dimensions } = {}) {
	checkCount("treeGraph", "branches", branching, 2);
	const levels = levelsOf("treeGraph", sites, branching);
	checkCount("treeGraph", "levels", levels, 1);
	const nodes = levelSizes(sites, branching, levels).flatMap((count, w) => w === 0 ? [] : Array.from({ length: count }, (_, x) => coarse("w", w, x, branching, w)));
	return graphOf("treeGraph", {
		nodes,
		bonds: nodes.flatMap(({ id }) => {
			const [w, x] = placeOf(id);
			return w < levels ? [[id, nameOf("w", w + 1, Math.floor(x / branching))]] : [];
		}),
		sites: Array.from({ length: sites }, (_, x) => nameOf("w", 1, Math.floor(x / branching)))
	}, dimensions);
}
/**
* A MERA on a ring of sites. Steps per level are a convention that differs between the variants; that distances grow as
* the logarithm is not.
*
*        w     w          level 2
*         ╲   ╱
*      u   ─u─   u
*     ╱ ╲ ╱   ╲ ╱ ╲
*      w    w    w        level 1: isometries
*     ╱ ╲  ╱ ╲  ╱ ╲
*    u   u    u    u      disentanglers
*
* @throws {DomainError} sites that are no multiple of branching^levels
*
* @see Evenbly & Vidal, arXiv:1106.1082
*/
function meraGraph({ sites, branching = 2, levels: wanted, variant = "tensors", ...dimensions }) {
	checkCount("meraGraph", "branches", branching, 2);
	const levels = wanted ?? deepest(sites, branching);
	checkCount("meraGraph", "levels", levels, 1);
	checkCount("meraGraph", "sites", sites, branching ** levels);
	if (sites % branching ** levels !== 0) throw new DomainError(`meraGraph: a multiple of ${branching}^${levels} sites required, got ${sites}`);
	return graphOf("meraGraph", (variant === "sites" ? siteMera : tensorMera)(levelSizes(sites, branching, levels), branching), dimensions);
}
/**
* A grid of tensors with a site each: a PEPS. A rectangle is cut off by as many bonds as its edge has.
*
* @throws {DomainError} no rows or columns
*/
function gridGraph(rows, columns, dimensions = {}) {
	checkCount("gridGraph", "rows", rows, 1);
	checkCount("gridGraph", "columns", columns, 1);
	checkCount("gridGraph", "tensors", rows * columns, 1);
	const name = (row, column) => `tensor ${row},${column}`;
	const places = Array.from({ length: rows * columns }, (_, k) => [Math.floor(k / columns), k % columns]);
	return graphOf("gridGraph", {
		nodes: places.map(([row, column]) => ({
			id: name(row, column),
			site: column,
			depth: row + 1
		})),
		bonds: places.flatMap(([row, column]) => [...column + 1 < columns ? [[name(row, column), name(row, column + 1)]] : [], ...row + 1 < rows ? [[name(row, column), name(row + 1, column)]] : []]),
		sites: places.map(([row, column]) => name(row, column))
	}, dimensions);
}
const nameOf = (kind, level, place) => `${kind} ${level},${place}`;
const placeOf = (id) => {
	const [level, place] = id.slice(id.indexOf(" ") + 1).split(",").map(Number);
	return [level, place];
};
/** A node of a level, above the middle of the sites that it stands for. */
function coarse(kind, level, place, branching, depth) {
	const width = branching ** level;
	return {
		id: nameOf(kind, level, place),
		site: (place + .5) * width - .5,
		depth
	};
}
const levelSizes = (sites, branching, levels) => Array.from({ length: levels + 1 }, (_, w) => sites / branching ** w);
/** The number of times that the sites can be divided by the branching. */
function deepest(sites, branching) {
	let levels = 0;
	for (let rest = sites; rest > 1 && rest % branching === 0; rest /= branching) levels++;
	return levels;
}
function levelsOf(caller, sites, branching) {
	const levels = deepest(sites, branching);
	if (branching ** levels !== sites) throw new DomainError(`${caller}: a power of ${branching} sites required, got ${sites}`);
	return levels;
}
/** Effective sites as nodes. */
function siteMera(sizes, branching) {
	return {
		nodes: sizes.flatMap((count, w) => Array.from({ length: count }, (_, x) => coarse("site", w, x, branching, w + 1))),
		bonds: sizes.flatMap((count, w) => Array.from({ length: count }, (_, x) => x).flatMap((x) => [...count > 2 || count === 2 && x === 0 ? [[nameOf("site", w, x), nameOf("site", w, (x + 1) % count)]] : [], ...w + 1 < sizes.length ? [[nameOf("site", w, x), nameOf("site", w + 1, Math.floor(x / branching))]] : []])),
		sites: Array.from({ length: sizes[0] }, (_, x) => nameOf("site", 0, x))
	};
}
/** Disentanglers, isometries and tops as nodes. */
function tensorMera(sizes, branching) {
	const nodes = [];
	const bonds = [];
	const sites = [];
	let below = null;
	sizes.slice(0, -1).forEach((count, w) => {
		const blocks = count / branching;
		const width = branching ** w;
		const disentanglers = Array.from({ length: blocks }, (_, k) => {
			const seam = (k + 1) * branching * width - .5;
			return {
				id: nameOf("u", w + 1, k),
				site: seam === sizes[0] - .5 ? -.5 : seam,
				depth: 2 * w + 1
			};
		});
		const isometries = Array.from({ length: blocks }, (_, k) => coarse("w", w + 1, k, branching, 2 * w + 2));
		nodes.push(...disentanglers, ...isometries);
		for (let x = 0; x < count; x++) {
			const block = Math.floor(x / branching);
			const place = x % branching;
			const u = place === branching - 1 ? block : place === 0 ? (block - 1 + blocks) % blocks : null;
			const first = u === null ? isometries[block].id : disentanglers[u].id;
			if (below === null) sites.push(first);
			else bonds.push([below[x], first]);
			if (u !== null) bonds.push([first, isometries[block].id]);
		}
		below = isometries.map(({ id }) => id);
	});
	const tops = sizes.at(-1);
	for (let x = 0; x < tops; x++) {
		nodes.push(coarse("top", sizes.length - 1, x, branching, 2 * sizes.length - 1));
		bonds.push([below[x], nodes.at(-1).id]);
	}
	return {
		nodes,
		bonds,
		sites
	};
}
// src/geometry/hop-distances.ts
/** @file Distances in a network as the number of bonds on the shortest way. */
/** The neighbours of each node, in O(nodes + edges). */
function hopGraph(graph) {
	const index = new Map(graph.nodes.map(({ id }, k) => [id, k]));
	const bonds = graph.edges.flatMap(({ from, to }) => to === null ? [] : [[index.get(from), index.get(to)]]);
	const first = new Int32Array(graph.nodes.length + 1);
	for (const [a, b] of bonds) {
		first[a + 1] = first[a + 1] + 1;
		first[b + 1] = first[b + 1] + 1;
	}
	for (let k = 1; k < first.length; k++) first[k] = first[k] + first[k - 1];
	const next = first.slice();
	const neighbours = new Int32Array(2 * bonds.length);
	const add = (a, b) => {
		neighbours[next[a]] = b;
		next[a] = next[a] + 1;
	};
	for (const [a, b] of bonds) {
		add(a, b);
		add(b, a);
	}
	return {
		graph,
		index,
		first,
		neighbours
	};
}
/**
* Number of bonds on the shortest way from a node to every node, by breadth-first search.
*
* @param graph - a graph, or `hopGraph` of it for many searches
* @param from - name of a node
* @returns in the order of the nodes; −1 where no way leads
* @throws {DomainError} there is no such node
*
* Cost O(nodes + edges): 10⁵ nodes take half a second, a few milliseconds for each further search on a `hopGraph`.
*/
function hopDistances(graph, from) {
	const { index, first, neighbours } = "neighbours" in graph ? graph : hopGraph(graph);
	const start = index.get(from);
	if (start === void 0) throw new DomainError(`hopDistances: a node of the graph required, got '${from}'`);
	const distances = new Int32Array(first.length - 1).fill(-1);
	const queue = new Int32Array(distances.length);
	distances[start] = 0;
	queue[0] = start;
	let end = 1;
	for (let head = 0; head < end; head++) {
		const node = queue[head];
		for (let k = first[node]; k < first[node + 1]; k++) {
			const neighbour = neighbours[k];
			if (distances[neighbour] !== -1) continue;
			distances[neighbour] = distances[node] + 1;
			queue[end++] = neighbour;
		}
	}
	return distances;
}
/**
* Number of bonds between the tensor that holds a boundary site and those that hold the others.
*
* @returns in the order of the boundary; 0 for sites on the same tensor, −1 where no way leads
* @throws {DomainError} there is no such site
*/
function siteHops(graph, site) {
	const hops = "neighbours" in graph ? graph : hopGraph(graph);
	const { boundary, edges } = hops.graph;
	const leg = boundary[site];
	if (leg === void 0) throw new DomainError(`siteHops: a site below ${boundary.length} required, got ${site}`);
	const holder = new Map(edges.flatMap((edge) => edge.to === null ? [[edge.leg, edge.from]] : []));
	const distances = hopDistances(hops, holder.get(leg));
	return Int32Array.from(boundary, (one) => distances[hops.index.get(holder.get(one))]);
}
// train/studies/network-geometries/families.ts
const FAMILIES = [
	"open chain",
	"ring",
	"tree",
	"MERA of finite range",
	"MERA"
];
/** The graph of a family on 3^levels sites. */
function familyGraph(family, levels, shallow) {
	const sites = 3 ** levels;
	switch (family) {
		case "open chain": return chainGraph(sites);
		case "ring": return chainGraph(sites, { ring: true });
		case "tree": return treeGraph(sites, { branching: 3 });
		case "MERA of finite range": return meraGraph({
			sites,
			branching: 3,
			levels: shallow
		});
		case "MERA": return meraGraph({
			sites,
			branching: 3
		});
	}
}
const mean = (values) => values.reduce((sum, x) => sum + x, 0) / values.length;
/** About `count` whole numbers from `from` to `to`, at equal steps of their logarithm. */
function octaves(from, to, count) {
	const steps = Array.from({ length: count }, (_, k) => Math.round(from * (to / from) ** (k / (count - 1))));
	return [...new Set(steps)];
}
/** D(r): number of bonds between sites r apart, averaged over `starts` first sites. */
function meanHops(graph, at, starts = 48) {
	const hops = hopGraph(graph);
	const last = graph.boundary.length - Math.max(...at) - 1;
	const rows = Array.from({ length: starts }, (_, k) => {
		const start = Math.floor(k * last / (starts - 1));
		const row = siteHops(hops, start);
		return at.map((r) => row[start + r]);
	});
	const values = at.map((_, k) => mean(rows.map((row) => row[k])));
	return {
		at,
		values,
		law: growthFit(at, values)
	};
}
/** Steps of this fraction of the range visit it evenly, whatever its divisors. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** The greatest number of bonds that cut off an interval of each length, over `starts` places. */
function greatestCuts(graph, at, starts = 40) {
	const sites = graph.boundary.length;
	const values = at.map((length) => {
		const areas = Array.from({ length: starts }, (_, k) => {
			const start = Math.floor(k * GOLDEN % 1 * (sites - length + 1));
			return minimalCut(graph, range(start, length)).area;
		});
		return Math.round(Math.max(...areas) / Math.LN2);
	});
	return {
		at,
		values,
		law: growthFit(at, values)
	};
}
const range = (start, length) => Array.from({ length }, (_, k) => start + k);
/** D(3^k) − (2k + 1) in the ternary MERA of effective sites, and D − min_w(2w + r/3^w) with `shallow` levels: greatest. */
function lawDefects(levels, shallow) {
	const sites = 3 ** levels;
	const whole = siteHops(meraGraph({
		sites,
		branching: 3,
		variant: "sites"
	}), 0);
	const powers = Math.max(...range(0, levels).map((k) => Math.abs(whole[3 ** k] - (2 * k + 1))));
	const part = siteHops(meraGraph({
		sites,
		branching: 3,
		levels: shallow,
		variant: "sites"
	}), 0);
	const multiples = range(1, Math.floor(sites / 2 / 3 ** shallow)).map((k) => k * 3 ** shallow);
	const law = (r) => Math.min(...range(0, shallow + 1).map((w) => 2 * w + r / 3 ** w));
	return {
		powers,
		finite: Math.max(...multiples.map((r) => Math.abs(part[r] - law(r))))
	};
}
/** Squares of k × k tensors in the middle of a grid of 15 × 15, with sites that hold more than their four bonds. */
function gridSquares() {
	const rows = 15;
	const graph = gridGraph(rows, rows, {
		bond: 2,
		site: 32
	});
	return range(1, 7).map((side) => {
		const first = Math.floor((rows - side) / 2);
		const region = range(first, side).flatMap((row) => range(first, side).map((column) => row * rows + column));
		return {
			side,
			cut: Math.round(minimalCut(graph, region).area / Math.LN2)
		};
	});
}
/** A state of random tensors on each family, of nine qubits. */
function randomStates(seed) {
	return FAMILIES.map((family) => {
		const graph = familyGraph(family, 2, 1);
		const network = networkOfGraph(graph);
		const { normal } = randomStream(seed, `random state on ${family}`);
		const theta = Float64Array.from({ length: network.parameters }, () => normal());
		const sites = graph.boundary.length;
		const { entropy } = entropiesOfState(normalised(networkState(network, theta)), new Array(sites).fill(2));
		const rows = range(0, sites).flatMap((start) => range(1, sites - start).flatMap((length) => {
			if (length === sites) return [];
			const region = range(start, length);
			return [[entropy(region), minimalCut(graph, region).area]];
		}));
		return {
			family,
			sites,
			excess: Math.max(...rows.map(([S, cut]) => S - cut)),
			share: mean(rows.map(([S, cut]) => S / cut))
		};
	});
}
/** All families on 3^levels sites. */
function* familyGeometries(levels, shallow) {
	const farthest = 3 ** levels / 3.6;
	const families = [];
	for (const family of FAMILIES) {
		yield {
			message: family,
			progress: families.length / FAMILIES.length
		};
		const graph = familyGraph(family, levels, shallow);
		families.push({
			family,
			hops: meanHops(graph, octaves(4, farthest, 16)),
			cuts: greatestCuts(graph, octaves(4, farthest, 10))
		});
	}
	return families;
}
// src/record/fit-disk.ts
/** @file Points of a hyperbolic fit as an exhibit: on the Poincaré disk, with rings of equal distance. */
/** Rings whose distances are 1, 2 or 5 times a power of ten, about three of them. */
function ringStep(reach) {
	const power = 10 ** Math.floor(Math.log10(reach / 3));
	const mantissa = reach / 3 / power;
	return power * (mantissa < Math.SQRT2 ? 1 : mantissa < Math.sqrt(10) ? 2 : mantissa < Math.sqrt(50) ? 5 : 10);
}
/**
* The exhibit of a fit with the hyperbolic plane: its points, named by their number, and geodesics between those of
* neighbouring numbers. Null where the fit is with another space, or has no points inside the disk.
*/
function fitDisk({ kind, dimension, radius, points }, caption) {
	if (kind !== "hyperbolic" || dimension !== 2 || points === void 0 || points.length === 0) return null;
	const places = points.map((point) => [point[0] ?? NaN, point[1] ?? NaN]);
	if (!(radius > 0 && radius < Infinity && places.every((place) => Math.hypot(...place) < 1))) return null;
	const reach = radius * Math.max(...places.map((place) => diskDistance([0, 0], place)));
	const step = ringStep(Math.max(1e-9, reach));
	const rings = [
		1,
		2,
		3,
		4
	].map((k) => k * step).filter((distance) => distance <= 1.05 * reach);
	return {
		kind: "disk",
		caption,
		places,
		points: places.map((_, site) => ({
			at: site,
			name: String(site)
		})),
		lines: [{
			name: "neighbours on the chain",
			mark: "dash",
			segments: places.slice(1).map((_, site) => [site, site + 1])
		}],
		rings: rings.map((distance) => ({
			distance: distance / radius,
			name: brief(distance)
		}))
	};
}
// src/record/graph-scale.ts
/** The exhibit of a graph. Legs that are not at the boundary are left out. */
function graphScale({ nodes, edges, boundary }, { caption, shapeOf = () => "tensor", ring, cone, region, values }) {
	const index = new Map(nodes.map(({ id }, k) => [id, k]));
	const site = new Map(boundary.map((leg, k) => [leg, k]));
	return {
		kind: "scale",
		caption,
		sites: boundary.length,
		...ring !== void 0 && { ring },
		nodes: nodes.map((node) => ({
			name: node.id,
			shape: shapeOf(node),
			site: node.site,
			depth: node.depth,
			...values && { value: values.at[node.id] ?? null }
		})),
		bonds: edges.flatMap(({ from, to }) => to === null ? [] : [[index.get(from), index.get(to)]]),
		legs: edges.flatMap(({ leg, from, to }) => {
			const at = site.get(leg);
			return to === null && at !== void 0 ? [[index.get(from), at]] : [];
		}),
		...cone && { cone: {
			name: cone.name,
			nodes: cone.nodes.flatMap((id) => index.has(id) ? [index.get(id)] : [])
		} },
		...region && { region },
		...values && { quantity: values.quantity }
	};
}
// train/studies/network-geometries/sections.ts
const points = (xs, ys) => xs.map((x, k) => [x, ys[k]]);
function networkSection({ options, families, squares, random }) {
	const series = (curve) => families.map((one) => {
		const { at, values } = curve(one);
		return {
			name: one.family,
			mark: one.family === "ring" ? "dash" : "line-and-points",
			points: points(at, values)
		};
	});
	const x = (label) => ({
		label,
		kind: "log"
	});
	const row = (family, what, { law }) => {
		const { slope, slopeError } = law.fits[law.best];
		return [
			family,
			what,
			law.best,
			slope,
			slopeError,
			law.rejected,
			law.evidence
		];
	};
	return {
		heading: "Distances and areas in networks",
		text: `Ternary trees and MERA on ${3 ** options.levels} sites, the MERA of finite range with ${options.shallow} levels. Distance D(r): bonds between the tensors of two sites r apart, averaged over places. Area: bonds of the minimal cut around an interval, greatest over places. On the two logarithmic axes of the first chart a power is a straight line and a logarithm bends; in the second a logarithm is straight. How many bonds a level counts is a convention of the drawing; the laws are not.`,
		exhibits: [
			{
				kind: "chart",
				caption: "Distance in the network. Linear in chains and beyond the range of a shallow MERA, logarithmic in trees and MERA.",
				x: x("distance r along the chain (sites)"),
				y: {
					label: "D(r) (bonds)",
					kind: "log"
				},
				series: series(({ hops }) => hops)
			},
			{
				kind: "chart",
				caption: "Area of intervals. Constant in chains, bounded at finite range, logarithmic in trees and MERA.",
				x: x("length L (sites)"),
				y: {
					label: "minimal cut (bonds)",
					kind: "linear",
					include: [0]
				},
				series: series(({ cuts }) => cuts)
			},
			{
				kind: "table",
				caption: "Laws. Least squares; evidence is the difference of Akaike’s criterion to the best of the other laws.",
				columns: [
					"network",
					"quantity",
					"law",
					"slope",
					"± ",
					"rejected",
					"evidence"
				],
				rows: families.flatMap(({ family, hops, cuts }) => [row(family, "distance", hops), row(family, "area", cuts)])
			},
			{
				kind: "table",
				caption: "Squares in a grid. Area in a PEPS is the length of the edge: the law of areas in two dimensions.",
				columns: ["side k", "minimal cut (bonds)"],
				rows: squares.map(({ side, cut }) => [side, cut])
			},
			{
				kind: "table",
				caption: "Random states. Nine qubits, Gaussian tensors: no interval has more entropy than its cut.",
				columns: [
					"network",
					"greatest S − cut (nats)",
					"mean S/cut"
				],
				rows: random.map(({ family, excess, share }) => [
					family,
					excess,
					share
				])
			}
		]
	};
}
/** The nodes above the given sites: all that a way upwards leads to. */
function coneAbove({ edges, boundary }, sites) {
	const legs = new Set(sites.map((site) => boundary[site]));
	const cone = new Set(edges.flatMap(({ leg, from }) => legs.has(leg) ? [from] : []));
	for (const node of cone) for (const { from, to } of edges) if (from === node && to !== null) cone.add(to);
	return [...cone];
}
function pictureSection() {
	const graph = meraGraph({
		sites: 54,
		branching: 3,
		levels: 3
	});
	const sites = [
		25,
		26,
		27
	];
	const kinds = {
		u: "disentangler",
		w: "isometry",
		t: "tensor"
	};
	return {
		heading: "A MERA by scale",
		text: "Each level is a step of coarse graining by three. A block of sites is connected to its surroundings at every scale once, which gives distances and areas their logarithm.",
		label: "analogy",
		exhibits: [graphScale(graph, {
			caption: "The ternary MERA by scale. Squares are disentanglers, triangles isometries; shaded, all tensors on which three sites depend.",
			shapeOf: ({ id }) => kinds[id[0]],
			ring: true,
			region: {
				name: "three sites",
				sites
			},
			cone: {
				name: "causal cone",
				nodes: coneAbove(graph, sites)
			}
		})]
	};
}
function stateSection({ options, chains }) {
	const marks = {
		critical: "line",
		gapped: "line",
		thermal: "dash"
	};
	return {
		heading: "Mutual information and entropy of states",
		text: `Free fermions of the infinite chain, ${options.sites} sites of it: the critical Ising and XX chains, the Ising chain at field ${options.field} and, as a control, the critical one at inverse temperature ${options.beta}. I(r) is that of two fermion modes; in the XX chain it vanishes at even distances. Temperature takes the logarithm away though the Hamiltonian is the same: it belongs to the state.`,
		exhibits: [
			{
				kind: "chart",
				caption: "Information distance. −ln I(r) is a straight line against ln r where the chain is critical.",
				x: {
					label: "distance r (sites)",
					kind: "log"
				},
				y: {
					label: "−ln I(r)",
					kind: "linear",
					include: [0]
				},
				series: chains.map(({ name, kind, distances, information }) => ({
					name,
					mark: marks[kind],
					points: points(distances, information.map((value) => -Math.log(value)))
				}))
			},
			{
				kind: "chart",
				caption: "Entropy of intervals. (c/3) ln L, a constant, or proportional to the length.",
				x: {
					label: "length L (sites)",
					kind: "log"
				},
				y: {
					label: "S (nats)",
					kind: "linear",
					include: [0]
				},
				series: chains.map(({ name, kind, lengths, entropies }) => ({
					name,
					mark: marks[kind],
					points: points(lengths, entropies)
				}))
			},
			{
				kind: "table",
				caption: "Laws of decay and growth. c_{eff} = 3(S(2L) − S(L))/ln 2 at the greatest length.",
				columns: [
					"state",
					"I(r)",
					"rejected",
					"evidence",
					"power",
					"±",
					"ξ (sites)",
					"±",
					"c",
					"±",
					"c_{eff}"
				],
				rows: chains.map(({ name, decay, growth, effectiveCharge }) => {
					const power = decay.best === "power";
					const log = growth.best === "logarithmic" && power;
					return [
						name,
						decay.best,
						decay.rejected,
						decay.evidence,
						power ? decay.exponent : null,
						power ? decay.exponentError : null,
						power ? null : decay.length,
						power ? null : decay.lengthError,
						log ? growth.centralCharge : null,
						log ? growth.centralChargeError : null,
						effectiveCharge
					];
				})
			}
		]
	};
}
function togetherSection({ compared }) {
	const { best, fits } = compared.surface;
	const disk = fitDisk(best, `Sites of the critical chain on the hyperbolic plane. Distances −ln(I/2 ln 2) of ${best.points?.length} sites, on the Poincaré disk of curvature radius ${significant(best.radius)}, stress ${significant(best.stress, 2)}.`);
	return {
		heading: "Networks against states",
		text: "How much of −ln I(r) a linear function of the distances in each network explains. For the critical states the logarithmic networks do equally well. As points, the sites of the critical chain lie on a curve in the hyperbolic plane that nears its edge, like a cut-off in anti-de Sitter space: 2 ln r is the distance along a horocycle at curvature radius 1.",
		label: "analogy",
		exhibits: [
			{
				kind: "table",
				caption: "Share of the variation of −ln I that distances explain. 1 is all of it.",
				columns: ["state", ...FAMILIES],
				rows: compared.explained.map(({ state, shares }) => [state, ...FAMILIES.map((family) => shares[family])])
			},
			{
				kind: "table",
				caption: "Surfaces through the sites of the critical chain. Stress of the best fit with each kind.",
				columns: [
					"surface",
					"curvature radius",
					"stress"
				],
				rows: fits.map(({ kind, radius, stress }) => [
					kind,
					Number.isFinite(radius) ? radius : null,
					stress
				])
			},
			...disk === null ? [] : [disk]
		]
	};
}
function sweptSection({ options, swept }) {
	return {
		heading: "What a chain cannot hold",
		text: `Ground states of the open critical Ising chain of ${options.chain} spins as matrix-product states. However good their energy, a fixed bond dimension allows a finite entropy and an exponential decay beyond a distance that grows with it: the line is the geometry of the network, not of the state. Within a larger bond dimension's reach the two laws cannot be told apart: then the evidence is small.`,
		exhibits: [{
			kind: "chart",
			caption: "Mutual information of two spins. From a quarter of the chain on, by bond dimension.",
			x: {
				label: "distance r (sites)",
				kind: "log"
			},
			y: {
				label: "I(r) (nats)",
				kind: "log"
			},
			series: swept.map(({ bond, distances, information }) => ({
				name: `χ = ${bond}`,
				mark: "line-and-points",
				points: points(distances, information)
			}))
		}, {
			kind: "table",
			caption: "Matrix-product states of the critical chain. Half of the chain is cut off by one bond, ln χ.",
			columns: [
				"χ",
				"energy",
				"S of half (nats)",
				"ln χ",
				"I(r)",
				"ξ (sites)",
				"evidence"
			],
			rows: swept.map(({ bond, energy, half, decay }) => [
				bond,
				energy,
				half,
				Math.log(bond),
				decay.best,
				decay.best === "exponential" ? decay.length : null,
				decay.evidence
			])
		}]
	};
}
// train/studies/network-geometries/findings.ts
/** @file The findings of the study in words: answer, checks and verdicts. */
/** 'linear in the open chain and the ring, logarithmic in …'. */
function byLaw(families, quantity) {
	return [...new Set(families.map((one) => one[quantity].law.best))].map((law) => {
		const members = families.filter((one) => one[quantity].law.best === law).map(({ family }) => `the ${family}`);
		const last = members.at(-1);
		return `${law} in ${members.length === 1 ? last : `${members.slice(0, -1).join(", ")} and ${last}`}`;
	}).join(", ");
}
const named = (rows, name) => rows.find((row) => row.name === name);
function findings(measured) {
	const { families, chains, compared } = measured;
	const [ising, gapped] = [named(chains, "critical Ising"), named(chains, "gapped Ising")];
	const { best } = compared.surface;
	return {
		title: "Geometries of networks",
		question: "Which distances and areas do chains, trees and MERA have, and do the states that they are used for have the same? (I, II.B, II.D)",
		answer: `Distances are ${byLaw(families, "hops")}; areas of intervals are ${byLaw(families, "cuts")}. −ln I of the critical chain grows as ${significant(ising.decay.exponent, 4)} ln r, as distances in trees and MERA do; that of the gapped chain as r/${significant(gapped.decay.length)}, as in a chain. Entropy grows with c = ${significant(ising.growth.centralCharge, 4)} in the first and not at all in the second. The state’s own distances put the critical sites on a ${best.kind} surface${best.kind === "euclidean" ? "" : ` of curvature radius ${significant(best.radius)}`}. Laws are shared by many networks: neither distance nor area singles one out.`,
		sections: [
			networkSection(measured),
			pictureSection(),
			stateSection(measured),
			togetherSection(measured),
			sweptSection(measured)
		],
		checks: checksOf(measured),
		verdicts: verdictsOf(measured)
	};
}
function checksOf({ options, families, defects, squares, random, chains, swept }) {
	const cutsOf = (name) => families.find(({ family }) => family === name).cuts;
	const [ising, xx] = [named(chains, "critical Ising"), named(chains, "critical XX")];
	const [gapped, thermal] = [named(chains, "gapped Ising"), named(chains, "thermal Ising")];
	const asymptotic = 1 / (2 * Math.log(options.field));
	const { tree, chain, ring } = {
		tree: cutsOf("tree"),
		chain: cutsOf("open chain"),
		ring: cutsOf("ring")
	};
	const excess = tree.values.map((cut, k) => cut - 4 * Math.log(tree.at[k]) / Math.log(3));
	return [
		equals("D(3^k) = 2k + 1 in the ternary MERA of sites, greatest defect", "closed form", defects.powers, 0, 0),
		equals("D(0, r) = min(2w + r/3^w) with finite levels, greatest defect", "closed form", defects.finite, 0, 0),
		atMost("an interval of an open chain is cut off by two bonds", "theorem", Math.max(...chain.values), 2),
		equals("an arc of a ring is cut off by two bonds", "theorem", Math.max(...ring.values), 2, 0),
		atMost("an interval of the ternary tree is cut off by 4 log₃ L bonds, greatest excess", "theorem", Math.max(...excess), 0, 1e-9),
		equals("a square of k × k tensors of a grid is cut off by 4k bonds, greatest defect", "theorem", Math.max(...squares.map(({ side, cut }) => Math.abs(cut - 4 * side))), 0, 0),
		atMost("S − cut of random states, all families", "theorem", Math.max(...random.map((one) => one.excess)), 0, 1e-9),
		atMost("S − ln χ of half of the swept chains", "theorem", Math.max(...swept.map(({ half, bond }) => half - Math.log(bond))), 0, 1e-9),
		equals("central charge of the critical Ising chain", "closed form", ising.growth.centralCharge, .5, .005),
		equals("central charge of the XX chain", "closed form", xx.growth.centralCharge, 1, .01),
		equals("I of the critical Ising chain falls as r⁻²", "closed form", ising.decay.exponent, 2, .02),
		equals("I of the XX chain falls as r⁻²", "closed form", xx.decay.exponent, 2, .02),
		atMost("ξ of the gapped chain is below 1/(2 ln h)", "closed form", gapped.decay.length, asymptotic),
		atLeast("ξ of the gapped chain is at least 0.8/(2 ln h)", "closed form", gapped.decay.length, .8 * asymptotic),
		equals("entropy of the gapped chain is constant: 3ΔS/ln 2", "closed form", gapped.effectiveCharge, 0, .01),
		atLeast("entropy of the thermal chain is not", "closed form", thermal.effectiveCharge, 1)
	];
}
function verdictsOf({ families, chains, swept, random, compared }) {
	const [ising, gapped] = [named(chains, "critical Ising"), named(chains, "gapped Ising")];
	const mera = families.find(({ family }) => family === "MERA");
	const shares = compared.explained.find(({ state }) => state === ising.name).shares;
	const least = swept[0];
	return [
		{
			statement: "In Swingle’s AdS/MERA duality, MERA is regarded as a discrete version of the AdS bulk",
			source: "II.B",
			verdict: "analogy",
			because: `Distances in MERA grow as ${significant(mera.hops.law.fits.logarithmic.slope)} ln r and areas as ${significant(mera.cuts.law.fits.logarithmic.slope)} ln L, both as in a hyperbolic plane, and −ln I of the critical chain follows them. A tree has the same laws, and MERA is also read as de Sitter or kinematic space (arXiv:1504.06632): the laws do not decide.`
		},
		{
			statement: "the relationship between the holographic geometry built on the tensor network to represent the ground state and the physical geometry generated by the pattern of the interaction of the Hamiltonian",
			source: "I",
			verdict: gapped.decay.best === "exponential" && ising.decay.best === "power" ? "holds" : "fails",
			because: `Evenbly and Vidal’s pattern: the gapped ground state has I ~ exp(−r/${significant(gapped.decay.length)}) and the distances of the lattice, the critical one I ~ r^{−${significant(ising.decay.exponent)}} and those of the holographic network; the other law is rejected by differences of Akaike's criterion of ${significant(gapped.decay.evidence)} and ${significant(ising.decay.evidence)}.`
		},
		{
			statement: "a certain generative network structure can only generate a subspace of the boundary Hilbert space",
			source: "II.B",
			verdict: random.every(({ excess }) => excess <= 1e-9) ? "holds" : "fails",
			because: `S ≤ cut for all ${random.length} families. Bond dimension ${least.bond} leaves half of the critical chain with S = ${significant(least.half)} of at most ${significant(Math.log(least.bond))}, and its mutual information falls with ξ = ${significant(least.decay.length)} where the true state has none.`
		},
		{
			statement: "The bulk spatial geometry is then given by this tensor network",
			source: "II.D",
			verdict: shares.MERA > shares["open chain"] ? "holds in part" : "fails",
			because: `The state's −ln I is explained to ${percent(shares.MERA)} by distances in a MERA, to ${percent(shares.tree)} by those in a tree and to ${percent(shares["open chain"])} by those in a chain: the state excludes a line, but does not choose between the others. Sites in random order: ${percent(compared.shuffled)} for ln r, against ${percent(compared.ordered)}.`
		}
	];
}
const percent = (share) => `${significant(100 * share, 3)} %`;
// src/geometry/principal-axes.ts
/** @file Principal axes of a table of inner products: coordinates of points from their Gram matrix. */
/**
* Coordinates whose inner products come nearest to a real symmetric matrix G: with G = V Λ Vᵀ the leading columns of
* V√Λ. The greatest coordinate along each axis is positive.
*
* @param n - number of points
* @param entryAt - G_ij
* @param count - number of axes, by the eigenvalues
*
* Cost O(n³).
*/
function principalAxes(n, entryAt, count) {
	const data = Float64Array.from({ length: n * n }, (_, at) => entryAt(Math.floor(at / n), at % n));
	const { values, vectors } = hermitianEigen(complexOf({
		rows: n,
		cols: n,
		data
	}));
	const order = [...values.keys()].reverse();
	const eigenvalues = order.map((k) => values[k]);
	const kept = order.slice(0, Math.min(n, count(eigenvalues)));
	const phases = kept.map((k) => greatestEntry(vectors.interleaved, n, k));
	return {
		eigenvalues,
		points: Array.from({ length: n }, (_, i) => kept.map((k, axis) => {
			const [re, im] = [vectors.interleaved[2 * (i * n + k)], vectors.interleaved[2 * (i * n + k) + 1]];
			const phase = phases[axis];
			return (re * phase[0] + im * phase[1]) * Math.sqrt(Math.max(0, values[k]));
		}))
	};
}
/** Phase of the greatest entry of column k, as (re, im) of a unit complex number. */
function greatestEntry(interleaved, n, k) {
	let best = [1, 0];
	let size = 0;
	for (let i = 0; i < n; i++) {
		const [re, im] = [interleaved[2 * (i * n + k)], interleaved[2 * (i * n + k) + 1]];
		const modulus = Math.hypot(re, im);
		if (modulus > size * (1 + 1e-9)) {
			size = modulus;
			best = [re / modulus, im / modulus];
		}
	}
	return best;
}
// src/geometry/multidimensional-scaling.ts
/** @file Points in Euclidean space from a table of distances: in how many dimensions do the boundary sites live? */
/**
* Classical multidimensional scaling,
*
*     B = −½ C D² C,    C = 1 − 11ᵀ/n,    B = V Λ Vᵀ,    points V √Λ.
*
* Exact if the distances are those of points in Euclidean space; otherwise the best Gram matrix of that rank.
*
* @param distances - finite, symmetric
* @param dimension - number of axes; default as many as hold `share` of the sum of the positive eigenvalues
* @param share - default 0.95
* @throws {DomainError} the table is not square, not symmetric or not finite
*
* Cost O(points³).
*
* @see Torgerson, Psychometrika 17, 401 (1952)
*/
function multidimensionalScaling(distances, dimension, share = .95) {
	checkDistances(distances);
	const n = distances.length;
	const squares = distances.map((row) => row.map((d) => d * d));
	const means = squares.map((row) => row.reduce((sum, x) => sum + x, 0) / n);
	const mean = means.reduce((sum, x) => sum + x, 0) / n;
	const { eigenvalues, points } = principalAxes(n, (i, j) => -(squares[i][j] - means[i] - means[j] + mean) / 2, (values) => {
		const parts = values.map((value) => Math.max(0, value));
		return dimension ?? leadingCount(parts, share * parts.reduce((sum, x) => sum + x, 0));
	});
	const positive = eigenvalues.map((value) => Math.max(0, value));
	const total = positive.reduce((sum, x) => sum + x, 0);
	const squaresOfPositive = positive.reduce((sum, x) => sum + x * x, 0);
	const absolute = eigenvalues.reduce((sum, x) => sum + Math.abs(x), 0);
	return {
		eigenvalues,
		points,
		dimension: points[0]?.length ?? 0,
		participation: squaresOfPositive > 0 ? total ** 2 / squaresOfPositive : 0,
		stress: stressOf(distances, points),
		negativeShare: absolute > 0 ? (absolute - total) / absolute : 0
	};
}
/** √(Σ(d − d̂)²/Σd²) with d̂ the Euclidean distances of the points. */
function stressOf(distances, points) {
	let misfit = 0;
	let total = 0;
	for (let i = 0; i < points.length; i++) for (let j = 0; j < i; j++) {
		const fitted = Math.hypot(...points[i].map((x, axis) => x - points[j][axis]));
		misfit += (distances[i][j] - fitted) ** 2;
		total += distances[i][j] ** 2;
	}
	return total > 0 ? Math.sqrt(misfit / total) : 0;
}
/** @throws {DomainError} the table is not square, not symmetric or not finite */
function checkDistances(distances) {
	const n = distances.length;
	distances.forEach((row, i) => {
		if (row.length !== n) throw new DomainError(`distances: ${n} entries required in row ${i}, got ${row.length}`);
		row.forEach((d, j) => {
			if (!(d >= 0 && d < Infinity) || Math.abs(d - distances[j][i]) > 1e-9 * Math.max(1, d)) throw new DomainError(`distances: finite symmetric entries ≥ 0 required, got ${d} at (${i}, ${j})`);
		});
	});
}
function leadingCount(values, goal) {
	let sum = 0;
	return values.findIndex((value) => {
		sum += value;
		return sum >= goal;
	}) + 1;
}
// src/geometry/model-fit.ts
/** @file Which space of constant curvature explains a table of distances best, and with which radius? */
/**
* The best spherical, Euclidean and hyperbolic space of the given dimension for a table of distances. On a space of
* radius r the points x_i, in the ambient space with the inner product of its kind, obey
*
*     ⟨x_i, x_j⟩ = r² cos(d_ij/r)  or  −r² cosh(d_ij/r),
*
* a matrix of rank dimension + 1; its leading eigenvectors give the points, put back on the sphere or hyperboloid, and
* the radius is chosen for the least stress of their distances.
*
* @param distances - finite, symmetric
* @param dimension - default 2
*
* Cost about 100 diagonalisations of a matrix of the points' size.
*
* @see Wilson, Hancock, Pekalska & Duin, IEEE Trans. Pattern Anal. Mach. Intell. 36, 2255 (2014)
*/
function modelFit(distances, dimension = 2) {
	checkDistances(distances);
	const greatest = Math.max(...distances.flat());
	const flat = fitAt("euclidean", distances, dimension, Infinity);
	const fits = [flat, ...["spherical", "hyperbolic"].map((kind) => {
		return bestRadius((radius) => fitAt(kind, distances, dimension, radius), kind === "spherical" ? greatest / Math.PI : greatest / 20, 30 * greatest);
	})].sort((a, b) => a.stress - b.stress);
	return {
		best: fits[0].stress < .98 * flat.stress - 1e-9 ? fits[0] : flat,
		fits
	};
}
function fitAt(kind, distances, dimension, radius) {
	const { points, distance: fitted } = POINTS[kind](distances, dimension, radius);
	const pairs = distances.flatMap((row, i) => row.slice(0, i).map((d, j) => [d, fitted(i, j)]));
	const mean = pairs.reduce((sum, [d]) => sum + d, 0) / Math.max(1, pairs.length);
	const misfit = pairs.reduce((sum, [d, estimate]) => sum + (d - estimate) ** 2, 0);
	const total = pairs.reduce((sum, [d]) => sum + d * d, 0);
	const variation = pairs.reduce((sum, [d]) => sum + (d - mean) ** 2, 0);
	return {
		kind,
		dimension,
		radius,
		stress: total > 0 ? Math.sqrt(misfit / total) : 0,
		goodness: variation > 0 ? 1 - misfit / variation : 1,
		points
	};
}
const inner = (a, b) => a.reduce((sum, x, k) => sum + x * b[k], 0);
/** The points that a table of distances has on each space of a radius. */
const POINTS = {
	euclidean: (distances, dimension) => {
		const { points } = multidimensionalScaling(distances, dimension);
		return {
			points,
			distance: (i, j) => Math.hypot(...points[i].map((x, k) => x - points[j][k]))
		};
	},
	spherical: (distances, dimension, radius) => {
		const n = distances.length;
		const gram = (i, j) => Math.cos(distances[i][j] / radius);
		const points = principalAxes(n, gram, () => dimension + 1).points.map((point) => {
			const size = Math.hypot(...point);
			return point.map((x) => x / size);
		});
		return {
			points,
			distance: (i, j) => radius * Math.acos(clamp(inner(points[i], points[j]), -1, 1))
		};
	},
	hyperbolic: (distances, dimension, radius) => {
		const gram = (i, j) => -Math.cosh(distances[i][j] / radius);
		const space = principalAxes(distances.length, gram, () => dimension).points;
		const time = space.map((x) => Math.sqrt(1 + inner(x, x)));
		const cosh = (i, j) => time[i] * time[j] - inner(space[i], space[j]);
		return {
			points: centredOnBall(space, time),
			distance: (i, j) => radius * Math.acosh(Math.max(1, cosh(i, j)))
		};
	}
};
/**
* Points (t, x) of the unit hyperboloid on the Poincaré ball, x/(1 + t), after the boost that carries the direction of
* their sum, (T, X), to (1, 0).
*/
function centredOnBall(space, time) {
	const sum = space[0]?.map((_, k) => space.reduce((total, x) => total + x[k], 0)) ?? [];
	const timeSum = time.reduce((total, t) => total + t, 0);
	const size = Math.sqrt(timeSum * timeSum - inner(sum, sum));
	const [T, X] = [timeSum / size, sum.map((x) => x / size)];
	return space.map((x, i) => {
		const t = time[i];
		const along = inner(X, x);
		return x.map((value, k) => value + X[k] * (along / (1 + T) - t)).map((value) => value / (1 + T * t - along));
	});
}
/** The radius of least stress: a logarithmic scan, then the golden section. */
function bestRadius(fitOf, least, most) {
	const scan = 24;
	const at = (t) => fitOf(least * (most / least) ** t);
	const stresses = Array.from({ length: 25 }, (_, k) => at(k / scan).stress);
	const start = stresses.indexOf(Math.min(...stresses));
	let [low, high] = [Math.max(0, start - 1) / scan, Math.min(scan, start + 1) / scan];
	const golden = (Math.sqrt(5) - 1) / 2;
	let [a, b] = [high - golden * (high - low), low + golden * (high - low)];
	let [fa, fb] = [at(a).stress, at(b).stress];
	for (let step = 0; step < 36; step++) if (fa <= fb) {
		[high, b, fb] = [
			b,
			a,
			fa
		];
		a = high - golden * (high - low);
		fa = at(a).stress;
	} else {
		[low, a, fa] = [
			a,
			b,
			fb
		];
		b = low + golden * (high - low);
		fb = at(b).stress;
	}
	return at(fa <= fb ? a : b);
}
const clamp = (x, low, high) => Math.min(high, Math.max(low, x));
// src/geometry/shortest-paths.ts
/** @file Shortest paths: the metric that a table of direct distances generates. */
/**
* Shortest paths over a table of direct distances, a metric: by Floyd and Warshall, O(sites³). Null where no path leads.
*/
function shortestPaths(direct) {
	const table = direct.map((row) => row.map((value) => value ?? Infinity));
	table.forEach((via, k) => {
		for (const row of table) {
			const first = row[k];
			for (let b = 0; b < row.length; b++) row[b] = Math.min(row[b], first + via[b]);
		}
	});
	return table.map((row) => row.map((value) => value < Infinity ? value : null));
}
// train/studies/network-geometries/information-geometry.ts
/** @file Distances in networks against −ln I of states, and the surface that the sites of a critical state lie on. */
/** Most sites whose distances are fitted with a surface. */
const MOST_EMBEDDED = 40;
function comparison(chains, { levels, shallow }, seed) {
	const graphs = FAMILIES.map((family) => [family, familyGraph(family, levels, shallow)]);
	const farthest = Math.floor(3 ** levels / 3.6);
	const explained = chains.map((state) => {
		const pairs = state.distances.map((r, k) => [r, -Math.log(state.information[k])]).filter(([r]) => r >= 4 && r <= farthest);
		const at = pairs.map(([r]) => r);
		const shares = graphs.map(([family, graph]) => [family, explainedShare(meanHops(graph, at).values, pairs.map(([, value]) => value))]);
		return {
			state: state.name,
			shares: Object.fromEntries(shares)
		};
	});
	const critical = chains[0];
	const sites = Math.min(MOST_EMBEDDED, critical.distances.length);
	const table = informationTable(critical, sites);
	const order = permutation(sites, randomStream(seed, "order of sites"));
	const metric = shortestPaths(distancesBelow(table, new Array(sites).fill(Math.LN2)));
	return {
		explained,
		ordered: ofLogarithm(table),
		shuffled: ofLogarithm(order.map((a) => order.map((b) => table[a][b]))),
		surface: modelFit(metric.map((row) => row.map((distance) => distance)))
	};
}
/** 1 − Σ(residuals)²/Σ(y − mean)² of the best line y(x). */
function explainedShare(xs, ys) {
	const { residual } = lineFit(xs, ys);
	const { residual: all } = lineFit(xs, ys, true);
	return 1 - residual ** 2 * (xs.length - 2) / (all ** 2 * (xs.length - 1));
}
/** I between the sites of a stretch of a chain that is the same everywhere. */
function informationTable({ distances, information }, sites) {
	const at = new Map(distances.map((r, k) => [r, information[k]]));
	return range(0, sites).map((a) => range(0, sites).map((b) => at.get(Math.abs(a - b)) ?? 0));
}
/** How much of −ln I the logarithm of the distance of labels explains, over all pairs. */
function ofLogarithm(table) {
	const pairs = table.flatMap((row, a) => row.slice(0, a).map((value, b) => [Math.log(a - b), -Math.log(value)]));
	return explainedShare(pairs.map(([x]) => x), pairs.map(([, y]) => y));
}
/** The numbers below n in random order (Fisher and Yates). */
function permutation(n, { integer }) {
	const order = [...range(0, n)];
	for (let k = n - 1; k > 0; k--) {
		const other = integer(k + 1);
		[order[k], order[other]] = [order[other], order[k]];
	}
	return order;
}
// src/gaussian/infinite-chain.ts
/** @file Regions of the infinite XY chain, from the symbol of its correlations. */
/** Nodes in each panel of the integral, and the largest phase that a panel may span. */
const NODES = 24;
const LARGEST_PHASE = 12;
/** Width of the panels at which the dyadic division towards a point of small gap ends. */
const SMALLEST_PANEL = 2 ** -52;
/**
* The state of neighbouring sites of the infinite XY chain (`xyChain`), in the ground state or a thermal state. Its
* covariance is Toeplitz, Γ_{2j,2k+1} = g(j − k),
*
*     g(r) = −(1/2π) ∫_{−π}^{π} dk e^{ikr} m(k)/|m(k)| · tanh(β|m(k)|/2),    m(k) = 2h − 2J cos k + 2iJγ sin k,
*
* integrated by Gauss–Legendre panels that shrink towards the momenta of smallest gap, so that critical chains are as
* exact as gapped ones: about 1e-14. At a Fermi point modes of energy 0 are half filled; they have measure 0.
*
* @param sites - n ≥ 1
* @param beta - inverse temperature; default Infinity, the ground state
* @throws {ShapeError} no site, or more than 8000
* @throws {DomainError} coefficients that are not finite or all 0, a temperature that is none
*
* O(n²) and O(n) nodes of the integral for each of 2n numbers.
*
* @see Barouch & McCoy, Phys. Rev. A 3, 786 (1971)
*/
function infiniteXyChain(sites, { coupling = 1, anisotropy = 1, field = 1 } = {}, beta = Infinity) {
	checkModes("infiniteXyChain", sites);
	if (![
		coupling,
		anisotropy,
		field
	].every(Number.isFinite) || coupling === 0 && field === 0 || Number.isNaN(beta)) throw new DomainError(`infiniteXyChain: finite couplings, not all 0, and a temperature required, got ${[
		coupling,
		anisotropy,
		field,
		beta
	]}`);
	const elements = new Float64Array(2 * sites - 1);
	const [points, weights] = nodes(smallGaps(coupling, anisotropy, field), sites);
	for (let at = 0; at < points.length; at++) {
		const k = points[at];
		const [re, im] = [2 * field - 2 * coupling * Math.cos(k), 2 * coupling * anisotropy * Math.sin(k)];
		const size = Math.hypot(re, im);
		if (size === 0) continue;
		const filling = -weights[at] * Math.tanh(beta * size / 2) / (Math.PI * size);
		for (let r = 0; r < sites; r++) {
			const [cosine, sine] = [filling * re * Math.cos(k * r), filling * im * Math.sin(k * r)];
			elements[sites - 1 + r] = elements[sites - 1 + r] + cosine - sine;
			if (r > 0) elements[sites - 1 - r] = elements[sites - 1 - r] + cosine + sine;
		}
	}
	const data = new Float64Array(sites * sites);
	for (let j = 0; j < sites; j++) for (let k = 0; k < sites; k++) data[j * sites + k] = elements[sites - 1 + j - k];
	return {
		kind: "gaussian",
		statistics: "fermion",
		modes: sites,
		covariance: fromBipartiteBlock({
			rows: sites,
			cols: sites,
			data
		})
	};
}
/** Momenta in [0, π] at which |m(k)|² = 4(h − J cos k)² + 4J²γ² sin² k is stationary. */
function smallGaps(J, gamma, h) {
	const cosine = h / (J * (1 - gamma * gamma));
	return Math.abs(cosine) < 1 ? [
		0,
		Math.acos(cosine),
		Math.PI
	] : [0, Math.PI];
}
/** Points and weights of an integral over [0, π], divided dyadically towards the singular points. */
function nodes(singular, sites) {
	const [unit, unitWeights] = gaussLegendre(NODES);
	const [points, weights] = [[], []];
	const panel = (from, to) => {
		const parts = Math.ceil((to - from) * sites / LARGEST_PHASE);
		for (let part = 0; part < parts; part++) {
			const [half, middle] = [(to - from) / parts / 2, from + (to - from) / parts * (part + .5)];
			unit.forEach((x, i) => {
				points.push(middle + half * x);
				weights.push(half * unitWeights[i]);
			});
		}
	};
	for (let s = 0; s + 1 < singular.length; s++) {
		const [a, b] = [singular[s], singular[s + 1]];
		const half = (b - a) / 2;
		for (let width = half; width > SMALLEST_PANEL; width /= 2) {
			panel(a + width / 2, a + width);
			panel(b - width, b - width / 2);
		}
	}
	return [points, weights];
}
// train/studies/network-geometries/states.ts
/** @file Mutual information and entropy of gapped, critical and thermal chains, and of matrix-product states. */
/** Mutual information below this is rounding of the entropies. */
const RESOLVED = 1e-11;
/** The chains, one after the other. */
function* infiniteChains({ sites, field, beta }) {
	const chains = [
		[
			"critical Ising",
			"critical",
			{},
			Infinity
		],
		[
			"critical XX",
			"critical",
			{
				anisotropy: 0,
				field: 0
			},
			Infinity
		],
		[
			"gapped Ising",
			"gapped",
			{ field },
			Infinity
		],
		[
			"thermal Ising",
			"thermal",
			{},
			beta
		]
	];
	const states = [];
	for (const [name, kind, couplings, temperature] of chains) {
		yield {
			message: name,
			progress: states.length / chains.length
		};
		states.push(chainState(name, kind, couplings, temperature, sites));
	}
	return states;
}
function chainState(name, kind, couplings, beta, sites) {
	const { entropy } = entropiesOfGaussian(infiniteXyChain(sites, couplings, beta));
	const one = entropy([0]);
	const pairs = range(1, sites / 2).map((r) => [r, 2 * one - entropy([0, r])]).filter(([, information]) => information > RESOLVED);
	const [distances, information] = [pairs.map(([r]) => r), pairs.map(([, value]) => value)];
	const longest = Math.floor(sites / 4);
	const lengths = [...octaves(2, longest, 16), 2 * longest];
	const entropies = lengths.map((L) => entropy(range(0, L)));
	const far = (rows, at) => rows.filter((_, k) => at[k] >= 4);
	return {
		name,
		kind,
		distances,
		information,
		decay: decayFit(far(distances, distances), far(information, distances)),
		lengths,
		entropies,
		growth: centralChargeFit(far(lengths, lengths), far(entropies, lengths), 2),
		effectiveCharge: 3 * (entropies.at(-1) - entropies.at(-2)) / Math.LN2
	};
}
/** Ground states of the open critical Ising chain at several bond dimensions. */
function* sweptChains({ chain: sites, bonds }) {
	const states = [];
	for (const bond of bonds) {
		yield {
			message: `bond dimension ${bond}`,
			progress: states.length / bonds.length
		};
		states.push(sweptChain(sites, bond));
	}
	return states;
}
function sweptChain(sites, bond) {
	const { network, theta, swept } = chainGroundState(transverseFieldIsing(chain(sites), { field: 1 }), { bond });
	const entropies = entropiesOfChain(chainOf(network, theta));
	const information = entropies.information();
	const start = Math.floor(sites / 4);
	const pairs = [];
	for (let r = 1; r <= Math.floor(sites / 2); r++) {
		const value = information[start][start + r];
		if (!(value > RESOLVED)) break;
		pairs.push([r, value]);
	}
	const [distances, values] = [pairs.map(([r]) => r), pairs.map(([, value]) => value)];
	const first = distances.length >= 8 ? 4 : 1;
	return {
		bond,
		energy: swept.value.energy,
		half: entropies.entropy(range(0, Math.floor(sites / 2))),
		distances,
		information: values,
		decay: decayFit(distances.slice(first - 1), values.slice(first - 1))
	};
}
// train/studies/network-geometries/run.ts
/** Carries the study out, part by part. */
function* run(options, { seed, part }) {
	const { levels, shallow } = options;
	const families = yield* part("distances and cuts", .15, () => familyGeometries(levels, shallow));
	const defects = yield* part("laws of the MERA", .2, () => lawDefects(levels, shallow));
	const squares = yield* part("squares in a grid", .22, gridSquares);
	const random = yield* part("random states", .25, () => randomStates(seed));
	const chains = yield* part("infinite chains", .4, () => infiniteChains(options));
	return findings({
		options,
		families,
		defects,
		squares,
		random,
		chains,
		swept: yield* part("matrix-product states", .9, () => sweptChains(options)),
		compared: yield* part("networks against states", 1, () => comparison(chains, options, seed))
	});
}
export { run };
