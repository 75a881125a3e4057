/** @file Measurements of all sites of a matrix-product state, drawn one after the other without rejection. */

import { DomainError } from '../errors.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import type { RandomStream } from '../linalg/random.ts';
import { type Chain, rightCanonical } from './matrix-product-state.ts';

/**
 * Basis states s₀ … s₍ₙ₋₁₎ with the exact probabilities |⟨s|ψ⟩|²/⟨ψ|ψ⟩: with all tensors on the right co-isometries, the
 * vector that the sites on the left have fixed gives the probabilities of the next.
 *
 * @param count - how many
 * @returns one list of site states for each
 * @throws {DomainError} a number of samples that is none
 *
 * Cost O(n d χ²) for each.
 *
 * @see Ferris & Vidal, Phys. Rev. B 85, 165146 (2012)
 */
export function sampledChain(chain: Chain, count: number, stream: RandomStream): readonly (readonly number[])[] {
  if (!(Number.isInteger(count) && count >= 0)) {
    throw new DomainError(`sampledChain: a number of samples required, got ${count}`);
  }
  const tensors = rightCanonical(chain);
  return Array.from({ length: count }, () => {
    let vector = Float64Array.of(1, 0);
    return tensors.map((tensor) => {
      const outcomes = outcomesOf(vector, tensor);
      const weights = outcomes.map((one) => one.reduce((sum, x) => sum + x * x, 0));
      const total = weights.reduce((sum, w) => sum + w, 0);
      let rest = stream.uniform() * total;
      let drawn = weights.findIndex((w) => {
        rest -= w;
        return rest < 0;
      });
      if (drawn < 0) drawn = weights.indexOf(Math.max(...weights)); // rounding at the upper end
      const scale = 1 / Math.sqrt(weights[drawn]!);
      vector = outcomes[drawn]!.map((x) => scale * x);
      return drawn;
    });
  });
}

/** Σ_a v_a A[a, s, b] for every s. */
function outcomesOf(vector: Float64Array, { shape, interleaved }: ComplexArray): Float64Array<ArrayBuffer>[] {
  const [left, d, right] = shape as [number, number, number];
  return Array.from({ length: d }, (_, s) => {
    const out = new Float64Array(2 * right);
    for (let a = 0; a < left; a++) {
      const [re, im] = [vector[2 * a]!, vector[2 * a + 1]!];
      const from = 2 * (a * d + s) * right;
      for (let b = 0; b < 2 * right; b += 2) {
        const [x, y] = [interleaved[from + b]!, interleaved[from + b + 1]!];
        out[b] = out[b]! + re * x - im * y;
        out[b + 1] = out[b + 1]! + re * y + im * x;
      }
    }
    return out;
  });
}
