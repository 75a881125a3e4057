/** @file An experiment of the page, checked as the command line checks one. */

import { DATASETS } from '../../datasets/index.ts';
import { built } from '../../src/catalogue.ts';
import { DomainError } from '../../src/errors.ts';
import type { TargetState } from '../../src/generative/target-state.ts';
import { issuesLines } from '../../train/compute/compute.ts';
import { type Experiment, isStudy, parseExperiment } from '../../train/run/experiment.ts';
import { readerOf } from './reader.ts';
import type { Files } from './tasks.ts';

/** @throws {DomainError} with every mistake in it */
export function checkedExperiment(json: unknown): Experiment {
  const parsed = parseExperiment(json);
  if ('issues' in parsed) throw new DomainError(issuesLines(parsed.issues));
  if (isStudy(parsed.experiment)) throw new DomainError('an experiment that trains a network required, got a study');
  return parsed.experiment;
}

/** The state that an experiment is to generate. @throws {DomainError} a curve in its place, or a file that is no state */
export function targetOf({ target }: Experiment, files: Files): TargetState {
  if (target === undefined) throw new DomainError('an experiment with one target required, got a curve');
  return built<TargetState>(DATASETS, target, readerOf(files));
}
