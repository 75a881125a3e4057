import { describe, expect, test } from 'vitest';
import { parametrised } from '../../src/circuit/circuit.ts';
import { monotoneMetric } from '../../src/estimation/monotone-metrics.ts';
import { densityTangent } from '../../src/fisher/density-tangent.ts';
import { networkSpectrumMetric } from '../../src/fisher/network-spectrum-metric.ts';
import { stateVector } from '../../src/generative/generative-network.ts';
import { entanglementSpectrumMetric } from '../../src/gravity/entanglement-spectrum-metric.ts';
import { scalarCurvature } from '../../src/riemann/curvature.ts';

/** cos(a/2)|00⟩ + sin(a/2)|11⟩, up to a phase. */
const pair = parametrised(2, ['XY']);

describe('the Fisher metric of the entanglement spectrum', () => {
  test('of one pair is 1 in the angle, all that the region knows', () => {
    for (const a of [0.4, 1.3]) {
      expect(networkSpectrumMetric(pair, [0])(Float64Array.of(a)).data[0]).toBeCloseTo(1, 11);
    }
  });

  test('along given directions is the whole metric between them', () => {
    const circuit = parametrised(3, ['XYI', 'IXY', 'ZII', 'IYI', 'YXI']);
    const theta = Float64Array.of(0.5, 0.8, -0.3, 0.2, 0.7);
    const { data } = networkSpectrumMetric(circuit, [0, 1])(theta);
    const along = [Float64Array.of(1, 2, 0, -1, 0.5), Float64Array.of(0, -1, 3, 0.4, 0.2)];
    const directed = networkSpectrumMetric(circuit, [0, 1], along)(theta);
    expect([directed.rows, directed.cols]).toEqual([2, 2]);
    along.forEach((v, a) => {
      along.forEach((w, b) => {
        const expected = v.reduce((sum, x, i) => sum + w.reduce((s, y, j) => s + x * y * data[5 * i + j]!, 0), 0);
        expect(directed.data[2 * a + b]).toBeCloseTo(expected, 11);
      });
    });
  });

  test('is at most the region’s Fisher information, and blind to rotations inside the region', () => {
    const circuit = parametrised(2, ['XY', 'ZI', 'YI', 'IX']);
    const theta = Float64Array.of(0.5, 0.8, -0.3, 0.2);
    const spectral = networkSpectrumMetric(circuit, [0])(theta).data;
    const all = monotoneMetric(densityTangent(circuit, theta, [0]), 'SLD').data;
    for (let k = 0; k < 4; k++) expect(spectral[5 * k]).toBeLessThanOrEqual(all[5 * k]! + 1e-12);
    expect(spectral[5]).toBeCloseTo(0, 12);
    expect(spectral[10]).toBeCloseTo(0, 12);
    expect(all[10]).toBeGreaterThan(0.1);
  });

  test('of two entangled pairs is flat: the spectrum is a product, its angles are independent', () => {
    const circuit = parametrised(4, ['XYII', 'IIXY']);
    const metric = networkSpectrumMetric(circuit, [0, 2]);
    const theta = Float64Array.of(0.6, 1.1);
    const [a, b, , d] = metric(theta).data;
    expect([a, b, d]).toEqual([expect.closeTo(1, 10), expect.closeTo(0, 10), expect.closeTo(1, 10)]);
    expect(scalarCurvature(metric, theta).value).toBeCloseTo(0, 6);
  });

  test('is the metric of the same family without its network, taken by differences', () => {
    const circuit = parametrised(3, ['XYI', 'IXY', 'YII', 'XIX']);
    const theta = Float64Array.of(0.5, 0.8, -0.3, 0.7);
    const family = { state: (x: Float64Array) => stateVector(circuit, x), dimensions: [2, 2, 2], region: [0] };
    const exact = networkSpectrumMetric(circuit, [0])(theta).data;
    const differences = entanglementSpectrumMetric(family)(theta).data;
    exact.forEach((entry, k) => {
      expect(entry).toBeCloseTo(differences[k]!, 8);
    });
  });
});
