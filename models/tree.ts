import { z } from 'zod';
import { type Circuit, parametrised } from '../src/circuit/circuit.ts';
import { blockOption, localLayer, pairWords } from './block.ts';
import { treeLayers } from './tree-layers.ts';

export const treeOptions = z.strictObject({
  repeat: z.int().positive().default(1).describe('blocks in a row on each branching, with nothing between them'),
  block: blockOption,
});

/**
 * Binary tree circuit (tree tensor network of bond dimension 2): a register is halved again and again, and a
 * block joins the first qubits of the two halves, from the widest pair to neighbours. Every block is an isometry
 * from one qubit to two, since its second qubit is still in the reference state.
 *
 *     ─R─■───■───■─      n = 8: (0,4), then (0,2) (4,6), then (0,1) (2,3) (4,5) (6,7)
 *     ─R─┼───┼───■─
 *     ─R─┼───■───■─      R = rotations of the qubit
 *     ─R─┼───────■─      ■ = block on the pair
 *     ─R─■───■───■─
 *     ─R─────┼───■─
 *     ─R─────■───■─
 *     ─R─────────■─
 *
 * @param qubits - n ≥ 2, not necessarily a power of two
 * @see Shi, Duan & Vidal, Phys. Rev. A 74, 022320 (2006)
 */
export function tree(qubits: number, options: z.input<typeof treeOptions> = {}): Circuit {
  const { repeat, block } = treeOptions.parse(options);
  const pairs = treeLayers(qubits).flatMap(({ branchings }) => branchings);
  return parametrised(qubits, [
    ...localLayer(block, qubits),
    ...pairs.flatMap((pair) => Array.from({ length: repeat }, () => pairWords(block, qubits, pair)).flat()),
  ]);
}
