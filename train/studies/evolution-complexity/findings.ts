/** @file The findings of the study in words, tables and pictures. */

import { atMost, type Check, equals, type Findings, type StudySection } from '../../../src/record/study-record.ts';
import { ORTHOGONAL_RATIO, POISSON_RATIO } from '../../../src/state/level-statistics.ts';

export interface Point {
  readonly time: number;
  readonly length: number;
  readonly infidelity: number;
  /** The length of the evolution itself, F(H)·t. */
  readonly straight: number;
  readonly entropy: number;
}

export interface Curve {
  readonly name: string;
  readonly ratio: number;
  readonly points: readonly Point[];
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

export function findings(n: number, levels: number, curves: readonly Curve[], saturated: readonly number[]): Findings {
  const haar = mean(saturated);
  const late = curves.map(({ points }) =>
    mean(points.slice(-Math.ceil(points.length / 3)).map(({ length }) => length)),
  );
  const [integrable, chaotic] = curves as readonly [Curve, Curve];
  const checks: readonly Check[] = curves.flatMap(({ name, points }) => [
    equals(`${name}: complexity at t = 0`, 'closed form', points[0]!.length, 0, 1e-6),
    ...points.flatMap(({ time, length, straight, infidelity }) => [
      atMost(`${name}, t = ${time.toFixed(2)}: no longer than the evolution itself`, 'theorem', length, straight, 1e-6),
      atMost(`${name}, t = ${time.toFixed(2)}: end-point infidelity`, 'independent computation', infidelity, 1e-8),
    ]),
    ...points
      .slice(1)
      .map(({ time, length, straight }, k) =>
        atMost(
          `${name}, t = ${time.toFixed(2)}: grows no faster than F(H)`,
          'theorem',
          length - points[k]!.length,
          straight - points[k]!.straight,
          0.02,
        ),
      ),
  ]);
  return {
    title: 'Complexity under time evolution',
    question:
      'How does the complexity of a state grow and saturate under an integrable and under a chaotic Hamiltonian? (I, II.A)',
    answer:
      'Both grow at once, but slower than the evolution itself, F(H)·t, for part of H leaves |0…0⟩ as it is, ' +
      `and saturate. In the last third of the times the mean is ${late[0]!.toFixed(3)} (integrable) and ` +
      `${late[1]!.toFixed(3)} (chaotic); Haar-random states of ${n} qubits have ${haar.toFixed(3)}. The ` +
      `Hamiltonians are told apart by their levels, r = ${integrable.ratio.toFixed(3)} and ` +
      `${chaotic.ratio.toFixed(3)} (Poisson ${POISSON_RATIO.toFixed(3)}, orthogonal ensemble ` +
      `${ORTHOGONAL_RATIO}).`,
    sections: [growthSection(curves, haar), levelSection(levels, curves)],
    checks,
    verdicts: [
      {
        statement: 'complexity grows for a long time under chaotic evolution, as the volume behind a horizon does',
        source: 'I, II.A',
        verdict: 'analogy',
        because:
          `at n = ${n} it saturates within a few units of time, at ${(late[1]! / haar).toFixed(3)} of the ` +
          `Haar-random mean (integrable: ${(late[0]! / haar).toFixed(3)}); growth for a time exponential in n, and ` +
          'its reading as a volume, cannot be seen at this size',
      },
    ],
  };
}

function growthSection(curves: readonly Curve[], haar: number): StudySection {
  return {
    heading: 'Growth and saturation',
    text:
      'Shortest paths found from |0…0⟩ to exp(−iHt)|0…0⟩ on the chain: searched for anew at every time, continued ' +
      'from the previous time, and the evolution itself shortened; the shortest counts. The evolution is a path ' +
      'of length F(H)·t, so complexity cannot grow faster (dashed).',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Complexity against time. Dashed: the length of the evolution itself.',
        x: { label: 'time, 1/J', kind: 'linear' },
        y: { label: 'length', kind: 'linear', include: [0] },
        series: curves.flatMap(({ name, points }) => [
          { name, mark: 'line-and-points' as const, points: points.map(({ time, length }) => [time, length] as const) },
          {
            name: `${name}, F(H)·t`,
            mark: 'dash' as const,
            points: points
              .filter(({ straight }) => straight < 2 * haar)
              .map(({ time, straight }) => [time, straight] as const),
          },
        ]),
        levels: [{ y: haar, name: 'Haar-random, mean' }],
      },
      {
        kind: 'chart',
        caption: 'Entanglement between the halves, nats.',
        x: { label: 'time, 1/J', kind: 'linear' },
        y: { label: 'entropy, nats', kind: 'linear', include: [0] },
        series: curves.map(({ name, points }) => ({
          name,
          mark: 'line-and-points' as const,
          points: points.map(({ time, entropy }) => [time, entropy] as const),
        })),
      },
    ],
  };
}

function levelSection(levels: number, curves: readonly Curve[]): StudySection {
  return {
    heading: 'Levels',
    text:
      `Mean ratio of neighbouring level spacings of the chain of ${levels} qubits, in the sector even under ` +
      'reflection (and under the flip of all spins, where that is a symmetry). Levels of an integrable ' +
      'Hamiltonian ignore each other, those of a chaotic one repel.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Mean ratio of level spacings.',
        columns: ['Hamiltonian', 'r', 'Poisson', 'orthogonal ensemble'],
        rows: curves.map(({ name, ratio }) => [name, ratio, POISSON_RATIO, ORTHOGONAL_RATIO]),
      },
    ],
  };
}
