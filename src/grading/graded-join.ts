/** @file The product of two tensors that conserve a charge, as one product of matrices for each charge that flows between them. */

import { sizeOf } from '../linalg/complex.ts';
import { chargeModulo } from './graded-leg.ts';
import { type Draft, type Move, type Place, placed, type Stored, strides } from './stored-tensor.ts';

/** A product to ← left·right, and where the entries of the factors come from. */
export interface JoinedPart {
  readonly to: number;
  readonly left: JoinedFactor;
  readonly right: JoinedFactor;
  readonly rows: number;
  readonly columns: number;
  readonly inner: number;
}

/** A matrix of blocks in an array: that of the tensor itself, or one of its own to which the blocks were moved. */
export interface JoinedFactor {
  readonly array: number;
  readonly moves: readonly Move[];
}

/** The product of two tensors. */
export interface Joined {
  readonly stored: Stored;
  readonly parts: readonly JoinedPart[];
}

/** Some legs together as rows or columns of matrices: for each charge the combinations of sectors, one below the other. */
interface Fused {
  readonly parts: readonly FusedPart[];
  readonly size: number;
}
interface FusedPart {
  readonly sectors: readonly number[];
  readonly shape: readonly number[];
  readonly start: number;
}

/**
 * Writes the product of two tensors over shared letters, in their given order; free legs of the first come first.
 *
 * @param shared - letters that both have, with the same sectors and opposite signs
 */
export function gradedJoin(draft: Draft, a: Stored, b: Stored, shared: readonly string[]): Joined {
  const { modulus } = draft;
  const [innerA, innerB] = [a, b].map(({ letters }) => shared.map((letter) => letters.indexOf(letter)));
  const free = ({ letters }: Stored): number[] => [...letters.keys()].filter((k) => !shared.includes(letters[k]!));
  const [rowsA, colsB] = [free(a), free(b)];
  const [rows, cols] = [fusedLegs(a, rowsA, modulus), fusedLegs(b, colsB, modulus)];
  const places = new Map<string, Place>();
  const parts: JoinedPart[] = [];
  for (const [charge, inner] of fusedLegs(a, innerA!, modulus)) {
    const [row, col] = [rows.get(chargeModulo(-charge, modulus)), cols.get(charge)];
    if (row === undefined || col === undefined) continue;
    const left = matrixOf(draft, a, [rowsA, innerA!], [row, inner]);
    const right = matrixOf(draft, b, [innerB!, colsB], [inner, col]);
    if (left === null || right === null) continue;
    const to = draft.sizes.push(row.size * col.size) - 1;
    const sizes = { rows: row.size, columns: col.size, inner: inner.size };
    const flags = { batch: 1, adjointLeft: false, adjointRight: false };
    draft.instructions.push({ kind: 'product', to, left: left.array, right: right.array, ...flags, ...sizes });
    parts.push({ to, left, right, ...sizes });
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
  const stored = { letters: kept((x) => x.letters), legs: kept((x) => x.legs), signs: kept((x) => x.signs), places };
  return { stored, parts };
}

function fusedLegs({ legs, signs }: Stored, axes: readonly number[], modulus: number): ReadonlyMap<number, Fused> {
  const groups = new Map<number, { parts: FusedPart[]; size: number }>();
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

/** The blocks of one charge as a matrix, in an array of its own or where they already stand so; null if all are zero. */
function matrixOf(
  draft: Draft,
  tensor: Stored,
  [rowAxes, colAxes]: readonly [readonly number[], readonly number[]],
  [rows, cols]: readonly [Fused, Fused],
): JoinedFactor | null {
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
  const array = placed(draft, moves, rows.size * cols.size, moves.length < rows.parts.length * cols.parts.length);
  return array === null ? null : { array, moves };
}
