/** @file The observable that changes on the way such that no short path follows it. */

import { DomainError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, identityMatrix } from '../linalg/complex.ts';
import { addScaledMatrix, realPart } from '../linalg/matrix.ts';
import { randomStream } from '../linalg/random.ts';
import { length } from '../linalg/real-vector.ts';
import { pauliCoefficients } from '../operator/pauli-coefficients.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimised } from '../optimise/minimise.ts';
import type { Controls } from './controls.ts';
import { leavesOf, type MovingProblem, movingObjective, movingUnknowns, type Shifted } from './moving-objective.ts';
import { type MovingSegment, verifiedMovingBound } from './moving-observable.ts';
import { mean, type ObservableStep, preparedProblem, projectorDifference } from './observable-bound.ts';
import {
  cellsOf,
  type ObservableProblem,
  observableObjective,
  STAGES,
  unitChange,
  withCells,
} from './observable-objective.ts';
import { type ObservableSymmetry, observableSymmetry, symmetricObservables } from './observable-symmetry.ts';
import type { TransposedWitness } from './transposed-witness.ts';
import { cellEnds, checkObservableProblem } from './verified-observable-bound.ts';

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

/** β in units of the squared width of a segment, and the weight of the penalty. */
const MOVING_STAGES = [
  [30, 1],
  [100, 3],
  [300, 10],
  [1000, 30],
  [4000, 100],
  [20000, 100],
] as const;

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
 * Half a minute for GHZ₃ in four segments.
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
  const witness = one.witness!;
  const stream = randomStream(seed, 'observables');
  const z = Array.from({ length: witness.unknowns }, () => 0.1 * stream.normal());
  let x: Float64Array = Float64Array.from([...projectorDifference(observables, from, to), 0, 0, ...z]);
  for (const [share, beta] of STAGES) {
    x = withCells(one, x, Math.ceil(share * segments));
    x = minimised(observableObjective(one, beta), lbfgs(), x, { maxSteps, valueTolerance: 1e-9 }).value.x;
  }
  const identity = identityMatrix(from.length);
  const shifted = observables.map((B) => addScaledMatrix(B, [-mean(B, from), 0], identity));
  const ends = cellEnds(segments);
  const widths = Array.from({ length: segments }, (_, k) => ends[k + 1]! - ends[k]!);
  const problem: MovingProblem = { ...one, witness, matrices: shifted.map(realPart), widths };
  x = begun(one, witness, x, segments);
  for (const [beta, penalty] of MOVING_STAGES) {
    x = minimised(movingObjective(problem, beta, penalty), lbfgs(), x, { maxSteps, valueTolerance: 1e-9 }).value.x;
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

/** One observable in cells as hyperplanes: L_k = A − x_k, G = b + ν(A − (x_k + x_{k+1})/2). */
function begun(one: ObservableProblem, witness: TransposedWitness, x: Float64Array, segments: number): Float64Array {
  const count = one.change.length;
  const ends = cellEnds(segments);
  const places = movingUnknowns({ ...one, witness, matrices: [], widths: ends.slice(1) });
  const out = new Float64Array(places.total);
  const a = unitChange(one, x);
  ends.forEach((end, k) => {
    out.set(a, places.leaf(k));
    out[places.leaf(k) + count] = -end;
  });
  cellsOf(one, x).forEach(({ b, nu, z }, k) => {
    const at = places.segment(k);
    out.set(
      a.map((y) => nu * y),
      at,
    );
    out[at + count] = b - (nu * (ends[k]! + ends[k + 1]!)) / 2;
    for (const end of [0, 1]) out.set(z, places.more(k, end));
  });
  return out;
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
    const vectors = (end: number) =>
      witness
        .vectors(x.subarray(places.more(k, end), places.more(k, end) + witness.unknowns))
        .map((y) => Array.from(y));
    return {
      multiplier: sumOf({ a: x.slice(at, at + count), constant: x[at + count]! }),
      beta: x[at + count + 1]!,
      transposed: [vectors(0), vectors(1)],
    };
  });
  return { leaves: leavesOf(problem, x).map(sumOf), segments };
}
