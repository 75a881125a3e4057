/** @file What shape do the boundary sites form, judged by their distances alone? */

import { type Hyperbolicity, hyperbolicity } from '../geometry/hyperbolicity.ts';
import { type ModelFit, modelFit } from '../geometry/model-fit.ts';
import { type Embedding, multidimensionalScaling } from '../geometry/multidimensional-scaling.ts';
import { shortestPaths } from '../geometry/shortest-paths.ts';
import type { Noted } from '../noted.ts';
import type { BulkGeometry } from './bulk-geometry.ts';

/** The geometry of the boundary's distances. */
export interface BoundaryShape {
  /** Greatest distance of the metric. */
  readonly diameter: number;
  /** (greatest − least)/greatest of the distances between different sites: 0 if all are equally far apart. */
  readonly spread: number;
  /** Share of the pairs whose direct distance is longer than a detour: 0 if the distances are a metric. */
  readonly shortened: number;
  /** Embedding of the metric, with coordinates along three axes. */
  readonly embedding: Embedding;
  readonly hyperbolicity: Hyperbolicity;
  /** The best plane, sphere and hyperbolic plane; null for sites that are all equally far apart, which prefer none. */
  readonly fit: ModelFit | null;
}

/** Most sites, whose shape takes about ten seconds. */
const MOST_SITES = 256;
/** Distances that differ relatively by less are called equal: training does not resolve them. */
const EQUAL = 1e-3;

/**
 * Shape of the sites under d = −log(I/I_max). These distances need not obey the triangle inequality; what is embedded
 * is the metric of the shortest paths along them.
 *
 * @param distances - from `bulkGeometry`, shape (sites, sites); null where infinite
 * @returns null if there is no shape, with a note why
 *
 * Cost about 100 diagonalisations of a matrix of the sites' size, and O(sites⁴).
 */
export function boundaryShape(distances: BulkGeometry['distances']): Noted<BoundaryShape | null> {
  const reason = obstacle(distances);
  return reason === null
    ? { value: shapeOf(distances), notes: [] }
    : { value: null, notes: [`No shape of the boundary: ${reason}.`] };
}

function shapeOf(distances: BulkGeometry['distances']): BoundaryShape {
  const metric = shortestPaths(distances).map((row) => row.map((value) => value!));
  const direct = distances.flatMap((row, a) => row.slice(0, a).map((value) => value ?? Infinity));
  const pairs = metric.flatMap((row, a) => row.slice(0, a));
  const greatest = Math.max(...pairs);
  const spread = greatest > 0 ? (greatest - Math.min(...pairs)) / greatest : 0;
  const longer = pairs.filter((value, k) => value < direct[k]! * (1 - 1e-9)).length;
  return {
    diameter: greatest,
    spread,
    shortened: longer / pairs.length,
    embedding: multidimensionalScaling(metric, Math.min(3, distances.length)),
    hyperbolicity: hyperbolicity(metric),
    fit: spread < EQUAL ? null : modelFit(metric),
  };
}

/** Why the sites have no shape; null if they have one. */
function obstacle(distances: BulkGeometry['distances']): string | null {
  const sites = distances.length;
  if (sites === 0) return 'there is no mutual information';
  if (sites < 3) return 'it takes three sites';
  if (sites > MOST_SITES) return `at most ${MOST_SITES} sites are embedded`;
  const groups = groupsOf(shortestPaths(distances));
  if (groups === 1) return null;
  return groups === sites
    ? 'no two sites share information, and all are infinitely far apart'
    : `the ${sites} sites fall into ${groups} groups that share no information and are infinitely far apart`;
}

/** The number of groups of points between which there is no path. */
const groupsOf = (paths: BulkGeometry['distances']): number =>
  paths.filter((row, a) => row.slice(0, a).every((value) => value === null)).length;
