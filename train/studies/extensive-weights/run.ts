/** @file How must words of two qubits be weighed for the complexity of GHZ_n to be proportional to n? */

import type { BegunPath } from '../../../src/geodesic/sector/sector-search.ts';
import { sectorSeries } from '../../../src/geodesic/sector/sector-series.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { SYMMETRIC_STATES, type SymmetricName, sectorPart } from '../sector-part.ts';
import { findings, type Weighed } from './findings.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { qubits, exponents, states, slices, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const weighed: Weighed[] = [];
  const total = states.length * exponents.length * qubits.length + 1;
  let done = 0;
  function* measured(name: SymmetricName, n: number, sizeWeights: readonly number[], near?: BegunPath) {
    const series = sectorSeries([{ blocks: blocksOf(name, n), dicke: SYMMETRIC_STATES[name](n) }], {
      sizeWeights,
      real: name === 'W',
      slices,
      starts,
      seed,
      doublings: 0,
      maxSteps: 150,
      ...(near && { near }),
    });
    done += 1;
    const search = () => sectorPart(series, starts + 1);
    const [path] = yield* part(`${name}_${n}, weights ${sizeWeights.join(' and ')}`, done / total, search);
    return path!.geodesic.sliced[0]!;
  }
  for (const name of states) {
    for (const n of qubits) {
      let near: BegunPath | undefined;
      for (const [k, exponent] of exponents.entries()) {
        const path = yield* measured(name, n, [1, n ** exponent], near);
        const { length, infidelity } = path;
        weighed.push({ name, qubits: n, exponent, length, infidelity });
        near = reweighed(path, name, n, n ** ((exponents[k + 1] ?? exponent) - exponent));
      }
    }
  }
  const { length, infidelity } = yield* measured(states[0]!, qubits[0]!, [4, 4]);
  const fourfold = { name: states[0]!, qubits: qubits[0]!, exponent: 0, length, infidelity };
  return findings(weighed, fourfold);
}

/** All qubits alike for GHZ, a hub and its leaves for W, whose shortest path breaks to one. */
const blocksOf = (name: SymmetricName, n: number): readonly number[] => (name === 'W' ? [1, n - 1] : [n]);

/** The same pulses where words of two qubits weigh `ratio` times as much: √g·h grows with √g. */
function reweighed({ slices, coordinates }: BegunPath, name: SymmetricName, n: number, ratio: number): BegunPath {
  const { letters } = youngSector(blocksOf(name, n), { sizeWeights: [1, 1], real: name === 'W' });
  const factors = letters.map((counts) =>
    counts.flat().reduce((sum, count) => sum + count, 0) === 2 ? Math.sqrt(ratio) : 1,
  );
  return { slices, coordinates: coordinates.map((x, i) => x * factors[i % factors.length]!) };
}
