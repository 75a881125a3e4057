/** @file How much the variables of data tell of each other, and which tree that suggests. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { type DiscreteRows, rowsIn } from './discrete-rows.ts';

/**
 * Mutual information of all pairs of variables in nats, of the empirical distribution of the rows:
 *
 *     I(a, b) = Σ p(x, y) log[p(x, y) / (p(x) p(y))],    on the diagonal the entropy.
 *
 * Estimates from N rows are too large by about (d_a − 1)(d_b − 1)/2N.
 *
 * @returns n × n, symmetric
 *
 * O(rows · n²).
 */
export function mutualInformation(rows: DiscreteRows): RealMatrix {
  const { dimensions, digits } = rows;
  const count = rowsIn('mutualInformation', dimensions, digits);
  const n = dimensions.length;
  const data = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = 0; b <= a; b++) {
      const pairs = new Float64Array(dimensions[a]! * dimensions[b]!);
      for (let row = 0; row < count; row++) pairs[digits[row * n + a]! * dimensions[b]! + digits[row * n + b]!]!++;
      const single = (['rows', 'columns'] as const).map((over) => entropy(margin(pairs, dimensions[b]!, over), count));
      const information = single[0]! + single[1]! - entropy(pairs, count);
      data[a * n + b] = information;
      data[b * n + a] = information;
    }
  }
  return { rows: n, cols: n, data };
}

/** Sums of the rows or columns of a table. */
function margin(table: Float64Array, columns: number, over: 'rows' | 'columns'): Float64Array {
  const sums = new Float64Array(over === 'rows' ? table.length / columns : columns);
  table.forEach((x, at) => {
    sums[over === 'rows' ? Math.floor(at / columns) : at % columns]! += x;
  });
  return sums;
}

function entropy(counts: Float64Array, total: number): number {
  let sum = 0;
  for (const c of counts) if (c > 0) sum -= (c / total) * Math.log(c / total);
  return sum;
}

/** Two variables that a tree joins, and their mutual information in nats. */
export interface TreeEdge {
  readonly ends: readonly [number, number];
  readonly information: number;
}

/**
 * The tree of greatest total mutual information: of all distributions whose graph is a tree the one most likely to have made
 * the rows. n − 1 edges, by Prim's algorithm from variable 0.
 *
 * @see Chow & Liu, IEEE Trans. Inf. Theory 14, 462 (1968)
 */
export function chowLiuTree(information: RealMatrix): readonly TreeEdge[] {
  const n = information.rows;
  const best = Array.from({ length: n }, (_, k) => ({ from: 0, information: information.data[k]! }));
  const open = new Set(Array.from({ length: n - 1 }, (_, k) => k + 1));
  const edges: TreeEdge[] = [];
  while (open.size > 0) {
    let next = -1;
    for (const k of open) if (next < 0 || best[k]!.information > best[next]!.information) next = k;
    open.delete(next);
    edges.push({ ends: [best[next]!.from, next], information: best[next]!.information });
    for (const k of open) {
      const between = information.data[next * n + k]!;
      if (between > best[k]!.information) best[k] = { from: next, information: between };
    }
  }
  return edges;
}
