/**
 * @file The least norm of x under a condition c(x) = 0, whatever the condition is: an augmented Lagrangian, Newton steps
 * onto the condition, and the multiplier that tells how stationary a point is. In the coordinates x of a sliced path
 * the energy is ½|x|², so this is the direct method for shortest paths.
 */

import type { ComplexVector } from '../linalg/complex.ts';
import { dot, length, plus, times } from '../linalg/real-vector.ts';
import { addScaled, innerProduct } from '../linalg/vector.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimise } from '../optimise/minimise.ts';
import type { Objective } from '../optimise/objective.ts';
import { type PathProblem, runPath } from './state-path.ts';

/** A condition at one point x, with its derivative J both ways. */
export interface Condition {
  /** c(x), shape (M,). */
  readonly miss: Float64Array;
  /** dx ↦ J dx. */
  readonly pushforward: (direction: Float64Array) => Float64Array;
  /** λ ↦ Jᵀλ. */
  readonly pullback: (cotangent: Float64Array) => Float64Array;
}

/** What is to be shortened, and under which condition. */
export interface ConstrainedPath {
  readonly condition: (x: Float64Array) => Condition;
  /** Weight of each entry of the condition in the penalty, shape (M,). */
  readonly weights: Float64Array;
}

/** What holds the condition: the weight μ of the penalty and the multiplier p, shape (M,). */
export interface Force {
  readonly weight: number;
  readonly multiplier: Float64Array;
}

/** A point of the search, the force it was found under, its loss, and the steps taken. */
export interface Attempt {
  readonly x: Float64Array;
  readonly force: Force;
  readonly loss: number;
  readonly steps: number;
}

/** Most stages of rising weights. */
const STAGES = 6;
/** Newton steps at most, and the |c|² at which they end: at ε the length is off by about √ε. */
const [NEWTON_STEPS, ROUNDING] = [4, 1e-22];

/**
 * The condition that a path of states ends at `to`, up to the phase: c = (1 − |to⟩⟨to|)ψ, with |c|² the infidelity.
 *
 * @param problem - with the weights of the amplitudes, unless they are all equal
 */
export function pathCondition(problem: PathProblem): ConstrainedPath {
  const { to, amplitudeWeights } = problem;
  const across = (psi: ComplexVector): Float64Array => {
    const [re, im] = innerProduct(to, psi);
    return addScaled(psi, [-re, -im], to).interleaved;
  };
  return {
    weights: Float64Array.from({ length: 2 * to.length }, (_, i) => amplitudeWeights[i >> 1] ?? 1),
    condition: (x) => {
      const run = runPath(problem, x);
      return {
        miss: across(run.end),
        pushforward: (direction) => across(run.pushforward(direction)),
        pullback: (cotangent) => {
          const interleaved = across({ length: to.length, interleaved: cotangent });
          return run.pullback({ length: to.length, interleaved });
        },
      };
    },
  };
}

/** L(x) = ½|x|² + p·c(x) + μ Σ_i weights_i c_i(x)², with its exact gradient. */
export function pathLagrangian(path: ConstrainedPath, { weight, multiplier }: Force): Objective {
  return (x) => {
    const { miss, pullback } = path.condition(x);
    const weighted = miss.map((c, i) => c * path.weights[i]!);
    const gradient = plus(x, 1, pullback(plus(multiplier, 2 * weight, weighted)));
    return { value: dot(x, x) / 2 + dot(multiplier, miss) + weight * dot(weighted, miss), gradient };
  };
}

/** L-BFGS under one force; yields the attempt after every step. */
export function* descended(
  path: ConstrainedPath,
  at: Attempt,
  maxSteps: number,
  gradientTolerance: number,
): Generator<Attempt, Attempt> {
  const steps = minimise(pathLagrangian(path, at.force), lbfgs({ memory: 30 }), at.x, { maxSteps, gradientTolerance });
  for (;;) {
    const next = steps.next();
    if (next.done) {
      const { value, steps: used } = next.value;
      return { ...at, x: value.x, loss: value.evaluation.value, steps: at.steps + used };
    }
    yield { ...at, x: next.value.x, loss: next.value.evaluation.value, steps: at.steps + next.value.step };
  }
}

/** From a random path to the neighbourhood of a shortest one: first μ = 2000 to meet the condition, then 200 to shorten. */
export function* explored(path: ConstrainedPath, x: Float64Array, maxSteps: number): Generator<Attempt, Attempt> {
  const free = (weight: number): Force => ({ weight, multiplier: new Float64Array(path.weights.length) });
  const found = yield* descended(path, { x, force: free(2000), loss: Infinity, steps: 0 }, maxSteps, 1);
  return yield* descended(path, { ...found, force: free(200) }, maxSteps, 1e-2);
}

/**
 * Rising weights and multipliers until |c|² meets the tolerance.
 */
export function* approached(
  path: ConstrainedPath,
  start: Attempt,
  { maxSteps, tolerance }: { readonly maxSteps: number; readonly tolerance: number },
): Generator<Attempt, Attempt> {
  let at: Attempt = { ...start, steps: 0 };
  let before = Infinity;
  for (let stage = 0; stage < STAGES; stage++) {
    const { steps } = at;
    at = yield* descended(path, at, maxSteps, 1e-7);
    const { miss } = path.condition(at.x);
    const converged = at.steps - steps < maxSteps;
    const square = dot(miss, miss);
    if (converged && square <= tolerance) break;
    const { weight, multiplier } = at.force;
    const weighted = miss.map((c, i) => c * path.weights[i]!);
    const stronger = square > before / 4 ? 5 : 1;
    const force = { weight: stronger * weight, multiplier: plus(multiplier, 2 * weight, weighted) };
    at = { ...at, force };
    before = square;
  }
  return at;
}

/**
 * Newton's method onto the condition: x moves by the least-norm solution of J dx = −c until |c|² is small. As |dx| is
 * a distance in the metric of the energy, the length changes as little as possible. A step that does not help is
 * halved; the method ends where halving does not help either.
 */
export function arrived(path: ConstrainedPath, start: Float64Array): Float64Array {
  let x = start;
  let at = path.condition(x);
  for (let step = 0; step < NEWTON_STEPS && dot(at.miss, at.miss) > ROUNDING; step++) {
    const move = leastNormSolution(at, times(-1, at.miss));
    if (length(move) > 1 + length(x)) break; // no correction
    const trials = [1, 0.5, 0.25, 0.125].map((share) => plus(x, share, move));
    const better = trials.find((trial) => {
      const { miss } = path.condition(trial);
      return dot(miss, miss) < 0.9 * dot(at.miss, at.miss);
    });
    if (better === undefined) break;
    x = better;
    at = path.condition(x);
  }
  return x;
}

/** Conjugate-gradient steps at most in each inner problem. */
const INNER_STEPS = 120;

/** dx of least norm with J dx = b, to a hundredth of |b| or as far as the steps go: conjugate gradients for least squares. */
function leastNormSolution({ pushforward, pullback }: Condition, b: Float64Array): Float64Array {
  let residual = b;
  let pulled = pullback(residual);
  let direction = pulled;
  let slope = dot(pulled, pulled);
  const [enough, flat] = [1e-4 * dot(b, b), 1e-20 * slope];
  let x: Float64Array = new Float64Array(pulled.length);
  for (let step = 0; step < INNER_STEPS && slope > flat && dot(residual, residual) > enough; step++) {
    const image = pushforward(direction);
    const alpha = slope / dot(image, image);
    x = plus(x, alpha, direction);
    residual = plus(residual, -alpha, image);
    pulled = pullback(residual);
    const next = dot(pulled, pulled);
    direction = plus(pulled, next / slope, direction);
    slope = next;
  }
  return x;
}

/**
 * The multiplier p that makes |x + Jᵀp| / |x| least, and that least value. It is the gradient of the energy along the set
 * c = 0, and 0 exactly where Pontryagin's principle (for slices) holds with the costate p at the end.
 */
export function bestMultiplier(
  path: ConstrainedPath,
  x: Float64Array,
): { readonly multiplier: Float64Array; readonly residual: number } {
  const { pushforward, pullback, miss } = path.condition(x);
  let multiplier: Float64Array = new Float64Array(miss.length);
  const size = length(x);
  if (size < 1e-12) return { multiplier, residual: 0 };
  // Conjugate gradients on J Jᵀ p = −J x, in the residual x + Jᵀp.
  let rest = x;
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
