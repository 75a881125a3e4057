/** @file `bulkweave/systems/random-network`: networks of random tensors, whose averages are spin models. */

export type { Leg } from '../../contraction/contraction-graph.ts';
export type { CapacityGraph, GraphEdge, GraphNode } from '../../geometry/capacity-graph.ts';
export type { Cut } from '../../geometry/minimal-cut.ts';
export type { RegionEntropies, RegionEntropy } from '../../state/region-entropies.ts';
export type { Nats } from '../../units.ts';
export { type AnnealedResponse, annealedEntropies, annealedResponse } from './annealed-entropies.ts';
export { type DomainWall, domainWall, type WallEdge, type WallTensor } from './domain-wall.ts';
export { meanPurity, pageEntropy } from './page-entropy.ts';
export type { RandomNetworkOptions } from './permutation-sum.ts';
