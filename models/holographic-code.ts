import { z } from 'zod';
import type { TensorNetwork } from '../src/network/tensor-network.ts';
import type { StabiliserGroup } from '../src/stabiliser/stabiliser-group.ts';
import { stabiliserGroupOfWords } from '../src/stabiliser/stabiliser-words.ts';
import { holographicCode as codeOnTiling, SEED_NAMES } from '../src/systems/tiling/holographic-code.ts';

/** Options of `holographicCode`. */
export const holographicCodeOptions = z.strictObject({
  p: z.int().min(3).max(16).default(5).describe('sides of a tile'),
  q: z.int().min(3).max(64).default(4).describe('tiles at a vertex'),
  layers: z.int().min(0).max(8).default(2).describe('rings of tiles around the central one'),
  inflation: z
    .enum(['edge', 'vertex'])
    .default('edge')
    .describe('a ring is of all tiles that share a side with the patch, or a corner'),
  seed: z.enum(SEED_NAMES).default('five-qubit').describe('code or perfect state of each tile'),
  generators: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('words of another seed, such as XZZXI; a code of p qudits, or a pure state of these and an input'),
  prime: z.int().min(2).max(65521).default(2).describe('dimension of the qudits of the generators'),
  bulk: z
    .enum(['open', 'zero', 'centre', 'black-hole'])
    .default('zero')
    .describe('logical inputs: all open, all |0⟩, only that of the centre open, or the centre left out'),
});

export type HolographicCodeModelOptions = z.input<typeof holographicCodeOptions>;

/**
 * A holographic code as a network of constant stabiliser tensors, see `holographicCode` of `bulkweave/systems/tiling`.
 *
 *     ■───■        boundary: the sides at the edge of the patch
 *    ╱ ╲ ╱ ╲
 *   ■───●───■      ● the logical input of the centre, open for 'centre'
 *    ╲ ╱ ╲ ╱
 *     ■───■
 *
 * @param own - a seed of the user's; default the seed of the options
 * @throws {DomainError} a tiling that is not hyperbolic, or a seed that does not fit it
 */
export function holographicCode(options: HolographicCodeModelOptions = {}, own?: StabiliserGroup): TensorNetwork {
  const { generators, prime, seed, ...rest } = holographicCodeOptions.parse(options);
  const group = own ?? (generators === undefined ? seed : stabiliserGroupOfWords(generators, prime));
  return codeOnTiling({ ...rest, seed: group }).network;
}
