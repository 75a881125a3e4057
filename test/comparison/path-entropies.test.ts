import { describe, expect, test } from 'vitest';
import { circuitOfBlocks } from '../../src/circuit/block-circuit.ts';
import { entropiesOfPaths, pathEntropies } from '../../src/comparison/path-entropies.ts';
import { zeroVector } from '../../src/linalg/complex.ts';

const zeros = (qubits: number) => {
  const vector = zeroVector(2 ** qubits);
  vector.interleaved[0] = 1;
  return vector;
};
/** Entropy of a qubit with probabilities cos² and sin². */
const binary = (angle: number): number => {
  const p = Math.cos(angle) ** 2;
  return [p, 1 - p].reduce((sum, q) => (q > 1e-15 ? sum - q * Math.log(q) : sum), 0);
};

describe('entropies along a path', () => {
  test('of exp(−iθ XX) from |00⟩ are those of cos θ|00⟩ − i sin θ|11⟩, at equal angles', () => {
    const path = [{ qubits: 2, terms: [{ word: 'XX', coefficient: Math.PI / 4 }] }];
    const { arc, entropies } = pathEntropies(path, zeros(2), 4);
    expect(arc).toBeCloseTo(Math.PI / 4, 6);
    expect(entropies).toHaveLength(1);
    for (const [j, value] of entropies[0]!.entries()) expect(value).toBeCloseTo(binary((j * Math.PI) / 16), 6);
  });

  test('of a circuit layer by layer, a circuit of blocks and a geodesic in slices are those of one path', () => {
    const words = ['XX'];
    const geodesic = { words, velocity: [[Math.PI / 4], [Math.PI / 4]] };
    const circuit = { kind: 'circuit', qubits: 2, parameters: 0, gates: [{ word: 'XX', angle: Math.PI / 2 }] } as const;
    const rotations = entropiesOfPaths(circuit, new Float64Array(0), geodesic, 3)!;
    const blocks = entropiesOfPaths(
      circuitOfBlocks(2, [{ sites: [0, 1], words }]),
      Float64Array.of(Math.PI / 4),
      geodesic,
      3,
    )!;
    for (const path of [rotations.learned, rotations.geodesic, blocks.learned]) {
      for (const [j, value] of path.entropies[0]!.entries()) expect(value).toBeCloseTo(binary((j * Math.PI) / 12), 6);
    }
  });

  test('are none from mixed references, without words, of other sizes, with coefficients that are infinite or none', () => {
    const geodesic = { words: ['XX'], velocity: [[1]] };
    const circuit = { kind: 'circuit', qubits: 2, parameters: 0, gates: [] } as const;
    const at = new Float64Array(0);
    expect(entropiesOfPaths(circuit, at, geodesic)).not.toBeNull();
    expect(entropiesOfPaths({ ...circuit, reference: { spectrum: [0.5, 0.5] } }, at, geodesic)).toBeNull();
    expect(entropiesOfPaths(circuit, at, { words: [], velocity: [] })).toBeNull();
    for (const h of [Number.NaN, Infinity, 1e9]) {
      expect(entropiesOfPaths(circuit, at, { words: ['XX'], velocity: [[h]] })).toBeNull();
    }
    expect(entropiesOfPaths({ ...circuit, qubits: 3 }, at, geodesic)).toBeNull();
    expect(entropiesOfPaths({ ...circuit, qubits: 9 }, at, { words: ['X'.repeat(9)], velocity: [[1]] })).toBeNull();
  });
});
