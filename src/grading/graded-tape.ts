/** @file Contractions of tensors that conserve a charge along any path, and their reverse mode, within one program. */

import { joinedAxes } from '../engine/product-program.ts';
import { gradedJoin, type Joined, type JoinedFactor, type JoinedPart } from './graded-join.ts';
import { cleared, type Draft, type Stored } from './stored-tensor.ts';

/** A contraction within a program: what the pullback needs. */
export interface GradedTape {
  /** Number of tensors that are contracted. */
  readonly tensors: number;
  /** Which two tensors each product joins, itself tensor number `tensors` + k. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly products: readonly (readonly JoinedPart[])[];
}

/**
 * Writes the contraction of tensors along a path, each product in the order that moves fewest entries. All letters that two tensors share
 * are summed over; their sectors are equal and their signs opposite.
 *
 * @param path - pairs of tensors; the product of the k-th pair is tensor number `tensors.length` + k
 */
export function draftGraded(
  draft: Draft,
  tensors: readonly Stored[],
  path: readonly (readonly [number, number])[],
): { readonly result: Stored; readonly tape: GradedTape } {
  const all = [...tensors];
  const pairs: (readonly [number, number])[] = [];
  const products: (readonly JoinedPart[])[] = [];
  for (const [one, other] of path) {
    const { pair, joined } = cheapest(draft, all, one, other);
    all.push(joined.stored);
    pairs.push(pair);
    products.push(joined.parts);
  }
  return { result: all.at(-1)!, tape: { tensors: tensors.length, pairs, products } };
}

/** Of the two orders of the factors and of the summed letters the combination that copies fewest entries. */
function cheapest(
  draft: Draft,
  all: readonly Stored[],
  one: number,
  other: number,
): { readonly pair: readonly [number, number]; readonly joined: Joined } {
  const orders = [one, other].map((own, k) => {
    const rest = all[k === 0 ? other : one]!.letters;
    return all[own]!.letters.filter((letter) => rest.includes(letter));
  });
  const ways = [[one, other] as const, [other, one] as const].flatMap((pair) =>
    orders.map((shared) => {
      const own: Draft = { sizes: draft.sizes.slice(), instructions: [], modulus: draft.modulus };
      const joined = gradedJoin(own, all[pair[0]]!, all[pair[1]]!, shared);
      const factors = joined.parts.flatMap(({ left, right }) => [left, right]);
      const moved = factors.reduce((sum, factor) => sum + (isMoved(factor) ? own.sizes[factor.array]! : 0), 0);
      return { pair, own, joined, moved };
    }),
  );
  const best = ways.reduce((least, way) => (way.moved < least.moved ? way : least));
  draft.sizes.push(...best.own.sizes.slice(draft.sizes.length));
  draft.instructions.push(...best.own.instructions);
  return best;
}

/** Whether the entries of a factor stand in another array. */
const isMoved = ({ array, moves }: JoinedFactor): boolean => moves[0]!.from !== array;

/**
 * Writes the reverse mode of a contraction: with dL = Re⟨λ|dz⟩ the cotangent of a in c = a·b is λb†, that of b is a†λ.
 *
 * @param cotangents - by array of the result, the array of its cotangent; grows by those of the products
 * @param sums - by array of the tensors, the array to which their cotangent is added
 * @param wanted - which tensors' cotangents are wanted: their arrays are in `sums`
 */
export function draftGradedPullback(
  draft: Draft,
  { tensors, pairs, products }: GradedTape,
  cotangents: Map<number, number>,
  sums: ReadonlyMap<number, number>,
  wanted: readonly boolean[],
): void {
  for (const [array, lambda] of pairs.length === 0 ? cotangents : []) addWhole(draft, sums.get(array), lambda);
  const needed = [...wanted];
  for (const [a, b] of pairs) needed.push(needed[a]! || needed[b]!);
  for (let k = pairs.length - 1; k >= 0; k--) {
    if (!needed[tensors + k]) continue;
    const [a, b] = pairs[k]!;
    for (const { to, left, right, rows, columns, inner } of products[k]!) {
      const lambda = cotangents.get(to);
      if (lambda === undefined) continue;
      const common = { kind: 'product', batch: 1 } as const;
      if (needed[a]) {
        const array = draft.sizes.push(rows * inner) - 1;
        const flags = { adjointLeft: false, adjointRight: true };
        const shape = { rows, columns: inner, inner: columns };
        draft.instructions.push({ ...common, to: array, left: lambda, right: right.array, ...flags, ...shape });
        deliver(draft, array, left, cotangents, sums);
      }
      if (needed[b]) {
        const array = draft.sizes.push(inner * columns) - 1;
        const flags = { adjointLeft: true, adjointRight: false };
        const shape = { rows: inner, columns, inner: rows };
        draft.instructions.push({ ...common, to: array, left: left.array, right: lambda, ...flags, ...shape });
        deliver(draft, array, right, cotangents, sums);
      }
    }
  }
}

/** The cotangent of a factor goes to where the factor came from. */
function deliver(
  draft: Draft,
  array: number,
  factor: JoinedFactor,
  cotangents: Map<number, number>,
  sums: ReadonlyMap<number, number>,
): void {
  if (!isMoved(factor)) {
    const sum = sums.get(factor.array);
    if (sum === undefined) cotangents.set(factor.array, array);
    else addWhole(draft, sum, array);
    return;
  }
  for (const { from, fromStart, toStart, steps } of factor.moves) {
    const sum = sums.get(from);
    const to = sum ?? cotangents.get(from) ?? cleared(draft, draft.sizes[from]!);
    if (sum === undefined) cotangents.set(from, to);
    const axes = joinedAxes(steps.map((step) => ({ extent: step.extent, to: step.from, from: step.to })));
    const kind = sum === undefined ? 'copy' : 'add';
    draft.instructions.push({ kind, to, from: array, toStart: fromStart, fromStart: toStart, axes });
  }
}

function addWhole(draft: Draft, to: number | undefined, from: number): void {
  if (to === undefined) return;
  draft.instructions.push({ kind: 'add', to, from, axes: [{ extent: draft.sizes[from]!, to: 1, from: 1 }] });
}
