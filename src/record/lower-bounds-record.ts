/** @file The lower bounds of the length of a path as a run records them. */

import type { MovingObservableBound } from '../complexity/moving-observable-bound.ts';
import type { SymmetricMovingBound } from '../complexity/symmetric-moving-bound.ts';
import type { SymmetricObservableBound } from '../complexity/symmetric-observable-bound.ts';
import type { StateLowerBounds } from '../geodesic/state/state-lower-bounds.ts';

/** Lower bounds of the length of every path, each with what its check takes. */
export interface LowerBoundsRecord extends StateLowerBounds {
  /** By one observable in blocks of symmetric states (`symmetricObservableBound`); absent where it was not asked for. */
  readonly symmetric?: SymmetricObservableBound;
  /** By an observable that changes on the way (`movingObservableBound`); absent where it was not asked for. */
  readonly moving?: MovingObservableBound;
  /** By a moving one in blocks of symmetric states (`symmetricMovingBound`); absent where it was not asked for. */
  readonly symmetricMoving?: SymmetricMovingBound;
}
