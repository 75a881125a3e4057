import { expect, test } from 'vitest';
import { w } from '../../../datasets/w.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { bitCount } from '../../../src/engine/bits.ts';
import { easedDescent } from '../../../src/geodesic/state/eased-descent.ts';
import { endPointJacobian, missAt } from '../../../src/geodesic/state/end-point-jacobian.ts';
import { newtonPath } from '../../../src/geodesic/state/newton-path.ts';
import { randomPath } from '../../../src/geodesic/state/sliced-search.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { length, plus } from '../../../src/linalg/real-vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { pathCondition } from '../../../src/path/constrained-path.ts';
import { gradual } from '../../../src/path/gradual-approach.ts';
import { missedBy, type PathProblem } from '../../../src/path/state-path.ts';
import { zeroState } from '../../../src/state/zero-state.ts';

const problem: PathProblem = {
  controls: controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, 6),
  slices: 6,
  from: w(6).amplitudes,
  to: zeroState(6),
  amplitudeWeights: Float64Array.from({ length: 64 }, (_, b) => Math.max(1, bitCount(b))),
};
const start = solution(gradual(pathCondition(problem), randomPath(problem, randomStream(1, 'path')), 200));
/** The least move that mends the miss. */
const naturalMiss = (x: Float64Array): number => length(endPointJacobian(problem, x).natural(missAt(problem, x)));

const eased = solution(easedDescent(problem, start, 'W₆'));
const onTarget = solution(newtonPath(problem, eased.x, 'exact', { maxSteps: 30 }));

test('the preconditioner inverts 1 + 2μJᵀJ', () => {
  const { x } = onTarget;
  const { preconditioner } = endPointJacobian(problem, x);
  const { pushforward, pullback } = pathCondition(problem).condition(x);
  const stream = randomStream(2, 'vector');
  const v = Float64Array.from(x, () => stream.normal());
  const moved = preconditioner(300)!(v);
  const back = plus(moved, 600, pullback(pushforward(moved)));
  expect(length(plus(back, -1, v)) / length(v)).toBeLessThan(1e-6);
});

test('W₆ on a chain: the path comes so near that Newton steps lead onto the target, on the same sheet', () => {
  expect(naturalMiss(start.x)).toBeGreaterThan(0.1);
  expect(naturalMiss(eased.x)).toBeLessThan(0.1);
  const { x, slope, minimum } = onTarget;
  expect(missedBy(problem, x)).toBeLessThan(1e-20);
  expect(slope).toBeLessThan(1e-7);
  expect(minimum).toBe(true);
  expect(length(plus(x, -1, eased.x))).toBeLessThan(0.2);
});
