/**
 * @file Stabiliser states as tensors: products, joined legs, legs that are fixed or traced out. What is left is a
 * stabiliser state again, and its norm a power of √p.
 */

import { DomainError } from '../errors.ts';
import { complementOf } from '../state/reduced-density-matrix.ts';
import { copyColumns, digitAt, zeroDigits } from './digit-matrix.ts';
import { inverseModulo, modulo } from './prime-field.ts';
import { rowEchelon } from './row-elimination.ts';
import { isPureGroup, type StabiliserGroup } from './stabiliser-group.ts';
import { groupOfTableau, multiplyRow, partOfTableau, type Tableau, tableauOf, tableauRows } from './tableau.ts';

/** What a contraction leaves: a normalised state, and the trace that it had, ⟨ψ|ψ⟩ for a pure one. */
export interface StabiliserContraction {
  readonly group: StabiliserGroup;
  /** log Tr ρ, a multiple of ln p. */
  readonly logNormSquared: number;
}

/**
 * The state ρ₁ ⊗ ρ₂ ⊗ …, qudits in the order of the groups.
 *
 * @throws {DomainError} no group, or groups of different primes
 */
export function tensorProduct(groups: readonly StabiliserGroup[]): StabiliserGroup {
  const prime = groups[0]?.prime;
  if (prime === undefined || groups.some((group) => group.prime !== prime)) {
    throw new DomainError(`tensorProduct: groups of one prime required, got [${groups.map((group) => group.prime)}]`);
  }
  const rows = groups.reduce((sum, { phases }) => sum + phases.length, 0);
  const qudits = groups.reduce((sum, group) => sum + group.qudits, 0);
  const [x, z] = [zeroDigits(prime, rows, qudits), zeroDigits(prime, rows, qudits)];
  const phases = new Uint16Array(rows);
  let [row, column] = [0, 0];
  for (const group of groups) {
    const [all, own] = [[...group.phases.keys()], [...Array(group.qudits).keys()]];
    const start = column;
    copyColumns(group.x, all, own, x, row, (k) => start + k);
    copyColumns(group.z, all, own, z, row, (k) => start + k);
    phases.set(group.phases, row);
    row += all.length;
    column += own.length;
  }
  return { kind: 'stabiliser', prime, qudits, x, z, phases };
}

/**
 * The complex conjugate state in the basis |j⟩: Z^z becomes Z^{−z}, ω its inverse, Y = iXZ its negative.
 */
export function conjugateState(group: StabiliserGroup): StabiliserGroup {
  const { prime, qudits, x, z, phases } = group;
  const negative = { ...z, digits: prime === 2 ? z.digits : z.digits.map((digit) => (prime - digit) % prime) };
  const conjugate = Uint16Array.from(phases, (phase, row) => {
    if (prime !== 2) return (prime - phase) % prime;
    let letters = 0;
    for (let q = 0; q < qudits; q++) letters += digitAt(x, row, q) & digitAt(z, row, q);
    return (phase + letters) & 1;
  });
  return { ...group, z: negative, phases: conjugate };
}

/**
 * The state on the named qudits, in this order; all others are traced out.
 *
 * @throws {DomainError} a qudit that does not exist or occurs twice
 */
export function partialTrace(group: StabiliserGroup, kept: readonly number[]): StabiliserGroup {
  const lost = complementOf(kept, group.qudits);
  const tableau = tableauOf(group);
  const rows = constrained(
    tableau,
    lost.flatMap((q) => [digitOf(tableau.x, q), digitOf(tableau.z, q)]),
  );
  return groupOfTableau(partOfTableau(tableau, rows, kept));
}

/**
 * Joins pairs of qudits, all at once: the contraction with Π_{(a,b)} Σ_i ⟨ii|_{ab}. The words with x_a = x_b and
 * z_a = −z_b remain, without these digits; they fix the norm
 *
 *     ⟨Φ|ρ|Φ⟩ = p^{k − m},
 *
 * for m pairs, with k independent words that become 1. The other qudits keep their order.
 *
 * @returns null if the contraction vanishes: a word becomes ω^k ≠ 1
 * @throws {DomainError} a qudit that does not exist or is joined twice
 *
 * O(m r n), 32 times less for qubits, and much less for generators of few neighbouring qudits.
 */
export function joinedQudits(
  group: StabiliserGroup,
  pairs: readonly (readonly [number, number])[],
): StabiliserContraction | null {
  const kept = complementOf(pairs.flat(), group.qudits);
  const tableau = tableauOf(group);
  const { prime, x, z } = tableau;
  const rows = constrained(
    tableau,
    pairs.flatMap(([a, b]): Constraint[] => [
      { words: wordsOf(prime, a, b), value: (row) => modulo(digitAt(x, row, a) - digitAt(x, row, b), prime) },
      { words: wordsOf(prime, a, b), value: (row) => (digitAt(z, row, a) + digitAt(z, row, b)) % prime },
    ]),
  );
  return independentPart(group, partOfTableau(tableau, rows, kept), pairs.length);
}

/**
 * Projects qudits on basis states, the contraction with ⟨j₁ j₂ …|. The words without X on them remain, with the phase
 * ω^{Σ j z}. The other qudits keep their order.
 *
 * @param values - the basis state j of each projected qudit
 * @returns null if the contraction vanishes; the norm squared is the probability of this outcome
 * @throws {DomainError} a qudit that does not exist, or a basis state outside 0 … p − 1
 */
export function projectedQudits(
  group: StabiliserGroup,
  values: Readonly<Record<number, number>>,
): StabiliserContraction | null {
  const { prime } = group;
  const fixed = Object.keys(values).map(Number);
  const kept = complementOf(fixed, group.qudits);
  const wrong = fixed.find((q) => !(Number.isInteger(values[q]) && values[q]! >= 0 && values[q]! < prime));
  if (wrong !== undefined) {
    throw new DomainError(`projectedQudits: a basis state below ${prime} required, got ${values[wrong]} at ${wrong}`);
  }
  const tableau = tableauOf(group);
  const rows = constrained(
    tableau,
    fixed.map((q) => digitOf(tableau.x, q)),
  );
  const unit = prime === 2 ? 2 : 1;
  for (const row of rows) {
    const turns = fixed.reduce((sum, q) => sum + unit * values[q]! * digitAt(tableau.z, row, q), tableau.phases[row]!);
    tableau.phases[row] = turns % (unit * prime);
  }
  return independentPart(group, partOfTableau(tableau, rows, kept), fixed.length);
}

/** A linear condition on words. */
interface Constraint {
  /** Words of 32 bits outside of which the value is zero. */
  readonly words: readonly number[];
  readonly value: (row: number) => number;
}

const wordsOf = (prime: number, ...qudits: readonly number[]): readonly number[] =>
  prime === 2 ? qudits.map((q) => q >>> 5) : qudits;

const digitOf = (matrix: Tableau['x'], qudit: number): Constraint => ({
  words: wordsOf(matrix.prime, qudit),
  value: (row) => digitAt(matrix, row, qudit),
});

/** Rows, made in place, that span the words on which all constraints vanish; of possible pivots the shortest goes. */
function constrained(tableau: Tableau, constraints: readonly Constraint[]): readonly number[] {
  const { prime, low, high } = tableau;
  let rows = [...tableau.phases.keys()];
  for (const { words, value } of constraints) {
    const touching: number[] = [];
    let pivot = -1;
    for (const row of rows) {
      if (!words.some((word) => word >= low[row]! && word <= high[row]!) || value(row) === 0) continue;
      touching.push(row);
      if (pivot < 0 || high[row]! - low[row]! < high[pivot]! - low[pivot]!) pivot = row;
    }
    if (pivot < 0) continue;
    const inverse = inverseModulo(value(pivot), prime);
    for (const row of touching) {
      if (row !== pivot) multiplyRow(tableau, row, pivot, ((prime - value(row)) * inverse) % prime);
    }
    rows = rows.filter((row) => row !== pivot);
  }
  return rows;
}

/** The group of the rows left by m projections on entangled pairs or basis states, and the norm. */
function independentPart(before: StabiliserGroup, after: Tableau, projections: number): StabiliserContraction | null {
  const unit = Math.log(before.prime);
  // Nothing becomes 1 where a pure state loses as many generators as a pure state must.
  if (isPureGroup(before) && after.phases.length === after.qudits) {
    return { group: groupOfTableau(after), logNormSquared: -projections * unit };
  }
  const { pivots, zero } = rowEchelon(tableauRows(after));
  if (zero.some((row) => after.phases[row] !== 0)) return null;
  const group = groupOfTableau(
    after,
    pivots.map(({ row }) => row),
  );
  return { group, logNormSquared: (zero.length - projections) * unit };
}
