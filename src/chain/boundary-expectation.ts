/** @file Expectation values in two-dimensional networks: what local operators give between boundaries from above and below. */

import { contract, contractionPlan } from '../contraction/contract.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexArray, sizeOf } from '../linalg/complex.ts';
import { networkTensors } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { LocalTerm } from '../operator/local-terms.ts';
import {
  arrangedNode,
  type Boundary,
  type BoundaryOptions,
  boundaries,
  conjugate,
  flipped,
  gridAxes,
  type Row,
} from './boundary-chain.ts';

/** Expectation values, one for each term, and the greatest relative error in truncating a boundary. */
export interface BoundaryExpectations {
  readonly values: Float64Array;
  readonly error: number;
}

/** Most rows between two boundaries. */
const MOST_ROWS = 2;

/**
 * ⟨ψ|h|ψ⟩/⟨ψ|ψ⟩ of every term in a projected entangled-pair state: terms on any sites of one row, or of two rows below each
 * other.
 *
 *     ┌──o──o──o──┐     boundary from above
 *     │  │  │  │  │
 *     └──A──A──A──┘     the rows of the term, kets and bras, with h between them
 *        │  │  │
 *     ┌──o──o──o──┐     boundary from below
 *
 * @param network - as for `boundaryLogNorm`
 * @param terms - Hermitian, on sites row·columns + column
 * @throws {DomainError} another network, or terms across more than two rows
 * @throws {ShapeError} a matrix that does not fit its sites
 *
 * Cost as `boundaryLogNorm`, and one contraction of a strip for each term.
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
  const strip = (first: number, count: number, term?: LocalTerm): Scaled =>
    stripValue(above[first]!, grid.slice(first, first + count), below[first + count]!, first * columns, term);
  const values = Float64Array.from(terms, (term) => {
    const touched = term.sites.map((site) => Math.floor(site / columns));
    const [first, last] = [Math.min(...touched), Math.max(...touched)];
    const count = last - first + 1;
    if (!(first >= 0 && last < rows && count <= MOST_ROWS)) {
      throw new DomainError(`boundaryExpectations: sites within two rows required, got [${term.sites}]`);
    }
    const key = `${first},${count}`;
    const norm = norms.get(key) ?? strip(first, count);
    norms.set(key, norm);
    const found = strip(first, count, term);
    return (found.value / norm.value) * 2 ** (found.exponent - norm.exponent);
  });
  return { values, error: Math.max(...above.map(({ error }) => error), ...below.map(({ error }) => error)) };
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
    if (term.matrix.rows !== sizeOf(own) || term.matrix.cols !== sizeOf(own)) {
      throw new ShapeError(
        `boundaryExpectations: a matrix ${sizeOf(own)}×${sizeOf(own)} on sites [${term.sites}] required, got ${term.matrix.rows}×${term.matrix.cols}`,
      );
    }
    const letters = [...term.sites.map((site) => `S${site}`), ...term.sites.map((site) => `s${site}`)];
    put(letters, [...own, ...own], term.matrix.interleaved);
  }
  const { value, exponent } = contract(contractionPlan(legs, dimensions, []), arrays);
  return { value: value.interleaved[0]!, exponent };
}
