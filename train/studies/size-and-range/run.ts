/**
 * @file How do size and range of the allowed operations affect the shortest path? The metrics of the paper on the same
 * states.
 */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { shortestPath } from '../shortest-path.ts';
import { type Found, findings } from './findings.ts';
import { BI_INVARIANT, biInvariantStateLength, dominates, METRICS } from './named-metrics.ts';
import { type Options, STATES } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { qubits, states, metrics, slices, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const found: Found[] = [];
  const total = qubits.reduce((sum, n) => sum + 4 ** n, 0);
  let done = 0;
  for (const n of qubits) {
    for (const state of states) {
      const psi = STATES[state]!(n, seed);
      const exact = biInvariantStateLength(psi);
      found.push({
        state,
        qubits: n,
        metric: BI_INVARIANT,
        length: exact,
        infidelity: 0,
        borrowed: false,
        path: null,
      });
      for (const metric of metrics) {
        done += 4 ** n / (states.length * metrics.length);
        const name = `${state}_${n}, ${metric}`;
        const search = () => shortestPath(METRICS[metric]!(n), psi, { slices, starts, seed });
        const path = yield* part(name, done / total, search);
        const { length, infidelity } = path;
        found.push({ state, qubits: n, metric, length, infidelity, borrowed: false, path });
      }
    }
  }
  return findings(
    found.map((one) => bestOf(one, found)),
    qubits,
  );
}

function bestOf(one: Found, all: readonly Found[]): Found {
  const rivals = all.filter(
    ({ state, qubits, metric, path }) =>
      path !== null &&
      state === one.state &&
      qubits === one.qubits &&
      metric !== one.metric &&
      dominates(metric, one.metric, qubits),
  );
  const best = rivals.reduce<Found | null>(
    (least, rival) => (least === null || rival.length < least.length ? rival : least),
    null,
  );
  if (one.path === null || best === null || best.length >= one.length) return one;
  return { ...one, length: best.length, infidelity: best.infidelity, borrowed: true, path: best.path };
}
