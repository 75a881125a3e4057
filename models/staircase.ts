import { z } from 'zod';
import { type Circuit, parametrised } from '../src/circuit/circuit.ts';
import { blockOption, localLayer, pairWords } from './block.ts';

export const staircaseOptions = z.strictObject({
  depth: z.int().positive().default(1).describe('number of staircases; bond dimension at most 2^depth'),
  block: blockOption,
});

/**
 * Staircase circuit: blocks on (0,1), (1,2), … one after another, `depth` times. One staircase makes exactly the
 * matrix-product states of bond dimension 2; `depth` of them a subset of bond dimension 2^depth.
 *
 *     ─R─■────────      R = rotations of the qubit
 *     ─R─■─■──────      ■ = block on the bond
 *     ─R───■─■────
 *     ─R─────■────
 *
 * @param qubits - n ≥ 2
 * @see Schön, Solano, Verstraete, Cirac & Wolf, Phys. Rev. Lett. 95, 110503 (2005)
 */
export function staircase(qubits: number, options: z.input<typeof staircaseOptions> = {}): Circuit {
  const { depth, block } = staircaseOptions.parse(options);
  const stair = Array.from({ length: qubits - 1 }, (_, q) => pairWords(block, qubits, [q, q + 1])).flat();
  return parametrised(qubits, [...localLayer(block, qubits), ...Array.from({ length: depth }, () => stair).flat()]);
}
