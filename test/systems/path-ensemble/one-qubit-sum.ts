/**
 * @file The ensemble of paths of one qubit with equal weights in closed form, a sum over characters: K independent steps with normal
 * angles, and a weight of the end that depends on its class only.
 */

export interface OneQubitSum {
  readonly beta: number;
  readonly mu: number;
  readonly slices: number;
  /** The target is exp(−iθZ), up to a phase. */
  readonly theta: number;
}

/** Terms of spin j = 0, 1, … and points of the integral over classes: enough for β·K ≤ 4000 and βμ ≤ 4000. */
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

/** The density of the end at exp(−iθZ) after K steps, relative to the Haar measure of SO(3). */
export function stepKernel(beta: number, slices: number, theta: number): number {
  let sum = 0;
  for (let j = 0; j < SPINS; j++) {
    sum += (2 * j + 1) * stepCharacter(j, 1 / (beta * slices)) ** slices * character(j, theta);
  }
  return sum;
}

/** ln ∫ dx e^{−β|x|²/2 − γ(1 − F)}, γ = βμ held by itself. */
function logSum({ beta, slices, theta }: Omit<OneQubitSum, 'mu'>, gamma: number): number {
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

/** ⟨E⟩ and ⟨1 − F⟩, as derivatives of the sum. */
export function oneQubitMeans(sum: OneQubitSum): { readonly energy: number; readonly miss: number } {
  const gamma = sum.beta * sum.mu;
  const [db, dg] = [1e-3 * sum.beta, 1e-3 * gamma];
  return {
    energy:
      -(logSum({ ...sum, beta: sum.beta + db }, gamma) - logSum({ ...sum, beta: sum.beta - db }, gamma)) / (2 * db),
    miss: -(logSum(sum, gamma + dg) - logSum(sum, gamma - dg)) / (2 * dg),
  };
}
