import { describe, expect, test } from 'vitest';
import { bitsOf } from '../../src/engine/bits.ts';
import { fuse } from '../../src/engine/fusion.ts';
import { planStages } from '../../src/engine/planner.ts';
import type { RotationWords } from '../../src/engine/rotation-program.ts';
import { programOf, randomProgram } from './random-program.ts';

/** Words given by their letters at bits, as [letter, bit] pairs. */
function words(...list: readonly (readonly (readonly [string, number])[])[]): RotationWords {
  const operators = list.map((letters) => {
    const mask = (which: string): number =>
      letters.reduce((sum, [letter, bit]) => sum | (which.includes(letter) ? 1 << bit : 0), 0);
    const quarterTurns = letters.filter(([letter]) => letter === 'Y').length;
    return { flip: mask('XY'), sign: mask('YZ'), quarterTurns };
  });
  return programOf(operators, new Array(operators.length).fill(0)).words;
}

describe('fusion', () => {
  test('a block of three interactions and six rotations is one gate', () => {
    const pair = (letter: string) =>
      [
        [letter, 3],
        [letter, 4],
      ] as const;
    const locals = [3, 4].flatMap((bit) => ['Z', 'Y', 'Z'].map((letter) => [[letter, bit]] as const));
    const [gate, ...rest] = fuse(words(pair('X'), pair('Y'), pair('Z'), ...locals));
    expect(rest).toEqual([]);
    expect(gate).toMatchObject({ bits: [3, 4], members: [0, 1, 2, 3, 4, 5, 6, 7, 8] });
  });

  test('rotations before an interaction are absorbed by it', () => {
    const before = [0, 1].flatMap((bit) => ['Z', 'Y'].map((letter) => [[letter, bit]] as const));
    const gates = fuse(
      words(...before, [
        ['X', 0],
        ['X', 1],
      ]),
    );
    expect(gates.map(({ members }) => members)).toEqual([[0, 1, 2, 3, 4]]);
  });

  test('a rotation alone, and a wide word, stay what they are', () => {
    const wide = [
      ['X', 0],
      ['Y', 2],
      ['Z', 5],
    ] as const;
    for (const gate of fuse(words([['X', 1]], wide, [['Z', 0]]))) expect(gate.bits).toEqual([]);
  });
});

describe('every plan', () => {
  test.each([
    [6, 100, 2],
    [16, 200, 2],
    [18, 150, 3],
    [20, 60, 20],
  ])('on %i bits has every one of %i rotations once, and in an order that commuting ones allow', (n, count, widest) => {
    const program = randomProgram(n, count, n, widest);
    const stages = planStages(program.words, n);
    const order = stages.flatMap(({ gates }) => gates.flatMap(({ members }) => members));
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, g) => g));
    const touches = (g: number): number => program.words.flip[g]! | program.words.sign[g]!;
    order.forEach((g, place) => {
      // Whatever acts after g in the plan and before g in the program shares no bit with it.
      for (const h of order.slice(place + 1)) if (h < g) expect(touches(g) & touches(h)).toBe(0);
    });
  });

  test('on more than 14 bits executes in blocks of 13 whose bits contain all that a gate changes', () => {
    const program = randomProgram(18, 200, 2, 3);
    for (const { bits, gates } of planStages(program.words, 18)) {
      expect(bits.length).toBe(13);
      expect(bits).toEqual(bitsOf(bits.reduce((mask, bit) => mask | (1 << bit), 0)));
      for (const { changes } of gates) for (const bit of bitsOf(changes)) expect(bits).toContain(bit);
    }
  });
});
