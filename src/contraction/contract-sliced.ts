/**
 * @file Contraction within a bound of memory: some legs are summed over outside the contraction, one slice after the
 * other.
 */

import { currentEngine } from '../engine/engine.ts';
import { sizeOf } from '../linalg/complex.ts';
import { type Contraction, type ContractionPlan, contract, contractionPlan, contractPullback } from './contract.ts';
import type { Leg } from './contraction-graph.ts';
import type { PathOptions } from './contraction-path.ts';
import { type Slicing, sliceDimensions, slicing } from './contraction-slices.ts';

/** A tensor whose sliced axes are moved to the front: how, and where each slice begins. */
export interface SlicedTensor {
  readonly shape: readonly number[];
  readonly axes: readonly number[];
  /** Entries of a slice. */
  readonly size: number;
  /**
   * [stride, length] of the tensor's sliced legs: they give the number of this tensor's slice from that of the whole.
   */
  readonly digits: readonly (readonly [number, number])[];
}

/** A contraction compiled for slices. `slicing.cost` is the cost of all of them, known beforehand. */
export interface SlicedPlan {
  readonly slicing: Slicing;
  readonly plan: ContractionPlan;
  readonly tensors: readonly SlicedTensor[];
}

/** The sum of all slices, value · 2^exponent. */
export type SlicedContraction = Pick<Contraction, 'value' | 'exponent'>;

/**
 * Compiles a contraction such that no intermediate tensor has more than `maxSize` entries.
 *
 * @param maxSize - complex entries of the largest intermediate tensor, the result included
 * @param options - of the path search
 * @throws {DomainError} the result itself is larger
 */
export function slicedPlan(
  legs: readonly (readonly Leg[])[],
  dimensions: Readonly<Record<Leg, number>>,
  output: readonly Leg[],
  maxSize: number,
  options: PathOptions = {},
): SlicedPlan {
  const chosen = slicing(legs, dimensions, output, maxSize, options);
  const lengths = chosen.legs.map((leg) => dimensions[leg]!);
  const tensors = legs.map((own): SlicedTensor => {
    const shape = own.map((leg) => dimensions[leg]!);
    const front = chosen.legs.filter((leg) => own.includes(leg)).map((leg) => own.indexOf(leg));
    const rest = own.map((_, axis) => axis).filter((axis) => !front.includes(axis));
    const digits = chosen.legs.flatMap((leg, k) =>
      own.includes(leg) ? [[sizeOf(lengths.slice(k + 1)), lengths[k]!] as const] : [],
    );
    return { shape, axes: [...front, ...rest], size: sizeOf(rest.map((axis) => shape[axis]!)), digits };
  });
  const plan = contractionPlan(legs, sliceDimensions(dimensions, chosen.legs), output, chosen.path);
  return { slicing: chosen, plan, tensors };
}

/**
 * Contracts the tensors, slice by slice. Beside the tensors, the result and a copy of the sliced tensors it needs the
 * memory of one slice and of some log₂(slices) results.
 *
 * @param tensors - in the order of the plan's legs, row-major
 * @param range - only the slices from … to − 1; default all
 */
export function contractSliced(
  { plan, slicing: { slices }, tensors: own }: SlicedPlan,
  tensors: readonly { readonly interleaved: Float64Array }[],
  [from, to]: readonly [from: number, to: number] = [0, slices],
): SlicedContraction {
  const arranged = tensors.map(({ interleaved }, t) => sliced(interleaved, own[t]!));
  const sum = pairwiseSum(function* () {
    for (let index = from; index < to; index++) {
      const { value, exponent } = contract(plan, sliceOf(arranged, own, index));
      yield { value, exponent };
    }
  });
  const zero = { shape: plan.outputShape, interleaved: new Float64Array(2 * sizeOf(plan.outputShape)) };
  return sum ?? { value: zero, exponent: 0 };
}

/**
 * The slices of a part, from … to − 1: blocks of 2^m, as few as make at most so many parts. Parts that lie beyond the last slice are
 * empty. The sum of the parts by `sumOfParts` is to the bit that of `contractSliced`.
 */
export function slicesOfPart(slices: number, of: number, index: number): readonly [from: number, to: number] {
  const size = 2 ** Math.max(0, Math.ceil(Math.log2(slices / of)));
  return [Math.min(slices, index * size), Math.min(slices, (index + 1) * size)];
}

/** The sum of the parts of a contraction, in order; null of none. */
export const sumOfParts = (parts: readonly SlicedContraction[]): SlicedContraction | null =>
  pairwiseSum(() => parts[Symbol.iterator]());

/**
 * Sum of terms by halves: 2k and 2k + 1 first, their sums in the same way, and so on. A block of 2^m terms that begins at a multiple of
 * 2^m is a term of that sum, so that blocks may be summed elsewhere. Null if all are zero.
 */
function pairwiseSum(
  terms: () => Iterator<SlicedContraction> | IterableIterator<SlicedContraction>,
): SlicedContraction | null {
  const open: { readonly level: number; readonly sum: SlicedContraction | null }[] = [];
  const fold = (): void => {
    const [left, right] = open.splice(-2) as [(typeof open)[number], (typeof open)[number]];
    open.push({ level: left.level + 1, sum: sumOfTwo(left.sum, right.sum) });
  };
  const iterator = terms();
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    const term = next.value;
    open.push({ level: 0, sum: term.value.interleaved.every((x) => x === 0) ? null : term });
    while (open.at(-1)!.level === open.at(-2)?.level) fold();
  }
  while (open.length > 1) fold();
  return open[0]?.sum ?? null;
}

function sumOfTwo(a: SlicedContraction | null, b: SlicedContraction | null): SlicedContraction | null {
  if (a === null || b === null) return a ?? b;
  const exponent = Math.max(a.exponent, b.exponent);
  const [x, y] = [2 ** (a.exponent - exponent), 2 ** (b.exponent - exponent)];
  const other = b.value.interleaved;
  const interleaved = a.value.interleaved.map((entry, k) => x * entry + y * other[k]!);
  return { value: { shape: a.value.shape, interleaved }, exponent };
}

/**
 * Reverse mode, slice by slice; every slice is contracted again, so the memory bound holds here too, except for the
 * cotangents themselves.
 *
 * @param contraction - what `contractSliced` returned
 * @param cotangent - of its value, the exponent held fixed; interleaved
 * @param needed - which tensors' cotangents are wanted; default all
 * @returns cotangents in tensor order; undefined where not wanted
 */
export function contractSlicedPullback(
  { plan, slicing: { slices }, tensors: own }: SlicedPlan,
  tensors: readonly { readonly interleaved: Float64Array }[],
  { exponent }: SlicedContraction,
  cotangent: Float64Array,
  needed: readonly boolean[] = new Array(plan.tensors).fill(true),
): readonly (Float64Array | undefined)[] {
  const arranged = tensors.map(({ interleaved }, t) => sliced(interleaved, own[t]!));
  const sums = arranged.map((tensor, t) => (needed[t] ? new Float64Array(tensor.length) : undefined));
  for (let index = 0; index < slices; index++) {
    const contraction = contract(plan, sliceOf(arranged, own, index));
    const lambda = cotangent.map((x) => x * 2 ** (contraction.exponent - exponent));
    contractPullback(plan, contraction, lambda, needed).forEach((part, t) => {
      const sum = sums[t];
      if (part === undefined || sum === undefined) return;
      const from = 2 * own[t]!.size * placeOf(own[t]!, index);
      for (let k = 0; k < part.length; k++) sum[from + k] = sum[from + k]! + part[k]!;
    });
  }
  return sums.map((sum, t) => sum && unsliced(sum, own[t]!));
}

const isInOrder = (axes: readonly number[]): boolean => axes.every((axis, place) => axis === place);

function sliced(array: Float64Array, { shape, axes }: SlicedTensor): Float64Array {
  return isInOrder(axes) ? array : currentEngine().permute(array, shape, axes);
}

/** Undoes `sliced`. */
function unsliced(array: Float64Array, { shape, axes }: SlicedTensor): Float64Array {
  if (isInOrder(axes)) return array;
  return currentEngine().permute(
    array,
    axes.map((axis) => shape[axis]!),
    axes.map((_, axis) => axes.indexOf(axis)),
  );
}

function sliceOf(arranged: readonly Float64Array[], own: readonly SlicedTensor[], index: number) {
  return arranged.map((tensor, t) => {
    const from = placeOf(own[t]!, index);
    const { size } = own[t]!;
    return { interleaved: tensor.subarray(2 * size * from, 2 * size * (from + 1)) };
  });
}

/** Which slice of the tensor belongs to a slice of the whole. */
function placeOf({ digits }: SlicedTensor, index: number): number {
  return digits.reduce((place, [stride, length]) => place * length + (Math.floor(index / stride) % length), 0);
}
