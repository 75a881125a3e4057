/**
 * @file `bulkweave/systems/renormalisation`: layers of renormalisation and the MERA of critical chains; wavelets, the exact
 * holographic mapping of Gaussian states, the Gaussian MERA.
 */

export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../../circuit/circuit.ts';
export type { Leg } from '../../contraction/contraction-graph.ts';
export type { GaussianState, Statistics } from '../../gaussian/gaussian-state.ts';
export type { QuadraticHamiltonian } from '../../gaussian/quadratic-hamiltonian.ts';
export type { Complex, ComplexMatrix } from '../../linalg/complex.ts';
export type { RealMatrix } from '../../linalg/matrix.ts';
export type { RandomState, RandomStream } from '../../linalg/random.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../../network/tensor-network.ts';
export type { PauliWord } from '../../operator/pauli.ts';
export type { PauliSum, PauliTerm } from '../../operator/pauli-sum.ts';
export type { Manifold } from '../../optimise/manifold.ts';
export type { Evaluation, Objective } from '../../optimise/objective.ts';
export type { Result, Solution } from '../../solution.ts';
export type { RegionEntropies, RegionEntropy } from '../../state/region-entropies.ts';
export type { Nats, Radians } from '../../units.ts';
export { type AlternatingStep, alternatingUpdates } from './alternating-updates.ts';
export { type CriticalMera, type CriticalMeraOptions, type CriticalMeraStep, criticalMera } from './critical-mera.ts';
export {
  type ChainModel,
  chainTerm,
  criticalIsing,
  criticalPotts,
  criticalXxz,
  type ExactCriticality,
  type ScalingLine,
} from './critical-model.ts';
export { daubechiesFilter, type WaveletFilter } from './daubechies-filter.ts';
export {
  type BulkSite,
  exactHolographicMapping,
  type HolographicBulk,
  type HolographicMappingOptions,
  mappingMatrix,
} from './exact-holographic-mapping.ts';
export { ascended, descended, type GaussianLayer } from './gaussian-layer.ts';
export {
  fixedCovariance,
  type GaussianMera,
  type GaussianMeraOptions,
  gaussianMera,
  gaussianMeraObjective,
  gaussianMeraOf,
  majoranaDimensions,
  type OptimisedGaussianMera,
} from './gaussian-mera.ts';
export {
  type CircuitScale,
  type GaussianMeraCircuit,
  type GaussianMeraCircuitOptions,
  gaussianMeraCircuit,
} from './gaussian-mera-circuit.ts';
export { type GaussianMeraRing, gaussianMeraRing } from './gaussian-mera-ring.ts';
export { layerManifold } from './graded-isometries.ts';
export { haarPyramid, type PyramidLevel } from './haar-pyramid.ts';
export { type LayerClock, layerClocks } from './layer-clocks.ts';
export {
  type BulkPair,
  type LayerGeometry,
  type LayerGeometryOptions,
  type LayerPair,
  layerGeometry,
  pairOf,
} from './layer-geometry.ts';
export { grownLayer, type LayerStart, layerStart } from './layer-start.ts';
export { type NetworkShape, networkOfLayers, networkStart } from './layered-network.ts';
export { type MeraCertificate, type MeraVerdict, meraCertificate } from './mera-certificate.ts';
export { type MeraCorrelation, meraCorrelations, thermalCorrelations } from './mera-correlations.ts';
export { type MeraInformation, meraInformation } from './mera-information.ts';
export { operatorProduct } from './operator-product.ts';
export { pauliChain } from './pauli-chain.ts';
export {
  type Constellation,
  checkLayer,
  type Grading,
  type KeptPlaces,
  type RenormalisationLayer,
  type Window,
} from './renormalisation-layer.ts';
export { ringMeraEnergy, ringSites } from './ring-mera.ts';
export { type CodeLeakage, centralCharge, codeLeakage } from './scale-entropies.ts';
export { type LayeredNetwork, scaleInvariantEnergy } from './scale-invariant-energy.ts';
export { type ChannelPlaces, gradedTwist, type Twist } from './scaling-channel.ts';
export { type ScalingOperator, type ScalingSpectrumOptions, scalingSpectrum } from './scaling-spectrum.ts';
export {
  binaryLayer,
  type LayerForm,
  type LayerSites,
  modifiedBinaryLayer,
  type Site,
  standardLayer,
  ternaryLayer,
} from './standard-layers.ts';
export { ascend, descend, fixedPoint } from './superoperators.ts';
export { isingFreeEnergy } from './thermal-ising.ts';
export { type ThermalMera, type ThermalMeraOptions, thermalFreeEnergy, thermalMera } from './thermal-mera.ts';
export {
  type Multiresolution,
  type WaveletBoundary,
  type WaveletOptions,
  waveletCoefficients,
  waveletSynthesis,
} from './wavelet-analysis.ts';
export { type WaveletCircuit, type WaveletCircuitOptions, waveletCircuit } from './wavelet-circuit.ts';
export { type BulkLabel, type BulkTransform, type WaveletTransform, waveletTransform } from './wavelet-transform.ts';
