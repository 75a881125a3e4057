/** @file Mutual information of all pairs of sites of a stabiliser state. */

import type { Nats } from '../units.ts';
import { addRow, type DigitMatrix, digitAt, firstDigit, setDigit, zeroDigits } from './digit-matrix.ts';
import { encodingState } from './logical-operators.ts';
import { inverseModulo } from './prime-field.ts';
import { isPureGroup, type StabiliserGroup } from './stabiliser-group.ts';

/** Most sites: two million pairs, ten seconds. */
const MOST_SITES = 2048;

/**
 * I(a:b) = S(a) + S(b) − S(ab) for all pairs of sites, 2S(a) on the diagonal. In a pure state S(A) is the rank of the
 * powers of all generators on A less their number of qudits; they are the rows here, and pairs have few.
 *
 * @param sites - the qudits of each site
 * @returns shape (sites, sites); [] for more than 2048 sites
 *
 * O(sites² n), 32 times less for qubits.
 */
export function pairInformation(
  group: StabiliserGroup,
  sites: readonly (readonly number[])[],
): readonly (readonly Nats[])[] {
  if (sites.length > MOST_SITES) return [];
  const powers = powersByQudit(isPureGroup(group) ? group : encodingState(group));
  const unit = Math.log(group.prime);
  const bases = sites.map((qudits) => echelonBasis(rowsOf(powers, qudits)));
  const table = sites.map(() => new Array<Nats>(sites.length).fill(0));
  for (const [a, one] of bases.entries()) {
    table[a]![a] = 2 * (one.rows - sites[a]!.length) * unit;
    for (let b = a + 1; b < sites.length; b++) {
      const other = bases[b]!;
      // What the pair lacks in rank is shared.
      const shared = one.rows + other.rows - echelonBasis(stacked(one, other)).rows;
      table[a]![b] = shared * unit;
      table[b]![a] = shared * unit;
    }
  }
  return table;
}

/** Rows 2q and 2q + 1: the powers of X and Z of all generators on qudit q. */
function powersByQudit({ prime, qudits, x, z, phases }: StabiliserGroup): DigitMatrix {
  const powers = zeroDigits(prime, 2 * qudits, phases.length);
  for (let row = 0; row < phases.length; row++) {
    for (let q = 0; q < qudits; q++) {
      const [inX, inZ] = [digitAt(x, row, q), digitAt(z, row, q)];
      if (inX !== 0) setDigit(powers, 2 * q, row, inX);
      if (inZ !== 0) setDigit(powers, 2 * q + 1, row, inZ);
    }
  }
  return powers;
}

/** The rows of some qudits. */
function rowsOf(powers: DigitMatrix, qudits: readonly number[]): DigitMatrix {
  const { prime, columns, stride, digits } = powers;
  const rows = zeroDigits(prime, 2 * qudits.length, columns);
  for (const [k, q] of qudits.entries()) {
    rows.digits.set(digits.subarray(2 * q * stride, 2 * (q + 1) * stride), 2 * k * stride);
  }
  return rows;
}

function stacked(a: DigitMatrix, b: DigitMatrix): DigitMatrix {
  const both = zeroDigits(a.prime, a.rows + b.rows, a.columns);
  both.digits.set(a.digits);
  both.digits.set(b.digits, a.digits.length);
  return both;
}

/** The independent among few rows, in echelon form; the rows given are overwritten. */
function echelonBasis(matrix: DigitMatrix): DigitMatrix {
  const { prime, stride } = matrix;
  const leads: number[] = [];
  for (let row = 0; row < matrix.rows; row++) {
    for (const [pivot, column] of leads.entries()) {
      const digit = digitAt(matrix, row, column);
      if (digit === 0) continue;
      const factor = (prime - digit) * inverseModulo(digitAt(matrix, pivot, column), prime);
      addRow(matrix, row, pivot, factor % prime);
    }
    const lead = firstDigit(matrix, row);
    if (lead < 0) continue;
    if (row !== leads.length) matrix.digits.copyWithin(leads.length * stride, row * stride, (row + 1) * stride);
    leads.push(lead);
  }
  return { ...matrix, rows: leads.length, digits: matrix.digits.slice(0, leads.length * stride) };
}
