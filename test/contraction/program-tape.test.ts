import { expect, test } from 'vitest';
import { contract, contractionPlan, contractPullback } from '../../src/contraction/contract.ts';
import {
  add,
  cotangentOf,
  inputOf,
  joined,
  named,
  newTape,
  programFor,
  programOf,
  reverse,
  sumOf,
} from '../../src/contraction/program-tape.ts';
import { currentEngine } from '../../src/engine/engine.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';

const stream = randomStream(2, 'tape');
const arrays = [6, 12, 8].map((size) => randomVector(size, stream).interleaved);
const [A, B, C] = arrays as [Float64Array, Float64Array, Float64Array];

test('a program from a tape has the value and the cotangents of the contraction', () => {
  const legs = [[...'ab'], [...'bcd'], [...'da']];
  const plan = contractionPlan(legs, { a: 2, b: 3, c: 1, d: 4 }, ['c']);
  const exact = contract(
    plan,
    [A, B, C].map((interleaved) => ({ interleaved })),
  );
  const slope = Float64Array.of(0.6, -1.1);
  const cotangents = contractPullback(plan, exact, slope);
  const tape = newTape();
  const a = named(inputOf(tape, [2, 3], true), 'ab');
  const b = named(inputOf(tape, [3, 1, 4], true), 'bcd');
  const c = named(inputOf(tape, [4, 2], true), 'da');
  const seed = inputOf(tape, [1]);
  const value = joined(tape, joined(tape, a, b, 'acd'), c, 'c');
  add(tape, cotangentOf(tape, value.array), seed.array);
  reverse(tape);
  const program = programOf(
    tape,
    [value, a, b, c].map(({ array }, k) => (k === 0 ? array : cotangentOf(tape, array))),
  );
  const found = currentEngine().runProducts(program, [A, B, C, slope]);
  for (const [k, expected] of [exact.value.interleaved, ...cotangents].entries()) {
    expected!.forEach((x, at) => {
      expect(found[k]![at]).toBeCloseTo(x, 12);
    });
  }
});

test('an array that enters twice gets both shares, in sums and in products', () => {
  const tape = newTape();
  const a = inputOf(tape, [2], true);
  const seed = inputOf(tape, [1]);
  const twice = sumOf(tape, named(a, 'a'), named(a, 'a'));
  const square = joined(tape, twice, named(a, 'a'), '');
  add(tape, cotangentOf(tape, square.array), seed.array);
  reverse(tape);
  const program = programOf(tape, [square.array, cotangentOf(tape, a.array)]);
  const [value, slope] = currentEngine().runProducts(program, [Float64Array.of(2, 0, 3, 0), Float64Array.of(1, 0)]);
  expect([...value!]).toEqual([26, 0]);
  expect([...slope!]).toEqual([8, 0, 12, 0]);
});

test('cotangents that are not wanted are not written; programs are built once', () => {
  const tape = newTape();
  const [a, b] = [named(inputOf(tape, [2]), 'a'), named(inputOf(tape, [2]), 'a')];
  joined(tape, a, b, '');
  expect(tape.backwards).toEqual([]);
  const build = () => programOf(tape, [2]);
  expect(programFor('program-tape test', build)).toBe(
    programFor('program-tape test', () => expect.fail('built twice')),
  );
});
