import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parametrised } from '../../src/circuit/circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { simplified } from '../../src/circuit/simplify.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { arbitraryCircuit } from '../helpers/arbitrary-circuit.ts';

describe('simplifying a circuit', () => {
  test('keeps the state up to phase', () => {
    fc.assert(
      fc.property(arbitraryCircuit(3, 16), ({ circuit, theta }) => {
        const fewer = simplified({ circuit, theta });
        const [re, im] = innerProduct(runCircuit(circuit, theta), runCircuit(fewer.circuit, fewer.theta));
        expect(re * re + im * im).toBeCloseTo(1, 12);
        expect(fewer.circuit.gates.length).toBeLessThanOrEqual(circuit.gates.length);
        expect(fewer.theta.length).toBe(fewer.circuit.parameters);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('merges across commuting gates, and only those', () => {
    const across = simplified({ circuit: parametrised(2, ['XI', 'XX', 'XI']), theta: Float64Array.of(0.3, 0.2, 0.4) });
    expect(across.circuit.gates.map(({ word }) => word)).toEqual(['XI', 'XX']);
    expect([...across.theta]).toEqual([0.7, 0.2]);
    const blocked = simplified({ circuit: parametrised(2, ['XI', 'ZX', 'XI']), theta: Float64Array.of(0.3, 0.2, 0.4) });
    expect(blocked.circuit.gates.length).toBe(3);
  });

  test('removes full turns, small angles and phases of the reference', () => {
    const theta = Float64Array.of(0.5, 2 * Math.PI, 0.004, 1);
    const { circuit } = simplified({ circuit: parametrised(2, ['ZI', 'XY', 'IY', 'XI']), theta }, 0.01);
    expect(circuit.gates.map(({ word }) => word)).toEqual(['XI']);
  });

  test('keeps a phase of |0…0⟩ where the circuit starts from another state', () => {
    const plus = [{ polar: Math.PI / 2, azimuth: 0 }];
    const fewer = simplified({ circuit: parametrised(1, ['Z'], plus), theta: Float64Array.of(0.7) });
    expect(fewer.circuit.gates.map(({ word }) => word)).toEqual(['Z']);
  });

  test('gates that share a parameter go together or not at all', () => {
    const gate = (word: string, scale: number) => ({ word, angle: { parameter: 0, scale } });
    const circuit = { ...parametrised(2, []), parameters: 1, gates: [gate('XI', 1), gate('IX', 0.001)] };
    expect(simplified({ circuit, theta: Float64Array.of(1) }, 0.01).circuit.gates.length).toBe(2);
    expect(simplified({ circuit, theta: Float64Array.of(0.001) }, 0.01).circuit.gates.length).toBe(0);
  });
});
