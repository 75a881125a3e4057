import { expect, test } from 'vitest';
import { w } from '../../../datasets/w.ts';
import { productVector } from '../../../src/circuit/run-circuit.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { newtonPath, onTarget } from '../../../src/geodesic/state/newton-path.ts';
import { randomPath } from '../../../src/geodesic/state/sliced-search.ts';
import { complexVector, zeroVector } from '../../../src/linalg/complex.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { length, plus } from '../../../src/linalg/real-vector.ts';
import { normSquared } from '../../../src/linalg/vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { explored, pathCondition } from '../../../src/path/constrained-path.ts';
import { pathFrom } from '../../../src/path/given-path.ts';
import { missOf, type PathProblem, runPath } from '../../../src/path/state-path.ts';

function problemOf(qubits: number, slices: number): PathProblem {
  const to = zeroVector(2 ** qubits);
  to.interleaved[0] = 1;
  const controls = controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, qubits);
  return { controls, slices, from: w(qubits).amplitudes, to, amplitudeWeights: new Float64Array(2 ** qubits).fill(1) };
}

const drained = <Step, Result>(steps: Generator<Step, Result>): Result => {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
};
const start = (problem: PathProblem): Float64Array =>
  solution(explored(pathCondition(problem), randomPath(problem, randomStream(0, 'geodesic start 1')), 60)).x;
const infidelityAt = (problem: PathProblem, x: Float64Array): number =>
  normSquared(missOf(problem.to, runPath(problem, x).end));

test('corrections lead onto the target and move the path little', () => {
  const problem = problemOf(4, 4);
  const x = start(problem);
  expect(infidelityAt(problem, x)).toBeGreaterThan(1e-6);
  const met = onTarget(problem, x, 20)!;
  expect(infidelityAt(problem, met)).toBeLessThan(1e-20);
  expect(length(plus(met, -1, x))).toBeLessThan(0.1 * length(x));
});

test('a path that no correction brings to the target is none', () => {
  const problem = { ...problemOf(4, 4), controls: controlWords({ maxSize: 1, penalty: Infinity }, 4) };
  expect(onTarget(problem, new Float64Array(4 * problem.controls.words.length), 5)).toBeUndefined();
  const start = new Float64Array(4 * problem.controls.words.length);
  const { x, slope } = drained(newtonPath(problem, start, 'none', { maxSteps: 5 }));
  expect(x).toBe(start);
  expect(slope).toBe(Infinity);
});

test("Newton's method finds a shortest path, exact to rounding", () => {
  const problem = problemOf(3, 4);
  const x = start(problem);
  const found = drained(newtonPath(problem, x, 'Newton', { maxSteps: 40 }));
  expect(found.slope).toBeLessThan(1e-8);
  expect(infidelityAt(problem, found.x)).toBeLessThan(1e-20);
  expect(length(found.x)).toBeCloseTo(length(x), 2);
  // Stationary under the condition: x + Jᵀp = 0 with the costate given.
  const pulled = pathCondition(problem).condition(found.x).pullback(found.costate);
  expect(length(plus(found.x, 1, pulled))).toBeLessThan(1e-7);
});

test('of X alone, the shortest path from |0⟩ to |1⟩ is π/2', () => {
  const problem: PathProblem = {
    controls: { qubits: 1, words: ['X'], weights: Float64Array.of(1) },
    slices: 1,
    from: complexVector([1, 0]),
    to: complexVector([0, 1]),
    amplitudeWeights: Float64Array.of(1, 1),
  };
  const { x } = drained(newtonPath(problem, Float64Array.of(0.4), 'Newton', { maxSteps: 40 }));
  expect(Math.abs(x[0]!)).toBeCloseTo(Math.PI / 2, 12);
  expect(infidelityAt(problem, x)).toBeLessThan(1e-20);
});

test('the long way round a sphere is a saddle, and is left for the short one', () => {
  const polar = 1.4;
  const problem: PathProblem = {
    controls: controlWords({ penalty: 1 }, 1),
    slices: 4,
    from: productVector([{ polar, azimuth: Math.PI / 2 }]),
    to: complexVector([1, 0]),
    amplitudeWeights: Float64Array.of(1, 1),
  };
  const long = pathFrom(problem, { words: ['X'], velocity: Array.from({ length: 4 }, () => [Math.PI - polar / 2]) });
  expect(infidelityAt(problem, long)).toBeLessThan(1e-20);
  const { x } = drained(newtonPath(problem, long, 'Newton', { maxSteps: 40 }));
  expect(length(x)).toBeCloseTo(polar / 2, 8);
  const { x: stayed } = drained(newtonPath(problem, long, 'Newton', { maxSteps: 40, escaping: false }));
  expect(length(stayed)).toBeCloseTo(Math.PI - polar / 2, 8);
});
