import { ut as DomainError } from "./study-record-DTuekta5.js";
// src/operator/lattice.ts
/** @file Lattices as edge lists: which sites are neighbours. */
/** Open chain 0 ─ 1 ─ … ─ (sites − 1). */
function chain(sites) {
	return {
		sites,
		edges: Array.from({ length: Math.max(0, sites - 1) }, (_, i) => [i, i + 1])
	};
}
/** Periodic chain; two sites have a single edge. */
function ring(sites) {
	const { edges } = chain(sites);
	return {
		sites,
		edges: sites > 2 ? [...edges, [sites - 1, 0]] : edges
	};
}
/**
* Rectangular grid, site = row·columns + column; `periodic` closes it to a torus.
*
*     0 ─ 1 ─ 2
*     │   │   │
*     3 ─ 4 ─ 5
*/
function grid(rows, columns, periodic = false) {
	const edges = [];
	for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) {
		const site = r * columns + c;
		if (c + 1 < columns) edges.push([site, site + 1]);
		else if (periodic && columns > 2) edges.push([site, r * columns]);
		if (r + 1 < rows) edges.push([site, site + columns]);
		else if (periodic && rows > 2) edges.push([site, c]);
	}
	return {
		sites: rows * columns,
		edges
	};
}
/** Every pair of sites. */
function complete(sites) {
	const edges = [];
	for (let i = 0; i < sites; i++) for (let j = i + 1; j < sites; j++) edges.push([i, j]);
	return {
		sites,
		edges
	};
}
/** Site 0 joined to all others. */
function star(sites) {
	return {
		sites,
		edges: Array.from({ length: Math.max(0, sites - 1) }, (_, i) => [0, i + 1])
	};
}
/**
* A lattice from an edge list, checked.
*
* @throws {DomainError} an edge leaves the sites, joins a site to itself, or occurs twice
*/
function lattice(sites, edges) {
	const seen = /* @__PURE__ */ new Set();
	for (const [a, b] of edges) {
		const inside = [a, b].every((site) => Number.isInteger(site) && site >= 0 && site < sites);
		const key = `${Math.min(a, b)}-${Math.max(a, b)}`;
		if (!inside || a === b || seen.has(key)) throw new DomainError(`lattice: distinct edges between different sites below ${sites} required, got [${a}, ${b}]`);
		seen.add(key);
	}
	return {
		sites,
		edges
	};
}
const cache = /* @__PURE__ */ new WeakMap();
/**
* Graph distances between all sites by breadth-first search; Infinity where there is no path. O(sites · edges),
* remembered.
*/
function distances(lattice) {
	const known = cache.get(lattice);
	if (known !== void 0) return known;
	const neighbours = Array.from({ length: lattice.sites }, () => []);
	for (const [a, b] of lattice.edges) {
		neighbours[a].push(b);
		neighbours[b].push(a);
	}
	const table = neighbours.map((_, start) => {
		const row = new Array(lattice.sites).fill(Infinity);
		row[start] = 0;
		const queue = [start];
		for (const site of queue) for (const next of neighbours[site]) {
			if (row[next] !== Infinity) continue;
			row[next] = row[site] + 1;
			queue.push(next);
		}
		return row;
	});
	cache.set(lattice, table);
	return table;
}
export { lattice as a, grid as i, complete as n, ring as o, distances as r, star as s, chain as t };
