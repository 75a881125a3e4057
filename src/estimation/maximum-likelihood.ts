/**
 * @file Estimation, simulated: outcomes are drawn, the parameters are inferred, the errors are compared with F⁻¹.
 */

import { DomainError } from '../errors.ts';
import { choleskySolver, denseMatrix } from '../linalg/dense-real.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { type RandomStream, randomStream } from '../linalg/random.ts';
import type { Solution } from '../solution.ts';
import { classicalFisherInformation } from './classical-fisher.ts';
import type { OutcomeModel } from './measurement.ts';

/** Probabilities of outcomes as a function of the parameters. */
export type OutcomeFamily = (theta: Float64Array) => OutcomeModel;

/** How often each outcome occurs in `shots` independent measurements; by inversion of the cumulative distribution. */
export function sampleCounts(probabilities: Float64Array, shots: number, stream: RandomStream): Float64Array {
  const cumulative = probabilities.slice();
  for (let x = 1; x < cumulative.length; x++) cumulative[x] = cumulative[x]! + cumulative[x - 1]!;
  const counts = new Float64Array(probabilities.length);
  const all = cumulative[cumulative.length - 1]!;
  for (let shot = 0; shot < shots; shot++) {
    const drawn = stream.uniform() * all;
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! > drawn) high = middle;
      else low = middle + 1;
    }
    counts[low] = counts[low]! + 1;
  }
  return counts;
}

/**
 * The parameters of greatest likelihood Π_x p_x(θ)^{n_x} near a start, by Fisher's scoring
 *
 *     θ ← θ + F(θ)⁻¹ s/N,    s_k = Σ_x n_x ∂_k log p_x,
 *
 * with steps halved until the likelihood does not fall. Ends when a step is shorter than 1e-10.
 *
 * @param counts - n_x, shape (outcomes,)
 * @param start - shape (P,)
 * @throws {DomainError} the Fisher information of the measurement is singular
 *
 * @see Rao, Linear Statistical Inference and its Applications (1973)
 */
export function maximumLikelihood(
  family: OutcomeFamily,
  counts: Float64Array,
  start: Float64Array,
  maxSteps = 60,
): Solution<Float64Array> {
  const shots = counts.reduce((sum, count) => sum + count, 0);
  const logLikelihood = ({ probabilities }: OutcomeModel): number =>
    counts.reduce((sum, count, x) => (count > 0 ? sum + (count / shots) * Math.log(probabilities[x]!) : sum), 0);
  let theta = start;
  let model = family(theta);
  for (let steps = 1; steps <= maxSteps; steps++) {
    const { probabilities, derivatives } = model;
    const score = Float64Array.from(derivatives, (derivative) =>
      counts.reduce(
        (sum, count, x) => (count > 0 ? sum + (count * derivative[x]!) / (shots * probabilities[x]!) : sum),
        0,
      ),
    );
    const step = solvePositive(classicalFisherInformation(model), score);
    const before = logLikelihood(model);
    let share = 1;
    let next = theta;
    for (; share > 1e-12; share /= 2) {
      next = theta.map((value, k) => value + share * step[k]!);
      model = family(next);
      if (logLikelihood(model) >= before - 1e-14) break;
    }
    const moved = Math.max(...step.map((x) => share * Math.abs(x)));
    theta = next;
    if (moved < 1e-10) return { value: theta, result: 'converged', steps };
  }
  return { value: theta, result: 'max-steps', steps: maxSteps };
}

/** The result of many repeated experiments. */
export interface EstimationTrial {
  /** Mean of the estimates, shape (P,). */
  readonly mean: Float64Array;
  /** shots · cov(θ̂), shape (P, P); tends to F⁻¹ of the measurement for many shots. */
  readonly covariancePerShot: RealMatrix;
}

/**
 * Repeats an experiment: measure `shots` copies, estimate θ by maximum likelihood from the true value, record the
 * estimate. For many shots the covariance reaches the Cramér–Rao bound F⁻¹/shots of the measurement.
 *
 * @param theta - true parameters, shape (P,)
 * @param seed - the outcomes are the stream 'measurement outcomes' of this seed
 */
export function simulateEstimation(
  family: OutcomeFamily,
  theta: Float64Array,
  { shots, repetitions, seed }: { readonly shots: number; readonly repetitions: number; readonly seed: number },
): EstimationTrial {
  const stream = randomStream(seed, 'measurement outcomes');
  const { probabilities } = family(theta);
  const estimates = Array.from(
    { length: repetitions },
    () => maximumLikelihood(family, sampleCounts(probabilities, shots, stream), theta).value,
  );
  const parameters = theta.length;
  const mean = theta.map((_, k) => estimates.reduce((sum, estimate) => sum + estimate[k]!, 0) / repetitions);
  const data = Float64Array.from({ length: parameters * parameters }, (_, at) => {
    const [i, j] = [Math.floor(at / parameters), at % parameters];
    const sum = estimates.reduce((total, x) => total + (x[i]! - mean[i]!) * (x[j]! - mean[j]!), 0);
    return (shots * sum) / (repetitions - 1);
  });
  return { mean, covariancePerShot: { rows: parameters, cols: parameters, data } };
}

function solvePositive(information: RealMatrix, b: Float64Array): Float64Array {
  const inverse = choleskySolver(denseMatrix(information));
  if (inverse === undefined) {
    throw new DomainError('maximumLikelihood: a measurement that tells all parameters apart required');
  }
  return inverse(b);
}
