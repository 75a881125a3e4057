/** @file Newton's method for sliced paths that are stationary and meet their end: exact multipliers where the end is hard to move. */

import type { ComplexVector } from '../../linalg/complex.ts';
import { LuDecomposition, Matrix } from '../../linalg/dense-real.ts';
import { dot, length, plus, times } from '../../linalg/real-vector.ts';
import type { ConstrainedPath } from '../../path/constrained-path.ts';
import { type SlicedSectorPath, sectorCondition } from './sector-search.ts';
import type { StateSector } from './state-sector.ts';

const MOST_STEPS = 12;
/** The longest step, as a share of the path. */
const LONGEST = 0.3;
/** Step of the differences of gradients. */
const DIFFERENCE = 1e-5;
/** Where symmetries leave a direction free, it stays where it is. */
const RIDGE = 1e-9;
/** |x + Jᵀp| and |c| at which the path counts as stationary. */
const STATIONARY = 1e-10;

/**
 * Newton's method for x + Jᵀp = 0, c = 0 in path and multiplier together, from a path that L-BFGS has left near its minimum, or from
 * one in half as many slices. An end point that moves by 10⁻⁶ of the path leaves that part of its multiplier to chance in other
 * methods; here it is as exact as the path.
 *
 * Cost of each step two gradients for each unknown, and O(unknowns³).
 */
export function stationarySlices(
  sector: StateSector,
  target: ComplexVector,
  start: SlicedSectorPath,
): SlicedSectorPath {
  const { slices } = start;
  const path = sectorCondition(sector, target, slices);
  const moving = movingEntries(sector);
  let [x, p] = [start.coordinates, start.costate];
  let at = residualAt(path, moving, x, p);
  for (let step = 0; step < MOST_STEPS && sizeOf(at) > STATIONARY; step++) {
    const right = Matrix.columnVector([...times(-1, at.slope), ...times(-1, at.miss)]);
    const factor = new LuDecomposition(newtonMatrix(path, moving, x, p));
    if (factor.isSingular()) break;
    const change = Float64Array.from(factor.solve(right).to1DArray());
    const dx = change.subarray(0, x.length);
    const dp = new Float64Array(p.length);
    moving.forEach((entry, k) => {
      dp[entry] = change[x.length + k]!;
    });
    const share = Math.min(1, (LONGEST * length(x)) / length(dx));
    const next = { x: plus(x, share, dx), p: plus(p, share, dp) };
    const there = residualAt(path, moving, next.x, next.p);
    if (!Number.isFinite(sizeOf(there))) break;
    [x, p, at] = [next.x, next.p, there];
  }
  return { slices, coordinates: x, length: length(x), infidelity: dot(at.miss, at.miss), costate: p };
}

/** x + Jᵀp and c. */
interface Residual {
  readonly slope: Float64Array;
  readonly miss: Float64Array;
}

const sizeOf = ({ slope, miss }: Residual): number => Math.hypot(length(slope), length(miss));

function residualAt(path: ConstrainedPath, moving: readonly number[], x: Float64Array, p: Float64Array): Residual {
  const { miss, pullback } = path.condition(x);
  return { slope: plus(x, 1, pullback(p)), miss: Float64Array.from(moving, (entry) => miss[entry]!) };
}

/** The derivative of both with respect to x and p: symmetric, the block of x by differences. */
function newtonMatrix(path: ConstrainedPath, moving: readonly number[], x: Float64Array, p: Float64Array): Matrix {
  const matrix = Matrix.zeros(x.length + moving.length, x.length + moving.length);
  const slopeAt = (y: Float64Array): Float64Array => plus(y, 1, path.condition(y).pullback(p));
  x.forEach((value, j) => {
    const [up, down] = [x.slice(), x.slice()];
    up[j] = value + DIFFERENCE;
    down[j] = value - DIFFERENCE;
    plus(slopeAt(up), -1, slopeAt(down)).forEach((difference, i) => {
      const half = difference / (4 * DIFFERENCE);
      matrix.set(i, j, matrix.get(i, j) + half);
      matrix.set(j, i, matrix.get(j, i) + half);
    });
    matrix.set(j, j, matrix.get(j, j) + RIDGE);
  });
  const { pullback } = path.condition(x);
  moving.forEach((entry, k) => {
    const unit = new Float64Array(p.length);
    unit[entry] = 1;
    pullback(unit).forEach((value, i) => {
      matrix.set(x.length + k, i, value);
      matrix.set(i, x.length + k, value);
    });
  });
  return matrix;
}

/** The numbers of a state that differ from 0 in the sector, without those of |0…0⟩. */
export function movingEntries({ dimension, real, parity, wrongQubits }: StateSector): readonly number[] {
  return Array.from({ length: 2 * dimension - 2 }, (_, i) => i + 2).filter(
    (i) => (!real || i % 2 === 0) && (!parity || wrongQubits[i >> 1]! % 2 === 0),
  );
}
