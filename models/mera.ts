import { z } from 'zod';
import { type Circuit, parametrised } from '../src/circuit/circuit.ts';
import { blockOption, localLayer, pairWords } from './block.ts';
import { treeLayers } from './tree-layers.ts';

export const meraOptions = z.strictObject({
  periodic: z.boolean().default(false).describe('disentanglers also across the ends of the chain'),
  block: blockOption,
});

/**
 * Binary MERA of bond dimension 2 as a circuit: at each scale isometries w double the number of sites, then
 * disentanglers u act between neighbouring pairs. Time runs from the top (one site) to the boundary.
 *
 *            w                scale 1
 *        ┌───┴───┐
 *        w       w            scale 2
 *      ┌─┴──┬ ┬──┴─┐
 *      │    └u┘    │          u: disentangler between the pairs
 *      w    w w    w          scale 3 …
 *
 * @param qubits - n ≥ 2, not necessarily a power of two
 * @see Vidal, Phys. Rev. Lett. 101, 110501 (2008)
 */
export function mera(qubits: number, options: z.input<typeof meraOptions> = {}): Circuit {
  const { periodic, block } = meraOptions.parse(options);
  const pairs = treeLayers(qubits).flatMap(({ branchings, active }) => {
    const neighbours = active.map((site, k) => [site, active[(k + 1) % active.length]!] as const);
    const joined = new Set(branchings.map(String));
    const between = neighbours.filter((pair, k) => !joined.has(String(pair)) && (periodic || k + 1 < active.length));
    return [...branchings, ...(active.length > 2 ? between : [])];
  });
  return parametrised(qubits, [
    ...localLayer(block, qubits),
    ...pairs.flatMap((pair) => pairWords(block, qubits, pair)),
  ]);
}
