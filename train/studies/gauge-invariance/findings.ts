/** @file The findings of the study in words, tables and pictures. */

import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { significant } from '../../../src/number-format.ts';
import { atMost, type Check, equals, type Findings, type StudySection } from '../../../src/record/study-record.ts';
import { permutations, permutedQubits } from '../../../src/state/permuted-qubits.ts';
import { geometryDifference, pairGeometry } from '../shortest-path.ts';
import { integratedSlope, type LocalTurn, type OrbitPoint, turnedState } from './gauge-orbit.ts';

export interface Row {
  readonly state: string;
  readonly localWeight: number;
  /** Shortest lengths found to the state, and to the rotated state. */
  readonly plain: number;
  readonly turned: number;
  readonly infidelity: number;
  readonly orbit: readonly OrbitPoint[];
}

/**
 * Number of steps in which an orbit is followed, even; and the weight of one-qubit words below which it is too stiff.
 */
export const STEPS = 4;

const change = ({ plain, turned }: Row): number => Math.abs(turned - plain);

export function findings(
  n: number,
  turn: LocalTurn,
  states: readonly (readonly [string, ComplexVector])[],
  rows: readonly Row[],
  lengths: readonly { readonly order: string; readonly all: number; readonly chain: number }[],
): Findings {
  const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  const all = spread(lengths.map((one) => one.all));
  const chain = spread(lengths.map((one) => one.chain));
  const haar = rows.filter(({ state }) => state === 'Haar-random');
  const [first, last] = [haar[0]!, haar.at(-1)!];
  return {
    title: 'Local unitaries and permutations as a gauge',
    question: 'Do local unitaries and permutations of the qubits leave complexity and geometry as they are? (III.F)',
    answer:
      'The geometry of a state, distances from mutual information, is blind to local unitaries, and ' +
      `permutations relabel it. Complexity is not: with w₁ = ${first.localWeight} local unitaries change that ` +
      `of the Haar-random state by ${change(first).toFixed(4)}, with w₁ = ${last.localWeight} by ` +
      `${change(last).toFixed(4)}, and never by more than √w₁ times their own length. Permutations change it ` +
      `by ${significant(all, 2)} if all pairs may act, by ${chain.toFixed(4)} on the chain.`,
    sections: [localSection(rows, turn), permutationSection(lengths)],
    checks: [
      ...geometryChecks(n, turn, states),
      ...lengthChecks(turn, rows),
      equals('all-to-all: spread of the length over all orders of the qubits', 'theorem', all, 0, 1e-4),
    ],
    verdicts: [
      {
        statement: 'local unitaries do not change the geometry',
        source: 'III.F',
        verdict: 'holds in part',
        because:
          'distances from mutual information do not change; lengths of shortest paths do unless w₁ is 0: the ' +
          `change for the Haar-random state falls from ${change(first).toFixed(4)} to ${change(last).toFixed(4)}`,
      },
      {
        statement: 'permutations of the qubits do not change the geometry',
        source: 'III.F',
        verdict: 'holds in part',
        because:
          `lengths agree to ${significant(all, 2)} for all ${lengths.length} orders if all pairs may act; on the ` +
          `chain they differ by ${chain.toFixed(4)}`,
      },
    ],
  };
}

function geometryChecks(
  n: number,
  turn: LocalTurn,
  states: readonly (readonly [string, ComplexVector])[],
): readonly Check[] {
  const geometries = states.map(([, psi]) =>
    geometryDifference(pairGeometry(psi).distances, pairGeometry(turnedState(turn, psi, 1)).distances),
  );
  const relabelled = permutations(n).map((order) => {
    const { distances } = pairGeometry(states[2]![1]);
    const expected = order.map((a) => order.map((b) => distances[a]![b]!));
    return geometryDifference(expected, pairGeometry(permutedQubits(states[2]![1], order)).distances);
  });
  return [
    ...geometries.map((value, k) =>
      equals(`${states[k]![0]}: distances after local unitaries`, 'theorem', value, 0, 1e-7),
    ),
    equals('distances after a permutation, relabelled', 'theorem', Math.max(...relabelled), 0, 1e-9),
  ];
}

function lengthChecks(turn: LocalTurn, rows: readonly Row[]): readonly Check[] {
  return [
    ...rows.map((row) =>
      atMost(
        `${row.state}, w₁ = ${row.localWeight}: change by local unitaries, against √w₁ times their length`,
        'theorem',
        change(row),
        Math.sqrt(row.localWeight) * turn.length,
        row.localWeight > 0 ? 1e-6 : 1e-4,
      ),
    ),
    ...rows
      .filter(({ orbit }) => orbit.length > STEPS)
      .map(({ state, localWeight, orbit }) =>
        equals(
          `${state}, w₁ = ${localWeight}: change along the orbit against the first variation`,
          'independent computation',
          orbit[STEPS]!.length - orbit[0]!.length,
          integratedSlope(orbit),
          2e-3,
        ),
      ),
    ...rows.map(({ state, localWeight, infidelity }) =>
      atMost(`${state}, w₁ = ${localWeight}: end-point infidelity`, 'independent computation', infidelity, 1e-8),
    ),
  ];
}

function localSection(rows: readonly Row[], turn: LocalTurn): StudySection {
  const names = [...new Set(rows.map(({ state }) => state))];
  const bound = (localWeight: number): number => Math.sqrt(localWeight) * turn.length;
  const weights = [...new Set(rows.map(({ localWeight }) => localWeight))];
  return {
    heading: 'Local unitaries',
    text:
      'Every qubit is rotated by one radian about a random axis, V(s) = exp(−isA). By right invariance and the ' +
      'triangle inequality the complexity changes at most by the length of the rotation itself, which is ' +
      'proportional to √w₁: the gauge claim holds where w₁ = 0. The reason is the first variation, dC/ds = Σ ' +
      'w_{P} h_{P} a_{P}/C over words of one qubit, whose momenta w₁h vanish. Paths to both states are ' +
      'searched for, and each path found is also continued by the rotation (or its inverse) and shortened; the ' +
      'shortest counts. The geodesic to the Haar-random state is followed along the orbit V(s)ψ, and its ' +
      'change is that of the first variation.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Shortest paths found to a state and to the rotated state.',
        columns: ['state', 'w₁', 'length', 'length, rotated', 'change', 'bound'],
        rows: rows.map((row) => [
          row.state,
          row.localWeight,
          row.plain,
          row.turned,
          change(row),
          bound(row.localWeight),
        ]),
      },
      {
        kind: 'chart',
        caption: 'Change of the length by local unitaries. Dashed: the bound.',
        x: { label: 'weight w₁ of words of one qubit', kind: 'log' },
        y: { label: 'change of the length', kind: 'log' },
        series: [
          ...names.map((name) => ({
            name,
            mark: 'line-and-points' as const,
            points: rows
              .filter(({ state, localWeight }) => state === name && localWeight > 0)
              .map((row) => [row.localWeight, change(row) > 1e-9 ? change(row) : null] as const),
          })),
          {
            name: 'bound',
            mark: 'dash',
            points: weights.filter((weight) => weight > 0).map((weight) => [weight, bound(weight)] as const),
          },
        ],
      },
      {
        kind: 'chart',
        caption: 'Along the orbit of the Haar-random state. Length of the geodesic followed from ψ to V(s)ψ.',
        x: { label: 's', kind: 'linear' },
        y: { label: 'length', kind: 'linear', include: [0] },
        series: rows
          .filter(({ orbit }) => orbit.length > 0)
          .map(({ localWeight, orbit }) => ({
            name: `w₁ = ${localWeight}`,
            mark: 'line-and-points' as const,
            points: orbit.map(({ s, length }) => [s, length] as const),
          })),
      },
    ],
  };
}

function permutationSection(
  lengths: readonly { readonly order: string; readonly all: number; readonly chain: number }[],
): StudySection {
  return {
    heading: 'Permutations',
    text:
      'The qubits of one Haar-random state, in every order. On the chain only the reversed order has the same ' +
      'length: the metric has the symmetry of its lattice, no more.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Shortest paths found, w₁ = 1.',
        columns: ['order', 'all-to-all', 'chain'],
        rows: lengths.map(({ order, all, chain }) => [order, all, chain]),
      },
    ],
  };
}
