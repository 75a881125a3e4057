import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { christoffelSymbols } from '../../src/riemann/christoffel.ts';
import { ricciTensor, riemannTensor, scalarCurvature, sectionalCurvature } from '../../src/riemann/curvature.ts';
import { exponentialMap } from '../../src/riemann/exponential-map.ts';
import { checkGeodesic, geodesic } from '../../src/riemann/geodesic.ts';
import { geodesicBetween, geodesicDistance, logarithmicMap } from '../../src/riemann/logarithmic-map.ts';
import { inverseMetric, type MetricField, metricAt, volumeDensity } from '../../src/riemann/metric-field.ts';
import { jacobiField, parallelTransport } from '../../src/riemann/parallel-transport.ts';
import { bianchiDefects, covariantDerivative, einsteinTensor } from '../../src/riemann/tensors.ts';
import { volume } from '../../src/riemann/volume.ts';

const nowhere: MetricField = () => ({ rows: 2, cols: 2, data: new Float64Array(4).fill(Number.NaN) });
const [x, y] = [Float64Array.of(0.3, 0.2), Float64Array.of(0.4, 0.1)];
const curve = () => ({ point: x, velocity: y });

describe('a metric that is NaN', () => {
  const rate = { separation: y, rate: y };
  test.each<readonly [string, () => unknown]>([
    ['christoffelSymbols', () => christoffelSymbols(nowhere, x)],
    ['riemannTensor', () => riemannTensor(nowhere, x)],
    ['ricciTensor', () => ricciTensor(nowhere, x)],
    ['scalarCurvature', () => scalarCurvature(nowhere, x)],
    ['sectionalCurvature', () => sectionalCurvature(nowhere, x, x, y)],
    ['einsteinTensor', () => einsteinTensor(nowhere, x)],
    ['bianchiDefects', () => bianchiDefects(nowhere, x)],
    ['covariantDerivative', () => covariantDerivative(nowhere, x, (z) => z, 1)],
    ['geodesic', () => geodesic(nowhere, x, y)(1)],
    ['checkGeodesic', () => checkGeodesic(nowhere, curve, [0])],
    ['exponentialMap', () => exponentialMap(nowhere, x, y)],
    ['logarithmicMap', () => logarithmicMap(nowhere, x, y)],
    ['geodesicBetween', () => geodesicBetween(nowhere, x, y)],
    ['geodesicDistance', () => geodesicDistance(nowhere, x, y)],
    ['parallelTransport', () => parallelTransport(nowhere, curve, y, 1)],
    ['jacobiField', () => jacobiField(nowhere, x, y, rate)(1)],
    ['volumeDensity', () => volumeDensity(nowhere, x)],
    [
      'volume',
      () =>
        volume(nowhere, [
          [0, 1],
          [0, 1],
        ]),
    ],
  ])('is refused by %s', (_, call) => {
    expect(call).toThrow(DomainError);
    expect(call).toThrow(/a finite metric required, got NaN/);
  });
});

test('the inverse of a metric does not depend on the units of the coordinates', () => {
  const g = Float64Array.of(2, 0.5, -0.3, 0.5, 1, 0.2, -0.3, 0.2, 3);
  const { inverse, density } = inverseMetric(g);
  const units = [1e-4, 1, 1e4];
  const scaled = g.map((entry, at) => entry * units[Math.floor(at / 3)]! * units[at % 3]!);
  const other = inverseMetric(scaled);
  // det by the rule of Sarrus.
  expect(density ** 2).toBeCloseTo(2 * (3 - 0.04) - 0.5 * (1.5 + 0.06) - 0.3 * (0.1 + 0.3), 13);
  expect(other.density).toBeCloseTo(density, 13);
  for (let at = 0; at < 9; at++) {
    const [i, j] = [Math.floor(at / 3), at % 3];
    let product = 0;
    for (let k = 0; k < 3; k++) product += g[i * 3 + k]! * inverse[k * 3 + j]!;
    expect(product).toBeCloseTo(i === j ? 1 : 0, 14);
    expect(other.inverse[at]! * units[i]! * units[j]!).toBeCloseTo(inverse[at]!, 14);
  }
});

test('null directions, points that are none, and matrices of another shape are named', () => {
  expect(() => inverseMetric(Float64Array.of(1, 0, 0, 0))).toThrow(/a positive metric required, got the diagonal/);
  expect(() => inverseMetric(Float64Array.of(1, 2, 2, 4))).toThrow(/a positive metric required, got the pivot/);
  expect(() => inverseMetric(Float64Array.of(1, 2, 2, 1))).toThrow(/leave out null directions/);
  const flat: MetricField = () => ({ rows: 2, cols: 2, data: Float64Array.of(1, 0, 0, 1) });
  expect(() => metricAt(flat, Float64Array.of(1, Number.NaN))).toThrow(
    /a point inside its domain required, got \(1, NaN\)/,
  );
  expect(() => metricAt(flat, Float64Array.of(1))).toThrow(ShapeError);
});
