/** @file Derivatives by central differences, extrapolated to step 0 until they no longer improve. */

import { DomainError } from '../errors.ts';
import { romberg } from '../linalg/romberg.ts';

/** How derivatives are taken. */
export interface DifferenceOptions {
  /**
   * Largest step of the central differences, in units of the coordinates; it is halved twice, and the error is
   * O(step⁶). Default: the metric's own scale along each coordinate, halved until the error no longer falls.
   */
  readonly step?: number;
}

/** A limit and the next best one, its shadow; their difference is the expected error. */
export interface Extrapolated<Value> {
  readonly value: Value;
  readonly shadow: Value;
}

/** Derivatives of an array that depends on x: first[k] = ∂_k f, second[k][l] = ∂_k∂_l f or [] if not asked for. */
export interface Derivatives {
  readonly first: readonly Float64Array[];
  readonly second: readonly (readonly Float64Array[])[];
}

/** A function to be differentiated, and when its derivatives are good enough. */
export interface Differentiation {
  readonly f: (x: Float64Array) => Float64Array;
  /** Largest step along each coordinate, shape (P,). */
  readonly steps: Float64Array;
  readonly order: 1 | 2;
  /** Size of an error in f, by which errors of (step · derivative) are judged; null if none are asked for. */
  readonly size: ((error: Float64Array) => number) | null;
  /** Acceptable error, in that size; null for two halvings of the step whatever the error. */
  readonly goal: number | null;
}

/**
 * An error above this share of the limit itself, and above this size, shows that the steps do not resolve the function.
 */
const UNRESOLVED_SHARE = 0.1;
const UNRESOLVED_SIZE = 1e-7;
/** Most levels of the extrapolation, and their number where the step is given. */
const MOST_LEVELS = 10;
const GIVEN_LEVELS = 3;
/**
 * Limits that agree by this share of the step are tested at a step that is smaller by a factor without relation to 2:
 * their agreement may be chance.
 */
const EARLY = 2 ** -2;
const PROBE = 0.059;
/** Assumed relative rounding error of f. */
const ROUNDING = 2 ** -52;
/** Growth of the error that indicates rounding, once the error is below this multiple of the goal. */
const ROUNDING_GROWTH = 4;
const SETTLED = 1e7;

/**
 * First and, if asked for, second derivatives of an array-valued function at x.
 *
 *     ∂_k f ≈ (f(x + h_k) − f(x − h_k)) / 2h_k,     ∂_k∂_l f from second differences along k, l and k + l.
 *
 * Levels that leave the domain of f are skipped. The shadow is NaN if the limits do not settle, or settle at once and a
 * difference over a step 17 times smaller than their last contradicts them. So steps up to some 40 times too large
 * are noticed. Of still larger ones not all are: no sample then tells that f is not as flat, or as smooth, as it looks.
 *
 * @throws {DomainError} every level leaves the domain
 *
 * Cost per level 2P evaluations, P² + P with second derivatives.
 */
export function differences(x: Float64Array, what: Differentiation): Extrapolated<Derivatives> {
  const { f, steps, order, size } = what;
  const p = x.length;
  const centre = f(x);
  const at = (k: number, l: number, share: number): Float64Array => {
    const moved = Float64Array.from(x);
    for (const axis of new Set([k, l])) moved[axis] = moved[axis]! + share * steps[axis]!;
    return f(moved);
  };
  const level = (share: number): Float64Array => {
    const above = Array.from(x, (_, k) => at(k, k, share));
    const below = Array.from(x, (_, k) => at(k, k, -share));
    const out: Float64Array[] = above.map((up, k) => up.map((value, i) => (value - below[k]![i]!) / (2 * share)));
    if (order === 1) return concatenated(out);
    const bend = (up: Float64Array, down: Float64Array): Float64Array =>
      up.map((value, i) => (value - 2 * centre[i]! + down[i]!) / share ** 2);
    const bends = above.map((up, k) => bend(up, below[k]!));
    for (let k = 0; k < p; k++) {
      for (let l = 0; l < k; l++) {
        const diagonal = bend(at(k, l, share), at(k, l, -share));
        out.push(diagonal.map((value, i) => (value - bends[k]![i]! - bends[l]![i]!) / 2));
      }
      out.push(bends[k]!);
    }
    return concatenated(out);
  };
  const m = centre.length;
  const parts = (flat: Float64Array): Float64Array[] =>
    Array.from({ length: flat.length / m }, (_, part) => flat.slice(part * m, (part + 1) * m));
  const greatest = size && ((error: Float64Array): number => Math.max(0, ...parts(error).map(size)));
  const { value, shadow, share } = extrapolated(level, greatest, what.goal);
  // Rounding of f moves the shadow further away: a difference may be small by chance.
  const rounding = (at: number): number =>
    (Math.abs(centre[at % m]!) * ROUNDING) / (at < p * m ? share : share ** 2 / 4);
  const rounded = shadow.map((entry, at) => entry - Math.sign(value[at]! - entry) * rounding(at));
  return { value: unpacked(parts(value), steps, order), shadow: unpacked(parts(rounded), steps, order) };
}

/** ∂_k f at x with steps h, h/2 and h/4, the same along every coordinate, and the error O(h⁶). */
export function firstDerivatives(
  x: Float64Array,
  f: (x: Float64Array) => Float64Array,
  step: number,
): readonly Float64Array[] {
  const steps = new Float64Array(x.length).fill(step);
  return differences(x, { f, steps, order: 1, size: null, goal: null }).value.first;
}

/** A limit, the next best one, the plain difference over the last step, and that step's share of the largest. */
interface Level extends Extrapolated<Float64Array> {
  readonly plain: Float64Array;
  readonly share: number;
}

/**
 * The limit of at(1), at(½), at(¼) … at the level where the next best limit is nearest, among levels that resolve the
 * function: limits of coarser ones are near each other by chance.
 */
function extrapolated(
  at: (share: number) => Float64Array,
  size: ((error: Float64Array) => number) | null,
  goal: number | null,
): Level {
  let row: readonly Float64Array[] = [];
  let best: Level | null = null;
  let error = Infinity;
  let left: DomainError | null = null;
  for (let level = 0; level < (goal === null ? GIVEN_LEVELS : MOST_LEVELS); level++) {
    const before = row;
    try {
      row = romberg(before, at(2 ** -level));
    } catch (outside) {
      if (!(outside instanceof DomainError) || goal === null) throw outside;
      left = outside;
      row = [];
      continue;
    }
    if (before.length === 0) continue;
    const [value, shadow] = [row.at(-1)!, before.at(-1)!];
    const distance = size === null ? 0 : size(minus(value, shadow));
    if (goal === null || distance <= error || error > SETTLED * goal) {
      best = { value, shadow, plain: row[0]!, share: 2 ** -level };
      error = distance;
    }
    if (goal !== null && (error <= goal || (distance > ROUNDING_GROWTH * error && error < SETTLED * goal))) break;
  }
  if (best === null) throw left ?? new DomainError('differences: steps inside the domain required, got none');
  if (size === null) return best;
  const unresolved = (miss: number): boolean => miss > Math.max(UNRESOLVED_SIZE, UNRESOLVED_SHARE * size(best.value));
  const settled = !unresolved(error) && (best.share < EARLY || !unresolved(size(contradiction(at, best))));
  return settled ? best : { ...best, shadow: best.value.map(() => Number.NaN) };
}

/** The difference over a much smaller step, less what it should be: the limit, and an error that falls as step². */
function contradiction(at: (share: number) => Float64Array, { value, plain, share }: Level): Float64Array {
  const expected = value.map((limit, i) => limit + PROBE ** 2 * (plain[i]! - limit));
  return minus(at(PROBE * share), expected);
}

const minus = (a: Float64Array, b: Float64Array): Float64Array => a.map((entry, i) => entry - b[i]!);

/** Derivatives with respect to x from those with respect to x/h: first along each k, then second for l ≤ k. */
function unpacked(parts: readonly Float64Array[], steps: Float64Array, order: 1 | 2): Derivatives {
  const p = steps.length;
  const first = Array.from(steps, (h, k) => parts[k]!.map((entry) => entry / h));
  if (order === 1) return { first, second: [] };
  const second = Array.from(steps, (h, k) =>
    Array.from(steps, (other, l) => {
      const [row, col] = [Math.max(k, l), Math.min(k, l)];
      return parts[p + (row * (row + 1)) / 2 + col]!.map((entry) => entry / (h * other));
    }),
  );
  return { first, second };
}

function concatenated(parts: readonly Float64Array[]): Float64Array {
  const m = parts[0]!.length;
  const all = new Float64Array(m * parts.length);
  parts.forEach((part, k) => {
    all.set(part, k * m);
  });
  return all;
}
