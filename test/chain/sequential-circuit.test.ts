import { describe, expect, test } from 'vitest';
import { BLOCK_TRUNCATION } from '../../src/chain/block-chain.ts';
import { applyToNeighbours, centredChain, productChain } from '../../src/chain/centred-chain.ts';
import { gateSweeps } from '../../src/chain/gate-sweeps.ts';
import { matrixProductOperator } from '../../src/chain/matrix-product-operator.ts';
import { type Chain, chainOf, chainOfVector, chainOverlap } from '../../src/chain/matrix-product-state.ts';
import { type PairUnitary, type SequentialOptions, sequentialCircuit } from '../../src/chain/sequential-circuit.ts';
import { symmetricChain } from '../../src/chain/symmetric-chain.ts';
import { groundStateBySweeps } from '../../src/chain/two-site-sweep.ts';
import { blockCircuit } from '../../src/circuit/block-circuit.ts';
import { identityMatrix } from '../../src/linalg/complex.ts';
import { multiply } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { dickeComponents, ghzComponents, type SymmetricVector } from '../../src/state/symmetric-vector.ts';
import { largestDifference } from '../helpers/largest-difference.ts';

const symmetric = (pairs: readonly (readonly [number, number])[]): Chain => {
  const vector: SymmetricVector = {
    blocks: [pairs.length - 1],
    components: { length: pairs.length, interleaved: Float64Array.from(pairs.flat()) },
  };
  return symmetricChain(vector);
};
const ghz = (n: number): Chain => symmetric(ghzComponents(n));
const w = (n: number): Chain => symmetric(dickeComponents(n, 1));

function fidelityOf(target: Chain, gates: readonly PairUnitary[]): number {
  const state = productChain({ qubits: target.length }, 'test');
  for (const { left, unitary } of gates) applyToNeighbours(state, left, 2, unitary, BLOCK_TRUNCATION);
  const [re, im] = chainOverlap(centredChain(target).tensors, state.tensors);
  return re * re + im * im;
}

/** Steps in which gates act, if those on different qubits act at once. */
function depthOf(qubits: number, gates: readonly PairUnitary[]): number {
  const next = new Array<number>(qubits).fill(0);
  for (const { left } of gates) {
    const step = Math.max(next[left]!, next[left + 1]!) + 1;
    next[left] = step;
    next[left + 1] = step;
  }
  return Math.max(...next);
}

const ising = groundStateBySweeps(matrixProductOperator(transverseFieldIsing(chain(12))), { bond: 16 }).value;
const isingChain = chainOf(ising.network, ising.theta);

describe('gates of a matrix-product state', () => {
  test.each([2, 3, 4, 5, 9, 30])('of bond dimension 2 make it exactly, in n/2 steps: %i qubits', (n) => {
    for (const target of [ghz(n), w(n)]) {
      const gates = sequentialCircuit(target);
      expect(gates).toHaveLength(n - 1);
      expect(depthOf(n, gates)).toBe(Math.ceil(n / 2));
      expect(fidelityOf(target, gates)).toBeCloseTo(1, 12);
      for (const { unitary } of gates) {
        const square = multiply(unitary, unitary, { adjointA: true });
        expect(largestDifference(square.interleaved, identityMatrix(4).interleaved)).toBeLessThan(1e-13);
      }
    }
  });

  test('may begin at any pair', () => {
    const target = chainOfVector(randomVector(8, randomStream(1, 'x')), [2, 2, 2]);
    expect(fidelityOf(target, sequentialCircuit(target, { middle: 1 }))).toBeCloseTo(1, 12);
    for (const middle of [0, 3, 6]) expect(fidelityOf(w(8), sequentialCircuit(w(8), { middle }))).toBeCloseTo(1, 12);
  });

  test('of a product state do no more than turn qubits', () => {
    const up = Float64Array.of(Math.cos(0.3), 0, 0, Math.sin(0.3));
    const target = Array.from({ length: 5 }, () => ({ shape: [1, 2, 1], interleaved: up }));
    expect(fidelityOf(target, sequentialCircuit(target))).toBeCloseTo(1, 12);
  });

  test('come nearer with each pass where bonds are larger', () => {
    const missed = [1, 2, 4].map((passes) => 1 - fidelityOf(isingChain, sequentialCircuit(isingChain, { passes })));
    expect(missed[0]).toBeLessThan(0.02);
    expect(missed[1]).toBeLessThan(missed[0]!);
    expect(missed[2]).toBeLessThan(missed[1]!);
  });

  test.each<[SequentialOptions, string]>([
    [{ passes: 0 }, 'at least one pass required, got 0'],
    [{ middle: 3 }, 'a middle from 0 to 2 required, got 3'],
  ])('refuse %o', (options, message) => {
    expect(() => sequentialCircuit(ghz(4), options)).toThrow(message);
  });

  test('are those of qubits', () => {
    expect(() => sequentialCircuit([{ shape: [1, 3, 1], interleaved: new Float64Array(6) }])).toThrow('got 1 sites');
  });
});

describe('sweeps over gates', () => {
  const gates = sequentialCircuit(isingChain, { passes: 2 });
  const circuit = blockCircuit(
    12,
    gates.map(({ left }) => [left, left + 1]),
  );
  const start = gates.map(({ unitary }) => unitary);

  test('lower the infidelity each time, by unitary gates', () => {
    const steps = [...gateSweeps(circuit, start, isingChain, { sweeps: 6 })];
    const missed = steps.map(({ infidelity }) => infidelity);
    expect(missed[0]).toBeCloseTo(1 - fidelityOf(isingChain, gates), 12);
    missed.slice(1).forEach((value, k) => {
      expect(value).toBeLessThan(missed[k]!);
    });
    expect(missed.at(-1)! / missed[0]!).toBeLessThan(0.3);
    for (const unitary of steps.at(-1)!.unitaries) {
      const square = multiply(unitary, unitary, { adjointA: true });
      expect(largestDifference(square.interleaved, identityMatrix(4).interleaved)).toBeLessThan(1e-12);
    }
  });

  test('leave gates as they are that make the state', () => {
    const exact = sequentialCircuit(ghz(6));
    const layout = blockCircuit(
      6,
      exact.map(({ left }) => [left, left + 1]),
    );
    const sweeps = gateSweeps(
      layout,
      exact.map(({ unitary }) => unitary),
      ghz(6),
      { sweeps: 2 },
    );
    sweeps.next();
    const { unitaries } = sweeps.next().value;
    unitaries.forEach((unitary, g) => {
      expect(largestDifference(unitary.interleaved, exact[g]!.unitary.interleaved)).toBeLessThan(1e-9);
    });
  });
});
