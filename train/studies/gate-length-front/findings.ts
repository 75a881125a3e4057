/** @file The findings of the study in words, tables and pictures. */

import { rotationCircuit } from '../../../src/circuit/block-circuit.ts';
import { runCircuit } from '../../../src/circuit/run-circuit.ts';
import { TRAPPED } from '../../../src/comparison/block-search.ts';
import type { CircuitFront, FoundBlocks } from '../../../src/comparison/circuit-front.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { blockPath, pathLength } from '../../../src/path/sliced-path.ts';
import {
  type ChartExhibit,
  type Check,
  equals,
  type Findings,
  type StudySection,
} from '../../../src/record/study-record.ts';
import { fidelity } from '../../../src/state/fidelity.ts';

export interface Found {
  readonly name: string;
  readonly target: ComplexVector;
  readonly metric: PenaltyMetric;
  /** Length of the shortest sliced path that was found. */
  readonly geodesic: number;
  readonly front: CircuitFront;
}

export function findings(found: readonly Found[], layers: readonly number[], tolerance: number): Findings {
  const parts = found.map((one) => {
    const best = shortest(one, tolerance);
    return best === null
      ? `${one.name} was not reached`
      : `${one.name} by ${best.gates} gates of length ${best.length.toFixed(4)}, ${percent(best.length / one.geodesic)} above the geodesic`;
  });
  return {
    title: 'Length against number of gates',
    question:
      'How near does a circuit come to the geodesic, and with how many gates, if each gate may be any operation on two qubits? (II.E)',
    answer: `Shortest circuits found: ${parts.join('; ')}.`,
    sections: [overview(found), fronts(found, tolerance), floors(found, layers, tolerance)],
    checks: found.flatMap(checksOf),
    verdicts: [],
  };
}

const percent = (ratio: number): string => `${(100 * (ratio - 1)).toFixed(1)} %`;

/** The shortest circuit that reaches the target. */
function shortest({ front }: Found, tolerance: number): FoundBlocks | null {
  const reached = front.front.filter(({ infidelity }) => infidelity <= tolerance);
  return reached.reduce<FoundBlocks | null>((a, b) => (a === null || b.length < a.length ? b : a), null);
}

function overview(found: readonly Found[]): StudySection {
  return {
    heading: 'The front',
    text:
      'Circuits that no other beats in number of gates, length and infidelity at once. A gate is exp(−iH) on a bond, and its ' +
      'cost the norm of H; gates on different qubits act at the same time. Every length is that of a true path, so an upper ' +
      'bound of the complexity of what the circuit makes; so is the geodesic, the shortest sliced path found.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Circuits on the front.',
        columns: [
          'target',
          'two-qubit gates',
          'layers',
          'length',
          'geodesic',
          'length / geodesic',
          'infidelity',
          'start',
        ],
        rows: found.flatMap(({ name, geodesic, front }) =>
          front.front.map(({ gates, layers, length, infidelity, start }) => {
            return [name, gates, layers, length, geodesic, length / geodesic, infidelity, start];
          }),
        ),
      },
    ],
  };
}

function fronts(found: readonly Found[], tolerance: number): StudySection {
  return {
    heading: 'Length against gates',
    text:
      `All ends of searches; those that reach the target to ${tolerance} are filled. A Hamiltonian on the bonds of a chain is two layers ` +
      'of gates: √2 times the geodesic is enough, with layers without end.',
    exhibits: found.map(
      ({ name, geodesic, front }): ChartExhibit => ({
        kind: 'chart',
        caption: `${name}: length against number of two-qubit gates.`,
        x: { label: 'two-qubit gates', kind: 'linear', include: [0] },
        y: { label: 'length, rad', kind: 'linear', include: [geodesic] },
        series: [
          { name: 'target reached', mark: 'points', points: ends(front, (infidelity) => infidelity <= tolerance) },
          { name: 'nearly', mark: 'hollow', points: ends(front, (infidelity) => infidelity > tolerance) },
        ].filter(({ points }) => points.length > 0) as ChartExhibit['series'],
        levels: [
          { y: geodesic, name: 'geodesic' },
          { y: Math.SQRT2 * geodesic, name: '√2 times the geodesic' },
        ],
      }),
    ),
  };
}

const ends = ({ found }: CircuitFront, chosen: (infidelity: number) => boolean) =>
  found
    .filter(({ infidelity }) => infidelity <= TRAPPED && chosen(infidelity))
    .map(({ gates, length }) => [gates, length] as const);

function floors(found: readonly Found[], layers: readonly number[], tolerance: number): StudySection {
  return {
    heading: 'More layers',
    text: 'Least length by the number of layers that were allowed. Where it stays the same, more gates do not help: the floor of gates on two qubits, as far as starts tell.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Least length by number of layers.',
        columns: ['target', ...layers.map(String)],
        rows: found.map(({ name, front }) => [
          name,
          ...layers.map((_, k) => {
            const reached = front.found.filter(({ layout, infidelity }) => layout === k && infidelity <= tolerance);
            return reached.length === 0 ? null : Math.min(...reached.map(({ length }) => length));
          }),
        ]),
      },
    ],
  };
}

function checksOf({ name, target, metric, front }: Found): readonly Check[] {
  return front.front.flatMap(({ circuit, generators, gates, length, infidelity }) => {
    const h = Float64Array.from(generators);
    const rerun = 1 - fidelity(target, runCircuit(rotationCircuit(circuit, h), new Float64Array(0)));
    const what = `${name}, ${gates} gates`;
    return [
      equals(`${what}: infidelity of the circuit in rotations`, 'independent computation', rerun, infidelity, 1e-10),
      equals(
        `${what}: length of the path of its layers`,
        'independent computation',
        pathLength(metric, blockPath(circuit, h)),
        length,
        1e-10,
      ),
    ];
  });
}
