/** @file `bulkweave/systems/renormalisation`: wavelets, the exact holographic mapping of Gaussian states, the Gaussian MERA. */

export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../../circuit/circuit.ts';
export type { GaussianState, Statistics } from '../../gaussian/gaussian-state.ts';
export type { QuadraticHamiltonian } from '../../gaussian/quadratic-hamiltonian.ts';
export type { RealMatrix } from '../../linalg/matrix.ts';
export type { PauliWord } from '../../operator/pauli.ts';
export type { Evaluation, Objective } from '../../optimise/objective.ts';
export type { Result, Solution } from '../../solution.ts';
export type { RegionEntropies, RegionEntropy } from '../../state/region-entropies.ts';
export type { Nats, Radians } from '../../units.ts';
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
export { type LayerClock, layerClocks } from './layer-clocks.ts';
export {
  type BulkPair,
  type LayerGeometry,
  type LayerGeometryOptions,
  type LayerPair,
  layerGeometry,
  pairOf,
} from './layer-geometry.ts';
export {
  type Multiresolution,
  type WaveletBoundary,
  type WaveletOptions,
  waveletCoefficients,
  waveletSynthesis,
} from './wavelet-analysis.ts';
export { type WaveletCircuit, type WaveletCircuitOptions, waveletCircuit } from './wavelet-circuit.ts';
export { type BulkLabel, type BulkTransform, type WaveletTransform, waveletTransform } from './wavelet-transform.ts';
