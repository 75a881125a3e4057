/** @file The observable that changes on the way such that no short path follows it. */

import { DomainError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, identityMatrix } from '../linalg/complex.ts';
import { addScaledMatrix, realPart } from '../linalg/matrix.ts';
import { length } from '../linalg/real-vector.ts';
import { pauliCoefficients } from '../operator/pauli-coefficients.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';
import type { Controls } from './controls.ts';
import { leavesOf, type MovingProblem, movingUnknowns, type Shifted } from './moving-objective.ts';
import { type MovingSegment, verifiedMovingBound } from './moving-observable.ts';
import { movingSearch } from './moving-search.ts';
import { mean, type ObservableStep, preparedProblem, projectorDifference } from './observable-bound.ts';
import { type ObservableSymmetry, observableSymmetry, symmetricObservables } from './observable-symmetry.ts';
import { checkObservableProblem } from './verified-observable-bound.ts';

/** How a moving observable is searched. */
export interface MovingOptions {
  /** K, by default 4. */
  readonly segments?: number;
  /** Steps of L-BFGS at each β; default 300. */
  readonly maxSteps?: number;
  /** Of the first unknowns of the partial transposes; default 0. */
  readonly seed?: number;
}

/** A lower bound with all that its check by `verifiedMovingBound` takes. */
export interface MovingObservableBound {
  readonly bound: number;
  readonly leaves: readonly PauliSum[];
  readonly segments: readonly MovingSegment[];
}

/** Most dimensions of the symmetric square in a search: three qubits. */
const MOST_DIMENSIONS = 36;

/**
 * The greatest lower bound found by an observable that changes on the way, `verifiedMovingBound`: first one observable with
 * transposed copies (`observableBound`), whose cells become segments, then the hyperplanes turn. The number returned is that
 * of the check.
 *
 * @param controls - all words that cost less than ∞; none may be free
 * @param from - shape (2ⁿ,), n ≤ 3
 * @param to - shape (2ⁿ,)
 * @throws {ShapeError | DomainError} as `observableBound`; no segment, or symmetries that leave complex observables
 *
 * Twenty seconds for GHZ₃ in two segments.
 */
export function* movingObservableBound(
  controls: Controls,
  from: ComplexVector,
  to: ComplexVector,
  options: MovingOptions = {},
): Generator<ObservableStep, MovingObservableBound> {
  const { segments = 4, maxSteps = 300, seed = 0 } = options;
  if (!(Number.isInteger(segments) && segments >= 1)) {
    throw new DomainError(`movingObservableBound: a whole number of segments above 0 required, got ${segments}`);
  }
  const group = movingSymmetry(controls, from, to);
  const observables = symmetricObservables(group, controls.qubits);
  const one = preparedProblem(controls, [from, to], observables, { group, copies: 2, transposed: true });
  let best: MovingObservableBound = { bound: 0, leaves: [], segments: [] };
  if (length(one.change) < 1e-9) return best;
  const identity = identityMatrix(from.length);
  const shifted = observables.map((B) => addScaledMatrix(B, [-mean(B, from), 0], identity));
  const start = projectorDifference(observables, from, to);
  const search = movingSearch(one, shifted.map(realPart), start, { segments, maxSteps, seed });
  for (const { beta, problem, x } of search) {
    const found = proofOf(problem, shifted, x);
    const bound = verifiedMovingBound(controls, from, to, found.leaves, found.segments);
    if (bound > best.bound) best = { bound, ...found };
    yield { start: 0, beta, bound };
  }
  return best;
}

/**
 * The symmetry of the observables that `movingObservableBound` seeks.
 *
 * @throws {ShapeError | DomainError} as `movingObservableBound`
 */
export function movingSymmetry(controls: Controls, from: ComplexVector, to: ComplexVector): ObservableSymmetry {
  checkObservableProblem('movingObservableBound', controls, from, to, 2, MOST_DIMENSIONS);
  const group = observableSymmetry(controls, from, to);
  if (!group.real) throw new DomainError('movingObservableBound: real states required, up to a phase');
  return group;
}

/** What the unknowns prove. */
function proofOf(problem: MovingProblem, shifted: readonly ComplexMatrix[], x: Float64Array) {
  const { change, witness, widths } = problem;
  const count = change.length;
  const places = movingUnknowns(problem);
  const sumOf = ({ a, constant }: Shifted): PauliSum => {
    const identity = identityMatrix(shifted[0]!.rows);
    return pauliCoefficients(
      shifted.reduce(
        (sum, B, m) => addScaledMatrix(sum, [a[m]!, 0], B),
        addScaledMatrix(identity, [constant - 1, 0], identity),
      ),
    );
  };
  const segments = widths.map((_, k): MovingSegment => {
    const at = places.segment(k);
    const multiplier = (from: number) => sumOf({ a: x.slice(from, from + count), constant: x[from + count]! });
    const vectors = (condition: number) =>
      witness!
        .vectors(x.subarray(places.more(k, condition), places.more(k, condition) + witness!.unknowns))
        .map((y) => Array.from(y));
    return {
      multipliers: [multiplier(at), multiplier(at + count + 1)],
      beta: x[at + 2 * count + 2]!,
      transposed: [vectors(0), vectors(1), vectors(2)],
    };
  });
  return { leaves: leavesOf(problem, x).map(sumOf), segments };
}
