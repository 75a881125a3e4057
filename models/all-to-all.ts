import { z } from 'zod';
import { type Circuit, parametrised } from '../src/circuit/circuit.ts';
import { complete } from '../src/operator/lattice.ts';
import { blockOption, localLayer, pairWords } from './block.ts';

export const allToAllOptions = z.strictObject({
  depth: z.int().positive().default(1).describe('how many times every pair has a block'),
  block: blockOption,
});

/**
 * All-to-all circuit: a layer of rotations, then, `depth` times, a block on every pair of qubits. The natural
 * family for Nielsen's finite-size-infinite-range metric, where distance does not count.
 *
 *     ─R─■─■───■─────      R = rotations of the qubit
 *     ─R─■─┼─■─┼─■───      ■ = block on the two qubits joined by the line
 *     ─R───■─■─┼─┼─■─
 *     ─R───────■─■─■─
 *
 * @param qubits - n ≥ 2
 */
export function allToAll(qubits: number, options: z.input<typeof allToAllOptions> = {}): Circuit {
  const { depth, block } = allToAllOptions.parse(options);
  const round = complete(qubits).edges.flatMap((pair) => pairWords(block, qubits, pair));
  return parametrised(qubits, [...localLayer(block, qubits), ...Array.from({ length: depth }, () => round).flat()]);
}
