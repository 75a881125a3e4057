/**
 * @file `bulkweave/network`: tensor networks: contraction and its derivatives, bonds and gauges, matrix-product states and operators,
 * energies; and what networks share with circuits: state, tangents, infidelity.
 */

export { type BlockChain, chainOfBlocks, type TruncationError } from '../chain/block-chain.ts';
export {
  blockChainInfidelity,
  blockChainNegativeLog,
  type ChainInfidelity,
  truncatedInfidelity,
} from '../chain/block-overlap.ts';
export { type BoundaryEvaluation, type BoundaryOptions, boundaryLogNorm } from '../chain/boundary-chain.ts';
export { type BoundaryExpectations, boundaryExpectations } from '../chain/boundary-expectation.ts';
export { type CellBoundOptions, cellBound } from '../chain/cell-bound.ts';
export { type CompressedChain, compressedChain } from '../chain/chain-compression.ts';
export {
  type ChainCorrelations,
  type ChainMoments,
  chainCorrelations,
  chainMoments,
  connectedCorrelations,
  type SiteOperators,
  structureFactor,
} from '../chain/chain-correlations.ts';
export { chainRegionEntropies } from '../chain/chain-entropies.ts';
export { chainEvolution, type EvolutionOptions, type EvolutionStep } from '../chain/chain-evolution.ts';
export { chainExpectations } from '../chain/chain-expectation.ts';
export { type ChainFigures, chainFigures } from '../chain/chain-figures.ts';
export { entropiesOfChain } from '../chain/chain-regions.ts';
export { type CircuitChain, chainOfCircuit } from '../chain/circuit-chain.ts';
export {
  correlationLengthFromDispersion,
  type DispersionLength,
  type DispersionOptions,
} from '../chain/dispersion-length.ts';
export { type EntanglementScaling, entanglementScaling } from '../chain/entanglement-scaling.ts';
export { type GateStep, gateEvolution } from '../chain/gate-evolution.ts';
export { type GateSweepOptions, gateSweeps, type SweptGates } from '../chain/gate-sweeps.ts';
export { type IsingPlane, isingPlane } from '../chain/ising-plane.ts';
export { type FoundLevel, type LevelBounds, levelBounds } from '../chain/level-bounds.ts';
export { levelPenalty } from '../chain/level-penalty.ts';
export {
  type ChargedOperator,
  chargedOperator,
  type MatrixProductOperator,
  matrixProductOperator,
  type OperatorOptions,
} from '../chain/matrix-product-operator.ts';
export {
  type Chain,
  chainOf,
  chainOfVector,
  chainOverlap,
  leftCanonical,
  networkOfChain,
  rightCanonical,
  schmidtValues,
} from '../chain/matrix-product-state.ts';
export {
  type PlaneCorrelationOptions,
  type PlaneCorrelations,
  planeCorrelations,
  planeStructureFactor,
} from '../chain/plane-correlations.ts';
export { type PlaneEnergy, type PlaneEnergyOptions, planeEnergy } from '../chain/plane-energy.ts';
export {
  type PlaneGroundState,
  type PlaneGroundStateOptions,
  type PlaneStep,
  planeGroundState,
  planeSearch,
} from '../chain/plane-ground-state.ts';
export { type QubitSector, qubitSector } from '../chain/qubit-sector.ts';
export {
  operatorWithSymmetry,
  QUBIT_SYMMETRIES,
  type QubitSymmetry,
  type TurnedOperator,
  twoSpecies,
} from '../chain/qubit-symmetry.ts';
export { sampledChain } from '../chain/sampled-chain.ts';
export { type PairUnitary, type SequentialOptions, sequentialCircuit } from '../chain/sequential-circuit.ts';
export { type SimpleUpdateOptions, simpleUpdate } from '../chain/simple-update.ts';
export { symmetricChain } from '../chain/symmetric-chain.ts';
export { type ThermalOptions, type ThermalState, thermalChain } from '../chain/thermal-chain.ts';
export { type TransferSpectrum, transferSpectrum } from '../chain/transfer-spectrum.ts';
export {
  groundStateBySweeps,
  type SweepOptions,
  type SweepStep,
  type SweptState,
  twoSiteSweeps,
} from '../chain/two-site-sweep.ts';
export {
  type UniformChain,
  type UniformOptions,
  type UniformStep,
  uniformGroundState,
  uniformSteps,
} from '../chain/uniform-chain.ts';
export {
  type Excitation,
  type ExcitationOptions,
  uniformExcitations,
} from '../chain/uniform-excitations.ts';
export type { UniformTensors } from '../chain/uniform-tensors.ts';
export { uniformTerm } from '../chain/uniform-term.ts';
export { type CompressedState, compressedVariationally } from '../chain/variational-compression.ts';
export type { BlockCircuit, BlockGate } from '../circuit/block-circuit.ts';
export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../circuit/circuit.ts';
export {
  type Contraction,
  type ContractionPlan,
  contract,
  contractionPlan,
  contractPullback,
  type Recorded,
} from '../contraction/contract.ts';
export {
  contractSliced,
  contractSlicedPullback,
  type SlicedContraction,
  type SlicedPlan,
  type SlicedTensor,
  slicedPlan,
} from '../contraction/contract-sliced.ts';
export type { Layout, Step } from '../contraction/contract-step.ts';
export {
  type ContractionTangent,
  contractPullbackTangent,
  contractTangent,
  hessianVectorProduct,
  realPart,
  type ScalarDerivatives,
  squaredModulus,
} from '../contraction/contract-tangent.ts';
export { type ContractedValue, contractedValue } from '../contraction/contracted-value.ts';
export { type ContractionCost, pathCost } from '../contraction/contraction-cost.ts';
export { fromLinearPath, linearPath } from '../contraction/contraction-format.ts';
export type { ContractionPath, Leg } from '../contraction/contraction-graph.ts';
export { contractionPath, type PathOptions } from '../contraction/contraction-path.ts';
export { type Slicing, slicing } from '../contraction/contraction-slices.ts';
export { type DistinctLegs, withDistinctLegs } from '../contraction/repeated-legs.ts';
export { measuredTimeModel } from '../engine/measured-times.ts';
export { STANDARD_TIMES, type TimeModel } from '../engine/time-model.ts';
export type { GaussianState, Statistics } from '../gaussian/gaussian-state.ts';
export type { StringLetter } from '../gaussian/jordan-wigner.ts';
export { generatedEntropies, regionEntropies } from '../generative/generated-entropies.ts';
export {
  type DifferentiableState,
  differentiableState,
  environmentDimension,
  type GenerativeNetwork,
  siteDimensions,
  stateTangents,
  stateVector,
} from '../generative/generative-network.ts';
export { infidelity } from '../generative/infidelity.ts';
export { renyiEntropies } from '../generative/renyi-entropies.ts';
export {
  type DifferentiableStates,
  differentiableStates,
  type InfidelityVector,
  infidelityVector,
} from '../generative/state-batch.ts';
export { symmetricState } from '../generative/symmetric-rules.ts';
export type {
  FermionState,
  MixedState,
  NamedState,
  NetworkState,
  PureState,
  StabiliserState,
  StateCurve,
  SymmetricState,
  TargetState,
} from '../generative/target-state.ts';
export type { Complex, ComplexArray, ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
export type { Truncation } from '../linalg/kept-values.ts';
export type { LinearMap } from '../linalg/krylov.ts';
export type { RealMatrix } from '../linalg/matrix.ts';
export type { RandomState, RandomStream } from '../linalg/random.ts';
export {
  type BalancedLbfgsOptions,
  type BalancedLbfgsState,
  balancedLbfgs,
  isBalanceable,
} from '../network/balanced-lbfgs.ts';
export { bondDimensionSurrogate, bondEntropies, bondEntropy, bondSpectra } from '../network/bond-entropy.ts';
export { checkNetwork } from '../network/check-network.ts';
export { hyperIndices, withCopyTensors } from '../network/copy-tensors.ts';
export { equivalentCircuit } from '../network/equivalent-circuit.ts';
export { networkOf } from '../network/from-circuit.ts';
export { initialParameters, randomIsometry } from '../network/initial-parameters.ts';
export { networkEnergy } from '../network/network-energy.ts';
export { entropiesOfNetwork } from '../network/network-entropies.ts';
export { manifoldOf } from '../network/network-manifold.ts';
export {
  negativeLogFidelity,
  networkInfidelity,
  networkInnerProduct,
  networkLogNorm,
} from '../network/network-overlap.ts';
export { networkPullback, networkState, networkTangents } from '../network/network-state.ts';
export { stateEnergy } from '../network/state-energy.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../network/tensor-network.ts';
export { isometricGauge, type SchmidtGauge, schmidtGauge } from '../network/tree-gauge.ts';
export { truncateBonds } from '../network/truncate-bonds.ts';
export type { NetworkPoint } from '../network-point.ts';
export type { LocalTerm } from '../operator/local-terms.ts';
export type { OperatorSum, OperatorTerm, SiteFactor } from '../operator/operator-sum.ts';
export type { PauliWord } from '../operator/pauli.ts';
export type { PauliSum, PauliTerm } from '../operator/pauli-sum.ts';
export type { CurvaturePair, LbfgsState } from '../optimise/lbfgs.ts';
export type { Evaluation, Objective } from '../optimise/objective.ts';
export type { Iterate, Optimiser } from '../optimise/optimiser.ts';
export type { Progress } from '../optimise/progress.ts';
export type { FlatPart, ManifoldPart, StiefelPart } from '../optimise/stiefel.ts';
export type { Result, Solution } from '../solution.ts';
export type { DigitMatrix } from '../stabiliser/digit-matrix.ts';
export type { StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
export type { EntropyOptions } from '../state/entropy.ts';
export type { RegionEntropies, RegionEntropy } from '../state/region-entropies.ts';
export type { QubitBlocks, SymmetricVector } from '../state/symmetric-vector.ts';
export type { Nats, Radians } from '../units.ts';
