/** @file The learned chains read as states: entropies of their cuts, and what data tell of their parameters. */

import { chainOf, schmidtValues } from '../../../src/chain/matrix-product-state.ts';
import { bornMachine } from '../../../src/likelihood/born-machine.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { symmetricEigenvalues } from '../../../src/linalg/symmetric-eigenvalues.ts';
import type { TrainedModel } from './models.ts';

/** Entanglement of a chain and the spectrum of its Fisher information. */
export interface ChainGeometry {
  readonly name: string;
  /** S of the sites before each cut, in nats, and the logarithm of the bond there. */
  readonly entropies: readonly number[];
  readonly areas: readonly number[];
}

/** Entropies of all cuts of a trained chain, and the areas ln χ that bound them. */
export function chainGeometry({ name, network, theta }: TrainedModel): ChainGeometry {
  const chain = chainOf(network, theta);
  const entropies = schmidtValues(chain).map((values) =>
    values.reduce((sum, x) => (x > 0 ? sum - x * x * Math.log(x * x) : sum), 0),
  );
  return { name, entropies, areas: chain.slice(1).map(({ shape }) => Math.log(shape[0]!)) };
}

/**
 * Eigenvalues of the classical Fisher information F = E[∇log p ∇log pᵀ] of a model, estimated from its own exact samples,
 * descending: those of the Gram matrix of the gradients, as many as samples.
 */
export function fisherSpectrum({ network, real, theta }: TrainedModel, count: number, seed: number): readonly number[] {
  const model = bornMachine(network, { real });
  const n = model.dimensions.length;
  const samples = model.sample(theta, randomStream(seed, 'Fisher information'), count);
  const gradients = Array.from(
    { length: count },
    (_, k) => model.logLikelihood(theta, samples.subarray(k * n, (k + 1) * n)).gradient,
  );
  const gram = new Float64Array(count * count);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let k = 0; k < model.parameters; k++) sum += gradients[a]![k]! * gradients[b]![k]!;
      gram[a * count + b] = gram[b * count + a] = sum / count;
    }
  }
  return [...symmetricEigenvalues(gram, count)].reverse().map((x) => Math.max(0, x));
}
