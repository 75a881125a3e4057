import { describe, expect, test } from 'vitest';
import { brickwall } from '../../../models/brickwall.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import {
  causalRelations,
  intervalBetween,
  linksOnly,
  longestChain,
  precedes,
  relatedPairs,
  subset,
} from '../../../src/systems/universe/causal-set.ts';
import { causalSetOf, circuitCausalSet } from '../../../src/systems/universe/circuit-causal-set.ts';
import { midpointDimension, myrheimMeyerDimension, relatedShare } from '../../../src/systems/universe/dimension.ts';
import { sprinkledDiamond } from '../../../src/systems/universe/sprinkling.ts';
import { widestAntichain } from '../../../src/systems/universe/widest-antichain.ts';

/** Gates on neighbours of a chain in turn. */
const brickwork = (sites: number, layers: number): readonly (readonly number[])[] =>
  Array.from({ length: layers }, (_, t) =>
    Array.from({ length: Math.floor((sites - (t % 2)) / 2) }, (_, k) => [2 * k + (t % 2), 2 * k + (t % 2) + 1]),
  ).flat();

describe('causal sets', () => {
  test('links leave out what follows from others', () => {
    const set = linksOnly(4, [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 3],
      [0, 3],
    ]);
    expect(set.links).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    const relations = causalRelations(set);
    expect(relatedPairs(relations)).toBe(6);
    expect(precedes(relations, 0, 3)).toBe(true);
    expect(precedes(relations, 3, 0)).toBe(false);
    expect(intervalBetween(relations, 0, 3)).toEqual([1, 2]);
    expect(subset(relations, [0, 2, 3]).links).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(() => causalRelations({ elements: 2, links: [[1, 0]] })).toThrow(
      'from earlier to later ones required, got 2 and [1,0]',
    );
    expect(() => causalRelations({ elements: 1e6, links: [] })).toThrow('at most 32768 elements');
  });

  test('chains and antichains of a random order agree with a search through all subsets', () => {
    const stream = randomStream(1, 'orders');
    for (let trial = 0; trial < 20; trial++) {
      const n = 10;
      const pairs = Array.from({ length: 12 }, () =>
        [stream.integer(n), stream.integer(n)].sort((a, b) => a - b),
      ).filter(([a, b]) => a !== b) as [number, number][];
      const set = linksOnly(n, pairs);
      const relations = causalRelations(set);
      let [widest, longest] = [0, 0];
      for (let mask = 1; mask < 2 ** n; mask++) {
        const members = Array.from({ length: n }, (_, e) => e).filter((e) => (mask >> e) & 1);
        const related = members.flatMap((b) => members.filter((a) => a < b && precedes(relations, a, b))).length;
        if (related === 0) widest = Math.max(widest, members.length);
        if (related === (members.length * (members.length - 1)) / 2) longest = Math.max(longest, members.length);
      }
      expect(widestAntichain(relations)).toBe(widest);
      expect(longestChain(set)).toHaveLength(longest);
    }
  });

  test('a brickwork circuit is as long as its layers and as wide as its bonds', () => {
    const set = causalSetOf(brickwork(200, 100), 200);
    expect(set.elements).toBe(9950);
    expect(longestChain(set)).toHaveLength(100);
    expect(widestAntichain(causalRelations(set))).toBe(100);
  });
});

describe('dimensions', () => {
  test('shares of related pairs are those of Minkowski space', () => {
    expect(relatedShare(1)).toBeCloseTo(1, 12);
    expect(relatedShare(2)).toBeCloseTo(1 / 2, 12);
    expect(relatedShare(4)).toBeCloseTo(1 / 10, 12);
  });

  test.each([2, 3, 4])('of points drawn in a diamond of dimension %i are found again', (dimension) => {
    const found = [1, 2, 3, 4].map((seed) => {
      const relations = causalRelations(sprinkledDiamond(dimension, 400, randomStream(seed, 'points')));
      const inside = intervalBetween(relations, 0, 401);
      expect(inside).toHaveLength(400);
      return [myrheimMeyerDimension(relations, inside), midpointDimension(relations, 0, 401)] as const;
    });
    const mean = (k: 0 | 1): number => found.reduce((sum, pair) => sum + pair[k], 0) / found.length;
    expect(Math.abs(mean(0) - dimension)).toBeLessThan(0.15);
    expect(Math.abs(mean(1) - dimension)).toBeLessThan(0.35);
  });

  test('of intervals of a brickwork circuit tend to 2', () => {
    const errors = [9, 21, 45].map((layers) => {
      const sites = layers + 1 + (layers % 2);
      const supports = brickwork(sites, layers);
      const relations = causalRelations(causalSetOf(supports, sites));
      const centre = supports.findIndex(([x]) => x === 2 * Math.floor(sites / 4));
      const last = supports.findLastIndex(([x]) => x === supports[centre]![0]);
      const inside = intervalBetween(relations, centre, last);
      return Math.abs(myrheimMeyerDimension(relations, inside) - 2);
    });
    expect(errors[1]!).toBeLessThan(errors[0]!);
    expect(errors[2]!).toBeLessThan(errors[1]!);
    expect(errors[2]!).toBeLessThan(0.12);
  });

  test('unrelated elements have none', () => {
    const relations = causalRelations({ elements: 3, links: [] });
    expect(() => myrheimMeyerDimension(relations, [0, 1, 2])).toThrow('got 3 without relations');
    expect(midpointDimension(causalRelations({ elements: 2, links: [[0, 1]] }), 0, 1)).toBeNaN();
    expect(() => sprinkledDiamond(5, 10, randomStream(1, 'x'))).toThrow('dimension 2, 3 or 4');
  });
});

describe('circuits as causal sets', () => {
  test('a block of a brickwall is one event, its rotations are many', () => {
    const circuit = brickwall(6, { depth: 4, block: 'su4' });
    const { set, supports, rotations } = circuitCausalSet(circuit);
    expect(supports).toHaveLength(3 + 2 + 3 + 2);
    expect(longestChain(set)).toHaveLength(4);
    expect(rotations.flat().sort((a, b) => a - b)).toEqual(circuit.gates.map((_, k) => k));
    expect(circuitCausalSet(circuit, 'rotations').supports).toHaveLength(circuit.gates.length);
  });

  test('rotations of single qubits belong to the event before, or to the next', () => {
    const gates = ['XI', 'ZZ', 'IY', 'XX', 'ZI'].map((word) => ({ word, angle: 0.3 }));
    const { supports, rotations } = circuitCausalSet({ kind: 'circuit', qubits: 2, parameters: 0, gates });
    expect(supports).toEqual([[0, 1]]);
    expect(rotations).toEqual([[0, 1, 2, 3, 4]]);
    const alone = circuitCausalSet({
      kind: 'circuit',
      qubits: 3,
      parameters: 0,
      gates: [
        { word: 'IIX', angle: 1 },
        { word: 'ZZI', angle: 1 },
      ],
    });
    expect(alone.supports).toEqual([[0, 1], [2]]);
    expect(() => causalSetOf([[0, 5]], 3)).toThrow('sites below 3 required, got [0,5] in event 0');
  });
});
