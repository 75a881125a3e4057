/** @file Growing a circuit of blocks layer by layer, as long as that makes it shorter or brings it nearer to the target. */

import {
  type BlockCircuit,
  type BlockGate,
  blockLayers,
  circuitOfBlocks,
  placed,
} from '../src/circuit/block-circuit.ts';
import { penaltyWeight } from '../src/complexity/penalty-metric.ts';
import { infidelity } from '../src/generative/infidelity.ts';
import type { NetworkPoint } from '../src/network-point.ts';
import type { GrowthRow } from '../src/record/run-record.ts';
import type { Grown } from './grow.ts';
import { complexityOf, type Problem } from './loss.ts';
import type { Candidate, TrainingStep } from './phase.ts';
import type { OptimiserOption, TrainingOptions } from './training-options.ts';

/** What growth needs of a training: the problem, its options, and a way to train a larger circuit. */
interface GrowingTraining {
  readonly problem: Problem;
  readonly options: TrainingOptions;
  readonly run: (phase: {
    readonly name: string;
    readonly network: BlockCircuit;
    readonly theta: Float64Array;
    readonly optimiser: OptimiserOption;
    readonly maxSteps: number;
    readonly weight: number;
    readonly term: 'energy';
  }) => AsyncGenerator<TrainingStep, Candidate>;
}

/** Least share of the loss by which a further layer must lower it. */
const LEAST_GAIN = 0.01;

/**
 * Adds layers to a circuit of blocks, each with generators 0 and then trained with all others on infidelity + weight ·
 * energy, the last of the energy weights, or on the infidelity alone where there are none. A layer that lowers the loss by
 * less than a hundredth is taken back, and the circuit is as large as it needs to be; so is one that would exceed the most
 * gates.
 *
 * @param label - the start's name: 'start 2'
 */
export async function* grownBlocks(
  { problem, options, run }: GrowingTraining,
  start: Candidate & { readonly network: BlockCircuit },
  label: string,
): AsyncGenerator<TrainingStep, Grown> {
  const { grow, energyWeights, optimiser } = options;
  if (grow === false) return { ...start, growth: [] };
  const weight = energyWeights.at(-1) ?? 0;
  const lossAt = ({ network, theta, infidelity: missed }: Candidate): number =>
    missed + (weight === 0 ? 0 : weight * (complexityOf({ ...problem, network }, 'energy', theta) ?? 0));
  const growth: GrowthRow[] = [];
  let current = start;
  for (;;) {
    const larger = withNextLayer(current.network, current.theta);
    if (larger.network.gates.length > grow.mostGates || larger.network.gates.length === current.network.gates.length)
      break;
    const name = `${label}, grow ${growth.length + 1}`;
    const phase = { name, ...larger, optimiser, maxSteps: grow.maxSteps, weight, term: 'energy' } as const;
    const retrained = { ...(yield* run(phase)), network: larger.network };
    if (!(lossAt(retrained) < (1 - LEAST_GAIN) * lossAt(current))) break;
    growth.push({
      gates: larger.network.gates.length,
      word: `layer ${layerSites(larger.network).at(-1)!.join(' ')}`,
      position: current.network.gates.length,
      perCost: slopePerCost({ ...problem, ...larger }, current.network.parameters),
      infidelity: retrained.infidelity,
      complexity: complexityOf({ ...problem, network: larger.network }, 'block-length', retrained.theta),
    });
    current = retrained;
  }
  return { ...current, growth };
}

/**
 * The circuit with one more layer, whose generators are 0: where layers repeat, as even and odd bonds do, the one whose turn
 * it is, else the first again. A single layer is repeated, which makes no other states of blocks on pairs: begin with two.
 */
export function withNextLayer(circuit: BlockCircuit, theta: Float64Array): NetworkPoint<BlockCircuit> {
  const layers = layersOf(circuit);
  const names = layerSites(circuit).map((sites) => sites.join(' '));
  const periods = [...names.keys()].map((k) => k + 1);
  const period = periods.find((step) => names.every((name, k) => k < step || name === names[k - step])) ?? names.length;
  const next = layers[names.length % Math.max(1, period)] ?? [];
  const gates = [...circuit.gates, ...next];
  const network = circuitOfBlocks(circuit.qubits, gates, circuit.reference);
  const padded = new Float64Array(network.parameters);
  padded.set(theta);
  return { network, theta: padded };
}

/** The blocks of each layer. */
function layersOf(circuit: BlockCircuit): readonly (readonly BlockGate[])[] {
  const layers = blockLayers(circuit);
  const count = Math.max(0, ...layers.map((layer) => layer + 1));
  return Array.from({ length: count }, (_, layer) => circuit.gates.filter((_gate, g) => layers[g] === layer));
}

/** The sites of the blocks of each layer, as in '01 23'. */
const layerSites = (circuit: BlockCircuit): readonly (readonly string[])[] =>
  layersOf(circuit).map((gates) => gates.map(({ sites }) => sites.join(circuit.qubits > 10 ? '-' : '')).sort());

/** Steepest slope of the infidelity per length of the new generators, √Σ_P g_P²/w_P. */
function slopePerCost({ network, target, metric, theta }: Problem & NetworkPoint<BlockCircuit>, from: number): number {
  const { gradient } = infidelity(network, target)(theta);
  const weights = network.gates.flatMap(({ words, sites }) =>
    words.map((word) => penaltyWeight(metric, placed(word, sites, network.qubits))),
  );
  return Math.sqrt(gradient.reduce((sum, slope, k) => (k < from ? sum : sum + (slope * slope) / weights[k]!), 0));
}
