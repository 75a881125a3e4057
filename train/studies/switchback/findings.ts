/** @file The findings of the study in words, tables and pictures. */

import { type Growth, growthOf } from '../../../src/comparison/complexity-growth.ts';
import { atMost, type Check, equals, type Findings, type StudySection } from '../../../src/record/study-record.ts';

interface Measured {
  readonly qubits: number;
  readonly times: readonly number[];
  /** Lengths to exp(−iHt) and to the precursor. */
  readonly there: readonly number[];
  readonly andBack: readonly number[];
  readonly speed: number;
}

export function findings(measured: Measured): Findings {
  const { qubits, times, there, andBack } = measured;
  const [out, back] = [growthOf(times, there), growthOf(times, andBack)];
  const longest = 2 * there.at(-1)! + andBack[0]!;
  return {
    title: 'Switchback: what a perturbation of the past costs',
    question: `How complex is exp(iHt) X₀ exp(−iHt) on ${qubits} qubits, compared with the way there and back? (II.A, complexity and time)`,
    answer:
      `exp(−iHt) grows by ${out.rate.toFixed(3)} per unit of time from the start; the precursor of X₀ stays at ${andBack[0]!.toFixed(3)}` +
      `${back.rate === 0 ? ' and never grows' : ` and grows after t* = ${back.delay.toFixed(2)}, by ${back.rate.toFixed(3)}`}. ` +
      `At t = ${times.at(-1)!.toFixed(2)} it is found at ${andBack.at(-1)!.toFixed(3)}, where there, X₀, and back would take ${longest.toFixed(3)}: ` +
      `what commutes with X₀ cancels. All lengths are upper bounds; on so few qubits the rate 2v of a large system is not reached.`,
    sections: [lengthSection(measured, out, back)],
    checks: checksOf(measured),
    verdicts: [],
  };
}

function lengthSection({ times, there, andBack, speed }: Measured, out: Growth, back: Growth): StudySection {
  const points = (values: readonly number[]) => times.map((time, k) => [time, values[k]!] as const);
  const shown = (name: string, { rate, delay, plateau, saturation }: Growth) => [
    name,
    rate,
    delay,
    plateau,
    saturation,
  ];
  return {
    heading: 'Complexity against time',
    text:
      'Words of two neighbours and of one qubit are the controls, at weight 1. Paths are searched for from ' +
      'random starts at each time and continued from both neighbouring times; the shortest path of exact slices is kept.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Complexity in time. The dashed line is the sum of the ways there, through X₀, and back.',
        x: { label: 'time t (1/J)', kind: 'linear' },
        y: { label: 'length', kind: 'linear', include: [0] },
        series: [
          { name: 'exp(−iHt)', mark: 'line-and-points', points: points(there) },
          { name: 'precursor of X₀', mark: 'line-and-points', points: points(andBack) },
          { name: 'there and back', mark: 'dash', points: points(there.map((length) => 2 * length + andBack[0]!)) },
        ],
      },
      {
        kind: 'table',
        caption: `Growth. A line through the rise; F(H) = ${speed.toFixed(4)} is the rate of the evolution itself.`,
        columns: ['curve', 'rate', 'delay', 'plateau', 'nine tenths at'],
        rows: [shown('exp(−iHt)', out), shown('precursor', back)],
      },
    ],
  };
}

function checksOf({ times, there, andBack, speed }: Measured): readonly Check[] {
  const step = times[1]! - times[0]!;
  const excess = (values: readonly number[], bound: (k: number) => number): number =>
    Math.max(...values.map((value, k) => value - bound(k)));
  return [
    equals('C(X₀) = π/2', 'closed form', andBack[0]!, Math.PI / 2, 1e-5),
    atMost(
      'exp(−iHt) is no longer than F(H)·t',
      'theorem',
      excess(there, (k) => speed * times[k]!),
      0,
      1e-5,
    ),
    atMost(
      'the precursor is no longer than there, X₀, and back',
      'theorem',
      excess(andBack, (k) => 2 * there[k]! + Math.PI / 2),
      0,
      1e-5,
    ),
    atMost(
      'in a step of time the precursor grows by no more than 2F(H)Δt',
      'theorem',
      excess(andBack, (k) => (k === 0 ? Math.PI / 2 : andBack[k - 1]! + 2 * speed * step)),
      0,
      1e-5,
    ),
  ];
}
