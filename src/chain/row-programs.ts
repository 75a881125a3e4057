/**
 * @file Rows of a two-dimensional network of kets and bras as programs for the engine: the energy of a row between two boundaries,
 * and the overlap of a row below a boundary with a chain, each with its reverse mode.
 */

import {
  add,
  cotangentOf,
  inputOf,
  joined,
  named,
  newTape,
  type Operand,
  type ProgramTape,
  programOf,
  reverse,
  sumOf,
} from '../contraction/program-tape.ts';
import type { ProductProgram } from '../engine/product-program.ts';

/** Extents of a column: the boundary above (a, u, u, b), the tensor (u, l, s, r, d), and a chain or boundary below (e, d, d, f). */
export interface ColumnShape {
  readonly above: readonly number[];
  readonly tensor: readonly number[];
  readonly below: readonly number[];
}

interface Column {
  readonly above: Operand;
  readonly ket: Operand;
  readonly bra: Operand;
  readonly below: Operand;
}

/** What stands left of a column with the column below the boundary above: (a, f, u, s, r, U, t, R), or without (s, t) where they are summed. */
function belowFromLeft(tape: ProgramTape, left: Operand, { ket, bra, below }: Column, isOpen: boolean): Operand {
  const first = joined(tape, named(left, 'alLe'), named(below, 'edDf'), 'alLdDf');
  const second = joined(tape, first, named(ket, 'ulsrd'), 'aLDfusr');
  return isOpen
    ? joined(tape, second, named(bra, 'ULtRD'), 'afusrUtR')
    : joined(tape, second, named(bra, 'ULsRD'), 'afurUR');
}

/**
 * ⟨ψ|ψ⟩ of a row between boundaries:
 *
 *     ┌─a──a──a─┐
 *     │ A══A══A │
 *     └─b──b──b─┘
 *
 * Inputs: 1, then a, A, its conjugate and b of each column.
 */
export function rowNormProgram(columns: readonly ColumnShape[]): ProductProgram {
  const tape = newTape();
  let left = inputOf(tape, [1, 1, 1, 1]);
  for (const column of columnInputs(tape, columns, false)) {
    const joint = belowFromLeft(tape, left, column, false);
    left = joined(tape, joint, named(column.above, 'auUb'), 'brRf');
  }
  return programOf(tape, [left.array]);
}

function columnInputs(tape: ProgramTape, columns: readonly ColumnShape[], isWanted: boolean): readonly Column[] {
  return columns.map(({ above, tensor, below }) => ({
    above: inputOf(tape, above, isWanted),
    ket: inputOf(tape, tensor, isWanted),
    bra: inputOf(tape, tensor, isWanted),
    below: inputOf(tape, below, isWanted),
  }));
}

/**
 * The energy E of terms on neighbours in a row where ⟨ψ|ψ⟩ = 1, and the cotangents of E/⟨ψ|ψ⟩. Environments from the left and
 * from the right have the site of their last column open, and meet at the term.
 *
 * Inputs: 1, −1, the unit matrix of a site, the matrices of the terms, then a, A, its conjugate and b of each column. Outputs: E,
 * then the cotangents of these four.
 *
 * @param terms - for each column the number of its matrix, for the site and its neighbour on the right
 */
export function rowEnergyProgram(
  columns: readonly ColumnShape[],
  terms: readonly (number | undefined)[],
  matrices: number,
): ProductProgram {
  const d = columns[0]!.tensor[2]!;
  const tape = newTape();
  const one = inputOf(tape, [1, 1, 1, 1]);
  const minus = inputOf(tape, [1]);
  const unit = named(inputOf(tape, [d, d]), 'st');
  const h = Array.from({ length: matrices }, () => named(inputOf(tape, [d, d, d, d]), 'tTsS'));
  const parts = columnInputs(tape, columns, true);
  const right: { readonly closed: Operand; readonly open?: Operand }[] = [{ closed: one }];
  for (const { above, ket, bra, below } of parts.slice(1).toReversed()) {
    const first = joined(tape, named(right[0]!.closed, 'brRf'), named(below, 'edDf'), 'brRedD');
    const second = joined(tape, first, named(ket, 'ulsrd'), 'bRDeuls');
    const third = joined(tape, second, named(bra, 'ULtRD'), 'beulsULt');
    const open = joined(tape, third, named(above, 'auUb'), 'alLest');
    right.unshift({ closed: joined(tape, open, unit, 'alLe'), open });
  }
  let left = one;
  const values: Operand[] = [];
  parts.forEach((column, c) => {
    const term = terms[c];
    const joint = belowFromLeft(tape, left, column, term !== undefined);
    const above = named(column.above, 'auUb');
    if (term === undefined) left = joined(tape, joint, above, 'brRf');
    else {
      const open = joined(tape, joint, above, 'brRfst');
      const acted = joined(tape, open, h[term]!, 'brRfTS');
      values.push(joined(tape, acted, named(right[c]!.open!, 'brRfST'), ''));
      left = joined(tape, open, unit, 'brRf');
    }
  });
  return rationed(tape, parts, values, left, one, minus);
}

/** The reverse mode of Σ values/norm where the norm is 1. */
function rationed(
  tape: ProgramTape,
  parts: readonly Column[],
  values: readonly Operand[],
  norm: Operand,
  one: Operand,
  minus: Operand,
): ProductProgram {
  const { draft, cotangents } = tape;
  const energy = draft.sizes.push(1) - 1;
  draft.instructions.push({ kind: 'clear', to: energy });
  for (const { array } of values) {
    add(tape, energy, array);
    cotangents.set(array, one.array);
  }
  // dE = Σ dv − E dN: the cotangent of N is the conjugate of −E.
  const back = draft.sizes.push(1) - 1;
  const scalar = { batch: 1, rows: 1, columns: 1, inner: 1, adjointLeft: true, adjointRight: false };
  draft.instructions.push({ kind: 'product', to: back, left: energy, right: minus.array, ...scalar });
  add(tape, cotangentOf(tape, norm.array), back);
  reverse(tape);
  const wanted = parts.flatMap(({ above, ket, bra, below }) => [above, ket, bra, below]);
  return programOf(tape, [energy, ...wanted.map(({ array }) => cotangentOf(tape, array))]);
}

/**
 * The reverse mode of ⟨λ|φ⟩, where φ is a row below a boundary, and λ a sum of chains with one tensor λ_c in place of a
 * tensor each, isometries U on its left and V on its right:
 *
 *     ┌─a──a──a─            ┌─a──a──a─            ┌─a──a──a─
 *     │ A══A══A      +      │ A══A══A      +      │ A══A══A
 *     └─λ──V──V─            └─U──λ──V─            └─U──U──λ─
 *
 * Inputs: 1, the cotangent of ⟨λ|φ⟩, then for each column a, A, its conjugate, and the conjugates of U, λ and V. Outputs: the
 * cotangents of a, A and its conjugate.
 *
 * @param columns - `below` is the shape of U, λ and V
 */
export function rowTangentProgram(columns: readonly ColumnShape[]): ProductProgram {
  const tape = newTape();
  const one = inputOf(tape, [1, 1, 1, 1]);
  const slope = inputOf(tape, [1]);
  const parts = columns.map(({ above, tensor, below }) => ({
    above: inputOf(tape, above, true),
    ket: inputOf(tape, tensor, true),
    bra: inputOf(tape, tensor, true),
    U: inputOf(tape, below),
    lambda: inputOf(tape, below),
    V: inputOf(tape, below),
  }));
  let [before, after]: (Operand | undefined)[] = [one, undefined];
  parts.forEach(({ above, ket, bra, U, lambda, V }, c) => {
    const through = (left: Operand): Operand => {
      const first = joined(tape, named(left, 'galL'), named(above, 'auUb'), 'glLuUb');
      const second = joined(tape, first, named(ket, 'ulsrd'), 'gLUbsrd');
      return joined(tape, second, named(bra, 'ULsRD'), 'gdDbrR');
    };
    const closed = (joint: Operand, chain: Operand): Operand => joined(tape, joint, named(chain, 'gdDh'), 'hbrR');
    const joint = through(before!);
    const here = closed(joint, lambda);
    after = after === undefined ? here : sumOf(tape, here, closed(through(after), V));
    before = c + 1 < parts.length ? closed(joint, U) : undefined;
  });
  add(tape, cotangentOf(tape, after!.array), slope.array);
  reverse(tape);
  const wanted = parts.flatMap(({ above, ket, bra }) => [above, ket, bra]);
  return programOf(
    tape,
    wanted.map(({ array }) => cotangentOf(tape, array)),
  );
}
