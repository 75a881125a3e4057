/** @file Training, as a straight line of phases: starts, growth, polish, penalty schedule, pruning. */

import { byKind } from '../src/by-kind.ts';
import type { WordCost } from '../src/circuit/clifford-angles.ts';
import { simplified } from '../src/circuit/simplify.ts';
import { penaltyWeight } from '../src/complexity/penalty-metric.ts';
import { DomainError } from '../src/errors.ts';
import { asCircuit, asTensors, type GenerativeNetwork, KIND_WORDS } from '../src/generative/generative-network.ts';
import { randomStream } from '../src/linalg/random.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';
import { isIsometry } from '../src/network/tensor-sources.ts';
import { truncateBonds } from '../src/network/truncate-bonds.ts';
import type { NetworkPoint } from '../src/network-point.ts';
import type { GrowthRow, HistoryRow } from '../src/record/run-record.ts';
import type { Result } from '../src/solution.ts';
import { type Grown, grown } from './grow.ts';
import { initialTheta } from './initial-theta.ts';
import { type ComplexityTerm, complexityObjective, complexityOf, defaultTerm, lossOf, type Problem } from './loss.ts';
import { type Candidate, type Journal, runPhase, type TrainingStep } from './phase.ts';
import type { OptimiserOption, TrainingOptions } from './training-options.ts';

/** A trained network. */
export interface Trained {
  readonly network: GenerativeNetwork;
  readonly theta: Float64Array;
  readonly infidelity: number;
  readonly complexity: { readonly name: ComplexityTerm; readonly value: number | null };
  readonly result: Result;
  readonly starts: readonly number[];
  readonly growth?: readonly GrowthRow[];
  readonly gates: { readonly before: number; readonly after: number } | null;
  readonly history: readonly HistoryRow[];
  /** Parameters of the given network before pruning: where the next state of a curve starts from. */
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
 * 3. Its gates with small angles (bonds with small Schmidt weights) are removed and the rest retrained; a removal
 *    that cannot be made good is taken back. The candidate of least complexity is the result.
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
  checkNetwork(problem.network, options);
  if (options.complexity.weights.length > 0) complexityObjective(problem, term); // refuses what it cannot measure
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

  /** The candidate with further gates, if it is to grow. */
  async function* enlarged(candidate: Candidate, name: string, start: number): AsyncGenerator<TrainingStep, Grown> {
    const network = asCircuit(candidate.network);
    if (options.grow === false || network === null) return { ...candidate, growth: [] };
    const { maxSteps } = options.grow;
    const shaken = start > 0 && network.parameters === 0;
    return yield* grown({ ...candidate, network }, problem, options, name, shaken, (label, larger, theta) =>
      phase(label, larger, theta, options.optimiser, maxSteps),
    );
  }

  /** The candidate trained on by L-BFGS in float64 on the infidelity alone. */
  async function* polished(candidate: Candidate, label: string): AsyncGenerator<TrainingStep, Candidate> {
    if (options.polish === 0 || candidate.infidelity <= targetInfidelity) return candidate;
    return yield* phase(`${label}polish`, candidate.network, candidate.theta, lbfgs, options.polish);
  }

  /** The candidate trained with the complexity penalty, its weight raised step by step. */
  async function* shortened(candidate: Candidate, label: string): AsyncGenerator<TrainingStep, Candidate> {
    const { weights, optimiser, maxSteps } = options.complexity;
    let current = candidate;
    for (const weight of weights) {
      const name = `${label}penalty ${weight}`;
      current = yield* phase(name, current.network, current.theta, optimiser, maxSteps, weight);
    }
    if (weights.length === 0) return candidate;
    return yield* polished(current, label);
  }

  /** The candidate without what is small, as far as that can be made good by retraining. */
  async function* simplifiedBy(candidate: Candidate, label: string): AsyncGenerator<TrainingStep, Candidate> {
    if (options.prune === false) return candidate;
    let current = candidate;
    for (const threshold of options.prune.thresholds) {
      const smaller = reduced(current.network, current.theta, threshold, cost);
      if (smaller === undefined) continue;
      const { network, theta } = smaller;
      const retrained = yield* phase(`${label}prune ${threshold}`, network, theta, lbfgs, options.prune.maxSteps);
      if (retrained.infidelity > tolerated(current.infidelity)) break;
      current = retrained;
    }
    return current;
  }

  const cost: WordCost = (word) => Math.sqrt(penaltyWeight(problem.metric, word));

  const tolerated = (infidelity: number): number =>
    (options.prune === false ? 1 : options.prune.tolerance) * Math.max(targetInfidelity, infidelity);

  // 1. fidelity, from several starts
  const starts: Grown[] = [];
  const reached = (): readonly Grown[] => starts.filter(({ infidelity }) => infidelity <= targetInfidelity);
  while (starts.length < options.starts && reached().length < options.candidates) {
    const index = starts.length;
    const warm = index === 0 ? problem.warmStart : undefined;
    const stream = randomStream(problem.seed, `start ${index}`);
    const theta = warm ?? initialTheta(problem.network, stream, options.amplitude);
    const name = `start ${index + 1}`;
    const rough = yield* phase(name, problem.network, theta, options.optimiser, options.maxSteps);
    const whole = yield* enlarged(rough, name, index);
    starts.push({ ...whole, ...(yield* polished(whole, `${name}, `)) });
  }

  // 2. and 3. complexity, then structure; the simplest of the good candidates is the result
  const candidates = reached().length > 0 ? reached() : [starts.reduce(better)];
  const finished: Finished[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const label = candidates.length > 1 ? `candidate ${index + 1}, ` : '';
    const short = yield* shortened(candidate, label);
    const pruned = yield* simplifiedBy(short, label);
    const complexity = complexityOf({ ...problem, network: pruned.network }, term, pruned.theta);
    const before = gatesOf(short.network);
    const unpruned = short.theta.slice(0, problem.network.parameters);
    finished.push({ ...pruned, complexity, unpruned, before, growth: candidate.growth });
  }
  const good = finished.filter(({ infidelity }) => infidelity <= tolerated(targetInfidelity));
  const simplest = (a: (typeof finished)[number], b: typeof a) =>
    (b.complexity ?? Infinity) < (a.complexity ?? Infinity) ? b : a;
  const best = good.length > 0 ? good.reduce(simplest) : finished.reduce(better);
  const { before, growth, ...end } = best;
  const after = gatesOf(best.network);
  return {
    ...end,
    ...(options.grow !== false && { growth }),
    complexity: { name: term, value: best.complexity },
    starts: starts.map(({ infidelity }) => infidelity),
    gates: before === null || after === null ? null : { before, after },
    history: journal.history,
  };
}

/** A candidate at the end of its training. */
interface Finished extends Grown {
  readonly complexity: number | null;
  readonly unpruned: Float64Array;
  /** Gates before pruning; null for tensor networks. */
  readonly before: number | null;
}

const gatesOf = (network: GenerativeNetwork): number | null => asCircuit(network)?.gates.length ?? null;

const better = <Rated extends Candidate>(a: Rated, b: Rated): Rated => (b.infidelity < a.infidelity ? b : a);

/**
 * @throws {DomainError} isometries are to be trained by an optimiser of TensorFlow.js, which would not keep them; or a
 *         tensor network is to grow
 */
function checkNetwork(network: GenerativeNetwork, { optimiser, complexity, grow }: TrainingOptions): void {
  if (grow !== false && asCircuit(network) === null) {
    throw new DomainError(`training.grow: a circuit required, got ${KIND_WORDS[network.kind]}`);
  }
  const isometric = asTensors(network)?.nodes.some(isIsometry) ?? false;
  const tensorflow = [optimiser, complexity.optimiser].find(({ name }) => name.startsWith('tensorflow'));
  if (!isometric || tensorflow === undefined) return;
  throw new DomainError(
    `training.optimiser: a float64 optimiser, which keeps isometries (lbfgs, conjugate-gradient, adam …), required, got ${tensorflow.name}`,
  );
}

/** Steps of a training all of whose starts succeed, for the estimate of progress. */
export function plannedSteps({ maxSteps, polish, candidates, complexity, prune, grow }: TrainingOptions): number {
  const growing = grow === false ? 0 : grow.mostGates * grow.maxSteps;
  const penalties = complexity.weights.length === 0 ? 0 : complexity.weights.length * complexity.maxSteps + polish;
  const pruning = prune === false ? 0 : prune.thresholds.length * prune.maxSteps;
  return candidates * (maxSteps + growing + polish + penalties + pruning);
}

/** The network without its small angles or Schmidt weights; undefined if there are none. */
const reduced = byKind<
  GenerativeNetwork,
  [theta: Float64Array, threshold: number, cost: WordCost],
  NetworkPoint<GenerativeNetwork> | undefined
>({
  circuit: (network, theta, threshold, cost) => {
    const { circuit, theta: angles } = simplified({ circuit: network, theta }, threshold, cost);
    return circuit.gates.length < network.gates.length ? { network: circuit, theta: angles } : undefined;
  },
  network: (network, theta, threshold) => {
    const smaller = truncateBonds(network, theta, threshold);
    return totalBond(smaller.network) < totalBond(network) ? smaller : undefined;
  },
});

const totalBond = ({ dimensions }: TensorNetwork): number => Object.values(dimensions).reduce((sum, d) => sum + d, 0);
