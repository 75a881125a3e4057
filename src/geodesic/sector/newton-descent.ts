/**
 * @file Newton's method along the sliced paths that meet their end, off saddles and down to a minimum: for problems on which L-BFGS
 * takes thousands of steps.
 */

import { ShapeError } from '../../errors.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal } from '../../linalg/real-product.ts';
import { realSingularValueDecomposition } from '../../linalg/real-singular-values.ts';
import { dot, length, plus } from '../../linalg/real-vector.ts';
import { symmetricEigen } from '../../linalg/symmetric-eigen.ts';
import type { Attempt, ConstrainedPath } from '../../path/constrained-path.ts';
import { keepState, lastState, type SearchJournal } from '../../search-journal.ts';
import { type BegunPath, type CountedPath, sectorCondition } from './sector-search.ts';
import { slicedDerivatives } from './sliced-derivatives.ts';
import type { StateSector } from './state-sector.ts';
import { movingEntries } from './stationary-slices.ts';

/** A path that meets its end and that was made shortest among its neighbours, as far as the steps went. */
export interface NewtonPath extends CountedPath {
  /** |x + Jᵀp|: 0 where it is stationary. */
  readonly slope: number;
  /** Directions along the condition in which the path before the last step could be shortened, 0 at a minimum. */
  readonly negative: number;
}

/** Singular values of J below this share of the largest: directions in which the end is not moved. */
const RANK = 1e-9;
/** |c| at which the end is met, |c| at which a step counts, and Gauss–Newton steps onto the end, at first and after a step. */
const [MET, NEAR] = [1e-9, 1e-6];
const [MOST_FIRST, MOST_AFTER] = [12, 8];
/** The longest step onto the condition. */
const LONGEST = 0.3;
/** A miss that has not fallen to this share needs a new Jacobian. */
const FALLING = 0.7;
/** Curvatures nearer to 0 are taken as this; below −ZERO they are negative, and left by this distance at least. */
const [FLAT, ZERO, LEAVING] = [2e-3, 1e-3, 0.05];
/** |x + Jᵀp| at which the path is stationary. */
const STATIONARY = 1e-5;
/** The first and the greatest length of a step, its change where the energy falls and where it does not, and how often it is tried. */
const [FIRST, GREATEST, WIDER, NARROWER, TRIALS] = [0.3, 1, 1.6, 0.4, 6];

/**
 * Newton's method for the least ½|x|² with c(x) = 0: in each step the Hessian of ½|x|² + p·c, p the multiplier, between the
 * directions that keep the end; each of its eigenvectors is followed downwards by slope/|curvature|, so that saddles repel; the end is
 * met again by Gauss–Newton steps of least norm. Steps are shortened until the path does become shorter.
 *
 * @param start - slices from the target, near enough to |0…0⟩ for Gauss–Newton steps to meet it
 * @param journal - from the last step of which it goes on
 * @returns the shortest path found, and its multiplier; `infidelity` tells whether the end is met
 * @throws {ShapeError} fewer unknowns than real numbers of a state, all but those of |0…0⟩
 *
 * Cost of each step that of `slicedDerivatives`, and O(unknowns³).
 */
export function* newtonDescent(
  sector: StateSector,
  target: ComplexVector,
  start: BegunPath,
  maxSteps: number,
  journal?: SearchJournal,
): Generator<Pick<Attempt, 'x' | 'steps'>, NewtonPath> {
  const { slices } = start;
  const path = sectorCondition(sector, target, slices);
  const moving = movingEntries(sector);
  const problem = { sector, target, slices, path, moving };
  if (start.coordinates.length < moving.length) {
    throw new ShapeError(
      `newtonDescent: at least ${moving.length} unknowns required, got ${start.coordinates.length}: take more slices`,
    );
  }
  const before = lastState<Kept>(journal);
  let at = before?.at ?? onto(problem, start.coordinates, MOST_FIRST);
  let multiplier: Float64Array = new Float64Array(2 * sector.dimension);
  let { negative, trust, steps } = before ?? { negative: 0, trust: FIRST, steps: 0 };
  let slope = Infinity;
  for (; steps < maxSteps; steps++) {
    keepState(journal, { at, negative, trust, steps } satisfies Kept);
    yield { x: at.x, steps };
    const end = endMap(problem, at.x);
    multiplier = end.multiplier(at.x);
    const gradient = end.tangential(at.x);
    slope = length(gradient);
    if (slope < STATIONARY && at.miss < NEAR && negative === 0 && steps > 0) break;
    const step = newtonStep(end, multiplier, gradient);
    ({ negative } = step);
    const next = shortened(problem, at, step.move, trust);
    if (next === undefined) break;
    ({ trust } = next);
    at = next;
  }
  const { miss } = path.condition(at.x);
  return {
    slices,
    coordinates: at.x,
    length: length(at.x),
    infidelity: dot(miss, miss),
    costate: multiplier,
    steps,
    slope,
    negative,
  };
}

/** Slices from the target to |0…0⟩, and which numbers of the end they move. */
interface Problem {
  readonly sector: StateSector;
  readonly target: ComplexVector;
  readonly slices: number;
  readonly path: ConstrainedPath;
  readonly moving: readonly number[];
}

/** What the journal holds: a path, and how it was reached. */
interface Kept {
  readonly at: Met;
  readonly negative: number;
  readonly trust: number;
  readonly steps: number;
}

/** A path, and |c| there. */
interface Met {
  readonly x: Float64Array;
  readonly miss: number;
}

/** The move, or a part of it, after which the path meets its end and is shorter, and how far the next may go. */
function shortened(
  problem: Problem,
  at: Met,
  move: Float64Array,
  trust: number,
): (Met & { readonly trust: number }) | undefined {
  const size = length(move);
  let radius = trust;
  for (let trial = 0; trial < TRIALS; trial++) {
    const share = Math.min(1, radius / size);
    const next = onto(problem, plus(at.x, share, move), MOST_AFTER);
    if (next.miss < Math.max(NEAR, 10 * at.miss) && length(next.x) < length(at.x) + 1e-10) {
      return { ...next, trust: share < 1 || trial === 0 ? Math.min(GREATEST, WIDER * radius) : radius };
    }
    radius = NARROWER * Math.min(radius, size);
  }
  return undefined;
}

/** Gauss–Newton steps of least norm onto the condition, with a new Jacobian only where the last one does not help. */
function onto(problem: Problem, start: Float64Array, most: number): Met {
  const { path, moving } = problem;
  let [x, least] = [start, Infinity];
  let end: EndMap | undefined;
  for (let step = 0; ; step++) {
    const all = path.condition(x).miss;
    const c = Float64Array.from(moving, (entry) => all[entry]!);
    const miss = length(c);
    if (miss < MET || step === most || !Number.isFinite(miss)) return { x, miss };
    if (end === undefined || miss > FALLING * least) end = endMap(problem, x);
    least = Math.min(least, miss);
    const move = end.mending(c);
    x = plus(x, Math.min(1, LONGEST / length(move)), move);
  }
}

/** The derivative J of the end point at a path. */
interface EndMap {
  /** −J⁺c. */
  readonly mending: (c: Float64Array) => Float64Array;
  /** The p with x + Jᵀp tangential. */
  readonly multiplier: (x: Float64Array) => Float64Array;
  /** (1 − J⁺J)v. */
  readonly tangential: (v: Float64Array) => Float64Array;
  /** Orthonormal rows with Jt = 0. */
  readonly tangents: RealMatrix;
  /** The second derivative of p·c between tangents, where the end is met. */
  readonly curvature: (p: Float64Array) => RealMatrix;
}

function endMap(problem: Problem, x: Float64Array): EndMap {
  const { sector, target, slices, moving } = problem;
  const { end, tangents: changes, hessian } = slicedDerivatives(sector, target, slices, x);
  const size = x.length;
  const [re, im] = [end.interleaved[0]!, end.interleaved[1]!];
  const modulus = Math.hypot(re, im);
  const [cos, sin] = [re / modulus, im / modulus];
  const jacobian = new Float64Array(size * size); // the rows of c, then zeros
  const turned = (v: Float64Array, entry: number): number => {
    const pair = entry - (entry % 2);
    return entry % 2 === 0 ? cos * v[pair]! + sin * v[pair + 1]! : cos * v[pair + 1]! - sin * v[pair]!;
  };
  for (let i = 0; i < size; i++) {
    const change = changes.data.subarray(i * changes.cols, (i + 1) * changes.cols);
    const turn = turned(change, 1) / modulus;
    moving.forEach((entry, row) => {
      const across = entry % 2 === 0 ? -turned(end.interleaved, entry + 1) : turned(end.interleaved, entry - 1);
      jacobian[row * size + i] = turned(change, entry) - turn * across;
    });
  }
  const { values, left, right } = realSingularValueDecomposition({ rows: size, cols: size, data: jacobian });
  const rank = values.subarray(0, moving.length).filter((value) => value > RANK * values[0]!).length;
  const rightRow = (k: number): Float64Array => right.data.subarray(k * size, (k + 1) * size);
  const leftRow = (k: number): Float64Array => left.data.subarray(k * size, k * size + moving.length);
  const tangents = right.data.slice(rank * size);
  const summed = (factor: (k: number) => number, row: (k: number) => Float64Array, start: Float64Array): Float64Array =>
    values.subarray(0, rank).reduce<Float64Array>((sum, _, k) => plus(sum, factor(k), row(k)), start);
  return {
    mending: (c) => summed((k) => -dot(leftRow(k), c) / values[k]!, rightRow, new Float64Array(x.length)),
    tangential: (v) => summed((k) => -dot(rightRow(k), v), rightRow, v),
    multiplier: (v) => {
      const p = summed((k) => -dot(rightRow(k), v) / values[k]!, leftRow, new Float64Array(moving.length));
      const all = new Float64Array(end.interleaved.length);
      moving.forEach((entry, k) => {
        all[entry] = p[k]!;
      });
      return all;
    },
    tangents: { rows: size - rank, cols: size, data: tangents },
    curvature: (p) =>
      hessian(p.map((value, i) => (i % 2 === 0 ? cos * value - sin * p[i + 1]! : cos * value + sin * p[i - 1]!))),
  };
}

/** Downwards by slope/|curvature| along each eigenvector of the Hessian between tangents, and how many of them are negative. */
function newtonStep(
  { tangents, curvature }: EndMap,
  multiplier: Float64Array,
  gradient: Float64Array,
): { readonly move: Float64Array; readonly negative: number } {
  const { rows, cols } = tangents;
  const product = multiplyReal(multiplyReal(tangents, curvature(multiplier)), tangents, { transposeB: true });
  const symmetric = product.data.map((value, i) => {
    const [row, column] = [Math.floor(i / rows), i % rows];
    return (value + product.data[column * rows + row]!) / 2 + (row === column ? 1 : 0);
  });
  const { values, vectors } = symmetricEigen({ rows, cols: rows, data: symmetric });
  const modes = multiplyReal(vectors, tangents);
  let move: Float64Array = new Float64Array(cols);
  values.forEach((curvature, k) => {
    const mode = modes.data.subarray(k * cols, (k + 1) * cols);
    const down = -dot(mode, gradient) / Math.max(Math.abs(curvature), FLAT);
    const leaves = curvature < -ZERO && Math.abs(down) < LEAVING;
    move = plus(move, leaves ? (down > 0 ? LEAVING : -LEAVING) : down, mode);
  });
  return { move, negative: values.filter((curvature) => curvature < -ZERO).length };
}
