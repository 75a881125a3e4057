/** @file The shortest path of open chains too long for Newton's method on exact ends: real, reflected, in second order. */

import { length, plus, times } from '../../linalg/real-vector.ts';
import type { Solution } from '../../solution.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import type { FramedPath } from './framed-path.ts';
import { type GaussianSearchOptions, MET, type ShortestSliced } from './gaussian-search.ts';
import type { OrbitProblem } from './orbit-path.ts';
import { doubled, type PenalisedPath, penalisedSearch, shortPath } from './penalised-search.ts';
import type { PreconditionedPath } from './preconditioned-search.ts';
import { type ReflectedControls, reflectedControls } from './reflected-controls.ts';
import { type TwoSidedProblem, twoSidedProblem } from './two-sided-path.ts';

/** Most unknowns: a step takes a fifth of a second of them, and a search some hundreds of steps. */
const MOST_UNKNOWNS = 800;
/** Σ(1 − F) down to which half of the slices do, and at which the search ends. */
const [ROUGH, ENOUGH] = [1e-5, 1e-8];
/** Unknowns for each condition on the end, and the least of them. */
const [FREEDOM, LEAST_FREEDOM] = [4, 2.5];

/** A problem for second derivatives: its slices, and the controls to which those given are tied. */
export interface LongChainProblem extends OrbitProblem {
  /** The controls given, each as a control of the problem with a sign. */
  readonly origin: ReflectedControls['origin'];
}

/**
 * The problem with controls tied by the reflection of the chain where both ends and the weights have it, and an even number of slices, for some four unknowns for each
 * component of the end.
 *
 * @returns null where there are too many unknowns
 */
export function longChainProblem({ slices, ...given }: OrbitProblem): LongChainProblem | null {
  const tied = reflectedControls(given, [given.from, given.to]);
  const origin = tied?.origin ?? given.controls.map((_, control) => ({ control, sign: 1 as const }));
  const problem = { ...given, controls: tied?.controls ?? given.controls };
  const count = problem.controls.length;
  const isReal = twoSidedProblem({ ...problem, slices: 1 }).size === given.modes;
  const conditions = (given.modes * (given.modes - 1)) / (isReal ? 2 : 1) / (tied === null ? 1 : 2);
  const wanted = Math.max(slices / 2, Math.ceil((FREEDOM * conditions) / (2 * count)));
  const half = Math.min(Math.ceil(wanted), Math.floor(MOST_UNKNOWNS / (2 * count)));
  return 2 * half * count < LEAST_FREEDOM * conditions ? null : { ...problem, slices: 2 * half, origin };
}

/**
 * The shortest path for a weight on the end that is large enough, from a short random path: `penalisedSearch` in half of the slices, as far as those
 * do, then in all.
 *
 * @param pathOf - the condition of paths in the controls given, of so many slices
 * @returns converged where Σ(1 − F) ≤ 1e-7
 */
export function* longChainSearch(
  problem: LongChainProblem,
  pathOf: (slices: number) => FramedPath,
  { maxSteps, seed = 0, journal }: GaussianSearchOptions,
): Generator<GeodesicStep, Solution<ShortestSliced>> {
  const aim = { phase: 'rising weights', journal, ...(maxSteps !== undefined && { maxSteps }) };
  const [few, all] = [{ ...problem, slices: problem.slices / 2 }, problem].map(twoSidedProblem) as [
    TwoSidedProblem,
    TwoSidedProblem,
  ];
  const first = yield* penalisedSearch(few, shortPath(few, seed), { ...aim, enough: ROUGH, last: false });
  const found = yield* penalisedSearch(all, doubled(few, first), { ...aim, enough: ENOUGH });
  return slicedOf(problem, found, pathOf(problem.slices));
}

/** A path of tied controls as one of those given, and how exact it is. */
export function slicedOf(
  { slices, controls, origin }: LongChainProblem,
  found: PenalisedPath & Partial<PreconditionedPath>,
  path: FramedPath,
): Solution<ShortestSliced> {
  const count = controls.length;
  const shares = origin.map(({ control }) => 1 / Math.sqrt(controls[control]!.pairs.length));
  const x = Float64Array.from({ length: slices * origin.length }, (_, i) => {
    const [k, a] = [Math.floor(i / origin.length), i % origin.length];
    const { control, sign } = origin[a]!;
    return sign * shares[a]! * found.x[k * count + control]!;
  });
  const { miss, pullback } = path.condition(x);
  const force = times(2 * found.weight, miss);
  const [size, residual] = [length(x), length(miss)];
  const value: ShortestSliced = {
    slices,
    x,
    length: size,
    residual,
    uncertainty: ((found.costate ?? length(force)) * residual) / size,
    slope: found.costate === undefined ? length(plus(x, 1, pullback(force))) / size : found.slope,
    index: null,
    multiplier: path.coordinatesOf(force),
    coarse: null,
    extrapolated: null,
    lengths: [residual <= MET ? size : Infinity],
  };
  return { value, result: residual <= MET ? 'converged' : 'stalled', steps: found.steps };
}
