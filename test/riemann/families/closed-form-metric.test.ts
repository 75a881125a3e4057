import { describe, expect, test } from 'vitest';
import { DomainError } from '../../../src/errors.ts';
import { scalarCurvature } from '../../../src/riemann/curvature.ts';
import { categoricalMetric } from '../../../src/riemann/families/categorical.ts';
import { betaMetric, dirichletMetric } from '../../../src/riemann/families/dirichlet.ts';
import { exponentialMetric } from '../../../src/riemann/families/exponential.ts';
import { normalMetric } from '../../../src/riemann/families/normal.ts';
import { vonMisesMetric } from '../../../src/riemann/families/von-mises.ts';
import { type MetricField, metricAt, unitLengths } from '../../../src/riemann/metric-field.ts';
import { metricJet } from '../../../src/riemann/metric-jet.ts';

/** Each family with points inside and near the edge, and one outside. */
const families: readonly (readonly [string, MetricField, readonly (readonly number[])[], readonly number[]])[] = [
  [
    'normal',
    normalMetric,
    [
      [0.3, 1.4],
      [2, 0.1],
      [-1, 1e-6],
    ],
    [0, 0],
  ],
  ['exponential', exponentialMetric, [[1], [0.1], [1e-7]], [-1]],
  [
    'beta',
    betaMetric,
    [
      [2, 3.5],
      [0.1, 4],
      [1e-3, 1e-3],
    ],
    [1, 0],
  ],
  [
    'Dirichlet',
    dirichletMetric,
    [
      [1, 2, 0.7],
      [0.01, 3, 0.2],
    ],
    [1, -1, 1],
  ],
  [
    'categorical',
    categoricalMetric,
    [
      [0.2, 0.3],
      [0.01, 0.9],
      [1e-3, 0.2],
    ],
    [0.6, 0.5],
  ],
  [
    'von Mises',
    vonMisesMetric,
    [
      [1, 2],
      [0, 0.01],
      [0, 0.99],
      [3, 29.9],
      [0, 400],
    ],
    [1, 0],
  ],
];

describe.each(families)('the metric of %s distributions', (_, metric, points, outside) => {
  /** The same without its derivatives. */
  const plain: MetricField = Object.assign((x: Float64Array) => metric(x), { domain: metric.domain! });

  test('has derivatives and a curvature that are those of differences, within their errors', () => {
    for (const point of points) {
      const x = Float64Array.from(point);
      const [exact, taken] = [metric, plain].map((field) => metricJet(field, x, 2).value);
      const units = unitLengths(exact!.metric);
      // In units of length, as a curvature would see it.
      exact!.first.forEach((first, k) => {
        first.forEach((value, at) => {
          const unit = units[k]! * units[Math.floor(at / x.length)]! * units[at % x.length]!;
          expect(Math.abs(taken!.first[k]![at]! - value) / unit).toBeLessThan(1e-7);
        });
        exact!.second[k]!.forEach((second, l) => {
          second.forEach((value, at) => {
            const unit = units[k]! * units[l]! * units[Math.floor(at / x.length)]! * units[at % x.length]!;
            expect(Math.abs(taken!.second[k]![l]![at]! - value) / unit).toBeLessThan(3e-6);
          });
        });
      });
      const [R, differences] = [metric, plain].map((field) => scalarCurvature(field, x));
      expect(Math.abs(R!.value - differences!.value)).toBeLessThan(10 * (R!.error + differences!.error) + 1e-12);
      expect(differences!.error).toBeLessThan(1e-5);
    }
  });

  test('is refused outside its domain', () => {
    expect(metric.domain!(Float64Array.from(outside))).toBe(false);
    expect(() => metricAt(metric, Float64Array.from(outside))).toThrow(DomainError);
    expect(() => scalarCurvature(metric, Float64Array.from(outside))).toThrow(/a point inside its domain required/);
  });
});
