/** @file `bulkweave/systems/tiling`: tensor networks and holographic codes on hyperbolic tilings. */

export type { Angle } from '../../circuit/circuit.ts';
export type { Leg } from '../../contraction/contraction-graph.ts';
export {
  type Inflation,
  type Tile,
  type Tiling,
  type TilingEdge,
  type TilingOptions,
  tiling,
} from '../../geometry/tiling.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../../network/tensor-network.ts';
export type { PauliWord } from '../../operator/pauli.ts';
export type { DigitMatrix } from '../../stabiliser/digit-matrix.ts';
export type { LogicalWord } from '../../stabiliser/pushed-operator.ts';
export type { StabiliserCode } from '../../stabiliser/stabiliser-code.ts';
export type { StabiliserGroup } from '../../stabiliser/stabiliser-group.ts';
export type { Radians } from '../../units.ts';
export {
  type BidirectionalCode,
  type BidirectionalCodeOptions,
  bidirectionalCode,
  gaugeInvariantWords,
  type PushedTerm,
  pushedTerms,
} from './bidirectional-code.ts';
export {
  codeOfNetwork,
  type HolographicCode,
  type HolographicCodeOptions,
  holographicCode,
  SEED_NAMES,
  type SeedName,
} from './holographic-code.ts';
export { codeSubspace, pluperfectTensor } from './pluperfect-tensor.ts';
export { sparseCode } from './sparse-code.ts';
export { type BulkLegs, type TileTensors, tilingNetwork } from './tiling-network.ts';
