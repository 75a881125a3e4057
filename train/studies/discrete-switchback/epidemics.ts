/** @file How a perturbation spreads in random circuits of many qubits, and which gates of its precursor cancel. */

import { causalCone } from '../../../src/bulk/causal-cones.ts';
import type { Circuit } from '../../../src/circuit/circuit.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { place } from '../../../src/operator/pauli.ts';
import { atMost, type Check, type Exhibit, equals, type StudySection } from '../../../src/record/study-record.ts';
import {
  type DiscreteEpidemic,
  discreteEpidemic,
  epidemicComplexity,
  epidemicSize,
} from '../../../src/systems/cayley/index.ts';

/** The spread on one number of qubits. */
export interface Spread {
  readonly qubits: number;
  readonly epidemic: DiscreteEpidemic;
  /** Time at which the straight line of late growth begins, of the equation, of exact sizes, and of gates that do not cancel. */
  readonly delays: readonly [number, number, number];
}

/** Gates in causal cones of drawn circuits. */
export interface Cones {
  readonly qubits: number;
  readonly rows: readonly {
    readonly gates: number;
    readonly mean: number;
    readonly error: number;
    readonly exact: number;
  }[];
}

export function measuredSpreads(scramblers: readonly number[]): readonly Spread[] {
  return scramblers.map((qubits) => {
    const until = 2 * Math.log(qubits) + 12;
    const epidemic = discreteEpidemic(qubits, Math.ceil((qubits * until) / 2));
    const last = epidemic.times.at(-1)!;
    // Late growth is 2K of sizes and K of gates per unit of time.
    const delays = [
      last - epidemicComplexity(qubits, last) / (2 * qubits),
      last - epidemic.sizeOverTime.at(-1)! / (2 * qubits),
      last - epidemic.uncancelled.at(-1)! / qubits,
    ] as const;
    return { qubits, epidemic, delays };
  });
}

export function sampledCones(samples: number, seed: number): Cones {
  const qubits = 16;
  const stream = randomStream(seed, 'cones');
  const lengths = [16, 32, 48, 64];
  const draws = Math.min(200, samples);
  const counts = lengths.map((): number[] => []);
  for (let draw = 0; draw < draws; draw++) {
    const gates = Array.from({ length: 64 }, () => {
      const a = Math.floor(qubits * stream.uniform());
      const b = (a + 1 + Math.floor((qubits - 1) * stream.uniform())) % qubits;
      return { word: place(qubits, { [a]: 'X', [b]: 'Y' }), angle: 0.7 };
    });
    lengths.forEach((length, k) => {
      const circuit: Circuit = { kind: 'circuit', qubits, parameters: 0, gates: gates.slice(0, length) };
      counts[k]!.push(2 * causalCone(circuit, [0]).nodes.filter((id) => id.startsWith('gate')).length);
    });
  }
  const { uncancelled } = discreteEpidemic(qubits, 64);
  const rows = lengths.map((length, k) => {
    const mean = counts[k]!.reduce((a, b) => a + b) / draws;
    const error = Math.sqrt(counts[k]!.reduce((sum, count) => sum + (count - mean) ** 2, 0)) / draws;
    return { gates: length, mean, error, exact: uncancelled[length]! };
  });
  return { qubits, rows };
}

export function spreadSection(spreads: readonly Spread[], cones: Cones): StudySection {
  const shown = spreads.find(({ qubits }) => qubits >= 100) ?? spreads.at(-1)!;
  const { times, size, sizeOverTime, uncancelled } = shown.epidemic;
  const step = Math.ceil(times.length / 200);
  const against = (values: readonly number[]) =>
    values.flatMap((value, k) => (k % step === 0 ? [[times[k]!, value] as const] : []));
  return {
    heading: 'Spreading, and what cancels',
    text:
      'In a circuit of gates on random pairs, K/2 of them per unit of time, a perturbation of one qubit spreads as an epidemic. Gates of U outside its light cone meet their ' +
      'inverses in U⁻¹WU and cancel. The equation C(τ) = 2K log((K − 1 + e^{τ})/K) counts infected qubits over time; the exact means for drawn pairs are beside it. A ' +
      'gate touches two qubits, so late growth is K gates and 2K qubits per unit of time.',
    exhibits: [
      {
        kind: 'chart',
        caption: `Precursor on ${shown.qubits} qubits. Exact means over all circuits of gates on pairs.`,
        x: { label: 'time τ (2 × gates / K)', kind: 'linear', include: [0] },
        y: { label: 'C / K', kind: 'linear', include: [0] },
        series: [
          {
            name: 'equation',
            mark: 'dash',
            points: against(times.map((time) => epidemicComplexity(shown.qubits, time) / shown.qubits)),
          },
          {
            name: 'infected qubits over time, exact',
            mark: 'line',
            points: against(sizeOverTime.map((value) => value / shown.qubits)),
          },
          {
            name: 'gates that do not cancel, exact',
            mark: 'line',
            points: against(uncancelled.map((value) => value / shown.qubits)),
          },
        ],
      },
      {
        kind: 'chart',
        caption: `Size of the perturbation on ${shown.qubits} qubits.`,
        x: { label: 'time τ', kind: 'linear', include: [0] },
        y: { label: 'qubits', kind: 'log' },
        series: [
          { name: 'equation', mark: 'dash', points: against(times.map((time) => epidemicSize(shown.qubits, time))) },
          { name: 'exact mean', mark: 'line', points: against(size) },
        ],
      },
      ...delayExhibits(spreads, cones),
    ],
  };
}

/** The delays by number of qubits, and the cones of drawn circuits. */
function delayExhibits(spreads: readonly Spread[], cones: Cones): readonly Exhibit[] {
  return [
    {
      kind: 'chart',
      caption:
        'The delay of the switchback. Where the line of late growth begins: log K + γ for infected qubits, log K + γ − 1 for gates.',
      x: { label: 'qubits K', kind: 'log' },
      y: { label: 'delay τ*', kind: 'linear', include: [0] },
      series: [
        { name: 'log K', mark: 'dash', points: spreads.map(({ qubits }) => [qubits, Math.log(qubits)] as const) },
        {
          name: 'infected qubits, exact',
          mark: 'line-and-points',
          points: spreads.map(({ qubits, delays }) => [qubits, delays[1]] as const),
        },
        {
          name: 'gates that do not cancel',
          mark: 'line-and-points',
          points: spreads.map(({ qubits, delays }) => [qubits, delays[2]] as const),
        },
      ],
    },
    {
      kind: 'table',
      caption: `Causal cones of drawn circuits on ${cones.qubits} qubits. Gates that do not cancel in U⁻¹WU.`,
      columns: ['gates of U', 'drawn', '±', 'exact mean'],
      rows: cones.rows.map(({ gates, mean, error, exact }) => [gates, mean, error, exact]),
    },
  ];
}

export function spreadChecks(spreads: readonly Spread[], cones: Cones): readonly Check[] {
  return [
    ...cones.rows.map(({ gates, mean, error, exact }) =>
      atMost(
        `gates in causal cones of ${gates} drawn gates: standard errors from the exact mean`,
        'independent computation',
        Math.abs(mean - exact) / error,
        4,
      ),
    ),
    ...spreads.flatMap(({ qubits: K, delays }) => [
      equals(`K = ${K}: delay of the equation, log K`, 'closed form', delays[0], Math.log(K), 1e-4),
      equals(
        `K = ${K}: delay of infected qubits, (K − 1)H_{K−1}/K`,
        'closed form',
        delays[1],
        ((K - 1) * harmonic(K - 1)) / K,
        1e-4,
      ),
      equals(
        `K = ${K}: delay of gates, (K − 1)(H_{K−1} − 1)/K`,
        'closed form',
        delays[2],
        ((K - 1) * (harmonic(K - 1) - 1)) / K,
        1e-4,
      ),
    ]),
  ];
}

const harmonic = (n: number): number => Array.from({ length: n }, (_, k) => 1 / (k + 1)).reduce((a, b) => a + b);
