/** @file Graph states, the cluster state of a chain or grid among them. */

import * as z from 'zod';
import type { PureState } from '../src/generative/target-state.ts';
import { zeroVector } from '../src/linalg/complex.ts';
import type { Lattice } from '../src/operator/lattice.ts';
import { latticeSpec } from '../src/operator/lattice-spec.ts';
import { checkSize, PURE_LIMIT, sizeUpTo } from './register-size.ts';

export const graphOptions = z.strictObject({
  qubits: sizeUpTo(PURE_LIMIT).describe('number of qubits'),
  lattice: latticeSpec.default('chain').describe('edges of the graph; a chain gives the linear cluster state'),
});

/**
 * Graph state: a controlled phase on every edge of |+…+⟩,
 *
 *     2^{−n/2} Σ_b (−1)^{Σ_⟨ij⟩ b_i b_j} |b⟩,
 *
 * the common eigenvector with eigenvalue +1 of all X_i Π_{j∼i} Z_j. On a chain or grid it is the cluster state.
 *
 * @param lattice - the graph, at most 24 sites
 * @throws {DomainError} too many sites
 *
 * @see Hein, Eisert & Briegel, Phys. Rev. A 69, 062311 (2004)
 */
export function graph(lattice: Lattice): PureState {
  const { sites, edges } = lattice;
  checkSize('graph', sites, PURE_LIMIT);
  const amplitudes = zeroVector(2 ** sites);
  amplitudes.interleaved.forEach((_, k) => {
    if (k % 2 === 0) amplitudes.interleaved[k] = 2 ** (-sites / 2);
  });
  for (const [a, b] of edges) {
    const both = (1 << (sites - 1 - a)) | (1 << (sites - 1 - b));
    for (let k = 0; k < amplitudes.length; k++) {
      if ((k & both) === both) amplitudes.interleaved[2 * k] = -amplitudes.interleaved[2 * k]!;
    }
  }
  return { kind: 'pure', name: `graph(${sites})`, dimensions: new Array(sites).fill(2), amplitudes };
}
