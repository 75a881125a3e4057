import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract, contractionPlan, contractPullback } from '../../src/contraction/contract.ts';
import { contractJet } from '../../src/contraction/contract-jet.ts';
import { slicedPlan } from '../../src/contraction/contract-sliced.ts';
import { contractPullbackTangent, contractTangent } from '../../src/contraction/contract-tangent.ts';
import { contractionGraph } from '../../src/contraction/contraction-graph.ts';
import { greedyPath } from '../../src/contraction/contraction-greedy.ts';
import { sequentialPath } from '../../src/contraction/contraction-path.ts';
import { withDistinctLegs } from '../../src/contraction/repeated-legs.ts';
import { multiIndices } from '../../src/linalg/multi-index.ts';
import {
  arbitraryContraction,
  arbitraryHypernetwork,
  naiveContraction,
  type RandomContraction,
} from '../network/random-network.ts';

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

test('legs on any number of tensors, kept or summed, give the sum by definition along every path', () => {
  fc.assert(
    fc.property(arbitraryHypernetwork(5), (network) => {
      const { legs, dimensions, output, tensors } = network;
      const expected = naiveContraction(network);
      const greedy = greedyPath(contractionGraph(legs, dimensions, output));
      for (const path of [undefined, sequentialPath(legs.length), greedy]) {
        const { value } = contract(contractionPlan(legs, dimensions, output, path), tensors);
        expect(value.shape).toEqual(output.map((leg) => dimensions[leg]));
        expect(value.interleaved).toHaveLength(expected.length);
        for (const [k, x] of value.interleaved.entries()) expect(x).toBeCloseTo(expected[k]!, 9);
      }
    }),
    { seed: 13, numRuns: 150 },
  );
});

test('the pullback of a contraction with hyper-indices is the adjoint of its derivative', () => {
  fc.assert(
    fc.property(arbitraryHypernetwork(5), (network) => {
      const { legs, dimensions, output, tensors } = network;
      const plan = contractionPlan(legs, dimensions, output);
      const lambda = naiveContraction(network).map((_, k) => Math.sin(k + 1));
      const cotangents = contractPullback(plan, contract(plan, tensors), lambda);
      tensors.forEach((tensor, t) => {
        const direction = tensor.interleaved.map((_, k) => Math.cos(3 * k));
        const moved = naiveContraction({
          ...network,
          tensors: tensors.with(t, { shape: tensor.shape, interleaved: direction }),
        });
        const forwards = moved.reduce((sum, x, k) => sum + x * lambda[k]!, 0);
        const backwards = cotangents[t]!.reduce((sum, x, k) => sum + x * direction[k]!, 0);
        expect(backwards).toBeCloseTo(forwards, 8);
      });
    }),
    { seed: 14, numRuns: 80 },
  );
});

test('a leg on three tensors is a copy tensor between them', () => {
  // Σ_x a_x b_x c_x, for a = (1, 2i), b = (3, 1), c = (1, 5): 3 + 10i
  const tensors = [
    [1, 0, 0, 2],
    [3, 0, 1, 0],
    [1, 0, 5, 0],
  ].map((x) => ({ interleaved: Float64Array.from(x) }));
  const hyper = contract(contractionPlan([['x'], ['x'], ['x']], { x: 2 }, []), tensors);
  expect([...hyper.value.interleaved]).toEqual([3, 10]);
  const copy = { interleaved: Float64Array.from({ length: 16 }, (_, k) => (k === 0 || k === 14 ? 1 : 0)) };
  const explicit = contractionPlan([['x'], ['y'], ['z'], ['x', 'y', 'z']], { x: 2, y: 2, z: 2 }, []);
  expect([...contract(explicit, [...tensors, copy]).value.interleaved]).toEqual([3, 10]);
  const kept = contract(contractionPlan([['x'], ['x'], ['x']], { x: 2 }, ['x']), tensors);
  expect([...kept.value.interleaved]).toEqual([3, 0, 0, 10]);
});

test('tensors and paths that do not fit the plan are refused', () => {
  const plan = contractionPlan([['a'], ['a']], { a: 2 }, []);
  const vector = { interleaved: new Float64Array(4) };
  expect(() => contract(plan, [vector])).toThrow(/tensors of 2,2 entries required, got 2/);
  expect(() => contract(plan, [vector, { interleaved: new Float64Array(6) }])).toThrow(/got 2,3/);
  for (const path of [[], [[0, 0]], [[0, 2]], [[0, 1.5]]] as [number, number][][]) {
    expect(() => contractionPlan([['a'], ['a']], { a: 2 }, [], path)).toThrow(/each of 2 tensors once required/);
  }
});

/** A network and the same with tensor t multiplied by 2^powers[t]. */
const rescaled = (network: RandomContraction, powers: readonly number[]): RandomContraction => ({
  ...network,
  tensors: network.tensors.map(({ shape, interleaved }, t) => ({
    shape,
    interleaved: interleaved.map((x) => x * 2 ** powers[t % powers.length]!),
  })),
});

test.each([[[515, 516]], [[-600, -601]], [[1000, -1000]], [[700]], [[-700]]])(
  'tensors of sizes 2^%j neither overflow nor underflow, forwards and backwards, nor do their derivatives',
  (powers) => {
    fc.assert(
      fc.property(arbitraryHypernetwork(4), (network) => {
        const { legs, dimensions, output } = network;
        const plan = contractionPlan(legs, dimensions, output);
        const extreme = rescaled(network, powers);
        const own = legs.map((_, t) => powers[t % powers.length]!);
        const total = own.reduce((sum, power) => sum + power, 0);
        const [near, far] = [contract(plan, network.tensors), contract(plan, extreme.tensors)];
        expect(near.exponent).toBe(0);
        const ratio = 2 ** (total - far.exponent); // of the far value to the near one
        expectClose(
          far.value.interleaved,
          near.value.interleaved.map((x) => x * ratio),
        );

        const lambda = near.value.interleaved.map((_, k) => Math.sin(k + 1));
        const expected = contractPullback(plan, near, lambda);
        contractPullback(plan, far, lambda).forEach((cotangent, t) => {
          expectClose(
            cotangent!.map((x) => (x / ratio) * 2 ** own[t]!),
            expected[t]!,
          );
        });

        const directions = network.tensors.map(({ interleaved }) => interleaved.map((_, k) => Math.cos(k)));
        const along = directions.map((direction, t) => direction.map((x) => x * 2 ** own[t]!));
        const tangents = [contractTangent(plan, near, directions), contractTangent(plan, far, along)] as const;
        expectClose(
          tangents[1].value,
          tangents[0].value.map((x) => x * ratio),
        );
        const changes = contractPullbackTangent(plan, near, tangents[0], lambda);
        contractPullbackTangent(plan, far, tangents[1], lambda).forEach((change, t) => {
          if (change !== undefined)
            expectClose(
              change.map((x) => (x / ratio) * 2 ** own[t]!),
              changes[t]!,
            );
        });
      }),
      { seed: 17, numRuns: 20 },
    );
  },
);

function expectClose(actual: Float64Array, expected: Float64Array): void {
  const scale = expected.reduce((most, x) => Math.max(most, Math.abs(x)), 1e-3);
  expect(actual).toHaveLength(expected.length);
  for (const [k, x] of expected.entries()) expect(Math.abs(actual[k]! - x) / scale).toBeLessThan(1e-12);
}

test('1e155 · 1e155, and the smallest and the largest number, are products with an exponent', () => {
  const plan = contractionPlan([['a'], ['a']], { a: 1 }, []);
  const scalar = (x: number) => ({ interleaved: Float64Array.of(x, 0) });
  for (const [x, y] of [
    [1e155, 1e155],
    [1e-200, 1e-200],
    [Number.MIN_VALUE, Number.MIN_VALUE],
    [Number.MAX_VALUE, Number.MAX_VALUE],
  ] as const) {
    const { value, exponent } = contract(plan, [scalar(x), scalar(y)]);
    expect(Math.log2(value.interleaved[0]!) + exponent).toBeCloseTo(Math.log2(x) + Math.log2(y), 10);
  }
});

test('derivatives by Leibniz of tensors of extreme size', () => {
  // z = a·b·c at a = 1e200·x, b = 1e-180·y, c = 1e-20·x y: ∂_x∂_y z = 4xy at x = 3, y = 5
  const plan = contractionPlan([['i'], ['i', 'j'], ['j']], { i: 1, j: 1 }, []);
  const jet = (entries: Readonly<Record<string, number>>) =>
    new Map(Object.entries(entries).map(([key, x]) => [key, Float64Array.of(x, 0)]));
  const [x, y] = [3, 5];
  const jets = [
    jet({ '': 1e200 * x, 0: 1e200 }),
    jet({ '': 1e-180 * y, 1: 1e-180 }),
    jet({ '': 1e-20 * x * y, 0: 1e-20 * y, 1: 1e-20 * x, '0,1': 1e-20 }),
  ];
  const value = contractJet(plan, jets, multiIndices(2, 2));
  expect(value.get('')![0]).toBeCloseTo((x * y) ** 2, 10);
  expect(value.get('0,1')![0]).toBeCloseTo(4 * x * y, 10);
});

test('dimensions that are no positive integers are refused with and without a path', () => {
  for (const wrong of [1.5, 0, -2, NaN, Infinity]) {
    const named = `leg 'b' needs a dimension, a positive integer, got ${wrong}`;
    for (const path of [undefined, [[0, 1]] as const]) {
      expect(() => contractionPlan([['a', 'b'], ['b']], { a: 2, b: wrong }, ['a'], path)).toThrow(named);
    }
    expect(() => slicedPlan([['a', 'b'], ['b']], { a: 2, b: wrong }, ['a'], 8)).toThrow(named);
    expect(() => withDistinctLegs([['b', 'b']], { b: wrong })).toThrow(`leg 'b' required, got ${wrong}`);
  }
  expect(() => contractionPlan([['a'], ['a']], { a: 2 }, ['c'], [[0, 1]])).toThrow(/output leg 'c' lies on no tensor/);
});
