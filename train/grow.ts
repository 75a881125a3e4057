/** @file Growing a circuit gate by gate, each of the word that lowers the infidelity most for its cost. */

import type { Circuit } from '../src/circuit/circuit.ts';
import { controlWords } from '../src/complexity/controls.ts';
import { type Insertion, insertions, withInsertion } from '../src/complexity/growth.ts';
import { randomStream } from '../src/linalg/random.ts';
import type { GrowthRow } from '../src/record/run-record.ts';
import { complexityOf, type Problem } from './loss.ts';
import type { Candidate, TrainingStep } from './phase.ts';
import type { TrainingOptions } from './training-options.ts';

/** A candidate that has grown, and the gates that it was given. */
export interface Grown extends Candidate {
  readonly growth: readonly GrowthRow[];
}

/** Retrains a network after a gate was added. */
export type Retraining = (
  name: string,
  network: Circuit,
  theta: Float64Array,
) => AsyncGenerator<TrainingStep, Candidate>;

/**
 * Adds rotations to a circuit until it reaches the target infidelity or has as many gates as it may have. Of the
 * metric's words that of the largest slope per cost is added, at angle 0, and all angles are retrained. On a plateau,
 * where no word has a slope (GHZ of three or more qubits seen from |0…0⟩), a random word is added and all angles are
 * displaced by the amplitude of a start. Every choice follows from the phases before it, so that a training that was
 * interrupted grows on as it would have.
 *
 * @param label - the start's name: 'start 2'
 * @param shaken - whether the first gate is random, so that starts from a circuit without parameters differ
 */
export async function* grown(
  start: Candidate & { readonly network: Circuit },
  problem: Problem & { readonly seed: number },
  { grow, amplitude, targetInfidelity, complexity }: TrainingOptions,
  label: string,
  shaken: boolean,
  retrain: Retraining,
): AsyncGenerator<TrainingStep, Grown> {
  if (grow === false) return { ...start, growth: [] };
  const controls = controlWords(problem.metric, start.network.qubits);
  const growth: GrowthRow[] = [];
  let current = start;
  while (current.infidelity > targetInfidelity && current.network.gates.length < grow.mostGates) {
    const { network, theta } = current;
    const name = `${label}, grow ${growth.length + 1}`;
    const places = grow.position === 'end' ? [network.gates.length] : [...network.gates.keys(), network.gates.length];
    const steepest = insertions(network, theta, problem.target, controls, places).reduce(steeper);
    const onPlateau = steepest.perCost < grow.smallestGradient || (shaken && growth.length === 0);
    const stream = randomStream(problem.seed, name);
    const word = onPlateau ? controls.words[stream.integer(controls.words.length)]! : steepest.word;
    const position = onPlateau ? network.gates.length : steepest.position;
    const larger = withInsertion(network, { word, position });
    const from = Float64Array.from({ length: larger.parameters }, (_, k) => {
      return (theta[k] ?? 0) + (onPlateau ? amplitude * stream.normal() : 0);
    });
    const retrained = yield* retrain(name, larger, from);
    current = { ...retrained, network: larger };
    growth.push({
      gates: larger.gates.length,
      word,
      position,
      perCost: onPlateau ? 0 : steepest.perCost,
      infidelity: current.infidelity,
      complexity: complexityOf({ ...problem, network: larger }, complexity.term ?? 'length', current.theta),
    });
  }
  return { ...current, growth };
}

const steeper = (a: Insertion, b: Insertion): Insertion => (b.perCost > a.perCost ? b : a);
