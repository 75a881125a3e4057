/**
 * @file `bulkweave/systems/anti-de-sitter`: three-dimensional anti-de Sitter space, cones and black holes: entropies of regions of
 * the boundary as geodesics, volumes and actions behind a horizon.
 */

export type { RealMatrix } from '../../linalg/matrix.ts';
export type { MetricDerivatives, MetricField } from '../../riemann/metric-field.ts';
export type { Result, Solution } from '../../solution.ts';
export type { Nats } from '../../units.ts';
export { type ActionGrowth, type ActionOptions, actionGrowth, type PatchAction, patchAction } from './action-growth.ts';
export type { RotatingBackground, StaticBackground, StationaryBackground } from './background.ts';
export { type BoundaryGeodesic, boundaryGeodesics, geodesicLength } from './boundary-geodesics.ts';
export { type DiscretisedSlice, discretisedSlice } from './discretised-slice.ts';
export { type ExtremalSlice, extremalSlice, sliceOfDepth } from './extremal-volume.ts';
export {
  type BoundaryInterval,
  type BoundaryUnits,
  type EntropyCandidate,
  type GeodesicEntropy,
  geodesicEntropy,
  type RegionGeodesic,
} from './geodesic-entropy.ts';
export { sliceMetric } from './slice-metric.ts';
export { type TwoSidedEntropy, type TwoSidedSurface, twoSidedEntropy } from './two-sided-entropy.ts';
