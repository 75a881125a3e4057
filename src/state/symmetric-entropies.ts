/** @file Entropies of regions of symmetric states, by their Dicke components: matrices of polynomial size. */

import type { ComplexMatrix } from '../linalg/complex.ts';
import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { multiply } from '../linalg/matrix.ts';
import type { Nats } from '../units.ts';
import { distributionEntropy } from './entropy.ts';
import { type RegionEntropies, rememberedEntropy } from './region-entropies.ts';
import { binomial, type SymmetricVector } from './symmetric-vector.ts';

/**
 * The amplitudes of a symmetric state between a region and the rest, each by its numbers of ones. Where m_i of the n_i qubits of
 * block i are in the region,
 *
 *     M[j, l] = Π_i √(C(m_i, j_i)·C(n_i − m_i, l_i)/C(n_i, j_i + l_i)) · ψ[j + l].
 *
 * @param inside - m_i, for each block
 * @returns shape (Π(m_i + 1), Π(n_i − m_i + 1)), the last block running fastest
 */
export function schmidtMatrix({ blocks, components }: SymmetricVector, inside: readonly number[]): ComplexMatrix {
  const factors = blocks.map((n, i) => splittingWeights(n, inside[i]!));
  const rows = inside.reduce((product, m) => product * (m + 1), 1);
  const cols = blocks.reduce((product, n, i) => product * (n - inside[i]! + 1), 1);
  const interleaved = new Float64Array(2 * rows * cols);
  for (let at = 0; at < rows * cols; at++) {
    let [row, column, stride, index, weight] = [Math.floor(at / cols), at % cols, 1, 0, 1];
    for (let i = blocks.length - 1; i >= 0; i--) {
      const [m, rest] = [inside[i]! + 1, blocks[i]! - inside[i]! + 1];
      const [j, l] = [row % m, column % rest];
      row = (row - j) / m;
      column = (column - l) / rest;
      index += stride * (j + l);
      stride *= blocks[i]! + 1;
      weight *= factors[i]![j * rest + l]!;
    }
    interleaved[2 * at] = weight * components.interleaved[2 * index]!;
    interleaved[2 * at + 1] = weight * components.interleaved[2 * index + 1]!;
  }
  return { rows, cols, interleaved };
}

/** √(C(m, j)·C(n − m, l)/C(n, j + l)), shape (m + 1, n − m + 1). */
function splittingWeights(n: number, m: number): Float64Array {
  const [a, b, whole] = [m, n - m, n].map((size) =>
    Float64Array.from({ length: size + 1 }, (_, k) => binomial(size, k)),
  );
  return Float64Array.from({ length: (m + 1) * (n - m + 1) }, (_, at) => {
    const [j, l] = [Math.floor(at / (n - m + 1)), at % (n - m + 1)];
    return Math.sqrt(a![j]! * (b![l]! / whole![j + l]!));
  });
}

/**
 * Entropies of regions of a symmetric state. They depend on how many qubits of each block a region has, and are those of matrices of
 * Π(m_i + 1) rows.
 *
 * Cost O(d³) for each set of numbers m_i, d = Π(m_i + 1) the smaller side: half of 100 qubits has d = 51.
 */
export function entropiesOfSymmetric(state: SymmetricVector): RegionEntropies {
  const blockOf = state.blocks.flatMap((n, block) => new Array<number>(n).fill(block));
  const known = new Map<string, Nats>();
  return {
    boundary: blockOf.length,
    references: 0,
    capacities: blockOf.map(() => Math.LN2),
    kind: 'exact',
    entropy: rememberedEntropy(blockOf.length, (region) => {
      const inside = state.blocks.map(() => 0);
      for (const qubit of region) inside[blockOf[qubit]!]! += 1;
      const key = inside.join();
      const value = known.get(key) ?? splitEntropy(state, inside);
      known.set(key, value);
      return value;
    }),
  };
}

function splitEntropy(state: SymmetricVector, inside: readonly number[]): Nats {
  const matrix = schmidtMatrix(state, inside);
  const gram =
    matrix.rows <= matrix.cols
      ? multiply(matrix, matrix, { adjointB: true })
      : multiply(matrix, matrix, { adjointA: true });
  return distributionEntropy(hermitianEigenvalues(gram));
}
