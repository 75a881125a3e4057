import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { w } from '../../datasets/w.ts';
import { blockCircuit } from '../../src/circuit/block-circuit.ts';
import { brickworkLayout } from '../../src/circuit/block-layout.ts';
import { runBlockCircuit } from '../../src/circuit/run-block-circuit.ts';
import { alongPath, nearPath } from '../../src/comparison/block-search.ts';
import { type CircuitFront, circuitFront } from '../../src/comparison/circuit-front.ts';
import { allowedBlocks, blockLength } from '../../src/complexity/block-length.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { applyMatrix, scaledMatrix } from '../../src/linalg/matrix.ts';
import { matrixExponential } from '../../src/linalg/matrix-exponential.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { chain, grid } from '../../src/operator/lattice.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { fidelity } from '../../src/state/fidelity.ts';
import { zeroState } from '../../src/state/zero-state.ts';

const local = { maxSize: 2, maxRange: 1, penalty: Infinity };

const frontOf = (...args: Parameters<typeof circuitFront>): CircuitFront => solution(circuitFront(...args));

describe('layouts', () => {
  test('the layers of a chain are its even and its odd bonds in turn, those of a grid its four classes', () => {
    expect(brickworkLayout(chain(4), 3)).toEqual([
      [0, 1],
      [2, 3],
      [1, 2],
      [0, 1],
      [2, 3],
    ]);
    expect(brickworkLayout(chain(4), 2, 1)).toEqual([
      [1, 2],
      [0, 1],
      [2, 3],
    ]);
    expect(brickworkLayout(grid(3, 3), 4)).toHaveLength(12); // every bond once
    expect(brickworkLayout(chain(1), 3)).toEqual([]);
    expect(() => brickworkLayout(chain(4), 0.5)).toThrow(DomainError);
    expect(() => brickworkLayout(chain(4), 1, -1)).toThrow(DomainError);
  });
});

describe('front of gates, length and infidelity', () => {
  // Two qubits, all words: a straight line, √(2/4)·arccos|⟨00|Bell⟩|.
  test('a Bell state is one gate of the length of the geodesic', () => {
    const { front } = frontOf(local, ghz(2).amplitudes, { layouts: [[[0, 1]]], starts: 2 });
    expect(front).toHaveLength(1); // two starts, one end
    expect(front[0]).toMatchObject({ gates: 1, layers: 1, start: 'random' });
    expect(front[0]!.length).toBeCloseTo(Math.SQRT1_2 * (Math.PI / 4), 4);
    expect(front[0]!.infidelity).toBeLessThan(1e-8);
  });

  test('GHZ of four qubits takes five gates of length 5π/8, and more layers do not make it shorter', () => {
    const layouts = [3, 5].map((layers) => brickworkLayout(chain(4), layers));
    const { found, front } = frontOf(local, ghz(4).amplitudes, { layouts, starts: 1 });
    expect(front.map(({ gates, layers }) => [gates, layers])).toEqual([[5, 3]]);
    for (const { length, infidelity, circuit, generators } of found) {
      expect(Math.abs(length - (5 * Math.PI) / 8)).toBeLessThan(1e-3);
      expect(infidelity).toBeLessThan(1e-8);
      const h = Float64Array.from(generators);
      expect(1 - fidelity(ghz(4).amplitudes, runBlockCircuit(circuit, h))).toBeCloseTo(infidelity, 12);
      expect(blockLength(circuit, local)(h).value).toBe(length);
    }
  });

  test('gates that W of four qubits does not need are dropped', () => {
    const { front } = frontOf(local, w(4).amplitudes, { layouts: [brickworkLayout(chain(4), 3)], starts: 1 });
    expect(front[0]).toMatchObject({ gates: 3, layers: 2 });
    expect(front[0]!.length).toBeCloseTo(1.579, 3);
    expect(front[0]!.length).toBeGreaterThan(1.41); // the geodesic
  });

  test('a start drawn to |0…0⟩ is found there, but not on the front', () => {
    const { found, front } = frontOf(local, ghz(4).amplitudes, { layouts: [[[0, 1]]], starts: 1 });
    expect(found[0]!.infidelity).toBeGreaterThan(0.45);
    expect(front).toEqual([]);
  });

  test('what is no target or no layout is refused', () => {
    expect(() => frontOf(local, complexVector([1, 0, 0]), { layouts: [[]] })).toThrow(ShapeError);
    expect(() => frontOf(local, complexVector([1, 1]), { layouts: [[]] })).toThrow('norm 1 required');
    expect(() => frontOf(local, ghz(2).amplitudes, { layouts: [] })).toThrow(DomainError);
    expect(() => frontOf(local, ghz(2).amplitudes, { layouts: [[[0, 2]]] })).toThrow(DomainError);
  });
});

describe('a circuit along a path', () => {
  const path = {
    words: ['XXI', 'IZZ', 'YII', 'IXI'],
    velocity: [
      [0.4, -0.3, 0.8, 0.5],
      [-0.2, 0.7, 0.3, 0.6],
    ],
  };
  const state = path.velocity.reduce((psi, h) => {
    const terms = path.words.map((word, p) => ({ word, coefficient: h[p]! / 2 }));
    return applyMatrix(matrixExponential(scaledMatrix([0, -1], pauliSumMatrix({ qubits: 3, terms }))), psi);
  }, zeroState(3));

  test('has its words in full, shared by the gates that have them, and tends to its state with the layers', () => {
    const errors = [32, 64].map((layers) => {
      const circuit = allowedBlocks(local, 3, brickworkLayout(chain(3), layers));
      const psi = runBlockCircuit(circuit, alongPath(circuit, path));
      return Math.sqrt(1 - fidelity(state, psi));
    });
    expect(Math.log2(errors[0]! / errors[1]!)).toBeCloseTo(1, 1); // a product formula of first order
    expect(errors[1]).toBeLessThan(0.02);
  });

  test('is the path itself on one block, if it is constant', () => {
    const circuit = blockCircuit(3, [[2, 0, 1]]);
    const constant = { words: path.words, velocity: [path.velocity[0]!, path.velocity[0]!] };
    const terms = path.words.map((word, p) => ({ word, coefficient: path.velocity[0]![p]! }));
    const exact = matrixExponential(scaledMatrix([0, -1], pauliSumMatrix({ qubits: 3, terms })));
    const psi = runBlockCircuit(circuit, alongPath(circuit, constant));
    expect(fidelity(applyMatrix(exact, zeroState(3)), psi)).toBeCloseTo(1, 13);
  });

  test('is left by a hundredth at random, in all coefficients, so that no symmetry of it stays', () => {
    const circuit = allowedBlocks(local, 3, brickworkLayout(chain(3), 8));
    const exact = alongPath(circuit, path);
    const [near, again] = [0, 1].map(() => nearPath(circuit, path, randomStream(1, 'near')));
    expect(again).toEqual(near);
    const off = near!.map((h, k) => h - exact[k]!);
    expect(off.every((x) => x !== 0)).toBe(true);
    const variance = off.reduce((sum, x) => sum + x * x, 0) / off.length;
    expect(Math.abs(Math.sqrt(variance) - 0.01)).toBeLessThan(0.002); // 3 of its own standard deviations
  });

  test('begins a search that ends at the target', () => {
    const layouts = [brickworkLayout(chain(3), 3)];
    const { found } = frontOf(local, state, { layouts, starts: 0, paths: [path] });
    expect(found).toHaveLength(1);
    expect(found[0]!.start).toBe('path');
    expect(found[0]!.infidelity).toBeLessThan(1e-8);
  });
});
