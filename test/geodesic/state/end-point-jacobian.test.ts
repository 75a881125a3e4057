import { expect, test } from 'vitest';
import { w } from '../../../datasets/w.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { endPointJacobian, missAt } from '../../../src/geodesic/state/end-point-jacobian.ts';
import { onTarget } from '../../../src/geodesic/state/newton-path.ts';
import { randomPath } from '../../../src/geodesic/state/sliced-search.ts';
import { zeroVector } from '../../../src/linalg/complex.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { dot, length, plus, times } from '../../../src/linalg/real-vector.ts';
import { pathCondition } from '../../../src/path/constrained-path.ts';
import type { PathProblem } from '../../../src/path/state-path.ts';

const to = zeroVector(8);
to.interleaved[0] = 1;
const problem: PathProblem = {
  controls: controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, 3),
  slices: 3,
  from: w(3).amplitudes,
  to,
  amplitudeWeights: new Float64Array(8).fill(1),
};
const stream = randomStream(3, 'end-point Jacobian');
const x = onTarget(problem, randomPath(problem, stream), 30)!;
const jacobian = endPointJacobian(problem, x);
const random = (size: number): Float64Array => Float64Array.from({ length: size }, () => stream.normal());

test('a move mends the miss that its coordinates tell', () => {
  const y = times(1e-4, random(14));
  const change = plus(
    missAt(problem, plus(x, 1, jacobian.moveOf(y))),
    -1,
    missAt(problem, plus(x, -1, jacobian.moveOf(y))),
  );
  const rest = plus(jacobian.natural(change), -2, y);
  expect(length(jacobian.moveOf(y))).toBeCloseTo(length(y), 12);
  expect(length(rest)).toBeLessThan(1e-5 * length(y));
});

test('what is tangential has no coordinates, and the rest is the move with its coordinates', () => {
  const v = random(x.length);
  const tangential = jacobian.tangential(v);
  expect(length(jacobian.coordinatesOf(tangential))).toBeLessThan(1e-13);
  expect(length(plus(v, -1, plus(tangential, 1, jacobian.moveOf(jacobian.coordinatesOf(v)))))).toBeLessThan(1e-13);
});

test('with the multiplier p, v + Jᵀp is tangential', () => {
  const v = random(x.length);
  const { pullback } = pathCondition(problem).condition(x);
  const at = plus(v, 1, pullback(jacobian.multiplier(v)));
  expect(length(jacobian.coordinatesOf(at))).toBeLessThan(1e-8 * length(v));
});

test('λ·L⁻¹c = p·c', () => {
  const [lambda, c] = [random(14), random(14)];
  expect(dot(jacobian.costateOf(lambda), c)).toBeCloseTo(dot(lambda, jacobian.natural(c)), 10);
});
