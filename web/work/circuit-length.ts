/** @file The length of a circuit in training, on the metric of the experiment. */

import { byKind } from '../../src/by-kind.ts';
import { blockLength } from '../../src/complexity/block-length.ts';
import { layeredLength } from '../../src/complexity/layered-length.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import { DomainError } from '../../src/errors.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import type { Objective } from '../../src/optimise/objective.ts';

const lengthOf = byKind<GenerativeNetwork, [metric: PenaltyMetric], Objective | null>({
  circuit: (circuit, metric) => layeredLength(circuit, metric),
  'block-circuit': (circuit, metric) => blockLength(circuit, metric),
  network: () => null,
});

/** The length layer after layer as a function of θ; null of tensor networks, and where the metric forbids a gate. */
export function circuitLengthOf(network: GenerativeNetwork, metric: PenaltyMetric): Objective | null {
  try {
    return lengthOf(network, metric);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
