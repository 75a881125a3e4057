/** @file The parts of a training: a phase, and the sequences of phases that lead a candidate on. */

import { blockLayers } from '../src/circuit/block-circuit.ts';
import { entanglingGates } from '../src/comparison/block-search.ts';
import { asCircuit, type GenerativeNetwork } from '../src/generative/generative-network.ts';
import type { FrontRow } from '../src/record/run-record.ts';
import { type Grown, grown } from './grow.ts';
import { grownBlocks } from './grow-blocks.ts';
import { type ComplexityTerm, complexityOf, defaultTerm, lossOf, type Problem } from './loss.ts';
import { type Candidate, type Journal, runPhase, type TrainingStep } from './phase.ts';
import type { OptimiserOption, TrainingOptions } from './training-options.ts';

/** What is to be learned, with which random numbers, and a point to try first. */
export interface SeededProblem extends Problem {
  readonly seed: number;
  readonly warmStart?: Float64Array;
}

/** One minimisation; its name is unique in the training. */
export interface TrainingPhase {
  readonly name: string;
  readonly network: GenerativeNetwork;
  readonly theta: Float64Array;
  readonly optimiser: OptimiserOption;
  readonly maxSteps: number;
  /** Weight of the complexity in the loss; default 0, and then the phase ends at the target infidelity. */
  readonly weight?: number;
  /** Complexity term of the loss; default the one of the training. */
  readonly term?: ComplexityTerm;
}

/** A training in progress. */
export interface Training {
  readonly problem: SeededProblem;
  readonly options: TrainingOptions;
  readonly term: ComplexityTerm;
  readonly run: (phase: TrainingPhase) => AsyncGenerator<TrainingStep, Candidate>;
  /** The circuits of blocks with which the phases ended so far, in order. */
  readonly found: () => readonly FrontRow[];
}

/** The optimiser of all that is finished in float64. */
export const LBFGS: OptimiserOption = { name: 'lbfgs', memory: 20 };

/** A training whose phases are written into the journal, or read from it. */
export function startTraining(problem: SeededProblem, options: TrainingOptions, journal: Journal): Training {
  const term = options.complexity.term ?? defaultTerm(problem.network);
  const budget = plannedSteps(options);
  const { truncation, order } = options;
  let spent = 0;
  const found: FrontRow[] = [];
  return {
    problem,
    options,
    term,
    found: () => found,
    run: async function* ({ name, network, theta, optimiser, maxSteps, weight = 0, term: own = term }) {
      const loss = lossOf({ ...problem, network, truncation, order }, weight, own, term);
      const target = weight === 0 ? options.targetInfidelity : 0;
      const steps = runPhase({ name, network, loss, optimiser, start: theta, maxSteps, target }, options, journal);
      let step = await steps.next();
      while (!step.done) {
        yield { ...step.value, progress: Math.min(1, (spent + step.value.progress * maxSteps) / budget) };
        step = await steps.next();
      }
      spent += maxSteps;
      const { theta: end, infidelity, result } = step.value;
      found.push(...rowsOf({ ...problem, network }, name, end, infidelity));
      return { network, theta: end, infidelity, result };
    },
  };
}

/** The row of a circuit of blocks that is a path of the metric. */
function rowsOf(
  { network, metric, ...problem }: Problem,
  phase: string,
  theta: Float64Array,
  infidelity: number,
): readonly FrontRow[] {
  if (network.kind !== 'block-circuit') return [];
  const length = complexityOf({ ...problem, network, metric }, 'block-length', theta);
  if (length === null) return [];
  const layers = Math.max(0, ...blockLayers(network).map((layer) => layer + 1));
  return [{ phase, gates: entanglingGates(network), layers, length, infidelity }];
}

/** Most steps of each start, to the target, and of each candidate after that, shortening and pruning. */
export function stepLimits({ maxSteps, polish, complexity, prune, grow, energyWeights }: TrainingOptions): {
  readonly start: number;
  readonly candidate: number;
} {
  const growing = grow === false ? 0 : grow.mostGates * grow.maxSteps;
  const penalties = complexity.weights.length === 0 ? 0 : complexity.weights.length * complexity.maxSteps + polish;
  const pruning = prune === false ? 0 : prune.thresholds.length * prune.maxSteps;
  const energies = Math.max(0, energyWeights.length - 1) * complexity.maxSteps;
  return { start: maxSteps + energies + growing + polish, candidate: penalties + pruning };
}

/** Number of steps of a training all of whose starts succeed, for the estimate of progress. */
export function plannedSteps(options: TrainingOptions): number {
  const { start, candidate } = stepLimits(options);
  return options.candidates * (start + candidate);
}

/**
 * The candidate with further gates, if it is to grow.
 *
 * @param start - index of the start that it comes from
 */
export async function* enlarged(
  training: Training,
  candidate: Candidate,
  name: string,
  start: number,
): AsyncGenerator<TrainingStep, Grown> {
  const { problem, options, run } = training;
  if (candidate.network.kind === 'block-circuit') {
    return yield* grownBlocks(training, { ...candidate, network: candidate.network }, name);
  }
  const network = asCircuit(candidate.network);
  if (options.grow === false || network === null) return { ...candidate, growth: [] };
  const { optimiser } = options;
  const { maxSteps } = options.grow;
  const shaken = start > 0 && network.parameters === 0;
  return yield* grown({ ...candidate, network }, problem, options, name, shaken, (label, larger, theta) =>
    run({ name: label, network: larger, theta, optimiser, maxSteps }),
  );
}

/**
 * The first phase of a start and, where the energy has weights, those after it: infidelity + weight · energy. The energy
 * keeps all layers equally long, and has no kink where one vanishes.
 */
export async function* begun(
  { problem, options, run }: Training,
  theta: Float64Array,
  name: string,
): AsyncGenerator<TrainingStep, Candidate> {
  const { optimiser, maxSteps, complexity, energyWeights } = options;
  const [first, ...others] = energyWeights;
  const energy = { term: 'energy' } as const;
  const start = { name, network: problem.network, theta, optimiser, maxSteps };
  let current = yield* run(first === undefined ? start : { ...start, ...energy, weight: first });
  for (const weight of others) {
    const { network, theta: from } = current;
    const phase = { name: `${name}, energy ${weight}`, optimiser: complexity.optimiser, maxSteps: complexity.maxSteps };
    current = yield* run({ ...phase, ...energy, network, theta: from, weight });
  }
  return current;
}

/** The candidate trained on by L-BFGS in float64 on the infidelity alone. */
export async function* polished(
  { options, run }: Training,
  candidate: Candidate,
  label: string,
): AsyncGenerator<TrainingStep, Candidate> {
  if (options.polish === 0 || candidate.infidelity <= options.targetInfidelity) return candidate;
  const { network, theta } = candidate;
  return yield* run({ name: `${label}polish`, network, theta, optimiser: LBFGS, maxSteps: options.polish });
}

/** The candidate trained with the complexity penalty, its weight raised step by step, and polished. */
export async function* shortened(
  training: Training,
  candidate: Candidate,
  label: string,
): AsyncGenerator<TrainingStep, Candidate> {
  const { weights, optimiser, maxSteps } = training.options.complexity;
  if (weights.length === 0) return candidate;
  let current = candidate;
  for (const weight of weights) {
    const { network, theta } = current;
    current = yield* training.run({ name: `${label}penalty ${weight}`, network, theta, optimiser, maxSteps, weight });
  }
  return yield* polished(training, current, label);
}
