/** @file The lower bound by an observable that an experiment asks for: whether it can be sought, the search, and its record. */

import { referenceState } from '../../src/circuit/run-circuit.ts';
import { greatestLowerBound } from '../../src/complexity/best-lower-bound.ts';
import { type Controls, splitControls } from '../../src/complexity/controls.ts';
import { movingObservableBound, movingSymmetry } from '../../src/complexity/moving-observable-bound.ts';
import { type ObservableStep, observableBound, soughtObservables } from '../../src/complexity/observable-bound.ts';
import { symmetricMovingBound } from '../../src/complexity/symmetric-moving-bound.ts';
import {
  checkSymmetricProblem,
  type SymmetricProblem,
  symmetricObservableBound,
} from '../../src/complexity/symmetric-observable-bound.ts';
import { asPure } from '../../src/generative/state-rules.ts';
import type { Complex, ComplexVector } from '../../src/linalg/complex.ts';
import type { LowerBoundsRecord } from '../../src/record/lower-bounds-record.ts';
import type { GeodesicRecord } from '../../src/record/run-record.ts';
import { dickeComponents } from '../../src/state/symmetric-vector.ts';
import { zeroState } from '../../src/state/zero-state.ts';
import type { Problem } from '../loss.ts';
import type { Experiment } from './experiment-schema.ts';
import { sectorProblem } from './sector-stage.ts';
import type { StageStep } from './stages.ts';

type Asked = Exclude<Experiment['geodesic'], false>['lowerBound'];
/** What a search adds to the bounds that are always there. */
type Added = Partial<Pick<LowerBoundsRecord, 'observable' | 'symmetric' | 'moving' | 'symmetricMoving'>>;

/** The search that was asked for, or why there is none. */
type BoundCase =
  | { readonly search: Generator<ObservableStep, Added>; readonly reason: null }
  | { readonly search: null; readonly reason: string };

/** Most qubits of a search on all amplitudes. */
const MOST_QUBITS = { one: 4, transposed: 4, moving: 3 } as const;

/** The search for an observable beside the quick one, with what it takes checked; null if none was asked for. */
export function boundCase(asked: Asked, problem: Problem, seed: number): BoundCase | null {
  const { observable } = asked;
  if (observable === 'quick' || observable === 'none') return null;
  const none = (reason: string): BoundCase => ({ search: null, reason });
  try {
    const isSymmetric = observable === 'symmetric' || observable === 'symmetric-moving';
    return isSymmetric ? symmetricCase(asked, problem, seed) : denseCase(asked, problem, seed);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return none(error.message.replace(/^\w+: /, ''));
  }
}

/** By one observable or a moving one, on all amplitudes. */
function denseCase({ observable, cells, starts, maxSteps }: Asked, problem: Problem, seed: number): BoundCase {
  const none = (reason: string): BoundCase => ({ search: null, reason });
  const { target, metric, network } = problem;
  const qubits = target.dimensions.length;
  if (target.dimensions.some((dimension) => dimension !== 2)) return none('a state of qubits required');
  const most = MOST_QUBITS[observable as keyof typeof MOST_QUBITS];
  if (qubits > most) return none(`at most ${most} qubits required for '${observable}', got ${qubits}`);
  const pure = asPure(target);
  if (pure === null) return none(`a pure state required, got '${target.name}'`);
  const { controls, freeWords } = splitControls(metric, qubits);
  if (freeWords.length > 0) return none('weights above 0 required, got 0 for words of one qubit');
  const from = network.kind === 'network' ? zeroState(qubits) : referenceState(network);
  return {
    search: denseSearch(controls, [from, pure.amplitudes], { observable, cells, starts, maxSteps }, seed),
    reason: null,
  };
}

/** @throws {ShapeError | DomainError} at once, where the states have too little symmetry or are not real */
function denseSearch(
  controls: Controls,
  [from, to]: readonly [ComplexVector, ComplexVector],
  { observable, cells, starts, maxSteps }: Asked,
  seed: number,
): Generator<ObservableStep, Added> {
  if (observable === 'moving') {
    movingSymmetry(controls, from, to);
    const search = movingObservableBound(controls, from, to, { segments: cells, seed, ...(maxSteps && { maxSteps }) });
    return named(search, (moving) => ({ moving }));
  }
  const options = { cells, starts, seed, transposed: observable === 'transposed', ...(maxSteps && { maxSteps }) };
  soughtObservables(controls, from, to, options);
  return named(observableBound(controls, from, to, options), (one) => ({ observable: one }));
}

/** By one observable or a moving one that no permutation of the qubits changes, in blocks of polynomial size. */
function symmetricCase(
  { observable, cells, starts, maxSteps }: Asked,
  { target, metric, network }: Problem,
  seed: number,
): BoundCase {
  const { problem, reason } = sectorProblem(target, metric, network);
  if (problem === null) return { search: null, reason: `a symmetric target required, but ${reason}` };
  const { blocks, components } = problem.form;
  if (blocks.length > 1) {
    return { search: null, reason: `a state that no permutation changes required, got blocks ${blocks.join(' + ')}` };
  }
  if (problem.weights.letterWeights !== undefined) {
    return { search: null, reason: 'a metric that weighs words by their size required, got weights of letters' };
  }
  const [qubits] = blocks as [number];
  const { interleaved } = components;
  const to = Array.from({ length: qubits + 1 }, (_, k): Complex => [interleaved[2 * k]!, interleaved[2 * k + 1]!]);
  const given: SymmetricProblem = {
    qubits,
    sizeWeights: problem.weights.sizeWeights,
    from: dickeComponents(qubits, 0),
    to,
  };
  checkSymmetricProblem('symmetricObservableBound', given);
  if (observable === 'symmetric-moving') {
    const moving = symmetricMovingBound(given, { segments: cells, seed, ...(maxSteps && { maxSteps }) });
    return { search: named(moving, (symmetricMoving) => ({ symmetricMoving })), reason: null };
  }
  const search = symmetricObservableBound(given, { cells, starts, seed, ...(maxSteps && { maxSteps }) });
  return { search: named(search, (symmetric) => ({ symmetric })), reason: null };
}

/** A search with its result by name. */
function* named<Value>(
  search: Generator<ObservableStep, Value>,
  as: (value: Value) => Added,
): Generator<ObservableStep, Added> {
  return as(yield* search);
}

/** A geodesic with the bound that is asked for beside those that it has; `lowerBound` is the greatest. */
export function* withAskedBound(
  { geodesic: options, seed }: Experiment,
  problem: Problem,
  geodesic: GeodesicRecord,
): Generator<StageStep, GeodesicRecord> {
  const { lowerBounds } = geodesic;
  const asked = options === false || lowerBounds == null ? null : boundCase(options.lowerBound, problem, seed);
  if (lowerBounds == null || asked === null || asked.search === null) return geodesic;
  for (;;) {
    const { done, value } = asked.search.next();
    if (!done) {
      yield { message: `lower bound, start ${value.start + 1}, ${value.bound.toFixed(4)}` };
      continue;
    }
    const known = lowerBounds.observable;
    const isLess = known !== null && value.observable != null && value.observable.bound <= known.bound;
    const all = { ...lowerBounds, ...value, ...(isLess && { observable: known }) };
    return { ...geodesic, lowerBounds: all, lowerBound: greatestLowerBound(all).bound };
  }
}
