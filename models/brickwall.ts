import { z } from 'zod';
import { type Circuit, parametrised } from '../src/circuit/circuit.ts';
import { edgeColouring } from '../src/operator/edge-colouring.ts';
import { latticeOfSpec, latticeSpec } from '../src/operator/lattice-spec.ts';
import { blockOption, localLayer, pairWords } from './block.ts';

export const brickwallOptions = z.strictObject({
  depth: z.int().positive().describe('layers of blocks; on a chain they alternate between even and odd bonds'),
  block: blockOption,
  lattice: latticeSpec.default('chain').describe('which pairs have a block'),
});

/**
 * Brickwall circuit: a layer of rotations, then `depth` layers of blocks on disjoint bonds of the lattice.
 *
 *     ─R─■─────■───      R = rotations of the qubit
 *     ─R─■──■──■───      ■ = block on the bond, each gate with its own parameter
 *     ─R─■──■──■───
 *     ─R─■─────■───      depth 3 on an open chain
 *
 * On another lattice the layers run through the classes of its edge colouring in turn.
 *
 * @param qubits - n ≥ 2
 * @returns a circuit with one parameter for each gate
 */
export function brickwall(qubits: number, options: z.input<typeof brickwallOptions>): Circuit {
  const { depth, block, lattice } = brickwallOptions.parse(options);
  const classes = edgeColouring(latticeOfSpec(lattice, qubits));
  const layers = Array.from({ length: depth }, (_, layer) => classes[layer % classes.length] ?? []);
  return parametrised(qubits, [
    ...localLayer(block, qubits),
    ...layers.flatMap((bonds) => bonds.flatMap((bond) => pairWords(block, qubits, bond))),
  ]);
}
