/**
 * @file How long does a program of products take? Operations alone do not tell: a product of thin matrices, and every
 * permutation, is as slow as the memory. The model is linear in multiply-adds, entries that products touch, entries that
 * are moved, and instructions.
 */

import type { Instruction, ProductProgram } from './product-program.ts';

/** Nanoseconds on one core. */
export interface TimeModel {
  /** A complex multiply-add of a large product. */
  readonly multiplyAdd: number;
  /** An entry that a product reads or writes. */
  readonly entry: number;
  /** An entry that is copied or added in another order. */
  readonly moved: number;
  /** The same for arrays beyond the cache, of 2¹⁸ entries and more. */
  readonly movedFar: number;
  /** An instruction. */
  readonly call: number;
}

/**
 * The model of all choices that must be made alike on every machine, so that a run that goes on repeats every bit. Its
 * numbers were measured by `measuredTimeModel` for the compiled kernels on one core of an AMD EPYC (Zen 4) at 2.6 GHz
 * and rounded; on other machines ratios change less than times.
 */
export const STANDARD_TIMES: TimeModel = { multiplyAdd: 0.37, entry: 1, moved: 1.5, movedFar: 5, call: 200 };

/** Arrays of this many entries do not stay in the cache. */
const FAR = 2 ** 18;

/** Estimated time of a program on one core, in nanoseconds. O(instructions). */
export function programNanoseconds({ sizes, instructions }: ProductProgram, model: TimeModel): number {
  return instructions.reduce((sum, step) => sum + instructionNanoseconds(step, sizes, model), 0);
}

function instructionNanoseconds(step: Instruction, sizes: readonly number[], model: TimeModel): number {
  if (step.kind === 'clear') return model.call + 0.25 * model.entry * sizes[step.to]!;
  if (step.kind === 'product') {
    const { batch, rows, columns, inner } = step;
    const entries = batch * (rows * inner + inner * columns + rows * columns);
    return model.call + model.multiplyAdd * batch * rows * columns * inner + model.entry * entries;
  }
  if (step.kind === 'environments') {
    const { rows, columns, bond } = step;
    const entries = rows * columns + 2 * (rows + columns) * bond;
    return model.call + 2 * model.multiplyAdd * rows * columns * bond + model.entry * entries;
  }
  const entries = step.axes.reduce((product, { extent }) => product * extent, 1);
  return model.call + (entries < FAR ? model.moved : model.movedFar) * entries;
}

/**
 * What an entry of a product costs in a search for paths, in multiply-adds: it is written, read by the next product, and
 * on the way mostly put into another order.
 */
export const entryCostOf = ({ multiplyAdd, entry, moved }: TimeModel): number => (2 * entry + moved) / multiplyAdd;
