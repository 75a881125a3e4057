/** @file How do GHZ and W differ as geometries? Complexity, distances, links, loss, merging, and the ancilla of Fig. 2. */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { shortestPath, TWO_LOCAL } from '../shortest-path.ts';
import { type Found, findings, METRICS } from './findings.ts';
import { NAMES, STATES } from './ghz-w-entanglement.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { qubits, slices, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const found: Found[] = [];
  const total = qubits.reduce((sum, n) => sum + 4 ** n, 0);
  let done = 0;
  for (const n of qubits) {
    for (const metric of METRICS) {
      for (const name of NAMES) {
        done += 4 ** n / 4;
        const work = () => shortestPath(TWO_LOCAL[metric], STATES[name](n), { slices, starts, seed });
        const path = yield* part(`${name}_${n}, ${metric}`, done / total, work);
        found.push({ name, qubits: n, metric, path });
      }
    }
  }
  return findings(found, qubits);
}
