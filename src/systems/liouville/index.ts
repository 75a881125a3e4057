/**
 * @file `bulkweave/systems/liouville`: optimised path integrals. The metric of least Liouville action on any domain of the plane,
 * geodesics and entropies of it, excited states as cones, its stability and its balls.
 */

export type { RealMatrix } from '../../linalg/matrix.ts';
export type { DifferenceOptions } from '../../riemann/differences.ts';
export type { Estimate } from '../../riemann/estimate.ts';
export type { GeodesicOptions } from '../../riemann/geodesic.ts';
export type { GeodesicBallOptions } from '../../riemann/geodesic-ball.ts';
export type { EstimatedSolution, LogarithmOptions } from '../../riemann/logarithmic-map.ts';
export type { MetricDerivatives, MetricField } from '../../riemann/metric-field.ts';
export type { Result, Solution } from '../../solution.ts';
export type { Nats, Radians } from '../../units.ts';
export { hyperbolicCosine, legendreQ1, superposedResponse } from './back-reaction.ts';
export { type BallComplexity, ballComplexity } from './ball-complexity.ts';
export { type ConformalEntropyOptions, conformalEntropies } from './conformal-geodesic.ts';
export {
  type ConformalMetric,
  conformalField,
  interpolatedPhi,
  type PhiJet,
  type SampledGrid,
  sampledMetric,
} from './conformal-metric.ts';
export { type ConeOfOperator, type ConicalSource, coneOfOperator } from './conical-source.ts';
export {
  type GeodesicEntropyOptions,
  geodesicEntropies,
  type LayeredGeodesic,
  layeredGeodesics,
} from './layered-geodesic.ts';
export { type LayeredMetric, type LayersOptions, optimiseLayers, regulatedWaveNumber } from './layered-metric.ts';
export { liouvilleFunctional } from './liouville-functional.ts';
export { type OptimisedMetric, type OptimiseMetricOptions, optimiseMetric } from './optimise-metric.ts';
export type { DomainSide, PlanarDomain, PlanarPoint, SideCondition } from './planar-domain.ts';
export type { PlanarMesh } from './planar-mesh.ts';
export { diskDomain, halfDiskDomain, polygonDomain } from './polygon-domain.ts';
export {
  type HalfPlaneOptions,
  halfPlaneDomain,
  type RectangleConditions,
  rectangleDomain,
} from './rectangle-domain.ts';
export {
  layeredStability,
  type StabilityMode,
  secondVariation,
  stabilityModes,
} from './second-variation.ts';
export { sideLength } from './side-length.ts';
