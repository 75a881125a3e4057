/** @file Clifford circuits with free one-qubit gates, and circuits of swaps. */

import { chain, complete } from '../../../src/operator/lattice.ts';
import { type Check, equals, type GraphExhibit, type StudySection } from '../../../src/record/study-record.ts';
import {
  cayleyDistances,
  cliffordGroup,
  groupTable,
  permutationGroup,
  permutationsByInversions,
  permutationsByTranspositions,
} from '../../../src/systems/cayley/index.ts';

/** Spheres of Clifford gates on 2 and 3 qubits. */
export interface Cliffords {
  readonly name: string;
  readonly qubits: number;
  readonly spheres: readonly number[];
  readonly mean: number;
}

export function measuredCliffords(): readonly Cliffords[] {
  return (
    [
      ['all pairs', 2, complete],
      ['all pairs', 3, complete],
      ['chain', 3, chain],
    ] as const
  ).map(([name, qubits, lattice]) => {
    const { spheres, mean } = cayleyDistances(cliffordGroup(lattice(qubits)));
    return { name, qubits, spheres, mean };
  });
}

/** Spheres of S_n, with all swaps and with those of neighbours. */
export interface Swaps {
  readonly sites: number;
  readonly all: readonly number[];
  readonly neighbours: readonly number[];
  readonly overhead: number;
}

export function measuredSwaps(most: number): readonly Swaps[] {
  return Array.from({ length: most - 2 }, (_, k) => k + 3).map((sites) => {
    const [all, next] = [complete, chain].map((lattice) => cayleyDistances(permutationGroup(lattice(sites))));
    return { sites, all: all!.spheres, neighbours: next!.spheres, overhead: next!.mean / all!.mean };
  });
}

/** The Cayley graph of S_4 with swaps of neighbours, by distance from below. */
function permutohedron(): GraphExhibit {
  const { codes, distances, neighbours, generators, numberOf } = groupTable(
    cayleyDistances(permutationGroup(chain(4))),
  );
  const numbers = [...codes].map(numberOf);
  const spheres = Array.from({ length: 7 }, (_, d) => numbers.filter((k) => distances[k] === d));
  const nodes = numbers.map((k) => {
    const sphere = spheres[distances[k]!]!;
    const name = [...permutation(codes[k]!)].map((site) => site + 1).join('');
    return { name, at: [0.5 + (sphere.indexOf(k) - (sphere.length - 1) / 2) / 6, distances[k]! / 6] as const };
  });
  const edges = numbers.flatMap((k) =>
    Array.from({ length: generators }, (_, g) => neighbours[k * generators + g]!)
      .filter((other) => other > k)
      .map((other) => ({ from: k, to: other, weight: 1 })),
  );
  return {
    kind: 'graph',
    caption:
      'A group of gates as a graph. The 24 orders of four sites; an edge is a swap of neighbours, height the least number of swaps.',
    quantity: 'a swap',
    nodes,
    edges,
  };
}

/** Lexicographic number → order of the sites 0 … 3. */
function permutation(code: number): readonly number[] {
  const left = [0, 1, 2, 3];
  return [6, 2, 1, 1].map((base, k) => left.splice(k === 3 ? 0 : Math.floor(code / base) % (4 - k), 1)[0]!);
}

export function otherSection(cliffords: readonly Cliffords[], swaps: readonly Swaps[]): StudySection {
  const last = swaps.at(-1)!;
  return {
    heading: 'Clifford gates and swaps',
    text:
      'Clifford gates are counted modulo Pauli words, and with all one-qubit gates free; then the least number of CNOTs is that of quarter turns about words ' +
      'of two letters. A permutation needs n − (number of cycles) swaps of any pairs, and as many swaps of neighbours as it has inversions.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Clifford gates by least number of CNOTs. One-qubit gates are free.',
        columns: ['qubits', 'coupling', ...Array.from({ length: 8 }, (_, d) => `${d}`), 'mean'],
        rows: cliffords.map(({ qubits, name, spheres, mean }) => [
          qubits,
          name,
          ...Array.from({ length: 8 }, (_, d) => spheres[d] ?? null),
          mean,
        ]),
      },
      {
        kind: 'chart',
        caption: `Permutations of ${last.sites} sites. Stirling numbers with swaps of all pairs, Mahonian numbers with those of neighbours.`,
        x: { label: 'least number of swaps', kind: 'linear', include: [0] },
        y: { label: 'permutations', kind: 'log' },
        series: [
          { name: 'all pairs', mark: 'line-and-points', points: last.all.map((size, d) => [d, size] as const) },
          { name: 'chain', mark: 'line-and-points', points: last.neighbours.map((size, d) => [d, size] as const) },
        ],
      },
      {
        kind: 'chart',
        caption:
          'Overhead of locality. Mean number of swaps on a chain over that with all pairs; dashed: n(n − 1)/4 over n − H_n.',
        x: { label: 'sites n', kind: 'linear' },
        y: { label: 'overhead', kind: 'linear', include: [1] },
        series: [
          { name: 'search', mark: 'points', points: swaps.map(({ sites, overhead }) => [sites, overhead] as const) },
          {
            name: 'closed form',
            mark: 'dash',
            points: swaps.map(({ sites }) => [sites, closedOverhead(sites)] as const),
          },
        ],
      },
      permutohedron(),
    ],
  };
}

const harmonic = (n: number): number => Array.from({ length: n }, (_, k) => 1 / (k + 1)).reduce((a, b) => a + b);

const closedOverhead = (n: number): number => (n * (n - 1)) / 4 / (n - harmonic(n));

const CLIFFORD_SPHERES = [
  [36, 324, 324, 36],
  [216, 5832, 93312, 601344, 657072, 93312, 432],
  [216, 3888, 33048, 181224, 651240, 530712, 50976, 216],
];

export function otherChecks(cliffords: readonly Cliffords[], swaps: readonly Swaps[]): readonly Check[] {
  const difference = (a: readonly (number | bigint)[], b: readonly (number | bigint)[]): number =>
    Math.max(
      ...Array.from({ length: Math.max(a.length, b.length) }, (_, k) =>
        Math.abs(Number(a[k] ?? 0) - Number(b[k] ?? 0)),
      ),
    );
  return [
    ...cliffords.map(({ qubits, name, spheres }, k) =>
      equals(
        `Clifford gates on ${qubits} qubits, ${name}: sizes of spheres, greatest difference`,
        k === 0 ? 'published value' : 'independent computation',
        difference(spheres, CLIFFORD_SPHERES[k]!),
        0,
        0,
      ),
    ),
    ...swaps.flatMap(({ sites, all, neighbours, overhead }) => [
      equals(
        `S_${sites}, all pairs: Stirling numbers, greatest difference`,
        'closed form',
        difference(all, permutationsByTranspositions(sites)),
        0,
        0,
      ),
      equals(
        `S_${sites}, chain: Mahonian numbers, greatest difference`,
        'closed form',
        difference(neighbours, permutationsByInversions(sites)),
        0,
        0,
      ),
      equals(`S_${sites}: overhead n(n − 1)/4 over n − H_n`, 'closed form', overhead, closedOverhead(sites), 1e-9),
    ]),
  ];
}
