/**
 * @file `bulkweave/complexity`: penalty metrics and their curvature, lengths of circuits, of rotations or of blocks, and bounds on them, gate counts, growth,
 * reachability.
 */

export type { Chain } from '../chain/matrix-product-state.ts';
export type { BlockCircuit, BlockGate } from '../circuit/block-circuit.ts';
export { type BlockLayout, brickworkLayout, tripleLayout } from '../circuit/block-layout.ts';
export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../circuit/circuit.ts';
export {
  type CircuitFront,
  type CircuitFrontOptions,
  circuitFront,
  type FoundBlocks,
} from '../comparison/circuit-front.ts';
export {
  type DisentangledOptions,
  type DisentangledStart,
  disentangledStart,
} from '../comparison/disentangled-start.ts';
export {
  type GaussianBlocks,
  type GaussianBlocksOptions,
  gaussianBlockMiss,
  gaussianBlocks,
} from '../comparison/gaussian-blocks.ts';
export { bestLowerBound, type NamedLowerBound } from '../complexity/best-lower-bound.ts';
export {
  biInvariantLength,
  type GlobalPhase,
  type LogarithmBranch,
  logarithmBranches,
  type PhaseOptions,
} from '../complexity/bi-invariant-length.ts';
export { allowedBlocks, blockEnergy, blockLength } from '../complexity/block-length.ts';
export { blockOpenQasm } from '../complexity/block-open-qasm.ts';
export { circuitEnergy, circuitLength, gateCount, type LengthOptions } from '../complexity/circuit-length.ts';
export { type Controls, controlWords } from '../complexity/controls.ts';
export { entanglementBound } from '../complexity/entanglement-bound.ts';
export { gateCountBound, genericGateCount } from '../complexity/gate-count-bound.ts';
export {
  type FrontEntry,
  type FrontOptions,
  type GateCountFront,
  gateCountFront,
} from '../complexity/gate-count-front.ts';
export { coupledPairs, type Pair, type Placement } from '../complexity/gate-placements.ts';
export type { GateFamily, GateTarget } from '../complexity/gate-target.ts';
export { type Insertion, insertions, withInsertion } from '../complexity/growth.ts';
export { type HeatKernelOptions, heatKernel, heatKernelByGeodesics } from '../complexity/heat-kernel.ts';
export { type HeatLength, type HeatLengthOptions, heatLength } from '../complexity/heat-length.ts';
export {
  canonicalGate,
  cnotCount,
  type KakDecomposition,
  kakDecomposition,
  type WeylCoordinates,
  weylCoordinates,
} from '../complexity/kak.ts';
export { layeredLength } from '../complexity/layered-length.ts';
export { lengthLowerBound } from '../complexity/length-bound.ts';
export {
  metricRicciCurvature,
  metricScalarCurvature,
  metricSectionalCurvature,
  wordSectionalCurvature,
} from '../complexity/metric-curvature.ts';
export { isInvariantUnder } from '../complexity/metric-invariance.ts';
export { type MovingSegment, verifiedMovingBound } from '../complexity/moving-observable.ts';
export {
  type MovingObservableBound,
  type MovingOptions,
  movingObservableBound,
} from '../complexity/moving-observable-bound.ts';
export {
  type ObservableBound,
  type ObservableOptions,
  type ObservableStep,
  observableBound,
} from '../complexity/observable-bound.ts';
export { noSymmetry, type ObservableSymmetry, observableSymmetry } from '../complexity/observable-symmetry.ts';
export { type PenaltyMetric, penaltyWeight, wordRange } from '../complexity/penalty-metric.ts';
export { provenObservableBound } from '../complexity/proven-observable-bound.ts';
export { commutingWords, connectedParts, unreachable } from '../complexity/reachability.ts';
export {
  momentumOf,
  type RightInvariantMetric,
  rightInvariantMetric,
  speedOf,
  velocityOf,
  weightedMetric,
} from '../complexity/right-invariant-metric.ts';
export { type SpinTerm, type SpinUnit, spinMatrix } from '../complexity/spin-units.ts';
export { symmetricEntanglementBound, symmetricSpeedBound } from '../complexity/symmetric-entanglement-bound.ts';
export {
  type SymmetricMovingBound,
  type SymmetricSegment,
  symmetricMovingBound,
  verifiedSymmetricMovingBound,
} from '../complexity/symmetric-moving-bound.ts';
export {
  type SymmetricObservableBound,
  type SymmetricProblem,
  symmetricObservableBound,
  verifiedSymmetricBound,
} from '../complexity/symmetric-observable-bound.ts';
export {
  type GivenCell,
  type ObservableCell,
  verifiedObservableBound,
} from '../complexity/verified-observable-bound.ts';
export type { Leg } from '../contraction/contraction-graph.ts';
export type { GaussianState, Statistics } from '../gaussian/gaussian-state.ts';
export type { StringLetter } from '../gaussian/jordan-wigner.ts';
export type {
  FermionState,
  MixedState,
  NamedState,
  NetworkState,
  PureState,
  StabiliserState,
  SymmetricState,
  TargetState,
} from '../generative/target-state.ts';
export type { Complex, ComplexArray, ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
export type { Truncation } from '../linalg/kept-values.ts';
export type { RealMatrix } from '../linalg/matrix.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../network/tensor-network.ts';
export type { Lattice } from '../operator/lattice.ts';
export type { PauliWord } from '../operator/pauli.ts';
export { coordinatesOf, coordinatesOfSum, matrixOf, sumOfCoordinates } from '../operator/pauli-coordinates.ts';
export type { PauliSum, PauliTerm } from '../operator/pauli-sum.ts';
export type { Evaluation, Objective } from '../optimise/objective.ts';
export type { GivenPath } from '../path/given-path.ts';
export type { DigitMatrix } from '../stabiliser/digit-matrix.ts';
export type { StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
export type { QubitBlocks, SymmetricVector } from '../state/symmetric-vector.ts';
export type { Radians } from '../units.ts';
