import { z } from 'zod';
import { DomainError } from '../src/errors.ts';
import { type NodeShape, networkOfShapes } from '../src/network/network-of-shapes.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';

/** Options of `isometricMera`. */
export const isometricMeraOptions = z.strictObject({
  bond: z.number().int().min(2).default(4).describe('largest bond dimension χ; level l of 0, 1, … has min(χ, 2^(2^l))'),
});

export type IsometricMeraOptions = z.input<typeof isometricMeraOptions>;

/**
 * Binary multiscale entanglement renormalisation ansatz on a ring of qubits, made of isometries: the state has norm 1
 * at every point of the product of Stiefel manifolds.
 *
 *             top                top tensor of two legs
 *           ╱     ╲
 *          w       w             isometries w: two legs below, one above
 *        ╱   ╲   ╱   ╲
 *      ─╯     [u]     ╰─[u]      disentanglers u, unitary, across the borders (the last one closes the ring)
 *        │   │   │   │
 *
 * and the same again below, with twice as many legs. The bond of level l is min(χ, 2^{2^l}).
 *
 * @param sites - a power of two, 4 or more
 * @throws {DomainError} another number of sites
 * @see Vidal, Phys. Rev. Lett. 101, 110501 (2008)
 */
export function isometricMera(sites: number, options: IsometricMeraOptions = {}): TensorNetwork {
  const { bond } = isometricMeraOptions.parse(options);
  if (!(sites >= 4 && Number.isInteger(Math.log2(sites)))) {
    throw new DomainError(`isometricMera: a power of two of 4 or more sites required, got ${sites}`);
  }
  const boundary = Array.from({ length: sites }, (_, k) => `s${k}`);
  const nodes: NodeShape[] = [];
  let level = boundary;
  let dimension = 2;
  for (let depth = 0; level.length > 2; depth++) {
    const own = dimension;
    const parent = Math.min(bond, own * own);
    const width = level.length;
    const between = level.map((_, k) => `u${depth}.${k}`); // legs from disentanglers up to isometries
    for (let k = 1; k < width; k += 2) {
      const pair = [k, (k + 1) % width];
      nodes.push({
        id: `u${depth}.${(k - 1) / 2}`,
        outputs: pair.map((site) => [level[site]!, own]),
        inputs: pair.map((site) => [between[site]!, own]),
      });
    }
    const above = Array.from({ length: width / 2 }, (_, k) => `b${depth}.${k}`);
    above.forEach((leg, k) => {
      const outputs = [between[2 * k]!, between[2 * k + 1]!].map((name) => [name, own] as const);
      nodes.push({ id: `w${depth}.${k}`, outputs, inputs: [[leg, parent]] });
    });
    level = above;
    dimension = parent;
  }
  nodes.push({ id: 'top', outputs: level.map((leg) => [leg, dimension]), inputs: [] });
  return networkOfShapes(nodes, boundary, 'isometric');
}
