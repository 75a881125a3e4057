/** @file How a map of points stretches space. */

/** The displacements of all points along one axis, one for each axis: what is to be carried along for `jacobians`. */
export const unitDisplacements = (dimension: number, d: 1 | 2 | 3): readonly Float64Array[] =>
  Array.from({ length: d }, (_, a) => Float64Array.from({ length: dimension }, (_, k) => Number(k % d === a)));

/**
 * The determinant of the derivative of the map at every point.
 *
 * @param carried - where it takes the unit displacements, d vectors of shape (points·d,)
 */
export function jacobians(carried: readonly Float64Array[], d: 1 | 2 | 3): Float64Array {
  const [x, y, z] = carried;
  return Float64Array.from({ length: x!.length / d }, (_, k) => {
    const at = k * d;
    if (d === 1) return x![at]!;
    const minor = (i: number, j: number, first: Float64Array, second: Float64Array): number =>
      first[at + i]! * second[at + j]! - first[at + j]! * second[at + i]!;
    if (d === 2) return minor(0, 1, x!, y!);
    return x![at]! * minor(1, 2, y!, z!) + x![at + 1]! * minor(2, 0, y!, z!) + x![at + 2]! * minor(0, 1, y!, z!);
  });
}
