/** @file The findings of the study in words, tables and pictures. */

import { ghz } from '../../../datasets/ghz.ts';
import { graph } from '../../../datasets/graph.ts';
import { groundState } from '../../../datasets/ground-state.ts';
import { haarRandom } from '../../../datasets/haar-random.ts';
import { product } from '../../../datasets/product.ts';
import { w } from '../../../datasets/w.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { transverseFieldIsing } from '../../../src/operator/hamiltonian.ts';
import { chain } from '../../../src/operator/lattice.ts';
import {
  atLeast,
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
} from '../../../src/record/study-record.ts';
import { fubiniStudyDistance } from '../../../src/state/fidelity.ts';
import { zeroState } from '../../../src/state/zero-state.ts';

export const STATES: Readonly<Record<string, (n: number, seed: number) => ComplexVector>> = {
  product: (n) => product(n, { polar: Math.PI / 2, azimuth: 0 }).amplitudes,
  GHZ: (n) => ghz(n).amplitudes,
  W: (n) => w(n).amplitudes,
  cluster: (n) => graph(chain(n)).amplitudes,
  critical: (n) => groundState(transverseFieldIsing(chain(n), { field: 1 })).amplitudes,
  gapped: (n) => groundState(transverseFieldIsing(chain(n), { field: 2 })).amplitudes,
  Haar: (n, seed) => haarRandom(n, seed).amplitudes,
};

export interface Found {
  readonly state: string;
  readonly qubits: number;
  readonly length: number;
  readonly coarseLength: number;
  readonly lowerBound: number;
  readonly infidelity: number;
  readonly entropy: number;
}

export function findings(
  found: readonly Found[],
  sizes: readonly number[],
  { name, localWeight, seed }: { readonly name: string; readonly localWeight: number; readonly seed: number },
): Findings {
  const most = Math.max(...sizes);
  const largest = found.filter(({ qubits }) => qubits === most).sort((a, b) => a.length - b.length);
  const order = largest.map(({ state, length }) => `${state} ${length.toFixed(3)}`).join(', ');
  const haar = largest.find(({ state }) => state === 'Haar')!;
  const longer = largest.filter(({ length }) => length > haar.length).map(({ state }) => state);
  const bell = (state: string): number => Math.SQRT1_2 * fubiniStudyDistance(zeroState(2), STATES[state]!(2, seed));
  const checks: readonly Check[] = [
    ...found.flatMap(({ state, qubits, length, lowerBound, infidelity }) => [
      atMost(`${state}_{${qubits}}: end-point infidelity`, 'independent computation', infidelity, 1e-8),
      atLeast(`${state}_{${qubits}}: no shorter than its lower bound`, 'theorem', length, lowerBound, 1e-9),
    ]),
    ...found
      .filter(({ state }) => state === 'product')
      .map(({ qubits, length }) =>
        atMost(
          `product_{${qubits}}: no longer than its one-qubit rotations`,
          'closed form',
          length,
          (Math.sqrt(localWeight * qubits) * Math.PI) / 4,
          1e-6,
        ),
      ),
    ...found
      .filter(({ qubits }) => qubits === 2 && localWeight === 1)
      .map(({ state, length }) =>
        equals(`${state}_{2}: the bi-invariant distance`, 'closed form', length, bell(state), 1e-6),
      ),
  ];
  return {
    title: 'A chart of complexities',
    question: 'Which states are simple, which are complex, and do states that obey an area law lie apart? (III.A)',
    answer: `At n = ${most}, ${name}: ${order}. These are lengths of the shortest paths found, upper bounds of the complexity.`,
    sections: [lengthSection(found, sizes), entropySection(found, most)],
    checks,
    verdicts: [
      {
        statement: 'states that obey an area law are simple, general states of the Hilbert space are complex',
        source: 'III.A',
        verdict: longer.length === 0 ? 'holds in part' : 'fails',
        because:
          longer.length === 0
            ? `at n = ${most} the Haar-random state is the most complex of these; that its complexity grows exponentially cannot be seen at these sizes`
            : `at n = ${most} the paths found to ${longer.join(' and ')} are longer than that to a Haar-random state: exponential complexity sets in at larger n`,
      },
      {
        statement: 'every pure state has a geodesic, hence a geometry',
        source: 'III.A',
        verdict: 'holds',
        because:
          `for each of the ${found.length} states a path ends at the state within infidelity 1e-8; the words of ` +
          'the metric generate all of SU(2ⁿ)',
      },
    ],
  };
}

function lengthSection(found: readonly Found[], sizes: readonly number[]): StudySection {
  return {
    heading: 'Complexity against size',
    text:
      'Length of the shortest path found from |0…0⟩. The product state is |+…+⟩: local rotations cost ' +
      'something, too, if words of one qubit weigh 1, and idle qubits make paths shorter, for there are more ' +
      'words to act with. Critical and gapped are ground states of the transverse Ising chain, field g = 1 and ' +
      '2; Haar is a Haar-random state.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Complexity chart. Upper bounds.',
        x: { label: 'qubits', kind: 'linear' },
        y: { label: 'length', kind: 'linear', include: [0] },
        series: Object.keys(STATES).map((state) => ({
          name: state,
          mark: 'line-and-points' as const,
          points: sizes.map(
            (n) => [n, found.find((one) => one.state === state && one.qubits === n)?.length ?? null] as const,
          ),
        })),
      },
      {
        kind: 'table',
        caption: 'Shortest paths found.',
        columns: ['state', 'qubits', 'length', 'length at K/2', 'lower bound', 'infidelity', 'entropy of half, nats'],
        rows: found.map((one) => [
          one.state,
          one.qubits,
          one.length,
          one.coarseLength,
          one.lowerBound,
          one.infidelity,
          one.entropy,
        ]),
      },
    ],
  };
}

function entropySection(found: readonly Found[], most: number): StudySection {
  return {
    heading: 'Complexity is not entanglement',
    text:
      `Entropy of half of the qubits against complexity at n = ${most}. GHZ and cluster (and W, at even n) ` +
      'have the same entropy, log 2, and lengths far apart.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Entropy against complexity.',
        x: { label: 'length', kind: 'linear', include: [0] },
        y: { label: 'entropy of half, nats', kind: 'linear', include: [0] },
        series: found
          .filter(({ qubits }) => qubits === most)
          .map(({ state, length, entropy }) => ({
            name: state,
            mark: 'points' as const,
            points: [[length, entropy] as const],
          })),
      },
    ],
  };
}
