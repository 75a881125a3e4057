import { z } from 'zod';
import { ShapeError } from '../src/errors.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';
import { spinNetwork as networkOfSpins, type SpinGraph } from '../src/systems/spin/spin-network.ts';

/** Options of `spinNetwork`. */
export const spinNetworkOptions = z.strictObject({
  links: z
    .array(
      z.strictObject({
        from: z.string().min(1).describe('a vertex'),
        to: z.string().min(1).nullable().default(null).describe('another vertex; null for a site of the state'),
        spin: z.number().multipleOf(0.5).min(0).max(20).describe('spin j; the leg has 2j + 1 levels'),
      }),
    )
    .min(1)
    .max(1000)
    .describe('links of the graph, those to null in the order of the sites'),
});

export type SpinNetworkOptions = z.input<typeof spinNetworkOptions>;

/**
 * A spin network whose intertwiners are trained: a state that is invariant under rotations of all sites at once, whatever
 * the parameters are. See `spinNetwork` of `bulkweave/systems/spin`.
 *
 *     s₀ ╲   ╱ s₁
 *         ●─────●        ● an invariant tensor with as many coefficients as its spins have invariants
 *     s₃ ╱       ╲ s₂
 *
 * @param dimensions - dimension of each site, 2j + 1
 * @throws {ShapeError} open links with other dimensions than the sites
 * @throws {DomainError} a graph that is none, or spins at a vertex that cannot be coupled to 0
 */
export function spinNetwork(dimensions: readonly number[], options: SpinNetworkOptions): TensorNetwork {
  const { links } = spinNetworkOptions.parse(options);
  const vertices = [...new Set(links.flatMap(({ from, to }) => (to === null ? [from] : [from, to])))];
  const graph: SpinGraph = { vertices, links };
  const network = networkOfSpins(graph, 'free');
  const open = network.boundary.map((leg) => network.dimensions[leg]);
  if (open.join() !== dimensions.join()) {
    throw new ShapeError(`spinNetwork: open links of dimensions [${dimensions}] required, got [${open}]`);
  }
  return network;
}
