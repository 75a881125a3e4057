/** @file The part of the public surface that loads TensorFlow.js: `bulkweave/tensorflow`. */

export type { BlockCircuit, BlockGate } from '../circuit/block-circuit.ts';
export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../circuit/circuit.ts';
export type { Leg } from '../contraction/contraction-graph.ts';
export type { GaussianState, Statistics } from '../gaussian/gaussian-state.ts';
export type { StringLetter } from '../gaussian/jordan-wigner.ts';
export type { GenerativeNetwork } from '../generative/generative-network.ts';
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
export type { IndependentGaussian } from '../likelihood/gaussian-transport.ts';
export type { LikelihoodModel } from '../likelihood/likelihood-model.ts';
export type { LayerPath, PathGeometry } from '../likelihood/residual-path.ts';
export type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
export type { RealMatrix } from '../linalg/matrix.ts';
export type { RandomState, RandomStream } from '../linalg/random.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../network/tensor-network.ts';
export type { AmplitudeModel, LogAmplitudes } from '../neural-state/amplitude-model.ts';
export type { PauliWord } from '../operator/pauli.ts';
export type { Manifold } from '../optimise/manifold.ts';
export type { Evaluation, Objective } from '../optimise/objective.ts';
export { type SearchEntries, type SearchJournal, searchJournal } from '../search-journal.ts';
export type { DigitMatrix } from '../stabiliser/digit-matrix.ts';
export type { StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
export type { Radians } from '../units.ts';
export {
  availableBackends,
  type BackendName,
  type BackendOptions,
  type BackendReport,
  initBackend,
  type WasmPaths,
} from './backend.ts';
export { batchObjectiveTensor, batchStateTensor, type ComplexTensorBatch, infidelityVectorTensor } from './batch-op.ts';
export { type ComplexTensor, complexVectorOf, infidelityTensor, type StateFunction } from './complex-tensor.ts';
export { contractTensor } from './contract.ts';
export { directoryHandler } from './directory-handler.ts';
export {
  LikelihoodLayer,
  type LikelihoodLayerOptions,
  likelihoodLoss,
  logProbabilitiesTensor,
  type SampleOptions,
} from './likelihood-layer.ts';
export { GenerativeNetworkLayer, infidelityLoss, type NetworkLayerOptions } from './network-layer.ts';
export {
  type AdversarialOptions,
  type AdversarialPair,
  type AdversarialStep,
  adversarialTraining,
  type DensePairOptions,
  densePair,
  type GaussianStart,
  gaussianPair,
} from './neural/adversarial-training.ts';
export { convolution, doubled } from './neural/convolution.ts';
export { type DeepImagePriorOptions, type DeepImagePriorStep, deepImagePrior } from './neural/deep-image-prior.ts';
export { layerPath } from './neural/layer-path.ts';
export { layersAmplitudes } from './neural/layers-amplitudes.ts';
export {
  batchNetwork,
  denseNetwork,
  drawnRows,
  generated,
  type NeuralNetwork,
  neuralNetwork,
  normalTensor,
  normalVariable,
} from './neural/neural-network.ts';
export {
  blockMeans,
  type ProgressiveOptions,
  type ProgressiveStage,
  type ProgressiveStep,
  progressiveTraining,
} from './neural/progressive-generator.ts';
export { type TransportOptions, type TransportStep, transportTraining } from './neural/transport-network.ts';
export { objectiveTensor } from './objective-op.ts';
export { runCircuitTensor } from './run-circuit.ts';
export { fisherVectorTensor, hessianVectorTensor, type SymmetricOperation } from './second-order-op.ts';
export { stateTensor } from './state-op.ts';
export { TensorClassifier, type TensorClassifierOptions } from './tensor-classifier.ts';
export { TensorTrainDense, type TensorTrainDenseOptions } from './tensor-train-dense.ts';
