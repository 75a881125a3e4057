import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { invariantProblem } from '../../src/geodesic/state/invariant-problem.ts';
import { oppositeTurns, reflection, type StateSymmetry } from '../../src/geodesic/state/state-symmetry.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { dot, length, plus } from '../../src/linalg/real-vector.ts';
import { combinedDirections } from '../../src/path/invariant-controls.ts';
import { withRunPath } from '../../src/path/resident-path.ts';
import { inSingleWords, type PathProblem, type RunPath, runPath } from '../../src/path/state-path.ts';
import { symmetricSpace } from '../../src/path/symmetric-table.ts';
import { problemOf } from './path-problem.ts';

const conjugated: StateSymmetry = { conjugated: true };
const pairs = (qubits: number): readonly StateSymmetry[] =>
  Array.from({ length: qubits / 2 }, (_, k) => oppositeTurns(qubits, 2 * k, 2 * k + 1));
/** |b⟩ as i^{|b|}|b⟩ conjugated: of amplitudes of odd weight it keeps those in the direction of a square root of i. */
const turned: StateSymmetry = { quarterTurns: [1, 1, 1, 1], conjugated: true };

const stream = randomStream(5, 'symmetric table');
const normal = (size: number): Float64Array => Float64Array.from({ length: size }, () => stream.normal());

describe.each<[string, number, readonly StateSymmetry[], number]>([
  ['pairs of equal neighbours', 4, pairs(4), 4],
  ['the same and the reflection, under which four states are three', 4, [...pairs(4), reflection(4)], 4],
  ['the same of real states', 6, [...pairs(6), conjugated], 8],
  ['the reflection of states of turned phases', 4, [turned, ...pairs(4)], 4],
])('among the states of %s', (_, qubits, group, size) => {
  const all = controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, qubits);
  const among: PathProblem = invariantProblem(problemOf(ghz(qubits).amplitudes, 3), group);
  const { sums, ...others } = among;
  const words: PathProblem = { ...others, controls: all };
  const x = normal(3 * among.controls.words.length);
  const direction = normal(x.length);
  const cotangent = { length: 2 ** qubits, interleaved: normal(2 ** (qubits + 1)) };
  const inWords = (y: Float64Array): Float64Array => inSingleWords(among, y, all);

  test('controls act on few amplitudes', () => {
    expect(symmetricSpace(sums!)?.table.size).toBe(size);
  });

  test.each<[string, <Result>(work: (run: RunPath) => Result) => Result]>([
    ['kept', (work) => work(runPath(among, x))],
    ['in the memory of the engine', (work) => withRunPath(among, x, work)],
  ])('a path that is %s ends, and moves, as among all', (_kept, within) => {
    const expected = runPath(words, inWords(x));
    const tangent = expected.pushforward(inWords(direction)).interleaved;
    within(({ end, pushforward, pullback }) => {
      expect(length(plus(end.interleaved, -1, expected.end.interleaved))).toBeLessThan(1e-13);
      expect(length(plus(pushforward(direction).interleaved, -1, tangent))).toBeLessThan(1e-12);
      const slope = dot(cotangent.interleaved, tangent);
      expect(dot(pullback(cotangent), direction)).toBeCloseTo(slope, 11);
    });
  });

  test('vectors of symmetric states come back', () => {
    const { into, outOf } = symmetricSpace(sums!)!;
    const symmetric = combinedDirections(sums!.states, normal(sums!.states.length), 2 ** (qubits + 1));
    const amplitudes = into(symmetric);
    expect(length(amplitudes)).toBeCloseTo(length(symmetric), 13);
    expect(length(plus(outOf(amplitudes), -1, symmetric))).toBeLessThan(1e-13);
  });
});

test('real states are as many as all, and have no space of their own', () => {
  const { sums } = invariantProblem(problemOf(ghz(4).amplitudes, 1), [conjugated]);
  expect(sums!.states.length).toBe(16);
  expect(symmetricSpace(sums!)).toBeNull();
});

test('pairs of eight qubits flip as four qubits do: one of them, or two neighbours', () => {
  const { sums } = invariantProblem(problemOf(ghz(8).amplitudes, 1), pairs(8));
  const { table } = symmetricSpace(sums!)!;
  expect(table.size).toBe(16);
  expect([...table.flips]).toEqual([0, 1, 2, 4, 8]);
});
