import { z } from 'zod';
import { compressedChain } from '../src/chain/chain-compression.ts';
import { chainOf, networkOfChain } from '../src/chain/matrix-product-state.ts';
import { DomainError } from '../src/errors.ts';
import { chainOfFermions } from '../src/generative/fermion-chain.ts';
import { fermionsOf } from '../src/generative/state-rules.ts';
import type { TargetState } from '../src/generative/target-state.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';
import type { NetworkPoint } from '../src/network-point.ts';

/** Options of `gaussianChain`. */
export const gaussianChainOptions = z.strictObject({
  bond: z.number().int().min(1).max(256).default(32).describe('largest bond dimension χ'),
});

export type GaussianChainOptions = z.input<typeof gaussianChainOptions>;

/**
 * The matrix-product state of a Gaussian target: the gates of its local circuit applied to a chain, cut to bond χ by
 * Schmidt values. All tensors are free, so that training can improve on the truncation.
 *
 *     A──A──A──A
 *     │  │  │  │
 *
 * @returns the network, and the tensors to start from
 * @throws {DomainError} the target is no Gaussian state, mixed, or too entangled along the chain
 */
export function gaussianChain(
  target: TargetState | undefined,
  options: GaussianChainOptions = {},
): NetworkPoint<TensorNetwork> {
  const fermions = target === undefined ? null : fermionsOf(target);
  const point = fermions === null ? null : chainOfFermions(fermions);
  if (point === null) {
    const got = fermions === null ? (target?.kind ?? 'none') : `'${fermions.name}'`;
    throw new DomainError(
      `gaussianChain: a pure Gaussian target that a chain of bond 256 can hold required, got ${got}`,
    );
  }
  const { bond } = gaussianChainOptions.parse(options);
  return networkOfChain(compressedChain(chainOf(point.network, point.theta), { bond }).chain);
}
