import { r as tilingCoordinates, t as edgeLeg } from "./tiling-graph-hU3GRWDo.js";
import { n as maximalFlow } from "./maximal-flow-CcA26eyI.js";
import { t as minimalCut } from "./minimal-cut-fs5IKFJb.js";
// src/record/tiling-disk.ts
/** Digits of the coordinates that are kept: a thousandth of a pixel. */
const rounded = (x) => Math.round(x * 1e6) / 1e6;
/** The exhibit of a tiling. Nodes and legs that it does not have are left out. */
function tilingDisk(tiling, { caption, regions, wedges, cuts, wall }) {
	const { vertices } = tilingCoordinates(tiling);
	const edgeOf = new Map(tiling.edges.map(({ vertices: ends }, edge) => [edgeLeg(tiling, edge), ends]));
	const segmentsOf = (legs) => legs.flatMap((leg) => edgeOf.has(leg) ? [edgeOf.get(leg)] : []);
	const walls = Object.entries(wall?.weights ?? {}).filter(([leg]) => edgeOf.has(leg));
	const lines = [...(cuts ?? []).map(({ name, legs }) => ({
		name,
		mark: "thick",
		segments: segmentsOf(legs)
	})), ...wall === void 0 ? [] : [{
		name: wall.name,
		mark: "thick",
		segments: segmentsOf(walls.map(([leg]) => leg)),
		weights: walls.map(([, weight]) => weight)
	}]];
	return {
		kind: "disk",
		caption,
		places: vertices.map(([x, y]) => [rounded(x), rounded(y)]),
		tiles: tiling.tiles.map((tile) => tile.vertices),
		legs: tiling.boundary.map((edge) => tiling.edges[edge].vertices),
		...regions && { regions: regions.map(({ name, sites }) => ({
			name,
			legs: sites
		})) },
		...wedges && { shades: wedges.map(({ name, nodes }) => ({
			name,
			tiles: tilesOf(nodes)
		})) },
		...lines.length > 0 && { lines }
	};
}
const tilesOf = (nodes) => nodes.flatMap((node) => {
	const [, tile] = node.match(/^tile (\d+)$/) ?? [];
	return tile === void 0 ? [] : [Number(tile)];
});
// src/geometry/minimal-cuts.ts
/** Most steps of counting. */
const MOST_STEPS = 2e4;
/**
* The minimal cuts between the boundary legs of a region and all other open legs. All of them are
* read from one maximal flow: a wedge is minimal if no edge that can carry more leads out of it. Such sets are the
* down-sets of a partial order; they are counted by
*
*     #(P) = #(P without v and all below) + #(P without v and all above),    #(P ⊔ Q) = #(P)·#(Q).
*
* A tensor that is joined to no open leg is in no wedge.
*
* @param region - indices of boundary legs
* @throws {DomainError} a site of the region does not exist
*
* Cost of the cuts that of `minimalCut`. Counting is exponential at worst, and cheap where the choices are apart.
*
* @see Picard & Queyranne, Math. Programming Study 13, 8 (1980)
*/
function minimalCuts(graph, region) {
	const nearest = minimalCut(graph, region);
	const ways = residualWays(graph, new Set(region.map((site) => graph.boundary[site])));
	const inNearest = new Set(nearest.wedge);
	const near = graph.nodes.map(({ id }) => inNearest.has(id));
	const far = reached(ways.backwards, [ways.rest]);
	const joined = reached(ways.joined, [ways.region, ways.rest]);
	const free = near.flatMap((isNear, node) => !isNear && !far.has(node) && joined.has(node) ? [node] : []);
	const farthest = cutAround(graph, region, graph.nodes.filter((_, node) => near[node] || free.includes(node)).map(({ id }) => id));
	return {
		area: nearest.area,
		nearest,
		farthest,
		count: downSets(order(ways.forwards, free))
	};
}
/** The cut between the tensors of a wedge, with the legs of the region, and everything else. */
function cutAround(graph, region, wedge) {
	const legs = new Set(region.map((site) => graph.boundary[site]));
	const within = new Set(wedge);
	const cut = graph.edges.filter(({ leg, from, to }) => within.has(from) !== (to === null ? legs.has(leg) : within.has(to)));
	return {
		area: cut.reduce((sum, { capacity }) => sum + capacity, 0),
		legs: cut.map(({ leg }) => leg),
		wedge
	};
}
function residualWays(graph, inside) {
	const { flows } = maximalFlow(graph, inside);
	const index = new Map(graph.nodes.map(({ id }, k) => [id, k]));
	const region = graph.nodes.length;
	const rest = region + 1;
	const empty = () => Array.from({ length: rest + 1 }, () => []);
	const [forwards, backwards, joined] = [
		empty(),
		empty(),
		empty()
	];
	graph.edges.forEach(({ leg, from, to, capacity }, edge) => {
		const a = index.get(from);
		const b = to !== null ? index.get(to) : inside.has(leg) ? region : rest;
		for (const [x, y, flow] of [[
			a,
			b,
			flows[edge]
		], [
			b,
			a,
			-flows[edge]
		]]) {
			joined[x].push(y);
			if (capacity - flow <= 1e-12) continue;
			forwards[x].push(y);
			backwards[y].push(x);
		}
	});
	return {
		region,
		rest,
		forwards,
		backwards,
		joined
	};
}
function reached(ways, from) {
	const known = new Set(from);
	for (const node of known) for (const next of ways[node]) known.add(next);
	return known;
}
/** For each of the nodes, those among them that it leads to; nodes that lead to each other are one. */
function order(ways, nodes) {
	const below = nodes.map((node) => {
		const known = reached(ways, [node]);
		return new Set(nodes.flatMap((other, k) => known.has(other) ? [k] : []));
	});
	const isFirst = (k) => ![...below[k]].some((other) => other < k && below[other].has(k));
	const kept = [...below.keys()].filter(isFirst);
	return kept.map((k) => new Set([...below[k]].flatMap((other) => isFirst(other) ? [kept.indexOf(other)] : [])));
}
/** Number of subsets that contain with each element all below it; null beyond the limit. */
function downSets(below) {
	const related = (a, b) => below[a].has(b) || below[b].has(a);
	const known = /* @__PURE__ */ new Map();
	let steps = 0;
	const count = (elements) => {
		if (elements.length === 0) return 1n;
		const key = elements.join();
		const found = known.get(key);
		if (found !== void 0) return found;
		if (++steps > MOST_STEPS) return null;
		const part = [elements[0]];
		for (const a of part) part.push(...elements.filter((b) => !part.includes(b) && related(a, b)));
		const value = part.length < elements.length ? combined(count(part.sort((a, b) => a - b)), count(elements.filter((a) => !part.includes(a))), "times") : split(elements);
		known.set(key, value);
		return value;
	};
	const split = (elements) => {
		const relations = elements.map((a) => elements.filter((b) => related(a, b)).length);
		const v = elements[relations.indexOf(Math.max(...relations))];
		return combined(count(elements.filter((a) => !below[a].has(v))), count(elements.filter((a) => !below[v].has(a))), "plus");
	};
	const total = count([...below.keys()]);
	return total === null ? null : Number(total);
}
function combined(a, b, how) {
	if (a === null || b === null) return null;
	return how === "plus" ? a + b : a * b;
}
export { tilingDisk as n, minimalCuts as t };
