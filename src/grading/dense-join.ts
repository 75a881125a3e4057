/**
 * @file Products of tensors of one block each, without a symmetry. The legs that are summed over may stand at either end of a
 * tensor or between others: of the ways to read both as matrices the one is taken that moves fewest entries.
 */

import { sizeOf } from '../linalg/complex.ts';
import { type Draft, placed, type Stored, strides } from './stored-tensor.ts';

/** Whether a tensor is one block with all its entries. */
export const isDense = ({ legs, places }: Stored): boolean =>
  places.size === 1 && legs.every(({ sectors }) => sectors.length === 1);

/** A product of matrices, left[outer] · right[outer] for all values of the outer legs. */
interface Way {
  readonly left: Side;
  readonly right: Side;
  /** Legs of the rows, those summed over, and those of the columns, in order. */
  readonly rows: string;
  readonly inner: string;
  readonly columns: string;
  /** Legs for whose values the product is repeated; only the right factor has them. */
  readonly outer: string;
}

/** A factor and its letters in the order in which it is read. */
interface Side {
  readonly tensor: Stored;
  readonly order: string;
}

/** The product of two dense tensors over the shared letters; the order of the result's legs is that of the cheapest way. */
export function denseJoined(draft: Draft, a: Stored, b: Stored, shared: readonly string[]): Stored {
  const [way] = waysOf(a, b, shared).sort((one, other) => moved(one) - moved(other));
  const { left, right, rows, inner, columns, outer } = way!;
  const extents = extentsOf(a, b);
  const size = (letters: string): number => sizeOf([...letters].map((letter) => extents.get(letter)!));
  const batch = size(outer);
  const factors = { left: arranged(draft, left, batch), right: arranged(draft, right, 1) };
  const sizes = { rows: size(rows), columns: size(columns), inner: size(inner) };
  const to = draft.sizes.push(batch * sizes.rows * sizes.columns) - 1;
  draft.instructions.push({
    kind: 'product',
    to,
    ...factors,
    batch,
    adjointLeft: false,
    adjointRight: false,
    ...sizes,
  });
  const letters = [...outer, ...rows, ...columns];
  const legs = letters.map((letter) => legOf(a, letter) ?? legOf(b, letter)!);
  const shape = letters.map((letter) => extents.get(letter)!);
  return {
    letters,
    legs: legs.map(({ leg }) => leg),
    signs: legs.map(({ sign }) => sign),
    places: new Map([[letters.map(() => 0).join(), { array: to, start: 0, strides: strides(shape) }]]),
  };
}

/**
 * The ways to read two tensors: a·b, b·a, or one of them, whose summed legs stand between others, as many matrices that
 * the other one acts on:
 *
 *     Σ_s b[f, s] · a[p, s, q] = c[p, f, q]
 */
function waysOf(a: Stored, b: Stored, shared: readonly string[]): Way[] {
  const orders = [a, b].map(({ letters }) => letters.filter((letter) => shared.includes(letter)).join(''));
  const [freeA, freeB] = [a, b].map(({ letters }) => letters.filter((letter) => !shared.includes(letter)).join('')) as [
    string,
    string,
  ];
  const ends = [...new Set(orders)].flatMap((inner) =>
    [
      { first: a, rows: freeA, second: b, columns: freeB },
      { first: b, rows: freeB, second: a, columns: freeA },
    ].map(({ first, rows, second, columns }) => ({
      left: { tensor: first, order: rows + inner },
      right: { tensor: second, order: inner + columns },
      ...{ rows, inner, columns, outer: '' },
    })),
  );
  const between = [
    { whole: a, inner: orders[0]!, other: b, rows: freeB },
    { whole: b, inner: orders[1]!, other: a, rows: freeA },
  ].flatMap(({ whole, inner, other, rows }) => {
    const all = whole.letters.join('');
    const at = inner === '' ? -1 : all.indexOf(inner);
    if (at < 1) return [];
    const columns = all.slice(at + inner.length);
    return [
      {
        left: { tensor: other, order: rows + inner },
        right: { tensor: whole, order: all },
        ...{ rows, inner, columns, outer: all.slice(0, at) },
      },
    ];
  });
  return [...ends, ...between];
}

/** Entries that a way copies. */
function moved({ left, right, outer }: Way): number {
  const extents = extentsOf(left.tensor, right.tensor);
  const size = (letters: readonly string[]): number => sizeOf(letters.map((letter) => extents.get(letter)!));
  const of = ({ tensor, order }: Side): number => (stands(tensor, order, extents) ? 0 : size(tensor.letters));
  const batch = size([...outer]);
  return of(right) + (batch > 1 ? batch * size(left.tensor.letters) : of(left));
}

/** Whether the letters stand in this order; those of one value may stand anywhere. */
function stands({ letters }: Stored, order: string, extents: ReadonlyMap<string, number>): boolean {
  const long = (list: readonly string[]): string => list.filter((letter) => extents.get(letter)! > 1).join('');
  return long(letters) === long([...order]);
}

/** The array in which a factor stands in its order, so many times one after another. */
function arranged(draft: Draft, { tensor, order }: Side, times: number): number {
  const { letters, legs, places } = tensor;
  const [place] = places.values();
  const axes = [...order].map((letter) => letters.indexOf(letter));
  const extents = axes.map((axis) => legs[axis]!.charges.length);
  const to = strides(extents);
  const size = sizeOf(extents);
  const steps = extents.map((extent, k) => ({ extent, to: to[k]!, from: place!.strides[axes[k]!]! }));
  const repeated = { extent: times, to: size, from: 0 };
  const move = { from: place!.array, fromStart: place!.start, toStart: 0, steps: [repeated, ...steps] };
  return placed(draft, [move], times * size, false)!;
}

const extentsOf = (...tensors: readonly Stored[]): ReadonlyMap<string, number> =>
  new Map(tensors.flatMap(({ letters, legs }) => letters.map((letter, k) => [letter, legs[k]!.charges.length])));

function legOf({ letters, legs, signs }: Stored, letter: string) {
  const at = letters.indexOf(letter);
  return at < 0 ? undefined : { leg: legs[at]!, sign: signs[at]! };
}
