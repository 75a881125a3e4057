/** @file Training as a sequence of phases: starts, growth, polish, penalty schedule, pruning. */

import { type OrderInUse, orderInUse } from '../src/circuit/circuit-contraction.ts';
import { frontOf } from '../src/comparison/circuit-front.ts';
import { DomainError } from '../src/errors.ts';
import { type BlockTruncation, blockTruncation } from '../src/generative/block-chain-infidelity.ts';
import { asTensors, type GenerativeNetwork, KIND_WORDS } from '../src/generative/generative-network.ts';
import { randomStream } from '../src/linalg/random.ts';
import { isIsometry } from '../src/network/tensor-sources.ts';
import type { FrontRow, GrowthRow, HistoryRow } from '../src/record/run-record.ts';
import type { Result } from '../src/solution.ts';
import type { Grown } from './grow.ts';
import { initialTheta } from './initial-theta.ts';
import { type ComplexityTerm, complexityObjective, complexityOf } from './loss.ts';
import type { Candidate, Journal, TrainingStep } from './phase.ts';
import { pruned, tolerated } from './prune.ts';
import { begun, enlarged, polished, type SeededProblem, shortened, startTraining, type Training } from './training.ts';
import type { TrainingOptions } from './training-options.ts';

/** A trained network. */
export interface Trained {
  readonly network: GenerativeNetwork;
  readonly theta: Float64Array;
  readonly infidelity: number;
  readonly complexity: { readonly name: ComplexityTerm; readonly value: number | null };
  readonly result: Result;
  readonly starts: readonly number[];
  readonly growth?: readonly GrowthRow[];
  /** Of circuits of blocks, see `TrainingRecord`. */
  readonly front?: readonly FrontRow[];
  /** Of circuits of blocks beside long targets. */
  readonly truncation?: BlockTruncation;
  /** Where the order of contraction improved. */
  readonly contraction?: Pick<OrderInUse, 'order' | 'improvements'>;
  readonly gates: { readonly before: number; readonly after: number } | null;
  readonly history: readonly HistoryRow[];
  /** Parameters of the given network before pruning, from which the next state of a curve starts. */
  readonly unpruned: Float64Array;
}

/**
 * Trains a network to generate a target, yielding after every step.
 *
 * 1. From each start (the warm start first, if there is one) the infidelity is minimised by the chosen optimiser
 *    and polished by L-BFGS in float64, until enough candidates reach the target infidelity. A circuit that is to grow
 *    is given gates one by one on the way, see `grown`.
 * 2. Each candidate is trained on with the complexity penalty, its weight raised along the schedule, and polished. A
 *    penalty from the first step on would collapse many targets to the reference state.
 * 3. Its gates with small angles (bonds with small Schmidt weights) are removed and the rest retrained; a removal for
 *    which retraining cannot compensate is undone. The candidate of least complexity is the result.
 *
 * @param journal - the state of an interrupted training, which continues to the same final numbers
 */
export async function* train(
  problem: SeededProblem,
  options: TrainingOptions,
  journal: Journal,
): AsyncGenerator<TrainingStep, Trained> {
  checkNetwork(problem.network, options);
  const training = startTraining(problem, options, journal);
  const { term } = training;
  if (options.complexity.weights.length > 0) complexityObjective(problem, term); // throws if it cannot be measured
  const starts = yield* learned(training);
  const reached = reachedBy(starts, options);
  const candidates = reached.length > 0 ? reached : [starts.reduce(better)];
  const finished: Finished[] = [];
  for (const [index, candidate] of candidates.entries()) {
    finished.push(yield* simplest(training, candidate, candidates.length > 1 ? `candidate ${index + 1}, ` : ''));
  }
  const { before, growth, ...end } = bestOf(finished, options);
  const after = gatesOf(end.network);
  const truncation = blockTruncation(end.network, end.theta, problem.target, options.truncation);
  return {
    ...end,
    ...(options.grow !== false && { growth }),
    ...(problem.network.kind === 'block-circuit' && { front: frontOf(training.found(), options.targetInfidelity) }),
    ...(truncation && { truncation }),
    ...improvedOrder(problem.network, options),
    complexity: { name: term, value: end.complexity },
    starts: starts.map(({ infidelity }) => infidelity),
    gates: before === null || after === null ? null : { before, after },
    history: journal.history,
  };
}

/** 1. Fidelity: a candidate from each start, until enough of them reach the target. */
async function* learned(training: Training): AsyncGenerator<TrainingStep, readonly Grown[]> {
  const { problem, options } = training;
  const { network, seed, warmStart } = problem;
  const starts: Grown[] = [];
  while (starts.length < options.starts && reachedBy(starts, options).length < options.candidates) {
    const index = starts.length;
    const name = `start ${index + 1}`;
    const theta =
      (index === 0 ? warmStart : undefined) ??
      initialTheta(network, randomStream(seed, `start ${index}`), amplitudeOf(options, index));
    const rough = yield* begun(training, theta, name);
    const whole = yield* enlarged(training, rough, name, index);
    const end = options.energyWeights.length > 0 ? whole : yield* polished(training, whole, `${name}, `);
    starts.push({ ...whole, ...end });
  }
  return starts;
}

/** With energy in the loss each start is drawn twice as far from |0…0⟩ as the one before, up to 16 times: the energy calls it back. */
const amplitudeOf = ({ amplitude, energyWeights }: TrainingOptions, start: number): number =>
  energyWeights.length === 0 ? amplitude : amplitude * 2 ** Math.min(start, 4);

/** 2. and 3. Complexity, then structure. */
async function* simplest(training: Training, candidate: Grown, label: string): AsyncGenerator<TrainingStep, Finished> {
  const { problem, term } = training;
  const short = yield* shortened(training, candidate, label);
  const end = yield* pruned(training, short, label);
  return {
    ...end,
    complexity: complexityOf({ ...problem, network: end.network }, term, end.theta),
    unpruned: short.theta.slice(0, problem.network.parameters),
    before: gatesOf(short.network),
    growth: candidate.growth,
  };
}

/** The least complex of the candidates that are good enough; the best if none is. */
function bestOf(finished: readonly Finished[], options: TrainingOptions): Finished {
  const good = finished.filter(({ infidelity }) => infidelity <= tolerated(options, options.targetInfidelity));
  return good.length > 0 ? good.reduce(simpler) : finished.reduce(better);
}

/** Above it the energy has drawn a start away from the target, to |0…0⟩ for GHZ, and no penalty brings it back. */
const TRAPPED = 0.1;

/** The starts that reached the target; with energy in the loss, those that the penalty can lead there. */
const reachedBy = (
  starts: readonly Grown[],
  { targetInfidelity, energyWeights }: TrainingOptions,
): readonly Grown[] => {
  const most = energyWeights.length > 0 ? TRAPPED : targetInfidelity;
  return starts.filter(({ infidelity }) => infidelity <= most);
};

/** A candidate at the end of its training. */
interface Finished extends Grown {
  readonly complexity: number | null;
  readonly unpruned: Float64Array;
  /** Gates before pruning; null for tensor networks. */
  readonly before: number | null;
}

/** The order in which the given circuit was contracted at the end, where it may improve. */
function improvedOrder(network: GenerativeNetwork, { order }: TrainingOptions): Pick<Trained, 'contraction'> {
  if (order === 'fixed' || network.kind !== 'circuit') return {};
  const { order: words, improvements } = orderInUse(network, order);
  return { contraction: { order: words, improvements } };
}

const gatesOf = (network: GenerativeNetwork): number | null =>
  network.kind === 'network' ? null : network.gates.length;

const simpler = (a: Finished, b: Finished): Finished =>
  (b.complexity ?? Infinity) < (a.complexity ?? Infinity) ? b : a;

const better = <Rated extends Candidate>(a: Rated, b: Rated): Rated => (b.infidelity < a.infidelity ? b : a);

/**
 * @throws {DomainError} isometries are to be trained by an optimiser of TensorFlow.js, which would not keep them; a
 *         tensor network is to grow; or an order is to improve that only circuits of rotations have
 */
function checkNetwork(network: GenerativeNetwork, { optimiser, complexity, grow, order }: TrainingOptions): void {
  if (order === 'improving' && network.kind !== 'circuit') {
    throw new DomainError(
      `training.order: fixed, or a circuit of rotations, required, got ${KIND_WORDS[network.kind]}`,
    );
  }
  if (grow !== false && network.kind === 'network') {
    throw new DomainError(`training.grow: a circuit required, got ${KIND_WORDS[network.kind]}`);
  }
  const isometric = asTensors(network)?.nodes.some(isIsometry) ?? false;
  const tensorflow = [optimiser, complexity.optimiser].find(({ name }) => name.startsWith('tensorflow'));
  if (!isometric || tensorflow === undefined) return;
  throw new DomainError(
    `training.optimiser: a float64 optimiser, which keeps isometries (lbfgs, conjugate-gradient, adam …), required, got ${tensorflow.name}`,
  );
}
