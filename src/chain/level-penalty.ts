/** @file How far a state must be lifted that sweeps for the next level are to stay away from. */

import { type ChargedOperator, type MatrixProductOperator, unchargedOperator } from './matrix-product-operator.ts';
import { groundStateBySweeps } from './two-site-sweep.ts';

/** Effort for the ends of the spectrum, of which the first digit is enough. */
const ROUGH = { bond: 8, sweeps: 2, noise: [] } as const;

/**
 * Twice the width of the spectrum of H in a sector, roughly: as `penalty` of `groundStateBySweeps` it is above the distance of any two
 * levels, whatever the unit of the energy and wherever its zero.
 *
 * @throws {DomainError} a sector that no state has
 *
 * Cost: two double sweeps at bond dimension 8 for each end.
 */
export function levelPenalty(hamiltonian: MatrixProductOperator | ChargedOperator, sector = 0): number {
  const charged = 'tensors' in hamiltonian ? hamiltonian : unchargedOperator(hamiltonian);
  const [first, ...rest] = charged.tensors as [MatrixProductOperator[number], ...MatrixProductOperator];
  const negative = { ...charged, tensors: [{ ...first, interleaved: first.interleaved.map((x) => -x) }, ...rest] };
  const ends = [charged, negative].map((one) => groundStateBySweeps(one, { ...ROUGH, sector }).value.energy);
  const width = -ends[0]! - ends[1]!;
  return width > 0 ? 2 * width : 1; // any, where all levels are the same
}
