/**
 * @file The ensemble of paths of one qubit with equal weights in closed form, a sum over characters: K independent steps with normal
 * angles, and a weight of the end that depends on its class only.
 */

import { DomainError } from '../../errors.ts';

/** Which ensemble of one qubit, with X, Y and Z at weight 1. */
export interface OneQubitEnsemble {
  readonly beta: number;
  /** Weight μ of the infidelity beside the energy. */
  readonly mu: number;
  readonly slices: number;
  /** The target is exp(−iθZ), up to a phase. */
  readonly theta: number;
}

/** Terms of spin j = 0, 1, … and points of the integral over classes: enough for β and βμ up to a few thousand. */
const [SPINS, POINTS] = [60, 2000];

/** χ_j(θ)/(2j + 1), averaged over normal steps of this variance in each direction. */
function stepCharacter(j: number, variance: number): number {
  let sum = 1;
  for (let m = 1; m <= j; m++) {
    const k = 2 * m;
    sum += 2 * (1 - k * k * variance) * Math.exp((-k * k * variance) / 2);
  }
  return sum / (2 * j + 1);
}

const character = (j: number, theta: number): number => {
  let sum = 1;
  for (let m = 1; m <= j; m++) sum += 2 * Math.cos(2 * m * theta);
  return sum;
};

/**
 * The density of the end of K steps at exp(−iθZ), relative to the Haar measure of SO(3),
 *
 *     p(θ) = Σ_j (2j + 1) a_j^K χ_j(θ),    a_j = ⟨χ_j⟩/(2j + 1) over one step, whose angles are normal of variance 1/βK,
 *
 * over j = 0, 1, …: it tends to `heatKernel` at t = 1/2β as 1/K.
 */
export function slicedKernel(beta: number, slices: number, theta: number): number {
  let sum = 0;
  for (let j = 0; j < SPINS; j++) {
    sum += (2 * j + 1) * stepCharacter(j, 1 / (beta * slices)) ** slices * character(j, theta);
  }
  return sum;
}

/** ln ∫ dx e^{−β|x|²/2 − γ(1 − F)}, γ = βμ held by itself. */
function logSum({ beta, slices, theta }: Omit<OneQubitEnsemble, 'mu'>, gamma: number): number {
  let sum = 0;
  for (let j = 0; j < SPINS; j++) {
    let weight = 0;
    for (let p = 0; p < POINTS; p++) {
      const angle = (Math.PI * (p + 0.5)) / POINTS;
      weight += Math.sin(angle) ** 2 * Math.exp(-gamma * Math.sin(angle) ** 2) * character(j, angle);
    }
    sum += ((2 * weight) / POINTS) * stepCharacter(j, 1 / (beta * slices)) ** slices * character(j, theta);
  }
  return Math.log(sum) - ((3 * slices) / 2) * Math.log(beta);
}

/**
 * ⟨E⟩ and ⟨1 − F⟩ over all paths of `pathEnsemble` to exp(−iθZ), as logarithmic derivatives of the sum over them,
 *
 *     Z = β^{−3K/2} Σ_j a_j^K χ_j(θ) ∫ dW χ_j(W) e^{−βμ(1 − F(W))}.
 *
 * @throws {DomainError} β, μ or θ not finite, β or μ not above 0, or no slices
 *
 * Accuracy about 1e-6 of the mean.
 */
export function oneQubitMeans(sum: OneQubitEnsemble): { readonly energy: number; readonly miss: number } {
  const { beta, mu, slices, theta } = sum;
  const isPositive = beta > 0 && mu > 0 && beta < Infinity && mu < Infinity;
  if (!(isPositive && Number.isFinite(theta) && Number.isInteger(slices) && slices >= 1)) {
    throw new DomainError(
      `oneQubitMeans: β, μ above 0, a finite θ and slices required, got ${beta}, ${mu}, ${theta}, ${slices}`,
    );
  }
  const gamma = sum.beta * sum.mu;
  const [db, dg] = [1e-3 * sum.beta, 1e-3 * gamma];
  return {
    energy:
      -(logSum({ ...sum, beta: sum.beta + db }, gamma) - logSum({ ...sum, beta: sum.beta - db }, gamma)) / (2 * db),
    miss: -(logSum(sum, gamma + dg) - logSum(sum, gamma - dg)) / (2 * dg),
  };
}
