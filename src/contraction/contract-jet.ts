/** @file A contraction with all its partial derivatives: Leibniz's rule in every step. */

import { leibniz, type MultiIndex } from '../linalg/multi-index.ts';
import { type ContractionPlan, contract, shifted } from './contract.ts';
import { arranged, forward, type Layout, scale } from './contract-step.ts';

/** Partial derivatives of an array by multi-index, `index.join()`; those that are missing vanish. */
export type ArrayJet = ReadonlyMap<string, Float64Array>;

/**
 * Contracts tensors that depend on variables, together with their derivatives,
 *
 *     ∂^α(a·b) = Σ count · ∂^left a · ∂^right b,
 *
 * so that every pair of tensors is treated once, whatever variables they depend on.
 *
 * @param jets - of every tensor, in the order of the plan's legs; the tensor itself is its derivative ''
 * @param indices - the derivatives wanted, with all the lower ones that they contain, lower ones first
 * @returns derivatives of the value, factors of 2 included
 * @throws {ShapeError} another number of tensors or of entries than planned
 *
 * Cost at most Σ_α 2^|α| contractions; steps between tensors that do not depend on a variable are left out.
 */
export function contractJet(
  plan: ContractionPlan,
  jets: readonly ArrayJet[],
  indices: readonly MultiIndex[],
): ArrayJet {
  const { shifts, tape, exponent } = contract(
    plan,
    jets.map((jet) => ({ interleaved: jet.get('')! })),
  );
  const terms = indices.map((index) => ({ key: index.join(), terms: leibniz(index) }));
  const ones = plan.ones.map((length) => Float64Array.from({ length: 2 * length }, (_, k) => 1 - (k % 2)));
  const scaled = jets.map((jet, t) => mapped(jet, (array) => shifted(array, shifts[t]!)));
  const all: ArrayJet[] = [...scaled, ...ones.map((vector) => new Map([['', vector]]))];
  plan.steps.forEach((step, k) => {
    const [left, right] = [laidOut(all[step.left.tensor]!, step.left), laidOut(all[step.right.tensor]!, step.right)];
    const factor = 2 ** -tape[k]!.shift;
    const product = new Map<string, Float64Array>();
    for (const { key, terms: own } of terms) {
      for (const { left: alpha, right: beta, count } of own) {
        const [a, b] = [left.get(alpha.join()), right.get(beta.join())];
        if (a === undefined || b === undefined) continue;
        const term = forward(a, b, step);
        if (count * factor !== 1) scale(term, count * factor);
        const sum = product.get(key);
        if (sum === undefined) product.set(key, term);
        else for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + term[at]!;
      }
    }
    all.push(product);
  });
  const value = laidOut(all[plan.output.tensor]!, plan.output);
  return mapped(value, (array) => array.map((x) => x * 2 ** exponent));
}

const laidOut = (jet: ArrayJet, layout: Layout): ArrayJet =>
  layout.axes === undefined ? jet : mapped(jet, (array) => arranged(array, layout));

const mapped = (jet: ArrayJet, map: (array: Float64Array) => Float64Array): ArrayJet =>
  new Map([...jet].map(([key, array]) => [key, map(array)]));
