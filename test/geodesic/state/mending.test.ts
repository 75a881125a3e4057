import { expect, test } from 'vitest';
import { w } from '../../../datasets/w.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { endPointJacobian, missAt } from '../../../src/geodesic/state/end-point-jacobian.ts';
import { mendedEnd } from '../../../src/geodesic/state/mended-end.ts';
import { mendedUncertainty, mending } from '../../../src/geodesic/state/mending.ts';
import { newtonPath } from '../../../src/geodesic/state/newton-path.ts';
import { randomPath } from '../../../src/geodesic/state/sliced-search.ts';
import { zeroVector } from '../../../src/linalg/complex.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { dot, length, plus, times } from '../../../src/linalg/real-vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { missedBy, missOf, type PathProblem, runPath } from '../../../src/path/state-path.ts';

const to = zeroVector(8);
to.interleaved[0] = 1;
const problem: PathProblem = {
  controls: controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, 3),
  slices: 4,
  from: w(3).amplitudes,
  to,
  amplitudeWeights: new Float64Array(8).fill(1),
};
const start = randomPath(problem, randomStream(5, 'mending'));
const shortest = solution(newtonPath(problem, start, 'W₃', { maxSteps: 40, escaping: false }));
const L = length(shortest.x);
/** The shortest path moved off the target by as much as it is shortened or made longer. */
const beside = (share: number): Float64Array => times(1 + share, shortest.x);
const mendingOf = (x: Float64Array) => mending(endPointJacobian(problem, x), x, missAt(problem, x));

test('a shorter path becomes as long as the shortest to the target, a longer one as short, to first order', () => {
  for (const share of [-1e-3, 1e-3]) {
    const x = beside(share);
    const { change, move } = mendingOf(x);
    expect(change).toBeCloseTo(-share * L, 5);
    // x is −Jᵀp to first order: all of it moves the end.
    expect(move).toBeCloseTo(Math.abs(share) * L, 5);
    expect(mendedUncertainty({ change, move }, length(x))!).toBeCloseTo(Math.abs(share) * L, 5);
  }
});

test('the change of the length is p·c/L with the costate p of the path', () => {
  const x = beside(1e-4);
  const c = missOf(to, runPath(problem, x).end).interleaved;
  const { change } = mendingOf(x);
  expect(Math.abs(change)).toBeGreaterThan(5e-5);
  expect(dot(shortest.costate, c) / L / change).toBeCloseTo(1, 2);
});

test('a path beside the target is led onto it, and all of the shortest path moves its end', () => {
  const x = plus(beside(1e-3), 1e-4, randomPath(problem, randomStream(6, 'mending')));
  expect(missedBy(problem, x)).toBeGreaterThan(1e-8);
  const end = mendedEnd(problem, x)!;
  expect(missedBy(problem, end.x)).toBeLessThan(1e-20);
  expect(length(end.x)).toBeCloseTo(L, 5);
  expect(end.mending!.move).toBeLessThan(1e-9);
  expect(end.slope).toBeLessThan(1e-2);
  expect(mendedEnd(problem, shortest.x)!.slope).toBeLessThan(1e-7);
  expect(length(plus(mendedEnd(problem, shortest.x)!.costate, -1, shortest.costate))).toBeLessThan(1e-6);
});

test('for more than eight qubits there is none, and without length no uncertainty', () => {
  const large = { ...problem, to: zeroVector(512) };
  expect(mendedEnd(large, shortest.x)).toBeUndefined();
  expect(mendedUncertainty({ change: 0, move: 0 }, 0)).toBeNull();
});
