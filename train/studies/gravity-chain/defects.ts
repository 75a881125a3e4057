/** @file The gravity defect of all areas of a target and of its controls, and what they score against each other. */

import type { AreaTable } from '../../../src/gravity/area-table.ts';
import {
  type CurvatureTomography,
  curvatureTomography,
  geodesicsOf,
  type MeasuredGeodesic,
} from '../../../src/gravity/curvature-tomography.ts';
import { defectChange, type GravityDefect, gravityDefect } from '../../../src/gravity/gravity-defect.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import type { NamedAreas } from './areas.ts';
import type { ChosenState } from './options.ts';

/** What a table of areas is read from. */
export type SourceKind = 'state' | 'network' | 'metric' | 'control';

/** The defect of one table of areas. */
export interface NamedDefect {
  readonly name: string;
  readonly kind: SourceKind;
  /** With the c of the target. */
  readonly defect: GravityDefect;
  /** With a c of its own, the one that makes q as constant as possible. */
  readonly own: Pick<GravityDefect, 'centralCharge' | 'spread'>;
}

/** How the intervals of a target are chosen. */
export type IntervalChoice = Pick<ChosenState, 'shortest' | 'margin'>;

/** The defect of a table with a given c, and with its own. */
export function namedDefect(
  { name, areas }: NamedAreas,
  kind: SourceKind,
  centralCharge: number,
  { shortest, margin }: IntervalChoice,
): NamedDefect {
  const { centralCharge: c, spread } = gravityDefect(areas, { shortest, margin });
  const defect = gravityDefect(areas, { centralCharge, shortest, margin });
  return { name, kind, defect, own: { centralCharge: c, spread } };
}

/** The same without the values of single intervals, which only maps need. */
export const withoutValues = (one: NamedDefect): NamedDefect => ({
  ...one,
  defect: { ...one.defect, values: new Float64Array(0) },
});

/** Spreads below this are rounding. */
const ROUNDING = 1e-12;

/** log₁₀(spread of one/spread of the other); null where either is not defined, or rounding. */
export function score(one: number | null, other: number | null): number | null {
  return one === null || other === null || Math.min(one, other) < ROUNDING ? null : Math.log10(one / other);
}

/** What tomography says of a defect, and of two null models on the same geodesics. */
export interface Curvature {
  readonly found: CurvatureTomography;
  /** Errors of the null models on intervals left out. */
  readonly nulls: { readonly shuffled: number; readonly smooth: number };
}

/** Most geodesics of a tomography, about. */
const MOST_GEODESICS = 400;
/** Least number of geodesics that are worth inverting. */
const FEWEST_GEODESICS = 12;

/** δq of a defect as geodesics: against a reference, or against the mean of the defect. */
export function geodesicsOfDefect(defect: GravityDefect, reference: GravityDefect | null): readonly MeasuredGeodesic[] {
  if (defect.mean === null) return [];
  const mean = defect.mean;
  const change =
    reference === null
      ? { values: defect.values.map((value) => value - mean), spread: null, most: null, intervals: defect.intervals }
      : defectChange(defect, reference);
  const stride = Math.max(1, Math.ceil(Math.sqrt(change.intervals / MOST_GEODESICS)));
  return geodesicsOf(change, { stride });
}

/** The tomography of some geodesics; null where they are too few, or have nothing to show. */
export function curvatureOf(
  data: readonly MeasuredGeodesic[],
  areas: Pick<AreaTable, 'sites' | 'ring'>,
  cells: { readonly columns: number; readonly rows: number },
  seed: number,
): Curvature | null {
  if (data.length < FEWEST_GEODESICS || data.every(({ integral }) => integral === 0)) return null;
  const options = { ...(areas.ring && { circumference: areas.sites }), ...cells, seed };
  const error = (integrals: readonly number[]): number =>
    curvatureTomography(
      data.map((geodesic, k) => ({ ...geodesic, integral: integrals[k]! })),
      options,
    ).error;
  return {
    found: curvatureTomography(data, options),
    nulls: { shuffled: error(shuffledIntegrals(data, seed)), smooth: error(smoothIntegrals(data, areas.sites, seed)) },
  };
}

function shuffledIntegrals(data: readonly MeasuredGeodesic[], seed: number): readonly number[] {
  const stream = randomStream(seed, 'shuffled defect');
  return data
    .map(({ integral }) => ({ integral, key: stream.uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ integral }) => integral);
}

/** Waves over (x, log R) with lengths of an eighth of the chain and of some octaves: smooth, and of no curvature. */
function smoothIntegrals(data: readonly MeasuredGeodesic[], sites: number, seed: number): readonly number[] {
  const stream = randomStream(seed, 'smooth defect');
  const waves = Array.from({ length: 6 }, () => ({
    alongX: Math.round(3 * stream.normal()),
    alongR: 3 * stream.normal(),
    phase: 2 * Math.PI * stream.uniform(),
    size: stream.normal(),
  }));
  return data.map(({ centre, halfWidth }) =>
    waves.reduce(
      (sum, { alongX, alongR, phase, size }) =>
        sum + size * Math.cos((2 * Math.PI * alongX * centre) / sites + alongR * Math.log(halfWidth) + phase),
      0,
    ),
  );
}
