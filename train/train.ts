/** @file Training, as a straight line of phases: starts, polish, penalty schedule, pruning. */

import type { Circuit } from '../src/circuit/circuit.ts';
import { simplified } from '../src/circuit/simplify.ts';
import type { GenerativeNetwork } from '../src/generative/generative-network.ts';
import { randomStream } from '../src/linalg/random.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';
import { truncateBonds } from '../src/network/truncate-bonds.ts';
import type { HistoryRow } from '../src/record/run-record.ts';
import type { Result } from '../src/solution.ts';
import { initialTheta } from './initial-theta.ts';
import { type ComplexityTerm, complexityOf, defaultTerm, lossOf, type Problem } from './loss.ts';
import { type Journal, runPhase, type TrainingStep } from './phase.ts';
import type { OptimiserOption, TrainingOptions } from './training-options.ts';

/** A trained network. */
export interface Trained {
  readonly network: GenerativeNetwork;
  readonly theta: Float64Array;
  readonly infidelity: number;
  readonly complexity: { readonly name: ComplexityTerm; readonly value: number | null };
  readonly result: Result;
  readonly starts: readonly number[];
  readonly gates: { readonly before: number; readonly after: number } | null;
  readonly history: readonly HistoryRow[];
  /** Parameters of the whole network before pruning: where the next state of a curve starts from. */
  readonly unpruned: Float64Array;
}

interface Candidate {
  readonly network: GenerativeNetwork;
  readonly theta: Float64Array;
  readonly infidelity: number;
  readonly result: Result;
}

/**
 * Trains a network to generate a target, yielding after every step.
 *
 * 1. From each start (the warm start first, if there is one) the infidelity is minimised by the chosen optimiser
 *    and polished by L-BFGS in float64, until one start reaches the target infidelity.
 * 2. The best is trained on with the complexity penalty, its weight raised along the schedule, and polished. A
 *    penalty from the first step on would collapse many targets to the reference state.
 * 3. Gates with small angles (bonds with small Schmidt weights) are removed and the rest retrained; a removal
 *    that cannot be made good is taken back.
 *
 * @param journal - what an interrupted training left behind; it continues to the same final numbers
 */
export async function* train(
  problem: Problem & { readonly seed: number; readonly warmStart?: Float64Array },
  options: TrainingOptions,
  journal: Journal,
): AsyncGenerator<TrainingStep, Trained> {
  const term = options.complexity.term ?? defaultTerm(problem.network);
  const { targetInfidelity } = options;
  const lbfgs: OptimiserOption = { name: 'lbfgs', memory: 20 };
  const budget = plannedSteps(options);
  let budgetSpent = 0;

  async function* phase(
    name: string,
    network: GenerativeNetwork,
    theta: Float64Array,
    optimiser: OptimiserOption,
    maxSteps: number,
    weight = 0,
  ): AsyncGenerator<TrainingStep, Candidate> {
    const loss = lossOf({ ...problem, network }, weight, term);
    const target = weight === 0 ? targetInfidelity : 0;
    const spec = { name, network, loss, optimiser, start: theta, maxSteps, target };
    const steps = runPhase(spec, options, journal);
    let step = await steps.next();
    while (!step.done) {
      yield { ...step.value, progress: Math.min(1, (budgetSpent + step.value.progress * maxSteps) / budget) };
      step = await steps.next();
    }
    budgetSpent += maxSteps;
    const { theta: end, infidelity, result } = step.value;
    return { network, theta: end, infidelity, result };
  }

  // 1. fidelity, from several starts
  let best: Candidate | undefined;
  const starts: number[] = [];
  while (starts.length < options.starts && !(best !== undefined && best.infidelity <= targetInfidelity)) {
    const index = starts.length;
    const warm = index === 0 ? problem.warmStart : undefined;
    const stream = randomStream(problem.seed, `start ${index}`);
    const theta = warm ?? initialTheta(problem.network, stream, options.amplitude);
    const name = `start ${index + 1}`;
    const rough = yield* phase(name, problem.network, theta, options.optimiser, options.maxSteps);
    const fine = yield* phase(`${name}, polish`, problem.network, rough.theta, lbfgs, options.polish);
    starts.push(fine.infidelity);
    if (best === undefined || fine.infidelity < best.infidelity) best = fine;
  }
  let current = best!;

  // 2. complexity, its weight raised step by step
  for (const weight of options.complexity.weights) {
    const { optimiser, complexity } = options;
    current = yield* phase(`penalty ${weight}`, current.network, current.theta, optimiser, complexity.maxSteps, weight);
  }
  if (options.complexity.weights.length > 0) {
    current = yield* phase('polish', current.network, current.theta, lbfgs, options.polish);
  }
  const unpruned = current.theta;

  // 3. structure
  if (options.prune !== false) {
    const { thresholds, tolerance, maxSteps } = options.prune;
    for (const threshold of thresholds) {
      const smaller = reduced(current, threshold);
      if (smaller === undefined) continue;
      const name = `prune ${threshold}`;
      const retrained = yield* phase(name, smaller.network, smaller.theta, lbfgs, maxSteps);
      if (retrained.infidelity > tolerance * Math.max(targetInfidelity, current.infidelity)) break;
      current = retrained;
    }
  }

  const { network, theta, infidelity, result } = current;
  const value = complexityOf({ ...problem, network }, term, theta);
  const gates =
    network.kind === 'circuit'
      ? { before: (problem.network as Circuit).gates.length, after: network.gates.length }
      : null;
  const { history } = journal;
  return { network, theta, infidelity, complexity: { name: term, value }, result, starts, gates, history, unpruned };
}

/** Steps of a training whose first start succeeds, for the estimate of progress. */
function plannedSteps({ maxSteps, polish, complexity, prune }: TrainingOptions): number {
  const penalties = complexity.weights.length === 0 ? 0 : complexity.weights.length * complexity.maxSteps + polish;
  return maxSteps + polish + penalties + (prune === false ? 0 : prune.thresholds.length * prune.maxSteps);
}

/** The network without its small angles or Schmidt weights; undefined if there are none. */
function reduced({ network, theta }: Candidate, threshold: number): Pick<Candidate, 'network' | 'theta'> | undefined {
  if (network.kind === 'circuit') {
    const { circuit, theta: angles } = simplified({ circuit: network, theta }, threshold);
    return circuit.gates.length < network.gates.length ? { network: circuit, theta: angles } : undefined;
  }
  const smaller = truncateBonds(network, theta, threshold);
  return totalBond(smaller.network) < totalBond(network) ? smaller : undefined;
}

const totalBond = ({ dimensions }: TensorNetwork): number => Object.values(dimensions).reduce((sum, d) => sum + d, 0);
