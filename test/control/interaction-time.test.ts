import { describe, expect, test } from 'vitest';
import { canonicalGate } from '../../src/complexity/kak.ts';
import { interactionTime } from '../../src/control/interaction-time.ts';
import { kronecker, multiply } from '../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { CNOT, SWAP } from '../geodesic/unitary/unitaries.ts';
import { ISWAP, sum } from './systems.ts';

const J = 3;
const ising = sum(2, { ZZ: (Math.PI * J) / 2 });

describe('with one-qubit gates that take no time', () => {
  test.each([
    ['CNOT', CNOT, 1 / (2 * J)],
    ['iSWAP', ISWAP, 1 / J],
    ['SWAP', SWAP, 3 / (2 * J)],
  ])('a coupling πJ/2 of ZZ makes %s in the time of Khaneja, Brockett and Glaser', (_, gate, time) => {
    expect(interactionTime(ising, gate)).toBeCloseTo(time, 12);
  });

  test('the axes of the coupling and one-qubit terms do not matter', () => {
    const other = sum(2, { XY: (Math.PI * J) / 2, ZI: 5, IX: -2 });
    expect(interactionTime(other, SWAP)).toBeCloseTo(3 / (2 * J), 12);
  });

  test('an isotropic coupling makes SWAP at once, and no coupling nothing but local gates', () => {
    expect(interactionTime(sum(2, { XX: 2, YY: 2, ZZ: 2 }), SWAP)).toBeCloseTo(Math.PI / 8, 12);
    const stream = randomStream(1, 'local');
    const local = kronecker(randomUnitary(2, stream), randomUnitary(2, stream));
    expect(interactionTime(sum(2, { ZI: 1 }), local)).toBe(0);
    expect(interactionTime(ising, local)).toBe(0);
    expect(interactionTime(sum(2, { ZI: 1 }), CNOT)).toBe(Infinity);
  });

  test('the sense of a coupling counts: exp(−iT·H) takes no longer than T, and its inverse may', () => {
    const H = sum(2, { XX: 1, YY: 0.9, ZZ: 0.8 });
    const forwards = interactionTime(H, canonicalGate([0.3, 0.27, 0.24]));
    const backwards = interactionTime(H, canonicalGate([0.3, 0.27, -0.24]));
    expect(forwards).toBeCloseTo(0.3, 12);
    // (c₁ + c₂ − c₃)/(a₁ + a₂ − a₃)
    expect(backwards).toBeCloseTo(0.81 / 1.1, 12);
  });

  test('a gate may be quicker on the other side of the chamber, (π/2 − c₁, c₂, −c₃)', () => {
    const H = sum(2, { XX: 1, YY: 0.9, ZZ: 0.8 });
    expect(interactionTime(H, canonicalGate([0.7, 0.3, -0.25]))).toBeCloseTo(Math.PI / 2 - 0.7, 12);
  });

  test('a unitary next to a CNOT on either side takes nearly the same', () => {
    const near = multiply(canonicalGate([1e-3, 0, 0]), CNOT);
    expect(Math.abs(interactionTime(ising, near) - 1 / (2 * J))).toBeLessThan(1e-3);
  });

  test('are asked for on two qubits', () => {
    expect(() => interactionTime(sum(1, { Z: 1 }), CNOT)).toThrow('interactionTime: two qubits required, got 1');
  });
});
