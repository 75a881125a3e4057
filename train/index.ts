/** @file Training and running: the public surface of `bulkweave/train`. */

export type { Chosen } from '../src/catalogue.ts';
export type { Issue } from '../src/issues.ts';
export { initialTheta } from './initial-theta.ts';
export { withInput } from './input.ts';
export { type ComplexityTerm, complexityOf, type Loss, lossOf, type Problem } from './loss.ts';
export { type MetricSpec, metricOfSpec, metricSpec } from './metric-spec.ts';
export { emptyJournal, type Journal, type TrainingStep } from './phase.ts';
export {
  type Experiment,
  experimentSchema,
  isStudy,
  parseExperiment,
  type StudyExperiment,
  studySchema,
} from './run/experiment.ts';
export { type RunCheckpoint, type RunContext, type RunStep, run } from './run/run.ts';
export { runStudy } from './run/run-study.ts';
export { STUDIES } from './studies/index.ts';
export { type Study, type StudyCheckpoint, type StudyContext, type StudyStep, study, studyContext } from './study.ts';
export { type Trained, train } from './train.ts';
export { type TrainingOptions, trainingOptions } from './training-options.ts';
