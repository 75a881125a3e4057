import { describe, expect, test } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { complexVector, zeroVector } from '../../src/linalg/complex.ts';
import { exponentialAction, imaginaryTimeAction } from '../../src/linalg/exponential-action.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import type { LinearMap } from '../../src/linalg/krylov.ts';
import { lanczos } from '../../src/linalg/lanczos.ts';
import { addScaledMatrix, applyMatrix, diagonalMatrix, scaledMatrix } from '../../src/linalg/matrix.ts';
import { matrixExponential } from '../../src/linalg/matrix-exponential.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { addScaled, innerProduct, norm, normalised } from '../../src/linalg/vector.ts';
import { hermitianMatrix } from './compare.ts';
import { diagonalMap, isingRing, mapOf } from './operators.ts';

const stream = randomStream(1, 'exponential action');

describe('real time', () => {
  test.each([
    [1, 3],
    [5, 0.3],
    [5, -20],
    [60, 0.01],
    [60, 1],
    [60, -4],
  ])('agrees with the matrix exponential in %d dimensions after time %d', (size, time) => {
    const h = hermitianMatrix(size, size);
    const v = randomVector(size, stream);
    const dense = applyMatrix(matrixExponential(scaledMatrix([0, -time], h)), v);
    expect(norm(addScaled(exponentialAction(mapOf(h), v, time), [-1, 0], dense))).toBeLessThan(1e-12);
  });

  test('turns the eigenvectors of a diagonal operator by their energies', () => {
    const energies = Float64Array.from({ length: 300 }, (_, k) => Math.sqrt(k));
    const v = randomVector(300, stream);
    const evolved = exponentialAction(diagonalMap(energies), v, 7);
    const exact = zeroVector(300);
    energies.forEach((e, k) => {
      const [c, s] = [Math.cos(7 * e), -Math.sin(7 * e)];
      const [x, y] = [v.interleaved[2 * k]!, v.interleaved[2 * k + 1]!];
      exact.interleaved.set([c * x - s * y, c * y + s * x], 2 * k);
    });
    expect(norm(addScaled(evolved, [-1, 0], exact))).toBeLessThan(1e-12);
  });

  test('conserves norm and energy, and comes back when time is reversed', () => {
    const h = isingRing(8);
    const v = randomVector(256, stream);
    const w = exponentialAction(h, v, 5);
    expect(norm(w)).toBeCloseTo(1, 14);
    expect(innerProduct(w, h(w))[0]).toBeCloseTo(innerProduct(v, h(v))[0], 11);
    expect(norm(addScaled(exponentialAction(h, w, -5), [-1, 0], v))).toBeLessThan(2e-12);
  });

  test.each([1e-3, 1e-6, 1e-9])('keeps an error of %d, with fewer applications than for 1e-12', (tolerance) => {
    const h = hermitianMatrix(80, 2);
    let applications = 0;
    const counted: LinearMap = (x) => {
      applications++;
      return mapOf(h)(x);
    };
    const v = randomVector(80, stream);
    const dense = applyMatrix(matrixExponential(scaledMatrix([0, -2], h)), v);
    const fine = exponentialAction(counted, v, 2);
    const most = applications;
    applications = 0;
    const coarse = exponentialAction(counted, v, 2, tolerance);
    expect(norm(addScaled(coarse, [-1, 0], dense))).toBeLessThan(tolerance);
    expect(norm(addScaled(fine, [-1, 0], dense))).toBeLessThan(1e-12);
    expect(applications).toBeLessThan(most);
  });

  test('leaves zero, and any vector at time zero, as they are', () => {
    const v = randomVector(10, stream);
    const h = mapOf(hermitianMatrix(10, 3));
    expect(norm(addScaled(exponentialAction(h, v, 0), [-1, 0], v))).toBeLessThan(1e-15);
    expect(norm(exponentialAction(h, zeroVector(10), 1))).toBe(0);
  });

  test('keeps the norm of a vector that is not normalised', () => {
    const v = complexVector([3, 4], [0, 0]);
    expect(norm(exponentialAction(mapOf(hermitianMatrix(2, 4)), v, 1))).toBeCloseTo(5, 13);
  });
});

describe('imaginary time', () => {
  test.each([
    [5, 0.3],
    [60, 0.01],
    [60, 0.5],
    [60, 10],
  ])('agrees with the matrix exponential in %d dimensions after τ = %d', (size, tau) => {
    const h = hermitianMatrix(size, size);
    const lowest = hermitianEigenvalues(h)[0]!;
    const shifted = addScaledMatrix(h, [-lowest, 0], diagonalMatrix(new Float64Array(size).fill(1)));
    const v = randomVector(size, stream);
    const dense = applyMatrix(matrixExponential(scaledMatrix([-tau, 0], shifted)), v);
    const { direction, logNorm } = imaginaryTimeAction(mapOf(h), v, tau);
    expect(norm(addScaled(direction, [-1, 0], normalised(dense)))).toBeLessThan(1e-12);
    expect(Math.abs(logNorm - (Math.log(norm(dense)) - tau * lowest))).toBeLessThan(
      1e-12 * (1 + tau * Math.abs(lowest)),
    );
  });

  test('of two levels has the closed form, also where exp(τ) overflows', () => {
    // (e^{τ}, e^{−τ})/√2 for H = −Z and v = (1, 1)/√2.
    for (const tau of [0.5, 2000]) {
      const v = normalised(complexVector([1, 1]));
      const { direction, logNorm } = imaginaryTimeAction(diagonalMap([-1, 1]), v, tau);
      expect(direction.interleaved[2]! / direction.interleaved[0]!).toBeCloseTo(Math.exp(-2 * tau), 14);
      expect(logNorm / (tau + Math.log((1 + Math.exp(-4 * tau)) / 2) / 2)).toBeCloseTo(1, 13);
    }
  });

  test('ends in the ground state', () => {
    const h = isingRing(6);
    const { direction } = imaginaryTimeAction(h, randomVector(64, stream), 60);
    const { value } = lanczos(h, randomVector(64, stream));
    const [re, im] = innerProduct(direction, value.vectors[0]!);
    expect(Math.hypot(re, im)).toBeCloseTo(1, 12);
  });
});

test('misuse is named', () => {
  const v = complexVector([1, 0]);
  expect(() => exponentialAction((x) => x, v, Number.NaN)).toThrow(DomainError);
  expect(() => exponentialAction((x) => x, complexVector([Number.NaN, 0]), 1)).toThrow(DomainError);
  expect(() => exponentialAction(diagonalMap([Number.NaN, 0]), v, 1)).toThrow(DomainError);
  expect(() => imaginaryTimeAction((x) => x, v, -1)).toThrow(DomainError);
  expect(() => imaginaryTimeAction((x) => x, zeroVector(2), 1)).toThrow(DomainError);
});
