import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract, contractionPlan, contractPullback } from '../../src/contraction/contract.ts';
import {
  contractSliced,
  contractSlicedPullback,
  slicedPlan,
  slicesOfPart,
  sumOfParts,
} from '../../src/contraction/contract-sliced.ts';
import { pathCost } from '../../src/contraction/contraction-cost.ts';
import { slicing } from '../../src/contraction/contraction-slices.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { arbitraryHypernetwork, naiveContraction } from '../network/random-network.ts';

test('slices to the least possible size sum to the contraction, hyper-indices included, and so do their pullbacks', () => {
  fc.assert(
    fc.property(arbitraryHypernetwork(5), (network) => {
      const { legs, dimensions, output, tensors } = network;
      const expected = naiveContraction(network);
      const plan = slicedPlan(legs, dimensions, output, expected.length / 2);
      expect(plan.slicing.cost.peak).toBeLessThanOrEqual(expected.length / 2);
      const contraction = contractSliced(plan, tensors);
      expect(contraction.value.interleaved).toHaveLength(expected.length);
      contraction.value.interleaved.forEach((x, k) => {
        expect(x).toBeCloseTo(expected[k]!, 9);
      });
      const lambda = expected.map((_, k) => Math.sin(k + 1));
      const whole = contractionPlan(legs, dimensions, output);
      const cotangents = contractPullback(whole, contract(whole, tensors), lambda);
      contractSlicedPullback(plan, tensors, contraction, lambda).forEach((own, t) => {
        expect(own).toHaveLength(cotangents[t]!.length);
        own!.forEach((x, k) => {
          expect(x).toBeCloseTo(cotangents[t]![k]!, 8);
        });
      });
    }),
    { seed: 51, numRuns: 80 },
  );
});

/** A torus of side × side tensors with bonds of the given dimension, entries of variance `scale`². */
function torus(side: number, bond: number, scale: number) {
  const at = (x: number, y: number) => (((x + side) % side) + side * ((y + side) % side)).toString();
  const legs = Array.from({ length: side * side }, (_, k) => {
    const [x, y] = [k % side, Math.floor(k / side)];
    return [`h${at(x, y)}`, `h${at(x - 1, y)}`, `v${at(x, y)}`, `v${at(x, y - 1)}`];
  });
  const stream = randomStream(3, 'torus');
  const tensors = legs.map(() => ({
    interleaved: Float64Array.from({ length: 2 * bond ** 4 }, () => scale * stream.normal()),
  }));
  return { legs, dimensions: Object.fromEntries(legs.flat().map((leg) => [leg, bond])), tensors };
}

test.each([1, 1e-30, 1e30])('a 4 × 4 torus in ever less memory has the same value, at entries of size %f', (scale) => {
  const { legs, dimensions, tensors } = torus(4, 2, scale);
  const whole = contractionPlan(legs, dimensions, []);
  const { value, exponent } = contract(whole, tensors);
  const { flops, peak } = pathCost(legs, dimensions, slicing(legs, dimensions, [], Number.POSITIVE_INFINITY).path, []);
  for (const maxSize of [peak, peak / 4, peak / 8]) {
    const plan = slicedPlan(legs, dimensions, [], maxSize);
    expect(plan.slicing.cost.peak).toBeLessThanOrEqual(maxSize);
    expect(plan.slicing.slices === 1).toBe(maxSize === peak);
    const contraction = contractSliced(plan, tensors);
    const factor = 2 ** (contraction.exponent - exponent);
    const [re, im] = contraction.value.interleaved;
    expect((re! * factor) / value.interleaved[0]!).toBeCloseTo(1, 9);
    expect((im! * factor) / value.interleaved[1]!).toBeCloseTo(1, 9);
    // Relative derivatives do not depend on the scale: Σ over a tensor of x ∂z/∂x = z.
    const cotangent = Float64Array.of(1, 0);
    const own = contractSlicedPullback(
      plan,
      tensors,
      contraction,
      cotangent,
      legs.map((_, t) => t === 5),
    )[5]!;
    let euler = 0;
    own.forEach((x, k) => {
      euler += x * tensors[5]!.interleaved[k]!;
    });
    expect(euler / re!).toBeCloseTo(1, 9);
  }
  expect(slicing(legs, dimensions, [], 1).cost.peak).toBe(1); // possible, but long
  expect(slicing(legs, dimensions, [], peak).cost.flops).toBeLessThanOrEqual(flops);
});

test('a result that is larger than the bound cannot be sliced, and that is said', () => {
  const legs = [
    ['a', 'x'],
    ['x', 'b'],
  ];
  const dimensions = { a: 4, b: 4, x: 2 };
  expect(() => slicing(legs, dimensions, ['a', 'b'], 15)).toThrow(/at least the result's 16 entries required, got 15/);
  expect(() => slicing(legs, dimensions, ['a', 'b'], Number.NaN)).toThrow(/got NaN/);
  expect(slicing(legs, dimensions, ['a', 'b'], 16)).toMatchObject({ legs: [], slices: 1 });
});

test('the sum of any number of parts has the bits of the whole, and the terms of a plain sum', () => {
  const { legs, dimensions, tensors } = torus(3, 3, 1);
  const plan = slicedPlan(legs, dimensions, [], 3 ** 5);
  const { slices } = plan.slicing;
  expect([9, 27, 81]).toContain(slices); // no power of two
  const whole = contractSliced(plan, tensors);
  for (const of of [1, 2, 3, 5, 8, 100]) {
    const ranges = Array.from({ length: of }, (_, index) => slicesOfPart(slices, of, index));
    expect(ranges.map(([from, to]) => to - from).reduce((sum, count) => sum + count)).toBe(slices);
    const parts = ranges.map((range) => contractSliced(plan, tensors, range));
    expect(sumOfParts(parts)).toEqual(whole);
  }
  const each = Array.from({ length: slices }, (_, k) => contractSliced(plan, tensors, [k, k + 1]));
  const plain = each.reduce((sum, { value, exponent }) => sum + value.interleaved[0]! * 2 ** exponent, 0);
  expect((whole.value.interleaved[0]! * 2 ** whole.exponent) / plain).toBeCloseTo(1, 12);
  expect(sumOfParts([])).toBeNull();
});
