/** @file The entanglement wedge of a region: the logical inputs that it recovers exactly. */

import { regionRecoverability } from '../../bulk/recoverability.ts';
import { DomainError } from '../../errors.ts';
import type { CapacityGraph } from '../../geometry/capacity-graph.ts';
import type { RegionEntropies } from '../../state/region-entropies.ts';
import type { Nats } from '../../units.ts';

/** When an input counts as recovered. */
export interface WedgeOptions {
  /** Most information about an input, in nats, outside of the region; default 1e-9, rounding. */
  readonly leakage?: Nats;
}

/**
 * The logical inputs t that a region A recovers,
 *
 *     I(R_t : A) = 2 S(R_t),
 *
 * with R_t the reference of t; all other references are lost. Inputs that are recovered one by one are recovered
 * together, since all operators on them then have representatives on A. By complementarity no input is recovered
 * both from A and from the rest.
 *
 * @param entropies - of a state with references
 * @param region - A, sites of the boundary
 * @returns indices of logical inputs, from 0, ascending
 * @throws {DomainError} a site that does not exist or occurs twice, or a reference without entropy
 *
 * Cost 1 + 2·references entropies.
 *
 * @see Dong, Harlow & Wall, arXiv:1601.05416
 */
export function entanglementWedge(
  entropies: RegionEntropies,
  region: readonly number[],
  { leakage = 1e-9 }: WedgeOptions = {},
): readonly number[] {
  return Array.from({ length: entropies.references }, (_, t) => t).filter(
    (t) => regionRecoverability(entropies, [entropies.boundary + t], region).leaked <= leakage,
  );
}

/**
 * The tensors that carry the given logical inputs, by id.
 *
 * @param inputs - indices into the references of the graph
 * @throws {DomainError} an input that does not exist
 */
export function tensorsOfInputs(graph: CapacityGraph, inputs: readonly number[]): readonly string[] {
  const references = graph.references ?? [];
  const tensorOf = new Map(graph.edges.map(({ leg, from }) => [leg, from]));
  return inputs.map((input) => {
    const leg = references[input];
    if (leg !== undefined) return tensorOf.get(leg)!;
    throw new DomainError(`tensorsOfInputs: inputs below ${references.length} required, got ${input}`);
  });
}
