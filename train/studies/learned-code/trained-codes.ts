/** @file Networks trained on states, with what leaks at the start, on the way, at the end, and under a penalty. */

import { ghz } from '../../../datasets/ghz.ts';
import { graph } from '../../../datasets/graph.ts';
import { groundState } from '../../../datasets/ground-state.ts';
import { haarRandom } from '../../../datasets/haar-random.ts';
import { asTensors } from '../../../src/generative/generative-network.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { manifoldOf } from '../../../src/network/network-manifold.ts';
import { transverseFieldIsing } from '../../../src/operator/hamiltonian.ts';
import { chain } from '../../../src/operator/lattice.ts';
import { lbfgs } from '../../../src/optimise/lbfgs.ts';
import { minimise } from '../../../src/optimise/minimise.ts';
import { productManifold } from '../../../src/optimise/stiefel.ts';
import { initialTheta } from '../../initial-theta.ts';
import { complexityOf, lossOf, type Problem } from '../../loss.ts';
import type { PartStep } from '../../study.ts';
import { TWO_LOCAL } from '../shortest-path.ts';
import type { CodeNetwork } from './code-networks.ts';
import { type Leak, leaksOf, mean } from './leakage.ts';
import { typicalLeak } from './typical-leakage.ts';

/** The states that are learned. */
export function targetsOf(qubits: number, seed: number): readonly (readonly [string, TargetState])[] {
  const ising = (field: number): TargetState => groundState(transverseFieldIsing(chain(qubits), { field }));
  return [
    ['critical Ising', ising(1)],
    ['gapped Ising', ising(2)],
    ['GHZ', ghz(qubits)],
    ['cluster', graph(chain(qubits))],
    ['Haar', haarRandom(qubits, seed)],
  ];
}

/** A point on the way of a training. */
export interface OnTheWay {
  readonly step: number;
  readonly infidelity: number;
  readonly leaked: number;
}

/** One network trained on one state; leaks as mean shares. */
export interface TrainedCode {
  readonly network: CodeNetwork['name'];
  readonly state: string;
  readonly infidelity: number;
  readonly start: number;
  readonly theta: Float64Array;
  readonly leaks: readonly Leak[];
  /** Leaked share of inputs like those that the network sends itself; null if that is out of reach. */
  readonly typical: number | null;
  readonly way: readonly OnTheWay[];
}

/** How to train, and which erasures to look at. */
export interface TrainingSearch {
  readonly steps: number;
  readonly starts: number;
  readonly seed: number;
  readonly lost: readonly (readonly number[])[];
}

/** An infidelity with which no further start is needed, and the spread of initial angles, in rad. */
const LEARNED = 1e-6;
const AMPLITUDE = 1;
/** Steps at which leakage on the way is looked at. */
const LOOKS = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512];

/** Each network on each state, from the best of several starts. */
export function* trainedCodes(
  codes: readonly CodeNetwork[],
  targets: readonly (readonly [string, TargetState])[],
  search: TrainingSearch,
): Generator<PartStep, readonly TrainedCode[]> {
  const found: TrainedCode[] = [];
  const total = codes.length * targets.length;
  for (const [state, target] of targets) {
    for (const code of codes) {
      yield { message: `${code.name} on ${state}`, progress: found.length / total };
      found.push(trainedCode(code, state, target, search));
    }
  }
  return found;
}

function trainedCode(code: CodeNetwork, state: string, target: TargetState, search: TrainingSearch): TrainedCode {
  const problem = problemOf(code, target);
  let best: Descent | undefined;
  for (let start = 0; start < search.starts && !(best !== undefined && best.infidelity < LEARNED); start++) {
    const stream = randomStream(search.seed, `${code.name} on ${state}, ${start}`);
    const end = descent(problem, initialTheta(code.network, stream, AMPLITUDE), search.steps);
    if (best === undefined || end.infidelity < best.infidelity) best = end;
  }
  const { looks, theta, infidelity } = best!;
  const leaked = (theta: Float64Array): number => mean(leaksOf(code, theta, search.lost).map(({ share }) => share));
  const way = looks.map((look) => ({ step: look.step, infidelity: look.infidelity, leaked: leaked(look.theta) }));
  const leaks = leaksOf(code, theta, search.lost);
  return {
    network: code.name,
    state,
    infidelity,
    start: way[0]!.leaked,
    theta,
    leaks,
    typical: typicalLeak(code, theta, search.lost),
    way,
  };
}

/** A network under a penalty on its length. */
export interface PenalisedCode {
  readonly state: string;
  readonly weight: number;
  readonly length: number;
  readonly infidelity: number;
  readonly leaked: number;
}

/** The circuit as trained on each state, then under penalties that are raised one after another. */
export function* penalisedCodes(
  code: CodeNetwork,
  targets: readonly (readonly [string, TargetState])[],
  trained: readonly TrainedCode[],
  weights: readonly number[],
  search: TrainingSearch,
): Generator<PartStep, readonly PenalisedCode[]> {
  const found: PenalisedCode[] = [];
  for (const [k, [state, target]] of targets.entries()) {
    const problem = problemOf(code, target);
    let theta = trained.find((one) => one.state === state && one.network === code.name)!.theta;
    for (const weight of [0, ...weights]) {
      yield { message: `${state}, λ = ${weight}`, progress: k / targets.length };
      const end = descent(problem, theta, search.steps, weight);
      theta = end.theta;
      found.push({
        state,
        weight,
        length: complexityOf(problem, 'length', theta)!,
        infidelity: end.infidelity,
        leaked: mean(leaksOf(code, theta, search.lost).map(({ share }) => share)),
      });
    }
  }
  return found;
}

const problemOf = ({ network }: CodeNetwork, target: TargetState): Problem => ({
  network,
  target,
  metric: TWO_LOCAL.chain,
});

interface Descent {
  readonly theta: Float64Array;
  readonly infidelity: number;
  readonly looks: readonly { readonly step: number; readonly infidelity: number; readonly theta: Float64Array }[];
}

/** L-BFGS on infidelity and penalty, on the manifold of the isometries. */
function descent(problem: Problem, start: Float64Array, maxSteps: number, weight = 0): Descent {
  const { network } = problem;
  const loss = lossOf(problem, weight, network.kind === 'circuit' ? 'length' : 'bond-entropy');
  const tensors = asTensors(network);
  const manifold = tensors === null ? undefined : productManifold(manifoldOf(tensors));
  const options = manifold === undefined ? {} : { manifold };
  const looks: Descent['looks'][number][] = [];
  let last: Descent | undefined;
  for (const { x, evaluation, step } of minimise(loss.objective, lbfgs(options), start, {
    maxSteps,
    ...options,
    valueTolerance: 1e-12,
  })) {
    const { infidelity } = loss.parts(x, evaluation);
    if (LOOKS.includes(step)) looks.push({ step, infidelity, theta: x });
    last = { theta: x, infidelity, looks };
  }
  return last!;
}
