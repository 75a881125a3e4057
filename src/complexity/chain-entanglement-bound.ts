/** @file A lower bound of the length of every path to a matrix-product state, from its Schmidt values and its qubits. */

import { siteDensities } from '../chain/chain-entropies.ts';
import { type Chain, schmidtValues } from '../chain/matrix-product-state.ts';
import type { BlochPoint } from '../circuit/circuit.ts';
import { productVector } from '../circuit/run-circuit.ts';
import { ShapeError } from '../errors.ts';
import { projector } from '../state/reduced-density-matrix.ts';
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
 * `entanglementBound` from a product state to a matrix-product state of any number of qubits, with the cuts between neighbours and
 * the single qubits: fewer conditions, so that it is a bound all the same.
 *
 * @param controls - words with positive weights
 * @param chain - of qubits, of any norm but 0
 * @param reference - a Bloch point for each qubit, default |0…0⟩
 * @throws {ShapeError} chain or reference has another number of qubits than the controls
 *
 * Cost O(n χ³), and O(n · supports) for each sweep of the quadratic program.
 */
export function chainEntanglementBound(
  controls: Controls,
  chain: Chain,
  reference: readonly BlochPoint[] = [],
): number {
  const { qubits } = controls;
  if (chain.length !== qubits || chain.some(({ shape }) => shape[1] !== 2)) {
    throw new ShapeError(`chainEntanglementBound: ${qubits} qubits required, got ${chain.length} sites`);
  }
  if (reference.length !== 0 && reference.length !== qubits) {
    throw new ShapeError(`chainEntanglementBound: a reference of ${qubits} qubits required, got ${reference.length}`);
  }
  const parts = supportsOf(controls);
  const ofCuts = schmidtValues(chain).flatMap((values, k): readonly Demand[] => {
    const inside = Array.from({ length: k + 1 }, (_, site) => site);
    return [
      { change: productAngle(values), rates: ratesAcross(inside, parts, angleRate) },
      { change: schmidtLogarithm(values), rates: ratesAcross(inside, parts, logarithmRate) },
    ];
  });
  const ofQubits = siteDensities(chain).flatMap((density, site) => {
    const rates = Float64Array.from(parts, ({ sites }) => (sites.includes(site) ? qubitRate(sites.length) : 0));
    const from = projector(productVector([reference[site] ?? { polar: 0, azimuth: 0 }]));
    return qubitChanges(from, density).map((change): Demand => ({ change, rates }));
  });
  return dualBound(
    [...ofCuts, ...ofQubits],
    parts.map(({ weight }) => weight),
  );
}
