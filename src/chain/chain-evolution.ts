/**
 * @file Evolution of chains in real and imaginary time by the time-dependent variational principle: the state moves within
 * the matrix-product states, as near to Schrödinger's equation as their tangent spaces allow.
 */

import { DomainError, ShapeError } from '../errors.ts';
import type { GradedTensor } from '../grading/graded-tensor.ts';
import { exponentialAction, imaginaryTimeAction } from '../linalg/exponential-action.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';
import {
  type ChainSweep,
  chainSweep,
  pairAround,
  passLeft,
  passRight,
  setPair,
  siteAround,
  sweepEnergy,
} from './chain-sweep.ts';
import { type EffectiveOperator, mergedPair } from './effective-operator.ts';
import { enrich } from './enriched-sweep.ts';
import { denseChain, type GradedChain, gradedChain, rightCanonicalGraded } from './graded-chain.ts';
import {
  type ChargedOperator,
  type MatrixProductOperator,
  reachesBeyondNeighbours,
  unchargedOperator,
} from './matrix-product-operator.ts';
import { chainOf, networkOfChain } from './matrix-product-state.ts';

/** How a chain is evolved. */
export interface EvolutionOptions {
  /** The whole time t, of exp(−itH); or β/2 of exp(−tH) if `imaginary`. */
  readonly time: number;
  /** Number of steps. */
  readonly steps: number;
  /** Greatest bond dimension. */
  readonly bond: number;
  /** Schmidt weight that may be dropped at each bond and step; default 1e-13. */
  readonly tolerance?: number;
  /** Order of the splitting: error of a step (t/steps)³, or ⁵ at five times the cost; default 2. */
  readonly order?: 2 | 4;
  /** Imaginary time; default false. */
  readonly imaginary?: boolean;
  /**
   * How often the first step of `chainEvolution` is halved towards its beginning: 2^−h, 2^−h, 2^−(h−1), …, 1/2 of it. Default from
   * a start of bond dimension 4 or less, whose tangent space is too narrow for a long step, 8 if all terms of H are on neighbours, else 16;
   * from others 0.
   */
  readonly halvings?: number;
}

/** What a step has reached. */
export interface EvolutionStep {
  readonly step: number;
  readonly time: number;
  /** ⟨ψ|H|ψ⟩: conserved in real time, so that its drift measures the error. */
  readonly energy: number;
  /** Sum of the Schmidt weights dropped since the start. */
  readonly discarded: number;
  /** Greatest bond dimension. */
  readonly bond: number;
  /** In imaginary time log ‖exp(−tH)ψ₀‖; else 0. */
  readonly logNorm: number;
  /** The state, of norm 1. */
  readonly state: () => NetworkPoint<TensorNetwork>;
}

/** Schmidt weight that may be dropped by default. */
const TOLERANCE = 1e-13;
/** Halvings of the first step from a narrow start: with terms on neighbours its error is of order dt³, with others of order dt. */
const HALVINGS = { near: 8, far: 16 } as const;
/** Greatest bond dimension of a narrow start. */
const NARROW = 4;
/** Schmidt weight that may be dropped in parts of the first step, whose new states are weak. */
const FINEST = 1e-22;

/** Fractions of a step of order 4: Suzuki's, p, p, 1 − 4p, p, p. */
const P = 1 / (4 - 4 ** (1 / 3));
export const FRACTIONS = { 2: [1], 4: [P, P, 1 - 4 * P, P, P] } as const;

/**
 * Evolution by the two-site time-dependent variational principle. In a sweep each pair of sites goes forward by half a
 * step, and the site that it shares with the next pair back; the sweep in the other direction is the mirror image. Exact
 * but for the splitting and the weight dropped where bonds leave out no state; bonds grow as they need. The first step dt from a
 * start of small bonds errs by about dt³, whatever the order, and where terms of H reach beyond neighbours by about dt; halvings take that
 * away. Such terms also find room in the bonds before a step (`enrich`), from a narrow start and as long as the bonds are far from their limit.
 *
 * @param hamiltonian - as for `groundStateBySweeps`; with charges the state stays in its sector
 * @param start - an open matrix-product state on the same sites; it is normalised
 * @throws {ShapeError} other sites
 * @throws {DomainError} times or steps that make no sense, a start without a definite charge
 *
 * Cost of a step O(n D d χ³ · some 10 applications).
 *
 * @see Haegeman, Lubich, Oseledets, Vandereycken & Verstraete, Phys. Rev. B 94, 165116 (2016)
 */
export function* chainEvolution(
  hamiltonian: MatrixProductOperator | ChargedOperator,
  start: NetworkPoint<TensorNetwork>,
  options: EvolutionOptions,
): Generator<EvolutionStep, EvolutionStep> {
  const { time, steps, order = 2 } = options;
  checkEvolution('chainEvolution', options);
  const charged = 'tensors' in hamiltonian ? hamiltonian : unchargedOperator(hamiltonian);
  const sweep = chainSweep(charged, startOf(charged, start), [], false);
  let [discarded, logNorm] = [0, 0];
  const isNarrow = widest(sweep) <= NARROW;
  const isFar = reachesBeyondNeighbours(charged.tensors);
  const channels = Math.max(...charged.tensors.map(({ shape }) => shape[3]!));
  const { halvings = isNarrow ? HALVINGS[isFar ? 'far' : 'near'] : 0 } = options;
  for (let step = 1; ; step++) {
    for (const part of step === 1 ? halvedStep(halvings) : [1]) {
      const hasRoom = (step === 1 && isNarrow) || channels * widest(sweep) <= options.bond;
      if (isFar && hasRoom) enrich(sweep, options.bond);
      const own = part < 1 ? { ...options, tolerance: Math.min(options.tolerance ?? TOLERANCE, FINEST) } : options;
      for (const fraction of FRACTIONS[order]) {
        const moved = doubleSweep(sweep, (part * fraction * time) / steps, own);
        discarded += moved.discarded;
        logNorm += moved.logNorm;
      }
    }
    const energy = sweepEnergy(sweep);
    const bond = widest(sweep);
    const state = (): NetworkPoint<TensorNetwork> => networkOfChain(denseChain(sweep.chain));
    const reached = { step, time: (time * step) / steps, energy, discarded, bond, logNorm, state };
    if (step === steps) return reached;
    yield reached;
  }
}

const widest = ({ chain }: ChainSweep): number => Math.max(...chain.map(({ shape }) => shape.legs[2]!.charges.length));

/** Refuses options that make no sense. */
export function checkEvolution(caller: string, options: EvolutionOptions): void {
  const { time, steps, bond, tolerance = TOLERANCE, order = 2, imaginary = false, halvings = 0 } = options;
  if (!Number.isFinite(time) || (imaginary && time < 0)) {
    throw new DomainError(`${caller}: a finite time, not negative in imaginary time, required, got ${time}`);
  }
  if (!(Number.isInteger(steps) && steps >= 1)) {
    throw new DomainError(`${caller}: at least one step required, got ${steps}`);
  }
  if (!(bond >= 1)) throw new DomainError(`${caller}: a bond dimension of 1 or more required, got ${bond}`);
  if (!(tolerance >= 0)) throw new DomainError(`${caller}: a tolerance of 0 or more required, got ${tolerance}`);
  if (!(order in FRACTIONS)) throw new DomainError(`${caller}: order 2 or 4 required, got ${order}`);
  if (!(Number.isInteger(halvings) && halvings >= 0)) {
    throw new DomainError(`${caller}: a number of halvings required, got ${halvings}`);
  }
}

/** Parts of a step that add up to 1, each as long as all before it. */
const halvedStep = (halvings: number): readonly number[] => [
  2 ** -halvings,
  ...Array.from({ length: halvings }, (_, k) => 2 ** (k - halvings)),
];

function startOf(charged: ChargedOperator, { network, theta }: NetworkPoint<TensorNetwork>): GradedChain {
  const chain = chainOf(network, theta);
  const [required, got] = [charged.tensors, chain].map((tensors) => tensors.map(({ shape }) => shape[1]).join());
  if (got !== required) throw new ShapeError(`chainEvolution: sites [${required}] required, got [${got}]`);
  if (chain.length < 2) throw new ShapeError(`chainEvolution: at least two sites required, got ${chain.length}`);
  return rightCanonicalGraded(gradedChain(chain, charged, 'chainEvolution: start'));
}

/** One step of order 2, from left to right and back. */
function doubleSweep(
  sweep: ChainSweep,
  time: number,
  { bond, tolerance = TOLERANCE, imaginary = false }: EvolutionOptions,
): { readonly discarded: number; readonly logNorm: number } {
  const { chain } = sweep;
  const n = chain.length;
  let [discarded, logNorm] = [0, 0];
  const evolved = (operator: EffectiveOperator, { shape }: GradedTensor, t: number): GradedTensor => {
    const moved = moving(operator, t, imaginary);
    logNorm += moved.logNorm;
    return { shape, interleaved: moved.interleaved };
  };
  const pairAt = (k: number, t: number, rightwards: boolean): void => {
    const pair = mergedPair(chain[k]!, chain[k + 1]!);
    const around = pairAround(sweep, k, pair);
    discarded += setPair(sweep, k, evolved(around, pair, t), rightwards, { tolerance, bond });
  };
  const siteBack = (k: number): void => {
    chain[k] = evolved(siteAround(sweep, k), chain[k]!, -time / 2);
  };
  for (let k = 0; k + 2 < n; k++) {
    pairAt(k, time / 2, true);
    passRight(sweep, k);
    siteBack(k + 1);
  }
  pairAt(n - 2, time, false);
  passLeft(sweep, n - 1);
  for (let k = n - 3; k >= 0; k--) {
    siteBack(k + 1);
    pairAt(k, time / 2, false);
    passLeft(sweep, k + 1);
  }
  return { discarded, logNorm };
}

/** exp(−itH)x, or exp(−tH)x as a unit vector with the logarithm of its norm, forwards and backwards. */
function moving({ tensor, repeat }: EffectiveOperator, time: number, imaginary: boolean) {
  const vector = { length: tensor.shape.size, interleaved: tensor.interleaved };
  const sign = imaginary && time < 0 ? -1 : 1;
  return repeat(({ apply }) => {
    const map = ({ interleaved }: typeof vector): typeof vector => {
      const image = apply(interleaved);
      return { length: vector.length, interleaved: sign < 0 ? image.map((y) => -y) : image };
    };
    if (!imaginary) return { interleaved: exponentialAction(map, vector, time).interleaved, logNorm: 0 };
    const { direction, logNorm } = imaginaryTimeAction(map, vector, Math.abs(time));
    return { interleaved: direction.interleaved, logNorm };
  }, true);
}
