import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedEngine } from '../../src/engine/checked-engine.ts';
import { createEngine } from '../../src/engine/engine.ts';
import { typescriptEngine } from '../../src/engine/typescript-engine.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { wordTable } from '../../src/path/word-table.ts';
import { gaussian, programOf, randomProgram } from './random-program.ts';

const engine = createEngine({ threads: 1 });
const x = { flip: 1, sign: 0, quarterTurns: 0 };

describe('misuse', () => {
  test('is told with what is required and what came', () => {
    expect(() => engine.rotate(new Float64Array(6), x, 1)).toThrow('rotate: 2ⁿ amplitudes required, got 3');
    expect(() => engine.rotate(gaussian(4, 1), { ...x, flip: 4 }, 1)).toThrow('bits below 2 required, got flip 4');
    expect(() => engine.multiply(gaussian(6, 1), gaussian(6, 1), 2, 2, 4, false, false)).toThrow(
      'multiply: 2×4 and 4×2 entries required, got 6 and 6',
    );
    expect(() => engine.multiplyReal(gaussian(3, 1), gaussian(4, 1), 2, 2, 4, false, false)).toThrow(
      'multiplyReal: 2×4 and 4×2 entries required, got 6 and 8',
    );
    expect(() => engine.permute(gaussian(6, 1), [2, 3], [0, 0])).toThrow('every axis of [2,3] once');
    expect(() => engine.permute(gaussian(6, 1), [2, 4], [1, 0])).toThrow('got 6');
    expect(() => engine.gram(gaussian(7, 1), 2)).toThrow('gram: 2 rows of equal length required, got 7 entries');
  });

  test('a state that is its own cotangent, and an operator that does not square to one, are refused', () => {
    const state = gaussian(4, 1);
    expect(() => engine.rotateBackward(state, state, x, 1)).toThrow(ShapeError);
    expect(() => engine.rotate(state, { flip: 1, sign: 1, quarterTurns: 0 }, 1)).toThrow(DomainError);
    expect(() => engine.runRotations(programOf([{ flip: 1, sign: 1, quarterTurns: 2 }], [1]), state)).toThrow(
      DomainError,
    );
  });

  test('is an error for any wrong shape: never a wrong number, never a crash', () => {
    const length = fc.integer({ min: 0, max: 70 });
    fc.assert(
      fc.property(length, length, length, fc.integer({ min: -2, max: 9 }), (p, q, r, m) => {
        const [a, b] = [new Float64Array(p), new Float64Array(q)];
        const right = p === 2 * m * r && q === 2 * r * m;
        const call = (): unknown => engine.multiply(a, b, m, m, r, false, true);
        if (right) expect(call).not.toThrow();
        else expect(call).toThrow(ShapeError);
        const power = (x: number): boolean => x >= 2 && Number.isInteger(Math.log2(x / 2));
        const program = randomProgram(3, 4, 1, 3);
        const run = (): unknown => engine.pullbackRotations(program, a, b);
        if (p === q && power(p) && p >= 16) expect(run).not.toThrow();
        else if (!power(p) || p !== q) expect(run).toThrow(ShapeError);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  test('lists of unequal lengths are refused', () => {
    const program = randomProgram(3, 4, 1, 3);
    const angles = program.angles.slice(1);
    expect(() => engine.runRotations({ ...program, angles }, gaussian(8, 1))).toThrow(ShapeError);
    const columns = { column: Int32Array.of(0, 1, 2, 3), weight: new Float64Array(4), count: 3 };
    expect(() => engine.tangentRotations(program, gaussian(8, 1), columns)).toThrow(ShapeError);
  });

  test('more tangents than addresses are refused by the twin, too', () => {
    const program = randomProgram(3, 4, 1, 3);
    const columns = { column: Int32Array.of(0, 1, 2, 3), weight: new Float64Array(4), count: 2 ** 26 };
    expect(() => checkedEngine(typescriptEngine).tangentRotations(program, gaussian(8, 1), columns)).toThrow(
      'tangentRotations: at most 4294967296 bytes possible, got 8589934592',
    );
  });
});

test('a table of flips that would write outside its list is refused', () => {
  const table = wordTable(['XX', 'ZI', 'YX'], 2);
  const nothing = (bad: Partial<typeof table>) => () => engine.withFlips({ ...table, ...bad }, () => 0);
  expect(nothing({})()).toBe(0);
  expect(nothing({ size: 3 })).toThrow(/2ⁿ amplitudes/);
  expect(nothing({ entries: table.entries.slice(1) })).toThrow(/entries required/);
  expect(nothing({ flips: table.flips.map(() => 4) })).toThrow(/flips below 4/);
  expect(nothing({ entries: table.entries.map((entry) => entry + 1) })).toThrow(/entries of flip 0/);
  const crooked = table.entries.map((entry, at) => (at === table.entries.length - 2 ? table.offsets[0]! : entry));
  expect(nothing({ entries: crooked })).toThrow(/sums over bits/);
});
