/** @file Tensors that conserve a charge, split in two at a new leg; the leg keeps the strongest states of all charges. */

import { currentEngine } from '../engine/engine.ts';
import { sizeOf } from '../linalg/complex.ts';
import { keptValues, type Truncation } from '../linalg/kept-values.ts';
import { adjoint, type RealMatrix } from '../linalg/matrix.ts';
import { qr } from '../linalg/qr.ts';
import { transposeReal } from '../linalg/real-product.ts';
import { chargeModulo, legOfSectors } from './graded-leg.ts';
import { type GradedShape, type GradedTensor, gradedShape, realTensor } from './graded-tensor.ts';
import { type AnyMatrix, complexOf, halfBasis } from './half-basis.ts';

/** A tensor as A·B at a new leg between them, and what was dropped. */
export interface GradedSplit {
  /** Legs of the rows, then the new one. */
  readonly left: GradedTensor;
  /** The new leg, then those of the columns. */
  readonly right: GradedTensor;
  /** Σ of the eigenvalues dropped, and the Schmidt values kept, by charge. */
  readonly lost: number;
  readonly values: readonly { readonly charge: number; readonly values: Float64Array }[];
}

/**
 * Splits a tensor by the eigenvectors of the reduced density matrices of one half, one for each charge: that half
 * becomes an isometry, the other keeps the norm.
 *
 * @param rows - how many of the legs, the first ones, are the left half; their charge is that of the new leg
 * @param rightwards - whether the left half becomes the isometry
 * @param perturbation - added to the density matrix MM† of the left half or M†M of the right, legs (rows, columns)
 */
export function splitGraded(
  tensor: GradedTensor,
  rows: number,
  rightwards: boolean,
  truncation: Truncation,
  perturbation?: GradedTensor,
): GradedSplit {
  const given = matricesOf(tensor, rows);
  const added = perturbation ? matricesOf(perturbation, perturbation.shape.legs.length / 2) : [];
  // Charges that only the perturbation has: their states have no weight yet, the next pair may give them some.
  const fresh = added.filter(({ charge }) => given.every((one) => one.charge !== charge));
  const none = fresh.map(({ charge, matrix: { rows: size } }) => ({
    charge,
    matrix: { ...(rightwards ? { rows: size, cols: 0 } : { rows: 0, cols: size }), data: new Float64Array(0) },
  }));
  const halves = [...given, ...none].map(({ charge, matrix }) => {
    const more = added.find((one) => one.charge === charge);
    return { charge, ...halfBasis(matrix, rightwards, more?.matrix) };
  });
  const all = Float64Array.from(halves.flatMap(({ values }) => [...values]))
    .sort()
    .reverse();
  const count = keptValues(all, truncation);
  const lost = all.subarray(count).reduce((sum, x) => sum + x * x, 0);
  const counts = keptOf(halves, count);
  const kept = halves.flatMap((half, k) => (counts[k] === 0 ? [] : [{ ...half, count: counts[k]! }]));
  const parts = kept.map((half) => ({ charge: half.charge, count: half.count, ...half.factors(half.count) }));
  return {
    ...assembled(tensor.shape, rows, parts),
    lost,
    values: kept.map(({ charge, values, count: most }) => ({ charge, values: values.slice(0, most) })),
  };
}

/**
 * A tensor as isometry·rest (rightwards) or rest·co-isometry, charge by charge, by QR: nothing is dropped, and small Schmidt values
 * cost no digits.
 *
 * @param rows - how many of the legs, the first ones, are the left half
 */
export function orthonormalGraded(
  tensor: GradedTensor,
  rows: number,
  rightwards: boolean,
): { readonly left: GradedTensor; readonly right: GradedTensor } {
  const parts = matricesOf(tensor, rows).map(({ charge, matrix }) => {
    const { left, right } = rightwards ? isometryFirst(matrix) : isometryLast(matrix);
    return { charge, count: left.cols, left, right };
  });
  return assembled(tensor.shape, rows, parts);
}

interface Factors {
  readonly left: AnyMatrix;
  readonly right: AnyMatrix;
}

function isometryFirst(matrix: AnyMatrix): Factors {
  if ('data' in matrix) {
    const { left, right } = isometryLast(transposeReal(matrix)) as { left: RealMatrix; right: RealMatrix };
    return { left: transposeReal(right), right: transposeReal(left) };
  }
  const { q, r } = qr(matrix);
  return { left: q, right: r };
}

function isometryLast(matrix: AnyMatrix): Factors {
  if ('data' in matrix) {
    const { rows, cols } = matrix;
    const size = Math.min(rows, cols);
    const data = matrix.data.slice();
    const factors = currentEngine().orthonormaliseRows(data, rows);
    return {
      left: { rows, cols: size, data: factors },
      right: { rows: size, cols, data: data.subarray(0, size * cols) },
    };
  }
  const { q, r } = qr(adjoint(matrix));
  return { left: adjoint(r), right: adjoint(q) };
}

/** Both factors from those of each charge. */
function assembled(
  { legs, signs, modulus }: GradedShape,
  rows: number,
  parts: readonly {
    readonly charge: number;
    readonly count: number;
    readonly left: AnyMatrix;
    readonly right: AnyMatrix;
  }[],
): { readonly left: GradedTensor; readonly right: GradedTensor } {
  const bond = legOfSectors(parts.map(({ charge, count }) => [charge, count]));
  const shapes = [
    gradedShape([...legs.slice(0, rows), bond], [...signs.slice(0, rows), -1], modulus),
    gradedShape([bond, ...legs.slice(rows)], [1, ...signs.slice(rows)], modulus),
  ] as const;
  return {
    left: tensorOf(shapes[0], rows, new Map(parts.map(({ charge, left }) => [charge, left]))),
    right: tensorOf(shapes[1], 1, new Map(parts.map(({ charge, right }) => [charge, right]))),
  };
}

/** How many values of each half are among the first `count` of all; both descending. */
function keptOf(halves: readonly { readonly values: Float64Array }[], count: number): readonly number[] {
  const order = halves.flatMap(({ values }, half) => Array.from(values, (value) => ({ half, value })));
  order.sort((a, b) => b.value - a.value);
  const counts = halves.map(() => 0);
  for (const { half } of order.slice(0, count)) counts[half] = counts[half]! + 1;
  return counts;
}

/** The blocks in which the first legs have a charge together, as one matrix: combinations of sectors below each other. */
interface ChargeLayout {
  readonly charge: number;
  readonly rows: number;
  readonly cols: number;
  /** Entry of the matrix at which each block begins, by the block's number. */
  readonly starts: ReadonlyMap<number, number>;
}

function layoutsOf({ legs, signs, modulus, blocks }: GradedShape, rows: number): readonly ChargeLayout[] {
  const groups = new Map<number, { row: Map<string, number>; col: Map<string, number>; rows: number; cols: number }>();
  const members = new Map<number, { block: number; row: string; col: string }[]>();
  blocks.forEach(({ sectors, shape }, block) => {
    const flow = sectors.slice(0, rows).reduce((sum, s, k) => sum + signs[k]! * legs[k]!.sectors[s]!.charge, 0);
    const charge = chargeModulo(flow, modulus);
    const group = groups.get(charge) ?? { row: new Map(), col: new Map(), rows: 0, cols: 0 };
    groups.set(charge, group);
    const [row, col] = [sectors.slice(0, rows).join(), sectors.slice(rows).join()];
    if (!group.row.has(row)) {
      group.row.set(row, group.rows);
      group.rows += sizeOf(shape.slice(0, rows));
    }
    if (!group.col.has(col)) {
      group.col.set(col, group.cols);
      group.cols += sizeOf(shape.slice(rows));
    }
    members.set(charge, [...(members.get(charge) ?? []), { block, row, col }]);
  });
  return [...groups].map(([charge, group]) => {
    const place = ({ block, row, col }: { block: number; row: string; col: string }): [number, number] => [
      block,
      group.row.get(row)! * group.cols + group.col.get(col)!,
    ];
    return { charge, rows: group.rows, cols: group.cols, starts: new Map(members.get(charge)!.map(place)) };
  });
}

/** The tensor as one matrix for each charge of its first legs. */
function matricesOf(
  tensor: GradedTensor,
  rows: number,
): readonly { readonly charge: number; readonly matrix: AnyMatrix }[] {
  const { shape, real } = tensor;
  const [numbers, width] = real ? [real, 1] : [tensor.interleaved, 2];
  return layoutsOf(shape, rows).map((layout) => {
    const data = new Float64Array(width * layout.rows * layout.cols);
    forEachRow(shape, rows, layout, (entry, place, count) => {
      data.set(numbers.subarray(width * entry, width * (entry + count)), width * place);
    });
    const size = { rows: layout.rows, cols: layout.cols };
    return { charge: layout.charge, matrix: real ? { ...size, data } : { ...size, interleaved: data } };
  });
}

/** Undoes `matricesOf`; charges that are left out are zero. */
function tensorOf(shape: GradedShape, rows: number, matrices: ReadonlyMap<number, AnyMatrix>): GradedTensor {
  const allReal = [...matrices.values()].every((matrix) => 'data' in matrix);
  const width = allReal ? 1 : 2;
  const numbers = new Float64Array(width * shape.size);
  for (const layout of layoutsOf(shape, rows)) {
    const matrix = matrices.get(layout.charge);
    if (matrix === undefined) continue;
    const own = allReal && 'data' in matrix ? matrix.data : complexOf(matrix).interleaved;
    forEachRow(shape, rows, layout, (entry, place, count) => {
      numbers.set(own.subarray(width * place, width * (place + count)), width * entry);
    });
  }
  return allReal ? realTensor(shape, numbers) : { shape, interleaved: numbers };
}

/** Visits the rows of the blocks of a layout: entry of the tensor, place in the matrix, entries. */
function forEachRow(
  { blocks }: GradedShape,
  rows: number,
  { starts, cols }: ChargeLayout,
  visit: (entry: number, place: number, count: number) => void,
): void {
  for (const [block, at] of starts) {
    const { shape, start } = blocks[block]!;
    const [height, width] = [sizeOf(shape.slice(0, rows)), sizeOf(shape.slice(rows))];
    for (let i = 0; i < height; i++) visit(start + i * width, at + i * cols, width);
  }
}
