import { expect, test } from 'vitest';
import { w } from '../../../datasets/w.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { missAt } from '../../../src/geodesic/state/end-point-jacobian.ts';
import { invariantProblem } from '../../../src/geodesic/state/invariant-problem.ts';
import { levelledDescent } from '../../../src/geodesic/state/levelled-descent.ts';
import { hasUnresolved, levelledStart, levelledSteps, madeFiner } from '../../../src/geodesic/state/levelled-start.ts';
import { newtonPath } from '../../../src/geodesic/state/newton-path.ts';
import { randomPath } from '../../../src/geodesic/state/sliced-search.ts';
import { zeroVector } from '../../../src/linalg/complex.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { length, times } from '../../../src/linalg/real-vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { approached, explored, pathCondition } from '../../../src/path/constrained-path.ts';
import { halvedSlices, type PathProblem } from '../../../src/path/state-path.ts';

/** Real paths to W₃ on a chain: seven directions of the end, eleven words. */
function realProblem(slices: number): PathProblem {
  const to = zeroVector(8);
  to.interleaved[0] = 1;
  const controls = controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, 3);
  const all = { controls, slices, from: w(3).amplitudes, to, amplitudeWeights: new Float64Array(8).fill(1) };
  return invariantProblem(all, [{ conjugated: true }]);
}

function nearShortest(problem: PathProblem): Float64Array {
  const path = pathCondition(problem);
  const first = solution(explored(path, randomPath(problem, randomStream(0, 'geodesic start 1')), 60));
  return solution(approached(path, first, { maxSteps: 150, tolerance: 1e-6, stages: 3 })).x;
}

test('where all directions are resolved, a start has the length of Newton steps in all at once, in K/2 slices and in K/4', () => {
  const problem = realProblem(8);
  const start = nearShortest(problem);
  const found = solution(levelledStart(problem, start, 'start'))!;
  const direct = solution(newtonPath(problem, start, 'Newton', { maxSteps: 40 }));
  expect(length(found.half.x)).toBeCloseTo(length(direct.x), 8);
  expect(found.half.held).toBeUndefined();
  expect(found.quarter!.x).toHaveLength(start.length / 2);
  expect(length(found.quarter!.x)).toBeGreaterThan(length(found.half.x));
  expect(levelledSteps(found)).toBe(found.half.steps + found.quarter!.steps);
  const single = solution(levelledStart(realProblem(1), nearShortest(realProblem(1)), 'start'));
  expect(single?.quarter).toBeUndefined();
});

test('there are no levels with fewer unknowns than directions', () => {
  const problem = {
    ...realProblem(1),
    controls: { ...realProblem(1).controls, words: ['XII'], weights: Float64Array.of(1) },
  };
  expect(solution(levelledStart(problem, new Float64Array(1), 'start'))).toBeUndefined();
});

test('a path made finer keeps its directions and tells of all levels', () => {
  const [coarse, fine] = [realProblem(4), realProblem(8)];
  const rough = solution(levelledDescent(coarse, nearShortest(coarse), 'rough', { levels: [0.5], maxSteps: 20 }));
  const kept = rough.held.directions.rows;
  expect(kept).toBeLessThan(rough.held.directions.cols);
  const { x, held } = solution(madeFiner(fine, halvedSlices(coarse, rough.x), rough.held, 'fine'));
  expect(held.levels.map((one) => [one.level, one.kept])).toEqual([
    [0.5, kept],
    [0.5, kept],
  ]);
  expect(length(x)).toBeLessThan(length(rough.x) + 1e-12);
  expect(held.unresolved).toBeGreaterThan(0);
  expect(length(missAt(fine, x))).toBeGreaterThan(1e-6);
});

test('a short path moves directions that take brackets by less than is resolved', () => {
  const problem = realProblem(8);
  const x = nearShortest(problem);
  expect(hasUnresolved(problem, x)).toBe(false);
  expect(hasUnresolved(problem, times(1e-12, x))).toBe(true);
  expect(hasUnresolved(realProblem(500), x)).toBe(false); // too many unknowns for levels
});
