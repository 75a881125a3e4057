/** @file Switchback: the exact cost of U⁻¹WU against that of U, W and U⁻¹ one after the other. */

import { randomStream } from '../../../src/linalg/random.ts';
import { complete } from '../../../src/operator/lattice.ts';
import { atMost, type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import {
  type CayleyDistances,
  cayleyDistances,
  cnotCircuitCode,
  groupTable,
  linearGroup,
  matrixCode,
  matrixRows,
  type PrecursorGrowth,
  precursorGrowth,
  randomWalk,
  walkGrowth,
} from '../../../src/systems/cayley/index.ts';

/** Precursors of a CNOT on all circuits of some qubits. */
export interface Precursor {
  readonly qubits: number;
  readonly precursor: PrecursorGrowth;
  /** Mean complexity of U; exact or of drawn circuits. */
  readonly circuit: readonly number[];
  readonly plateau: number;
  readonly exact: boolean;
  /** Greatest difference from the sum over all circuits U, on few qubits. */
  readonly bySum: number | null;
}

/** Gates to which sums over all circuits are formed, too. */
const SUMMED = 12;

export function measuredPrecursors(
  qubits: number,
  large: number,
  steps: number,
  samples: number,
  seed: number,
): readonly Precursor[] {
  return [...new Set([qubits, large])].map((n) => {
    const distances = cayleyDistances(linearGroup(complete(n)));
    const W = cnotCircuitCode(n, [{ control: 0, target: 1 }]);
    const precursor = precursorGrowth(distances, W, steps);
    const exact = n <= 4;
    const circuit = exact
      ? walkGrowth(groupTable(distances), steps).mean
      : sampledGrowth(distances, steps, samples, seed);
    const bySum = exact ? summedDifference(distances, n, precursor.mean) : null;
    return { qubits: n, precursor, circuit, plateau: distances.mean, exact, bySum };
  });
}

/** Means over drawn circuits. */
function sampledGrowth(
  { graph, table }: CayleyDistances,
  steps: number,
  samples: number,
  seed: number,
): readonly number[] {
  const stream = randomStream(seed, 'circuits');
  const sums = new Array<number>(steps + 1).fill(0);
  for (let sample = 0; sample < samples; sample++) {
    let code = graph.identity;
    for (let t = 0; t <= steps; t++) {
      sums[t]! += table[code]!;
      code = graph.generators[stream.integer(graph.generators.length)]!.apply(code);
    }
  }
  return sums.map((sum) => sum / samples);
}

/** Σ_U p_t(U) C(U⁻¹WU), with U⁻¹WU = 1 + (U⁻¹e_1)(e_0ᵀU) since W = 1 + e_1e_0ᵀ. */
function summedDifference(distances: CayleyDistances, n: number, mean: readonly number[]): number {
  const table = groupTable(distances);
  const costs = Float64Array.from(table.codes, (code) => distances.table[conjugated(code, n)]!);
  const differences: number[] = [];
  for (const p of randomWalk(table)) {
    if (differences.length > Math.min(SUMMED, mean.length - 1)) break;
    differences.push(Math.abs(p.reduce((sum, share, k) => sum + share * costs[k]!, 0) - mean[differences.length]!));
  }
  return Math.max(...differences);
}

function conjugated(code: number, n: number): number {
  const rows = matrixRows(code, n);
  const parity = (bits: number): number => [...bits.toString(2)].filter((bit) => bit === '1').length % 2;
  // The vector v with Uv = e_1, by trial.
  const v = Array.from({ length: 2 ** n }, (_, x) => x).find((x) =>
    rows.every((row, q) => parity(row & x) === (q === 1 ? 1 : 0)),
  )!;
  return matrixCode(rows.map((_, q) => (1 << (n - 1 - q)) ^ ((v >>> (n - 1 - q)) & 1 ? rows[0]! : 0)));
}

export function precursorSection(precursors: readonly Precursor[]): StudySection {
  const times = [1, 2, 3, 6, 12, 20, 40].filter((t) => t < precursors[0]!.circuit.length);
  return {
    heading: 'Switchback',
    text:
      'W is one CNOT, U a circuit of t random CNOTs. Gates of U that commute with W cancel against their inverses, so U⁻¹WU costs less than U, W and U⁻¹ together. On ' +
      'groups of this size it can cost no more than its conjugacy class allows: all its elements are transvections, 1 plus a matrix of rank one, and it saturates ' +
      'there. Control: U₂⁻¹WU with two independent circuits, a random walk of 2t + 1 gates.',
    exhibits: [
      ...precursors.map(({ qubits, precursor, circuit, exact }) => ({
        kind: 'chart' as const,
        caption: `Precursor of a CNOT on ${qubits} qubits. ${exact ? 'All numbers are exact.' : 'The precursor is exact; circuits are sampled.'}`,
        x: { label: 'gates of U', kind: 'linear' as const, include: [0] },
        y: { label: 'least number of gates', kind: 'linear' as const, include: [0] },
        series: [
          { name: 'U⁻¹WU', mark: 'line-and-points' as const, points: shown(precursor.mean) },
          { name: '2C(U) + 1', mark: 'dash' as const, points: shown(circuit.map((cost) => 2 * cost + 1)) },
          { name: 'independent U₂⁻¹WU', mark: 'hollow' as const, points: shown(independent(circuit)) },
        ],
        levels: [{ y: precursor.plateau, name: `mean of ${precursor.classSize} transvections` }],
      })),
      {
        kind: 'table',
        caption: 'Mean costs after t gates of U.',
        columns: ['qubits', 'cost', ...times.map((t) => `t = ${t}`), 'plateau'],
        rows: precursors.flatMap(({ qubits, precursor, circuit, plateau }) => [
          [qubits, 'U⁻¹WU', ...times.map((t) => precursor.mean[t]!), precursor.plateau],
          [qubits, 'independent', ...times.map((t) => independent(circuit)[t] ?? null), plateau],
          [qubits, '2C(U) + 1', ...times.map((t) => 2 * circuit[t]! + 1), 2 * plateau + 1],
        ]),
      },
    ],
  };
}

const shown = (values: readonly number[]): readonly (readonly [number, number])[] =>
  values.slice(0, 31).map((value, t) => [t, value] as const);

/** Means after 2t + 1 gates. */
export const independent = (circuit: readonly number[]): readonly number[] =>
  circuit.flatMap((_, t) => (2 * t + 1 < circuit.length ? [circuit[2 * t + 1]!] : []));

export function precursorChecks(precursors: readonly Precursor[]): readonly Check[] {
  return precursors.flatMap(({ qubits, precursor, circuit, bySum }) => [
    equals(
      `${qubits} qubits: (2ⁿ − 1)(2ⁿ⁻¹ − 1) transvections`,
      'closed form',
      precursor.classSize,
      (2 ** qubits - 1) * (2 ** (qubits - 1) - 1),
      0,
    ),
    ...(bySum === null
      ? []
      : [
          atMost(
            `${qubits} qubits: U⁻¹WU costs at most 2C(U) + 1 on average, greatest excess`,
            'theorem',
            Math.max(...precursor.mean.map((cost, t) => cost - 2 * circuit[t]! - 1)),
            0,
            1e-12,
          ),
          equals(
            `${qubits} qubits: the sum over all circuits U, greatest difference to ${SUMMED} gates`,
            'independent computation',
            bySum,
            0,
            1e-12,
          ),
        ]),
  ]);
}
