/** @file What is certain about the complexity of a unitary before any search: lower bounds, and what cannot be reached. */

import { conjugationMatrix } from '../../complexity/adjoint-representation.ts';
import { biInvariantLength, type GlobalPhase } from '../../complexity/bi-invariant-length.ts';
import { weylCoordinates } from '../../complexity/kak.ts';
import type { RightInvariantMetric } from '../../complexity/right-invariant-metric.ts';
import { parity } from '../../engine/bits.ts';
import type { ComplexMatrix } from '../../linalg/complex.ts';
import { wordAt } from '../../operator/pauli-coordinates.ts';
import { generatedWords } from './nested-geodesic.ts';

/** Lower bounds of C(V), each rigorous. */
export interface UnitaryLowerBounds {
  /** √w_min · C₁(V), with C₁ the bi-invariant complexity: the complexity is monotone in every weight; 0 where w_min is. */
  readonly biInvariant: number;
  /**
   * Two qubits only: √w · |c|, with w the least weight of a two-qubit word and c the Weyl coordinates of V, the distance
   * of V from the local unitaries in the symmetric space SU(4)/SU(2)².
   */
  readonly weyl?: number;
}

/**
 * Both bounds. O(16ⁿ).
 *
 * @param end - whether rotations of single qubits are free, and the phase; default neither, and free
 */
export function unitaryLowerBounds(
  { qubits, inverseWeights }: RightInvariantMetric,
  V: ComplexMatrix,
  { rotating = false, phase = 'free' }: { readonly rotating?: boolean; readonly phase?: GlobalPhase } = {},
): UnitaryLowerBounds {
  const lightest = rotating ? 0 : inverseWeights.reduce((most, x) => Math.max(most, x), 0);
  const biInvariant = lightest > 0 ? biInvariantLength(V, { phase }) / Math.sqrt(lightest) : 0;
  if (qubits !== 2) return { biInvariant };
  const pairs = inverseWeights.filter((_, p) => !wordAt(p, 2).includes('I'));
  const lightestPair = pairs.reduce((most, x) => Math.max(most, x), 0);
  return { biInvariant, weyl: lightestPair > 0 ? Math.hypot(...weylCoordinates(V)) / Math.sqrt(lightestPair) : 0 };
}

/**
 * Whether V certainly cannot be reached. Two conditions must hold for what the controls reach: V lies in the span of
 * products of the words of finite weight, and V maps the algebra that they generate by commutators to itself. A CNOT
 * between two parts of a coupling graph in pieces violates the second. `false` means only that V is not excluded.
 *
 * O(n·16ⁿ).
 */
export function isOutsideControls({ inverseWeights }: RightInvariantMetric, V: ComplexMatrix): boolean {
  const words = inverseWeights.length;
  const algebra = generatedWords(inverseWeights);
  if (algebra.length === words - 1) return false;
  const inside = new Set(algebra);
  const conjugation = conjugationMatrix(V);
  for (let p = 1; p < words; p++) {
    if (inside.has(p)) continue;
    if (algebra.some((q) => Math.abs(conjugation.data[(p - 1) * (words - 1) + q - 1]!) > OUTSIDE)) return true;
  }
  return isOutsideProducts(algebra, V);
}

/** Coefficients above this are no rounding. */
const OUTSIDE = 1e-8;

/** Whether V = Σ v_P P has a coefficient at a word that is no product of these. */
function isOutsideProducts(algebra: readonly number[], V: ComplexMatrix): boolean {
  const span = new Set([0]);
  for (const p of algebra) if (!span.has(p)) for (const q of [...span]) span.add(p ^ q);
  const d = V.rows;
  for (let flip = 0; flip < d; flip++) {
    for (let sign = 0; sign < d; sign++) {
      if (span.has(sign * d + flip)) continue;
      let [re, im] = [0, 0];
      for (let b = 0; b < d; b++) {
        const factor = 1 - 2 * parity(b & sign);
        re += factor * V.interleaved[2 * (b * d + (b ^ flip))]!;
        im += factor * V.interleaved[2 * (b * d + (b ^ flip)) + 1]!;
      }
      if (Math.hypot(re, im) / d > OUTSIDE) return true;
    }
  }
  return false;
}
