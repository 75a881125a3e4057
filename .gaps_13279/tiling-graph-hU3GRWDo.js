import { ut as DomainError } from "./study-record-DTuekta5.js";
import { i as diskReflection } from "./hyperbolic-disk-CAAerXB4.js";
// src/geometry/tiling-patch.ts
/** A single tile. */
function emptyPatch(p, q) {
	const patch = {
		p,
		q,
		layer: [],
		start: [],
		tile: [],
		next: [],
		previous: [],
		twin: [],
		parent: [],
		count: [],
		out: []
	};
	const sides = addTile(patch, Array.from({ length: p }, () => newVertex(patch)), 0);
	for (let k = 0; k < p; k++) link(patch, sides[k], sides[(k + 1) % p]);
	return patch;
}
/** The vertex that a number stands for. */
function vertexOf({ parent }, vertex) {
	let root = vertex;
	while (parent[root] !== root) root = parent[root];
	for (let v = vertex; v !== root;) [v, parent[v]] = [parent[v], root];
	return root;
}
/**
* Glues a new tile to an open side a → b. Its side 0 runs b → a, the others take the place of the open side. Then
* vertices that have their q tiles are closed.
*/
function glued(patch, side, layer) {
	const { p, next, previous, twin } = patch;
	const [before, after] = [previous[side], next[side]];
	const a = vertexOf(patch, patch.start[side]);
	const b = vertexOf(patch, patch.start[after]);
	const sides = addTile(patch, [
		b,
		a,
		...Array.from({ length: p - 2 }, () => newVertex(patch))
	], layer);
	twin[side] = sides[0];
	twin[sides[0]] = side;
	close(patch, side);
	for (let k = 0; k < p; k++) link(patch, k === 0 ? before : sides[k], sides[k + 1] ?? after);
	zip(patch, a);
	zip(patch, b);
}
/** Numbers of the edges by side, in the order of the sides. */
function patchEdges({ twin }) {
	const edgeOf = [];
	let edges = 0;
	twin.forEach((other, side) => {
		edgeOf.push(other !== -1 && other < side ? edgeOf[other] : edges++);
	});
	return edgeOf;
}
function newVertex({ parent, count, out }) {
	parent.push(parent.length);
	count.push(0);
	out.push(-1);
	return parent.length - 1;
}
function addTile(patch, corners, layer) {
	const { start, tile, next, previous, twin, count } = patch;
	const first = start.length;
	corners.forEach((vertex) => {
		start.push(vertex);
		tile.push(patch.layer.length);
		next.push(-1);
		previous.push(-1);
		twin.push(-1);
		count[vertex] = count[vertex] + 1;
	});
	patch.layer.push(layer);
	return corners.map((_, k) => first + k);
}
/** Puts two open sides behind each other. */
function link(patch, side, after) {
	patch.next[side] = after;
	patch.previous[after] = side;
	patch.out[vertexOf(patch, patch.start[after])] = after;
}
function close({ next, previous }, side) {
	next[side] = -1;
	previous[side] = -1;
}
/** If the vertex has q tiles, its two open sides x → v → y are one, and x and y the same vertex; and so on there. */
function zip(patch, vertex) {
	const { q, start, next, previous, twin, parent, count, out } = patch;
	for (let v = vertexOf(patch, vertex); count[v] === q && out[v] !== -1;) {
		const outward = out[v];
		const inward = previous[outward];
		const [before, after] = [previous[inward], next[outward]];
		const x = vertexOf(patch, start[inward]);
		const y = vertexOf(patch, start[after]);
		twin[outward] = inward;
		twin[inward] = outward;
		close(patch, outward);
		close(patch, inward);
		out[v] = -1;
		parent[y] = x;
		count[x] = count[x] + count[y];
		link(patch, before, after);
		v = x;
	}
}
// src/geometry/tiling.ts
/**
* @file Regular tilings {p, q} of the hyperbolic plane, grown from one tile ring by ring as combinatorics: no
* coordinate, and so no rounding, decides what touches what.
*/
/** Corners of all tiles together, beyond which a tiling is refused. */
const MOST_CORNERS = 4e6;
/**
* The tiling {p, q} of the hyperbolic plane around a tile.
*
* A ring is added by a walk along the boundary of the patch: every side receives a tile, with 'vertex' inflation every
* corner as many more as it lacks; and wherever a vertex has its q tiles, the two sides that still meet there in the
* open are one and the same. So a vertex that had q − 1 tiles is swallowed by one new tile, and one that had q − 2 becomes
* the foot of a spoke between two; triangles need no rule of their own.
*
* @param p - sides of a tile, ≥ 3
* @param q - tiles at a vertex, ≥ 3
* @throws {DomainError} (p − 2)(q − 2) > 4 does not hold: the tiling is flat or a sphere; or more than 4·10⁶ corners
*
* Cost O(tiles·p); 10⁵ tiles in a fraction of a second. The number of tiles grows exponentially with the layers.
*
* @see Pastawski, Yoshida, Harlow & Preskill, arXiv:1503.06237; Boyle, Dickens & Flicker, arXiv:1805.02665
*/
function tiling(p, q, { layers = 2, inflation = "edge" } = {}) {
	if (!(Number.isInteger(p) && Number.isInteger(q) && p >= 3 && q >= 3 && (p - 2) * (q - 2) > 4)) throw new DomainError(`tiling: {p, q} with (p − 2)(q − 2) > 4 required, got {${p}, ${q}}`);
	if (!(Number.isInteger(layers) && layers >= 0)) throw new DomainError(`tiling: a whole number of layers required, got ${layers}`);
	if (p > MOST_CORNERS) throw new DomainError(`tiling: at most ${MOST_CORNERS} corners possible, got ${p}`);
	const patch = emptyPatch(p, q);
	for (let layer = 1; layer <= layers; layer++) grow(patch, layer, inflation);
	return recordOf(patch, inflation);
}
/** Adds a ring. */
function grow(patch, layer, inflation) {
	const { q, start, next, count } = patch;
	const sides = boundaryOf(patch);
	const n = sides.length;
	const vertices = sides.map((side) => vertexOf(patch, start[side]));
	const tiles = vertices.reduce((sum, v) => {
		const have = count[v];
		return sum + (have === q - 1 ? 0 : inflation === "edge" ? 1 : q - 1 - have);
	}, patch.layer.length);
	if (tiles * patch.p > MOST_CORNERS) throw new DomainError(`tiling: at most ${MOST_CORNERS} corners possible, got ${tiles * patch.p} in layer ${layer}`);
	sides.forEach((side, k) => {
		if (next[side] !== -1) glued(patch, side, layer);
		if (inflation === "edge") return;
		const corner = vertexOf(patch, vertices[(k + 1) % n]);
		const waiting = patch.out[corner] === sides[(k + 1) % n];
		while (count[corner] < (waiting ? q - 1 : q)) glued(patch, patch.previous[patch.out[corner]], layer);
	});
}
/** The open sides once around, from the first that the last ring has. */
function boundaryOf({ start, next, tile, layer }) {
	const last = layer.at(-1);
	const first = start.findIndex((_, side) => next[side] !== -1 && layer[tile[side]] === last);
	const around = [first];
	for (let side = next[first]; side !== first; side = next[side]) around.push(side);
	return around;
}
/** The patch as a record; vertices and edges are numbered in the order in which the tiles meet them. */
function recordOf(patch, inflation) {
	const { p, q, layer, start } = patch;
	const names = /* @__PURE__ */ new Map();
	const nameOf = (side) => {
		const vertex = vertexOf(patch, start[side]);
		if (!names.has(vertex)) names.set(vertex, names.size);
		return names.get(vertex);
	};
	const edgeOf = patchEdges(patch);
	const edges = [];
	const tiles = layer.map((ring, tile) => {
		const sides = Array.from({ length: p }, (_, k) => tile * p + k);
		const vertices = sides.map(nameOf);
		sides.forEach((side, k) => {
			const edge = edgeOf[side];
			edges[edge] ??= {
				vertices: [vertices[k], vertices[(k + 1) % p]],
				tiles: []
			};
			edges[edge].tiles.push(tile);
		});
		return {
			vertices,
			edges: sides.map((side) => edgeOf[side]),
			layer: ring
		};
	});
	const boundary = boundaryOf(patch).map((side) => edgeOf[side]);
	return {
		p,
		q,
		inflation,
		vertices: names.size,
		tiles,
		edges,
		boundary
	};
}
// src/geometry/tiling-coordinates.ts
/** @file A tiling on the Poincaré disk: where its vertices lie, tile after tile by reflection. */
/**
* Hyperbolic lengths in a regular p-gon with the angle 2π/q at each corner, in units of the radius of curvature,
*
*     cosh R = cot(π/p)·cot(π/q),   cosh(a/2) = cos(π/p)/sin(π/q),
*
* with the circumradius R and the side a.
*
* @see Coxeter, Regular Honeycombs in Hyperbolic Space (1954)
*/
function tileLengths({ p, q }) {
	return {
		circumradius: Math.acosh(1 / (Math.tan(Math.PI / p) * Math.tan(Math.PI / q))),
		side: 2 * Math.acosh(Math.cos(Math.PI / p) / Math.sin(Math.PI / q))
	};
}
/**
* Coordinates of a tiling on the Poincaré disk, the central tile around 0 with corner 0 upwards. A corner of the
* central tile has the Euclidean distance tanh(R/2) from 0; every other tile is the mirror image of a neighbour that is
* nearer to the centre by one side, in their common side.
*
* Cost O(tiles·p). Rounding grows with the size as e^{distance}: the sides of {5, 4} after six layers agree to 10⁻¹².
*/
function tilingCoordinates(tiling) {
	const { p, tiles, edges } = tiling;
	const vertices = [];
	const centres = [[0, 0]];
	const radius = Math.tanh(tileLengths(tiling).circumradius / 2);
	tiles[0].vertices.forEach((vertex, k) => {
		const angle = Math.PI / 2 + 2 * Math.PI * k / p;
		vertices[vertex] = [radius * Math.cos(angle), radius * Math.sin(angle)];
	});
	const reached = [0];
	for (const parent of reached) {
		const old = tiles[parent];
		old.edges.forEach((edge, side) => {
			const tile = edges[edge].tiles.find((other) => other !== parent);
			if (tile === void 0 || centres[tile] !== void 0) return;
			const { vertices: corners, edges: sides } = tiles[tile];
			const first = sides.indexOf(edge);
			const mirror = diskReflection(vertices[old.vertices[side]], vertices[old.vertices[(side + 1) % p]]);
			for (let k = 0; k < p; k++) vertices[corners[(first + k) % p]] ??= mirror(vertices[old.vertices[(side + 1 - k + p) % p]]);
			centres[tile] = mirror(centres[parent]);
			reached.push(tile);
		});
	}
	return {
		vertices,
		centres
	};
}
// src/geometry/tiling-graph.ts
/** @file A tiling as a graph: a tensor in each tile, a bond through each side, a leg where the side is at the boundary. */
/** The leg of an edge: `bond 7` between tiles, `leg 7` at the boundary. */
function edgeLeg({ edges }, edge) {
	return `${edges[edge].tiles.length === 2 ? "bond" : "leg"} ${edge}`;
}
/**
* The graph of a tensor network on a tiling: the tiles `tile 0` … as nodes, their sides as edges. Boundary sites follow
* the boundary counter-clockwise. Each node has its place on the Poincaré disk; its site is the mean, on the ring, of the
* legs that grow out of it, its depth is counted from the last ring.
*
* @throws {DomainError} a dimension that is not a whole number ≥ 1
*
* Cost O(tiles·p).
*/
function tilingGraph(tiling, { bond = 2, bulk } = {}) {
	for (const dimension of [bond, bulk ?? 1]) if (!(Number.isInteger(dimension) && dimension >= 1)) throw new DomainError(`tilingGraph: whole dimensions ≥ 1 required, got ${dimension}`);
	const { tiles, edges } = tiling;
	const { centres } = tilingCoordinates(tiling);
	const sites = sitesOf(tiling);
	const last = tiles.at(-1).layer;
	const nodes = tiles.map(({ layer }, k) => ({
		id: `tile ${k}`,
		site: sites[k],
		depth: last - layer + 1,
		disk: centres[k]
	}));
	const sides = edges.map(({ tiles: [from, to] }, edge) => ({
		leg: edgeLeg(tiling, edge),
		from: `tile ${from}`,
		to: to === void 0 ? null : `tile ${to}`,
		capacity: Math.log(bond)
	}));
	const inputs = tiles.map((_, k) => ({
		leg: `bulk ${k}`,
		from: `tile ${k}`,
		to: null,
		capacity: Math.log(bulk ?? 1)
	}));
	return {
		nodes,
		edges: bulk === void 0 ? sides : [...sides, ...inputs],
		boundary: tiling.boundary.map((edge) => edgeLeg(tiling, edge)),
		references: bulk === void 0 ? [] : inputs.map(({ leg }) => leg)
	};
}
/** The mean of the boundary sites that lie behind each tile, as the direction of their sum on the unit circle. */
function sitesOf({ tiles, edges, boundary }) {
	const turn = 2 * Math.PI / boundary.length;
	const [x, y] = [new Float64Array(tiles.length), new Float64Array(tiles.length)];
	const add = (tile, right, up) => {
		x[tile] = x[tile] + right;
		y[tile] = y[tile] + up;
	};
	boundary.forEach((edge, site) => {
		add(edges[edge].tiles[0], Math.cos(turn * site), Math.sin(turn * site));
	});
	for (let tile = tiles.length - 1; tile > 0; tile--) add(edges[tiles[tile].edges[0]].tiles[0], x[tile], y[tile]);
	return tiles.map((_, tile) => {
		if (tile === 0) return (boundary.length - 1) / 2;
		const site = Math.atan2(y[tile], x[tile]) / turn;
		return site < -.5 ? site + boundary.length : site;
	});
}
export { tiling as i, tilingGraph as n, tilingCoordinates as r, edgeLeg as t };
