/** @file Do the areas along a curve of states obey the wave equation in time, and at which speed? */

import { DomainError } from '../errors.ts';
import { permuted } from '../geometry/table-comparison.ts';
import { randomStream } from '../linalg/random.ts';
import type { AreaTable } from './area-table.ts';
import { waveResidual } from './kinematic-residual.ts';

/** How the equation is asked. */
export interface WaveFitOptions {
  /** v, in sites per time; default the speed that explains most. */
  readonly velocity?: number;
  /** Least number of sites of an interval; default 1. */
  readonly shortest?: number;
  /** Exchanges of the null model; default 199. */
  readonly exchanges?: number;
  readonly seed?: number;
}

/** How well v⁻²∂t²S = ∂x²S holds at fixed lengths of the intervals. */
export interface WaveFit {
  /** v; null where ∂t²S has not the sign of ∂x²S, so that no speed helps, or does not change at all. */
  readonly velocity: number | null;
  /** rms (v⁻²∂t²S − ∂x²S)/rms ∂x²S: 0 if the equation holds, 1 if ∂t²S says nothing; null where ∂x²S = 0. */
  readonly unexplained: number | null;
  /** Root mean squares of ∂t²S and of ∂x²S. */
  readonly inTime: number;
  readonly inSpace: number;
  /** Places, lengths and times. */
  readonly points: number;
  /** Probability of as little unexplained, ∂t²S exchanged between the places of a length and time; null as `unexplained`. */
  readonly probability: number | null;
}

/** Second differences of entropies below this are rounding. */
const ROUNDING = 1e-9;

/**
 * The wave equation of areas in time, (v⁻²∂t² − ∂x²)S = 0 at fixed lengths, along a curve: to first order it is what remains of
 * the linearised Einstein equation on the boundary of three-dimensional anti-de Sitter space. By central differences, one site
 * and one step of time apart; the one speed is found by least squares,
 *
 *     v⁻² = Σ ∂t²S ∂x²S / Σ (∂t²S)² ≥ 0.
 *
 * Where all places are alike ∂x²S = 0, and the equation has nothing to say but ∂t²S = 0: see `inTime`.
 *
 * @param tables - areas at evenly spaced times, three at least
 * @param step - of time, > 0
 * @throws {ShapeError} tables of different sizes
 * @throws {DomainError} fewer than three tables; a step or velocity that is not positive
 *
 * O(times·n²) for each exchange. @see Nozaki, Numasawa, Prudenziati & Takayanagi, Phys. Rev. D 88, 026012 (2013)
 */
export function waveFit(tables: readonly AreaTable[], step: number, options: WaveFitOptions = {}): WaveFit {
  const { velocity, shortest = 1, exchanges = 199, seed = 1 } = options;
  if (tables.length < 3) throw new DomainError(`waveFit: areas at three times at least required, got ${tables.length}`);
  if (velocity !== undefined && !(velocity > 0)) {
    throw new DomainError(`waveFit: a velocity > 0 required, got ${velocity}`);
  }
  const groups = tables.slice(2).flatMap((after, k) => groupsOf([tables[k]!, tables[k + 1]!, after], step, shortest));
  const points = groups.reduce((sum, { inSpace }) => sum + inSpace.length, 0);
  const sumOf = (of: (group: Group) => number): number => groups.reduce((sum, group) => sum + of(group), 0);
  const [time, space] = [sumOf(({ inTime }) => dot(inTime, inTime)), sumOf(({ inSpace }) => dot(inSpace, inSpace))];
  const [inTime, inSpace] = [time, space].map((square) => Math.sqrt(square / Math.max(1, points)));
  const none = { velocity: null, unexplained: null, probability: null };
  const sizes = { inTime: inTime!, inSpace: inSpace!, points };
  if (inSpace! <= ROUNDING) return { ...none, ...sizes };
  const slownessOf = (both: number): number =>
    velocity !== undefined ? 1 / velocity ** 2 : inTime! <= ROUNDING ? 0 : Math.max(0, both / time);
  const unexplainedAt = (both: number): number => {
    const slowness = slownessOf(both);
    return Math.sqrt(Math.max(0, slowness ** 2 * time - 2 * slowness * both + space) / space);
  };
  const both = sumOf((group) => dot(group.inTime, group.inSpace));
  const unexplained = unexplainedAt(both);
  const { integer } = randomStream(seed, 'exchanged places');
  let asLittle = 0;
  for (let k = 0; k < exchanges; k++) {
    const exchanged = sumOf((group) => dot(permuted(group.inTime, integer), group.inSpace));
    if (unexplainedAt(exchanged) <= unexplained) asLittle++;
  }
  const slowness = slownessOf(both);
  return {
    velocity: slowness > 0 ? 1 / Math.sqrt(slowness) : null,
    unexplained,
    ...sizes,
    probability: (asLittle + 1) / (exchanges + 1),
  };
}

/** Second differences at all places of one length and time. */
interface Group {
  readonly inTime: readonly number[];
  readonly inSpace: readonly number[];
}

function groupsOf(
  tables: readonly [AreaTable, AreaTable, AreaTable],
  step: number,
  shortest: number,
): readonly Group[] {
  const { sites } = tables[1];
  const { residual, inSpace } = waveResidual(tables, step, 1);
  return Array.from({ length: sites }, (_, k) => k + 1).flatMap((length) => {
    if (length < shortest) return [];
    const known = Array.from({ length: sites }, (_, start) => start * sites + length - 1).filter((at) =>
      Number.isFinite(residual[at]!),
    );
    if (known.length === 0) return [];
    return [{ inTime: known.map((at) => residual[at]! + inSpace[at]!), inSpace: known.map((at) => inSpace[at]!) }];
  });
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
