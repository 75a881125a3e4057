import type { ComplexMatrix } from './complex.ts';
import { multiply } from './matrix.ts';
import { singularValueDecomposition } from './singular-values.ts';

/**
 * The isometry W (W†W = 1, rows ≥ cols; otherwise WW† = 1) closest to A: W = UV† for A = UΣV†. It maximises
 * Re Tr W†A, and is the unitary factor of the polar decomposition A = W·√(A†A).
 *
 * @see Fan & Hoffman, Proc. Am. Math. Soc. 6, 111 (1955)
 */
export function polarFactor(a: ComplexMatrix): ComplexMatrix {
  const { u, v } = singularValueDecomposition(a);
  return multiply(u, v, { adjointB: true });
}
