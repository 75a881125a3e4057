/**
 * @file Does the geometry of a state obey a gravity equation? On the space of intervals the entropies of a conformal vacuum solve
 * Liouville's equation: its logarithm, the gravity defect, is constant.
 */

import { DomainError, ShapeError } from '../errors.ts';
import type { Nats } from '../units.ts';
import { type AreaTable, areaOf } from './area-table.ts';

/** How the defect is read from areas. */
export interface GravityDefectOptions {
  /** c > 0; 'fitted' (default): the one for which q does not depend on the areas, by least squares. */
  readonly centralCharge?: number | 'fitted';
  /** Least |B|; default 1. */
  readonly shortest?: number;
  /** Greatest |B|; default (sites − 2)/2 on a ring, where longer intervals repeat the others, else sites − 2. */
  readonly longest?: number;
  /** Sites at both ends of an open chain that no interval may touch; default 0. */
  readonly margin?: number;
  /** Greatest I(a:b|B), in nats, that counts as rounding; default 1e-11. */
  readonly rounding?: Nats;
  /** Averages the intervals of L and of L + 1 sites from the same site, against oscillations with the parity of L; default false. */
  readonly averageParity?: boolean;
}

/** The defect of the intervals of one length. */
export interface DefectOfLength {
  /** |B|. */
  readonly length: number;
  readonly mean: number;
  readonly least: number;
  readonly greatest: number;
  /** Number of intervals. */
  readonly intervals: number;
}

/** The gravity defect of a table of areas. */
export interface GravityDefect {
  readonly sites: number;
  readonly ring: boolean;
  /** The c of the formula; null where none is given and none fits. */
  readonly centralCharge: number | null;
  readonly isFitted: boolean;
  /** q(B), shape (sites, sites), that of |B| sites from `start` on at (start, |B| − 1); NaN where it is not defined. */
  readonly values: Float64Array;
  readonly lengths: readonly DefectOfLength[];
  /** Mean of q; null where it is not defined. */
  readonly mean: number | null;
  /** Root mean square of q − mean: the defect itself. */
  readonly spread: number | null;
  /** Greatest |q − mean|. */
  readonly most: number | null;
  /**
   * Standard deviation of e^q over |mean of e^q|, of all intervals: e^q = I(a:b|B)·e^{6S̄/c} is 0 where I is rounding, and negative
   * where I is. It judges tables too that have no q for some intervals; at most √intervals where I ≥ 0. Null if the mean is 0.
   */
  readonly variation: number | null;
  /** dq/dS by least squares: 6·δ(1/c) if c is wrong by that much, 0 if it is fitted. */
  readonly slope: number | null;
  /** Intervals whose q is defined. */
  readonly intervals: number;
  /** Intervals left out because |I(a:b|B)| is rounding. */
  readonly vanishing: number;
  /** Intervals left out because I(a:b|B) < 0: the areas are no entropies. */
  readonly negative: number;
  /** 'no kinematic density': no interval has a q. 'no central charge': none can be fitted. */
  readonly verdict: 'defined' | 'no kinematic density' | 'no central charge';
}

/**
 * The conditional mutual information of the sites next to an interval B of `length` sites from `start` on,
 *
 *     I(a:b|B) = S(aB) + S(Bb) − S(B) − S(aBb) ≥ 0,
 *
 * and the mean area S̄ = ½[S(aB) + S(Bb)]. NaN where an area is not known.
 */
export function kinematicDensity(
  table: AreaTable,
  start: number,
  length: number,
): { readonly density: Nats; readonly area: Nats } {
  const left = areaOf(table, start - 1, length + 1);
  const right = areaOf(table, start, length + 1);
  const density = left + right - areaOf(table, start, length) - areaOf(table, start - 1, length + 2);
  return { density, area: (left + right) / 2 };
}

/**
 * The gravity defect of all intervals B with neighbours a and b,
 *
 *     q(B) = log I(a:b|B) + (3/c)·[S(aB) + S(Bb)].
 *
 * I is the lattice form of ∂u∂vS, the density of geodesics. If S = (c/6)·length on a slice of curvature −1, it solves
 * Liouville's equation ∂u∂vS ∝ e^{−6S/c}, and q is constant; so it is for all states on the conformal orbit of the vacuum. No
 * metric is fitted, and of numbers c alone. In the hopping chain at half filling, S = ⅓ log L + s₀ and
 *
 *     q∞ = log(c/3) + 6s₀/c = 3.25779…,    c = 1, s₀ = 0.726067….
 *
 * @throws {DomainError} c ≤ 0, lengths or a margin that leave no interval, a negative bound of rounding
 *
 * O(n²) for n sites. I is a second difference: its relative error is that of the areas divided by I.
 *
 * @see de Boer, Haehl, Heller & Myers, arXiv:1606.03307; Jin & Korepin, J. Stat. Phys. 116, 79 (2004), for s₀
 */
export function gravityDefect(table: AreaTable, options: GravityDefectOptions = {}): GravityDefect {
  const { sites, ring } = table;
  const { averageParity = false, centralCharge: given = 'fitted' } = options;
  const { all, places, vanishing, negative } = resolvedIntervals(table, options);
  const isFitted = given === 'fitted';
  const fitted = isFitted ? fittedCharge(places) : given;
  const values = new Float64Array(sites * sites).fill(NaN);
  const common = { sites, ring, isFitted, values, vanishing, negative };
  if (places.length === 0 || fitted === null) {
    const verdict = places.length === 0 ? 'no kinematic density' : 'no central charge';
    const none = { lengths: [], mean: null, spread: null, most: null, variation: null, slope: null, intervals: 0 };
    return { ...common, ...none, centralCharge: fitted, verdict };
  }
  const areas = new Float64Array(sites * sites).fill(NaN);
  for (const { start, length, density, area } of places) {
    const at = start * sites + length - 1;
    values[at] = Math.log(density) + (6 / fitted) * area;
    areas[at] = area;
  }
  if (averageParity) for (const of of [values, areas]) of.set(overTwoLengths(of, sites));
  const kept = [...values.keys()].filter((at) => !Number.isNaN(values[at]!));
  if (kept.length === 0) throw new DomainError('gravityDefect: intervals of neighbouring lengths required to average');
  const mean = meanOf(kept, (at) => values[at]!);
  const off = (at: number): number => values[at]! - mean;
  return {
    ...common,
    centralCharge: fitted,
    lengths: byLength(values, sites),
    mean,
    spread: Math.sqrt(meanOf(kept, (at) => off(at) ** 2)),
    most: kept.reduce((most, at) => Math.max(most, Math.abs(off(at))), 0),
    variation: variationOf(all, fitted),
    slope: slopeOf(kept.map((at) => [areas[at]!, values[at]!])),
    intervals: kept.length,
    verdict: 'defined',
  };
}

/** An interval with its density, 0 where that is rounding. */
interface Place {
  readonly start: number;
  readonly length: number;
  readonly density: Nats;
  readonly area: Nats;
}

function resolvedIntervals(table: AreaTable, options: GravityDefectOptions) {
  const { sites, ring } = table;
  const { margin = 0, rounding = 1e-11, shortest = 1, centralCharge = 'fitted' } = options;
  const longest = options.longest ?? (ring ? Math.floor((sites - 2) / 2) : sites - 2 - 2 * margin);
  if (centralCharge !== 'fitted' && !(centralCharge > 0 && Number.isFinite(centralCharge))) {
    throw new DomainError(`gravityDefect: a central charge > 0, or 'fitted', required, got ${centralCharge}`);
  }
  if (!(rounding >= 0)) throw new DomainError(`gravityDefect: a bound of rounding ≥ 0 required, got ${rounding}`);
  const isWhole = [shortest, longest, margin].every(Number.isInteger);
  if (!(isWhole && margin >= 0 && shortest >= 0 && longest >= shortest && longest <= sites - 2)) {
    throw new DomainError(
      `gravityDefect: lengths 0 ≤ shortest ≤ longest ≤ sites − 2 and a margin ≥ 0 required, got ${shortest}, ${longest} and ${margin} for ${sites} sites`,
    );
  }
  const all: Place[] = [];
  for (let length = shortest; length <= longest; length++) {
    const [from, to] = ring ? [0, sites - 1] : [1 + margin, sites - 1 - margin - length];
    for (let start = from; start <= to; start++) {
      const { density, area } = kinematicDensity(table, start, length);
      if (Number.isNaN(density)) continue;
      all.push({ start, length, density: Math.abs(density) > rounding ? density : 0, area });
    }
  }
  const places = all.filter(({ density }) => density > 0);
  const vanishing = all.filter(({ density }) => density === 0).length;
  return { all, places, vanishing, negative: all.length - places.length - vanishing };
}

/** Standard deviation of I·e^{6S̄/c} over its mean; exponents are taken from the greatest, which cancels. */
function variationOf(all: readonly Place[], centralCharge: number): number | null {
  const exponent = ({ area }: Place): number => (6 / centralCharge) * area;
  const most = all.reduce((greatest, place) => Math.max(greatest, exponent(place)), -Infinity);
  const value = (place: Place): number => place.density * Math.exp(exponent(place) - most);
  const mean = meanOf(all, value);
  return mean === 0 ? null : Math.sqrt(meanOf(all, (place) => (value(place) - mean) ** 2)) / Math.abs(mean);
}

/** The c for which log I + (6/c)·S̄ does not depend on S̄; null where log I does not fall with S̄ beyond rounding. */
function fittedCharge(places: readonly Place[]): number | null {
  const slope = slopeOf(places.map(({ density, area }) => [area, Math.log(density)]));
  if (slope === null) return null;
  const areas = places.map(({ area }) => area);
  const range =
    areas.reduce((most, x) => Math.max(most, x), -Infinity) - areas.reduce((least, x) => Math.min(least, x), Infinity);
  return -slope * range > ALIKE ? -6 / slope : null;
}

/** Relative differences of areas that are rounding. */
const ALIKE = 1e-9;

/** The slope of the best line through the points; null if all have the same x to rounding. */
function slopeOf(points: readonly (readonly [x: number, y: number])[]): number | null {
  const all = [...points.keys()];
  const [x0, y0] = [meanOf(all, (k) => points[k]![0]), meanOf(all, (k) => points[k]![1])];
  const spread = meanOf(all, (k) => (points[k]![0] - x0) ** 2);
  const joint = meanOf(all, (k) => (points[k]![0] - x0) * (points[k]![1] - y0));
  return spread > (ALIKE * (1 + Math.abs(x0))) ** 2 ? joint / spread : null;
}

/** Mean of the values at (start, L) and (start, L + 1), where both are known. */
function overTwoLengths(values: Float64Array, sites: number): Float64Array {
  return values.map((value, at) => (at % sites === sites - 1 ? NaN : (value + values[at + 1]!) / 2));
}

function byLength(values: Float64Array, sites: number): readonly DefectOfLength[] {
  return Array.from({ length: sites }, (_, k) => k + 1).flatMap((length) => {
    const own = Array.from({ length: sites }, (_, start) => values[start * sites + length - 1]!);
    const known = own.filter((value) => !Number.isNaN(value));
    if (known.length === 0) return [];
    const [least, greatest] = [Math.min(...known), Math.max(...known)];
    return [{ length, mean: meanOf(known, (value) => value), least, greatest, intervals: known.length }];
  });
}

function meanOf<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0) / items.length;
}

/** How a defect differs from that of a reference, over the intervals that both have. */
export interface DefectChange {
  /** δq(B), shape (sites, sites), NaN where it is not defined. */
  readonly values: Float64Array;
  /** Root mean square and greatest |δq|; null if no interval is common. */
  readonly spread: number | null;
  readonly most: number | null;
  readonly intervals: number;
}

/**
 * δq = q − q_reference, interval by interval: what a state has beyond its vacuum. On a hyperbolic slice that is perturbed by
 * matter, δq = ½∫δK ds along the geodesic of the interval; a change along the conformal orbit of the vacuum has none.
 *
 * @param reference - of the ring's or chain's own vacuum, with the same c
 * @throws {ShapeError} other numbers of sites
 * @throws {DomainError} different central charges
 */
export function defectChange(defect: GravityDefect, reference: GravityDefect): DefectChange {
  if (defect.sites !== reference.sites || defect.ring !== reference.ring) {
    throw new ShapeError(`defectChange: as many sites required, got ${defect.sites} and ${reference.sites}`);
  }
  const [c, d] = [defect.centralCharge, reference.centralCharge];
  if (c === null || d === null || Math.abs(c - d) > 1e-12 * c) {
    throw new DomainError(`defectChange: the same central charge required, got ${c} and ${d}`);
  }
  const values = defect.values.map((value, at) => value - reference.values[at]!);
  const known = [...values].filter((value) => !Number.isNaN(value));
  if (known.length === 0) return { values, spread: null, most: null, intervals: 0 };
  return {
    values,
    spread: Math.sqrt(meanOf(known, (value) => value ** 2)),
    most: known.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
    intervals: known.length,
  };
}
