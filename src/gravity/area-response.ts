/**
 * @file How the geometry that is read off a state responds to a small change of the state: areas, distances, curvature.
 * That this is the response of a spacetime to matter is an analogy; the derivatives are those of entropies.
 */

import { informationDistances } from '../bulk/information-distances.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError, ShapeError } from '../errors.ts';
import type { CapacityGraph } from '../geometry/capacity-graph.ts';
import { minimalCut } from '../geometry/minimal-cut.ts';
import { modelFit, type SpaceKind } from '../geometry/model-fit.ts';
import type { DistanceTable } from '../geometry/multidimensional-scaling.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { addScaledMatrix, scaledMatrix, trace } from '../linalg/matrix.ts';
import { addScaled, innerProduct, normSquared } from '../linalg/vector.ts';
import { entropy } from '../state/entropy.ts';
import { complementOf, isDensityMatrix, reducedDensityMatrix, type State } from '../state/reduced-density-matrix.ts';
import { entropyDerivative } from './entanglement-first-law.ts';

/** A state of sites with the given dimensions and its derivative δ along a curve, both vectors or both matrices. */
export interface StateChange {
  readonly state: State;
  readonly change: State;
  readonly dimensions: readonly number[];
}

/** A quantity and its derivative along the change. */
export interface Response {
  readonly value: number;
  readonly change: number;
}

/**
 * Reduced state of a region and its derivative, normalised: Tr ρ_A = 1, Tr δρ_A = 0. For a vector
 *
 *     δρ_A = Tr_B(|δψ⟩⟨ψ| + |ψ⟩⟨δψ|) = ½(ρ_A(ψ + δψ) − ρ_A(ψ − δψ)).
 *
 * @throws {ShapeError} one is a vector and the other a matrix
 */
function reducedChange(
  { state, change, dimensions }: StateChange,
  region: readonly number[],
): { readonly rho: ComplexMatrix; readonly change: ComplexMatrix } {
  const reduced = (of: State): ComplexMatrix => reducedDensityMatrix(of, dimensions, region);
  if (isDensityMatrix(state) !== isDensityMatrix(change)) {
    throw new ShapeError('reducedChange: a state and a change of the same kind required, got a vector and a matrix');
  }
  if (isDensityMatrix(state) || isDensityMatrix(change)) return normalisedChange(reduced(state), reduced(change));
  const size = normSquared(state);
  // The part along the state changes its norm only, and would cost accuracy where it is large.
  const across = addScaled(change, [-innerProduct(state, change)[0] / size, 0], state);
  const difference = addScaledMatrix(
    reduced(addScaled(state, [1, 0], across)),
    [-1, 0],
    reduced(addScaled(state, [-1, 0], across)),
  );
  return normalisedChange(reduced(state), scaledMatrix([1 / 2, 0], difference));
}

function normalisedChange(rho: ComplexMatrix, change: ComplexMatrix) {
  const [size] = trace(rho);
  const unit = scaledMatrix([1 / size, 0], rho);
  const raw = scaledMatrix([1 / size, 0], change);
  return { rho: unit, change: addScaledMatrix(raw, [-trace(raw)[0], 0], unit) };
}

/**
 * Entropy of a region and its linear response, the first law of entanglement:
 *
 *     δS(A) = −Tr δρ_A log ρ_A,
 *
 * exact. By Ryu and Takayanagi's formula, where it holds, this is the change of an area over 4G.
 *
 * @throws {DomainError} δρ_A leaves the support of ρ_A: the response is infinite
 *
 * Cost O(D·D_A + D_A³) for a vector, of the region or the rest, whichever is smaller.
 */
export function entropyResponse(of: StateChange, region: readonly number[]): Response {
  const rest = complementOf(region, of.dimensions.length);
  const size = (sites: readonly number[]): number => sites.reduce((product, s) => product * of.dimensions[s]!, 1);
  const side = !isDensityMatrix(of.state) && size(rest) < size(region) ? rest : region;
  const { rho, change } = reducedChange(of, side);
  return { value: entropy(rho), change: entropyDerivative(rho, change) };
}

/** The response of mutual information and distances between the sites. */
export interface InformationResponse {
  /** Quantities between the sites a and b; null on the diagonal. */
  readonly information: readonly (readonly (Response | null)[])[];
  /** Distances −log(I/I_max) and their change −δI/I; null where I vanishes, and on the diagonal. */
  readonly distances: readonly (readonly (Response | null)[])[];
}

/**
 * Mutual information I(a:b) = S(a) + S(b) − S(ab) between all sites, and the distances that follow from it, with their
 * linear response.
 *
 * @throws {DomainError} the change leaves the support of a reduced state
 */
export function informationResponse(of: StateChange): InformationResponse {
  const single = of.dimensions.map((_, site) => entropyResponse(of, [site]));
  const information = single.map(() => single.map((): Response | null => null));
  single.forEach((a, i) => {
    for (let j = 0; j < i; j++) {
      const b = single[j]!;
      const both = entropyResponse(of, [j, i]);
      const pair = { value: a.value + b.value - both.value, change: a.change + b.change - both.change };
      information[i]![j] = pair;
      information[j]![i] = pair;
    }
  });
  const lengths = informationDistances(
    information.map((row) => row.map((pair) => pair?.value ?? 0)),
    of.dimensions,
  );
  const distances = information.map((row, i) =>
    row.map((pair, j) => {
      const value = lengths[i]![j]!;
      return pair === null || value === null ? null : { value, change: -pair.change / pair.value };
    }),
  );
  return { information, distances };
}

/**
 * Areas of the legs of a network with their linear response: the entropy of the cut that a leg makes by itself. Open
 * legs of the boundary and bonds without which the graph falls apart have one; bonds inside a cycle do not, and are
 * left out.
 *
 * @param of - the state of the graph's boundary and its change
 * @throws {DomainError} the change leaves the support of a reduced state
 */
export function areaResponses(graph: CapacityGraph, of: StateChange): Readonly<Record<Leg, Response>> {
  const areas: Record<Leg, Response> = {};
  const owners = new Map(graph.edges.map(({ leg, from }) => [leg, from]));
  for (const { leg, from, to } of graph.edges) {
    const site = graph.boundary.indexOf(leg);
    if (site >= 0) areas[leg] = entropyResponse(of, [site]);
    if (to === null) continue;
    const near = new Set([from]);
    for (const id of near) {
      for (const edge of graph.edges) {
        if (edge.leg === leg || edge.to === null) continue;
        if (edge.from === id) near.add(edge.to);
        if (edge.to === id) near.add(edge.from);
      }
    }
    if (near.has(to)) continue;
    areas[leg] = entropyResponse(
      of,
      [...graph.boundary.keys()].filter((k) => near.has(owners.get(graph.boundary[k]!)!)),
    );
  }
  return areas;
}

/** A minimal cut whose area responds. */
export interface CutResponse extends Response {
  readonly legs: readonly Leg[];
}

/**
 * Area of the minimal cut round a boundary region when every leg has an area of its own, and its linear response: the
 * sum of the changes on the cut, which itself stays in place to first order (envelope theorem). Where two cuts tie, the
 * response is one-sided; that of the cut nearest to the region is given.
 *
 * @param areas - of the legs, with their changes, see `areaResponses`; legs that are not named keep the capacity that
 *   they have in the graph
 * @param region - indices of boundary legs
 * @throws {DomainError} a site of the region does not exist, or an area is negative
 */
export function cutResponse(
  graph: CapacityGraph,
  areas: Readonly<Record<Leg, Response>>,
  region: readonly number[],
): CutResponse {
  const edges = graph.edges.map((edge) => ({ ...edge, capacity: areas[edge.leg]?.value ?? edge.capacity }));
  const wrong = edges.find(({ capacity }) => !(capacity >= 0));
  if (wrong !== undefined)
    throw new DomainError(`cutResponse: areas ≥ 0 required, got ${wrong.capacity} at ${wrong.leg}`);
  const { area, legs } = minimalCut({ ...graph, edges }, region);
  return { value: area, change: legs.reduce((sum, leg) => sum + (areas[leg]?.change ?? 0), 0), legs };
}

/** Curvature of the space that fits a table of distances best, and its response. */
export interface CurvatureResponse extends Response {
  /** What the number says about gravity. */
  readonly label: 'analogy';
  /** Kind of the better of the two curved fits; it is held fixed in the response. */
  readonly kind: Exclude<SpaceKind, 'euclidean'>;
  /** Stress of the fit: without a good fit there is no curvature to speak of. */
  readonly stress: number;
}

/**
 * Sectional curvature ±1/r² of the sphere or hyperbolic space that fits the distances best, and its derivative along
 * a change of the distances: a central difference of fits of the same kind. If all distances grow by a common factor,
 * δd = d, it is −2 times the curvature.
 *
 * @param distances - finite, symmetric
 * @param changes - δd, symmetric
 * @param dimension - of the space; default 2
 * @param step - of the difference, in units of the change; default 1e-3
 * @throws {DomainError} distances that are not finite, or not symmetric
 *
 * Cost 3 fits, see `modelFit`.
 */
export function curvatureResponse(
  distances: DistanceTable,
  changes: DistanceTable,
  dimension = 2,
  step = 1e-3,
): CurvatureResponse {
  const fitOf = (h: number, kind?: SpaceKind) =>
    modelFit(
      distances.map((row, i) => row.map((d, j) => d + h * changes[i]![j]!)),
      dimension,
    ).fits.find((fit) => (kind === undefined ? fit.kind !== 'euclidean' : fit.kind === kind))!;
  const { kind, radius, stress } = fitOf(0);
  const sign = kind === 'spherical' ? 1 : -1;
  const curvature = (h: number): number => sign / fitOf(h, kind).radius ** 2;
  return {
    label: 'analogy',
    kind: kind === 'spherical' ? kind : 'hyperbolic',
    value: sign / radius ** 2,
    change: (curvature(step) - curvature(-step)) / (2 * step),
    stress,
  };
}
