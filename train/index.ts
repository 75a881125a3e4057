/** @file `bulkweave/train`: training a network on a state, phase by phase, with the loss infidelity + complexity. */

export type { TruncationError } from '../src/chain/block-chain.ts';
export type { ChainInfidelity } from '../src/chain/block-overlap.ts';
export type { BlockCircuit, BlockGate } from '../src/circuit/block-circuit.ts';
export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../src/circuit/circuit.ts';
export type { ContractionOrder, OrderInUse } from '../src/circuit/circuit-contraction.ts';
export type { PenaltyMetric } from '../src/complexity/penalty-metric.ts';
export type { Leg } from '../src/contraction/contraction-graph.ts';
export type { GaussianState, Statistics } from '../src/gaussian/gaussian-state.ts';
export type { StringLetter } from '../src/gaussian/jordan-wigner.ts';
export type { BlockTruncation } from '../src/generative/block-chain-infidelity.ts';
export type { GenerativeNetwork } from '../src/generative/generative-network.ts';
export type {
  FermionState,
  MixedState,
  NamedState,
  NetworkState,
  PureState,
  StabiliserState,
  SymmetricState,
  TargetState,
} from '../src/generative/target-state.ts';
export type { ComplexMatrix, ComplexVector } from '../src/linalg/complex.ts';
export type { Truncation } from '../src/linalg/kept-values.ts';
export type { RealMatrix } from '../src/linalg/matrix.ts';
export type { RandomState, RandomStream } from '../src/linalg/random.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../src/network/tensor-network.ts';
export type { NetworkPoint } from '../src/network-point.ts';
export type { Lattice } from '../src/operator/lattice.ts';
export type { PauliWord } from '../src/operator/pauli.ts';
export type { Evaluation, Objective } from '../src/optimise/objective.ts';
export type { Iterate } from '../src/optimise/optimiser.ts';
export type { FrontRow, GrowthRow, HistoryRow } from '../src/record/run-record.ts';
export type { Result } from '../src/solution.ts';
export type { DigitMatrix } from '../src/stabiliser/digit-matrix.ts';
export type { StabiliserGroup } from '../src/stabiliser/stabiliser-group.ts';
export type { TensorTrainingState } from '../src/tensorflow/tensor-optimiser.ts';
export type { Radians } from '../src/units.ts';
export * from './deprecated-names.ts';
export { initialTheta } from './initial-theta.ts';
export { withInput } from './input.ts';
export { type ComplexityTerm, complexityOf, type Loss, lossOf, type Problem } from './loss.ts';
export { type MetricSpec, metricOfSpec, metricSpec } from './metric-spec.ts';
export { type Best, emptyJournal, type Journal, type PhaseResult, type TrainingStep } from './phase.ts';
export type { StepperState } from './stepper.ts';
export { type Trained, train } from './train.ts';
export type { SeededProblem } from './training.ts';
export { type TrainingOptions, trainingOptions } from './training-options.ts';
