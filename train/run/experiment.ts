/** @file The experiment: one JSON object, checked as a whole, including its cost. */

import { type Issue, issuesOf, knownKeys } from '../../src/issues.ts';
import { withBlockRecipe } from './block-recipe.ts';
import { type Experiment, experimentSchema, isStudy, type StudyExperiment, studySchema } from './experiment-schema.ts';
import { knownDimensions, priceIssues } from './price.ts';

export { type Experiment, experimentSchema, isStudy, type StudyExperiment, studySchema };

/**
 * Checks an experiment. Never throws: returns either the experiment with all defaults, or every mistake in it; once all
 * its parts are right, whatever in it costs more than a run may.
 *
 * @param json - the parsed file; with a key `study` it is a study
 */
export function parseExperiment(
  json: unknown,
): { readonly experiment: Experiment | StudyExperiment } | { readonly issues: readonly Issue[] } {
  const schema = typeof json === 'object' && json !== null && 'study' in json ? studySchema : experimentSchema;
  const parsed = schema.safeParse(withBlockRecipe(json), knownKeys);
  if (!parsed.success) return { issues: parsed.error.issues.flatMap((issue) => issuesOf(issue, json)) };
  const experiment = parsed.data;
  if (isStudy(experiment)) return { experiment };
  const dimensions = knownDimensions(experiment);
  const issues = dimensions === null ? [] : priceIssues(experiment, dimensions);
  return issues.length === 0 ? { experiment } : { issues };
}
