/** @file The deformed toric code in words, charts and checks. */

import { atMost, type Check, equals, type StudySection, type Verdict } from '../../../src/record/study-record.ts';
import { CRITICAL_TENSION } from '../../../src/systems/topological-order/deformed-toric-code.ts';
import type { DeformedCode } from './deformed-code.ts';

/** Stéphan, Furukawa, Misguich & Pasquier, arXiv:0906.1153: the constant of a ring of the critical Ising model is 0.2544. */
const PUBLISHED = 1 - 0.2543925 / Math.LN2;

export function deformedAnswer({ crossings }: DeformedCode): string {
  const { tension } = crossings.at(-1)!;
  return (
    `With a tension β of the loops γ falls from ln 2 to 0, in a step that sharpens with the size: curves of neighbouring circumferences cross at β = ` +
    `${tension.toFixed(4)}, where ½ ln(1 + √2) = ${CRITICAL_TENSION.toFixed(4)}.`
  );
}

export function deformedSection({ cylinders, disks, crossings, critical }: DeformedCode): StudySection {
  const axes = {
    x: { label: 'tension β', kind: 'linear' },
    y: { label: 'γ / ln 2', kind: 'linear', include: [0, 1.2] },
  } as const;
  return {
    heading: 'A deformed code',
    text:
      'The product of exp(βZ/2) over all edges makes of the toric code a network of bond 2 whose norm is the partition function of ' +
      'the two-dimensional Ising model with coupling β. Reduced states have as eigenvalues the probabilities of the spins that a ' +
      'region shares with the rest. Of cylinders S = αL − γ is drawn through two circumferences; of disks γ is the combination ' +
      'of three parts. Lines through two circumferences overshoot near the critical tension, in a range that shrinks as they grow. ' +
      'All that Z measures is as in the Ising model, and changes continuously.',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Topological entropy of cylinders, by tension. Half of an infinite cylinder, von Neumann entropies, exact.',
        ...axes,
        series: cylinders.map(({ size, points }, k) => ({
          name: `L = ${size - 2} and ${size}`,
          mark: k === cylinders.length - 1 ? 'line-and-points' : 'line',
          points,
        })),
        levels: [
          { y: 1, name: 'toric code' },
          { y: PUBLISHED, name: 'critical, published' },
        ],
      },
      {
        kind: 'chart',
        caption:
          'Topological entropy of disks, by tension. Three parts of disks of so many plaquettes on a torus, exact.',
        ...axes,
        series: disks.map(({ size, points }) => ({
          name: `${2 * size} × ${2 * size}`,
          mark: 'line-and-points',
          points,
        })),
        levels: [{ y: 1, name: 'toric code' }],
      },
      {
        kind: 'table',
        caption:
          'Where curves of cylinders cross. Each with the pair of circumferences before; γ at the critical tension.',
        columns: ['circumferences', 'crossing at β', 'β − ½ ln(1 + √2)', 'γ/ln 2 at ½ ln(1 + √2)'],
        rows: critical.map(([size, gamma]) => {
          const tension = crossings.find((entry) => entry.size === size)?.tension ?? null;
          return [`${size - 2}, ${size}`, tension, tension === null ? null : tension - CRITICAL_TENSION, gamma];
        }),
      },
    ],
  };
}

export function deformedChecks(deformed: DeformedCode): readonly Check[] {
  const { ends, crossings, critical } = deformed;
  const furthest = (values: readonly number[], from: number): number =>
    values.reduce((worst, value) => (Math.abs(value - from) > Math.abs(worst - from) ? value : worst), from);
  return [
    equals('deformed code at β = 0: γ/ln 2, by cylinders and disks', 'closed form', furthest(ends.none, 1), 1, 1e-9),
    equals('deformed code at β = 2: γ/ln 2, by cylinders and disks', 'closed form', furthest(ends.strong, 0), 0, 1e-6),
    atMost(
      'deformed code, 18 qubits: entropies from Ising sums against amplitudes',
      'independent computation',
      deformed.amplitudes,
      0,
      1e-9,
    ),
    atMost('norms of cylinders against the closed sum', 'closed form', deformed.norms, 0, 1e-9),
    atMost('norm of the network against an Ising sum', 'independent computation', deformed.network, 0, 1e-7),
    atMost(
      'correlations of neighbours at β = 0.15 and 0.9 against the infinite lattice',
      'closed form',
      deformed.correlations,
      0,
      1e-4,
    ),
    equals(
      'critical tension, by the last crossing',
      'published value',
      crossings.at(-1)!.tension,
      CRITICAL_TENSION,
      0.02,
    ),
    equals(
      'γ/ln 2 at the critical tension, longest cylinders',
      'published value',
      critical.at(-1)![1],
      PUBLISHED,
      0.03,
    ),
  ];
}

export function deformedVerdict({ crossings, ends }: DeformedCode): Verdict {
  return {
    statement: 'a curve may connect quantum states of different quantum phases, with different geometries',
    source: 'I',
    verdict: 'holds in part',
    because:
      `γ/ln 2 is ${ends.none[0]!.toFixed(3)} without tension and ${Math.abs(ends.strong[0]!).toFixed(3)} with much, and curves of growing size cross ` +
      `within ${Math.abs(crossings.at(-1)!.tension - CRITICAL_TENSION).toPrecision(1)} of the Ising transition, with states and correlations that change continuously; what differs are entropies of regions`,
  };
}
