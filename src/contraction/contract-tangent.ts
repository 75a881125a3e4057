/** @file Forward mode of a contraction, and forward over reverse: Hessian-vector products. */

import { DomainError } from '../errors.ts';
import { type Contraction, type ContractionPlan, contract, shifted } from './contract.ts';
import { arranged, forward, restored, scale, towardsLeft, towardsRight } from './contract-step.ts';

/** dz along a direction, with z's exponent, and the tangents of all factors on the way; undefined stands for zero. */
export interface ContractionTangent {
  readonly value: Float64Array;
  readonly tape: readonly { readonly left: Float64Array | undefined; readonly right: Float64Array | undefined }[];
}

/**
 * Forward mode: the derivative of the contraction along a direction, dc = da·b + a·db in every step.
 *
 * @param directions - tangent of each tensor, interleaved; undefined where a tensor is held fixed
 * @returns tangent of the contraction's value, its exponent held fixed
 *
 * Cost at most twice the contraction.
 */
export function contractTangent(
  plan: ContractionPlan,
  { shifts, tape, value }: Contraction,
  directions: readonly (Float64Array | undefined)[],
): ContractionTangent {
  const scaled = directions.map((direction, k) => direction && shifted(direction, shifts[k]!));
  const all: (Float64Array | undefined)[] = [...scaled, ...plan.ones.map(() => undefined)];
  const tangents = plan.steps.map((step, k) => {
    const { left: a, right: b, shift } = tape[k]!;
    const [x, y] = [all[step.left.tensor], all[step.right.tensor]];
    const left = x && arranged(x, step.left);
    const right = y && arranged(y, step.right);
    const product = sum(left && forward(left, b, step), right && forward(a, right, step));
    if (product !== undefined && shift !== 0) scale(product, 2 ** -shift);
    all.push(product);
    return { left, right };
  });
  const last = all[plan.output.tensor];
  return { value: last ? arranged(last, plan.output) : new Float64Array(value.interleaved.length), tape: tangents };
}

/**
 * Forward over reverse: the derivative of `contractPullback` along the direction of a tangent. With λ the cotangent of
 * c = a·b and dλ its tangent, the cotangent λ b† of a changes by dλ b† + λ db†, and a† λ of b by a† dλ + da† λ.
 *
 * @param cotangent - λ of the contraction's value, interleaved
 * @param change - dλ, how it changes along the direction; undefined for a constant λ
 * @param needed - for which tensors; default all
 * @returns tangents of the cotangents, in tensor order; undefined where not needed or zero
 *
 * Cost at most four times the contraction.
 */
export function contractPullbackTangent(
  plan: ContractionPlan,
  { shifts, tape }: Contraction,
  tangent: ContractionTangent,
  cotangent: Float64Array,
  change: Float64Array | undefined = undefined,
  needed: readonly boolean[] = new Array(plan.tensors).fill(true),
): readonly (Float64Array | undefined)[] {
  const inputs = plan.tensors + plan.ones.length;
  const wanted = [...needed, ...plan.ones.map(() => false)];
  for (const { left, right } of plan.steps) wanted.push(wanted[left.tensor]! || wanted[right.tensor]!);
  const lambdas: (Float64Array | undefined)[] = new Array(wanted.length).fill(undefined);
  const changes = [...lambdas];
  if (wanted[plan.output.tensor]) {
    lambdas[plan.output.tensor] = restored(cotangent.slice(), plan.output);
    changes[plan.output.tensor] = change && restored(change.slice(), plan.output);
  }
  for (let k = plan.steps.length - 1; k >= 0; k--) {
    const step = plan.steps[k]!;
    const { left, right } = step;
    const { left: a, right: b, shift } = tape[k]!;
    const { left: da, right: db } = tangent.tape[k]!;
    const [lambda, moved] = [lambdas[inputs + k], changes[inputs + k]];
    [lambdas[inputs + k], changes[inputs + k]] = [undefined, undefined];
    if (lambda === undefined) continue;
    if (shift !== 0) for (const array of [lambda, moved]) if (array) scale(array, 2 ** -shift);
    if (wanted[left.tensor]) {
      lambdas[left.tensor] = restored(towardsLeft(lambda, b, step), left);
      const total = sum(moved && towardsLeft(moved, b, step), db && towardsLeft(lambda, db, step));
      changes[left.tensor] = total && restored(total, left);
    }
    if (wanted[right.tensor]) {
      lambdas[right.tensor] = restored(towardsRight(a, lambda, step), right);
      const total = sum(moved && towardsRight(a, moved, step), da && towardsRight(da, lambda, step));
      changes[right.tensor] = total && restored(total, right);
    }
  }
  return shifts.map((shift, k) => changes[k] && shifted(changes[k], shift));
}

/** A real function f(z) of one complex number: its gradient λ = ∂f/∂Re z + i ∂f/∂Im z, and dλ along dz. */
export type ScalarDerivatives = (
  z: readonly [number, number],
  dz: readonly [number, number],
) => { readonly gradient: readonly [number, number]; readonly change: readonly [number, number] };

/** f(z) = Re z. */
export const realPart: ScalarDerivatives = () => ({ gradient: [1, 0], change: [0, 0] });

/** f(z) = |z|². */
export const squaredModulus: ScalarDerivatives = ([x, y], [dx, dy]) => ({
  gradient: [2 * x, 2 * y],
  change: [2 * dx, 2 * dy],
});

/**
 * The Hessian of f(z(tensors)), z the scalar that the tensors contract to, times a direction: the derivative of the
 * gradient (pullback of f's) along it.
 *
 * @param directions - interleaved, in tensor order; undefined where a tensor is held fixed
 * @param derivatives - of f; default the real part
 * @param needed - which tensors' entries are wanted; default all
 * @returns in tensor order; undefined where not needed
 * @throws {DomainError} the contraction is not a scalar
 *
 * Cost at most seven contractions, whatever the number of entries.
 */
export function hessianVectorProduct(
  plan: ContractionPlan,
  tensors: readonly { readonly interleaved: Float64Array }[],
  directions: readonly (Float64Array | undefined)[],
  derivatives: ScalarDerivatives = realPart,
  needed: readonly boolean[] = new Array(plan.tensors).fill(true),
): readonly (Float64Array | undefined)[] {
  if (plan.outputShape.length > 0) {
    throw new DomainError(`hessianVectorProduct: a scalar contraction required, got shape [${plan.outputShape}]`);
  }
  const contraction = contract(plan, tensors);
  const tangent = contractTangent(plan, contraction, directions);
  const factor = 2 ** contraction.exponent;
  const scaled = ([re, im]: ArrayLike<number> & Iterable<number>): [number, number] => [re! * factor, im! * factor];
  const { gradient, change } = derivatives(scaled(contraction.value.interleaved), scaled(tangent.value));
  const [lambda, moved] = [Float64Array.from(scaled([...gradient])), Float64Array.from(scaled([...change]))];
  return contractPullbackTangent(plan, contraction, tangent, lambda, moved, needed);
}

function sum(a: Float64Array | undefined, b: Float64Array | undefined): Float64Array | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  for (let k = 0; k < a.length; k++) a[k] = a[k]! + b[k]!;
  return a;
}
