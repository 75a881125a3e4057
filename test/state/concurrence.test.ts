import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { w } from '../../datasets/w.ts';
import { werner } from '../../datasets/werner.ts';
import { ShapeError } from '../../src/errors.ts';
import { complexVector, identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { concurrence, entanglementOfFormation, threeTangle } from '../../src/state/concurrence.ts';
import { entropy } from '../../src/state/entropy.ts';
import { negativity } from '../../src/state/negativity.ts';
import { projector, reducedDensityMatrix } from '../../src/state/reduced-density-matrix.ts';

const qubits = (n: number): readonly number[] => new Array(n).fill(2);

describe('concurrence', () => {
  test('of a pure state is 2|ad − bc|, and twice its negativity', () => {
    const psi = randomVector(4, randomStream(1, 'pair'));
    const [a, ai, b, bi, c, ci, d, di] = Array.from(psi.interleaved);
    const re = a! * d! - ai! * di! - (b! * c! - bi! * ci!);
    const im = a! * di! + ai! * d! - (b! * ci! + bi! * c!);
    expect(concurrence(projector(psi))).toBeCloseTo(2 * Math.hypot(re, im), 13);
    expect(concurrence(projector(psi))).toBeCloseTo(2 * negativity(projector(psi), [2, 2], [0]), 13);
  });

  test.each([0, 1 / 3, 0.6, 1])('of the Werner state of weight %d is max(0, (3p − 1)/2)', (weight) => {
    const { target } = { target: werner(weight) };
    expect(concurrence(target.density)).toBeCloseTo(Math.max(0, (3 * weight - 1) / 2), 12);
  });

  test.each([3, 4, 5, 6])('of two qubits of W_%d is 2/n, of GHZ it is 0', (n) => {
    expect(concurrence(reducedDensityMatrix(w(n).amplitudes, qubits(n), [0, n - 1]))).toBeCloseTo(2 / n, 12);
    expect(concurrence(reducedDensityMatrix(ghz(n).amplitudes, qubits(n), [0, n - 1]))).toBeCloseTo(0, 12);
  });

  test('wants two qubits', () => {
    expect(() => concurrence(identityMatrix(2))).toThrow(ShapeError);
    expect(() => concurrence(zeroMatrix(4, 2))).toThrow('got 4 × 2');
    expect(() => concurrence(zeroMatrix(2, 4))).toThrow('got 2 × 4');
    expect(() => threeTangle(w(4).amplitudes)).toThrow('size 8 required');
  });
});

test('the entanglement of formation of a pure state is the entropy of its half', () => {
  const psi = randomVector(4, randomStream(2, 'pair'));
  expect(entanglementOfFormation(projector(psi))).toBeCloseTo(entropy(reducedDensityMatrix(psi, [2, 2], [1])), 12);
  expect(entanglementOfFormation(projector(ghz(2).amplitudes), { base: 2 })).toBeCloseTo(1, 12);
});

test.each([0.2, 0.5, 0.9])(
  'the entanglement of formation of the Werner state of weight %d is h((1 + √(1 − C²))/2)',
  (weight) => {
    const C = Math.max(0, (3 * weight - 1) / 2);
    const p = (1 - Math.sqrt(1 - C * C)) / 2;
    const expected = p === 0 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    expect(entanglementOfFormation(werner(weight).density)).toBeCloseTo(expected, 11);
  },
);

describe('the three-tangle', () => {
  test('is 1 for GHZ, 0 for W, and sin² for GHZ of unequal weights', () => {
    expect(threeTangle(ghz(3).amplitudes)).toBeCloseTo(1, 12);
    expect(threeTangle(w(3).amplitudes)).toBeCloseTo(0, 12);
    const psi = complexVector([Math.cos(0.3), 0, 0, 0, 0, 0, 0, Math.sin(0.3)]);
    expect(threeTangle(psi)).toBeCloseTo(Math.sin(0.6) ** 2, 12);
  });

  test('does not ask which qubit is the first', () => {
    const psi = randomVector(8, randomStream(3, 'three'));
    const turned = complexVector(
      Array.from({ length: 8 }, (_, b) => psi.interleaved[2 * (((b << 1) & 7) | (b >> 2))]!),
      Array.from({ length: 8 }, (_, b) => psi.interleaved[2 * (((b << 1) & 7) | (b >> 2)) + 1]!),
    );
    expect(threeTangle(turned)).toBeCloseTo(threeTangle(psi), 12);
  });
});
