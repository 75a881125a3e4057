/** @file Short circuits of blocks to a state: first any circuit of little energy, then a short one, then one of fewer gates. */

import { type BlockCircuit, gateGenerators, placed } from '../circuit/block-circuit.ts';
import { withoutIdleBlocks } from '../circuit/idle-blocks.ts';
import { blockInfidelity } from '../circuit/run-block-circuit.ts';
import { blockEnergy, blockLength } from '../complexity/block-length.ts';
import type { PenaltyMetric } from '../complexity/penalty-metric.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import type { RandomStream } from '../linalg/random.ts';
import { support } from '../operator/pauli.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimised, type Stop } from '../optimise/minimise.ts';
import { type Objective, weightedSum } from '../optimise/objective.ts';
import type { GivenPath } from '../path/given-path.ts';

/** A circuit of blocks with its coefficients, and how far its state is from the target. */
export interface TrainedBlocks {
  readonly circuit: BlockCircuit;
  /** h, shape (P,). */
  readonly generators: Float64Array;
  /** 1 − |⟨t|ψ⟩|². */
  readonly infidelity: number;
}

/** What ends the search of one circuit. */
export interface BlockSearch {
  /** Infidelity that counts as reached. */
  readonly tolerance: number;
  /** Most L-BFGS steps at each weight of the infidelity. */
  readonly maxSteps: number;
}

/** Weights μ of the infidelity: beside the energy, beside the length, and beyond while the tolerance is not reached. */
const ENERGY_WEIGHTS = [40, 200];
const LENGTH_WEIGHTS = [200, 2000, 2e4];
const FURTHER_WEIGHTS = [2e5, 2e6];
/** Above it the energy has drawn the circuit away from the target, to |0…0⟩ for GHZ, and no length brings it back. */
export const TRAPPED = 0.1;
/** Rounding of the length at zero. */
const SMOOTHING = 1e-4;
/** Generators below this norm are dropped. */
const IDLE = 1e-3;
/** How much longer, relative to its length, a circuit of fewer gates may be. */
const PRICE = 1e-3;

/**
 * The circuit after L-BFGS on energy + μ(1 − F), then on length + μ(1 − F) with growing μ. At the end gates whose
 * generators all but vanish are dropped and the rest is trained again; that is kept if it reaches the target and is longer
 * by one part in a thousand at most. What is left of the infidelity falls as 1/μ², for the length falls by its root.
 */
export function trainedBlocks(
  metric: PenaltyMetric,
  start: Pick<TrainedBlocks, 'circuit' | 'generators'>,
  target: ComplexVector,
  options: BlockSearch,
): TrainedBlocks {
  const { circuit } = start;
  const infidelity = blockInfidelity(circuit, target);
  const energy = blockEnergy(circuit, metric);
  let generators = start.generators;
  for (const mu of ENERGY_WEIGHTS) {
    generators = lowest(energy, mu, infidelity, generators, { maxSteps: options.maxSteps, valueTolerance: 1e-8 });
  }
  const missed = infidelity(generators).value;
  if (missed > TRAPPED) return { circuit, generators, infidelity: missed };
  const found = shortened(metric, { circuit, generators }, target, options, LENGTH_WEIGHTS);
  const { network, theta } = withoutIdleBlocks(found.circuit, found.generators, IDLE);
  const fewer = { circuit: network, generators: theta };
  if (fewer.circuit.gates.length === circuit.gates.length) return found;
  const again = shortened(metric, fewer, target, options, LENGTH_WEIGHTS.slice(1));
  const lengthOf = (blocks: TrainedBlocks): number => blockLength(blocks.circuit, metric)(blocks.generators).value;
  const reached = again.infidelity <= Math.max(found.infidelity, options.tolerance);
  return reached && lengthOf(again) <= (1 + PRICE) * lengthOf(found) ? again : found;
}

/** Length + μ(1 − F) at its lowest, for one μ after another. */
function shortened(
  metric: PenaltyMetric,
  { circuit, generators: start }: Pick<TrainedBlocks, 'circuit' | 'generators'>,
  target: ComplexVector,
  { tolerance, maxSteps }: BlockSearch,
  weights: readonly number[],
): TrainedBlocks {
  const infidelity = blockInfidelity(circuit, target);
  const length = blockLength(circuit, metric, { smoothing: SMOOTHING });
  const stop = { maxSteps, valueTolerance: 1e-10 };
  let generators = start;
  for (const mu of weights) generators = lowest(length, mu, infidelity, generators, stop);
  for (const mu of FURTHER_WEIGHTS) {
    if (infidelity(generators).value > tolerance) generators = lowest(length, mu, infidelity, generators, stop);
  }
  return { circuit, generators, infidelity: infidelity(generators).value };
}

/** The minimum of cost + μ · infidelity near the start. A long memory: the valley of the infidelity is narrow. */
function lowest(cost: Objective, mu: number, infidelity: Objective, start: Float64Array, stop: Stop): Float64Array {
  const objective = weightedSum([
    [1, cost],
    [mu, infidelity],
  ]);
  return minimised(objective, lbfgs({ memory: 80 }), start, stop).value.x;
}

/**
 * The coefficients with which a circuit follows a path: each word of the path is shared out, in equal parts of the time, among
 * the gates that can have it, in their order. On the bonds of a chain in turn, even, odd, even …, that is a product
 * formula of the path; words that no gate has are left out.
 */
export function alongPath(circuit: BlockCircuit, { words, velocity }: GivenPath): Float64Array {
  const generators = new Float64Array(circuit.parameters);
  const coefficients = gateGenerators(circuit, generators);
  const slices = velocity.length;
  words.forEach((word, p) => {
    const places = circuit.gates.flatMap((gate, g) => {
      const k = gate.words.findIndex((own) => placed(own, gate.sites, circuit.qubits) === word);
      return k < 0 ? [] : [[g, k] as const];
    });
    places.forEach(([g, k], turn) => {
      const [from, to] = [turn / places.length, (turn + 1) / places.length];
      velocity.forEach((h, slice) => {
        const time = Math.min(to, (slice + 1) / slices) - Math.max(from, slice / slices);
        if (time > 0) coefficients[g]![k] = coefficients[g]![k]! + time * h[p]!;
      });
    });
  });
  return generators;
}

/** Standard deviation of the coefficients of `nearPath` about those of `alongPath`. */
const OFF_PATH = 0.01;

/**
 * The coefficients of `alongPath`, each off it by a normal number of standard deviation 0.01. A start with a symmetry of the target keeps
 * it in every descent, and the shortest circuit may have less: that to GHZ₈ is not made of the pairs that its geodesic is made of.
 */
export function nearPath(circuit: BlockCircuit, path: GivenPath, stream: RandomStream): Float64Array {
  return alongPath(circuit, path).map((h) => h + OFF_PATH * stream.normal());
}

/** Number of gates on two qubits or more: those that have a word on more than one. */
export const entanglingGates = ({ gates }: BlockCircuit): number =>
  gates.filter(({ words }) => words.some((word) => support(word).length > 1)).length;
