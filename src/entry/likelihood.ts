/**
 * @file `bulkweave/likelihood`: networks as generative models of data, with exact likelihoods and samples; states given by the
 * logarithms of their amplitudes; the closed forms behind neural generators.
 */

export type { Chain } from '../chain/matrix-product-state.ts';
export type { BlockCircuit, BlockGate } from '../circuit/block-circuit.ts';
export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../circuit/circuit.ts';
export type { Leg } from '../contraction/contraction-graph.ts';
export type { GenerativeNetwork } from '../generative/generative-network.ts';
export { type AdversarialOptimum, adversarialOptimum, adversarialValue } from '../likelihood/adversarial-optimum.ts';
export { type BornMachineOptions, bornMachine } from '../likelihood/born-machine.ts';
export {
  angleFeatures,
  bornClassifier,
  type Classifier,
  type LabelledNetwork,
  labelledNetwork,
} from '../likelihood/classifier.ts';
export {
  type DiscreteRows,
  type DividedRows,
  discreteRows,
  dividedRows,
  type HeldOutOptions,
  heldOutNumbers,
  selectedRows,
} from '../likelihood/discrete-rows.ts';
export { networkOfEdges } from '../likelihood/edge-network.ts';
export {
  type LikelihoodTrainingOptions,
  type LikelihoodTrainingStep,
  likelihoodTraining,
  validatedTraining,
} from '../likelihood/fit.ts';
export {
  type GaussianTransport,
  gaussianTransport,
  type IndependentGaussian,
} from '../likelihood/gaussian-transport.ts';
export { type KernelScore, kernelScore } from '../likelihood/kernel-score.ts';
export { type LikelihoodModel, negativeLogLikelihood } from '../likelihood/likelihood-model.ts';
export { type LinearPrior, linearPrior, linearPriorError } from '../likelihood/linear-prior.ts';
export { chowLiuTree, mutualInformation, type TreeEdge } from '../likelihood/mutual-information.ts';
export {
  type LayerPath,
  type PathGeometry,
  pathGeometry,
  residualPath,
  type VelocityField,
} from '../likelihood/residual-path.ts';
export {
  allRows,
  type DistributionDistances,
  distributionDistances,
  distributionOf,
  empiricalDistribution,
  type LikelihoodScore,
  likelihoodScore,
  type SampleScore,
  sampleScore,
} from '../likelihood/scores.ts';
export { orderCost, quadOrder, reorderedDivision, reorderedRows, siteOrder } from '../likelihood/site-order.ts';
export {
  networkOfStep,
  type SweepTrainingOptions,
  type SweepTrainingStep,
  sweepTraining,
} from '../likelihood/sweep-training.ts';
export {
  type ShotOptions,
  sampledTwoSampleLoss,
  type TwoSampleOptions,
  twoSampleLoss,
} from '../likelihood/two-sample-loss.ts';
export type { ComplexArray, ComplexVector } from '../linalg/complex.ts';
export type { RealMatrix } from '../linalg/matrix.ts';
export type { RandomState, RandomStream } from '../linalg/random.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../network/tensor-network.ts';
export type { NetworkPoint } from '../network-point.ts';
export {
  amplitudeEnergy,
  amplitudeMetric,
  type EnergyEstimate,
  exactEnergy,
  sampledEnergy,
} from '../neural-state/amplitude-energy.ts';
export { type AmplitudeModel, type LogAmplitudes, stateOfAmplitudes } from '../neural-state/amplitude-model.ts';
export { type AutoregressiveOptions, autoregressiveAmplitudes } from '../neural-state/autoregressive-amplitudes.ts';
export {
  type BoltzmannMachine,
  type BoltzmannMachineOptions,
  boltzmannMachine,
} from '../neural-state/boltzmann-machine.ts';
export { networkOfBoltzmann } from '../neural-state/boltzmann-network.ts';
export {
  type AmplitudeSample,
  type AmplitudeSampleOptions,
  amplitudeSample,
  localEnergies,
} from '../neural-state/local-energies.ts';
export {
  amplitudeInfidelity,
  type NeuralGroundStateOptions,
  type NeuralGroundStateStep,
  neuralGroundState,
} from '../neural-state/neural-ground-state.ts';
export type { PauliWord } from '../operator/pauli.ts';
export type { PauliSum, PauliTerm } from '../operator/pauli-sum.ts';
export type { Manifold } from '../optimise/manifold.ts';
export type { Evaluation, Objective } from '../optimise/objective.ts';
export { type SearchEntries, type SearchJournal, searchJournal } from '../search-journal.ts';
export type { Result, Solution } from '../solution.ts';
export type { Radians } from '../units.ts';
