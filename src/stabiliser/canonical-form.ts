/** @file When are two stabiliser groups the same? Their reduced generators tell. */

import { reducedRowEchelon } from './row-elimination.ts';
import type { StabiliserGroup } from './stabiliser-group.ts';
import { groupOfTableau, tableauOf, tableauRows } from './tableau.ts';

/**
 * The group by its canonical generators: the reduced echelon form in the columns x₁ … x_n z₁ … z_n, unique for the
 * group. The last generators are powers of Z alone; they fix the basis states that occur.
 *
 * O(n r²), 32 times less for qubits.
 */
export function canonicalForm(group: StabiliserGroup): StabiliserGroup {
  const tableau = tableauOf(group);
  const { pivots } = reducedRowEchelon(tableauRows(tableau));
  return groupOfTableau(
    tableau,
    pivots.map(({ row }) => row),
  );
}

/** Whether two groups have the same elements, phases included: whether their states are the same. */
export function areSameGroup(a: StabiliserGroup, b: StabiliserGroup): boolean {
  if (a.prime !== b.prime || a.qudits !== b.qudits || a.phases.length !== b.phases.length) return false;
  const [one, other] = [canonicalForm(a), canonicalForm(b)];
  const equal = (p: ArrayLike<number>, q: ArrayLike<number>): boolean => Array.from(p).every((x, k) => x === q[k]);
  return equal(one.x.digits, other.x.digits) && equal(one.z.digits, other.z.digits) && equal(one.phases, other.phases);
}
