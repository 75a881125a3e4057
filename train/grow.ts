/** @file Growing a circuit gate by gate, each of the word that lowers the infidelity most for its cost. */

import type { Circuit } from '../src/circuit/circuit.ts';
import { type Controls, controlWords } from '../src/complexity/controls.ts';
import { halfTurnInfidelities, type Insertion, insertions, withInsertion } from '../src/complexity/growth.ts';
import type { TargetState } from '../src/generative/target-state.ts';
import { randomStream } from '../src/linalg/random.ts';
import type { PauliWord } from '../src/operator/pauli.ts';
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
 * Adds rotations to a circuit until it reaches the target infidelity or the largest number of gates allowed. Each time
 * the word of the metric with the largest slope per cost is added, at angle 0, and all angles are retrained. Where no
 * word has a slope the circuit is on a plateau, see `leapFrom`. Every choice follows from the phases before it, so that
 * a training that was interrupted grows on as it would have.
 *
 * @param label - the start's name: 'start 2'
 * @param shaken - whether the first gate is random, which makes starts from a circuit without parameters differ
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
    const leap = shaken && growth.length === 0 ? 'random' : steepest.perCost < grow.smallestGradient ? 'best' : null;
    const stream = randomStream(problem.seed, name);
    const step =
      leap === null
        ? { ...steepest, angles: [...theta, 0] }
        : leapFrom(current, problem.target, controls, leap, () => amplitude * stream.normal(), stream.integer);
    const larger = withInsertion(network, step);
    const from = Float64Array.from(step.angles);
    const retrained = yield* retrain(name, larger, from);
    current = { ...retrained, network: larger };
    growth.push({
      gates: larger.gates.length,
      word: step.word,
      position: step.position,
      perCost: leap === null ? steepest.perCost : 0,
      infidelity: current.infidelity,
      complexity: complexityOf({ ...problem, network: larger }, complexity.term ?? 'length', current.theta),
    });
  }
  return { ...current, growth };
}

const steeper = (a: Insertion, b: Insertion): Insertion => (b.perCost > a.perCost ? b : a);

/** Least gain of fidelity that counts. */
const SMALLEST_GAIN = 1e-6;

/**
 * The way off a plateau: the word that lowers the infidelity most for its cost when it is applied whole, at angle π, as
 * X leads from |0…0⟩ towards W. If there is none (as for GHZ of three or more qubits from |0…0⟩), a random one of those
 * that change the state is applied, and all angles are displaced.
 */
function leapFrom(
  { network, theta, infidelity }: Candidate & { readonly network: Circuit },
  target: TargetState,
  controls: Controls,
  kind: 'best' | 'random',
  displacement: () => number,
  integer: (below: number) => number,
): { readonly word: PauliWord; readonly position: number; readonly angles: readonly number[] } {
  const position = network.gates.length;
  const turned = halfTurnInfidelities(network, theta, target, controls);
  const gains = turned.map((after, k) => (infidelity - after) / Math.sqrt(controls.weights[k]!));
  const best = gains.indexOf(gains.reduce((most, gain) => Math.max(most, gain)));
  if (kind === 'best' && gains[best]! > SMALLEST_GAIN) {
    return { word: controls.words[best]!, position, angles: [...theta, Math.PI] };
  }
  const moving = controls.words.filter((_, k) => Math.abs(gains[k]!) > SMALLEST_GAIN);
  const words = moving.length > 0 ? moving : controls.words;
  return {
    word: words[integer(words.length)]!,
    position,
    angles: [...theta, 0].map((angle) => angle + displacement()),
  };
}
