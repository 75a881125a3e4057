/**
 * @file `bulkweave/stabiliser`: stabiliser states and codes over GF(p): groups, entropies, contraction, random states.
 */

export type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
export type { RandomStream } from '../linalg/random.ts';
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
export type { Nats } from '../units.ts';
