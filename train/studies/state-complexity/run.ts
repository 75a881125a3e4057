/** @file What is the complexity of a state? Every method that applies searches for a path, and the shortest counts. */

import { targetOfSpec } from '../../../datasets/targets.ts';
import { DomainError } from '../../../src/errors.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import { metricOfSpec } from '../../metric-spec.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { type AnsweredState, findings, type MethodResult } from './findings.ts';
import { METHODS } from './methods.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part, read }: StudyContext): Generator<StudyStep, Findings> {
  const problems = options.targets.map((spec) => {
    const target = targetOfSpec(spec, { read });
    return { target, metric: metricOfSpec(options.metric, target.dimensions.length), options, seed };
  });
  const cases = problems.map((problem) => METHODS.map((method) => ({ method, obstacle: method.obstacle(problem) })));
  for (const [k, methods] of cases.entries()) {
    if (methods.some(({ obstacle }) => obstacle === null)) continue;
    const reasons = methods.map(({ method, obstacle }) => `${method.name}: ${obstacle}`).join('; ');
    throw new DomainError(
      `targets.${k}: a state within reach of a method required, got '${problems[k]!.target.name}' (${reasons})`,
    );
  }
  const answered: AnsweredState[] = [];
  for (const [k, problem] of problems.entries()) {
    const results: MethodResult[] = [];
    for (const [m, { method, obstacle }] of cases[k]!.entries()) {
      if (obstacle !== null) {
        results.push({ method: method.name, obstacle, found: null });
        continue;
      }
      const name = `${problem.target.name} (${k + 1}), ${method.name}`;
      const done = (k + (m + 1) / METHODS.length) / problems.length;
      const found = yield* part(name, done, () => method.search(problem));
      results.push({ method: method.name, obstacle: null, found });
    }
    answered.push({ name: problem.target.name, qubits: problem.target.dimensions.length, results });
  }
  return findings(answered);
}
