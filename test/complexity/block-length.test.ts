import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BlockCircuit, blockCircuit, layerHamiltonians } from '../../src/circuit/block-circuit.ts';
import { runBlockCircuit } from '../../src/circuit/run-block-circuit.ts';
import { biInvariantLength } from '../../src/complexity/bi-invariant-length.ts';
import { allowedBlocks, blockEnergy, blockLength } from '../../src/complexity/block-length.ts';
import { DomainError } from '../../src/errors.ts';
import { identityMatrix } from '../../src/linalg/complex.ts';
import { multiply, scaledMatrix } from '../../src/linalg/matrix.ts';
import { matrixExponential } from '../../src/linalg/matrix-exponential.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { blockPath, pathLength } from '../../src/path/sliced-path.ts';
import { centralDifferences } from '../helpers/central-differences.ts';

const local = { maxSize: 2, maxRange: 1, penalty: Infinity };
const weighted = { maxSize: 2, maxRange: 1, sizeWeights: [0.5, 2], penalty: 7 };
const placements = [[0, 1], [2, 3], [1, 2, 3], [0], [0, 2]];

const randomGenerators = (circuit: BlockCircuit, seed: number, size: number): Float64Array => {
  const stream = randomStream(seed, 'generators');
  return Float64Array.from({ length: circuit.parameters }, () => size * stream.normal());
};

describe('length of a circuit of blocks', () => {
  test('is the norm of the generator of one block, √2 of it for two at a time, 2 for two after another', () => {
    const generator = Float64Array.of(0.3, 0, 0.4);
    const one = blockCircuit(4, [[0]]);
    expect(blockLength(one, local)(generator).value).toBeCloseTo(0.5, 15);
    const twice = Float64Array.of(...generator, ...generator);
    expect(blockLength(blockCircuit(4, [[0], [3]]), local)(twice).value).toBeCloseTo(Math.SQRT1_2, 15);
    expect(blockLength(blockCircuit(4, [[0], [0]]), local)(twice).value).toBeCloseTo(1, 15);
    expect(blockLength(one, { ...local, sizeWeights: [4] })(generator).value).toBeCloseTo(1, 15);
  });

  test('is that of the path of its layers, whatever the weights', () => {
    const circuit = blockCircuit(4, placements);
    const h = randomGenerators(circuit, 1, 0.3);
    expect(blockLength(circuit, weighted)(h).value).toBeCloseTo(pathLength(weighted, blockPath(circuit, h)), 13);
  });

  test('is never below the length of the geodesic to the unitary that the circuit makes, where that is known', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0.05, max: 0.6, noNaN: true }), (seed, size) => {
        const circuit = blockCircuit(3, [[0, 1], [1, 2], [0, 2], [1]]);
        const h = randomGenerators(circuit, seed, size);
        const unitary = layerHamiltonians(circuit, h).reduce(
          (product, layer) => multiply(matrixExponential(scaledMatrix([0, -1], pauliSumMatrix(layer))), product),
          identityMatrix(8),
        );
        expect(blockLength(circuit, { penalty: 1 })(h).value).toBeGreaterThan(biInvariantLength(unitary) - 1e-12);
      }),
      { seed: 2, numRuns: 20 },
    );
    // One block is a geodesic, up to the first branch of the logarithm.
    const one = blockCircuit(2, [[0, 1]]);
    const h = randomGenerators(one, 3, 0.2);
    const unitary = matrixExponential(scaledMatrix([0, -1], pauliSumMatrix(layerHamiltonians(one, h)[0]!)));
    expect(blockLength(one, { penalty: 1 })(h).value).toBeCloseTo(biInvariantLength(unitary), 12);
  });

  test('squared is at most twice the energy, and equal to it if all layers are of one length', () => {
    const circuit = blockCircuit(4, placements);
    const h = randomGenerators(circuit, 4, 0.3);
    const twice = 2 * blockEnergy(circuit, weighted)(h).value;
    expect(blockLength(circuit, weighted)(h).value ** 2).toBeLessThan(twice);
    const even = blockCircuit(1, [[0], [0]]);
    const turns = Float64Array.of(0.3, 0, 0.4, 0, 0.5, 0);
    expect(blockLength(even, local)(turns).value ** 2).toBeCloseTo(2 * blockEnergy(even, local)(turns).value, 15);
  });

  test('length and energy have the gradients of differences', () => {
    const circuit = blockCircuit(4, placements);
    const h = randomGenerators(circuit, 5, 0.3);
    for (const objective of [
      blockLength(circuit, weighted),
      blockLength(circuit, weighted, { smoothing: 0.2 }),
      blockEnergy(circuit, weighted),
    ]) {
      const differences = centralDifferences((x) => objective(x).value, h);
      objective(h).gradient.forEach((slope, k) => {
        expect(Math.abs(slope - differences[k]!)).toBeLessThan(1e-7);
      });
    }
    const zero = blockLength(circuit, weighted)(new Float64Array(h.length));
    expect(zero.value).toBe(0);
    expect(blockLength(circuit, weighted, { smoothing: 0.2 })(new Float64Array(h.length)).value).toBeCloseTo(0, 15);
    expect(zero.gradient.every((slope) => slope === 0)).toBe(true);
  });

  test('blocks of what a metric allows have its words only, and others are refused', () => {
    const circuit = allowedBlocks(local, 4, [
      [0, 1],
      [1, 2, 3],
      [0, 3],
    ]);
    expect(circuit.gates.map(({ words }) => words.length)).toEqual([15, 9 + 18, 6]);
    expect(blockLength(circuit, local)(randomGenerators(circuit, 6, 0.1)).value).toBeGreaterThan(0);
    expect(() => blockLength(blockCircuit(4, [[0, 3]]), local)).toThrow(DomainError);
    expect(runBlockCircuit(blockCircuit(2, []), new Float64Array(0)).interleaved[0]).toBe(1);
  });
});
