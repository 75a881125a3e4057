/**
 * @file How a measured quantity is stated: its value and, wherever the value is shown, what limits it. Headline, table,
 * caption and command line all state a quantity by its reading, so that none of them can promise more than another.
 */

import { byKind } from '../by-kind.ts';
import type { FisherSpectrum } from '../fisher/fisher-spectrum.ts';
import type { GenerativeNetwork } from '../generative/generative-network.ts';
import type { ModelFit, SpaceKind } from '../geometry/model-fit.ts';
import { infidelityText, settledTo, significant } from '../number-format.ts';
import type { GeodesicRecord, TrainingRecord } from '../record/run-record.ts';
import type { Result } from '../solution.ts';

/** A quantity in words: the value as it is printed, and what limits it; null for one that needs no qualification. */
export interface Reading {
  readonly value: string;
  readonly caveat: string | null;
}

/** The value with what limits it in brackets: '2.75 (search stopped at its step limit)'. */
export const stated = ({ value, caveat }: Reading): string => (caveat === null ? value : `${value} (${caveat})`);

const reading = (value: string, caveats: readonly (string | false)[] = []): Reading => {
  const found = caveats.filter((caveat) => caveat !== false);
  return { value, caveat: found.length === 0 ? null : found.join('; ') };
};

/** How a search that did not converge ended. */
const ENDINGS: Readonly<Record<Exclude<Result, 'converged'>, string>> = {
  'max-steps': 'stopped at its step limit',
  stalled: 'stalled',
  diverged: 'diverged',
};

/** Relative difference below which lengths count as equal. */
const SAME = 1e-4;
/** Infidelity above which the end of a path is visibly another state. */
const SHORT_OF_TARGET = 1e-3;

/** The length of a geodesic, as far as the search for it got. */
export function geodesicReading(
  geodesic: Pick<
    GeodesicRecord,
    'length' | 'result' | 'starts' | 'coarseLength' | 'slices' | 'infidelity' | 'polished'
  >,
): Reading {
  const { length, result, starts, coarseLength, slices, infidelity, polished } = geodesic;
  const shot = polished?.length ?? Infinity;
  return reading(significant(length), [
    result !== 'converged' && `not converged: the search ${ENDINGS[result]}`,
    coarseLength < length * (1 - SAME) &&
      `${Math.floor(slices / 2)} slices give ${apart(coarseLength, length)}, which is shorter`,
    isShortened(geodesic) && `shooting from it gives ${apart(shot, length)}, which is shorter`,
    infidelity > SHORT_OF_TARGET && `ends short of the target, at infidelity ${infidelityText(infidelity)}`,
    starts.length === 1 && 'from a single start',
  ]);
}

/** Whether shooting from the sliced path led to a geodesic that is visibly shorter. */
export const isShortened = ({ length, polished }: Pick<GeodesicRecord, 'length' | 'polished'>): boolean =>
  (polished?.length ?? Infinity) < length * (1 - SAME);

/** What the search found, each path with its own length: that of constant slices, and the geodesic that shooting leads to where it is shorter. */
export function pathPhrase(geodesic: Pick<GeodesicRecord, 'length' | 'slices' | 'polished'>): string {
  const { length, slices, polished } = geodesic;
  const text = (value: number): string => significant(settledTo(1e-14)(value), 4);
  if (!isShortened(geodesic)) return `the path found by the search for a geodesic has length ${text(length)}`;
  const digits = Math.max(
    4,
    [3, 4, 5, 6].find((count) => significant(length, count) !== significant(polished!.length, count)) ?? 6,
  );
  return (
    `the path of ${slices} constant Hamiltonians found by the search for a geodesic has length ${significant(length, digits)}, ` +
    `and the geodesic that shooting leads to from it ${significant(polished!.length, digits)}`
  );
}

/** A length with as many digits as tell it from another, three at least. */
function apart(length: number, other: number): string {
  const digits = [3, 4, 5, 6].find((count) => significant(length, count) !== significant(other, count));
  return significant(length, digits);
}

/** A geodesic shorter than this is too short for relative comparisons. */
const NO_LENGTH = 1e-6;
/** A difference of lengths below this is rounding, or an error of the searches. */
const NO_EXCESS = 1e-6;

/** Excess of the circuit's length over the geodesic's. */
export function excessReading(excess: number, geodesic: Parameters<typeof geodesicReading>[0]): Reading {
  if (geodesic.length < NO_LENGTH && Math.abs(excess) < NO_EXCESS) return reading('0', ['both lengths vanish']);
  const { caveat } = geodesicReading(geodesic);
  return reading(Math.abs(excess) < NO_EXCESS ? '0' : significant(excess), [
    excess < -NO_EXCESS && 'the circuit is shorter than the path that the search found',
    caveat !== null && 'the geodesic itself is not certain',
  ]);
}

/** The excess as a share of the geodesic's length, in per cent; undefined where that length vanishes. */
export function relativeExcessReading(relative: number, length: number): Reading {
  if (!(length >= NO_LENGTH)) return reading('undefined', ['the geodesic has no length']);
  return reading(`${Math.abs(relative) < NO_EXCESS ? '0' : significant(100 * relative)}\u00A0%`);
}

/** A value with its expected error: '0.500 ± 2.1 × 10⁻⁵'; the value alone where the error is not known. */
export const measured = (value: number, error: number | null | undefined): string =>
  error == null ? significant(value) : `${significant(value)} ± ${significant(error, 2)}`;

/** The complexity of the trained network, or why it has none. */
export function complexityReading({
  complexity,
  network,
  result,
}: Pick<TrainingRecord, 'complexity' | 'network' | 'result'>): Reading {
  const { value, name } = complexity;
  if (value !== null) {
    return reading(significant(Math.abs(value) < 1e-14 ? 0 : value), [result === 'diverged' && 'training diverged']);
  }
  if (result === 'diverged') return reading('unknown', ['training diverged']);
  return withoutComplexity(network, name);
}

/** Why a network that was trained has no complexity. */
const withoutComplexity = byKind<GenerativeNetwork, [term: string], Reading>({
  circuit: () => reading('∞', ['some gates act by words that the metric does not allow']),
  'block-circuit': () => reading('∞', ['some blocks have words that the metric does not allow']),
  network: (_, term) =>
    reading('unknown', [
      `${term === '' ? 'its term' : `‘${term}’`} is out of reach for a network with cycles of this size`,
    ]),
});

/** An eigenvalue within this factor of the threshold makes the rank depend on the threshold. */
const CLOSE = 10;

/** The rank of the Fisher information, and whether it depends on the threshold. */
export function rankReading({ eigenvalues, rank, threshold, parameters }: FisherSpectrum): Reading {
  const border = threshold * Math.max(0, ...eigenvalues.filter(Number.isFinite));
  const within = (value: number): boolean => value > border / CLOSE && value < border * CLOSE;
  const above = eigenvalues.filter((value) => within(value) && value > border).length;
  const below = eigenvalues.filter((value) => within(value) && value <= border).length;
  const range = above + below === 0 ? false : [rank - above, rank + below].filter((r, k, all) => all.indexOf(r) === k);
  return reading(`${rank} / ${parameters}`, [
    range !== false &&
      range.length > 1 &&
      `${range[0]} to ${range[1]}: ${above + below} eigenvalue${above + below === 1 ? ' lies' : 's lie'} within a factor ${CLOSE} of the threshold`,
  ]);
}

const SPACES: Readonly<Record<SpaceKind, string>> = {
  euclidean: 'plane',
  hyperbolic: 'hyperbolic plane',
  spherical: 'sphere',
};

/** Greatest stress of a fit that counts as a surface. */
const NO_SURFACE = 0.2;

/** Whether the sites' distances have a curvature: a curved surface fits them, and better than a plane. */
export const prefersCurvature = ({ best }: ModelFit): boolean => best.kind !== 'euclidean' && best.stress <= NO_SURFACE;

/** The curvature of the surface that fits the sites' distances best, if one is preferred and fits. */
export function curvatureReading(fit: ModelFit | null): Reading {
  if (fit === null) return reading('none preferred', ['all sites are equally far from each other']);
  const { kind, radius, stress } = fit.best;
  if (stress > NO_SURFACE) return reading('undefined', [`no surface fits: stress ${significant(stress, 2)}`]);
  if (kind === 'euclidean') return reading('0', ['a plane fits as well as any curved surface']);
  return reading(`${kind === 'spherical' ? '' : '−'}${significant(radius ** -2)}`, [SPACES[kind]]);
}
