import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract, contractionPlan, contractPullback } from '../../src/network/contract.ts';
import { contractionGraph } from '../../src/network/contraction-graph.ts';
import { greedyPath } from '../../src/network/contraction-greedy.ts';
import { sequentialPath } from '../../src/network/contraction-path.ts';
import { arbitraryContraction, naiveContraction } from './random-network.ts';

test('a contraction is the sum over all values of all shared legs, along every path', () => {
  fc.assert(
    fc.property(arbitraryContraction, (network) => {
      const { legs, dimensions, output, tensors } = network;
      const expected = naiveContraction(network);
      const paths = [undefined, sequentialPath(legs.length), greedyPath(contractionGraph(legs, dimensions, output))];
      for (const path of paths) {
        const { value, exponent } = contract(contractionPlan(legs, dimensions, output, path), tensors);
        expect(exponent).toBe(0);
        expect(value.shape).toEqual(output.map((leg) => dimensions[leg]));
        expect(value.interleaved).toHaveLength(expected.length);
        for (const [k, x] of value.interleaved.entries()) expect(x).toBeCloseTo(expected[k]!, 10);
      }
    }),
    { seed: 11, numRuns: 60 },
  );
});

test('the pullback of a contraction is the adjoint of its derivative', () => {
  fc.assert(
    fc.property(arbitraryContraction, fc.nat(4), (network, which) => {
      const { legs, dimensions, output, tensors } = network;
      const plan = contractionPlan(legs, dimensions, output);
      const lambda = naiveContraction(network).map((_, k) => Math.sin(k + 1));
      const cotangents = contractPullback(plan, contract(plan, tensors), lambda);
      // The contraction is linear in each tensor: replacing tensor t by any D gives its derivative along D.
      const t = which % tensors.length;
      const direction = tensors[t]!.interleaved.map((_, k) => Math.cos(3 * k));
      const moved = contract(plan, tensors.with(t, { shape: tensors[t]!.shape, interleaved: direction })).value;
      const forwards = moved.interleaved.reduce((sum, x, k) => sum + x * lambda[k]!, 0);
      const backwards = cotangents[t]!.reduce((sum, x, k) => sum + x * direction[k]!, 0);
      expect(backwards).toBeCloseTo(forwards, 9);
    }),
    { seed: 12, numRuns: 60 },
  );
});

test('cotangents that are not needed are not computed', () => {
  const plan = contractionPlan([['a'], ['a', 'b'], ['b']], { a: 2, b: 2 }, []);
  const tensors = [
    [1, 0, 2, 0],
    [1, 0, 0, 0, 0, 0, 1, 0],
    [3, 0, 4, 0],
  ].map((x) => ({ interleaved: Float64Array.from(x) }));
  const cotangents = contractPullback(plan, contract(plan, tensors), Float64Array.of(1, 0), [false, true, false]);
  expect(cotangents[0]).toBeUndefined();
  expect(cotangents[2]).toBeUndefined();
  expect([...cotangents[1]!]).toEqual([3, 0, 4, 0, 6, 0, 8, 0]);
});

test('a chain of 2000 factors of 1e-3 does not underflow, nor does its derivative', () => {
  const n = 2000;
  const legs = Array.from({ length: n }, (_, k) => [...(k > 0 ? [`b${k}`] : []), ...(k + 1 < n ? [`b${k + 1}`] : [])]);
  const dimensions = Object.fromEntries(legs.flat().map((leg) => [leg, 1]));
  const plan = contractionPlan(legs, dimensions, [], sequentialPath(n));
  const contraction = contract(
    plan,
    legs.map(() => ({ interleaved: Float64Array.of(1e-3, 0) })),
  );
  const logarithm = Math.log(contraction.value.interleaved[0]!) + contraction.exponent * Math.LN2;
  expect(logarithm / (n * Math.log(1e-3))).toBeCloseTo(1, 12);
  // d log z / dx = 1/x for every factor
  const cotangents = contractPullback(plan, contraction, Float64Array.of(1 / contraction.value.interleaved[0]!, 0));
  for (const k of [0, 1, 999, 1999]) expect(cotangents[k]![0]! / 1e3).toBeCloseTo(1, 10);
});
