/**
 * @file `bulkweave/gaussian`: Gaussian states of fermions and bosons, their Hamiltonians, entropies, distances and metrics.
 */

export { chainCovariance } from '../chain/chain-covariance.ts';
export type { Chain } from '../chain/matrix-product-state.ts';
export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../circuit/circuit.ts';
export {
  circuitOfGaussian,
  circuitOfMajoranaTransform,
  circuitOfTransform,
  gaussianOfCircuit,
} from '../circuit/free-fermion-circuit.ts';
export { negativeLogGaussianFidelity } from '../circuit/free-fermion-fidelity.ts';
export {
  type LocalCircuit,
  type LocalCircuitOptions,
  localCircuitOfGaussian,
} from '../circuit/local-fermion-circuit.ts';
export type { Controls } from '../complexity/controls.ts';
export type { ObservableBound } from '../complexity/observable-bound.ts';
export type { PenaltyMetric } from '../complexity/penalty-metric.ts';
export type { ObservableCell } from '../complexity/verified-observable-bound.ts';
export type { Leg } from '../contraction/contraction-graph.ts';
export {
  type HarmonicCouplings,
  harmonicFrequencies,
  harmonicLattice,
  harmonicRing,
} from '../gaussian/boson-models.ts';
export {
  type CoarseToFineOptions,
  type CoarseToFinePath,
  coarseToFinePath,
} from '../gaussian/coarse-to-fine-path.ts';
export {
  correlationsOfGaussian,
  type FermionCorrelations,
  gaussianOfCorrelation,
} from '../gaussian/correlation.ts';
export {
  entropiesOfGaussian,
  type GaussianEntropiesOptions,
  gaussianEntropy,
  gaussianInformation,
} from '../gaussian/entropies.ts';
export { evolutionMatrix, gaussianEvolution, modeTransform, transformed } from '../gaussian/evolution.ts';
export {
  type DiracCouplings,
  type FermionBoundary,
  type HoppingCouplings,
  hopping,
  latticeDirac,
  type XyCouplings,
  xyChain,
} from '../gaussian/fermion-models.ts';
export { gaussianDistance, gaussianFidelity, gaussianOverlap } from '../gaussian/fidelity.ts';
export {
  type BasisLengths,
  type GaussianComplexity,
  type GaussianComplexityOptions,
  gaussianComplexity,
} from '../gaussian/gaussian-complexity.ts';
export { type GaussianGeodesic, gaussianGeodesic } from '../gaussian/gaussian-geodesic.ts';
export { type GaussianMetricOptions, gaussianFisherInformation, gaussianMetric } from '../gaussian/gaussian-metric.ts';
export {
  type GaussianState,
  gaussianState,
  gaussianVacuum,
  restricted,
  type Statistics,
} from '../gaussian/gaussian-state.ts';
export { evolvedGenerator, generatorInformation, generatorTangent } from '../gaussian/generator-information.ts';
export { type GaussianGroundState, type GroundStateOptions, gaussianGroundState } from '../gaussian/ground-state.ts';
export { infiniteXyChain } from '../gaussian/infinite-chain.ts';
export type { StringLetter } from '../gaussian/jordan-wigner.ts';
export { type JordanWignerOptions, pauliSumOfQuadratic, quadraticOfPauliSum } from '../gaussian/jordan-wigner.ts';
export {
  type GaussianModularHamiltonian,
  gaussianModularHamiltonian,
  gaussianRelativeEntropy,
} from '../gaussian/modular-hamiltonian.ts';
export { gaussianExpectation, type OrderCorrelatorKind, orderCorrelator } from '../gaussian/order-correlator.ts';
export {
  type OscillatorComplexity,
  type OscillatorComplexityOptions,
  oscillatorComplexity,
} from '../gaussian/oscillator-complexity.ts';
export {
  pairFields,
  pairVectors,
  type RingGenerator,
  ringMomenta,
  ringSpeed,
  vectorsOfAngles,
  xyPairAngles,
} from '../gaussian/pair-space.ts';
export { gaussianParity, occupations } from '../gaussian/parity.ts';
export {
  type PurificationOptions,
  purificationComplexity,
  type SimplestPurification,
} from '../gaussian/purification-complexity.ts';
export {
  gaussianEnergy,
  type QuadraticHamiltonian,
  quadraticHamiltonian,
  quadraticOfHopping,
} from '../gaussian/quadratic-hamiltonian.ts';
export { entropiesOfQubits } from '../gaussian/qubit-entropies.ts';
export { relativeCovariance } from '../gaussian/relative-covariance.ts';
export { type RingGroundState, xyRingGroundState } from '../gaussian/ring-ground-state.ts';
export { type StraightPath, straightPath } from '../gaussian/straight-path.ts';
export { gaussianFreeEnergy, gaussianThermal, gaussianThermofieldDouble, purification } from '../gaussian/thermal.ts';
export { type NormalModeLengths, type ThermalComplexity, thermalComplexity } from '../gaussian/thermal-complexity.ts';
export { type EvolvingDouble, evolvingThermofieldDouble } from '../gaussian/thermofield-double.ts';
export { chainOfFermions, type FermionChain } from '../generative/fermion-chain.ts';
export { type FermionSites, fermionState } from '../generative/fermion-rules.ts';
export { type FermionsOfChain, fermionsOfChain } from '../generative/fermions-of-chain.ts';
export type { FermionState, NamedState } from '../generative/target-state.ts';
export {
  type BosonRingGenerator,
  type BosonRingGeodesic,
  bosonRingGeodesic,
} from '../geodesic/gaussian/boson-ring-geodesic.ts';
export { gaussianLowerBounds } from '../geodesic/gaussian/gaussian-lower-bounds.ts';
export type {
  GaussianSearchOptions,
  ShortestSliced,
  SlicedGaussian,
} from '../geodesic/gaussian/gaussian-search.ts';
export {
  cellControls,
  type MajoranaControl,
  type MajoranaControls,
  metricControls,
  type WordControl,
} from '../geodesic/gaussian/majorana-controls.ts';
export { type OrbitGeodesic, type OrbitGeodesicOptions, orbitGeodesic } from '../geodesic/gaussian/orbit-geodesic.ts';
export { powerMetric, type RangeMetric } from '../geodesic/gaussian/range-metric.ts';
export { type RingGeodesic, ringGeodesic } from '../geodesic/gaussian/ring-geodesic.ts';
export type { RingShot } from '../geodesic/gaussian/ring-shooting.ts';
export type { SlicedIndex } from '../geodesic/gaussian/stationary-path.ts';
export type { GeodesicStep } from '../geodesic/state/sliced-search.ts';
export type { StateLowerBounds } from '../geodesic/state/state-lower-bounds.ts';
export type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
export type { RealMatrix } from '../linalg/matrix.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../network/tensor-network.ts';
export type { NetworkPoint } from '../network-point.ts';
export type { Lattice } from '../operator/lattice.ts';
export type { PauliWord } from '../operator/pauli.ts';
export type { PauliSum, PauliTerm } from '../operator/pauli-sum.ts';
export type { Evaluation, Objective } from '../optimise/objective.ts';
export type { MetricDerivatives, MetricField } from '../riemann/metric-field.ts';
export { type SearchEntries, type SearchJournal, searchJournal } from '../search-journal.ts';
export type { Result, Solution } from '../solution.ts';
export type { EntropyOptions } from '../state/entropy.ts';
export type { RegionEntropies, RegionEntropy } from '../state/region-entropies.ts';
export type { Nats, Radians } from '../units.ts';
