/** @file How complex is a unitary, as the penalty on large or distant words grows? Nielsen's geometry of a gate. */

import { unitaryOfSpec } from '../../../datasets/unitaries.ts';
import { biInvariantLength } from '../../../src/complexity/bi-invariant-length.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { logarithmicMap } from '../../../src/geodesic/unitary/logarithmic-map.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import { metricOfSpec } from '../../metric-spec.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { type Found, findings, textOf } from './findings.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { unitary, metric, penalties, starts, slices }: Options,
  { seed, read, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const { name, qubits, matrix } = unitaryOfSpec(unitary, { read });
  const metrics = penalties.map((q): PenaltyMetric => metricOfSpec({ ...metric, penalty: q }, qubits));
  const found: Found[] = [];
  for (const [k, one] of metrics.entries()) {
    const before = found.at(-1);
    const from = before?.result === 'converged' ? [before.value] : [];
    found.push(
      yield* part(`penalty ${textOf(one.penalty)}`, (k + 1) / metrics.length, () =>
        logarithmicMap(one, matrix, { starts, slices, seed, from }),
      ),
    );
  }
  return findings(name, matrix.rows, found, biInvariantLength(matrix));
}
