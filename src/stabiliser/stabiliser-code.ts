/** @file Stabiliser codes: which logical inputs there are, and what of them is stored in which sites. */

import { DomainError } from '../errors.ts';
import { complementOf } from '../state/reduced-density-matrix.ts';
import { copyColumns, type DigitMatrix, digitAt, zeroDigits } from './digit-matrix.ts';
import { encodingState } from './logical-operators.ts';
import { matrixRows, rowEchelon } from './row-elimination.ts';
import { partialTrace } from './stabiliser-contraction.ts';
import { stabiliserEntropy } from './stabiliser-entropy.ts';
import { isPureGroup, type StabiliserGroup } from './stabiliser-group.ts';

/**
 * A stabiliser code, by the state Σ_i V|i⟩ ⊗ |i⟩ of its encoding V: sites are physical, and each logical input is
 * maximally entangled with a reference. A state is a code without inputs.
 */
export interface StabiliserCode {
  /** A pure state, the qudits of the sites before those of the references. */
  readonly encoding: StabiliserGroup;
  /** The qudits of each site; a word has the weight of the sites on which it acts. */
  readonly sites: readonly (readonly number[])[];
  /** The qudits of the reference of each logical input. */
  readonly inputs: readonly (readonly number[])[];
}

/**
 * The code on which a group is 1, with the logical operators of `logicalOperators`. Each qudit is a site; each of the
 * k = n − r logical qudits is an input.
 *
 * O(n³), 32 times less for qubits.
 *
 * @see Gottesman, arXiv:quant-ph/9705052
 */
export function codeOfGroup(group: StabiliserGroup): StabiliserCode {
  const encoding = encodingState(group);
  const places = Array.from({ length: encoding.qudits }, (_, q) => [q]);
  return { encoding, sites: places.slice(0, group.qudits), inputs: places.slice(group.qudits) };
}

/**
 * The code that a pure state of sites and references is the encoding of.
 *
 * @param sites - the qudits of each site, then of each reference, which are all qudits in their order
 * @param boundary - how many of these are sites; the others are references
 * @throws {DomainError} a state that is not pure, qudits out of order, or references that are not maximally mixed: no
 *   isometry encodes then
 */
export function codeOfState(
  group: StabiliserGroup,
  sites: readonly (readonly number[])[],
  boundary: number,
): StabiliserCode {
  const qudits = sites.flat();
  if (!isPureGroup(group) || qudits.length !== group.qudits || qudits.some((q, k) => q !== k)) {
    throw new DomainError(
      `codeOfState: a pure state of the ${qudits.length} qudits of sites and references in their order required`,
    );
  }
  const inputs = sites.slice(boundary);
  const logical = inputs.flat().length;
  const entropy = Math.round(stabiliserEntropy(group, inputs.flat()) / Math.log(group.prime));
  if (entropy !== logical) {
    throw new DomainError(`codeOfState: ${logical} references that are maximally mixed required, got rank ${entropy}`);
  }
  return { encoding: group, sites: sites.slice(0, boundary), inputs };
}

/** The number of physical qudits. */
export function physicalQudits({ sites }: StabiliserCode): number {
  return sites.reduce((sum, site) => sum + site.length, 0);
}

/** The group that leaves every encoded state fixed, on the physical qudits: of n − k generators. */
export function stabilisersOfCode(code: StabiliserCode): StabiliserGroup {
  return partialTrace(code.encoding, [...Array(physicalQudits(code)).keys()]);
}

/**
 * The logical inputs that can be recovered from a region, whatever the other inputs are: those in which no word that
 * is the identity on the region has a letter,
 *
 *     t ∈ wedge(A)   ⇔   I(R_t : A) = 2 S(R_t)   ⇔   g|_A = 1 implies g|_{R_t} = 1 for all g of the encoding.
 *
 * One elimination tells of all inputs.
 *
 * @param region - A, sites
 * @returns inputs, ascending
 * @throws {DomainError} a site that does not exist or occurs twice
 *
 * O(|A| r²), 32 times less for qubits: a millisecond for 145 sites and 61 inputs.
 */
export function recoveredInputs(code: StabiliserCode, region: readonly number[]): readonly number[] {
  complementOf(region, code.sites.length);
  const { encoding, sites, inputs } = code;
  const kept = region.flatMap((site) => sites[site]!);
  const logical = inputs.flat();
  const columns = [...kept, ...logical];
  const rows = encoding.phases.length;
  const both = zeroDigits(encoding.prime, rows, 2 * columns.length);
  const all = [...encoding.phases.keys()];
  copyColumns(encoding.x, all, columns, both, 0, (k) => 2 * k);
  copyColumns(encoding.z, all, columns, both, 0, (k) => 2 * k + 1);
  const left = rowsWithout(both, 2 * kept.length);
  const first = kept.length - (logical[0] ?? 0);
  return [...inputs.keys()].filter((t) =>
    inputs[t]!.every((q) =>
      left.every((row) => digitAt(both, row, 2 * (first + q)) === 0 && digitAt(both, row, 2 * (first + q) + 1) === 0),
    ),
  );
}

/** Rows, made in place, that span those combinations which vanish on the first columns. */
function rowsWithout(matrix: DigitMatrix, columns: number): readonly number[] {
  const all = matrixRows(matrix);
  const within = (column: number): number => (column < columns ? column : -1);
  return rowEchelon({ ...all, columns, first: (row, from) => within(all.first(row, from)) }).zero;
}
