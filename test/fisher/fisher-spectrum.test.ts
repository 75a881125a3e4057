import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { fisherSpectrum } from '../../src/fisher/fisher-spectrum.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';

/** Open matrix-product state of n qubits, all tensors free. */
function freeChain(n: number, bond: number): TensorNetwork {
  const dimensions: Record<string, number> = {};
  let offset = 0;
  const nodes = Array.from({ length: n }, (_, q) => {
    const legs = [...(q > 0 ? [`b${q - 1}`] : []), `s${q}`, ...(q + 1 < n ? [`b${q}`] : [])];
    for (const leg of legs) dimensions[leg] = leg.startsWith('s') ? 2 : bond;
    const node = { id: `A${q}`, legs, tensor: { kind: 'free', offset } as const };
    offset += 2 * legs.reduce((size, leg) => size * dimensions[leg]!, 1);
    return node;
  });
  const boundary = Array.from({ length: n }, (_, q) => `s${q}`);
  return { kind: 'network', parameters: offset, dimensions, nodes, boundary, bulk: [], environment: [] };
}

describe('the null space', () => {
  test.each([
    [3, 7],
    [4, 11],
    [5, 15],
  ])(
    'of a matrix-product state of %d sites and bond 2 is its gauge freedom, norm and phase: rank 2·%d',
    (n, dimension) => {
      const network = freeChain(n, 2);
      const theta = Float64Array.from({ length: network.parameters }, (_, k) => Math.sin(1 + 3 * k * k));
      const spectrum = fisherSpectrum(quantumFisherInformation(network, theta));
      expect(network.parameters / 2 - (n - 1) * 4 - 1).toBe(dimension); // Σ sizes − Σ χ² − 1
      expect(spectrum.rank).toBe(2 * dimension);
      expect(spectrum.resolution.every((value) => value === null)).toBe(true);
    },
  );
});

describe('the resolution', () => {
  test('is 1/√F for independent parameters', () => {
    const { resolution, rank, eigenvalues } = fisherSpectrum({ rows: 2, cols: 2, data: Float64Array.of(4, 0, 0, 9) });
    expect(rank).toBe(2);
    expect(eigenvalues).toEqual([9, 4]);
    expect(resolution[0]).toBeCloseTo(1 / 2, 14);
    expect(resolution[1]).toBeCloseTo(1 / 3, 14);
  });

  test('is √(F⁻¹)_kk for correlated ones', () => {
    const { resolution } = fisherSpectrum({ rows: 2, cols: 2, data: Float64Array.of(2, 1, 1, 3) });
    expect(resolution[0]).toBeCloseTo(Math.sqrt(3 / 5), 14);
    expect(resolution[1]).toBeCloseTo(Math.sqrt(2 / 5), 14);
  });

  test('is null for two angles of which only the sum matters, not for a third', () => {
    const gates = ['Y', 'Y', 'Z'].map((word, parameter) => ({ word, angle: { parameter } }));
    const circuit: Circuit = { kind: 'circuit', qubits: 1, parameters: 3, gates };
    const { rank, resolution } = fisherSpectrum(quantumFisherInformation(circuit, Float64Array.of(0.5, 0.6, 0.1)));
    expect(rank).toBe(2);
    expect(resolution.slice(0, 2)).toEqual([null, null]);
    expect(resolution[2]).toBeCloseTo(1 / Math.sin(1.1), 12);
  });

  test('is null throughout where there is no information', () => {
    const F = { rows: 2, cols: 2, data: Float64Array.of(1e-33, 0, 0, 3e-33) };
    expect(fisherSpectrum(F)).toMatchObject({ rank: 0, resolution: [null, null] });
  });
});
