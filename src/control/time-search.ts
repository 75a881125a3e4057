/**
 * @file The least time of a number of arcs: first a path that meets the end point, in twice the time until there is one, then the
 * shortest near it under an augmented Lagrangian.
 */

import type { RandomStream } from '../linalg/random.ts';
import { dot, length, plus, times } from '../linalg/real-vector.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimise } from '../optimise/minimise.ts';
import type { Objective } from '../optimise/objective.ts';
import { arrived, type Condition, endPointCondition } from '../path/constrained-path.ts';
import { type ArcKind, type ArcProblem, arcsAt, runArcs, totalTime, unknowns } from './arc-path.ts';

/** One step of the search. */
export interface TimeStep {
  readonly phase: string;
  readonly step: number;
  /** The time of the path at this step. */
  readonly time: number;
}

/** A path of arcs, and the multiplier p of the condition on its end, in units of time: T + p·c is stationary. */
export interface TimedPath {
  readonly x: Float64Array;
  readonly multiplier: Float64Array;
  readonly time: number;
  /** 1 − F at the end. */
  readonly infidelity: number;
  readonly steps: number;
}

/** The condition on the end of the path. */
export const endOf = (problem: ArcProblem, x: Float64Array): Condition =>
  endPointCondition(problem.to, runArcs(problem, x));

/** T and its gradient. */
function timeOf(problem: ArcProblem, x: Float64Array): { readonly value: number; readonly gradient: Float64Array } {
  const gradient = new Float64Array(x.length);
  for (const { kind, first, v } of arcsAt(problem, x)) {
    if (kind.timed) gradient[first + v.length] = (2 * x[first + v.length]!) / problem.scale;
  }
  return { value: totalTime(problem, x), gradient };
}

/** weight·T + p·c + μ|c|². */
function lagrangian(problem: ArcProblem, weight: number, mu: number, multiplier: Float64Array): Objective {
  return (x) => {
    const { miss, pullback } = endOf(problem, x);
    const time = timeOf(problem, x);
    const force = plus(multiplier, 2 * mu, miss);
    return {
      value: weight * time.value + dot(multiplier, miss) + mu * dot(miss, miss),
      gradient: plus(pullback(force), weight, time.gradient),
    };
  };
}

/** Random controls on arcs of equal duration. */
export function randomArcs(problem: ArcProblem, stream: RandomStream, time: number): Float64Array {
  const x = Float64Array.from({ length: unknowns(problem) }, () => stream.normal());
  const timed = problem.kinds.filter((kind) => kind.timed).length;
  for (const { kind, first, v } of arcsAt(problem, x)) {
    if (kind.timed) x[first + v.length] = Math.sqrt((time * problem.scale) / timed);
  }
  return x;
}

/**
 * The path with the arcs that take less than a share of the time left out, the others in their order, and with neighbours joined
 * whose coordinates v differ by less than that; where impulses stand between arcs of drift, without the impulse behind one left out.
 */
function simpler(problem: ArcProblem, x: Float64Array, share: number): Pieces {
  const arcs = arcsAt(problem, x);
  const least = share * totalTime(problem, x);
  const isShort = arcs.map(({ kind, duration }) => kind.timed && duration < least);
  const kept: { readonly kind: ArcKind; readonly v: Float64Array; readonly root: number }[] = [];
  arcs.forEach(({ kind, v, first }, k) => {
    if (isShort[k] || (!kind.timed && k > 0 && isShort[k - 1])) return;
    const root = kind.timed ? x[first + v.length]! : 0;
    const last = kept[kept.length - 1];
    if (last?.kind.timed && kind.controlled && kind.timed && length(plus(last.v, -1, v)) < share) {
      kept[kept.length - 1] = { ...last, root: Math.hypot(last.root, root) };
    } else kept.push({ kind, v, root });
  });
  return {
    problem: { ...problem, kinds: kept.map(({ kind }) => kind) },
    x: Float64Array.from(kept.flatMap(({ kind, v, root }) => [...v, ...(kind.timed ? [root] : [])])),
  };
}

/** A problem of some number of arcs, and a path of it. */
interface Pieces {
  readonly problem: ArcProblem;
  readonly x: Float64Array;
}

/** The path with its longest arcs cut in two until there are as many as asked for. */
function withArcs(problem: ArcProblem, x: Float64Array, count: number): Pieces {
  const pieces = arcsAt(problem, x).map(({ v, first }) => ({ v, root: x[first + v.length]! }));
  while (pieces.length < count) {
    const longest = pieces.reduce((best, { root }, k) => (Math.abs(root) > Math.abs(pieces[best]!.root) ? k : best), 0);
    const half = { ...pieces[longest]!, root: pieces[longest]!.root / Math.SQRT2 };
    pieces.splice(longest, 1, half, half);
  }
  return {
    problem: { ...problem, kinds: pieces.map(() => problem.kinds[0]!) },
    x: Float64Array.from(pieces.flatMap(({ v, root }) => [...v, root])),
  };
}

/** The infidelity of a path that meets the end point but for rounding, and that of one from which the time can be shortened. */
const [ARRIVED, NEAR] = [1e-15, 1e-4];
/** Doublings of the time, and what time weighs beside the infidelity before the end point is met. */
const [DOUBLINGS, LIGHT] = [7, 1e-3];
/** μ at the start of the augmented Lagrangian, its growth, and the most stages. */
const [FIRST_WEIGHT, GROWTH, STAGES] = [10, 4, 14];
/** Norms of the gradient at which the first stage ends, the last ones, and those of the path in its final form. */
const [COARSEST, FINEST, FINAL] = [1e-3, 1e-6, 1e-9];

/** A path that ends near the target, from random controls. */
export function* feasible(
  problem: ArcProblem,
  stream: RandomStream,
  { time, maxSteps, phase }: { readonly time: number; readonly maxSteps: number; readonly phase: string },
): Generator<TimeStep, { readonly x: Float64Array; readonly steps: number }> {
  let x = randomArcs(problem, stream, time);
  let steps = 0;
  for (let k = 0; k <= DOUBLINGS; k++) {
    if (k > 0) x = randomArcs(problem, stream, time * 2 ** k);
    const none = new Float64Array(2 * problem.to.length);
    const search = minimise(lagrangian(problem, LIGHT / totalTime(problem, x), 1, none), lbfgs(), x, {
      maxSteps,
      gradientTolerance: 1e-4,
    });
    for (let next = search.next(); ; next = search.next()) {
      if (next.done) {
        x = next.value.value.x;
        steps += next.value.steps;
        break;
      }
    }
    yield { phase, step: steps, time: totalTime(problem, x) };
    const { miss } = endOf(problem, x);
    if (dot(miss, miss) < NEAR) break;
  }
  return { x, steps };
}

/** The shortest path near x, and the costate at its end. */
export function* shortened(
  problem: ArcProblem,
  start: Pick<TimedPath, 'x' | 'steps'> & { readonly multiplier?: Float64Array },
  { maxSteps, phase, finest = FINEST }: { readonly maxSteps: number; readonly phase: string; readonly finest?: number },
): Generator<TimeStep, TimedPath> {
  let { x, steps } = start;
  const weight = 1 / totalTime(problem, x);
  const given = start.multiplier;
  let multiplier = given === undefined ? new Float64Array(2 * problem.to.length) : times(weight, given);
  let mu = given === undefined ? FIRST_WEIGHT : FIRST_WEIGHT * GROWTH ** 3;
  let before = Infinity;
  for (let stage = 0; stage < STAGES; stage++) {
    const gradientTolerance = Math.max(finest, COARSEST * 10 ** -stage);
    const search = minimise(lagrangian(problem, weight, mu, multiplier), lbfgs({ memory: 30 }), x, {
      maxSteps,
      gradientTolerance,
      valueTolerance: 1e-15,
    });
    for (let next = search.next(); ; next = search.next()) {
      if (next.done) {
        x = next.value.value.x;
        steps += next.value.steps;
        break;
      }
    }
    const { miss } = endOf(problem, x);
    const square = dot(miss, miss);
    multiplier = plus(multiplier, 2 * mu, miss);
    yield { phase, step: steps, time: totalTime(problem, x) };
    if (square < ARRIVED && gradientTolerance === finest) break;
    if (square > before / 16) mu *= GROWTH;
    before = square;
  }
  multiplier = times(1 / weight, multiplier);
  const path = {
    weights: new Float64Array(2 * problem.to.length).fill(1),
    condition: (at: Float64Array) => endOf(problem, at),
  };
  const end = arrived(path, x);
  return { x: end.x, multiplier, time: totalTime(problem, end.x), infidelity: end.square, steps: steps + end.steps };
}

/** Rounds in which vanished arcs are given back, and the relative gain below which there are no more. */
const [ROUNDS, GAIN] = [6, 1e-7];
/** An arc of less than this share of the time has vanished. */
const VANISHED = 1e-4;
/** Shares of the time that arcs must take in simpler paths, tried in turn, and the relative loss of time that these may bring. */
const [SIMPLER, SLACK] = [[3e-2, 3e-3, VANISHED], 1e-8];

/** A path from one random start, shortened; arcs that vanish are given back to the longest, as long as that gains time. */
export function* settled(
  problem: ArcProblem,
  stream: RandomStream,
  options: {
    readonly time: number;
    readonly maxSteps: number;
    readonly tolerance: number;
    readonly phase: string;
  },
): Generator<TimeStep, { readonly problem: ArcProblem; readonly path: TimedPath }> {
  const { phase, tolerance } = options;
  const near = yield* feasible(problem, stream, { ...options, phase: `${phase}, end point` });
  const missed = endOf(problem, near.x).miss;
  const infidelity = dot(missed, missed);
  if (infidelity >= NEAR) {
    const none = new Float64Array(missed.length);
    return { problem, path: { ...near, multiplier: none, time: totalTime(problem, near.x), infidelity } };
  }
  let best = { problem, path: yield* shortened(problem, near, options) };
  const isBetter = (path: TimedPath, gain: number): boolean =>
    path.infidelity <= tolerance && (best.path.infidelity > tolerance || path.time < best.path.time * (1 - gain));
  const arcs = problem.kinds.length;
  const rounds = problem.kinds.every(({ controlled, timed }) => controlled && timed) ? ROUNDS : 0;
  for (let round = 0; round < rounds; round++) {
    const few = simpler(best.problem, best.path.x, VANISHED);
    if (few.problem.kinds.length === arcs) break;
    const next = withArcs(few.problem, few.x, arcs);
    const path = yield* shortened(next.problem, { ...best.path, x: next.x }, options);
    const gained = isBetter(path, GAIN);
    if (isBetter(path, 0)) best = { problem: next.problem, path };
    if (!gained) break;
  }
  for (const share of SIMPLER) {
    const few = simpler(best.problem, best.path.x, share);
    if (few.problem.kinds.length === best.problem.kinds.length && share !== VANISHED) continue;
    const path = yield* shortened(few.problem, { ...best.path, x: few.x }, { ...options, finest: FINAL });
    if (isBetter(path, -SLACK)) return { problem: few.problem, path };
  }
  return best;
}
