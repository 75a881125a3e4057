import { describe, expect, test } from 'vitest';
import { causalCone } from '../../../src/bulk/causal-cones.ts';
import type { Circuit } from '../../../src/circuit/circuit.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { chain, complete, star } from '../../../src/operator/lattice.ts';
import { place } from '../../../src/operator/pauli.ts';
import { cayleyDistances, shortestWordCount } from '../../../src/systems/cayley/breadth-first.ts';
import { cliffordGroup } from '../../../src/systems/cayley/clifford.ts';
import { cycleWords, reversalWords } from '../../../src/systems/cayley/closed-forms.ts';
import { discreteEpidemic, epidemicComplexity, epidemicSize } from '../../../src/systems/cayley/epidemic.ts';
import { cnotCircuitCode, cnotsOn, linearGroup, operatorRank } from '../../../src/systems/cayley/general-linear.ts';
import { groupTable } from '../../../src/systems/cayley/group-table.ts';
import { pathSum } from '../../../src/systems/cayley/path-sum.ts';
import { permutationCode, permutationGroup } from '../../../src/systems/cayley/permutations.ts';
import { precursorGrowth } from '../../../src/systems/cayley/precursor.ts';
import { randomWalk, walkGrowth } from '../../../src/systems/cayley/random-walk.ts';
import { shortestWordCounts, wordCounts } from '../../../src/systems/cayley/word-counts.ts';

const cycle = (n: number): number => permutationCode(Array.from({ length: n }, (_, k) => (k + 1) % n));

describe('words', () => {
  test('of transpositions for a cycle: 16, 640, 23296 of four, 125, 15625 of five, and Jackson’s formula', () => {
    for (const [n, first] of [
      [4, [16n, 640n, 23296n]],
      [5, [125n, 15625n]],
    ] as const) {
      const table = groupTable(cayleyDistances(permutationGroup(complete(n))));
      const [counts] = wordCounts(table, [table.numberOf(cycle(n))], 40);
      expect(counts!.filter((count) => count > 0n).slice(0, first.length)).toEqual(first);
      expect(counts).toEqual(counts!.map((_, length) => cycleWords(n, length)));
      expect(shortestWordCounts(table)[table.numberOf(cycle(n))]).toBe(n ** (n - 2)); // Dénes
    }
  });

  test('of neighbour swaps for the reversal: 2, 16, 768, 292864', () => {
    expect([3, 4, 5, 6].map(reversalWords)).toEqual([2n, 16n, 768n, 292864n]);
    for (const n of [3, 4, 5, 6]) {
      const distances = cayleyDistances(permutationGroup(chain(n)));
      const table = groupTable(distances);
      expect(BigInt(shortestWordCounts(table)[table.elements - 1]!)).toBe(reversalWords(n));
      expect(shortestWordCount(distances, distances.graph.codes - 1)).toBe(reversalWords(n));
    }
  });

  test.each([
    ['CNOTs on a star', linearGroup(star(3))],
    ['all CNOTs', linearGroup(complete(3))],
    ['Clifford gates', cliffordGroup(chain(3))],
  ])('%s: the first length that has words is the distance, and the words of all elements are all words', (_, graph) => {
    const distances = cayleyDistances(graph);
    const table = groupTable(distances);
    const all = [...Array(table.elements).keys()];
    const some = table.elements > 1000 ? all.filter((k) => k % 97 === 0) : all;
    const counts = wordCounts(table, all, distances.diameter);
    const shortest = shortestWordCounts(table);
    for (const element of some) {
      const first = counts[element]!.findIndex((count) => count > 0n);
      expect(first).toBe(table.distances[element]);
      expect(counts[element]![first]).toBe(BigInt(shortest[element]!));
      expect(counts[element]![first]).toBe(shortestWordCount(distances, table.codes[element]!));
    }
    const longest = counts.reduce((sum, own) => sum + own.at(-1)!, 0n);
    expect(longest).toBe(BigInt(table.generators) ** BigInt(distances.diameter));
  });

  test('too large a table and too long words are refused before they are made', () => {
    const table = groupTable(cayleyDistances(permutationGroup(complete(4))));
    expect(() => wordCounts(table, [0], 1.5)).toThrow(/a whole length required/);
    expect(() => wordCounts(table, [24], 2)).toThrow(/elements below 24 required, got 24/);
    expect(() => wordCounts(table, [0], 1e5)).toThrow(/at most 20000000000 additions required/);
    const distances = cayleyDistances(permutationGroup(chain(4)));
    expect(() => groupTable({ ...distances, spheres: [2 ** 25] })).toThrow(/at most 33554432 edges required/);
    expect(() => groupTable(cayleyDistances(linearGroup(chain(2)))).numberOf(0)).toThrow(/an element of GL\(2,2\)/);
    expect(() => cycleWords(0, 3)).toThrow(/a degree from 1 to 100/);
  });
});

describe('the sum over all circuits', () => {
  test.each(['series', 'conjugate-gradients'] as const)(
    '%s: share of shortest words (1 − 25x²)(1 − 100x²) for a cycle of five',
    (method) => {
      const table = groupTable(cayleyDistances(permutationGroup(complete(5))));
      const at = table.numberOf(cycle(5));
      for (const x of [0.01, 0.03, 0.06, 0.099]) {
        const { value, result } = pathSum(table, x, { method });
        expect(result).toBe('converged');
        const share = (1 - 25 * x * x) * (1 - 100 * x * x);
        expect(value.minimalShare[at]).toBeCloseTo(share, 11);
        // ⟨L⟩ = 4 + 50x²/(1 − 25x²) + 200x²/(1 − 100x²), the logarithmic derivative of Z = 125x⁴/share.
        const mean = 4 + (50 * x * x) / (1 - 25 * x * x) + (200 * x * x) / (1 - 100 * x * x);
        expect(value.meanLength[at]! / mean).toBeCloseTo(1, 9);
        expect(value.entropy[at]).toBeCloseTo(Math.log((125 * x ** 4) / share) - mean * Math.log(x), 7);
      }
      expect(pathSum(table, 0.03).value.minimalShare[at]).toBeCloseTo(0.8895, 4);
      expect(pathSum(table, 0.099).value.meanLength[at]).toBeCloseTo(103, 0);
    },
  );

  test('the series of exact counts, and the whole sum 1/(1 − x|S|)', () => {
    const table = groupTable(cayleyDistances(linearGroup(complete(3))));
    const x = 0.05;
    const { sum } = pathSum(table, x).value;
    const counts = wordCounts(table, [0, 100, 167], 60);
    [0, 100, 167].forEach((element, k) => {
      const expected = counts[k]!.reduce((total, count, length) => total + Number(count) * x ** length, 0);
      expect(sum[element]! / expected).toBeCloseTo(1, 12);
    });
    expect(sum.reduce((a, b) => a + b)).toBeCloseTo(1 / (1 - 6 * x), 12);
    expect(() => pathSum(table, 1 / 6)).toThrow(/a weight between 0 and 1\/6 required/);
    expect(() => pathSum(table, 0)).toThrow(/a weight between/);
  });
});

describe('random circuits', () => {
  test('the distribution is the number of words over all words', () => {
    const table = groupTable(cayleyDistances(linearGroup(star(3))));
    const counts = wordCounts(table, [...Array(168).keys()], 9);
    let steps = 0;
    for (const p of randomWalk(table)) {
      const expected = counts.map((own) => Number(own[steps]) / 4 ** steps);
      expect(Math.max(...expected.map((share, element) => Math.abs(share - p[element]!)))).toBeLessThan(1e-14);
      if (++steps > 9) break;
    }
  });

  test('the walk settles at the mean of the group, returns once in |G|, and alternates without rest where gates are odd', () => {
    const distances = cayleyDistances(linearGroup(complete(3)));
    const table = groupTable(distances);
    const { mean, deviation, returned, plateau, nineTenths } = walkGrowth(table, 80);
    expect(mean.slice(0, 2)).toEqual([0, 1]);
    expect(plateau).toBeCloseTo(distances.mean, 12);
    expect(mean.at(-1)).toBeCloseTo(distances.mean, 9);
    expect(deviation.at(-1)).toBeCloseTo(distances.deviation, 9);
    expect(returned.at(-1)).toBeCloseTo(1 / 168, 9);
    expect(mean[Math.floor(nineTenths!)]).toBeLessThan(0.9 * plateau);
    expect(mean[Math.ceil(nineTenths!)]).toBeGreaterThanOrEqual(0.9 * plateau);
    const odd = groupTable(cayleyDistances(permutationGroup(complete(4))));
    expect(walkGrowth(odd, 41).returned.at(-1)).toBe(0);
    expect(walkGrowth(odd, 60, { rest: 0.5 }).returned.at(-1)).toBeCloseTo(1 / 24, 9);
    expect(() => walkGrowth(odd, 3, { rest: 1 })).toThrow(/a rest from 0 to below 1/);
    expect(() => walkGrowth(odd, 3, { quantity: new Float64Array(3) })).toThrow(/24 values required/);
  });

  test('the operator rank of all of GL(4,2) has the mean of its blocks', () => {
    const table = groupTable(cayleyDistances(linearGroup(complete(4))));
    const quantity = Float64Array.from(table.codes, (code) => operatorRank(code, 4, 2));
    // The upper rows (P | Q) are independent, the lower ones then in 12 · 8 ways. Q = 0: P invertible, 6 ways; 9 blocks Q of
    // rank 1: 12 ways for P; 6 of rank 2: any of 16.
    const shares = [6, 9 * 12, 6 * 16].map((upper) => (upper * 12 * 8) / 20160);
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expect(walkGrowth(table, 0, { quantity }).plateau).toBeCloseTo(2 * (shares[1]! + 2 * shares[2]!), 12);
  });

  test('a precursor is the mean over all circuits of U⁻¹WU, and saturates at its class of 105', () => {
    const distances = cayleyDistances(linearGroup(complete(4)));
    const W = cnotCircuitCode(4, [{ control: 0, target: 1 }]);
    const { classSize, mean, plateau } = precursorGrowth(distances, W, 60);
    expect(classSize).toBe(105);
    expect(plateau).toBeCloseTo(3.4476, 4);
    expect(mean.at(-1)).toBeCloseTo(plateau, 6);
    const gates = cnotsOn(complete(4));
    const words = gates.flatMap((a) => gates.map((b) => [a, b]));
    const costs = words.map(
      ([a, b]) => distances.table[cnotCircuitCode(4, [a!, b!, { control: 0, target: 1 }, b!, a!])]!,
    );
    expect(mean[2]).toBeCloseTo(costs.reduce((sum, cost) => sum + cost, 0) / 144, 12);
    // By the exact distribution of U, with the product of three elements.
    const { mean: growth } = walkGrowth(groupTable(distances), 12);
    for (const t of [1, 3, 6, 12]) expect(mean[t]).toBeLessThan(2 * growth[t]! + 1);
    const cliffords = cayleyDistances(cliffordGroup(chain(2)));
    expect(() => precursorGrowth(cliffords, cliffords.graph.identity, 1)).toThrow(/can be conjugated required/);
    expect(() => precursorGrowth(distances, 0, 1)).toThrow(/within reach of the gates required, got 0/);
  });

  test('with rest the precursor is slower, by the binomial mixture of the walk without', () => {
    const distances = cayleyDistances(linearGroup(complete(3)));
    const plain = precursorGrowth(distances, distances.graph.generators[0]!.apply(distances.graph.identity), 3).mean;
    const lazy = precursorGrowth(distances, distances.graph.generators[0]!.apply(distances.graph.identity), 3, {
      rest: 0.25,
    }).mean;
    expect(lazy[3]).toBeCloseTo(
      plain[0]! / 64 + (9 * plain[1]!) / 64 + (27 * plain[2]!) / 64 + (27 * plain[3]!) / 64,
      12,
    );
  });
});

describe('epidemic', () => {
  test('s = K e^τ/(K − 1 + e^τ) obeys its equation, and C is twice its integral', () => {
    for (const [K, time] of [
      [10, 1],
      [100, 4.6],
      [1e6, 20],
    ] as const) {
      const h = 1e-5;
      const s = epidemicSize(K, time);
      expect(s).toBeCloseTo((K * Math.exp(time)) / (K - 1 + Math.exp(time)), 6);
      const slope = (epidemicSize(K, time + h) - epidemicSize(K, time - h)) / (2 * h);
      expect(slope / ((s * (K - s)) / K)).toBeCloseTo(1, 7);
      const growth = (epidemicComplexity(K, time + h) - epidemicComplexity(K, time - h)) / (2 * h);
      expect(growth / (2 * s)).toBeCloseTo(1, 4);
      expect(epidemicComplexity(K, time)).toBeCloseTo(2 * K * Math.log((K - 1 + Math.exp(time)) / K), 4);
    }
    expect(epidemicComplexity(50, 0)).toBe(0);
    expect(epidemicComplexity(50, 1e4)).toBeCloseTo(100 * (1e4 - Math.log(50)), 6);
    expect(() => epidemicSize(1, 0)).toThrow(/at least two qubits required, got 1/);
  });

  test('two qubits: every gate stays in the cone; three: by hand', () => {
    expect(discreteEpidemic(2, 3)).toEqual({
      times: [0, 1, 2, 3],
      size: [1, 2, 2, 2],
      sizeOverTime: [0, 2, 6, 10],
      uncancelled: [0, 2, 4, 6],
    });
    const { size, uncancelled } = discreteEpidemic(3, 2);
    expect(size[1]).toBeCloseTo(1 + 2 / 3, 12);
    expect(size[2]).toBeCloseTo((1 / 3) * (5 / 3) + (2 / 3) * (2 + 2 / 3), 12);
    expect(uncancelled[1]).toBeCloseTo(2 * (2 / 3), 12);
    expect(uncancelled[2]).toBeCloseTo(2 * (2 / 3 + (1 / 3) * (2 / 3) + 2 / 3), 12);
  });

  test('the mean of gates that do not cancel is that of the causal cones of drawn circuits', () => {
    const [qubits, gates, samples] = [8, 12, 400];
    const stream = randomStream(2, 'cones');
    const counts = Array.from({ length: samples }, () => {
      const rotations = Array.from({ length: gates }, () => {
        const a = Math.floor(qubits * stream.uniform());
        const b = (a + 1 + Math.floor((qubits - 1) * stream.uniform())) % qubits;
        return { word: place(qubits, { [a]: 'X', [b]: 'Y' }), angle: 0.7 };
      });
      const circuit: Circuit = { kind: 'circuit', qubits, parameters: 0, gates: rotations };
      return 2 * causalCone(circuit, [0]).nodes.filter((id) => id.startsWith('gate')).length;
    });
    const mean = counts.reduce((a, b) => a + b) / samples;
    const error = Math.sqrt(counts.reduce((sum, count) => sum + (count - mean) ** 2, 0)) / samples;
    expect(Math.abs(mean - discreteEpidemic(qubits, gates).uncancelled[gates]!)).toBeLessThan(4 * error);
  });
});
