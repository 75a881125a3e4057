/** @file Shortest paths: the metric that a table of direct distances generates. */

/**
 * Shortest paths over a table of direct distances, a metric: by Floyd and Warshall, O(sites³). Null where no path leads.
 */
export function shortestPaths(
  direct: readonly (readonly (number | null)[])[],
): readonly (readonly (number | null)[])[] {
  const table = direct.map((row) => Float64Array.from(row, (value) => value ?? Infinity));
  table.forEach((via, k) => {
    for (const row of table) {
      const first = row[k]!;
      if (first === Infinity) continue;
      for (let b = 0; b < row.length; b++) {
        const path = first + via[b]!;
        if (path < row[b]!) row[b] = path;
      }
    }
  });
  return table.map((row) => Array.from(row, (value) => (value < Infinity ? value : null)));
}
