/** @file Growth and saturation: the exact random walk on all circuits of CNOTs of a size. */

import { chain, complete } from '../../../src/operator/lattice.ts';
import { atMost, type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import {
  cayleyDistances,
  type GroupTable,
  groupTable,
  linearGroup,
  operatorRank,
  type WalkGrowth,
  walkGrowth,
  wordCounts,
} from '../../../src/systems/cayley/index.ts';

/** The walk with one coupling topology. */
export interface Walk {
  readonly name: string;
  readonly elements: number;
  readonly greatest: number;
  readonly complexity: WalkGrowth;
  /** The same from the farthest element. */
  readonly fromFarthest: WalkGrowth;
  /** Operator entanglement between the halves, in units of log 2. */
  readonly rank: WalkGrowth;
  /** Probabilities that the next gate raises and lowers the complexity. */
  readonly up: readonly number[];
  readonly down: readonly number[];
  /** Greatest difference from the means by exact numbers of words, over the first lengths. */
  readonly byWords: number;
}

/** Lengths at which means are formed from exact numbers of words, too. */
const WORD_LENGTHS = 6;

export function measuredWalks(qubits: number, steps: number): readonly Walk[] {
  return (
    [
      ['all pairs', complete],
      ['chain', chain],
    ] as const
  ).map(([name, lattice]) => {
    const table = groupTable(cayleyDistances(linearGroup(lattice(qubits))));
    const complexity = walkGrowth(table, steps);
    const rank = Float64Array.from(table.codes, (code) => operatorRank(code, qubits, Math.floor(qubits / 2)));
    return {
      name,
      elements: table.elements,
      greatest: table.distances.at(-1)!,
      complexity,
      fromFarthest: walkGrowth(table, steps, { start: table.elements - 1 }),
      rank: walkGrowth(table, steps, { quantity: rank }),
      up: walkGrowth(table, steps, { quantity: shareOf(table, 1) }).mean,
      down: walkGrowth(table, steps, { quantity: shareOf(table, -1) }).mean,
      byWords: wordDifference(table, complexity.mean),
    };
  });
}

/** The share of gates that change the distance of each element by the given amount. */
function shareOf({ elements, generators, neighbours, distances }: GroupTable, change: number): Float64Array {
  return Float64Array.from({ length: elements }, (_, k) => {
    const ends = neighbours.subarray(k * generators, (k + 1) * generators);
    return ends.filter((end) => distances[end]! - distances[k]! === change).length / generators;
  });
}

function wordDifference(table: GroupTable, mean: readonly number[]): number {
  const counts = wordCounts(table, [...Array(table.elements).keys()], WORD_LENGTHS);
  const differences = Array.from({ length: WORD_LENGTHS + 1 }, (_, length) => {
    const sum = counts.reduce((total, own, k) => total + BigInt(table.distances[k]!) * own[length]!, 0n);
    return Math.abs(Number(sum) / table.generators ** length - mean[length]!);
  });
  return Math.max(...differences);
}

export function walkSection(qubits: number, walks: readonly Walk[]): StudySection {
  const [first] = walks;
  const against = (values: readonly number[]) => values.slice(0, 81).map((value, t) => [t, value] as const);
  return {
    heading: 'Growth and saturation',
    text:
      `Every gate is one of the CNOTs, with equal probability. The distribution over all ${first!.elements} circuits on ${qubits} qubits is exact. ` +
      'The mean number of gates that is needed grows as the number applied, then settles at the mean of the group. From the most complex circuit it falls to the ' +
      'same value: the arrow points away from what is atypical.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Mean complexity of a random circuit. Levels: means over the group.',
        x: { label: 'gates applied', kind: 'linear', include: [0] },
        y: { label: 'least number of gates', kind: 'linear', include: [0] },
        series: walks.flatMap(({ name, complexity, fromFarthest }, k) => [
          { name, mark: 'line' as const, points: against(complexity.mean) },
          ...(k === 0
            ? [{ name: `${name}, from the farthest`, mark: 'dash' as const, points: against(fromFarthest.mean) }]
            : []),
          ...(k === 0
            ? [{ name: `${name}, spread`, mark: 'points' as const, points: against(complexity.deviation) }]
            : []),
        ]),
        levels: walks.map(({ name, complexity }) => ({ y: complexity.plateau, name: `mean, ${name}` })),
      },
      {
        kind: 'chart',
        caption: `The arrow of time. Probability that the next gate raises or lowers the complexity; ${first!.name}.`,
        x: { label: 'gates applied', kind: 'linear', include: [0] },
        y: { label: 'probability', kind: 'linear', include: [0, 1] },
        series: [
          { name: 'raises', mark: 'line', points: against(first!.up) },
          { name: 'lowers', mark: 'line', points: against(first!.down) },
          { name: 'back at the identity', mark: 'dash', points: against(first!.complexity.returned) },
        ],
      },
      {
        kind: 'table',
        caption:
          'Plateaus, and gates until nine tenths of them. Entanglement: rank of the operator between the halves, in powers of 2.',
        columns: [
          'coupling',
          'mean complexity',
          'spread',
          'greatest',
          'nine tenths at',
          'entanglement',
          'nine tenths at',
          'returns × |G|',
        ],
        rows: walks.map(({ name, complexity, greatest, rank, elements }) => [
          name,
          complexity.plateau,
          complexity.deviation.at(-1)!,
          greatest,
          complexity.nineTenths,
          rank.plateau,
          rank.nineTenths,
          complexity.returned.at(-1)! * elements,
        ]),
      },
    ],
  };
}

export function walkChecks(walks: readonly Walk[]): readonly Check[] {
  return walks.flatMap(({ name, complexity, up, down, byWords, elements, fromFarthest }) => {
    const drift = Math.max(
      ...complexity.mean.slice(1).map((value, t) => Math.abs(value - complexity.mean[t]! - (up[t]! - down[t]!))),
    );
    const late = complexity.mean.length - 1;
    return [
      equals(
        `${name}: means by exact numbers of words, greatest difference to ${WORD_LENGTHS} gates`,
        'independent computation',
        byWords,
        0,
        1e-12,
      ),
      equals(`${name}: a step changes the mean by up less down, greatest difference`, 'theorem', drift, 0, 1e-10),
      atMost(
        `${name}: the complexity is at most the number of gates, and after one gate 1`,
        'theorem',
        Math.max(...complexity.mean.map((value, t) => value - t)),
        0,
        1e-12,
      ),
      equals(
        `${name}: from the farthest circuit the same plateau after ${late} gates`,
        'theorem',
        fromFarthest.mean[late]!,
        complexity.plateau,
        1e-2,
      ),
      equals(
        `${name}: return probability times |G| after ${late} gates`,
        'theorem',
        complexity.returned[late]! * elements,
        1,
        1e-2,
      ),
    ];
  });
}
