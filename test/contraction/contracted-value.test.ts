import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract, contractionPlan } from '../../src/contraction/contract.ts';
import { contractedValue } from '../../src/contraction/contracted-value.ts';
import { ShapeError } from '../../src/errors.ts';
import { arbitraryHypernetwork } from '../network/random-network.ts';

test('the value is that of the steps one after the other, hyper-indices included', () => {
  fc.assert(
    fc.property(arbitraryHypernetwork(7), ({ legs, dimensions, output, tensors }) => {
      const plan = contractionPlan(legs, dimensions, output);
      const [ours, theirs] = [contractedValue(plan, tensors), contract(plan, tensors)];
      expect(ours.value.shape).toEqual(theirs.value.shape);
      const scale = Math.hypot(...theirs.value.interleaved) || 1;
      const ratio = 2 ** (ours.exponent - theirs.exponent);
      ours.value.interleaved.forEach((x, k) => {
        expect(Math.abs(ratio * x - theirs.value.interleaved[k]!)).toBeLessThan(1e-13 * scale);
      });
    }),
    { seed: 5, numRuns: 100 },
  );
});

/** Tr Mⁿ for M = factor·(matrix of ones of two rows): (2·factor)ⁿ. */
function ring(count: number, factor: number) {
  const legs = Array.from({ length: count }, (_, k) => [`e${k}`, `e${(k + 1) % count}`]);
  const dimensions = Object.fromEntries(legs.flat().map((leg) => [leg, 2]));
  const one = { interleaved: Float64Array.from({ length: 8 }, (_, k) => (k % 2 === 0 ? factor : 0)) };
  return contractedValue(contractionPlan(legs, dimensions, []), new Array(count).fill(one));
}

test.each([
  [10, 1],
  [10, 2 ** 100],
  [10, 2 ** -100],
  [900, 2 ** 3],
  [900, 2 ** -3],
])('the trace of a power of %i matrices of entries %d neither over- nor underflows', (count, factor) => {
  const { value, exponent } = ring(count, factor);
  expect(Math.log2(value.interleaved[0]!) + exponent).toBeCloseTo(count * Math.log2(2 * factor), 9);
});

test('tensors of another size are refused', () => {
  const plan = contractionPlan([['a'], ['a']], { a: 2 }, []);
  expect(() => contractedValue(plan, [{ interleaved: new Float64Array(4) }])).toThrow(ShapeError);
});
