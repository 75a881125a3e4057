/** @file What was found among the paths that translations of a ring leave as they are: in words, and as rows of the certificate. */

import { counted, significant } from '../number-format.ts';
import type { RingRecord } from '../record/run-record.ts';

/** Where it was searched, and whether that is the path of the record. */
export function ringSentence({ dimension, length, polished, shortest }: RingRecord, qubits: number): string {
  const found = `the shortest path there has length ${significant(length, 6)}${polished ? '' : ', not polished'}`;
  const end = shortest ? '' : '; the search among all paths has found a shorter one';
  return ` Target and metric are unchanged by translations of a ring, whose ${counted(dimension, 'invariant state')}, instead of 2^{${qubits}}, were searched; ${found}${end}.`;
}

/** Rows of the table beside the geodesic. */
export function ringRows(ring: RingRecord): readonly (readonly [string, string])[] {
  const { cell, reflection, real, parity, length, residual, extrapolated, controls } = ring;
  const allowed = [real ? 'odd numbers of Y' : '', parity ? 'even numbers of flips' : ''].filter(Boolean).join(', ');
  return [
    [
      'Sector of the ring',
      `translations by ${counted(cell, 'site')}${reflection ? ', and the reflection' : ''}; ${counted(controls.length, 'sum of words', 'sums of words')}`,
    ],
    ['Words allowed there', allowed === '' ? 'all' : allowed],
    ['Its length', significant(length, 8)],
    ['√(1 − F) at its end', significant(residual)],
    ...(extrapolated === null
      ? []
      : ([['Limit of its length for many slices', significant(extrapolated, 6)]] as const)),
  ];
}
