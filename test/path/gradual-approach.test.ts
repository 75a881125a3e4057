import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { w } from '../../datasets/w.ts';
import { randomPath } from '../../src/geodesic/state/sliced-search.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { approached, free, pathCondition } from '../../src/path/constrained-path.ts';
import { gradual, lengthAtTarget } from '../../src/path/gradual-approach.ts';
import { missedBy, type PathProblem } from '../../src/path/state-path.ts';
import { problemOf } from './path-problem.ts';

const drawn = (problem: PathProblem, seed: number, maxSteps = 200) =>
  solution(gradual(pathCondition(problem), randomPath(problem, randomStream(seed, 'path')), maxSteps));

describe('a path that is held loosely at first', () => {
  test.each([1, 2, 3])('comes to the target GHZ₄: start %d', (seed) => {
    const problem = problemOf(ghz(4).amplitudes, 4);
    expect(missedBy(problem, drawn(problem, seed).x)).toBeLessThan(1e-6);
  });

  test('does not stay at nothing, where every word makes more qubits wrong: W₇', () => {
    const problem = problemOf(w(7).amplitudes, 4);
    const path = pathCondition(problem);
    const start = drawn(problem, 1, 60);
    expect(missedBy(problem, start.x)).toBeLessThan(1e-4);
    expect(missedBy(problem, new Float64Array(start.x.length))).toBeCloseTo(1, 12);
    // The way for targets without this trap ends there.
    const trapped = { ...start, x: randomPath(problem, randomStream(1, 'path')), force: free(path, 20) };
    const { x } = solution(approached(path, trapped, { maxSteps: 60, tolerance: 1, stages: 1 }));
    expect(missedBy(problem, x)).toBeGreaterThan(0.9);
  });
});

test('the length at the target is known to second order in the miss', () => {
  const problem = problemOf(ghz(3).amplitudes, 4);
  const path = pathCondition(problem);
  const start = drawn(problem, 1);
  const at = solution(approached(path, start, { maxSteps: 300, tolerance: 1e-24, stages: 12 }));
  const exact = Math.hypot(...at.x);
  const [loose, tight] = [50, 500].map((weight) => {
    const free200 = { ...at, force: free(path, weight) };
    const held = solution(
      approached(path, free200, { maxSteps: 400, tolerance: 1, stages: 1, gradientTolerance: 1e-9 }),
    );
    return { left: exact - lengthAtTarget(path, held), without: exact - Math.hypot(...held.x) };
  });
  expect(loose!.without / tight!.without).toBeGreaterThan(7); // falls as 1/μ
  expect(loose!.without / tight!.without).toBeLessThan(12);
  expect(loose!.left / tight!.left).toBeGreaterThan(60); // as 1/μ²
});
