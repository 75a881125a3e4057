/** @file The geometry that explains a table of entropies: capacities of a graph, fitted through their random network. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import type { CapacityGraph } from '../../geometry/capacity-graph.ts';
import { zeroMatrix } from '../../linalg/complex.ts';
import { singularValueDecomposition } from '../../linalg/singular-values.ts';
import { lbfgs } from '../../optimise/lbfgs.ts';
import { minimised } from '../../optimise/minimise.ts';
import type { Objective } from '../../optimise/objective.ts';
import type { Solution } from '../../solution.ts';
import type { Nats } from '../../units.ts';
import { annealedResponses } from './annealed-entropies.ts';
import { type PermutationSum, permutationSum, type RandomNetworkOptions } from './permutation-sum.ts';

/** An entropy that is to be explained. */
export interface EntropyDatum {
  /** Numbers of sites: boundary, then references. */
  readonly region: readonly number[];
  readonly entropy: Nats;
}

/** Options of the fit. */
export interface GeometryFitOptions extends RandomNetworkOptions {
  /** Edges whose capacities stay as they are; default all open legs. */
  readonly fixed?: readonly Leg[];
  /** Most steps of L-BFGS; default 1000. */
  readonly maxSteps?: number;
}

/** An edge of the fitted geometry. */
export interface FittedEdge {
  readonly leg: Leg;
  /** ln D ≥ 0. */
  readonly capacity: Nats;
  /** Whether the table fixes the capacity, all others left free. */
  readonly determined: boolean;
  /** How far the capacity moves by an error of 1 nat spread over the table, √((JᵀJ)⁻¹)_ee; Infinity if not determined. */
  readonly uncertainty: number;
}

/** A geometry, and what speaks for it. */
export interface FittedGeometry {
  /** The graph with the fitted capacities. */
  readonly graph: CapacityGraph;
  /** Root mean square and greatest deviation of the annealed entropies from the table. */
  readonly residual: Nats;
  readonly greatest: Nats;
  /** Number of independent combinations of free capacities that the table fixes. */
  readonly rank: number;
  /** The free edges. */
  readonly edges: readonly FittedEdge[];
}

/** Capacities are squares, which cannot leave 0 by their own gradient. */
const LEAST_START = 0.05;
/** Singular values of the Jacobian below this fraction of the greatest, and shares of an edge below that, count as 0. */
const RANK_TOLERANCE = 1e-7;
const SHARE_TOLERANCE = 1e-4;

/**
 * The capacities ln D ≥ 0 of a graph whose annealed entropies S_n are nearest to a table, by least squares: L-BFGS in
 * x = √(ln D) with the exact gradient. The minimum found depends on the start, which is the graph's own capacities.
 *
 * @param graph - its capacities are where the fit starts
 * @param table - Rényi entropies of order n of some state, or anything else that is to be read as a geometry
 * @returns `converged` where the gradient is below 1e-10 nats or all deviations are below 1e-8
 * @throws {DomainError} see `permutationSum`; an empty table, an entropy that is not finite, or nothing to be fitted
 *
 * Cost of a step: about four contractions for each row of the table. Eight tensors and 127 regions: 17 steps, 3 s.
 */
export function fittedGeometry(
  graph: CapacityGraph,
  table: readonly EntropyDatum[],
  options: GeometryFitOptions = {},
): Solution<FittedGeometry> {
  const { fixed = openLegs(graph), maxSteps = 1000 } = options;
  const free = graph.edges.flatMap(({ leg }, edge) => (fixed.includes(leg) ? [] : [edge]));
  checkFit(table, free);
  const sum = permutationSum(graph, options);
  const given = Float64Array.from(graph.edges, ({ capacity }) => capacity);
  const capacitiesAt = (x: Float64Array): Float64Array => {
    const capacities = given.slice();
    free.forEach((edge, k) => {
      capacities[edge] = x[k]! ** 2;
    });
    return capacities;
  };
  const start = Float64Array.from(free, (edge) => Math.sqrt(Math.max(LEAST_START, given[edge]!)));
  const objective = squaredDeviation(sum, table, free, capacitiesAt);
  const stop = { maxSteps, gradientTolerance: 1e-10, target: (table.length * 1e-16) / 2 };
  const { value, result, steps } = minimised(objective, lbfgs(), start, stop);
  return { value: geometryAt(graph, sum, table, free, capacitiesAt(value.x)), result, steps };
}

const openLegs = ({ edges }: CapacityGraph): readonly Leg[] =>
  edges.filter(({ to }) => to === null).map(({ leg }) => leg);

function checkFit(table: readonly EntropyDatum[], free: readonly number[]): void {
  if (free.length === 0) throw new DomainError('fittedGeometry: at least one edge that is not fixed required');
  if (table.length === 0) throw new DomainError('fittedGeometry: at least one entropy required');
  const wrong = table.find(({ entropy }) => !Number.isFinite(entropy));
  if (wrong !== undefined) throw new DomainError(`fittedGeometry: finite entropies required, got ${wrong.entropy}`);
}

/** ½ Σ (S_n − entropy)² with ∂/∂x = 2x ∂/∂ln D. */
export function squaredDeviation(
  sum: PermutationSum,
  table: readonly EntropyDatum[],
  free: readonly number[],
  capacitiesAt: (x: Float64Array) => Float64Array,
): Objective {
  const regions = table.map(({ region }) => region);
  return (x) => {
    const gradient = new Float64Array(x.length);
    let value = 0;
    annealedResponses(sum, regions, capacitiesAt(x)).forEach((response, row) => {
      const deviation = response.entropy - table[row]!.entropy;
      value += deviation ** 2 / 2;
      free.forEach((edge, k) => {
        gradient[k] = gradient[k]! + 2 * x[k]! * deviation * response.gradient[edge]!;
      });
    });
    return { value, gradient };
  };
}

function geometryAt(
  graph: CapacityGraph,
  sum: PermutationSum,
  table: readonly EntropyDatum[],
  free: readonly number[],
  capacities: Float64Array,
): FittedGeometry {
  const regions = table.map(({ region }) => region);
  const responses = annealedResponses(sum, regions, capacities);
  const deviations = responses.map(({ entropy }, row) => Math.abs(entropy - table[row]!.entropy));
  const jacobian = zeroMatrix(table.length, free.length);
  responses.forEach(({ gradient }, row) => {
    free.forEach((edge, k) => {
      jacobian.interleaved[2 * (row * free.length + k)] = gradient[edge]!;
    });
  });
  const { values, v } = singularValueDecomposition(jacobian);
  const rank = values.filter((value) => value > RANK_TOLERANCE * values[0]!).length;
  const edges = free.map((edge, k): FittedEdge => {
    const squares = Array.from({ length: rank }, (_, mode) => v.interleaved[2 * (k * v.cols + mode)]! ** 2);
    const determined = squares.reduce((share, square) => share + square, 0) > 1 - SHARE_TOLERANCE;
    const variance = squares.reduce((total, square, mode) => total + square / values[mode]! ** 2, 0);
    const { leg } = graph.edges[edge]!;
    return { leg, capacity: capacities[edge]!, determined, uncertainty: determined ? Math.sqrt(variance) : Infinity };
  });
  return {
    graph: { ...graph, edges: graph.edges.map((edge, k) => ({ ...edge, capacity: capacities[k]! })) },
    residual: Math.sqrt(deviations.reduce((total, deviation) => total + deviation ** 2, 0) / table.length),
    greatest: Math.max(...deviations),
    rank,
    edges,
  };
}
