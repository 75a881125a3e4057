/** @file Ground states of planes: the simple update, then the gradient of the energy, of all amplitudes or between boundaries. */

import { sizeOf } from '../linalg/complex.ts';
import { randomStream } from '../linalg/random.ts';
import { length } from '../linalg/real-vector.ts';
import { shapeOf } from '../network/node-tensor.ts';
import { stateEnergy } from '../network/state-energy.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { entriesOffset } from '../network/tensor-sources.ts';
import type { NetworkPoint } from '../network-point.ts';
import { type LocalTerm, localTerms } from '../operator/local-terms.ts';
import { type PauliSum, pauliSumOperator } from '../operator/pauli-sum.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimise, solution } from '../optimise/minimise.ts';
import type { Evaluation } from '../optimise/objective.ts';
import type { Solution } from '../solution.ts';
import { planeEnergy } from './plane-energy.ts';
import { type SimpleUpdateOptions, simpleUpdate } from './simple-update.ts';

/** How the ground state of a plane is searched. */
export interface PlaneGroundStateOptions extends SimpleUpdateOptions {
  /** χ, greatest bond of the boundaries between which the energy is taken; default none: of all amplitudes, to some 16 sites. */
  readonly boundary?: number;
  /** The state from which the search begins; default that of the simple update, with some noise. */
  readonly start?: NetworkPoint<TensorNetwork>;
  /** Most steps of L-BFGS; default 300. */
  readonly maxSteps?: number;
  /** Largest norm of the gradient at the end; default 1e-6. */
  readonly gradientTolerance?: number;
}

/** A projected entangled-pair state with its energy, and that of the state from which the search began, without noise. */
export interface PlaneGroundState extends NetworkPoint<TensorNetwork> {
  readonly energy: number;
  readonly simpleEnergy: number;
}

/** A step of a search. */
export interface PlaneStep extends PlaneGroundState {
  readonly step: number;
  readonly gradientNorm: number;
}

/** Random part of the entries at the start: the simple update keeps symmetries that a saddle point would not leave. */
const NOISE = 0.05;

/**
 * The projected entangled-pair state of least energy that a search by gradients finds from the simple update. Of all amplitudes both energies are
 * upper bounds of the ground energy; between boundaries (`planeEnergy`) they are, up to the error of truncation.
 *
 * @param sum - on any sites of the rectangle, e.g. `xxz(grid(rows, columns))`, between boundaries on single sites and neighbours; the simple
 *   update has those terms of it that act on these
 * @returns `max-steps` where the gradient is still above its tolerance, `stalled` where truncation hides a decrease; minima may be local
 * @throws {DomainError} as `simpleUpdate` and `planeEnergy`
 *
 * Cost of a step O(2ⁿ) and the contraction to all amplitudes, some 16 sites at bond 3; or that of `planeEnergy`.
 */
export function planeGroundState(sum: PauliSum, options: PlaneGroundStateOptions): Solution<PlaneGroundState> {
  return solution(planeSearch(sum, options));
}

/** The same search step by step. */
export function* planeSearch(
  sum: PauliSum,
  options: PlaneGroundStateOptions,
): Generator<PlaneStep, Solution<PlaneGroundState>> {
  const { rows, columns, boundary, maxSteps = 300, gradientTolerance = 1e-6, seed = 1 } = options;
  const { network, theta } = options.start ?? simpleUpdate(localTerms(sum).filter(isOnNeighbours(options)), options);
  const objective: (theta: Float64Array) => Evaluation =
    boundary === undefined
      ? stateEnergy(network, pauliSumOperator(sum))
      : planeEnergy(network, localTerms(sum), { rows, columns, bond: boundary });
  const stream = randomStream(seed, 'plane ground state');
  const scaled = unitTensors(network, theta);
  const start = options.start ? scaled : scaled.map((x, k) => (k % 2 === 0 ? x + NOISE * stream.normal() : x));
  const simpleEnergy = objective(theta).value;
  const found = (x: Float64Array, energy: number): PlaneGroundState => ({ network, theta: x, energy, simpleEnergy });
  const steps = minimise(objective, lbfgs(), start, { maxSteps, gradientTolerance });
  for (;;) {
    const { value, done } = steps.next();
    if (done) {
      const { x, evaluation } = value.value;
      const isLower = evaluation.value <= simpleEnergy; // noise may outlast few steps
      return { ...value, value: isLower ? found(x, evaluation.value) : found(theta, simpleEnergy) };
    }
    const { x, evaluation, step } = value;
    yield { ...found(x, evaluation.value), step, gradientNorm: length(evaluation.gradient) };
  }
}

/** The same state up to a factor, the entries of each tensor of root mean square 1: then all have weight in a search. */
function unitTensors(network: TensorNetwork, theta: Float64Array): Float64Array {
  const out = theta.slice();
  for (const node of network.nodes) {
    const offset = entriesOffset(node.tensor)!;
    const size = sizeOf(shapeOf(node, network.dimensions));
    const own = out.subarray(offset, offset + 2 * size);
    const factor = Math.sqrt(size) / length(own);
    for (let k = 0; k < own.length; k++) own[k] = own[k]! * factor;
  }
  return out;
}

/** Whether a term acts on a single site or on neighbours. */
export function isOnNeighbours({ columns }: { readonly columns: number }): (term: LocalTerm) => boolean {
  return ({ sites: [first, second, third] }) =>
    second === undefined ||
    (third === undefined && (second === first! + columns || (second === first! + 1 && second % columns !== 0)));
}
