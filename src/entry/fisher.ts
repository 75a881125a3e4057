/**
 * @file `bulkweave/fisher`: what can be inferred: the quantum geometric tensor and Fisher information of networks; measurements,
 * noise, and the bounds of estimation.
 */

export type { BlockCircuit, BlockGate } from '../circuit/block-circuit.ts';
export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../circuit/circuit.ts';
export type { Leg } from '../contraction/contraction-graph.ts';
export {
  classicalFisherInformation,
  type MeasurementShare,
  measurementShare,
  optimalMeasurement,
} from '../estimation/classical-fisher.ts';
export { type EstimationBounds, estimationBounds, gillMassarSlack } from '../estimation/cramer-rao.ts';
export { type DensityTangent, mapTangent } from '../estimation/density-tangent.ts';
export { type HolevoBound, type HolevoOptions, holevoBound } from '../estimation/holevo-bound.ts';
export {
  type EstimationTrial,
  maximumLikelihood,
  type OutcomeFamily,
  sampleCounts,
  simulateEstimation,
} from '../estimation/maximum-likelihood.ts';
export { type OutcomeModel, povmOutcomes } from '../estimation/measurement.ts';
export { MONOTONE_METRICS, type MonotoneMetric, monotoneMetric } from '../estimation/monotone-metrics.ts';
export {
  amplitudeDamping,
  applyChannel,
  dephasing,
  depolarising,
  type QubitChannel,
} from '../estimation/noise-channel.ts';
export { symmetricLogarithmicDerivative } from '../estimation/symmetric-logarithmic-derivative.ts';
export { informationBySize, type ThermalPoint, thermalInformation } from '../fisher/black-hole-limit.ts';
export { densityTangent } from '../fisher/density-tangent.ts';
export { effectiveDimension, fisherRank, participationNumber } from '../fisher/effective-dimension.ts';
export { fisherAfterErasure, regionFisherInformation, survivingShare } from '../fisher/erasure.ts';
export { fisherBlocks, fisherDiagonal, type KroneckerForm, kroneckerForms } from '../fisher/fisher-forms.ts';
export { type FisherSpectrum, fisherSpectrum } from '../fisher/fisher-spectrum.ts';
export {
  fisherVectorProduct,
  type MatrixFreeOptions,
  naturalGradientDirection,
} from '../fisher/fisher-vector-product.ts';
export { type Chart, fubiniStudyField } from '../fisher/fubini-study-field.ts';
export { type GaugeDirection, gaugeDirections } from '../fisher/gauge-directions.ts';
export {
  type GroupInferability,
  groupInferability,
  type Inferability,
  inferability,
  layersOf,
  leastResolution,
  type ParameterGroup,
} from '../fisher/inferability.ts';
export { type ManifoldFisher, manifoldFisher } from '../fisher/manifold-fisher.ts';
export { networkSpectrumMetric } from '../fisher/network-spectrum-metric.ts';
export { type PathInferability, pathInferability, type SlicePath } from '../fisher/path-inferability.ts';
export { productOutcomes } from '../fisher/product-outcomes.ts';
export { mixedFisherInformation, quantumFisherInformation } from '../fisher/quantum-fisher-information.ts';
export { berryCurvature, fubiniStudyMetric, quantumGeometricTensor } from '../fisher/quantum-geometric-tensor.ts';
export { stateFamilyMetric } from '../fisher/state-family-metric.ts';
export { type StateJet, stateJet } from '../fisher/state-jet.ts';
export { tangentAngle } from '../fisher/tangent-angle.ts';
export { treeAngles } from '../fisher/tree-angles.ts';
export type { GenerativeNetwork } from '../generative/generative-network.ts';
export type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
export type { ConjugateGradientSolveOptions } from '../linalg/conjugate-gradient-solve.ts';
export type { RealMatrix } from '../linalg/matrix.ts';
export type { RandomState, RandomStream } from '../linalg/random.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../network/tensor-network.ts';
export type { PauliWord } from '../operator/pauli.ts';
export type { MetricDerivatives, MetricField } from '../riemann/metric-field.ts';
export type { Result, Solution } from '../solution.ts';
export type { Radians } from '../units.ts';
