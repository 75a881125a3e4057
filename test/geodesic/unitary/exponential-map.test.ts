import { describe, expect, test } from 'vitest';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { rightInvariantMetric, velocityOf, weightedMetric } from '../../../src/complexity/right-invariant-metric.ts';
import { integratedFlow } from '../../../src/geodesic/unitary/euler-arnold.ts';
import { exponentialMap, unitaryFlow } from '../../../src/geodesic/unitary/exponential-map.ts';
import { multiply } from '../../../src/linalg/matrix.ts';
import { chain } from '../../../src/operator/lattice.ts';
import { wordSize } from '../../../src/operator/pauli.ts';
import {
  coordinatesOf,
  coordinatesOfSum,
  indexOfWord,
  matrixOf,
  wordAt,
} from '../../../src/operator/pauli-coordinates.ts';
import { pauliSumMatrix } from '../../../src/operator/pauli-sum.ts';
import { distance, isometryError } from '../../linalg/compare.ts';
import { combined, evolution, productOf, randomSum } from './unitaries.ts';

const sizes = (qubits: number, seed: number, scale: number) =>
  [1, 2, 3].map((size) => randomSum(qubits, seed, scale, [size])) as [
    ReturnType<typeof randomSum>,
    ReturnType<typeof randomSum>,
    ReturnType<typeof randomSum>,
  ];

describe('Pauli coordinates', () => {
  test('are those of the words, both ways', () => {
    for (const qubits of [1, 2, 3]) {
      const sum = randomSum(qubits, 3, 1);
      const coordinates = coordinatesOfSum(sum);
      for (const { word, coefficient } of sum.terms) expect(coordinates[indexOfWord(word)]).toBe(coefficient);
      expect(distance(matrixOf(coordinates), pauliSumMatrix(sum))).toBeLessThan(1e-14);
      coordinatesOf(pauliSumMatrix(sum)).forEach((h, p) => {
        expect(h).toBeCloseTo(coordinates[p]!, 14);
      });
      for (let p = 0; p < 4 ** qubits; p++) expect(indexOfWord(wordAt(p, qubits))).toBe(p);
    }
  });
});

describe('closed forms', () => {
  test('a bi-invariant metric: U = exp(−iHt)', () => {
    const H = randomSum(3, 5, 0.4);
    const { unitary, flow } = exponentialMap({ penalty: 1 }, { velocity: H }, 0.7);
    expect(flow.method).toBe('closed form');
    expect(distance(unitary, evolution(H, 0.7))).toBeLessThan(1e-12);
  });

  test.each([0.5, 1, 4, 100, Infinity])('the split metric (a, b) on SU(4), b = %d', (b) => {
    const a = 0.7;
    const [K, P] = sizes(2, 7, 0.5); // momentum aK + bP, in which b = ∞ means bP finite
    const metric: PenaltyMetric = { maxSize: 1, sizeWeights: [a], penalty: b };
    const momentum = combined([a, K], [b === Infinity ? 1 : b, P]);
    const t = 0.8;
    const { unitary, flow } = exponentialMap(metric, { momentum }, t);
    const known =
      b === Infinity
        ? evolution(K, t)
        : multiply(evolution(combined([1 - a / b, K]), t), evolution(combined([a / b, K], [1, P]), t));
    expect(flow.method).toBe('closed form');
    expect(distance(unitary, known)).toBeLessThan(1e-12);
    expect(
      distance(
        unitaryFlow(rightInvariantMetric(metric, 2), coordinatesOfSum(momentum), t, { order: 16 }).unitaryAt(t),
        known,
      ),
    ).toBeLessThan(1e-11);
  });

  test.each([1, 4, 10, 100, Infinity])('the weights (1, 1, q) on SU(8), q = %d', (q) => {
    const [S, T, Lambda] = sizes(3, 11, 0.3);
    const momentum = combined([1, S], [1, T], [1, Lambda]);
    const metric: PenaltyMetric = { maxSize: 2, penalty: q };
    const c = 1 - 1 / q;
    const t = 1.1;
    const known = productOf(
      evolution(S, c * t),
      evolution(combined([1, S], [1, Lambda]), -c * t),
      evolution(momentum, t),
    );
    const { unitary, length, flow } = exponentialMap(metric, { momentum }, t);
    expect(flow.method).toBe('closed form');
    expect(distance(unitary, known)).toBeLessThan(1e-12);
    const square = [S, T, Lambda].map(({ terms }) => terms.reduce((sum, { coefficient: h }) => sum + h * h, 0));
    expect(length).toBeCloseTo(t * Math.sqrt(square[0]! + square[1]! + square[2]! / q), 12);
    expect(
      distance(integratedFlow(rightInvariantMetric(metric, 3), coordinatesOfSum(momentum), t).at(t), known),
    ).toBeLessThan(1e-11);
  });

  test('a Berger sphere: weights (1, 1, q) on the letters of one qubit, or on a triple of words', () => {
    const q = 5;
    const metric = weightedMetric(1, (word) => (word === 'Z' ? q : 1));
    const L = {
      qubits: 1,
      terms: [
        { word: 'X', coefficient: 0.4 },
        { word: 'Y', coefficient: -0.9 },
        { word: 'Z', coefficient: 1.7 },
      ],
    };
    const Z = { qubits: 1, terms: [{ word: 'Z', coefficient: 1.7 }] };
    const known = multiply(evolution(Z, 1 / q - 1), evolution(L));
    const flow = unitaryFlow(metric, coordinatesOfSum(L));
    expect(flow.method).toBe('closed form');
    expect(distance(flow.unitaryAt(1), known)).toBeLessThan(1e-12);
    expect(distance(integratedFlow(metric, coordinatesOfSum(L), 1).at(1), known)).toBeLessThan(1e-12);
    // ZZI, IXX and their product ZYX: the same motion inside the chain-local metric of three qubits, which does not nest.
    const triple = ['ZZI', 'IXX', 'ZYX'];
    const inside = { qubits: 3, terms: L.terms.map(({ coefficient }, k) => ({ word: triple[k]!, coefficient })) };
    const point = exponentialMap({ maxSize: 2, maxRange: 1, penalty: q }, { momentum: inside });
    expect(point.flow.method).toBe('closed form');
    expect(point.length).toBeCloseTo(flow.speed, 13);
  });
});

/** Three metrics whose weights do not nest. */
const METRICS: readonly (readonly [string, PenaltyMetric, number])[] = [
  ['chain of three', { maxSize: 2, maxRange: 1, penalty: 6 }, 3],
  ['chain of three, no other words', { maxSize: 2, maxRange: 1, penalty: Infinity, lattice: chain(3) }, 3],
  ['four qubits', { maxSize: 2, sizeWeights: [0.5, 1], penalty: 9 }, 4],
];

describe('the integrator', () => {
  test.each(METRICS)('conserves momentum, speed and unitarity: %s', (_name, metric, qubits) => {
    const momentum = randomSum(qubits, 2, 0.25);
    const { flow, unitary } = exponentialMap(metric, { momentum });
    const first = pauliSumMatrix(momentum);
    expect(flow.method).toBe('Taylor series');
    expect(flow.momentumResidual).toBeLessThan(1e-12);
    expect(isometryError(unitary)).toBeLessThan(1e-13);
    const weights = rightInvariantMetric(metric, qubits);
    for (const t of [0, 0.31, 0.77, 1]) {
      const u = flow.unitaryAt(t);
      const exact = multiply(multiply(u, first), u, { adjointB: true });
      expect(distance(matrixOf(flow.momentumAt(t)), exact)).toBeLessThan(1e-12);
      const velocity = flow.velocityAt(t);
      const square = velocityOf(weights, flow.momentumAt(t)).reduce((sum, h, p) => sum + h * flow.momentumAt(t)[p]!, 0);
      expect(Math.sqrt(square)).toBeCloseTo(flow.speed, 11);
      velocity.forEach((h, p) => {
        if (weights.inverseWeights[p] === 0) expect(Math.abs(h)).toBe(0);
      });
    }
  });

  test.each(METRICS)('follows U′ = −iHU: %s', (_name, metric, qubits) => {
    const { flow } = exponentialMap(metric, { momentum: randomSum(qubits, 4, 0.25) });
    const step = 1e-3;
    const [before, u, after] = [0.5 - step, 0.5, 0.5 + step].map(flow.unitaryAt);
    const H = matrixOf(flow.velocityAt(0.5));
    const right = multiply(H, u!);
    const defect = right.interleaved.map((_, k) => {
      const derivative = (after!.interleaved[k]! - before!.interleaved[k]!) / (2 * step);
      const turned = k % 2 === 0 ? right.interleaved[k + 1]! : -right.interleaved[k - 1]!; // −i·HU
      return derivative - turned;
    });
    expect(Math.hypot(...defect)).toBeLessThan(2e-4);
  });

  test.each([1, 2, 4, 6])('has the order asked for: %d', (order) => {
    const metric = rightInvariantMetric({ maxSize: 2, maxRange: 1, penalty: 6 }, 3);
    const momentum = coordinatesOfSum(randomSum(3, 8, 0.4));
    const exact = integratedFlow(metric, momentum, 1).at(1);
    const coarse = 16;
    const errors = [coarse, 2 * coarse].map((steps) =>
      distance(integratedFlow(metric, momentum, 1, { order, steps }).at(1), exact),
    );
    const slope = Math.log2(errors[0]! / errors[1]!);
    expect(slope).toBeGreaterThan(order - 0.35);
    expect(slope).toBeLessThan(order + 1.35); // one more where the error is normal to the unitaries and projected away
  });

  test('runs backwards, and in pieces: U(t + s) follows from L(t)', () => {
    const metric: PenaltyMetric = { maxSize: 2, maxRange: 1, penalty: Infinity };
    const momentum = randomSum(3, 6, 0.5);
    const whole = exponentialMap(metric, { momentum }, 1);
    const half = exponentialMap(metric, { momentum }, 0.5);
    const rest = exponentialMap(metric, { momentum: half.momentum }, 0.5);
    expect(distance(multiply(rest.unitary, half.unitary), whole.unitary)).toBeLessThan(1e-12);
    const back = exponentialMap(metric, { momentum: whole.momentum }, -1);
    expect(
      distance(multiply(back.unitary, whole.unitary), exponentialMap(metric, { momentum }, 0).unitary),
    ).toBeLessThan(1e-12);
  });

  test('keeps the one-body coefficients of H where weights depend on supports only', () => {
    const { flow } = exponentialMap(
      { maxSize: 2, maxRange: 1, sizeWeights: [0.3, 1], penalty: 8 },
      { momentum: randomSum(3, 9, 0.5) },
    );
    const [start, end] = [flow.velocityAt(0), flow.velocityAt(1)];
    for (let p = 1; p < 64; p++) {
      if (wordSize(wordAt(p, 3)) === 1) expect(end[p]).toBeCloseTo(start[p]!, 12);
    }
  });
});

test('velocities along forbidden words, too many qubits and numbers that are none are named', () => {
  const XXX = { qubits: 3, terms: [{ word: 'XXX', coefficient: 1 }] };
  expect(() => exponentialMap({ maxSize: 2, penalty: Infinity }, { velocity: XXX })).toThrow(
    /finite weight required, got 1 at XXX/,
  );
  expect(() => exponentialMap({ penalty: 1 }, { velocity: { qubits: 7, terms: [] } })).toThrow(/1 to 6 qubits/);
  expect(() => exponentialMap({ penalty: 1 }, { velocity: XXX }, Number.NaN)).toThrow(/finite momentum and time/);
});
