/** @file Scaling dimensions of a layer that repeats itself, local and twisted, with their operators. */

import { arnoldi } from '../../linalg/arnoldi.ts';
import type { Complex, ComplexMatrix, ComplexVector } from '../../linalg/complex.ts';
import { generalEigen } from '../../linalg/general-eigen.ts';
import { columnOf } from '../../linalg/matrix.ts';
import { randomStream } from '../../linalg/random.ts';
import { operatorParts } from './layer-programs.ts';
import { checkRepeats, type RenormalisationLayer } from './renormalisation-layer.ts';
import { type ChannelPlaces, gradedTwist, type ScalingChannel, scalingChannel, type Twist } from './scaling-channel.ts';

/** An operator that a layer multiplies by a number: A(φ) = λφ. */
export interface ScalingOperator {
  /** Δ = −log_b |λ|. */
  readonly dimension: number;
  readonly eigenvalue: Complex;
  /** Charge under the grading, ket minus bra; 0 without one. */
  readonly charge: number;
  /** φ on a place of each kind, of norm 1 together. */
  readonly operators: readonly ComplexMatrix[];
  /** χ with D(χ) = λ*χ and Σ Tr χ†φ = 1. */
  readonly duals: readonly ComplexMatrix[];
}

/** Which operators. */
export interface ScalingSpectrumOptions {
  /** A string to the left: a power of the generator of the layer's grading, or a matrix for each leg. */
  readonly twist?: number | Twist;
  /**
   * 'anywhere': operators on neighbouring sites, averaged over places, the more accurate dimensions; 'kept': operators at
   * places that the layer keeps. Default 'anywhere', unless there is a twist and windows without the legs to their left.
   */
  readonly places?: ChannelPlaces;
  /** Operators of each charge; default 8. */
  readonly count?: number;
}

/** Most entries of an operator of one charge whose channel is diagonalised as a matrix. */
const DENSE = 200;

/**
 * The operators of least scaling dimension: eigenvectors of the ascending superoperator, λ = b^−Δ, charge by charge. The identity,
 * Δ = 0, is among those without a twist.
 *
 * With a twist the operators have a string of a symmetry g on all sites to their left, which the tensors must commute with:
 * then g-strings renormalise to g-strings, and disorder operators and fermions are found.
 *
 * @returns ascending in Δ
 * @throws {ShapeError} a layer that changes the sites, a twist that does not fit them
 * @throws {DomainError} operators at kept places, and a layer that has none; a twist, and places without the legs to their left
 *
 * Operators anywhere cost what `ascend` does for each application; at kept places O(χ⁵) in the ternary layer, O(χ⁴) in the
 * modified binary one.
 *
 * @see Pfeifer, Evenbly & Vidal, Phys. Rev. A 79, 040301 (2009); Evenbly, Corboz & Vidal, Phys. Rev. B 82, 132411 (2010), for strings
 */
export function scalingSpectrum(
  layer: RenormalisationLayer,
  theta: Float64Array,
  options: ScalingSpectrumOptions = {},
): readonly ScalingOperator[] {
  const { twist, count = 8 } = options;
  checkRepeats('scalingSpectrum', layer);
  const string = typeof twist === 'number' ? gradedTwist(layer, twist) : twist;
  const isAnywhere = twist === undefined || layer.windows.every(({ left }) => left !== undefined);
  const channel = scalingChannel(layer, theta, options.places ?? (isAnywhere ? 'anywhere' : 'kept'), string);
  const charges = [...new Set(channel.charges)].sort((a, b) => a - b);
  return charges
    .flatMap((charge) => ofCharge(channel, layer.branching, charge, count))
    .sort((a, b) => a.dimension - b.dimension);
}

/** The operators of one charge. */
function ofCharge(
  channel: ScalingChannel,
  branching: number,
  charge: number,
  count: number,
): readonly ScalingOperator[] {
  const { rows, charges, ascend, descend } = channel;
  const entries = charges.flatMap((own, k) => (own === charge ? [k] : []));
  const spread = ({ interleaved }: ComplexVector): Float64Array => {
    const whole = new Float64Array(2 * charges.length);
    entries.forEach((k, i) => {
      whole.set(interleaved.subarray(2 * i, 2 * i + 2), 2 * k);
    });
    return whole;
  };
  const gathered = (whole: Float64Array): ComplexVector => {
    const interleaved = new Float64Array(2 * entries.length);
    entries.forEach((k, i) => {
      interleaved.set(whole.subarray(2 * k, 2 * k + 2), 2 * i);
    });
    return { length: entries.length, interleaved };
  };
  const pairs = entries.length <= DENSE ? dense : iterated;
  const { values, right, left } = pairs(
    entries.length,
    Math.min(rows.length * count, entries.length),
    (x) => gathered(ascend(spread(x))),
    (x) => gathered(descend(spread(x))),
  );
  const sizes = rows.map((n) => n * n);
  const matrices = (x: ComplexVector): readonly ComplexMatrix[] =>
    operatorParts(spread(x), sizes).map((interleaved, kind) => ({ rows: rows[kind]!, cols: rows[kind]!, interleaved }));
  const found = right.map((operator, k): ScalingOperator => {
    const eigenvalue: Complex = [values.interleaved[2 * k]!, values.interleaved[2 * k + 1]!];
    const dimension = -Math.log(Math.hypot(...eigenvalue)) / Math.log(branching);
    return { dimension, eigenvalue, charge, operators: matrices(operator), duals: matrices(left[k]!) };
  });
  const [greatest] = found.toSorted((a, b) => a.dimension - b.dimension);
  return found.filter(({ eigenvalue }) => isContinuous(eigenvalue, greatest!.eigenvalue, rows.length)).slice(0, count);
}

/**
 * Whether an operator has a meaning on long scales. With n kinds of places there are others beside them that change by a phase from kind to
 * kind, such as the identity with alternating signs; of such a family this is the one whose eigenvalue is nearest in phase to the greatest
 * one of its charge, which the symmetry itself, acting between layers, may have turned.
 */
function isContinuous([re, im]: Complex, [re0, im0]: Complex, kinds: number): boolean {
  const angle = Math.atan2(im * re0 - re * im0, re * re0 + im * im0);
  return kinds === 1 || (angle > 1e-6 - Math.PI / kinds && angle <= 1e-6 + Math.PI / kinds);
}

interface Pairs {
  readonly values: ComplexVector;
  readonly right: readonly ComplexVector[];
  readonly left: readonly ComplexVector[];
}

type Action = (x: ComplexVector) => ComplexVector;

function dense(size: number, count: number, apply: Action): Pairs {
  const interleaved = new Float64Array(2 * size * size);
  for (let j = 0; j < size; j++) {
    const unit = new Float64Array(2 * size);
    unit[2 * j] = 1;
    const image = apply({ length: size, interleaved: unit }).interleaved;
    for (let i = 0; i < size; i++) interleaved.set(image.subarray(2 * i, 2 * i + 2), 2 * (i * size + j));
  }
  const { values, right, left } = generalEigen({ rows: size, cols: size, interleaved });
  const first = Array.from({ length: count }, (_, k) => k);
  return { values, right: first.map((k) => columnOf(right, k)), left: first.map((k) => columnOf(left, k)) };
}

function iterated(size: number, count: number, apply: Action, adjoint: Action): Pairs {
  const { normal } = randomStream(1, 'scaling operators');
  // Real, so that real networks stay real.
  const interleaved = Float64Array.from({ length: 2 * size }, (_, k) => (k % 2 === 0 ? normal() : 0));
  return arnoldi(apply, { length: size, interleaved }, { count, adjoint }).value;
}
