import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chain, complete, lattice, ring, star } from '../../../src/operator/lattice.ts';
import {
  cayleyDistances,
  distanceOf,
  shortestWord,
  shortestWordCount,
  UNREACHED,
} from '../../../src/systems/cayley/breadth-first.ts';
import { type CayleyGraph, cayleyGraph } from '../../../src/systems/cayley/cayley-graph.ts';
import { cliffordGroup } from '../../../src/systems/cayley/clifford.ts';
import { linearGroup } from '../../../src/systems/cayley/general-linear.ts';
import { permutationGroup } from '../../../src/systems/cayley/permutations.ts';

/** Whole numbers modulo n with steps of 1 and of `step`, both ways. */
const cyclic = (n: number, step: number): CayleyGraph =>
  cayleyGraph({
    name: `Z_${n}`,
    order: n,
    multiplicity: 1,
    codes: n,
    identity: 0,
    generators: [1, n - 1, step, n - step].map((by) => ({ name: `+${by}`, apply: (code) => (code + by) % n })),
  });

test('a group of one’s own: on a circle of 100 with leaps of 10 every distance is the least number of steps', () => {
  const { table, spheres, diameter } = cayleyDistances(cyclic(100, 10));
  const expected = Array.from({ length: 100 }, (_, k) => {
    const ways = Array.from({ length: 21 }, (_, leaps) => {
      const rest = (((k - 10 * (leaps - 10)) % 100) + 100) % 100;
      return Math.abs(leaps - 10) + Math.min(rest, 100 - rest);
    });
    return Math.min(...ways);
  });
  expect([...table]).toEqual(expected);
  expect(spheres.slice(0, 2)).toEqual([1, 4]);
  expect(diameter).toBe(Math.max(...expected));
});

describe.each<readonly [string, CayleyGraph]>([
  ['all CNOTs on 4 qubits', linearGroup(complete(4))],
  ['CNOTs on a star', linearGroup(star(4))],
  [
    'CNOTs on a topology of one’s own',
    linearGroup(
      lattice(4, [
        [0, 1],
        [1, 2],
        [2, 0],
        [2, 3],
      ]),
    ),
  ],
  ['swaps on a ring', permutationGroup(ring(6))],
  ['all Clifford gates on 2 qubits', cliffordGroup(complete(2))],
])('%s', (_, graph) => {
  const distances = cayleyDistances(graph);
  const reached = [...distances.table.keys()].filter((code) => distances.table[code] !== UNREACHED);
  const element = fc.constantFrom(...reached);

  test('all elements are reached, and the moments are those of the spheres', () => {
    const sum = distances.spheres.reduce((total, size) => total + size, 0);
    expect(sum).toBe(graph.order);
    expect(graph.multiplicity * reached.length).toBe(graph.order);
    const values = reached.map((code) => distances.table[code]!);
    const mean = values.reduce((total, value) => total + value, 0) / values.length;
    const variance = values.reduce((total, value) => total + value ** 2, 0) / values.length - mean ** 2;
    expect(distances.mean).toBeCloseTo(mean, 10);
    expect(distances.deviation).toBeCloseTo(Math.sqrt(variance), 10);
  });

  test('a gate changes the distance by one at most, and one of them lowers it: so the table is exact', () => {
    for (const code of reached) {
      const changes = graph.generators.map(({ apply }) => distances.table[apply(code)]! - distances.table[code]!);
      expect(Math.max(...changes.map(Math.abs))).toBeLessThanOrEqual(1);
      if (code !== graph.identity) expect(Math.min(...changes)).toBe(-1);
    }
    expect(distances.table[graph.identity]).toBe(0);
  });

  test('all neighbours at once are the generators one by one', () => {
    const images = new Int32Array(graph.generators.length);
    fc.assert(
      fc.property(element, (code) => {
        graph.neighbours(code, images);
        expect([...images]).toEqual(graph.generators.map(({ apply }) => apply(code)));
      }),
    );
  });

  test('a shortest word has as many gates as the distance says, and makes the element', () => {
    fc.assert(
      fc.property(element, (code) => {
        const word = shortestWord(distances, code)!;
        expect(word.length).toBe(distanceOf(distances, code));
        expect(word.reduce((at, k) => graph.generators[k]!.apply(at), graph.identity)).toBe(code);
        expect(shortestWordCount(distances, code)).toBeGreaterThan(0n);
      }),
    );
  });
});

test('what the gates do not reach has no distance', () => {
  const distances = cayleyDistances(
    linearGroup(
      lattice(4, [
        [0, 1],
        [2, 3],
      ]),
    ),
  );
  expect(distances.spheres.reduce((sum, size) => sum + size, 0)).toBe(36);
  const across = linearGroup(complete(4)).generators[3]!; // CNOT(2,0)
  expect(across.name).toBe('CNOT(2,0)');
  const code = across.apply(distances.graph.identity);
  expect(distanceOf(distances, code)).toBeNull();
  expect(shortestWord(distances, code)).toBeNull();
  expect(shortestWordCount(distances, code)).toBe(0n);
});

test('a group too large, an identity that is none, and a step without its inverse are refused', () => {
  const one = { name: 'Z', order: 7, multiplicity: 1, codes: 7, identity: 0 };
  const step = { name: '+1', apply: (code: number) => (code + 1) % 7 };
  expect(() => cayleyGraph({ ...one, generators: [step] })).toThrow(
    /the inverse of every generator required, got none of \+1/,
  );
  expect(() => cayleyGraph({ ...one, generators: [] })).toThrow(/at least one generator required/);
  expect(() => cayleyGraph({ ...one, identity: 7, generators: [step] })).toThrow(/an identity below 7 required, got 7/);
  expect(() => cayleyGraph({ ...one, codes: 2 ** 26, generators: [step] })).toThrow(/at most 33554432 codes required/);
  expect(() => linearGroup(complete(6))).toThrow(/from 2 to 5 qubits required, got 6/);
  expect(() => cliffordGroup(complete(4))).toThrow(/from 2 to 3 qubits required, got 4/);
  expect(() => permutationGroup(complete(11))).toThrow(/from 2 to 10 sites required, got 11/);
  expect(() => distanceOf(cayleyDistances(permutationGroup(chain(3))), 6)).toThrow(/a code of S_3 below 6 required/);
});
