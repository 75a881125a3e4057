/**
 * @file The complexity of a state: the shortest path from the reference state, by the direct method. It minimises the
 * energy of a path of K slices under the condition that the path ends at the target.
 */

import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexVector, zeroVector } from '../linalg/complex.ts';
import { type RandomStream, randomStream } from '../linalg/random.ts';
import { addScaled, norm, normSquared } from '../linalg/vector.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimise } from '../optimise/minimise.ts';
import type { Result, Solution } from '../solution.ts';
import { controlWords } from './controls.ts';
import { correctedEndPoint } from './end-point.ts';
import { lengthLowerBound } from './length-bound.ts';
import type { PenaltyMetric } from './penalty-metric.ts';
import {
  type EndPoint,
  halvedSlices,
  missOf,
  type PathProblem,
  pathLoss,
  runPath,
  speeds,
  velocityAt,
} from './state-path.ts';

/** How the shortest path is sought. */
export interface GeodesicOptions {
  /** K, even; default 8. The length converges as 1/K². */
  readonly slices?: number;
  /** Random starts, on K/2 slices; default 3. */
  readonly starts?: number;
  /** Default 0. */
  readonly seed?: number;
  /** Where the path begins; default |0…0⟩. */
  readonly reference?: ComplexVector;
  /** L-BFGS steps at most for each weight of the end-point condition; default 150. */
  readonly maxSteps?: number;
  /** End-point infidelity that counts as reached; default 1e-8. The search aims at less. */
  readonly tolerance?: number;
}

/** A path from the reference state to (nearly) the target, with what is known of its quality. */
export interface StateGeodesic {
  readonly words: readonly string[];
  /** h[k][P], slice by slice from the reference on; H_k acts for the time 1/K. */
  readonly velocity: readonly (readonly number[])[];
  readonly slices: number;
  /** Σ_k F(H_k)/K: the length of this very path. */
  readonly length: number;
  /** (1/2K) Σ_k F(H_k)². */
  readonly energy: number;
  /** 1 − |⟨target|ψ⟩|² at the end of the path. */
  readonly infidelity: number;
  /** max F / min F − 1; 0 on a geodesic. */
  readonly speedVariation: number;
  /** length²/(2·energy): at most 1, and 1 at constant speed. */
  readonly straightness: number;
  /** Length with K/2 slices. */
  readonly coarseLength: number;
  readonly lowerBound: number;
  /** What the length is, in words: an upper bound, unless it meets the lower one. */
  readonly status: string;
  /** Length that each start reached on K/2 slices after the same number of steps; the end points differ slightly. */
  readonly starts: readonly number[];
}

/** One step of the search. */
export interface GeodesicStep {
  /** 'start 2', 'coarse', 'fine' or 'end point'. */
  readonly phase: string;
  readonly step: number;
  readonly length: number;
}

/**
 * The shortest path from the reference to the target that K slices of constant Hamiltonians allow.
 *
 * The energy is minimised by L-BFGS with an augmented Lagrangian for the end point: random starts with a large, then a
 * small weight μ; the best of them with rising μ and multipliers to the end, first on K/2 slices, then on K; last,
 * Newton steps onto the target. The search runs backwards, from the target to the reference (the length is the
 * same): there an amplitude weighs as much as it has wrong qubits, a landscape in which product-like traps such as
 * the one at fidelity ½ of GHZ are no minima.
 *
 * @param target - shape (2ⁿ,), norm 1
 * @returns `converged` if the tolerance is met; otherwise the path is as exact for the end point that it reaches
 * @throws {ShapeError | DomainError} the target is no state of n qubits, K is odd, or the metric is wrong
 *
 * Cost O(steps · K · flips · degree · 2ⁿ): under a second for n = 3, seconds for n = 8 with chain-local words.
 */
export function* stateGeodesic(
  metric: PenaltyMetric,
  target: ComplexVector,
  options: GeodesicOptions = {},
): Generator<GeodesicStep, Solution<StateGeodesic>> {
  const { slices = 8, starts = 3, seed = 0, maxSteps = 150, tolerance = 1e-8 } = options;
  const qubits = checkStates(target, options.reference);
  if (!(slices >= 2 && slices % 2 === 0)) {
    throw new DomainError(`stateGeodesic: an even number of slices required, got ${slices}`);
  }
  const reference = options.reference ?? basisVector(target.length);
  const controls = controlWords(metric, qubits);
  const amplitudeWeights = wrongQubits(reference);
  const coarse: PathProblem = { controls, slices: slices / 2, from: target, to: reference, amplitudeWeights };
  const fine = { ...coarse, slices };

  const found: Attempt[] = [];
  for (let start = 0; start < starts; start++) {
    const x = randomPath(coarse, randomStream(seed, `geodesic start ${start + 1}`));
    found.push(yield* explore(coarse, x, `start ${start + 1}`, Math.min(100, maxSteps)));
  }
  const best = found.reduce((a, b) => (b.loss < a.loss ? b : a));
  const aim = { maxSteps, tolerance: tolerance / 100 };
  const half = yield* approach(coarse, best, 'coarse', aim);
  const descended = yield* approach(fine, { ...half, x: halvedSlices(coarse, half.x) }, 'fine', aim);
  const whole = yield* arrive(fine, descended);

  const value = describe(fine, whole.x, {
    coarseLength: mean(speeds(coarse, half.x)),
    lowerBound: lengthLowerBound(controls, reference, target),
    starts: found.map(({ x }) => mean(speeds(coarse, x))),
    tolerance,
  });
  const steps = found.reduce((sum, attempt) => sum + attempt.steps, 0) + half.steps + whole.steps;
  const result: Result = !Number.isFinite(value.length)
    ? 'diverged'
    : value.infidelity <= tolerance
      ? 'converged'
      : 'max-steps';
  return { value, result, steps };
}

/** A path with the end-point term it was found under, its loss E + μ‖c‖², and the steps taken. */
interface Attempt {
  readonly x: Float64Array;
  readonly end: EndPoint;
  readonly loss: number;
  readonly steps: number;
}

/** From a random path to the neighbourhood of a shortest one: first μ = 2000 to find the target, then 200 to shorten. */
function* explore(problem: PathProblem, x: Float64Array, phase: string, maxSteps: number) {
  let at: Attempt = { x, end: free(problem, 2000), loss: Infinity, steps: 0 };
  at = yield* descend(problem, at, phase, maxSteps, 1);
  return yield* descend(problem, { ...at, end: free(problem, 200) }, phase, maxSteps, 1e-2);
}

/** Rising weights and multipliers until the end point is met. */
function* approach(
  problem: PathProblem,
  start: Attempt,
  phase: string,
  { maxSteps, tolerance }: { readonly maxSteps: number; readonly tolerance: number },
): Generator<GeodesicStep, Attempt> {
  let at: Attempt = { ...start, steps: 0 };
  let infidelity = Infinity;
  for (let stage = 0; stage < STAGES; stage++) {
    const before = at.steps;
    at = yield* descend(problem, at, phase, maxSteps, 1e-6);
    const miss = missOf(problem.to, runPath(problem, at.x).end);
    const converged = at.steps - before < maxSteps;
    const reached = normSquared(miss);
    if (converged && reached <= tolerance) break;
    const { weight, multiplier } = at.end;
    const stronger = !converged || reached > infidelity / 10 ? 5 : 1;
    const force = { ...miss, interleaved: miss.interleaved.map((c, i) => c * problem.amplitudeWeights[i >> 1]!) };
    const end = {
      weight: Math.min(stronger * weight, GREATEST_WEIGHT),
      multiplier: converged ? addScaled(multiplier, [2 * weight, 0], force) : multiplier,
    };
    at = { ...at, end };
    infidelity = reached;
  }
  return at;
}

/** Newton steps onto the end point, as near as rounding lets them: at infidelity ε the length is off by about √ε. */
function* arrive(problem: PathProblem, at: Attempt): Generator<GeodesicStep, Attempt> {
  const { x, steps } = correctedEndPoint(problem, at.x, { tolerance: 1e-22, maxSteps: 4, innerSteps: 60 });
  yield { phase: 'end point', step: at.steps + steps, length: mean(speeds(problem, x)) };
  return { ...at, x, steps: at.steps + steps };
}

const STAGES = 5;
const GREATEST_WEIGHT = 1e5;

/** L-BFGS under one end-point term. */
function* descend(
  problem: PathProblem,
  at: Attempt,
  phase: string,
  maxSteps: number,
  gradientTolerance: number,
): Generator<GeodesicStep, Attempt> {
  const steps = minimise(pathLoss(problem, at.end), lbfgs({ memory: 30 }), at.x, { maxSteps, gradientTolerance });
  for (;;) {
    const next = steps.next();
    if (next.done) {
      const { value, steps: used } = next.value;
      return { x: value.x, end: at.end, loss: value.evaluation.value, steps: at.steps + used };
    }
    yield { phase, step: at.steps + next.value.step, length: norm({ length: 0, interleaved: next.value.x }) };
  }
}

function describe(
  problem: PathProblem,
  x: Float64Array,
  known: {
    readonly coarseLength: number;
    readonly lowerBound: number;
    readonly starts: readonly number[];
    readonly tolerance: number;
  },
): StateGeodesic {
  const { coarseLength, lowerBound, starts, tolerance } = known;
  const speed = speeds(problem, x);
  const length = mean(speed);
  const energy = speed.reduce((sum, F) => sum + F * F, 0) / (2 * speed.length);
  const greatest = Math.max(...speed);
  const infidelity = normSquared(missOf(problem.to, runPath(problem, x).end));
  const met = length <= lowerBound * (1 + 1e-6) + 1e-12;
  const of =
    infidelity <= tolerance ? 'the target' : `a state at infidelity ${infidelity.toExponential(1)} from the target`;
  return {
    words: problem.controls.words,
    velocity: velocityAt(problem, x)
      .map((h) => Array.from(h, (coefficient) => 0 - coefficient))
      .reverse(),
    slices: problem.slices,
    length,
    energy,
    infidelity,
    speedVariation: greatest > 1e-9 ? greatest / Math.min(...speed) - 1 : 0,
    straightness: energy > 1e-18 ? length ** 2 / (2 * energy) : 1,
    coarseLength,
    lowerBound,
    status: met
      ? `least length for ${of}: it meets the lower bound`
      : `upper bound for ${of}, best of ${starts.length} starts`,
    starts,
  };
}

/** No multiplier: the weight alone holds the end point. */
const free = ({ to }: PathProblem, weight: number): EndPoint => ({ weight, multiplier: zeroVector(to.length) });

/** Independent normal components: speed 2 on average in each slice, long enough to reach any state of few qubits. */
function randomPath({ slices, controls }: PathProblem, stream: RandomStream): Float64Array {
  const size = slices * controls.words.length;
  return Float64Array.from({ length: size }, () => (2 * stream.normal()) / Math.sqrt(size));
}

/** How many qubits of each basis state differ from the reference, at least 1; all 1 if the reference is no basis state. */
function wrongQubits({ length, interleaved }: ComplexVector): Float64Array {
  const support = Array.from({ length }, (_, b) => b).filter(
    (b) => Math.hypot(interleaved[2 * b]!, interleaved[2 * b + 1]!) > 1e-12,
  );
  const [basis] = support;
  return Float64Array.from({ length }, (_, b) => {
    if (support.length !== 1) return 1;
    return Math.max(1, (b ^ basis!).toString(2).replaceAll('0', '').length);
  });
}

function basisVector(length: number): ComplexVector {
  const vector = zeroVector(length);
  vector.interleaved[0] = 1;
  return vector;
}

function checkStates(target: ComplexVector, reference: ComplexVector | undefined): number {
  const qubits = Math.log2(target.length);
  if (!(Number.isInteger(qubits) && qubits >= 1)) {
    throw new ShapeError(`stateGeodesic: 2^n amplitudes required, got ${target.length}`);
  }
  if (reference !== undefined && reference.length !== target.length) {
    throw new ShapeError(`stateGeodesic: a reference of ${target.length} amplitudes required, got ${reference.length}`);
  }
  for (const state of [target, reference ?? target]) {
    if (!(Math.abs(norm(state) - 1) < 1e-8)) {
      throw new DomainError(`stateGeodesic: states of norm 1 required, got norm ${norm(state)}`);
    }
  }
  return qubits;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
