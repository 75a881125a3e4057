/** @file The square Ising model in closed form: what norms of deformed states are compared with. */

import { DomainError, ShapeError } from '../../errors.ts';

/**
 * ln of the partition function of the Ising model for each vertex of an infinite cylinder of circumference L, weights
 * e^{βθθ′} on all edges:
 *
 *     ln Z/N = ½ ln(2 sinh 2β) + (1/2L) Σ_k ε_k,    cosh ε_k = cosh 2β coth 2β − cos((2k + 1)π/L).
 *
 * @param circumference - L ≥ 2
 * @param coupling - β > 0
 * @throws {ShapeError | DomainError} a circumference or coupling out of range
 *
 * @see Kaufman, Phys. Rev. 76, 1232 (1949)
 */
export function isingCylinderLogNorm(circumference: number, coupling: number): number {
  if (!(Number.isInteger(circumference) && circumference >= 2)) {
    throw new ShapeError(`isingCylinderLogNorm: a circumference of at least 2 required, got ${circumference}`);
  }
  if (!(coupling > 0 && coupling < Infinity)) {
    throw new DomainError(`isingCylinderLogNorm: a finite coupling > 0 required, got ${coupling}`);
  }
  const centre = Math.cosh(2 * coupling) / Math.tanh(2 * coupling);
  let sum = 0;
  for (let k = 0; k < circumference; k++) {
    sum += Math.acosh(centre - Math.cos(((2 * k + 1) * Math.PI) / circumference));
  }
  return Math.log(2 * Math.sinh(2 * coupling)) / 2 + sum / (2 * circumference);
}

/**
 * Mean of θθ′ over the edges of the infinite lattice,
 *
 *     ⟨θθ′⟩ = ½ coth 2β [1 + (2/π)(2 tanh² 2β − 1) K(k)],    k = 2 sinh 2β / cosh² 2β,
 *
 * 1/√2 at the critical coupling, where its slope diverges.
 *
 * @param coupling - β > 0
 * @throws {DomainError} a coupling out of range
 *
 * @see Onsager, Phys. Rev. 65, 117 (1944)
 */
export function isingCorrelation(coupling: number): number {
  if (!(coupling > 0 && coupling < Infinity)) {
    throw new DomainError(`isingCorrelation: a finite coupling > 0 required, got ${coupling}`);
  }
  const tanh = Math.tanh(2 * coupling);
  // The complementary modulus of k; K is π/2 over the arithmetic-geometric mean of 1 and it.
  const complement = Math.abs(2 * tanh ** 2 - 1);
  if (complement < 1e-300) return Math.SQRT1_2;
  const share = (2 * tanh ** 2 - 1) / arithmeticGeometricMean(1, complement);
  return (1 + share) / (2 * tanh);
}

function arithmeticGeometricMean(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  while (larger - smaller > 1e-15 * larger) [larger, smaller] = [(larger + smaller) / 2, Math.sqrt(larger * smaller)];
  return larger;
}
