/** @file Ground states of small planes: the simple update, then the gradient of the energy of all amplitudes. */

import { randomStream } from '../linalg/random.ts';
import { stateEnergy } from '../network/state-energy.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';
import { type LocalTerm, localTerms } from '../operator/local-terms.ts';
import { type PauliSum, pauliSumOperator } from '../operator/pauli-sum.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimised } from '../optimise/minimise.ts';
import type { Solution } from '../solution.ts';
import { type SimpleUpdateOptions, simpleUpdate } from './simple-update.ts';

/** How the ground state of a plane is searched. */
export interface PlaneGroundStateOptions extends SimpleUpdateOptions {
  /** Most steps of L-BFGS; default 300. */
  readonly maxSteps?: number;
  /** Largest norm of the gradient at the end; default 1e-6. */
  readonly gradientTolerance?: number;
}

/** A projected entangled-pair state with its energy, and that of the simple update from which the search began. */
export interface PlaneGroundState extends NetworkPoint<TensorNetwork> {
  readonly energy: number;
  readonly simpleEnergy: number;
}

/** Random part of the entries at the start: the simple update keeps symmetries that a saddle point would not leave. */
const NOISE = 0.05;

/**
 * The projected entangled-pair state of least energy that a search by gradients finds from the simple update. Both energies are
 * those of all amplitudes, without truncation: upper bounds of the ground energy.
 *
 * @param sum - on any sites of the rectangle, e.g. `xxz(grid(rows, columns))`; the simple update has those terms of it that act on single
 *   sites and neighbours
 * @returns `max-steps` where the gradient is still above its tolerance; minima may be local
 * @throws {DomainError} as `simpleUpdate`
 *
 * Cost of a step O(2ⁿ) and the contraction to all amplitudes: some 16 sites at bond 3.
 */
export function planeGroundState(sum: PauliSum, options: PlaneGroundStateOptions): Solution<PlaneGroundState> {
  const { maxSteps = 300, gradientTolerance = 1e-6, seed = 1 } = options;
  const { network, theta } = simpleUpdate(localTerms(sum).filter(isOnNeighbours(options)), options);
  const energy = stateEnergy(network, pauliSumOperator(sum));
  const stream = randomStream(seed, 'plane ground state');
  const start = theta.map((x, k) => (k % 2 === 0 ? x + NOISE * stream.normal() : x));
  const { value, result, steps } = minimised(energy, lbfgs(), start, { maxSteps, gradientTolerance });
  const found = { network, theta: value.x, energy: value.evaluation.value, simpleEnergy: energy(theta).value };
  return { value: found, result, steps };
}

/** Whether a term acts on a single site or on neighbours. */
export function isOnNeighbours({ columns }: { readonly columns: number }): (term: LocalTerm) => boolean {
  return ({ sites: [first, second, third] }) =>
    second === undefined ||
    (third === undefined && (second === first! + columns || (second === first! + 1 && second % columns !== 0)));
}
