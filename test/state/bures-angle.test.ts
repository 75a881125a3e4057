import { expect, test } from 'vitest';
import { ShapeError } from '../../src/errors.ts';
import { type ComplexMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { multiply } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { buresAngle } from '../../src/state/bures-angle.ts';
import { fidelity, fubiniStudyDistance } from '../../src/state/fidelity.ts';

/** A of shape (rows, cols), norm 1, so that A A† is a density matrix. */
const factor = (seed: number, rows: number, cols: number): ComplexMatrix => ({
  rows,
  cols,
  interleaved: randomVector(rows * cols, randomStream(seed, 'factor')).interleaved,
});
const density = (a: ComplexMatrix): ComplexMatrix => multiply(a, a, { adjointB: true });

test('is arccos √F of the density matrices, from 0 to π/2', () => {
  for (let seed = 0; seed < 5; seed++) {
    const [a, b] = [factor(seed, 4, 3), factor(seed + 10, 4, 3)];
    expect(buresAngle(a, b)).toBeCloseTo(Math.acos(Math.sqrt(fidelity(density(a), density(b)))), 11);
    expect(buresAngle(b, a)).toBeCloseTo(buresAngle(a, b), 13);
    expect(buresAngle(a, a)).toBeLessThan(1e-14);
  }
  const [left, right] = [zeroMatrix(4, 2), zeroMatrix(4, 2)];
  left.interleaved[0] = 1;
  right.interleaved[14] = 1;
  expect(buresAngle(left, right)).toBeCloseTo(Math.PI / 2, 15);
});

test('of one column is the Fubini–Study distance', () => {
  const [a, b] = [1, 2].map((seed) => randomVector(6, randomStream(seed, 'column'))) as [
    ReturnType<typeof randomVector>,
    ReturnType<typeof randomVector>,
  ];
  const column = ({ interleaved }: typeof a): ComplexMatrix => ({ rows: 6, cols: 1, interleaved });
  expect(buresAngle(column(a), column(b))).toBeCloseTo(fubiniStudyDistance(a, b), 13);
});

test('of diagonal states turned by 1e-9 is 1e-9: √p = (cos t, sin t) has the angle t', () => {
  const at = (t: number): ComplexMatrix => {
    const a = zeroMatrix(2, 2);
    a.interleaved[0] = Math.cos(t);
    a.interleaved[6] = Math.sin(t);
    return a;
  };
  expect(buresAngle(at(0.4), at(0.4 + 1e-9)) / 1e-9).toBeCloseTo(1, 6);
  expect(buresAngle(at(0.4), at(1.1))).toBeCloseTo(0.7, 13);
});

test('wants equal shapes', () => {
  expect(() => buresAngle(zeroMatrix(2, 1), zeroMatrix(4, 1))).toThrow('got 2 × 1 and 4 × 1');
  expect(() => buresAngle(zeroMatrix(2, 1), zeroMatrix(2, 2))).toThrow(ShapeError);
});
