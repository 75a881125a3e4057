/** @file Training and running: the public surface of `bulkweave/train`. */

export { type Chosen, type Experiment, experimentSchema, parseExperiment } from './experiment.ts';
export { initialTheta } from './initial-theta.ts';
export { withInput } from './input.ts';
export type { Issue } from './issues.ts';
export { type ComplexityTerm, complexityOf, type Loss, lossOf, type Problem } from './loss.ts';
export { type MetricSpec, metricOfSpec, metricSpec } from './metric-spec.ts';
export { emptyJournal, type Journal, type TrainingStep } from './phase.ts';
export { type RunCheckpoint, type RunContext, type RunStep, run } from './run.ts';
export { type Trained, train } from './train.ts';
export { type TrainingOptions, trainingOptions } from './training-options.ts';
