/** @file What no path between two states can be shorter than: every argument that is affordable. */

import { entanglementBound } from '../../complexity/entanglement-bound.ts';
import { lengthLowerBound } from '../../complexity/length-bound.ts';
import { type ObservableBound, observableBound } from '../../complexity/observable-bound.ts';
import { observableSymmetry, symmetricObservables } from '../../complexity/observable-symmetry.ts';
import type { PathProblem } from '../../path/state-path.ts';
import type { GeodesicStep } from './sliced-search.ts';

/** Lower bounds of the length of every path between two states, each rigorous. */
export interface StateLowerBounds {
  /** By the speed of the state in the Fubini–Study metric (`lengthLowerBound`); 0 where local rotations are free. */
  readonly fubiniStudy: number;
  /** By the entanglement to be made (`entanglementBound`). */
  readonly entanglement: number;
  /** By one observable (`observableBound`), with what `verifiedObservableBound` takes; null if none was sought. */
  readonly observable: ObservableBound | null;
}

/** Whether an observable is sought, or how: options of `observableBound`. */
type SoughtObservable =
  | boolean
  | {
      readonly cells?: number;
      readonly copies?: number;
      readonly starts?: number;
      readonly maxSteps?: number;
      readonly transposed?: boolean;
    };

/** Of two states that no path joins. */
export const NO_PATH: StateLowerBounds = { fubiniStudy: Infinity, entanglement: Infinity, observable: null };

/** Most qubits for which an observable is sought without being asked for. */
const UNASKED = 3;
/** How it is sought then, within a second or two: where the observable has few unknowns, and where it has up to 63. */
const QUICK = { few: { cells: 8, starts: 1, maxSteps: 50 }, many: { cells: 1, starts: 1, maxSteps: 36 } };

/**
 * The bounds of a problem that runs backwards, from the target to the reference.
 *
 * @param sought - options of `observableBound`; true for its defaults; false for no observable; undefined for a quick search
 *        for up to three qubits
 */
export function* stateLowerBounds(
  { controls, from: target, to: reference, freeWords = [] }: PathProblem,
  sought: SoughtObservable | undefined,
): Generator<GeodesicStep, StateLowerBounds> {
  const free = freeWords.length > 0;
  const bounds = {
    fubiniStudy: free ? 0 : lengthLowerBound(controls, target, reference),
    entanglement: entanglementBound(controls, target, reference, free),
  };
  if (free || sought === false) return { ...bounds, observable: null };
  if (sought === undefined && controls.qubits > UNASKED) return { ...bounds, observable: null };
  const quick = (): typeof QUICK.few => {
    const group = observableSymmetry(controls, reference, target);
    return symmetricObservables(group, controls.qubits).length > 16 ? QUICK.many : QUICK.few;
  };
  const options = sought === undefined ? quick() : sought === true ? {} : sought;
  const search = observableBound(controls, reference, target, options);
  for (let step = 0; ; step++) {
    const { done, value } = search.next();
    if (done) return { ...bounds, observable: value };
    yield { phase: `lower bound, start ${value.start + 1}`, step, length: value.bound };
  }
}
