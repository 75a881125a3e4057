/** @file The continuous MERA of a free field: a path of Gaussian states from short-range to long-range entanglement. */

import { DomainError } from '../../errors.ts';
import type { Statistics } from '../../gaussian/gaussian-state.ts';
import { scaleIntegral } from './scale-integral.ts';
import { diracTarget, type ScaleTarget, scalarTarget, thermalTargets } from './scale-target.ts';

/** Which field, and which gates. */
export interface ContinuousMeraOptions {
  /** 'boson': the free scalar field; 'fermion': the free Dirac field. */
  readonly statistics: Statistics;
  /** m ≥ 0; default 0. */
  readonly mass?: number;
  /** Λ > 0, in the units of the mass; default 1. */
  readonly cutoff?: number;
  /** Dimension d of space, 1 to 10; default 1. */
  readonly dimension?: number;
  /**
   * Power p of the gate (k/Λ)^p at the scale of the cut-off; sharp, it vanishes above. Default 0 for bosons, the same for all momenta
   * below, and 1 for fermions, linear in k, for which 0 would not be local.
   */
  readonly gate?: number;
  /** Scale u < 0 at which the path begins; default −∞. */
  readonly infrared?: number;
  /** Bosons: inverse temperature of a thermofield double; default ∞, the ground state. */
  readonly beta?: number;
  /** The rate χ(u) of the gate in each branch, instead of the one that leads to the state; needs a finite `infrared`. */
  readonly rate?: (u: number) => number;
}

/**
 * A continuous MERA. Momenta k ≥ 0 and scales u ≤ 0; there is one branch of modes, or two for a thermofield double. Functions of a branch take
 * its number, default 0.
 */
export interface ContinuousMera {
  readonly statistics: Statistics;
  readonly mass: number;
  readonly cutoff: number;
  readonly dimension: number;
  readonly gate: number;
  readonly infrared: number;
  readonly beta: number;
  readonly branches: number;
  /** χ(u), the angle by which a mode at the cut-off turns per unit of scale; 0 below the infrared end. */
  readonly rate: (u: number, branch?: number) => number;
  /** Squeezing or angle of the modes of momentum k at the scale u, from the reference. */
  readonly angle: (k: number, u: number, branch?: number) => number;
  /** That of the state which is meant: the ground state or the thermofield double. */
  readonly target: (k: number, branch?: number) => number;
  /** ∂/∂m of `angle`; null for a rate of the user's own. */
  readonly angleByMass: ((k: number, u: number, branch?: number) => number) | null;
}

/**
 * The continuous MERA of a free field. In the interaction picture, where momenta keep their place and the dilation is not counted, the
 * state at the scale u is P exp(−i∫K(v)dv)|R⟩ from an unentangled reference, and K(u) turns each pair of modes with k ≤ Λe^u at the rate
 *
 *     χ(u)·(k e^{−u}/Λ)^p,
 *
 * bosons k and −k by a two-mode squeezing, the two components of a Dirac field of momentum k by a rotation. With T(k) the
 * angle of the state, the rate that leads there is, for κ = Λe^u,
 *
 *     χ(u) = p·T(κ) − dT/d log κ:    bosons, p = 0    ½ κ²/(κ² + m²),
 *                                    fermions, p = 1  ½ (arctan(κ/m) − κm/(κ² + m²)), π/4 without mass,
 *
 * and it reaches T(k) − (k/Λ)^p T(Λ). For bosons T(Λ) = 0, the frequency of the reference being √(Λ² + m²), so the state is reached at all
 * momenta (of a thermofield double up to e^{−βΛ/2}); for fermions it is for k ≪ Λ only.
 *
 * @throws {DomainError} numbers out of range, named; fermions with p < 1 or a temperature; a rate without an infrared end
 *
 * Without mass and infrared end the zero mode of bosons is squeezed without limit: `angle(0, u)` is infinite. Functions cost O(1), with a rate of the user's own 20 evaluations per unit of scale.
 *
 * @see Haegeman, Osborne, Verschelde & Verstraete, arXiv:1102.5524 (2011); Nozaki, Ryu & Takayanagi, arXiv:1208.3469 (2012)
 */
export function cmera(options: ContinuousMeraOptions): ContinuousMera {
  const { statistics, mass = 0, cutoff = 1, dimension = 1, infrared = -Infinity, beta = Infinity, rate } = options;
  const gate = options.gate ?? (statistics === 'fermion' ? 1 : 0);
  checkOptions({ statistics, mass, cutoff, dimension, gate, infrared, beta, rate });
  const targets: readonly ScaleTarget[] =
    statistics === 'fermion'
      ? [diracTarget(mass)]
      : beta === Infinity
        ? [scalarTarget(mass, cutoff)]
        : thermalTargets(mass, cutoff, beta);
  const targetOf = (branch: number): ScaleTarget => {
    const target = targets[branch];
    if (target === undefined) throw new DomainError(`cmera: a branch below ${targets.length} required, got ${branch}`);
    return target;
  };
  /** Linear in T: the part of it that a mode has gone through between its entry and u. */
  const passed = (T: (k: number) => number, k: number, u: number): number => {
    const entry = Math.log(k / cutoff);
    const from = Math.max(entry, infrared);
    if (u <= from) return 0;
    if (gate === 0) return T(cutoff * Math.exp(from)) - T(cutoff * Math.exp(u));
    const share = (v: number): number => Math.exp(gate * (entry - v));
    return (from === entry ? 1 : share(from)) * T(cutoff * Math.exp(from)) - share(u) * T(cutoff * Math.exp(u));
  };
  const derived = (u: number, branch: number): number => {
    const { angle, slope } = targetOf(branch);
    const kappa = cutoff * Math.exp(u);
    return (gate === 0 ? 0 : gate * angle(kappa)) - slope(kappa);
  };
  const driven = (own: (u: number) => number, k: number, u: number): number => {
    const entry = Math.log(k / cutoff);
    const from = Math.max(entry, infrared);
    if (u <= from) return 0;
    return scaleIntegral((v) => own(v) * (gate === 0 ? 1 : Math.exp(gate * (entry - v))), from, u);
  };
  return {
    statistics,
    mass,
    cutoff,
    dimension,
    gate,
    infrared,
    beta,
    branches: targets.length,
    rate: (u, branch = 0) => (u < infrared ? 0 : (rate?.(u) ?? derived(u, branch))),
    angle: (k, u, branch = 0) => {
      const { angle } = targetOf(branch);
      return rate === undefined ? passed(angle, k, u) : driven(rate, k, u);
    },
    target: (k, branch = 0) => targetOf(branch).angle(k),
    angleByMass: rate === undefined ? (k, u, branch = 0) => passed(targetOf(branch).byMass, k, u) : null,
  };
}

type Checked = Required<Omit<ContinuousMeraOptions, 'rate'>> & { readonly rate: ((u: number) => number) | undefined };

function checkOptions({ statistics, mass, cutoff, dimension, gate, infrared, beta, rate }: Checked): void {
  const demand = (isRight: boolean, what: string, got: unknown): void => {
    if (!isRight) throw new DomainError(`cmera: ${what} required, got ${got}`);
  };
  demand(statistics === 'boson' || statistics === 'fermion', "statistics 'boson' or 'fermion'", `'${statistics}'`);
  demand(mass >= 0 && mass < Infinity, 'a mass ≥ 0', mass);
  demand(cutoff > 0 && cutoff < Infinity, 'a cut-off > 0', cutoff);
  demand(Number.isInteger(dimension) && dimension >= 1 && dimension <= 10, 'a dimension from 1 to 10', dimension);
  const least = statistics === 'fermion' ? 1 : 0;
  demand(gate >= least && gate <= 10, `a power of the gate from ${least} to 10 for ${statistics}s`, gate);
  demand(infrared < 0, 'an infrared scale u < 0', infrared);
  demand(rate === undefined || infrared > -Infinity, 'a finite infrared scale for a given rate', infrared);
  demand(beta > 0, 'an inverse temperature > 0', beta);
  demand(beta === Infinity || statistics === 'boson', 'bosons for a finite temperature', `${statistics}s`);
}
