/**
 * @file Contraction of tensors along a pairwise path, and its reverse mode. Each step is a permutation of axes and
 * one matrix product in the engine.
 */

import { engine } from '../engine/engine.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import { sizeOf } from '../linalg/complex.ts';
import { type ContractionPath, contractionPath } from './contraction-path.ts';
import type { Leg } from './tensor-network.ts';

/** How a tensor is laid out for a matrix product: axes[j] is the old axis at place j; undefined if nothing moves. */
interface Layout {
  readonly tensor: number;
  readonly shape: readonly number[];
  readonly axes: readonly number[] | undefined;
}

/** One pairwise contraction: (rows × inner) · (inner × columns). */
interface Step {
  readonly left: Layout;
  readonly right: Layout;
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
}

/** A compiled contraction: what to permute and multiply, in order. It depends on legs and dimensions only. */
export interface ContractionPlan {
  readonly tensors: number;
  readonly steps: readonly Step[];
  readonly output: Layout;
  readonly outputShape: readonly number[];
}

/**
 * The contraction's result, value · 2^exponent, and what the pullback needs. Intermediates far from 1 are rescaled by
 * powers of two, so that long chains neither underflow nor overflow; the exponent is 0 for tensors of ordinary size.
 */
export interface Contraction {
  readonly value: ComplexArray;
  readonly exponent: number;
  readonly tape: readonly Recorded[];
}

interface Recorded {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly shift: number;
}

/** Intermediates leave this range of binary exponents before they are rescaled. */
const ORDINARY = 64;

/**
 * Compiles a contraction.
 *
 * @param legs - legs of each tensor; a leg on two tensors is summed over, a leg on one must be in `output`
 * @param dimensions - dimension of every leg
 * @param output - legs of the result, in order
 * @param path - default `contractionPath(legs, dimensions, output)`
 */
export function contractionPlan(
  legs: readonly (readonly Leg[])[],
  dimensions: Readonly<Record<Leg, number>>,
  output: readonly Leg[],
  path: ContractionPath = contractionPath(legs, dimensions, output),
): ContractionPlan {
  const all: (readonly Leg[])[] = [...legs];
  const size = (list: readonly Leg[]): number => sizeOf(list.map((leg) => dimensions[leg]!));
  const layout = (tensor: number, order: readonly Leg[]): Layout => {
    const own = all[tensor]!;
    const axes = order.map((leg) => own.indexOf(leg));
    const moves = axes.some((axis, place) => axis !== place);
    return { tensor, shape: own.map((leg) => dimensions[leg]!), axes: moves ? axes : undefined };
  };
  const steps: Step[] = [];
  for (const pair of path) {
    let best: { step: Step; legs: readonly Leg[]; moved: number } | undefined;
    for (const [a, b] of [pair, [pair[1], pair[0]] as const]) {
      const [x, y] = [all[a]!, all[b]!];
      const [rows, columns] = [x.filter((leg) => !y.includes(leg)), y.filter((leg) => !x.includes(leg))];
      const inner = [x.filter((leg) => y.includes(leg)), y.filter((leg) => x.includes(leg))];
      for (const shared of inner) {
        const [left, right] = [layout(a, [...rows, ...shared]), layout(b, [...shared, ...columns])];
        const moved = (left.axes ? size(x) : 0) + (right.axes ? size(y) : 0);
        if (best !== undefined && best.moved <= moved) continue;
        const step = { left, right, rows: size(rows), inner: size(shared), columns: size(columns) };
        best = { step, legs: [...rows, ...columns], moved };
      }
    }
    steps.push(best!.step);
    all.push(best!.legs);
  }
  const outputShape = output.map((leg) => dimensions[leg]!);
  return { tensors: legs.length, steps, output: layout(all.length - 1, output), outputShape };
}

/**
 * Contracts the tensors along the plan.
 *
 * @param tensors - in the order of the plan's legs; only their entries are read
 */
export function contract(
  plan: ContractionPlan,
  tensors: readonly { readonly interleaved: Float64Array }[],
): Contraction {
  const all = tensors.map((tensor) => tensor.interleaved);
  const tape: Recorded[] = [];
  let exponent = 0;
  for (const { left, right, rows, inner, columns } of plan.steps) {
    const a = arranged(all[left.tensor]!, left);
    const b = arranged(all[right.tensor]!, right);
    const product = engine.multiply(a, b, rows, columns, inner, false, false);
    const shift = rescale(product);
    exponent += shift;
    tape.push({ left: a, right: b, shift });
    all.push(product);
  }
  const interleaved = arranged(all[all.length - 1]!, plan.output);
  return { value: { shape: plan.outputShape, interleaved }, exponent, tape };
}

/**
 * Reverse mode. A cotangent λ of z means dL = Re⟨λ|dz⟩, λ = ∂L/∂Re z + i ∂L/∂Im z; so for c = a·b the cotangent of a
 * is λ b† and that of b is a† λ.
 *
 * @param cotangent - of the contraction's value, its exponent held fixed; interleaved
 * @param needed - which tensors' cotangents are wanted; default all
 * @returns cotangents in tensor order; undefined where not wanted
 *
 * Cost at most twice the contraction.
 */
export function contractPullback(
  plan: ContractionPlan,
  { tape }: Contraction,
  cotangent: Float64Array,
  needed: readonly boolean[] = new Array(plan.tensors).fill(true),
): readonly (Float64Array | undefined)[] {
  const wanted = [...needed];
  for (const { left, right } of plan.steps) wanted.push(wanted[left.tensor]! || wanted[right.tensor]!);
  const all: (Float64Array | undefined)[] = new Array(wanted.length).fill(undefined);
  if (wanted[plan.output.tensor]) all[plan.output.tensor] = restored(cotangent.slice(), plan.output);
  for (let k = plan.steps.length - 1; k >= 0; k--) {
    const lambda = all[plan.tensors + k];
    if (lambda === undefined) continue;
    const { left, right, rows, inner, columns } = plan.steps[k]!;
    const { left: a, right: b, shift } = tape[k]!;
    if (shift !== 0) scale(lambda, 2 ** -shift);
    if (wanted[left.tensor]) {
      all[left.tensor] = restored(engine.multiply(lambda, b, rows, inner, columns, false, true), left);
    }
    if (wanted[right.tensor]) {
      all[right.tensor] = restored(engine.multiply(a, lambda, inner, columns, rows, true, false), right);
    }
    all[plan.tensors + k] = undefined;
  }
  return all.slice(0, plan.tensors);
}

function arranged(array: Float64Array, { shape, axes }: Layout): Float64Array {
  return axes === undefined ? array : engine.permute(array, shape, axes);
}

/** Undoes `arranged`. */
function restored(array: Float64Array, { shape, axes }: Layout): Float64Array {
  if (axes === undefined) return array;
  const inverse = axes.map((_, axis) => axes.indexOf(axis));
  return engine.permute(
    array,
    axes.map((axis) => shape[axis]!),
    inverse,
  );
}

/** Divides by 2^shift, in place, if the largest entry is far from 1; returns the shift. */
function rescale(array: Float64Array): number {
  let largest = 0;
  for (let k = 0; k < array.length; k++) {
    const x = Math.abs(array[k]!);
    if (x > largest) largest = x;
  }
  if (largest === 0 || !Number.isFinite(largest)) return 0;
  const shift = Math.floor(Math.log2(largest));
  if (Math.abs(shift) <= ORDINARY) return 0;
  scale(array, 2 ** -shift);
  return shift;
}

function scale(array: Float64Array, factor: number): void {
  for (let k = 0; k < array.length; k++) array[k] = array[k]! * factor;
}
