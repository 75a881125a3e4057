/** @file The space that the mutual information of the sites of a state spans: points, dimension, curvature, controls. */

import { DomainError, ShapeError } from '../errors.ts';
import { delaunay } from '../geometry/delaunay.ts';
import { angleDeficits } from '../geometry/graph-curvature.ts';
import { type DistanceTable, type Embedding, multidimensionalScaling } from '../geometry/multidimensional-scaling.ts';
import { shortestPaths } from '../geometry/shortest-paths.ts';
import { type RandomStream, randomStream } from '../linalg/random.ts';
import { symmetricEigenvalues } from '../linalg/symmetric-eigenvalues.ts';
import type { Nats } from '../units.ts';
import { procrustesAlignment } from './geometry-over-time.ts';

/** How mutual information becomes a distance. */
export interface EntanglementGeometryOptions {
  /** log of the dimension of each site: I₀ = 2 min(log d_a, log d_b). Without them I₀ is the greatest I of a pair. */
  readonly capacities?: readonly Nats[];
  /** Where the sites are known to be, shape (sites, dimension), against which the points are held. */
  readonly layout?: readonly (readonly number[])[];
  /** Axes of the points; default 2. */
  readonly dimension?: number;
  readonly seed?: number;
}

/** The shape of a table of distances. */
export interface EntanglementShape {
  /** All eigenvalues of the Gram matrix, and the points along the first axes. */
  readonly embedding: Embedding;
  /**
   * The position of the greatest ratio of neighbouring eigenvalues above the size of the most negative one, which tells
   * how large eigenvalues without meaning are.
   */
  readonly gapDimension: number;
  /** λ_d/λ_{d+1} for the dimension d of the points: how clearly it is cut off. */
  readonly gapRatio: number | null;
  /** √(1 − r²) of the best similarity with the layout, r its correlation: 0 if equal; null without a layout. */
  readonly procrustes: number | null;
  /** The curvature for which cosh κd has most nearly the signature (1, dimension) of hyperbolic space. */
  readonly hyperbolic: HyperbolicSignature;
}

/** Shares of the eigenvalues of cosh κd outside of the signature of hyperbolic space, against κ. */
export interface HyperbolicSignature {
  /** κ times the greatest distance, with the least share; the flat limit is the first of the scan. */
  readonly best: number;
  readonly share: number;
  readonly flat: number;
  readonly scan: readonly { readonly kappaDiameter: number; readonly share: number }[];
}

/** Angle deficits at the inner corners of a triangulation: curvature times area. */
export interface ReggeCurvature {
  readonly triangles: number;
  readonly inner: number;
  readonly mean: number;
  readonly rms: number;
  /** Deficits by site; null on the edge. */
  readonly deficits: readonly (number | null)[];
}

/** The geometry of the pairs of sites of a state, beside that of the same information dealt out at random. */
export interface EntanglementGeometry {
  /** Sites between which there is a path of pairs with I > 0, the greatest component first. */
  readonly components: readonly (readonly number[])[];
  /** Share of the pairs at infinite distance. */
  readonly infiniteShare: number;
  /** Shortest paths along −log(I/I₀), all sites; null between components. */
  readonly distances: readonly (readonly (number | null)[])[];
  /** Shape of the greatest component; null for fewer than four sites, or if all are equally far apart. */
  readonly shape: EntanglementShape | null;
  /** In two dimensions; null elsewhere, or where sites are at distance 0. */
  readonly regge: ReggeCurvature | null;
  /** The same with the values of I among the pairs of that component in random order. */
  readonly shuffled: EntanglementShape | null;
}

/** Mutual information below this is rounding. */
const ROUNDING = 1e-12;
/** Distances that differ relatively by less are called equal. */
const EQUAL = 1e-9;
/** Most sites: a matrix of a thousand rows takes a second. */
const MOST_SITES = 1024;

/**
 * Bulk entanglement gravity: distances w = −log(I/I₀) between sites, made a metric by shortest paths, embedded by
 * multidimensional scaling with its full spectrum, with the dimension, the signature of hyperbolic space, the angle
 * deficits of a Delaunay triangulation (`angleDeficits`), and everything again for the same values of I on randomly
 * exchanged pairs. Pairs with I = 0 are infinitely far, and components are kept apart. Where I falls as a power, w is a
 * logarithm of the distance, which looks hyperbolic for trivial reasons.
 *
 * @param information - I(a:b), shape (sites, sites); the diagonal is not read
 * @throws {ShapeError} a table that is not square; capacities or a layout of other sites
 * @throws {DomainError} more than 1024 sites, values that are not finite, a dimension that is no positive integer
 *
 * O(sites³): 2 s for 484 sites, both shapes.
 *
 * @see Cao, Carroll & Michalakis, Phys. Rev. D 95, 024031 (2017); Cao & Carroll, Phys. Rev. D 97, 086003 (2018)
 */
export function entanglementGeometry(
  information: readonly (readonly Nats[])[],
  options: EntanglementGeometryOptions = {},
): EntanglementGeometry {
  check(information, options);
  const { capacities, layout, dimension = 2, seed = 1 } = options;
  const n = information.length;
  const limits = capacities ?? new Array<Nats>(n).fill(greatestPair(information) / 2);
  const distances = shortestPaths(weights(information, limits));
  const components = componentsOf(distances);
  const largest = components[0] ?? [];
  const apart = components.reduce((sum, own) => sum + own.length * (n - own.length), 0);
  const places = layout && largest.map((site) => layout[site]!);
  const shape = shapeOf(metricOf(distances, largest), dimension, places);
  const stream = randomStream(seed, 'shuffled information');
  const dealt =
    shape &&
    shuffledPairs(
      largest.map((a) => largest.map((b) => information[a]![b]!)),
      stream,
    );
  const own =
    dealt &&
    shortestPaths(
      weights(
        dealt,
        largest.map((site) => limits[site]!),
      ),
    );
  const kept = own && (componentsOf(own)[0] ?? []);
  return {
    components,
    infiniteShare: n > 1 ? apart / (n * (n - 1)) : 0,
    distances,
    shape,
    regge: shape && dimension === 2 ? reggeOf(distances, largest, shape.embedding.points) : null,
    shuffled: own && kept && shapeOf(metricOf(own, kept), dimension, places && kept.map((k) => places[k]!)),
  };
}

function greatestPair(information: readonly (readonly Nats[])[]): Nats {
  return information.reduce((most, row, a) => row.reduce((own, x, b) => (a === b ? own : Math.max(own, x)), most), 0);
}

/** −log(I/I₀), 0 on the diagonal; null where I vanishes. */
const weights = (
  information: readonly (readonly Nats[])[],
  capacities: readonly Nats[],
): readonly (readonly (number | null)[])[] =>
  information.map((row, a) =>
    row.map((value, b) => {
      if (a === b) return 0;
      return value > ROUNDING ? Math.max(0, -Math.log(value / (2 * Math.min(capacities[a]!, capacities[b]!)))) : null;
    }),
  );

/** Sites that have a path to each other, the greatest component first. */
function componentsOf(distances: readonly (readonly (number | null)[])[]): readonly (readonly number[])[] {
  const first = distances.map((row) => row.findIndex((d) => d !== null));
  const groups = new Map<number, number[]>();
  for (const [site, group] of first.entries()) groups.set(group, [...(groups.get(group) ?? []), site]);
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

const metricOf = (distances: readonly (readonly (number | null)[])[], sites: readonly number[]): DistanceTable =>
  sites.map((a) => sites.map((b) => (distances[a]![b]! + distances[b]![a]!) / 2));

function shapeOf(
  metric: DistanceTable,
  dimension: number,
  layout: readonly (readonly number[])[] | undefined,
): EntanglementShape | null {
  let [least, greatest] = [Infinity, 0];
  metric.forEach((row, a) => {
    row.forEach((d, b) => {
      if (a === b) return;
      least = Math.min(least, d);
      greatest = Math.max(greatest, d);
    });
  });
  if (metric.length < 4 || !(greatest - least > EQUAL * greatest)) return null;
  const embedding = multidimensionalScaling(metric, dimension);
  const [kept, cut] = [embedding.eigenvalues[dimension - 1]!, embedding.eigenvalues[dimension] ?? 0];
  return {
    embedding,
    gapDimension: gapDimension(embedding.eigenvalues),
    gapRatio: cut > 0 && kept > 0 ? kept / cut : null,
    procrustes: layout === undefined ? null : procrustesDistance(embedding.points, layout),
    hyperbolic: signatureOf(metric, greatest, dimension),
  };
}

function gapDimension(eigenvalues: readonly number[]): number {
  const floor = Math.max(-eigenvalues.at(-1)!, 1e-12 * eigenvalues[0]!);
  let [best, dimension] = [0, 0];
  for (let k = 0; 2 * k < eigenvalues.length && eigenvalues[k]! > floor; k++) {
    const ratio = eigenvalues[k]! / Math.max(floor, eigenvalues[k + 1]!);
    if (ratio > best) [best, dimension] = [ratio, k + 1];
  }
  return dimension;
}

/**
 * √(1 − r²) with r = Tr Σ/(|X||Y|) for the singular values Σ of XᵀY, X and Y centred: the relative distance left by the
 * best rotation, reflection, translation and scale.
 */
export function procrustesDistance(
  points: readonly (readonly number[])[],
  layout: readonly (readonly number[])[],
): number {
  const [x, y] = [standardised(points), standardised(layout)];
  // Of unit tables |XQ − Y|² = 2 − 2r.
  const square = procrustesAlignment(x, y).residual ** 2 * x.length;
  const r = 1 - square / 2;
  return Math.sqrt(Math.max(0, 1 - r * r));
}

function standardised(points: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const axes = points[0]?.length ?? 0;
  const means = Array.from({ length: axes }, (_, k) => points.reduce((sum, x) => sum + x[k]!, 0) / points.length);
  const size = Math.sqrt(points.reduce((sum, x) => sum + x.reduce((own, v, k) => own + (v - means[k]!) ** 2, 0), 0));
  return points.map((x) => x.map((v, k) => (size > 0 ? (v - means[k]!) / size : 0)));
}

/** Steps of κ times the diameter. */
const SCAN = [0.1, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 12];

function signatureOf(metric: DistanceTable, diameter: number, dimension: number): HyperbolicSignature {
  const n = metric.length;
  const scan = SCAN.map((kappaDiameter) => {
    const data = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) data[i * n + j] = Math.cosh((kappaDiameter / diameter) * metric[i]![j]!);
    }
    const values = symmetricEigenvalues(data, n);
    const rest = values.slice(0, n - 1).reduce((sum, x) => sum + Math.abs(x), 0);
    const space = values.slice(0, dimension).reduce((sum, x) => sum + Math.max(0, -x), 0);
    return { kappaDiameter, share: rest > 0 ? (rest - space) / rest : 0 };
  });
  const least = scan.reduce((best, row) => (row.share < best.share ? row : best));
  return { best: least.kappaDiameter, share: least.share, flat: scan[0]!.share, scan };
}

function reggeOf(
  distances: readonly (readonly (number | null)[])[],
  sites: readonly number[],
  points: readonly (readonly number[])[],
): ReggeCurvature | null {
  const lengthOf = (a: number, b: number): number => distances[sites[a]!]![sites[b]!]!;
  const triangles = delaunay(points);
  const isFlat = triangles.some(([a, b, c]) => !(lengthOf(a, b) > 0 && lengthOf(b, c) > 0 && lengthOf(c, a) > 0));
  if (isFlat) return null;
  const corners = angleDeficits(triangles, lengthOf);
  const inner = corners.filter(({ onEdge }) => !onEdge);
  const deficits = new Array<number | null>(distances.length).fill(null);
  for (const { vertex, deficit } of inner) deficits[sites[vertex]!] = deficit;
  const mean = inner.reduce((sum, { deficit }) => sum + deficit, 0) / Math.max(1, inner.length);
  const square = inner.reduce((sum, { deficit }) => sum + deficit ** 2, 0) / Math.max(1, inner.length);
  return { triangles: triangles.length, inner: inner.length, mean, rms: Math.sqrt(square), deficits };
}

/** The values of the pairs in random order. */
function shuffledPairs(table: readonly (readonly Nats[])[], { integer }: RandomStream): readonly (readonly Nats[])[] {
  const values = table.flatMap((row, a) => row.slice(0, a));
  for (let k = values.length - 1; k > 0; k--) {
    const other = integer(k + 1);
    [values[k], values[other]] = [values[other]!, values[k]!];
  }
  const at = (a: number, b: number): number => (a * (a - 1)) / 2 + b;
  return table.map((row, a) => row.map((_, b) => (a === b ? 0 : values[at(Math.max(a, b), Math.min(a, b))]!)));
}

function check(
  information: readonly (readonly Nats[])[],
  { capacities, layout, dimension = 2 }: EntanglementGeometryOptions,
): void {
  const n = information.length;
  if (n > MOST_SITES) throw new DomainError(`entanglementGeometry: at most ${MOST_SITES} sites possible, got ${n}`);
  if (information.some((row) => row.length !== n)) {
    throw new ShapeError(`entanglementGeometry: a square table of ${n} rows required`);
  }
  const wrong = information.flat().find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new DomainError(`entanglementGeometry: finite information required, got ${wrong}`);
  if (capacities !== undefined && capacities.length !== n) {
    throw new ShapeError(`entanglementGeometry: ${n} capacities required, got ${capacities.length}`);
  }
  if (layout !== undefined && layout.length !== n) {
    throw new ShapeError(`entanglementGeometry: a layout of ${n} sites required, got ${layout.length}`);
  }
  if (!(Number.isInteger(dimension) && dimension >= 1)) {
    throw new DomainError(`entanglementGeometry: a positive number of dimensions required, got ${dimension}`);
  }
}
