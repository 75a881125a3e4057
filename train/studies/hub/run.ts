/** @file Is there a hub on the way to W and to GHZ, and when does it act? */

import { type SeriesPath, sectorSeries } from '../../../src/geodesic/sector/sector-series.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { SYMMETRIC_STATES, type SymmetricName, sectorPart } from '../sector-part.ts';
import { findings, type Hub } from './findings.ts';
import type { Options } from './options.ts';
import { pulsesOf } from './pulses.ts';

/** Carries the study out, part by part. */
export function* run(
  { w, ghz, slices, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const series = (name: SymmetricName, qubits: readonly number[], apart: number, real: boolean) => () =>
    sectorPart(
      sectorSeries(
        qubits.map((n) => ({ blocks: [apart, n - apart], dicke: SYMMETRIC_STATES[name](n) })),
        { sizeWeights: [1, 1], real, slices, starts, seed, doublings: 0, back: false, maxSteps: 200 },
      ),
      starts + 3 * qubits.length,
    );
  const hubs = (name: SymmetricName, paths: readonly SeriesPath[], real: boolean): readonly Hub[] =>
    paths.map(({ blocks, geodesic }, k) => {
      const sector = youngSector(blocks, { sizeWeights: [1, 1], real });
      const { length, infidelity } = geodesic.sliced[0]!;
      const pulses = pulsesOf(sector, paths[k]!);
      return { name, qubits: blocks.reduce((sum, n) => sum + n, 0), blocks, length, infidelity, pulses };
    });
  const toW = yield* part('W, a hub and its leaves', 0.6, series('W', w, 1, true));
  const toGhz = ghz.length === 0 ? [] : yield* part('GHZ, a pair and the rest', 1, series('GHZ', ghz, 2, false));
  return findings([...hubs('W', toW, true), ...hubs('GHZ', toGhz, false)]);
}
