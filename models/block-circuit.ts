import { z } from 'zod';
import { chainObstacle } from '../src/chain/block-chain.ts';
import { chainOfVector } from '../src/chain/matrix-product-state.ts';
import { type BlockCircuit, blockCircuit } from '../src/circuit/block-circuit.ts';
import { brickworkLayout, tripleLayout } from '../src/circuit/block-layout.ts';
import { disentangledStart } from '../src/comparison/disentangled-start.ts';
import { checkMetric } from '../src/complexity/controls.ts';
import { latticeOf, type PenaltyMetric, penaltyWeight } from '../src/complexity/penalty-metric.ts';
import { DomainError } from '../src/errors.ts';
import { chainOfTarget } from '../src/generative/block-chain-infidelity.ts';
import { asPure } from '../src/generative/state-rules.ts';
import type { TargetState } from '../src/generative/target-state.ts';
import type { Lattice } from '../src/operator/lattice.ts';
import { latticeOfSpec, latticeSpec } from '../src/operator/lattice-spec.ts';

const sites = z.array(z.int().nonnegative()).min(1).max(3);

export const blockCircuitOptions = z.strictObject({
  layers: z.int().positive().default(6).describe('layers of blocks on different qubits'),
  block: z
    .enum(['pairs', 'triples'])
    .default('pairs')
    .describe(
      'pairs: the bonds of the lattice in turn, on a chain even and odd ones; triples: three neighbours of a chain',
    ),
  first: z
    .int()
    .nonnegative()
    .max(63)
    .default(0)
    .describe('pairs: class of disjoint bonds of the first layer; on a chain 0 for the even bonds, 1 for the odd ones'),
  words: z
    .enum(['all', 'real'])
    .default('all')
    .describe(
      'words of the generators, of those that the metric allows: all, or those with an odd number of Y, which keep a state real',
    ),
  lattice: latticeSpec.optional().describe('which pairs have a block; default the lattice of the metric'),
  layout: z.array(sites).min(1).optional().describe('the qubits of each block in order, in place of layers'),
  start: z
    .enum(['random', 'geodesic', 'disentangled'])
    .default('random')
    .describe(
      'where the first start is: random, along the geodesic, which is then searched before the training, or at the gates that disentangle the target as a matrix-product state, from the middle outwards',
    ),
  passes: z
    .int()
    .positive()
    .max(64)
    .default(1)
    .describe('disentangled: most passes of such gates; the first takes n/2 layers, each further one two more'),
  sweeps: z
    .int()
    .nonnegative()
    .max(10000)
    .default(0)
    .describe('disentangled: sweeps in which each gate is improved with all others fixed, before the training'),
});

/**
 * Circuit of blocks exp(−i Σ_P h_P P), the words of each all that the metric allows on its qubits:
 *
 *     ─┤   ├───────┤   ├─
 *     ─┤   ├─┤   ├─┤   ├─     pairs, 3 layers on a chain of 4
 *     ─┤   ├─┤   ├─┤   ├─
 *     ─┤   ├───────┤   ├─
 *
 * Triples begin at sites 0, 1 and 2 in turn; what is left over at both ends has blocks on one or two qubits.
 *
 * @throws {DomainError} triples on a lattice that is no chain; a block outside the register
 */
export function blockCircuitModel(
  qubits: number,
  metric: PenaltyMetric,
  options: z.input<typeof blockCircuitOptions>,
): BlockCircuit {
  const { layers, block, first, words, lattice, layout } = blockCircuitOptions.parse(options);
  checkMetric(metric, qubits, true);
  const pairs = (): Lattice => (lattice === undefined ? latticeOf(metric, qubits) : latticeOfSpec(lattice, qubits));
  const placements =
    layout ?? (block === 'triples' ? tripleLayout(qubits, layers) : brickworkLayout(pairs(), layers, first));
  const real = (word: string): boolean => words === 'all' || word.replaceAll(/[^Y]/g, '').length % 2 === 1;
  return blockCircuit(qubits, placements, (word) => penaltyWeight(metric, word) < Infinity && real(word));
}

/**
 * The coefficients from which a training starts first, where the options ask for gates that disentangle the target, see
 * `disentangledStart`; undefined where they do not.
 *
 * @param target - pure, given by amplitudes or as a matrix-product state
 * @throws {DomainError} another target, or gates on other than neighbouring qubits
 */
export function blockCircuitStart(
  qubits: number,
  metric: PenaltyMetric,
  options: z.input<typeof blockCircuitOptions>,
  target: TargetState | undefined,
): Float64Array | undefined {
  const { start, passes, sweeps } = blockCircuitOptions.parse(options);
  if (start !== 'disentangled') return undefined;
  const circuit = blockCircuitModel(qubits, metric, options);
  const obstacle = chainObstacle(circuit);
  if (obstacle !== null) throw new DomainError(`model.start: for 'disentangled' ${obstacle}`);
  const amplitudes = target && asPure(target)?.amplitudes;
  const chain = amplitudes ? chainOfVector(amplitudes, target.dimensions) : target && chainOfTarget(target);
  if (!chain) {
    throw new DomainError(
      `model.start: for 'disentangled' a pure target given by amplitudes or as a matrix-product state required, got ${target?.name ?? 'none'}`,
    );
  }
  return disentangledStart(circuit, chain, { passes, sweeps }).generators;
}
