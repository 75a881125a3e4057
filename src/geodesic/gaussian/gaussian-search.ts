/** @file The shortest sliced path of Gaussian states from random starts: what searches on rings and on any modes share. */

import { DomainError } from '../../errors.ts';
import { randomStream } from '../../linalg/random.ts';
import { dot, length, plus } from '../../linalg/real-vector.ts';
import { type Attempt, approached, balanced, descended, free } from '../../path/constrained-path.ts';
import { recorded, type SearchJournal } from '../../search-journal.ts';
import type { Result, Solution } from '../../solution.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import type { FramedPath } from './framed-path.ts';
import { type SlicedIndex, type StationaryPath, stationaryPath } from './stationary-path.ts';

/** How paths are searched for. */
export interface GaussianSearchOptions {
  /** Random starts, default 4; of chains grown from their middle, on the shortest of them. */
  readonly starts?: number;
  /** Slices K of a path. */
  readonly slices?: number;
  /** L-BFGS steps for each weight of the end-point condition, default 500. */
  readonly maxSteps?: number;
  /** Whether the shortest path is found again in twice as many slices, default true. */
  readonly doubled?: boolean;
  readonly seed?: number;
  /** Where the search writes what it has found, so that an interrupted one goes on (`searchJournal`); nowhere by default. */
  readonly journal?: SearchJournal | undefined;
}

/** A path of K slices, and how exact it is. */
export interface SlicedGaussian {
  readonly slices: number;
  /** x[k][a] = √(cost_a/K)·h[k][a]. */
  readonly x: Float64Array;
  /** √(2·energy): no less than the length of the path. */
  readonly length: number;
  /** √Σ(1 − F) over pairs of modes at the end, no less than √(1 − F). */
  readonly residual: number;
  /** |p|·residual/length: how much the length may change until the end is met; it means nothing where `slope` is not small. */
  readonly uncertainty: number;
  /** |x + Jᵀp|/|x|: 0 where Pontryagin's principle holds for slices. */
  readonly slope: number;
  /** The second variation among paths of as many slices; null where it was not found: too many unknowns, or the end not met. */
  readonly index: SlicedIndex | null;
  /** p, the costate at the end, in the coordinates of the path. */
  readonly multiplier: Float64Array;
}

/** The shortest of several sliced paths. */
export interface ShortestSliced extends SlicedGaussian {
  /** The path of half as many slices that it was found from; null if it is of the first slices. */
  readonly coarse: SlicedGaussian | null;
  /** (4L_2K − L_K)/3, the limit for an error in 1/K²; null without a path of half as many slices. */
  readonly extrapolated: number | null;
  /** The length that each start led to, in order, Infinity where it did not meet the end. */
  readonly lengths: readonly number[];
}

/** Weights of the condition from the first to the last; the next one is taken where Σ(1 − F) is above `ENOUGH`. */
const WEIGHTS = [2, 20, 200, 2e3, 2e4, 2e5];
const ENOUGH = 1e-4;
/** Most unknowns of Newton's method, and most components of the end. */
const [MOST_UNKNOWNS, MOST_ROWS] = [600, 140];
/** √Σ(1 − F) of a path that has met its end: an infidelity of at most 1e-7. */
export const MET = 3.2e-4;

/**
 * Paths of K slices from random starts, first with a growing weight on the end point, then by Newton's method on the set of paths
 * that meet it exactly; the shortest one once more in 2K slices.
 *
 * @param pathOf - the condition of paths of so many slices
 * @param controls - unknowns of a slice
 * @returns converged where Σ(1 − F) ≤ 1e-7; stalled otherwise, with the path of the least miss
 */
export function* shortestSliced(
  pathOf: (slices: number) => FramedPath,
  controls: number,
  { starts = 4, slices = 12, maxSteps = 500, doubled = true, seed = 0, journal }: GaussianSearchOptions,
): Generator<GeodesicStep, Solution<ShortestSliced>> {
  const path = pathOf(slices);
  const found: SlicedGaussian[] = [];
  let steps = 0;
  for (let start = 0; start < starts; start++) {
    const stream = randomStream(seed, `Gaussian start ${start}`);
    const size = slices * controls;
    const x = Float64Array.from({ length: size }, () => stream.normal() / Math.sqrt(size));
    const phase = `start ${start}`;
    const next = yield* recorded(journal, phase, (own) =>
      fromStart({ ...path, journal: own }, x, { slices, maxSteps, phase }),
    );
    steps += next.steps;
    found.push(next.value);
  }
  const best = found.reduce((least, one) => (isShorter(one, least) ? one : least));
  const lengths = found.map((one) => (one.residual <= MET ? one.length : Infinity));
  const result: Result = best.residual <= MET ? 'converged' : 'stalled';
  if (!doubled || result === 'stalled')
    return { value: { ...best, coarse: null, extrapolated: null, lengths }, result, steps };
  const fine = yield* recorded(journal, `${2 * slices} slices`, (own) =>
    finer({ ...pathOf(2 * slices), journal: own }, best, controls, maxSteps),
  );
  steps += fine.steps;
  if (!(fine.value.residual <= MET && fine.value.length <= best.length * (1 + 1e-9))) {
    return { value: { ...best, coarse: null, extrapolated: null, lengths }, result, steps };
  }
  const extrapolated = (4 * fine.value.length - best.length) / 3;
  return { value: { ...fine.value, coarse: best, extrapolated, lengths }, result, steps };
}

/** Of two paths that meet the end the shorter one, otherwise the one that comes nearer. */
export function isShorter(a: SlicedGaussian, b: SlicedGaussian): boolean {
  if (a.residual <= MET && b.residual <= MET) return a.length < b.length;
  return a.residual < b.residual;
}

/** A path, and the steps that it took. */
interface Counted {
  readonly value: SlicedGaussian;
  readonly steps: number;
}

function* fromStart(
  path: FramedPath,
  x: Float64Array,
  { slices, maxSteps, phase }: { readonly slices: number; readonly maxSteps: number; readonly phase: string },
): Generator<GeodesicStep, Counted> {
  let at: Attempt = { x, force: free(path, WEIGHTS[0]!), loss: Infinity, steps: 0 };
  for (const weight of WEIGHTS) {
    at = yield* told(phase, descended(path, { ...at, force: free(path, weight) }, { maxSteps, gradientTolerance: 1 }));
    const { miss } = path.condition(at.x);
    if (dot(miss, miss) <= ENOUGH) break;
  }
  return yield* settled(path, at, { slices, maxSteps, phase });
}

/** Weights of the end while a path that arrives is made shorter. */
const HOLDING = [2e4, 2e5, 2e6];

/**
 * A path that arrives, made shorter under the least of some weights on the end with which it still does; if it does with none, the path itself.
 * Long correlations decay, and words of short range build them up last; so the path is given a condition in which entries weigh more the
 * smaller the target's are at their distance.
 *
 * @param x - a path that meets its end
 * @param heldPath - the path with these weights
 * @returns converged where Σ(1 − F) ≤ 1e-7, and no longer than the path given
 */
export function* shortenedPath(
  path: FramedPath,
  heldPath: FramedPath,
  x: Float64Array,
  { slices, maxSteps = 500, journal }: GaussianSearchOptions & { readonly slices: number },
): Generator<GeodesicStep, Solution<ShortestSliced>> {
  const phase = 'from the circuit';
  let best = slicedPath(path, slices, { x, slope: 1, index: null, multiplier: new Float64Array(path.size) });
  let at: Attempt = { x, force: free(path, HOLDING[0]!), loss: Infinity, steps: 0 };
  for (const weight of HOLDING) {
    const force = free(path, weight);
    const descent = descended({ ...heldPath, journal }, { ...at, force }, { maxSteps, gradientTolerance: 1e-2 });
    at = yield* told(phase, descent);
    const { miss, pullback } = heldPath.condition(at.x);
    const { multiplier } = balanced(heldPath, force, miss);
    const slope = length(plus(at.x, 1, pullback(multiplier))) / length(at.x);
    const next = slicedPath(path, slices, { x: at.x, slope, index: null, multiplier: path.coordinatesOf(multiplier) });
    if (isShorter(next, best)) best = next;
    if (next.residual <= MET) break;
  }
  const result: Result = best.residual <= MET ? 'converged' : 'stalled';
  return { value: { ...best, coarse: null, extrapolated: null, lengths: [best.length] }, result, steps: at.steps };
}

/** Whether Newton's method is affordable for paths of so many unknowns to ends of so many components. */
export const isSmall = (unknowns: number, rows: number): boolean => unknowns <= MOST_UNKNOWNS && rows <= MOST_ROWS;

/** The same path in twice as many slices, made shortest again. */
function* finer(
  path: FramedPath,
  coarse: SlicedGaussian,
  controls: number,
  maxSteps: number,
): Generator<GeodesicStep, Counted> {
  const slices = 2 * coarse.slices;
  const x = Float64Array.from({ length: slices * controls }, (_, i) => {
    const [k, a] = [Math.floor(i / controls), i % controls];
    return Math.SQRT1_2 * coarse.x[(k >> 1) * controls + a]!;
  });
  const force = { weight: WEIGHTS[0]!, multiplier: path.vectorOf(coarse.multiplier) };
  return yield* settled(path, { x, force, loss: Infinity, steps: 0 }, { slices, maxSteps, phase: `${slices} slices` });
}

/** √Σ(1 − F) of a path from which Newton's method sets out at once. */
const ON_TARGET = 1e-8;
/** How often weight and multiplier are raised before Newton's method sets out again. */
const ROUNDS = 5;

/** Onto the condition, and there to the shortest path: by Newton's method where its matrices are small enough. */
function* settled(
  path: FramedPath,
  start: Attempt,
  { slices, maxSteps, phase }: { readonly slices: number; readonly maxSteps: number; readonly phase: string },
): Generator<GeodesicStep, Counted> {
  const force = start.force.multiplier.some((p) => p !== 0)
    ? start.force
    : balanced(path, start.force, path.condition(start.x).miss);
  if (!isSmall(start.x.length, path.size))
    return yield* descendedOnly(path, { ...start, force }, { slices, maxSteps, phase });
  let near: Attempt = { ...start, force };
  for (let round = 1; ; round++) {
    const aim = { maxSteps, stages: 2, tolerance: 1e-9, gradientTolerance: 1e-2 };
    const { steps, x: before } = near;
    if (length(path.condition(before).miss) > ON_TARGET) {
      near = yield* told(phase, approached(path, near, aim));
      near = { ...near, steps: steps + near.steps };
    }
    let last: StationaryPath | undefined;
    const newton = recorded(path.journal, 'Newton', (journal) => stationaryPath({ ...path, journal }, near.x));
    for (;;) {
      const next = newton.next();
      last = next.value;
      if (next.done) break;
      yield { phase, step: near.steps + last.steps, length: length(last.x) };
    }
    if (last.index !== null || round === ROUNDS) {
      return { value: slicedPath(path, slices, last), steps: near.steps + last.steps };
    }
    const { miss } = path.condition(near.x);
    near = { ...near, force: { ...balanced(path, near.force, miss), weight: 5 * near.force.weight } };
  }
}

/** For many unknowns: rising weights and multipliers, whose sum with the penalty is the costate. */
function* descendedOnly(
  path: FramedPath,
  start: Attempt,
  { slices, maxSteps, phase }: { readonly slices: number; readonly maxSteps: number; readonly phase: string },
): Generator<GeodesicStep, Counted> {
  const aim = { maxSteps: 3 * maxSteps, stages: 5, tolerance: 1e-8, gradientTolerance: 1e-2 };
  const { x, force, steps } = yield* told(phase, approached(path, start, aim));
  const { miss, pullback } = path.condition(x);
  const { multiplier } = balanced(path, force, miss);
  const slope = length(plus(x, 1, pullback(multiplier))) / length(x);
  const found = { x, slope, index: null, multiplier: path.coordinatesOf(multiplier) };
  return { value: slicedPath(path, slices, found), steps: start.steps + steps };
}

function slicedPath(path: FramedPath, slices: number, found: Omit<StationaryPath, 'steps'>): SlicedGaussian {
  const size = length(found.x);
  const residual = length(path.condition(found.x).miss);
  return { ...found, slices, length: size, residual, uncertainty: (length(found.multiplier) * residual) / size };
}

/** Yields √(2·energy) after every step. */
function* told<Value>(phase: string, attempts: Generator<Attempt, Value>): Generator<GeodesicStep, Value> {
  for (;;) {
    const next = attempts.next();
    if (next.done) return next.value;
    yield { phase, step: next.value.steps, length: length(next.value.x) };
  }
}

/**
 * Checks the options of a search.
 *
 * @throws {DomainError} no start, no slice, no step
 */
export function checkSearch(caller: string, { starts = 1, slices = 1, maxSteps = 1 }: GaussianSearchOptions): void {
  for (const [name, value] of Object.entries({ starts, slices, maxSteps })) {
    if (!(Number.isInteger(value) && value > 0)) {
      throw new DomainError(`${caller}: ${name} ≥ 1 required, got ${value}`);
    }
  }
}
