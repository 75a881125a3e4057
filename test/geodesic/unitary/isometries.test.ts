import { describe, expect, test } from 'vitest';
import { rightInvariantMetric, weightedMetric } from '../../../src/complexity/right-invariant-metric.ts';
import { unitaryFlow } from '../../../src/geodesic/unitary/exponential-map.ts';
import { familyDimension } from '../../../src/geodesic/unitary/geodesic-family.ts';
import { isometryWords, movingSymmetries } from '../../../src/geodesic/unitary/isometries.ts';
import { conjugatePoints } from '../../../src/geodesic/unitary/jacobi-fields.ts';
import { shotAt } from '../../../src/geodesic/unitary/shooting.ts';
import { coordinatesOfSum, wordAt } from '../../../src/operator/pauli-coordinates.ts';
import { CCZ, randomSum } from './unitaries.ts';

const wordsOf = (metric: ReturnType<typeof rightInvariantMetric>): readonly string[] =>
  isometryWords(metric).map((p) => wordAt(p, metric.qubits));

describe('the words whose rotations keep a metric', () => {
  test('are all of them where every word weighs the same', () => {
    expect(wordsOf(rightInvariantMetric({ penalty: 1 }, 2)).length).toBe(15);
  });

  test.each([10, Infinity])('are those of one qubit where weights depend on the support, at penalty %d', (penalty) => {
    const words = wordsOf(rightInvariantMetric({ maxSize: 2, maxRange: 1, penalty }, 3));
    expect([...words].sort()).toEqual(['IIX', 'IIY', 'IIZ', 'IXI', 'IYI', 'IZI', 'XII', 'YII', 'ZII']);
  });

  test('is the axis of a Berger sphere', () => {
    expect(wordsOf(weightedMetric(1, (word) => (word === 'Z' ? 3 : 1)))).toEqual(['Z']);
  });
});

describe('symmetries that move a geodesic and keep its ends', () => {
  test('turn any geodesic from 1 to −1 on the sphere SU(2), in two directions', () => {
    const metric = rightInvariantMetric({ penalty: 1 }, 1);
    const H = randomSum(1, 3, 1);
    const size = Math.hypot(...H.terms.map(({ coefficient }) => coefficient));
    const momentum = coordinatesOfSum(H).map((h) => (Math.PI * h) / size);
    const flow = unitaryFlow(metric, momentum);
    const V = flow.unitaryAt(1);
    expect(movingSymmetries(metric, flow, V)).toBe(2);
    const { count, atEnd } = conjugatePoints(metric, flow, momentum, 40)!;
    expect([count, atEnd.length]).toEqual([0, 2]);
    expect(familyDimension(metric, V, shotAt(metric, V, momentum, { steps: 0 }), atEnd, 1e-10)).toBe(2);
  });

  test('are none where only diagonal words turn and the geodesic is diagonal', () => {
    const metric = rightInvariantMetric({ maxSize: 2, penalty: 4 }, 3);
    const words = ['IIZ', 'IZI', 'ZII', 'IZZ', 'ZIZ', 'ZZI', 'ZZZ'];
    const terms = words.map((word) => ({
      word,
      coefficient: -(Math.PI / 8) * (-1) ** word.replaceAll('I', '').length,
    }));
    const momentum = coordinatesOfSum({ qubits: 3, terms }).map((h, p) => h * (wordAt(p, 3) === 'ZZZ' ? 4 : 1));
    const { flow, residual } = shotAt(metric, CCZ, momentum, { steps: 0 });
    expect(residual).toBeLessThan(1e-12);
    expect(movingSymmetries(metric, flow, CCZ)).toBe(0);
  });

  test('are found for a geodesic to CCZ that is not diagonal', () => {
    const metric = rightInvariantMetric({ maxSize: 2, penalty: 4 }, 3);
    const momentum = coordinatesOfSum({
      qubits: 3,
      terms: [
        { word: 'XIZ', coefficient: 0.3 },
        { word: 'ZIZ', coefficient: 0.2 },
      ],
    });
    // Only Z on the first qubit moves this H, whether or not it leads to CCZ.
    expect(movingSymmetries(metric, unitaryFlow(metric, momentum), CCZ)).toBe(1);
  });
});
