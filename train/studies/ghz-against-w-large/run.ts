/** @file How do the complexities of GHZ and W grow with the number of qubits? */

import { grownSearches, grownSeries } from '../../../src/geodesic/sector/grown-search.ts';
import { sectorSeries } from '../../../src/geodesic/sector/sector-series.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { SYMMETRIC_STATES, type SymmetricName, sectorPart } from '../sector-part.ts';
import { type Bound, findings, type GrownPath } from './findings.ts';
import type { Options } from './options.ts';

/** Slices that real paths to sixteen qubits need. */
const GROWN_SLICES = 32;

/** A series of states in one type of blocks: k + (n − k) with k set apart, S_n for k = 0. */
interface Wanted {
  readonly name: SymmetricName;
  readonly apart: number;
  readonly qubits: readonly number[];
}

/** Carries the study out, part by part. */
export function* run(
  {
    ghz,
    w,
    types,
    mostBroken,
    slices,
    doublings,
    starts,
    furtherStarts,
    sheets,
    newtonSteps,
    back,
    grownFrom,
    grown,
    first,
  }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const all: readonly Wanted[] = [
    { name: 'W', apart: 1, qubits: w },
    ...types.map((apart) => ({
      name: 'GHZ' as const,
      apart,
      qubits: apart === 0 ? ghz : ghz.filter((n) => n <= mostBroken && n > apart),
    })),
  ];
  const wanted = all.filter(({ qubits }) => qubits.length > 0);
  const bounds: Bound[] = [];
  for (const [k, { name, apart, qubits }] of wanted.entries()) {
    const blocksOf = (n: number): readonly number[] => (apart === 0 ? [n] : [apart, n - apart]);
    const exact = name === 'GHZ' && apart === 0 && newtonSteps > 0;
    const search = () =>
      sectorPart(
        sectorSeries(
          qubits.map((n) => ({ blocks: blocksOf(n), dicke: SYMMETRIC_STATES[name](n) })),
          {
            sizeWeights: [1, 1],
            real: name === 'W',
            slices,
            starts,
            furtherStarts: name === 'W' ? 0 : furtherStarts,
            back,
            seed,
            doublings,
            ...(exact ? { newtonSteps, sheets, maxSteps: 60 } : { maxSteps: 150 }),
          },
        ),
        starts + (2 + furtherStarts + (exact ? sheets : 0)) * qubits.length,
      );
    const title = `${name} in ${apart === 0 ? 'S_n' : `${apart} + (n − ${apart})`}`;
    const found = yield* part(title, (k + 1) / (wanted.length + Math.sign(grownFrom.length)), search);
    bounds.push(...found.map((path, i) => ({ name, qubits: qubits[i]!, path })));
  }
  if (grownFrom.length > 0) {
    const search = { sizeWeights: [1, 1], slices: Math.max(GROWN_SLICES, slices), maxSteps: 20, newtonSteps, seed };
    const work = () => sectorPart(grownSeries(grownFrom, search), 2 * grownFrom.length + 5);
    const found = yield* part('GHZ in 3 + (n − 3), real paths', 1, work);
    bounds.push(...found.map((path, i) => ({ name: 'GHZ' as const, qubits: grownFrom[i]!, path })));
  }
  const many = yield* grownPart({ grown, first, newtonSteps }, { seed, part });
  return findings(bounds, many);
}

/** Paths to GHZ of many qubits, which are a field for few. */
function* grownPart(
  { grown, first, newtonSteps }: Pick<Options, 'grown' | 'first' | 'newtonSteps'>,
  { seed, part }: Pick<StudyContext, 'seed' | 'part'>,
): Generator<StudyStep, readonly GrownPath[]> {
  if (grown.length === 0) return [];
  const search = { sizeWeights: [1, 1], first, seed, newtonSteps };
  const work = function* () {
    const found = yield* sectorPart(grownSearches(grown, search), 12 * first.length + 6 * grown.length);
    return found.map(({ sector: { blocks }, geodesic, first: few }) => ({ blocks, geodesic, first: few }));
  };
  return yield* part('GHZ of many qubits, grown from few', 1, work);
}
