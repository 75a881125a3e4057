/** @file Norm of a projected entangled-pair state, path search included in the first. */

import { contractionPlan } from 'bulkweave';
import { contractedValue } from 'bulkweave/network';
import { given, input, measure } from './measure.ts';

interface Given {
  readonly ket: readonly (readonly string[])[];
  readonly bra: readonly (readonly string[])[];
  readonly shapes: readonly (readonly number[])[];
}

const { ket, bra, shapes } = given<Given>();
const entries = input('tensors');
const dimensions = Object.fromEntries(
  [...ket, ...bra].flatMap((legs, k) => legs.map((leg, axis) => [leg, shapes[k % shapes.length]![axis]!])),
);
let offset = 0;
const kets = shapes.map((shape) => {
  const length = 2 * shape.reduce((size, extent) => size * extent, 1);
  offset += length;
  return { interleaved: entries.subarray(offset - length, offset) };
});
const bras = kets.map(({ interleaved }) => ({
  interleaved: interleaved.map((x, k) => (k % 2 === 0 ? x : -x)),
}));

measure(
  () => {
    const plan = contractionPlan([...ket, ...bra], dimensions, []);
    const { value, exponent } = contractedValue(plan, [...kets, ...bras]);
    return value.interleaved[0]! * 2 ** exponent;
  },
  (norm) => ({ norm }),
);
