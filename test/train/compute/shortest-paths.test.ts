import { describe, expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { w } from '../../../datasets/w.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { entanglementBound } from '../../../src/complexity/entanglement-bound.ts';
import { lengthLowerBound } from '../../../src/complexity/length-bound.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { applyMatrix, scaledMatrix } from '../../../src/linalg/matrix.ts';
import { matrixExponential } from '../../../src/linalg/matrix-exponential.ts';
import { type PauliSum, pauliSumMatrix } from '../../../src/operator/pauli-sum.ts';
import { fidelity } from '../../../src/state/fidelity.ts';
import { zeroState } from '../../../src/state/zero-state.ts';
import { computed } from '../../../train/compute/compute.ts';

const nothing = {
  read: (path: string): Uint8Array => {
    throw new Error(`no file ${path}`);
  },
};

const resultOf = async (request: object): Promise<Record<string, unknown>> =>
  (await computed(request, nothing)).result as Record<string, unknown>;

describe('complexity', () => {
  test('of a Bell state is π/(4√2), the least that the speed of a state allows', async () => {
    const { length, lowerBound, method } = await resultOf({ request: 'complexity', state: 'ghz(2)' });
    expect(length).toBeCloseTo(Math.PI / (4 * Math.SQRT2), 10);
    expect(lowerBound).toBeCloseTo(Math.PI / (4 * Math.SQRT2), 10);
    expect(method).toBe('all paths');
  });

  test('of a Gaussian state has the lower bound of all paths that its amplitudes have', async () => {
    const state = { name: 'gaussian-ground-state', qubits: 4, hamiltonian: { name: 'xy' } };
    const asked = { request: 'complexity', state, metric: { maxRange: 1 } };
    const gaussian = await resultOf({ ...asked, methods: ['Gaussian paths'] });
    const all = await resultOf({ ...asked, methods: ['all paths'] });
    expect(gaussian.method).toBe('Gaussian paths');
    expect(gaussian.lowerBound).toBeGreaterThan(0.1);
    expect(Math.abs((gaussian.lowerBound as number) / (all.lowerBound as number) - 1)).toBeLessThan(1e-6);
    expect(gaussian.argument).toBe(all.argument);
  });

  test('of the reference is 0', async () => {
    const { length, lowerBound } = await resultOf({ request: 'complexity', state: 'product(2, polar=0)' });
    expect(length).toBeCloseTo(0, 10);
    expect(lowerBound).toBeCloseTo(0, 10);
  });

  test('of a symmetric state on a metric that does not tell qubits apart is found in a sector, which is said', async () => {
    const { method, length } = await resultOf({ request: 'complexity', state: { name: 'w', qubits: 3 } });
    const all = await resultOf({ request: 'complexity', state: 'w(3)', methods: ['all paths'] });
    expect(method).toBe('symmetric sectors');
    expect(length).toBeCloseTo(all.length as number, 8);
    expect(all.method).toBe('all paths');
  });

  test('of a state that no method reaches is refused with the reason of each', async () => {
    await expect(computed({ request: 'complexity', state: 'haar-random(8)' }, nothing)).rejects.toThrow(
      /all paths: 8 qubits are more than 6.*symmetric sectors: .*Gaussian paths: .*mixed states: /,
    );
  });

  test('along a geodesic: the path of slices has the speed and the time spent of the shortest path to a Bell state', async () => {
    const found = await resultOf({ request: 'geodesic', state: 'ghz(2)', slices: 4 });
    expect(found.length).toBeCloseTo(Math.PI / (4 * Math.SQRT2), 8);
    expect((found.velocity as number[][]).length).toBe(4);
    const time = (found.timeSpent as { time: number }[]).reduce((sum, one) => sum + one.time ** 2, 0);
    expect(Math.sqrt(time)).toBeCloseTo(found.slicedLength as number, 8); // one constant Hamiltonian of unit weights
  });

  test('with free rotations: the slices and the rotation after them make the state', async () => {
    const metric = { maxRange: 1, sizeWeights: [0, 1] };
    const { words, velocity, freeRotation } = (await resultOf({ request: 'geodesic', state: 'ghz(3)', metric })) as {
      words: string[];
      velocity: number[][];
      freeRotation: { word: string; coefficient: number }[];
    };
    const applied = (psi: ComplexVector, sum: PauliSum): ComplexVector =>
      applyMatrix(matrixExponential(scaledMatrix([0, -1], pauliSumMatrix(sum))), psi);
    const sliceOf = (h: number[]): PauliSum => ({
      qubits: 3,
      terms: words.map((word, k) => ({ word, coefficient: h[k]! / velocity.length })),
    });
    const sliced = velocity.reduce((psi, h) => applied(psi, sliceOf(h)), zeroState(3));
    expect(fidelity(sliced, ghz(3).amplitudes)).toBeLessThan(0.99);
    const end = applied(sliced, { qubits: 3, terms: freeRotation });
    expect(fidelity(end, ghz(3).amplitudes)).toBeCloseTo(1, 10);
  });

  test('with free rotations: a gate of two qubits is its interaction and rotations', async () => {
    const request = { request: 'unitary-complexity', unitary: 'controlled-not(2)', starts: 1 };
    const { length, freeRotation } = await resultOf({ ...request, metric: { sizeWeights: [0, 1] } });
    expect(length).toBeCloseTo(Math.PI / 4, 9);
    expect((freeRotation as { word: string }[]).every(({ word }) => word.includes('I'))).toBe(true);
    expect((await resultOf(request)).freeRotation).toBeNull();
  });

  test('of a CNOT is π√3/4', async () => {
    const { length, qubits } = await resultOf({
      request: 'unitary-complexity',
      unitary: 'controlled-not(2)',
      starts: 1,
    });
    expect(length).toBeCloseTo((Math.PI * Math.sqrt(3)) / 4, 9);
    expect(qubits).toBe(2);
  });

  test('is bounded from below alike by the components in a sector and by amplitudes', async () => {
    const small = await computed({ request: 'lower-bound', state: 'w(6)' }, nothing);
    expect(small.notes).toEqual([]);
    const large = await computed({ request: 'lower-bound', state: 'w(7)' }, nothing);
    expect(large.notes[0]).toMatch(/symmetric/);
    const { fubiniStudy, entanglement } = large.result as { fubiniStudy: number; entanglement: number };
    const controls = controlWords({ maxSize: 2, penalty: Infinity }, 7);
    const target = w(7).amplitudes;
    expect(entanglement).toBeCloseTo(entanglementBound(controls, target, zeroState(7)), 6);
    expect(fubiniStudy).toBeLessThanOrEqual(lengthLowerBound(controls, target, zeroState(7)) + 1e-9);
    const many = await computed({ request: 'lower-bound', state: 'w(20)' }, nothing);
    expect((many.result as { lowerBound: number }).lowerBound).toBeGreaterThan(0.1);
  });
});

test('the drift X turns |0⟩ to |1⟩ in π/2, whatever impulses along Z are allowed', async () => {
  const drift = { terms: [{ word: 'X', coefficient: 1 }] };
  const to = { name: 'product', qubits: 1, polar: Math.PI };
  const { time } = await resultOf({ request: 'least-time', drift, controls: ['Z'], to, starts: 2 });
  expect(time).toBeCloseTo(Math.PI / 2, 8);
});
