/** @file A curve of states of a user's own: do its entropies obey the wave equation in time? */

import { CURVES } from '../../../datasets/curves.ts';
import { built } from '../../../src/catalogue.ts';
import { DomainError } from '../../../src/errors.ts';
import type { StateCurve } from '../../../src/generative/target-state.ts';
import { type AreaTable, areaOf } from '../../../src/gravity/area-table.ts';
import { areasOfTarget } from '../../../src/gravity/target-areas.ts';
import { type WaveFit, waveFit } from '../../../src/gravity/wave-fit.ts';
import type { PartStep, StudyContext } from '../../study.ts';
import type { Options } from './options.ts';

/** What was found along the curve. */
export interface Evolution {
  readonly name: string;
  readonly sites: number;
  readonly times: readonly number[];
  readonly fit: WaveFit;
  /** Sites of the intervals that are shown, and their entropies, by time and place; null where an interval leaves a line. */
  readonly length: number;
  readonly entropies: readonly (readonly (number | null)[])[];
}

/** Steps of time that differ relatively by less are equal. */
const EQUAL = 1e-6;

export function* evolutionOf(
  { curve: chosen, ring, velocity, shortest }: NonNullable<Options['evolution']>,
  { seed, read }: Pick<StudyContext, 'seed' | 'read'>,
): Generator<PartStep, Evolution> {
  const curve = built<StateCurve>(CURVES, chosen, { read });
  const { times } = curve;
  const step = times[1]! - times[0]!;
  if (times.length < 3 || times.some((t, k) => k > 0 && !(Math.abs(t - times[k - 1]! - step) <= EQUAL * step))) {
    throw new DomainError(`evolution: three rising times at least in equal steps required, got [${times.slice(0, 8)}]`);
  }
  const tables: AreaTable[] = [];
  for (const [k, time] of times.entries()) {
    yield { message: `entropies at t = ${time.toPrecision(3)}`, progress: k / times.length };
    tables.push(areasOfTarget(curve.at(time), { ring }));
  }
  const { sites } = tables[0]!;
  const length = Math.max(1, Math.round(sites / 4));
  const places = Array.from({ length: ring ? sites : sites - length + 1 }, (_, start) => start);
  return {
    name: curve.name,
    sites,
    times,
    fit: waveFit(tables, step, { seed, shortest, ...(velocity !== undefined && { velocity }) }),
    length,
    entropies: tables.map((table) =>
      places.map((start) => {
        const area = areaOf(table, start, length);
        return Number.isFinite(area) ? area : null;
      }),
    ),
  };
}
