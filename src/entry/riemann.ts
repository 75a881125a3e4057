/**
 * @file `bulkweave/riemann`: any metric field g(x): Christoffel symbols, curvature, geodesics, exponential map, parallel transport.
 */

export type { RealMatrix } from '../linalg/matrix.ts';
export { christoffelSymbols } from '../riemann/christoffel.ts';
export { ricciTensor, riemannTensor, scalarCurvature, sectionalCurvature } from '../riemann/curvature.ts';
export type { DifferenceOptions } from '../riemann/differences.ts';
export type { Estimate } from '../riemann/estimate.ts';
export { exponentialMap } from '../riemann/exponential-map.ts';
export { categoricalDistance, categoricalMetric } from '../riemann/families/categorical.ts';
export { betaMetric, dirichletMetric } from '../riemann/families/dirichlet.ts';
export { exponentialDistance, exponentialMetric } from '../riemann/families/exponential.ts';
export { normalDistance, normalMetric } from '../riemann/families/normal.ts';
export { vonMisesMetric } from '../riemann/families/von-mises.ts';
export {
  boost,
  type FrameJacobian,
  type FrameSplit,
  frameJacobian,
  frameOfMetric,
  lorentzBetween,
  metricOfFrame,
  splitFrameChange,
  type WignerRotation,
  wignerRotation,
} from '../riemann/frame-bundle.ts';
export { type Curve, type CurvePoint, checkGeodesic, type GeodesicOptions, geodesic } from '../riemann/geodesic.ts';
export { type GeodesicBall, type GeodesicBallOptions, geodesicBalls } from '../riemann/geodesic-ball.ts';
export {
  type EstimatedSolution,
  geodesicBetween,
  geodesicDistance,
  type LogarithmOptions,
  logarithmicMap,
} from '../riemann/logarithmic-map.ts';
export type { MetricDerivatives, MetricField } from '../riemann/metric-field.ts';
export { type JacobiField, jacobiField, parallelTransport } from '../riemann/parallel-transport.ts';
export { type BianchiDefects, bianchiDefects, covariantDerivative, einsteinTensor } from '../riemann/tensors.ts';
export { volume } from '../riemann/volume.ts';
export type { Result, Solution } from '../solution.ts';
