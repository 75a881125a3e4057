/** @file The greatest of the lower bounds of the length of a path between two states, and where it comes from. */

import type { ComplexVector } from '../linalg/complex.ts';
import type { Controls } from './controls.ts';
import { entanglementBound } from './entanglement-bound.ts';
import { lengthLowerBound } from './length-bound.ts';
import type { ObservableBound } from './observable-bound.ts';
import { verifiedObservableBound } from './verified-observable-bound.ts';

/** A lower bound, and the argument that gives it. */
export interface NamedLowerBound {
  readonly bound: number;
  readonly by:
    | 'Fubini–Study speed'
    | 'entanglement'
    | 'one observable'
    | 'one symmetric observable'
    | 'a moving observable'
    | 'a symmetric moving observable';
}

/** The numbers of which the greatest counts; null or absent where no observable was sought. */
export interface LowerBounds {
  readonly fubiniStudy: number;
  readonly entanglement: number;
  readonly observable: Pick<ObservableBound, 'bound'> | null;
  readonly symmetric?: Pick<ObservableBound, 'bound'>;
  readonly moving?: Pick<ObservableBound, 'bound'>;
  readonly symmetricMoving?: Pick<ObservableBound, 'bound'>;
}

/** The greatest of several lower bounds; of equal ones the first. */
export function greatestLowerBound(bounds: LowerBounds): NamedLowerBound {
  const { fubiniStudy, entanglement, observable, symmetric, moving, symmetricMoving } = bounds;
  const named: readonly NamedLowerBound[] = [
    { bound: fubiniStudy, by: 'Fubini–Study speed' },
    { bound: entanglement, by: 'entanglement' },
    { bound: observable?.bound ?? 0, by: 'one observable' },
    { bound: symmetric?.bound ?? 0, by: 'one symmetric observable' },
    { bound: moving?.bound ?? 0, by: 'a moving observable' },
    { bound: symmetricMoving?.bound ?? 0, by: 'a symmetric moving observable' },
  ];
  return named.reduce((best, next) => (next.bound > best.bound ? next : best));
}

/**
 * The greatest lower bound of the length of every path between two pure states: by the speed in the Fubini–Study metric
 * (`lengthLowerBound`), by the entanglement to be made (`entanglementBound`), and by the expectation of an observable, where
 * one is given; that one is checked again (`verifiedObservableBound`), so that its number is not trusted.
 *
 * The maximum is all that is sound for arguments about different quantities: a path may change them at the same time, so
 * bounds do not add.
 *
 * @throws {ShapeError | DomainError} the observable, as `verifiedObservableBound`
 */
export function bestLowerBound(
  controls: Controls,
  from: ComplexVector,
  to: ComplexVector,
  found?: Pick<ObservableBound, 'observable' | 'cells' | 'copies'>,
): NamedLowerBound {
  const observable =
    found === undefined || found.cells.length === 0
      ? null
      : { bound: verifiedObservableBound(controls, from, to, found.observable, found.cells, found.copies) };
  return greatestLowerBound({
    fubiniStudy: lengthLowerBound(controls, from, to),
    entanglement: entanglementBound(controls, from, to),
    observable,
  });
}
