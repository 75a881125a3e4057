/** @file `bulkweave/systems/path-ensemble`: the sum over networks, of paths and of circuits, by Markov chains. */

export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../../circuit/circuit.ts';
export type { GlobalPhase } from '../../complexity/bi-invariant-length.ts';
export type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
export type { ComplexMatrix, ComplexVector } from '../../linalg/complex.ts';
export type { RandomState, RandomStream } from '../../linalg/random.ts';
export type { Lattice } from '../../operator/lattice.ts';
export type { PauliWord } from '../../operator/pauli.ts';
export type { Evaluation, Objective } from '../../optimise/objective.ts';
export type { SeriesStatistics } from '../../optimise/series-statistics.ts';
export { type SearchEntries, type SearchJournal, searchJournal } from '../../search-journal.ts';
export type { Radians } from '../../units.ts';
export { type CircuitEnsemble, type CircuitEnsembleOptions, circuitEnsemble } from './circuit-ensemble.ts';
export { type ComplexityReading, readComplexity } from './complexity-reading.ts';
export type { LeastAction } from './least-action.ts';
export { type Approach, approach, type MeanPath, meanPath, type Reweighted, reweighted } from './mean-path.ts';
export { type OneQubitEnsemble, oneQubitMeans, slicedKernel } from './one-qubit-ensemble.ts';
export { type PathEnsembleOptions, pathEnsemble } from './path-ensemble.ts';
export {
  type PathSample,
  type PathSamples,
  type PathSamplesOptions,
  type PathSamplesStep,
  sampledPaths,
} from './path-samples.ts';
export type { Move, Word, WordProblem, WordWeight } from './word-moves.ts';
export { sampledWords, type WordSample, type WordSamples, type WordSamplesOptions } from './word-samples.ts';
