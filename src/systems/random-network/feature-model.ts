/** @file Entanglement features: an Ising model on a graph whose free energies are the entropies of a state, learned from them. */

import { DomainError, ShapeError } from '../../errors.ts';
import type { CapacityGraph, GraphEdge } from '../../geometry/capacity-graph.ts';
import type { Objective } from '../../optimise/objective.ts';
import type { Nats } from '../../units.ts';
import type { EntropyDatum } from './fitted-geometry.ts';
import { type SpinSums, spinSum } from './spin-sum.ts';

/** How the edges of a graph share couplings. */
export interface FeatureModelOptions {
  /**
   * The name of the coupling of an edge; null where it stays that of the graph, ½ of the capacity. Default every edge its own, by
   * the name of its leg.
   */
  readonly shared?: (edge: GraphEdge) => string | null;
}

/** An Ising model on a graph, with couplings to be learned. */
export interface FeatureModel {
  readonly graph: CapacityGraph;
  /** Names of the couplings, in the order of the edges. */
  readonly parameters: readonly string[];
  /** The coupling of every edge; −1 where it is that of the graph. */
  readonly parameterOf: readonly number[];
  /**
   * S(A) of regions of the boundary.
   *
   * @param couplings - J of every parameter, shape (P,)
   */
  readonly entropies: (couplings: Float64Array, regions: readonly (readonly number[])[]) => Float64Array;
  /**
   * ∂S(A)/∂J, a row of shape (P,) for each region: twice the sum over the edges of a parameter of how much more likely
   * a domain wall on them is with the region than without.
   */
  readonly responses: (couplings: Float64Array, regions: readonly (readonly number[])[]) => readonly Float64Array[];
  /**
   * ½ mean (S(A) − data)² as a function of ln J, shape (P,), with its exact gradient; for `minimise` and `objectiveTensor`.
   *
   * @throws {DomainError} an empty table, entropies that are not finite, sites that do not exist
   */
  readonly loss: (data: readonly EntropyDatum[]) => Objective;
  /** The graph with the capacities ln D = 2J. */
  readonly graphAt: (couplings: Float64Array) => CapacityGraph;
}

/**
 * The model of the Rényi-2 entropies of a state by an Ising model on a graph,
 *
 *     e^{−S₂(A)} = Z_A/Z_∅,    Z_A = Σ_s exp(Σ_bonds J_b s s′ + Σ_sites h_i τ_i s_i),    J = ½ ln D, h = ½ ln d,
 *
 * with τ = −1 on the sites of the region. It is the annealed entropy of random tensors on the graph, `annealedEntropies`, at bond
 * dimensions that need not be whole. Learning is in ln J: J itself falls into the saddle J = 0, where the gradient vanishes.
 *
 * @param graph - tensors, bonds and open legs; open legs outside of the boundary are traced out
 * @throws {DomainError} a malformed graph, or no edge with a coupling to be learned
 *
 * Cost of a loss three contractions of regions · 2^(treewidth + 1): 15 tensors and 127 regions in 3 ms.
 *
 * @see You, Yang & Qi, Phys. Rev. B 97, 045153 (2018), arXiv:1709.01223
 */
export function featureModel(
  graph: CapacityGraph,
  { shared = ({ leg }) => leg }: FeatureModelOptions = {},
): FeatureModel {
  const names = graph.edges.map(shared);
  const parameters = [...new Set(names.filter((name) => name !== null))];
  if (parameters.length === 0) throw new DomainError('featureModel: at least one coupling to be learned required');
  spinSum(graph, []); // the checks of the graph
  const parameterOf = names.map((name) => (name === null ? -1 : parameters.indexOf(name)));
  const perEdge = (values: ArrayLike<number>, other: (edge: number) => number): Float64Array =>
    Float64Array.from(parameterOf, (parameter, edge) => (parameter < 0 ? other(edge) : values[parameter]!));
  const capacitiesAt = (couplings: Float64Array): Float64Array => {
    if (couplings.length !== parameters.length) {
      throw new ShapeError(`featureModel: ${parameters.length} couplings required, got ${couplings.length}`);
    }
    return perEdge(
      couplings.map((J) => 2 * J),
      (edge) => graph.edges[edge]!.capacity,
    );
  };
  const perParameter = (slopes: Float64Array): Float64Array => {
    const sums = new Float64Array(parameters.length);
    parameterOf.forEach((parameter, edge) => {
      if (parameter >= 0) sums[parameter]! += 2 * slopes[edge]!;
    });
    return sums;
  };
  return {
    graph,
    parameters,
    parameterOf,
    entropies: (couplings, regions) => spinSum(graph, regions)(capacitiesAt(couplings)).entropies,
    responses: (couplings, regions) => {
      const sums = spinSum(graph, regions)(capacitiesAt(couplings));
      const columns = parameters.map((_, p) => {
        const direction = new Float64Array(parameters.length);
        direction[p] = 2;
        return sums.pushforward(perEdge(direction, () => 0));
      });
      return regions.map((_, r) => Float64Array.from(columns, (column) => column[r]!));
    },
    loss: (data) => {
      checkData(data);
      const sumsAt = spinSum(
        graph,
        data.map(({ region }) => region),
      );
      return (theta) => {
        const couplings = theta.map(Math.exp);
        const sums: SpinSums = sumsAt(capacitiesAt(couplings));
        const deviations = sums.entropies.map((entropy, r) => entropy - data[r]!.entropy);
        const slopes = perParameter(sums.pullback(deviations.map((deviation) => deviation / data.length)));
        return {
          value: deviations.reduce((sum, deviation) => sum + deviation ** 2, 0) / (2 * data.length),
          gradient: slopes.map((slope, p) => slope * couplings[p]!),
        };
      };
    },
    graphAt: (couplings) => {
      const capacities = capacitiesAt(couplings);
      return { ...graph, edges: graph.edges.map((edge, k) => ({ ...edge, capacity: capacities[k]! as Nats })) };
    },
  };
}

function checkData(data: readonly EntropyDatum[]): void {
  if (data.length === 0) throw new DomainError('featureModel: at least one entropy required');
  const wrong = data.find(({ entropy }) => !Number.isFinite(entropy));
  if (wrong !== undefined) throw new DomainError(`featureModel: finite entropies required, got ${wrong.entropy}`);
}
