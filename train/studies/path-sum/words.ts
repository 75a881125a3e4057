/** @file Sums over all words of gates with a given product. */

import { chain, complete } from '../../../src/operator/lattice.ts';
import { type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import {
  cayleyDistances,
  cycleWords,
  groupTable,
  linearGroup,
  pathSum,
  permutationCode,
  permutationGroup,
  reversalWords,
  shortestWordCounts,
  wordCounts,
} from '../../../src/systems/cayley/index.ts';

/** One element of a group, and the sum over its words by the weight of a gate. */
export interface WordSum {
  readonly name: string;
  readonly generators: number;
  readonly distance: number;
  readonly shortest: number;
  /** Weights in units of 1/generators. */
  readonly rows: readonly {
    readonly x: number;
    readonly share: number;
    readonly meanLength: number;
    readonly entropy: number;
    /** By conjugate gradients where the rest is a series. */
    readonly other: number;
  }[];
  /** Weight at which half of the sum is in shortest words, times the number of generators. */
  readonly half: number;
}

export interface Counts {
  readonly sites: number;
  readonly words: readonly string[];
  /** Words of the cycle by Jackson's formula, first lengths that have some. */
  readonly jackson: readonly string[];
  readonly shortest: number;
  readonly reversal: number;
}

const WEIGHTS = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

const cycleOf = (n: number): number => permutationCode(Array.from({ length: n }, (_, k) => (k + 1) % n));

export function measuredSums(sites: number, qubits: number): readonly WordSum[] {
  const swaps = cayleyDistances(permutationGroup(complete(sites)));
  const neighbours = cayleyDistances(permutationGroup(chain(sites)));
  const cnots = cayleyDistances(linearGroup(complete(qubits)));
  const farthest = cnots.table.indexOf(cnots.diameter);
  return [
    wordSum(`cycle of ${sites}, all swaps`, swaps, cycleOf(sites)),
    wordSum(`one swap of ${sites}`, swaps, swaps.graph.generators[0]!.apply(0)),
    wordSum(`reversal of ${sites}, swaps of neighbours`, neighbours, neighbours.graph.codes - 1),
    wordSum(`farthest circuit of CNOTs on ${qubits} qubits`, cnots, farthest),
  ];
}

function wordSum(name: string, distances: ReturnType<typeof cayleyDistances>, code: number): WordSum {
  const table = groupTable(distances);
  const at = table.numberOf(code);
  const shareAt = (rate: number): number => pathSum(table, rate / table.generators).value.minimalShare[at]!;
  const rows = WEIGHTS.map((rate) => {
    const x = rate / table.generators;
    const { minimalShare, meanLength, entropy } = pathSum(table, x).value;
    const other = pathSum(table, x, { method: rate > 0.9 ? 'series' : 'conjugate-gradients' }).value.minimalShare[at]!;
    return { x: rate, share: minimalShare[at]!, meanLength: meanLength[at]!, entropy: entropy[at]!, other };
  });
  let [low, high] = [1e-3, 0.999];
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (shareAt(middle) > 0.5) low = middle;
    else high = middle;
  }
  const shortest = shortestWordCounts(table)[at]!;
  return { name, generators: table.generators, distance: table.distances[at]!, shortest, rows, half: low };
}

export function measuredCounts(): readonly Counts[] {
  return [4, 5].map((sites) => {
    const table = groupTable(cayleyDistances(permutationGroup(complete(sites))));
    const at = table.numberOf(cycleOf(sites));
    const longest = sites + 9;
    const found = (counts: readonly bigint[]): readonly string[] =>
      counts
        .filter((count) => count > 0n)
        .slice(0, 5)
        .map(String);
    const neighbours = groupTable(cayleyDistances(permutationGroup(chain(sites))));
    return {
      sites,
      words: found(wordCounts(table, [at], longest)[0]!),
      jackson: found(Array.from({ length: longest + 1 }, (_, length) => cycleWords(sites, length))),
      shortest: shortestWordCounts(table)[at]!,
      reversal: shortestWordCounts(neighbours)[neighbours.elements - 1]!,
    };
  });
}

export function wordSection(sums: readonly WordSum[], counts: readonly Counts[]): StudySection {
  return {
    heading: 'Words of gates',
    text:
      'Every circuit with the product g has the weight x^{length}. The sum over all of them, Z_{g}(x) = Σ N_{L}(g) x^{L}, exists as long as x is below one over the number of gates; ' +
      'there, as many longer words are added as the weight takes away. The shortest words are most of the sum for small x only.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Least action against the sum over all circuits. Share of the shortest words.',
        x: { label: 'weight of a gate, x times the number of gates', kind: 'linear', include: [0, 1] },
        y: { label: 'share of the shortest words', kind: 'linear', include: [0, 1] },
        series: sums.map(({ name, rows }) => ({
          name,
          mark: 'line-and-points',
          points: rows.map(({ x, share }) => [x, share] as const),
        })),
        levels: [{ y: 0.5, name: 'half' }],
      },
      {
        kind: 'chart',
        caption: 'Mean length of a circuit in the sum, less that of the shortest.',
        x: { label: 'weight of a gate, x times the number of gates', kind: 'linear', include: [0, 1] },
        y: { label: 'gates too many', kind: 'log' },
        series: sums.map(({ name, rows, distance }) => ({
          name,
          mark: 'line-and-points',
          points: rows.map(({ x, meanLength }) => [x, meanLength - distance] as const),
        })),
      },
      {
        kind: 'table',
        caption: 'Where the shortest words lose the half of the sum.',
        columns: [
          'element',
          'gates',
          'least number',
          'shortest words',
          'x · gates at half',
          'mean length at 0.99',
          'entropy at 0.99 (nats)',
        ],
        rows: sums.map(({ name, generators, distance, shortest, half, rows }) => [
          name,
          generators,
          distance,
          shortest,
          half,
          rows.at(-1)!.meanLength,
          rows.at(-1)!.entropy,
        ]),
      },
      {
        kind: 'table',
        caption:
          'Numbers of words of transpositions whose product is a cycle of all sites, by length; and shortest words of the reversal by neighbours.',
        columns: ['sites', 'lengths n − 1, n + 1, …', 'Jackson', 'n^{n−2}', 'reversal', 'Stanley'],
        rows: counts.map(({ sites, words, jackson, reversal }) => [
          sites,
          words.join(', '),
          jackson.join(', '),
          sites ** (sites - 2),
          reversal,
          Number(reversalWords(sites)),
        ]),
      },
    ],
  };
}

export function wordChecks(sums: readonly WordSum[], counts: readonly Counts[]): readonly Check[] {
  const [cycle] = sums;
  const share = (x: number): number => (1 - 25 * x * x) * (1 - 100 * x * x);
  return [
    ...counts.flatMap(({ sites, words, jackson, shortest, reversal }) => [
      equals(
        `${sites} sites: numbers of words that differ from Jackson’s`,
        'closed form',
        words.filter((count, k) => count !== jackson[k]).length,
        0,
        0,
      ),
      equals(`${sites} sites: shortest words of the cycle, n^{n−2}`, 'closed form', shortest, sites ** (sites - 2), 0),
      equals(
        `${sites} sites: shortest words of the reversal`,
        'published value',
        reversal,
        Number(reversalWords(sites)),
        0,
      ),
    ]),
    ...(cycle!.generators === 10
      ? [
          equals(
            'cycle of 5: share of the shortest words, (1 − 25x²)(1 − 100x²), greatest difference',
            'closed form',
            Math.max(...cycle!.rows.map(({ x, share: own }) => Math.abs(own - share(x / 10)))),
            0,
            1e-10,
          ),
        ]
      : []),
    ...sums.map(({ name, rows }) =>
      equals(
        `${name}: series and conjugate gradients, greatest difference of shares for x · gates ≥ 0.8`,
        'independent computation',
        Math.max(...rows.filter(({ x }) => x >= 0.8).map(({ share: own, other }) => Math.abs(own - other))),
        0,
        1e-7,
      ),
    ),
  ];
}
