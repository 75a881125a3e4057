/** @file How does complexity grow in time, under an integrable and under a chaotic Hamiltonian? */

import { z } from 'zod';
import { haarRandom } from '../../datasets/haar-random.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import { refinedPath } from '../../src/geodesic/state/refined-path.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { exponentialAction } from '../../src/linalg/exponential-action.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { place } from '../../src/operator/pauli.ts';
import { combinePauliSums, type PauliSum, pauliSumMatrix, pauliSumOperator } from '../../src/operator/pauli-sum.ts';
import { atMost, type Check, equals, type Findings, type StudySection } from '../../src/record/study-record.ts';
import { entanglementEntropy } from '../../src/state/entropy.ts';
import {
  levelSpacingRatio,
  ORTHOGONAL_RATIO,
  POISSON_RATIO,
  symmetricSector,
} from '../../src/state/level-statistics.ts';
import { type PartStep, study } from '../study.ts';
import { groundZero, qubitDimensions, shortestPath, TWO_LOCAL } from './shortest-path.ts';

const options = z.strictObject({
  qubits: z.int().min(2).max(6).default(4).describe('number of qubits that evolve'),
  field: z.number().default(1.05).describe('transverse field g; the coupling J is 1'),
  tilt: z.number().default(0.5).describe('longitudinal field h of the chaotic Hamiltonian'),
  until: z.number().positive().default(4).describe('last time, in units of 1/J'),
  times: z.int().min(3).default(13).describe('number of times, the first is 0'),
  levels: z.int().min(4).max(11).default(9).describe('qubits of the chain whose level statistics are shown'),
  haarStates: z.int().positive().default(3).describe('Haar-random states, for the level of saturation'),
  slices: z.int().min(2).multipleOf(2).default(8).describe('K, slices of each path'),
  starts: z.int().positive().default(2).describe('random starts at each time, beside the path of the time before'),
});

interface Point {
  readonly time: number;
  readonly length: number;
  readonly infidelity: number;
  /** The length of the evolution itself, F(H)·t. */
  readonly straight: number;
  readonly entropy: number;
}
interface TimePath {
  readonly point: Point;
  readonly velocity: readonly (readonly number[])[];
}
interface Curve {
  readonly name: string;
  readonly ratio: number;
  readonly points: readonly Point[];
}

export const evolutionComplexity = study({
  summary: 'growth and saturation of complexity under an integrable and a chaotic Hamiltonian',
  options,
  *run({ qubits: n, field, tilt, until, times, levels, haarStates, slices, starts }, { seed, part }) {
    const metric = TWO_LOCAL.chain;
    const search = { slices, starts, seed };
    const models: readonly (readonly [string, number])[] = [
      ['integrable', 0],
      ['chaotic', tilt],
    ];
    const curves: Curve[] = [];
    for (const [k, [name, h]] of models.entries()) {
      const ratio = yield* part(`${name}: levels`, 0.05 + 0.45 * k, () =>
        meanRatio(tiltedIsing(levels, field, h), h !== 0),
      );
      const points: Point[] = [];
      let path: readonly (readonly number[])[] | null = null;
      for (let step = 0; step < times; step++) {
        const time = (until * step) / (times - 1);
        const H = tiltedIsing(n, field, h);
        const before: readonly (readonly number[])[] | null = path;
        const done = 0.05 + 0.45 * k + (0.4 * (step + 1)) / times;
        const found: TimePath = yield* part(`${name}, t = ${time.toFixed(2)}`, done, () =>
          pathAt(metric, H, time, before, search),
        );
        path = found.velocity;
        points.push(found.point);
      }
      curves.push({ name, ratio, points });
    }
    const saturated: number[] = [];
    for (let k = 0; k < haarStates; k++) {
      const { amplitudes } = haarRandom(n, seed + k);
      const work = () => shortestPath(metric, amplitudes, search);
      saturated.push((yield* part(`Haar-random ${k + 1}`, 0.95 + (0.05 * (k + 1)) / haarStates, work)).length);
    }
    return findings(n, levels, curves, saturated);
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

/** In the sector that reflection, and without tilt the flip of all spins, leave as it is. */
function meanRatio(H: PauliSum, tilted: boolean): number {
  const { qubits } = H;
  const reflected = (b: number): number => {
    let image = 0;
    for (let q = 0; q < qubits; q++) image |= ((b >> q) & 1) << (qubits - 1 - q);
    return image;
  };
  const flipped = (b: number): number => 2 ** qubits - 1 - b;
  const sector = symmetricSector(pauliSumMatrix(H), tilted ? [reflected] : [reflected, flipped]);
  return levelSpacingRatio(hermitianEigenvalues(sector));
}

/** The shortest path found to e^{−iHt}|0…0⟩: searched anew, continued from the time before, and the evolution itself, shortened. */
function* pathAt(
  metric: PenaltyMetric,
  H: PauliSum,
  time: number,
  before: readonly (readonly number[])[] | null,
  search: { readonly slices: number; readonly starts: number; readonly seed: number },
): Generator<PartStep, TimePath> {
  const zero = groundZero(H.qubits);
  const psi = time === 0 ? zero : evolved(H, time);
  const { words } = controlWords(metric, H.qubits);
  const own = words.map((word) => H.terms.find((term) => term.word === word)?.coefficient ?? 0);
  const evolution = Array.from({ length: search.slices }, () => own.map((value) => value * time));
  const candidates = [
    yield* shortestPath(metric, psi, search),
    ...[evolution, ...(before === null ? [] : [before])].map((velocity) => refinedPath(metric, zero, psi, velocity)),
  ].filter(({ infidelity }) => infidelity < 1e-8);
  const best = candidates.reduce((a, b) => (b.length < a.length ? b : a));
  const half = Array.from({ length: Math.floor(H.qubits / 2) }, (_, q) => q);
  const point = {
    time,
    length: best.length,
    infidelity: best.infidelity,
    straight: Math.hypot(...own) * time,
    entropy: entanglementEntropy(psi, qubitDimensions(H.qubits), half),
  };
  return { point, velocity: best.velocity };
}

const evolved = (H: PauliSum, time: number): ComplexVector =>
  exponentialAction(pauliSumOperator(H), groundZero(H.qubits), time);

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

function findings(n: number, levels: number, curves: readonly Curve[], saturated: readonly number[]): Findings {
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
    answer: `Both grow at once, but slower than the evolution itself, F(H)·t, for part of H leaves |0…0⟩ as it is, and saturate. In the last third of the times the mean is ${late[0]!.toFixed(3)} (integrable) and ${late[1]!.toFixed(3)} (chaotic); Haar-random states of ${n} qubits have ${haar.toFixed(3)}. The Hamiltonians are told apart by their levels, r = ${integrable.ratio.toFixed(3)} and ${chaotic.ratio.toFixed(3)} (Poisson ${POISSON_RATIO.toFixed(3)}, orthogonal ensemble ${ORTHOGONAL_RATIO}).`,
    sections: [growthSection(curves, haar), levelSection(levels, curves)],
    checks,
    verdicts: [
      {
        statement: 'complexity grows for a long time under chaotic evolution, as the volume behind a horizon does',
        source: 'I, II.A',
        verdict: 'analogy',
        because: `at n = ${n} it saturates within a few units of time, at ${(late[1]! / haar).toFixed(3)} of the Haar-random mean (integrable: ${(late[0]! / haar).toFixed(3)}); growth for a time exponential in n, and its reading as a volume, cannot be seen at this size`,
      },
    ],
  };
}

function growthSection(curves: readonly Curve[], haar: number): StudySection {
  return {
    heading: 'Growth and saturation',
    text: 'Shortest paths found from |0…0⟩ to exp(−iHt)|0…0⟩ on the chain: searched anew at every time, continued from the time before, and the evolution itself shortened; the shortest counts. The evolution is a path of length F(H)·t, so complexity cannot grow faster (dashed).',
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
    text: `Mean ratio of neighbouring level spacings of the chain of ${levels} qubits, in the sector even under reflection (and under the flip of all spins, where that is a symmetry). Levels of an integrable Hamiltonian ignore each other, those of a chaotic one repel.`,
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
