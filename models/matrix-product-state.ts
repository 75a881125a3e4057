import { z } from 'zod';
import { DomainError } from '../src/errors.ts';
import { sizeOf } from '../src/linalg/complex.ts';
import { type NodeShape, networkOfShapes } from '../src/network/network-of-shapes.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';

/** Options of `matrixProductState`. */
export const matrixProductStateOptions = z.strictObject({
  bond: z.number().int().min(1).default(4).describe('largest bond dimension χ; a ring has it everywhere'),
  boundary: z.enum(['open', 'periodic']).default('open').describe('a chain with two ends, or a ring'),
  form: z
    .enum(['free', 'isometric'])
    .default('free')
    .describe('isometric: left-canonical, every tensor an isometry, the state of norm 1; open chains only'),
});

export type MatrixProductStateOptions = z.input<typeof matrixProductStateOptions>;

/**
 * Matrix-product state with one tensor for each site,
 *
 *     ψ(s₀ … s₍ₙ₋₁₎) = Tr A₀^{s₀} A₁^{s₁} ··· A₍ₙ₋₁₎^{s₍ₙ₋₁₎}.
 *
 *     A──A──A──A       legs of A: left, site, right
 *     │  │  │  │
 *
 * Open chains have no outer bonds, and no bond larger than a state on its shorter side can fill. A ring has the same
 * bond everywhere, and only the form 'free'.
 *
 * @param dimensions - dimension of each site
 * @throws {DomainError} no site, a ring of fewer than two sites, or an isometric ring
 */
export function matrixProductState(
  dimensions: readonly number[],
  options: MatrixProductStateOptions = {},
): TensorNetwork {
  const { bond, boundary, form } = matrixProductStateOptions.parse(options);
  const n = dimensions.length;
  if (n === 0) throw new DomainError('matrixProductState: at least one site required, got none');
  const periodic = boundary === 'periodic';
  if (periodic && (n < 2 || form === 'isometric')) {
    throw new DomainError(`matrixProductState: a ring needs two sites or more and form 'free', got ${n} and '${form}'`);
  }
  const capped = (k: number): number => Math.min(bond, sizeOf(dimensions.slice(0, k)), sizeOf(dimensions.slice(k))); // bond k: between sites k − 1 and k
  const nodes = dimensions.map((dimension, k): NodeShape => {
    const left: [string, number][] = periodic ? [[`b${k}`, bond]] : k > 0 ? [[`b${k}`, capped(k)]] : [];
    const right: [string, number][] = periodic
      ? [[`b${(k + 1) % n}`, bond]]
      : k + 1 < n
        ? [[`b${k + 1}`, capped(k + 1)]]
        : [];
    return { id: `A${k}`, outputs: [...left, [`s${k}`, dimension]], inputs: right };
  });
  return networkOfShapes(
    nodes,
    dimensions.map((_, k) => `s${k}`),
    form,
  );
}
