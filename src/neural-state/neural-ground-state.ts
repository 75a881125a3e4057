/** @file Ground states and given states, learned by neural quantum states. */

import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import { type RandomState, randomStream, randomStreamOf } from '../linalg/random.ts';
import { dot, plus } from '../linalg/real-vector.ts';
import { innerProduct, norm } from '../linalg/vector.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';
import { minimise } from '../optimise/minimise.ts';
import { dampedSolution, type NaturalGradientState, naturalGradient } from '../optimise/natural-gradient.ts';
import type { Objective } from '../optimise/objective.ts';
import type { Iterate } from '../optimise/optimiser.ts';
import { keepState, lastState, type SearchJournal } from '../search-journal.ts';
import type { Solution } from '../solution.ts';
import { amplitudeMetric, type EnergyEstimate, exactEnergy, sampledEnergy } from './amplitude-energy.ts';
import {
  type AmplitudeModel,
  allBasisStates,
  checkTheta,
  MOST_QUBITS,
  normalisedAmplitudes,
} from './amplitude-model.ts';
import { type AmplitudeSampleOptions, amplitudeSample } from './local-energies.ts';

/** How to search. */
export interface NeuralGroundStateOptions {
  /** Most steps; default 300. */
  readonly steps?: number;
  /** Share of the step of imaginary time 1 that is taken; default 0.5, by samples 0.1. */
  readonly learningRate?: number;
  /** Added to the diagonal of the metric; default 1e-6, by samples 1e-2. */
  readonly damping?: number;
  /** Samples for each step; default null, the sum over all amplitudes, which at most 16 qubits allow. */
  readonly samples?: AmplitudeSampleOptions | null;
  /** Of the start and the samples; default 1. */
  readonly seed?: number;
  /** Where to start, shape (P,); default drawn with the seed. */
  readonly start?: Float64Array;
  /** Stop at this variance of the energy; default 1e-12. */
  readonly variance?: number;
  /** Where each step is written down; one that an interrupted search has left is gone on from, to the same bits. */
  readonly journal?: SearchJournal | undefined;
}

/** Greatest Fubini–Study length of a step by samples: beyond it noise in badly known directions takes over. */
const LONGEST_STEP = 0.1;

/** The model at a step. */
export interface NeuralGroundStateStep extends EnergyEstimate {
  readonly step: number;
  readonly theta: Float64Array;
}

/**
 * Lowers the energy of a model by natural gradients (stochastic reconfiguration), which is imaginary time as far as the model can follow
 * it,
 *
 *     θ ← θ − η (g + ε)⁻¹ ∂E,
 *
 * g the Fubini–Study metric: by all amplitudes, each step halved until the energy does not rise; or by samples, with
 * steps of at most 0.1.
 * The start is an equal superposition, nearly: a model drawn at random at small weights.
 *
 * @returns the last step; by samples its energy has `standardError`, and may be below the ground-state energy by so much
 * @throws {DomainError} more than 16 qubits without samples; a malformed Hamiltonian; a start that is not finite
 *
 * O(rows·P² + P³) a step.
 *
 * @example
 * ```ts
 * import { solution } from 'bulkweave';
 * import { boltzmannMachine, neuralGroundState } from 'bulkweave/likelihood';
 * import { chain, transverseFieldIsing } from 'bulkweave/operator';
 *
 * const hamiltonian = transverseFieldIsing(chain(4));
 * const { value } = solution(neuralGroundState(boltzmannMachine({ visible: 4 }), hamiltonian, { steps: 100 }));
 * console.log(value.energy); // -4.7588
 * ```
 */
export function* neuralGroundState(
  model: AmplitudeModel,
  hamiltonian: PauliSum,
  options: NeuralGroundStateOptions = {},
): Generator<NeuralGroundStateStep, Solution<NeuralGroundStateStep>> {
  const { samples = null, seed = 1, start } = options;
  if (samples === null && model.qubits > MOST_QUBITS) {
    throw new DomainError(
      `neuralGroundState: samples required for more than ${MOST_QUBITS} qubits, got ${model.qubits}`,
    );
  }
  if (start !== undefined) {
    checkTheta('neuralGroundState', model, start);
    if (!start.every(Number.isFinite)) throw new DomainError('neuralGroundState: a finite start required');
  }
  const from = start ?? model.start(randomStream(seed, 'neural state'));
  return samples === null
    ? yield* byAllAmplitudes(model, hamiltonian, from, options)
    : yield* bySamples(model, hamiltonian, from, { ...options, samples });
}

/** A point of the descent, and the steps that led to it: plain data. */
interface Descended {
  readonly iterate: Iterate<NaturalGradientState> | Float64Array;
  readonly steps: number;
}

function* byAllAmplitudes(
  model: AmplitudeModel,
  hamiltonian: PauliSum,
  start: Float64Array,
  { steps = 300, learningRate = 0.5, damping = 1e-6, variance = 1e-12, journal }: NeuralGroundStateOptions,
): Generator<NeuralGroundStateStep, Solution<NeuralGroundStateStep>> {
  const estimate = exactEnergy(model, hamiltonian);
  const known = new WeakMap<Float64Array, EnergyEstimate>();
  const objective: Objective = (theta) => {
    const found = estimate(theta);
    known.set(theta, found);
    return { value: found.energy, gradient: found.gradient };
  };
  const optimiser = naturalGradient((theta) => amplitudeMetric(model, theta), { learningRate, damping });
  const before = lastState<Descended>(journal) ?? { iterate: start, steps: 0 };
  const walk = minimise(objective, optimiser, before.iterate, { maxSteps: steps - before.steps });
  let last: NeuralGroundStateStep | undefined;
  for (;;) {
    const { done, value } = walk.next();
    if (done) return { value: last!, result: value.result, steps: before.steps + value.steps };
    const { x, evaluation, state } = value;
    const step = before.steps + value.step;
    last = { step, theta: x, ...(known.get(x) ?? estimate(x)) };
    keepState(journal, { iterate: { x, evaluation, state }, steps: step } satisfies Descended);
    yield last;
    if (last.variance <= variance) return { value: last, result: 'converged', steps: last.step };
  }
}

/** A step before its samples are drawn: plain data. */
interface Sampled {
  readonly step: number;
  readonly theta: Float64Array;
  readonly random: RandomState;
}

function* bySamples(
  model: AmplitudeModel,
  hamiltonian: PauliSum,
  start: Float64Array,
  options: NeuralGroundStateOptions,
): Generator<NeuralGroundStateStep, Solution<NeuralGroundStateStep>> {
  const { steps = 300, learningRate = 0.1, damping = 1e-2, variance = 1e-12, samples, seed = 1, journal } = options;
  const before = lastState<Sampled>(journal);
  const stream = before ? randomStreamOf(before.random) : randomStream(seed, 'samples of a neural state');
  let theta = before?.theta ?? start;
  for (let step = before?.step ?? 0; ; step++) {
    keepState(journal, { step, theta, random: stream.state() } satisfies Sampled);
    const drawn = amplitudeSample(model, theta, stream, samples ?? {});
    const at = { step, theta, ...sampledEnergy(model, theta, hamiltonian, drawn) };
    yield at;
    if (!Number.isFinite(at.energy)) return { value: at, result: 'diverged', steps: step };
    if (at.variance <= variance) return { value: at, result: 'converged', steps: step };
    if (step >= steps) return { value: at, result: 'max-steps', steps: step };
    const metric = amplitudeMetric(model, theta, drawn.rows);
    const direction = dampedSolution(metric, damping, at.gradient);
    const length = learningRate * Math.sqrt(dot(direction, at.gradient));
    theta = plus(theta, -learningRate * Math.min(1, LONGEST_STEP / length), direction);
  }
}

/**
 * 1 − |⟨φ|ψ_θ⟩|²/⟨ψ_θ|ψ_θ⟩ of a model from a given state φ, as an objective; at most 16 qubits.
 *
 * @param target - shape (2ⁿ,); its norm does not matter
 * @throws {ShapeError} not 2ⁿ amplitudes
 */
export function amplitudeInfidelity(model: AmplitudeModel, target: ComplexVector): Objective {
  const rows = allBasisStates('amplitudeInfidelity', model.qubits);
  const size = 2 ** model.qubits;
  if (target.length !== size)
    throw new ShapeError(`amplitudeInfidelity: ${size} amplitudes required, got ${target.length}`);
  const scale = 1 / norm(target);
  return (theta) => {
    checkTheta('amplitudeInfidelity', model, theta);
    const logs = model.logAmplitudes(theta, rows);
    const psi = normalisedAmplitudes(logs);
    const [re, im] = innerProduct(target, psi).map((x) => x * scale) as [number, number];
    const fidelity = re * re + im * im;
    // d(1 − F) = −2 Re Σ_v ψ̄_v (c φ_v − F ψ_v) … with c = ⟨φ|ψ⟩, by log ψ_v.
    const [a, b] = [new Float64Array(size), new Float64Array(size)];
    for (let v = 0; v < size; v++) {
      const [x, y] = [psi.interleaved[2 * v]!, psi.interleaved[2 * v + 1]!];
      const [s, t] = [scale * target.interleaved[2 * v]!, scale * target.interleaved[2 * v + 1]!];
      const [p, q] = [re * s - im * t - fidelity * x, re * t + im * s - fidelity * y];
      a[v] = -2 * (x * p + y * q);
      b[v] = -2 * (x * q - y * p);
    }
    return { value: 1 - fidelity, gradient: logs.pullback(a, b) };
  };
}
