/** @file A lower bound of the length of every path to a matrix-product state, from its Schmidt values and its qubits. */

import { siteDensities } from '../chain/chain-entropies.ts';
import { type Chain, schmidtValues } from '../chain/matrix-product-state.ts';
import { ShapeError } from '../errors.ts';
import { zeroMatrix } from '../linalg/complex.ts';
import type { Controls } from './controls.ts';
import {
  angleRate,
  type Demand,
  dualBound,
  logarithmRate,
  productAngle,
  qubitChanges,
  qubitRate,
  ratesAcross,
  schmidtLogarithm,
  supportsOf,
} from './entanglement-bound.ts';

/**
 * `entanglementBound` from |0…0⟩ to a matrix-product state of any number of qubits, with the cuts between neighbours and
 * the single qubits: fewer conditions, so that it is a bound all the same.
 *
 * @param controls - words with positive weights
 * @param chain - of qubits, of any norm but 0
 * @throws {ShapeError} the chain has another number of qubits than the controls
 *
 * Cost O(n χ³), and O(n · supports) for each sweep of the quadratic program.
 */
export function chainEntanglementBound(controls: Controls, chain: Chain): number {
  const { qubits } = controls;
  if (chain.length !== qubits || chain.some(({ shape }) => shape[1] !== 2)) {
    throw new ShapeError(`chainEntanglementBound: ${qubits} qubits required, got ${chain.length} sites`);
  }
  const parts = supportsOf(controls);
  const zero = zeroMatrix(2, 2);
  zero.interleaved[0] = 1;
  const ofCuts = schmidtValues(chain).flatMap((values, k): readonly Demand[] => {
    const inside = Array.from({ length: k + 1 }, (_, site) => site);
    return [
      { change: productAngle(values), rates: ratesAcross(inside, parts, angleRate) },
      { change: schmidtLogarithm(values), rates: ratesAcross(inside, parts, logarithmRate) },
    ];
  });
  const ofQubits = siteDensities(chain).flatMap((density, site) => {
    const rates = Float64Array.from(parts, ({ sites }) => (sites.includes(site) ? qubitRate(sites.length) : 0));
    return qubitChanges(zero, density).map((change): Demand => ({ change, rates }));
  });
  return dualBound(
    [...ofCuts, ...ofQubits],
    parts.map(({ weight }) => weight),
  );
}
