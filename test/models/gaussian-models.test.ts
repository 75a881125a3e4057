import { describe, expect, test } from 'vitest';
import { gaussianChain } from '../../models/gaussian-chain.ts';
import { gaussianCircuit } from '../../models/gaussian-circuit.ts';
import { MODELS, startOf } from '../../models/index.ts';
import { hopping, xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { gaussianThermal } from '../../src/gaussian/thermal.ts';
import { fermionState } from '../../src/generative/fermion-rules.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import { chain } from '../../src/operator/lattice.ts';

const critical = fermionState('critical', gaussianGroundState(xyChain(24)).state);

describe('models of a Gaussian target', () => {
  test('the circuit starts near it, nearer the wider it is, and exactly when it is as wide as the chain', () => {
    const small = fermionState('hopping', gaussianGroundState(hopping(chain(8))).state);
    const at = (options: Parameters<typeof gaussianCircuit>[1]): number => {
      const { network, theta } = gaussianCircuit(small, options);
      return infidelity(network, small)(theta).value;
    };
    const found = [2, 3, 5].map((width) => at({ width, tolerance: 0 }));
    expect(found.every((value, k) => k === 0 || value < found[k - 1]!)).toBe(true);
    expect(at({ width: 8, tolerance: 0 })).toBeLessThan(1e-13);
  });

  test('the chain starts at the truncation of the target, nearer for larger bonds', () => {
    const found = [2, 4, 8].map((bond) => {
      const { network, theta } = gaussianChain(critical, { bond });
      expect(Math.max(...Object.values(network.dimensions))).toBe(bond);
      return infidelity(network, critical)(theta).value;
    });
    expect(found[0]!).toBeGreaterThan(1e-3);
    expect(found[2]!).toBeLessThan(1e-5);
    expect(found.every((value, k) => k === 0 || value < found[k - 1]! / 5)).toBe(true);
  });

  test('both refuse other targets and mixed ones', () => {
    const mixed = fermionState('warm', gaussianThermal(xyChain(4), 1));
    expect(() => gaussianCircuit(undefined)).toThrow('a Gaussian target required, got none');
    expect(() => gaussianCircuit(mixed)).toThrow('a pure state required');
    expect(() => gaussianChain(mixed)).toThrow(
      "a pure Gaussian target that a chain of bond 256 can hold required, got 'warm'",
    );
    expect(() => gaussianChain(undefined)).toThrow('got none');
  });

  test('say where a training starts; others do not', () => {
    const context = {
      dimensions: critical.dimensions,
      target: critical,
      metric: {} as never,
      read: () => new Uint8Array(),
    };
    const options = MODELS['gaussian-circuit'].options.parse({ width: 4 });
    const start = startOf({ name: 'gaussian-circuit', ...options }, context)!;
    expect([...start]).toEqual([...gaussianCircuit(critical, options).theta]);
    expect(startOf({ name: 'matrix-product-state', bond: 2 }, context)).toBeUndefined();
  });
});
