/** @file How much shorter than the paths found can the shortest path be? */

import { ghz } from '../../../datasets/ghz.ts';
import { haarRandom } from '../../../datasets/haar-random.ts';
import { w } from '../../../datasets/w.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { entanglementBound } from '../../../src/complexity/entanglement-bound.ts';
import { lengthLowerBound } from '../../../src/complexity/length-bound.ts';
import { movingObservableBound } from '../../../src/complexity/moving-observable-bound.ts';
import { type ObservableStep, observableBound } from '../../../src/complexity/observable-bound.ts';
import { provenObservableBound } from '../../../src/complexity/proven-observable-bound.ts';
import { spinMatrix } from '../../../src/complexity/spin-units.ts';
import { symmetricMovingBound } from '../../../src/complexity/symmetric-moving-bound.ts';
import {
  symmetricObservableBound,
  verifiedSymmetricBound,
} from '../../../src/complexity/symmetric-observable-bound.ts';
import { verifiedObservableBound } from '../../../src/complexity/verified-observable-bound.ts';
import { sectorGeodesic } from '../../../src/geodesic/sector/sector-geodesic.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { complexOf } from '../../../src/linalg/matrix.ts';
import { pauliCoefficients } from '../../../src/operator/pauli-coefficients.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import { dickeComponents, ghzComponents, sectorState } from '../../../src/state/symmetric-vector.ts';
import { zeroState } from '../../../src/state/zero-state.ts';
import type { PartStep, StudyContext, StudyStep } from '../../study.ts';
import { shortestPath, TWO_LOCAL } from '../shortest-path.ts';
import { type Bounds, type Found, findings, type Length } from './findings.ts';
import type { Options } from './options.ts';

/** A state that is sought. */
interface Target {
  readonly name: 'GHZ' | 'W' | 'random';
  readonly qubits: number;
  readonly state: ComplexVector;
}

const metric = TWO_LOCAL['all-to-all'];
const sizeWeights = [1, 1];
/** Most qubits of paths on all amplitudes; beyond they are sought in a sector. */
const AMPLITUDES = 3;
/** Most qubits for which a moving observable has transposed copies. */
const TRANSPOSED_MOVING = 3;
/** Most qubits for which the check is repeated on all amplitudes. */
const DENSE = 3;

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const targets: readonly Target[] = [
    ...options.ghz.map((n): Target => ({ name: 'GHZ', qubits: n, state: ghz(n).amplitudes })),
    ...options.w.map((n): Target => ({ name: 'W', qubits: n, state: w(n).amplitudes })),
    ...options.random.map((n): Target => ({ name: 'random', qubits: n, state: haarRandom(n, seed).amplitudes })),
  ];
  const found: Found[] = [];
  for (const [k, target] of targets.entries()) {
    const { name, qubits } = target;
    const what = `${name}_${qubits} (${k + 1})`;
    const path = yield* part(`${what}, path`, (k + 0.5) / targets.length, () => lengthOf(target, options, seed));
    const bounds = yield* part(`${what}, bounds`, (k + 1) / targets.length, () => boundsOf(target, options, seed));
    found.push({ name, qubits, path, bounds });
  }
  return findings(found, options);
}

/** The shortest path found: on all amplitudes, or for many qubits in a sector. */
function* lengthOf(
  { name, qubits, state }: Target,
  { slices, starts }: Options,
  seed: number,
): Generator<PartStep, Length> {
  if (qubits <= AMPLITUDES) {
    const path = yield* shortestPath(metric, state, { slices, starts, seed, polished: 1, observable: false });
    const { length, residual } = path.geodesic ?? { length: path.length, residual: Math.sqrt(path.infidelity) };
    return { length, residual, slices, sector: 'all amplitudes' };
  }
  const blocks = name === 'W' ? [1, qubits - 1] : [qubits];
  const sector = youngSector(blocks, { sizeWeights });
  const components = name === 'W' ? dickeComponents(qubits, 1) : ghzComponents(qubits);
  const search = sectorGeodesic(sector, sectorState(sector, components), { starts: starts + 1, slices, seed });
  for (let steps = 1; ; steps++) {
    const { done, value } = search.next();
    if (done) return { length: value.value.length, residual: value.value.residual, slices, sector: blocks.join(' + ') };
    yield { message: `${value.phase}, length ${value.length.toFixed(4)}`, progress: 1 - 1 / (1 + steps / 5) };
  }
}

/** All lower bounds, and the same numbers by other means. */
function* boundsOf(
  { name, qubits, state }: Target,
  { cells, observables, transposed, moving }: Options,
  seed: number,
): Generator<PartStep, Bounds> {
  const [controls, from] = [controlWords(metric, qubits), zeroState(qubits)];
  const known = {
    fubiniStudy: lengthLowerBound(controls, from, state),
    entanglement: entanglementBound(controls, from, state),
  };
  if (name === 'random') {
    const search = observableBound(controls, from, state, { cells, starts: 1, seed, maxSteps: 40 });
    const { bound, observable, cells: given } = yield* told(search, 1);
    const proven = provenObservableBound(controls, from, state, observable, given);
    return { ...known, observable: bound, transposed: null, moving: null, rechecked: [proven] };
  }
  const ends = {
    from: dickeComponents(qubits, 0),
    to: name === 'W' ? dickeComponents(qubits, 1) : ghzComponents(qubits),
  };
  const problem = { qubits, sizeWeights, ...ends };
  const one = yield* told(symmetricObservableBound(problem, { cells, starts: observables, seed }), 0.3);
  const rechecked = [verifiedSymmetricBound(problem, one.observable, one.cells)];
  if (qubits <= DENSE) {
    const A = pauliCoefficients(complexOf(spinMatrix(qubits, one.observable)));
    rechecked.push(verifiedObservableBound(controls, from, state, A, one.cells));
  }
  const added: { transposed: number | null; moving: number | null } = { transposed: null, moving: null };
  if (qubits <= transposed) {
    const options = { cells: 1, starts: 1, seed, maxSteps: 250, transposed: true };
    added.transposed = (yield* told(observableBound(controls, from, state, options), 0.6)).bound;
  }
  if (name === 'GHZ' && qubits <= moving) {
    const search: Generator<ObservableStep, { readonly bound: number }> =
      qubits <= TRANSPOSED_MOVING
        ? movingObservableBound(controls, from, state, { segments: 1, seed, maxSteps: 250 })
        : symmetricMovingBound(problem, { segments: 2, seed, maxSteps: 60 });
    added.moving = (yield* told(search, 1)).bound;
  }
  return { ...known, observable: one.bound, ...added, rechecked };
}

/** The search with its steps in words. */
function* told<Value>(
  search: Generator<{ readonly start: number; readonly bound: number }, Value>,
  until: number,
): Generator<PartStep, Value> {
  for (let steps = 1; ; steps++) {
    const { done, value } = search.next();
    if (done) return value;
    yield {
      message: `observable ${value.start + 1}, bound ${value.bound.toFixed(4)}`,
      progress: until * (1 - 1 / (1 + steps / 7)),
    };
  }
}
