/** @file Symbols of recoupling of the quantum group U_q(su₂) at a root of unity, of which state sums are made. */

import { DomainError } from '../../errors.ts';
import { checkSpins, isTriad, type Spin } from './spins.ts';

/** The spins 0, ½, …, (r − 2)/2 of U_q(su₂) with q = exp(iπ/r), and their symbols. */
export interface QuantumRecoupling {
  /** r ≥ 3. */
  readonly level: number;
  readonly spins: readonly Spin[];
  /** The quantum number [n] = sin(nπ/r)/sin(π/r). */
  readonly number: (n: number) => number;
  /** D² = r/(2 sin²(π/r)) = Σ_j [2j + 1]². */
  readonly totalDimensionSquared: number;
  /** Whether three spins can be coupled: a triad with j₁ + j₂ + j₃ ≤ r − 2. */
  readonly isAdmissible: (j1: Spin, j2: Spin, j3: Spin) => boolean;
  /** {a b c; d e f}_q; 0 where a triad is not admissible. */
  readonly sixJ: (a: Spin, b: Spin, c: Spin, d: Spin, e: Spin, f: Spin) => number;
}

/** Beyond it the alternating sum has lost half of its digits. */
const MOST_LEVEL = 48;

/**
 * Recoupling at q = exp(iπ/r): Racah's sum with quantum numbers [n] for n. As r → ∞ the symbols tend to those of SU(2),
 * with a difference of order 1/r².
 *
 * @throws {DomainError} r is not a whole number from 3 to 48
 *
 * Errors grow with r as the terms of the sum do: about 1e-15 at r = 12, 1e-8 at 48.
 * @see Kirillov & Reshetikhin (1989); Turaev & Viro, Topology 31, 865 (1992)
 */
export function quantumRecoupling(level: number): QuantumRecoupling {
  if (!(Number.isInteger(level) && level >= 3 && level <= MOST_LEVEL)) {
    throw new DomainError(`quantumRecoupling: a level r from 3 to ${MOST_LEVEL} required, got ${level}`);
  }
  const number = (n: number): number => Math.sin((n * Math.PI) / level) / Math.sin(Math.PI / level);
  const factorials = Float64Array.from({ length: level }, () => 1);
  for (let n = 1; n < level; n++) factorials[n] = factorials[n - 1]! * number(n);
  const product = (numbers: readonly number[]): number => numbers.reduce((all, n) => all * factorials[n]!, 1);
  const isAdmissible = (j1: Spin, j2: Spin, j3: Spin): boolean => isTriad(j1, j2, j3) && j1 + j2 + j3 <= level - 2;
  const sixJ = (a: Spin, b: Spin, c: Spin, d: Spin, e: Spin, f: Spin): number => {
    checkSpins('quantumRecoupling.sixJ', [a, b, c, d, e, f], (level - 2) / 2);
    const triads = [
      [a, b, c],
      [a, e, f],
      [d, b, f],
      [d, e, c],
    ] as const;
    if (!triads.every((triad) => isAdmissible(...triad))) return 0;
    const sums = triads.map(([x, y, z]) => x + y + z);
    const squares = [a + b + d + e, b + c + e + f, c + a + f + d];
    let total = 0;
    // Beyond t = r − 2 the factor [t + 1]! vanishes.
    for (let t = Math.max(...sums); t <= Math.min(...squares, level - 2); t++) {
      const below = product([...sums.map((sum) => t - sum), ...squares.map((square) => square - t)]);
      total += ((t % 2 === 0 ? 1 : -1) * factorials[t + 1]!) / below;
    }
    const triangles = triads.map(
      ([x, y, z]) => product([x + y - z, x - y + z, -x + y + z]) / factorials[x + y + z + 1]!,
    );
    return total * Math.sqrt(triangles.reduce((all, one) => all * one, 1));
  };
  return {
    level,
    spins: Array.from({ length: level - 1 }, (_, k) => k / 2),
    number,
    totalDimensionSquared: level / (2 * Math.sin(Math.PI / level) ** 2),
    isAdmissible,
    sixJ,
  };
}
