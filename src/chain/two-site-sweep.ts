/**
 * @file Ground states of chains by sweeps: the density-matrix renormalisation group. Two neighbouring tensors are optimised
 * together, with all others fixed, and split again at the bond dimension wanted; when that has settled, tensors one by one.
 */

import { DomainError, ShapeError } from '../errors.ts';
import { randomStream } from '../linalg/random.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';
import { solution } from '../optimise/minimise.ts';
import type { Solution } from '../solution.ts';
import { chainSweep, sweepEnergy } from './chain-sweep.ts';
import {
  denseChain,
  type GradedChain,
  gradedChain,
  randomGradedChain,
  rightCanonicalGraded,
  sectorOf,
} from './graded-chain.ts';
import { type ChargedOperator, type MatrixProductOperator, unchargedOperator } from './matrix-product-operator.ts';
import { chainOf, networkOfChain } from './matrix-product-state.ts';
import { checkSweepMemory } from './sweep-memory.ts';
import { type PassageOptions, pairPassage, sitePassage } from './sweep-passages.ts';

/** How to sweep. */
export interface SweepOptions {
  /** Greatest bond dimension χ. */
  readonly bond: number;
  /** Schmidt weight that may be dropped at each bond; default 1e-16. */
  readonly tolerance?: number;
  /** Most double sweeps; default 20. */
  readonly sweeps?: number;
  /**
   * Stop when the way back of a double sweep at full bond dimension lowers the energy by less than this fraction, and all of it by
   * less than a thousand times as much; default 1e-11. Pairs end when a double sweep lowers it by less than that, or than the Schmidt weight
   * dropped: one more passage of them, the way back by single sites, which then go on alone.
   */
  readonly energyTolerance?: number;
  /**
   * Most Lanczos vectors for each pair of sites; default 12. Early sweeps, whose bonds are small, take them all; later ones two or
   * three, since residuals need to be no smaller than what a sweep still gains.
   */
  readonly krylov?: number;
  /** Seed of the random start; default 1. */
  readonly seed?: number;
  /** The state to start from, an open matrix-product state; default a random product state, or a random one of the sector. */
  readonly start?: NetworkPoint<TensorNetwork>;
  /** The charge of the state, for a Hamiltonian that conserves one; default 0. */
  readonly sector?: number;
  /** Bond dimensions of the first double sweeps, before `bond`; default 8, 16, 32, … or the start's, doubled. */
  readonly bonds?: readonly number[];
  /**
   * Noise of the first double sweeps, 0 after them: weight of what H makes of each half in its reduced density matrix,
   * in units of 1/energy²; default [1e-4, 1e-5, 1e-6], none from a given start. It leaves starts that no pair can improve,
   * and finds the charges that bonds need.
   */
  readonly noise?: readonly number[];
  /** States to be orthogonal to, such as those found before: w |φ⟩⟨φ| is added to H for each. */
  readonly orthogonalTo?: readonly NetworkPoint<TensorNetwork>[];
  /** w, in units of the energy: more than the distance of the level sought from those of `orthogonalTo`, see `levelPenalty`; default 10. */
  readonly penalty?: number;
}

/** What a double sweep has reached. */
export interface SweepStep {
  readonly sweep: number;
  /** ⟨ψ|H|ψ⟩, without penalties. */
  readonly energy: number;
  /** Greatest Schmidt weight dropped; with noise, that of the perturbed density matrix. */
  readonly discarded: number;
  /** Greatest bond dimension that was allowed. */
  readonly bond: number;
  /** The state so far: as `start` of another search it goes on from here. */
  readonly state: () => NetworkPoint<TensorNetwork>;
}

/**
 * A matrix-product state of norm 1 with its energy ⟨ψ|H|ψ⟩ and the greatest Schmidt weight dropped in the last sweep of
 * pairs.
 */
export interface SweptState extends NetworkPoint<TensorNetwork> {
  readonly energy: number;
  readonly discarded: number;
}

/** Bond dimension of the first double sweep; it doubles with each one. */
const FIRST_BOND = 8;
/** Noise of the first double sweeps. */
const NOISE = [1e-4, 1e-5, 1e-6];
/** Pairs end at this multiple of the tolerance of the energy. */
const COARSE = 1e3;
/** Residual of the Lanczos iteration, relative to the energy, below which it ends, at most and at least. */
const RESIDUALS = { most: 1e-5, least: 1e-10 } as const;
/** Residuals fall with the root of what the last double sweep has gained, by this factor. */
const SHARE = 0.05;

/**
 * Ground state of a chain's Hamiltonian as a matrix-product state with free tensors, right-canonical; with
 * `orthogonalTo` the lowest state orthogonal to these, so that excited states follow one after another; of a
 * Hamiltonian that conserves a charge (`chargedOperator`) the lowest state of a sector.
 *
 * @param hamiltonian - matrix-product operator, e.g. `matrixProductOperator(sum)`; `chargedOperator(sum, …)` with charges
 * @returns the state and its energy, an upper bound of the ground energy up to rounding
 * @throws {ShapeError} fewer than two sites, or a start or state with other sites
 * @throws {DomainError} a bond dimension below 1, negative noise or tolerances, no sweep, no Lanczos vector, a start that is not an
 *   open chain or not of the sector, a sector that no state has, more memory than allowed
 *
 * Cost of a sweep O(n D d χ³ · krylov) for operator bonds D; a real Hamiltonian takes a quarter of a complex one, and a charge
 * divides χ among its sectors. Gapped or critical chains of 64 sites at χ = 32: seconds.
 *
 * @see White, Phys. Rev. Lett. 69, 2863 (1992)
 * @see Schollwöck, Ann. Phys. 326, 96 (2011)
 *
 * @example
 * ```ts
 * import { chain, transverseFieldIsing } from 'bulkweave';
 * import { groundStateBySweeps, matrixProductOperator } from 'bulkweave/network';
 *
 * const H = matrixProductOperator(transverseFieldIsing(chain(12)));
 * const ground = groundStateBySweeps(H, { bond: 32 }).value;
 * const excited = groundStateBySweeps(H, { bond: 32, orthogonalTo: [ground] }).value;
 * console.log(ground.energy, excited.energy); // -14.9260, -14.6748
 * ```
 */
export function groundStateBySweeps(
  hamiltonian: MatrixProductOperator | ChargedOperator,
  options: SweepOptions,
): Solution<SweptState> {
  return solution(twoSiteSweeps(hamiltonian, options));
}

/** `groundStateBySweeps` with a step for each double sweep, after which the caller may stop. */
export function* twoSiteSweeps(
  hamiltonian: MatrixProductOperator | ChargedOperator,
  options: SweepOptions,
): Generator<SweepStep, Solution<SweptState>> {
  const { bond, tolerance = 1e-16, sweeps = 20, energyTolerance = 1e-11 } = options;
  const charged = 'tensors' in hamiltonian ? hamiltonian : unchargedOperator(hamiltonian);
  checkOptions(charged, options);
  const start = startOf(charged, options);
  const others = (options.orthogonalTo ?? []).map((state) => chainIn(charged, state, 'orthogonalTo'));
  const sweep = chainSweep(
    charged,
    start,
    others.filter((other) => sectorOf(other) === sectorOf(start)),
  );
  const first = Math.max(FIRST_BOND, ...start.map(({ shape }) => shape.legs[2]!.charges.length));
  const noises = options.noise ?? (options.start ? [] : NOISE);
  const scheduled = Math.max(options.bonds?.length ?? 0, noises.length);
  const n = start.length;
  const coarse = COARSE * energyTolerance;
  const effort = { krylov: options.krylov ?? 12, penalty: options.penalty ?? 10, tolerance };
  let [lowest, change, discarded, leftOut] = [Infinity, Infinity, 0, 0];
  let [there, back] = [2, 2]; // sites that are optimised together on the way there and back
  for (let count = 1; ; count++) {
    const limit = options.bonds?.[count - 1] ?? (options.bonds ? bond : Math.min(bond, first * 2 ** (count - 1)));
    const noise = noises[count - 1] ?? 0;
    const isFull = limit === bond && noise === 0 && count >= scheduled;
    if (back === 1) there = 1;
    if (isFull && change <= Math.max(coarse, leftOut)) back = 1;
    const residual = residualAfter(back === 1 ? Math.min(change, energyTolerance) : change, n);
    const how: PassageOptions = { ...effort, residual, bond: limit, noise };
    const half = there === 1 ? sitePassage(sweep, true, how) : pairPassage(sweep, true, how, n - 1 - back);
    const whole = back === 1 ? sitePassage(sweep, false, how) : pairPassage(sweep, false, how);
    if (there === 2) discarded = Math.max(half.discarded, whole.discarded);
    leftOut = noise > 0 ? 0 : discarded;
    const energy = sweepEnergy(sweep);
    const state = (): NetworkPoint<TensorNetwork> => networkOfChain(denseChain(sweep.chain));
    yield { sweep: count, energy, discarded, bond: limit, state };
    const fraction = (before: number): number => Math.abs(before - whole.value) / Math.abs(whole.value);
    change = fraction(lowest);
    lowest = whole.value;
    const settled = isFull && change <= coarse && fraction(half.value) <= energyTolerance;
    if ((settled && back === 1) || count >= sweeps) {
      return { value: { ...state(), energy, discarded }, result: settled ? 'converged' : 'max-steps', steps: count };
    }
  }
}

/**
 * Residual that is small enough after a double sweep which lowered the energy by the fraction `change`: an error r of a local
 * eigenvector costs an energy of order r², and the 2n of a double sweep together shall cost little of the next change.
 */
const residualAfter = (change: number, n: number): number =>
  Math.max(RESIDUALS.least, Math.min(RESIDUALS.most, (SHARE * Math.sqrt(change)) / n));

function checkOptions({ tensors }: ChargedOperator, options: SweepOptions): void {
  const { bond, sweeps = 20, bonds = [], noise = [], krylov = 12, tolerance = 0, energyTolerance = 0 } = options;
  const n = tensors.length;
  if (n < 2) throw new ShapeError(`groundStateBySweeps: at least two sites required, got ${n}`);
  for (const one of [bond, ...bonds]) {
    if (!(Number.isInteger(one) && one >= 1)) {
      throw new DomainError(`groundStateBySweeps: a bond dimension of 1 or more required, got ${one}`);
    }
  }
  for (const one of noise) {
    if (!(one >= 0)) throw new DomainError(`groundStateBySweeps: noise of 0 or more required, got ${one}`);
  }
  if (!(sweeps >= 1)) throw new DomainError(`groundStateBySweeps: at least one sweep required, got ${sweeps}`);
  if (!(krylov >= 1)) throw new DomainError(`groundStateBySweeps: at least one Lanczos vector required, got ${krylov}`);
  for (const one of [tolerance, energyTolerance]) {
    if (!(one >= 0)) throw new DomainError(`groundStateBySweeps: tolerances of 0 or more required, got ${one}`);
  }
  checkSweepMemory(tensors, Math.max(bond, ...bonds));
}

function startOf(charged: ChargedOperator, { start, seed = 1, sector = 0 }: SweepOptions): GradedChain {
  if (start === undefined) {
    return randomGradedChain(charged, sector, randomStream(seed, 'two-site sweep'), 'groundStateBySweeps');
  }
  const chain = chainIn(charged, start, 'start');
  if (sectorOf(chain) === sector) return chain;
  throw new DomainError(`groundStateBySweeps: a start in sector ${sector} required, got one in ${sectorOf(chain)}`);
}

/** A matrix-product state as a right-canonical chain of norm 1 on the sites of the Hamiltonian. */
function chainIn(charged: ChargedOperator, { network, theta }: NetworkPoint<TensorNetwork>, name: string): GradedChain {
  const chain = chainOf(network, theta);
  const [required, got] = [charged.tensors, chain].map((tensors) => tensors.map(({ shape }) => shape[1]).join());
  if (got !== required) throw new ShapeError(`groundStateBySweeps: sites [${required}] required, got [${got}]`);
  return rightCanonicalGraded(gradedChain(chain, charged, `groundStateBySweeps: ${name}`));
}
