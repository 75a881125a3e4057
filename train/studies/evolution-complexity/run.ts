/** @file How does complexity grow in time, under an integrable and under a chaotic Hamiltonian? */

import { haarRandom } from '../../../datasets/haar-random.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { refinedPath } from '../../../src/geodesic/state/refined-path.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { exponentialAction } from '../../../src/linalg/exponential-action.ts';
import { hermitianEigenvalues } from '../../../src/linalg/hermitian-eigen.ts';
import { transverseFieldIsing } from '../../../src/operator/hamiltonian.ts';
import { chain } from '../../../src/operator/lattice.ts';
import { place } from '../../../src/operator/pauli.ts';
import { combinePauliSums, type PauliSum, pauliSumMatrix, pauliSumOperator } from '../../../src/operator/pauli-sum.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import { entanglementEntropy } from '../../../src/state/entropy.ts';
import { levelSpacingRatio, symmetricSector } from '../../../src/state/level-statistics.ts';
import { zeroState } from '../../../src/state/zero-state.ts';
import type { PartStep, StudyContext, StudyStep } from '../../study.ts';
import { qubitDimensions, shortestPath, TWO_LOCAL } from '../shortest-path.ts';
import { type Curve, findings, type Point } from './findings.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { qubits: n, field, tilt, until, times, levels, haarStates, slices, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
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
}

interface TimePath {
  readonly point: Point;
  readonly velocity: readonly (readonly number[])[];
}

/** −Σ Z Z − g Σ X − h Σ Z on the open chain. */
function tiltedIsing(qubits: number, field: number, tilt: number): PauliSum {
  const terms = Array.from({ length: qubits }, (_, q) => ({ word: place(qubits, { [q]: 'Z' }), coefficient: -tilt }));
  return combinePauliSums([
    [1, transverseFieldIsing(chain(qubits), { field })],
    [1, { qubits, terms }],
  ]);
}

/** Levels in the sector that is even under reflection and, without tilt, under the flip of all spins. */
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

/**
 * The shortest path found to e^{−iHt}|0…0⟩: searched for anew, continued from the previous time, and the evolution
 * itself, shortened.
 */
function* pathAt(
  metric: PenaltyMetric,
  H: PauliSum,
  time: number,
  before: readonly (readonly number[])[] | null,
  search: { readonly slices: number; readonly starts: number; readonly seed: number },
): Generator<PartStep, TimePath> {
  const zero = zeroState(H.qubits);
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
  exponentialAction(pauliSumOperator(H), zeroState(H.qubits), time);
