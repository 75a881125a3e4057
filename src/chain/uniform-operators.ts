/** @file The tensors of a chain without end as the rest of the chain lets them be: lowest states of their effective Hamiltonians. */

import type { ProductProgram } from '../engine/product-program.ts';
import { type ComplexMatrix, identityMatrix, zeroMatrix } from '../linalg/complex.ts';
import { lowestKrylov } from '../linalg/krylov-ground-state.ts';
import { addScaledMatrix, kronecker } from '../linalg/matrix.ts';
import { lent, productInto } from './transfer-programs.ts';
import { factorsOnLeft, factorsOnRight, type TermFactors, type UniformEnvironments } from './uniform-environments.ts';
import type { UniformTensors } from './uniform-tensors.ts';

/** Most Lanczos vectors for each tensor; with a few dozen critical chains are not followed, and the iteration wanders. */
const KRYLOV = 100;

/** Both halves of the effective Hamiltonian of a site, x ↦ K_L x + x K_R: all terms on its left and on its right. */
export function siteHalves(around: UniformEnvironments): readonly [left: ComplexMatrix, right: ComplexMatrix] {
  const { rows: D } = around.left;
  const one = identityMatrix(around.meetsLeft.rows / D);
  return [
    addScaledMatrix(around.meetsLeft, [1, 0], kronecker(around.left, one)),
    addScaledMatrix(around.meetsRight, [1, 0], kronecker(one, around.right)),
  ];
}

/**
 * The lowest state of the effective Hamiltonian of a site.
 *
 * @param site - start, D·d·D entries
 * @param tolerance - ‖Hx − Ex‖ relative to |E|
 */
export function lowestSite(around: UniformEnvironments, site: Float64Array, tolerance: number): Float64Array {
  const [left, right] = siteHalves(around);
  const D = around.left.rows;
  const rows = left.rows;
  const program: ProductProgram = {
    inputs: 3,
    sizes: [rows * D, rows * rows, rows * rows, rows * D, rows * D],
    instructions: [
      productInto(3, [1, 0], [rows, D, rows]),
      productInto(4, [0, 2], [D, rows, rows]),
      { kind: 'add', to: 3, from: 4, axes: [{ extent: rows * D, to: 1, from: 1 }] },
    ],
    outputs: [3],
  };
  return lowest(program, [site, left.interleaved, right.interleaved], tolerance);
}

/**
 * The lowest state of the effective Hamiltonian of a bond, C ↦ Σ_k L_k C R_k with the pairs of factors of the term, (H_L, 1) and (1, H_R).
 */
export function lowestBond(
  tensors: UniformTensors,
  factors: TermFactors,
  around: UniformEnvironments,
  tolerance: number,
): ComplexMatrix {
  const { centre } = tensors;
  const D = centre.rows;
  const one = identityMatrix(D);
  const onLeft = interleavedRows([...factorsOnLeft(tensors, factors), around.left, one]);
  const onRight = stacked([...factorsOnRight(tensors, factors), one, around.right]).interleaved;
  const pairs = D * factors.first.length + 2 * D;
  const program: ProductProgram = {
    inputs: 3,
    sizes: [D * D, D * pairs, D * pairs, D * pairs, D * D],
    instructions: [productInto(3, [1, 0], [pairs, D, D]), productInto(4, [3, 2], [D, D, pairs])],
    outputs: [4],
  };
  return { ...centre, interleaved: lowest(program, [centre.interleaved, onLeft, onRight], tolerance) };
}

function lowest(program: ProductProgram, inputs: readonly Float64Array[], tolerance: number): Float64Array {
  return lent(program, inputs, ({ apply, packed, unpacked }) =>
    unpacked(lowestKrylov(apply, packed(inputs[0]!), KRYLOV, tolerance).vector),
  );
}

/** Rows in the order (row, matrix). */
function interleavedRows(matrices: readonly ComplexMatrix[]): Float64Array {
  const { rows, cols } = matrices[0]!;
  const out = zeroMatrix(rows * matrices.length, cols).interleaved;
  matrices.forEach(({ interleaved }, k) => {
    for (let row = 0; row < rows; row++) {
      const to = 2 * cols * (row * matrices.length + k);
      out.set(interleaved.subarray(2 * cols * row, 2 * cols * (row + 1)), to);
    }
  });
  return out;
}

/** Rows in the order (matrix, row). */
export function stacked(matrices: readonly ComplexMatrix[]): ComplexMatrix {
  const { rows, cols } = matrices[0]!;
  const out = zeroMatrix(rows * matrices.length, cols);
  matrices.forEach(({ interleaved }, k) => {
    out.interleaved.set(interleaved, 2 * rows * cols * k);
  });
  return out;
}
