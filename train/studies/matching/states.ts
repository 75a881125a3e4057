/** @file Geodesics of states by the same functions as those of points. */

import { ghz } from '../../../datasets/ghz.ts';
import { w } from '../../../datasets/w.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { type PenaltyMetric, rangeOn } from '../../../src/complexity/penalty-metric.ts';
import { type StateGeodesic, stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import { stateEnd, stateSpace } from '../../../src/geodesic/state/state-space.ts';
import { geodesicPath } from '../../../src/path/sliced-path.ts';
import { rangeProfile } from '../../../src/path/time-spent.ts';
import type { MorphRow } from '../../../src/record/study-record.ts';
import { matchExactly } from '../../../src/shooting/match-exactly.ts';
import type { PartStep } from '../../study.ts';
import { TWO_LOCAL } from '../shortest-path.ts';
import { blochRow } from './bloch.ts';
import { type MeasuredPath, measuredPath, wordScale } from './measured.ts';

/** A geodesic to a state, found by the search of slices and shot by the common function. */
export interface MeasuredState {
  readonly path: MeasuredPath;
  /** Length by the search for states: another method. */
  readonly searched: number;
  /** Time spent by range in equal parts of the length. */
  readonly profile: readonly (readonly number[])[];
  readonly row: MorphRow;
}

/** Parts of the path in the profile. */
const PARTS = 8;
const TARGETS = { GHZ: ghz, W: w } as const;

/** The metrics: every range alike, or dearer with range. */
export function metricsOf(qubits: number, rangeWeight: number): Readonly<Record<string, PenaltyMetric>> {
  const alike = TWO_LOCAL['all-to-all'];
  const range = rangeOn(alike);
  const words = Object.fromEntries(
    controlWords(alike, qubits).words.map((word) => [word, rangeWeight ** range(word)] as const),
  );
  return { 'all ranges alike': alike, 'dear long ranges': { words, penalty: Infinity } };
}

export function* measuredState(
  target: keyof typeof TARGETS,
  qubits: number,
  [metricName, metric]: readonly [string, PenaltyMetric],
  seed: number,
): Generator<PartStep, MeasuredState> {
  const { amplitudes } = TARGETS[target](qubits);
  const search = stateGeodesic(metric, amplitudes, { polished: 1, conjugatePoints: false, observable: false, seed });
  let found: StateGeodesic;
  for (let step = 0; ; step++) {
    const next = search.next();
    if (next.done) {
      found = next.value.value;
      break;
    }
    yield { message: next.value.phase, progress: step / (step + 40) };
  }
  const space = stateSpace(metric, qubits);
  const q = new Float64Array(space.dimension);
  q[0] = 1;
  const costate = Float64Array.from(found.geodesic?.costate ?? []);
  const momenta = costate.length > 0 ? [costate] : [];
  const { value } = matchExactly(space, q, stateEnd(amplitudes), { momenta, measuredSteps: 32 });
  const name = `${target}_{${qubits}}, ${metricName}`;
  return {
    path: measuredPath(name, 2 ** (qubits + 1) - 2, value, wordScale(space)),
    searched: found.geodesic?.length ?? found.length,
    profile: rangeProfile(metric, geodesicPath(found), { ranges: qubits, parts: PARTS }),
    row: blochRow(
      space,
      { q, p: value.momentum },
      0,
      `a state: Hamiltonians turn it; the ball of qubit 0 on the way to ${target}`,
    ),
  };
}
