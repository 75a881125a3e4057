/**
 * @file A contraction and its reverse mode as instructions for the engine, so that many small contractions run without
 * a return to TypeScript after each product. Nothing is rescaled: for tensors of ordinary size.
 */

import { type Instruction, joinedAxes, type TransferAxis } from '../engine/product-program.ts';
import { sizeOf } from '../linalg/complex.ts';
import type { ContractionPlan } from './contract.ts';
import type { Layout, Step } from './contract-step.ts';

/** A program under construction: entries of every array so far, and instructions. */
export interface ProgramDraft {
  readonly sizes: number[];
  readonly instructions: Instruction[];
}

/** A new array of the draft. */
export function newArray({ sizes }: ProgramDraft, entries: number): number {
  return sizes.push(entries) - 1;
}

/** Both factors of every step in their layout. */
export type DraftTape = readonly { readonly left: number; readonly right: number }[];

/**
 * Writes a contraction.
 *
 * @param tensors - arrays of the draft, in the order of the plan
 * @returns the array of the result, and what the pullback needs
 */
export function draftContraction(
  draft: ProgramDraft,
  plan: ContractionPlan,
  tensors: readonly number[],
): { readonly result: number; readonly tape: DraftTape } {
  const all = [...tensors];
  const tape = plan.steps.map((step) => {
    const [left, right] = [arrangedArray(draft, all, step.left), arrangedArray(draft, all, step.right)];
    all.push(product(draft, step, left, right, step.rows, step.columns, step.inner, false, false));
    return { left, right };
  });
  return { result: arrangedArray(draft, all, plan.output), tape };
}

/**
 * Writes the reverse mode of a contraction: cotangents of tensors are added to the arrays given for them.
 *
 * @param cotangent - array of λ of the result
 * @param sums - for every tensor the array that its cotangent is added to; undefined where it is not wanted
 */
export function draftPullback(
  draft: ProgramDraft,
  plan: ContractionPlan,
  tape: DraftTape,
  cotangent: number,
  sums: readonly (number | undefined)[],
): void {
  const wanted = sums.map((sum) => sum !== undefined);
  for (const { left, right } of plan.steps) wanted.push(wanted[left.tensor]! || wanted[right.tensor]!);
  const all: (number | undefined)[] = new Array(wanted.length).fill(undefined);
  const deliver = (array: number, layout: Layout): void => {
    const sum = sums[layout.tensor];
    if (sum !== undefined) transferBack(draft, 'add', sum, array, layout);
    else if (layout.axes === undefined) all[layout.tensor] = array;
    else {
      const restored = newArray(draft, sizeOf(layout.shape));
      transferBack(draft, 'copy', restored, array, layout);
      all[layout.tensor] = restored;
    }
  };
  if (wanted[plan.output.tensor]) deliver(cotangent, plan.output);
  for (let k = plan.steps.length - 1; k >= 0; k--) {
    const lambda = all[plan.tensors + k];
    if (lambda === undefined) continue;
    const step = plan.steps[k]!;
    const { rows, columns, inner } = step;
    const { left, right } = tape[k]!;
    if (wanted[step.left.tensor]) {
      deliver(product(draft, step, lambda, right, rows, inner, columns, false, true), step.left);
    }
    if (wanted[step.right.tensor]) {
      deliver(product(draft, step, left, lambda, inner, columns, rows, true, false), step.right);
    }
  }
}

function product(
  draft: ProgramDraft,
  { batch }: Step,
  left: number,
  right: number,
  rows: number,
  columns: number,
  inner: number,
  adjointLeft: boolean,
  adjointRight: boolean,
): number {
  const to = newArray(draft, batch * rows * columns);
  draft.instructions.push({ kind: 'product', to, left, right, batch, rows, columns, inner, adjointLeft, adjointRight });
  return to;
}

/** The array of a tensor in its layout: itself if nothing moves. */
function arrangedArray(draft: ProgramDraft, all: readonly number[], layout: Layout): number {
  const from = all[layout.tensor]!;
  if (layout.axes === undefined) return from;
  const to = newArray(draft, sizeOf(layout.shape));
  const axes = movedAxes(layout).map(({ extent, arranged, own }) => ({ extent, to: arranged, from: own }));
  draft.instructions.push({ kind: 'copy', to, from, axes: joinedAxes(axes) });
  return to;
}

/** Undoes the layout: from the arranged array into, or on top of, one in the tensor's own order. */
function transferBack(draft: ProgramDraft, kind: 'copy' | 'add', to: number, from: number, layout: Layout): void {
  const axes = movedAxes(layout).map(
    ({ extent, arranged, own }): TransferAxis => ({ extent, to: own, from: arranged }),
  );
  draft.instructions.push({ kind, to, from, axes: joinedAxes(axes) });
}

/** Extents and strides of all axes, in the order of the arranged array. */
function movedAxes({
  shape,
  axes = shape.map((_, k) => k),
}: Layout): readonly { readonly extent: number; readonly arranged: number; readonly own: number }[] {
  const strides = stridesOf(shape);
  const extents = axes.map((axis) => shape[axis]!);
  const arranged = stridesOf(extents);
  return axes.map((axis, k) => ({ extent: extents[k]!, arranged: arranged[k]!, own: strides[axis]! }));
}

/** Row-major strides of a shape. */
export function stridesOf(shape: readonly number[]): readonly number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let k = shape.length - 2; k >= 0; k--) strides[k] = strides[k + 1]! * shape[k + 1]!;
  return strides;
}
