import { describe, expect, test } from 'vitest';
import { checkedGroup } from '../../../src/stabiliser/given-generators.ts';
import { entropiesOfStabilisers, stabiliserEntropy } from '../../../src/stabiliser/stabiliser-entropy.ts';
import { rankOfGroup } from '../../../src/stabiliser/stabiliser-group.ts';
import { stabiliserWords } from '../../../src/stabiliser/stabiliser-words.ts';
import { certainPower } from '../../../src/stabiliser/word-measurement.ts';
import {
  disjointEdges,
  edgeBelow,
  edgesOfPlaquettes,
  edgeToTheRight,
  kitaevPreskill,
  levinWen,
  type Plaquette,
  rectangle,
  toricCode,
  withoutPlaquettes,
} from '../../../src/systems/topological-order/index.ts';

type Three = readonly [readonly number[], readonly number[], readonly number[]];
const three = (size: number, regions: readonly (readonly Plaquette[])[]): Three =>
  disjointEdges(size, regions) as unknown as Three;

/** Two 3 × 3 quarters of a 6 × 6 disk, and the half that remains. */
const DISK = [rectangle(1, 1, 3, 3), rectangle(1, 4, 3, 3), rectangle(4, 1, 3, 6)];
/** Left and right side of a 7 × 7 square without its 3 × 3 centre, and what joins them. */
const SIDES = [rectangle(0, 0, 7, 2), rectangle(0, 5, 7, 2)] as const;
const RING = withoutPlaquettes(rectangle(0, 0, 7, 7), [...rectangle(2, 2, 3, 3), ...SIDES.flat()]);

describe.each([2, 3, 5])('the toric code of qudits, p = %i', (prime) => {
  const size = 10;
  const code = toricCode(size, prime);
  const entropies = entropiesOfStabilisers(toricCode(size, prime, { logical: 'zero' }));

  test('is a group of 2L² − 2 generators, and two more of its pure state', () => {
    expect(rankOfGroup(checkedGroup(code))).toBe(2 * size * size - 2);
    expect(rankOfGroup(checkedGroup(toricCode(size, prime, { logical: 'zero' })))).toBe(2 * size * size);
    const all = Array.from({ length: 2 * size * size }, (_, edge) => edge);
    expect(stabiliserEntropy(code, all) / Math.log(prime)).toBeCloseTo(2, 12);
  });

  test('has the entropy (4k − 1) ln p on a closed disk of k × k plaquettes, whatever the encoded state', () => {
    for (const k of [1, 2, 3, 4]) {
      const disk = edgesOfPlaquettes(size, rectangle(2, 8, k, k));
      expect(disk.length).toBe(2 * k * (k + 1));
      expect(stabiliserEntropy(code, disk) / Math.log(prime)).toBeCloseTo(4 * k - 1, 12);
      expect(entropies.entropy(disk) / Math.log(prime)).toBeCloseTo(4 * k - 1, 12);
    }
  });

  test('has topological entropy ln p: by three parts of a disk, and by an annulus', () => {
    expect(kitaevPreskill(entropies, three(size, DISK))).toBeCloseTo(-Math.log(prime), 10);
    expect(levinWen(entropies, three(size, [SIDES[0], RING, SIDES[1]]))).toBeCloseTo(2 * Math.log(prime), 10);
    const filled = [...RING, ...rectangle(2, 2, 3, 3)];
    expect(levinWen(entropies, three(size, [SIDES[0], filled, SIDES[1]]))).toBeCloseTo(0, 10);
  });
});

test('the toric code knows the values of its loops, and only in the pure state', () => {
  const size = 4;
  const loop = (edge: typeof edgeBelow): string =>
    Array.from({ length: 2 * size * size }, (_, at) =>
      Array.from({ length: size }, (_, k) => (edge === edgeBelow ? edge(size, k, 1) : edge(size, 2, k))).includes(at)
        ? 'Z'
        : 'I',
    ).join('');
  const pure = toricCode(size, 2, { logical: 'zero' });
  for (const edge of [edgeBelow, edgeToTheRight]) {
    expect(certainPower(pure, loop(edge))).toBe(0);
    expect(certainPower(toricCode(size), loop(edge))).toBeNull();
  }
  expect(certainPower(pure, loop(edgeBelow).replaceAll('Z', 'X'))).toBeNull();
});

test('the smallest toric code has three independent words of each kind on eight qubits', () => {
  expect(stabiliserWords(toricCode(2)).filter((word) => word.includes('X')).length).toBe(3);
  expect(toricCode(2).qudits).toBe(8);
});

test('sizes, primes and regions that are none are refused', () => {
  expect(() => toricCode(1)).toThrow('a size from 2 to 64 required, got 1');
  expect(() => toricCode(65)).toThrow('got 65');
  expect(() => toricCode(4, 6)).toThrow('a prime of at most 65521 required, got 6');
  expect(() => toricCode(4, 2, { logical: 'one' as 'zero' })).toThrow("got 'one'");
  expect(rectangle(0, 0, 0, 3)).toEqual([]);
  expect(() => rectangle(0, 0, -1, -1)).toThrow('a whole corner and size required, got -1 × -1 at row 0, column 0');
  expect(() => rectangle(0.5, 0, 1, 1)).toThrow('at row 0.5, column 0');
  expect(() => disjointEdges(4, [[[0, 0]], [[4, 4]]])).toThrow('got 0,0 in two');
});
