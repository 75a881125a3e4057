import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brickwall } from '../../models/brickwall.ts';
import { parametrised } from '../../src/circuit/circuit.ts';
import { commutingLayers, layerCount } from '../../src/circuit/layers.ts';
import { circuitLength } from '../../src/complexity/circuit-length.ts';
import { layeredLength } from '../../src/complexity/layered-length.ts';
import { arbitraryCircuit } from '../helpers/arbitrary-circuit.ts';
import { centralDifferences } from '../helpers/central-differences.ts';

const metric = { maxSize: 2, penalty: 4 };

describe('layers of commuting gates', () => {
  test('gates on other qubits and commuting gates join a layer', () => {
    expect(commutingLayers(parametrised(2, ['XI', 'IZ', 'ZI', 'XX', 'YY', 'IZ']))).toEqual([0, 0, 1, 2, 2, 3]);
    expect(commutingLayers(parametrised(2, ['XI', 'ZI', 'IZ', 'XX']))).toEqual([0, 1, 0, 2]); // after the last clash
    expect(commutingLayers(parametrised(2, ['XX', 'YY', 'ZZ']))).toEqual([0, 0, 0]);
    expect(layerCount(parametrised(2, []))).toBe(0);
  });

  test('a brickwall of XY blocks has as many interaction layers as its depth', () => {
    const circuit = brickwall(6, { depth: 4, block: 'so4' });
    expect(layerCount(circuit)).toBe(2 * 4 + 1); // rotations, then interactions and rotations
  });
});

describe('layered length', () => {
  test('n rotations of n qubits by one angle take √n of it, one after another n', () => {
    const circuit = parametrised(4, ['YIII', 'IYII', 'IIYI', 'IIIY']);
    const theta = Float64Array.of(0.3, 0.3, 0.3, 0.3);
    expect(layeredLength(circuit, metric)(theta).value).toBeCloseTo(0.3, 14); // √4 · 0.3/2
    expect(circuitLength(circuit, metric)(theta).value).toBeCloseTo(0.6, 14);
  });

  test('angles about one word in one layer add up', () => {
    const circuit = parametrised(2, ['XX', 'YY', 'XX']);
    expect(layeredLength(circuit, metric)(Float64Array.of(0.5, 0, -0.5)).value).toBe(0);
  });

  test('is never above the length of the gates one after another, and has the gradient of differences', () => {
    fc.assert(
      fc.property(arbitraryCircuit(3, 8), ({ circuit, theta }) => {
        const value = layeredLength(circuit, metric)(theta).value;
        expect(value).toBeLessThanOrEqual(circuitLength(circuit, metric)(theta).value + 1e-12);
        const smooth = layeredLength(circuit, metric, { smoothing: 0.1 });
        const differences = centralDifferences((x) => smooth(x).value, theta);
        smooth(theta).gradient.forEach((g, k) => {
          expect(Math.abs(g - differences[k]!)).toBeLessThan(1e-7);
        });
      }),
      { seed: 21, numRuns: 60 },
    );
  });
});
