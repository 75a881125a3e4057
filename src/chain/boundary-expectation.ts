/** @file Expectation values in two-dimensional networks: what local operators give between boundaries from above and below. */

import { contract, contractionPlan } from '../contraction/contract.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexArray, type ComplexMatrix, sizeOf } from '../linalg/complex.ts';
import { networkTensors } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { LocalTerm } from '../operator/local-terms.ts';
import { absorbed, arrangedNode, type Boundary, type BoundaryOptions, boundaries, gridAxes } from './boundary-chain.ts';
import { rowValues, withOperator } from './boundary-row.ts';
import { conjugate, flipped, type Row } from './grid-rows.ts';
import { operatorProducts } from './operator-products.ts';

/** Expectation values, one for each term, and the greatest relative error in truncating a boundary. */
export interface BoundaryExpectations {
  readonly values: Float64Array;
  readonly error: number;
}

/** Most rows that stand as they are between two boundaries. */
const MOST_ROWS = 2;

/**
 * ⟨ψ|h|ψ⟩/⟨ψ|ψ⟩ of every term in a projected entangled-pair state, on any sites. Terms of one row, or of two rows below each
 * other, stand between two boundaries; others are sums of products of operators on single sites, which the boundary from above
 * takes along from row to row.
 *
 *     ┌──o──o──o──┐     boundary from above
 *     │  │  │  │  │
 *     └──A──A──A──┘     the rows of the term, kets and bras, with h between them
 *        │  │  │
 *     ┌──o──o──o──┐     boundary from below
 *
 * @param network - as for `boundaryLogNorm`
 * @param terms - Hermitian, on sites row·columns + column
 * @throws {DomainError} another network, or sites that do not exist
 * @throws {ShapeError} a matrix that does not fit its sites
 *
 * Cost as `boundaryLogNorm`, and one contraction of a strip for each term, or as `boundaryLogNorm` for each product.
 *
 * @see Verstraete, Murg & Cirac, Adv. Phys. 57, 143 (2008), sect. 4
 */
export function boundaryExpectations(
  network: TensorNetwork,
  theta: Float64Array,
  terms: readonly LocalTerm[],
  options: BoundaryOptions,
): BoundaryExpectations {
  const { rows, columns } = options;
  const axes = gridAxes(network, options);
  const tensors = networkTensors(network, theta).map((tensor, k) => arrangedNode(tensor, axes[k]!));
  const grid = Array.from({ length: rows }, (_, r): Row => tensors.slice(r * columns, (r + 1) * columns));
  const above = boundaries(grid, options);
  const below = boundaries(grid.toReversed().map(flipped), options).reverse();
  const norms = new Map<string, Scaled>();
  let error = Math.max(...above.map((one) => one.error), ...below.map((one) => one.error));
  const strip = (first: number, count: number, term?: LocalTerm): Scaled =>
    stripValue(above[first]!, grid.slice(first, first + count), below[first + count]!, first * columns, term);
  const values = Float64Array.from(terms, (term) => {
    const touched = term.sites.map((site) => Math.floor(site / columns));
    const [first, last] = [Math.min(...touched), Math.max(...touched)];
    const count = last - first + 1;
    if (!(first >= 0 && last < rows)) {
      throw new DomainError(`boundaryExpectations: sites below ${rows * columns} required, got [${term.sites}]`);
    }
    if (count > MOST_ROWS) {
      const far = carriedValue(grid, above[first]!, below[last + 1]!, first, last, term, options);
      error = Math.max(error, far.error);
      return far.value;
    }
    const key = `${first},${count}`;
    const norm = norms.get(key) ?? strip(first, count);
    norms.set(key, norm);
    const found = strip(first, count, term);
    return (found.value / norm.value) * 2 ** (found.exponent - norm.exponent);
  });
  return { values, error };
}

/** A term across many rows, product by product. */
function carriedValue(
  grid: readonly Row[],
  above: Boundary,
  below: Boundary,
  first: number,
  last: number,
  term: LocalTerm,
  options: BoundaryOptions,
): { readonly value: number; readonly error: number } {
  const { columns } = options;
  const dimensions = term.sites.map((site) => grid[Math.floor(site / columns)]![site % columns]!.shape[2]!);
  checkMatrix(term, dimensions);
  let error = 0;
  const carried = (factors: readonly ComplexMatrix[]): { readonly real: number; readonly log: number } => {
    const acted = (r: number): Row =>
      grid[r]!.map((tensor, c) => {
        const factor = factors[term.sites.indexOf(r * columns + c)];
        return factor === undefined ? tensor : withOperator(factor, tensor);
      });
    let boundary = above;
    for (let r = first; r < last; r++) boundary = absorbed(boundary, acted(r), grid[r]!, options);
    error = Math.max(error, boundary.error);
    const { norm, log } = rowValues(boundary.chain, acted(last), grid[last]!, below.chain, null);
    return { real: norm, log: log + boundary.logNorm };
  };
  const norm = carried([]);
  const value = operatorProducts(term.matrix, dimensions).reduce((sum, factors) => {
    const { real, log } = carried(factors);
    return sum + (real / norm.real) * Math.exp(log - norm.log);
  }, 0);
  return { value, error };
}

/** @throws {ShapeError} a matrix that does not fit its sites */
function checkMatrix({ sites, matrix }: LocalTerm, dimensions: readonly number[]): void {
  const size = sizeOf(dimensions);
  if (matrix.rows === size && matrix.cols === size) return;
  throw new ShapeError(
    `boundaryExpectations: a matrix ${size}×${size} on sites [${sites}] required, got ${matrix.rows}×${matrix.cols}`,
  );
}

/** value · 2^exponent. */
interface Scaled {
  readonly value: number;
  readonly exponent: number;
}

/** The real part of a strip between two boundaries, without the factors that were taken out of these. */
function stripValue(
  above: Boundary,
  rows: readonly Row[],
  below: Boundary,
  firstSite: number,
  term: LocalTerm | undefined,
): Scaled {
  const legs: (readonly Leg[])[] = [];
  const arrays: { readonly interleaved: Float64Array }[] = [];
  const dimensions: Record<Leg, number> = {};
  const put = (own: readonly Leg[], shape: readonly number[], interleaved: Float64Array): void => {
    legs.push(own);
    arrays.push({ interleaved });
    own.forEach((leg, k) => {
      dimensions[leg] = shape[k]!;
    });
  };
  const columns = rows[0]!.length;
  const acted = new Set(term?.sites);
  const boundary = ({ chain }: Boundary, name: string, r: number): void =>
    chain.forEach(({ shape, interleaved }, c) => {
      const d = Math.sqrt(shape[1]!);
      put([`${name}${c}`, `u${r}.${c}`, `U${r}.${c}`, `${name}${c + 1}`], [shape[0]!, d, d, shape[2]!], interleaved);
    });
  boundary(above, 'a', 0);
  rows.forEach((row, r) => {
    row.forEach((tensor: ComplexArray, c) => {
      const site = firstSite + r * columns + c;
      const out = acted.has(site) ? `S${site}` : `s${site}`;
      const [down, Down] = [`u${r + 1}.${c}`, `U${r + 1}.${c}`];
      put([`u${r}.${c}`, `k${r}.${c}`, `s${site}`, `k${r}.${c + 1}`, down], tensor.shape, tensor.interleaved);
      put([`U${r}.${c}`, `K${r}.${c}`, out, `K${r}.${c + 1}`, Down], tensor.shape, conjugate(tensor).interleaved);
    });
  });
  boundary(below, 'b', rows.length);
  for (const c of [0, columns]) {
    const ends = [`a${c}`, `b${c}`, ...rows.flatMap((_, r) => [`k${r}.${c}`, `K${r}.${c}`])];
    put(ends, new Array(ends.length).fill(1), Float64Array.of(1, 0));
  }
  if (term !== undefined) {
    const own = term.sites.map((site) => dimensions[`s${site}`]!);
    checkMatrix(term, own);
    const letters = [...term.sites.map((site) => `S${site}`), ...term.sites.map((site) => `s${site}`)];
    put(letters, [...own, ...own], term.matrix.interleaved);
  }
  const { value, exponent } = contract(contractionPlan(legs, dimensions, []), arrays);
  return { value: value.interleaved[0]!, exponent };
}
