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
import { type ChainSweep, chainSweep, passLeft, passRight, setPair } from './chain-sweep.ts';
import { gradedOperator, grownRight, mergedPair, pairOperator, siteOperator } from './effective-operator.ts';
import {
  denseChain,
  type GradedChain,
  gradedChain,
  randomGradedChain,
  rightCanonicalGraded,
  sectorOf,
} from './graded-chain.ts';
import { halfPerturbation } from './half-perturbation.ts';
import { lowestEntries } from './lowest-entries.ts';
import { type ChargedOperator, type MatrixProductOperator, unchargedOperator } from './matrix-product-operator.ts';
import { chainOf, networkOfChain } from './matrix-product-state.ts';
import { moveCentreLeft, moveCentreRight } from './one-site-moves.ts';
import { penaltyVectors } from './penalised-states.ts';
import { checkSweepMemory } from './sweep-memory.ts';

/** How to sweep. */
export interface SweepOptions {
  /** Greatest bond dimension χ. */
  readonly bond: number;
  /** Schmidt weight that may be dropped at each bond; default 1e-16. */
  readonly tolerance?: number;
  /** Most double sweeps; default 20. */
  readonly sweeps?: number;
  /**
   * Stop when a double sweep at full bond dimension lowers the energy by less than this fraction; default 1e-11. Sweeps of
   * pairs end a thousand times earlier, and those of single sites follow.
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
/** Sweeps of pairs end at this multiple of the tolerance of the energy. */
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
 * @throws {DomainError} a bond dimension below 1, negative noise, no sweep, a start that is not an open chain or not of the
 *   sector, a sector that no state has, more memory than allowed
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
    gradedOperator(charged),
    start,
    others.filter((other) => sectorOf(other) === sectorOf(start)),
  );
  const first = Math.max(FIRST_BOND, ...start.map(({ shape }) => shape.legs[2]!.charges.length));
  const noises = options.noise ?? (options.start ? [] : NOISE);
  const scheduled = Math.max(options.bonds?.length ?? 0, noises.length);
  const n = start.length;
  let [lowest, discarded, alone, change] = [Infinity, 0, false, Infinity];
  for (let count = 1; ; count++) {
    const limit = options.bonds?.[count - 1] ?? (options.bonds ? bond : Math.min(bond, first * 2 ** (count - 1)));
    const noise = noises[count - 1] ?? 0;
    const before = lowest;
    const residual = residualAfter(change, n);
    if (alone) lowest = siteSweep(sweep, options, residual);
    else ({ lowest, discarded } = pairSweep(sweep, options, { tolerance, bond: limit }, noise, residual));
    const energy = grownRight(sweep.right[1]!, sweep.chain[0]!, sweep.operator[0]!).interleaved[0]!;
    const state = (): NetworkPoint<TensorNetwork> => networkOfChain(denseChain(sweep.chain));
    yield { sweep: count, energy, discarded, bond: limit, state };
    change = Math.abs(before - lowest) / Math.abs(lowest);
    const full = limit === bond && noise === 0 && count >= scheduled;
    // A small change tells something only where residuals were small enough to see it.
    const isSmall = (fraction: number): boolean => full && change <= fraction && residual <= residualAfter(fraction, n);
    const settled = isSmall(energyTolerance);
    if (settled && alone) return { value: { ...state(), energy, discarded }, result: 'converged', steps: count };
    if (count >= sweeps) {
      const result = settled ? 'converged' : 'max-steps';
      return { value: { ...state(), energy, discarded }, result, steps: count };
    }
    alone ||= isSmall(COARSE * energyTolerance);
  }
}

/**
 * Residual that is small enough after a double sweep which lowered the energy by the fraction `change`: an error r of a local
 * eigenvector costs an energy of order r², and the 2n of a double sweep together shall cost little of the next change.
 */
const residualAfter = (change: number, n: number): number =>
  Math.max(RESIDUALS.least, Math.min(RESIDUALS.most, (SHARE * Math.sqrt(change)) / n));

/** Optimises all pairs from left to right and back. */
function pairSweep(
  sweep: ChainSweep,
  { krylov = 12, penalty = 10 }: SweepOptions,
  truncation: { readonly tolerance: number; readonly bond: number },
  noise: number,
  residual: number,
): { readonly lowest: number; readonly discarded: number } {
  const { operator, chain, left, right, others } = sweep;
  const n = chain.length;
  let [lowest, discarded] = [Infinity, 0];
  const improve = (k: number, rightwards: boolean): void => {
    const pair = mergedPair(chain[k]!, chain[k + 1]!);
    const around = pairOperator(pair, [left[k]!, operator[k]!, operator[k + 1]!, right[k + 2]!]);
    const found = lowestEntries(around, penaltyVectors(others, k, 2), penalty, { krylov, residual });
    lowest = found.value;
    const better = { shape: pair.shape, interleaved: found.entries };
    const [environment, site] = rightwards ? [left[k]!, operator[k]!] : [right[k + 2]!, operator[k + 1]!];
    const perturbation = noise > 0 ? halfPerturbation(better, rightwards, environment, site, noise) : undefined;
    discarded = Math.max(discarded, setPair(sweep, k, better, rightwards, truncation, perturbation));
  };
  for (let k = 0; k + 2 < n; k++) {
    improve(k, true);
    passRight(sweep, k);
  }
  for (let k = n - 2; k >= 0; k--) {
    improve(k, false);
    passLeft(sweep, k + 1);
  }
  return { lowest, discarded };
}

/** Optimises all tensors one by one, from left to right and back: bonds stay as they are, and the energy can only fall. */
function siteSweep(sweep: ChainSweep, { krylov = 12, penalty = 10 }: SweepOptions, residual: number): number {
  const { operator, chain, left, right, others } = sweep;
  const n = chain.length;
  let lowest = Infinity;
  const improve = (k: number): void => {
    const around = siteOperator(chain[k]!, [left[k]!, operator[k]!, right[k + 1]!]);
    const found = lowestEntries(around, penaltyVectors(others, k, 1), penalty, { krylov, residual });
    lowest = found.value;
    chain[k] = { shape: chain[k]!.shape, interleaved: found.entries };
  };
  for (let k = 0; k + 1 < n; k++) {
    improve(k);
    moveCentreRight(sweep, k);
  }
  for (let k = n - 1; k > 0; k--) {
    improve(k);
    moveCentreLeft(sweep, k);
  }
  return lowest;
}

function checkOptions({ tensors }: ChargedOperator, options: SweepOptions): void {
  const { bond, sweeps = 20, bonds = [], noise = [] } = options;
  const n = tensors.length;
  if (n < 2) throw new ShapeError(`groundStateBySweeps: at least two sites required, got ${n}`);
  for (const one of [bond, ...bonds]) {
    if (!(one >= 1)) throw new DomainError(`groundStateBySweeps: a bond dimension of 1 or more required, got ${one}`);
  }
  for (const one of noise) {
    if (!(one >= 0)) throw new DomainError(`groundStateBySweeps: noise of 0 or more required, got ${one}`);
  }
  if (!(sweeps >= 1)) throw new DomainError(`groundStateBySweeps: at least one sweep required, got ${sweeps}`);
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
