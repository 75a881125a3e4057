/** @file Geodesics to a symmetric state by shooting: Newton's method for the costate, with the exact Jacobian. */

import type { ComplexVector } from '../../linalg/complex.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { type RealSingularValues, realSingularValueDecomposition } from '../../linalg/real-singular-values.ts';
import { dot, length, plus, times } from '../../linalg/real-vector.ts';
import { innerProduct, scaledVector } from '../../linalg/vector.ts';
import { missOf } from '../../path/state-path.ts';
import { horizontalFrame } from '../state/horizontal-frame.ts';
import { controlFlow, type StagedFlow, variedEnd } from './control-flow.ts';
import type { StateSector } from './state-sector.ts';

/** A geodesic of a sector from |0…0⟩, and how far from the target it ends. */
export interface SectorShot {
  /** p(0), interleaved, shape (d,). */
  readonly costate: Float64Array;
  readonly flow: StagedFlow;
  /** √(1 − |⟨target|ψ(1)⟩|²). */
  readonly residual: number;
  /** Newton steps taken. */
  readonly steps: number;
}

/** When to stop: the residual, and the most Newton steps. */
export interface SectorShootingOptions {
  readonly tolerance: number;
  readonly maxSteps: number;
}

/** Integration steps. */
const [FEWEST_STEPS, MOST_STEPS] = [16, 1024];
/** A costate that has grown by this factor has left the sheet. */
const GREATEST_GROWTH = 4;
/** Singular values of the Jacobian below this share of the largest belong to symmetries that keep both ends. */
const RANK = 1e-11;
/** The longest correction, as a share of the costate; the parts of it that are tried in turn, and dampings where none helps. */
const LONGEST = 0.5;
const SHARES = [1, 0.5, 0.25, 0.1, 0.03];
const DAMPINGS = [1e-9, 1e-7, 1e-5, 1e-3];

/** Coordinates of the directions in which states and costates of a sector move: all, the real ones, those of even parity. */
interface Ends {
  readonly from: Float64Array;
  readonly to: ComplexVector;
  /** The miss of an end point, shape (M,). */
  readonly missed: (end: Float64Array) => Float64Array;
  /** The costate with these coordinates. */
  readonly costateOf: (coordinates: Float64Array) => Float64Array;
  /** The coordinates of a change of the end point, turned by the phase with which the path ends. */
  readonly changed: (end: Float64Array, change: Float64Array) => Float64Array;
  readonly size: number;
}

/**
 * Corrects the costate until the geodesic ends at the target, up to the phase: the shortest correction that Newton's method allows,
 * shortened until the next one is shorter, or damped.
 *
 * @param costate - p(0), ⟨p|0…0⟩ = 0
 * @returns the best shot found
 *
 * Cost of each step 2d − 2 linearised flows.
 */
export function sectorShot(
  sector: StateSector,
  target: ComplexVector,
  costate: Float64Array,
  { tolerance, maxSteps }: SectorShootingOptions,
): SectorShot {
  const ends = endsOf(sector, target);
  const farthest = GREATEST_GROWTH * length(costate);
  let integration = FEWEST_STEPS;
  let shot = shotAt(sector, ends, costate, integration, 0);
  for (;;) {
    const double = shotAt(sector, ends, shot.costate, 2 * integration, shot.steps);
    const error = length(plus(endOf(shot), -1, endOf(double)));
    if (!(error <= Math.max(tolerance / 5, 1e-3 * Math.min(1, shot.residual))) && integration < MOST_STEPS) {
      integration *= 2;
      shot = double;
      continue;
    }
    if (!(shot.residual > tolerance) || shot.steps >= maxSteps || length(shot.costate) > farthest) return shot;
    const next = corrected(sector, ends, shot, integration);
    if (next === undefined) return shot;
    shot = next;
  }
}

const endOf = ({ flow }: SectorShot): Float64Array => flow.points.at(-1)!.state;

function endsOf(sector: StateSector, to: ComplexVector): Ends {
  const { dimension, real, parity, wrongQubits } = sector;
  const from = new Float64Array(2 * dimension);
  from[0] = 1;
  const frames = { from: horizontalFrame(from), to: horizontalFrame(to.interleaved) };
  const moving = Array.from({ length: 2 * dimension - 2 }, (_, i) => i).filter(
    (i) => (!real || i % 2 === 0) && (!parity || wrongQubits[1 + (i >> 1)]! % 2 === 0),
  );
  const kept = (coordinates: Float64Array): Float64Array => Float64Array.from(moving, (i) => coordinates[i]!);
  const vector = (interleaved: Float64Array): ComplexVector => ({ length: dimension, interleaved });
  return {
    from,
    to,
    size: moving.length,
    missed: (end) => kept(frames.to.coordinatesOf(missOf(to, vector(end)).interleaved)),
    costateOf: (coordinates) => {
      const all = new Float64Array(2 * dimension - 2);
      moving.forEach((i, k) => {
        all[i] = coordinates[k]!;
      });
      return frames.from.vectorOf(all);
    },
    changed: (end, change) => {
      const [re, im] = innerProduct(to, vector(end));
      const modulus = Math.hypot(re, im) || 1;
      return kept(frames.to.coordinatesOf(scaledVector([re / modulus, -im / modulus], vector(change)).interleaved));
    },
  };
}

function shotAt(
  sector: StateSector,
  { from, missed }: Ends,
  costate: Float64Array,
  integration: number,
  steps: number,
): SectorShot {
  const flow = controlFlow(sector, { state: from, costate }, integration);
  return { costate, flow, residual: length(missed(flow.points.at(-1)!.state)), steps };
}

/** One Newton step, by the natural monotonicity test, or one of Levenberg and Marquardt; undefined where neither helps. */
function corrected(sector: StateSector, ends: Ends, shot: SectorShot, integration: number): SectorShot | undefined {
  const jacobian = jacobianAt(sector, ends, shot);
  if (!jacobian.data.every(Number.isFinite)) return undefined;
  const factors = realSingularValueDecomposition(jacobian);
  const miss = ends.missed(endOf(shot));
  const natural = solved(factors, miss, 0);
  const trial = (change: Float64Array): SectorShot =>
    shotAt(sector, ends, plus(shot.costate, -1, ends.costateOf(change)), integration, shot.steps + 1);
  const longest = Math.min(1, (LONGEST * length(shot.costate)) / length(natural));
  for (const part of SHARES) {
    const share = part * longest;
    const next = trial(times(share, natural));
    const left = length(solved(factors, ends.missed(endOf(next)), 0)) / length(natural);
    if (left < 1 - share / 4) return next;
  }
  for (const damping of DAMPINGS) {
    const next = trial(solved(factors, miss, damping * factors.values[0]! ** 2));
    if (next.residual < 0.8 * shot.residual) return next;
  }
  return undefined;
}

/** The Jacobian of the end point, column by column of the costate. */
function jacobianAt(sector: StateSector, ends: Ends, { flow }: SectorShot): RealMatrix {
  const { size } = ends;
  const data = new Float64Array(size * size);
  const end = flow.points.at(-1)!.state;
  for (let column = 0; column < size; column++) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    const change = ends.changed(end, variedEnd(sector, flow, ends.costateOf(unit)).state);
    change.forEach((value, row) => {
      data[row * size + column] = value;
    });
  }
  return { rows: size, cols: size, data };
}

/** (JᵀJ + damping)⁻¹Jᵀc on the directions that move the end. */
function solved({ values, left, right }: RealSingularValues, c: Float64Array, damping: number): Float64Array {
  const n = values.length;
  let sum: Float64Array = new Float64Array(n);
  values.forEach((value, k) => {
    if (value <= RANK * values[0]!) return;
    const share = dot(left.data.subarray(k * n, (k + 1) * n), c);
    sum = plus(sum, (share * value) / (value * value + damping), right.data.subarray(k * n, (k + 1) * n));
  });
  return sum;
}
