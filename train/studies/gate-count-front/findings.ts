/** @file The findings of the study in words, tables and pictures. */

import { runCircuit } from '../../../src/circuit/run-circuit.ts';
import type { FrontEntry, GateCountFront } from '../../../src/complexity/gate-count-front.ts';
import { placementKey } from '../../../src/complexity/gate-placements.ts';
import type { GateFamily, GateTarget } from '../../../src/complexity/gate-target.ts';
import { columnOf } from '../../../src/linalg/matrix.ts';
import { innerProduct } from '../../../src/linalg/vector.ts';
import {
  atLeast,
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
} from '../../../src/record/study-record.ts';

export interface Found {
  readonly name: string;
  readonly target: GateTarget;
  readonly front: GateCountFront;
  readonly allPairs: boolean;
}

/** Proved or published least numbers where all pairs may be joined. */
const PUBLISHED: Readonly<Record<string, number>> = {
  'Toffoli cnot': 6, // Shende & Markov, Quantum Inf. Comput. 9, 461 (2009)
  'CCZ cnot': 6,
  'Toffoli su4': 5, // Yu, Duan & Ying, Phys. Rev. A 88, 010304 (2013)
  'CCZ su4': 5,
  'Fredkin su4': 5,
};

export const FAMILIES: Readonly<Record<GateFamily, string>> = { cnot: 'CNOT', su4: 'two-qubit gate' };

export function findings(found: readonly Found[]): Findings {
  const counted = found.filter(({ front }) => front.gates !== null);
  const parts = counted.map(({ name, front }) => `${name} by ${plural(front.gates!, FAMILIES[front.family])}`);
  return {
    title: 'Fewest two-qubit gates',
    question:
      'How many two-qubit gates does the optimal network of a state or a unitary need, and how good is one with fewer? (II.A, discrete complexity)',
    answer:
      parts.length === 0
        ? 'No target was reached with the gates allowed.'
        : `Reached: ${parts.join('; ')}. Each number is an upper bound of the least; where it meets the lower bound it is the least.`,
    sections: [overview(found), fronts(found), circuits(counted)],
    checks: found.flatMap(checksOf),
    verdicts: [],
  };
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function overview(found: readonly Found[]): StudySection {
  return {
    heading: 'Least numbers',
    text:
      'The lower bound is rigorous: each gate multiplies the Schmidt rank across a cut by 2 (CNOT) or 4 at most; for two qubits the Weyl coordinates determine the number exactly. ' +
      'Almost all targets of a size need as many gates as their number of parameters requires. That a smaller number ' +
      'fails at every placement is evidence, not proof.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Gates of the best circuits. Beside them the infidelity with one gate fewer.',
        columns: ['target', 'gate', 'fewest found', 'lower bound', 'generic', 'placement', 'one gate fewer', 'search'],
        rows: found.map(({ name, front }) => {
          const { entries, gates, lowerBound, generic, family } = front;
          const end = gates === null ? undefined : entries[gates];
          const less = entries[(gates ?? entries.length) - 1];
          const bound = lowerBound === Infinity ? 'unreachable' : lowerBound;
          const where = end === undefined ? null : placementKey(end.placement);
          return [name, FAMILIES[family], gates, bound, generic, where, less?.infidelity ?? null, less?.search ?? null];
        }),
      },
    ],
  };
}

/** Least infidelity that is drawn: the search does not try to go lower. */
const FLOOR = 1e-12;

function fronts(found: readonly Found[]): StudySection {
  const families = [...new Set(found.map(({ front }) => front.family))];
  return {
    heading: 'Error against cost',
    text: 'The best circuit found for each number of gates, over all placements tried. Infidelities below 10⁻¹² are drawn at 10⁻¹².',
    exhibits: families.map((family) => ({
      kind: 'chart',
      caption: `Infidelity against number of gates: ${FAMILIES[family]}. One-qubit gates are free.`,
      x: { label: `number of ${FAMILIES[family]}s`, kind: 'linear', include: [0] },
      y: { label: 'infidelity (log scale)', kind: 'log' },
      series: found
        .filter(({ front }) => front.family === family)
        .map(({ name, front }) => ({
          name,
          mark: 'line-and-points',
          points: front.entries.map(({ gates, infidelity }) => [gates, Math.max(infidelity, FLOOR)] as const),
        })),
    })),
  };
}

function circuits(found: readonly Found[]): StudySection {
  return {
    heading: 'Circuits',
    text: 'As rotations; a CNOT stands as the rotation ZZ by π/2, which it is up to one-qubit gates.',
    exhibits: found.map(({ name, front }) => ({
      kind: 'circuit',
      caption: `${name} by ${plural(front.gates!, FAMILIES[front.family])}. The circuit of fewest gates that was found.`,
      circuit: front.entries[front.gates!]!.circuit,
      theta: [],
    })),
  };
}

function checksOf({ name, target, front, allPairs }: Found): readonly Check[] {
  const { family, gates, entries, lowerBound } = front;
  const what = `${name}, ${FAMILIES[family]}s`;
  if (gates === null) return [];
  const known = allPairs ? PUBLISHED[`${name} ${family}`] : undefined;
  return [
    atLeast(`${what}: not fewer than the bound by Schmidt ranks`, 'theorem', gates, lowerBound),
    atMost(
      `${what}: infidelity of the circuit, run anew`,
      'independent computation',
      rerun(target, entries[gates]!),
      1e-9,
    ),
    ...(known === undefined ? [] : [equals(`${what}: fewest gates`, 'published value', gates, known, 0)]),
  ];
}

/** The infidelity of a circuit run on every basis state in turn. */
function rerun(target: GateTarget, { circuit }: FrontEntry): number {
  const none = new Float64Array(0);
  if (target.kind === 'state') {
    const [re, im] = innerProduct(target.amplitudes, runCircuit(circuit, none));
    return 1 - re * re - im * im;
  }
  const { rows } = target.matrix;
  let [re, im] = [0, 0];
  for (let k = 0; k < rows; k++) {
    const basis = new Float64Array(2 * rows);
    basis[2 * k] = 1;
    const [x, y] = innerProduct(
      columnOf(target.matrix, k),
      runCircuit(circuit, none, { length: rows, interleaved: basis }),
    );
    re += x / rows;
    im += y / rows;
  }
  return 1 - re * re - im * im;
}
