import { f as tuple, n as array, p as union, r as boolean, s as number, t as _enum, u as strictObject } from "./schemas-4uHuBYz8.js";
import { dt as ShapeError, ut as DomainError } from "./study-record-DTuekta5.js";
import { a as lattice, i as grid, n as complete, o as ring, s as star, t as chain } from "./lattice-MaWPiOKk.js";
// src/operator/lattice-spec.ts
/** @file How a lattice is written in JSON. */
const FORMS = "'chain', 'ring', 'complete', 'star', {grid: [rows, columns], periodic?} or {edges: [[a, b], …]}";
const size = number().int().min(1);
const site = number().int().min(0);
/** A lattice by name, as a grid, or edge by edge; the number of sites comes from elsewhere. */
const latticeSpec = union([
	_enum([
		"chain",
		"ring",
		"complete",
		"star"
	]),
	strictObject({
		grid: tuple([size, size]).describe("rows and columns; site = row·columns + column"),
		periodic: boolean().default(false).describe("close the grid to a torus")
	}),
	strictObject({ edges: array(tuple([site, site])).describe("pairs of neighbours, each pair once") })
], { error: `a lattice required: ${FORMS}` }).describe(FORMS);
/**
* The lattice that a specification stands for on the given number of sites.
*
* @throws {ShapeError} a grid of rows·columns ≠ sites
* @throws {DomainError} an edge leaves the sites, joins a site to itself, or occurs twice; sites < 1
*/
function latticeOfSpec(spec, sites) {
	if (!(Number.isInteger(sites) && sites >= 1)) throw new DomainError(`latticeOfSpec: at least one site required, got ${sites}`);
	if (spec === "chain") return chain(sites);
	if (spec === "ring") return ring(sites);
	if (spec === "complete") return complete(sites);
	if (spec === "star") return star(sites);
	if ("edges" in spec) return lattice(sites, spec.edges);
	const [rows, columns] = spec.grid;
	if (rows * columns !== sites) throw new ShapeError(`latticeOfSpec: a grid of ${sites} sites required, got ${rows} × ${columns}`);
	return grid(rows, columns, spec.periodic ?? false);
}
export { latticeSpec as n, latticeOfSpec as t };
