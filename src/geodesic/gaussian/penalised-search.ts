/** @file The shortest path for a growing weight on its end, by Newton's method with second derivatives. */

import { denseTrustRegion } from '../../linalg/dense-trust-region.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { randomStream } from '../../linalg/random.ts';
import { dot, length, plus } from '../../linalg/real-vector.ts';
import { keepState, lastState, recorded, type SearchJournal } from '../../search-journal.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import { lossDerivatives } from './two-sided-derivatives.ts';
import { endOf, missOf, squareOf, type TwoSidedProblem } from './two-sided-path.ts';

/** A path for one weight on its end. */
export interface PenalisedPath {
  readonly x: Float64Array;
  /** μ. */
  readonly weight: number;
  /** Σ(1 − F). */
  readonly square: number;
  /** |gradient|/|x| of ½|x|² + μΣ(1 − F). */
  readonly slope: number;
  readonly steps: number;
}

/** When a search ends. */
export interface PenalisedAim {
  /** Σ(1 − F) that is enough. */
  readonly enough: number;
  /** Most Newton steps for each weight, default 60. */
  readonly maxSteps?: number;
  /** Whether the last path is made stationary to 1e-5, default true. */
  readonly last?: boolean;
  readonly phase: string;
  readonly journal?: SearchJournal | undefined;
}

/** The first weight, the factor from one to the next, and the last. */
const FIRST = 20;
const FACTOR = 10 ** 0.25;
const LAST = 1e10;
/** |gradient|/|x| at which the next weight is taken, and at which the last one ends. */
const [FLAT, FLATTEST] = [1e-3, 1e-5];
/** How many times more steps the last weight has. */
const LAST_STEPS = 3;
/** Length of a random path to set out from. */
const SHORT = 0.1;

/** A short random path, to set out from with a small weight: the first of a seed, or a later one. */
export function shortPath(problem: TwoSidedProblem, seed: number, start = 0): PenalisedPath {
  const stream = randomStream(seed, start === 0 ? 'penalised start' : `penalised start ${start}`);
  const size = problem.slices * problem.controls;
  const x = Float64Array.from({ length: size }, () => (SHORT * stream.normal()) / Math.sqrt(size));
  return { x, weight: FIRST, square: Infinity, slope: Infinity, steps: 0 };
}

/**
 * The shortest path for each of rising weights μ of ½|x|² + μΣ(1 − F), each from that before, by Newton's method within a region of
 * trust. At small weights there is one path only, and a small factor keeps to it; larger ones add what is harder to reach.
 *
 * @param start - the first path, with the first weight
 * @returns the path of the weight at which Σ(1 − F) is small enough, or of the last weight
 *
 * Cost of each step that of `lossDerivatives` and `denseTrustRegion`: P³ for P unknowns.
 */
export function* penalisedSearch(
  problem: TwoSidedProblem,
  start: PenalisedPath,
  { enough, maxSteps = 60, last = true, phase, journal }: PenalisedAim,
): Generator<GeodesicStep, PenalisedPath> {
  let at = start;
  for (let weight = start.weight; weight <= LAST; weight *= FACTOR) {
    const begun = { ...at, weight };
    at = yield* recorded(journal, `μ = ${weight}`, (own) =>
      settledAt(problem, begun, { flat: FLAT, maxSteps, phase, journal: own }),
    );
    if (at.square <= enough) break;
  }
  if (!last) return at;
  return yield* recorded(journal, 'last', (own) =>
    settledAt(problem, at, { flat: FLATTEST, maxSteps: LAST_STEPS * maxSteps, phase, journal: own }),
  );
}

/** The same path in twice as many slices. */
export function doubled({ slices, controls }: TwoSidedProblem, path: PenalisedPath): PenalisedPath {
  const x = Float64Array.from({ length: 2 * slices * controls }, (_, i) => {
    const [k, a] = [Math.floor(i / controls), i % controls];
    return Math.SQRT1_2 * path.x[(k >> 1) * controls + a]!;
  });
  return { ...path, x };
}

/** The shortest step, as a share of the path, and how often a step is led back. */
const [SHORTEST, BENDS] = [1e-9, 3];

/**
 * Newton's method for one weight. A large weight makes the loss a narrow bent valley, along which straight steps are short; each is therefore led
 * back by what it overshoots the end to second order.
 */
function* settledAt(
  problem: TwoSidedProblem,
  { x: start, weight, steps: before }: PenalisedPath,
  {
    flat,
    maxSteps,
    phase,
    journal,
  }: Pick<PenalisedAim, 'phase' | 'journal'> & {
    readonly flat: number;
    readonly maxSteps: number;
  },
): Generator<GeodesicStep, PenalisedPath> {
  const triedAt = (x: Float64Array): Trial => {
    const end = endOf(problem, x);
    const square = squareOf(problem, missOf(problem, end));
    return { x, end, square, value: dot(x, x) / 2 + weight * square };
  };
  const from: Kept = lastState<Kept>(journal) ?? { x: start, radius: 0.3 * Math.max(1, length(start)), step: 0 };
  let at = triedAt(from.x);
  let { radius } = from;
  for (let { step } = from; ; step++) {
    const { x, square } = at;
    keepState(journal, { x, radius, step } satisfies Kept);
    const { gradient, hessian, overshoot } = lossDerivatives(problem, x, weight);
    const slope = length(gradient) / length(x);
    const steps = before + step;
    if (slope <= flat || step >= maxSteps) return { x, weight, square, slope, steps };
    const within = denseTrustRegion(hessian, gradient);
    let next: Trial | undefined;
    while (next === undefined && radius > SHORTEST * length(x)) {
      const { move, decrease, answer } = within(radius);
      let trial = triedAt(plus(x, 1, move));
      for (let bend = 0; bend < BENDS; bend++) {
        const bent = triedAt(plus(trial.x, 1, answer(overshoot(move, trial.end))));
        if (!(bent.value < trial.value)) break;
        trial = bent;
      }
      const fall = at.value - trial.value;
      if (fall > 0) next = trial;
      if (fall > 0.75 * decrease) radius = Math.max(radius, Math.min(2 * length(move), 1 + length(x)));
      else if (fall < 0.25 * decrease) radius = length(move) / 4;
    }
    if (next === undefined) return { x, weight, square, slope, steps };
    at = next;
    yield { phase, step: steps + 1, length: length(at.x) };
  }
}

/** What the journal holds: a path, the region of trust there, and the steps so far. */
interface Kept {
  readonly x: Float64Array;
  readonly radius: number;
  readonly step: number;
}

/** A path, its end, Σ(1 − F) there, and the loss. */
interface Trial {
  readonly x: Float64Array;
  readonly end: RealMatrix;
  readonly square: number;
  readonly value: number;
}
