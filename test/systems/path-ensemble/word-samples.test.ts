import { expect, test } from 'vitest';
import { randomStream } from '../../../src/linalg/random.ts';
import { chain, complete, type Lattice } from '../../../src/operator/lattice.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { seriesStatistics } from '../../../src/optimise/series-statistics.ts';
import {
  cayleyDistances,
  groupTable,
  linearGroup,
  matrixCode,
  pathSum,
  wordCounts,
} from '../../../src/systems/cayley/index.ts';
import { sampledWords, type WordProblem } from '../../../src/systems/path-ensemble/index.ts';
import { wordChain, wordOf } from '../../../src/systems/path-ensemble/word-moves.ts';
import { cnotProblem } from '../../../train/studies/path-integral/circuits.ts';

/** Z_5 with all its elements but 0 as gates, of different cost; the target is 2. */
const cyclic: WordProblem<number> = {
  gates: 4,
  costs: [0.3, 0.5, 0.1, 0.7],
  start: 0,
  apply: (gate, point) => (point + gate + 1) % 5,
  miss: (point) => Math.abs(point - 2),
  inverse: (gate) => 3 - gate,
  commute: () => true,
  product: (a, b) => ((a + b + 2) % 5 === 0 ? null : ((a + b + 2) % 5) - 1),
};

test('a chain visits all words in proportion to their weights, and passes between any two as often there as back', () => {
  const weight = { cost: 1.2, miss: 0.4 };
  const words: (readonly number[])[] = [[]];
  for (const a of [0, 1, 2, 3]) {
    words.push([a]);
    for (const b of [0, 1, 2, 3]) words.push([a, b]);
  }
  const exact = words.map((gates) => {
    const { cost, miss } = wordOf(cyclic, gates);
    return Math.exp(-weight.cost * cost - weight.miss * miss);
  });
  const total = exact.reduce((sum, value) => sum + value, 0);
  const step = wordChain(cyclic, 2);
  const stream = randomStream(1, 'detailed balance');
  const visits = new Map<string, number>();
  const passes = new Map<string, number>();
  let word = wordOf(cyclic, []);
  const steps = 120_000;
  for (let k = 0; k < steps; k++) {
    const next = step(weight, word, stream).word;
    const pass = `${word.gates} → ${next.gates}`;
    passes.set(pass, (passes.get(pass) ?? 0) + 1);
    word = next;
    visits.set(word.gates.join(), (visits.get(word.gates.join()) ?? 0) + 1);
  }
  expect(visits.size).toBe(words.length);
  words.forEach((gates, k) => {
    const share = (visits.get(gates.join()) ?? 0) / steps;
    // Successive words are alike for some ten steps.
    expect(Math.abs(share - exact[k]! / total)).toBeLessThan(4 * Math.sqrt((10 * exact[k]!) / total / steps));
  });
  for (const [pass, count] of passes) {
    const [from, to] = pass.split(' → ');
    const back = passes.get(`${to} → ${from}`) ?? 0;
    expect(Math.abs(count - back)).toBeLessThan(5 * Math.sqrt(count + back + 1));
  }
});

/** CNOTs on three qubits, and the cyclic shift of the qubits as target. */
function cnots(lattice: Lattice) {
  const distances = cayleyDistances(linearGroup(lattice));
  const { generators, identity } = distances.graph;
  const target = matrixCode([0b001, 0b100, 0b010]);
  const problem = cnotProblem(generators, identity, target);
  const table = groupTable(distances);
  return { problem, table, element: table.numberOf(target) };
}

test.each([
  { name: 'all pairs', lattice: complete(3), counts: [90n, 510n, 6042n, 35046n], share: 0.654508 },
  { name: 'a chain', lattice: chain(3), counts: [6n, 16n, 186n, 528n], share: 0.815094 },
])('CNOTs on $name: words of the cyclic shift by length, as counted and as sampled', ({ lattice, counts, share }) => {
  const { problem, table, element } = cnots(lattice);
  const exact = wordCounts(table, [element], 9)[0]!;
  expect(exact.slice(0, 6).every((count) => count === 0n)).toBe(true);
  expect(exact.slice(6)).toEqual(counts);
  expect(pathSum(table, 0.05).value.minimalShare[element]).toBeCloseTo(share, 6);
  const [hot, cold] = [Math.log(problem.gates / 0.9), Math.log(20)];
  const ladder = [
    ...[0, 4, 9, 16, 30, 60, 100].map((miss) => ({ cost: hot, miss })),
    ...[1, 2, 3].map((k) => ({ cost: hot + ((cold - hot) * k) / 3, miss: 100 })),
  ];
  const options = { ladder, mostGates: 40, moves: 4, burnIn: 200, rounds: 16_000 };
  const { samples, best } = solution(sampledWords(problem, options, randomStream(3, 'shift')));
  expect(best!.gates.length).toBe(6);
  expect(problem.miss(best!.gates.reduce((code, gate) => problem.apply(gate, code), problem.start))).toBe(0);
  const coldest = samples.at(-1)!;
  expect(coldest.hits).toBeGreaterThan(0.9);
  const shortest = seriesStatistics([coldest.found.map(({ gates }) => (gates === 6 ? 1 : 0))]);
  expect(shortest.error).toBeLessThan(0.07);
  expect(Math.abs(shortest.mean - share)).toBeLessThan(4 * shortest.error);
});

test('bad ladders and numbers are refused', () => {
  const run = (options: Parameters<typeof sampledWords>[1]) =>
    sampledWords(cyclic, options, randomStream(1, 'x')).next();
  expect(() => run({ ladder: [] })).toThrow('a ladder of finite weights');
  expect(() => run({ ladder: [{ cost: 1, miss: 1 }], rounds: 0 })).toThrow('a whole number of rounds required, got 0');
});
