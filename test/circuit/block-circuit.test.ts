import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BlockCircuit,
  blockCircuit,
  blockLayers,
  circuitOfBlocks,
  layerHamiltonians,
  rotationCircuit,
} from '../../src/circuit/block-circuit.ts';
import { parametrised } from '../../src/circuit/circuit.ts';
import { readOpenQasm } from '../../src/circuit/open-qasm/read-open-qasm.ts';
import { openQasm } from '../../src/circuit/open-qasm/write-open-qasm.ts';
import {
  blockInfidelity,
  blockObjective,
  pullbackBlockCircuit,
  runBlockCircuit,
} from '../../src/circuit/run-block-circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { applyMatrix, scaledMatrix } from '../../src/linalg/matrix.ts';
import { matrixExponential } from '../../src/linalg/matrix-exponential.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { dot, plus } from '../../src/linalg/real-vector.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { fidelity } from '../../src/state/fidelity.ts';
import { zeroState } from '../../src/state/zero-state.ts';
import { centralDifferences } from '../helpers/central-differences.ts';

/** Blocks on one, two and three qubits, neighbours or not, in any order. */
const mixed = blockCircuit(4, [[0, 1], [2], [3, 1, 0], [2, 3], [0]]);

const randomGenerators = (circuit: BlockCircuit, seed: number, size = 0.5): Float64Array => {
  const stream = randomStream(seed, 'generators');
  return Float64Array.from({ length: circuit.parameters }, () => size * stream.normal());
};

describe('circuits of blocks', () => {
  test('a block has all words of its qubits but the identity, or those that are allowed', () => {
    expect(mixed.gates.map(({ words }) => words.length)).toEqual([15, 3, 63, 15, 3]);
    const few = blockCircuit(3, [[2, 0]], (word) => /^.I.$/.test(word) && !word.includes('Y'));
    expect([...few.gates[0]!.words].sort()).toEqual(['IX', 'IZ', 'XI', 'XX', 'XZ', 'ZI', 'ZX', 'ZZ']);
    expect(JSON.parse(JSON.stringify(mixed))).toEqual(mixed);
  });

  test('gates on different qubits are one layer', () => {
    expect(blockLayers(mixed)).toEqual([0, 0, 1, 2, 2]);
    const brickwork = blockCircuit(4, [
      [0, 1],
      [2, 3],
      [1, 2],
      [0, 1],
      [2, 3],
    ]);
    expect(blockLayers(brickwork)).toEqual([0, 0, 1, 2, 2]);
  });

  test('do what the exponentials of the Hamiltonians of their layers do, one after another', () => {
    const h = randomGenerators(mixed, 1);
    const expected = layerHamiltonians(mixed, h).reduce(
      (psi, layer) => applyMatrix(matrixExponential(scaledMatrix([0, -1], pauliSumMatrix(layer))), psi),
      zeroState(4),
    );
    const state = runBlockCircuit(mixed, h);
    expect(innerProduct(expected, state)[0]).toBeCloseTo(1, 13);
    expect(innerProduct(expected, state)[1]).toBeCloseTo(0, 13);
  });

  test('a block of one word is a rotation by twice its coefficient', () => {
    const initial = randomVector(8, randomStream(2, 'initial'));
    const block: BlockCircuit = circuitOfBlocks(3, [{ sites: [2, 0], words: ['XY'] }]);
    const state = runBlockCircuit(block, Float64Array.of(0.7), initial);
    const rotated = runCircuit(parametrised(3, ['YIX']), Float64Array.of(1.4), initial);
    state.interleaved.forEach((x, k) => {
      expect(x).toBeCloseTo(rotated.interleaved[k]!, 14);
    });
  });

  test('are the same circuits in rotations and in OpenQASM, up to a phase', () => {
    const h = randomGenerators(mixed, 3, 0.8);
    const rotations = rotationCircuit(mixed, h);
    const state = runBlockCircuit(mixed, h);
    expect(fidelity(runCircuit(rotations, new Float64Array(0)), state)).toBeCloseTo(1, 12);
    const read = readOpenQasm(openQasm(rotations, new Float64Array(0))).value.circuit;
    expect(fidelity(runCircuit(read, new Float64Array(0)), state)).toBeCloseTo(1, 10);
  });
});

describe('derivatives of circuits of blocks', () => {
  test('the pullback has the derivative of differences, whatever the blocks and the initial state', () => {
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        const circuit = blockCircuit(3, [[0, 2], [1], [2, 1, 0], [1, 2]]);
        const h = randomGenerators(circuit, seed, 1);
        const [initial, cotangent] = [1, 2].map((k) => randomVector(8, randomStream(seed, `vector ${k}`)));
        const value = (x: Float64Array): number => innerProduct(cotangent!, runBlockCircuit(circuit, x, initial))[0];
        const state = runBlockCircuit(circuit, h, initial);
        const gradient = pullbackBlockCircuit(circuit, h, state, cotangent!);
        const direction = randomGenerators(circuit, seed + 1, 1);
        const [difference] = centralDifferences((t) => value(plus(h, t[0]!, direction)), Float64Array.of(0));
        expect(Math.abs(dot(gradient, direction) - difference!)).toBeLessThan(1e-8);
        const objective = blockObjective(
          circuit,
          (psi) => {
            return { value: innerProduct(cotangent!, psi)[0], cotangent: cotangent! };
          },
          initial,
        );
        expect(objective(h).gradient).toEqual(gradient);
      }),
      { seed: 5, numRuns: 10 },
    );
  });

  test('the infidelity has its gradient, and no cancellation where it is small', () => {
    const h = randomGenerators(mixed, 6);
    const target = randomVector(16, randomStream(7, 'target'));
    const infidelity = blockInfidelity(mixed, target);
    const { value, gradient } = infidelity(h);
    expect(value).toBeCloseTo(1 - fidelity(target, runBlockCircuit(mixed, h)), 13);
    const differences = centralDifferences((x) => infidelity(x).value, h);
    gradient.forEach((slope, k) => {
      expect(Math.abs(slope - differences[k]!)).toBeLessThan(1e-8);
    });
    const [rotation, small] = [blockCircuit(1, [[0]], (word) => word === 'X'), Float64Array.of(1e-9)];
    expect(blockInfidelity(rotation, zeroState(1))(small).value / 1e-18).toBeCloseTo(1, 8); // sin² of the angle
  });
});

describe('what is no circuit of blocks', () => {
  test('is refused by name', () => {
    expect(() => blockCircuit(3, [[0, 3]])).toThrow(DomainError);
    expect(() => blockCircuit(3, [[1, 1]])).toThrow('different sites below 3 required, got [1,1]');
    expect(() => blockCircuit(4, [[0, 1, 2, 3]])).toThrow(DomainError);
    expect(() => runBlockCircuit(mixed, new Float64Array(3))).toThrow('99 coefficients required, got 3');
    expect(() => runBlockCircuit(mixed, new Float64Array(99).fill(NaN))).toThrow(DomainError);
    expect(() => runBlockCircuit(mixed, new Float64Array(99), zeroState(3))).toThrow(ShapeError);
    expect(() => blockInfidelity(mixed, zeroState(3))).toThrow(ShapeError);
  });
});
