import { describe, expect, test } from 'vitest';
import { haarRandom } from '../../datasets/haar-random.ts';
import { brickwall } from '../../models/brickwall.ts';
import { isometricMera } from '../../models/isometric-mera.ts';
import { inferabilityMap } from '../../src/bulk/inferability-map.ts';
import { parametrised } from '../../src/circuit/circuit.ts';
import { heatedCircuit, informationBySize, thermalInformation } from '../../src/fisher/black-hole-limit.ts';
import { groupInferability, inferability, layersOf, leastResolution, partsOf } from '../../src/fisher/inferability.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import { randomStream } from '../../src/linalg/random.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';

const drawn = (length: number, seed = 1): Float64Array => {
  const stream = randomStream(seed, 'inferability');
  return Float64Array.from({ length }, () => 3 * stream.normal());
};
/** X rotations by one angle each on all qubits of a given state. */
function turnedState(amplitudes: Float64Array): TensorNetwork {
  const n = Math.log2(amplitudes.length / 2);
  const sites = [...Array(n).keys()];
  return {
    kind: 'network',
    parameters: n,
    dimensions: Object.fromEntries(
      sites.flatMap((q) => [
        [`in${q}`, 2],
        [`out${q}`, 2],
      ]),
    ),
    nodes: [
      { id: 'state', legs: sites.map((q) => `in${q}`), tensor: { kind: 'constant', interleaved: [...amplitudes] } },
      ...sites.map((q) => ({
        id: `gate${q}`,
        legs: [`out${q}`, `in${q}`],
        tensor: { kind: 'rotation', word: 'X', angle: { parameter: q } } as const,
      })),
    ],
    boundary: sites.map((q) => `out${q}`),
    bulk: [],
    environment: [],
  };
}

describe('inferability', () => {
  test('of separate qubits: each angle is seen from its own qubit only, with 1 and 1/sin ϑ radians', () => {
    const circuit = parametrised(2, ['YI', 'ZI', 'IY']);
    const theta = Float64Array.of(0.7, 0.2, 1.1);
    const whole = inferability(circuit, theta);
    [1, 1 / Math.sin(0.7), 1].forEach((value, k) => {
      expect(whole.resolution[k]).toBeCloseTo(value, 12);
    });
    expect(whole).toMatchObject({ rank: 3, region: [0, 1] });
    expect(whole.finest).toBeCloseTo(1, 12);
    const right = inferability(circuit, theta, [1]);
    expect(right.rank).toBe(1);
    expect(right.resolution.slice(0, 2)).toEqual([null, null]);
    expect(right.resolution[2]).toBeCloseTo(1, 12);
  });

  test('of gates, layers and tensors adds up to the trace of F', () => {
    for (const network of [brickwall(3, { depth: 2 }), isometricMera(4, { bond: 2 })]) {
      const theta = drawn(network.parameters);
      const known = inferability(network, theta);
      const trace = known.fisher.data.reduce((sum, x, at) => (at % (known.fisher.rows + 1) === 0 ? sum + x : sum), 0);
      for (const groups of [partsOf(network), layersOf(network)]) {
        const parts = groupInferability(known, groups);
        expect(parts.reduce((sum, { information }) => sum + information, 0)).toBeCloseTo(trace, 10);
      }
      const { information } = inferabilityMap(network, known);
      expect(information.flat().reduce((sum, x) => sum + x)).toBeCloseTo(trace, 10);
    }
  });

  test('of a circuit: no angle is finer than 1 radian per copy, shared ones in proportion', () => {
    const circuit = brickwall(4, { depth: 3 });
    const least = leastResolution(circuit, 1);
    inferability(circuit, drawn(circuit.parameters)).resolution.forEach((value, k) => {
      if (value !== null) expect(value).toBeGreaterThanOrEqual(least[k]! - 1e-9);
    });
    const gates = ['YI', 'IY'].map((word) => ({ word, angle: { parameter: 0, scale: 2 } }));
    expect([...leastResolution({ kind: 'circuit', qubits: 2, parameters: 2, gates }, 4)]).toEqual([1 / 8, Infinity]);
  });

  test('is a map over the bulk: one gate deep in one corner is seen there, by its own side only', () => {
    // Two layers: Y on both qubits, then Z on both; the boundary is above the Z layer.
    const circuit = parametrised(2, ['YI', 'IY', 'ZI', 'IZ']);
    const theta = Float64Array.of(0.7, 1.1, 0.3, 0.4);
    const left = inferabilityMap(circuit, inferability(circuit, theta, [0]));
    expect(left.information.slice(0, 2)).toEqual([
      [expect.closeTo(Math.sin(0.7) ** 2, 11), expect.closeTo(0, 11)],
      [expect.closeTo(1, 11), expect.closeTo(0, 11)],
    ]);
    expect(left.resolution[1]).toEqual([expect.closeTo(1, 11), null]);
  });
});

describe('the black-hole limit', () => {
  test('of one heated qubit is tanh²(β/2), zero for the maximally mixed state', () => {
    const circuit = parametrised(1, ['Y']);
    for (const { beta, information, purity } of thermalInformation(circuit, Float64Array.of(0.4), [0, 0.5, 2, 20])) {
      expect(information).toBeCloseTo(Math.tanh(beta / 2) ** 2, 9);
      expect(purity).toBeCloseTo((1 + Math.tanh(beta / 2) ** 2) / 2, 12);
    }
  });

  test('leaves nothing of any circuit at infinite temperature, all at zero, and falls between', () => {
    const circuit = brickwall(3, { depth: 2 });
    const theta = drawn(circuit.parameters);
    const series = thermalInformation(circuit, theta, [0, 0.2, 0.5, 1, 2, 4, 60]).map(({ information }) => information);
    expect(series[0]).toBeCloseTo(0, 12);
    expect(series).toEqual([...series].sort((a, b) => a - b));
    const pure = quantumFisherInformation(circuit, theta);
    const trace = pure.data.reduce((sum, x, at) => (at % (pure.rows + 1) === 0 ? sum + x : sum), 0);
    expect(series[6]).toBeCloseTo(trace, 8);
    expect(() => heatedCircuit(circuit, -1)).toThrow(/β ≥ 0/);
  });

  test('of Haar-random states: regions below half of the boundary see almost nothing of what all of it sees', () => {
    const n = 8;
    const curves = [1, 2, 3].map((seed) =>
      informationBySize(turnedState(haarRandom(n, seed).amplitudes.interleaved), drawn(n)),
    );
    const mean = (size: number): number => curves.reduce((sum, curve) => sum + curve[size]!, 0) / curves.length;
    expect(mean(0)).toBe(0);
    expect(mean(2) / 2).toBeLessThan(0.1); // per gate inside the region
    expect(mean(n - 1) / (n - 1)).toBeGreaterThan(0.9);
    // The mean of 4·Var(X/2) over the Haar measure is 1 − 1/(2ⁿ + 1) for each gate.
    expect(mean(n) / n).toBeCloseTo(1 - 1 / (2 ** n + 1), 1);
  });

  test('is far from simple states: a product shows every gate to its own region', () => {
    const zeros = new Float64Array(2 * 2 ** 4);
    zeros[0] = 1;
    expect([...informationBySize(turnedState(zeros), drawn(4))]).toEqual(
      [0, 1, 2, 3, 4].map((x) => expect.closeTo(x, 10)),
    );
  });
});
