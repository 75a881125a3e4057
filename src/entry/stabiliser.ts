/**
 * @file `bulkweave/stabiliser`: stabiliser states and codes over GF(p): groups, entropies, contraction, random states.
 */

export type { Angle } from '../circuit/circuit.ts';
export type { Leg } from '../contraction/contraction-graph.ts';
export type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
export type { RandomStream } from '../linalg/random.ts';
export {
  entropiesOfStabiliserNetwork,
  type StabiliserNetworkState,
  stabiliserGroupOf,
} from '../network/stabiliser-network.ts';
export { sourceOfGroup } from '../network/stabiliser-source.ts';
export type { NetworkNode, StabiliserSource, TensorNetwork, TensorSource } from '../network/tensor-network.ts';
export type { PauliWord } from '../operator/pauli.ts';
export { areSameGroup, canonicalForm } from '../stabiliser/canonical-form.ts';
export { intervalEntropies } from '../stabiliser/clipped-gauge.ts';
export type { DigitMatrix } from '../stabiliser/digit-matrix.ts';
export { stabiliserGroup } from '../stabiliser/given-generators.ts';
export { randomStabiliserState } from '../stabiliser/random-stabilisers.ts';
export {
  conjugateState,
  joinedQudits,
  partialTrace,
  projectedQudits,
  type StabiliserContraction,
  tensorProduct,
} from '../stabiliser/stabiliser-contraction.ts';
export {
  entropiesOfStabilisers,
  regionRank,
  type StabiliserEntropiesOptions,
  stabiliserEntropy,
} from '../stabiliser/stabiliser-entropy.ts';
export { generatorRows, isPureGroup, rankOfGroup, type StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
export { stabiliserDensity, stabiliserVector } from '../stabiliser/stabiliser-vector.ts';
export {
  stabiliserGroupOfWords,
  stabiliserWords,
  type WordDigits,
  wordDigits,
} from '../stabiliser/stabiliser-words.ts';
export type { RegionEntropies, RegionEntropy } from '../state/region-entropies.ts';
export type { Nats, Radians } from '../units.ts';
