import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Circuit, parametrised } from '../../src/circuit/circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { simplified } from '../../src/circuit/simplify.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { arbitraryCircuit } from '../helpers/arbitrary-circuit.ts';

describe('simplifying a circuit', () => {
  test('keeps the state up to phase', () => {
    fc.assert(
      fc.property(arbitraryCircuit(3, 16), ({ circuit, theta }) => {
        const fewer = simplified({ network: circuit, theta });
        const [re, im] = innerProduct(runCircuit(circuit, theta), runCircuit(fewer.network, fewer.theta));
        expect(re * re + im * im).toBeCloseTo(1, 12);
        expect(fewer.network.gates.length).toBeLessThanOrEqual(circuit.gates.length);
        expect(fewer.theta.length).toBe(fewer.network.parameters);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  test('merges across commuting gates, and only those', () => {
    const across = simplified({ network: parametrised(2, ['XI', 'XX', 'XI']), theta: Float64Array.of(0.3, 0.2, 0.4) });
    expect(across.network.gates.map(({ word }) => word)).toEqual(['XI', 'XX']);
    expect([...across.theta]).toEqual([0.7, 0.2]);
    const blocked = simplified({ network: parametrised(2, ['XI', 'ZX', 'XI']), theta: Float64Array.of(0.3, 0.2, 0.4) });
    expect(blocked.network.gates.length).toBe(3);
  });

  test('removes full turns, small angles and phases of the reference', () => {
    const theta = Float64Array.of(0.5, 2 * Math.PI, 0.004, 1);
    const { network: circuit } = simplified({ network: parametrised(2, ['ZI', 'XY', 'IY', 'XI']), theta }, 0.01);
    expect(circuit.gates.map(({ word }) => word)).toEqual(['XI']);
  });

  test('keeps a phase of |0…0⟩ where the circuit starts from another state', () => {
    const plus = [{ polar: Math.PI / 2, azimuth: 0 }];
    const fewer = simplified({ network: parametrised(1, ['Z'], plus), theta: Float64Array.of(0.7) });
    expect(fewer.network.gates.map(({ word }) => word)).toEqual(['Z']);
  });

  test('gates that share a parameter go together or not at all', () => {
    const gate = (word: string, scale: number) => ({ word, angle: { parameter: 0, scale } });
    const circuit = { ...parametrised(2, []), parameters: 1, gates: [gate('XI', 1), gate('IX', 0.001)] };
    expect(simplified({ network: circuit, theta: Float64Array.of(1) }, 0.01).network.gates.length).toBe(2);
    expect(simplified({ network: circuit, theta: Float64Array.of(0.001) }, 0.01).network.gates.length).toBe(0);
  });

  test('keeps the unitary where every state is acted on, Clifford angles and all', () => {
    const quarter = fc.constantFrom(Math.PI / 2, -Math.PI / 2, Math.PI, -Math.PI, 3 * Math.PI, 0.3, -1.1);
    const gate = (n: number) =>
      fc.record({
        word: fc.string({ unit: fc.constantFrom('I', 'X', 'Y', 'Z'), minLength: n, maxLength: n }),
        angle: quarter,
      });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 14 }),
        fc.infiniteStream(gate(3)),
        (n, count, stream) => {
          const gates = [...stream.take(count)].map(({ word, angle }) => ({ word: word.slice(0, n), angle }));
          const spectrum = new Array<number>(2 ** n).fill(2 ** -n);
          const circuit: Circuit = { kind: 'circuit', qubits: n, parameters: 0, gates, reference: { spectrum } };
          const none = new Float64Array(0);
          const fewer = simplified({ network: circuit, theta: none });
          const [re, im] = innerProduct(runCircuit(circuit, none), runCircuit(fewer.network, fewer.theta));
          expect(re * re + im * im).toBeCloseTo(1, 11); // |Tr U†V/2ⁿ|²
          const sizes = fewer.network.gates.map(({ angle }) => Math.abs(angle as number));
          for (const size of sizes) expect(size).toBeLessThanOrEqual(Math.PI);
          expect(sizes.filter((size) => Math.abs(size - Math.PI) < 1e-12).length).toBeLessThanOrEqual(1);
          const total = (list: readonly number[]): number => list.reduce((sum, x) => sum + Math.abs(x), 0);
          expect(total(sizes)).toBeLessThanOrEqual(total(gates.map(({ angle }) => angle)) + 1e-9);
        },
      ),
      { seed: 9, numRuns: 400 },
    );
  });

  /** Words and angles of what is left. */
  const left = (words: readonly string[], angles: readonly number[], cost?: (word: string) => number) => {
    const { network: circuit, theta } = simplified(
      { network: parametrised(words[0]!.length, words, [{ polar: 1, azimuth: 2 }]), theta: Float64Array.from(angles) },
      1e-12,
      cost,
    );
    return circuit.gates.map(({ word }, k) => [word, Number(theta[k]!.toFixed(10))]);
  };
  const { PI } = Math;

  test('brings angles into half a turn each way', () => {
    expect(left(['X'], [5])).toEqual([['X', Number((5 - 2 * PI).toFixed(10))]]);
  });

  test('a rotation by π passes what does not commute with it, and turns its sign', () => {
    expect(left(['X', 'Z', 'X'], [PI, 0.4, 0.3])).toEqual([
      ['Z', -0.4],
      ['X', Number((0.3 - PI).toFixed(10))],
    ]);
    expect(left(['XI', 'ZI', 'IY', 'XI'], [PI, 0.4, 0.3, PI])).toEqual([
      ['ZI', -0.4],
      ['IY', 0.3],
    ]);
  });

  test('two Pauli words become one', () => {
    expect(left(['XI', 'ZZ', 'YI'], [PI, 0.4, PI])).toEqual([
      ['ZZ', -0.4],
      ['ZI', Number(PI.toFixed(10))],
    ]);
  });

  test('a Pauli word of I and Z is removed in front of |0…0⟩, whatever stands before it', () => {
    const { network: circuit, theta } = simplified({
      network: parametrised(2, ['XI', 'YY', 'ZI']),
      theta: Float64Array.of(0.3, 0.5, PI),
    });
    expect(circuit.gates.map(({ word }) => word)).toEqual(['XI', 'YY']);
    expect([...theta]).toEqual([-0.3, -0.5]);
  });

  test('quarter turns there and back carry what is between them along', () => {
    // e^{−iπX/4} Z e^{iπX/4} = −Y.
    expect(left(['X', 'Z', 'X'], [-PI / 2, 0.4, PI / 2])).toEqual([['Y', -0.4]]);
    expect(left(['X', 'Z', 'X'], [PI / 2, 0.4, -PI / 2])).toEqual([['Y', 0.4]]);
  });

  test('but not if that makes dearer or forbidden words', () => {
    const words = ['ZZI', 'XII', 'ZZI']; // conjugates XII to YZI
    const angles = [PI / 2, 2, -PI / 2];
    expect(left(words, angles)).toEqual([['YZI', -2]]);
    expect(left(words, angles, (word) => (word === 'YZI' ? 3 : 1)).length).toBe(3);
    expect(left(words, angles, (word) => (word === 'YZI' ? Infinity : 1)).length).toBe(3);
  });
});
