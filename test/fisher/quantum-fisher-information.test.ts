import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { mixedFisherInformation, quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';

/** exp(−iθ Σ_q P_q/2) on n qubits in a given state: one parameter, the angle of a global rotation. */
function rotated(amplitudes: readonly number[], letter: string): TensorNetwork {
  const n = Math.log2(amplitudes.length);
  const sites = Array.from({ length: n }, (_, q) => q);
  return {
    kind: 'network',
    parameters: 1,
    dimensions: Object.fromEntries(
      sites.flatMap((q) => [
        [`in${q}`, 2],
        [`out${q}`, 2],
      ]),
    ),
    nodes: [
      {
        id: 'state',
        legs: sites.map((q) => `in${q}`),
        tensor: { kind: 'constant', interleaved: amplitudes.flatMap((x) => [x, 0]) },
      },
      ...sites.map((q) => ({
        id: `gate${q}`,
        legs: [`out${q}`, `in${q}`],
        tensor: { kind: 'rotation', word: letter, angle: { parameter: 0 } } as const,
      })),
    ],
    boundary: sites.map((q) => `out${q}`),
    bulk: [],
    environment: [],
  };
}
const amplitudesWhere = (n: number, where: (b: number) => boolean): readonly number[] =>
  Array.from({ length: 2 ** n }, (_, b) => (where(b) ? 1 : 0)); // the network state is normalised
const ones = (b: number): number => b.toString(2).replaceAll('0', '').length;

describe.each([2, 3, 5])('phase estimation with %d qubits', (n) => {
  const at = (amplitudes: readonly number[], letter: string): number =>
    quantumFisherInformation(rotated(amplitudes, letter), Float64Array.of(0.7)).data[0]!;

  test('reaches the Heisenberg limit n² with GHZ, and n with a product', () => {
    expect(
      at(
        amplitudesWhere(n, (b) => b === 0 || b === 2 ** n - 1),
        'Z',
      ),
    ).toBeCloseTo(n * n, 12);
    expect(
      at(
        amplitudesWhere(n, () => true),
        'Z',
      ),
    ).toBeCloseTo(n, 12);
  });

  test('gives 3n − 2 for W about an axis in the plane, 0 about its own', () => {
    const w = amplitudesWhere(n, (b) => ones(b) === 1);
    expect(at(w, 'X')).toBeCloseTo(3 * n - 2, 12);
    expect(at(w, 'Z')).toBeCloseTo(0, 12);
  });
});

const gates = ['XI', 'IY', 'ZZ', 'YX', 'ZI'].map((word, parameter) => ({ word, angle: { parameter } }));
const circuit: Circuit = { kind: 'circuit', qubits: 2, parameters: 5, gates };
const theta = Float64Array.of(0.4, -0.8, 1.3, 0.2, 0.6);
const withSpectrum = (spectrum: readonly number[]): Circuit => ({ ...circuit, reference: { spectrum } });

describe('mixed states', () => {
  test('of rank one have the information of the pure state', () => {
    const pure = quantumFisherInformation(circuit, theta).data;
    quantumFisherInformation(withSpectrum([1, 0, 0, 0]), theta).data.forEach((entry, k) => {
      expect(entry).toBeCloseTo(pure[k]!, 12);
    });
    mixedFisherInformation(circuit, theta).data.forEach((entry, k) => {
      expect(entry).toBeCloseTo(pure[k]!, 12);
    });
  });

  test('that are maximally mixed tell nothing about a unitary', () => {
    for (const entry of quantumFisherInformation(withSpectrum([0.25, 0.25, 0.25, 0.25]), theta).data) {
      expect(Math.abs(entry)).toBeLessThan(1e-28);
    }
  });

  test('of one qubit, with eigenvalues p and 1 − p, have (2p − 1)² of the pure information', () => {
    const bloch: Circuit = {
      kind: 'circuit',
      qubits: 1,
      parameters: 2,
      gates: [
        { word: 'Y', angle: { parameter: 0 } },
        { word: 'Z', angle: { parameter: 1 } },
      ],
    };
    for (const p of [0.5, 0.6, 0.9, 0.99]) {
      const F = quantumFisherInformation({ ...bloch, reference: { spectrum: [p, 1 - p] } }, Float64Array.of(1.1, 0.2));
      expect(F.data[0]).toBeCloseTo((2 * p - 1) ** 2, 13);
      expect(F.data[3]).toBeCloseTo((2 * p - 1) ** 2 * Math.sin(1.1) ** 2, 13);
      expect(F.data[1]).toBeCloseTo(0, 13);
    }
  });

  test('lose information monotonically under depolarising', () => {
    const trace = (p: number): number => {
      const spectrum = [p + (1 - p) / 4, (1 - p) / 4, (1 - p) / 4, (1 - p) / 4];
      const { data } = quantumFisherInformation(withSpectrum(spectrum), theta);
      return [0, 1, 2, 3, 4].reduce((sum, k) => sum + data[6 * k]!, 0);
    };
    const traces = [0, 0.2, 0.5, 0.8, 1].map(trace);
    for (let k = 1; k < traces.length; k++) expect(traces[k]).toBeGreaterThan(traces[k - 1]!);
  });

  test('of a changing spectrum have the classical Fisher information', () => {
    // An entangling rotation of a purification: λ = (cos²(θ/2), sin²(θ/2)), classical information 1.
    const purified: TensorNetwork = {
      kind: 'network',
      parameters: 1,
      dimensions: { a: 2, b: 2, s: 2, e: 2 },
      nodes: [
        { id: 'zero', legs: ['a', 'b'], tensor: { kind: 'constant', interleaved: [1, 0, 0, 0, 0, 0, 0, 0] } },
        { id: 'gate', legs: ['s', 'e', 'a', 'b'], tensor: { kind: 'rotation', word: 'XY', angle: { parameter: 0 } } },
      ],
      boundary: ['s'],
      bulk: [],
      environment: ['e'],
    };
    for (const angle of [0.3, 1, 2.5]) {
      expect(quantumFisherInformation(purified, Float64Array.of(angle)).data[0]).toBeCloseTo(1, 13);
    }
  });
});
