import { z } from 'zod';
import type { Leg } from '../src/contraction/contraction-graph.ts';
import { DomainError } from '../src/errors.ts';
import { type NodeShape, networkOfShapes } from '../src/network/network-of-shapes.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';

/** Options of `locallyPurifiedMps`. */
export const locallyPurifiedMpsOptions = z.strictObject({
  bond: z.number().int().min(1).default(4).describe('largest bond dimension χ'),
  purification: z.number().int().min(1).default(2).describe('dimension of the environment leg of each site'),
});

export type LocallyPurifiedMpsOptions = z.input<typeof locallyPurifiedMpsOptions>;

/**
 * Locally purified matrix-product state: a mixed state ρ = Tr_environment |ψ⟩⟨ψ|, positive by construction.
 *
 *     A──A──A──A     sites above, environment legs below, traced out;
 *     ┊  ┊  ┊  ┊     legs of A: left, site, environment, right
 *
 * No bond is larger than the shorter side, environment included, can fill.
 *
 * @param dimensions - dimension of each site
 * @throws {DomainError} no site
 * @see Verstraete, García-Ripoll & Cirac, Phys. Rev. Lett. 93, 207204 (2004)
 */
export function locallyPurifiedMps(
  dimensions: readonly number[],
  options: LocallyPurifiedMpsOptions = {},
): TensorNetwork {
  const { bond, purification } = locallyPurifiedMpsOptions.parse(options);
  const n = dimensions.length;
  if (n === 0) throw new DomainError('locallyPurifiedMps: at least one site required, got none');
  const fill = (sites: readonly number[]): number => sites.reduce((product, d) => product * d * purification, 1);
  const between = (k: number): [Leg, number][] =>
    // the bond of sites k − 1 and k
    k > 0 && k < n ? [[`b${k}`, Math.min(bond, fill(dimensions.slice(0, k)), fill(dimensions.slice(k)))]] : [];
  const nodes = dimensions.map(
    (dimension, k): NodeShape => ({
      id: `A${k}`,
      outputs: [...between(k), [`s${k}`, dimension], [`e${k}`, purification]],
      inputs: between(k + 1),
    }),
  );
  const legs = (letter: string): Leg[] => dimensions.map((_, k) => `${letter}${k}`);
  return networkOfShapes(nodes, legs('s'), 'free', legs('e'));
}
