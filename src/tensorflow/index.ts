/** @file The part of the public surface that loads TensorFlow.js: `bulkweave/tensorflow`. */

export {
  availableBackends,
  type BackendOptions,
  type BackendReport,
  initBackend,
  type WasmPaths,
} from './backend.ts';
export {
  batchObjectiveTensor,
  batchStateTensor,
  type ComplexTensorBatch,
  infidelityVectorTensor,
} from './batch-op.ts';
export { type ComplexTensor, infidelityTensor } from './complex-tensor.ts';
export { contractTensor } from './contract.ts';
export { directoryHandler } from './directory-handler.ts';
export { GenerativeNetworkLayer, infidelityLoss } from './network-layer.ts';
export { objectiveTensor } from './objective-op.ts';
export { runCircuitTensor } from './run-circuit.ts';
export { fisherVectorTensor, hessianVectorTensor } from './second-order-op.ts';
export { stateTensor } from './state-op.ts';
