/**
 * @file Contractions of tensors that conserve a charge, written once for given blocks as a program of products: one
 * product of matrices for each charge that flows between two tensors.
 */

import { currentEngine } from '../engine/engine.ts';
import type { ProductProgram, ProductSpace } from '../engine/product-program.ts';
import { ShapeError } from '../errors.ts';
import { sizeOf } from '../linalg/complex.ts';
import { denseJoined, isDense } from './dense-join.ts';
import { chargeModulo } from './graded-leg.ts';
import { type GradedShape, type GradedTensor, gradedShape } from './graded-tensor.ts';
import { type Draft, type Place, placed, type Stored, strides } from './stored-tensor.ts';

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
  const inputs = tensors.map((tensor) => tensor.interleaved);
  return currentEngine().repeatProducts(program, inputs, work, isComplex);
}

/** Runs a contraction on tensors of its shapes. */
export function runGraded({ program, shape }: GradedContraction, tensors: readonly GradedTensor[]): GradedTensor {
  const [interleaved] = currentEngine().runProducts(
    program,
    tensors.map((tensor) => tensor.interleaved),
  );
  return { shape, interleaved: interleaved! };
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
  const draft: Draft = { sizes: shapes.map(({ size }) => size), instructions: [], modulus: shapes[0]!.modulus };
  const stored = shapes.map((shape, array) => inputOf(shape, array, [...legs[array]!]));
  const last = stored.slice(1).reduce((before, next) => joined(draft, before, next), stored[0]!);
  const axes = [...output].map((letter) => last.letters.indexOf(letter));
  const shape = gradedShape(
    axes.map((axis) => last.legs[axis]!),
    axes.map((axis) => last.signs[axis]!),
    draft.modulus,
  );
  const result = outputOf(draft, last, axes, shape);
  const { sizes, instructions } = draft;
  return { program: { inputs: shapes.length, sizes, instructions, outputs: [result] }, shape };
}

function inputOf({ legs, signs, blocks }: GradedShape, array: number, letters: readonly string[]): Stored {
  const places = blocks.map(({ sectors, shape, start }) => [sectors.join(), { array, start, strides: strides(shape) }]);
  return { letters, legs, signs, places: new Map(places as [string, Place][]) };
}

/** Some legs together as rows or columns of matrices: for each charge the combinations of sectors, one below the other. */
interface Fused {
  readonly parts: readonly Part[];
  readonly size: number;
}
interface Part {
  readonly sectors: readonly number[];
  readonly shape: readonly number[];
  readonly start: number;
}

function fusedLegs({ legs, signs }: Stored, axes: readonly number[], modulus: number): ReadonlyMap<number, Fused> {
  const groups = new Map<number, { parts: Part[]; size: number }>();
  const extend = (sectors: readonly number[], shape: readonly number[], charge: number): void => {
    const axis = axes[sectors.length];
    if (axis !== undefined) {
      legs[axis]!.sectors.forEach(({ charge: own, indices }, k) => {
        extend([...sectors, k], [...shape, indices.length], charge + signs[axis]! * own);
      });
      return;
    }
    const total = chargeModulo(charge, modulus);
    const group = groups.get(total) ?? { parts: [], size: 0 };
    groups.set(total, group);
    group.parts.push({ sectors, shape, start: group.size });
    group.size += sizeOf(shape);
  };
  extend([], [], 0);
  return groups;
}

/** The product of two tensors over the letters that they share: dense ones in the order that moves least, else free legs of the first come first. */
function joined(draft: Draft, a: Stored, b: Stored): Stored {
  const { modulus } = draft;
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
  const free = ({ letters }: Stored): number[] => [...letters.keys()].filter((k) => !shared.includes(letters[k]!));
  const [rowsA, colsB] = [free(a), free(b)];
  const [rows, cols] = [fusedLegs(a, rowsA, modulus), fusedLegs(b, colsB, modulus)];
  const places = new Map<string, Place>();
  for (const [charge, inner] of fusedLegs(a, innerA, modulus)) {
    const [row, col] = [rows.get(chargeModulo(-charge, modulus)), cols.get(charge)];
    if (row === undefined || col === undefined) continue;
    const left = matrixOf(draft, a, [rowsA, innerA], [row, inner]);
    const right = matrixOf(draft, b, [innerB, colsB], [inner, col]);
    if (left === null || right === null) continue;
    const to = draft.sizes.push(row.size * col.size) - 1;
    const flags = { batch: 1, adjointLeft: false, adjointRight: false };
    const sizes = { rows: row.size, columns: col.size, inner: inner.size };
    draft.instructions.push({ kind: 'product', to, left, right, ...flags, ...sizes });
    for (const above of row.parts) {
      for (const beside of col.parts) {
        places.set([...above.sectors, ...beside.sectors].join(), {
          array: to,
          start: above.start * col.size + beside.start,
          strides: [...strides(above.shape).map((step) => step * col.size), ...strides(beside.shape)],
        });
      }
    }
  }
  const kept = <T>(list: (tensor: Stored) => readonly T[]): T[] => [
    ...rowsA.map((k) => list(a)[k]!),
    ...colsB.map((k) => list(b)[k]!),
  ];
  return { letters: kept((x) => x.letters), legs: kept((x) => x.legs), signs: kept((x) => x.signs), places };
}

/** The blocks of one charge as a matrix, in an array of its own or where they already stand so; null if all are zero. */
function matrixOf(
  draft: Draft,
  tensor: Stored,
  [rowAxes, colAxes]: readonly [readonly number[], readonly number[]],
  [rows, cols]: readonly [Fused, Fused],
): number | null {
  const axes = [...rowAxes, ...colAxes];
  const moves = rows.parts.flatMap((row) =>
    cols.parts.flatMap((col) => {
      const sectors = new Array<number>(axes.length);
      [...row.sectors, ...col.sectors].forEach((sector, k) => {
        sectors[axes[k]!] = sector;
      });
      const place = tensor.places.get(sectors.join());
      if (place === undefined) return [];
      const to = [...strides(row.shape).map((step) => step * cols.size), ...strides(col.shape)];
      const extents = [...row.shape, ...col.shape];
      const steps = extents.map((extent, k) => ({ extent, to: to[k]!, from: place.strides[axes[k]!]! }));
      return [{ from: place.array, fromStart: place.start, toStart: row.start * cols.size + col.start, steps }];
    }),
  );
  return placed(draft, moves, rows.size * cols.size, moves.length < rows.parts.length * cols.parts.length);
}

/** The result, block after block. */
function outputOf(draft: Draft, last: Stored, axes: readonly number[], { blocks, size }: GradedShape): number {
  const moves = blocks.flatMap(({ sectors, shape, start }) => {
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
  const result = placed(draft, moves, size, moves.length < blocks.length);
  if (result !== null) return result;
  const to = draft.sizes.push(size) - 1;
  draft.instructions.push({ kind: 'clear', to });
  return to;
}
