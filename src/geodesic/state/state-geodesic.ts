/**
 * @file The complexity of a state: the shortest path from the reference state. The direct method minimises the energy of a
 * path of K slices under the condition that it ends at the target; shooting makes geodesics of the shortest ones.
 */

import type { BlochPoint } from '../../circuit/circuit.ts';
import { blochPoints, productState } from '../../circuit/product-state.ts';
import { productVector } from '../../circuit/run-circuit.ts';
import { splitControls } from '../../complexity/controls.ts';
import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { unreachable } from '../../complexity/reachability.ts';
import { bitCount } from '../../engine/bits.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import { norm } from '../../linalg/vector.ts';
import { solution } from '../../optimise/minimise.ts';
import type { GivenPath } from '../../path/given-path.ts';
import type { PathProblem } from '../../path/state-path.ts';
import { recorded, type SearchJournal } from '../../search-journal.ts';
import type { Result, Solution } from '../../solution.ts';
import { described, nothing, type StateGeodesic } from './described-geodesic.ts';
import { frameWithin } from './horizontal-frame.ts';
import { amongAllPaths, invariantProblem } from './invariant-problem.ts';
import { lighterWeights } from './light-rotations.ts';
import { oneSliceLess } from './odd-slices.ts';
import type { GeodesicStep } from './sliced-search.ts';
import { stateLowerBounds } from './state-lower-bounds.ts';
import { searched } from './state-search.ts';
import type { StateSymmetry } from './state-symmetry.ts';
import { throughFreeRotations } from './through-free-rotations.ts';

export type { SlicedGeodesic, StateGeodesic } from './described-geodesic.ts';
export type { GeodesicStep } from './sliced-search.ts';

/** Options of the search for the shortest path. */
export interface GeodesicOptions {
  /**
   * K; default 8, or more where the end point is met exactly with few words. The length converges as 1/K². For an odd K the
   * search takes K + 1 slices, and then one less.
   */
  readonly slices?: number;
  /** Random starts, on K/2 slices; default 3. */
  readonly starts?: number;
  /** Default 0. */
  readonly seed?: number;
  /** Where the path begins: any state, or a product state as 'plus', '+01' (see `productState`) or Bloch points; default |0…0⟩. */
  readonly reference?: ComplexVector | string | readonly BlochPoint[];
  /** L-BFGS steps at most for each weight of the end-point condition; default 150. */
  readonly maxSteps?: number;
  /** End-point infidelity that counts as reached; default 1e-8. The search aims at less. */
  readonly tolerance?: number;
  /** Paths to start from beside the random ones: of other metrics, or to nearby states. */
  readonly paths?: readonly GivenPath[];
  /**
   * Generators of a group: only paths that it leaves as they are are searched, if metric and both ends are invariant. They are paths among
   * all, and such a search is as many times cheaper as the group is large; but the shortest path need not be symmetric. Where `polished` is
   * not 0 or n ≤ 6, the result is tried for being a saddle among all paths, and shortened if it is. Conjugate points are not counted.
   */
  readonly symmetries?: readonly StateSymmetry[];
  /** How many of the shortest paths are polished to geodesics, 0 for none; default 2 for n ≤ 4. For n ≤ 8. */
  readonly polished?: number;
  /**
   * Whether the conjugate points of the geodesic are counted, and shorter ones sought while there are some; default for
   * n ≤ 4.
   */
  readonly conjugatePoints?: boolean;
  /**
   * Whether and how an observable is sought whose expectation bounds the length from below; default a quick search for
   * n ≤ 3 where paths are polished.
   */
  readonly observable?:
    | boolean
    | {
        readonly cells?: number;
        readonly copies?: number;
        readonly starts?: number;
        readonly maxSteps?: number;
        readonly transposed?: boolean;
      };
  /** Where the search writes what it has found, so that an interrupted one goes on (`searchJournal`); nowhere by default. */
  readonly journal?: SearchJournal | undefined;
}

/** Most qubits accepted; the search has been tested up to 12. */
const MOST_QUBITS = 14;
/** Most qubits for which the Jacobian of the end point is kept: always, and if the path is to be polished; or most symmetric states. */
const DENSE = { always: 6, polished: 8, symmetric: 64 };

/**
 * The shortest path from the reference to the target that K slices of constant Hamiltonians allow, and the geodesic that
 * it converges to.
 *
 * The energy is minimised by L-BFGS with an augmented Lagrangian for the end point: random starts with a large, then a
 * small weight μ; then with multipliers, first on K/2 slices, then on K; last, Newton steps onto the target. As a path of
 * K/2 slices is one of K, too, the shorter of both is kept. The search runs backwards, from the target to the reference (the
 * length is the same): there an amplitude weighs as much as it has wrong qubits, a landscape in which product-like traps such
 * as the one at fidelity ½ of GHZ are no minima. For few qubits every start is made exact on K/2 slices, and the shortest are
 * followed to K and polished by shooting; of seven and eight qubits, if they are to be polished, the shortest start alone; for more
 * the best is followed by the Lagrangian. Where one-qubit words weigh less than a tenth of two-qubit words, but not 0, the way leads
 * through free rotations (`throughFreeRotations`).
 *
 * @param target - shape (2ⁿ,), norm 1, n ≤ 14
 * @returns `converged` if the tolerance is met; otherwise the path is as exact for the end point that it reaches, or there
 *          is none, and the certificate proves it
 * @throws {ShapeError | DomainError} the target is no state of n ≤ 14 qubits, K is no number of slices, or the metric is wrong
 *
 * Cost O(steps · K · flips · degree · 2ⁿ): under a second for n = 3, seconds for n = 8 with chain-local words, if not
 * polished.
 */
export function* stateGeodesic(
  metric: PenaltyMetric,
  target: ComplexVector,
  options: GeodesicOptions = {},
): Generator<GeodesicStep, Solution<StateGeodesic>> {
  const light = options.paths === undefined && options.symmetries === undefined && lighterWeights(metric).length > 0;
  if (!light) return yield* searchedGeodesic(metric, target, options);
  return yield* throughFreeRotations(metric, (other, { rough, ...from }) =>
    recorded(options.journal, 'search', (journal) =>
      searchedGeodesic(other, target, {
        ...options,
        ...from,
        ...(rough && { polished: 0, conjugatePoints: false, observable: false }),
        journal,
      }),
    ),
  );
}

/** On one metric. */
function* searchedGeodesic(
  metric: PenaltyMetric,
  target: ComplexVector,
  options: GeodesicOptions,
): Generator<GeodesicStep, Solution<StateGeodesic>> {
  const { starts = 3, seed = 0, maxSteps = 150, tolerance = 1e-8, paths = [], journal } = options;
  const qubits = checkTarget(target);
  const reference = referenceOf(options.reference ?? 'zero', qubits);
  if (starts + paths.length < 1) throw new DomainError('stateGeodesic: a start or a path required, got none');
  const { controls, freeWords } = splitControls(metric, qubits);
  const polished = freeWords.length > 0 ? 0 : (options.polished ?? (qubits <= 4 ? 2 : 0));
  const ends = { from: target, to: reference, ...wrongQubits(reference) };
  const all: PathProblem = { controls, slices: 1, ...ends, freeWords, journal };
  const { symmetries } = options;
  const problem = symmetries === undefined ? all : invariantProblem(all, symmetries);
  const among = qubits <= DENSE.always || polished > 0;
  const dense = among || (problem.sums !== undefined && problem.sums.states.length <= DENSE.symmetric);
  const slices = options.slices ?? 2 * Math.max(4, dense ? enoughSlices(problem) : 0);
  if (!(Number.isInteger(slices) && slices >= 1)) {
    throw new DomainError(`stateGeodesic: a whole number of slices of at least 1 required, got ${slices}`);
  }
  const reason = unreachable([...controls.words, ...freeWords], reference, target);
  if (reason !== undefined) return { value: nothing(controls.words, slices, reason), result: 'stalled', steps: 0 };

  if (polished > 0 && qubits > DENSE.polished) {
    throw new DomainError(`stateGeodesic: at most ${DENSE.polished} qubits to be polished required, got ${qubits}`);
  }
  const coarse: PathProblem = { ...problem, slices: Math.ceil(slices / 2) };
  const large = qubits > DENSE.always;
  const counted = symmetries === undefined && (options.conjugatePoints ?? qubits <= 4);
  const even = yield* searched({ coarse, starts, seed, paths, maxSteps, tolerance, polished, counted, dense, large });
  const own = slices % 2 === 0 ? even : yield* oneSliceLess(even, { maxSteps, tolerance, dense });
  const found = symmetries === undefined ? own : yield* amongAllPaths(own, controls, among);
  const sought = options.observable ?? (polished > 0 ? undefined : false);
  const value = described(found, tolerance, yield* stateLowerBounds(found.problem, sought));
  const result: Result = !Number.isFinite(value.length)
    ? 'diverged'
    : value.infidelity <= tolerance
      ? 'converged'
      : 'max-steps';
  return { value, result, steps: found.steps };
}

/**
 * C(ψ) along a list of metrics, by continuation in both directions: each metric is solved, then the paths of its neighbours are
 * tried as starts, first up the list, then down, so that a sheet of solutions found at one metric is tried at all.
 *
 * @param metrics - in the order of, say, their penalties
 * @returns one solution for each metric, the shortest found
 */
export function stateGeodesics(
  metrics: readonly PenaltyMetric[],
  target: ComplexVector,
  options: GeodesicOptions = {},
): readonly Solution<StateGeodesic>[] {
  const run = (metric: PenaltyMetric, more: GeodesicOptions): Solution<StateGeodesic> =>
    solution(stateGeodesic(metric, target, { ...options, ...more }));
  const found = metrics.map((metric) => run(metric, {}));
  const follow = (from: number, to: number): void => {
    const path = found[from]!.value;
    if (path.velocity.length === 0) return;
    const followed = run(metrics[to]!, { starts: 0, paths: [path], observable: false });
    if (followed.result !== 'converged') return;
    const shorter = followed.value.complexity < found[to]!.value.complexity - 1e-9;
    if (found[to]!.result !== 'converged' || shorter) found[to] = withBounds(followed, found[to]!.value);
  };
  for (let k = 1; k < metrics.length; k++) follow(k - 1, k);
  for (let k = metrics.length - 1; k > 0; k--) follow(k, k - 1);
  return found;
}

/** The same path with lower bounds that are known already. */
const withBounds = (path: Solution<StateGeodesic>, { lowerBound, certificate }: StateGeodesic) => {
  const { lowerBounds } = certificate;
  return { ...path, value: { ...path.value, lowerBound, certificate: { ...path.value.certificate, lowerBounds } } };
};

/** Slices that have about two and a half times as many unknowns as the end point has conditions. */
function enoughSlices({ controls, sums, to }: PathProblem): number {
  const slices = Math.round((2.5 * frameWithin(to.interleaved, sums?.states).size) / controls.words.length);
  return slices > 8 ? 2 * Math.ceil(slices / 2) : slices; // even, where starts may have half as many
}

/**
 * How many qubits of each state of a product basis differ from the reference, at least 1, in its own frame; all 1 if the reference
 * is no product state.
 */
function wrongQubits(reference: ComplexVector): Pick<PathProblem, 'amplitudeWeights' | 'product'> {
  const { length, interleaved } = reference;
  const support = Array.from({ length }, (_, b) => b).filter(
    (b) => Math.hypot(interleaved[2 * b]!, interleaved[2 * b + 1]!) > 1e-12,
  );
  const weights = (basis: number): Float64Array =>
    Float64Array.from({ length }, (_, b) => Math.max(1, bitCount(b ^ basis)));
  if (support.length === 1) return { amplitudeWeights: weights(support[0]!) };
  const product = blochPoints(reference);
  if (product === null) return { amplitudeWeights: new Float64Array(length).fill(1) };
  return { amplitudeWeights: weights(0), product };
}

function checkTarget(target: ComplexVector): number {
  const qubits = Math.log2(target.length);
  if (!(Number.isInteger(qubits) && qubits >= 1 && qubits <= MOST_QUBITS)) {
    throw new ShapeError(`stateGeodesic: 2^n amplitudes with n ≤ ${MOST_QUBITS} required, got ${target.length}`);
  }
  checkNorm(target);
  return qubits;
}

/** The amplitudes of the reference. */
function referenceOf(reference: ComplexVector | string | readonly BlochPoint[], qubits: number): ComplexVector {
  if (typeof reference === 'string' || !('interleaved' in reference)) {
    return productVector(productState(reference, qubits));
  }
  if (reference.length !== 2 ** qubits) {
    throw new ShapeError(`stateGeodesic: a reference of ${2 ** qubits} amplitudes required, got ${reference.length}`);
  }
  checkNorm(reference);
  return reference;
}

function checkNorm(state: ComplexVector): void {
  if (Math.abs(norm(state) - 1) < 1e-8) return;
  throw new DomainError(`stateGeodesic: states of norm 1 required, got norm ${norm(state)}`);
}
