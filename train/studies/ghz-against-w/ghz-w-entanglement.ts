/** @file Properties of GHZ and W that need no path: distances, links of pairs, loss of a qubit, merging of parties. */

import { ghz } from '../../../datasets/ghz.ts';
import { w } from '../../../datasets/w.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import { concurrence, threeTangle } from '../../../src/state/concurrence.ts';
import { distributionEntropy } from '../../../src/state/entropy.ts';
import { mutualInformation } from '../../../src/state/mutual-information.ts';
import { negativity } from '../../../src/state/negativity.ts';
import { projector, reducedDensityMatrix } from '../../../src/state/reduced-density-matrix.ts';
import { pairGeometry, qubitDimensions } from '../shortest-path.ts';

/** The two states, by name. */
export const STATES = { GHZ: (n: number) => ghz(n).amplitudes, W: (n: number) => w(n).amplitudes } as const;
export type Name = keyof typeof STATES;
export const NAMES = ['GHZ', 'W'] as const;

/** Mutual information of the first and the last qubit, nats. */
export const pairInformation = (name: Name, n: number): number => pairGeometry(STATES[name](n)).information[0]![n - 1]!;
const binary = (p: number): number => distributionEntropy([p, 1 - p]);
const pairOf = (psi: ComplexVector, n: number) => reducedDensityMatrix(psi, qubitDimensions(n), [0, n - 1]);

/** Mutual information and concurrence of a pair, against closed forms. */
export function closedForms(n: number): readonly Check[] {
  const information = (name: Name, expected: number): Check =>
    equals(`${name}_{${n}}: mutual information of a pair`, 'closed form', pairInformation(name, n), expected, 1e-10);
  return [
    information('GHZ', Math.LN2),
    information('W', 2 * binary(1 / n) - binary(2 / n)),
    equals(`GHZ_{${n}}: concurrence of a pair`, 'closed form', concurrence(pairOf(ghz(n).amplitudes, n)), 0, 1e-10),
    equals(`W_{${n}}: concurrence of a pair`, 'closed form', concurrence(pairOf(w(n).amplitudes, n)), 2 / n, 1e-10),
  ];
}

/** Distances and links of pairs. */
export function geometrySection(sizes: readonly number[]): StudySection {
  const rows = sizes.flatMap((n) =>
    NAMES.map((name) => {
      const psi = STATES[name](n);
      const { information, distances } = pairGeometry(psi);
      const pairs = distances.flatMap((row, a) => row.filter((_, b) => a < b)).map((d) => d ?? Infinity);
      const spread = Math.max(...pairs) - Math.min(...pairs);
      const rho = pairOf(psi, n);
      return [name, n, information[0]![1]!, pairs[0]!, spread, concurrence(rho), negativity(rho, [2, 2], [0])];
    }),
  );
  return {
    heading: 'Distances and links',
    text:
      'Distance of two qubits is −log(I/2 log 2), with I their mutual information (Cao, Carroll & Michalakis). ' +
      'All pairs of each state are at one distance. In GHZ the correlation of a pair is classical: no ' +
      'concurrence, no negativity. In W the pair itself is entangled, with concurrence 2/n.',
    exhibits: [
      {
        kind: 'table',
        caption: 'One pair of qubits. Spread: greatest minus least distance over all pairs.',
        columns: ['state', 'qubits', 'I, nats', 'distance', 'spread', 'concurrence', 'negativity'],
        rows,
      },
    ],
  };
}

/** What is left when a qubit is traced out. */
export function lossSection(sizes: readonly number[]): StudySection {
  const rows = sizes.flatMap((n) =>
    NAMES.map((name) => {
      const rest = Array.from({ length: n - 1 }, (_, q) => q);
      const lost = reducedDensityMatrix(STATES[name](n), qubitDimensions(n), rest);
      const half = rest.slice(0, Math.floor((n - 1) / 2));
      const pair = reducedDensityMatrix(lost, qubitDimensions(n - 1), [0, 1]);
      return [name, n, negativity(lost, qubitDimensions(n - 1), half), concurrence(pair)];
    }),
  );
  return {
    heading: 'Loss of a qubit',
    text:
      'One qubit is traced out. What is left of GHZ is the classical mixture of |0…0⟩ and |1…1⟩, without any ' +
      'entanglement. What is left of W keeps the concurrence 2/n of each pair.',
    exhibits: [
      {
        kind: 'table',
        caption: 'After the loss. Negativity between the halves of what is left, and concurrence of a pair.',
        columns: ['state', 'qubits before', 'negativity of halves', 'concurrence of a pair'],
        rows,
      },
    ],
  };
}

/** Susskind's parties A, B and C. */
export function mergingSection(): StudySection {
  const rows = NAMES.map((name) => {
    const psi = STATES[name](3);
    const merged = negativity(projector(psi), [2, 2, 2], [0]);
    const alone = negativity(reducedDensityMatrix(psi, [2, 2, 2], [0, 1]), [2, 2], [0]);
    const I = (b: readonly number[]): number => mutualInformation(psi, [2, 2, 2], [0], b);
    return [name, merged, alone, I([1, 2]), I([1]), threeTangle(psi)];
  });
  return {
    heading: 'Merging B and C',
    label: 'analogy',
    text:
      'Susskind lets three parties hold many copies of GHZ or W. What A shares with B and C together, and with ' +
      'B alone, is measured by entanglement: in GHZ all of it is in the three-tangle, in W all of it is in the ' +
      'pairs. Reading entanglement as a wormhole that can be entered is the analogy.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Three qubits A, B, C. Negativity and mutual information (nats) of A with BC and with B.',
        columns: ['state', 'negativity A:BC', 'negativity A:B', 'I(A:BC)', 'I(A:B)', 'three-tangle'],
        rows,
      },
    ],
  };
}
