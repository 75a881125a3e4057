/** @file The findings of the study in words, tables and pictures. */

import type { Circuit, Rotation } from '../../../src/circuit/circuit.ts';
import { layeredLength } from '../../../src/complexity/layered-length.ts';
import type { StateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { brief } from '../../../src/number-format.ts';
import {
  atLeast,
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import { fidelity, fubiniStudyDistance } from '../../../src/state/fidelity.ts';
import { permutations, permutedQubits } from '../../../src/state/permuted-qubits.ts';
import { geometryDifference, pairGeometry, TWO_LOCAL } from '../shortest-path.ts';
import { type Branch, branches } from '../teleportation-protocol.ts';
import { referenceSection } from './teleportation-reference.ts';

/** Tod holds qubit 0, Alice 1, Bob 2. */
export const [TOD, ALICE, BOB] = [0, 1, 2] as const;

const PARTIES = ['Tod', 'Alice', 'Bob'] as const;

export interface Stage {
  readonly name: string;
  readonly state: ComplexVector;
  readonly gates: readonly Rotation[];
}

/** The end of the loop of one outcome against its beginning. */
interface Loop {
  /** Greatest difference of the link lengths. */
  readonly geometry: number;
  /** Fubini–Study distance of the states. */
  readonly states: number;
  /** Fidelity after each permutation of the qubits. */
  readonly permuted: readonly number[];
}

interface Measured {
  readonly stages: readonly Stage[];
  readonly paths: readonly StateGeodesic[];
  readonly fidelities: readonly number[];
  readonly outcomes: readonly Branch[];
  readonly loops: readonly Loop[];
  /** Length of the circuit up to the measurement. */
  readonly circuit: number;
}

export function findings(
  stages: readonly Stage[],
  paths: readonly StateGeodesic[],
  fidelities: readonly number[],
): Findings {
  const start = stages[1]!;
  const outcomes = branches(stages[3]!.state, TOD);
  const loops: readonly Loop[] = outcomes.map(({ corrected }) => ({
    geometry: geometryDifference(pairGeometry(start.state).distances, pairGeometry(corrected).distances),
    states: fubiniStudyDistance(start.state, corrected),
    permuted: permutations(3).map((order) => fidelity(permutedQubits(start.state, order), corrected)),
  }));
  const reference = referenceSection();
  const circuit = layeredLength(
    { kind: 'circuit', qubits: 3, parameters: 0, gates: stages[3]!.gates },
    TWO_LOCAL['all-to-all'],
  )(new Float64Array()).value;
  const measured: Measured = { stages, paths, fidelities, outcomes, loops, circuit };
  return {
    title: 'Teleportation as a loop of geometries',
    question:
      'What are the geometries of the stages of teleportation, and does it change only the gauge? (III.F, Fig. 3)',
    answer:
      `Every outcome teleports every state: least fidelity ${Math.min(...fidelities).toFixed(10)} over ${fidelities.length} ` +
      'runs. The geometry, distances from mutual information, returns to three separate points; the state does ' +
      "not, it returns with Tod and Bob exchanged. With a reference that is entangled with Tod's qubit, the " +
      'link ends at Bob at length 0 in every outcome that is known, and there is no link if the outcome is not ' +
      'known.',
    sections: [stageSection(stages, paths, circuit), outcomeSection(outcomes, loops), reference.section],
    checks: [...checksOf(measured), ...reference.checks],
    verdicts: verdictsOf(measured),
  };
}

function checksOf({ stages, paths, fidelities, outcomes, loops, circuit }: Measured): readonly Check[] {
  return [
    equals(
      'least fidelity of the teleported state, all inputs and outcomes',
      'closed form',
      Math.min(...fidelities),
      1,
      1e-10,
    ),
    ...outcomes.map(({ probability, tod, alice }) =>
      equals(`probability of the outcome (${brief(tod)}, ${brief(alice)})`, 'closed form', probability, 0.25, 1e-10),
    ),
    equals(
      'distance of Alice and Bob after U_{AB}',
      'closed form',
      pairGeometry(stages[2]!.state).distances[1]![2] ?? 1,
      0,
      1e-10,
    ),
    ...loops.flatMap(({ geometry, permuted }, k) => [
      equals(`outcome ${k + 1}: geometry at the end against the beginning`, 'closed form', geometry, 0, 1e-10),
      equals(
        `outcome ${k + 1}: fidelity with the beginning, Tod and Bob exchanged`,
        'closed form',
        permuted[5]!,
        1,
        1e-10,
      ),
    ]),
    atMost('shortest path to the scrambled state against the circuit', 'theorem', paths[3]!.length, circuit, 1e-9),
    atLeast(
      'distance of the states at the ends of the loop',
      'theorem',
      Math.min(...loops.map(({ states }) => states)),
      1e-3,
    ),
    ...paths.map(({ infidelity }, k) =>
      atMost(`path to: ${stages[k]!.name}, infidelity`, 'independent computation', infidelity, 1e-8),
    ),
  ];
}

function verdictsOf({ paths, loops, circuit }: Measured): readonly Verdict[] {
  const scrambled = paths[3]!.length;
  return [
    {
      statement: 'after U_{AB} Alice and Bob are at distance zero',
      source: 'III.F',
      verdict: 'holds',
      because: 'their mutual information is 2 log 2, the greatest of two qubits',
    },
    {
      statement:
        'teleportation is a closed loop of geometries and an open curve of states, whose ends a permutation relates',
      source: 'III.F',
      verdict: 'holds',
      because:
        `geometries agree to rounding; the states at the ends are ${loops[0]!.states.toFixed(4)} apart, 0 after ` +
        'the exchange of Tod and Bob, if the measured qubits are reset by the local operations that the outcome ' +
        'tells',
    },
    {
      statement: 'the circuit is the geodesic to the state before the measurement',
      source: 'III.F',
      verdict: scrambled < circuit - 1e-3 ? 'fails' : 'holds',
      because: `the circuit, commuting words at the same time, has length ${circuit.toFixed(4)}, the shortest path found ${scrambled.toFixed(4)}`,
    },
    {
      statement: 'reversing U_{AT} by the two classical bits makes a wormhole of length zero between Tod and Bob',
      source: 'III.F',
      verdict: 'analogy',
      because:
        "the distance between the reference of Tod's state and Bob is 0 for each known outcome, before the correction as after it, and infinite if the outcome is not known; a correction is a local unitary, which changes no distance",
    },
  ];
}

/** Rounding is shown as 0. */
const rounded = (value: number): number => (Math.abs(value) < 1e-8 ? 0 : value);

function stageSection(stages: readonly Stage[], paths: readonly StateGeodesic[], circuit: number): StudySection {
  const pairs = [
    [TOD, ALICE],
    [ALICE, BOB],
    [TOD, BOB],
  ] as const;
  const rows = stages.map(({ name, state }, k) => {
    const { information, distances } = pairGeometry(state);
    const cell = ([a, b]: readonly [number, number]): string =>
      distances[a]![b] === null ? '∞' : distances[a]![b]!.toFixed(4);
    return [
      name,
      ...pairs.map(cell),
      ...pairs.map(([a, b]) => rounded(information[a]![b]!)),
      rounded(paths[k]!.length),
    ];
  });
  const columns = pairs.map(([a, b]) => `${PARTIES[a]}–${PARTIES[b]}`);
  const drawn: Circuit = { kind: 'circuit', qubits: 3, parameters: 0, gates: stages[3]!.gates };
  return {
    heading: 'The stages',
    text:
      'One input state, drawn at random. Link lengths are −log(I/2 log 2), infinite where two qubits share ' +
      'no mutual information. The complexity of a stage is the length of the shortest path found to it, all ' +
      `pairs allowed (an upper bound); the circuit up to the measurement has length ${circuit.toFixed(4)}. How ` +
      'far Tod and Alice are after U_{AT} depends on the input state.',
    exhibits: [
      { kind: 'circuit', caption: 'Up to the measurement. Qubits: Tod, Alice, Bob.', circuit: drawn, theta: [] },
      {
        kind: 'table',
        caption: 'Link lengths, mutual information (nats) and complexity, stage by stage.',
        columns: ['stage', ...columns.map((pair) => `d ${pair}`), ...columns.map((pair) => `I ${pair}`), 'complexity'],
        rows,
      },
      {
        kind: 'chart',
        caption: 'Complexity along the protocol. From a simple state through a complex one to a simple one.',
        x: { label: 'stage', kind: 'linear' },
        y: { label: 'length of the shortest path found', kind: 'linear', include: [0] },
        series: [
          { name: 'complexity', mark: 'line-and-points', points: paths.map(({ length }, k) => [k, length] as const) },
        ],
      },
    ],
  };
}

function outcomeSection(outcomes: readonly Branch[], loops: readonly Loop[]): StudySection {
  const sign = (value: number): string => (value === 1 ? '0' : '1');
  const orders = permutations(3).map((order) => order.map((q) => PARTIES[q]![0]).join(''));
  return {
    heading: 'The four outcomes',
    text:
      'Tod and Alice measure; X and Z on Bob, and X on a qubit measured in |1⟩, are the corrections. The last columns are ' +
      'fidelities of the corrected state with the state in which Tod was prepared, its qubits taken in another ' +
      'order: BAT is the exchange of Tod and Bob.',
    exhibits: [
      {
        kind: 'table',
        caption: 'The ends of the loop. Difference of geometries, distance of states, fidelity after each permutation.',
        columns: ['Tod', 'Alice', 'probability', 'geometries differ by', 'states are apart', ...orders],
        rows: outcomes.map(({ tod, alice, probability }, k) => [
          sign(tod),
          sign(alice),
          probability,
          loops[k]!.geometry,
          loops[k]!.states,
          ...loops[k]!.permuted,
        ]),
      },
    ],
  };
}
