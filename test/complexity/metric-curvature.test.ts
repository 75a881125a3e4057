import { describe, expect, test } from 'vitest';
import {
  metricRicciCurvature,
  metricScalarCurvature,
  metricSectionalCurvature,
  wordSectionalCurvature,
} from '../../src/complexity/metric-curvature.ts';
import { rightInvariantMetric, weightedMetric } from '../../src/complexity/right-invariant-metric.ts';
import { multiply, type RealMatrix } from '../../src/linalg/matrix.ts';
import { unitaryLogarithm } from '../../src/linalg/normal-eigen.ts';
import { coordinatesOf, indexOfWord } from '../../src/operator/pauli-coordinates.ts';
import { scalarCurvature, sectionalCurvature } from '../../src/riemann/curvature.ts';
import { evolution, randomSum } from '../geodesic/unitary/unitaries.ts';

const word = (name: string) => ({ qubits: name.length, terms: [{ word: name, coefficient: 1 }] });
const berger = (q: number) => weightedMetric(1, (letter) => (letter === 'Z' ? q : 1));

describe('closed forms', () => {
  test('SU(2) with weights 1 is the unit three-sphere', () => {
    const metric = berger(1);
    expect(metricSectionalCurvature(metric, randomSum(1, 1, 1), randomSum(1, 2, 1))).toBeCloseTo(1, 12);
    expect(Array.from(metricRicciCurvature(metric))).toEqual([0, 2, 2, 2]);
    expect(metricScalarCurvature(metric)).toBe(6);
  });

  test.each([0.3, 2, 7])('the Berger sphere of weight %d: 4 − 3q, q and q; scalar 8 − 2q', (q) => {
    const metric = berger(q);
    expect(rightInvariantMetric({ words: { Z: q }, penalty: 1 }, 1)).toEqual(metric);
    expect(metricSectionalCurvature(metric, word('X'), word('Y'))).toBeCloseTo(4 - 3 * q, 10);
    expect(metricSectionalCurvature(metric, word('X'), word('Z'))).toBeCloseTo(q, 10);
    expect(metricScalarCurvature(metric)).toBeCloseTo(8 - 2 * q, 10);
    expect(metricRicciCurvature(metric)[indexOfWord('Z')]).toBeCloseTo(2 * q, 10);
  });

  test.each([1, 2, 3])(
    'bi-invariant SU(2^%d): K = |[x, y]|²/4 of an orthonormal pair, Ric = 4ⁿ/2 everywhere',
    (qubits) => {
      const metric = rightInvariantMetric({ penalty: 1 }, qubits);
      const d = 4 ** qubits;
      metricRicciCurvature(metric).forEach((ricci, p) => {
        expect(ricci).toBeCloseTo(p === 0 ? 0 : d / 2, 12); // each word anticommutes with half of all
      });
      expect(metricScalarCurvature(metric)).toBeCloseTo(((d - 1) * d) / 2, 8);
    },
  );
});

describe('Arnold and Milnor agree', () => {
  const metric = rightInvariantMetric({ maxSize: 2, maxRange: 1, sizeWeights: [0.4, 1], penalty: 6 }, 3);
  test.each([
    ['XII', 'ZII'],
    ['XXI', 'IZZ'],
    ['XYZ', 'ZII'],
    ['XIX', 'ZZI'],
    ['XXI', 'ZZI'],
  ])('on %s and %s', (first, second) => {
    const known = wordSectionalCurvature(metric, first, second);
    expect(metricSectionalCurvature(metric, word(first), word(second))).toBeCloseTo(known, 10);
  });
});

describe('differences of the metric in a chart around 1 agree', () => {
  /** g at exp(−iH(x)), H = x₁X + x₂Y + x₃Z, from central differences of the flow: Y_j = i ∂_jU U†. */
  const field =
    (weights: readonly number[]) =>
    (x: Float64Array): RealMatrix => {
      const at = (shifted: Float64Array) =>
        evolution({ qubits: 1, terms: [...'XYZ'].map((letter, j) => ({ word: letter, coefficient: shifted[j]! })) });
      const step = 1e-3;
      const tangents = [0, 1, 2].map((j) => {
        const difference = (h: number): Float64Array => {
          const [less, more] = [-h, h].map((s) => at(x.map((value, k) => value + (k === j ? s : 0))));
          return coordinatesOf(unitaryLogarithm(multiply(more!, less!, { adjointB: true }))).map((v) => -v / (2 * h));
        };
        const [coarse, fine] = [difference(step), difference(step / 2)];
        return fine.map((v, p) => (4 * v - coarse[p]!) / 3);
      });
      const index = [...'XYZ'].map(indexOfWord);
      const data = Float64Array.from({ length: 9 }, (_, k) =>
        index.reduce((sum, p, l) => sum + weights[l]! * tangents[Math.floor(k / 3)]![p]! * tangents[k % 3]![p]!, 0),
      );
      return { rows: 3, cols: 3, data };
    };

  test.each([
    [1, 1, 1],
    [1, 1, 3],
    [0.5, 1, 2],
  ])('weights %d, %d, %d', (...weights) => {
    const metric = weightedMetric(1, (letter) => weights['XYZ'.indexOf(letter)]!);
    const x = Float64Array.of(0.1, -0.2, 0.15);
    expect(scalarCurvature(field(weights), x).value).toBeCloseTo(metricScalarCurvature(metric), 3);
    const origin = new Float64Array(3);
    const [u, v] = [Float64Array.of(1, 0.5, -0.3), Float64Array.of(0.2, -1, 0.7)];
    const sum = (direction: Float64Array) => ({
      qubits: 1,
      terms: [...'XYZ'].map((letter, j) => ({ word: letter, coefficient: direction[j]! })),
    });
    const known = metricSectionalCurvature(metric, sum(u), sum(v));
    expect(sectionalCurvature(field(weights), origin, u, v).value).toBeCloseTo(known, 3);
  });
});

test('infinite weights and parallel directions are named', () => {
  const metric = rightInvariantMetric({ maxSize: 1, penalty: Infinity }, 2);
  expect(() => metricScalarCurvature(metric)).toThrow(/finite weights required, got Infinity at/);
  expect(() => metricSectionalCurvature(berger(2), word('X'), word('X'))).toThrow(/two directions required/);
});
