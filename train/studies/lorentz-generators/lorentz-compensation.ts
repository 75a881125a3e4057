/**
 * @file Can a constant one-qubit Hamiltonian undo a local rotation of the start? Linear response of unitary geodesics.
 */

import { type RightInvariantMetric, weightedMetric } from '../../../src/complexity/right-invariant-metric.ts';
import { unitaryFlow } from '../../../src/geodesic/unitary/exponential-map.ts';
import { polishedShot } from '../../../src/geodesic/unitary/shooting.ts';
import type { ComplexMatrix } from '../../../src/linalg/complex.ts';
import { multiply, scaledMatrix } from '../../../src/linalg/matrix.ts';
import { matrixExponential } from '../../../src/linalg/matrix-exponential.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { significant } from '../../../src/number-format.ts';
import { type PauliWord, wordSize } from '../../../src/operator/pauli.ts';
import { wordAt } from '../../../src/operator/pauli-coordinates.ts';
import { pauliSumMatrix } from '../../../src/operator/pauli-sum.ts';
import { atMost, type Check, equals, type StudySection } from '../../../src/record/study-record.ts';

const LOCAL: readonly PauliWord[] = ['XI', 'YI', 'ZI', 'IX', 'IY', 'IZ'];
const STEP = 1e-3;

/** The response of a geodesic with fixed end to a rotation exp(−iεA) of its start. */
export interface Response {
  readonly localWeight: number;
  readonly word: PauliWord;
  /** Share of the two-qubit words in |δH|² at the start, in the metric. */
  readonly twoQubitShare: number;
  /** dC/dε, by differences and by the first variation −⟨H(0), A⟩/C. */
  readonly slope: number;
  readonly firstVariation: number;
  readonly residual: number;
}
export interface Compensation {
  readonly responses: readonly Response[];
  /**
   * Greatest change of a one-qubit coefficient of H along the geodesic, with weights by size, and with XX alone
   * expensive.
   */
  readonly bySize: number;
  readonly byWord: number;
}

export function compensation(localWeights: readonly number[], seed: number): Compensation {
  const stream = randomStream(seed, 'velocity');
  const velocity = Float64Array.from({ length: 16 }, (_, p) => (p === 0 ? 0 : 0.25 * stream.normal()));
  const responses = localWeights.flatMap((localWeight) => {
    const metric = weightedMetric(2, (word) => (wordSize(word) === 1 ? localWeight : 1));
    return LOCAL.map((word) => response(metric, velocity, localWeight, word));
  });
  return {
    responses,
    bySize: localVariation(
      weightedMetric(2, (word) => (wordSize(word) === 1 ? 0.5 : 3)),
      velocity,
    ),
    byWord: localVariation(
      weightedMetric(2, (word) => (word === 'XX' ? 10 : 1)),
      velocity,
    ),
  };
}

const momentumOf = ({ inverseWeights }: RightInvariantMetric, velocity: Float64Array): Float64Array =>
  velocity.map((h, p) => (p === 0 ? 0 : h / inverseWeights[p]!));

function response(
  metric: RightInvariantMetric,
  velocity: Float64Array,
  localWeight: number,
  word: PauliWord,
): Response {
  const momentum = momentumOf(metric, velocity);
  const flow = unitaryFlow(metric, momentum);
  const V = flow.unitaryAt(1);
  const shots = [STEP, -STEP].map((epsilon) =>
    polishedShot(metric, multiply(V, turn(word, -epsilon)), momentum, { tolerance: 1e-12, maxSteps: 20 }),
  );
  const [ahead, behind] = shots as [(typeof shots)[0], (typeof shots)[0]];
  let [local, pairs] = [0, 0];
  metric.inverseWeights.forEach((inverse, p) => {
    const change = (ahead.momentum[p]! - behind.momentum[p]!) / (2 * STEP);
    if (p > 0 && wordSize(wordAt(p, 2)) === 1) local += inverse * change * change;
    else pairs += inverse * change * change;
  });
  const along = momentum.reduce((sum, l, p) => (wordAt(p, 2) === word ? sum + l : sum), 0);
  return {
    localWeight,
    word,
    twoQubitShare: pairs / (local + pairs),
    slope: (ahead.flow.speed - behind.flow.speed) / (2 * STEP),
    firstVariation: -along / flow.speed,
    residual: Math.max(ahead.residual, behind.residual),
  };
}

/** exp(−iεP). */
function turn(word: PauliWord, epsilon: number): ComplexMatrix {
  return matrixExponential(
    scaledMatrix([0, -epsilon], pauliSumMatrix({ qubits: 2, terms: [{ word, coefficient: 1 }] })),
  );
}

/** By the integrator, since the closed form would assume the result. */
function localVariation(metric: RightInvariantMetric, velocity: Float64Array): number {
  const flow = unitaryFlow(metric, momentumOf(metric, velocity), 1, { order: 16 });
  const start = flow.velocityAt(0);
  return Math.max(
    ...[0.25, 0.5, 0.75, 1].flatMap((time) =>
      Array.from(flow.velocityAt(time), (h, p) => (wordSize(wordAt(p, 2)) === 1 ? Math.abs(h - start[p]!) : 0)),
    ),
  );
}

export function compensationSection({ responses, bySize, byWord }: Compensation): {
  readonly section: StudySection;
  readonly checks: readonly Check[];
} {
  const weights = [...new Set(responses.map(({ localWeight }) => localWeight))];
  const mean = (weight: number): number => {
    const shares = responses
      .filter(({ localWeight }) => localWeight === weight)
      .map(({ twoQubitShare }) => twoQubitShare);
    return shares.reduce((sum, x) => sum + x, 0) / shares.length;
  };
  return {
    section: {
      heading: 'Compensation of a local rotation',
      text:
        'A geodesic of unitaries from 1 to V; its start is rotated to exp(−iεA), with A a word of one qubit, its end ' +
        'held. The new geodesic differs by δH. If a constant one-qubit Hamiltonian were enough, δH would have no ' +
        'two-qubit part. As w₁ → 0 the length no longer changes, but then the two-qubit part is rotated as a ' +
        'whole, P ↦ RPR†, and all of the cost of δH lies there. Coefficients of one qubit are indeed constant ' +
        `along geodesics when weights depend on the size of words (greatest change ${significant(bySize, 2)}), ` +
        `not when XX alone is expensive (${byWord.toFixed(3)}).`,
      exhibits: [
        {
          kind: 'table',
          caption: 'Response to a rotation of the start.',
          columns: ['w₁', 'A', 'two-qubit share of |δH|²', 'dC/dε', 'first variation'],
          rows: responses.map(({ localWeight, word, twoQubitShare, slope, firstVariation }) => [
            localWeight,
            word,
            twoQubitShare,
            slope,
            firstVariation,
          ]),
        },
        {
          kind: 'chart',
          caption: 'Two-qubit share of the response, mean over the six words.',
          x: { label: 'w₁ (log scale)', kind: 'log' },
          y: { label: 'share of |δH|²', kind: 'linear', include: [0, 1] },
          series: [
            {
              name: 'share',
              mark: 'line-and-points',
              points: weights.map((weight) => [weight, mean(weight)] as const),
            },
          ],
        },
      ],
    },
    checks: [
      atMost('one-qubit coefficients along a geodesic, weights by size', 'theorem', bySize, 1e-10),
      ...responses.flatMap(({ localWeight, word, slope, firstVariation, residual }) => [
        atMost(`w₁ = ${localWeight}, A = ${word}: end point met`, 'independent computation', residual, 1e-10),
        equals(`w₁ = ${localWeight}, A = ${word}: dC/dε`, 'theorem', slope, firstVariation, 1e-4),
      ]),
    ],
  };
}
