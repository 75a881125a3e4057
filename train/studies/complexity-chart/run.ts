/** @file Simple and complex states on one chart: product, GHZ, W, cluster, Ising ground states, Haar-random states. */

import type { Findings } from '../../../src/record/study-record.ts';
import { entanglementEntropy } from '../../../src/state/entropy.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { qubitDimensions, shortestPath, TWO_LOCAL } from '../shortest-path.ts';
import { type Found, findings, STATES } from './findings.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { qubits, metric: name, localWeight, slices, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const metric = { ...TWO_LOCAL[name], sizeWeights: [localWeight, 1] };
  const total = qubits.reduce((sum, n) => sum + 4 ** n, 0);
  const found: Found[] = [];
  let done = 0;
  for (const n of qubits) {
    for (const [state, build] of Object.entries(STATES)) {
      done += 4 ** n / Object.keys(STATES).length;
      const psi = build(n, seed);
      const search = () => shortestPath(metric, psi, { slices, starts, seed });
      const { length, coarseLength, lowerBound, infidelity } = yield* part(`${state}_${n}`, done / total, search);
      const half = Array.from({ length: Math.floor(n / 2) }, (_, q) => q);
      const entropy = entanglementEntropy(psi, qubitDimensions(n), half);
      found.push({ state, qubits: n, length, coarseLength, lowerBound, infidelity, entropy });
    }
  }
  return findings(found, qubits, { name, localWeight, seed });
}
