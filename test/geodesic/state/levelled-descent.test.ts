import { expect, test } from 'vitest';
import { w } from '../../../datasets/w.ts';
import { productVector } from '../../../src/circuit/run-circuit.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { missAt } from '../../../src/geodesic/state/end-point-jacobian.ts';
import { invariantProblem } from '../../../src/geodesic/state/invariant-problem.ts';
import { keptDirections, rowOf } from '../../../src/geodesic/state/kept-directions.ts';
import { type LevelledPath, type LevelOptions, levelledDescent } from '../../../src/geodesic/state/levelled-descent.ts';
import { newtonPath } from '../../../src/geodesic/state/newton-path.ts';
import { type GeodesicStep, randomPath } from '../../../src/geodesic/state/sliced-search.ts';
import { zeroVector } from '../../../src/linalg/complex.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { dot, length, plus } from '../../../src/linalg/real-vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { approached, explored, pathCondition } from '../../../src/path/constrained-path.ts';
import { pathFrom } from '../../../src/path/given-path.ts';
import { halvedSlices, type PathProblem } from '../../../src/path/state-path.ts';
import { searchJournal } from '../../../src/search-journal.ts';

const chain = { maxSize: 2, maxRange: 1, penalty: Infinity };

/** Real paths to W of few qubits on a chain. */
function realProblem(qubits: number, slices: number): PathProblem {
  const to = zeroVector(2 ** qubits);
  to.interleaved[0] = 1;
  const from = w(qubits).amplitudes;
  const amplitudeWeights = new Float64Array(2 ** qubits).fill(1);
  const all = { controls: controlWords(chain, qubits), slices, from, to, amplitudeWeights };
  return invariantProblem(all, [{ conjugated: true }]);
}

/** By L-BFGS, near a shortest path, but beside the target. */
function nearShortest(problem: PathProblem): Float64Array {
  const path = pathCondition(problem);
  const first = solution(explored(path, randomPath(problem, randomStream(0, 'geodesic start 1')), 60));
  return solution(approached(path, first, { maxSteps: 150, tolerance: 1e-10, stages: 4 })).x;
}

const descended = (problem: PathProblem, x: Float64Array, options: LevelOptions): LevelledPath =>
  solution(levelledDescent(problem, x, 'levels', options));

test('with all levels resolved, the path is that of Newton steps in all directions at once', () => {
  const problem = realProblem(4, 8);
  const start = nearShortest(problem);
  const found = descended(problem, start, { levels: [1e-2, 1e-3, 1e-8], maxSteps: 20 });
  const direct = solution(newtonPath(problem, start, 'Newton', { maxSteps: 40 }));
  expect(direct.slope).toBeLessThan(1e-7);
  expect(length(found.x)).toBeCloseTo(length(direct.x), 8);
  expect(found.held.levels.at(-1)).toMatchObject({ kept: 15, directions: 15 });
  expect(found.minimum).toBe(true);
  expect(length(missAt(problem, found.x))).toBeLessThan(1e-9);
  // Stationary with the costate given.
  const pulled = pathCondition(problem).condition(found.x).pullback(found.costate);
  expect(length(plus(found.x, 1, pulled))).toBeLessThan(1e-5);
  expect(found.held.unresolved).toBeLessThan(1e-8);
});

test('an interrupted descent goes on from any step to the same bits, without repeating any', () => {
  const problem = realProblem(3, 6);
  const start = nearShortest(problem);
  const options = { levels: [1e-2, 1e-3, 1e-8], maxSteps: 20 };
  const whole = descended(problem, start, options);
  const steps = [...levelledDescent(problem, start, 'levels', options)];
  expect(steps.length).toBeGreaterThan(2);
  for (let stop = 1; stop <= steps.length; stop++) {
    const journal = searchJournal();
    const begun = levelledDescent(problem, start, 'levels', { ...options, journal });
    for (let k = 0; k < stop; k++) begun.next();
    const resumed = levelledDescent(problem, start, 'levels', {
      ...options,
      journal: searchJournal(structuredClone(journal.store.entries)),
    });
    const left: GeodesicStep[] = [];
    let found = resumed.next();
    for (; found.done !== true; found = resumed.next()) left.push(found.value);
    expect(left).toEqual(steps.slice(stop - 1));
    expect(found.value).toEqual(whole);
  }
});

test('fewer directions make a shorter path, and what they leave open is told', () => {
  const problem = realProblem(4, 8);
  const start = nearShortest(problem);
  const {
    held: { levels },
    x,
  } = descended(problem, start, { levels: [2e-2, 3e-3, 1e-8], maxSteps: 20 });
  expect(levels.map(({ kept }) => kept)).toEqual(levels.map(({ kept }) => kept).toSorted((a, b) => a - b));
  expect(levels[0]!.kept).toBeLessThan(15);
  expect(levels[0]!.length).toBeLessThan(length(x) - 1e-6);
  const rough = descended(problem, x, { levels: [2e-2], maxSteps: 20 });
  expect(length(rough.x)).toBeLessThan(length(x) - 1e-6);
  expect(length(rough.x) + rough.held.unresolved).toBeGreaterThan(length(x));
  expect(rough.held.levels[0]!.miss).toBeGreaterThan(1e-6);
  expect(rough.held.levels[0]!.natural).toBeLessThan(1e-8);
  // Kept directions are met, and the path is shortest among those that meet these.
  expect(
    length(keptDirections(problem, rough.x, rough.held.directions).mending(missAt(problem, rough.x))),
  ).toBeLessThan(1e-8);
});

test('directions of a path in half as many slices are kept for the finer one', () => {
  const problem = realProblem(4, 6);
  const rough = descended(problem, nearShortest(problem), { levels: [2e-2], maxSteps: 20 });
  const fine = realProblem(4, 12);
  const options = { levels: [0], among: rough.held.directions, maxSteps: 20 };
  const found = descended(fine, halvedSlices(problem, rough.x), options);
  expect(found.held.directions.rows).toBe(rough.held.directions.rows);
  expect(length(found.x)).toBeLessThan(length(rough.x));
  const spanned = Array.from({ length: found.held.directions.rows }, (_, k) => {
    const row = rowOf(found.held.directions, k);
    const shares = Array.from({ length: rough.held.directions.rows }, (_, j) =>
      dot(row, rowOf(rough.held.directions, j)),
    );
    return Math.hypot(...shares);
  });
  for (const share of spanned) expect(share).toBeCloseTo(1, 10);
});

test('the derivative in kept directions is that of the miss, by differences', () => {
  const problem = realProblem(3, 3);
  const stream = randomStream(1, 'path');
  const x = randomPath(problem, stream);
  const { directions, values, tangents, multiplier, tangential } = keptDirections(problem, x);
  const along = (v: Float64Array): Float64Array => {
    const d = 1e-5;
    const change = plus(missAt(problem, plus(x, d, v)), -1, missAt(problem, plus(x, -d, v)));
    return Float64Array.from({ length: directions.rows }, (_, k) => dot(rowOf(directions, k), change) / (2 * d));
  };
  for (let k = 0; k < tangents.rows; k++) expect(length(along(rowOf(tangents, k)))).toBeLessThan(1e-8);
  const v = Float64Array.from(x, () => stream.normal());
  const p = multiplier(v);
  expect(length(along(tangential(v)))).toBeLessThan(1e-7);
  expect(dot(p, p)).toBeGreaterThan(0);
  expect(values[0]!).toBeGreaterThanOrEqual(values.at(-1)!);
  const { sums: _, ...others } = problem;
  const complex: PathProblem = { ...others, controls: controlWords(chain, 3) };
  const y = randomPath(complex, stream);
  const kept = keptDirections(complex, y);
  const d = 1e-5;
  for (let k = 0; k < kept.tangents.rows; k++) {
    const t = rowOf(kept.tangents, k);
    const change = plus(missAt(complex, plus(y, d, t)), -1, missAt(complex, plus(y, -d, t)));
    expect(length(change) / (2 * d)).toBeLessThan(1e-8);
  }
});

test('the long way round a sphere is a saddle, and is left for the short one', () => {
  const polar = 1.4;
  const problem: PathProblem = {
    controls: controlWords({ penalty: 1 }, 1),
    slices: 4,
    from: productVector([{ polar, azimuth: Math.PI / 2 }]),
    to: { length: 2, interleaved: Float64Array.of(1, 0, 0, 0) },
    amplitudeWeights: Float64Array.of(1, 1),
  };
  const way = (angle: number): Float64Array =>
    pathFrom(problem, { words: ['X'], velocity: Array.from({ length: 4 }, () => [angle]) });
  const short = descended(problem, way(-polar / 2 + 0.1), { levels: [1e-8], maxSteps: 20 });
  expect(length(short.x)).toBeCloseTo(polar / 2, 10);
  expect(short.minimum).toBe(true);
  const steps = levelledDescent(problem, way(Math.PI - polar / 2), 'long', { levels: [1e-8], maxSteps: 40 });
  expect((steps.next().value as GeodesicStep).length).toBeCloseTo(Math.PI - polar / 2, 10);
  const long = solution(steps);
  expect(length(long.x)).toBeCloseTo(polar / 2, 10);
  expect(long.minimum).toBe(true);
});

test('a target that no path reaches is told by an infinite slope', () => {
  const { sums: _, ...problem } = realProblem(3, 4);
  const local: PathProblem = { ...problem, controls: controlWords({ maxSize: 1, penalty: Infinity }, 3) };
  const start = randomPath(local, randomStream(0, 'path'));
  const found = descended(local, start, { levels: [1e-6], maxSteps: 3 });
  expect(found.slope).toBe(Infinity);
  expect(length(missAt(local, found.x))).toBeGreaterThan(0.1);
});
