/** @file Lines on which a function on a grid has a given value. */

type Point = readonly [x: number, y: number];

/** Where a contour crosses the edge of a square. */
interface Crossing {
  readonly edge: number;
  readonly point: Point;
}

/**
 * The lines `value = level`, by linear interpolation between neighbouring entries (marching squares). Squares with an entry that is null
 * or not finite have none; of the two ways through a saddle the one is taken that its mean decides.
 *
 * @param values - rows of equal lengths
 * @returns points of each line, in columns and rows of the entries; the first is repeated at the end of a closed one
 */
export function contourLines(
  values: readonly (readonly (number | null)[])[],
  level: number,
): readonly (readonly Point[])[] {
  const points = new Map<number, Point>();
  const joined = new Map<number, number[]>(); // the one or two edges to which each edge is joined
  const join = (a: Crossing, b: Crossing): void => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      points.set(from.edge, from.point);
      joined.set(from.edge, [...(joined.get(from.edge) ?? []), to.edge]);
    }
  };
  for (let row = 0; row + 1 < values.length; row++) {
    for (let column = 0; column + 1 < values[row]!.length; column++) {
      const crossings = crossingsOf(values, level, row, column);
      for (let k = 0; k + 1 < crossings.length; k += 2) join(crossings[k]!, crossings[k + 1]!);
    }
  }
  const lines: Point[][] = [];
  const follow = (start: number): void => {
    const line = [points.get(start)!];
    for (let at = start; ; ) {
      const next = joined.get(at)?.shift();
      if (next === undefined) break;
      const back = joined.get(next)!;
      back.splice(back.indexOf(at), 1);
      line.push(points.get(next)!);
      at = next;
    }
    if (line.length > 1) lines.push(line);
  };
  for (const [edge, others] of joined) if (others.length === 1) follow(edge); // open ones from their ends
  for (const edge of joined.keys()) follow(edge);
  return lines;
}

/** Corners of a square in order around it. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/** The crossings of a square in pairs that are joined. */
function crossingsOf(
  values: readonly (readonly (number | null)[])[],
  level: number,
  row: number,
  column: number,
): readonly Crossing[] {
  const width = values[row]!.length;
  const corners = CORNERS.map(([dx, dy]) => (values[row + dy]![column + dx] ?? Number.NaN) - level);
  if (!corners.every(Number.isFinite)) return [];
  const crossings = CORNERS.flatMap(([dx, dy], k): readonly Crossing[] => {
    const [a, b] = [corners[k]!, corners[(k + 1) % 4]!];
    if (a < 0 === b < 0) return [];
    const [ex, ey] = CORNERS[(k + 1) % 4]!;
    const share = a / (a - b);
    const point = [column + dx + share * (ex - dx), row + dy + share * (ey - dy)] as const;
    const corner = (row + Math.min(dy, ey)) * width + column + Math.min(dx, ex);
    return [{ edge: 2 * corner + (dx === ex ? 1 : 0), point }];
  });
  // Crossings are in order around the square; at a saddle the mean tells which corners they cut off.
  const isTurned = crossings.length === 4 && corners.reduce((sum, value) => sum + value, 0) < 0 !== corners[0]! < 0;
  return isTurned ? [crossings[3]!, ...crossings.slice(0, 3)] : crossings;
}
