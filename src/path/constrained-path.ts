/**
 * @file The least norm of x under a condition c(x) = 0, whatever the condition is: an augmented Lagrangian, Newton
 * steps onto the condition, and the multiplier that tells how stationary a point is. In the coordinates x of a sliced
 * path the energy is ½|x|², so this is the direct method for shortest paths.
 */

import { inProductFrame } from '../circuit/product-state.ts';
import { dot, length, plus, times } from '../linalg/real-vector.ts';
import type { Objective } from '../optimise/objective.ts';
import { recorded, type SearchJournal } from '../search-journal.ts';
import { type Condition, endPointCondition, endPointItself } from './end-point-condition.ts';
import { type Descended, type Descent, recordedDescent } from './recorded-descent.ts';
import { withRunPath } from './resident-path.ts';
import { type PathProblem, runPath } from './state-path.ts';

export { type Condition, endPointCondition } from './end-point-condition.ts';

/** The problem: what is to be shortened, and under which condition. */
export interface ConstrainedPath {
  readonly condition: (x: Float64Array) => Condition;
  /** The same for a function that needs its derivatives only while it runs, where that is cheaper. */
  readonly within?: <Result>(x: Float64Array, work: (condition: Condition) => Result) => Result;
  /** Weight of each entry of the condition in the penalty, shape (M,). */
  readonly weights: Float64Array;
  /** The condition in the basis of the weights, and back; default the basis in which it is given. */
  readonly frame?: {
    readonly into: (c: Float64Array) => Float64Array;
    readonly outOf: (c: Float64Array) => Float64Array;
  };
  /** How many entries of x, from the first on, contribute to the energy; default all. */
  readonly paid?: number;
  /** Where descents on it write their iterates, so that an interrupted one goes on; nowhere by default. */
  readonly journal?: SearchJournal | undefined;
}

/** The force that holds the condition: the weight μ of the penalty and the multiplier p, shape (M,). */
export interface Force {
  readonly weight: number;
  readonly multiplier: Float64Array;
}

/** A point of the search, the force under which it was found, its loss, and the steps taken. */
export interface Attempt {
  readonly x: Float64Array;
  readonly force: Force;
  readonly loss: number;
  readonly steps: number;
}

/** When to stop: L-BFGS steps for each weight, and the acceptable |c|². */
export interface Aim {
  readonly maxSteps: number;
  readonly tolerance: number;
}

/** An aim, the most stages of rising weights, and the norm of the gradient at which each stage ends. */
export interface Approach extends Aim {
  /** Default 6. */
  readonly stages?: number;
  /** Default 1e-7. */
  readonly gradientTolerance?: number;
}

/** A point on the condition, |c|² there, and the conjugate-gradient steps that it took. */
export interface Arrival {
  readonly x: Float64Array;
  readonly square: number;
  readonly steps: number;
}

/** Most Newton steps, and the |c|² at which they end: at ε the error of the length is about √ε. */
const LAST: Aim = { maxSteps: 4, tolerance: 1e-22 };

/**
 * The condition that a path of states ends at |to⟩, up to the phase,
 *
 *     c = e^{−iφ}ψ − |z|·|to⟩,      z = ⟨to|ψ⟩ = |z|e^{iφ},      dc = (1 − |to⟩⟨to|)v − i Im⟨to|v⟩c/|z|,      v = e^{−iφ}dψ:
 *
 * |c|² = 1 − |z|² is the infidelity, without cancellation, and c is blind to the global phase. The multiplier is the costate
 * of Pontryagin's principle at the end point, up to sign, ⟨to|p⟩ = 0. Where the phase is kept, c = ψ − |to⟩ instead.
 */
export function pathCondition(problem: PathProblem): ConstrainedPath {
  const { to, amplitudeWeights, product, slices, controls, phase, journal } = problem;
  const conditionOf = phase === 'kept' ? endPointItself : endPointCondition;
  return {
    paid: slices * controls.words.length,
    journal,
    weights: Float64Array.from({ length: 2 * to.length }, (_, i) => amplitudeWeights[i >> 1]!),
    ...(product && {
      frame: {
        into: (c: Float64Array) => inProductFrame(product, c, 'into'),
        outOf: (c: Float64Array) => inProductFrame(product, c, 'out of'),
      },
    }),
    condition: (x) => conditionOf(to, runPath(problem, x)),
    within: (x, work) => withRunPath(problem, x, (run) => work(conditionOf(to, run))),
  };
}

/** What some work makes of the condition at x. */
export const withCondition = <Result>(
  path: ConstrainedPath,
  x: Float64Array,
  work: (condition: Condition) => Result,
): Result => path.within?.(x, work) ?? work(path.condition(x));

/** The gradient of the energy: x, and 0 for entries that do not contribute. */
const energySlope = ({ paid }: ConstrainedPath, x: Float64Array): Float64Array =>
  paid === undefined ? x : x.slice().fill(0, paid);

/** No multiplier: the weight alone holds the condition. */
export const free = ({ weights }: ConstrainedPath, weight: number): Force => ({
  weight,
  multiplier: new Float64Array(weights.length),
});

/** The force with the multiplier p + 2μ·c, c weighted, which is what the penalty amounts to at a miss c. */
export const balanced = (path: ConstrainedPath, { weight, multiplier }: Force, miss: Float64Array): Force => ({
  weight,
  multiplier: plus(multiplier, 2 * weight, weighed(path, miss)),
});

/** The condition times its weights. */
function weighed({ weights, frame }: ConstrainedPath, miss: Float64Array): Float64Array {
  const scaled = (frame === undefined ? miss : frame.into(miss)).map((c, i) => weights[i]! * c);
  return frame === undefined ? scaled : frame.outOf(scaled);
}

/** L(x) = ½|x|² + p·c(x) + μ Σ_i weights_i c_i(x)², with its exact gradient. */
export function pathLagrangian(path: ConstrainedPath, force: Force): Objective {
  return (x) =>
    withCondition(path, x, ({ miss, pullback }) => {
      const slope = energySlope(path, x);
      const penalty = dot(miss, weighed(path, miss));
      return {
        value: dot(slope, slope) / 2 + dot(force.multiplier, miss) + force.weight * penalty,
        gradient: plus(slope, 1, pullback(balanced(path, force, miss).multiplier)),
      };
    });
}

/** L-BFGS under one force; yields the attempt after every step. */
export function* descended(path: ConstrainedPath, at: Attempt, descent: Descent): Generator<Attempt, Attempt> {
  const attemptOf = ({ x, value, steps }: Descended): Attempt => ({ ...at, x, loss: value, steps: at.steps + steps });
  const search = recorded(path.journal, `μ = ${at.force.weight}`, (journal) =>
    recordedDescent(pathLagrangian(path, at.force), at.x, descent, journal),
  );
  for (;;) {
    const next = search.next();
    if (next.done) return attemptOf(next.value);
    yield attemptOf(next.value);
  }
}

/** The |c|² of a miss above which a path has shrunk to nothing instead of setting out for the target. */
const BLIND = 0.9;

/**
 * From a random path to the neighbourhood of a shortest one: first μ = 2000 to meet the condition, then 200 to shorten.
 * Where the weights of the condition make a path of length zero the nearest minimum, they are set aside at first: W of
 * many qubits is everywhere one wrong qubit away from |0…0⟩, and every word makes more qubits wrong.
 */
export function* explored(path: ConstrainedPath, x: Float64Array, maxSteps: number): Generator<Attempt, Attempt> {
  const start = { x, force: free(path, 2000), loss: Infinity, steps: 0 };
  const options = { maxSteps, gradientTolerance: 1 };
  let found = yield* descended(path, start, options);
  const { miss } = path.condition(found.x);
  if (dot(miss, miss) > BLIND) {
    const equal = { ...path, weights: path.weights.map(() => 1) };
    found = yield* descended(equal, { ...start, steps: found.steps }, options);
  }
  return yield* descended(path, { ...found, force: free(path, 200) }, { maxSteps, gradientTolerance: 1e-2 });
}

/** Rising weights and multipliers until |c|² meets the tolerance. */
export function* approached(
  path: ConstrainedPath,
  start: Attempt,
  { maxSteps, tolerance, stages = 6, gradientTolerance = 1e-7 }: Approach,
): Generator<Attempt, Attempt> {
  let at: Attempt = { ...start, steps: 0 };
  let before = Infinity;
  for (let stage = 0; stage < stages; stage++) {
    const { steps } = at;
    at = yield* descended(path, at, { maxSteps, gradientTolerance });
    const { miss } = path.condition(at.x);
    const converged = at.steps - steps < maxSteps;
    const square = dot(miss, miss);
    if (converged && square <= tolerance) break;
    const force = balanced(path, at.force, miss);
    at = { ...at, force: { ...force, weight: (square > before / 4 ? 5 : 1) * force.weight } };
    before = square;
  }
  return at;
}

/**
 * Newton's method onto the condition: x moves by the least-norm solution of J dx = −c until |c|² is small, a method for
 * fewer equations than unknowns (Gauss–Newton), quadratically convergent. As |dx| is a distance in the metric of the
 * energy, the length changes as little as possible. A step that does not help is halved; the method ends where halving
 * does not help either.
 */
export function arrived(path: ConstrainedPath, start: Float64Array, { maxSteps, tolerance }: Aim = LAST): Arrival {
  const squareAt = (x: Float64Array): number => withCondition(path, x, ({ miss }) => dot(miss, miss));
  let x = start;
  let square = squareAt(x);
  let steps = 0;
  for (let step = 0; step < maxSteps && square > tolerance; step++) {
    const { x: move, steps: used } = withCondition(path, x, (at) => leastNormSolution(at, times(-1, at.miss)));
    steps += used;
    const longest = 1 + length(x); // a longer move is no correction
    const shares = [1, 0.5, 0.25, 0.125].filter((share) => share * length(move) <= longest);
    const trials = shares.map((share) => plus(x, share, move));
    const squares = trials.map(() => NaN);
    const better = trials.findIndex((trial, k) => {
      squares[k] = squareAt(trial);
      return squares[k] < 0.9 * square;
    });
    if (better === -1) break;
    x = trials[better]!;
    square = squares[better]!;
  }
  return { x, square, steps };
}

/** Most conjugate-gradient steps in each inner problem. */
const INNER_STEPS = 120;

/**
 * dx of least norm with J dx = b, to a hundredth of |b| or until the steps are used up: conjugate gradients for least
 * squares.
 */
function leastNormSolution(
  { pushforward, pullback }: Condition,
  b: Float64Array,
): { readonly x: Float64Array; readonly steps: number } {
  let residual = b;
  let pulled = pullback(residual);
  let direction = pulled;
  let slope = dot(pulled, pulled);
  const [enough, flat] = [1e-4 * dot(b, b), 1e-20 * slope];
  let x: Float64Array = new Float64Array(pulled.length);
  let steps = 0;
  for (; steps < INNER_STEPS && slope > flat && dot(residual, residual) > enough; steps++) {
    const image = pushforward(direction);
    const alpha = slope / dot(image, image);
    x = plus(x, alpha, direction);
    residual = plus(residual, -alpha, image);
    pulled = pullback(residual);
    const next = dot(pulled, pulled);
    direction = plus(pulled, next / slope, direction);
    slope = next;
  }
  return { x, steps };
}

/**
 * The multiplier p that makes |x + Jᵀp| / |x| least, and that least value. It is the gradient of the energy along the
 * set c = 0, and 0 exactly where Pontryagin's principle (for slices) holds with the costate p at the end.
 */
export function bestMultiplier(
  path: ConstrainedPath,
  x: Float64Array,
): { readonly multiplier: Float64Array; readonly residual: number } {
  return withCondition(path, x, (condition) => multiplierOf(condition, energySlope(path, x)));
}

/** The same for the gradient of the energy. */
function multiplierOf(
  { pushforward, pullback, miss }: Condition,
  energy: Float64Array,
): { readonly multiplier: Float64Array; readonly residual: number } {
  let multiplier: Float64Array = new Float64Array(miss.length);
  let rest = energy;
  const size = length(rest);
  if (size < 1e-12) return { multiplier, residual: 0 };
  // Conjugate gradients on J Jᵀ p = −J x, in the residual x + Jᵀp.
  let pushed = pushforward(rest);
  let direction = times(-1, pushed);
  let slope = dot(pushed, pushed);
  const flat = 1e-22 * slope;
  for (let step = 0; step < 2 * miss.length && slope > flat; step++) {
    const image = pullback(direction);
    const square = dot(image, image);
    if (!(square > 0)) break;
    const alpha = slope / square;
    multiplier = plus(multiplier, alpha, direction);
    rest = plus(rest, alpha, image);
    pushed = pushforward(rest);
    const next = dot(pushed, pushed);
    direction = plus(times(-1, pushed), next / slope, direction);
    slope = next;
  }
  return { multiplier, residual: length(rest) / size };
}
