/** @file `bulkweave/systems/continuous-mera`: entanglement renormalisation of free fields as a path of Gaussian states. */

export type { GaussianState, Statistics } from '../../gaussian/gaussian-state.ts';
export type { RealMatrix } from '../../linalg/matrix.ts';
export type { MetricDerivatives, MetricField } from '../../riemann/metric-field.ts';
export { type ContinuousMera, type ContinuousMeraOptions, cmera } from './continuous-mera.ts';
export { modeOfMera } from './mera-mode.ts';
export { meraOnRing, type RingCost, type RingLengths, ringLengths } from './mera-on-ring.ts';
export { emergentMetric, massMetric, pairMetric, phaseMetric } from './scale-geometry.ts';
export { type PathLengths, type ScaleLengths, type ScaleMetric, scaleLengths, scaleMetric } from './scale-lengths.ts';
