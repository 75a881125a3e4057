/**
 * @file Contractions of tensors that conserve a charge, written once for given blocks as a program of products: one
 * product of matrices for each charge that flows between two tensors.
 */

import { currentEngine } from '../engine/engine.ts';
import type { ProductProgram, ProductSpace } from '../engine/product-program.ts';
import { ShapeError } from '../errors.ts';
import { denseJoined, isDense } from './dense-join.ts';
import { gradedJoin } from './graded-join.ts';
import { type GradedShape, type GradedTensor, gradedShape, realTensor } from './graded-tensor.ts';
import { cleared, type Draft, type Move, placed, type Stored, storedTensor, strides } from './stored-tensor.ts';

/** A contraction for given shapes: its program, and the shape of the result. */
export interface GradedContraction {
  readonly program: ProductProgram;
  readonly shape: GradedShape;
}

/** Programs of the shapes met last; they change no result. */
const programs = new Map<string, GradedContraction>();
const MOST_PROGRAMS = 4000;

/**
 * The contraction of a chain of tensors, the first with the second, the result with the third, and so on.
 *
 * @param legs - one letter for each leg of each tensor; letters that two tensors share are summed over
 * @param output - the letters that are left, in the order wanted
 * @throws {ShapeError} legs that are summed over have different sectors or equal signs
 */
export function gradedContraction(
  legs: readonly string[],
  shapes: readonly GradedShape[],
  output: string,
): GradedContraction {
  const key = `${legs.join()}>${output}>${shapes.map((shape) => shape.key).join('/')}`;
  const known = programs.get(key);
  if (known) return known;
  const made = written(legs, shapes, output);
  if (programs.size >= MOST_PROGRAMS) programs.clear();
  programs.set(key, made);
  return made;
}

/** Lends a contraction for another first tensor again and again, see `Engine.repeatProducts`. */
export function repeatGraded<Result>(
  { program }: GradedContraction,
  tensors: readonly GradedTensor[],
  work: (space: ProductSpace) => Result,
  isComplex = false,
): Result {
  return currentEngine().repeatProducts(program, numbersOf(tensors, isComplex), work, isComplex);
}

/** Runs a contraction on tensors of its shapes. */
export function runGraded({ program, shape }: GradedContraction, tensors: readonly GradedTensor[]): GradedTensor {
  const inputs = numbersOf(tensors);
  const [numbers] = currentEngine().runProducts(program, inputs);
  return inputs[0] === tensors[0]!.real ? realTensor(shape, numbers!) : { shape, interleaved: numbers! };
}

/** The real numbers of all tensors, where all have them, else the interleaved ones. */
function numbersOf(tensors: readonly GradedTensor[], isComplex = false): readonly Float64Array[] {
  const reals = tensors.flatMap(({ real }) => (real ? [real] : []));
  return !isComplex && reals.length === tensors.length ? reals : tensors.map(({ interleaved }) => interleaved);
}

/** `gradedContraction` of tensors, run at once. */
export function contractGraded(
  legs: readonly string[],
  tensors: readonly GradedTensor[],
  output: string,
): GradedTensor {
  const shapes = tensors.map(({ shape }) => shape);
  return runGraded(gradedContraction(legs, shapes, output), tensors);
}

function written(legs: readonly string[], shapes: readonly GradedShape[], output: string): GradedContraction {
  const draft = draftOf(shapes);
  const stored = shapes.map((shape, array) => storedTensor(shape, [...legs[array]!], array));
  const last = stored.slice(1).reduce((before, next) => joined(draft, before, next), stored[0]!);
  const axes = axesOf(last, output);
  const shape = gradedShape(
    axes.map((axis) => last.legs[axis]!),
    axes.map((axis) => last.signs[axis]!),
    draft.modulus,
  );
  const result = outputOf(draft, last, axes, shape);
  const { sizes, instructions } = draft;
  return { program: { inputs: shapes.length, sizes, instructions, outputs: [result] }, shape };
}

/** A program without instructions on inputs of these shapes. */
export const draftOf = (shapes: readonly GradedShape[]): Draft => ({
  sizes: shapes.map(({ size }) => size),
  instructions: [],
  modulus: shapes[0]!.modulus,
});

/** The axes of a tensor with these letters. */
export const axesOf = ({ letters }: Stored, output: string): readonly number[] =>
  [...output].map((letter) => letters.indexOf(letter));

/** The product of two tensors over the letters that they share: dense ones in the order that moves least, else free legs of the first come first. */
export function joined(draft: Draft, a: Stored, b: Stored): Stored {
  const shared = a.letters.filter((letter) => b.letters.includes(letter));
  const [innerA, innerB] = [a, b].map(({ letters }) => shared.map((letter) => letters.indexOf(letter))) as [
    number[],
    number[],
  ];
  shared.forEach((letter, k) => {
    const [i, j] = [innerA[k]!, innerB[k]!];
    if (a.legs[i]!.key === b.legs[j]!.key && a.signs[i] === -b.signs[j]!) return;
    throw new ShapeError(
      `gradedContraction: the same sectors and opposite signs required at '${letter}', got ${a.signs[i]}·(${a.legs[i]!.key}) and ${b.signs[j]}·(${b.legs[j]!.key})`,
    );
  });
  if (isDense(a) && isDense(b)) return denseJoined(draft, a, b, shared);
  return gradedJoin(draft, a, b, shared).stored;
}

/** The result, block after block. */
function outputOf(draft: Draft, last: Stored, axes: readonly number[], shape: GradedShape): number {
  const moves = outputMoves(last, axes, shape);
  const result = placed(draft, moves, shape.size, moves.length < shape.blocks.length);
  if (result !== null) return result;
  return cleared(draft, shape.size);
}

/** Where the blocks of a tensor stand among those of a shape. */
export function outputMoves(last: Stored, axes: readonly number[], { blocks }: GradedShape): readonly Move[] {
  return blocks.flatMap(({ sectors, shape, start }) => {
    const own = new Array<number>(axes.length);
    axes.forEach((axis, k) => {
      own[axis] = sectors[k]!;
    });
    const place = last.places.get(own.join());
    if (place === undefined) return [];
    const to = strides(shape);
    const steps = shape.map((extent, k) => ({ extent, to: to[k]!, from: place.strides[axes[k]!]! }));
    return [{ from: place.array, fromStart: place.start, toStart: start, steps }];
  });
}
