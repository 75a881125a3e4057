/** @file `bulkweave/systems/random-network`: networks of random tensors, whose averages are spin models. */

export type { Angle } from '../../circuit/circuit.ts';
export type { Leg } from '../../contraction/contraction-graph.ts';
export type { CapacityGraph, GraphEdge, GraphNode } from '../../geometry/capacity-graph.ts';
export type { DiskPoint } from '../../geometry/hyperbolic-disk.ts';
export type { Cut } from '../../geometry/minimal-cut.ts';
export type { RandomState, RandomStream } from '../../linalg/random.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../../network/tensor-network.ts';
export type { PauliWord } from '../../operator/pauli.ts';
export type { Evaluation, Objective } from '../../optimise/objective.ts';
export type { Result, Solution } from '../../solution.ts';
export { meanPurity, pageEntropy } from '../../state/page-entropy.ts';
export type { RegionEntropies, RegionEntropy } from '../../state/region-entropies.ts';
export type { Nats, Radians } from '../../units.ts';
export { type AnnealedResponse, annealedEntropies, annealedResponse } from './annealed-entropies.ts';
export { type DomainWall, domainWall, type WallEdge, type WallTensor } from './domain-wall.ts';
export { type FeatureGeometry, featureGeometry } from './feature-geometry.ts';
export { type FeatureModel, type FeatureModelOptions, featureModel } from './feature-model.ts';
export {
  type FeatureFisher,
  type FeatureFitOptions,
  type FittedFeatures,
  featureFisher,
  fittedFeatures,
} from './fitted-features.ts';
export {
  type EntropyDatum,
  type FittedEdge,
  type FittedGeometry,
  fittedGeometry,
  type GeometryFitOptions,
} from './fitted-geometry.ts';
export { gaussianTensors, networkOfGraph } from './network-of-graph.ts';
export type { RandomNetworkOptions } from './permutation-sum.ts';
export { withRandomBulkState } from './random-bulk-state.ts';
export { type SampledEntropy, type SamplingOptions, sampledEntropies } from './sampled-entropies.ts';
export {
  type SampledStabiliserEntropy,
  type StabiliserSamples,
  type StabiliserSamplingOptions,
  sampledStabilisers,
} from './sampled-stabilisers.ts';
export { type Interval, type TwoIntervals, twoIntervals } from './two-intervals.ts';
export type { SampleMean } from './weighted-mean.ts';
