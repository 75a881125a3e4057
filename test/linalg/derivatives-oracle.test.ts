import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { differentiableHermitianEigen } from '../../src/linalg/differentiable-eigen.ts';
import { differentiableExponential } from '../../src/linalg/differentiable-exponential.ts';
import { differentiableQr } from '../../src/linalg/differentiable-qr.ts';
import {
  differentiablePolarFactor,
  differentiableSingularValues,
} from '../../src/linalg/differentiable-singular-values.ts';
import { addScaledMatrix, adjoint, multiply, scaledMatrix } from '../../src/linalg/matrix.ts';
import { realInner } from './derivatives.ts';

/** Losses and gradients by JAX, written by scripts/oracle-derivatives.py, which defines both. */
const oracle = JSON.parse(readFileSync(new URL('../oracle/derivatives.json', import.meta.url), 'utf8')) as Record<
  string,
  { readonly loss: number; readonly gradient: readonly number[] }
>;

const matrix = (rows: number, cols: number, shift: number): ComplexMatrix => ({
  rows,
  cols,
  interleaved: Float64Array.from({ length: 2 * rows * cols }, (_, at) => {
    const [j, k] = [Math.floor(at / 2 / cols), (at >> 1) % cols];
    return at % 2 === 0 ? Math.sin(1 + shift + j + 2 * k * k) : Math.cos(2 - shift + 3 * j * j - k);
  }),
});

/** Column k times k + 1. */
const weighted = (a: ComplexMatrix): ComplexMatrix => ({
  ...a,
  interleaved: a.interleaved.map((x, at) => x * (1 + ((at >> 1) % a.cols))),
});
const weightedSum = (values: Float64Array): number => values.reduce((sum, x, k) => sum + (k + 1) * x, 0);
const hermitian = (a: ComplexMatrix): ComplexMatrix => scaledMatrix([0.5, 0], addScaledMatrix(a, [1, 0], adjoint(a)));

const ours: Record<string, () => readonly [loss: number, gradient: ComplexMatrix]> = {
  qr: () => {
    const { value, pullback } = differentiableQr(matrix(4, 3, 0));
    const [q, r] = [matrix(4, 3, 1), matrix(3, 3, 2)];
    return [realInner(q, value.q) + realInner(r, value.r), pullback({ q, r })];
  },
  svd: () => {
    const { value, pullback } = differentiableSingularValues(matrix(4, 3, 0));
    const u = multiply(matrix(4, 3, 1), weighted(value.v));
    const v = multiply(matrix(4, 3, 1), weighted(value.u), { adjointA: true });
    return [weightedSum(value.values) + realInner(value.u, u), pullback({ u, v, values: Float64Array.of(1, 2, 3) })];
  },
  eigh: () => {
    const { value, pullback } = differentiableHermitianEigen(hermitian(matrix(3, 3, 0)));
    const probe = matrix(3, 3, 1);
    const vectors = multiply(addScaledMatrix(probe, [1, 0], adjoint(probe)), weighted(value.vectors));
    const loss = weightedSum(value.values) + realInner(weighted(value.vectors), multiply(probe, value.vectors));
    return [loss, pullback({ vectors, values: Float64Array.of(1, 2, 3) })];
  },
  polar: () => {
    const { value, pullback } = differentiablePolarFactor(matrix(4, 3, 0));
    return [realInner(matrix(4, 3, 1), value), pullback(matrix(4, 3, 1))];
  },
  expm: () => {
    const { value, pullback } = differentiableExponential(matrix(3, 3, 0));
    return [realInner(matrix(3, 3, 1), value), pullback(matrix(3, 3, 1))];
  },
};

test.each(Object.keys(ours))('%s: loss and gradient are those of JAX', (name) => {
  const [loss, gradient] = ours[name]!();
  const expected = oracle[name]!;
  expect(loss).toBeCloseTo(expected.loss, 12);
  expected.gradient.forEach((x, k) => {
    expect(gradient.interleaved[k]).toBeCloseTo(x, 11);
  });
});
