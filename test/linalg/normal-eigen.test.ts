import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { type ComplexMatrix, complexMatrix, identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { adjoint, multiply, scaledMatrix } from '../../src/linalg/matrix.ts';
import { matrixExponential } from '../../src/linalg/matrix-exponential.ts';
import { type NormalEigen, normalEigen, unitaryLogarithm } from '../../src/linalg/normal-eigen.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { distance, gaussianMatrix, hermitianMatrix, isometryError } from './compare.ts';

const stream = randomStream(1, 'normal');

/** diag(e^{i·phases}·moduli). */
function diagonal(phases: ArrayLike<number>, moduli?: ArrayLike<number>): ComplexMatrix {
  const d = zeroMatrix(phases.length, phases.length);
  for (let k = 0; k < phases.length; k++) {
    const modulus = moduli?.[k] ?? 1;
    d.interleaved.set([modulus * Math.cos(phases[k]!), modulus * Math.sin(phases[k]!)], 2 * k * (phases.length + 1));
  }
  return d;
}

const conjugated = (d: ComplexMatrix, u: ComplexMatrix): ComplexMatrix =>
  multiply(multiply(u, d), u, { adjointB: true });

function rebuilt({ values, vectors }: NormalEigen): ComplexMatrix {
  const d = zeroMatrix(values.length, values.length);
  for (let k = 0; k < values.length; k++) {
    d.interleaved.set(values.interleaved.subarray(2 * k, 2 * k + 2), 2 * k * (values.length + 1));
  }
  return conjugated(d, vectors);
}

const repeated = (phases: readonly number[], size: number): readonly number[] =>
  Array.from({ length: size }, (_, k) => phases[k % phases.length]!);

describe('unitary matrices', () => {
  test('the cyclic shift of 7 sites has the phases 2πk/7', () => {
    const shift = Array.from({ length: 7 }, (_, i) => Array.from({ length: 7 }, (_, j) => (i === (j + 1) % 7 ? 1 : 0)));
    const { phases } = normalEigen(complexMatrix(shift));
    phases.forEach((phase, k) => {
      expect(phase).toBeCloseTo((2 * Math.PI * (k - 3)) / 7, 14);
    });
  });

  // 2α is the sum of the phases 2·0.739 − φ and φ, where the combination of Hermitian parts is degenerate.
  const colliding = [0.3, 2 * 0.7390851332151607 - 0.3];
  test.each([
    ['without degeneracy', Array.from({ length: 40 }, (_, k) => -3 + 0.15 * k)],
    ['with degenerate phases', repeated([-1, 0, 1, 1, Math.PI], 40)],
    ['with phases nearly degenerate', Array.from({ length: 12 }, (_, k) => 1 + 1e-9 * k)],
    ['where the first combination is degenerate', repeated([...colliding, 0], 24)],
    ['where the first combination is nearly degenerate', [colliding[0]! + 1e-9, colliding[1]!, 0, 1]],
  ])('%s get phases and orthonormal vectors', (_, phases) => {
    const u = conjugated(diagonal(phases), randomUnitary(phases.length, stream));
    const eigen = normalEigen(u);
    const expected = [...phases].sort((a, b) => a - b);
    expect(isometryError(eigen.vectors)).toBeLessThan(1e-13);
    expect(distance(rebuilt(eigen), u)).toBeLessThan(1e-13);
    const wrapped = Array.from(eigen.phases, (phase) => (phase < 1e-9 - Math.PI ? phase + 2 * Math.PI : phase));
    wrapped
      .sort((a, b) => a - b)
      .forEach((phase, k) => {
        expect(Math.abs(phase - expected[k]!)).toBeLessThan(1e-14);
      });
  });

  test('a random one of 128 dimensions', () => {
    const u = randomUnitary(128, stream);
    const eigen = normalEigen(u);
    expect(distance(rebuilt(eigen), u)).toBeLessThan(2e-13);
    expect([...eigen.phases]).toEqual([...eigen.phases].sort((a, b) => a - b));
  });

  test('−1 has the phase π, never −π', () => {
    expect([...normalEigen(scaledMatrix([-1, 0], identityMatrix(3))).phases]).toEqual([Math.PI, Math.PI, Math.PI]);
    expect([...normalEigen(complexMatrix([[-1]], [[-1e-20]])).phases]).toEqual([Math.PI]);
  });

  test('have a Hermitian logarithm within (−π, π]', () => {
    const u = randomUnitary(20, stream);
    const h = unitaryLogarithm(u);
    expect(distance(h, adjoint(h))).toBeLessThan(1e-13);
    expect(distance(matrixExponential(scaledMatrix([0, 1], h)), u)).toBeLessThan(1e-13);
  });

  test('the logarithm of exp(iH) is H while |H| < π', () => {
    const h = hermitianMatrix(6, 3, 0.1);
    expect(distance(unitaryLogarithm(matrixExponential(scaledMatrix([0, 1], h))), h)).toBeLessThan(1e-14);
  });
});

describe('other normal matrices', () => {
  test('with eigenvalues of any modulus, some of them zero or equal', () => {
    const moduli = [0, 0, 1, 1, 2, 2, 1e-6, 30];
    const a = conjugated(diagonal([0, 0, 1, 1, 2, 2.5, 0.3, -1], moduli), randomUnitary(8, stream));
    const eigen = normalEigen(a);
    expect(isometryError(eigen.vectors)).toBeLessThan(1e-13);
    expect(distance(rebuilt(eigen), a)).toBeLessThan(1e-13);
  });

  test('Hermitian ones have real values', () => {
    const { values } = normalEigen(hermitianMatrix(10, 4));
    for (let k = 0; k < 10; k++) expect(Math.abs(values.interleaved[2 * k + 1]!)).toBeLessThan(1e-13);
  });

  test('others are refused', () => {
    expect(() => normalEigen(gaussianMatrix(3, 3, 5))).toThrow(/AA† = A†A/);
    expect(() =>
      normalEigen(
        complexMatrix([
          [0, 1],
          [0, 0],
        ]),
      ),
    ).toThrow(DomainError);
    expect(() => normalEigen(zeroMatrix(2, 3))).toThrow(ShapeError);
    expect(() => normalEigen(complexMatrix([[Number.NaN]]))).toThrow(DomainError);
  });
});
