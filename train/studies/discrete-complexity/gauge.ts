/** @file Does the complexity depend on the names of the qubits, and on the topology? On all circuits of CNOTs of up to 4 qubits. */

import { rankCorrelation } from '../../../src/bulk/edge-lengths.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { type LatticeSpec, latticeOfSpec } from '../../../src/operator/lattice-spec.ts';
import { type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import {
  cayleyDistances,
  groupTable,
  linearGroup,
  matrixCode,
  matrixRows,
  wordCounts,
} from '../../../src/systems/cayley/index.ts';
import { couplingName } from './cnot-circuits.ts';

/** How distances on a topology compare with those of the first. */
export interface Gauge {
  readonly name: string;
  /** Rank correlation with the distances of the first topology, over all elements, and with shuffled ones. */
  readonly correlation: number;
  readonly shuffled: number;
  /** Share of elements that cost the same after the first two qubits, or all in reverse, have changed names. */
  readonly exchanged: number;
  readonly reversed: number;
  /** Greatest difference of the distance from the first length that has words, over elements. */
  readonly firstWord: number;
}

export function measuredGauge(qubits: number, specs: readonly LatticeSpec[], seed: number): readonly Gauge[] {
  const n = Math.min(4, qubits);
  const usable: readonly LatticeSpec[] = [
    'complete',
    ...specs.filter((spec) => typeof spec === 'string' && spec !== 'complete'),
  ];
  const tables = usable.map((spec) => cayleyDistances(linearGroup(latticeOfSpec(spec, n))));
  const codes = groupTable(tables[0]!).codes;
  const stream = randomStream(seed, 'shuffled');
  const reference = [...codes].map((code) => tables[0]!.table[code]!);
  const all = [...Array(n).keys()];
  return tables.map((distances, k) => {
    const own = [...codes].map((code) => distances.table[code]!);
    const sameShare = (names: readonly number[]): number =>
      [...codes].filter((code, at) => distances.table[renamed(code, names)] === own[at]).length / codes.length;
    const shuffled = own.map((value) => ({ value, key: stream.uniform() })).sort((a, b) => a.key - b.key);
    return {
      name: couplingName(usable[k]!),
      correlation: rankCorrelation(reference, own) ?? 1,
      shuffled:
        rankCorrelation(
          reference,
          shuffled.map(({ value }) => value),
        ) ?? 0,
      exchanged: sameShare([1, 0, ...all.slice(2)]),
      reversed: sameShare([...all].reverse()),
      firstWord: firstWordDifference(n, usable[k]!),
    };
  });
}

/** P U P⁻¹ for a permutation of the qubits. */
function renamed(code: number, names: readonly number[]): number {
  const n = names.length;
  const rows = matrixRows(code, n);
  const bit = (row: number, q: number): number => (row >>> (n - 1 - q)) & 1;
  return matrixCode(names.map((from) => names.reduce((row, column) => 2 * row + bit(rows[from]!, column), 0)));
}

/** The distance against the least L with N_L > 0, on 3 qubits. */
function firstWordDifference(qubits: number, spec: LatticeSpec): number {
  const table = groupTable(cayleyDistances(linearGroup(latticeOfSpec(spec, Math.min(3, qubits)))));
  const all = [...Array(table.elements).keys()];
  const counts = wordCounts(table, all, table.distances.at(-1)!);
  return Math.max(...counts.map((own, k) => Math.abs(own.findIndex((count) => count > 0n) - table.distances[k]!)));
}

export function gaugeSection(qubits: number, gauges: readonly Gauge[]): StudySection {
  const n = Math.min(4, qubits);
  return {
    heading: 'What the distance depends on',
    text:
      `Over all circuits of CNOTs on ${n} qubits: how alike the distances of two topologies are, and whether a circuit costs the same when its qubits ` +
      'change names. The paper counts permutations of qubits as gauge transformations.',
    exhibits: [
      {
        kind: 'table',
        caption: `Topology and names. Rank correlations over all elements; control: the same distances, shuffled.`,
        columns: [
          'coupling',
          `correlation with ${gauges[0]!.name}`,
          'shuffled',
          'unchanged: 0 ↔ 1',
          'unchanged: reversed',
        ],
        rows: gauges.map(({ name, correlation, shuffled, exchanged, reversed }) => [
          name,
          correlation,
          shuffled,
          exchanged,
          reversed,
        ]),
      },
    ],
  };
}

export function gaugeChecks(gauges: readonly Gauge[]): readonly Check[] {
  return gauges.flatMap(({ name, exchanged, reversed, firstWord }) => [
    equals(
      `${name}: the distance is the first length that has words, greatest difference on 3 qubits`,
      'independent computation',
      firstWord,
      0,
      0,
    ),
    ...(name === 'all pairs'
      ? [equals('all pairs: share unchanged by new names of the qubits', 'theorem', exchanged, 1, 0)]
      : []),
    ...(['all pairs', 'chain', 'ring'].includes(name)
      ? [equals(`${name}: share unchanged by reversal`, 'theorem', reversed, 1, 0)]
      : []),
  ]);
}
