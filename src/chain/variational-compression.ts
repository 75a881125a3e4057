/** @file The closest matrix-product state of smaller bond dimension. */

import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { adjoint, multiply } from '../linalg/matrix.ts';
import { qr } from '../linalg/qr.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { truncateBonds } from '../network/truncate-bonds.ts';
import type { NetworkPoint } from '../network-point.ts';
import type { Solution } from '../solution.ts';
import {
  type Chain,
  chainOf,
  leftCanonical,
  mirrored,
  networkOfChain,
  overlapStep,
  rightCanonical,
} from './matrix-product-state.ts';

/** The compressed state, of norm 1, and its infidelity from the original. */
export interface CompressedState extends NetworkPoint<TensorNetwork> {
  readonly infidelity: number;
}

/**
 * The matrix-product state of bond dimension `bond` with the largest overlap with a given one, found by sweeps: with
 * all other tensors isometric, the best tensor at a site is the overlap of the two states with that tensor left out.
 * It starts from the truncation of Schmidt values, which it can only improve.
 *
 * @param network - an open matrix-product state
 * @param bond - χ
 * @param options.sweeps - most double sweeps, default 10
 * @param options.tolerance - stop when a double sweep raises the overlap by less than this, default 1e-14
 *
 * Cost of a sweep O(n d χ χ_target²).
 *
 * @see Schollwöck, Ann. Phys. 326, 96 (2011), sect. 4.5.2
 */
export function compressedVariationally(
  network: TensorNetwork,
  theta: Float64Array,
  bond: number,
  { sweeps = 10, tolerance = 1e-14 }: { readonly sweeps?: number; readonly tolerance?: number } = {},
): Solution<CompressedState> {
  let target = normalisedChain(chainOf(network, theta));
  const start = truncateBonds(network, theta, 0, bond);
  let chain = leftCanonical(chainOf(start.network, start.theta));
  let overlap = 0;
  for (let sweep = 1; ; sweep++) {
    const before = overlap;
    for (let direction = 0; direction < 2; direction++) {
      // From a left-canonical chain, one pass from right to left; mirrored, the next pass does the same.
      ({ chain, overlap } = improved(target, chain));
      target = mirrored(target);
      chain = mirrored(chain);
    }
    const settled = overlap - before <= tolerance;
    if (settled || sweep >= sweeps) {
      const value = { ...networkOfChain(chain), infidelity: Math.max(0, 1 - overlap * overlap) };
      return { value, result: settled ? 'converged' : 'max-steps', steps: sweep };
    }
  }
}

/**
 * One pass from right to left; the new chain is right-canonical, and its overlap with the target real, positive. The
 * best tensor at a site closes what the target T leaves open between the isometries of the chain on both sides:
 *
 *     ┌──T──┐     target
 *     L  │  R
 *     └─   ─┘     chain
 */
function improved(target: Chain, chain: Chain): { readonly chain: Chain; readonly overlap: number } {
  const n = chain.length;
  const lefts: ComplexMatrix[] = [one];
  for (let k = 0; k + 1 < n; k++) lefts.push(overlapStep(lefts[k]!, chain[k]!, target[k]!));
  const tensors: ComplexArray[] = [...chain];
  let right = one; // (target bond, chain bond): Σ T R A†
  let overlap = 0;
  for (let k = n - 1; k >= 0; k--) {
    const [a, site, b] = target[k]!.shape as [number, number, number];
    const rows = lefts[k]!.rows;
    const half = multiply(lefts[k]!, { rows: a, cols: site * b, interleaved: target[k]!.interleaved });
    const best = multiply({ rows: rows * site, cols: b, interleaved: half.interleaved }, right);
    overlap = Math.sqrt(best.interleaved.reduce((sum, x) => sum + x * x, 0));
    const matrix = { rows, cols: site * right.cols, interleaved: best.interleaved.map((x) => x / overlap) };
    if (k === 0) {
      tensors[0] = { shape: [1, site, right.cols], interleaved: matrix.interleaved };
      break;
    }
    const isometry = adjoint(qr(adjoint(matrix)).q); // rows orthonormal
    tensors[k] = { shape: [isometry.rows, site, right.cols], interleaved: isometry.interleaved };
    const carried = multiply({ rows: a * site, cols: b, interleaved: target[k]!.interleaved }, right);
    right = multiply({ rows: a, cols: site * right.cols, interleaved: carried.interleaved }, isometry, {
      adjointB: true,
    });
  }
  return { chain: tensors, overlap };
}

const one: ComplexMatrix = { rows: 1, cols: 1, interleaved: Float64Array.of(1, 0) };

function normalisedChain(chain: Chain): Chain {
  const [first, ...rest] = rightCanonical(chain);
  const norm = Math.sqrt(first!.interleaved.reduce((sum, x) => sum + x * x, 0));
  return [{ shape: first!.shape, interleaved: first!.interleaved.map((x) => x / norm) }, ...rest];
}
