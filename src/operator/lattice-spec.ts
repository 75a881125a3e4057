/** @file How a lattice is written in JSON. */

import * as z from 'zod';
import { DomainError, ShapeError } from '../errors.ts';
import { chain, complete, grid, type Lattice, lattice, ring, star } from './lattice.ts';

const FORMS = "'chain', 'ring', 'complete', 'star', {grid: [rows, columns], periodic?} or {edges: [[a, b], …]}";
const size = z.number().int().min(1);
const site = z.number().int().min(0);

/** A lattice by name, as a grid, or edge by edge; the number of sites comes from elsewhere. */
export const latticeSpec = z
  .union(
    [
      z.enum(['chain', 'ring', 'complete', 'star']),
      z.strictObject({
        grid: z.tuple([size, size]).describe('rows and columns; site = row·columns + column'),
        periodic: z.boolean().default(false).describe('close the grid to a torus'),
      }),
      z.strictObject({ edges: z.array(z.tuple([site, site])).describe('pairs of neighbours, each pair once') }),
    ],
    { error: `a lattice required: ${FORMS}` },
  )
  .describe(FORMS);

/** A lattice as it is written in JSON. */
export type LatticeSpec = z.input<typeof latticeSpec>;

/**
 * The lattice that a specification stands for on the given number of sites.
 *
 * @throws {ShapeError} a grid of rows·columns ≠ sites
 * @throws {DomainError} an edge leaves the sites, joins a site to itself, or occurs twice; sites < 1
 */
export function latticeOfSpec(spec: LatticeSpec, sites: number): Lattice {
  if (!(Number.isInteger(sites) && sites >= 1)) {
    throw new DomainError(`latticeOfSpec: at least one site required, got ${sites}`);
  }
  if (spec === 'chain') return chain(sites);
  if (spec === 'ring') return ring(sites);
  if (spec === 'complete') return complete(sites);
  if (spec === 'star') return star(sites);
  if ('edges' in spec) return lattice(sites, spec.edges);
  const [rows, columns] = spec.grid;
  if (rows * columns !== sites) {
    throw new ShapeError(`latticeOfSpec: a grid of ${sites} sites required, got ${rows} × ${columns}`);
  }
  return grid(rows, columns, spec.periodic ?? false);
}
