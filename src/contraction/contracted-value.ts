/** @file The value of a contraction alone, as one program of the engine: no intermediate tensor leaves its memory. */

import { currentEngine } from '../engine/engine.ts';
import type { ProductProgram } from '../engine/product-program.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import { type ContractionPlan, contract, scaledTensors } from './contract.ts';
import { draftContraction, type ProgramDraft } from './contraction-program.ts';

/** The result is value · 2^exponent. */
export interface ContractedValue {
  readonly value: ComplexArray;
  readonly exponent: number;
}

/** Binary exponents: of the greatest product of norms for which nothing is rescaled on the way, and of the least result. */
const MOST_NORM = 500;
const LEAST_RESULT = -480;

/**
 * Contracts the tensors along the plan, as `contract` does, but keeps nothing for a pullback.
 *
 * Entries of intermediates are at most the product Π of the Frobenius norms of the tensors. Where that is at most 2⁵⁰⁰ none
 * overflows, and what underflows changes the result by less than 2⁻⁵³ of it if that is at least 2⁻⁴⁸⁰; else the steps are made
 * and rescaled one by one.
 *
 * @param tensors - in the order of the plan's legs; only their entries are read
 * @throws {ShapeError} another number of tensors or of entries than planned
 */
export function contractedValue(
  plan: ContractionPlan,
  tensors: readonly { readonly interleaved: Float64Array }[],
): ContractedValue {
  const { arrays, shifts } = scaledTensors(plan, tensors);
  const norms = arrays.reduce((sum, array) => sum + Math.max(0, Math.log2(norm(array))), 0);
  if (norms <= MOST_NORM) {
    const [interleaved] = currentEngine().runProducts(programOf(plan), arrays);
    if (norm(interleaved!) >= 2 ** LEAST_RESULT) {
      const exponent = shifts.reduce((sum, shift) => sum + shift, 0);
      return { value: { shape: plan.outputShape, interleaved: interleaved! }, exponent };
    }
  }
  const { value, exponent } = contract(plan, tensors);
  return { value, exponent };
}

const norm = (array: Float64Array): number => {
  let sum = 0;
  for (let k = 0; k < array.length; k++) sum += array[k]! ** 2;
  return Math.sqrt(sum);
};

const programs = new WeakMap<ContractionPlan, ProductProgram>();

function programOf(plan: ContractionPlan): ProductProgram {
  const known = programs.get(plan);
  if (known !== undefined) return known;
  const sizes = [...plan.sizes, ...plan.ones];
  const draft: ProgramDraft = { sizes: [...sizes], instructions: [] };
  const { result } = draftContraction(draft, plan, [...sizes.keys()]);
  const program = { inputs: sizes.length, ...draft, outputs: [result] };
  programs.set(plan, program);
  return program;
}
