import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { circuitEnergy, circuitLength, gateCount } from '../../src/complexity/circuit-length.ts';
import type { Objective } from '../../src/optimise/objective.ts';

const circuit: Circuit = {
  kind: 'circuit',
  qubits: 3,
  parameters: 3,
  gates: [
    { word: 'YII', angle: { parameter: 0 } },
    { word: 'ZZZ', angle: { parameter: 1, scale: -2 } },
    { word: 'XXI', angle: Math.PI / 2 },
    { word: 'IXX', angle: { parameter: 1 } },
    { word: 'IIZ', angle: { parameter: 2 } },
  ],
};
const metric = { maxSize: 2, sizeWeights: [1, 4], penalty: 9 };
const theta = Float64Array.of(0.3, -0.7, 0);

function expectGradient(objective: Objective, x: Float64Array): void {
  const { gradient } = objective(x);
  for (let k = 0; k < x.length; k++) {
    const at = (s: number): number => objective(x.map((value, j) => value + (j === k ? s : 0))).value;
    const d = 1e-3;
    expect(gradient[k]).toBeCloseTo((8 * (at(d) - at(-d)) - (at(2 * d) - at(-2 * d))) / (12 * d), 9);
  }
}

describe('the length of a circuit', () => {
  test('is Σ √w |a| / 2', () => {
    expect(circuitLength(circuit, metric)(theta).value).toBeCloseTo(0.15 + 3 * 0.7 + Math.PI / 2 + 0.7, 14);
  });

  test('of the textbook GHZ₄ construction is 7π/4', () => {
    const gates = ['YIII', 'ZYII', 'IYII', 'IZYI', 'IIYI', 'IIZY', 'IIIY'].map((word) => ({
      word,
      angle: Math.PI / 2,
    }));
    const ghz: Circuit = { kind: 'circuit', qubits: 4, parameters: 0, gates };
    const local = { maxSize: 2, maxRange: 1, penalty: Infinity };
    expect(circuitLength(ghz, local)(new Float64Array(0)).value).toBeCloseTo((7 * Math.PI) / 4, 14);
  });

  test('has the gradient of its finite differences, smoothed at angle zero', () => {
    expectGradient(circuitLength(circuit, metric, { smoothing: 0.1 }), theta);
    expectGradient(circuitLength(circuit, metric), Float64Array.of(0.3, -0.7, 0.2));
    expect(circuitLength(circuit, metric)(theta).gradient[2]).toBe(0);
  });

  test('smoothed lies below the length by at most Σ √w ε / 2', () => {
    const exact = circuitLength(circuit, metric)(theta).value;
    const smooth = circuitLength(circuit, metric, { smoothing: 0.01 })(theta).value;
    expect(smooth).toBeLessThan(exact);
    expect(smooth).toBeGreaterThan(exact - ((1 + 3 + 2 + 2 + 1) * 0.01) / 2);
  });

  test('refuses a word that the metric forbids', () => {
    expect(() => circuitLength(circuit, { maxSize: 2, penalty: Infinity })).toThrow(
      /got ZZZ, which the metric forbids/,
    );
  });
});

describe('the energy of a circuit', () => {
  test('bounds the squared length, L² ≤ 2E, with equality for gates of one length', () => {
    const length = circuitLength(circuit, metric)(theta).value;
    expect(length ** 2).toBeLessThan(2 * circuitEnergy(circuit, metric)(theta).value);
    const even = Float64Array.of(1.2);
    const two: Circuit = {
      kind: 'circuit',
      qubits: 2,
      parameters: 1,
      gates: [
        { word: 'XI', angle: { parameter: 0 } },
        { word: 'ZZ', angle: { parameter: 0, scale: 0.5 } },
      ],
    };
    expect(2 * circuitEnergy(two, metric)(even).value).toBeCloseTo(circuitLength(two, metric)(even).value ** 2, 14);
  });

  test('has the gradient of its finite differences', () => expectGradient(circuitEnergy(circuit, metric), theta));
});

describe('the smooth gate count', () => {
  test('counts large angles as gates, zero angles as none, the width as a half', () => {
    expect(gateCount(circuit, 1e-6)(theta).value).toBeCloseTo(4, 10);
    const one: Circuit = { kind: 'circuit', qubits: 1, parameters: 1, gates: [{ word: 'X', angle: { parameter: 0 } }] };
    expect(gateCount(one, 0.2)(Float64Array.of(0.2)).value).toBeCloseTo(0.5, 15);
  });

  test('leaves a global phase out, as the length does', () => {
    const phase = { word: 'II', angle: { parameter: 0 } };
    const both: Circuit = { kind: 'circuit', qubits: 2, parameters: 1, gates: [phase, { ...phase, word: 'XZ' }] };
    for (const angle of [0.7, 40]) {
      const { value, gradient } = gateCount(both, 0.2)(Float64Array.of(angle));
      expect(value).toBe(angle ** 2 / (angle ** 2 + 0.04));
      expect(gradient[0]).toBe((0.08 * angle) / (angle ** 2 + 0.04) ** 2);
    }
    expect(gateCount({ ...both, gates: [phase] }, 1e-6)(Float64Array.of(1)).value).toBe(0);
  });

  test('has the gradient of its finite differences', () => expectGradient(gateCount(circuit, 0.3), theta));
});
