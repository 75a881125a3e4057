/** @file Lines on which a function on a grid has a given value. */

/**
 * Segments of the line `value = level`, by linear interpolation between neighbouring entries (marching squares). Squares with an entry
 * that is null or not finite have none; of the two ways through a saddle the one is taken that its mean decides.
 *
 * @param values - rows of equal lengths
 * @returns ends of the segments, in columns and rows of the entries
 */
export function contourSegments(
  values: readonly (readonly (number | null)[])[],
  level: number,
): readonly (readonly [x: number, y: number, u: number, v: number])[] {
  const segments: (readonly [number, number, number, number])[] = [];
  for (let row = 0; row + 1 < values.length; row++) {
    for (let column = 0; column + 1 < values[row]!.length; column++) {
      const corners = CORNERS.map(([dx, dy]) => (values[row + dy]![column + dx] ?? Number.NaN) - level);
      if (!corners.every(Number.isFinite)) continue;
      const crossings = CORNERS.flatMap(([dx, dy], k) => {
        const [a, b] = [corners[k]!, corners[(k + 1) % 4]!];
        if (a < 0 === b < 0) return [];
        const [ex, ey] = CORNERS[(k + 1) % 4]!;
        const share = a / (a - b);
        return [[column + dx + share * (ex - dx), row + dy + share * (ey - dy)] as const];
      });
      // Crossings are in order around the square; at a saddle the mean tells which corners they cut off.
      const isTurned = crossings.length === 4 && corners.reduce((sum, value) => sum + value, 0) < 0 === corners[0]! < 0;
      const order = isTurned ? [0, 1, 2, 3] : [3, 0, 1, 2];
      const paired = crossings.length === 4 ? order.map((k) => crossings[k]!) : crossings;
      for (let k = 0; k + 1 < paired.length; k += 2) segments.push([...paired[k]!, ...paired[k + 1]!]);
    }
  }
  return segments;
}

/** Corners of a square in order around it. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;
