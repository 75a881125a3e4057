import { expect, test } from 'vitest';
import { parametrised } from '../../src/circuit/circuit.ts';
import { ShapeError } from '../../src/errors.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { hessianAlong } from '../../src/optimise/hessian-along.ts';
import type { Objective } from '../../src/optimise/objective.ts';

test('of a quadratic form it is the matrix', () => {
  const form: Objective = ([x = 0, y = 0]) => ({
    value: x * x + 3 * x * y - y * y,
    gradient: Float64Array.of(2 * x + 3 * y, 3 * x - 2 * y),
  });
  const product = hessianAlong(form, Float64Array.of(0.3, -0.7))(Float64Array.of(10, 1));
  expect(product[0]).toBeCloseTo(23, 11);
  expect(product[1]).toBeCloseTo(28, 11);
  expect([...hessianAlong(form, new Float64Array(2))(new Float64Array(2))]).toEqual([0, 0]);
});

test('of a circuit it is the Hessian by the parameter-shift rule, which is exact', () => {
  const circuit = parametrised(2, ['YI', 'IY', 'XX', 'ZY', 'IX']);
  const amplitudes = randomVector(4, randomStream(2, 'target'));
  const objective = infidelity(circuit, { kind: 'pure', name: 't', dimensions: [2, 2], amplitudes });
  const theta = Float64Array.from({ length: 5 }, (_, k) => Math.sin(2 * k + 1));
  const v = Float64Array.from({ length: 5 }, (_, k) => Math.cos(k));
  const shifted = (k: number, by: number): Float64Array =>
    objective(theta.map((x, i) => (i === k ? x + by : x))).gradient;
  const product = hessianAlong(objective, theta)(v);
  const exact = theta.map((_, i) =>
    v.reduce((sum, x, k) => sum + (x * (shifted(k, Math.PI / 2)[i]! - shifted(k, -Math.PI / 2)[i]!)) / 2, 0),
  );
  product.forEach((x, i) => {
    expect(Math.abs(x - exact[i]!)).toBeLessThan(1e-11);
  });
});

test('a direction of another shape is refused', () => {
  const form: Objective = (x) => ({ value: 0, gradient: x });
  expect(() => hessianAlong(form, new Float64Array(2))(new Float64Array(3))).toThrow(ShapeError);
});
