/**
 * @file Names that `bulkweave/train` exported before runs and studies had entry points. They remain for one version.
 */

export {
  /** @deprecated Import it from `bulkweave/run`. */
  type Chosen,
  /** @deprecated Import it from `bulkweave/run`. */
  type Experiment,
  /** @deprecated Import it from `bulkweave/run`. */
  experimentSchema,
  /** @deprecated Import it from `bulkweave/run`. */
  type Issue,
  /** @deprecated Import it from `bulkweave/run`. */
  isStudy,
  /** @deprecated Import it from `bulkweave/run`. */
  parseExperiment,
  /** @deprecated Import it from `bulkweave/run`. */
  type RunCheckpoint,
  /** @deprecated Import it from `bulkweave/run`. */
  type RunContext,
  /** @deprecated Import it from `bulkweave/run`. */
  type RunStep,
  /** @deprecated Import it from `bulkweave/run`. */
  run,
  /** @deprecated Import it from `bulkweave/run`. */
  runStudy,
  /** @deprecated Import it from `bulkweave/run`. */
  type StudyExperiment,
  /** @deprecated Import it from `bulkweave/run`. */
  studySchema,
} from './run/index.ts';
export {
  /** @deprecated Import it from `bulkweave/studies`. */
  STUDIES,
  /** @deprecated Import it from `bulkweave/studies`. */
  type Study,
  /** @deprecated Import it from `bulkweave/studies`. */
  type StudyCheckpoint,
  /** @deprecated Import it from `bulkweave/studies`. */
  type StudyContext,
  /** @deprecated Import it from `bulkweave/studies`. */
  type StudyStep,
  /** @deprecated Import it from `bulkweave/studies`. */
  study,
  /** @deprecated Import it from `bulkweave/studies`. */
  studyContext,
} from './studies/index.ts';
