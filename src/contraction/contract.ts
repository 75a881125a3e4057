/**
 * @file Contraction of tensors along a pairwise path, and its reverse mode. Each step is a permutation of axes and
 * one matrix product in the engine.
 */

import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import { sizeOf } from '../linalg/complex.ts';
import {
  arranged,
  forward,
  type Layout,
  restored,
  type Step,
  scale,
  towardsLeft,
  towardsRight,
} from './contract-step.ts';
import { type ContractionPath, checkLegs, type Leg } from './contraction-graph.ts';
import { contractionPath } from './contraction-path.ts';

/** A compiled contraction: what to permute and multiply, in order. It depends on legs and dimensions only. */
export interface ContractionPlan {
  readonly tensors: number;
  /** Entries of every tensor. */
  readonly sizes: readonly number[];
  /** Lengths of the vectors of ones that are appended to the tensors, to sum over legs on one tensor. */
  readonly ones: readonly number[];
  readonly steps: readonly Step[];
  readonly output: Layout;
  readonly outputShape: readonly number[];
}

/**
 * The contraction's result, value · 2^exponent, and what the pullback needs. Tensors and intermediates far from 1 are
 * rescaled by powers of two, so that neither long chains nor extreme entries underflow or overflow; the exponent is 0
 * for tensors of ordinary size.
 */
export interface Contraction {
  readonly value: ComplexArray;
  readonly exponent: number;
  /** The power of two by which each tensor was divided. */
  readonly shifts: readonly number[];
  readonly tape: readonly Recorded[];
}

/** Both factors in their layout, and the power of two by which their product was divided. */
export interface Recorded {
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly shift: number;
}

/** Tensors and intermediates are rescaled only outside this range of binary exponents. */
const ORDINARY = 64;
/** The lowest power of two that is divided out: the inverse of a lower one would overflow. */
const LOWEST = -1022;

/**
 * Compiles a contraction: Σ over all legs that are not in the output of the product of all tensors. A leg may lie on
 * any number of tensors, as if a copy tensor joined them, and may be kept or summed in every case.
 *
 * @param legs - legs of each tensor, at least one tensor
 * @param dimensions - dimension of every leg
 * @param output - legs of the result, in order
 * @param path - default `contractionPath(legs, dimensions, output)`
 * @throws {DomainError} legs that do not fit together, a dimension that is not a positive integer, or a path that does
 *   not contract every tensor once
 */
export function contractionPlan(
  legs: readonly (readonly Leg[])[],
  dimensions: Readonly<Record<Leg, number>>,
  output: readonly Leg[],
  path: ContractionPath = contractionPath(legs, dimensions, output),
): ContractionPlan {
  checkLegs(legs, dimensions, output);
  checkPath(path, legs.length);
  const carriers = new Map<Leg, number>();
  for (const leg of [...legs.flat(), ...output]) carriers.set(leg, (carriers.get(leg) ?? 0) + 1);
  const size = (list: readonly Leg[]): number => sizeOf(list.map((leg) => dimensions[leg]!));
  const lonely = legs.map((own) => own.filter((leg) => carriers.get(leg) === 1));
  const summed = lonely.flatMap((own, tensor) => (own.length > 0 ? [tensor] : []));
  const all: (readonly Leg[])[] = [...legs, ...summed.map((tensor) => lonely[tensor]!)];
  for (const leg of lonely.flat()) carriers.set(leg, 2);
  const layout = (tensor: number, order: readonly Leg[]): Layout => {
    const own = all[tensor]!;
    const axes = order.map((leg) => own.indexOf(leg));
    const moves = axes.some((axis, place) => axis !== place);
    return { tensor, shape: own.map((leg) => dimensions[leg]!), axes: moves ? axes : undefined };
  };
  const steps: Step[] = [];
  const contractPair = (pair: readonly [number, number]): number => {
    let best: { step: Step; legs: readonly Leg[]; moved: number } | undefined;
    for (const [a, b] of [pair, [pair[1], pair[0]] as const]) {
      const [x, y] = [all[a]!, all[b]!];
      const [rows, columns] = [x.filter((leg) => !y.includes(leg)), y.filter((leg) => !x.includes(leg))];
      // In the order of x or of y. Shared legs that lie on no other tensor are summed over, the others kept.
      for (const shared of [x.filter((leg) => y.includes(leg)), y.filter((leg) => x.includes(leg))]) {
        const [batch, inner] = [
          shared.filter((leg) => carriers.get(leg)! > 2),
          shared.filter((leg) => carriers.get(leg) === 2),
        ];
        const [left, right] = [layout(a, [...batch, ...rows, ...inner]), layout(b, [...batch, ...inner, ...columns])];
        const moved = (left.axes ? size(x) : 0) + (right.axes ? size(y) : 0);
        if (best !== undefined && best.moved <= moved) continue;
        const sizes = { batch: size(batch), rows: size(rows), inner: size(inner), columns: size(columns) };
        best = { step: { left, right, ...sizes }, legs: [...batch, ...rows, ...columns], moved };
      }
    }
    for (const leg of all[pair[0]]!) if (all[pair[1]]!.includes(leg)) carriers.set(leg, carriers.get(leg)! - 1);
    steps.push(best!.step);
    return all.push(best!.legs) - 1;
  };
  const names = legs.map((_, tensor) => tensor);
  summed.forEach((tensor, k) => {
    names[tensor] = contractPair([tensor, legs.length + k]);
  });
  for (const [a, b] of path) names.push(contractPair([names[a]!, names[b]!]));
  return {
    tensors: legs.length,
    sizes: legs.map(size),
    ones: summed.map((tensor) => size(lonely[tensor]!)),
    steps,
    output: layout(names[names.length - 1]!, output),
    outputShape: output.map((leg) => dimensions[leg]!),
  };
}

function checkPath(path: ContractionPath, tensors: number): void {
  const used = new Set(path.flat());
  const fine =
    path.length === tensors - 1 &&
    used.size === 2 * path.length &&
    path.every(([a, b], k) => [a, b].every((index) => Number.isInteger(index) && index >= 0 && index < tensors + k));
  if (!fine) throw new DomainError(`contractionPlan: a path that contracts each of ${tensors} tensors once required`);
}

/** Complex multiply-adds of the contraction. */
export function planOperations({ steps }: ContractionPlan): number {
  return steps.reduce((sum, { batch, rows, inner, columns }) => sum + batch * rows * inner * columns, 0);
}

/**
 * Contracts the tensors along the plan.
 *
 * @param tensors - in the order of the plan's legs; only their entries are read
 * @throws {ShapeError} another number of tensors or of entries than planned
 */
export function contract(
  plan: ContractionPlan,
  tensors: readonly { readonly interleaved: Float64Array }[],
): Contraction {
  const { arrays, shifts } = scaledTensors(plan, tensors);
  const all = [...arrays];
  const tape: Recorded[] = [];
  let exponent = shifts.reduce((sum, shift) => sum + shift, 0);
  for (const step of plan.steps) {
    const a = arranged(all[step.left.tensor]!, step.left);
    const b = arranged(all[step.right.tensor]!, step.right);
    const product = forward(a, b, step);
    const shift = excess(product);
    if (shift !== 0) scale(product, 2 ** -shift);
    exponent += shift;
    tape.push({ left: a, right: b, shift });
    all.push(product);
  }
  const interleaved = arranged(all[plan.output.tensor]!, plan.output);
  return { value: { shape: plan.outputShape, interleaved }, exponent, shifts, tape };
}

/**
 * The arrays of all tensors without extreme powers of two, vectors of ones included, and the powers taken out.
 *
 * @throws {ShapeError} another number of tensors or of entries than planned
 */
export function scaledTensors(
  plan: ContractionPlan,
  tensors: readonly { readonly interleaved: Float64Array }[],
): { readonly arrays: readonly Float64Array[]; readonly shifts: readonly number[] } {
  const lengths = tensors.map(({ interleaved }) => interleaved.length / 2);
  if (lengths.length !== plan.tensors || lengths.some((length, k) => length !== plan.sizes[k])) {
    throw new ShapeError(`contract: tensors of ${plan.sizes} entries required, got ${lengths}`);
  }
  const shifts = tensors.map(({ interleaved }) => excess(interleaved));
  const arrays = tensors.map(({ interleaved }, k) => shifted(interleaved, shifts[k]!));
  return { arrays: [...arrays, ...plan.ones.map(realOnes)], shifts };
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
  { shifts, tape }: Contraction,
  cotangent: Float64Array,
  needed: readonly boolean[] = new Array(plan.tensors).fill(true),
): readonly (Float64Array | undefined)[] {
  const wanted = [...needed, ...plan.ones.map(() => false)];
  for (const { left, right } of plan.steps) wanted.push(wanted[left.tensor]! || wanted[right.tensor]!);
  const all: (Float64Array | undefined)[] = new Array(wanted.length).fill(undefined);
  if (wanted[plan.output.tensor]) all[plan.output.tensor] = restored(cotangent.slice(), plan.output);
  for (let k = plan.steps.length - 1; k >= 0; k--) {
    const product = plan.tensors + plan.ones.length + k;
    const lambda = all[product];
    if (lambda === undefined) continue;
    const step = plan.steps[k]!;
    const { left, right } = step;
    const { left: a, right: b, shift } = tape[k]!;
    if (shift !== 0) scale(lambda, 2 ** -shift);
    if (wanted[left.tensor]) all[left.tensor] = restored(towardsLeft(lambda, b, step), left);
    if (wanted[right.tensor]) all[right.tensor] = restored(towardsRight(a, lambda, step), right);
    all[product] = undefined;
  }
  return shifts.map((shift, k) => all[k] && shifted(all[k], shift));
}

const realOnes = (length: number): Float64Array => Float64Array.from({ length: 2 * length }, (_, k) => 1 - (k % 2));

/** The power of two by which an array is to be divided: 0 if its largest entry is not far from 1. */
function excess(array: Float64Array): number {
  let largest = 0;
  for (let k = 0; k < array.length; k++) {
    const x = Math.abs(array[k]!);
    if (x > largest) largest = x;
  }
  if (largest === 0 || !Number.isFinite(largest)) return 0;
  const shift = Math.max(LOWEST, Math.floor(Math.log2(largest)));
  return Math.abs(shift) <= ORDINARY ? 0 : shift;
}

/** The array divided by 2^shift; the same one if the shift is 0. */
export function shifted(array: Float64Array, shift: number): Float64Array {
  return shift === 0 ? array : array.map((x) => x * 2 ** -shift);
}
