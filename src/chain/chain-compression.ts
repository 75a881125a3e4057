/** @file Compression of matrix-product states by singular values, with the error made. */

import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { keptValues, leadingColumns, type Truncation } from '../linalg/kept-values.ts';
import { adjoint, multiply } from '../linalg/matrix.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { type Chain, leftCanonical } from './matrix-product-state.ts';

/** A compressed chain ψ̃ of norm 1, right-canonical; the original was ψ. */
export interface CompressedChain {
  readonly chain: Chain;
  /** log ‖ψ‖ of the original. */
  readonly logNorm: number;
  /** ‖ψ − ψ̃·‖ψ̃‖‖/‖ψ‖ before ψ̃ is normalised, exactly √Σ (weights dropped). */
  readonly error: number;
}

/**
 * Compresses a chain bond by bond from the right: each cut is an orthogonal projection in canonical form, on a subspace
 * of the one before, so that the squares of all errors add up.
 *
 * @param truncation - bond χ, default unlimited; tolerance: weight that may be dropped at each bond relative to what is
 *   left, default 1e-30
 * @returns for the zero chain log 0 and a chain of zeros
 *
 * Cost O(n d χ_old³).
 *
 * @see Schollwöck, Ann. Phys. 326, 96 (2011), sect. 4.5.1
 */
export function compressedChain(
  chain: Chain,
  { tolerance = 1e-30, bond = Infinity }: Partial<Truncation> = {},
): CompressedChain {
  const { canonical, logNorm } = normalisedLeft(chain);
  const tensors: ComplexArray[] = [];
  let carry: ComplexMatrix = { rows: 1, cols: 1, interleaved: Float64Array.of(1, 0) };
  let dropped = 0;
  for (let k = chain.length - 1; k >= 0; k--) {
    const { shape, interleaved } = canonical[k]!;
    const [left, site, right] = shape as [number, number, number];
    const centre = multiply({ rows: left * site, cols: right, interleaved }, carry);
    if (k === 0) {
      const norm = Math.sqrt(centre.interleaved.reduce((sum, x) => sum + x * x, 0));
      const unit = norm === 0 ? centre.interleaved : centre.interleaved.map((x) => x / norm);
      tensors.unshift({ shape: [left, site, carry.cols], interleaved: unit });
      break;
    }
    const matrix = { rows: left, cols: site * carry.cols, interleaved: centre.interleaved };
    const { u, values, v } = singularValueDecomposition(matrix);
    const kept = keptValues(values, { tolerance, bond });
    for (const value of values.subarray(kept)) dropped += value * value;
    tensors.unshift({ shape: [kept, site, carry.cols], interleaved: adjoint(leadingColumns(v, kept)).interleaved });
    carry = leadingColumns(u, kept);
    const { cols } = carry;
    carry = { ...carry, interleaved: carry.interleaved.map((x, at) => x * values[(at >> 1) % cols]!) };
  }
  return { chain: tensors, logNorm, error: Math.sqrt(dropped) };
}

/**
 * The left-canonical chain of norm 1, and the logarithm of the norm; tensors are scaled first, so that none overflows.
 */
function normalisedLeft(chain: Chain): { readonly canonical: Chain; readonly logNorm: number } {
  let logNorm = 0;
  const scaled = chain.map(({ shape, interleaved }) => {
    const size = Math.sqrt(interleaved.reduce((sum, x) => sum + x * x, 0));
    logNorm += Math.log(size);
    return { shape, interleaved: size === 0 ? interleaved : interleaved.map((x) => x / size) };
  });
  const canonical = leftCanonical(scaled);
  const last = canonical.at(-1)!;
  const norm = Math.sqrt(last.interleaved.reduce((sum, x) => sum + x * x, 0));
  if (norm === 0) return { canonical, logNorm: -Infinity };
  const unit = { shape: last.shape, interleaved: last.interleaved.map((x) => x / norm) };
  return { canonical: [...canonical.slice(0, -1), unit], logNorm: logNorm + Math.log(norm) };
}
