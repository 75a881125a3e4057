/** @file Correlations between any two sites of a two-dimensional network. */

import { DomainError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { networkTensors } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { absorbed, arrangedNode, type Boundary, type BoundaryOptions, boundaries, gridAxes } from './boundary-chain.ts';
import { rowValues, withOperator } from './boundary-row.ts';
import { flipped, type Row } from './grid-rows.ts';

export interface PlaneCorrelationOptions extends BoundaryOptions {
  /** The sites i; default all. */
  readonly from?: readonly number[];
}

/** ⟨M_j⟩ and ⟨M_i M_j⟩ of a Hermitian operator of single sites. */
export interface PlaneCorrelations {
  /** ⟨M_j⟩ of every site. */
  readonly first: Float64Array;
  /** The sites i, one for each row of `products`. */
  readonly from: readonly number[];
  /** Re⟨M_i M_j⟩, shape (sites i, all sites); ⟨M_i²⟩ at j = i. */
  readonly products: RealMatrix;
  /** Greatest relative error in truncating a boundary. */
  readonly error: number;
}

/**
 * The correlations of a projected entangled-pair state: a boundary takes M_i along from its row to every other one, downwards and upwards,
 * and is closed there with M_j at each column.
 *
 *     o──o──o──o     boundary from above
 *     A──M──A──A     the row of i, absorbed with M_i
 *     A──A──A──A     …
 *     A──A──A──M     the row of j, between that boundary and the one from below
 *     o──o──o──o
 *
 * @param network - as for `boundaryLogNorm`
 * @param operator - M, Hermitian, shape (d, d)
 * @throws {DomainError} another network, or a site that does not exist
 * @throws {ShapeError} an operator that does not fit a site
 *
 * Cost of each site i as that of `boundaryLogNorm`. Without truncation exact; ⟨M_i M_j⟩ and ⟨M_j M_i⟩ are found in opposite directions,
 * and differ by the error of truncation.
 */
export function planeCorrelations(
  network: TensorNetwork,
  theta: Float64Array,
  operator: ComplexMatrix,
  { from: asked, ...options }: PlaneCorrelationOptions,
): PlaneCorrelations {
  const { rows, columns } = options;
  const n = rows * columns;
  const axes = gridAxes(network, options);
  const from = asked ?? Array.from({ length: n }, (_, k) => k);
  const wrong = from.find((site) => !(Number.isInteger(site) && site >= 0 && site < n));
  if (wrong !== undefined) throw new DomainError(`planeCorrelations: sites below ${n} required, got ${wrong}`);
  const tensors = networkTensors(network, theta).map((tensor, k) => arrangedNode(tensor, axes[k]!));
  const grid = Array.from({ length: rows }, (_, r): Row => tensors.slice(r * columns, (r + 1) * columns));
  const turned = grid.toReversed().map(flipped);
  const [above, below] = [boundaries(grid, options), boundaries(turned, options)];
  const down: Half = { grid, above, below: below.toReversed(), options };
  const up: Half = { grid: turned, above: below, below: above.toReversed(), options };
  const plain = grid.map((row, r) => rowValues(above[r]!.chain, row, row, down.below[r + 1]!.chain, operator));
  const first = Float64Array.from(plain.flatMap(({ norm, values }) => [...values].map((value) => value / norm)));
  // The norm e^log, in which the factors that were taken out of a boundary from above and one from below stand.
  const logNorm = Math.log(Math.abs(plain[0]!.norm)) + plain[0]!.log + down.below[1]!.logNorm;
  const data = new Float64Array(from.length * n);
  let error = Math.max(...above.map((one) => one.error), ...below.map((one) => one.error));
  from.forEach((site, k) => {
    const [r, c] = [Math.floor(site / columns), site % columns];
    const put = (row: number, values: Float64Array): void => {
      data.set(values, k * n + row * columns);
    };
    const below = carried(down, r, c, operator, logNorm);
    const over = carried(up, rows - 1 - r, c, operator, logNorm);
    below.values.forEach((values, step) => {
      put(r + step, values);
    });
    over.values.forEach((values, step) => {
      if (step > 0) put(r - step, values);
    });
    error = Math.max(error, below.error, over.error);
  });
  return { first, from, products: { rows: from.length, cols: n, data }, error };
}

/** A plane with its boundaries, from one side. */
interface Half {
  readonly grid: readonly Row[];
  readonly above: readonly Boundary[];
  readonly below: readonly Boundary[];
  readonly options: BoundaryOptions;
}

/** ⟨M M_j⟩ for the operator at row r, column c, and j in the rows r, r + 1, …. */
function carried(
  { grid, above, below, options }: Half,
  r: number,
  c: number,
  operator: ComplexMatrix,
  logNorm: number,
): { readonly values: readonly Float64Array[]; readonly error: number } {
  const acted = grid[r]!.map((tensor, column) => (column === c ? withOperator(operator, tensor) : tensor));
  let boundary = above[r]!;
  const values: Float64Array[] = [];
  for (let row = r; row < grid.length; row++) {
    const kets = row === r ? acted : grid[row]!;
    const under = below[row + 1]!;
    const found = rowValues(boundary.chain, kets, grid[row]!, under.chain, operator);
    const factor = Math.exp(found.log + boundary.logNorm + under.logNorm - logNorm);
    values.push(found.values.map((value) => value * factor));
    if (row + 1 < grid.length) boundary = absorbed(boundary, kets, grid[row]!, options);
  }
  return { values, error: boundary.error };
}

/**
 * The static structure factor of a rectangle,
 *
 *     S(q) = (1/n) Σ_ij cos(q·(r_i − r_j)) C_ij,   q = 2π(a/rows, b/columns).
 *
 * @param correlations - C, shape (n, n)
 * @returns S row by row for a = 0 … rows − 1, b = 0 … columns − 1
 *
 * Cost O(n³).
 */
export function planeStructureFactor({ data }: RealMatrix, rows: number, columns: number): RealMatrix {
  const n = rows * columns;
  const factor = Float64Array.from({ length: n }, (_, q) => {
    const [a, b] = [Math.floor(q / columns) / rows, (q % columns) / columns];
    let sum = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const [y, x] = [Math.floor(i / columns) - Math.floor(j / columns), (i % columns) - (j % columns)];
        sum += Math.cos(2 * Math.PI * (a * y + b * x)) * data[i * n + j]!;
      }
    }
    return sum / n;
  });
  return { rows, cols: columns, data: factor };
}
