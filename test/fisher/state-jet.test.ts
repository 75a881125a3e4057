import { describe, expect, test } from 'vitest';
import { isometricMera } from '../../models/isometric-mera.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { type Chart, fubiniStudyField } from '../../src/fisher/fubini-study-field.ts';
import { fubiniStudyMetric } from '../../src/fisher/quantum-geometric-tensor.ts';
import { stateJet } from '../../src/fisher/state-jet.ts';
import { stateTangents } from '../../src/generative/generative-network.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { networkOf } from '../../src/network/from-circuit.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { scalarCurvature, sectionalCurvature } from '../../src/riemann/curvature.ts';
import type { MetricField } from '../../src/riemann/metric-field.ts';
import { bianchiDefects, einsteinTensor } from '../../src/riemann/tensors.ts';
import { greatestDifference } from '../oracle/read-oracle.ts';

/** A register of one site whose amplitudes are the parameters. */
const register = (dimension: number): TensorNetwork => ({
  kind: 'network',
  parameters: 2 * dimension,
  nodes: [{ id: 'psi', legs: ['s'], tensor: { kind: 'free', offset: 0 } }],
  dimensions: { s: dimension },
  boundary: ['s'],
  environment: [],
  bulk: [],
});
const mps = matrixProductState(new Array<number>(8).fill(2), { bond: 3 });
const mera = isometricMera(8, { bond: 2 });
/** Random directions through a random point. */
const chartOf = (network: TensorNetwork, directions: number, seed: number): Chart => {
  const { normal } = randomStream(seed, 'charts');
  const { parameters } = network;
  return {
    origin: initialParameters(network, randomStream(seed, 'origin')),
    directions: Array.from({ length: directions }, () =>
      Float64Array.from({ length: parameters }, () => 0.3 * normal()),
    ),
  };
};
const moved = ({ origin, directions }: Chart, x: readonly number[]): Float64Array =>
  origin.map((value, k) => directions.reduce((sum, v, a) => sum + x[a]! * v[k]!, value));

describe('the derivatives of a state', () => {
  test.each([
    ['matrix-product state', mps],
    ['MERA of isometries', mera],
  ])('of a %s are those of the derivatives one order lower', (_, network) => {
    const chart = chartOf(network, 3, 5);
    const jet = stateJet(network, chart.origin, 3, chart.directions);
    const h = 5e-4;
    for (const index of [[0], [0, 1], [0, 0], [2, 0, 1], [2, 0, 0], [0, 0, 0]]) {
      const [last, ...rest] = index as [number, ...number[]];
      const at = (distance: number): Float64Array => {
        const theta = moved(
          chart,
          [0, 1, 2].map((a) => (a === last ? distance : 0)),
        );
        return stateJet(network, theta, 2, chart.directions)(...rest).interleaved;
      };
      const [one, two] = [h, 2 * h].map((step) => {
        const [above, below] = [at(step), at(-step)];
        return above.map((x, k) => (x - below[k]!) / (2 * step));
      });
      const expected = one!.map((x, k) => (4 * x - two![k]!) / 3);
      expect(greatestDifference(jet(...index).interleaved, expected)).toBeLessThan(1e-8);
    }
  });

  test('of first order by the parameters are the tangents', () => {
    const network = matrixProductState([2, 3, 2], { bond: 2 });
    const theta = initialParameters(network, randomStream(3, 'theta'));
    const jet = stateJet(network, theta, 1);
    stateTangents(network, theta).forEach(({ interleaved }, k) => {
      expect(greatestDifference(jet(k).interleaved, interleaved)).toBeLessThan(1e-13);
    });
  });

  test('of a circuit and of its tensor network are the same, shared angles and scales included', () => {
    const gates = [
      { word: 'XYI', angle: { parameter: 0 } },
      { word: 'IZX', angle: { parameter: 1, scale: -2 } },
      { word: 'YIZ', angle: 0.4 },
      { word: 'ZXI', angle: { parameter: 0, scale: 0.5 } },
    ];
    const circuit: Circuit = { kind: 'circuit', qubits: 3, parameters: 2, gates };
    const theta = Float64Array.of(0.3, -0.5);
    const directions = [Float64Array.of(1, 0), Float64Array.of(0.4, -1)];
    const one = stateJet(circuit, theta, 3, directions);
    const other = stateJet(networkOf(circuit), theta, 3, directions);
    for (const index of [[], [0], [1, 0], [1, 1], [0, 0, 1], [1, 1, 1]]) {
      expect(greatestDifference(one(...index).interleaved, other(...index).interleaved)).toBeLessThan(1e-13);
    }
    expect(() => one(0, 1, 0, 1)).toThrow(/up to 3 variables below 2/);
    expect(() => stateJet(circuit, Float64Array.of(1), 2)).toThrow(/2 parameters required/);
  });
});

describe('curvature of tensor networks, with exact derivatives', () => {
  test.each([2, 3, 4])(
    'a free register of dimension %i is CPⁿ in its affine chart: R = 4n(n + 1), K from 1 to 4',
    (d) => {
      const network = register(d);
      const origin = new Float64Array(2 * d);
      origin[0] = 1.3;
      const directions = Array.from({ length: 2 * (d - 1) }, (_, a) =>
        Float64Array.from({ length: 2 * d }, (_, k) => +(k === a + 2)),
      );
      const metric = fubiniStudyField(network, { origin, directions });
      const n = d - 1;
      const x = Float64Array.from(directions, (_, a) => 0.4 * Math.sin(3 * a + 1));
      expect(scalarCurvature(metric, x).value).toBeCloseTo(4 * n * (n + 1), 9);
      const axis = (k: number) => Float64Array.from(directions, (_, a) => +(a === k));
      expect(sectionalCurvature(metric, x, axis(0), axis(1)).value).toBeCloseTo(4, 9); // a complex line
      if (d > 2) {
        const centre = new Float64Array(2 * n);
        expect(sectionalCurvature(metric, centre, axis(0), axis(2)).value).toBeCloseTo(1, 9); // a real plane
        const G = einsteinTensor(metric, x).value.data;
        const g = metric(x).data; // Ric = 2(n + 1)g, so that G = 2(n + 1)(1 − n)g
        expect(
          greatestDifference(
            G,
            g.map((value) => 2 * (n + 1) * (1 - n) * value),
          ),
        ).toBeLessThan(1e-8);
      }
    },
  );

  test.each([
    ['matrix-product state', mps],
    ['MERA of isometries', mera],
  ])('of a six-parameter family of a %s agrees with differences and obeys the Bianchi identities', (_, network) => {
    const chart = chartOf(network, 6, 9);
    const metric = fubiniStudyField(network, chart);
    const x = new Float64Array(6);
    // The metric is that of all parameters, pulled back.
    const whole = fubiniStudyMetric(network, chart.origin);
    const pulled = Float64Array.from({ length: 36 }, (_, at) => {
      const [v, w] = [chart.directions[Math.floor(at / 6)]!, chart.directions[at % 6]!];
      return v.reduce((sum, a, i) => sum + a * w.reduce((s, b, j) => s + b * whole.data[i * whole.cols + j]!, 0), 0);
    });
    expect(greatestDifference(metric(x).data, pulled)).toBeLessThan(1e-12);
    const plain: MetricField = (y) => metric(y);
    const exact = scalarCurvature(metric, x).value;
    expect(Math.abs(scalarCurvature(plain, x).value / exact - 1)).toBeLessThan(1e-5);
    const two = fubiniStudyField(network, { ...chart, directions: chart.directions.slice(0, 3) });
    const defects = bianchiDefects(two, new Float64Array(3), { step: 0.03 });
    expect(defects.first).toBeLessThan(1e-11 * defects.curvature);
    expect(defects.second).toBeLessThan(1e-5 * defects.curvature);
  });
});
