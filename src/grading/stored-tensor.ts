/** @file Tensors within a program of products that is being written: where their blocks stand, and how they are moved. */

import { type Instruction, joinedAxes } from '../engine/product-program.ts';
import type { GradedLeg } from './graded-leg.ts';
import type { GradedShape } from './graded-tensor.ts';

/** Where a block stands: array, first entry, and strides by leg. */
export interface Place {
  readonly array: number;
  readonly start: number;
  readonly strides: readonly number[];
}

/** A tensor within a program: letters, legs, and the place of each block by its sectors; a block without one is zero. */
export interface Stored {
  readonly letters: readonly string[];
  readonly legs: readonly GradedLeg[];
  readonly signs: readonly number[];
  readonly places: ReadonlyMap<string, Place>;
}

/** A tensor whose blocks stand one after the other in an array. */
export function storedTensor(
  { legs, signs, blocks }: GradedShape,
  letters: readonly string[],
  array: number,
  first = 0,
): Stored {
  const places = new Map<string, Place>();
  for (const { sectors, shape, start } of blocks) {
    places.set(sectors.join(), { array, start: first + start, strides: strides(shape) });
  }
  return { letters, legs, signs, places };
}

/** A program so far. */
export interface Draft {
  readonly sizes: number[];
  readonly instructions: Instruction[];
  readonly modulus: number;
}

/** Strides of a row-major array. */
export function strides(shape: readonly number[]): readonly number[] {
  const out = new Array<number>(shape.length).fill(1);
  for (let k = shape.length - 2; k >= 0; k--) out[k] = out[k + 1]! * shape[k + 1]!;
  return out;
}

/** A block that is copied: entries at which it begins, and extent and strides of every axis. */
export interface Move {
  readonly from: number;
  readonly fromStart: number;
  readonly toStart: number;
  readonly steps: readonly { readonly extent: number; readonly to: number; readonly from: number }[];
}

/** An array with all the moves made: the one that they come from, where nothing moves. */
export function placed(draft: Draft, moves: readonly Move[], size: number, hasGaps: boolean): number | null {
  const [first] = moves;
  if (first === undefined) return null;
  const stays = moves.every(
    ({ from, fromStart, toStart, steps }) =>
      from === first.from && fromStart === toStart && steps.every((step) => step.extent === 1 || step.to === step.from),
  );
  if (stays && !hasGaps && draft.sizes[first.from] === size) return first.from;
  const to = draft.sizes.push(size) - 1;
  if (hasGaps) draft.instructions.push({ kind: 'clear', to });
  for (const { from, fromStart, toStart, steps } of moves) {
    draft.instructions.push({ kind: 'copy', to, from, toStart, fromStart, axes: joinedAxes(steps) });
  }
  return to;
}

/** A new array of zeros. */
export function cleared(draft: Draft, size: number): number {
  const to = draft.sizes.push(size) - 1;
  draft.instructions.push({ kind: 'clear', to });
  return to;
}
