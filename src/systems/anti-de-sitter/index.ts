/**
 * @file `bulkweave/systems/anti-de-sitter`: three-dimensional anti-de Sitter space, cones and black holes: entropies of regions of
 * the boundary as geodesics.
 */

export type { RealMatrix } from '../../linalg/matrix.ts';
export type { MetricDerivatives, MetricField } from '../../riemann/metric-field.ts';
export type { Nats } from '../../units.ts';
export type { RotatingBackground, StaticBackground, StationaryBackground } from './background.ts';
export { type BoundaryGeodesic, boundaryGeodesics, geodesicLength } from './boundary-geodesics.ts';
export {
  type BoundaryInterval,
  type BoundaryUnits,
  type EntropyCandidate,
  type GeodesicEntropy,
  geodesicEntropy,
  type RegionGeodesic,
} from './geodesic-entropy.ts';
export { sliceMetric } from './slice-metric.ts';
