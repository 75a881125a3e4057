/**
 * @file `bulkweave/stabiliser`: stabiliser states and codes over GF(p): groups, entropies, contraction, measurement, Clifford
 * gates and circuits, random states.
 */

export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../circuit/circuit.ts';
export { circuitOfStabilisers, rotatedStabilisers, stabiliserGroupOfCircuit } from '../circuit/clifford-circuit.ts';
export { randomCliffordCircuit, randomCliffordGate } from '../circuit/random-clifford.ts';
export type { Leg } from '../contraction/contraction-graph.ts';
export { stabiliserState } from '../generative/stabiliser-rules.ts';
export type { NamedState, StabiliserState, SymmetricState } from '../generative/target-state.ts';
export type { CapacityGraph, GraphEdge, GraphNode } from '../geometry/capacity-graph.ts';
export type { DiskPoint } from '../geometry/hyperbolic-disk.ts';
export type { Complex, ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
export type { RandomState, RandomStream } from '../linalg/random.ts';
export { graphStateNetwork } from '../network/graph-state-network.ts';
export {
  type EnumeratorOptions,
  type LogicalAction,
  type NetworkEnumerator,
  networkEnumerator,
} from '../network/network-enumerator.ts';
export {
  entropiesOfStabiliserNetwork,
  type StabiliserNetworkState,
  stabiliserGroupOf,
} from '../network/stabiliser-network.ts';
export { sourceOfGroup } from '../network/stabiliser-source.ts';
export type { NetworkNode, StabiliserSource, TensorNetwork, TensorSource } from '../network/tensor-network.ts';
export type { PauliWord } from '../operator/pauli.ts';
export { areSameGroup, canonicalForm } from '../stabiliser/canonical-form.ts';
export { type CliffordGate, conjugatedGroup } from '../stabiliser/clifford-gate.ts';
export { stabiliserIntervals } from '../stabiliser/clipped-gauge.ts';
export {
  type CodeRegion,
  type CodeReport,
  type CodeReportOptions,
  codeReport,
  type FoundDistance,
  type InputOperators,
} from '../stabiliser/code-report.ts';
export type { DigitMatrix } from '../stabiliser/digit-matrix.ts';
export { type ErasurePoint, erasureCurve, type SampledShare } from '../stabiliser/erasure-curve.ts';
export { stabiliserGroup } from '../stabiliser/given-generators.ts';
export { type GraphForm, graphForm } from '../stabiliser/graph-form.ts';
export { fiveQubitCode, fourQubitCode, steaneCode } from '../stabiliser/known-codes.ts';
export { type LightWords, type LightWordsOptions, lightWords } from '../stabiliser/light-words.ts';
export { encodingState, type LogicalPair, logicalOperators, normaliser } from '../stabiliser/logical-operators.ts';
export { perfectCuts, perfectState } from '../stabiliser/perfect-state.ts';
export {
  type LogicalWord,
  type PushedOperator,
  type PushingOptions,
  pushedOperator,
} from '../stabiliser/pushed-operator.ts';
export { randomStabiliserState } from '../stabiliser/random-stabilisers.ts';
export { sparseWord } from '../stabiliser/sparse-word.ts';
export {
  codeOfGroup,
  codeOfState,
  recoveredInputs,
  type StabiliserCode,
  stabilisersOfCode,
} from '../stabiliser/stabiliser-code.ts';
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
export { type StabiliserFile, stabiliserGroupOfFile } from '../stabiliser/stabiliser-file.ts';
export { generatorRows, isPureGroup, rankOfGroup, type StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
export { stabiliserOverlap } from '../stabiliser/stabiliser-overlap.ts';
export { stabiliserDensity, stabiliserVector } from '../stabiliser/stabiliser-vector.ts';
export {
  stabiliserGroupOfWords,
  stabiliserWords,
  type WordDigits,
  wordDigits,
} from '../stabiliser/stabiliser-words.ts';
export { translatesOf } from '../stabiliser/translates.ts';
export { leastWeight, macWilliamsTransform, weightEnumerator } from '../stabiliser/weight-enumerator.ts';
export {
  certainPower,
  expectationOfWord,
  measureStabilisers,
  outcomesOfWord,
  type StabiliserOutcome,
  sampledDigits,
} from '../stabiliser/word-measurement.ts';
export type { RegionEntropies, RegionEntropy } from '../state/region-entropies.ts';
export type { Nats, Radians } from '../units.ts';
