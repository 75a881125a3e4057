/** @file How near does a circuit of few two-qubit gates come to the length of the geodesic? */

import { targetOfSpec } from '../../../datasets/targets.ts';
import { brickworkLayout } from '../../../src/circuit/block-layout.ts';
import { circuitFront } from '../../../src/comparison/circuit-front.ts';
import { latticeOf } from '../../../src/complexity/penalty-metric.ts';
import { DomainError, ShapeError } from '../../../src/errors.ts';
import { asPure } from '../../../src/generative/state-rules.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import { metricOfSpec } from '../../metric-spec.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { shortestPath } from '../shortest-path.ts';
import { type Found, findings } from './findings.ts';
import type { Options } from './options.ts';

/** Most qubits of a target. */
const MOST_QUBITS = 10;

/** Carries the study out, part by part. */
export function* run(
  { targets, metric: spec, layers, starts, slices, tolerance }: Options,
  { seed, part, read }: StudyContext,
): Generator<StudyStep, Findings> {
  const found: Found[] = [];
  for (const [k, chosen] of targets.entries()) {
    const state = targetOfSpec(chosen, { read });
    const { name } = state;
    const pure = asPure(state);
    if (pure === null || state.dimensions.some((dimension) => dimension !== 2)) {
      throw new ShapeError(`gate-length-front: pure states of qubits required, got ${name}`);
    }
    const qubits = state.dimensions.length;
    if (qubits > MOST_QUBITS) {
      throw new DomainError(`gate-length-front: at most ${MOST_QUBITS} qubits required, got ${qubits}`);
    }
    const target = pure.amplitudes;
    const metric = metricOfSpec(spec, qubits);
    const geodesic = yield* part(`${name}, geodesic (${k + 1})`, (k + 0.3) / targets.length, () =>
      shortestPath(metric, target, { slices, starts, seed }),
    );
    const layouts = layers.map((count) => brickworkLayout(latticeOf(metric, qubits), count));
    const front = yield* part(`${name}, circuits (${k + 1})`, (k + 1) / targets.length, () =>
      circuitFront(metric, target, { layouts, starts, paths: [geodesic], seed, tolerance }),
    );
    found.push({ name, target, metric, geodesic: geodesic.length, front });
  }
  return findings(found, layers, tolerance);
}
