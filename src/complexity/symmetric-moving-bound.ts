/** @file Lower bounds by an observable that changes on the way, for states of more qubits that no permutation changes. */

import { DomainError, ShapeError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { length } from '../linalg/real-vector.ts';
import { symmetricEigenvalues } from '../linalg/symmetric-eigenvalues.ts';
import { type SpeedBlock, speedBlock } from './copy-pairs.ts';
import { leavesOf, movingUnknowns, type Shifted } from './moving-objective.ts';
import { leastFactors, segmentTime } from './moving-observable.ts';
import type { MovingOptions } from './moving-observable-bound.ts';
import { type MovedUnknowns, movingSearch } from './moving-search.ts';
import type { ObservableStep } from './observable-bound.ts';
import { type SpinTerm, type SpinUnit, spinUnits } from './spin-units.ts';
import { symmetricCopies } from './symmetric-copies.ts';
import {
  checkSymmetricProblem,
  expectation,
  modulusOf,
  prepared,
  type SymmetricProblem,
} from './symmetric-observable-bound.ts';

/** What proves how fast a path can go from one hyperplane to the next; as a `MovingSegment`, without transposed copies. */
export interface SymmetricSegment {
  readonly multipliers: readonly [readonly SpinTerm[], readonly SpinTerm[]];
  readonly beta: number;
}

/** A lower bound with all that its check by `verifiedSymmetricMovingBound` takes. */
export interface SymmetricMovingBound {
  readonly bound: number;
  readonly leaves: readonly (readonly SpinTerm[])[];
  readonly segments: readonly SymmetricSegment[];
}

/**
 * A rigorous lower bound of the length of every path, symmetric or not, between two permutation-symmetric states, as
 * `verifiedMovingBound` without transposed copies, in the blocks of `verifiedSymmetricBound`. To each λ_max 10⁻¹² of the
 * norm of its block are added, for rounding, and 10⁻⁹δ².
 *
 * @param leaves - L₀ … L_K, K ≥ 1, all by the same terms in the same order, those |j, m⟩⟨j, m| with all j and m among them; a
 *        constant is added to the first and the last, so that they vanish at the ends
 * @param segments - K of them, by the same terms
 * @returns 0 where the condition on D does not hold in some segment
 * @throws {ShapeError | DomainError} as `verifiedSymmetricBound`; other than K segments for K + 1 observables; other terms
 */
export function verifiedSymmetricMovingBound(
  problem: SymmetricProblem,
  leaves: readonly (readonly SpinTerm[])[],
  segments: readonly SymmetricSegment[],
): number {
  checkSymmetricProblem('verifiedSymmetricMovingBound', problem);
  const units = spinUnits(problem.qubits, modulusOf(problem));
  const isComplete = (terms: readonly SpinTerm[]): boolean =>
    terms.length === units.length &&
    terms.every(({ j, m, other }, k) => j === units[k]!.j && m === units[k]!.m && other === units[k]!.other);
  const all = [...leaves, ...segments.flatMap(({ multipliers }) => multipliers)];
  if (leaves.length < 2 || segments.length !== leaves.length - 1 || !all.every(isComplete)) {
    throw new ShapeError(
      `verifiedSymmetricMovingBound: K + 1 observables of ${units.length} terms and K segments required, got ${leaves.length} and ${segments.length}`,
    );
  }
  if (!segments.every(({ beta }) => Number.isFinite(beta))) {
    throw new DomainError('verifiedSymmetricMovingBound: finite beta required');
  }
  const factors = symmetricSegmentFactors(problem, leaves, segments);
  return factors.includes(null) ? 0 : factors.reduce((sum, one) => sum + segmentTime(one!), 0);
}

/** s₀, s₀₁ and s₁ of each segment; null where ⟨D⟩ is not negative where it must be. */
export function symmetricSegmentFactors(
  problem: SymmetricProblem,
  leaves: readonly (readonly SpinTerm[])[],
  segments: readonly SymmetricSegment[],
): readonly (readonly [number, number, number] | null)[] {
  const units = spinUnits(problem.qubits, modulusOf(problem));
  const blocks = symmetricCopies(problem.qubits, problem.sizeWeights, units, modulusOf(problem)).map((pairs) =>
    speedBlock(pairs, new Float64Array(units.length)),
  );
  const ends = [problem.from, problem.to];
  const L = leaves.map((terms, k) => {
    const a = coefficientsOf(terms);
    const state = k === 0 ? ends[0] : k === leaves.length - 1 ? ends[1] : undefined;
    const constant =
      state === undefined ? 0 : -terms.reduce((sum, t) => sum + t.coefficient * expectation(state, t), 0);
    return a.map((y, k) => y + (units[k]!.m === units[k]!.other ? constant : 0));
  });
  return segments.map((segment, k) => factorsOf(blocks, units, [L[k]!, L[k + 1]!], segment));
}

const coefficientsOf = (terms: readonly SpinTerm[]): Float64Array =>
  Float64Array.from(terms, ({ coefficient }) => coefficient);

/** s₀, s₀₁ and s₁ of a segment; null if ⟨D⟩ is not negative where it must be. */
function factorsOf(
  blocks: readonly SpeedBlock[],
  units: readonly SpinUnit[],
  [first, second]: readonly [Float64Array, Float64Array],
  { multipliers, beta }: SymmetricSegment,
): readonly [number, number, number] | null {
  const D = second.map((y, m) => y - first[m]!);
  const delta = Math.min(
    ...[first, second].map((L) => {
      const { data, rows } = oneCopy(
        units,
        D.map((y, m) => y - beta * L[m]!),
      );
      return -ceiling([data], [rows], 1e-14);
    }),
  );
  if (!(delta > 0)) return null;
  const sizes = blocks.map(({ size }) => size);
  const DD = blocks.map((block) => block.sums(D).W);
  const [G0, G1] = multipliers.map(coefficientsOf) as [Float64Array, Float64Array];
  const between = (a: Float64Array, b: Float64Array, tau: number): Float64Array =>
    a.map((y, m) => (1 - tau) * y + tau * b[m]!);
  const [M0, half, M1] = [0, 0.5, 1].map((tau) => {
    const [a, g] = [between(first, second, tau), between(G0, G1, tau)];
    const both = a.map((y, m) => y + g[m]!);
    return blocks.map((block) => {
      const [one, other, sum] = [block.sums(a), block.sums(g), block.sums(both)];
      return one.Q.map((q, at) => q - (sum.W[at]! - one.W[at]! - other.W[at]!) / 2);
    });
  }) as [Float64Array[], Float64Array[], Float64Array[]];
  const middle = half.map((M, b) => M.map((y, at) => 2 * y - (M0[b]![at]! + M1[b]![at]!) / 2));
  const ceilings = [M0, middle, M1].map((M) => (sigma: number): number => {
    return ceiling(
      M.map((one, b) => one.map((y, at) => y - sigma * DD[b]![at]!)),
      sizes,
      1e-12,
    );
  });
  return leastFactors(ceilings, delta);
}

/** The greatest eigenvalue of all blocks, and a share of the greatest norm for rounding. */
function ceiling(matrices: readonly Float64Array[], sizes: readonly number[], share: number): number {
  const greatest = Math.max(...matrices.map((M, b) => symmetricEigenvalues(M, sizes[b]!)[sizes[b]! - 1]!));
  return greatest + share * Math.max(...matrices.map((M) => Math.hypot(...M)));
}

/** Σ_m a_m B_m on one multiplet of each total spin, which has all eigenvalues that it has on n qubits. */
function oneCopy(units: readonly SpinUnit[], a: Float64Array): RealMatrix {
  const places = new Map<string, number>();
  for (const { j, m, other } of units) if (m === other) places.set(`${j},${m}`, places.size);
  const size = places.size;
  const data = new Float64Array(size * size);
  units.forEach(({ j, m, other }, k) => {
    const [row, col] = [places.get(`${j},${m}`)!, places.get(`${j},${other}`)!];
    data[row * size + col] = data[row * size + col]! + a[k]!;
    if (row !== col) data[col * size + row] = data[col * size + row]! + a[k]!;
  });
  return { rows: size, cols: size, data };
}

/**
 * The greatest lower bound found by an observable that changes on the way and that no permutation of the qubits changes: as
 * `movingObservableBound`, without transposed copies, in blocks of polynomial size. The number returned is that of
 * `verifiedSymmetricMovingBound`. It is greater than that of one observable for GHZ states, and the same for W states.
 *
 * @returns bound 0 where no observable with the symmetries differs between the states
 * @throws {ShapeError | DomainError} as `verifiedSymmetricMovingBound`; no segment
 */
export function* symmetricMovingBound(
  problem: SymmetricProblem,
  options: MovingOptions = {},
): Generator<ObservableStep, SymmetricMovingBound> {
  const { segments = 2, maxSteps = 150, seed = 0 } = options;
  checkSymmetricProblem('symmetricMovingBound', problem);
  if (!(Number.isInteger(segments) && segments >= 1)) {
    throw new DomainError(`symmetricMovingBound: a whole number of segments above 0 required, got ${segments}`);
  }
  const units = spinUnits(problem.qubits, modulusOf(problem));
  const { blocks, change } = prepared(
    problem,
    units.map((unit) => ({ ...unit, coefficient: 0 })),
  );
  let best: SymmetricMovingBound = { bound: 0, leaves: [], segments: [] };
  if (length(change) < 1e-9) return best;
  const start = Float64Array.from(units, (unit) => expectation(problem.from, unit));
  const matrices = units.map((_, k) => {
    const unit = oneCopy(
      units,
      Float64Array.from(units, (_, l) => (l === k ? 1 : 0)),
    );
    for (let v = 0; v < unit.rows; v++) unit.data[v * (unit.rows + 1)] = unit.data[v * (unit.rows + 1)]! - start[k]!;
    return unit;
  });
  for (const moved of movingSearch({ change, blocks }, matrices, change, { segments, maxSteps, seed })) {
    const found = proofOf(units, start, moved);
    const bound = verifiedSymmetricMovingBound(problem, found.leaves, found.segments);
    if (bound > best.bound) best = { bound, ...found };
    yield { start: 0, beta: moved.beta, bound };
  }
  return best;
}

/** What the unknowns prove; constants are multiples of Σ|j, m⟩⟨j, m|. */
function proofOf(units: readonly SpinUnit[], start: Float64Array, { problem, x }: MovedUnknowns) {
  const count = units.length;
  const places = movingUnknowns(problem);
  const terms = ({ a, constant }: Shifted): readonly SpinTerm[] => {
    const moved = constant - a.reduce((sum, y, m) => sum + y * start[m]!, 0);
    return units.map((unit, k) => ({ ...unit, coefficient: a[k]! + (unit.m === unit.other ? moved : 0) }));
  };
  const segments = problem.widths.map((_, k): SymmetricSegment => {
    const at = places.segment(k);
    const multiplier = (from: number) => terms({ a: x.slice(from, from + count), constant: x[from + count]! });
    return { multipliers: [multiplier(at), multiplier(at + count + 1)], beta: x[at + 2 * count + 2]! };
  });
  return { leaves: leavesOf(problem, x).map(terms), segments };
}
