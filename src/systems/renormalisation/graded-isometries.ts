/** @file Where the tensors of layers live: real or complex isometries that conserve charges, block by block. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import { batchedPolarFactor } from '../../linalg/batched-decompositions.ts';
import { type ComplexMatrix, sizeOf } from '../../linalg/complex.ts';
import { addScaledMatrix, adjoint, multiply } from '../../linalg/matrix.ts';
import { byShape } from '../../linalg/matrix-batch.ts';
import { outputsOf } from '../../network/node-outputs.ts';
import type { NetworkNode } from '../../network/tensor-network.ts';
import { isometryShape } from '../../network/tensor-sources.ts';
import type { Manifold } from '../../optimise/manifold.ts';
import type { RenormalisationLayer } from './renormalisation-layer.ts';

/** Rows and columns of one charge of an isometry W†W = 1, with all entries between them; all others vanish. */
export interface IsometryBlock {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** An isometry of the unit, as often as it occurs once. */
export interface GradedIsometry {
  readonly node: NetworkNode;
  readonly outputs: readonly Leg[];
  readonly inputs: readonly Leg[];
  /** Of its entries in θ, and entries in a row. */
  readonly offset: number;
  readonly width: number;
  readonly blocks: readonly IsometryBlock[];
}

/**
 * The isometries of a layer and their blocks: one for each charge, or a single one without a grading.
 *
 * @throws {DomainError} a charge of which there are more columns than rows: no isometry conserves it
 */
export function gradedIsometries(layer: RenormalisationLayer): readonly GradedIsometry[] {
  const { unit } = layer;
  const found = new Map<number, GradedIsometry>();
  for (const node of unit.nodes) {
    if (node.tensor.kind !== 'isometry' || found.has(node.tensor.offset)) continue;
    const outputs = outputsOf(node, unit);
    const inputs = node.legs.slice(outputs.length);
    const blocks = blocksOf(chargesOf(layer, outputs), chargesOf(layer, inputs));
    for (const { rows, columns } of blocks) {
      if (columns.length > rows.length) {
        throw new DomainError(
          `renormalisation layer: at most ${rows.length} columns of each charge required in node '${node.id}', got ${columns.length}`,
        );
      }
    }
    const width = isometryShape(node.tensor)!.columns;
    found.set(node.tensor.offset, { node, outputs, inputs, offset: node.tensor.offset, width, blocks });
  }
  return [...found.values()];
}

/** Charges of the basis states of several legs together, the first leg the most significant. */
export function chargesOf({ unit, grading }: RenormalisationLayer, legs: readonly Leg[]): readonly number[] {
  const modulus = grading?.modulus ?? 1;
  let all: readonly number[] = [0];
  for (const leg of legs) {
    const own = grading?.charges[leg] ?? new Array<number>(unit.dimensions[leg]!).fill(0);
    all = all.flatMap((charge) => own.map((other) => reduced(charge + other, modulus)));
  }
  return all;
}

/** A charge modulo n; itself for n = 0. */
export const reduced = (charge: number, modulus: number): number =>
  modulus === 0 ? charge : ((charge % modulus) + modulus) % modulus;

function blocksOf(rows: readonly number[], columns: readonly number[]): readonly IsometryBlock[] {
  const charges = [...new Set(columns)].sort((a, b) => a - b);
  const of = (all: readonly number[], charge: number) => all.flatMap((own, k) => (own === charge ? [k] : []));
  return charges.map((charge) => ({ rows: of(rows, charge), columns: of(columns, charge) }));
}

/**
 * The product of the Stiefel manifolds of all blocks of several layers, whose parameters follow each other: a submanifold of
 * that of all isometries on which the charges are conserved and, for real ones, entries are real.
 *
 * @see Edelman, Arias & Smith, SIAM J. Matrix Anal. Appl. 20, 303 (1998); Hauru, Van Damme & Haegeman, arXiv:2007.03638 (2020)
 */
export function layerManifold(layers: readonly RenormalisationLayer[], { real = true } = {}): Manifold {
  const places = layers.flatMap((layer, k) => {
    const start = layers.slice(0, k).reduce((sum, { unit }) => sum + unit.parameters, 0);
    return gradedIsometries(layer).flatMap((isometry) =>
      isometry.blocks.map((block) => ({ start: start + isometry.offset, width: isometry.width, block })),
    );
  });
  const read = (x: Float64Array, k: number) => readBlock(x, places[k]!.start, places[k]!.width, places[k]!.block, real);
  const mapped = (length: number, block: (k: number) => ComplexMatrix): Float64Array => {
    const out = new Float64Array(length);
    places.forEach((place, k) => {
      writeBlock(out, place.start, place.width, place.block, block(k), real);
    });
    return out;
  };
  return {
    project: (x, vector) =>
      mapped(vector.length, (k) => {
        const [w, g] = [read(x, k), read(vector, k)];
        const overlap = multiply(w, g, { adjointA: true });
        return addScaledMatrix(g, [-0.5, 0], multiply(w, addScaledMatrix(overlap, [1, 0], adjoint(overlap))));
      }),
    retract: (x, tangent) => {
      const moved = places.map((_, k) => addScaledMatrix(read(x, k), [1, 0], read(tangent, k)));
      const nearest = byShape(moved, batchedPolarFactor);
      return mapped(x.length, (k) => nearest[k]!);
    },
  };
}

/** The block of an isometry whose entries begin at `start`. */
export function readBlock(
  x: Float64Array,
  start: number,
  width: number,
  { rows, columns }: IsometryBlock,
  real: boolean,
): ComplexMatrix {
  const interleaved = new Float64Array(2 * sizeOf([rows.length, columns.length]));
  rows.forEach((row, i) => {
    columns.forEach((column, j) => {
      const [from, to] = [start + 2 * (row * width + column), 2 * (i * columns.length + j)];
      interleaved[to] = x[from]!;
      if (!real) interleaved[to + 1] = x[from + 1]!;
    });
  });
  return { rows: rows.length, cols: columns.length, interleaved };
}

/** The inverse of `readBlock`. */
export function writeBlock(
  x: Float64Array,
  start: number,
  width: number,
  { rows, columns }: IsometryBlock,
  { interleaved }: ComplexMatrix,
  real: boolean,
): void {
  rows.forEach((row, i) => {
    columns.forEach((column, j) => {
      const [to, from] = [start + 2 * (row * width + column), 2 * (i * columns.length + j)];
      x[to] = interleaved[from]!;
      x[to + 1] = real ? 0 : interleaved[from + 1]!;
    });
  });
}
