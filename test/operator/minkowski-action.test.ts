import { describe, expect, test } from 'vitest';
import { commutator, scaledMatrix } from '../../src/linalg/matrix.ts';
import {
  BOOSTS,
  generatorMatrix,
  METRIC_CHANGES,
  matrixDifference,
  metricChange,
  minkowskiAction,
  ROTATIONS,
  spanDimension,
} from '../../src/operator/minkowski-action.ts';

const [J, K] = [ROTATIONS.map(generatorMatrix), BOOSTS.map(generatorMatrix)];
/** −iJ and −iK: what moves space-time. */
const turns = J.map((matrix) => scaledMatrix([0, -1], matrix));
const boosts = K.map((matrix) => scaledMatrix([0, -1], matrix));
const changes = METRIC_CHANGES.map(generatorMatrix);

describe('the Lorentz generators', () => {
  test('obey [J, J] = iJ, [J, K] = iK, [K, K] = −iJ', () => {
    for (const a of [0, 1, 2]) {
      const [b, c] = [(a + 1) % 3, (a + 2) % 3];
      expect(matrixDifference(commutator(J[a]!, J[b]!), [0, 1], J[c]!)).toBeLessThan(1e-14);
      expect(matrixDifference(commutator(J[a]!, K[b]!), [0, 1], K[c]!)).toBeLessThan(1e-14);
      expect(matrixDifference(commutator(K[a]!, K[b]!), [0, -1], J[c]!)).toBeLessThan(1e-14);
      expect(matrixDifference(commutator(J[a]!, K[a]!), [0, 0], J[a]!)).toBeLessThan(1e-14);
    }
  });

  test('turn Y into Z about X, and boost 1 along X', () => {
    const turn = minkowskiAction(turns[0]!);
    expect(turn.action).toEqual(
      [
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, -1],
        [0, 0, 1, 0],
      ].map((row) => row.map((value) => expect.closeTo(value, 14))),
    );
    const boost = minkowskiAction(boosts[0]!);
    expect(boost.action[1]![0]).toBeCloseTo(1, 14);
    expect(boost.action[0]![1]).toBeCloseTo(1, 14);
  });

  test('leave the metric as it is, and keep Hermitian matrices Hermitian', () => {
    for (const matrix of [...turns, ...boosts]) {
      const { action, imaginary } = minkowskiAction(matrix);
      expect(imaginary).toBeLessThan(1e-14);
      expect(Math.max(...metricChange(action).flat().map(Math.abs))).toBeLessThan(1e-14);
    }
  });
});

test('the other ten are real maps, change the metric in ten ways, and complete gl(4, ℝ)', () => {
  for (const matrix of changes) expect(minkowskiAction(matrix).imaginary).toBeLessThan(1e-14);
  const shifts = changes.map((matrix) => metricChange(minkowskiAction(matrix).action));
  const asMatrices = shifts.map((rows) => ({
    rows: 4,
    cols: 4,
    interleaved: Float64Array.from(rows.flat().flatMap((x) => [x, 0])),
  }));
  expect(spanDimension(asMatrices, 'real')).toBe(10);
  expect(spanDimension([...turns, ...boosts, ...changes], 'real')).toBe(16);
});
