/** @file Expectation values of local terms in a matrix-product state, by transfer from both ends. */

import { currentEngine } from '../engine/engine.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexArray, type ComplexMatrix, sizeOf } from '../linalg/complex.ts';
import { multiply } from '../linalg/matrix.ts';
import { innerProduct } from '../linalg/vector.ts';
import type { LocalTerm } from '../operator/local-terms.ts';
import { type Chain, mirrored, overlapStep } from './matrix-product-state.ts';

/**
 * ⟨ψ|h|ψ⟩/⟨ψ|ψ⟩ of every term, for a chain of any norm and gauge.
 *
 * @param terms - on neighbouring sites in ascending order, e.g. `localTerms(sum)` of a chain's Hamiltonian
 * @throws {DomainError} sites that are not neighbours in ascending order, or beyond the chain
 * @throws {ShapeError} a matrix that does not fit its sites
 *
 * Cost O(n d χ³) for the ends, and O(d^{2k} χ² + d^k χ³) for a term on k sites.
 */
export function chainExpectations(chain: Chain, terms: readonly LocalTerm[]): Float64Array {
  const left = environments(chain);
  const right = environments(mirrored(chain)).reverse().map(transposed);
  return Float64Array.from(terms, ({ sites, matrix }) => {
    const first = sites[0];
    const fits = first !== undefined && sites.every((site, k) => site === first + k && chain[site] !== undefined);
    if (!fits) throw new DomainError(`chainExpectations: neighbouring sites of the chain required, got [${sites}]`);
    const block = sites.map((site) => chain[site]!).reduce(joined);
    const [bondLeft, site, bondRight] = block.shape as [number, number, number];
    if (matrix.rows !== site || matrix.cols !== site) {
      throw new ShapeError(
        `chainExpectations: a matrix ${site}×${site} on sites [${sites}] required, got ${matrix.rows}×${matrix.cols}`,
      );
    }
    // The block with both ends attached, ket side: axes (bra bond, site, bra bond).
    const half = multiply(left[first]!, { rows: bondLeft, cols: site * bondRight, interleaved: block.interleaved });
    const ket = multiply(
      { rows: bondLeft * site, cols: bondRight, interleaved: half.interleaved },
      right[first + sites.length]!,
    );
    const siteFirst = (array: Float64Array): ComplexMatrix => ({
      rows: site,
      cols: bondLeft * bondRight,
      interleaved: currentEngine().permute(array, [bondLeft, site, bondRight], [1, 0, 2]),
    });
    const [bra, moved] = [siteFirst(block.interleaved), siteFirst(ket.interleaved)];
    const vector = ({ interleaved }: ComplexMatrix) => ({ length: interleaved.length / 2, interleaved });
    const norm = innerProduct(vector(bra), vector(moved))[0];
    return innerProduct(vector(bra), vector(multiply(matrix, moved)))[0] / norm;
  });
}

/** For every bond the transfer of all sites to its left, (bra bond, ket bond), scaled to Frobenius norm 1. */
function environments(chain: Chain): ComplexMatrix[] {
  const all: ComplexMatrix[] = [{ rows: 1, cols: 1, interleaved: Float64Array.of(1, 0) }];
  for (const tensor of chain) {
    const next = overlapStep(all.at(-1)!, tensor, tensor);
    const size = Math.sqrt(next.interleaved.reduce((sum, x) => sum + x * x, 0));
    all.push({ ...next, interleaved: next.interleaved.map((x) => x / size) });
  }
  return all;
}

const transposed = ({ rows, cols, interleaved }: ComplexMatrix): ComplexMatrix => ({
  rows: cols,
  cols: rows,
  interleaved: currentEngine().permute(interleaved, [rows, cols], [1, 0]),
});

/** Two neighbouring tensors as one. */
function joined(a: ComplexArray, b: ComplexArray): ComplexArray {
  const [left, first, middle] = a.shape as [number, number, number];
  const [, second, right] = b.shape as [number, number, number];
  const { interleaved } = multiply(
    { rows: left * first, cols: middle, interleaved: a.interleaved },
    { rows: middle, cols: sizeOf([second, right]), interleaved: b.interleaved },
  );
  return { shape: [left, first * second, right], interleaved };
}
