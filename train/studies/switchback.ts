/** @file What does a perturbation of the past cost? The precursor W(t) = exp(iHt) W exp(−iHt), and the switchback. */

import { z } from 'zod';
import { unitaryComplexityAlongCurve } from '../../src/comparison/complexity-along-curve.ts';
import { evolutionOperator, type Growth, growthOf, precursor } from '../../src/comparison/complexity-growth.ts';
import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { place } from '../../src/operator/pauli.ts';
import { combinePauliSums, type PauliSum, pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { atMost, type Check, equals, type Findings, type StudySection } from '../../src/record/study-record.ts';
import { type PartStep, study } from '../study.ts';
import { TWO_LOCAL } from './shortest-path.ts';

const options = z.strictObject({
  qubits: z.int().min(2).max(4).default(3).describe('number of qubits on the chain'),
  field: z.number().default(1.05).describe('transverse field g; the coupling J is 1'),
  tilt: z.number().default(0.5).describe('longitudinal field h; 0 is integrable'),
  until: z.number().positive().default(1.8).describe('last time, in units of 1/J'),
  times: z.int().min(4).default(13).describe('number of times, the first is 0'),
  slices: z.int().min(2).default(8).describe('K, slices of each path'),
  starts: z.int().positive().default(2).describe('random starts at each time, beside the paths of its neighbours'),
});

export const switchback = study({
  summary: 'cost of a perturbation of the past: the complexity of exp(iHt) W exp(−iHt) waits before it grows',
  options,
  *run({ qubits, field, tilt, until, times: count, slices, starts }, { seed, part }) {
    const H = tiltedIsing(qubits, field, tilt);
    const times = Array.from({ length: count }, (_, k) => (until * k) / (count - 1));
    const W = pauliSumMatrix({ qubits, terms: [{ word: place(qubits, { 0: 'X' }), coefficient: 1 }] });
    const lengths = (list: readonly ComplexMatrix[]) => () => alongCurve(list, { slices, starts, seed });
    const there = yield* part('evolution', 0.5, lengths(times.map((time) => evolutionOperator(H, time))));
    const andBack = yield* part('precursor', 1, lengths(times.map((time) => precursor(H, W, time))));
    const speed = Math.hypot(...H.terms.map(({ coefficient }) => coefficient));
    return findings({ qubits, times, there, andBack, speed });
  },
});

/** −Σ Z Z − g Σ X − h Σ Z on the open chain. */
function tiltedIsing(qubits: number, field: number, tilt: number): PauliSum {
  const terms = Array.from({ length: qubits }, (_, q) => ({ word: place(qubits, { [q]: 'Z' }), coefficient: -tilt }));
  return combinePauliSums([
    [1, transverseFieldIsing(chain(qubits), { field })],
    [1, { qubits, terms }],
  ]);
}

function* alongCurve(
  unitaries: readonly ComplexMatrix[],
  search: { readonly slices: number; readonly starts: number; readonly seed: number },
): Generator<PartStep, readonly number[]> {
  const steps = unitaryComplexityAlongCurve(TWO_LOCAL.chain, unitaries, search);
  const all = 3 * unitaries.length - 2;
  for (let done = 0; ; done++) {
    const next = steps.next();
    if (next.done) return next.value.map(({ path }) => path.length);
    const { origin, point } = next.value;
    const from = origin === 'start' ? 'from random starts' : `from the time ${origin}`;
    yield { message: `time ${point + 1} of ${unitaries.length}, ${from}`, progress: done / all };
  }
}

interface Measured {
  readonly qubits: number;
  readonly times: readonly number[];
  /** Lengths to exp(−iHt) and to the precursor. */
  readonly there: readonly number[];
  readonly andBack: readonly number[];
  readonly speed: number;
}

function findings(measured: Measured): Findings {
  const { qubits, times, there, andBack } = measured;
  const [out, back] = [growthOf(times, there), growthOf(times, andBack)];
  const longest = 2 * there.at(-1)! + andBack[0]!;
  return {
    title: 'Switchback: what a perturbation of the past costs',
    question: `How complex is exp(iHt) X₀ exp(−iHt) on ${qubits} qubits, beside the way there and back? (II.A, complexity and time)`,
    answer:
      `exp(−iHt) grows by ${out.rate.toFixed(3)} per unit of time from the start; the precursor of X₀ rests at ${andBack[0]!.toFixed(3)}` +
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
    text: 'Words of two neighbours and of one qubit are the controls, at weight 1. Each time is searched from random starts and followed from its neighbours, both ways; the shortest path of exact slices is kept.',
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
