/** @file Hamiltonian Monte Carlo: proposals far away, by the motion of a particle in the action. */

import { DomainError } from '../errors.ts';
import { dot, plus } from '../linalg/real-vector.ts';
import type { Evaluation, Objective } from './objective.ts';
import type { Sampler } from './sampler.ts';

/** Options of the method. */
export interface HamiltonianMonteCarloOptions {
  /** Draws in which the step is adapted; their points are no sample of the density. Default 0. */
  readonly burnIn?: number;
  /** The leapfrog step ε, or where its adaptation begins; default 0.1. */
  readonly step?: number;
  /** Mean time of flight; default π/2, a quarter of a turn where the action is ½|x|². */
  readonly flight?: number;
  /** Acceptance to which the step is adapted; default 0.8. */
  readonly acceptance?: number;
  /** Most leapfrog steps of one flight; default 500. */
  readonly mostLeaps?: number;
}

/** The step, what its adaptation knows, and what became of the last proposal. */
export interface HamiltonianMonteCarloState {
  readonly draws: number;
  readonly step: number;
  /** Mean of target less acceptance, and the averaged logarithm of the step: dual averaging. */
  readonly shortfall: number;
  readonly averaged: number;
  /** The step with which the adaptation began. */
  readonly first: number;
  /** Probability with which the last proposal was to be accepted, and whether it was. */
  readonly acceptance: number;
  readonly accepted: boolean;
}

/** Dual averaging: gain, delay and decay as Hoffman & Gelman chose them. */
const [GAIN, DELAY, DECAY] = [0.05, 10, 0.75];

/**
 * Hamiltonian Monte Carlo with unit mass: a momentum p is drawn from a normal distribution, the particle flies by
 *
 *     x′ = p,      p′ = −∇S(x)
 *
 * in leapfrog steps, which are reversible and keep volumes, and the end is accepted with probability min(1, e^{−δH}), H = S + ½|p|².
 * So e^{−S} is left as it is whatever the step, whose errors cost acceptance only. The time of flight is drawn evenly from ½ to 3/2 of
 * its mean, so that no period of the motion is met for ever. During the burn-in the step is adapted by dual averaging; thereafter it is
 * held, since a chain whose step depends on its past has another density.
 *
 * @throws {DomainError} a step, flight or acceptance out of range, or numbers of draws or leaps that are none
 *
 * Cost of a draw flight/step gradients. The step that is possible is about the least width of the density, the flight that is needed about
 * the greatest.
 *
 * @see Duane, Kennedy, Pendleton & Roweth, Phys. Lett. B 195, 216 (1987)
 * @see Hoffman & Gelman, J. Mach. Learn. Res. 15, 1593 (2014), for the adaptation of the step
 */
export function hamiltonianMonteCarlo(options: HamiltonianMonteCarloOptions = {}): Sampler<HamiltonianMonteCarloState> {
  const { burnIn = 0, step: first = 0.1, flight = Math.PI / 2, acceptance: target = 0.8, mostLeaps = 500 } = options;
  const isCount = (value: number, least: number): boolean => Number.isInteger(value) && value >= least;
  if (!(isCount(burnIn, 0) && isCount(mostLeaps, 1))) {
    throw new DomainError(
      `hamiltonianMonteCarlo: whole numbers of draws and leaps required, got ${burnIn}, ${mostLeaps}`,
    );
  }
  if (!(first > 0 && flight > 0 && flight < Infinity && target > 0 && target < 1)) {
    throw new DomainError(
      `hamiltonianMonteCarlo: step and flight above 0, an acceptance in (0, 1) required, got ${first}, ${flight}, ${target}`,
    );
  }
  const adapted = (state: HamiltonianMonteCarloState, acceptance: number): HamiltonianMonteCarloState => {
    const draws = state.draws + 1;
    if (draws > burnIn) return { ...state, draws };
    const shortfall = state.shortfall + (target - acceptance - state.shortfall) / (draws + DELAY);
    const logarithm = Math.log(10 * state.first) - (Math.sqrt(draws) / GAIN) * shortfall;
    const averaged = state.averaged + draws ** -DECAY * (logarithm - state.averaged);
    return { ...state, draws, shortfall, averaged, step: Math.exp(draws === burnIn ? averaged : logarithm) };
  };
  return {
    name: 'hamiltonian-monte-carlo',
    init: () => ({ draws: 0, step: first, shortfall: 0, averaged: 0, first, acceptance: 1, accepted: true }),
    step: (action, { x, evaluation, state }, stream) => {
      const momentum = x.map(() => stream.normal());
      const time = flight * (0.5 + stream.uniform());
      const leaps = Math.max(1, Math.min(mostLeaps, Math.round(time / state.step)));
      const end = leapfrog(action, { x, momentum, evaluation }, state.step, leaps);
      const rise =
        end.evaluation.value + dot(end.momentum, end.momentum) / 2 - evaluation.value - dot(momentum, momentum) / 2;
      const acceptance = Number.isFinite(rise) ? Math.min(1, Math.exp(-rise)) : 0;
      const accepted = stream.uniform() < acceptance;
      const next = { ...adapted(state, acceptance), acceptance, accepted };
      return accepted ? { x: end.x, evaluation: end.evaluation, state: next } : { x, evaluation, state: next };
    },
  };
}

/** A particle in the action. */
export interface Particle {
  readonly x: Float64Array;
  readonly momentum: Float64Array;
  readonly evaluation: Evaluation;
}

/**
 * Leapfrog: half a kick, then drifts and kicks in turn, half a kick. Of second order in ε; reversible, and it keeps volumes. It ends
 * early where the action ceases to be finite.
 */
export function leapfrog(
  action: Objective,
  { x, momentum, evaluation }: Particle,
  step: number,
  leaps: number,
): Particle {
  let at = { x, momentum: plus(momentum, -step / 2, evaluation.gradient), evaluation };
  for (let leap = 0; leap < leaps; leap++) {
    const moved = plus(at.x, step, at.momentum);
    const there = action(moved);
    if (!Number.isFinite(there.value)) return { x: moved, momentum: at.momentum, evaluation: there };
    const kick = leap + 1 < leaps ? step : step / 2;
    at = { x: moved, momentum: plus(at.momentum, -kick, there.gradient), evaluation: there };
  }
  return at;
}
