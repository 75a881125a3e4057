import { z } from 'zod';
import type { Leg } from '../src/contraction/contraction-graph.ts';
import { DomainError } from '../src/errors.ts';
import { type NodeShape, networkOfShapes } from '../src/network/network-of-shapes.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';

/** Options of `treeTensorNetwork`. */
export const treeTensorNetworkOptions = z.strictObject({
  bond: z.number().int().min(2).default(4).describe('largest bond dimension χ'),
  form: z
    .enum(['free', 'isometric'])
    .default('free')
    .describe('isometric: every tensor an isometry from its parent to its children, the state of norm 1'),
});

export type TreeTensorNetworkOptions = z.input<typeof treeTensorNetworkOptions>;

/**
 * Binary tree tensor network. Neighbours are joined pairwise, level by level, until one tensor is left.
 *
 *        T            legs of T: left child, right child, parent (none at the top)
 *       ╱ ╲
 *      T   T          an odd one out moves up unpaired
 *     ╱╲   ╱╲
 *     │ │  │ │
 *
 * No bond is larger than its side of the tree can fill.
 *
 * @param dimensions - dimension of each site
 * @throws {DomainError} fewer than two sites
 */
export function treeTensorNetwork(
  dimensions: readonly number[],
  options: TreeTensorNetworkOptions = {},
): TensorNetwork {
  const { bond, form } = treeTensorNetworkOptions.parse(options);
  if (dimensions.length < 2) {
    throw new DomainError(`treeTensorNetwork: at least two sites required, got ${dimensions.length}`);
  }
  const boundary = dimensions.map((_, k) => `s${k}`);
  const total = dimensions.reduce((product, dimension) => product * dimension, 1);
  /** A leg that waits for its parent: its dimension, and that of all sites below it. */
  interface Loose {
    readonly leg: Leg;
    readonly dimension: number;
    readonly below: number;
  }
  let level: Loose[] = dimensions.map((dimension, k) => ({ leg: boundary[k]!, dimension, below: dimension }));
  const nodes: NodeShape[] = [];
  for (let depth = 0; level.length > 1; depth++) {
    const next: Loose[] = [];
    for (let k = 0; k + 1 < level.length; k += 2) {
      const [a, b] = [level[k]!, level[k + 1]!];
      const below = a.below * b.below;
      const parent = {
        leg: `b${depth}.${k / 2}`,
        dimension: Math.min(bond, a.dimension * b.dimension, total / below),
        below,
      };
      const top = level.length === 2;
      nodes.push({
        id: `T${depth}.${k / 2}`,
        outputs: [a, b].map(({ leg, dimension }) => [leg, dimension] as const),
        inputs: top ? [] : [[parent.leg, parent.dimension]],
      });
      next.push(parent);
    }
    if (level.length % 2 === 1) next.push(level[level.length - 1]!);
    level = next;
  }
  return networkOfShapes(nodes, boundary, form);
}
