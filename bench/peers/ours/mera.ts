/** @file Energy of a ring in a binary MERA and its gradient by all tensors, term by term in its light cone. */

import { contract, contractionPlan, contractPullback } from '../../../src/index.ts';
import { given, input, measure, norm } from './measure.ts';

interface Given {
  readonly nodes: readonly { readonly shape: readonly number[]; readonly offset: number }[];
  readonly terms: readonly {
    readonly nodes: readonly number[];
    readonly ket: readonly (readonly string[])[];
    readonly bra: readonly (readonly string[])[];
    readonly operator: readonly string[];
  }[];
}

const { nodes, terms } = given<Given>();
const theta = input('theta');
const operator = { interleaved: input('operator') };
const ONE = Float64Array.of(1, 0);

const conjugated = (x: Float64Array): Float64Array => x.map((entry, k) => (k % 2 === 0 ? entry : -entry));

/** Adds x, or its complex conjugate. */
function add(sum: Float64Array, x: Float64Array, offset: number, conjugate: boolean): void {
  for (let k = 0; k < x.length; k++) {
    const entry = x[k]!;
    sum[offset + k] = sum[offset + k]! + (conjugate && k % 2 === 1 ? -entry : entry);
  }
}

function energy(): { readonly value: number; readonly gradient: Float64Array } {
  const kets = nodes.map(({ shape, offset }) => {
    const size = shape.reduce((product, extent) => product * extent, 1);
    return { interleaved: theta.subarray(2 * offset, 2 * (offset + size)) };
  });
  const bras = kets.map(({ interleaved }) => ({ interleaved: conjugated(interleaved) }));
  const gradient = new Float64Array(theta.length);
  let value = 0;
  for (const term of terms) {
    const legs = [...term.ket, ...term.bra, term.operator];
    const shapes = [...term.nodes, ...term.nodes].map((node) => nodes[node]!.shape);
    const dimensions = Object.fromEntries(shapes.flatMap((shape, k) => shape.map((d, axis) => [legs[k]![axis]!, d])));
    const plan = contractionPlan(legs, dimensions, []);
    const tensors = [...term.nodes.map((node) => kets[node]!), ...term.nodes.map((node) => bras[node]!), operator];
    const contraction = contract(plan, tensors);
    value += contraction.value.interleaved[0]!;
    contractPullback(plan, contraction, ONE).forEach((cotangent, k) => {
      const count = term.nodes.length;
      if (k < 2 * count) add(gradient, cotangent!, 2 * nodes[term.nodes[k % count]!]!.offset, k >= count);
    });
  }
  return { value, gradient };
}

measure(energy, ({ value, gradient }) => ({ energy: value, gradient: norm(gradient) }));
