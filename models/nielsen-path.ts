import { z } from 'zod';
import type { Circuit, Rotation } from '../src/circuit/circuit.ts';
import { controlWords } from '../src/complexity/controls.ts';
import type { PenaltyMetric } from '../src/complexity/penalty-metric.ts';

export const nielsenPathOptions = z.strictObject({
  slices: z.int().positive().describe('number K of time slices'),
  order: z
    .union([z.literal(1), z.literal(2)])
    .default(2)
    .describe('order of the product formula within a slice; the error falls as 1/K^order'),
  steps: z.int().positive().default(1).describe('product formulas in each slice, with the same angles'),
});

/**
 * Nielsen path: every word that the metric allows, in every slice. A path of Hamiltonians H_k = Σ_P h_kP P,
 * k = 1 … K, is followed by a product formula, so that training this circuit searches for the geodesic itself.
 *
 *     first order:   Π_k Π_P exp(−i θ_kP P/2),          h_kP = K θ_kP / 2
 *     second order:  the words forwards, then backwards: each parameter acts twice, h_kP = K θ_kP
 *
 * With several steps the formula is repeated in each slice, every time with a fraction of the angles: the product of
 * exponentials exp(−iH_k/K) in the limit of many, which is the path of `stateGeodesic`. Trained with the complexity
 * term 'energy', which is #words times the energy of that path, it finds the same path.
 *
 *     ─┌──────────┐┌──────────┐
 *     ─│ all words ││ all words │ …   K slices
 *     ─└──────────┘└──────────┘
 *
 * @param metric - whose controls (words of finite weight) are used
 * @see Nielsen, Dowling, Gu & Doherty, Science 311, 1133 (2006)
 */
export function nielsenPath(
  qubits: number,
  metric: PenaltyMetric,
  options: z.input<typeof nielsenPathOptions>,
): Circuit {
  const { slices, order, steps } = nielsenPathOptions.parse(options);
  const { words } = controlWords(metric, qubits);
  const scale = steps === 1 ? {} : { scale: 1 / steps };
  const gates = Array.from({ length: slices * steps }, (_, step) => {
    const first = Math.floor(step / steps) * words.length;
    const forwards = words.map((word, w): Rotation => ({ word, angle: { parameter: first + w, ...scale } }));
    return order === 1 ? forwards : [...forwards, ...forwards.toReversed()];
  }).flat();
  return { kind: 'circuit', qubits, parameters: slices * words.length, gates };
}
