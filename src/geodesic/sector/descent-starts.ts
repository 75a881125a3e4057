/** @file Sliced paths beside a geodesic that is no minimum: starts of a search for a shorter one. */

import { length } from '../../linalg/real-vector.ts';
import { symmetricEigen } from '../../linalg/symmetric-eigen.ts';
import type { ControlSpace } from '../state/control-space.ts';
import type { StatePoint } from '../state/state-flow.ts';
import { controlFlow, spaceControlsAt } from './control-flow.ts';
import { secondVariationForm } from './second-variation-form.ts';
import type { BegunPath } from './sector-search.ts';

/** Displacement, as a share of the length of the path: far enough to leave the saddle, near enough to meet the target again. */
const SHARE = 0.3;
/** Eigenvalues above this do not count as negative. */
const NEGATIVE = -2e-3;
/** Integration steps for each slice, even, and for each unit of the costate. */
const [STEPS_PER_SLICE, STEPS_PER_COSTATE] = [4, 2];

/**
 * The geodesic in slices, backwards from its end as the searches run, displaced to both sides along each of the directions of most
 * negative second variation.
 *
 * @param space - all controls; one in which the geodesic can be shortened
 * @param start - |0…0⟩ and the costate of the geodesic, in this space
 * @param modes - directions at most
 */
export function descentStarts(
  space: ControlSpace,
  start: StatePoint,
  slices: number,
  modes: number,
): readonly BegunPath[] {
  const { matrix, size } = secondVariationForm(space, start, slices);
  const { values, vectors } = symmetricEigen({ rows: size, cols: size, data: matrix });
  const straight = slicedControls(space, start, slices);
  const far = SHARE * length(straight);
  const negative = Array.from(values.keys()).filter((k) => k < modes && values[k]! < NEGATIVE);
  return negative.flatMap((k) => {
    const mode = vectors.data.subarray(k * size, (k + 1) * size);
    return [far, -far].map((distance) => ({
      slices,
      coordinates: backwards(
        straight.map((x, i) => x + distance * mode[i]!),
        slices,
      ),
    }));
  });
}

/** √(g_a/K)·h_a at the middle of each slice, shape (K·#controls,). */
function slicedControls(space: ControlSpace, start: StatePoint, slices: number): Float64Array {
  const { inverseWeights } = space;
  const controls = inverseWeights.length;
  const least = Math.max(STEPS_PER_SLICE * slices, STEPS_PER_COSTATE * length(start.costate));
  const flow = controlFlow(space, start, 2 * slices * Math.ceil(least / (2 * slices)));
  const stride = (flow.points.length - 1) / slices;
  const coordinates = new Float64Array(slices * controls);
  for (let k = 0; k < slices; k++) {
    const h = spaceControlsAt(space, flow.points[(k + 0.5) * stride]!);
    coordinates.set(
      h.map((value, a) => value / Math.sqrt(slices * inverseWeights[a]!)),
      k * controls,
    );
  }
  return coordinates;
}

/** The path run backwards: the slices in the opposite order, each undone. */
function backwards(coordinates: Float64Array, slices: number): Float64Array {
  const controls = coordinates.length / slices;
  return coordinates.map((_, i) => {
    const k = Math.floor(i / controls);
    return -coordinates[(slices - 1 - k) * controls + (i % controls)]!;
  });
}
