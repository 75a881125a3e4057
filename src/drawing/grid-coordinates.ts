/** @file Is a graph a rectangular grid, and in which row and column is each point? */

/** The neighbours of each point, by their numbers. */
export type Neighbours = readonly ReadonlySet<number>[];

/** Row and column of a point. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Rows and columns of a graph that is a grid of two rows and two columns or more; null for any other.
 *
 * From the corners a = (0, 0) and b = (0, C − 1) the distances along the bonds are r + c and r + C − 1 − c, so that
 *
 *     c = (d_a − d_b + C − 1)/2,   r = (d_a + d_b − C + 1)/2;
 *
 * a graph is a grid if these are different places that fill a rectangle and its bonds are the steps of length one. Of
 * its orientations the one is chosen whose first corner and first row have the smallest indices.
 *
 * Cost O(corners² · (points + bonds)).
 */
export function gridCoordinates(neighbours: Neighbours): readonly GridPlace[] | null {
  const corners = [...neighbours.keys()].filter((k) => neighbours[k]!.size === 2);
  if (neighbours.some(({ size }) => size < 2 || size > 4)) return null;
  for (const a of corners) {
    const fromA = distances(neighbours, a);
    for (const b of corners) {
      if (b === a) continue;
      const width = fromA[b]!;
      const fromB = distances(neighbours, b);
      const places = fromA.map((d, k) => ({ row: (d + fromB[k]! - width) / 2, column: (d - fromB[k]! + width) / 2 }));
      if (isGrid(places, neighbours)) return places;
    }
  }
  return null;
}

/** Number of steps from a point to every other; Infinity where there is no path. */
function distances(neighbours: Neighbours, start: number): readonly number[] {
  const steps = neighbours.map(() => Infinity);
  steps[start] = 0;
  const queue = [start];
  for (const here of queue) {
    for (const next of neighbours[here]!) {
      if (steps[next] !== Infinity) continue;
      steps[next] = steps[here]! + 1;
      queue.push(next);
    }
  }
  return steps;
}

function isGrid(places: readonly GridPlace[], neighbours: Neighbours): boolean {
  if (!places.every(({ row, column }) => Number.isInteger(row) && Number.isInteger(column))) return false;
  const rows = 1 + Math.max(...places.map(({ row }) => row));
  const columns = 1 + Math.max(...places.map(({ column }) => column));
  const taken = new Set(places.map(({ row, column }) => row * columns + column));
  const steps = neighbours.reduce((sum, { size }) => sum + size, 0) / 2;
  return (
    Math.min(rows, columns) > 1 &&
    taken.size === places.length &&
    rows * columns === places.length &&
    steps === rows * (columns - 1) + columns * (rows - 1) &&
    neighbours.every((near, k) =>
      [...near].every((other) => {
        const [p, q] = [places[k]!, places[other]!];
        return Math.abs(p.row - q.row) + Math.abs(p.column - q.column) === 1;
      }),
    )
  );
}
