import { z } from 'zod';
import type { Circuit } from '../src/circuit/circuit.ts';
import { localCircuitOfGaussian } from '../src/circuit/local-fermion-circuit.ts';
import { DomainError } from '../src/errors.ts';
import { fermionsOf } from '../src/generative/state-rules.ts';
import type { TargetState } from '../src/generative/target-state.ts';
import type { NetworkPoint } from '../src/network-point.ts';

/** Options of `gaussianCircuit`. */
export const gaussianCircuitOptions = z.strictObject({
  width: z
    .number()
    .int()
    .min(2)
    .max(512)
    .default(8)
    .describe('most neighbouring modes among which a pure one is looked for; two or four gates for each pair of them'),
  tolerance: z
    .number()
    .min(0)
    .default(1e-10)
    .describe('weight with which a mode may fail to be pure, so that its block need not grow'),
});

export type GaussianCircuitOptions = z.input<typeof gaussianCircuitOptions>;

/**
 * The circuit of free fermions that disentangles a Gaussian target mode by mode among a few neighbours, see
 * `localCircuitOfGaussian`. Each gate has an angle of its own, which training can improve; with a block of all modes
 * and tolerance 0 it is exact.
 *
 *     ─■─────
 *     ─■─■───
 *     ───■─■─
 *     ─────■─
 *
 * @returns the circuit, and the angles to start from
 * @throws {DomainError} the target is no Gaussian state, or mixed
 */
export function gaussianCircuit(
  target: TargetState | undefined,
  options: GaussianCircuitOptions = {},
): NetworkPoint<Circuit> {
  const fermions = target === undefined ? null : fermionsOf(target);
  if (fermions === null) {
    throw new DomainError(`gaussianCircuit: a Gaussian target required, got ${target?.kind ?? 'none'}`);
  }
  const { state, string } = fermions;
  const { width, tolerance } = gaussianCircuitOptions.parse(options);
  const { network, theta } = localCircuitOfGaussian(state, { block: width, tolerance, string });
  return { network, theta };
}
