/**
 * @file Born machines of chains trained by two-site sweeps: two neighbouring tensors are optimised as one, with all others
 * fixed and isometric, and split again at the bond dimension that the data want.
 */

import { type Chain, networkOfChain, rightCanonical } from '../chain/matrix-product-state.ts';
import { splitPair, unitTensor } from '../chain/split-pair.ts';
import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import { multiply } from '../linalg/matrix.ts';
import type { RandomStream } from '../linalg/random.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimised } from '../optimise/minimise.ts';
import type { Solution } from '../solution.ts';
import { type DiscreteRows, rowsIn } from './discrete-rows.ts';
import { checkWeights } from './likelihood-arguments.ts';
import { emptySide, grownSide, pairObjective, type SideRows } from './sweep-rows.ts';

/** How to sweep. */
export interface SweepTrainingOptions {
  /** Greatest bond dimension χ. */
  readonly bond: number;
  /** Double sweeps; default 10. */
  readonly sweeps?: number;
  /** Schmidt weight that may be dropped at each bond; default 1e-6. */
  readonly tolerance?: number;
  /** Steps of L-BFGS for each pair; default 4. */
  readonly steps?: number;
  /** Real tensors; default true. */
  readonly real?: boolean;
  /** Weight of each row, shape (rows,); default all 1. */
  readonly weights?: Float64Array;
  /** Stop when a double sweep lowers the mean negative log-likelihood by less; default 0: never. */
  readonly valueTolerance?: number;
}

/** A chain after a double sweep: right-canonical, of norm 1. A step is a start from which the sweeps go on, bit for bit. */
export interface SweepTrainingStep {
  readonly sweep: number;
  readonly chain: Chain;
  /** Mean negative log-likelihood of the rows, in nats. */
  readonly negativeLogLikelihood: number;
  /** Greatest Schmidt weight dropped. */
  readonly discarded: number;
  /** Greatest bond dimension. */
  readonly bond: number;
}

/**
 * Trains a chain on rows. Every pair is improved by a few steps of L-BFGS on the exact negative log-likelihood, so that bonds
 * grow where the data need them; yields a step after each double sweep, by which the caller stops on data held out.
 *
 * @param start - a stream for a random start of bond 2, a chain, or a step to go on from
 * @returns the last step; `converged` by `valueTolerance`, else `max-steps`
 * @throws {ShapeError} fewer than two sites, or rows or a chain of other sites
 * @throws {DomainError} digits out of range, a bond or a number of sweeps below 1
 *
 * O(rows · n d² χ²) for each step of L-BFGS at all pairs, and O(n d³ χ³) for the splitting.
 *
 * @see Han, Wang, Fan, Wang & Zhang, Phys. Rev. X 8, 031012 (2018), arXiv:1709.01662
 *
 * @example
 * ```ts
 * import { barsAndStripesRows } from 'bulkweave/datasets';
 * import { solution } from 'bulkweave';
 * import { randomStream } from 'bulkweave/linalg';
 * import { sweepTraining } from 'bulkweave/likelihood';
 *
 * const rows = barsAndStripesRows(3, 3);
 * const { value } = solution(sweepTraining(rows, randomStream(1, 'start'), { bond: 8, tolerance: 1e-12 }));
 * console.log(value.negativeLogLikelihood, Math.log(14)); // 2.6391, 2.6391
 * ```
 */
export function* sweepTraining(
  rows: DiscreteRows,
  start: RandomStream | Chain | SweepTrainingStep,
  options: SweepTrainingOptions,
): Generator<SweepTrainingStep, Solution<SweepTrainingStep>> {
  const { bond, sweeps = 10, real = true, valueTolerance = 0 } = options;
  checkSweep(rows, bond, sweeps);
  const begun = 'sweep' in start ? start : undefined;
  const chain = [...(begun?.chain ?? startingChain(rows, start as RandomStream | Chain, real))];
  const shares = checkWeights(options.weights, rows.count);
  const n = chain.length;
  const left: SideRows[] = [emptySide(rows.count)];
  const right: SideRows[] = new Array(n + 1).fill(emptySide(rows.count)); // right[k]: all from site k on
  for (let k = n - 1; k > 1; k--) right[k] = grownSide(right[k + 1]!, chain[k]!, rows, k, real, true);
  let before = begun?.negativeLogLikelihood ?? Infinity;
  for (let sweep = (begun?.sweep ?? 0) + 1; ; sweep++) {
    let discarded = 0;
    const improve = (k: number, rightwards: boolean): void => {
      const pair = merged(chain[k]!, chain[k + 1]!);
      const objective = pairObjective(left[k]!, right[k + 2]!, pair.shape, rows, k, shares, real);
      const split = improvedPair(pair, objective, rightwards, options);
      [chain[k], chain[k + 1]] = [split.left, split.right];
      discarded = Math.max(discarded, split.lost);
    };
    for (let k = 0; k + 2 < n; k++) {
      improve(k, true);
      left[k + 1] = grownSide(left[k]!, chain[k]!, rows, k, real, false);
    }
    for (let k = n - 2; k >= 0; k--) {
      improve(k, false);
      right[k + 1] = grownSide(right[k + 2]!, chain[k + 1]!, rows, k + 1, real, true);
    }
    const pair = merged(chain[0]!, chain[1]!);
    const { value } = pairObjective(left[0]!, right[2]!, pair.shape, rows, 0, shares, real)(pair.interleaved);
    const widest = Math.max(...chain.map(({ shape }) => shape[2]!));
    const step = { sweep, chain: [...chain], negativeLogLikelihood: value, discarded, bond: widest };
    yield step;
    if (before - value < valueTolerance) return { value: step, result: 'converged', steps: sweep };
    if (sweep >= sweeps) return { value: step, result: 'max-steps', steps: sweep };
    before = value;
  }
}

/** The network and θ of a step, for `bornMachine`, its report and everything else. */
export function networkOfStep({ chain }: Pick<SweepTrainingStep, 'chain'>): NetworkPoint<TensorNetwork> {
  return networkOfChain(chain);
}

function checkSweep(rows: DiscreteRows, bond: number, sweeps: number): void {
  if (rows.dimensions.length < 2) {
    throw new ShapeError(`sweepTraining: two sites or more required, got ${rows.dimensions.length}`);
  }
  rowsIn('sweepTraining', rows.dimensions, rows.digits);
  if (!(Number.isInteger(bond) && bond >= 1 && sweeps >= 1)) {
    throw new DomainError(
      `sweepTraining: a bond dimension and sweeps of 1 or more required, got ${bond} and ${sweeps}`,
    );
  }
}

/** Strength of the noise on a uniform start: so small that all amplitudes begin with one sign, since wrong signs raise the rank. */
const NOISE = 0.03;

function startingChain({ dimensions }: DiscreteRows, start: RandomStream | Chain, real: boolean): Chain {
  const given = Array.isArray(start) ? (start as Chain) : undefined;
  if (given !== undefined) {
    const got = given.map(({ shape }) => shape[1]);
    if (got.join() !== dimensions.join()) {
      throw new ShapeError(`sweepTraining: a chain of sites [${dimensions}] required, got [${got}]`);
    }
  }
  const n = dimensions.length;
  const chain =
    given ?? dimensions.map((d, k) => noisyTensor(k > 0 ? 2 : 1, d, k + 1 < n ? 2 : 1, start as RandomStream, real));
  return rightCanonical(chain).map((tensor, k) => (k > 0 ? tensor : unitTensor(tensor)));
}

/** The identity between both bonds for every value of the site, plus noise: probabilities are nearly uniform. */
function noisyTensor(left: number, site: number, right: number, stream: RandomStream, real: boolean): ComplexArray {
  const interleaved = new Float64Array(2 * left * site * right);
  for (let e = 0; e < left * site * right; e++) {
    const [a, b] = [Math.floor(e / site / right), e % right];
    interleaved[2 * e] = (a === b || left !== right ? 1 : 0) + NOISE * stream.normal();
    if (!real) interleaved[2 * e + 1] = NOISE * stream.normal();
  }
  return { shape: [left, site, right], interleaved };
}

/** The pair after some steps, split again. */
function improvedPair(
  pair: ComplexArray,
  objective: ReturnType<typeof pairObjective>,
  rightwards: boolean,
  { bond, tolerance = 1e-6, steps = 4 }: SweepTrainingOptions,
): ReturnType<typeof splitPair> {
  const { value } = minimised(objective, lbfgs(), pair.interleaved, { maxSteps: steps });
  return splitPair(unitTensor({ ...pair, interleaved: value.x }), rightwards, { tolerance, bond });
}

/** Two neighbouring tensors as one, axes (left, site, site, right). */
function merged(a: ComplexArray, b: ComplexArray): ComplexArray {
  const [left, first, middle] = a.shape as [number, number, number];
  const [, second, right] = b.shape as [number, number, number];
  const { interleaved } = multiply(
    { rows: left * first, cols: middle, interleaved: a.interleaved },
    { rows: middle, cols: second * right, interleaved: b.interleaved },
  );
  return { shape: [left, first, second, right], interleaved };
}
