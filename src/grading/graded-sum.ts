/** @file Sums of contractions of the same tensors as one program; terms may be parts of the result along a leg. */

import { joinedAxes } from '../engine/product-program.ts';
import { axesOf, draftOf, type GradedContraction, joined, outputMoves } from './graded-contraction.ts';
import type { GradedShape } from './graded-tensor.ts';
import { type Draft, type Move, type Stored, storedTensor, strides } from './stored-tensor.ts';

/** One contraction of a sum, written as for `gradedContraction`. */
export interface SumTerm {
  /** Which of the tensors, by their numbers. */
  readonly tensors: readonly number[];
  readonly legs: readonly string[];
  readonly output: string;
  /**
   * The part of the result that the term is added to: of its leg number `axis` the value `values[i]` for value i of the term's, or the one
   * value for a term without this leg. Default: all of the result.
   */
  readonly part?: { readonly axis: number; readonly values: readonly number[] };
}

/** Programs of the shapes met last; they change no result. */
const programs = new Map<string, GradedContraction>();
const MOST_PROGRAMS = 4000;

/**
 * Σ of contractions as a program of one output.
 *
 * @param shape - that of the result; what no term reaches is zero
 */
export function gradedSum(
  terms: readonly SumTerm[],
  shapes: readonly GradedShape[],
  shape: GradedShape,
): GradedContraction {
  const words = terms.map(
    ({ tensors, legs, output, part }) => `${tensors}:${legs}>${output}${part ? `:${part.axis}:${part.values}` : ''}`,
  );
  const key = `${words.join('+')}|${[...shapes, shape].map((one) => one.key).join('/')}`;
  const known = programs.get(key);
  if (known) return known;
  const made = written(terms, shapes, shape);
  if (programs.size >= MOST_PROGRAMS) programs.clear();
  programs.set(key, made);
  return made;
}

function written(terms: readonly SumTerm[], shapes: readonly GradedShape[], shape: GradedShape): GradedContraction {
  const draft = draftOf(shapes);
  const to = draft.sizes.push(shape.size) - 1;
  terms.forEach(({ tensors, legs, output, part }, k) => {
    const factors = tensors.map((number, at) => storedTensor(shapes[number]!, [...legs[at]!], number));
    const last = factors.slice(1).reduce((before, next) => joined(draft, before, next), factors[0]!);
    const axes = axesOf(last, output);
    const moves = part ? partMoves(last, axes, shape, part) : outputMoves(last, axes, shape);
    // A first term that reaches every block needs no zeros below it.
    const fills = k === 0 && part === undefined && moves.length === shape.blocks.length;
    if (k === 0 && !fills) draft.instructions.push({ kind: 'clear', to });
    move(draft, to, moves, fills ? 'copy' : 'add');
  });
  const { sizes, instructions } = draft;
  return { program: { inputs: shapes.length, sizes, instructions, outputs: [to] }, shape };
}

function move(draft: Draft, to: number, moves: readonly Move[], kind: 'copy' | 'add'): void {
  for (const { from, fromStart, toStart, steps } of moves) {
    draft.instructions.push({ kind, to, from, toStart, fromStart, axes: joinedAxes(steps) });
  }
}

/** Where the blocks of a tensor stand among those of a shape that has more values of one leg. */
function partMoves(
  last: Stored,
  given: readonly number[],
  { blocks, legs }: GradedShape,
  { axis, values }: NonNullable<SumTerm['part']>,
): readonly Move[] {
  const hasLeg = given.length === legs.length;
  const axes = hasLeg ? given : given.toSpliced(axis, 0, -1);
  const among = hasLeg ? last.legs[axes[axis]!]!.sectors : [{ indices: [0] }];
  return blocks.flatMap(({ sectors, shape, start }) => {
    const to = strides(shape);
    return legs[axis]!.sectors[sectors[axis]!]!.indices.flatMap((value, at) => {
      const own = values.indexOf(value);
      const sector = among.findIndex(({ indices }) => indices.includes(own));
      const keys = new Array<number>(given.length);
      axes.forEach((from, k) => {
        if (from >= 0) keys[from] = k === axis ? sector : sectors[k]!;
      });
      const place = last.places.get(keys.join());
      if (own < 0 || place === undefined) return [];
      const inside = hasLeg ? among[sector]!.indices.indexOf(own) * place.strides[axes[axis]!]! : 0;
      const steps = shape.flatMap((extent, k) =>
        k === axis ? [] : [{ extent, to: to[k]!, from: place.strides[axes[k]!]! }],
      );
      return [{ from: place.array, fromStart: place.start + inside, toStart: start + at * to[axis]!, steps }];
    });
  });
}
