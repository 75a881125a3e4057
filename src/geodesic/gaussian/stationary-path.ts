/**
 * @file Newton's method on the set of sliced paths that meet their end: every point of it is a path to the target, and the length only
 * falls. It ends at a stationary path, with the number of directions that would shorten it further.
 */

import { dot, length, plus, times } from '../../linalg/real-vector.ts';
import { type SymmetricEigen, symmetricEigen } from '../../linalg/symmetric-eigen.ts';
import { keepState, lastState } from '../../search-journal.ts';
import { backward, type FramedPath, returned, rowsAt } from './framed-path.ts';

/** A path that meets its end, its multiplier, how stationary it is, and its second variation. */
export interface StationaryPath {
  readonly x: Float64Array;
  /** p of x + Jᵀp = 0 in coordinates, shape (m,): the costate at the end. */
  readonly multiplier: Float64Array;
  /** |x + Jᵀp| / |x|. */
  readonly slope: number;
  /** Of 1 + ∂²(p·c) on the directions that keep the end; null where the end was not met. */
  readonly index: SlicedIndex | null;
  readonly steps: number;
}

/** The second variation of a sliced path, on the directions that keep its end. */
export interface SlicedIndex {
  /** Directions that shorten the path: 0 at a local minimum. */
  readonly negative: number;
  /** Directions along which the length does not change to this order. */
  readonly zero: number;
  /** The lowest eigenvalues, ascending; 1 is that of a path without curvature. */
  readonly lowest: readonly number[];
}

/** |x + Jᵀp|/|x| at which the path counts as stationary, and |c| at which it counts as met. */
const STATIONARY = 1e-10;
const MET = 1e-11;
/** |c| of an end that is kept where the target itself cannot be met: Σ(1 − F) = 1e-7. */
const NEAR = 3e-4;
/** Eigenvalues below this, in modulus, count as 0. */
const ZERO = 1e-5;
/** The longest step, as a share of the path, at first and at last. */
const [LONGEST, SHORTEST] = [0.2, 1e-5];
/** Step of the differences of gradients. */
const DIFFERENCE = 1e-5;
/**
 * From a path near its end to a shortest one in as many slices. Along the set c = 0 the energy ½|x|² has the Hessian 1 + ∂²(p·c),
 * p the multiplier of least |x + Jᵀp|; Newton steps divide by the moduli of its eigenvalues, so that they always descend, leave a
 * saddle where it is one, and end at a minimum to rounding. Each step is followed by the return to c = 0. Where some direction of the
 * end hardly moves, and c cannot be brought to 0 at once, the path is made a shortest one to the end that it reaches, and goes on from
 * there to nearer ends.
 *
 * @param maxSteps - most Newton steps
 *
 * Cost of each step two gradients for each unknown, and some 10·unknowns³: for up to 600 unknowns.
 */
export function* stationaryPath(
  path: FramedPath,
  start: Float64Array,
  maxSteps = 60,
): Generator<StationaryPath, StationaryPath> {
  const none = new Float64Array(path.size);
  const before = lastState<Kept>(path.journal);
  const near = before?.x ?? returned(path, start, none);
  let goal = missAt(path, near);
  if (!(length(goal) <= NEAR)) return solved(linearised(path, near, none), null, 0);
  if (length(goal) <= MET) goal = none;
  if (before !== undefined) ({ goal } = before);
  let at = linearised(path, near, goal);
  let { longest } = before ?? { longest: LONGEST };
  for (let step = before?.step ?? 0; ; step++) {
    keepState(path.journal, { x: at.x, goal, longest, step } satisfies Kept);
    const eigen = secondVariation(path, at);
    const found = solved(at, indexOf(eigen), step);
    yield found;
    const saddle = found.slope <= 1e3 * STATIONARY && found.index!.negative > 0;
    if (step >= maxSteps) return found;
    const direction = saddle ? times(longest * length(at.x), eigen.vectors[0]!) : newtonStep(eigen, at.slope);
    const settled = (found.slope <= STATIONARY && !saddle) || longest < SHORTEST;
    const next = settled ? undefined : shortened(path, at, goal, { direction, longest });
    if (next !== undefined) {
      at = next.at;
      longest = Math.min(LONGEST, 2 * next.share);
      continue;
    }
    const nearer = SHARES.map((share) => times(share, goal))
      .map((aim) => ({ aim, x: returned(path, at.x, aim) }))
      .find(({ aim, x }) => length(aim) < length(goal) && length(plus(missAt(path, x), -1, aim)) <= MET);
    if (nearer === undefined) return found;
    goal = nearer.aim;
    at = linearised(path, nearer.x, goal);
    longest = LONGEST;
  }
}

/** What the journal holds: a path to an end, the longest step, and the steps so far. */
interface Kept {
  readonly x: Float64Array;
  readonly goal: Float64Array;
  readonly longest: number;
  readonly step: number;
}

/** What of a miss is left when a path that cannot meet its target sets out for a nearer end. */
const SHARES = [0, 0.2, 0.6];

const missAt = (path: FramedPath, x: Float64Array): Float64Array => path.coordinatesOf(path.condition(x).miss);

const solved = ({ x, p, slope }: Linearised, index: SlicedIndex | null, steps: number): StationaryPath => ({
  x,
  multiplier: p,
  slope: length(slope) / length(x),
  index,
  steps,
});

/** A step of at most the given share of the path, halved until it shortens the path. */
function shortened(
  path: FramedPath,
  at: Linearised,
  goal: Float64Array,
  { direction, longest }: { readonly direction: Float64Array; readonly longest: number },
): { readonly at: Linearised; readonly share: number } | undefined {
  const size = length(direction);
  const energy = dot(at.x, at.x);
  for (let share = Math.min(longest, size / length(at.x)); share > 0; share /= 3) {
    const x = returned(path, plus(at.x, (share * length(at.x)) / size, direction), goal);
    const next = linearised(path, x, goal);
    const rounding = 1e-13 * energy;
    const better = dot(x, x) < energy || (dot(x, x) < energy + rounding && length(next.slope) < 0.5 * length(at.slope));
    if (next.miss <= MET && better) return { at: next, share };
    if (share < SHORTEST * Math.min(longest, 1)) return undefined;
  }
  return undefined;
}

/** A point of the path space, with J = L·Y, Y of orthonormal rows, the multiplier and x + Jᵀp. */
interface Linearised {
  readonly x: Float64Array;
  readonly p: Float64Array;
  readonly slope: Float64Array;
  readonly miss: number;
  readonly basis: readonly Float64Array[];
}

function linearised(path: FramedPath, x: Float64Array, goal: Float64Array): Linearised {
  const { miss, basis, triangle, kept } = rowsAt(path, x);
  const some = backward(
    triangle,
    Float64Array.from(basis, (e) => -dot(e, x)),
  );
  const p = new Float64Array(path.size);
  kept.forEach((row, i) => {
    p[row] = some[i]!;
  });
  let slope = x;
  for (let pass = 0; pass < 2; pass++) for (const e of basis) slope = plus(slope, -dot(e, slope), e);
  return { x, p, slope, miss: length(plus(miss, -1, goal)), basis };
}

/** Eigenvalues and vectors of the second variation on the kernel of J, ascending. */
interface Variation {
  readonly values: readonly number[];
  readonly vectors: readonly Float64Array[];
}

function secondVariation(path: FramedPath, { x, p, basis }: Linearised): Variation {
  const n = x.length;
  const hessian = lagrangianHessian(path, x, p);
  // The directions that move the end are lifted above all others.
  let lifted = 0;
  for (let i = 0; i < n; i++) {
    let row = 0;
    for (let j = 0; j < n; j++) row += Math.abs(hessian[i * n + j]!);
    lifted = Math.max(lifted, 2 * row);
  }
  for (const e of basis) {
    const y = new Float64Array(n);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) y[i] = y[i]! + hessian[i * n + j]! * e[j]!;
    const mean = dot(e, y) + lifted;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        hessian[i * n + j] = hessian[i * n + j]! - e[i]! * y[j]! - y[i]! * e[j]! + mean * e[i]! * e[j]!;
      }
    }
  }
  const { values, vectors }: SymmetricEigen = symmetricEigen({ rows: n, cols: n, data: hessian });
  const count = n - basis.length;
  return {
    values: Array.from(values.subarray(0, count)),
    vectors: Array.from({ length: count }, (_, k) => vectors.data.subarray(k * n, (k + 1) * n)),
  };
}

/** 1 + ∂²(p·c), by differences of gradients. */
function lagrangianHessian(path: FramedPath, x: Float64Array, p: Float64Array): Float64Array {
  const n = x.length;
  const cotangent = path.vectorOf(p);
  const slopeAt = (j: number, step: number): Float64Array => {
    const moved = x.slice();
    moved[j] = x[j]! + step;
    return path.condition(moved).pullback(cotangent);
  };
  const hessian = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const [up, down] = [slopeAt(j, DIFFERENCE), slopeAt(j, -DIFFERENCE)];
    hessian[j * n + j] = hessian[j * n + j]! + 1;
    for (let i = 0; i < n; i++) {
      const half = (up[i]! - down[i]!) / (4 * DIFFERENCE);
      hessian[i * n + j] = hessian[i * n + j]! + half;
      hessian[j * n + i] = hessian[j * n + i]! + half;
    }
  }
  return hessian;
}

/** −Σ u (u·g)/|λ|. */
function newtonStep({ values, vectors }: Variation, slope: Float64Array): Float64Array {
  return vectors.reduce(
    (sum, u, k) => plus(sum, -dot(u, slope) / Math.max(Math.abs(values[k]!), ZERO), u),
    new Float64Array(slope.length),
  );
}

const indexOf = ({ values }: Variation): SlicedIndex => ({
  negative: values.filter((value) => value < -ZERO).length,
  zero: values.filter((value) => Math.abs(value) <= ZERO).length,
  lowest: values.slice(0, 6),
});
