import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract, contractionPlan, contractPullback } from '../../src/contraction/contract.ts';
import {
  contractPullbackTangent,
  contractTangent,
  hessianVectorProduct,
  squaredModulus,
} from '../../src/contraction/contract-tangent.ts';
import { arbitraryHypernetwork, type RandomContraction } from '../network/random-network.ts';

const directionsOf = ({ tensors }: RandomContraction) =>
  tensors.map(({ interleaved }, t) => interleaved.map((_, k) => Math.sin(2 * k + t + 1)));
/** The tensors, moved by `step` along the directions. */
const moved = ({ tensors }: RandomContraction, directions: readonly Float64Array[], step: number) =>
  tensors.map(({ shape, interleaved }, t) => ({
    shape,
    interleaved: interleaved.map((x, k) => x + step * directions[t]![k]!),
  }));
/** Central difference of fourth order of a function of the step. */
function derivative(f: (step: number) => Float64Array, h = 1e-3): Float64Array {
  const [a, b, c, d] = [f(-2 * h), f(-h), f(h), f(2 * h)];
  return a.map((x, k) => (x - 8 * b[k]! + 8 * c[k]! - d[k]!) / (12 * h));
}
function expectClose(actual: Float64Array, expected: Float64Array): void {
  expect(actual).toHaveLength(expected.length);
  const scale = expected.reduce((most, x) => Math.max(most, Math.abs(x)), 1);
  expected.forEach((x, k) => {
    expect(Math.abs(actual[k]! - x) / scale).toBeLessThan(1e-8);
  });
}

test('the tangent is the derivative by finite differences, hyper-indices included', () => {
  fc.assert(
    fc.property(arbitraryHypernetwork(5), (network) => {
      const { legs, dimensions, output, tensors } = network;
      const plan = contractionPlan(legs, dimensions, output);
      const directions = directionsOf(network);
      const { value } = contractTangent(plan, contract(plan, tensors), directions);
      const differences = derivative((step) => contract(plan, moved(network, directions, step)).value.interleaved);
      expectClose(value, differences);
    }),
    { seed: 41, numRuns: 60 },
  );
});

test('the tangent of the pullback is the derivative of the pullback by finite differences', () => {
  fc.assert(
    fc.property(arbitraryHypernetwork(4), (network) => {
      const { legs, dimensions, output, tensors } = network;
      const plan = contractionPlan(legs, dimensions, output);
      const directions = directionsOf(network);
      const contraction = contract(plan, tensors);
      const lambda = contraction.value.interleaved.map((_, k) => Math.cos(k));
      const change = contraction.value.interleaved.map((_, k) => Math.sin(5 * k + 1));
      const tangent = contractTangent(plan, contraction, directions);
      const product = contractPullbackTangent(plan, contraction, tangent, lambda, change);
      tensors.forEach(({ interleaved }, t) => {
        const differences = derivative((step) => {
          const at = contract(plan, moved(network, directions, step));
          const cotangent = lambda.map((x, k) => x + step * change[k]!);
          return contractPullback(plan, at, cotangent)[t]!;
        });
        expectClose(product[t] ?? interleaved.map(() => 0), differences);
      });
    }),
    { seed: 42, numRuns: 40 },
  );
});

/** A ring of five matrices: z = tr(A B C D E). */
function ring(): RandomContraction {
  const legs = Array.from({ length: 5 }, (_, k) => [`b${k}`, `b${(k + 1) % 5}`]);
  const tensors = legs.map((_, t) => ({
    shape: [3, 3],
    interleaved: Float64Array.from({ length: 18 }, (_, k) => Math.sin(7 * t + 3 * k + 1)),
  }));
  return { legs, dimensions: Object.fromEntries(legs.map(([leg]) => [leg!, 3])), output: [], tensors };
}

test('Hessian-vector products of |tr ABCDE|² agree with differences of its gradient, and the Hessian is symmetric', () => {
  const network = ring();
  const plan = contractionPlan(network.legs, network.dimensions, []);
  const gradientAt = (step: number, directions: readonly Float64Array[]) => {
    const contraction = contract(plan, moved(network, directions, step));
    return contractPullback(
      plan,
      contraction,
      contraction.value.interleaved.map((x) => 2 * x),
    );
  };
  const u = directionsOf(network);
  const v = network.tensors.map(({ interleaved }, t) => interleaved.map((_, k) => Math.cos(k * k + t)));
  const [hu, hv] = [u, v].map((w) => hessianVectorProduct(plan, network.tensors, w, squaredModulus));
  for (const t of network.tensors.keys())
    expectClose(
      hu![t]!,
      derivative((step) => gradientAt(step, u)[t]!),
    );
  const dot = (x: readonly (Float64Array | undefined)[], y: readonly Float64Array[]) =>
    y.reduce((sum, own, t) => sum + own.reduce((inner, value, k) => inner + value * x[t]![k]!, 0), 0);
  expect(dot(hu!, v) / dot(hv!, u)).toBeCloseTo(1, 12);
});

test('Re xyz has the Hessian with z, y, x beside the diagonal; a tensor held fixed changes only others', () => {
  const plan = contractionPlan([[], [], []], {}, []);
  const number = (x: number) => ({ interleaved: Float64Array.of(x, 0) });
  const one = Float64Array.of(1, 0);
  const product = hessianVectorProduct(plan, [number(2), number(3), number(5)], [one, undefined, undefined]);
  expect([...product[0]!]).toEqual([0, 0]);
  expect(product[1]![0]).toBe(5);
  expect(product[2]![0]).toBe(3);
});

test('rescaled chains have right second derivatives: ∂²/∂x∂y of a product is the product over xy', () => {
  const n = 120; // 10^±n/2 on the way, but the value is 1
  const legs = Array.from({ length: n }, () => []);
  const tensors = legs.map((_, k) => ({ interleaved: Float64Array.of(k < n / 2 ? 1e3 : 1e-3, 0) }));
  const path = Array.from({ length: n - 1 }, (_, k) => [k === 0 ? 0 : n + k - 1, k + 1] as const);
  const plan = contractionPlan(legs, {}, [], path);
  const directions = legs.map((_, k) => (k === 0 ? Float64Array.of(1, 0) : undefined));
  const product = hessianVectorProduct(plan, tensors, directions);
  expect(product[1]![0]! / 1e-6).toBeCloseTo(1, 9);
  expect(product[n - 1]![0]!).toBeCloseTo(1, 9);
  expect(() => hessianVectorProduct(contractionPlan([['a']], { a: 2 }, ['a']), [], [])).toThrow(/a scalar contraction/);
});
