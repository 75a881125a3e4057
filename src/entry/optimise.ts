/**
 * @file `bulkweave/optimise`: objectives, the loop `minimise`, optimisers, samplers, and the manifolds on which they walk.
 */

export type { RealMatrix } from '../linalg/matrix.ts';
export type { RandomState, RandomStream } from '../linalg/random.ts';
export { type AdamOptions, type AdamState, adam } from '../optimise/adam.ts';
export { type BatchEvaluation, type BatchObjective, batchObjective } from '../optimise/batch.ts';
export { checkGradient, type GradientCheck, type GradientCheckOptions } from '../optimise/check-gradient.ts';
export {
  type ConjugateGradientOptions,
  type ConjugateGradientState,
  conjugateGradient,
} from '../optimise/conjugate-gradient.ts';
export { type EarlyStop, earlyStopping } from '../optimise/early-stopping.ts';
export {
  type GradientDescentOptions,
  type GradientDescentState,
  gradientDescent,
} from '../optimise/gradient-descent.ts';
export {
  type HamiltonianMonteCarloOptions,
  type HamiltonianMonteCarloState,
  hamiltonianMonteCarlo,
} from '../optimise/hamiltonian-monte-carlo.ts';
export { type HessianAlongOptions, hessianAlong } from '../optimise/hessian-along.ts';
export { type CurvaturePair, type LbfgsOptions, type LbfgsState, lbfgs } from '../optimise/lbfgs.ts';
export { flatSpace, type Manifold } from '../optimise/manifold.ts';
export { minimise, minimised, type Step, type Stop, solution } from '../optimise/minimise.ts';
export {
  type NaturalGradientOptions,
  type NaturalGradientState,
  naturalGradient,
} from '../optimise/natural-gradient.ts';
export { type Evaluation, type Objective, weightedSum } from '../optimise/objective.ts';
export type { Iterate, Optimiser } from '../optimise/optimiser.ts';
export { orthogonalManifold } from '../optimise/orthogonal.ts';
export type { Progress } from '../optimise/progress.ts';
export { type RmspropOptions, type RmspropState, rmsprop } from '../optimise/rmsprop.ts';
export { type Sampler, sample } from '../optimise/sampler.ts';
export { type SeriesStatistics, seriesStatistics } from '../optimise/series-statistics.ts';
export {
  type FlatPart,
  isometryDefect,
  type ManifoldPart,
  productManifold,
  type StiefelPart,
} from '../optimise/stiefel.ts';
export {
  type TruncatedNewtonOptions,
  type TruncatedNewtonState,
  truncatedNewton,
} from '../optimise/truncated-newton.ts';
export type { Result, Solution } from '../solution.ts';
